"""The releases before the newest lie in one archive of the wheel: the same bytes, proven, or a clear error."""

import io
import lzma
import shutil
import sys
import tarfile

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError, ReleaseMismatchError
from nordic_partnerships._curation.folder import DATA
from nordic_partnerships._opening import bundled
from nordic_partnerships._opening.archive import read_descriptors, read_files
from nordic_partnerships._published import PUBLISHED

OLDER, NEWEST = "2026.11.0", "2026.11.1"


def packed(folder, changed=None):
    """Return an archive of one release, as the wheel has it; None in the place of a file leaves it out."""
    release = {path.name: path.read_bytes() for path in folder.iterdir()} | (changed or {})
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for name in sorted(release, key=lambda name: name != "datapackage.json"):
            if release[name] is not None:
                member = tarfile.TarInfo(f"{folder.name}/{name}")
                member.size = len(release[name])
                archive.addfile(member, io.BytesIO(release[name]))
    return lzma.compress(tar.getvalue())


@pytest.fixture
def folder_of_older(installed, tmp_path):
    """A copy of 2026.11.0 outside the package."""
    return installed.rename(tmp_path / OLDER)


@pytest.fixture
def archive(folder_of_older, tmp_path, monkeypatch):
    """The archive with 2026.11.0 of a package whose newest release is 2026.11.1."""
    monkeypatch.setattr(bundled, "PUBLISHED", {version: PUBLISHED[version] for version in (OLDER, NEWEST)})
    shutil.copytree(DATA / NEWEST, tmp_path / "data" / NEWEST)
    path = tmp_path / "data" / "older.tar.xz"
    path.write_bytes(packed(folder_of_older))
    return path


def archived():
    return nordic.Dataset(bundled.BundledStore(None, OLDER))


@pytest.mark.usefixtures("archive")
def test_an_archived_release_is_the_one_that_was_published():
    assert tuple(archived()) == tuple(nordic.open_dataset(DATA / OLDER))
    assert [release.version for release in nordic.releases()] == [OLDER, NEWEST]
    assert nordic.releases()[0].digest == PUBLISHED[OLDER]
    assert nordic.load(OLDER, sha256=PUBLISHED[OLDER]).release == nordic.releases()[0]
    with pytest.raises(ReleaseMismatchError):
        nordic.load(OLDER, sha256="0" * 64)


def test_what_the_archive_holds_is_read_as_it_was_packed(archive, folder_of_older):
    files = {path.name: path.read_bytes() for path in folder_of_older.iterdir()}
    assert read_descriptors(archive.read_bytes()) == {OLDER: files.pop("datapackage.json")}
    assert read_files(archive.read_bytes(), OLDER) == files
    assert read_files(archive.read_bytes(), "2020.1.0") == {}


def test_a_file_that_was_changed_in_the_archive_is_refused_when_it_is_read(archive, folder_of_older):
    archive.write_bytes(packed(folder_of_older, {"themes.json": b"[]\n"}))
    assert archived().organization("Aalto").id == "aalto-university"
    with pytest.raises(DataError, match=r"2026\.11\.0/themes\.json: has 3 bytes, but 12,481 according"):
        archived().records(nordic.Theme)
    with pytest.raises(DataError, match="has 3 bytes"):
        nordic.load(OLDER, sha256=PUBLISHED[OLDER])


def test_another_descriptor_in_the_archive_is_refused_at_once(archive, folder_of_older):
    descriptor = (folder_of_older / "datapackage.json").read_bytes()
    archive.write_bytes(packed(folder_of_older, {"datapackage.json": descriptor.replace(b"-22", b"-21")}))
    with pytest.raises(ReleaseMismatchError, match=f"expected SHA-256 {PUBLISHED[OLDER]}, found"):
        nordic.load(OLDER)


@pytest.mark.parametrize("lost", ["datapackage.json", "themes.json"])
def test_an_archive_that_lacks_a_file_says_which(archive, folder_of_older, lost):
    archive.write_bytes(packed(folder_of_older, {lost: None}))
    message = rf"data/older\.tar\.xz: cannot be read: it lacks 2026\.11\.0/{lost}; the package lost its data: install"
    with pytest.raises(DataError, match=message):
        archived().records(nordic.Theme)


@pytest.mark.parametrize("damage", [lambda data: data[:1000], lambda _: b"", lambda data: data[:-9000] + b"x" * 9000])
def test_a_damaged_archive_is_a_problem_of_the_package_and_the_newest_release_answers(archive, damage):
    archive.write_bytes(damage(archive.read_bytes()))
    with pytest.raises(DataError, match="the package lost its data: install it again"):
        nordic.load(OLDER, sha256=PUBLISHED[OLDER])
    assert nordic.Dataset(bundled.BundledStore(None)).organization("Aalto").id == "aalto-university"


def test_an_archive_that_cannot_be_opened_is_a_problem_of_the_package(archive, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(archive), "read_bytes", refuse)
    with pytest.raises(DataError, match=r"data/older\.tar\.xz: cannot be read: Permission denied"):
        nordic.load(OLDER)


@pytest.mark.usefixtures("archive")
def test_without_lzma_older_releases_say_so_and_the_newest_answers(monkeypatch):
    monkeypatch.setitem(sys.modules, "lzma", None)
    for ask in (lambda: nordic.load(OLDER), archived().check, nordic.releases):
        with pytest.raises(
            DataError, match="this Python was built without lzma, which is needed to read any release but"
        ):
            ask()
    assert nordic.Dataset(bundled.BundledStore(None)).organization("Aalto").id == "aalto-university"
    assert nordic.load().release.version == NEWEST
