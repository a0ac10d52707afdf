"""Who there is: organizations, the networks they form, and their memberships in them."""

import attrs

from ..dates import AsOf, Ever, PartialDate, Period, parse_as_of
from .enumerations import (
    Basis,
    NetworkKind,
    OrganizationKind,
    Qualifier,
    Role,
    RosterStatus,
    SizeMeasure,
)
from .evidence import Citation, Name, Record
from .values import parse_value

__all__ = ["Location", "Membership", "Network", "Organization", "Size"]


@attrs.frozen(kw_only=True)
class Location:
    """A point on the map, in decimal degrees (WGS 84): that of the city, not of a building."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude}, {self.longitude}"


@attrs.frozen(kw_only=True, repr=False)
class Organization(Record):
    """A legal or administrative body, in any country."""

    name: str
    """Its standard English name."""
    kind: OrganizationKind
    country: str | None = None
    """ISO 3166-1 alpha-2 code; none for a body of several countries, or where no source says."""
    city: str | None = None
    location: Location | None = None
    established: PartialDate | None = None
    website: str | None = None
    names: tuple[Name, ...] = ()
    ror: str | None = None
    """ROR id as a URL, ``https://ror.org/...``."""
    wikidata: str | None = None
    """Wikidata item, ``Q...``."""
    isni: str | None = None
    """ISNI, sixteen characters in groups of four."""
    part_of: tuple[str, ...] = ()
    """Ids of the organizations or networks that it is a part of."""
    successor: str | None = None
    """Id of the organization that took its place."""
    summary: str | None = None

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@attrs.frozen(kw_only=True, repr=False)
class Size:
    """One figure about a network or an event."""

    measure: SizeMeasure
    count: int
    what: str | None = None
    """What is counted, as the source calls it: universities, institutions, ..."""
    qualifier: Qualifier = Qualifier.EXACTLY
    as_of: PartialDate | None = None
    """The date of the figure; none: the source gives none."""
    stated: str | None = None
    """The figure as printed, a few words at most."""
    basis: Basis = Basis.STATED
    remark: str | None = None
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        hedge = "" if self.qualifier is Qualifier.EXACTLY else f"{self.qualifier} "
        return f"{hedge}{self.count:,} {self.what or self.measure}"

    def __repr__(self) -> str:
        return f"<Size {self.measure}: {self} ({self.as_of or 'undated'})>"


@attrs.frozen(kw_only=True, repr=False)
class Network(Record):
    """An alliance, association, innovation community, initiative or scheme that has members."""

    name: str
    kind: NetworkKind
    scope: str | None = None
    """The area or population that it spans, in words."""
    founded: PartialDate | None = None
    seat: str | None = None
    """City, and country code after a comma."""
    website: str | None = None
    names: tuple[Name, ...] = ()
    part_of: tuple[str, ...] = ()
    """Ids of the networks that it is a part of."""
    founders: tuple[str, ...] = ()
    """Ids of the organizations or networks that created it, where they are not simply its first members."""
    funders: tuple[str, ...] = ()
    """Ids of the organizations or networks that fund or back it."""
    themes: tuple[str, ...] = ()
    summary: str | None = None
    sizes: tuple[Size, ...] = ()
    """Figures, in the order of measure and date; of two with one date the first is preferred."""
    roster: RosterStatus = RosterStatus.PARTIAL
    """Whether the memberships recorded are all there are, at ``roster_as_of``."""
    roster_as_of: PartialDate | None = None

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    def size(self, measure: SizeMeasure | str = SizeMeasure.MEMBERS, as_of: AsOf | None = None) -> Size | None:
        """Return its size: the latest dated figure not after ``as_of``; an undated one only where none is dated.

        Args:
            measure: what is counted.
            as_of: a date; by default (as with ``EVER``) the latest figure of all.

        Returns:
            The size, or None where no figure speaks for that date, or the network was not yet founded.

        Raises:
            InvalidValueError: no such measure.
            InvalidDateError: no such date.

        >>> import nordic_partnerships as nordic
        >>> print(nordic.network("LERU").size("countries"))
        12 countries

        """
        measure = parse_value(SizeMeasure, measure, "measure")
        at = Ever.EVER if as_of is None else parse_as_of(as_of)
        if isinstance(at, PartialDate) and self.founded is not None and self.founded.first > at.last:
            return None
        figures = [size for size in self.sizes if size.measure is measure]
        dated = [(size.as_of, size) for size in figures if size.as_of is not None]
        if not dated:
            return next(iter(figures), None)
        known = [(date, size) for date, size in dated if isinstance(at, Ever) or date.last <= at.last]
        return max(known, key=lambda pair: (pair[0].last, pair[0].first), default=(None, None))[1]


@attrs.frozen(kw_only=True, repr=False)
class Membership(Record):
    """An organization, or a network, in a network."""

    network: str
    """Id of the network."""
    member: str
    """Id of the organization or network that belongs to it."""
    roles: tuple[Role, ...] = (Role.MEMBER,)
    period: Period = Period()
    ended_by: PartialDate | None = None
    """A date by which it is known to be over, where the end itself is not known."""

    @property
    def label(self) -> str:
        """Who belongs to what."""
        return f"{self.member} in {self.network}"
