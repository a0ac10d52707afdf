"""Figures: counts agree with the lists on record, and an indicator says one thing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ..._dates import EVER, PartialDate
from ..._model import Agreement, Indicator, Initiative, Network, Organization, Partnership, Statement, sizes_of
from ...errors import Problem
from ...kinds import (
    IndicatorMeasure,
    InitiativeKind,
    NetworkKind,
    PartnershipKind,
    RosterStatus,
    SizeMeasure,
    Status,
    Unit,
)
from .problems import problem

if TYPE_CHECKING:
    from ..._answers import SizedNetwork
    from ..._dataset import Dataset

__all__ = [
    "counts_agree_with_lists",
    "indicators_are_possible",
    "indicators_say_one_thing",
    "newer_figures_say_why",
    "rosters_agree_with_sizes",
    "sizes_are_counts",
    "sizes_are_in_order",
    "terms_are_possible",
]

_LARGEST_COUNT: Final = 1_000_000_000
_WHOLE: Final = 100


def counts_agree_with_lists(dataset: "Dataset") -> Iterator[Problem]:
    """A stated count equals the list on record, or a remark says why not."""
    for indicator in dataset.records(Indicator):
        if indicator.value is None or indicator.remark is not None:
            continue
        counted = _counted(dataset, indicator)
        if counted not in (None, indicator.value):
            yield problem(indicator, "value", _disagreement(indicator.figure, counted))


def stated_at(dataset: "Dataset", network: Network, date: PartialDate) -> "SizedNetwork | None":
    """Return what a network states of a date, or else what it states without one."""
    sized = dataset.size_of(network, as_of=date)
    if sized is None:
        latest = dataset.size_of(network, as_of=EVER)
        return latest if latest is not None and latest.size.as_of is None else None
    return sized


def rosters_agree_with_sizes(dataset: "Dataset") -> Iterator[Problem]:
    """A complete roster may hold, at its date, as many members as the network states, or a remark says why not."""
    for network in dataset.records(Network):
        if network.roster is not RosterStatus.COMPLETE:
            continue
        if network.roster_as_of is None:
            yield problem(network, "roster_as_of", "is missing: a complete roster says at what date it is complete")
            continue
        sized = stated_at(dataset, network, network.roster_as_of)
        fewest, most = _members_at(dataset, network, network.roster_as_of)
        if sized is not None and not fewest <= sized.size.count <= most and sized.size.remark is None:
            counted = str(most) if fewest == most else f"{fewest} to {most}"
            yield problem(network, "sizes", _disagreement(sized.size, counted))


def indicators_say_one_thing(dataset: "Dataset") -> Iterator[Problem]:
    """An indicator has either a value with its unit or a ranking."""
    for indicator in dataset.records(Indicator):
        has_value, has_unit = indicator.value is not None, indicator.unit is not None
        if has_value != has_unit or has_value == bool(indicator.ranking):
            yield problem(indicator, "value", "an indicator has either a value with a unit or a ranking")


def sizes_are_counts(dataset: "Dataset") -> Iterator[Problem]:
    """A size counts one or more, and no more than there can be."""
    for record in dataset:
        for index, size in enumerate(sizes_of(record)):
            if not 1 <= size.count <= _LARGEST_COUNT:
                message = f"{size.count:,} is not a size: sizes go from 1 to {_LARGEST_COUNT:,}"
                yield problem(record, f"sizes[{index}].count", message)


def newer_figures_say_why(dataset: "Dataset") -> Iterator[Problem]:
    """Only a figure without a date is said to be newer than one, and the remark says why."""
    for record in dataset:
        for index, size in enumerate(sizes_of(record)):
            if size.newer_than is not None and (size.as_of is not None or size.remark is None):
                message = "stands with a figure that bears no date, and a remark that says why it is newer"
                yield problem(record, f"sizes[{index}].newer_than", message)


def sizes_are_in_order(dataset: "Dataset") -> Iterator[Problem]:
    """The dated figures of one measure stand in the order of their dates."""
    for record in dataset:
        latest: dict[SizeMeasure, PartialDate] = {}
        for index, size in enumerate(sizes_of(record)):
            if size.as_of is None:
                continue
            before = latest.get(size.measure)
            if before is not None and size.as_of.last < before.first:
                message = f"{size.as_of} stands after {before}: order the figures by date"
                yield problem(record, f"sizes[{index}].as_of", message)
            latest[size.measure] = size.as_of


def indicators_are_possible(dataset: "Dataset") -> Iterator[Problem]:
    """A share lies between 0 and 100 percent, and a count is a whole number from 0 up."""
    for indicator in dataset.records(Indicator):
        if indicator.value is None:
            continue
        if indicator.unit is Unit.PERCENT and not 0 <= indicator.value <= _WHOLE:
            yield problem(
                indicator, "value", f"{indicator.value:g} percent is not a share: shares go from 0 to {_WHOLE}"
            )
        if indicator.unit is Unit.COUNT and (indicator.value < 0 or not float(indicator.value).is_integer()):
            yield problem(indicator, "value", f"{indicator.value:g} is not a count: counts are whole, from 0 up")


def terms_are_possible(dataset: "Dataset") -> Iterator[Problem]:
    """A term is one year or more, and as long as the period, give or take a year."""
    for agreement in dataset.records(Agreement):
        if agreement.term is None:
            continue
        if agreement.term < 1:
            yield problem(agreement, "term", f"{agreement.term} years are no term: leave it out if it is not known")
            continue
        start, end = agreement.period.start, agreement.period.end
        if not isinstance(start, PartialDate) or not isinstance(end, PartialDate):
            continue
        if abs(end.year - start.year - agreement.term) > 1:
            yield problem(
                agreement, "term", f"{agreement.term} years is not the length of the period {agreement.period}"
            )


def _members_at(dataset: "Dataset", network: Network, at: PartialDate) -> tuple[int, int]:
    """Return how many members on record a network surely had at a date, and how many it may have had."""
    statuses: dict[str, set[Status]] = {}
    for membership in dataset.memberships(network=network):
        statuses.setdefault(membership.member, set()).add(dataset.status_of(membership, as_of=at))
    surely = sum(Status.IN_FORCE in held for held in statuses.values())
    possibly = sum(held != {Status.NOT_IN_FORCE} for held in statuses.values())
    return surely, possibly


def _disagreement(stated: object, counted: object) -> str:
    return f"the source states {stated}, but {counted} are on record: say why in a remark"


def _counted(dataset: "Dataset", indicator: Indicator) -> int | None:
    """Return the length of the list that a stated count is about, if it is about one."""
    subject, at = dataset.get(indicator.subject), indicator.as_of
    match indicator.measure, subject:
        case IndicatorMeasure.THEMES, Network() | Partnership() | Agreement() | Initiative() | Statement():
            return len(subject.themes)
        case IndicatorMeasure.JOINT_PROJECTS, Partnership():
            return len(dataset.initiatives_of(subject, kind=InitiativeKind.JOINT_PROJECT, as_of=at))
        case IndicatorMeasure.STRATEGIC_PARTNERS, Organization():
            return len(dataset.partners_of(subject, kind=PartnershipKind.STRATEGIC, as_of=at))
        case IndicatorMeasure.COMMUNITIES, Organization():
            return len(dataset.networks_of(subject, kind=NetworkKind.INNOVATION_COMMUNITY, as_of=at))
        case _:
            return None
