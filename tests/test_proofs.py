"""A digest stands on the records that it proves, and on nothing else; what is made of a release names it."""

import copy
import pickle
import shutil
from importlib.resources import as_file, files

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError, Dataset, InvalidValueError, PartialDate, Release, Theme
from nordic_partnerships.kinds import SourceKind

first = nordic.load("2026.11.0")
DIGEST = first.release.digest
OWN = Theme(id="own", name="Own", broader=("sustainability",))


@pytest.fixture
def opened(tmp_path):
    with as_file(files("nordic_partnerships.data") / "2026.11.0") as release:
        return nordic.open_dataset(shutil.copytree(release, tmp_path / "own"))


def again(dataset):
    return pickle.loads(pickle.dumps(dataset))  # noqa: S301


def carries_no_proof(dataset):
    release = dataset.release
    return (release.digest, release.created, release.counts) == (None, None, ()) and DIGEST not in dataset.cite().text


def test_a_digest_that_was_proven_is_carried(opened):
    for dataset in (first, opened, again(first), copy.deepcopy(first)):
        assert dataset.release.digest == DIGEST
        assert DIGEST in dataset.cite().text
    assert opened == first
    assert hash(opened) == hash(first)


def test_records_of_ones_own_do_not_wear_the_digest_of_a_release():
    dataset = Dataset.of(first.release, [Theme(id="own", name="Own")])
    assert carries_no_proof(dataset)
    assert dataset != first
    assert dataset.release == Release(version="2026.11.0", reference_date=PartialDate(2026, 11, 22))
    assert carries_no_proof(Dataset.of(first.release, first))


def test_a_copy_of_what_was_opened_holds_the_same_records_and_no_proof(opened):
    for twin in (again(opened), copy.copy(opened), copy.deepcopy(opened)):
        assert twin == opened
        assert hash(twin) == hash(opened)
        assert carries_no_proof(twin)


def test_changes_that_were_applied_lead_to_the_same_records_and_to_no_proof():
    comparison = nordic.compare(first, "2026.11.1")
    applied = comparison.apply_to(first)
    assert applied == nordic.load("2026.11.1")
    assert tuple(applied) == tuple(nordic.load("2026.11.1"))
    assert carries_no_proof(applied)
    assert "2026.11.1" in applied.cite().text


def test_some_of_the_changes_lead_to_no_proof_either():
    comparison = nordic.compare(first, "2026.11.1")
    sources = [change for change in comparison if change.collection == "sources"]
    some = attrs.evolve(comparison, changes=tuple(sources)).apply_to(first)
    assert some != nordic.load("2026.11.1")
    assert carries_no_proof(some)
    assert nordic.load("2026.11.1").release.digest not in some.cite().text
    broken = [change for change in comparison if change.collection == "memberships"]
    with pytest.raises(DataError, match="there is no record"):
        attrs.evolve(comparison, changes=tuple(broken)).apply_to(first)


def test_an_extended_dataset_names_its_base_and_proves_nothing():
    joined = first.extended_with([OWN])
    assert (joined.release.digest, joined.release.created, joined.release.counts) == (None, None, ())
    assert f"made of 2026.11.0, as of 2026-11-22, sha256 {DIGEST} and own" in joined.cite().text
    assert again(joined) == joined
    assert carries_no_proof(again(joined))
    assert "made of 2026.11.0, as of 2026-11-22 and own" in again(joined).cite().text


def test_a_reduced_dataset_names_its_base_and_proves_nothing():
    reduced = first.supported_by("official site")
    assert (reduced.release.digest, reduced.release.created, reduced.release.counts) == (None, None, ())
    assert f"made of 2026.11.0, as of 2026-11-22, sha256 {DIGEST}" in reduced.cite().text
    assert again(reduced) == reduced
    assert carries_no_proof(again(reduced))


def test_a_dataset_is_reduced_to_one_kind_of_source_or_more():
    with pytest.raises(InvalidValueError, match="supported_by takes one kind of source or more"):
        first.supported_by()
    assert first.supported_by(*SourceKind).partnerships() == first.partnerships()


def test_datasets_differ_by_version_reference_date_and_records(small):
    version, day = small.release.version, small.release.reference_date
    assert Dataset.of(Release(version=version, reference_date=day), small) == small
    assert Dataset.of(Release(version="2020.6.1", reference_date=day), small) != small
    assert Dataset.of(Release(version=version, reference_date=PartialDate(2020)), small) != small
    assert Dataset.of(small.release, [*small, Theme(id="own", name="Own")]) != small
