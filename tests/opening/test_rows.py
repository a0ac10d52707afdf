"""Records that are cut from the text of a release are those that reading it as a whole gives, on every way."""

import json
import re
from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import DataError, Membership, Organization, Source, Theme
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening import bundled, codec
from nordic_partnerships._opening.codec import dump_json, load_json, read_records
from nordic_partnerships._opening.descriptor import read_descriptor
from nordic_partnerships._opening.reader import WRONG
from nordic_partnerships._opening.resources import own_descriptor
from nordic_partnerships._opening.rows import Rows, cut, find_text
from nordic_partnerships._store import MemoryTable

from .copies import digest, write

VERSIONS = [release.version for release in nordic.releases()]
FIELDS = {
    "partnerships": [("parties",), ("themes",)],
    "memberships": [("member",), ("network", "member")],
    "organizations": [("part_of",), ("successors", "successor")],
    "statements": [("subject",)],
    "themes": [("broader",)],
}
PLAIN = {"id": "a", "name": "A", "names": [{"text": "Ä", "kind": "alias", "language": "sv"}, {"text": "A"}]}


def collections(version):
    for name, cls in COLLECTIONS.items():
        path = files("nordic_partnerships.data") / version / f"{name}.json"
        if path.is_file():
            yield name, cls, path.read_bytes()


def rows_of(cls, data):
    def complain():
        raise DataError([])

    return Rows(cls, data, data.count(b'\n    "id": "'), complain)


@pytest.mark.parametrize("version", VERSIONS)
def test_all_readers_give_the_same_records(version):
    for name, cls, data in collections(version):
        table = MemoryTable(read_records(f"{name}.json", data, cls))
        assert codec._read_in_detail(name, load_json(name, data), cls) == table.records()
        rows = rows_of(cls, data)
        assert list(rows.names()) == list(table.names())
        for fields in FIELDS.get(name, []):
            assert dict(rows.holding(fields)) == table.holding(fields)
            assert len(rows.holding(fields)) == len(table.holding(fields))
        assert dict(rows.by_id()) == table.by_id()
        assert rows.records() == table.records()
        assert all(record is rows[record.id] is rows.get(record.id) for record in rows.records())


def test_rows_are_a_mapping():
    data = dump_json([PLAIN])
    rows = rows_of(Theme, data)
    assert "a" in rows
    assert "b" not in rows
    assert (len(rows), rows.get("b"), rows.get("b", 5)) == (1, None, 5)
    with pytest.raises(KeyError, match="'b'"):
        rows["b"]
    with pytest.raises(KeyError):
        rows.holding(("broader",))["b"]


CHAIN = [PLAIN, *(PLAIN | {"id": each, "broader": ["a", "x"]} for each in "bcd"), PLAIN | {"id": "e", "broader": ["b"]}]
"""Three themes within one, and one within one of these."""


def test_records_are_found_by_the_ids_that_they_hold():
    data = dump_json(CHAIN)
    holders = rows_of(Theme, data).holding(("broader",))
    expected = MemoryTable(read_records("themes.json", data, Theme)).holding(("broader",))
    assert [record.id for record in holders["a"]] == ["b", "c", "d"]
    assert {key: holders[key] for key in "abx"} == dict(expected) == dict(holders)
    assert holders.get("a") is holders.get("a")
    assert (holders.get("e"), holders.get("e", ())) == (None, ())
    with pytest.raises(KeyError, match="'e'"):
        holders["e"]


def test_many_ids_are_looked_up_in_an_index_that_tells_the_same():
    rows = rows_of(Theme, dump_json(CHAIN))
    for _ in range(8):
        assert [record.id for record in rows.mentioning("x")] == ["b", "c", "d"]
    assert rows.spelling("A") is None
    assert [record.id for record in rows.mentioning("x")] == ["b", "c", "d"]
    assert rows.mentioning("nowhere") == []
    assert [record.id for record in rows.holding(("broader",))["b"]] == ["e"]


@pytest.fixture
def halvings(monkeypatch):
    """The ids that a text was halved for."""
    ids = []

    def find_and_note(data, record_id):
        ids.append(record_id)
        return find_text(data, record_id)

    monkeypatch.setattr("nordic_partnerships._opening.rows.find_text", find_and_note)
    return ids


def test_a_text_is_halved_for_64_ids_before_it_is_cut_and_never_for_one_that_was_found(halvings):
    rows = rows_of(Theme, dump_json(CHAIN))
    assert rows["a"] is rows.get("a") is rows["a"]
    assert halvings == ["a"]
    missing = [f"x{number}" for number in range(100)]
    assert [each for each in missing if each in rows] == []
    assert halvings == ["a", *missing[:63]]


def test_a_text_that_was_cut_is_not_halved(halvings):
    rows = rows_of(Theme, dump_json(CHAIN))
    assert [rows[each].id for each in rows] == list("abcde")
    assert halvings == []


