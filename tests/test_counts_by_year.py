"""How many there were in a year lies between what is surely and what is possibly in force, in every world."""

import itertools
from collections import Counter

import pytest
from hypothesis import given, settings

import nordic_partnerships as nordic
from nordic_partnerships import (
    AmbiguousNameError,
    Dataset,
    InvalidTypeError,
    InvalidValueError,
    Membership,
    Network,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Release,
    Size,
    UnknownNameError,
)
from nordic_partnerships.kinds import Counted, NetworkKind, OrganizationKind, PartnershipKind, Qualifier, SizeMeasure
from nordic_partnerships.testing import datasets

from .test_worlds import REFERENCE, days_of
from .test_worlds_together import two_in_one_network, worlds_of

COUNTS = ["year", "surely", "presumed", "possibly"]
STATED = ["stated", "stated_qualifier", "stated_what", "stated_as_of", "stated_least", "stated_most"]


def test_every_world_lies_within_the_bounds(until_met):
    met = Counter()

    @settings(max_examples=150)
    @given(two_in_one_network())
    def compare(records):
        data = Dataset.of(Release(version="1", reference_date=REFERENCE), records)
        table = data.counts_by_year("network", "members")
        asked = [PartialDate(year) for year in table["year"]]
        worlds = worlds_of(data, asked)
        held_by = {m.id: m.member for m in data.records(Membership)}
        for row, year in zip(table, asked, strict=True):
            first, last = days_of(year)
            # In each year a stay either holds or does not, so of all worlds of a membership two are enough to know.
            holds = {key: {start <= last and end >= first for start, end in stays} for key, stays in worlds.items()}
            counts = set()
            for world in itertools.product(*holds.values()):
                counts.add(len({held_by[key] for key, held in zip(holds, world, strict=True) if held}))
            assert row["surely"] <= min(counts)
            assert row["possibly"] >= max(counts)
            if len(held_by) == 2:
                assert (row["surely"], row["possibly"]) == (min(counts), max(counts))
            met["apart"] += row["surely"] < row["possibly"]
            met["surely two"] += row["surely"] == 2
            met["presumed"] += row["presumed"] > 0
        # Nothing had surely begun before.
        before = [PartialDate(year) for year in range(1998, min(table["year"], default=1998))]
        for year, stays in itertools.product(before, worlds_of(data, before).values()):
            assert any(start > days_of(year)[1] for start, _ in stays)
            met["years before"] += 1

    until_met(compare, met, ["apart", "surely two", "presumed", "years before"])


@given(datasets())
def test_a_count_is_that_of_the_answer_for_the_year(data):
    for network in data.networks()[:1]:
        agree(data, network, "members", data.members_of)
    for organization in data.organizations()[:1]:
        agree(data, organization, "networks", data.networks_of)
        agree(data, organization, Counted.PARTNERS, data.partners_of)


def agree(data, subject, counted, ask):
    table = data.counts_by_year(subject, counted)
    assert table["year"] == tuple(range(table["year"][0], data.release.reference_date.year + 1) if len(table) else ())
    for row in table:
        answer = ask(subject, as_of=row["year"])
        assert row["surely"] == len(ask(subject, as_of=row["year"], certain=True))
        assert row["surely"] + row["presumed"] == len(answer)
        assert row["possibly"] == len(answer) + len(answer.undecided)
        if counted == "members":
            sized = data.size_of(subject, as_of=row["year"])
            assert row["stated"] == (None if sized is None else sized.size.count)


def body(key):
    return Organization(id=key, name=key, kind=OrganizationKind.UNIVERSITY)


def small_network(*sizes):
    return Dataset.of(
        Release(version="1", reference_date=PartialDate(2004, 6, 30)),
        [
            body("one"),
            body("two"),
            Network(id="network", name="N", kind=NetworkKind.ASSOCIATION, sizes=sizes),
            Membership(id="m1", network="network", member="one", period=Period.parse("2001/..")),
            Membership(id="m2", network="network", member="two", period=Period.parse("2002-05/")),
            Partnership(
                id="p",
                name="P",
                kind=PartnershipKind.COOPERATION,
                parties=("one", "two"),
                period=Period.parse("2003/2003"),
            ),
        ],
    )


def test_years_go_from_the_first_beginning_to_the_reference_date():
    data = small_network()
    table = data.counts_by_year("N", "members")
    assert [column.name for column in table.columns] == COUNTS + STATED
    assert table.name == "members_by_year"
    counts = [tuple(row[name] for name in COUNTS) for row in table]
    assert counts == [(2001, 1, 0, 1), (2002, 2, 0, 2), (2003, 1, 1, 2), (2004, 1, 1, 2)]
    networks = data.counts_by_year("two", "networks")
    assert [column.name for column in networks.columns] == COUNTS
    assert networks.rows == ((2002, 1, 0, 1), (2003, 0, 1, 1), (2004, 0, 1, 1))
    assert data.counts_by_year("one", "partners").rows == ((2003, 1, 0, 1), (2004, 0, 0, 0))


def test_the_stated_size_stands_beside_with_its_hedge():
    figures = [
        (1999, 3, Qualifier.EXACTLY, None),
        (2002, 20, Qualifier.ABOUT, None),
        (2003, 30, Qualifier.MORE_THAN, None),
        (1990, 99, Qualifier.EXACTLY, "wrong"),
    ]
    sizes = [
        Size(
            measure=SizeMeasure.MEMBERS,
            count=count,
            what="cities",
            qualifier=qualifier,
            as_of=PartialDate(year),
            superseded=superseded,
        )
        for year, count, qualifier, superseded in figures
    ]
    table = small_network(*sizes, Size(measure=SizeMeasure.COUNTRIES, count=2, as_of=PartialDate(1980))).counts_by_year(
        "network", "members"
    )
    assert table["year"] == (1999, 2000, 2001, 2002, 2003, 2004)
    stated = [tuple(row[name] for name in STATED) for row in table]
    assert stated[0] == stated[2] == (3, "exactly", "cities", "1999", 3, 3)
    assert stated[3] == (20, "about", "cities", "2002", 18, 22)
    assert stated[4] == stated[5] == (30, "more than", "cities", "2003", 31, None)


def test_what_nobody_knows_anything_of_has_no_year():
    data = Dataset.of(Release(version="1", reference_date=PartialDate(2004)), [body("one"), body("two")])
    assert len(data.counts_by_year("one", "networks")) == 0
    assert repr(data.counts_by_year("one", "partners")).startswith("partners_by_year: 0 rows")


def test_what_cannot_be_counted_is_refused():
    data = small_network()
    with pytest.raises(InvalidValueError, match="there is no count 'sizes'; choose one of: 'members', 'networks'"):
        data.counts_by_year("network", "sizes")
    with pytest.raises(UnknownNameError, match="no network is called 'one'"):
        data.counts_by_year("one", "members")
    with pytest.raises(UnknownNameError, match="no organization is called 'network'"):
        data.counts_by_year("network", "partners")
    with pytest.raises(InvalidTypeError):
        data.counts_by_year(1, "members")
    with pytest.raises(AmbiguousNameError):
        nordic.counts_by_year("Helsinki", "partners")


def test_the_function_asks_the_newest_release():
    assert nordic.counts_by_year("LERU", "members") == nordic.load().counts_by_year("LERU", "members")
