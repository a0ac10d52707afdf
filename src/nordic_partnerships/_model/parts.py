"""What records are made of beside plain values: citations, alternatives, names and places."""

import attrs

from .._building import BUILDING
from .._dates import Period
from .._values import Value
from ..kinds import NameKind
from .fields import refers_to

__all__ = ["Alternative", "Citation", "Location", "Name"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Citation(Value):
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

    def _repr_html_(self) -> str:
        with BUILDING:
            from .showing import in_html

        return in_html(self, str)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Alternative(Value):
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


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Name(Value):
    """A further name of a record.

    Attributes:
        text: the name.
        kind: label (a proper name in some language), alias, acronym or former name.
        language: ISO 639-1 code, if the source or the name itself tells.
        period: when it was borne, if a source says so.
    """

    text: str
    kind: NameKind = NameKind.ALIAS
    language: str | None = None
    period: Period | None = None

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Location(Value):
    """A point on the map: that of the city, not of a building.

    Attributes:
        latitude: decimal degrees north (WGS 84).
        longitude: decimal degrees east (WGS 84).
    """

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude}, {self.longitude}"