def test_of_many_records_each_is_found_by_its_id_and_an_id_of_none_is_not():
    ids = sorted(f"t{number}" for number in range(100))
    rows = rows_of(Theme, dump_json([PLAIN | {"id": each} for each in ids]))
    assert [rows[each].id for each in ids] == ids
    assert "t100" not in rows
    assert rows.get("t100") is None
    assert len(rows) == len(rows.records()) == 100


def test_a_name_is_searched_for_as_it_is_spelt_unless_json_writes_it_otherwise():
    rows = rows_of(Theme, dump_json([PLAIN, PLAIN | {"id": "b", "name": "B", "names": []}, PLAIN | {"id": "c"}]))
    for text in ('a "name"', "a\\name", "a\tname"):
        assert rows.spelling(text) is None
    for text, bearers in (("Ä", "ac"), ("B", "b"), ("None", "")) * 2 + (("A", "ac"), ("C", "")):
        assert "".join(record.id for record in rows.spelling(text)) == bearers
    assert rows.spelling("A") is None


def test_sources_are_found_by_their_titles_and_memberships_by_no_name():
    source = {"title": "A page", "publisher": "P", "kind": "news", "accessed": "2020-01-01"}
    rows = rows_of(Source, dump_json([{"id": "a", **source}, {"id": "b", **source, "title": "Another \\"}]))
    assert list(rows.names()) == [("a", ["A page"]), ("b", ["Another \\"])]
    assert list(rows_of(Membership, dump_json([{"id": "a", "network": "n", "member": "m"}])).names()) == []


@pytest.mark.parametrize("wanted", ["a", "a-b", "ab", "b", "b-c-d", "c", "d", "", "-", "a-", "aa", "bc", "z", "\ud800"])
def test_a_record_is_found_by_halving_or_is_not_there(wanted):
    ids = ["a", "a-b", "ab", "b", "b-c-d", "c", "d"]
    data = dump_json([{"id": each, "name": each.upper() * 9, "names": [{"text": "x"}]} for each in ids])
    whole = cut(data)
    assert find_text(data, wanted) == (whole.text_of(ids.index(wanted)) if wanted in ids else None)


@pytest.mark.parametrize(
    "names",
    [
        [{"text": 'a "quoted" \\ text', "kind": "label"}],
        [{"text": "A", "period": "2014/.."}, {"text": "B", "kind": "former", "language": "fi", "period": "/2010"}],
        [{"text": "日本", "kind": "acronym"}],
    ],
)
def test_names_are_read_as_they_are_written(names):
    data = dump_json([PLAIN | {"name": 'the "name" \\', "names": names}, PLAIN | {"id": "b", "name": "ends in \\"}])
    table = MemoryTable(read_records("themes.json", data, Theme))
    assert list(rows_of(Theme, data).names()) == list(table.names())


def test_a_name_may_stand_last():
    data = dump_json([{"id": "a", "name": 'the "name"'}, {"id": "b", "name": "ends in \\"}])
    assert list(rows_of(Theme, data).names()) == [("a", ['the "name"']), ("b", ["ends in \\"])]


@pytest.mark.parametrize(
    "data",
    [
        b"[]\n",
        b"",
        dump_json([PLAIN])[:-1],
        json.dumps([PLAIN]).encode(),
        dump_json([{"name": "A", "id": "a"}]),
        dump_json([PLAIN, PLAIN]),
        dump_json([PLAIN | {"id": "b"}, PLAIN]),
        dump_json([PLAIN | {"id": "a\\b"}]),
        dump_json([PLAIN]).replace(b'"a"', b'"\xff"'),
        dump_json([PLAIN]).replace(b"\n", b"\r\n"),
        dump_json([PLAIN]).replace(b'"a"', b'"a\nb"'),
    ],
)
def test_text_that_is_not_canonical_has_no_rows(data):
    assert cut(data) is None


def test_a_text_is_cut_whatever_its_ids_hold():
    assert cut(dump_json([PLAIN | {"id": "a b"}, PLAIN | {"id": "å"}])).numbers == {"a b": 0, "å": 1}


SPOILT = [
    {"id": 1},
    {"name": None},
    {"name": "\ud800"},
    {"names": {}},
    {"names": ["A"]},
    {"names": [{"text": "A", "kind": "nickname"}]},
    {"names": [{"text": "A", "kind": ["alias"]}]},
    {"broader": ["x", 1]},
    {"broader": "x"},
    {"citations": [{"source": "s", "span": [1]}]},
    {"citations": [{"source": "s", "span": [1, True]}]},
    {"citations": [{"source": "s", "attests": 1}]},
    {"citations": [{}]},
    {"mistyped": 1},
]


@pytest.mark.parametrize("spoilt", SPOILT)
def test_every_reader_refuses_a_damaged_record(spoilt):
    data = json.dumps([PLAIN | spoilt]).encode()
    with pytest.raises(DataError) as raised:
        read_records("themes.json", data, Theme)
    assert raised.value.problems
    # The quick reader says nothing of what is wrong, and is nothing to tell of.
    assert raised.value.__context__ is None or raised.value.__suppress_context__
    with pytest.raises(codec.WRONG):
        codec.reader_of(Theme)(*json.loads(data, object_pairs_hook=tuple))
    if "id" not in spoilt:
        rows = rows_of(Theme, json.dumps(json.loads(data), indent=2).encode() + b"\n")
        with pytest.raises(DataError):
            rows.records()


