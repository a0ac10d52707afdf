"""Records and what they are made of as notebooks show them: what it is called first, the remark last and shortened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import attrs

from .._dates import Period
from .._html import cut, fields_in_html

__all__ = ["in_html"]

_FIRST: Final = ("name", "title", "text", "id")
_LAST: Final = ("remark",)
_UNTOLD: Final = ("citations", "alternatives")
_MOST: Final = 10
"""How many values of a field are shown."""
_LONGEST: Final = 200
"""How many characters of one value are shown."""


def in_html(part: Any, in_words: Callable[[Any], str]) -> str:
    """Return the fields that hold something as a table, without the evidence.

    Args:
        part: a record, or a part of one.
        in_words: returns one value of a field as a person would write it.
    """
    return fields_in_html(type(part).__name__, _fields(part, in_words))


def _fields(part: Any, in_words: Callable[[Any], str]) -> Iterator[tuple[str, str]]:
    names = [field.name for field in attrs.fields(type(part))]
    first, last = ([name for name in places if name in names] for places in (_FIRST, _LAST))
    between = [name for name in names if name not in (*_FIRST, *_LAST)]
    for name in (*first, *between, *last):
        value = getattr(part, name)
        if name not in _UNTOLD and value not in (None, (), Period()):
            yield name, _value(value, in_words)


def _value(value: Any, in_words: Callable[[Any], str]) -> str:
    if not isinstance(value, tuple):
        return cut(in_words(value), _LONGEST)
    more = f", ... and {len(value) - _MOST:,} more" if len(value) > _MOST else ""
    return ", ".join(cut(in_words(item), _LONGEST) for item in value[:_MOST]) + more
