"""Evidence: every claim cites a source, a citation supports what is there, and a document is known by its digest."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from ..._model import Record, Revision, Source, Tombstone, citations_of, references, sizes_of
from ..._text import with_article
from ...errors import Problem
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = [
    "citations_name_fields",
    "documents_have_digests",
    "quotations_are_short",
    "records_are_cited",
    "sources_are_cited",
]

_LONGEST_QUOTATION: Final = 100
"""Up to this many characters may be quoted: a few words, not a sentence."""

_SHA256: Final = re.compile("[0-9a-f]{64}")


def records_are_cited(dataset: "Dataset") -> Iterator[Problem]:
    """Every record has a citation, and so has every figure; sources and what curators did need none."""
    for record in dataset:
        if not record.citations and not isinstance(record, Source | Tombstone | Revision):
            yield problem(record, "citations", "the record has no citations: name the source that supports it")
        for index, size in enumerate(sizes_of(record)):
            if not size.citations:
                yield problem(
                    record, f"sizes[{index}].citations", "the figure has no citations: name the source that states it"
                )


def citations_name_fields(dataset: "Dataset") -> Iterator[Problem]:
    """What a citation supports, and what an alternative competes for, are fields of the record."""
    for record in dataset:
        fields = {field.name for field in attrs.fields(type(record))}
        for path, name in _fields_named(record):
            if name not in fields:
                yield problem(record, path, f"{with_article(type(record).__name__.lower())} has no field {name!r}")


def quotations_are_short(dataset: "Dataset") -> Iterator[Problem]:
    """What is quoted as stated is a few words, not a sentence."""
    for record in dataset:
        for path, quotation in _quotations(record):
            if len(quotation) > _LONGEST_QUOTATION:
                yield problem(
                    record,
                    path,
                    f"the quotation has {len(quotation)} characters, and {_LONGEST_QUOTATION} are allowed: "
                    "quote the few words that carry the fact",
                )


def documents_have_digests(dataset: "Dataset") -> Iterator[Problem]:
    """A source that names a document gives its SHA-256, and only such a source does."""
    for source in dataset.records(Source):
        if source.document is not None and source.sha256 is None:
            yield problem(source, "sha256", "is missing: a source that names a document gives the document's SHA-256")
        elif source.document is None and source.sha256 is not None:
            yield problem(source, "document", "is missing: a source that gives a SHA-256 names the document")
        elif source.sha256 is not None and _SHA256.fullmatch(source.sha256) is None:
            yield problem(source, "sha256", "is not a SHA-256: write 64 hexadecimal digits in lower case")


def sources_are_cited(dataset: "Dataset") -> Iterator[Problem]:
    """Every source supports something.

    This is asked of what curators work on, not of a dataset: in a part of one many a source has nothing to support.
    """
    used = {reference.id for record in dataset for reference in references(record)}
    for source in dataset.records(Source):
        if source.id not in used:
            yield problem(source, "", "nothing cites this source: cite it where it speaks, or take it out")


def _fields_named(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (path, name) of every field that a citation or an alternative of a record names."""
    for path, citation in citations_of(record):
        for name in citation.supports:
            yield f"{path}.supports", name
    for index, alternative in enumerate(record.alternatives):
        yield f"alternatives[{index}].field", alternative.field


def _quotations(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (path, words) of everything that a record quotes: for its figures, then for its citations."""
    for index, size in enumerate(sizes_of(record)):
        if size.stated is not None:
            yield f"sizes[{index}].stated", size.stated
    for path, citation in citations_of(record):
        if citation.stated is not None:
            yield f"{path}.stated", citation.stated
