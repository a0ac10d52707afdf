"""Records survive writing and reading; the text is canonical; whatever else is read is refused, all of it at once."""

import json
import math
import sys
import time
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nordic_partnerships import (
    Alternative,
    Citation,
    DataError,
    Indicator,
    Location,
    Membership,
    Network,
    Organization,
    PartialDate,
    Period,
    Problem,
    Size,
    Source,
    Theme,
)
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening import codec
from nordic_partnerships._opening.codec import read_records, to_plain, write_records
from nordic_partnerships._opening.json_text import dump_json, load_json
from nordic_partnerships.kinds import IndicatorMeasure, NetworkKind, OrganizationKind, Role, SizeMeasure, Status
from nordic_partnerships.testing import records

every_class = pytest.mark.parametrize("kind", COLLECTIONS.values(), ids=list(COLLECTIONS))
any_record = st.sampled_from(list(COLLECTIONS.values())).flatmap(records)
EVIDENCE = ["remark", "alternatives", "citations"]


def read(data, kind):
    """Return the records of a text: those of the quick reader, which are those of the one that tells what is wrong."""
    found = read_records("t.json", data, kind)
    assert tuple(map(codec.reader_of(kind), json.loads(data, object_pairs_hook=tuple))) == found
    assert codec._read_in_detail("t.json", json.loads(data), kind) == found
    return found


def problems(data, kind=Theme):
    """Return what is wrong with a text, one line for each problem."""
    with pytest.raises(DataError) as caught:
        read_records("t.json", data.encode() if isinstance(data, str) else data, kind)
    for problem in caught.value.problems:
        assert all(isinstance(part, str) for part in problem)
    return [str(problem) for problem in caught.value.problems]


# -------------------------------------------------------------------- there and back


@every_class
@given(data=st.data())
def test_a_record_reads_back_as_it_is_written(kind, data):
    record = data.draw(records(kind))
    assert read(write_records([record]), kind) == (record,)


@every_class
@given(data=st.data())
def test_a_collection_is_one_text_whatever_its_order(kind, data):
    some = data.draw(st.lists(records(kind), max_size=2, unique_by=lambda record: record.id))
    text = write_records(some)
    assert write_records(reversed(some)) == text
    assert write_records(read_records("t.json", text, kind)) == text
    assert [each["id"] for each in json.loads(text)] == sorted(record.id for record in some)


@given(any_record)
def test_the_text_ends_its_lines_as_unix_does(record):
    text = write_records([record])
    assert text.endswith(b"}\n]\n")
    assert b"\r" not in text
    assert not any(line.endswith(b" ") for line in text.splitlines())


@given(any_record)
def test_what_a_field_holds_anyway_is_not_written(record):
    fields = attrs.fields_dict(type(record))
    told = {name for name in fields if getattr(record, name) != fields[name].default}
    assert set(to_plain(record)) == told


@given(any_record)
def test_fields_stand_in_the_order_of_the_class_with_the_evidence_last(record):
    names = list(to_plain(record))
    facts = [field.name for field in attrs.fields(type(record)) if field.name not in EVIDENCE]
    assert names == [name for name in (*facts, *EVIDENCE) if name in names]


def test_the_canonical_text_is_this():
    network = Network(
        id="leru",
        name="Läru ≥ \N{GRINNING FACE}",
        kind=NetworkKind.EU_BODY,
        founded=PartialDate(2002, 5),
        remark='a "remark"',
        citations=(Citation(source="page", span=(0, 9), supports=("name",)),),
        alternatives=(Alternative(field="founded", value="2003", citation=Citation(source="page"), remark="later"),),
        sizes=(Size(measure=SizeMeasure.STAFF, count=1300, citations=(Citation(source="page"),)),),
    )
    text = """[
  {
    "id": "leru",
    "name": "Läru ≥ 😀",
    "kind": "EU body",
    "founded": "2002-05",
    "sizes": [
      {
        "measure": "staff",
        "count": 1300,
        "citations": [
          {
            "source": "page"
          }
        ]
      }
    ],
    "remark": "a \\"remark\\"",
    "alternatives": [
      {
        "field": "founded",
        "value": "2003",
        "citation": {
          "source": "page"
        },
        "remark": "later"
      }
    ],
    "citations": [
      {
        "source": "page",
        "span": [
          0,
          9
        ],
        "supports": [
          "name"
        ]
      }
    ]
  }
]
"""
    assert write_records([network]).decode() == text
    assert read(text.encode(), Network) == (network,)


