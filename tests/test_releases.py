"""Opening releases, and folders in the same format, good and bad."""

import json
import shutil
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError, InvalidTypeError, UnknownReleaseError


@pytest.fixture
def folder(tmp_path):
    with as_file(files("nordic_partnerships.data") / "2026.11.0") as release:
        return Path(shutil.copytree(release, tmp_path / "own"))


def write(folder, file, data):
    """Change a file, and the descriptor with it."""
    (folder / file).write_bytes(data)
    descriptor = json.loads((folder / "datapackage.json").read_text())
    for resource in descriptor["resources"]:
        if resource["path"] == file:
            resource.update(bytes=len(data), hash=f"sha256:{sha256(data).hexdigest()}")
    (folder / "datapackage.json").write_text(json.dumps(descriptor))


def edit(folder, file, change):
    records = json.loads((folder / file).read_text())
    change(records)
    write(folder, file, json.dumps(records).encode())


def problems(folder):
    with pytest.raises(DataError) as raised:
        nordic.load(folder)
    return [str(problem) for problem in raised.value.problems]


def test_the_newest_release_is_the_default():
    assert nordic.load() is nordic.load("2026.11.0")
    assert nordic.load().release.version == "2026.11.0"
    assert dict(nordic.load().release.counts)["organizations"] == len(nordic.organizations())


def test_a_folder_is_the_same_as_what_it_was_copied_from(folder):
    assert nordic.load(folder) == nordic.load(str(folder)) == nordic.load()


def test_an_unknown_version_says_which_are_there():
    with pytest.raises(UnknownReleaseError, match=r"no data release .2025\.1\.0. is bundled; there are: 2026\.11\.0"):
        nordic.load("2025.1.0")


def test_a_release_is_named_by_text_or_path():
    with pytest.raises(InvalidTypeError, match="load takes a version or a path, not int"):
        nordic.load(2026)


def test_a_missing_folder_is_one_problem(tmp_path):
    assert problems(tmp_path / "nowhere") == [f"{tmp_path / 'nowhere'}: is not a folder"]


def test_an_empty_folder_lacks_its_descriptor(tmp_path):
    assert problems(tmp_path) == ["datapackage.json: cannot be read: No such file or directory"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not JSON: Expecting value: line 1 column 1 (char 0)"),
        (b"\xff\xfe", "not UTF-8: byte 0"),
        (b'[{"id": ', "not JSON: Expecting value: line 1 column 9 (char 8)"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": 1}', "a list of records belongs here, not an object"),
        (b"null", "a list of records belongs here, not null"),
    ],
)
def test_a_file_that_is_no_list_of_records_is_one_problem(folder, data, message):
    write(folder, "themes.json", data)
    assert problems(folder) == [f"themes.json: {message}"]


def test_every_problem_of_every_file_is_reported_at_once(folder):
    (folder / "statements.json").unlink()

    def spoil_themes(themes):
        themes[0]["name"] = None
        themes[1]["names"] = "ice"
        themes[2]["names"] = [{"text": 3}]
        themes[3]["colour"] = "blue"
        del themes[4]["name"]

    edit(folder, "themes.json", spoil_themes)
    edit(folder, "events.json", lambda events: events[0].update(period="2018/2017"))
    assert problems(folder) == [
        "events.json architecture-and-design-year-2030 period: the period '2018/2017' ends before it starts",
        "statements.json: cannot be read: No such file or directory",
        "themes.json academic-freedom name: a text belongs here, not null",
        'themes.json air-quality names: a list belongs here, not "ice"',
        "themes.json architecture-and-design names[0].text: a text belongs here, not 3",
        "themes.json arctic-research colour: no such field",
        "themes.json attracting-talent name: missing",
    ]


def test_a_field_given_twice_is_a_problem(folder):
    write(folder, "themes.json", b'[{"id": "ice", "id": "snow", "name": "Ice"}]')
    assert problems(folder) == ["themes.json snow id: given twice"]


def test_dangling_ids_are_reported_at_once(folder):
    edit(folder, "themes.json", lambda themes: themes.__delitem__(slice(0, 2)))
    found = problems(folder)
    assert "networks.json sar themes[0]: there is no record 'academic-freedom'" in found
    assert len([each for each in found if "'air-quality'" in each]) == 1


def test_a_changed_file_is_not_the_one_described(folder):
    path = folder / "themes.json"
    path.write_bytes(path.read_bytes().replace(b"Air quality", b"Air  quality"))
    assert problems(folder) == ["themes.json: is not the file that the descriptor names"]


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"resources": 3}', b'{"version": "x", "resources": []}'])
def test_a_descriptor_that_does_not_describe_a_release_is_one_problem(folder, data):
    (folder / "datapackage.json").write_bytes(data)
    (message,) = problems(folder)
    assert message.startswith("datapackage.json: does not describe a release: ")
