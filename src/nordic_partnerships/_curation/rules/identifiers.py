"""Identifiers of organizations: ROR ids, ISNIs and Wikidata items are well formed, and each is given once."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from ..._model import Organization
from ...errors import Problem
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["identifiers_are_valid", "is_isni", "is_ror", "is_wikidata"]

_ROR: Final = re.compile(r"https://ror\.org/0([0-9a-hjkmnp-tv-z]{6})([0-9]{2})")
_ISNI: Final = re.compile(r"(?:[0-9]{4} ){3}[0-9]{3}[0-9X]")
_WIKIDATA: Final = re.compile(r"Q[1-9][0-9]{0,9}")

_ROR_DIGITS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""The digits of base 32, as Crockford writes them."""
_ISNI_DIGITS: Final = "0123456789X"
"""The check digits of ISO 7064, mod 11-2."""


def identifiers_are_valid(dataset: "Dataset") -> Iterator[Problem]:
    """ROR ids and ISNIs pass their check digits, Wikidata items are well formed, and none is given twice."""
    for field, identifier_of, is_valid, example in _IDENTIFIERS:
        bearers: dict[str, str] = {}
        for organization in dataset.records(Organization):
            identifier = identifier_of(organization)
            if identifier is None:
                continue
            if not is_valid(identifier):
                yield problem(organization, field, f"{identifier!r} is mistyped: write it in full, such as {example!r}")
            if identifier in bearers:
                yield problem(organization, field, f"{identifier!r} is given to {bearers[identifier]!r} too")
            bearers[identifier] = organization.id


def is_ror(text: str) -> bool:
    """Say whether a ROR address is well formed, and its last two digits check the rest (ISO 7064, mod 97-10)."""
    match = _ROR.fullmatch(text)
    if match is None:
        return False
    number = 0
    for letter in match[1]:
        number = number * len(_ROR_DIGITS) + _ROR_DIGITS.index(letter)
    return 98 - (number * 100) % 97 == int(match[2])


def is_isni(text: str) -> bool:
    """Say whether an ISNI is well formed, and its last character checks the rest (ISO 7064, mod 11-2)."""
    if _ISNI.fullmatch(text) is None:
        return False
    digits, check_digit = text[:-1].replace(" ", ""), text[-1]
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return _ISNI_DIGITS[(12 - total % 11) % 11] == check_digit


def is_wikidata(text: str) -> bool:
    """Say whether a Wikidata item is a Q and a number."""
    return _WIKIDATA.fullmatch(text) is not None


_IDENTIFIERS: Final[tuple[tuple[str, Callable[[Organization], str | None], Callable[[str], bool], str], ...]] = (
    ("ror", lambda organization: organization.ror, is_ror, "https://ror.org/040af2s02"),
    ("isni", lambda organization: organization.isni, is_isni, "0000 0001 0838 9418"),
    ("wikidata", lambda organization: organization.wikidata, is_wikidata, "Q28695"),
)
"""For each identifier its field, what an organization holds in it, the test of it, and an example."""
