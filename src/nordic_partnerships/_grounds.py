"""What puts something into an answer: single relations, paths through alliances, and several that hold together.

A *ground* is one relation, or several that count only at a time at which all of them are in force. An item of an answer
has one ground or more, and the best of their statuses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from . import _model as model
from ._answers.answer import Ground
from ._bounds import Bounds, bounds_in_common, status_in
from ._dates import Ever, PartialDate, Span
from ._status import Validity
from ._store import Collections
from .kinds import Basis, Status

if TYPE_CHECKING:
    from ._model import Membership, Party, Record, Relation
    from .kinds import Role

    D = TypeVar("D", bound=Relation)
    R = TypeVar("R", bound=Record)

__all__ = ["BEST_FIRST", "Grounds", "Limits", "parties_at"]

Path: TypeAlias = "tuple[model.Membership, ...]"
"""Memberships through which somebody belongs to a network; that of whoever belongs comes first."""

BEST_FIRST: Final = (Status.IN_FORCE, Status.PRESUMED, Status.UNKNOWN, Status.NOT_IN_FORCE)


class Limits:
    """Which relations count."""

    __slots__ = ("at", "basis", "certain", "since")

    def __init__(
        self,
        at: PartialDate | Span | Ever,
        certain: bool = False,
        since: PartialDate | Span | None = None,
        basis: Basis | None = None,
    ) -> None:
        """Set limits.

        Args:
            at: the time asked about.
            certain: what is only presumed to be in force does not count.
            since: only what a dated source has attested since this date.
            basis: only relations that have this basis.
        """
        self.at = at
        self.certain = certain
        self.since = since
        self.basis = basis


class Grounds:
    """Finds the grounds of answers among the records of a dataset, and judges them."""

    def __init__(self, collections: Collections, validity: Validity) -> None:
        """Look at these collections, and judge by this validity."""
        self._collections = collections
        self._validity = validity
        self._of_all: dict[tuple[str, str], dict[str, list[Path]]] = {}

    def standings(
        self, grounds: Mapping[str, Sequence[Ground]], records: Mapping[str, R], limits: Limits
    ) -> list[tuple[R, Status, tuple[Ground, ...]]]:
        """Return the records that may be in force, by id, each with its best status and the grounds that give it."""
        judge, not_in_force = self._validity.judge(limits.at), Status.NOT_IN_FORCE
        standings: list[tuple[R, Status, tuple[Ground, ...]]] = []
        for key in sorted(grounds):
            of_key = grounds[key]
            if len(of_key) == 1 and len(of_key[0]) == 1:
                status, counted = judge(of_key[0][0]), tuple(of_key)
            else:
                status, counted = self._best(of_key, limits)
            if status is not not_in_force:
                standings.append((records[key], status, counted))
        return standings

    def _best(self, grounds: Sequence[Ground], limits: Limits) -> tuple[Status, tuple[Ground, ...]]:
        """Return the best status that some grounds give, and those of them that count for it."""
        judged = [(self._validity.status_together(ground, limits.at), ground) for ground in grounds]
        best = min((status for status, _ in judged), key=BEST_FIRST.index)
        also = Status.PRESUMED if best is Status.IN_FORCE and not limits.certain else best
        return best, tuple(ground for status, ground in judged if status in (best, also))

    def counted(self, relations: Iterable[D], limits: Limits) -> Iterable[D]:
        """Return the relations that count, whenever they were in force."""
        basis, since = limits.basis, limits.since
        if basis is not None:
            relations = (relation for relation in relations if _basis(relation) is basis)
        if since is not None:
            relations = (relation for relation in relations if self._is_attested_since(relation, since))
        return relations

    def _is_attested_since(self, relation: Relation, since: PartialDate | Span) -> bool:
        last = self._validity.attested(relation).last
        return last is not None and last.first >= since.first

    # ---------------------------------------------------------------- partnerships

    def partners(
        self, party: model.Organization, partnerships: Iterable[model.Partnership], limits: Limits
    ) -> dict[str, list[Ground]]:
        """Return the grounds of those who share some partnerships with a party, by id."""
        organization_of = self._collections.by_id(model.Organization).__getitem__
        grounds: dict[str, list[Ground]] = {}
        for partnership in partnerships:
            parties = parties_at(partnership, organization_of, limits.at)
            if party.id in parties:
                for other in parties:
                    if other != party.id:
                        grounds.setdefault(other, []).append((partnership,))
        return grounds

    # ---------------------------------------------------------------- memberships

    def memberships(
        self, party: Party, side: Literal["member", "network"], role: Role | None, limits: Limits
    ) -> dict[str, list[Path]]:
        """Return the grounds of those on the other side of a party's memberships, by id.

        Args:
            party: whose memberships.
            side: what it is in them, the member or the network.
            role: only memberships with this role.
            limits: which count.
        """
        all_count = role is None and limits.basis is None and limits.since is None
        known = self._of_all.get((party.id, side)) if all_count else None
        if known is not None:
            return known
        grounds: dict[str, list[Path]] = {}
        for membership in self._memberships(party.id, side, role, limits):
            grounds.setdefault(_other(membership, side), []).append((membership,))
        if all_count:
            self._of_all[party.id, side] = grounds
        return grounds

    def paths(
        self, party: Party, side: Literal["member", "network"], role: Role | None, limits: Limits
    ) -> dict[str, list[Path]]:
        """Return the same, also through networks that are members of networks.

        A role is that of whoever belongs, not of the networks between. A path is gone on from a network unless another
        led there on days that are as good in every respect: so many circles take no long time.
        """
        paths: dict[str, list[Path]] = {}
        reached: dict[str, list[Bounds | None]] = {}
        going: list[tuple[str, Path, Bounds | None]] = [(party.id, (), None)]
        while going:
            place, path, bounds = going.pop()
            of_party = role if side == "member" and not path else None
            for membership in self._memberships(place, side, of_party, limits):
                next_place = _other(membership, side)
                days = self._days_in_common(bounds, membership, limits.at)
                leads_back = any(next_place in (before.member, before.network) for before in path)
                if leads_back or (days is not None and _is_over(days, limits.at)):
                    continue
                longer = (*path, membership) if side == "member" else (membership, *path)
                if side == "member" or role is None or membership.has_role(role):
                    paths.setdefault(next_place, []).append(longer)
                others = reached.setdefault(next_place, [])
                if not any(_is_as_good(other, days) for other in others):
                    others.append(days)
                    going.append((next_place, longer, days))
        return paths

    def _days_in_common(
        self, bounds: Bounds | None, membership: Membership, at: PartialDate | Span | Ever
    ) -> Bounds | None:
        """Return the bounds of a path that goes on with a membership; None if no time is asked about."""
        if isinstance(at, Ever):
            return None
        own = self._validity.bounds(membership)
        return own if bounds is None else bounds_in_common(bounds, own)

    def together(self, of_each: Sequence[Mapping[str, list[Path]]], limits: Limits) -> dict[str, list[Path]]:
        """Return the grounds of what all parties share: of each party one ground, at one and the same time."""
        first, *others = of_each
        shared = {key: grounds for key, grounds in first.items() if all(key in grounds_of for grounds_of in others)}
        for grounds_of in others:
            shared = {key: self._combined(grounds, grounds_of[key], limits) for key, grounds in shared.items()}
        return {key: grounds for key, grounds in shared.items() if grounds}

    def _combined(self, some: Iterable[Path], others: Iterable[Path], limits: Limits) -> list[Path]:
        """Return each of some grounds with each of the others, those that can hold; of equal days only one.

        Two stays of one pair among them do no harm: they meet on a day at most, and either alone reaches further.
        """
        networks = self._collections.by_id(model.Network)
        combined: dict[object, Path] = {}
        for ground in some:
            for other in others:
                both = tuple(dict.fromkeys((*ground, *other)))
                if isinstance(limits.at, Ever):
                    return [both]
                together = self._validity.bounds_together(both)
                if not _is_over(together, limits.at):
                    # Of a third party's grounds some may go through the same network, which then counts once.
                    through = frozenset(membership.id for membership in both if membership.member in networks)
                    days = together.first_start, together.last_start, together.first_end, together.last_end
                    combined.setdefault((days, through), both)
        return list(combined.values())

    def _memberships(
        self, party_id: str, side: Literal["member", "network"], role: Role | None, limits: Limits
    ) -> Iterable[Membership]:
        held: Iterable[Membership] = self._collections.holding(model.Membership, side).get(party_id, ())
        if role is not None:
            held = (membership for membership in held if membership.has_role(role))
        return self.counted(held, limits)


def parties_at(
    partnership: model.Partnership,
    organization_of: Callable[[str], model.Organization],
    at: PartialDate | Span | Ever,
) -> tuple[str, ...]:
    """Return the ids of the parties that are one another's partners at a time.

    A partnership of two ends when one of them closes. One of more goes on, without those who had closed before.
    """
    parties = partnership.parties
    if isinstance(at, Ever) or len(parties) == 2:
        return parties
    closings = [(party, organization_of(party).closed) for party in parties]
    return tuple(party for party, closed in closings if closed is None or closed.last >= at.first)


def _other(membership: Membership, side: Literal["member", "network"]) -> str:
    """Return the id on the other side of a membership."""
    return membership.network if side == "member" else membership.member


def _basis(relation: Relation) -> Basis:
    return relation.basis if isinstance(relation, model.Membership | model.Partnership) else Basis.STATED


def _is_as_good(one: Bounds | None, other: Bounds | None) -> bool:
    """Say whether what is in force by the other bounds is so by the one, at every time and together with anything."""
    if one is None or other is None:
        return True
    begins = one.first_start <= other.first_start and one.last_start <= other.last_start
    return begins and one.first_end >= other.first_end and one.last_end >= other.last_end


def _is_over(bounds: Bounds, at: PartialDate | Span | Ever) -> bool:
    """Say whether something is surely not in force at a time."""
    return not isinstance(at, Ever) and (
        status_in(bounds, at.first.toordinal(), at.last.toordinal()) is Status.NOT_IN_FORCE
    )
