"""What changed between two datasets."""

import attrs
import pytest
from hypothesis import given

import nordic_partnerships as nordic
from nordic_partnerships import (
    Alternative,
    Change,
    Citation,
    DataError,
    Dataset,
    FieldChange,
    InvalidTypeError,
    InvalidValueError,
    Name,
    PartialDate,
    Problem,
    Release,
    Revision,
    Tombstone,
    compare,
)
from nordic_partnerships._curation.changelog import changelog
from nordic_partnerships.kinds import Cause, ChangeKind
from nordic_partnerships.testing import datasets

LATER = Release(version="2020.7.0", reference_date=PartialDate(2020, 7, 15))


def changed(dataset, *records, without=()):
    """Return the dataset with some records replaced or added, and others gone."""
    kept = {each.id: each for each in dataset if each.id not in without}
    return Dataset.of(LATER, [*{**kept, **{each.id: each for each in records}}.values()])


@given(datasets(), datasets())
def test_applying_the_changes_gives_the_other_dataset(one, other):
    comparison = compare(one, other)
    assert comparison.apply_to(one) == other
    assert compare(other, one).apply_to(other) == one


@given(datasets())
def test_nothing_changed_between_a_dataset_and_itself(dataset):
    assert len(compare(dataset, dataset)) == 0


def test_changes_do_not_apply_to_another_dataset(small):
    comparison = compare(small, changed(small, without=["ice-school"]))
    with pytest.raises(DataError) as raised:
        comparison.apply_to(changed(small, without=["ice-school"]))
    assert raised.value.problems == (Problem("", "ice-school", "", "is not as it was before the change"),)


def test_what_is_no_dataset_is_named():
    with pytest.raises(InvalidTypeError, match=r"^expected a dataset, got 5$"):
        compare("2026.11.0", "2026.11.0").apply_to(5)
    with pytest.raises(InvalidTypeError, match=r"^expected a dataset or the version of a release, got 5$"):
        compare("2026.11.0", 5)


def test_a_change_of_all_evidence_is_one_of_sources_only(small):
    citation = Citation(source="page", stated="ice")
    evidence = Alternative(field="name", value="Frost", citation=citation)
    after = attrs.evolve(small.get("ice", nordic.Theme), citations=(citation,), alternatives=(evidence,))
    (change,) = compare(small, changed(small, after))
    assert change.kind is ChangeKind.SOURCE_ONLY
    assert str(change) == "source only themes: ice 'Ice' in citations, alternatives"


@pytest.mark.parametrize(("before", "after"), [(None, ("x",)), (("x",), None), (("x",), ("y",))])
def test_a_list_that_changed_is_named_without_its_values(before, after):
    assert str(FieldChange("themes", before, after)) == "themes"


def test_each_kind_of_change_is_told_apart(small):
    citation = Citation(source="page", stated="ice")
    after = changed(
        small,
        attrs.evolve(small.get("ice", nordic.Theme), citations=(citation,)),
        attrs.evolve(small.network("circle"), name="Ring", summary="Round."),
        attrs.evolve(small.organization("south"), country="NO"),
        attrs.evolve(small.get("page", nordic.Source), title="The page"),
        attrs.evolve(small.get("climate", nordic.Theme), id="weather", name="Weather"),
        Tombstone(id="old-school", reason="entered twice", retired=PartialDate(2020), successors=("ice-school",)),
        without=["some-day"],
    )
    assert [(each.kind, each.collection, each.id) for each in compare(small, after)] == [
        (ChangeKind.CHANGED, "organizations", "south"),
        (ChangeKind.RENAMED, "networks", "circle"),
        (ChangeKind.RETIRED, "initiatives", "old-school"),
        (ChangeKind.REMOVED, "events", "some-day"),
        (ChangeKind.SOURCE_ONLY, "themes", "ice"),
        (ChangeKind.ADDED, "themes", "weather"),
        (ChangeKind.RENAMED, "sources", "page"),
    ]


def test_a_change_names_its_fields_with_both_values(small):
    after = changed(small, attrs.evolve(small.network("circle"), name="Ring", names=(Name(text="Circle"),)))
    (change,) = compare(small, after)
    assert [(each.field, each.before, each.after) for each in change.fields] == [
        ("name", "Circle", "Ring"),
        ("names", (), (Name(text="Circle"),)),
    ]
    assert change.before is small.network("circle")
    assert change.record.name == "Ring"


def test_a_record_may_change_its_class(small):
    (change,) = compare(small, changed(small, nordic.Theme(id="some-day", name="Some day", citations=())))
    assert (change.kind, change.collection) == (ChangeKind.CHANGED, "themes")
    assert "parties" in [each.field for each in change.fields]