def test_an_empty_collection_is_an_empty_list():
    assert write_records([]) == b"[]\n"
    assert read_records("t.json", b"[]", Theme) == ()


def test_a_period_and_a_day_are_texts():
    membership = Membership(id="a", network="n", member="m", roles=(Role.CHAIR,), period=Period.parse("/2010"))
    assert to_plain(membership)["period"] == "/2010"
    assert to_plain(membership)["roles"] == ["chair"]
    assert to_plain(date(2020, 2, 1)) == "2020-02-01"
    assert to_plain((PartialDate(2020, 2), Status.UNKNOWN)) == ["2020-02", "unknown"]


def test_a_whole_number_may_stand_where_a_number_belongs():
    text = '[{"id": "a", "subject": "b", "measure": "themes", "value": 5}]'
    (found,) = read(text.encode(), Indicator)
    assert found == Indicator(id="a", subject="b", measure=IndicatorMeasure.THEMES, value=5.0)
    assert isinstance(found.value, float)


def test_fields_may_be_read_in_any_order_and_with_any_spacing():
    text = '\r\n\t[ {"kind":"city","location":{"longitude":-1e1,"latitude":0},"name":"\\u00c5","id":"a"} ] '
    city = Organization(id="a", name="Å", kind=OrganizationKind.CITY, location=Location(latitude=0, longitude=-10))
    assert read(text.encode(), Organization) == (city,)


def test_good_records_are_read_once_and_quickly(monkeypatch):
    monkeypatch.setattr(codec, "_read_in_detail", None)
    assert read_records("t.json", b'[{"id": "a", "name": "x"}]', Theme) == (Theme(id="a", name="x"),)


@pytest.mark.parametrize("value", [math.inf, math.nan])
def test_numbers_that_json_has_not_are_not_written(value):
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump_json([value])


# -------------------------------------------------------------------- texts that are not JSON


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["t.json: is not JSON: Expecting value: line 1 column 1 (char 0)"]),
        (b" \n", ["t.json: is not JSON: Expecting value: line 2 column 1 (char 2)"]),
        (b"themes", ["t.json: is not JSON: Expecting value: line 1 column 1 (char 0)"]),
        (b'[{"id": "a"', ["t.json: is not JSON: Expecting ',' delimiter: line 1 column 12 (char 11)"]),
        (b'[{"id":', ["t.json: is not JSON: Expecting value: line 1 column 8 (char 7)"]),
        (b'["a', ["t.json: is not JSON: Unterminated string starting at: line 1 column 2 (char 1)"]),
        (b"[] []", ["t.json: is not JSON: Extra data: line 1 column 4 (char 3)"]),
        (b'["\xff"]', ["t.json: is not UTF-8: byte 2"]),
        ('["å"]'.encode("latin-1"), ["t.json: is not UTF-8: byte 2"]),
        ("[]".encode("utf-16"), ["t.json: is not UTF-8: byte 0"]),
        (
            b"\xef\xbb\xbf[]",
            ["t.json: is not JSON: Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)"],
        ),
        (b"[" * 100_000 + b"]" * 100_000, ["t.json: is nested too deeply"]),
        (b'[{"names":' * 100_000, ["t.json: is nested too deeply"]),
        (b"[NaN]", ["t.json: NaN is not a number in JSON"]),
        (b"[Infinity]", ["t.json: Infinity is not a number in JSON"]),
        (b"[-Infinity]", ["t.json: -Infinity is not a number in JSON"]),
        (b'[{"id": "a", "name": "x", "name": "x"}]', ["t.json a name: is given twice"]),
        (b'[{"id": "a", "id": "b", "id": "c"}]', ["t.json c id: is given twice"]),
        (
            json.dumps([{"id": 5} | dict.fromkeys("zyxwv", 1)]).replace("}", ', "v":0, "w":0, "x":0, "y":0, "z":0}'),
            [f"t.json {name}: is given twice" for name in "vwxyz"],
        ),
        (
            b'[{"id": "a", "names": [{"text": "x", "text": "y"}]}, {"id": "b", "name": NaN, "name": ""}]',
            ["t.json text: is given twice", "t.json: NaN is not a number in JSON", "t.json b name: is given twice"],
        ),
    ],
)
def test_only_plain_json_in_utf_8_is_read(data, expected):
    assert problems(data) == expected


