"""Where facts come from."""

from datetime import date

import attrs

from .._dates import PartialDate
from ..kinds import SourceKind
from .record import Record

__all__ = ["Source"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Source(Record):
    """A document or page that facts come from. It is its own evidence, so it needs no citation.

    Attributes:
        title: as the source gives it, or in our words where that is long.
        publisher: who published it.
        kind: who speaks: official site, member's site, news, encyclopedia or dataset.
        url: the publisher's own address, if it is certain.
        archived: address of a kept copy, if one is known, such as one in a web archive.
        document: file name of the document that was read, if one was kept.
        sha256: SHA-256 of that file, in hexadecimal.
        language: ISO 639-1 code.
        as_of: the date that the source itself bears.
        accessed: the day it was read.
    """

    title: str
    publisher: str
    kind: SourceKind
    url: str | None = None
    archived: str | None = None
    document: str | None = None
    sha256: str | None = None
    language: str | None = None
    as_of: PartialDate | None = None
    accessed: date

    @property
    def label(self) -> str:
        """The title."""
        return self.title

    @property
    def attested(self) -> PartialDate:
        """The date from which it can speak: its own, or the day it was read if it bears none."""
        return self.as_of or PartialDate(self.accessed.year, self.accessed.month, self.accessed.day)
