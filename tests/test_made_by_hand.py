"""Records made by hand are held to the structure of a release, all problems at once, wherever they come in."""

from datetime import date

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import (
    Citation,
    DataError,
    Dataset,
    InvalidDateError,
    InvalidTypeError,
    InvalidValueError,
    Location,
    Membership,
    Network,
    Organization,
    PartialDate,
    Record,
    Size,
    Source,
    Theme,
)
from nordic_partnerships.kinds import NetworkKind, OrganizationKind, SizeMeasure, SourceKind

PAGE = Source(id="a-page", title="A page", publisher="We", kind=SourceKind.NEWS, accessed=date(2020, 1, 1))
BY_PAGE = Citation(source="a-page")
HERE = Organization(id="here", name="Here", kind=OrganizationKind.OTHER)


def into_a_dataset(small, records):
    return Dataset.of(small.release, records)


def beside_a_dataset(small, records):
    return small.extended_with(records)


ways_in = pytest.mark.parametrize("way_in", [into_a_dataset, beside_a_dataset])


@ways_in
def test_records_that_hold_together_are_taken(small, way_in):
    assert way_in(small, [PAGE, attrs.evolve(HERE, citations=(BY_PAGE,))]).organization("Here").id == "here"
    assert way_in(small, iter([HERE])).organization("Here") is HERE


@ways_in
@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([HERE, HERE], ["organizations.json here id: 2 records have this id"] * 2),
        (
            [HERE, Theme(id="here", name="Here")],
            ["organizations.json here id: 2 records have this id", "themes.json here id: 2 records have this id"],
        ),
        (
            [Theme(id="Über", name="x")],
            ["themes.json Über id: 'Über' is not made of lower-case ASCII words joined by hyphens"],
        ),
        ([Theme(id="", name="x")], ["themes.json id: '' is not made of lower-case ASCII words joined by hyphens"]),
        (
            [HERE, Membership(id="m", network="nope", member="here", citations=(BY_PAGE,))],
            [
                "memberships.json m citations[0].source: there is no record 'a-page'",
                "memberships.json m network: there is no record 'nope'",
            ],
        ),
        (
            [HERE, Membership(id="m", network="here", member="here")],
            ["memberships.json m network: 'here' is an organization, expected a network"],
        ),
        (
            [
                Organization(
                    id="x", name=5, kind="university", names=["y"], location=Location(latitude="1", longitude=2)
                )
            ],
            [
                "organizations.json x name: expected a str, got 5",
                "organizations.json x kind: expected an OrganizationKind, got 'university'",
                "organizations.json x location.latitude: expected a float, got '1'",
                "organizations.json x names: expected a tuple, got ['y']",
            ],
        ),
        (
            [PAGE, attrs.evolve(HERE, citations=(attrs.evolve(BY_PAGE, span=(1,)),))],
            ["organizations.json here citations[0].span: expected 2 values, got 1"],
        ),
        (
            [PAGE, attrs.evolve(HERE, citations=(attrs.evolve(BY_PAGE, span=(9, 3)),))],
            ["organizations.json here citations[0].span: expected a start from 0 on and an end after it, got 9 and 3"],
        ),
        (
            [Theme(id="x", name="a\x1b[31m"), Theme(id="y", name="\ud800")],
            [
                "themes.json x name: contains a control character (U+001B)",
                "themes.json y name: contains a lone surrogate (U+D800)",
            ],
        ),
        (
            [attrs.evolve(HERE, location=Location(latitude=float("nan"), longitude=float("inf")))],
            [
                "organizations.json here location.latitude: is too large for a number",
                "organizations.json here location.longitude: is too large for a number",
            ],
        ),
        (
            [
                Network(
                    id="n",
                    name="N",
                    kind=NetworkKind.ASSOCIATION,
                    sizes=(Size(measure=SizeMeasure.STAFF, count=10**5000),),
                )
            ],
            ["networks.json n sizes[0].count: is too large for a number"],
        ),
        (
            [Theme(id="x", name=10**5000)],
            ["themes.json x name: expected a str, got a number of thousands of digits"],
        ),
    ],
)
def test_everything_that_is_wrong_is_told_at_once(small, way_in, records, expected):
    with pytest.raises(DataError) as raised:
        way_in(small, records)
    assert [str(problem) for problem in raised.value.problems] == expected
    assert str(raised.value).encode(errors="backslashreplace")


