"""What a folder or a zip may hold, and what is refused before a byte of it is read."""

import json
import os
import re
import shutil
import tempfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from nordic_partnerships._opening import containers

from .copies import announced, problems, zipped


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_missing_and_added_files_are_reported_at_once(folder, tmp_path, kind):
    (folder / "statements.json").unlink()
    (folder / "events.json").write_bytes(b"[]\n")
    (folder / "notes.txt").write_text("Mine.")
    place = folder if kind == "folder" else zipped(folder, tmp_path / "own.zip")
    events = json.loads((folder / "datapackage.json").read_text())["resources"][6]
    assert events["path"] == "events.json"
    assert problems(place) == [
        "notes.txt: is not in the descriptor",
        f"events.json: has 3 bytes, but {events['length']:,} according to the descriptor",
        "statements.json: is in the descriptor but not there",
    ]


def test_links_and_subfolders_are_refused(folder, tmp_path):
    (tmp_path / "themes.json").write_bytes((folder / "themes.json").read_bytes())
    (folder / "themes.json").unlink()
    (folder / "themes.json").symlink_to(tmp_path / "themes.json")
    (folder / "more").mkdir()
    assert problems(folder) == ["more: is not a plain file", "themes.json: is a link"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/themes.json", "has a name that leads out of its folder"),
        ("../themes.json", "has a name that leads out of its folder"),
        ("..\\themes.json", "has a name that leads out of its folder"),
        ("\\themes.json", "has a name that leads out of its folder"),
        ("C:themes.json", "has a name that leads out of its folder"),
        ("more/themes.json", "lies in a folder, not at the top of the zip"),
        ("more\\themes.json", "lies in a folder, not at the top of the zip"),
        ("datapackage.json", "is there twice"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_other_names_is_refused(folder, tmp_path, name, message):
    assert f"{name}: {message}" in problems(zipped(folder, tmp_path / "own.zip", {"themes.json": name}))


def test_a_link_in_a_zip_is_refused(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("link.json")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert problems(path) == ["link.json: is a link"]


def test_an_encrypted_zip_is_refused(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path.write_bytes(data)
    assert problems(path)[0].endswith(": is encrypted")


def test_a_cut_or_damaged_zip_is_refused(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "it is neither" in problems(path)[0]
    damaged = bytearray(data)
    with zipfile.ZipFile(zipped(folder, path)) as archive:
        start = archive.getinfo("datapackage.json").header_offset
    damaged[start + 200 : start + 300] = bytes(100)
    path.write_bytes(damaged)
    assert re.fullmatch(
        "datapackage.json: cannot be read: (Error -3 while decompressing .*|Bad CRC-32 .*)", problems(path)[0]
    )


def test_a_file_that_announces_a_gibibyte_is_refused_unread(folder, tmp_path):
    path = announced(zipped(folder, tmp_path / "own.zip"), "themes.json", 2**30)
    ratio, size = problems(path)
    assert ratio == "themes.json: is more than 100 times as long as in the zip"
    assert re.fullmatch(r"1,07\d,\d{3},\d{3} bytes are more than a release may have \(67,108,864\)", size)


def test_a_file_may_be_a_hundred_times_as_long_as_in_the_zip_and_no_longer(folder, tmp_path):
    with zipfile.ZipFile(zipped(folder, tmp_path / "own.zip")) as archive:
        most = 100 * archive.getinfo("events.json").compress_size
    for length, is_refused in ((most, False), (most + 1, True)):
        found = problems(announced(zipped(folder, tmp_path / "own.zip"), "events.json", length))
        assert ("events.json: is more than 100 times as long as in the zip" in found) == is_refused


def test_a_zip_that_lies_about_a_length_is_refused(folder, tmp_path):
    size = (folder / "datapackage.json").stat().st_size
    for lie in (size - 1, size + 1):
        path = announced(zipped(folder, tmp_path / "own.zip"), "datapackage.json", lie)
        (message,) = problems(path)
        assert message.startswith(("datapackage.json: does not have ", "datapackage.json: cannot be read"))


def test_a_real_gibibyte_is_refused_unread(folder):
    with (folder / "themes.json").open("wb") as file:
        file.truncate(2**30)
    (message,) = problems(folder)
    assert "bytes are more than a release may have" in message


@pytest.mark.parametrize("filler", [b" ", b"\0"])
def test_a_zip_bomb_is_refused_unread(folder, tmp_path, filler):
    (folder / "themes.json").write_bytes(filler * 2**20 + (folder / "themes.json").read_bytes())
    assert problems(zipped(folder, tmp_path / "own.zip")) == [
        "themes.json: is more than 100 times as long as in the zip"
    ]


def test_what_is_larger_than_a_release_may_be_is_refused_unread(folder):
    with (folder / "themes.json").open("wb") as file:
        file.truncate(64 * 2**20)
    total = sum(path.stat().st_size for path in folder.iterdir())
    assert problems(folder) == [f"{folder}: {total:,} bytes are more than a release may have (67,108,864)"]


def test_a_release_may_be_as_large_as_that(folder):
    path = folder / "themes.json"
    length = 64 * 2**20 - sum(each.stat().st_size for each in folder.iterdir() if each != path)
    with path.open("wb") as file:
        file.truncate(length)
    assert problems(folder) == [f"themes.json: has {length:,} bytes, but 12,481 according to the descriptor"]
    with path.open("wb") as file:
        file.truncate(length + 1)
    assert problems(folder) == [f"{folder}: 67,108,865 bytes are more than a release may have (67,108,864)"]


def test_a_zip_that_is_itself_too_large_is_refused_unread(tmp_path):
    with (tmp_path / "own.zip").open("wb") as file:
        file.truncate(2**27)
    message = "134,217,728 bytes are more than a release may have (67,108,864)"
    assert problems(tmp_path / "own.zip") == [f"{tmp_path / 'own.zip'}: {message}"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_is_stored_or_deflated(folder, tmp_path, method):
    with zipfile.ZipFile(tmp_path / "own.zip", "w", method) as archive:
        archive.write(folder / "datapackage.json", "datapackage.json")
    assert problems(tmp_path / "own.zip") == ["datapackage.json: is neither stored nor deflated"]


def test_a_hundred_strange_files_are_listed_and_the_rest_is_counted(folder, tmp_path):
    for number in range(150):
        (folder / f"strange-{number:03}").write_bytes(b"")
    for path in (folder, zipped(folder, tmp_path / "own.zip")):
        messages = problems(path)
        assert messages[99:] == ["strange-099: is not in the descriptor", f"{path}: and at least 50 more"]


# -------------------------------------------------------------------- what the operating system says, and waiting

on_unix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and modes are Unix'")


@on_unix
@pytest.mark.parametrize("as_path", [str, Path])
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full", "/dev/null", "/dev/urandom"])
def test_a_device_is_refused_unread(device, as_path):
    assert problems(as_path(device)) == [f"{device}: cannot be opened as a folder or a zip: it is not a plain file"]


@on_unix
def test_a_pipe_never_waits(folder, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    message = "cannot be opened as a folder or a zip: it is not a plain file"
    assert problems(tmp_path / "pipe") == [f"{tmp_path / 'pipe'}: {message}"]
    (folder / "themes.json").unlink()
    os.mkfifo(folder / "themes.json")
    assert problems(folder) == ["themes.json: is not a plain file"]


@on_unix
@pytest.mark.parametrize("swap", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("events.json"), lambda _: None])
def test_a_file_that_is_swapped_after_it_was_listed_is_refused_and_never_waits(folder, swap, monkeypatch):
    sizes = containers.Folder.sizes

    def list_then_swap(self):
        listed = sizes(self)
        (folder / "themes.json").unlink()
        swap(folder / "themes.json")
        return listed

    monkeypatch.setattr(containers.Folder, "sizes", list_then_swap)
    (message,) = problems(folder)
    assert message.startswith("themes.json: cannot be read: ")


def test_of_a_file_that_grew_after_it_was_listed_no_more_is_read_than_was_listed(folder, monkeypatch):
    listed = containers.Folder(folder).sizes()
    monkeypatch.setattr(containers.Folder, "sizes", lambda _: listed)
    with (folder / "themes.json").open("ab") as file:
        file.truncate(2**28)
    tracemalloc.start()
    found = problems(folder)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == [f"themes.json: does not have the {listed['themes.json']:,} bytes that it announces"]
    assert peak < 2**27


@on_unix
def test_a_file_or_zip_that_is_swapped_while_it_is_opened_is_refused_and_never_waits(folder, tmp_path, monkeypatch):
    os_open = os.open
    path = zipped(folder, tmp_path / "own.zip")

    def swap_then_open(path, *arguments):
        if Path(path).name in ("themes.json", "own.zip"):
            Path(path).unlink()
            os.mkfifo(path)
        return os_open(path, *arguments)

    monkeypatch.setattr(os, "open", swap_then_open)
    assert problems(folder) == ["themes.json: cannot be read: it is not a plain file"]
    assert problems(path) == [f"{path}: cannot be opened as a folder or a zip: it is not a plain file"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("x" * 256, "File name too long"),
        ("a\0b", "it is neither"),
        ("", "Is a directory|No such file"),
        ("\udcff", "No such file|it is neither"),
    ],
)
def test_a_path_that_cannot_be_one_is_a_problem(path, reason, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (message,) = problems(path)
    assert re.search(f"cannot be opened as a folder or a zip: ({reason})|datapackage.json: is missing", message)
    assert message.encode()


class Refused:
    """Stands in for os.scandir of a folder that may not be read, or that vanishes while it is."""

    def __init__(self, error):
        self.error = error

    def __call__(self, _):
        raise self.error


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file or directory")]
)
def test_a_folder_that_cannot_be_listed_is_a_problem(folder, monkeypatch, error):
    monkeypatch.setattr(os, "scandir", Refused(error))
    assert problems(folder) == [f"{folder}: cannot be read: {error.strerror}"]


@pytest.fixture
def as_an_ordinary_user():
    """Give up the rights of root for a while, since root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.fixture
def reachable(folder):
    """A copy of a release that every user can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(shutil.copytree(folder, Path(name) / "own"))


@on_unix
@pytest.mark.parametrize("mode", [0o000, 0o300, 0o600])
def test_a_folder_without_rights_is_a_problem(reachable, mode, request):
    reachable.chmod(mode)
    for path in (reachable, reachable / "own.zip"):
        request.getfixturevalue("as_an_ordinary_user")
        (message, *_) = problems(path)
        assert "Permission denied" in message


@on_unix
def test_a_file_or_zip_without_rights_is_a_problem(reachable, request):
    path = zipped(reachable, reachable.with_name("own.zip"))
    for unreadable in (path, reachable / "themes.json"):
        unreadable.chmod(0)
    request.getfixturevalue("as_an_ordinary_user")
    assert problems(path) == [f"{path}: cannot be opened as a folder or a zip: Permission denied"]
    assert problems(reachable) == ["themes.json: cannot be read: Permission denied"]


@pytest.mark.parametrize("name", ["a\nb", "\x1b[31m", "\x07", "\x9b"])
def test_names_are_shown_without_their_control_characters(folder, tmp_path, name):
    path = zipped(folder, tmp_path / "own.zip", {"themes.json": name})
    (message, missing) = problems(path)
    assert message == f"{ascii(name)[1:-1]}: is not in the descriptor"
    assert missing == "themes.json: is in the descriptor but not there"