@pytest.mark.parametrize("twice", [b'"name": "A"', b'"source": "s"'])
def test_every_reader_refuses_a_field_given_twice(twice):
    data = dump_json([PLAIN | {"citations": [{"source": "s"}]}]).replace(twice, twice + b",\n" + twice)
    assert data.count(twice) == 2
    with pytest.raises(DataError, match="is given twice"):
        read_records("themes.json", data, Theme)
    with pytest.raises(codec.WRONG):
        codec.reader_of(Theme)(*json.loads(data, object_pairs_hook=tuple))
    with pytest.raises(DataError):
        rows_of(Theme, data).records()


@pytest.mark.parametrize(("field", "value"), [("latitude", 10**400), ("latitude", True), ("longitude", "1")])
def test_every_reader_refuses_what_is_no_number(field, value):
    plain = {"id": "a", "name": "A", "kind": "city", "location": {"latitude": 1, "longitude": 2} | {field: value}}
    for read in (
        lambda: codec.reader_of(Organization)(json.loads(json.dumps(plain), object_pairs_hook=tuple)),
        lambda: read_records("x", dump_json([plain]), Organization),
    ):
        with pytest.raises((DataError, *codec.WRONG)):
            read()


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_published_has_no_field_twice(version):
    for name, _, data in collections(version):
        assert load_json(name, data)


@pytest.mark.parametrize("version", VERSIONS)
def test_own_descriptors_are_read_as_anybodys_are(version):
    data = (files("nordic_partnerships.data") / version / "datapackage.json").read_bytes()
    ours, anybodys = own_descriptor(data, sha256(data).hexdigest()), read_descriptor(data)
    assert ours.release == anybodys.release
    assert list(map(vars, ours.resources)) == list(map(vars, anybodys.resources))


def test_all_that_is_wrong_with_a_collection_is_told_when_a_wrong_record_is_asked_for(installed, monkeypatch):
    path = installed / "themes.json"
    write(installed, path.name, path.read_bytes().replace(b'"name": "', b'"named": "'))
    monkeypatch.setattr(bundled, "PUBLISHED", {"2026.11.0": digest(installed)})
    dataset = nordic.Dataset(bundled.BundledStore(None, "2026.11.0"))
    with pytest.raises(DataError) as raised:
        dataset.get("academic-freedom", Theme)
    assert len(raised.value.problems) > 30


def test_a_wrong_record_is_never_given():
    rows = Rows(Theme, dump_json([PLAIN]).replace(b'"name": "A"', b'"name": 5'), 1, lambda: None)
    with pytest.raises(WRONG):
        rows["a"]


@pytest.mark.parametrize(("data", "count"), [(dump_json([PLAIN, PLAIN]), 2), (dump_json([PLAIN]), 2)])
def test_a_text_that_is_wrong_as_a_whole_is_never_cut(data, count):
    with pytest.raises(ValueError, match="wrong as a whole"):
        list(Rows(Theme, data, count, lambda: None))


@given(st.sets(st.text("abc-", min_size=1), min_size=1), st.text("abc-\ud800"))
def test_a_record_is_found_by_halving_where_the_cut_has_it(ids, other):
    data = dump_json([{"id": each, "name": each * 5, "names": [{"text": "x"}]} for each in sorted(ids)])
    whole = cut(data)
    for each in (*ids, other):
        number = whole.numbers.get(each)
        assert find_text(data, each) == (None if number is None else whole.text_of(number))


def test_a_bundled_collection_that_is_not_canonical_is_read_as_a_whole(installed, monkeypatch):
    path = installed / "themes.json"
    expected = read_records("themes.json", path.read_bytes(), Theme)
    write(installed, path.name, re.sub(rb"\s*\n\s*", b" ", path.read_bytes()))
    monkeypatch.setattr(bundled, "PUBLISHED", {"2026.11.0": digest(installed)})
    assert nordic.Dataset(bundled.BundledStore(None, "2026.11.0")).records(Theme) == expected


def test_the_bytes_that_were_proven_are_those_that_are_read(installed):
    pinned = nordic.load("2026.11.0", sha256=digest(installed))
    (installed / "themes.json").write_bytes(b"[]\n")
    assert len(nordic.Dataset(bundled.BundledStore(None, "2026.11.0")).records(Theme)) == 30
    assert pinned.release.digest == digest(installed)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_record_is_found_where_its_own_id_stands_also_the_first(version):
    for name, cls, data in collections(version):
        records = read_records(f"{name}.json", data, cls)
        for own in (records[0].id, records[-1].id):
            assert own in [record.id for record in rows_of(cls, data).mentioning(own)]
