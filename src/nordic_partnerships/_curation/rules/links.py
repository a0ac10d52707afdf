"""Links between records: nothing is part of itself, and a partnership has at least two parties."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from ..._model import Agreement, Initiative, Membership, Network, Organization, Partnership, Theme, Tombstone
from ...errors import Problem
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["links_are_not_circular", "members_are_not_themselves", "parties_are_distinct"]

Links: TypeAlias = dict[str, tuple[str, ...]]
"""For each id, the ids that one field of its record holds."""

_FEWEST_PARTIES: Final = 2


def links_are_not_circular(dataset: "Dataset") -> Iterator[Problem]:
    """Nothing is its own part, successor, broader theme, forerunner or renewal, directly or indirectly."""
    records = {record.id: record for record in dataset}
    for field, links in _chains(dataset):
        for record_id in _on_a_circle(links):
            yield problem(records[record_id], field, "leads back to the record itself, directly or indirectly")


def members_are_not_themselves(dataset: "Dataset") -> Iterator[Problem]:
    """A network is not a member of itself."""
    for membership in dataset.records(Membership):
        if membership.member == membership.network:
            yield problem(membership, "member", "a network cannot be a member of itself")


def parties_are_distinct(dataset: "Dataset") -> Iterator[Problem]:
    """A partnership has at least two distinct parties."""
    for partnership in dataset.records(Partnership):
        if len(set(partnership.parties)) < _FEWEST_PARTIES:
            yield problem(partnership, "parties", "a partnership needs at least two distinct parties")


def _chains(dataset: "Dataset") -> Iterator[tuple[str, Links]]:
    """Yield each field that leads from a record to others like it, with what it holds."""
    parts = {organization.id: organization.part_of for organization in dataset.records(Organization)}
    yield "part_of", parts | {network.id: network.part_of for network in dataset.records(Network)}
    # An organization may write one successor in a field of its own; a circle may lead through both.
    successors = {organization.id: organization.all_successors for organization in dataset.records(Organization)}
    yield "successors", successors | {tombstone.id: tombstone.successors for tombstone in dataset.records(Tombstone)}
    yield "broader", {theme.id: theme.broader for theme in dataset.records(Theme)}
    yield "builds_on", {initiative.id: initiative.builds_on for initiative in dataset.records(Initiative)}
    yield "renews", {agreement.id: _as_tuple(agreement.renews) for agreement in dataset.records(Agreement)}


def _as_tuple(record_id: str | None) -> tuple[str, ...]:
    return () if record_id is None else (record_id,)


def _on_a_circle(links: Links) -> list[str]:
    """Return the ids from which following the links leads back to the same id, in order."""
    backwards: dict[str, list[str]] = {}
    for record_id, targets in links.items():
        for target in targets:
            backwards.setdefault(target, []).append(record_id)
    # What leads nowhere, or is led to from nowhere, is on no circle; nearly always that is everything.
    suspects = _without_dead_ends(links) & _without_dead_ends(backwards)
    return [record_id for record_id in sorted(suspects) if _leads_back(record_id, links, suspects)]


def _without_dead_ends(links: Mapping[str, tuple[str, ...] | list[str]]) -> set[str]:
    """Return the ids from which following the links never comes to an end."""
    sources: dict[str, list[str]] = {}
    for record_id, targets in links.items():
        for target in targets:
            sources.setdefault(target, []).append(record_id)
    open_links = {record_id: len(targets) for record_id, targets in links.items()}
    ends = [record_id for record_id in {*links, *sources} if not open_links.get(record_id)]
    endless = set(links)
    while ends:
        end = ends.pop()
        endless.discard(end)
        for source in sources.get(end, ()):
            open_links[source] -= 1
            if not open_links[source]:
                ends.append(source)
    return endless


def _leads_back(start: str, links: Links, among: set[str]) -> bool:
    """Say whether following the links from an id, among some ids, leads back to it."""
    seen: set[str] = set()
    ahead = list(links[start])
    while ahead:
        record_id = ahead.pop()
        if record_id == start:
            return True
        if record_id in among and record_id not in seen:
            seen.add(record_id)
            ahead.extend(links[record_id])
    return False
