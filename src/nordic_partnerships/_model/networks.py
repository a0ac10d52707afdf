"""The networks that organizations form."""

import attrs

from .._dates import PartialDate
from ..kinds import NetworkKind, RosterStatus
from .fields import refers_to
from .parts import Name
from .record import Named, Record
from .sizes import Size, Sized

__all__ = ["Network"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
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
        sizes: figures, in the order of measure and date; ``size_of`` chooses one of them.
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
    founders: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization", "Network"))
    funders: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization", "Network"))
    themes: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Theme"))
    summary: str | None = None
    sizes: tuple[Size, ...] = ()
    roster: RosterStatus = RosterStatus.PARTIAL
    roster_as_of: PartialDate | None = None
    roster_source: str | None = attrs.field(default=None, metadata=refers_to("Source"))
    dissolved: PartialDate | None = None

    @property
    def lifetime(self) -> tuple[PartialDate | None, PartialDate | None]:
        """When it began and when it ceased to exist, as far as known.

        >>> import nordic_partnerships as nordic
        >>> nordic.network("LERU").lifetime
        (PartialDate.parse('2002'), None)
        """
        return self.founded, self.dissolved
