"""The days on which a relation can begin and end, and what they say of its status at a time.

Every fact about a relation only narrows these days. So what its written dates alone settle stays settled, whatever its
sources, its sides and other relations show; the rest is for ``_validity``. Days are ``date.toordinal``.
"""

from typing import Final, NamedTuple

from ._dates import Bound, PartialDate, Period
from .kinds import Status

__all__ = ["FAR_AHEAD", "LONG_AGO", "Bounds", "counts_in", "settles", "status_in", "written_bounds"]

LONG_AGO: Final = -10_000_000
"""A day before every date."""
FAR_AHEAD: Final = 10_000_000
"""A day after every date."""


class Bounds(NamedTuple):
    """The days on which a relation can begin and end, over all worlds.

    Attributes:
        first_start: the earliest first day.
        last_start: the latest first day.
        first_end: the earliest last day.
        last_end: the latest last day.
        left_out: what contradicts the facts before it.
    """

    first_start: int
    last_start: int
    first_end: int
    last_end: int
    left_out: tuple[str, ...] = ()


def written_bounds(period: Period, goes_on_until: int | None) -> Bounds:
    """Return the bounds that the dates of a relation give, before anything else is known.

    Args:
        period: when it is in force, as written.
        goes_on_until: the day until which an open end says that it goes on, if nothing on record speaks against it.

    >>> written_bounds(Period.parse("2014-05-01/"), None)[:3]
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


def status_in(bounds: Bounds, first: int, last: int) -> Status:
    """Return the status of a relation at some time from one day to another."""
    if bounds.first_start > last or bounds.last_end < first:
        return Status.NOT_IN_FORCE
    if bounds.last_start > last:
        return Status.UNKNOWN
    return Status.IN_FORCE if bounds.first_end >= first else Status.PRESUMED


def counts_in(bounds: Bounds, first: int, last: int, *, certain: bool) -> bool:
    """Say whether a relation is in force from one day to another, or presumed so unless that must be certain."""
    return bounds.last_start <= last and (bounds.first_end if certain else bounds.last_end) >= first


def _days(bound: PartialDate | Bound) -> tuple[int, int]:
    """Return the first and the last day that an end of a period can mean."""
    if not isinstance(bound, PartialDate):
        return LONG_AGO, FAR_AHEAD
    return bound.first.toordinal(), bound.last.toordinal()
