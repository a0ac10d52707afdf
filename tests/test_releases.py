"""Bundled releases by version and digest: loaded, pinned, listed, cited and pickled."""

import copy
import json
import pickle
import subprocess
import sys
from importlib.resources import files

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import (
    InvalidTypeError,
    InvalidValueError,
    ReleaseMismatchError,
    UnknownReleaseError,
)
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening.codec import read_records, write_records

VERSIONS = [release.version for release in nordic.releases()]


def test_the_newest_release_is_the_default():
    newest = nordic.releases()[-1].version
    assert nordic.load() is nordic.load(newest)
    assert nordic.load().release.version == newest
    assert dict(nordic.load().release.counts)["organizations"] == len(nordic.organizations())


@pytest.mark.parametrize("version", VERSIONS)
def test_every_published_release_comes_back_byte_for_byte_from_reading_and_writing(version):
    for name, cls in COLLECTIONS.items():
        path = files("nordic_partnerships.data") / version / f"{name}.json"
        if path.is_file():
            assert write_records(read_records(path.name, path.read_bytes(), cls)) == path.read_bytes()
            assert write_records(nordic.load(version).records(cls)) == path.read_bytes()
        else:
            assert nordic.load(version).records(cls) == ()


def test_an_unknown_version_says_which_are_there():
    with pytest.raises(UnknownReleaseError, match=r"no data release .2025\.1\.0. is bundled; there are: 2026\.11\.0"):
        nordic.load("2025.1.0")


@pytest.mark.parametrize(
    "wrong", ["", "2026", "2026.11.00", "2026.13.0", "next", "../2026.11.0", "2026.11.0\n", "x" * 10**6]
)
def test_a_version_that_is_not_written_as_one_is_an_invalid_value(wrong):
    with pytest.raises(InvalidValueError, match=r"expected a version such as '2026\.11\.0', got ") as raised:
        nordic.load(wrong)
    assert len(str(raised.value)) < 200


def test_a_release_is_named_by_text_and_a_folder_by_its_path(tmp_path):
    with pytest.raises(InvalidTypeError, match="expected a version as text, got int"):
        nordic.load(2026)
    with pytest.raises(InvalidTypeError, match=r"expected a version as text, got \w+Path; see also open_dataset"):
        nordic.load(tmp_path)
    with pytest.raises(InvalidTypeError, match="expected the path of a folder or a zip, got int"):
        nordic.open_dataset(2026)


# -------------------------------------------------------------------- pinned by digest


def test_a_pinned_release_is_exactly_that():
    pinned = nordic.load("2026.11.0").release.digest
    assert nordic.load("2026.11.0", sha256=pinned) is nordic.load("2026.11.0")
    assert nordic.load("2026.11.0", sha256=pinned.upper()).release.digest == pinned


@pytest.mark.parametrize("release", ["2026.11.0", None])
def test_another_release_than_the_pinned_one_is_refused_with_both_digests(release):
    with pytest.raises(ReleaseMismatchError) as raised:
        nordic.load(release, sha256="0" * 64)
    assert raised.value.expected == "0" * 64
    assert raised.value.found == nordic.load(release).release.digest


@pytest.mark.parametrize("wrong", ["", "abc", "g" * 64])
def test_a_digest_has_64_hexadecimal_digits(wrong):
    with pytest.raises(InvalidValueError, match="expected 64 hexadecimal digits as sha256"):
        nordic.load(sha256=wrong)


# -------------------------------------------------------------------- listed and cited


def test_releases_are_listed_oldest_first():
    listed = nordic.releases()
    assert listed[0].version == "2026.11.0"
    assert listed[-1] == nordic.load().release
    assert all(release.created and release.digest and release.counts for release in listed)


def test_a_citation_has_version_date_and_digest():
    release = nordic.load("2026.11.0").release
    reference = nordic.load("2026.11.0").cite()
    csl = json.loads(reference.csl_json)
    assert (csl["type"], csl["version"], csl["issued"]) == ("dataset", "2026.11.0", {"date-parts": [[2026, 11, 22]]})
    for text in (str(reference), reference.bibtex, csl["note"]):
        assert release.digest in text
        assert "2026-11-22" in text


def test_data_that_is_no_release_is_cited_without_a_year(small):
    assert "(n.d.)" in small.cite().text
    assert "year" not in small.cite().bibtex
    assert "issued" not in json.loads(small.cite().csl_json)


def test_arguments_of_another_type_are_named():
    with pytest.raises(InvalidTypeError, match="expected a digest as text as sha256, got int"):
        nordic.load(sha256=5)


# -------------------------------------------------------------------- pickled


@pytest.mark.parametrize("version", VERSIONS)
def test_a_bundled_dataset_is_pickled_as_its_version_and_digest(version):
    dataset = nordic.load(version)
    data = pickle.dumps(dataset)
    assert len(data) < 1000
    assert pickle.loads(data) is dataset  # noqa: S301
    assert copy.copy(dataset) is copy.deepcopy(dataset) is dataset


@pytest.mark.parametrize("function", [nordic.partners_of, nordic.get, nordic.records, nordic.load])
def test_a_function_of_the_package_is_pickled_without_the_data(function):
    data = pickle.dumps(function)
    assert len(data) < 1000
    assert pickle.loads(data) == function  # noqa: S301
    assert getattr(function, "__self__", nordic.load()) is nordic.load()


def test_a_pickled_function_answers_in_another_process():
    code = "import pickle, sys; print(len(pickle.load(sys.stdin.buffer)('Aalto University')))"
    asked = subprocess.run(
        [sys.executable, "-c", code], input=pickle.dumps(nordic.partners_of), capture_output=True, check=True
    )
    assert int(asked.stdout) == len(nordic.partners_of("Aalto University"))


def test_a_pickle_of_a_release_that_is_not_here_says_which_are():
    data = pickle.dumps(nordic.load("2026.11.0"), protocol=0).replace(b"2026.11.0", b"2026.10.0")
    with pytest.raises(UnknownReleaseError, match=r"no data release '2026\.10\.0' is bundled; there are: 2026\.11\.0"):
        pickle.loads(data)  # noqa: S301


def test_a_pickle_of_a_release_with_another_digest_says_both():
    digest = nordic.load("2026.11.0").release.digest
    data = pickle.dumps(nordic.load("2026.11.0"), protocol=0).replace(digest.encode(), b"0" * 64)
    with pytest.raises(ReleaseMismatchError, match=f"expected SHA-256 {'0' * 64}, found {digest}"):
        pickle.loads(data)  # noqa: S301
