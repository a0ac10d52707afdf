"""Bundled releases: their bytes are proven when they are read, and a package that lost its data says so."""

import shutil

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError, ReleaseMismatchError
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


def test_a_version_has_the_digest_that_it_was_published_with(installed):
    def say_later(descriptor):
        descriptor["referenceDate"] = "2026-11-21"

    published = digest(installed)
    describe(installed, say_later)
    for ask in (
        lambda: nordic.load("2026.11.0"),
        lambda: nordic.load("2026.11.0", sha256=published),
        lambda: nordic.load("2026.11.0", sha256=digest(installed)),
        lambda: nordic.Dataset(bundled.BundledStore(None)).partners_of("Aalto University"),
        nordic.releases,
    ):
        with pytest.raises(ReleaseMismatchError) as raised:
            ask()
        error = raised.value
        assert (error.release, error.expected, error.found) == ("2026.11.0", published, digest(installed))


def test_what_no_quick_digest_proves_is_held_against_the_descriptor(installed, monkeypatch):
    monkeypatch.setattr(bundled, "FILES", {})
    dataset = nordic.Dataset(bundled.BundledStore(None, "2026.11.0"))
    assert dataset.get("Air quality", nordic.Theme).id == "air-quality"
    assert dataset.release.digest == digest(installed)
    path = installed / "organizations.json"
    path.write_bytes(path.read_bytes().replace(b"Aalto", b"Oalto"))
    with pytest.raises(DataError, match=r"2026\.11\.0/organizations\.json: is not the file that the descriptor names"):
        dataset.organization("Aalto")


@pytest.mark.parametrize("file", ["organizations.json", "datapackage.json"])
def test_a_changed_byte_is_refused_though_the_length_stays(installed, file):
    path = installed / file
    path.write_bytes(path.read_bytes().replace(b'"name"', b'"nome"', 1))
    with pytest.raises((DataError, ReleaseMismatchError)):
        nordic.Dataset(bundled.BundledStore(None, "2026.11.0")).organization("Aalto")


def test_a_pin_is_held_against_what_lies_there_now(installed):
    """What was read before proves nothing of what a pin asks for."""
    published = digest(installed)
    assert nordic.load("2026.11.0").release.digest == published
    describe(installed, lambda descriptor: descriptor.update(referenceDate="2026-11-21"))
    with pytest.raises(ReleaseMismatchError):
        nordic.load("2026.11.0", sha256=published)


def test_a_version_is_there_once(installed):
    """Only what was published is a release of the package, whatever else lies there."""
    shutil.copytree(installed, installed.with_name("2026.11.00"))
    shutil.copytree(installed, installed.with_name("2099.1.0"))
    assert [release.version for release in nordic.releases()] == ["2026.11.0"]


def test_records_are_counted(installed, monkeypatch):
    def miscount(descriptor):
        descriptor["resources"][9]["records"] = 31

    describe(installed, miscount)
    monkeypatch.setattr(bundled, "PUBLISHED", {"2026.11.0": digest(installed)})
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


def test_a_package_without_data_says_so(installed):
    shutil.rmtree(installed.parent)
    with pytest.raises(DataError, match=r"data/2026\.11\.0/datapackage\.json: cannot be read: No such file"):
        nordic.releases()
    with pytest.raises(DataError, match=r"datapackage\.json: cannot be read: No such file.*install it again"):
        nordic.Dataset(bundled.BundledStore(None)).partners_of("Aalto University")


def test_older_releases_of_a_package_without_data_are_lost_as_well(installed, monkeypatch):
    def no_data():
        raise ModuleNotFoundError("No module named 'nordic_partnerships.data'")

    shutil.rmtree(installed.parent)
    monkeypatch.setattr(bundled, "PUBLISHED", {"2026.10.0": "0" * 64, **bundled.PUBLISHED})
    for data in (bundled._data, no_data):
        monkeypatch.setattr(bundled, "_data", data)
        with pytest.raises(DataError, match=r"data/2026\.10\.0/datapackage\.json: cannot be read: No such file"):
            nordic.load("2026.10.0")


def test_the_data_are_found_as_resources_of_the_package_too():
    assert bundled._data().joinpath("2026.11.1", "datapackage.json").is_file()


def test_windows_line_ends_are_told(installed):
    pinned = digest(installed)
    for file in ("themes.json", "datapackage.json"):
        (installed / file).write_bytes((installed / file).read_bytes().replace(b"\n", b"\r\n"))
        bundled._KEPT._made.clear()
        with pytest.raises(DataError, match=rf"2026\.11\.0/{file}: has Windows line ends \(CRLF\)"):
            nordic.load("2026.11.0", sha256=pinned)
