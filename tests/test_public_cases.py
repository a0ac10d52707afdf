"""What broke software like this in public: names as people write them, values of data frames, subclasses, order."""

import pickle
import weakref
from datetime import date
from itertools import pairwise
from pathlib import Path

import attrs
import numpy
import pandas
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import (
    AmbiguousNameError,
    Bound,
    DataError,
    Dataset,
    InvalidDateError,
    InvalidTypeError,
    InvalidValueError,
    NordicPartnershipsError,
    Organization,
    PartialDate,
    Period,
    Release,
    RetiredIdError,
    RetiredIdWarning,
    Size,
    Tombstone,
    UnknownNameError,
)
from nordic_partnerships._curation.folder import NEXT, read_folder
from nordic_partnerships._opening.codec import read_collections
from nordic_partnerships._store import MemoryStore
from nordic_partnerships.kinds import OrganizationKind, SizeMeasure

# -------------------------------------------------------------------- names


def read_names():
    groups = {}
    for line in Path(__file__).with_name("public_names.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            group = groups.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            text, _, meant = line.partition(" | ")
            group.append((text, meant))
    return groups


NAMES = read_names()


def names(*groups):
    return pytest.mark.parametrize(("text", "meant"), [case for group in groups for case in NAMES[group]])


@pytest.fixture(scope="module")
def released():
    return nordic.load("2026.11.1")


@pytest.fixture(scope="module")
def edited():
    release = Release(version="next", reference_date=PartialDate(2026, 11, 22))
    return Dataset(MemoryStore.of(release, read_collections(read_folder(NEXT).files.get)))


def test_there_are_so_many_names():
    assert {group: len(cases) for group, cases in NAMES.items()} == {
        "answered in 2026.11.1": 92,
        "answered by data/next": 26,
        "itself, with its successor": 2,
        "suggested first": 10,
        "found inside the text": 4,
        "unknown": 13,
        "shared by others": 16,
        "the registry knows no other": 6,
        "the company that runs it, which is on record": 1,
    }


@names("answered in 2026.11.1", "the registry knows no other")
def test_a_name_is_that_of_the_institution(released, text, meant):
    assert released.organization(text).id == meant


@names("answered in 2026.11.1", "answered by data/next", "the company that runs it, which is on record")
def test_a_name_is_found_in_the_data_that_is_being_edited(edited, text, meant):
    assert edited.organization(text).id == meant


@names("itself, with its successor")
def test_what_became_part_of_another_is_itself_and_leads_to_it(edited, text, meant):
    assert edited.organization(text).all_successors == (meant,)


@names("suggested first")
def test_a_name_that_resembles_is_suggested_and_never_answered(edited, text, meant):
    with pytest.raises(UnknownNameError) as raised:
        edited.organization(text)
    assert edited.organization(raised.value.suggestions[0]).id == meant


@names("found inside the text")
def test_a_text_that_holds_a_name_says_by_which_words(edited, text, meant):
    (row,) = edited.resolve_many([text], among=Organization, inside_text=True)
    assert row.record.id == meant
    assert row.reason.startswith("inside the text: ")


@names(*NAMES)
def test_no_text_means_another_institution_in_either_data(released, edited, text, meant):
    for data in (released, edited):
        try:
            body = data.organization(text)
        except (UnknownNameError, AmbiguousNameError):
            continue
        # "L.U" is Lund's own acronym in the data that is being edited: an acronym is that of the Nordic body.
        assert meant in (body.id, *body.all_successors) or (text, body.id) == ("L.U", "lund-university")


@pytest.mark.parametrize("text", [text for text, _ in NAMES["shared by others"]])
def test_what_others_in_the_world_bear_too_needs_a_country_or_an_id(released, text):
    with pytest.raises(AmbiguousNameError):
        released.organization(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Aarhus University, Denmark", "aarhus-university"),
        ("Faculty of Medicine Lund University Lund Sweden", "lund-university"),
        ("University of Copenhagen, Copenhagen, Denmark", "university-of-copenhagen"),
        ("AALTO-UNIVERSITY", "aalto-university"),
        ("q300980", "aalto-university"),
        ("ror.org/020hwjq30", "aalto-university"),
        ("Aalto\u2011yliopisto", "aalto-university"),
        ("\u200bUniversity of Oslo", "university-of-oslo"),
    ],
)
def test_a_name_is_found_with_its_place_its_identifier_or_odd_characters(released, text, meant):
    (row,) = released.resolve_many([text], among=Organization, inside_text=True)
    assert row.record.id == meant


