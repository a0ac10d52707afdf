"""Graphs hold what is in force or presumed so, and GraphML takes them."""

import io
import sys
from itertools import combinations

import networkx
import pytest
from hypothesis import given

import nordic_partnerships as nordic
from nordic_partnerships import (
    Dataset,
    InvalidTypeError,
    InvalidValueError,
    Location,
    Membership,
    MissingLibraryError,
    Network,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Release,
    to_networkx,
)
from nordic_partnerships.kinds import NetworkKind, OrganizationKind, PartnershipKind, Status, Tie
from nordic_partnerships.testing import datasets, partial_dates

OLD = nordic.load("2026.11.1")
KINDS = ["membership", "partnership", "co-membership"]


@given(datasets(), partial_dates())
def test_edges_are_what_the_answers_hold(data, at):
    memberships, partnerships = data.memberships(as_of=at), data.partnerships(as_of=at)
    of_members = to_networkx(data, kind="membership", as_of=at)
    edges = {
        (member, network, key, about["status"])
        for member, network, key, about in of_members.edges(keys=True, data=True)
    }
    assert edges == {
        (m.member, m.network, m.id, str(status)) for m, status in zip(memberships, memberships.statuses, strict=True)
    }
    of_partners = to_networkx(data, kind="partnership", as_of=at)
    pairs = sorted((*sorted((one, other)), key) for one, other, key in of_partners.edges(keys=True))
    assert pairs == sorted((*sorted(pair), p.id) for p in partnerships for pair in combinations(p.parties, 2))
    together = to_networkx(data, kind=Tie.CO_MEMBERSHIP, as_of=at)
    assert set(together) == {m.member for m in memberships}
    for one, other in combinations(sorted(together), 2):
        shared = data.networks_of(one, other, as_of=at)
        assert together.has_edge(one, other) == bool(len(shared))
        if len(shared):
            about = together.edges[one, other]
            assert (about["weight"], about["networks"]) == (len(shared), "; ".join(shared.ids))
            assert about["surely"] == sum(status is Status.IN_FORCE for status in shared.statuses)


@given(datasets())
def test_graphml_keeps_every_graph(data):
    for kind in KINDS:
        graph = to_networkx(data, kind=kind, as_of="ever")
        networkx.write_gexf(graph, io.BytesIO())
        written = io.BytesIO()
        networkx.write_graphml(graph, written)
        written.seek(0)
        again = networkx.read_graphml(written, force_multigraph=graph.is_multigraph())
        assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
        assert again.number_of_edges() == graph.number_of_edges()


def university(key, **more):
    return Organization(id=key, name=key.title(), kind=OrganizationKind.UNIVERSITY, **more)


def network(key, **more):
    return Network(id=key, name=key.title(), kind=NetworkKind.ASSOCIATION, **more)


def dataset(*memberships):
    """Return two universities of Finland, its conference, an alliance, and memberships as (network, member, period)."""
    made = [
        Membership(id=f"m{number}", network=where, member=who, period=Period.parse(period))
        for number, (where, who, period) in enumerate(memberships)
    ]
    bodies = [university("one", country="FI", location=Location(latitude=60, longitude=25)), university("two")]
    networks = [network("conference", scope="Finland"), network("alliance", scope="Europe"), network("nordic")]
    return Dataset.of(Release(version="1", reference_date=PartialDate(2020, 6, 15)), [*bodies, *networks, *made])


def test_a_national_conference_is_left_out_on_request():
    both = [("conference", who, "2000/..") for who in ("one", "two")]
    data = dataset(*both, ("alliance", "one", "2000/.."), ("nordic", "alliance", "2001/.."))
    assert set(to_networkx(data, kind="membership")) == {"one", "two", "conference", "alliance", "nordic"}
    assert set(to_networkx(data, kind="membership", national=False)) == {"one", "alliance", "nordic"}
    together = to_networkx(data, kind="co-membership")
    assert dict(together.edges["one", "two"]) == {"weight": 1, "surely": 1, "networks": "conference"}
    assert list(to_networkx(data, kind="co-membership", national=False).edges) == []
    assert "unifi" in to_networkx(OLD, kind="membership")
    assert "unifi" not in to_networkx(OLD, kind="membership", national=False)


