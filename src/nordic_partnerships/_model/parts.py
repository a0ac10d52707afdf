"""What records are made of beside plain values: citations, alternatives, names, office holders, places and figures."""

import attrs

from .._dates import PartialDate
from ..kinds import Basis, NameKind, Qualifier, SizeMeasure
from .fields import refers_to

__all__ = ["Alternative", "Citation", "Location", "Name", "OfficeHolder", "Size"]


@attrs.frozen(kw_only=True)
class Citation:
    """Why a record is believed: a source and the place in it.

    Attributes:
        source: id of the source.
        section: the heading that the passage stands under, as printed; in square brackets if the document lost it.
        span: the first character and the one after the last, counted from 0 in the document decoded as UTF-8.
        supports: names of the fields that it supports; empty means the record as a whole.
        stated: the words that carry the fact, as printed, a few at most; they stand within the span.
        attests: True if the source speaks of its own present; False if it tells history, announces, or speaks against;
            None if nobody has said.
    """

    source: str = attrs.field(metadata=refers_to("Source"))
    section: str | None = None
    span: tuple[int, int] | None = None
    supports: tuple[str, ...] = ()
    stated: str | None = None
    attests: bool | None = None


@attrs.frozen(kw_only=True)
class Alternative:
    """A competing claim that was not chosen, kept in view.

    Attributes:
        field: name of the field that it would fill.
        value: what it says, written as in the data format.
        citation: where it says so.
        remark: why it was not chosen.
    """

    field: str
    value: str
    citation: Citation
    remark: str | None = None


@attrs.frozen(kw_only=True)
class Name:
    """A further name of a record.

    Attributes:
        text: the name.
        kind: label (a proper name in some language), alias, acronym or former name.
        language: ISO 639-1 code, if the source or the name itself tells.
    """

    text: str
    kind: NameKind = NameKind.ALIAS
    language: str | None = None

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True)
class OfficeHolder:
    """A person who acts in a public office: who signed, spoke or leads. Never a contact person.

    Attributes:
        name: the person's name.
        office: the office, in words.
        organization: id of the organization that the office belongs to.
    """

    name: str
    office: str
    organization: str | None = attrs.field(default=None, metadata=refers_to("Organization"))

    def __str__(self) -> str:
        return f"{self.name}, {self.office}"


@attrs.frozen(kw_only=True)
class Location:
    """A point on the map: that of the city, not of a building.

    Attributes:
        latitude: decimal degrees north (WGS 84).
        longitude: decimal degrees east (WGS 84).
    """

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude}, {self.longitude}"


@attrs.frozen(kw_only=True, repr=False)
class Size:
    """One figure about a network or an event.

    Attributes:
        measure: what is counted: members, countries, cities, staff, students, participants or other.
        count: the number.
        what: what is counted, as the source calls it: universities, institutions, ...
        qualifier: how the source hedges the number: exactly, about, more than, at least or less than.
        as_of: the date of the figure, or None if the source gives none.
        stated: the figure as printed, a few words at most.
        basis: stated by a source, or counted from a roster.
        remark: what a reader should know.
        citations: why the figure is believed.
    """

    measure: SizeMeasure
    count: int
    what: str | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    as_of: PartialDate | None = None
    stated: str | None = None
    basis: Basis = Basis.STATED
    remark: str | None = None
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        hedge = "" if self.qualifier is Qualifier.EXACTLY else f"{self.qualifier} "
        return f"{hedge}{self.count:,} {self.what or self.measure}"

    def __repr__(self) -> str:
        return f"<Size {self.measure}: {self} ({self.as_of or 'undated'})>"