def test_an_unknown_name_costs_nothing_until_its_suggestions_are_read(released, monkeypatch):
    released.organization("aalto")
    monkeypatch.setattr("difflib.SequenceMatcher", None)
    rows = released.resolve_many(["Univresity of Olso"] * 1000)
    assert {type(row.error) for row in rows} == {UnknownNameError}


@pytest.mark.parametrize(
    ("written", "code"), [("UK", "GB"), ("EL", "GR"), ("el", "GR"), ("Finland", "FI"), ("U.K.", "GB")]
)
def test_a_country_in_another_code_or_in_words_is_told_the_code_to_write(released, written, code):
    with pytest.raises(InvalidValueError, match=f"write '{code}'$"):
        released.organizations(country=written)
    assert released.organizations(country=code)


# -------------------------------------------------------------------- values of arrays and data frames

NUMBERS = [numpy.int64(45), numpy.int16(45), numpy.uint8(45), pandas.Series([45])[0], numpy.array(45)]
NO_NUMBERS = [numpy.float64(45), numpy.bool_(True), numpy.array([45, 46]), numpy.array([45.0]), pandas.NA, pandas.NaT]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_whole_number_of_an_array_is_a_whole_number(small, number):
    year = number + type(number)(0) if isinstance(number, numpy.generic) else 45
    assert small.networks_by_size(at_least=number) == small.networks_by_size(at_least=45)
    assert small.find("North", limit=number) == small.find("North", limit=45)
    assert small.partners_of("north", as_of=numpy.int64(2018)) == small.partners_of("north", as_of=2018)
    assert year == 45


@pytest.mark.parametrize("value", NO_NUMBERS)
def test_what_is_no_whole_number_of_an_array_is_none(small, value):
    with pytest.raises(InvalidTypeError, match=f"as at_least, got {type(value).__name__}$"):
        small.networks_by_size(at_least=value)
    with pytest.raises(InvalidTypeError, match=f"as limit, got {type(value).__name__}$"):
        small.find("North", limit=value)


def test_a_timestamp_at_midnight_is_its_day(small):
    asked = small.partners_of("north", as_of=pandas.Timestamp("2018-05-01"))
    assert asked == small.partners_of("north", as_of=date(2018, 5, 1))
    assert asked.as_of == PartialDate(2018, 5, 1)


@pytest.mark.parametrize("unit", ["D", "s", "ns"])
def test_a_date_of_numpy_is_told_how_to_become_one(small, unit):
    value = numpy.datetime64("2018-05-01", unit)
    with pytest.raises(InvalidTypeError) as raised:
        small.partners_of("north", as_of=value)
    instead = str(raised.value).partition("; write ")[2]
    assert instead == "value.astype('datetime64[D]').item()"
    assert value.astype("datetime64[D]").item() == date(2018, 5, 1)


@pytest.mark.parametrize("argument", ["as_of", "attested_since"])
@pytest.mark.parametrize("missing", [pandas.NaT, numpy.datetime64("NaT", "D"), pandas.NA, float("nan")])
def test_a_missing_date_is_an_error_that_names_the_argument(small, argument, missing):
    with pytest.raises((InvalidDateError, InvalidTypeError), match=argument):
        small.partners_of("north", **{argument: missing})


def test_the_missing_date_of_pandas_is_called_so(small):
    with pytest.raises(InvalidDateError) as raised:
        small.partners_of("north", attested_since=pandas.NaT)
    assert str(raised.value) == ("attested_since is a missing date (NaT); leave attested_since out, or write a day")


@pytest.mark.parametrize("value", [numpy.int64(2018), pandas.NaT, numpy.datetime64("2018")])
def test_a_date_of_a_record_is_made_of_pythons_own_numbers(value):
    with pytest.raises(InvalidTypeError, match=f"got {type(value).__name__}; PartialDate.parse takes a text"):
        PartialDate(value)


@pytest.mark.parametrize("count", [pandas.NaT, None, "5", float("nan")])
def test_a_count_that_is_none_is_shown_and_does_not_get_into_a_dataset(small, count):
    size = Size(measure=SizeMeasure.MEMBERS, count=count)
    assert repr(size).isprintable()
    network = attrs.evolve(small.network("alliance"), sizes=(size,))
    with pytest.raises(DataError, match=r"alliance sizes\[0\].count: expected an int, got"):
        small.extended_with([network], replace=True)


def test_a_column_of_names_may_have_gaps(small):
    column = pandas.Series(["North University", None, float("nan"), numpy.str_("Pohjola"), pandas.NA])
    found = [row.record and row.record.id for row in small.resolve_many(column, among=Organization)]
    assert found == ["north", None, None, "north", None]