@ways_in
@pytest.mark.parametrize(
    "wrong", [None, 5, "ab", b"ab", [None], ["a"], [{"id": "a"}], [Record(id="a")], [PAGE, Organization], [[PAGE]]]
)
def test_what_is_no_record_is_an_invalid_type(small, way_in, wrong):
    with pytest.raises(InvalidTypeError, match="expected an iterable of records, got "):
        way_in(small, wrong)


@ways_in
def test_a_record_of_a_class_of_ones_own_would_be_lost(small, way_in):
    class Academy(Organization):
        pass

    with pytest.raises(InvalidTypeError, match="expected an iterable of records, got <Academy here 'Here'> in it"):
        way_in(small, [Academy(id="here", name="Here", kind=OrganizationKind.OTHER)])


@ways_in
def test_what_is_said_of_an_id_that_cannot_be_printed_can_be(small, way_in):
    with pytest.raises(DataError, match=r"themes\.json \\ud800") as raised:
        way_in(small, [Theme(id="\ud800", name="X")])
    assert str(raised.value).replace("\n", "").isprintable()


def test_an_id_of_the_base_is_taken(small):
    with pytest.raises(DataError) as raised:
        small.extended_with([attrs.evolve(HERE, id="north"), Theme(id="x", name="X", broader=("nowhere",))])
    assert [str(problem) for problem in raised.value.problems] == [
        "organizations.json north id: is also an id of 2020.6.0; replace=True puts the record in its place",
        "themes.json x broader[0]: there is no record 'nowhere'",
    ]


@pytest.mark.parametrize("release", [None, "2026.11.0", {}])
def test_a_release_is_one(release):
    with pytest.raises(InvalidTypeError, match="expected a Release, got "):
        Dataset.of(release, [])


def test_a_store_is_one():
    with pytest.raises(InvalidTypeError, match=r"expected a store, got None; Dataset\.of takes records"):
        Dataset(None)


HUGE = 10**5000


def test_numbers_that_cannot_be_printed_are_refused_in_words(small):
    words = "a number of thousands of digits"
    with pytest.raises(InvalidValueError, match=f"at_least must be at least 0, not {words}"):
        small.networks_by_size(at_least=-HUGE)
    with pytest.raises(InvalidValueError, match=f"limit must be at least 1, not {words}"):
        small.find("x", limit=-HUGE)
    for parts in ((HUGE,), (-HUGE,), (2020, HUGE), (2020, 1, HUGE)):
        with pytest.raises(InvalidDateError, match=f"no such date: {words}"):
            PartialDate(*parts)
    with pytest.raises(InvalidTypeError):
        small.records([])
    # Of a figure such as "more than 850" nobody knows whether it is that small.
    bounded = nordic.networks_by_size(at_most=HUGE)
    assert len(bounded) + len(bounded.undecided) == len(nordic.networks_by_size())


@pytest.mark.parametrize(
    ("ask", "argument"),
    [
        (lambda data: data.partners_of("north", certain="no"), "certain"),
        (lambda data: data.networks_of("north", indirect="no"), "indirect"),
        (lambda data: data.members_of("circle", indirect=0), "indirect"),
        (lambda data: data.memberships(certain=None), "certain"),
        (lambda data: data.resolve_many(["north"], inside_text="no"), "inside_text"),
        (lambda data: data.extended_with([], replace="no"), "replace"),
    ],
)
def test_a_switch_is_true_or_false(small, ask, argument):
    with pytest.raises(InvalidTypeError, match=f"^expected True or False as {argument}, got "):
        ask(small)
