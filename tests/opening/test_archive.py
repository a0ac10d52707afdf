"""The releases before the newest lie in one archive of the wheel: the same bytes, proven, or a clear error."""

import lzma
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import DataError, ReleaseMismatchError
from nordic_partnerships._curation.folder import DATA
from nordic_partnerships._opening import bundled
from nordic_partnerships._opening.archive import earlier_file, read_archive
from nordic_partnerships._opening.limits import LARGEST
from nordic_partnerships._published import PUBLISHED

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from hatch_build import edits, pack

OLDER, NEWEST = "2026.11.0", "2026.11.1"
FILES = st.lists(st.sampled_from([b"", b"a", b'    "id": "x",', b'    "id": "y",', b"\xff\r"])).map(b"\n".join)


def files_in(folder, changed=None):
    """Return the files in a folder by name; None in the place of a file leaves it out."""
    files = {path.name: path.read_bytes() for path in folder.iterdir()} | (changed or {})
    return {name: data for name, data in files.items() if data is not None}


def packed(folder, changed=None):
    """Return an archive of a release, as the wheel has it."""
    return pack({NEWEST: files_in(DATA / NEWEST), OLDER: files_in(folder, changed)})


@pytest.fixture
def folder_of_older(installed, tmp_path):
    """A copy of 2026.11.0 outside the package."""
    return installed.rename(tmp_path / OLDER)


@pytest.fixture
def archive(folder_of_older, tmp_path, monkeypatch):
    """The archive with 2026.11.0 of a package whose newest release is 2026.11.1."""
    monkeypatch.setattr(bundled, "PUBLISHED", {version: PUBLISHED[version] for version in (OLDER, NEWEST)})
    shutil.copytree(DATA / NEWEST, tmp_path / "data" / NEWEST)
    path = tmp_path / "data" / bundled.ARCHIVE
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


@given(st.lists(FILES, min_size=1, max_size=4))
def test_a_file_is_made_again_from_the_newest_byte_for_byte(versions):
    newest, *older = versions
    scripts = [edits(after, before) for after, before in zip(versions, older, strict=False)]
    assert earlier_file(newest, scripts) == versions[-1]


def test_an_archive_tells_how_to_get_from_the_newest_release_to_each_other():
    releases = {
        "2020.3.0": {"datapackage.json": b"number 3, x\n", "a.json": b"a\nb\n", "new.json": b"new\n"},
        "2020.2.0": {"datapackage.json": b"number 2, x\n", "a.json": b"a\nb\n"},
        "2020.1.0": {"datapackage.json": b"number 1, x\n", "a.json": b"b\n", "gone.json": b"gone\n"},
    }
    assert read_archive(pack(releases)) == {
        ("2020.2.0", "datapackage.json"): b"0 1 1\n7 3\n2\n",
        ("2020.2.0", "a.json"): b"\n\n",
        ("2020.1.0", "datapackage.json"): b"0 1 1\n7 3\n1\n",
        ("2020.1.0", "a.json"): b"0 1 0\n\n",
        ("2020.1.0", "gone.json"): b"0 0 1\n0 0\ngone\n",
    }
    assert pack(releases) == pack(releases)


def test_a_file_that_some_releases_lack_comes_from_the_next_that_has_it(installed, tmp_path, monkeypatch):
    """Releases are read by name alone here: their bytes are not those that were published."""
    with_it, without = files_in(installed), files_in(installed, {"themes.json": None})
    monkeypatch.setattr(bundled, "PUBLISHED", dict.fromkeys(("2020.1.0", "2020.2.0", "2020.3.0", "2026.11.0")))
    releases = {"2026.11.0": with_it, "2020.3.0": without, "2020.2.0": with_it, "2020.1.0": without}
    (tmp_path / "data" / bundled.ARCHIVE).write_bytes(pack(releases))
    assert bundled._bytes("2020.2.0", "themes.json") == with_it["themes.json"]
    (installed / "themes.json").unlink()
    assert bundled._bytes("2020.2.0", "themes.json") == b""


@pytest.mark.parametrize(
    "script",
    [b"", b"1 0 0", b"1 0 0\n", b"1 0 1\n\n", b"1 0 1\n0 0\n", b"1 0 1\n0 0\nx", b"1 0 1\n0 0\nx\ny\n", b"1 0 0\n\n\n",
     b"4 0 0\n\n", b"0 4 0\n\n", b"2 0 0 2 0 0\n\n", b"-1 2 0\n\n", b"1 -1 0\n\n", b"0 0 -1\n\n", b"0 0\n\n",
     b"0 0 0 0\n\n", b"x 0 0\n\n", b"\xff 0 0\n\n", b"1 0 1\n\nx\n", b"1 0 1\n0\nx\n", b"1 0 1\n0 0 0\nx\n",
     b"1 0 1\n1 0\nx\n", b"0 1 1\n1 1\nx\n", b"0 1 1\n-1 0\nx\n", b"0 1 1\n0 -1\nx\n", b"0 1 1\nx 0\nx\n"],
)  # fmt: skip
def test_edits_that_do_not_fit_are_damage(script):
    with pytest.raises(OSError, match="it is damaged"):
        earlier_file(b"a\nb\n", [script])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"2020.1.0 a.json 6\n0 0 0", "2020.1.0/a.json cannot have 6 bytes"),
        (b"2020.1.0 a.json -18\n", "2020.1.0/a.json cannot have -18 bytes"),
        (b"2020.1.0 a.json\n", "not enough values"),
        (b"2020.1.0 a.json x\n", "invalid literal"),
        (b"2020.1.0 \xff 0\n", "can't decode"),
        (b"2020.1.0 a.json 0", "not found"),
        (b"\0" * (LARGEST + 1), "it ends too early, or is too large"),
    ],
)
def test_what_is_no_archive_is_damage(text, message):
    with pytest.raises(OSError, match=f"it is damaged .*{message}"):
        read_archive(lzma.compress(text, preset=0))


def test_an_archive_cannot_ask_for_much_memory():
    greedy = {"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 2 * LARGEST}
    with pytest.raises(OSError, match="Memory usage limit exceeded"):
        read_archive(lzma.compress(b"a", filters=[greedy]))


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
    message = rf"data/older\.xz: cannot be read: it lacks 2026\.11\.0/{lost}; the package lost its data: install"
    with pytest.raises(DataError, match=message):
        archived().records(nordic.Theme)


@pytest.mark.parametrize("damage", [lambda data: data[:1000], lambda _: b"", lambda data: data[:-900] + b"x" * 900])
def test_a_damaged_archive_is_a_problem_of_the_package_and_the_newest_release_answers(archive, damage):
    archive.write_bytes(damage(archive.read_bytes()))
    with pytest.raises(DataError, match="the package lost its data: install it again"):
        nordic.load(OLDER, sha256=PUBLISHED[OLDER])
    assert nordic.Dataset(bundled.BundledStore(None)).organization("Aalto").id == "aalto-university"


def test_an_archive_that_cannot_be_opened_is_a_problem_of_the_package(archive, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(archive), "read_bytes", refuse)
    with pytest.raises(DataError, match=r"data/older\.xz: cannot be read: Permission denied"):
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
