"""Everything dated about a record: which records have to do with it, and what is dated in each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ._answers import Moment
from ._dates import PartialDate
from ._model import (
    Agreement,
    Dated,
    Event,
    Indicator,
    Initiative,
    Membership,
    Network,
    Organization,
    Partnership,
    Record,
    Source,
    sizes_of,
)
from ._store import Collections
from .kinds import MomentKind

__all__ = ["related_records", "timeline"]


class _Order(NamedTuple):
    """What decides the place of a moment in a timeline."""

    earliest_day: int
    is_an_end: bool
    latest_day_first: int
    record_id: str


def timeline(record: Record, collections: Collections) -> tuple[Moment, ...]:
    """Return everything dated about a record, in order.

    Moments are sorted by the first day that they can lie on. An end lies no earlier than the start that it belongs to;
    of moments that may begin alike, ends come last, and a coarser date before a finer one within it.
    """
    placed: list[tuple[_Order, Moment]] = []
    for related in related_records(record, collections):
        placed += _placed_moments(related)
    return tuple(moment for _, moment in sorted(placed, key=lambda pair: pair[0]))


def related_records(record: Record, collections: Collections) -> Iterable[Record]:
    """Return a record with those that have to do with it, each once."""
    key = record.id
    related: list[Record] = [record]
    partnerships = collections.holding(Partnership, "parties").get(key, ())
    related += partnerships
    for partnership in (record, *partnerships):
        related += collections.holding(Agreement, "partnership").get(partnership.id, ())
    related += collections.holding(Membership, "network", "member").get(key, ())
    related += collections.holding(Initiative, "parties", "partnership", "network").get(key, ())
    related += collections.holding(Event, "parties", "hosts", "partnership", "network", "initiative").get(key, ())
    related += collections.holding(Indicator, "subject").get(key, ())
    return {record.id: record for record in related}.values()


def _placed_moments(record: Record) -> Iterator[tuple[_Order, Moment]]:
    """Yield what is dated in one record, each with its place in a timeline."""
    beginning = _beginning(record)
    for moment in (*_own_dates(record), *_bounds_of_period(record), *_sizes(record)):
        is_an_end = moment.kind in (MomentKind.END, MomentKind.ENDED_BY, MomentKind.CLOSED, MomentKind.DISSOLVED)
        earliest = moment.date.first
        if is_an_end and beginning is not None:
            earliest = max(earliest, beginning.first)
        yield _Order(earliest.toordinal(), is_an_end, -moment.date.last.toordinal(), record.id), moment


def _beginning(record: Record) -> PartialDate | None:
    """Return the date before which a record cannot have ended."""
    if isinstance(record, Dated | Event):
        return record.period.start if isinstance(record.period.start, PartialDate) else None
    return record.lifetime[0] if isinstance(record, Organization | Network) else None


def _bounds_of_period(record: Record) -> Iterator[Moment]:
    if not isinstance(record, Dated | Event):
        return
    start, end = record.period.start, record.period.end
    if isinstance(start, PartialDate):
        yield Moment(start, MomentKind.START, record)
    if isinstance(end, PartialDate) and end != start:
        yield Moment(end, MomentKind.END, record)
    if isinstance(record, Dated) and record.ended_by is not None:
        yield Moment(record.ended_by, MomentKind.ENDED_BY, record)


def _sizes(record: Record) -> Iterator[Moment]:
    for size in sizes_of(record):
        if size.as_of is not None:
            yield Moment(size.as_of, MomentKind.SIZE, record, size)


def _own_dates(record: Record) -> Iterator[Moment]:
    """Yield the dates that a record holds beside its period and its figures."""
    dates: dict[MomentKind, PartialDate | None] = {}
    if isinstance(record, Organization):
        dates = {MomentKind.ESTABLISHED: record.established, MomentKind.CLOSED: record.closed}
    elif isinstance(record, Network):
        dates = {MomentKind.FOUNDED: record.founded, MomentKind.DISSOLVED: record.dissolved}
    elif isinstance(record, Agreement):
        dates = {MomentKind.SIGNED: record.signed}
    elif isinstance(record, Indicator):
        dates = {MomentKind.OBSERVED: record.as_of}
    elif isinstance(record, Source):
        dates = {MomentKind.PUBLISHED: record.as_of}
    for kind, date in dates.items():
        if date is not None:
            yield Moment(date, kind, record)
