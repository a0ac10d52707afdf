"""The days on which a relation can begin and end, and what they say of its status at a time.

Every fact about a relation only narrows these days. So what its written dates alone settle stays settled, whatever its
sources, its sides and other relations show; the rest is for ``_validity``. Days are ``date.toordinal``.
"""

from __future__ import annotations

from typing import Final

from ._dates import Bound, PartialDate
from .kinds import Status

__all__ = ["FAR_AHEAD", "LONG_AGO", "Bounds", "bounds_in_common", "status_in", "written_bounds"]

LONG_AGO: Final = -10_000_000
"""A day before every date."""
FAR_AHEAD: Final = 10_000_000
"""A day after every date."""

# Asked of many relations at once: Python 3.11 looks a member of an enum up slowly.
_IN_FORCE: Final = Status.IN_FORCE
_PRESUMED: Final = Status.PRESUMED
_UNKNOWN: Final = Status.UNKNOWN
_NOT_IN_FORCE: Final = Status.NOT_IN_FORCE


class Bounds:
    """The days on which a relation can begin and end, over all worlds."""

    __slots__ = ("first_end", "first_start", "last_end", "last_start", "left_out")

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


def written_bounds(start: PartialDate | Bound, end: PartialDate | Bound, goes_on_until: int | None) -> Bounds:
    """Return the bounds that the dates of a relation or body give, before anything else is known.

    Args:
        start: when it begins, as written.
        end: when it ends, as written.
        goes_on_until: the day until which an open end says that it goes on, if nothing on record speaks against it.

    >>> bounds = written_bounds(PartialDate(2014, 5, 1), Bound.UNKNOWN, None)
    >>> bounds.first_start, bounds.last_start, bounds.first_end
    (735354, 735354, 735354)
    """
    first_start, last_start = _days(start)
    first_end, last_end = _days(end)
    if start is Bound.OPEN:
        last_start = LONG_AGO
    if end is Bound.OPEN and goes_on_until is not None:
        first_end = goes_on_until
    return Bounds(first_start, min(last_start, last_end), max(first_end, first_start), last_end)


def status_in(bounds: Bounds, first: int, last: int) -> Status:
    """Return the status of a relation at some time from one day to another.

    If it is in force, or is not, then it is so by narrower bounds too.
    """
    if bounds.first_start > last or bounds.last_end < first:
        return _NOT_IN_FORCE
    if bounds.last_start > last:
        return _UNKNOWN
    return _IN_FORCE if bounds.first_end >= first else _PRESUMED


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