def test_the_cause_is_the_curators(small):
    revision = Revision(
        id="r1", release="2020.7.0", record="south", cause=Cause.CORRECTION, remark="The country was wrong."
    )
    after = changed(small, attrs.evolve(small.organization("south"), country="NO"), revision)
    change, added = compare(small, after)
    assert (change.cause, change.remark) == (Cause.CORRECTION, "The country was wrong.")
    assert (added.kind, added.record) == (ChangeKind.ADDED, revision)
    assert str(change) == (
        "changed organizations: south 'South University' in country (SE -> NO), "
        "because of: correction (The country was wrong.)"
    )


def test_a_cause_of_an_earlier_release_is_not_told_again(small):
    revision = Revision(id="r1", release="2020.6.0", record="south", cause=Cause.WORLD_CHANGED)
    before = changed(small, revision)
    (change,) = compare(before, changed(before, attrs.evolve(small.organization("south"), country="NO")))
    assert change.cause is None


def test_changes_read_well(small):
    tombstone = Tombstone(id="old-school", reason="entered twice", retired=PartialDate(2020))
    after = changed(
        small,
        tombstone,
        attrs.evolve(tombstone, id="some-day", successors=("meeting", "ice-school")),
        attrs.evolve(small.network("circle"), name="Ring"),
        attrs.evolve(small.organization("south"), country="NO"),
        attrs.evolve(small.get("ice", nordic.Theme), citations=()),
        attrs.evolve(small.get("alliance-aim"), id="circle-aim", subject="circle"),
    )
    assert [str(each) for each in compare(small, after)] == [
        "changed organizations: south 'South University' in country (SE -> NO)",
        "renamed networks: circle 'Ring' in name (Circle -> Ring)",
        "retired initiatives: old-school (entered twice)",
        "retired events: some-day (entered twice; see meeting, ice-school)",
        "added statements: circle-aim 'To meet.'",
        "source only themes: ice 'Ice' in citations",
    ]
    assert changelog(compare(small, after)).splitlines() == [
        "- Added statements: 1",
        "- Retired initiatives: Old School (entered twice)",
        "- Retired events: Some day (entered twice; see meeting, ice-school)",
        "- Renamed networks: Ring (was Circle)",
        "- Changed organizations: South University (country)",
        "- Source only themes: 1",
    ]


def test_a_tombstone_may_come_without_the_record(small):
    (change,) = compare(small, changed(small, Tombstone(id="gone", reason="never was", retired=PartialDate(2020))))
    assert (change.kind, change.collection) == (ChangeKind.ADDED, "tombstones")
    assert str(change) == "added tombstones: gone (never was)"


def test_a_change_of_nothing_is_refused():
    with pytest.raises(InvalidValueError, match="nothing happened to 'x': give the record before, after, or both"):
        Change(kind=ChangeKind.REMOVED, id="x")


def test_releases_are_compared_by_version_and_as_datasets():
    assert compare("2026.11.0", nordic.load("2026.11.0")).changes == ()


def test_a_comparison_prints_in_one_line(small):
    assert repr(compare(small, changed(small))) == "<Comparison 2020.6.0 to 2020.7.0, 0 changes>"


def test_what_was_removed_is_named_and_what_has_no_name_is_not(small):
    revision = Revision(id="r1", release="2020.7.0", record="south", cause=Cause.CORRECTION)
    after = changed(small, revision, attrs.evolve(small.get("north--south"), summary="Ice."), without=["some-day"])
    assert [str(each) for each in compare(small, after)] == [
        "changed partnerships: north--south 'North and South' in summary (nothing -> Ice.)",
        "removed events: some-day 'Some day'",
        "added revisions: r1",
    ]
    assert "- Removed events: Some day" in changelog(compare(small, after))


@pytest.mark.parametrize("wrong", [None, "2026.11.0", []])
def test_changes_apply_only_to_a_dataset(small, wrong):
    with pytest.raises(InvalidTypeError, match="expected a dataset, got"):
        compare(small, small).apply_to(wrong)


@pytest.mark.parametrize("wrong", [None, 3, ["2026.11.0"]])
def test_datasets_and_versions_are_compared_and_nothing_else(small, wrong):
    with pytest.raises(InvalidTypeError, match="expected a dataset or the version of a release, got"):
        compare(small, wrong)
    with pytest.raises(InvalidTypeError, match="expected a dataset or the version of a release, got"):
        compare(wrong, small)
