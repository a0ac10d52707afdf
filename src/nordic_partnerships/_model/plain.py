"""Records as JSON's own types, in the order of the data format: defaults left out, the evidence last."""

from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final

import attrs

from .._dates import PartialDate, Period

__all__ = ["to_plain"]

_EVIDENCE: Final = ("remark", "alternatives", "citations")


def to_plain(value: Any) -> Any:
    """Return a record, or anything made of records, as JSON's own types.

    >>> from nordic_partnerships import Theme
    >>> to_plain((Theme(id="ice", name="Ice", broader=("climate",)),))
    [{'id': 'ice', 'name': 'Ice', 'broader': ['climate']}]
    """
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PartialDate | Period | date):
        return str(value)
    cls: Any = type(value)
    if attrs.has(cls):
        return {name: to_plain(held) for name, default in _fields(cls) if (held := getattr(value, name)) != default}
    return value


@cache
def _fields(cls: Any) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a class in the order in which they are written, each with its default."""
    fields = sorted(attrs.fields(cls), key=lambda field: _EVIDENCE.index(field.name) if field.name in _EVIDENCE else -1)
    return tuple((field.name, field.default) for field in fields)
