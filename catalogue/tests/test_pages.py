"""Pages hold what the library answers, and stand whatever the data holds."""

import json
import re
from collections import Counter
from html.parser import HTMLParser

import attrs
import pytest
import rdflib

import nordic_partnerships as nordic
from catalogue.checks.links import faults_in_files
from catalogue.facts import PAGED

from .conftest import AWKWARD, RIGHT_TO_LEFT

DATA = nordic.load()
FOLDER = f"catalogue/{DATA.release.version}"
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own use
SCHEMA = rdflib.Namespace("https://schema.org/")
NETWORKS = sorted(DATA.networks(), key=lambda network: (-len(DATA.members_of(network)), network.id))
THIRTY = [*NETWORKS[:20], *NETWORKS[-10:]]


class Scripts(HTMLParser):
    """The texts of the script elements of a page."""

    def __init__(self, text):
        super().__init__()
        self.types, self.texts, self._inside = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self._inside = tag == "script"
        if self._inside:
            self.types.append(dict(attrs).get("type"))

    def handle_data(self, data):
        if self._inside:
            self.texts.append(data)
            self._inside = False


def parts_of(folder, key):
    return [path for path in folder.glob(f"{key}*.html") if re.fullmatch(rf"{key}(\.\d+)?\.html", path.name)]


def graph_of(folder, key):
    graph = rdflib.Graph()
    for path in parts_of(folder, key):
        (text,) = Scripts(path.read_text()).texts
        graph.parse(data=text, format="json-ld", publicID=f"https://example.org/{path.name}")
    return graph


def ids(nodes):
    return {str(node).removeprefix("https://example.org/").removesuffix(".html") for node in nodes}


@pytest.mark.parametrize("network", THIRTY, ids=lambda network: network.id)
def test_the_members_read_out_of_a_page_are_those_that_the_library_answers(bundled, network):
    graph = graph_of(bundled / FOLDER, network.id)
    page = rdflib.URIRef(f"https://example.org/{network.id}.html")
    roles = set(graph.objects(page, SCHEMA.member))
    members = DATA.members_of(network)
    assert ids(member for role in roles for member in graph.objects(role, SCHEMA.member)) == set(members.ids)
    assert all((role, rdflib.RDF.type, SCHEMA.OrganizationRole) in graph for role in roles)
    started = {str(start) for role in roles for start in graph.objects(role, SCHEMA.startDate)}
    memberships = DATA.memberships(network=network, as_of=DATA.release.reference_date)
    starts = {str(each.period.start) for each in memberships if isinstance(each.period.start, nordic.PartialDate)}
    assert started == starts


def test_the_networks_read_out_of_a_page_are_those_that_the_library_answers(bundled):
    for key in ("aalto-university", "university-of-oslo", "city-of-espoo"):
        graph = graph_of(bundled / FOLDER, key)
        joined = ids(graph.objects(None, SCHEMA.memberOf))
        assert {each for each in joined if each in DATA.networks().ids} == set(DATA.networks_of(key).ids)


def test_every_record_has_its_page_and_the_same_as_json(bundled):
    for release in nordic.releases():
        data = nordic.load(release.version)
        for cls in PAGED:
            for plain in data.records(cls).to_dicts():
                path = bundled / "catalogue" / release.version / f"{plain['id']}.json"
                assert json.loads(path.read_text())["record"] == plain
                assert path.with_suffix(".html").is_file()


def test_json_holds_every_source_that_it_names(bundled):
    whole = json.loads((bundled / FOLDER / "leru.json").read_text())
    records = [whole["record"], *(record for group in whole["related"].values() for record in group)]
    named = {citation["source"] for record in records for citation in record.get("citations", ())}
    assert named <= {source["id"] for source in whole["sources"]}
    assert len(whole["related"]["members"]) == len(DATA.memberships(network="leru"))


def test_a_page_tells_every_membership_with_its_time(bundled):
    text = (bundled / FOLDER / "leru.html").read_text()
    for membership in DATA.memberships(network="leru"):
        row = text.split(f'<tr id="{membership.id}">')[1].split("</tr>")[0]
        times = DATA.explain(membership).times_in_words
        for expected in (times["since"], times["until"], times["last attested"]):
            assert f">{expected}</td>" in row


@pytest.mark.parametrize("side", ["member", "network"])
def test_a_page_says_what_of_a_release_is_about_its_record(bundled, side):
    *_, last, newest = nordic.releases()
    before = {record.id: record for record in nordic.load(last.version)}
    news = {}
    for each in DATA.memberships():
        if each.id not in before:
            news[each] = "added"
        elif attrs.evolve(each, citations=()) != attrs.evolve(before[each.id], citations=()):
            news[each] = "changed"
    key = next(getattr(each, side) for each in news if getattr(each, side) in before)
    lines = (bundled / FOLDER / f"{key}.html").read_text().split(f">What came with release {newest.version}<")[1]
    for word, count in Counter(word for each, word in news.items() if getattr(each, side) == key).items():
        assert f"<li>memberships: {count} {word}<" in lines
    assert "revisions" not in lines
    assert "What came with" not in (bundled / "catalogue/2026.11.0/aalto-university.html").read_text()


@pytest.mark.parametrize("catalogue", ["bundled", "awkward"])
def test_every_link_leads_somewhere_and_no_page_is_too_large(catalogue, request):
    assert list(faults_in_files(request.getfixturevalue(catalogue))) == []


def test_only_the_index_has_a_script(bundled):
    for path in bundled.glob("catalogue/*/*.html"):
        types = Scripts(path.read_text()).types
        assert set(types) <= {"application/ld+json"} or path.name == "index.html", path


def test_awkward_texts_are_shown_and_never_run(awkward):
    folder = awkward / "catalogue/2026.12.0"
    for path in [*folder.glob("*.html"), awkward / "catalogue/index.html"]:
        text = path.read_text()
        assert "<script>" not in text
        assert 'href="javascript' not in text
    body = (folder / "body-007.html").read_text()
    assert f'<bdi lang="ar">{RIGHT_TO_LEFT}</bdi>' in body
    assert "&lt;script&gt;alert" in body
    assert json.loads(Scripts(body).texts[0])["name"] == f"{AWKWARD} 7"


def test_three_hundred_members_stand_on_five_pages(awkward):
    folder = awkward / "catalogue/2026.12.0"
    pages = [
        (folder / name).read_text()
        for name in ("large.html", "large.2.html", "large.3.html", "large.4.html", "large.5.html")
    ]
    assert [len(re.findall('<tr id="large--', page)) for page in pages] == [64, 64, 64, 64, 44]
    members = nordic_members(graph_of(folder, "large"))
    assert len(members) == 240  # all but those of 1990 to 1995
    assert pages[0].count("<circle") == 50


def nordic_members(graph):
    return {member for role in graph.objects(None, SCHEMA.member) for member in graph.objects(role, SCHEMA.member)}


def test_a_network_without_members_has_a_page(awkward):
    text = (awkward / "catalogue/2026.12.0/empty.html").read_text()
    assert "<h1><bdi>Empty</bdi></h1>" in text
    assert "Timeline" not in text


def test_a_retired_id_points_on(awkward):
    folder = awkward / "catalogue/2026.12.0"
    assert '<a href="large.html">' in (folder / "gone.html").read_text()
    assert "Nothing took its place" in (folder / "lost.html").read_text()


def test_an_older_release_sends_on_to_the_newest(bundled):
    old = (bundled / "catalogue/2026.11.0/leru.html").read_text()
    assert f'<a href="../{DATA.release.version}/leru.html">The newest release</a>' in old
