"""Claims: a citation points into its document and supports content, and a competing claim is one."""

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING, Final

import attrs

from ..._dates import PartialDate, Period
from ..._model import Alternative, Indicator, Record, Source, Statement, citations_of, shape_of
from ..._names.folding import fold
from ...errors import InvalidDateError, Problem
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = [
    "alternatives_compete",
    "citations_support_content",
    "nothing_is_said_about_itself",
    "spans_lie_in_documents",
    "statements_are_made_once",
]

_NOT_CONTENT: Final = frozenset({"id", "citations", "alternatives"})
"""Fields that say nothing about the world, and so have no evidence."""


def citations_support_content(dataset: "Dataset") -> Iterator[Problem]:
    """A citation supports fields that say something about the world: not the id, and not the evidence itself."""
    for record in dataset:
        for path, citation in citations_of(record):
            for name in citation.supports:
                if name in _NOT_CONTENT:
                    yield problem(record, f"{path}.supports", f"no source supports {name!r}: name fields with content")


def spans_lie_in_documents(dataset: "Dataset") -> Iterator[Problem]:
    """A span counts characters of a document; a page without one has none."""
    sources = {source.id: source for source in dataset.records(Source)}
    for record in dataset:
        for path, citation in citations_of(record):
            if citation.span is None:
                continue
            if sources[citation.source].document is None:
                message = f"counts characters of a document, but {citation.source!r} names none: leave the span out"
                yield problem(record, f"{path}.span", message)


def alternatives_compete(dataset: "Dataset") -> Iterator[Problem]:
    """A competing claim is one that the field could hold, written as in the data format, and is not what it holds."""
    for record in dataset:
        for index, alternative in enumerate(record.alternatives):
            message = _no_competitor(record, alternative)
            if message is not None:
                yield problem(record, f"alternatives[{index}]", message)


def nothing_is_said_about_itself(dataset: "Dataset") -> Iterator[Problem]:
    """A statement or an indicator is about another record."""
    claims: tuple[Statement | Indicator, ...] = (*dataset.records(Statement), *dataset.records(Indicator))
    for claim in claims:
        if claim.subject == claim.id:
            yield problem(claim, "subject", "is the record itself: name the record that it is about")


def statements_are_made_once(dataset: "Dataset") -> Iterator[Problem]:
    """The same is not said twice of one record."""
    made: dict[tuple[str, str], str] = {}
    for statement in dataset.records(Statement):
        first = made.setdefault((statement.subject, fold(statement.text)), statement.id)
        if first != statement.id:
            yield problem(statement, "text", f"is also that of {first!r}, about the same record: merge the two")


def _no_competitor(record: Record, alternative: Alternative) -> str | None:
    """Return why a claim does not compete with a field of a record, if it does not."""
    if alternative.field in _NOT_CONTENT:
        return f"nothing competes for {alternative.field!r}: name a field with content"
    field = next((field for field in attrs.fields(type(record)) if field.name == alternative.field), None)
    if field is None:
        return None
    shape = shape_of(field.type)
    if shape.many:
        return None
    chosen = getattr(record, alternative.field)
    if chosen is not None and str(chosen) == alternative.value:
        return f"{alternative.value!r} is what the record says: it competes with nothing"
    if not _can_be_read(alternative.value, shape.item):
        return f"{alternative.value!r} does not fit the field {alternative.field!r}: write it as the field is written"
    return None


def _can_be_read(text: str, cls: type) -> bool:
    """Say whether a text is a value of a class as the data format writes it."""
    try:
        if cls in (PartialDate, Period):
            cls.parse(text)
        elif issubclass(cls, (Enum, int, float)):
            cls(text)
    except (InvalidDateError, ValueError):
        return False
    return True
