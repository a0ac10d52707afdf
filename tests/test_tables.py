"""A table says what its answer says: every item, every list in it, every status, and the days that lead to it."""

import pickle
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import (
    EVER,
    Column,
    Dataset,
    InvalidTypeError,
    InvalidValueError,
    Membership,
    Organization,
    PartialDate,
    Partnership,
    Release,
    Table,
)
from nordic_partnerships._answers.tabular import lists_in
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships.kinds import OrganizationKind, Status
from nordic_partnerships.testing import datasets, partial_dates

OLD = nordic.load("2026.11.1")
TYPES = {"text": str, "category": str, "integer": int, "number": (int, float), "date": date, "boolean": bool}


def answers_of(data, at):
    """Yield an answer to every question, each of some record that is there."""
    yield from (data.records(cls) for cls in COLLECTIONS.values())
    yield from (data.organizations(as_of=at), data.networks(as_of=at), data.partnerships(as_of=at))
    yield data.memberships(as_of=at)
    yield data.networks_by_size(as_of=at)
    for organization in data.organizations()[:1]:
        yield from (ask(organization, as_of=at) for ask in (data.partners_of, data.partnerships_of, data.networks_of))
        yield from (ask(organization, as_of=at) for ask in (data.agreements_of, data.initiatives_of, data.themes_of))
        yield from (ask(organization) for ask in (data.statements_of, data.indicators_of, data.events_of))
        yield from (ask(organization) for ask in (data.timeline_of, data.disputes_of))
    for network in data.networks()[:1]:
        yield from (data.members_of(network, as_of=at), data.members_of(network, indirect=True, as_of=at))
        yield from (data.timeline_of(network), data.disputes_of(network))


def part_at(record, path):
    """Return the part of a record that a path such as ``sizes[0].citations[1]`` leads to."""
    for name, place in re.findall(r"(\w+)(?:\[(\d+)\])?", path):
        if name == "successors" and isinstance(record, Organization):
            name = "all_successors"  # noqa: PLW2901
        record = getattr(record, name)
        if place:
            record = record[int(place)]
    return record


def written(value):
    """Return what a field of one value is in a table."""
    if isinstance(value, tuple):
        return "; ".join(value) or None
    text = str(value) if isinstance(value, PartialDate) or hasattr(value, "value") else value
    return None if text == "" else text


def record_of(item):
    return item if isinstance(item, nordic.Record) else item.record


@given(datasets(), partial_dates())
def test_tables_and_objects_agree(data, at):
    by_id = {record.id: record for record in data}
    for answer in answers_of(data, at):
        table = answer.table()
        items = [*answer, *answer.undecided]
        assert (table.name, len(table)) == (answer.collection, len(items))
        for row, item, status in zip(table, items, [*answer.statuses, *["unknown"] * len(items)], strict=False):
            assert row.get("id", record_of(item).id) == record_of(item).id
            assert row.get("status") in (None, str(status))
            assert (row.get("status") is None) == ("status" not in row or answer.as_of is EVER)
            for name, value in row.items():
                holder = item.size if isinstance(item, nordic.SizedNetwork) else item
                if hasattr(holder, name) and name not in ("record", "date", "count" if holder is item else ""):
                    assert value == written(getattr(holder, name)), name
                if name.endswith("_name") and row.get(name.removesuffix("_name")):
                    named = by_id[row[name.removesuffix("_name")]]
                    assert value == named.label or isinstance(named, Membership), name
        for name in lists_in(answer.collection):
            agree_in_lists(answer, name, items)
        for made in (table, *(answer.table(name) for name in lists_in(answer.collection))):
            for column in made.columns:
                assert all(value is None or isinstance(value, TYPES[column.type]) for value in made[column.name])
            assert len({column.name for column in made.columns}) == len(made.columns)


