"""Names and other texts: written in one normal form, given once, and borne by one record of a class."""

import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING

from ..._model import NAMED, Name, Named, Record, leaves
from ..._names.folding import fold
from ...errors import Problem
from ...kinds import NameKind
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["names_are_given_once", "names_are_unambiguous", "texts", "texts_are_normal"]


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
        for index, name in enumerate(_further_names(record)):
            if not fold(name.text):
                yield problem(record, f"names[{index}]", f"{name.text!r} has no letters or digits")
            elif name.text in seen:
                yield problem(record, f"names[{index}]", f"the record has the name {name.text!r} already")
            seen.add(name.text)


def names_are_unambiguous(dataset: "Dataset") -> Iterator[Problem]:
    """A name is borne by one record of a class, or declared ambiguous: an alias, acronym or former name of each."""
    for cls in NAMED:
        for bearers in _bearers(dataset.records(cls)).values():
            for record, proper_name in bearers.items():
                if proper_name is None or len(bearers) == 1:
                    continue
                others = ", ".join(other.id for other in bearers if other is not record)
                yield problem(record, "name", f"{proper_name!r} is also a name of {others}")


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every text that a record holds, but for the words of closed lists."""
    for path, _, value in leaves(record):
        if isinstance(value, str) and not isinstance(value, Enum):
            yield path, value


def _bearers(records: Iterable[Record]) -> dict[str, dict[Record, str | None]]:
    """Return the records that bear each folded name.

    With each record stands the spelling of the name if it is the record's own, a proper name or a label of it, and None
    if it is only an alias, an acronym or a former name.
    """
    bearers: dict[str, dict[Record, str | None]] = {}
    for record in records:
        bearers.setdefault(fold(record.label), {})[record] = record.label
        for name in _further_names(record):
            known = bearers.setdefault(fold(name.text), {})
            proper_name = name.text if name.kind is NameKind.LABEL else None
            known[record] = known.get(record) or proper_name
    return bearers


def _further_names(record: Record) -> tuple[Name, ...]:
    return record.names if isinstance(record, Named) else ()
