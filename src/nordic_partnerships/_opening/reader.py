"""Records from JSON's own types, strictly and fast, by functions that are made once for each class.

An object comes as a tuple of its names and values, so that a name given twice is seen. What a field takes is asked of
``_model.fields``. A value of another type, an unknown, repeated or missing field, half a character: anything that is
wrong raises one of ``WRONG``, without a word about it. ``codec`` then finds the words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from math import isfinite
from typing import Any, Final, TypeVar

from .._dates import PartialDate, Period
from .._model.fields import Shape, shapes

__all__ = ["WRONG", "reader_of"]

T = TypeVar("T")

WRONG: Final = (ValueError, TypeError, KeyError, OverflowError)
"""What a reader raises for what it does not take."""

_REMEMBERED: Final = 4096
"""How many dates are kept that were read, of each kind: most records share theirs with others."""


def reader_of(cls: Callable[..., T]) -> Callable[[Any], T]:
    """Return what makes values of a class out of JSON's own types, objects being tuples of pairs."""
    return _reader_of(cls)


@cache
def _reader_of(cls: Any) -> Callable[[Any], Any]:
    if issubclass(cls, StrEnum):
        return {word.value: word for word in cls}.__getitem__
    return _READERS.get(cls) or _reader_of_objects(cls)


def _reader_of_objects(cls: Any) -> Callable[[Any], Any]:
    readers = {field.name: (field.name, _reader_of_field(shape)) for field, shape in shapes(cls)}

    def read(pairs: Any) -> Any:
        if type(pairs) is not tuple:
            raise ValueError
        values: dict[str, Any] = {}
        for written, value in pairs:
            # The name as the class has it: Python finds the argument of the very name sooner than that of an equal one.
            name, reader = readers[written]
            # Most values are texts in ASCII, which need no call.
            values[name] = value if reader is _text and type(value) is str and value.isascii() else reader(value)
        if len(values) < len(pairs):
            raise ValueError
        return cls(**values)

    return read


def _reader_of_field(shape: Shape) -> Callable[[Any], Any]:
    read_item = _reader_of(shape.item)
    if not shape.many:
        return read_item
    length = shape.length

    def read(values: Any) -> tuple[Any, ...]:
        if type(values) is not list or (length is not None and len(values) != length):
            raise ValueError
        return tuple(map(read_item, values))

    return read


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    if not value.isascii():
        value.encode()  # refuses half a character
    return value


def _day(text: str) -> date:
    moment = PartialDate.parse(text)
    if moment.day is None:
        raise ValueError
    return moment.first


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError
    return value


def _whole_number(value: Any) -> int:
    if type(value) is not int:
        raise ValueError
    return value


def _number(value: Any) -> float:
    if type(value) is not float and type(value) is not int:
        raise ValueError
    number = float(value)
    if not isfinite(number):
        raise ValueError
    return number


_READERS: Final[dict[Any, Callable[[Any], Any]]] = {
    str: _text,
    bool: _truth,
    int: _whole_number,
    float: _number,
    PartialDate: lru_cache(_REMEMBERED)(PartialDate.parse),
    Period: lru_cache(_REMEMBERED)(Period.parse),
    date: lru_cache(_REMEMBERED)(_day),
}
