"""Organizations: the legal and administrative bodies that work together."""

import attrs

from .._dates import PartialDate
from ..kinds import OrganizationKind
from .fields import refers_to
from .parts import Location, Name
from .record import Named, Record

__all__ = ["Organization", "country_of"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
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
    part_of: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization", "Network"))
    successor: str | None = attrs.field(default=None, metadata=refers_to("Organization"))
    summary: str | None = None
    closed: PartialDate | None = None
    successors: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization"))

    @property
    def lifetime(self) -> tuple[PartialDate | None, PartialDate | None]:
        """When it began and when it ceased to exist, as far as known.

        >>> import nordic_partnerships as nordic
        >>> nordic.organization("Aalto University").lifetime
        (PartialDate.parse('2010'), None)
        """
        return self.established, self.closed

    @property
    def all_successors(self) -> tuple[str, ...]:
        """Ids of the organizations that took its place, however they are written."""
        return tuple(dict.fromkeys((*self.successors, *filter(None, [self.successor]))))


def country_of(record: Record) -> str | None:
    """Return the country of an organization; None for any other record."""
    return record.country if isinstance(record, Organization) else None
