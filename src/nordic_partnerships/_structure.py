"""What must hold before any question can be asked: ids lead to records, and values can be written and printed.

Opening a release and extending a dataset check this much and no more; what good data is, beyond that, is for
``data check``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from ._model import Record, citations_of, file_of, leaves, references
from ._text import with_article
from .errors import Problem

__all__ = ["ID", "STRUCTURE_RULES", "structural_problems"]

ID: Final = "[a-z0-9]+(--?[a-z0-9]+)*"
"""The pattern of an id: lower-case ASCII words, joined by one or two hyphens."""

_ID: Final = re.compile(ID)

_UNWRITABLE: Final = re.compile("(?P<control>[\x00-\x1f\x7f-\x9f])|(?P<surrogate>[\ud800-\udfff])")
_KINDS: Final = {"control": "a control character", "surrogate": "a lone surrogate"}
_LARGEST: Final = 2**63 - 1


def structural_problems(records: Iterable[Record]) -> list[Problem]:
    """Return everything that is wrong with the structure of some records, which may be a whole dataset."""
    everything = tuple(records)
    return [problem for rule in STRUCTURE_RULES for problem in rule(everything)]


def ids_are_well_formed(records: Iterable[Record]) -> Iterator[Problem]:
    """An id is made of lower-case ASCII letters and digits, in words joined by one or two hyphens."""
    for record in records:
        if _ID.fullmatch(record.id) is None:
            message = f"{record.id!r} is not made of lower-case ASCII words joined by hyphens"
            yield Problem(file_of(type(record)), record.id, "id", message)


def ids_are_unique(records: Iterable[Record]) -> Iterator[Problem]:
    """No two records have the same id, whatever their class."""
    everything = tuple(records)
    counts = Counter(record.id for record in everything)
    for record in everything:
        if counts[record.id] > 1:
            yield Problem(file_of(type(record)), record.id, "id", f"{counts[record.id]} records have this id")


def ids_are_resolved(records: Iterable[Record]) -> Iterator[Problem]:
    """An id that a field holds is that of a record of the right class."""
    everything = tuple(records)
    classes = {record.id: type(record) for record in everything}
    for record in everything:
        for path, held_id, allowed in references(record):
            file = file_of(type(record))
            if held_id not in classes:
                yield Problem(file, record.id, path, f"there is no record {held_id!r}")
            elif classes[held_id] not in allowed:
                actual = with_article(classes[held_id].__name__.lower())
                expected = " or ".join(with_article(cls.__name__.lower()) for cls in allowed)
                yield Problem(file, record.id, path, f"{held_id!r} is {actual}, expected {expected}")


def values_can_be_written(records: Iterable[Record]) -> Iterator[Problem]:
    """A text has no control characters and no half characters, and a number is finite and fits 64 bits."""
    for record in records:
        for path, _, value in leaves(record):
            message = _refusal(value)
            if message is not None:
                yield Problem(file_of(type(record)), record.id, path, message)


def spans_run_forwards(records: Iterable[Record]) -> Iterator[Problem]:
    """The span of a citation begins in the document, and ends after it begins."""
    for record in records:
        for path, citation in citations_of(record):
            if citation.span is not None and not 0 <= citation.span[0] < citation.span[1]:
                start, end = citation.span
                message = f"expected a start from 0 on and an end after it, got {start} and {end}"
                yield Problem(file_of(type(record)), record.id, f"{path}.span", message)


def _refusal(value: object) -> str | None:
    """Return why a value cannot be written, or None if it can."""
    if isinstance(value, str):
        match = _UNWRITABLE.search(value)
        return None if match is None else f"contains {_KINDS[str(match.lastgroup)]} (U+{ord(match[0]):04X})"
    if isinstance(value, int | float) and not -_LARGEST <= value <= _LARGEST:
        return "is too large for a number"
    return None


STRUCTURE_RULES: Final = (
    ids_are_well_formed,
    ids_are_unique,
    ids_are_resolved,
    values_can_be_written,
    spans_run_forwards,
)
"""The rules of structure, in the order in which they are checked."""
