"""Turning what a caller wrote into a value of an enumeration."""

from enum import StrEnum
from typing import TypeVar

from ..errors import InvalidTypeError, InvalidValueError

__all__ = ["parse_value"]

E = TypeVar("E", bound=StrEnum)


def parse_value(enumeration: type[E], value: E | str, argument: str) -> E:
    """Return the member that ``value`` names; raise InvalidValueError, listing what there is, or InvalidTypeError."""
    if not isinstance(value, str):
        raise InvalidTypeError(f"{argument} takes a text, not {type(value).__name__}")
    for member in enumeration:
        if member.value.casefold() == value.casefold():
            return member
    known = ", ".join(repr(member.value) for member in enumeration)
    raise InvalidValueError(f"unknown {argument} {value!r}; there are: {known}")
