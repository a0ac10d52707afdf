"""Retired ids, and what became of them."""

import warnings

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import (
    DataError,
    Dataset,
    InvalidTypeError,
    Location,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Release,
    RetiredIdError,
    RetiredIdWarning,
    Theme,
    Tombstone,
    UnknownNameError,
)
from nordic_partnerships._curation.rules import check
from nordic_partnerships.kinds import OrganizationKind


def retired(small, key, *successors):
    tombstone = Tombstone(id=key, reason="merged", retired=PartialDate(2020), successors=successors)
    return Dataset.of(small.release, [*small, tombstone])


def test_a_retired_id_leads_to_its_successor_with_a_warning(small):
    dataset = retired(small, "far-north", "north")
    for ask in (dataset.organization, dataset.get):
        with pytest.warns(RetiredIdWarning, match=r"'far-north' was retired \(merged\); 'north' is used instead"):
            assert ask("far-north").id == "north"
    with pytest.warns(RetiredIdWarning):
        assert dataset.partners_of("far-north") == dataset.partners_of("north")


def test_the_warning_points_at_the_caller(small):
    with pytest.warns(RetiredIdWarning) as caught:
        retired(small, "far-north", "north").organization("far-north")
    assert caught[0].filename == __file__


def test_a_chain_of_retired_ids_is_followed(small):
    dataset = Dataset.of(
        small.release,
        [
            *retired(small, "far-north", "north"),
            Tombstone(id="pole", reason="x", retired=PartialDate(2019), successors=("far-north",)),
        ],
    )
    with pytest.warns(RetiredIdWarning):
        assert dataset.organization("pole").id == "north"


def test_two_successors_are_an_error_that_names_both(small):
    dataset = retired(small, "old-union", "north", "south")
    message = r"'old-union' was retired \(merged\); use one of north, south"
    with pytest.raises(RetiredIdError, match=message) as raised:
        dataset.organization("old-union")
    assert raised.value.successors == ("north", "south")


def test_no_successor_is_an_error_that_says_so(small):
    with pytest.raises(RetiredIdError, match="nothing took its place"):
        retired(small, "nobody").organization("nobody")


def test_a_successor_of_another_class_is_unknown(small):
    with pytest.raises(UnknownNameError):
        retired(small, "far-north", "north").network("far-north")


def test_a_tombstone_itself_can_be_shown(small):
    dataset = retired(small, "far-north", "north")
    (tombstone,) = dataset.records(Tombstone)
    assert dataset.get(tombstone) is tombstone
    assert dataset.explain(tombstone).evidence == ()
    assert check(dataset) == []


def test_successors_lead_to_records(small):
    with pytest.raises(DataError) as refused:
        retired(small, "far-north", "nowhere")
    (problem,) = refused.value.problems
    assert str(problem) == "tombstones.json far-north successors[0]: there is no record 'nowhere'"


def test_an_extended_dataset_joins_records_and_says_what_it_is_made_of(small):
    own = Theme(id="snow", name="Snow", broader=("ice",))
    joined = small.extended_with([own])
    assert joined.get("Snow", nordic.Theme) == own
    assert [each.id for each in joined.partners_of("north")] == [each.id for each in small.partners_of("north")]
    assert joined.release.version == "2020.6.0+own"
    assert joined.release.parts == (small.release, Release(version="own", reference_date=small.release.reference_date))
    assert "made of 2020.6.0, as of 2020-06-15 and own" in joined.cite().text
    twice = joined.extended_with(
        Dataset.of(Release(version="1.0", reference_date=PartialDate(2021)), [Theme(id="hail", name="Hail")])
    )
    assert [each.version for each in twice.release.parts] == ["2020.6.0", "own", "1.0"]
    assert twice.release.reference_date == small.release.reference_date


