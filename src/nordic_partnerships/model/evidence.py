"""What every record shares: its id, and why to believe it."""

from datetime import date
from typing import Any

import attrs

from ..dates import PartialDate
from .enumerations import NameKind, SourceKind

__all__ = ["Alternative", "Citation", "Name", "OfficeHolder", "Record", "Source", "in_words"]


@attrs.frozen(kw_only=True)
class Citation:
    """Why a record is believed: a source and the place in it."""

    source: str
    """Id of the source."""
    section: str | None = None
    """The heading that the passage stands under, as printed; in square brackets where the document lost it."""
    span: tuple[int, int] | None = None
    """First character and the one after the last, counted from 0 in the document as decoded from UTF-8."""
    supports: tuple[str, ...] = ()
    """Names of the fields that it supports; empty: the record as a whole."""
    stated: str | None = None
    """The words that carry the fact, as printed, a few at most; they stand within the span."""


@attrs.frozen(kw_only=True)
class Alternative:
    """A competing claim that was not chosen, kept in view."""

    field: str
    """Name of the field that it would fill."""
    value: str
    """What it says, in the words of the data format."""
    citation: Citation
    remark: str | None = None
    """Why it was not chosen."""


@attrs.frozen(kw_only=True)
class Name:
    """One more name of a record."""

    text: str
    kind: NameKind = NameKind.ALIAS
    language: str | None = None
    """ISO 639-1 code, where the source or the name itself tells."""


@attrs.frozen(kw_only=True)
class OfficeHolder:
    """A person who acts in a public office: who signed, spoke or leads. Never a contact person."""

    name: str
    office: str
    organization: str | None = None
    """Id of the organization that the office belongs to."""


@attrs.frozen(kw_only=True, repr=False)
class Record:
    """Base of every record: an id, its evidence, and how it shows itself.

    Records are values: frozen, equal when their fields are, hashable, and safe to pickle and copy.
    """

    id: str
    """Unique among all records of a release, never reused: lower-case ASCII words joined by hyphens."""
    citations: tuple[Citation, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    remark: str | None = None
    """What the curator wants a reader to know."""

    @property
    def label(self) -> str:
        """What to call the record in a line of text; its id where it has no name."""
        return self.id

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        name = "" if self.label == self.id else f" {self.label!r}"
        return f"<{type(self).__name__} {self.id}{name}>"

    def _repr_html_(self) -> str:
        """Return the small table that notebooks show: the fields that hold something, evidence left to ``explain``."""
        from html import escape

        rows = "".join(
            f"<tr><th>{field.name}</th><td>{escape(in_words(value))}</td></tr>"
            for field in attrs.fields(type(self))
            if field.name not in ("citations", "alternatives")
            and (value := getattr(self, field.name)) not in (None, ())
        )
        return f"<table><caption>{escape(type(self).__name__)}</caption>{rows}</table>"


@attrs.frozen(kw_only=True, repr=False)
class Source(Record):
    """A document or page that facts come from. It is its own evidence, so it needs no citation."""

    title: str
    publisher: str
    kind: SourceKind
    url: str | None = None
    """The publisher's own address, where it is certain."""
    document: str | None = None
    """File name of the document that was read, where one was kept."""
    sha256: str | None = None
    """SHA-256 of that file, in hexadecimal."""
    language: str | None = None
    """ISO 639-1 code."""
    as_of: PartialDate | None = None
    """The date that the source itself bears."""
    accessed: date
    """The day it was read."""

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def attested(self) -> PartialDate:
        """The date from which it can speak: its own, else the day it was read."""
        return self.as_of or PartialDate(self.accessed.year, self.accessed.month, self.accessed.day)


def in_words(value: Any) -> str:
    """Return the value of a field as a person would write it."""
    if isinstance(value, tuple):
        return ", ".join(map(in_words, value))
    if isinstance(value, Name):
        return value.text
    if isinstance(value, OfficeHolder):
        return f"{value.name}, {value.office}"
    return str(value)