def test_a_number_of_thousands_of_digits_is_a_problem_of_the_file():
    (problem,) = problems(b"[1" + b"0" * 5000 + b"]")
    assert problem.startswith("t.json: is not JSON: Exceeds the limit (4300 digits)")


def test_json_that_is_not_a_collection_loads_as_it_is():
    assert load_json("d.json", b'{"a": [1, 2.5, null, true, "\\u00e5"]}') == {"a": [1, 2.5, None, True, "å"]}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{}", "an object"),
        ('"[]"', '"[]"'),
        ("null", "null"),
        ("5", "5"),
        ("1e999", "Infinity"),
        ("true", "true"),
        (f'"{"å" * 38}"', f'"{"å" * 38}"'),
        (f'"{"å" * 39}"', f'"{"å" * 36}...'),
    ],
)
def test_a_collection_is_a_list(text, what):
    assert problems(text) == [f"t.json: expected a list of records, got {what}"]


# -------------------------------------------------------------------- records that are not


@pytest.mark.parametrize(("item", "what"), [("5", "5"), ("null", "null"), ('"a"', '"a"'), ("[]", "a list")])
def test_an_item_is_an_object(item, what):
    assert problems(f'[{{"id": "a", "name": "x"}}, {item}]') == [f"t.json [1]: expected an object, got {what}"]


GOOD = {
    Theme: {"id": "a", "name": "x"},
    Organization: {"id": "a", "name": "x", "kind": "city"},
    Network: {"id": "a", "name": "x", "kind": "association"},
    Source: {"id": "a", "title": "x", "publisher": "y", "kind": "news", "accessed": "2020-01-01"},
    Membership: {"id": "a", "network": "n", "member": "m"},
    Indicator: {"id": "a", "subject": "s", "measure": "themes"},
}
AT = {"latitude": 1.5, "longitude": 2}
SIZE = {"measure": "members", "count": 5}


@pytest.mark.parametrize("kind", GOOD)
def test_the_records_that_are_spoilt_below_are_good(kind):
    assert len(read_records("t.json", dump_json([GOOD[kind]]), kind)) == 1


@pytest.mark.parametrize("kind", GOOD)
def test_fields_without_a_default_must_be_there(kind):
    missing = [f"t.json a {name}: is missing" for name in GOOD[kind] if name != "id"]
    assert problems('[{"id": "a"}]', kind) == missing
    assert problems("[{}]", kind) == ["t.json [0] id: is missing", *(line.replace(" a ", " [0] ") for line in missing)]


