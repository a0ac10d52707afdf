"""What callers pass: each kind of argument is checked here once, with one message for each mistake."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, StrEnum
from operator import index
from typing import Any, Final, TypeVar

from ._countries import COUNTRIES, NORDIC, country_names
from ._text import shown
from .errors import InvalidTypeError, InvalidValueError

__all__ = [
    "parse_count",
    "parse_countries",
    "parse_digest",
    "parse_optional_word",
    "parse_word",
    "require_truth",
    "whole_number",
]

E = TypeVar("E", bound=StrEnum)

_DIGITS_OF_DIGEST: Final = 64
_HEXADECIMAL: Final = frozenset("0123456789abcdef")


def parse_word(words: type[E], value: E | str, argument: str) -> E:
    """Return the member of a closed list that an argument names, whatever its case.

    Raises:
        InvalidValueError: the list has no such value; the message lists those that it has.
        InvalidTypeError: the value is no text, or belongs to another list.
    """
    if not isinstance(value, str):
        raise InvalidTypeError(f"expected a text as {argument}, got {type(value).__name__}")
    if isinstance(value, Enum) and not isinstance(value, words):
        raise InvalidTypeError(f"expected a {words.__name__} as {argument}, got {type(value).__name__}.{value.name}")
    for member in words:
        if member.value.casefold() == value.casefold():
            return member
    known = ", ".join(repr(member.value) for member in words)
    raise InvalidValueError(f"there is no {argument} {shown(value)}; choose one of: {known}")


def parse_optional_word(words: type[E], value: E | str | None, argument: str) -> E | None:
    """Return the member of a closed list that an argument names, or None if it is left out; errors as there."""
    return None if value is None else parse_word(words, value, argument)


def parse_countries(value: str | Iterable[str]) -> frozenset[str]:
    """Return the country codes that an argument names: one code, several, or ``"Nordic"``.

    >>> sorted(parse_countries("nordic"))
    ['AX', 'DK', 'FI', 'FO', 'GL', 'IS', 'NO', 'SE']
    """
    if isinstance(value, str):
        return NORDIC if value.casefold() == "nordic" else frozenset({_parse_country(value)})
    if not isinstance(value, Iterable) or isinstance(value, bytes):
        raise InvalidTypeError(f"expected a country code as country, got {type(value).__name__}")
    codes = frozenset(code for item in value for code in _parse_item(item))
    if not codes:
        raise InvalidValueError("country names no country; leave it out to ask for all")
    return codes


def _parse_item(item: object) -> frozenset[str]:
    if not isinstance(item, str):
        raise InvalidTypeError(f"expected country codes as country, got {type(item).__name__} among them")
    return parse_countries(item)


def _parse_country(code: str) -> str:
    # Only ASCII: to Unicode "ß" is upper-case "SS", the code of South Sudan.
    if not code.isascii() or code.upper() not in COUNTRIES:
        meant = country_names().get(" ".join(code.casefold().replace(".", " ").split()))
        if meant is not None:
            raise InvalidValueError(f"there is no country {shown(code)}; write {meant!r}")
        hint = "write an ISO 3166-1 code such as 'FI', or 'Nordic'"
        raise InvalidValueError(f"there is no country {shown(code)}; {hint}")
    return code.upper()


def require_truth(value: bool, argument: str) -> bool:
    """Return a switch; raise InvalidTypeError for anything but True and False, such as the text "no"."""
    if isinstance(value, bool):
        return value
    raise InvalidTypeError(f"expected True or False as {argument}, got {type(value).__name__}")


def whole_number(value: Any) -> int | None:
    """Return a whole number as Python's own, also one out of an array or a data frame; None for all else.

    >>> whole_number(2018), whole_number(2018.0), whole_number(True)
    (2018, None, None)
    """
    if type(value).__name__ in ("bool", "bool_") or not hasattr(type(value), "__index__"):
        return None
    try:
        return index(value)
    except TypeError:
        # An array has the method as well, and refuses unless it is a single number.
        return None


def parse_count(value: int, argument: str, *, least: int = 0) -> int:
    """Return a whole number that is at least ``least``."""
    number = whole_number(value)
    if number is None:
        raise InvalidTypeError(f"expected a whole number as {argument}, got {type(value).__name__}")
    if number < least:
        raise InvalidValueError(f"{argument} must be at least {least}, not {shown(number)}")
    return number


def parse_digest(text: str | None) -> str | None:
    """Return a SHA-256 in lower case, or None if it is left out."""
    if text is None:
        return None
    if not isinstance(text, str):
        raise InvalidTypeError(f"expected a digest as text as sha256, got {type(text).__name__}")
    digest = text.lower()
    if len(digest) != _DIGITS_OF_DIGEST or not _HEXADECIMAL.issuperset(digest):
        raise InvalidValueError(f"expected 64 hexadecimal digits as sha256, got {shown(text)}")
    return digest