def agree_in_lists(answer, name, items):
    table = answer.table(name)
    assert table.name == f"{answer.collection}_{name}"
    if name == "grounds":
        expected = [
            (record_of(item).id, number, relation.id)
            for item, _, grounds in answer.standings()
            for number, ground in enumerate(grounds)
            for relation in ground
        ]
        assert list(zip(table["record"], table["ground"], table["relation"], strict=True)) == expected
        return
    if answer.collection == "sized_networks":
        assert len(table) == sum(len(sized.size.citations) for sized in items)
        return
    records = {record_of(item).id: record_of(item) for item in items}
    if name != "citations":
        held = {"successors": "all_successors"}.get(name, name) if answer.collection == "organizations" else name
        assert len(table) == sum(len(getattr(record, held)) for record in records.values())
    else:
        own = sum(len(record.citations) + len(record.alternatives) for record in records.values())
        sizes = sum(len(size.citations) for record in records.values() for size in getattr(record, "sizes", ()))
        assert len(table) == own + sizes
    for row in table:
        part = part_at(records[row["record"]], row["path"])
        if isinstance(part, str):
            assert part in row.values()
        else:
            for column, value in row.items():
                if hasattr(part, column) and column != "citations":
                    assert value == written(getattr(part, column)), column


def status_by_columns(row, at, start="start", end="end"):
    """Return a status from the days in a row alone."""

    def day(name, otherwise):
        return row[name] or otherwise

    always = date.min if row[start] == ".." else date.max
    first_start, last_start = day(f"{start}_first", date.min), day(f"{start}_last", always)
    first_end, last_end = day(f"{end}_first", date.min), day(f"{end}_last", date.max)
    if first_start > at.last or last_end < at.first:
        return Status.NOT_IN_FORCE
    if last_start > at.last:
        return Status.UNKNOWN
    return Status.IN_FORCE if first_end >= at.first else Status.PRESUMED


@given(datasets(), st.lists(partial_dates(), min_size=3, max_size=3))
def test_the_days_in_a_row_give_the_status_at_every_time(data, times):
    for cls in (Membership, Partnership, nordic.Agreement, nordic.Initiative):
        for row in data.records(cls).table():
            for at in times:
                assert status_by_columns(row, at) is data.status_of(row["id"], as_of=at)
            attested = data.explain(row["id"]).attested
            assert (row["attested_first"], row["attested_last"]) == tuple(
                None if moment is None else str(moment) for moment in attested
            )
    for at in times:
        existing = {status: set() for status in Status}
        for row in data.organizations().table():
            existing[status_by_columns(row, at, "established", "closed")].add(row["id"])
        answer = data.organizations(as_of=at)
        assert set(answer.ids) == existing[Status.IN_FORCE] | existing[Status.PRESUMED]
        assert {organization.id for organization in answer.undecided} == existing[Status.UNKNOWN]


@given(datasets(), partial_dates())
def test_a_pickled_answer_gives_the_same_tables(data, at):
    for answer in answers_of(data, at):
        again = pickle.loads(pickle.dumps(answer))  # noqa: S301 - its own bytes
        names = (None, *lists_in(answer.collection))
        assert [again.table(name) for name in names] == [answer.table(name) for name in names]
        assert again.to_json() == answer.to_json()


# -------------------------------------------------------------------- exact values


def test_a_membership_says_who_where_and_when(small):
    (row, *_) = small.memberships(as_of="2019").table()
    assert row == {
        "id": "alliance--north",
        "network": "alliance",
        "network_name": "Alliance",
        "network_kind": "university alliance",
        "member": "north",
        "member_name": "North University",
        "member_kind": "university",
        "member_country": "FI",
        "roles": "founding member; chair",
        "start": "2000",
        "start_first": date(2000, 1, 1),
        "start_last": date(2000, 12, 31),
        "end": "..",
        "end_first": date(2020, 6, 15),
        "end_last": None,
        "ended_by": None,
        "ended_by_first": None,
        "ended_by_last": None,
        "basis": "stated",
        "attested_first": "2019",
        "attested_last": "2019",
        "status": "in force",
        "remark": None,
    }


