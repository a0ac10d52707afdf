"""Names and other texts: written in one normal form, given once, and borne by one record of a class."""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Final

from ..._model import NAMED, Named, Record, leaves, names_of
from ..._names.folding import fold
from ...errors import Problem
from ...kinds import NameKind
from .identifiers import is_isni, is_ror, is_wikidata
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = [
    "names_are_given_once",
    "names_are_names",
    "names_are_unambiguous",
    "texts",
    "texts_are_normal",
    "texts_are_printable",
    "texts_are_short",
]


_UNSEEN: Final = frozenset({"Cf", "Cn", "Co", "Zl", "Zp"})
"""Categories of what cannot be seen, or means nothing to anybody else; control characters are refused before."""
_JOINERS: Final = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
"""What cannot be seen either, but shapes the letters of some scripts."""
_ALIKE: Final = frozenset({"LATIN", "GREEK", "CYRILLIC"})
"""Alphabets some of whose letters cannot be told apart."""
_LONGEST: Final = {"name": 300, "text": 500, "title": 300, "summary": 300, "remark": 10_000}
"""How many characters some fields may have."""
_LONGEST_OTHER: Final = 2_000
"""How many characters any other field may have."""


def texts_are_normal(dataset: "Dataset") -> Iterator[Problem]:
    """Texts are in Unicode's form NFC, not empty, and without space at their ends."""
    for record in dataset:
        for path, text in texts(record):
            if not unicodedata.is_normalized("NFC", text):
                yield problem(record, path, f"{text!r} is not in Unicode form NFC: run 'data format'")
            if not text or text.isspace():
                yield problem(record, path, f"{text!r} is empty: leave the field out")
            elif text != text.strip():
                yield problem(record, path, f"{text!r} begins or ends with space")


def names_are_given_once(dataset: "Dataset") -> Iterator[Problem]:
    """A record's further names differ from each other and from its name, and hold letters or digits."""
    for record in dataset:
        seen = {record.label}
        for index, name in enumerate(names_of(record)):
            if not fold(name.text):
                yield problem(record, f"names[{index}]", f"{name.text!r} has no letters or digits")
            elif name.text in seen:
                yield problem(record, f"names[{index}]", f"the record has the name {name.text!r} already")
            seen.add(name.text)


def names_are_unambiguous(dataset: "Dataset") -> Iterator[Problem]:
    """A name is borne by one record of a class, or declared ambiguous: an alias, acronym or former name of each."""
    for cls in NAMED:
        for bearers in _bearers(dataset.records(cls)).values():
            for record, proper_name in bearers:
                if proper_name is None or len(bearers) == 1:
                    continue
                others = ", ".join(other.id for other, _ in bearers if other is not record)
                yield problem(record, "name", f"{proper_name!r} is also a name of {others}")


def texts_are_printable(dataset: "Dataset") -> Iterator[Problem]:
    """Texts hold only characters that can be seen: no invisible marks, private letters or turns of direction."""
    for record in dataset:
        for path, text in texts(record):
            hidden = [letter for letter in dict.fromkeys(text) if _is_hidden(letter)]
            if hidden:
                points = ", ".join(f"U+{ord(letter):04X}" for letter in hidden)
                yield problem(record, path, f"holds characters that cannot be seen ({points}): take them out")


def texts_are_short(dataset: "Dataset") -> Iterator[Problem]:
    """A name fits into a line, a remark onto a page or two, and everything else into a paragraph."""
    for record in dataset:
        for path, text in texts(record):
            longest = _longest(path)
            if len(text) > longest:
                yield problem(record, path, f"has {len(text):,} characters, and {longest:,} are allowed")


def names_are_names(dataset: "Dataset") -> Iterator[Problem]:
    """A name holds letters or digits, is not an identifier, and does not mix alphabets within a word."""
    for record in dataset:
        if not isinstance(record, Named):
            continue
        if not fold(record.label):
            yield problem(record, "name", f"{record.label!r} has no letters or digits")
        mixed = [word for word in record.label.split() if len(_alphabets(word)) > 1]
        if mixed:
            alphabets = " and ".join(sorted(_alphabets(mixed[0])))
            yield problem(record, "name", f"{mixed[0]!r} mixes {alphabets} letters: type it anew")
        for path, text in [("name", record.label), *_paths_of_names(record)]:
            if is_ror(text) or is_isni(text) or is_wikidata(text):
                yield problem(record, path, f"{text!r} is an identifier, not a name: write it in its own field")


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every text that a record holds, but for the words of closed lists."""
    for path, _, value in leaves(record):
        if isinstance(value, str) and not isinstance(value, Enum):
            yield path, value


def _bearers(records: Iterable[Record]) -> dict[str, list[tuple[Record, str | None]]]:
    """Return the records that bear each folded name.

    With each record stands the spelling of the name if it is the record's own, a proper name or a label of it, and None
    if it is only an alias, an acronym or a former name.
    """
    bearers: dict[str, list[tuple[Record, str | None]]] = {}
    for record in records:
        spellings: dict[str, str | None] = {fold(record.label): record.label}
        for name in names_of(record):
            key = fold(name.text)
            spellings[key] = spellings.get(key) or (name.text if name.kind is NameKind.LABEL else None)
        for key, spelling in spellings.items():
            bearers.setdefault(key, []).append((record, spelling))
    return bearers


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in _UNSEEN and letter not in _JOINERS


def _paths_of_names(record: Record) -> list[tuple[str, str]]:
    return [(f"names[{index}]", name.text) for index, name in enumerate(names_of(record))]


def _alphabets(word: str) -> set[str]:
    """Return the alphabets that look alike and that the letters of a word belong to."""
    names = {unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
    return {name.capitalize() for name in names & _ALIKE}


def _longest(path: str) -> int:
    """Return how many characters the text at a path may have."""
    field = path.rpartition(".")[2]
    return _LONGEST.get(field, _LONGEST_OTHER)
