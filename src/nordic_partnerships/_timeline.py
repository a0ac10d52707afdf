"""Everything dated about a record: which records have to do with it, and what is dated in each."""

from collections.abc import Iterable, Iterator

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
    Sized,
    Source,
)
from ._store import Collections

__all__ = ["timeline"]


def timeline(record: Record, collections: Collections) -> tuple[Moment, ...]:
    """Return everything dated about a record, in order; a coarser date stands before the finer ones within it."""
    moments = [moment for related in _related(record, collections) for moment in _moments(related)]
    return tuple(sorted(moments, key=_moment_order))


def _moment_order(moment: Moment) -> tuple[int, int, str]:
    return moment.date.first.toordinal(), -moment.date.last.toordinal(), moment.record.id


def _related(record: Record, collections: Collections) -> Iterable[Record]:
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


def _moments(record: Record) -> Iterator[Moment]:
    """Yield what is dated in one record."""
    for what, date in _single_dates(record):
        if date is not None:
            yield Moment(date, what, record)
    if isinstance(record, Dated | Event):
        start, end = record.period.start, record.period.end
        if isinstance(start, PartialDate):
            yield Moment(start, "start", record)
        if isinstance(end, PartialDate) and end != start:
            yield Moment(end, "end", record)
    if isinstance(record, Sized):
        for size in record.sizes:
            if size.as_of is not None:
                yield Moment(size.as_of, f"size: {size}", record)


def _single_dates(record: Record) -> Iterator[tuple[str, PartialDate | None]]:
    """Yield the dates that a record holds beside its period, each with what it dates."""
    if isinstance(record, Organization):
        yield "established", record.established
    elif isinstance(record, Network):
        yield "founded", record.founded
    elif isinstance(record, Agreement):
        yield "signed", record.signed
    elif isinstance(record, Indicator | Source):
        yield "as of", record.as_of