@pytest.mark.parametrize(
    ("kind", "spoilt", "expected"),
    [
        (Network, {"sizes": [{}]}, ["sizes[0].measure: is missing", "sizes[0].count: is missing"]),
        (Organization, {"location": {"latitude": 1}}, ["location.longitude: is missing"]),
        # A field that the class has not.
        (Theme, {"colour": 1, "Name": 2}, ["Name: there is no such field", "colour: there is no such field"]),
        (Theme, {"names": [{"text": "y", "texts": 1}]}, ["names[0].texts: there is no such field"]),
        # A value of another type.
        (Theme, {"name": None}, ["name: expected text, got null"]),
        (Theme, {"name": 5}, ["name: expected text, got 5"]),
        (Theme, {"name": True}, ["name: expected text, got true"]),
        (Theme, {"name": ["x"]}, ["name: expected text, got a list"]),
        (Theme, {"name": {"x": 1}}, ["name: expected text, got an object"]),
        (Theme, {"remark": None}, ["remark: expected text, got null"]),
        (Theme, {"broader": None}, ["broader: expected a list, got null"]),
        (Theme, {"broader": "ice"}, ['broader: expected a list, got "ice"']),
        (Theme, {"broader": {}}, ["broader: expected a list, got an object"]),
        (Theme, {"broader": 0}, ["broader: expected a list, got 0"]),
        (Theme, {"broader": ["ice", 5]}, ["broader[1]: expected text, got 5"]),
        (Theme, {"names": ["x"]}, ['names[0]: expected an object, got "x"']),
        (Network, {"sizes": [SIZE | {"count": "5"}]}, ['sizes[0].count: expected a whole number, got "5"']),
        (Network, {"sizes": [SIZE | {"count": 5.0}]}, ["sizes[0].count: expected a whole number, got 5.0"]),
        (Network, {"sizes": [SIZE | {"count": True}]}, ["sizes[0].count: expected a whole number, got true"]),
        (
            Network,
            {"sizes": [SIZE, SIZE | {"count": {}}]},
            ["sizes[1].count: expected a whole number, got an object"],
        ),
        (Organization, {"location": [1, 2]}, ["location: expected an object, got a list"]),
        (Organization, {"location": None}, ["location: expected an object, got null"]),
        (Organization, {"location": AT | {"latitude": "1"}}, ['location.latitude: expected a number, got "1"']),
        (Organization, {"location": AT | {"latitude": False}}, ["location.latitude: expected a number, got false"]),
        (Indicator, {"value": None}, ["value: expected a number, got null"]),
        # Text that cannot be written again.
        (Theme, {"name": "\ud800"}, ["name: contains a lone surrogate"]),
        (Theme, {"broader": ["x", "y\udfffz"]}, ["broader[1]: contains a lone surrogate"]),
        # A list of another length.
        (Theme, {"citations": [{"source": "s", "span": []}]}, ["citations[0].span: expected 2 values, got 0"]),
        (Theme, {"citations": [{"source": "s", "span": [1] * 3}]}, ["citations[0].span: expected 2 values, got 3"]),
        # A value that the closed list has not.
        (Network, {"roster": "most"}, ["roster: expected one of 'complete', 'partial', got \"most\""]),
        (Network, {"roster": "Complete"}, ["roster: expected one of 'complete', 'partial', got \"Complete\""]),
        (Network, {"roster": None}, ["roster: expected one of 'complete', 'partial', got null"]),
        (Network, {"roster": ["complete"]}, ["roster: expected one of 'complete', 'partial', got a list"]),
        (Network, {"roster": {}}, ["roster: expected one of 'complete', 'partial', got an object"]),
        (Indicator, {"unit": "kg"}, ["unit: expected one of 'percent', 'count', got \"kg\""]),
        # Dates and periods.
        (Network, {"founded": 2018}, ["founded: expected a date as text, got 2018"]),
        (Network, {"founded": None}, ["founded: expected a date as text, got null"]),
        (Network, {"founded": "18"}, ["founded: not a date: '18'; write YYYY, YYYY-MM or YYYY-MM-DD"]),
        (Network, {"founded": "2018-13"}, ["founded: no such date: '2018-13'"]),
        (Source, {"accessed": "2020-01"}, ["accessed: not a day: '2020-01'; write YYYY-MM-DD"]),
        (Source, {"accessed": "2020-02-30"}, ["accessed: no such date: '2020-02-30'"]),
        (Source, {"accessed": True}, ["accessed: expected a date as text, got true"]),
        (Membership, {"period": "2018/2017"}, ["period: the period '2018/2017' ends before it starts"]),
        (Membership, {"period": ".."}, ["period: not a date: '..'; write YYYY, YYYY-MM or YYYY-MM-DD"]),
        (Membership, {"period": ["2018", "2019"]}, ["period: expected a date as text, got a list"]),
    ],
)
def test_each_thing_that_is_wrong_with_a_record_is_named(kind, spoilt, expected):
    assert problems(json.dumps([GOOD[kind] | spoilt]), kind) == [f"t.json a {line}" for line in expected]


@pytest.mark.parametrize(
    ("value", "what"), [(0, "0"), (1, "1"), ("true", '"true"'), (None, "null"), ([], "a list"), ({}, "an object")]
)
def test_true_and_false_are_nothing_else(value, what):
    read_truth = codec._converter().get_structure_hook(bool)
    assert (read_truth(True, bool), read_truth(False, bool)) == (True, False)
    with pytest.raises(ValueError, match=f"^expected true or false, got {what}$"):
        read_truth(value, bool)