def test_collisions_and_loose_ends_are_reported_at_once(small):
    with pytest.raises(DataError) as raised:
        small.extended_with(
            [
                Theme(id="ice", name="Eis"),
                Theme(id="north", name="North"),
                Theme(id="snow", name="Snow", broader=("x", "page")),
            ]
        )
    assert [str(problem) for problem in raised.value.problems] == [
        "themes.json ice id: is also an id of 2020.6.0; replace=True puts the record in its place",
        "themes.json north id: is also an id of 2020.6.0; replace=True puts the record in its place",
        "themes.json snow broader[0]: there is no record 'x'",
        "themes.json snow broader[1]: 'page' is a source, expected a theme",
    ]


def test_a_fact_is_corrected_locally_and_the_release_says_what_was_replaced(small):
    mended = attrs.evolve(small.organization("south"), country="NO")
    own = Theme(id="snow", name="Snow", broader=("ice",))
    corrected = small.extended_with([mended, own], replace=True)
    assert corrected.organization("south").country == "NO"
    assert small.organization("south").country == "SE"
    assert len(tuple(corrected)) == len(tuple(small)) + 1
    assert corrected.release.digest is None
    assert corrected.release.parts[-1].replaced == ("south",)
    assert "own, as of 2020-06-15, in place of south" in corrected.cite().text


def test_what_replaces_a_record_is_of_its_class_and_breaks_no_link(small):
    with pytest.raises(DataError) as raised:
        small.extended_with(
            [Theme(id="north", name="North"), Theme(id="ice", name="Ice", broader=("no",))], replace=True
        )
    assert "themes.json north id: is the id of an organization in 2020.6.0, which a theme cannot replace" in map(
        str, raised.value.problems
    )
    assert "themes.json ice broader[0]: there is no record 'no'" in map(str, raised.value.problems)


def test_extending_leaves_both_as_they_were(small):
    before = tuple(small)
    small.extended_with([Theme(id="snow", name="Snow")])
    assert tuple(small) == before


def test_living_ids_give_no_warning(small):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        retired(small, "far-north", "north").organization("north")


def test_a_period_is_no_record(small):
    with pytest.raises(InvalidTypeError):
        small.get(Period())


@pytest.mark.parametrize("wrong", [None, "x", 1, Theme, [1], ["x"]])
def test_a_dataset_is_extended_with_records_only(small, wrong):
    with pytest.raises(InvalidTypeError, match="expected an iterable of records, got"):
        small.extended_with(wrong)


def test_records_are_given_in_an_iterable(small):
    with pytest.raises(InvalidTypeError, match="expected an iterable of records, got <Theme snow"):
        small.extended_with(Theme(id="snow", name="Snow"))
    assert small.extended_with(iter([Theme(id="snow", name="Snow")])).get("snow", Theme).name == "Snow"


def test_every_field_of_another_type_is_reported(small):
    wrong = [
        Partnership(id="p", name=None, kind="strategic partnership", parties=["north", "south"], period="2020/.."),
        Organization(
            id="o",
            name="O",
            kind=OrganizationKind.COMPANY,
            established="2010",
            location=Location(latitude=True, longitude=2),
        ),
        Theme(id="t", name="T", broader=(3,)),
    ]
    with pytest.raises(DataError) as raised:
        small.extended_with(wrong)
    assert [(each.record, each.field) for each in raised.value.problems] == [
        ("p", "name"),
        ("p", "kind"),
        ("p", "parties"),
        ("p", "period"),
        ("o", "location.latitude"),
        ("o", "established"),
        ("t", "broader[0]"),
    ]


def test_an_id_given_twice_is_reported(small):
    with pytest.raises(DataError, match=r"themes\.json snow id: 2 records have this id"):
        small.extended_with([Theme(id="snow", name="Snow"), Theme(id="snow", name="Eis")])


def test_a_retired_id_does_not_hide_a_name_of_another_class(small):
    dataset = retired(small, "all", "ice")
    assert dataset.network("all").id == "alliance"