def test_nodes_and_edges_say_what_is_known():
    graph = to_networkx(dataset(("alliance", "one", "2000/..")), kind="membership")
    where = {"country": "FI", "latitude": 60.0, "longitude": 25.0}
    assert graph.nodes["one"] == {"name": "One", "collection": "organizations", "kind": "university", **where}
    assert graph.nodes["alliance"] == {"name": "Alliance", "collection": "networks", "kind": "association"}
    about = {"roles": "member", "basis": "stated"}
    assert graph.edges["one", "alliance", "m0"] == {**about, "status": "in force", "start": "2000", "end": ".."}
    undated = to_networkx(dataset(("alliance", "two", "/")), kind="membership", as_of="ever")
    assert undated.edges["two", "alliance", "m0"] == {**about, "status": "in force"}


def test_who_closed_is_in_no_graph_of_those_who_go_on():
    bodies = [university("one"), university("two"), university("three", closed=PartialDate(2018))]
    period = Period.parse("2010/..")
    parties = ("one", "two", "three")
    together = Partnership(id="p", name="P", kind=PartnershipKind.CONSORTIUM, parties=parties, period=period)
    data = Dataset.of(Release(version="1", reference_date=PartialDate(2020, 6, 15)), [*bodies, together])
    assert list(to_networkx(data, kind="partnership").edges()) == [("one", "two")]
    assert set(to_networkx(data, kind="partnership").nodes) == {"one", "two"}
    assert to_networkx(data, kind="partnership", as_of="2018").number_of_edges() == 3
    assert to_networkx(data, kind="partnership", as_of="ever").number_of_edges() == 3


def test_who_left_before_the_other_came_shared_nothing():
    data = dataset(("alliance", "one", "2000/2001"), ("alliance", "two", "2003/.."), ("alliance", "one", "2005/2006"))
    assert list(to_networkx(data, kind="co-membership", as_of="2000/2004").edges) == []
    assert list(to_networkx(data, kind="co-membership", as_of="2000/2006").edges) == [("one", "two")]
    assert list(to_networkx(data, kind="co-membership", as_of="ever").edges) == [("one", "two")]


def test_an_answer_becomes_a_graph_of_what_it_holds():
    answer = OLD.memberships(network="LERU", as_of="2024", certain=True)
    graph = to_networkx(answer, kind="membership")
    assert {key for _, _, key in graph.edges(keys=True)} == set(answer.ids)
    assert to_networkx(answer, kind="co-membership").number_of_nodes() == len(answer)
    partnerships = OLD.partnerships_of("Aalto University")
    assert {key for _, _, key in to_networkx(partnerships, kind="partnership").edges(keys=True)} == set(
        partnerships.ids
    )


def test_graphs_of_nothing_and_of_one_node():
    empty = to_networkx(dataset(), kind="membership")
    assert (len(empty), empty.number_of_edges()) == (0, 0)
    alone = to_networkx(dataset(("alliance", "one", "2000/..")), kind="co-membership")
    assert (list(alone), alone.number_of_edges()) == (["one"], 0)


def test_what_makes_no_graph_is_refused():
    with pytest.raises(InvalidValueError, match="no kind of graph 'friends'; choose one of: 'membership', "):
        to_networkx(OLD, kind="friends")
    with pytest.raises(InvalidTypeError, match="expected a Dataset or an Answer, got 'LERU'"):
        to_networkx("LERU", kind="membership")
    message = (
        r"a graph of partnership is made of partnerships, and the answer holds organizations; ask partnerships\(...\)"
    )
    with pytest.raises(InvalidValueError, match=message):
        to_networkx(OLD.partners_of("Aalto University"), kind="partnership")
    with pytest.raises(InvalidValueError, match="the answer is as of 2024; ask for another one, and leave as_of out"):
        to_networkx(OLD.memberships(as_of="2024"), kind="membership", as_of="2023")
    with pytest.raises(InvalidTypeError, match="expected True or False as national"):
        to_networkx(OLD, kind="membership", national="no")


def test_what_is_missing_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(MissingLibraryError, match=r"run: pip install 'nordic-partnerships\[graph\]'"):
        to_networkx(OLD, kind="membership")