def test_a_number_too_big_to_hold_is_a_problem():
    text = '[{"id": "a", "name": "x", "kind": "city", "location": {"latitude": 1e999, "longitude": -1e999}}]'
    assert problems(text, Organization) == [
        "t.json a location.latitude: is too large for a number",
        "t.json a location.longitude: is too large for a number",
    ]
    assert problems(json.dumps([GOOD[Indicator] | {"value": 10**400}]), Indicator) == [
        "t.json a value: is too large for a number"
    ]


def test_all_problems_of_a_file_are_reported_at_once_each_with_its_place():
    raw = [
        {"id": "a", "name": 5, "broader": "ice", "names": [{"text": "x"}, {"text": 5, "kind": "nick"}], "size": 1},
        {"id": "fine", "name": "x"},
        {"name": "x", "names": [{"text": "y"}, {}]},
        None,
        {"id": 7, "name": "x"},
        {"id": "", "name": None},
    ]
    kinds = "'label', 'alias', 'acronym', 'former'"
    with pytest.raises(DataError) as caught:
        read_records("t.json", dump_json(raw), Theme)
    assert sorted(caught.value.problems) == [
        Problem("t.json", "[2]", "id", "is missing"),
        Problem("t.json", "[2]", "names[1].text", "is missing"),
        Problem("t.json", "[3]", "", "expected an object, got null"),
        Problem("t.json", "[4]", "id", "expected text, got 7"),
        Problem("t.json", "[5]", "name", "expected text, got null"),
        Problem("t.json", "a", "broader", 'expected a list, got "ice"'),
        Problem("t.json", "a", "name", "expected text, got 5"),
        Problem("t.json", "a", "names[1].kind", f'expected one of {kinds}, got "nick"'),
        Problem("t.json", "a", "names[1].text", "expected text, got 5"),
        Problem("t.json", "a", "size", "there is no such field"),
    ]
    places = [problem.record for problem in caught.value.problems]
    assert places == sorted(places, key=["a", "[2]", "[3]", "[4]", "[5]"].index)


# -------------------------------------------------------------------- bounded work, and bad luck


