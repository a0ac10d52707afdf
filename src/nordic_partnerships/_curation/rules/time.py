"""Time: nothing ends before it starts, is renewed before it begins, or is joined before it is founded."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from ..._dates import Bound, PartialDate
from ..._model import Agreement, Dated, Membership, Network, Organization
from ...errors import Problem
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = [
    "members_belong_once_at_a_time",
    "members_fit_the_founding",
    "periods_are_ordered",
    "predecessors_are_members_no_more",
    "renewals_are_in_order",
    "successors_come_later",
]


def periods_are_ordered(dataset: "Dataset") -> Iterator[Problem]:
    """What is known to be over ended no later than that, and an agreement is signed before its period is over."""
    for record in dataset:
        if not isinstance(record, Dated):
            continue
        period, ended_by = record.period, record.ended_by
        for field, bound in (("start", period.start), ("end", period.end)):
            if isinstance(bound, PartialDate) and ended_by is not None and bound.first > ended_by.last:
                yield problem(record, "ended_by", f"{ended_by} is before the {field} of the period, {period}")
    for agreement in dataset.records(Agreement):
        signed, end = agreement.signed, agreement.period.end
        if signed is not None and isinstance(end, PartialDate) and signed.first > end.last:
            yield problem(agreement, "signed", f"{signed} is after the end of the period, {agreement.period}")


def renewals_are_in_order(dataset: "Dataset") -> Iterator[Problem]:
    """An agreement renews one of the same partnership that begins before it."""
    agreements = {agreement.id: agreement for agreement in dataset.records(Agreement)}
    for agreement in agreements.values():
        if agreement.renews is None:
            continue
        renewed = agreements[agreement.renews]
        if renewed.partnership != agreement.partnership:
            yield problem(
                agreement, "renews", f"{renewed.id!r} belongs to another partnership, {renewed.partnership!r}"
            )
        begins, began = _begin(agreement), _begin(renewed)
        if begins is not None and began is not None and began.first > begins.last:
            yield problem(
                agreement,
                "renews",
                f"{renewed.id!r} begins later, {began}, than the agreement that renews it, {begins}",
            )


def members_belong_once_at_a_time(dataset: "Dataset") -> Iterator[Problem]:
    """If a member joined a network twice, the dates say which came first, and it may have ended before the other."""
    stays: dict[tuple[str, str], list[Membership]] = {}
    for membership in dataset.records(Membership):
        stays.setdefault((membership.network, membership.member), []).append(membership)
    for memberships in stays.values():
        in_order = sorted(memberships, key=_first_day)
        lasting = in_order[0]
        for before, later in pairwise(in_order):
            lasting = max(before, lasting, key=_earliest_end)
            # If the one that lasts longest may end before the next begins, so may all others.
            for earlier in dict.fromkeys((lasting, before)):
                if not _may_end_before(earlier, later):
                    yield problem(
                        later,
                        "period",
                        f"{later.period} may overlap {earlier.period} of {earlier.id!r}, "
                        "a membership of the same member in the same network",
                    )
                elif not _begins_later(later, earlier):
                    yield problem(
                        later,
                        "period",
                        f"{later.period} does not say whether it begins later than {earlier.period} of {earlier.id!r}, "
                        "a membership of the same member in the same network",
                    )


def members_fit_the_founding(dataset: "Dataset") -> Iterator[Problem]:
    """Nobody joined a network before it was founded; nor before being established, unless a remark says why."""
    networks = {network.id: network for network in dataset.records(Network)}
    organizations = {organization.id: organization for organization in dataset.records(Organization)}
    for membership in dataset.records(Membership):
        start = membership.period.start
        if not isinstance(start, PartialDate):
            continue
        founded = networks[membership.network].founded
        if founded is not None and start.last < founded.first:
            yield problem(membership, "period", f"{start} is before the network was founded, {founded}")
        member = organizations.get(membership.member)
        if member is None or member.established is None or membership.remark is not None:
            continue
        if start.last < member.established.first:
            yield problem(
                membership,
                "period",
                f"{start} is before the member was established, {member.established}: say why in a remark",
            )


def successors_come_later(dataset: "Dataset") -> Iterator[Problem]:
    """A successor was not established before the organization that it follows, unless a remark says why."""
    organizations = {organization.id: organization for organization in dataset.records(Organization)}
    for organization in organizations.values():
        if organization.established is None or organization.remark is not None:
            continue
        for successor in organization.all_successors:
            established = organizations[successor].established
            if established is not None and established.last < organization.established.first:
                yield problem(
                    organization,
                    "successor" if successor == organization.successor else "successors",
                    f"{successor!r} was established in {established}, before the organization that it "
                    f"follows, {organization.established}: say why in a remark",
                )


def predecessors_are_members_no_more(dataset: "Dataset") -> Iterator[Problem]:
    """The membership of an organization that has a successor does not go on."""
    succeeded = {organization.id for organization in dataset.records(Organization) if organization.all_successors}
    for membership in dataset.records(Membership):
        if membership.member in succeeded and membership.period.end is Bound.OPEN and membership.ended_by is None:
            yield problem(
                membership,
                "period",
                f"{membership.period} goes on, though the member has a successor: write its end",
            )


def _begin(agreement: Agreement) -> PartialDate | None:
    """Return when an agreement begins: the start of its period, or its signing if that is not known."""
    return agreement.period.start if isinstance(agreement.period.start, PartialDate) else agreement.signed


def _first_day(membership: Membership) -> tuple[date, str]:
    """Return a key that sorts memberships by their start; those without a known start come first."""
    start = membership.period.start
    return start.first if isinstance(start, PartialDate) else date.min, membership.id


def _may_end_before(earlier: Membership, later: Membership) -> bool:
    """Say whether some reading of the dates lets one membership end before another begins."""
    starts = later.period.start
    ends = _dates(earlier.period.end, earlier.ended_by)
    return isinstance(starts, PartialDate) and any(end.first <= starts.last for end in ends)


def _earliest_end(membership: Membership) -> date:
    """Return the first day on which a membership may have ended; an unknown end may be any."""
    return min((end.first for end in _dates(membership.period.end, membership.ended_by)), default=date.max)


def _begins_later(later: Membership, earlier: Membership) -> bool:
    """Say whether the written starts put one membership after another; one without a start comes first."""
    first, second = earlier.period.start, later.period.start
    return not isinstance(first, PartialDate) or (isinstance(second, PartialDate) and first.last < second.first)


def _dates(*bounds: PartialDate | Bound | None) -> Iterable[PartialDate]:
    return [bound for bound in bounds if isinstance(bound, PartialDate)]