def test_records_make_a_data_frame_of_text(released):
    frame = pandas.DataFrame(released.organizations(country="IS").to_dicts())
    assert {"id", "name", "kind"} <= set(frame.columns)
    assert set(frame["kind"]) <= {kind.value for kind in OrganizationKind}


# -------------------------------------------------------------------- subclasses


@attrs.frozen(kw_only=True)
class Noted(Organization):
    """An organization to which a caller added a field."""

    note: str = ""


@pytest.fixture
def noted(small):
    north = small.organization("north")
    return Noted(**{field.name: getattr(north, field.name) for field in attrs.fields(Organization)}, note="ours")


def test_a_record_of_a_subclass_keeps_its_field_and_is_no_record_of_ours(noted, small):
    assert pickle.loads(pickle.dumps(noted)) == noted  # noqa: S301
    assert noted != small.organization("north")
    assert weakref.ref(noted)() is noted


def test_a_record_of_a_subclass_asks_for_the_record_that_it_is_made_of(noted, small):
    assert small.organization(noted) == small.organization("north")
    assert small.partners_of(noted) == small.partners_of("north")


def test_a_dataset_does_not_lose_what_a_subclass_adds(noted, small):
    with pytest.raises(InvalidTypeError, match=r"in it; what Noted adds to Organization would be lost$"):
        small.extended_with([noted], replace=True)
    with pytest.raises(InvalidTypeError, match=r"expected a class of records such as Organization, got "):
        small.records(Noted)


# -------------------------------------------------------------------- what closed, split or was renamed


def test_an_organization_closes_and_has_several_successors(small):
    heirs = [Organization(id=name, name=name.title(), kind=OrganizationKind.OTHER) for name in ("east", "middle")]
    closed = attrs.evolve(
        small.organization("west"), closed=PartialDate(2019), successor="south", successors=("east", "middle")
    )
    data = small.extended_with([*heirs, closed], replace=True)
    body = data.organization("west")
    assert (str(body.closed), body.all_successors) == ("2019", ("east", "middle", "south"))
    assert "west" in data.organizations(as_of=2019).ids
    assert "west" not in data.organizations(as_of=2020).ids


def test_a_retired_id_leads_to_its_successor_or_names_all_of_them(small):
    renamed = Tombstone(id="old-north", successors=("north",), retired=PartialDate(2020), reason="Renamed.")
    split = Tombstone(id="old-pair", successors=("north", "south"), retired=PartialDate(2020), reason="Split.")
    data = small.extended_with([renamed, split])
    with pytest.warns(RetiredIdWarning):
        assert data.organization("old-north").id == "north"
    with pytest.raises(RetiredIdError, match=r"north.*south"):
        data.organization("old-pair")


# -------------------------------------------------------------------- order


def test_every_collection_is_sorted_by_id(released):
    for records in (released.organizations(), released.networks(), released.memberships(), released.partnerships()):
        assert list(records.ids) == sorted(records.ids)


def test_dates_and_periods_have_a_key_to_sort_by(released):
    periods = [membership.period for membership in released.memberships()]
    ordered = sorted(periods, key=lambda period: period.sort_key)
    starts = [period.start for period in ordered]
    dated = [start.first for start in starts if isinstance(start, PartialDate)]
    assert dated == sorted(dated)
    assert starts[len(dated) :] == [Bound.UNKNOWN] * (len(starts) - len(dated))
    for one, other in pairwise(ordered):
        if one.start == other.start and Bound.UNKNOWN in (one.end, other.end):
            assert other.end is Bound.UNKNOWN
    with pytest.raises(TypeError):
        PartialDate(2000, 5) < PartialDate(2000)  # noqa: B015


@pytest.mark.parametrize("text", ["1985/", "1985/.."])
def test_an_unknown_end_and_an_open_one_are_written_differently(text):
    assert str(Period.parse(text)) == text


# -------------------------------------------------------------------- notebooks


def test_a_strangers_name_is_escaped_in_a_notebook():
    assert "A&amp;B &lt;script&gt;" in Organization(id="x", name="A&B <script>", kind="other")._repr_html_()


def test_a_record_made_by_hand_is_checked_when_it_comes_in(small):
    with pytest.raises(NordicPartnershipsError) as raised:
        small.extended_with([Organization(id="x-u", name="X", citations=[], names=[], kind="university")])
    assert [problem.field for problem in raised.value.problems] == ["citations", "kind", "names"]
