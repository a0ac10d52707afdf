"""Dates: what has been lies before the reference date, and what lies ahead does not lie far ahead."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from ..._dates import Bound, PartialDate, Period
from ..._model import (
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
    Relation,
    Tombstone,
    leaves,
    sizes_of,
)
from ...errors import Problem
from ...kinds import RosterStatus
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = [
    "agreements_fit_their_partnership",
    "dates_are_not_ancient",
    "dates_have_been",
    "ends_are_near",
    "events_end",
    "figures_fit_the_founding",
    "partnerships_fit_the_founding",
    "periods_say_what_was_meant",
    "rosters_are_dated_if_complete",
    "starts_have_been",
]

_FIRST_YEAR: Final = 1000
"""No university is as old."""
_YEARS_AHEAD: Final = 30
"""An end that lies further ahead is a slip of the pen."""


def dates_have_been(dataset: "Dataset") -> Iterator[Problem]:
    """What was founded, signed, counted, over or retired was so by the reference date."""
    today = dataset.release.reference_date
    for record in dataset:
        for path, moment in _past_dates(record):
            if moment is not None and moment.first > today.last:
                yield problem(record, path, f"{moment} is after the reference date, {today}")


def starts_have_been(dataset: "Dataset") -> Iterator[Problem]:
    """What goes on from some date has begun by the reference date, unless a remark says who announced it."""
    today = dataset.release.reference_date
    for record in _dated(dataset):
        start = record.period.start
        if isinstance(start, PartialDate) and start.first > today.last and record.remark is None:
            yield problem(
                record,
                "period",
                f"{record.period} starts after the reference date, {today}: say in a remark who says so",
            )


def ends_are_near(dataset: "Dataset") -> Iterator[Problem]:
    """What is planned does not end in a far future."""
    today = dataset.release.reference_date
    for record, period in _periods(dataset):
        if isinstance(period.end, PartialDate) and period.end.year > today.year + _YEARS_AHEAD:
            yield problem(record, "period", f"{period} ends more than {_YEARS_AHEAD} years after the reference date")


def dates_are_not_ancient(dataset: "Dataset") -> Iterator[Problem]:
    """Nothing on record is older than the oldest university."""
    for record in dataset:
        for path, _, value in leaves(record):
            for moment in (value.start, value.end) if isinstance(value, Period) else (value,):
                if isinstance(moment, PartialDate | date) and moment.year < _FIRST_YEAR:
                    yield problem(record, path, f"{moment} is before the year {_FIRST_YEAR}: write the year in full")


def periods_say_what_was_meant(dataset: "Dataset") -> Iterator[Problem]:
    """A single date, which is start and end at once, says so in a remark; and nothing has always been."""
    for record in _dated(dataset):
        start, end = record.period.start, record.period.end
        if isinstance(start, PartialDate) and start == end and record.remark is None:
            yield problem(
                record,
                "period",
                f"begins and ends in {start}: write '{start}/..' if it goes on, or say in a remark that it is so",
            )
    for lasting, period in _periods(dataset):
        if period.start is Bound.OPEN:
            message = f"{period} has no beginning: write '/{period.end}' if the start is not known"
            yield problem(lasting, "period", message)


def events_end(dataset: "Dataset") -> Iterator[Problem]:
    """An event is over some day."""
    for event in dataset.records(Event):
        if event.period.end is Bound.OPEN:
            yield problem(
                event, "period", f"{event.period} goes on for ever: write the day, or '{event.period.start}/'"
            )


def rosters_are_dated_if_complete(dataset: "Dataset") -> Iterator[Problem]:
    """Only a complete roster has a date."""
    for network in dataset.records(Network):
        if network.roster is not RosterStatus.COMPLETE and network.roster_as_of is not None:
            yield problem(network, "roster_as_of", "is the date of a complete roster, but the roster is partial")


def figures_fit_the_founding(dataset: "Dataset") -> Iterator[Problem]:
    """A network is not counted long before it was founded; alliances are announced with their members, a year ahead."""
    for network in dataset.records(Network):
        for index, size in enumerate(network.sizes):
            if network.founded is None or size.as_of is None:
                continue
            if size.as_of.last.year + 1 < network.founded.year:
                yield problem(
                    network,
                    f"sizes[{index}].as_of",
                    f"{size.as_of} is more than a year before the network was founded, {network.founded}",
                )


def partnerships_fit_the_founding(dataset: "Dataset") -> Iterator[Problem]:
    """No partnership is older than its parties, unless a remark says why."""
    organizations = {organization.id: organization for organization in dataset.records(Organization)}
    for partnership in dataset.records(Partnership):
        start = partnership.period.start
        if not isinstance(start, PartialDate) or partnership.remark is not None:
            continue
        for party in partnership.parties:
            established = organizations[party].established
            if established is not None and start.last < established.first:
                yield problem(
                    partnership,
                    "period",
                    f"{start} is before {party!r} was established, {established}: say why in a remark",
                )


def agreements_fit_their_partnership(dataset: "Dataset") -> Iterator[Problem]:
    """An agreement is not over before its partnership starts, and is signed by the year after its own start."""
    partnerships = {partnership.id: partnership for partnership in dataset.records(Partnership)}
    for agreement in dataset.records(Agreement):
        begins, start, end = (
            partnerships[agreement.partnership].period.start,
            agreement.period.start,
            agreement.period.end,
        )
        if isinstance(begins, PartialDate) and isinstance(end, PartialDate) and end.last < begins.first:
            yield problem(agreement, "period", f"{agreement.period} is over before the partnership starts, {begins}")
        if agreement.signed is None or not isinstance(start, PartialDate) or agreement.remark is not None:
            continue
        if agreement.signed.year > start.year + 1:
            yield problem(
                agreement, "signed", f"{agreement.signed} is long after the start, {start}: say why in a remark"
            )


def _dated(dataset: "Dataset") -> tuple[Relation, ...]:
    """Return the records that last from one time to another."""
    return (
        *dataset.records(Membership),
        *dataset.records(Partnership),
        *dataset.records(Agreement),
        *dataset.records(Initiative),
    )


def _periods(dataset: "Dataset") -> Iterator[tuple[Record, Period]]:
    """Yield every record that has a period, and the period."""
    for record in _dated(dataset):
        yield record, record.period
    for event in dataset.records(Event):
        yield event, event.period


def _past_dates(record: Record) -> Iterator[tuple[str, PartialDate | None]]:
    """Yield (path, date) of what cannot lie ahead."""
    match record:
        case Organization():
            yield "established", record.established
        case Network():
            yield "founded", record.founded
            yield "roster_as_of", record.roster_as_of
        case Agreement():
            yield "signed", record.signed
        case Indicator():
            yield "as_of", record.as_of
        case Tombstone():
            yield "retired", record.retired
    for index, size in enumerate(sizes_of(record)):
        yield f"sizes[{index}].as_of", size.as_of
    if isinstance(record, Dated):
        yield "ended_by", record.ended_by
