"""The networks that organizations form."""

import attrs

from .._arguments import parse_word
from .._dates import AsOf, Ever, PartialDate, parse_as_of
from ..kinds import NetworkKind, RosterStatus, SizeMeasure, SizeMeasureWord
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
    founders: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization", "Network"))
    funders: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization", "Network"))
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
        """Return its size: the latest dated figure that does not begin after ``as_of``, or else an undated one.

        A figure dated "2019" may speak in July 2019. The latest is the one whose date begins last; of those that begin
        on one day it is the most precise. An undated figure speaks only if no figure is dated, and a superseded one
        never.

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
        sizes = [size for size in self.sizes if size.measure is measure and size.superseded is None]
        dated = [(size.as_of, size) for size in sizes if size.as_of is not None]
        if not dated:
            return next(iter(sizes), None)
        begun = [(date, size) for date, size in dated if isinstance(at, Ever) or date.first <= at.last]
        return max(begun, key=lambda pair: (pair[0].first, -pair[0].last.toordinal()), default=(None, None))[1]
