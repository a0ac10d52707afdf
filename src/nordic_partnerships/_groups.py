"""What the status of a record depends on, taken from the records around it: the facts that ``_validity`` narrows.

A membership depends on its sides, on other memberships of its pair, and on its roster; an agreement on its chain of
renewals; a partnership on its parties; a body on its own dates alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from . import _model as model
from . import kinds as words
from ._bounds import LONG_AGO, Bounds
from ._building import BUILDING
from ._dates import Bound, PartialDate
from ._model.record import Dated
from ._store import Collections
from ._validity import Attestation, Days, RelationFacts, Sequel, bounds_of_group

if TYPE_CHECKING:
    from ._model import Agreement, Membership, Relation
    from ._status import Lasting

__all__ = ["Groups"]

_LONGEST_TERM: Final = 1000
"""In years. A longer one is no term, and `check` says so."""


class Groups:
    """The groups of records of a dataset that bear on each other, and the facts of each record."""

    def __init__(self, collections: Collections) -> None:
        """Take the facts from these collections; nothing is read yet."""
        self._collections = collections

    def bounds_around(self, record: Lasting) -> dict[str, Bounds]:
        """Return the bounds of a record, and of all that bear on it, by id."""
        group, sequels = self._group(record)
        bounds = bounds_of_group([self._facts(member) for member in group], sequels)
        return {member.id: member_bounds for member, member_bounds in zip(group, bounds, strict=True)}

    # ---------------------------------------------------------------- what bears on what

    def _group(self, record: Lasting) -> tuple[Sequence[Lasting], list[Sequel]]:
        """Return the records that bear on each other, with which of them ends before which begins."""
        # A class is imported when it is named: so first comes what is asked for most.
        if not isinstance(record, Dated) or isinstance(record, model.Partnership):
            return [record], []
        if isinstance(record, model.Membership):
            return self._memberships_of_pair(record)
        if isinstance(record, model.Agreement):
            return self._chain_of(record)
        return [record], []

    def _memberships_of_pair(self, membership: Membership) -> tuple[Sequence[Membership], list[Sequel]]:
        of_member = self._collections.holding(model.Membership, "member").get(membership.member, ())
        of_pair = [other for other in of_member if other.network == membership.network] or [membership]
        ordered = sorted(of_pair, key=_membership_order)
        sequels: list[Sequel] = []
        for place, later in enumerate(ordered[1:], 1):
            earlier = ordered[place - 1]
            what = f"that {earlier.id!r} ends before it begins"
            gap: tuple[int, int | None] = (1, None)
            if isinstance(later.period.start, PartialDate) and earlier.period.end == later.period.start:
                # At the same written date they leave no gap; at the same day they share it.
                gap = (0, 0) if later.period.start.day is not None else (1, 1)
            sequels.append(Sequel(place - 1, place, what, *gap))
        return ordered, sequels

    def _chain_of(self, agreement: Agreement) -> tuple[Sequence[Agreement], list[Sequel]]:
        with BUILDING:
            from ._agreements import in_chain_order, renewals_in_chain

        of_partnership = self._collections.holding(model.Agreement, "partnership").get(agreement.partnership, ())
        ordered = in_chain_order(of_partnership or [agreement])
        places = {member.id: place for place, member in enumerate(ordered)}
        sequels = [
            Sequel(places[earlier.id], places[later.id], f"that {earlier.id!r} ends before it begins")
            for earlier, later in renewals_in_chain(ordered)
        ]
        return ordered, sequels

    # ---------------------------------------------------------------- the facts of one record

    def _facts(self, record: Lasting) -> RelationFacts:
        if not isinstance(record, Dated):
            return _facts_of_body(*record.lifetime, self._reference_day)
        if isinstance(record, model.Partnership):
            return self._facts_of_relation(record, sides=record.parties)
        if isinstance(record, model.Membership):
            return self._facts_of_relation(record, sides=(record.network, record.member))
        if isinstance(record, model.Agreement):
            return self._facts_of_relation(record, signed=_days(record.signed), term=record.term)
        return self._facts_of_relation(record)

    def _facts_of_relation(
        self,
        relation: Relation,
        *,
        sides: Sequence[str] = (),
        signed: Days | None = None,
        term: int | None = None,
    ) -> RelationFacts:
        """Return the facts of a relation.

        Args:
            relation: the relation.
            sides: ids of the bodies that carry it.
            signed: when it was signed.
            term: its length in years, which may be none that can be meant.
        """
        begun, over = self._sides(sides)
        return RelationFacts(
            start=_start(relation.period.start),
            signed=signed,
            end=_days(relation.period.end),
            goes_on=relation.period.end is Bound.OPEN,
            ended_by=_days(relation.ended_by),
            reference_day=self._reference_day,
            term=term if term is not None and 1 <= term <= _LONGEST_TERM else None,
            begun=begun,
            over=over,
            attestations=tuple(attestation for attestation, _ in self.readings(relation)),
        )

    @cached_property
    def _reference_day(self) -> int:
        return self._collections.store.release.reference_date.first.toordinal()

    def _sides(self, bodies: Sequence[str]) -> tuple[tuple[Days, ...], tuple[Days, ...]]:
        """Return when the sides of a relation began to exist, and when too few of them were left to carry it."""
        lives = [self._life_of(body) for body in bodies]
        begun = tuple(days for days, _ in lives if days is not None)
        closings = sorted((days.last, days.first) for _, days in lives if days is not None)
        may_close = max(0, len(lives) - 2)
        over = tuple(Days(first, last) for last, first in closings[may_close:])
        return begun, over

    def _life_of(self, body_id: str) -> tuple[Days | None, Days | None]:
        """Return when an organization or a network began and ceased to exist, as far as known."""
        organization = self._collections.by_id(model.Organization).get(body_id)
        begun, over = (organization or self._collections.by_id(model.Network)[body_id]).lifetime
        return _days(begun), _days(over)

    def readings(self, relation: Relation) -> Iterator[tuple[Attestation, PartialDate | None]]:
        """Yield what the sources of a relation show, and the complete roster that it stands in, each with its date."""
        sources = self._collections.by_id(model.Source)
        roster_source, roster_date = self._roster(relation)
        for citation in relation.citations:
            if citation.attests is False:
                continue
            source = sources[citation.source]
            curated = citation.attests is True
            read = source.accessed.toordinal()
            yield Attestation(source.id, read, _until(_days(source.as_of), read), curated), source.as_of
            if citation.source == roster_source:
                roster = f"{source.id} (roster)"
                yield Attestation(roster, read, _until(_days(roster_date), read), curated), roster_date

    def _roster(self, relation: Relation) -> tuple[str | None, PartialDate | None]:
        """Return the source of the complete roster that a membership may stand in, and the date of that roster."""
        # A class is imported when it is named: so first comes what is asked for most.
        if not isinstance(relation, model.Partnership) and isinstance(relation, model.Membership):
            network = self._collections.by_id(model.Network)[relation.network]
            if network.roster is words.RosterStatus.COMPLETE and network.roster_as_of is not None:
                return network.roster_source, network.roster_as_of
        return None, None


def _membership_order(membership: Membership) -> tuple[int, int, str]:
    """Return a key that sorts the memberships of one pair: by start, one without a start first."""
    start = _days(membership.period.start) or Days(LONG_AGO, LONG_AGO)
    return start.first, start.last, membership.id


def _facts_of_body(begun: PartialDate | None, over: PartialDate | None, reference_day: int) -> RelationFacts:
    """Return the facts of a body: it exists on the day of the release unless the record says otherwise."""
    read = Attestation("the record", reference_day)
    return RelationFacts(
        start=_days(begun),
        end=_days(over),
        goes_on=over is None,
        reference_day=reference_day,
        attestations=(read,) if over is None else (),
    )


def _start(start: PartialDate | Bound) -> Days | None:
    """Return when a relation began, as written."""
    return Days(LONG_AGO, LONG_AGO) if start is Bound.OPEN else _days(start)


def _days(date: PartialDate | Bound | None) -> Days | None:
    """Return the days that a date can mean, or None if it is no date."""
    return Days(date.first.toordinal(), date.last.toordinal()) if isinstance(date, PartialDate) else None


def _until(days: Days | None, read: int) -> Days | None:
    """Return the days of a date that are no later than the day on which its source was read."""
    return None if days is None else Days(days.first, max(days.first, min(days.last, read)))