@pytest.mark.parametrize(
    ("data", "last"),
    [
        (b"[" + b"0," * 500_000 + b"0]", "t.json: reading stopped here; not read: 499,901 of 500,001 records"),
        (b"[" + b"0," * 99 + b"0]", "t.json [99]: expected an object, got 0"),
        (b"[" + b"0," * 100 + b"0]", "t.json: reading stopped here; not read: 1 of 101 records"),
        (b'[{"id": "a", "name": "b", "names": [' + b"0," * 500_000 + b"0]}]", "t.json: and at least 1 more"),
        (b"[" + b"NaN," * 200 + b"0]", "t.json: and at least 100 more"),
        (
            b"[{" + b",".join(b'"k%d":0' % (number // 2) for number in range(100_000)) + b"}]",
            "t.json: and at least 49,900 more",
        ),
        (
            b'[{"id": "a", "name": "b", "citations": [' + b'{"supports": [0, 0, 0]}, ' * 200 + b"0]}]",
            "t.json: and at least 4 more",
        ),
    ],
    ids=["records", "a hundred", "one more", "names", "NaN", "keys", "citations"],
)
def test_a_hundred_problems_of_a_file_are_listed_and_no_time_is_spent_on_more(data, last):
    start = time.process_time()
    messages = problems(data)
    assert time.process_time() - start < 5
    assert len(messages) == 100 + (not last.endswith("expected an object, got 0"))
    assert messages[-1] == last


@pytest.mark.parametrize("luck", [MemoryError, RecursionError, KeyboardInterrupt])
def test_bad_luck_is_not_blamed_on_the_data(monkeypatch, luck):
    def fail(_):
        raise luck

    monkeypatch.setattr(codec, "describe", fail)
    for spoilt in ({"name": 5}, {"names": [{"text": 5}]}, {"citations": [{"source": "a", "supports": 5}]}):
        with pytest.raises(luck):
            read_records("t.json", dump_json([GOOD[Theme] | spoilt]), Theme)


def test_a_full_stack_is_not_blamed_on_the_data():
    text = dump_json([GOOD[Theme] | {"names": [{"text": '[[[\\"[['}]}])

    def load_from(depth):
        return load_json("t.json", text) if depth == 0 else load_from(depth - 1)

    def load_from_every_depth():
        for depth in range(sys.getrecursionlimit()):
            load_from(depth)

    with pytest.raises(RecursionError):
        load_from_every_depth()


@pytest.mark.parametrize(
    ("text", "is_deep"),
    [
        ("[" * 100 + "]" * 100, False),
        ("[" * 101 + "]" * 101, True),
        ('{"a":[' * 50, False),
        ('{"a":[' * 50 + "{", True),
        ("[" + "[]," * 200 + "{}]", False),
        ("[" * 60 + "]" * 10 + "," + "[" * 51, True),
        ('["' + "[" * 200 + '", "]' + '\\"' + '"]', False),
    ],
)
def test_data_are_to_blame_for_a_full_stack_if_they_are_more_than_a_hundred_deep(monkeypatch, text, is_deep):
    def run_out(*_, **__):
        raise RecursionError

    monkeypatch.setattr(json, "loads", run_out)
    with pytest.raises(DataError if is_deep else RecursionError):
        load_json("t.json", text.encode())


@pytest.mark.parametrize(
    "spoilt", [{"\ud800": 1}, {"id": "\ud800", "name": 5}, {"names": [{"text": "x", "kind": "\ud800"}]}]
)
def test_problems_can_be_printed_whatever_the_file_holds(spoilt):
    for problem in problems(json.dumps([GOOD[Theme] | spoilt])):
        assert problem.encode()


# -------------------------------------------------------------------- anything at all

any_text = st.text(st.characters(exclude_categories=()), max_size=5)
leaves = st.none() | st.booleans() | st.integers() | any_text | st.sampled_from(["2018", "member", "city"])


def nested(leaves):
    """Return a strategy for lists and objects of some values, and for these alone."""
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3)
    )


values = nested(leaves | st.floats(allow_nan=False, allow_infinity=False))
python_values = nested(leaves | st.floats())


def shaped(kind):
    """Return a strategy for lists of objects with the fields of a class, and any values in them."""
    fields = st.sampled_from([*attrs.fields_dict(kind), "other"])
    return st.lists(values | st.dictionaries(fields, values), max_size=3)


def read_or_refuse(data, kind):
    try:
        found = read_records("t.json", data, kind)
    except DataError as error:
        assert error.problems
        assert all(problem.file == "t.json" and problem.message for problem in error.problems)
    else:
        assert isinstance(found, tuple)
        assert all(type(record) is kind for record in found)


@every_class
@given(data=st.data())
def test_json_of_any_shape_is_read_or_refused(kind, data):
    read_or_refuse(json.dumps(data.draw(python_values | shaped(kind))).encode(), kind)


@given(st.binary() | st.text().map(str.encode), st.sampled_from(list(COLLECTIONS.values())))
def test_bytes_of_any_kind_are_read_or_refused(data, kind):
    read_or_refuse(data, kind)


@given(any_record, st.data())
def test_a_file_cut_short_or_spoilt_at_any_place_is_read_or_refused(record, data):
    text, kind = write_records([record]), type(record)
    place = data.draw(st.integers(0, len(text) - 1))
    read_or_refuse(text[:place], kind)
    read_or_refuse(text[:place] + data.draw(st.binary(max_size=2)) + text[place + 1 :], kind)


@every_class
@given(data=st.data())
def test_a_value_that_does_not_belong_is_reported_under_its_field(kind, data):
    plain = to_plain(data.draw(records(kind)))
    name = data.draw(st.sampled_from([field for field in attrs.fields_dict(kind) if field != "id"]))
    try:
        read_records("t.json", json.dumps([plain | {name: data.draw(values)}]).encode(), kind)
    except DataError as error:
        assert {problem.record for problem in error.problems} == {plain["id"]}
        assert all(problem.field.startswith(name) for problem in error.problems)
