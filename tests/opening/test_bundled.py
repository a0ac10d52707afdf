"""Bundled releases: their bytes are proven when they are read, and a package that lost its data says so."""

import shutil

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError
from nordic_partnerships._building import Memo
from nordic_partnerships._opening import bundled

from .copies import describe, digest


def test_a_tampered_installation_is_refused(installed):
    """A bundled file is held against the descriptor when it is read, and the descriptor against a pin."""
    (installed / "themes.json").write_bytes(b"[]\n")
    dataset = nordic.Dataset(bundled.BundledStore(None, "2026.11.0"))
    assert dataset.organization("Aalto").id == "aalto-university"
    with pytest.raises(DataError, match=r"2026\.11\.0/themes\.json: has 3 bytes, but 12,481 according"):
        dataset.get("Air quality", nordic.Theme)
    with pytest.raises(DataError, match="has 3 bytes"):
        nordic.load("2026.11.0", sha256=digest(installed))


def test_a_folder_is_called_as_its_descriptor_says(installed):
    installed.rename(installed.with_name("2031.1.0"))
    with pytest.raises(
        DataError, match=r"2031\.1\.0/datapackage\.json version: expected '2031\.1\.0', as the folder is"
    ):
        nordic.load("2031.1.0")
    with pytest.raises(DataError, match="as the folder is called"):
        nordic.releases()


def test_a_version_is_there_once(installed):
    shutil.copytree(installed, installed.with_name("2026.11.00"))
    assert [release.version for release in nordic.releases()] == ["2026.11.0"]


def test_records_are_counted(installed):
    def miscount(descriptor):
        descriptor["resources"][9]["records"] = 31

    describe(installed, miscount)
    with pytest.raises(DataError, match=r"themes\.json: has 31 records according to the descriptor, but in fact 30"):
        nordic.Dataset(bundled.BundledStore(None, "2026.11.0")).records(nordic.Theme)


def test_a_bundled_file_that_is_missing_is_a_problem_of_the_package(installed):
    pinned = digest(installed)
    (installed / "themes.json").unlink()
    lost = "nordic_partnerships/data/2026.11.0/themes.json: cannot be read: No such file or directory; "
    for ask in (
        nordic.Dataset(bundled.BundledStore(None, "2026.11.0")).check,
        lambda: nordic.load("2026.11.0", sha256=pinned),
    ):
        with pytest.raises(DataError, match=f"{lost}the package lost its data: install it again"):
            ask()


def test_a_package_without_data_says_so(installed, monkeypatch):
    shutil.rmtree(installed)
    empty = "nordic_partnerships/data: holds no release: the package lost its data"
    with pytest.raises(DataError, match=empty):
        nordic.load()
    shutil.rmtree(installed.parent)
    monkeypatch.setattr(bundled, "_KEPT", Memo())
    with pytest.raises(DataError, match="nordic_partnerships/data: cannot be read: No such file"):
        nordic.releases()


def test_windows_line_ends_are_told(installed):
    (installed / "themes.json").write_bytes((installed / "themes.json").read_bytes().replace(b"\n", b"\r\n"))
    with pytest.raises(DataError, match=r"2026\.11\.0/themes\.json: has Windows line ends \(CRLF\)"):
        nordic.load("2026.11.0", sha256=digest(installed))
