"""The answers are compared before any time is taken: who answers something else is not faster."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import networkx
import pycountry
from rapidfuzz import process

import nordic_partnerships as nordic

from .typed import files, read_strictly, read_typed

__all__ = ["compare_answers"]


def compare_answers(release: str) -> list[str]:
    """Return what was found to be the same; raise AssertionError for an answer that differs."""
    data = nordic.load(release)
    return [_networks(data), _partners(data), _country(data), _names(data), _records(data)]


def _networks(data: nordic.Dataset) -> str:
    graph: networkx.Graph[str] = networkx.Graph(
        (membership.member, membership.network) for membership in data.records(nordic.Membership)
    )
    return f"networks of {_compare_neighbors(data, graph, data.networks_of):,} bodies, as networkx has them"


def _partners(data: nordic.Dataset) -> str:
    graph: networkx.Graph[str] = networkx.Graph()
    for partnership in data.records(nordic.Partnership):
        graph.update(networkx.complete_graph(partnership.parties))
    return f"partners of {_compare_neighbors(data, graph, data.partners_of):,} bodies, as networkx has them"


def _compare_neighbors(
    data: nordic.Dataset, graph: "networkx.Graph[str]", ask: Callable[..., nordic.Answer[Any]]
) -> int:
    """Hold the answers about all organizations in a graph against their neighbors there; return how many these are."""
    bodies = [organization.id for organization in data.organizations() if organization.id in graph]
    for body in bodies:
        assert set(ask(body, as_of=nordic.EVER).ids) == set(graph.neighbors(body)), body
    return len(bodies)


def _country(data: nordic.Dataset) -> str:
    found = pycountry.countries.lookup("finland").alpha_2
    assert data.organization("Aalto University").country == found
    return "the country that pycountry looks up"


def _names(data: nordic.Dataset) -> str:
    bodies = data.organizations()
    names = [text for each in bodies for text in (each.name, *(name.text for name in each.names))]
    found_by_name = data.resolve_many([each.name for each in bodies])
    hits = [body.name for body, found in zip(bodies, found_by_name, strict=True) if found.record is body]
    for name in hits[:100]:
        assert process.extractOne(name, names)[0] == name
    suggestions = _suggestions(data, "Universty of Helsinky")
    assert process.extractOne("Universty of Helsinky", names)[0] in suggestions, suggestions
    return f"{len(hits[:100])} names and a miswritten one, as rapidfuzz finds them"


def _suggestions(data: nordic.Dataset, name: str) -> tuple[str, ...]:
    try:
        return (data.organization(name).name,)
    except nordic.UnknownNameError as error:
        return error.suggestions


def _records(data: nordic.Dataset) -> str:
    texts = files(data.release.version)
    typed, strict = read_typed(texts), read_strictly(texts)
    for name, text in texts.items():
        assert len(typed[name]) == len(strict[name])
        assert json.loads(msgspec.json.encode(typed[name])) == json.loads(text), name
    return f"{sum(map(len, strict.values())):,} records, as msgspec reads them"
