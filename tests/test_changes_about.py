"""Which changes between two datasets are about one record."""

import copy
import pickle
import warnings

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import (
    AmbiguousNameError,
    Dataset,
    InvalidTypeError,
    InvalidValueError,
    Organization,
    PartialDate,
    Release,
    RetiredIdError,
    RetiredIdWarning,
    Statement,
    Theme,
    Tombstone,
    UnknownNameError,
    compare,
)
from nordic_partnerships.kinds import OrganizationKind, StatementKind
from nordic_partnerships.testing import datasets

LATER = Release(version="2020.7.0", reference_date=PartialDate(2020, 7, 15))

HOLDING_IDS = {
    "broader",
    "builds_on",
    "founders",
    "funders",
    "hosts",
    "initiative",
    "member",
    "network",
    "organization",
    "part_of",
    "parties",
    "partnership",
    "record",
    "renews",
    "roster_source",
    "source",
    "subject",
    "successor",
    "successors",
    "themes",
}
"""The fields of the data format that hold ids, as the data dictionary lists them."""


def changed(dataset, *records, without=()):
    """Return the dataset with some records replaced or added, and others gone."""
    kept = {each.id: each for each in dataset if each.id not in without}
    return Dataset.of(LATER, {**kept, **{each.id: each for each in records}}.values())


def ids_in(plain):
    """Yield the ids that a record, as JSON's own types, holds in any depth."""
    for key, value in plain.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from ids_in(each)
            elif key in HOLDING_IDS:
                yield each


def mentions(plain, key, partnerships):
    """Say whether a record is, or names, the one with an id, or a partnership to which that one is a party."""
    named = {plain["id"], *ids_in(plain)}
    return key in named or any(
        key in partnership["parties"] for partnership in partnerships if partnership["id"] in named
    )


@given(datasets(), datasets(), st.data())
def test_the_changes_about_a_record_are_those_of_records_that_name_it(one, other, data):
    both = [record for dataset in (one, other) for record in dataset]
    partnerships = [record.to_dict() for dataset in (one, other) for record in dataset.partnerships()]
    living = {record.id for record in both if not isinstance(record, Tombstone)}
    assume(living)
    key = data.draw(st.sampled_from(sorted(living)))
    comparison = compare(one, other)
    expected = []
    for change in comparison:
        versions = [version.to_dict() for version in (change.before, change.after) if version is not None]
        if any(mentions(version, key, partnerships) for version in versions):
            expected.append(change)
    assert list(comparison.about(key)) == expected


def test_the_real_changes_about_each_body_are_those_of_records_that_name_it():
    comparison = compare("2026.11.0", "2026.11.1")
    releases = [nordic.load("2026.11.0"), nordic.load("2026.11.1")]
    partnerships = [record.to_dict() for dataset in releases for record in dataset.partnerships()]
    versions = [(change.id, side.to_dict()) for change in comparison for side in (change.before, change.after) if side]
    for key in ("aalto-university", "leru", "aalto-university--city-of-espoo", "fitech-forward", "unesco"):
        expected = {changed_id for changed_id, plain in versions if mentions(plain, key, partnerships)}
        assert {change.id for change in comparison.about(key)} == expected


def ids(comparison):
    return [change.id for change in comparison]


@pytest.fixture
def later(small):
    """The small dataset with something changed in each corner."""
    return changed(
        small,
        attrs.evolve(small.get("alliance--north"), remark="A founder."),
        attrs.evolve(small.get("alliance--south"), remark="It left."),
        attrs.evolve(small.get("treaty-2"), summary="The second."),
        attrs.evolve(small.get("ice", Theme), name="Eis"),
        attrs.evolve(small.get("west"), website="https://west.example"),
        attrs.evolve(small.get("north--south"), summary="Ice."),
        Statement(id="ice-aim", subject="north--south", kind=StatementKind.AIM, text="To measure ice."),
        without=["some-day"],
    )


def test_a_body_is_changed_by_its_relations_and_by_what_names_only_its_partnership(small, later):
    comparison = compare(small, later)
    assert ids(comparison.about("North University")) == [
        "alliance--north",
        "north--south",
        "treaty-2",
        "some-day",
        "ice-aim",
    ]
    assert ids(comparison.about("Alliance")) == ["alliance--north", "alliance--south"]
    assert ids(comparison.about("ice")) == ["north--south", "ice"]
    assert ids(comparison.about("treaty-1")) == ["treaty-2"]
    assert ids(comparison.about("Väst Högskola")) == ["west"]
    assert ids(comparison.about("norden-city")) == []