def test_what_is_undecided_is_a_row_too(small):
    answer = small.memberships(as_of="2010")
    assert len(answer.table()) == len(answer) + len(answer.undecided)
    assert answer.table()["status"][-1] == "unknown"
    assert set(small.memberships().table()["status"]) == {None}


def test_lists_are_tables_of_their_own(small):
    parties = small.partnerships().table("parties")
    assert parties.name == "partnerships_parties"
    assert parties.columns[0] == Column("record", "text", "id of the record", "partnerships")
    assert next(iter(parties)) == {
        "record": "north--norden-city--west",
        "path": "parties[0]",
        "party": "norden-city",
        "party_name": "City of Norden",
        "party_kind": "city",
        "party_country": "FI",
    }
    sizes = small.networks().table("sizes")
    assert sizes["path"] == ("sizes[0]", "sizes[1]", "sizes[2]", "sizes[0]")
    assert sizes["sources"] == ("page",) * 4
    assert sizes["as_of_last"] == (date(2010, 12, 31), date(2019, 5, 31), None, None)
    citations = small.networks().table("citations")
    assert citations["path"][:2] == ("citations[0]", "sizes[0].citations[0]")
    assert citations["source_url"][0] == "https://north.example/page"
    assert small.organizations().table("names")["kind"] == ("alias", "label", "alias", "former")
    assert small.partnerships().table("themes")["theme_name"] == ("Ice",)


def test_what_items_rest_on_is_a_table(small):
    grounds = small.networks_of("north", "alliance", as_of="2019").table("grounds")
    assert list(zip(grounds["record"], grounds["ground"], grounds["relation_name"], strict=True)) == [
        ("circle", 0, "North University in Circle"),
        ("circle", 0, "Alliance in Circle"),
    ]
    grounds = small.networks_of("north", as_of="2019").table("grounds")
    assert grounds["relation_name"] == ("North University in Alliance", "North University in Circle")
    assert grounds["start"] == ("2000", None)
    together = small.members_of("circle", indirect=True, as_of="2019").table("grounds")
    assert together["record"] == ("north",) * 3
    assert sorted(together["ground"]) == [0, 1, 1]


def test_members_may_be_organizations_and_networks(small):
    table = small.members_of("circle").table()
    assert table["collection"] == ("networks", "organizations")
    assert table["begun"] == ("2000", None)
    assert table["country"] == (None, "FI")


def test_figures_moments_and_disputes_are_tables(small):
    sized = small.networks_by_size(as_of="2020").table()
    assert list(zip(sized["network_name"], sized["count"], sized["age"], strict=True)) == [
        ("Circle", 20, None),
        ("Alliance", 8, 1),
    ]
    assert small.networks_by_size(as_of="2020").table("citations")["source"] == ("page",) * len(sized)
    moments = small.timeline_of("alliance").table()
    assert moments["kind"][0] == "founded"
    assert ("size: 5 universities", 5) in zip(moments["what"], moments["count"], strict=True)
    assert "North University in Alliance" in moments["record_name"]
    assert len(small.disputes_of("alliance").table()) == 0


def test_an_empty_answer_has_columns_and_no_rows(small):
    table = small.partners_of("west", kind="consortium").table()
    assert (len(table), list(table)) == (0, [])
    assert table["name"] == ()
    assert repr(table).startswith("organizations: 0 rows, ")
    assert "<tbody></tbody>" in table._repr_html_()


def test_a_successor_is_listed_however_it_is_written():
    organization = {"kind": OrganizationKind.UNIVERSITY, "name": "X"}
    data = Dataset.of(
        Release(version="1", reference_date=PartialDate(2020)),
        [
            Organization(id="old", successor="new", **organization),
            Organization(id="older", successors=("old", "new"), **organization),
            Organization(id="new", **organization),
        ],
    )
    assert data.organizations().table("successors")["successor"] == ("new", "old", "new")


# -------------------------------------------------------------------- awkward names, and mistakes


AWKWARD = ['say "x", then', "two\nlines", "<script>alert(1)</script>", "=1+1", "x" * 500, "東京大学"]


