"""Who there is: organizations, the networks they form, and their memberships in them."""

import attrs

from .._arguments import parse_word
from .._dates import AsOf, Ever, PartialDate, Period, parse_as_of
from ..kinds import NetworkKind, OrganizationKind, Role, RosterStatus, SizeMeasure, SizeMeasureWord
from .fields import refers_to
from .parts import Location, Name, Size
from .record import Dated, Named, Record, Sized

__all__ = ["Membership", "Network", "Organization"]

_BODIES = ("Organization", "Network")


@attrs.frozen(kw_only=True, repr=False)
class Organization(Named, Record):
    """A legal or administrative body, in any country.

    Attributes:
        name: its standard English name.
        kind: university, university of applied sciences, college, company, city, ...
        country: ISO 3166-1 alpha-2 code; None for a body of several countries, or if no source says.
        city: where it is.
        location: the place of the city on the map.
        established: when it was founded.
        website: its address.
        names: further names: labels in other languages, aliases, acronyms, former names.
        ror: ROR id as an address, ``https://ror.org/...``.
        wikidata: Wikidata item, ``Q...``.
        isni: ISNI, sixteen characters in groups of four.
        part_of: ids of the organizations or networks that it is a part of.
        successor: id of the one organization that took its place, as older releases write it.
        summary: one line.
        closed: when it ceased to exist.
        successors: ids of the organizations that took its place: one or several.
    """

    name: str
    kind: OrganizationKind
    country: str | None = None
    city: str | None = None
    location: Location | None = None
    established: PartialDate | None = None
    website: str | None = None
    names: tuple[Name, ...] = ()
    ror: str | None = None
    wikidata: str | None = None
    isni: str | None = None
    part_of: tuple[str, ...] = attrs.field(default=(), metadata=refers_to(*_BODIES))
    successor: str | None = attrs.field(default=None, metadata=refers_to("Organization"))
    summary: str | None = None
    closed: PartialDate | None = None
    successors: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization"))

    @property
    def all_successors(self) -> tuple[str, ...]:
        """Ids of the organizations that took its place, however they are written."""
        return tuple(dict.fromkeys((*self.successors, *filter(None, [self.successor]))))


@attrs.frozen(kw_only=True, repr=False)
class Network(Named, Sized, Record):
    """An alliance, association, innovation community, initiative or scheme that has members.

    Attributes:
        name: its standard English name.
        kind: university alliance, association, thematic network, ...
        scope: the area or population that it spans, in words.
        founded: when it was founded.
        seat: city, and country code after a comma.
        website: its address.
        names: further names.
        part_of: ids of the networks that it is a part of.
        founders: ids of the organizations or networks that created it, if they are not simply its first members.
        funders: ids of the organizations or networks that fund or back it.
        themes: ids of its themes.
        summary: one line.
        sizes: figures, in the order of measure and date; of two with one date the first is preferred.
        roster: whether the memberships on record are all there are, at ``roster_as_of``.
        roster_as_of: the date of a complete roster.
        roster_source: id of the source that the roster was taken from; it attests the members who cite it.
        dissolved: when it ceased to exist.
    """

    name: str
    kind: NetworkKind
    scope: str | None = None
    founded: PartialDate | None = None
    seat: str | None = None
    website: str | None = None
    names: tuple[Name, ...] = ()
    part_of: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Network"))
    founders: tuple[str, ...] = attrs.field(default=(), metadata=refers_to(*_BODIES))
    funders: tuple[str, ...] = attrs.field(default=(), metadata=refers_to(*_BODIES))
    themes: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Theme"))
    summary: str | None = None
    sizes: tuple[Size, ...] = ()
    roster: RosterStatus = RosterStatus.PARTIAL
    roster_as_of: PartialDate | None = None
    roster_source: str | None = attrs.field(default=None, metadata=refers_to("Source"))
    dissolved: PartialDate | None = None

    def size(
        self, measure: SizeMeasure | SizeMeasureWord = SizeMeasure.MEMBERS, as_of: AsOf | None = None
    ) -> Size | None:
        """Return its size: the latest dated figure not after ``as_of``, or an undated one if no figure is dated.

        Args:
            measure: what is counted.
            as_of: a date. The default, like ``EVER``, asks for the latest figure of all.

        Returns:
            The size, or None if no figure speaks for that date or the network was not yet founded.

        Raises:
            InvalidValueError: there is no such measure.
            InvalidDateError: there is no such date.

        >>> import nordic_partnerships as nordic
        >>> print(nordic.network("LERU").size("countries"))
        12 countries

        """
        measure = parse_word(SizeMeasure, measure, "measure")
        at = Ever.EVER if as_of is None else parse_as_of(as_of)
        if not isinstance(at, Ever) and self.founded is not None and self.founded.first > at.last:
            return None
        sizes = [size for size in self.sizes if size.measure is measure]
        dated = [(size.as_of, size) for size in sizes if size.as_of is not None]
        if not dated:
            return next(iter(sizes), None)
        known = [(date, size) for date, size in dated if isinstance(at, Ever) or date.last <= at.last]
        return max(known, key=lambda pair: (pair[0].last, pair[0].first), default=(None, None))[1]


@attrs.frozen(kw_only=True, repr=False)
class Membership(Dated, Record):
    """An organization, or a network, in a network.

    Attributes:
        network: id of the network.
        member: id of the organization or network that belongs to it.
        roles: what the member is or does there.
        period: from when to when.
        ended_by: a date by which it is known to be over, if the end itself is not known.
    """

    network: str = attrs.field(metadata=refers_to("Network"))
    member: str = attrs.field(metadata=refers_to(*_BODIES))
    roles: tuple[Role, ...] = (Role.MEMBER,)
    period: Period = Period()
    ended_by: PartialDate | None = None

    @property
    def label(self) -> str:
        """Who belongs to what."""
        return f"{self.member} in {self.network}"