def test_what_names_only_a_partnership_concerns_who_left_it_and_who_joined_it(small):
    before = changed(small, attrs.evolve(small.get("north--south"), parties=("north", "west")))
    treaty = attrs.evolve(small.get("treaty-2"), summary="The second.")
    for comparison in (compare(before, changed(small, treaty)), compare(changed(small, treaty), before)):
        for party in ("north", "south", "west"):
            assert ids(comparison.about(party)) == ["north--south", "treaty-2"]


def test_the_changes_about_two_are_those_about_both(small, later):
    comparison = compare(small, later)
    both = comparison.about("north").about("south")
    assert ids(both) == ["north--south", "treaty-2", "ice-aim"]
    assert both == attrs.evolve(comparison.about("south").about("north"), subjects=("north", "south"))
    assert both.about("north") == both


def test_what_is_about_a_record_is_a_comparison_that_says_so(small, later):
    about = compare(small, later).about("Väst Högskola")
    assert repr(about) == "<Comparison 2020.6.0 to 2020.7.0, about west, 1 change>"
    assert repr(about.about("north")) == "<Comparison 2020.6.0 to 2020.7.0, about west and north, 0 changes>"
    assert len(about) == len(about.changes) == 1
    plain = about.to_dict()
    assert (plain["subjects"], [change["id"] for change in plain["changes"]]) == (["west"], ["west"])
    assert compare(small, later).to_dict()["subjects"] == []
    html = about._repr_html_()
    assert "<caption>2020.6.0 to 2020.7.0, about west: 1 changed</caption>" in html
    assert html.count("<tr>") == 2
    for again in (pickle.loads(pickle.dumps(about)), copy.deepcopy(about)):  # noqa: S301
        assert again == about
        assert again.about("west") == about


def test_changes_about_a_record_make_no_dataset(small, later):
    with pytest.raises(InvalidValueError, match="only the changes about west and north: apply them all"):
        compare(small, later).about("west").about("north").apply_to(small)


@pytest.fixture
def retired(small):
    """The small dataset in which the college has become part of the southern university."""
    tombstone = Tombstone(id="west", reason="entered twice", retired=PartialDate(2020), successors=("south",))
    parties = ("norden-city", "north", "south")
    trio = attrs.evolve(small.get("north--norden-city--west"), parties=parties)
    return changed(small, tombstone, trio)


def test_a_retired_id_means_what_it_meant(small, retired):
    comparison = compare(small, retired)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for key in ("west", small.organization("west"), "Väst Högskola"):
            about = comparison.about(key)
            assert (ids(about), about.subjects) == (["west", "north--norden-city--west"], ("west",))
        assert str(about.changes[0]) == "retired organizations: west (entered twice; see south)"
        assert ids(comparison.about("south")) == ["west", "north--norden-city--west"]
        assert ids(compare(retired, small).about("west")) == ["west", "north--norden-city--west"]


def test_an_id_that_both_have_retired_leads_on_as_everywhere(retired):
    comparison = compare(retired, changed(retired, attrs.evolve(retired.get("south"), country="NO")))
    with pytest.warns(RetiredIdWarning, match="'south' is used instead"):
        assert ids(comparison.about("west")) == ["south"]
    nobody = changed(retired, Tombstone(id="west", reason="never was", retired=PartialDate(2020)))
    with pytest.raises(RetiredIdError):
        compare(nobody, nobody).about("west")


def test_a_record_that_only_one_dataset_has_is_found_by_name(small):
    added = changed(small, Organization(id="east", name="East University", kind=OrganizationKind.UNIVERSITY))
    for comparison in (compare(small, added), compare(added, small)):
        assert ids(comparison.about("East University")) == ids(comparison.about("east")) == ["east"]


def test_a_name_means_whom_it_means_in_the_later_dataset(small):
    after = changed(
        small,
        attrs.evolve(small.organization("north"), name="Arctic University"),
        attrs.evolve(small.organization("south"), name="North University"),
    )
    assert compare(small, after).about("North University").subjects == ("south",)
    assert compare(small, after).about("Arctic University").subjects == ("north",)


def test_who_is_in_neither_is_unknown_with_names_like_it(small, later):
    with pytest.raises(UnknownNameError) as raised:
        compare(small, later).about("North Univercity")
    assert raised.value.suggestions[0] == "North University"
    with pytest.raises(UnknownNameError, match="no record is called 'east'"):
        compare(small, later).about(Theme(id="east", name="Alliance"))


@pytest.mark.parametrize(
    ("wrong", "error"),
    [("Norden", AmbiguousNameError), ("", InvalidValueError), (5, InvalidTypeError), (["north"], InvalidTypeError)],
)
def test_what_get_refuses_is_refused(small, later, wrong, error):
    with pytest.raises(error):
        compare(small, later).about(wrong)
