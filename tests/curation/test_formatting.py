"""Curators' folders are put into canonical text, all or nothing."""

from functools import partial

import pytest

from nordic_partnerships import DataError, PartialDate, Problem
from nordic_partnerships._curation import folder as curators_folder
from nordic_partnerships._curation import formatting
from nordic_partnerships._curation.checking import check_folder
from nordic_partnerships._curation.formatting import format_folder
from nordic_partnerships._model import COLLECTIONS

from .folders import SPOILT, contents, replace, spoil, write


@pytest.fixture
def folder(small, tmp_path):
    """A folder with the small dataset, in canonical text."""
    return write(tmp_path / "data", small)


@pytest.mark.parametrize("change", SPOILT.values(), ids=SPOILT)
def test_formatting_restores_the_canonical_text(folder, change):
    before = contents(folder)
    spoil(folder, "organizations.json", change)
    assert contents(folder) != before
    assert format_folder(folder) == ("organizations.json",)
    assert contents(folder) == before


def test_formatting_canonical_text_changes_nothing(folder):
    before = {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.iterdir()}
    assert format_folder(folder) == ()
    assert {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.iterdir()} == before


def test_the_files_that_changed_are_named_in_the_order_of_the_collections(folder):
    for name in COLLECTIONS:
        spoil(folder, f"{name}.json", bytes.strip)
    assert format_folder(folder) == tuple(f"{name}.json" for name in COLLECTIONS)
    assert format_folder(folder) == ()


def test_formatting_takes_the_collections_that_there_are_and_leaves_other_files(folder):
    (folder / "themes.json").unlink()
    (folder / "README.md").write_bytes(b"\xef\xbb\xbfNotes\r\n")
    spoil(folder, "events.json", bytes.strip)
    before = contents(folder)
    assert format_folder(folder) == ("events.json",)
    assert contents(folder) == before | {"events.json": before["events.json"] + b"\n"}


def test_formatting_keeps_what_breaks_a_rule(folder):
    spoil(folder, "organizations.json", replace('"FI"', '"XX"'))
    assert format_folder(folder) == ()
    assert b'"XX"' in (folder / "organizations.json").read_bytes()


def test_nothing_is_written_if_a_file_is_bad_and_all_bad_files_are_reported(folder):
    for name in COLLECTIONS:
        spoil(folder, f"{name}.json", bytes.strip)
    spoil(folder, "networks.json", lambda data: data + b"]")
    spoil(folder, "events.json", replace('"meeting"', "7"))
    spoil(folder, "themes.json", replace("Climate", "Climate\N{CYRILLIC SMALL LETTER A}"))
    spoil(folder, "themes.json", lambda data: data.replace("\N{CYRILLIC SMALL LETTER A}".encode(), b"\xd0"))
    before = contents(folder)
    with pytest.raises(DataError) as caught:
        format_folder(folder)
    assert {each.file for each in caught.value.problems} == {"networks.json", "events.json", "themes.json"}
    assert Problem("events.json", "[0]", "id", "expected text, got 7") in caught.value.problems
    assert contents(folder) == before


def test_what_is_no_folder_is_neither_formatted_nor_checked(folder):
    for path in (folder / "nowhere", folder / "themes.json"):
        for command in (format_folder, partial(check_folder, reference_date=PartialDate(2020))):
            with pytest.raises(DataError) as caught:
                command(path)
            assert caught.value.problems == (Problem(str(path), "", "", "is not a folder"),)


def test_formatting_twice_changes_nothing_even_where_letters_are_escaped(folder):
    themes = folder / "themes.json"
    themes.write_bytes(themes.read_bytes().replace(b'"Ice"', b'"Ja\\u0308a\\n\\u0303"'))
    assert format_folder(folder) == ("themes.json",)
    assert "Jäa\\n\u0303" in themes.read_text("utf-8")
    assert format_folder(folder) == ()


def test_what_cannot_be_read_is_a_problem(folder):
    (folder / "themes.json").unlink()
    (folder / "themes.json").mkdir()
    with pytest.raises(DataError, match=r"themes\.json: cannot be read: Is a directory"):
        format_folder(folder)


def test_what_is_in_the_way_of_an_old_draft_is_no_obstacle(folder):
    for name in ("events", "themes"):
        spoil(folder, f"{name}.json", bytes.strip)
    (folder / "themes.json.new").mkdir()
    assert format_folder(folder) == ("events.json", "themes.json")
    assert (folder / "themes.json.new").is_dir()


def test_depth_has_an_end(folder, monkeypatch):
    def too_deep(_):
        raise RecursionError

    monkeypatch.setattr(formatting, "_normal", too_deep)
    with pytest.raises(DataError, match=r"themes\.json: is nested too deeply"):
        format_folder(folder)


def test_an_installed_package_has_no_folder_of_curators(tmp_path, monkeypatch):
    monkeypatch.setattr(curators_folder, "NEXT", tmp_path / "next")
    with pytest.raises(DataError, match="data/next: does not exist: name a folder, or work in a checkout"):
        format_folder(tmp_path / "next")
