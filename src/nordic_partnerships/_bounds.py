"""The days on which a relation can begin and end, and what they say of its status at a time.

Every fact about a relation only narrows these days. So what its written dates alone settle stays settled, whatever its
sources, its sides and other relations show; the rest is for ``_validity``. Days are ``date.toordinal``.
"""

from __future__ import annotations

from typing import Final

from . import kinds as words
from ._dates import Bound, PartialDate, Period

__all__ = ["FAR_AHEAD", "LONG_AGO", "Bounds", "bounds_in_common", "settles", "status_in", "written_bounds"]

LONG_AGO: Final = -10_000_000
"""A day before every date."""
FAR_AHEAD: Final = 10_000_000
"""A day after every date."""


class Bounds:
    """The days on which a relation can begin and end, over all worlds."""

    __slots__ = ("first_end", "first_start", "last_end", "last_start", "left_out")

    first_start: int
    last_start: int
    first_end: int
    last_end: int
    left_out: tuple[str, ...]

    def __init__(
        self, first_start: int, last_start: int, first_end: int, last_end: int, left_out: tuple[str, ...] = ()
    ) -> None:
        """Bound a relation.

        Args:
            first_start: the earliest first day.
            last_start: the latest first day.
            first_end: the earliest last day.
            last_end: the latest last day.
            left_out: what contradicts the facts before it.
        """
        self.first_start = first_start
        self.last_start = last_start
        self.first_end = first_end
        self.last_end = last_end
        self.left_out = left_out


_NEVER: Final = Bounds(FAR_AHEAD, FAR_AHEAD, LONG_AGO, LONG_AGO)
"""Bounds of what was never in force in any world."""


def written_bounds(period: Period, goes_on_until: int | None) -> Bounds:
    """Return the bounds that the dates of a relation give, before anything else is known.

    Args:
        period: when it is in force, as written.
        goes_on_until: the day until which an open end says that it goes on, if nothing on record speaks against it.

    >>> bounds = written_bounds(Period.parse("2014-05-01/"), None)
    >>> bounds.first_start, bounds.last_start, bounds.first_end
    (735354, 735354, 735354)
    """
    first_start, last_start = _days(period.start)
    first_end, last_end = _days(period.end)
    if period.start is Bound.OPEN:
        last_start = LONG_AGO
    if period.end is Bound.OPEN and goes_on_until is not None:
        first_end = goes_on_until
    return Bounds(first_start, min(last_start, last_end), max(first_end, first_start), last_end)


def settles(bounds: Bounds, first: int, last: int) -> bool:
    """Say whether narrower bounds would give the same status from one day to another: in force, or not in force."""
    is_in_force = bounds.last_start <= last and bounds.first_end >= first
    return is_in_force or bounds.first_start > last or bounds.last_end < first


def status_in(bounds: Bounds, first: int, last: int) -> words.Status:
    """Return the status of a relation at some time from one day to another."""
    if bounds.first_start > last or bounds.last_end < first:
        return words.Status.NOT_IN_FORCE
    if bounds.last_start > last:
        return words.Status.UNKNOWN
    return words.Status.IN_FORCE if bounds.first_end >= first else words.Status.PRESUMED


def bounds_in_common(one: Bounds, other: Bounds) -> Bounds:
    """Return the bounds of the time that two relations have in common, judged as one relation.

    It begins when the later of the two does, and ends when the earlier of them does. The worlds of one relation do not
    depend on those of another of a different pair: that both share a side only says that neither begins before it. So
    the extremes of both can come together. Where one may have ended before the other began, nothing in common may ever
    have begun: then there is no day by which it surely had.

    >>> since_2010 = Bounds(first_start=10, last_start=10, first_end=12, last_end=FAR_AHEAD)
    >>> since_2020 = Bounds(first_start=20, last_start=20, first_end=26, last_end=FAR_AHEAD)
    >>> status_in(since_2010, 26, 26), status_in(bounds_in_common(since_2010, since_2020), 26, 26)
    (<Status.PRESUMED: 'presumed in force'>, <Status.UNKNOWN: 'unknown'>)
    """
    first_start = max(one.first_start, other.first_start)
    last_end = min(one.last_end, other.last_end)
    if first_start > last_end:
        return _NEVER
    surely = one.last_start <= other.first_end and other.last_start <= one.first_end
    last_start = max(one.last_start, other.last_start) if surely else FAR_AHEAD
    return Bounds(first_start, last_start, min(one.first_end, other.first_end), last_end)


def _days(bound: PartialDate | Bound) -> tuple[int, int]:
    """Return the first and the last day that an end of a period can mean."""
    if not isinstance(bound, PartialDate):
        return LONG_AGO, FAR_AHEAD
    return bound.first.toordinal(), bound.last.toordinal()