def awkward():
    columns = [Column("id", "text", "its id"), Column("name", "text", "its name"), Column("none", "date", "nothing")]
    return Table("things", columns, [(f"n{number}", name, None) for number, name in enumerate(AWKWARD)])


def test_awkward_names_are_shown_as_text():
    table = awkward()
    assert table["name"] == tuple(AWKWARD)
    html, text = table._repr_html_(), repr(table)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert len(text.splitlines()) == 1 + 1 + len(AWKWARD) + 1
    assert r"two\nlines" in text


@pytest.mark.parametrize("rows", [0, 1, 15, 16, 300])
def test_at_most_a_screenful_is_shown(rows):
    table = Table("things", [Column("number", "integer", "a number")], [(number,) for number in range(rows)])
    lines = repr(table).splitlines()
    assert lines[0] == f"things: {rows} {'row' if rows == 1 else 'rows'}, 1 columns"
    assert len(lines) == 2 + min(rows, 15) + (rows > 15)
    more = [f"... and {rows - 15} more rows"] if rows > 15 else []
    assert [line.strip() for line in lines if "more" in line] == more
    assert table._repr_html_().count("<tr>") == 1 + min(rows, 15)
    assert re.findall("<p>(.*?)</p>", table._repr_html_()) == more


def test_lines_are_no_wider_than_a_screen_and_the_status_is_always_there():
    for answer in answers_of(OLD, "2020"):
        for name in (None, *lists_in(answer.collection)):
            table = answer.table(name)
            head, names, *lines = repr(table).splitlines()
            assert head.startswith(table.name)
            assert max(map(len, [names, *(line for line in lines if "not shown" not in line)])) <= 110
            assert len(lines) <= 17
            shown = re.findall("<th>(.*?)</th>", table._repr_html_())
            assert len(shown) <= 10
            if name is None and any(column.name == "status" for column in table.columns) and any(table["status"]):
                assert "status" in names
                assert "status" in shown


def test_names_stand_in_place_of_ids_and_days(small):
    names = repr(small.memberships(as_of="2019").table()).splitlines()[1].split()
    assert names == ["network_name", "member_name", "member_country", "roles", "start", "end", "basis", "status"]
    assert "id" in repr(small.organizations().table()).splitlines()[1].split()


@pytest.mark.parametrize("name", ["nmaes", "", "grounds", "memberships", "sizes"])
def test_an_unknown_list_names_those_that_there_are(small, name):
    with pytest.raises(InvalidValueError, match=r"memberships have no list .*: 'alternatives', 'citations'"):
        small.memberships().table(name)
    with pytest.raises(InvalidValueError, match=r"choose one of: .*'sizes'.*'grounds'"):
        small.networks().table("x")


def test_what_is_no_name_of_a_list_or_a_column_is_refused(small):
    with pytest.raises(InvalidTypeError, match="expected the name of a list, got 1"):
        small.networks().table(1)
    table = small.networks().table()
    with pytest.raises(InvalidTypeError, match="expected the name of a column, got 0"):
        table[0]
    with pytest.raises(InvalidValueError, match="networks has no column 'strat'; choose one of: 'id', 'name'"):
        table["strat"]


def test_a_row_has_a_value_for_every_column():
    with pytest.raises(InvalidValueError, match="a row of things has 1 values, and there are 2 columns"):
        Table("things", [Column("one", "text", "1"), Column("two", "text", "2")], [("a", "b"), ("c",)])


def test_tables_are_values(small):
    one, other = small.networks().table(), small.networks().table()
    assert one == other
    assert hash(one) == hash(other)
    assert one != small.organizations().table()
    assert one != list(one)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - its own bytes
    with pytest.raises(AttributeError):
        one.name = "others"


def test_columns_mean_something():
    for cls in COLLECTIONS.values():
        answer = OLD.records(cls)
        for name in (None, *lists_in(answer.collection)):
            for column in answer.table(name).columns:
                assert column.meaning, (answer.collection, name, column.name)
                assert not column.meaning.endswith(".") or column.meaning.endswith("...")
