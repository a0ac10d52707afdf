"""Opening folders and zips: what is published opens, and everything that is wrong is told at once."""

import json
import random
from importlib.resources import as_file, files
from pathlib import Path

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError, ReleaseMismatchError

from .copies import describe, digest, edit, problems, write, zipped

VERSIONS = [release.version for release in nordic.releases()]


def test_a_folder_is_the_same_as_what_it_was_copied_from(folder):
    assert nordic.open_dataset(folder) == nordic.open_dataset(str(folder)) == nordic.load("2026.11.0")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_every_published_release_opens_by_its_path_with_the_rules_of_today(tmp_path, version, form):
    published = nordic.load(version)
    with as_file(files("nordic_partnerships.data") / version) as release:
        path = release if form == "folder" else zipped(Path(release), tmp_path / "release.zip")
        opened = nordic.open_dataset(path, sha256=published.release.digest)
    assert opened == published
    assert opened.release == published.release


def test_a_zip_is_as_good_as_a_folder(folder, tmp_path):
    path = zipped(folder, tmp_path / "own.zip")
    assert (
        nordic.open_dataset(path)
        == nordic.open_dataset(str(path), sha256=digest(folder))
        == nordic.open_dataset(folder)
    )


def test_a_missing_folder_is_one_problem(tmp_path):
    message = "cannot be opened as a folder or a zip: No such file or directory"
    assert problems(tmp_path / "nowhere") == [f"{tmp_path / 'nowhere'}: {message}"]


def test_a_file_that_is_no_zip_is_one_problem(tmp_path):
    (tmp_path / "page.txt").write_text("A page.")
    assert problems(tmp_path / "page.txt") == [
        f"{tmp_path / 'page.txt'}: cannot be opened as a folder or a zip: it is neither"
    ]


def test_an_empty_folder_lacks_its_descriptor(tmp_path):
    assert problems(tmp_path) == ["datapackage.json: is missing: this is not a release"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not JSON: Expecting value: line 1 column 1 (char 0)"),
        (b"\xff\xfe", "is not UTF-8: byte 0"),
        (b'[{"id": ', "is not JSON: Expecting value: line 1 column 9 (char 8)"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"a": 1}', "expected a list of records, got an object"),
        (b"null", "expected a list of records, got null"),
    ],
)
def test_a_file_that_is_no_list_of_records_is_one_problem(folder, data, message):
    write(folder, "themes.json", data)
    assert problems(folder) == [f"themes.json: {message}"]


def test_every_problem_of_every_file_is_reported_at_once(folder):
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
        "themes.json academic-freedom name: expected text, got null",
        'themes.json air-quality names: expected a list, got "ice"',
        "themes.json architecture-and-design names[0].text: expected text, got 3",
        "themes.json arctic-research colour: there is no such field",
        "themes.json attracting-talent name: is missing",
    ]


def test_a_field_given_twice_is_a_problem(folder):
    write(folder, "themes.json", b'[{"id": "ice", "id": "snow", "name": "Ice"}]')
    assert problems(folder) == ["themes.json snow id: is given twice"]


def test_dangling_ids_are_reported_at_once(folder):
    edit(folder, "themes.json", lambda themes: themes.__delitem__(slice(0, 2)))
    messages = problems(folder)
    assert "networks.json sar themes[0]: there is no record 'academic-freedom'" in messages
    assert len([message for message in messages if "'air-quality'" in message]) == 1


def test_a_changed_file_is_not_the_one_described(folder):
    path = folder / "themes.json"
    path.write_bytes(path.read_bytes().replace(b"Air quality", b"Air Quality"))
    assert problems(folder) == ["themes.json: is not the file that the descriptor names"]


def test_swapped_files_are_not_those_described(folder):
    themes, events = (folder / "themes.json").read_bytes(), (folder / "events.json").read_bytes()
    (folder / "themes.json").write_bytes(events)
    (folder / "events.json").write_bytes(themes)
    assert len(problems(folder)) == 2


def test_a_tampered_copy_is_refused_before_anything_is_parsed(folder):
    pinned = digest(folder)
    edit(folder, "themes.json", lambda themes: themes[0].update(name="Something else"))
    with pytest.raises(ReleaseMismatchError) as raised:
        nordic.open_dataset(folder, sha256=pinned)
    error = raised.value
    assert (error.release, error.expected, error.found) == (str(folder), pinned, digest(folder))


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_no_altered_byte_is_taken_for_the_pinned_release(folder, tmp_path, form):
    pinned, luck = digest(folder), random.Random(8)  # noqa: S311
    for path in sorted(folder.iterdir()):
        whole = path.read_bytes()
        for _ in range(5):
            place = luck.randrange(len(whole))
            altered = bytearray(whole)
            altered[place] ^= luck.randrange(1, 256)
            for spoilt in (altered, whole[:place], whole + whole[place:]):
                path.write_bytes(spoilt)
                opened = folder if form == "folder" else zipped(folder, tmp_path / "own.zip")
                with pytest.raises((DataError, ReleaseMismatchError)):
                    nordic.open_dataset(opened, sha256=pinned)
        path.write_bytes(whole)
    assert nordic.open_dataset(folder, sha256=pinned).release.digest == pinned


