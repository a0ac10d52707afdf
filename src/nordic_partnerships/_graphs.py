"""Graphs for networkx: who belongs to what, who works with whom, who shares networks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, Final

from . import kinds as words
from ._answers import Answer
from ._arguments import parse_word, require_truth
from ._bounds import bounds_in_common, status_in
from ._countries import country_names
from ._dataset import Dataset
from ._dates import AsOf, Bound, Ever
from ._grounds import BEST_FIRST, parties_at
from ._model import Membership, Network, Partnership, Party, collection_of
from ._optional import require
from ._text import shown
from .errors import InvalidTypeError, InvalidValueError
from .kinds import Status, Tie

__all__ = ["to_networkx"]

_PARTY: Final = ("Organization", "Network")


def to_networkx(
    source: Dataset | Answer[Any],
    /,
    *,
    kind: Tie | words.TieWord = "membership",
    as_of: AsOf | None = None,
    national: bool = True,
) -> Any:
    """Return a graph of networkx: of what is in force, or presumed so.

    Nodes are ids, with ``name``, ``collection``, ``kind``, ``country``, ``latitude`` and ``longitude`` as far as they
    are known. All attributes are texts and numbers, so GraphML and GEXF take them.

    * "membership": a ``MultiDiGraph`` from each member to its network. An edge is a membership; its key is the id.
    * "partnership": a ``MultiGraph`` between each two parties. An edge is a partnership; its key is the id.
    * "co-membership": a ``Graph`` between members. Its ``weight`` says how many networks two share at one and the same
      time, its ``surely`` how many of them are in force and not only presumed so, its ``networks`` which.

    Args:
        source: a dataset; or an answer with memberships or partnerships, such as ``memberships(network="LERU")``.
        kind: what the edges are.
        as_of: the time asked about, of a dataset; by default its reference date.
        national: False leaves out networks of a single country, such as its rectors' conference, which put all its
            universities together: those whose ``scope`` is a country.

    Raises:
        MissingLibraryError: networkx is not installed.
        InvalidValueError: there is no such kind, or the answer holds nothing of it.

    >>> import nordic_partnerships as nordic
    >>> graph = nordic.to_networkx(nordic.load("2026.11.0"), kind="partnership")
    >>> sorted(graph["university-of-nairobi"])
    ['university-of-helsinki']
    """
    tie = parse_word(Tie, kind, "kind of graph")
    answer = _relations(source, tie, as_of)
    with_national = require_truth(national, "national")
    networkx = require("networkx", "graph")
    if tie is Tie.PARTNERSHIP:
        return _of_partnerships(networkx.MultiGraph(), answer)
    standings: list[tuple[Membership, Status]] = [
        (membership, status)
        for membership, status in zip(answer, answer.statuses, strict=True)
        if with_national or not _concerns_national(answer, membership)
    ]
    if tie is Tie.MEMBERSHIP:
        return _of_memberships(networkx.MultiDiGraph(), answer, standings)
    return _of_shared_networks(networkx.Graph(), answer, [membership for membership, _ in standings])


def _relations(source: Any, tie: Tie, as_of: AsOf | None) -> Answer[Any]:
    """Return the answer that a graph is made of."""
    wanted = "partnerships" if tie is Tie.PARTNERSHIP else "memberships"
    if isinstance(source, Dataset):
        at = source.release.reference_date if as_of is None else as_of
        return source.partnerships(as_of=at) if tie is Tie.PARTNERSHIP else source.memberships(as_of=at)
    if not isinstance(source, Answer):
        raise InvalidTypeError(f"expected a Dataset or an Answer, got {shown(source)}")
    if as_of is not None:
        raise InvalidValueError(f"the answer is as of {source.as_of}; ask for another one, and leave as_of out")
    if source.collection != wanted:
        raise InvalidValueError(
            f"a graph of {tie} is made of {wanted}, and the answer holds {source.collection}; ask {wanted}(...)"
        )
    return source


def _of_memberships(graph: Any, answer: Answer[Any], standings: Iterable[tuple[Membership, Status]]) -> Any:
    for membership, status in standings:
        _add_party(graph, answer, membership.member)
        _add_party(graph, answer, membership.network)
        roles = "; ".join(membership.roles)
        graph.add_edge(
            membership.member, membership.network, membership.id, roles=roles, **_lasting(membership, status)
        )
    return graph


def _of_partnerships(graph: Any, answer: Answer[Any]) -> Any:
    def party_of(key: str) -> Any:
        return answer.record(key, _PARTY)

    for partnership, status in zip(answer, answer.statuses, strict=True):
        parties = parties_at(partnership, party_of, answer.as_of)
        for party in parties:
            _add_party(graph, answer, party)
        about = {"name": partnership.name, "kind": partnership.kind.value, **_lasting(partnership, status)}
        for one, other in combinations(parties, 2):
            graph.add_edge(one, other, partnership.id, **about)
    return graph


def _of_shared_networks(graph: Any, answer: Answer[Any], memberships: Iterable[Membership]) -> Any:
    of_network: dict[str, dict[str, list[Membership]]] = {}
    for membership in memberships:
        _add_party(graph, answer, membership.member)
        of_network.setdefault(membership.network, {}).setdefault(membership.member, []).append(membership)
    shared: dict[tuple[str, str], dict[str, Status]] = {}
    for network, stays in sorted(of_network.items()):
        for one, other in combinations(sorted(stays), 2):
            status = _together(answer, stays[one], stays[other])
            if status in (Status.IN_FORCE, Status.PRESUMED):
                shared.setdefault((one, other), {})[network] = status
    for (one, other), networks in shared.items():
        surely = sum(status is Status.IN_FORCE for status in networks.values())
        graph.add_edge(one, other, weight=len(networks), surely=surely, networks="; ".join(networks))
    return graph


def _together(answer: Answer[Any], some: Iterable[Membership], others: Iterable[Membership]) -> Status:
    """Return whether two belong to a network at one and the same time, by the best of their stays there."""
    at = answer.as_of
    if isinstance(at, Ever):
        return Status.IN_FORCE
    first, last = at.first.toordinal(), at.last.toordinal()
    statuses = [
        status_in(bounds_in_common(answer.bounds(one), answer.bounds(other)), first, last)
        for one in some
        for other in others
    ]
    return min(statuses, key=BEST_FIRST.index)


def _concerns_national(answer: Answer[Any], membership: Membership) -> bool:
    """Say whether one side of a membership is a network of a single country."""
    sides = (answer.record(key, _PARTY) for key in (membership.member, membership.network))
    scopes = [side.scope for side in sides if isinstance(side, Network) and side.scope is not None]
    return any(scope.casefold() in country_names() for scope in scopes)


def _add_party(graph: Any, answer: Answer[Any], key: str) -> None:
    if key not in graph:
        party: Any = answer.record(key, _PARTY)
        graph.add_node(key, **_known(_about(party)))


def _about(party: Party) -> Mapping[str, Any]:
    about = {"name": party.name, "collection": collection_of(type(party)), "kind": party.kind.value}
    if isinstance(party, Network):
        return about
    place = party.location
    where = {} if place is None else {"latitude": float(place.latitude), "longitude": float(place.longitude)}
    return {**about, "country": party.country, **where}


def _lasting(relation: Membership | Partnership, status: Status) -> Mapping[str, Any]:
    """Return the attributes of a relation: its status, and its period as written."""
    start, end = relation.period.start, relation.period.end
    times = {"start": None if start is Bound.UNKNOWN else str(start), "end": None if end is Bound.UNKNOWN else str(end)}
    return _known({"status": status.value, **times, "basis": relation.basis.value})


def _known(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attributes that are known: GraphML has no word for nothing."""
    return {name: value for name, value in attributes.items() if value is not None}
