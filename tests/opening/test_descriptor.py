"""What a descriptor says is held against what must be: names, numbers, dates and lists."""

import json
import shutil
import subprocess
import time
import unicodedata
from pathlib import Path

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError, Problem
from nordic_partnerships._opening.sha256 import WINDOWS_LINES

from .copies import describe, digest, problems

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "encode",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: unicodedata.normalize("NFD", data.decode()).encode(),
        lambda data: data.decode().encode("utf-16"),
        lambda data: data[: len(data) // 2],
    ],
    ids=["BOM", "NFD", "UTF-16", "truncated"],
)
def test_a_re_encoded_file_is_not_the_one_described(folder, encode):
    data = (folder / "organizations.json").read_bytes()
    (folder / "organizations.json").write_bytes(encode(data))
    (message,) = problems(folder)
    assert " according to the descriptor" in message


def test_a_file_with_windows_line_ends_is_told_by_them(folder):
    for file in ("themes.json", "events.json"):
        (folder / file).write_bytes((folder / file).read_bytes().replace(b"\n", b"\r\n"))
    advice = "in a checkout run 'git config core.autocrlf false' and check the file out again"
    assert problems(folder) == [
        f"{file}: has Windows line ends (CRLF), which were not published: {advice}"
        for file in ("events.json", "themes.json")
    ]


def test_a_descriptor_with_windows_line_ends_is_told_by_them(folder):
    pinned = digest(folder)
    path = folder / "datapackage.json"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    with pytest.raises(DataError) as raised:
        nordic.open_dataset(folder, sha256=pinned)
    assert raised.value.problems == (Problem("datapackage.json", "", "", WINDOWS_LINES),)


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs git and a checkout")
@pytest.mark.parametrize("file", ["2026.11.0/datapackage.json", "2026.11.1/themes.json", "next/events.json"])
def test_git_never_changes_the_line_ends_of_data(file):
    asked = ["git", "check-attr", "text", "--", f"src/nordic_partnerships/data/{file}"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.endswith("text: unset\n")


def spoilt(folder, **changes):
    """Return what is wrong with a release after changing its descriptor: fields of it, and of its first resource."""

    def change(descriptor):
        first = changes.pop("first", {})
        descriptor.update(changes)
        descriptor["resources"][0].update(first)

    describe(folder, change)
    return [message.removeprefix("datapackage.json ") for message in problems(folder)]


@pytest.mark.parametrize(
    "version", ["", "x" * 10**6, "../../x", "\x1b[31m", "\ud800", "1", "2026.11.00", "2026.13.0", 5, None]
)
def test_a_version_is_written_as_one(folder, version):
    (message,) = spoilt(folder, version=version)
    assert message.startswith("version: expected a version such as '2026.11.0', got ")
    assert len(message.encode()) < 120


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"version": 5}, "version: expected a version such as '2026.11.0', got 5"),
        ({"referenceDate": "2026-11"}, "referenceDate: expected a day such as '2026-11-22', got '2026-11'"),
        ({"referenceDate": "2026-13-01"}, "referenceDate: no such date: '2026-13-01'"),
        ({"referenceDate": 2026}, "referenceDate: expected a day as text, got 2026"),
        (
            {"referenceDate": "2026-11-23"},
            "referenceDate: 2026-11-23 is later than the day of creation, 2026-11-22",
        ),
        ({"created": "yesterday"}, "created: not a date: 'yesterday'; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"created": None}, "created: expected a day as text, got null"),
        ({"first": {"name": None}}, "resources[0] name: expected 'organizations' for organizations.json, got null"),
        (
            {"first": {"name": "../x"}},
            "resources[0] name: expected 'organizations' for organizations.json, got \"../x\"",
        ),
        ({"first": {"length": -1}}, "resources[0] length: expected a whole number, got -1"),
        ({"first": {"length": "9"}}, 'resources[0] length: expected a whole number, got "9"'),
        ({"first": {"records": True}}, "resources[0] records: expected a whole number, got true"),
        (
            {"first": {"hash": "0" * 64}},
            f"resources[0] hash: expected 'sha256:' and 64 hexadecimal digits, got \"{'0' * 36}...",
        ),
        (
            {"first": {"hash": "md5:0"}},
            "resources[0] hash: expected 'sha256:' and 64 hexadecimal digits, got \"md5:0\"",
        ),
        ({"first": {"hash": 5}}, "resources[0] hash: expected 'sha256:' and 64 hexadecimal digits, got 5"),
        ({"first": {"path": "themes.json", "name": "themes"}}, "resources[9] path: 'themes.json' is listed twice"),
    ],
)
def test_what_a_descriptor_says_is_held_against_what_must_be(folder, changes, expected):
    assert spoilt(folder, **changes) == [expected]


@pytest.mark.parametrize(
    "name",
    ["../themes.json", "/etc/passwd", "x/themes.json", "C:\\themes.json", ".", "statements.JSON", "memberhips.json"],
)
def test_a_descriptor_lists_the_files_of_collections_and_nothing_else(folder, name):
    message = f"expected the file of a collection, such as 'themes.json', got {json.dumps(name)}"
    assert spoilt(folder, first={"path": name}) == [f"resources[0] path: {message}"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"[]", ["datapackage.json: expected an object, got a list"]),
        (b'{"version": NaN}', ["datapackage.json: NaN is not a number in JSON"]),
        (
            b"{}",
            [f"datapackage.json {field}: is missing" for field in ("version", "referenceDate", "created", "resources")],
        ),
        (
            b'{"version":"2026.11.0","referenceDate":"2026-11-22","created":"2026-11-22","resources":[3,4,{},{}]}',
            [
                "datapackage.json resources[0]: expected an object, got 3",
                "datapackage.json resources[1]: expected an object, got 4",
                *(
                    f"datapackage.json resources[{index}] {field}: is missing"
                    for index in (2, 3)
                    for field in ("path", "length", "hash", "records")
                ),
            ],
        ),
        (
            b'{"version": "2026.11.0", "referenceDate": "2026-11-22", "created": "2026-11-22", "resources": 3}',
            ["datapackage.json resources: expected a list, got 3"],
        ),
    ],
)
def test_everything_that_a_descriptor_lacks_is_told_at_once(folder, data, expected):
    (folder / "datapackage.json").write_bytes(data)
    assert problems(folder) == expected


def test_a_resource_listed_many_times_costs_no_more_than_its_line(folder):
    describe(folder, lambda descriptor: descriptor.update(resources=descriptor["resources"] * 300))
    start = time.process_time()
    messages = problems(folder)
    assert time.process_time() - start < 3
    assert len(messages) == 101
    assert messages[0] == "datapackage.json resources[12] path: 'organizations.json' is listed twice"
    assert messages[-1] == "datapackage.json: and at least 3,488 more"


@pytest.mark.parametrize("count", [0, 29, 31, 10**9])
def test_records_are_counted(folder, count):
    def miscount(descriptor):
        descriptor["resources"][9]["records"] = count

    describe(folder, miscount)
    assert problems(folder) == [f"themes.json: has {count:,} records according to the descriptor, but in fact 30"]


def test_a_collection_that_is_not_listed_has_no_records(folder):
    (folder / "statements.json").unlink()
    describe(folder, lambda descriptor: descriptor["resources"].pop(8))
    dataset = nordic.open_dataset(folder)
    assert dataset.records(nordic.Statement) == ()
    assert dict(dataset.release.counts)["statements"] == 0
