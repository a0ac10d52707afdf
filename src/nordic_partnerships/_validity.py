"""What is in force when: the status of a relation at a date, and which of two agreements is older."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

import attrs

from ._dates import Bound, Ever, PartialDate, Period
from ._model import Agreement, Initiative, Membership, Network, Partnership, Source
from ._store import Collections
from .kinds import RosterStatus, Status

__all__ = ["Relation", "agreement_age", "status_at"]

Relation: TypeAlias = Membership | Partnership | Agreement | Initiative


def status_at(relation: Relation, at: PartialDate | Ever, collections: Collections) -> Status:
    """Return whether a relation is in force at some time in a date."""
    if isinstance(at, Ever):
        return Status.IN_FORCE
    founded = _founding(relation, collections)
    if founded is not None and founded.first > at.last:
        return Status.NOT_IN_FORCE
    period = effective_period(relation)
    begins_unknown = not isinstance(period.start, PartialDate)
    status = period.status(
        at,
        attested=_first_attestation(relation, collections) if begins_unknown else None,
        ended_by=relation.ended_by,
        before=_start_of_renewal(relation, collections),
    )
    if status is Status.IN_FORCE and founded is not None and founded.last > at.last:
        return Status.UNKNOWN
    return status


def effective_period(relation: Relation) -> Period:
    """Return the period of a relation; that of an agreement begins with its signing if that says more."""
    start = relation.period.start
    signed = relation.signed if isinstance(relation, Agreement) else None
    if signed is None:
        return relation.period
    includes_signing = isinstance(start, PartialDate) and (start.first <= signed.first and signed.last <= start.last)
    if isinstance(start, PartialDate) and not includes_signing:
        return relation.period
    return attrs.evolve(relation.period, start=signed)


def agreement_age(agreement: Agreement, collections: Collections) -> tuple[date, int, str]:
    """Return a key that sorts agreements oldest first: by start, and within a chain of renewals by place in it."""
    renewed = list(_renewed(agreement, collections))
    renewals = list(_renewals(agreement, collections))
    starts = [effective_period(link).start for link in (agreement, *renewals, *renewed)]
    first_day = next((start.first for start in starts if isinstance(start, PartialDate)), date.max)
    return first_day, len(renewed), agreement.id


def _renewed(agreement: Agreement, collections: Collections) -> Iterator[Agreement]:
    """Yield the agreements that one renews, the nearest first; a circle ends where it closes."""
    agreements = collections.by_id(Agreement)
    seen = {agreement.id}
    while agreement.renews in agreements and agreement.renews not in seen:
        agreement = agreements[agreement.renews or ""]
        seen.add(agreement.id)
        yield agreement


def _renewals(agreement: Agreement, collections: Collections) -> Iterator[Agreement]:
    """Yield the agreements that renew one, the nearest first; a circle ends where it closes."""
    seen = {agreement.id}
    while following := collections.holding(Agreement, "renews").get(agreement.id):
        agreement = following[0]
        if agreement.id in seen:
            return
        seen.add(agreement.id)
        yield agreement


def _start_of_renewal(relation: Relation, collections: Collections) -> PartialDate | None:
    """Return the first start of the agreements that renew this one."""
    if not isinstance(relation, Agreement):
        return None
    renewals = collections.holding(Agreement, "renews").get(relation.id, ())
    starts = [start for renewal in renewals if isinstance(start := effective_period(renewal).start, PartialDate)]
    return min(starts, key=lambda start: start.first, default=None)


def _founding(relation: Relation, collections: Collections) -> PartialDate | None:
    """Return when the network of a membership was founded."""
    return collections.by_id(Network)[relation.network].founded if isinstance(relation, Membership) else None


def _first_attestation(relation: Relation, collections: Collections) -> PartialDate | None:
    """Return the first date on which a source, or the complete roster that it stands in, attests a relation."""
    sources = collections.by_id(Source)
    dates = [sources[citation.source].attested for citation in relation.citations]
    if isinstance(relation, Membership) and relation.period.end is Bound.OPEN:
        network = collections.by_id(Network)[relation.network]
        if network.roster is RosterStatus.COMPLETE and network.roster_as_of is not None:
            dates.append(network.roster_as_of)
    return min(dates, key=lambda attested: attested.first, default=None)