# -------------------------------------------------------------------- somebody's own records


def own_records(folder):
    """Turn a copy of a release into a release of two records of one's own."""
    theme = {"id": "own-theme", "name": "Our own theme", "citations": [{"source": "own"}]}
    source = {"id": "own", "title": "Own", "publisher": "We", "kind": "dataset", "accessed": "2026-11-22"}

    def keep_two(descriptor):
        kept = [resource for resource in descriptor["resources"] if resource["name"] in ("themes", "sources")]
        descriptor.update(version="2026.12.0", resources=kept)

    for path in folder.iterdir():
        if path.name not in ("datapackage.json", "themes.json", "sources.json"):
            path.unlink()
    describe(folder, keep_two)
    edit(folder, "themes.json", lambda records: records.__setitem__(slice(None), [theme]))
    edit(folder, "sources.json", lambda records: records.__setitem__(slice(None), [source]))
    return folder


def test_own_records_in_a_folder_are_added_to_a_release(folder):
    joined = nordic.load("2026.11.0").extended_with(nordic.open_dataset(own_records(folder)))
    assert joined.release.version == "2026.11.0+2026.12.0"
    assert joined.get("Our own theme", nordic.Theme).id == "own-theme"
    assert [partner.id for partner in joined.partners_of("KU Leuven")] == ["aalto-university", "university-of-helsinki"]


# -------------------------------------------------------------------- working folders


@pytest.fixture
def working(folder):
    """A folder as contributors have it, without descriptor and schemas."""
    (folder / "datapackage.json").unlink()
    (folder / "jsonschema.json").unlink()
    return folder


def test_a_working_folder_answers_for_the_day_when_a_source_was_last_read(working):
    themes = json.loads((working / "themes.json").read_text())
    added = {"id": "a-new-theme", "name": "A new theme", "citations": themes[0]["citations"]}
    (working / "themes.json").write_text(json.dumps([*themes, added]))
    dataset = nordic.open_dataset(working)
    assert dataset.get("A new theme", nordic.Theme).id == "a-new-theme"
    assert repr(dataset) == "<Dataset next, as of 2026-11-22>"
    assert dataset.release == nordic.Release(version="next", reference_date=nordic.PartialDate(2026, 11, 22))


def test_the_working_folder_of_the_checkout_opens():
    with as_file(files("nordic_partnerships.data") / "next") as working:
        if not working.is_dir():
            pytest.skip("an installed package has none")
        assert nordic.open_dataset(working).partners_of("Aalto University")


def test_the_structure_of_a_working_folder_is_checked(working):
    (working / "events.json").unlink()
    (working / "themes.json").write_text('[{"id": "Ice", "name": "Ice", "broader": ["nowhere"]}]')
    messages = problems(working)
    assert "themes.json Ice broader[0]: there is no record 'nowhere'" in messages
    assert "themes.json Ice id: 'Ice' is not made of lower-case ASCII words joined by hyphens" in messages


def test_a_mistyped_file_in_a_working_folder_is_told_and_what_editors_leave_is_not(working):
    (working / ".themes.json.swp").write_text("")
    (working / "themes.json~").write_text("[]")
    assert nordic.open_dataset(working).records(nordic.Theme)
    (working / "memberhips.json").write_text("[]")
    assert problems(working) == ["memberhips.json: is not the file of a collection, such as 'themes.json'"]


def test_a_hundred_mistyped_files_of_a_working_folder_are_listed(working):
    for number in range(150):
        (working / f"strange-{number}.json").write_text("[]")
    messages = problems(working)
    assert (len(messages), messages[-1]) == (101, f"{working}: and at least 50 more")


def test_a_working_folder_has_no_digest_and_a_zip_of_one_is_no_release(working, tmp_path):
    missing = "datapackage.json: is missing: this is not a release"
    assert problems(zipped(working, tmp_path / "own.zip")) == [missing]
    with pytest.raises(DataError, match=missing):
        nordic.open_dataset(working, sha256="0" * 64)


def test_a_working_folder_without_sources_has_no_date_to_answer_for(tmp_path):
    (tmp_path / "themes.json").write_text('[{"id": "ice", "name": "Ice"}]')
    assert problems(tmp_path) == ["sources.json: holds no source, so there is no date to answer for"]


# -------------------------------------------------------------------- bounded work


def test_a_hundred_problems_of_each_file_are_listed(folder):
    def spoil(themes):
        template = themes[0]
        themes += [template | {"id": f"theme-{number}", "broader": ["nowhere"]} for number in range(150)]

    edit(folder, "themes.json", spoil)
    edit(folder, "events.json", lambda events: events[0].update(network="nowhere"))
    messages = problems(folder)
    assert len([message for message in messages if message.startswith("themes.json")]) == 101
    assert messages[-1] == "themes.json: and at least 50 more"
    assert "events.json architecture-and-design-year-2030 network: there is no record 'nowhere'" in messages
