"""Cutting a release: whole or not at all, and never twice."""

import json
import re
from hashlib import blake2b
from pathlib import Path

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import (
    Citation,
    DataError,
    InvalidValueError,
    PartialDate,
    Problem,
    Revision,
    Statement,
    Theme,
    Tombstone,
)
from nordic_partnerships._curation import publishing
from nordic_partnerships._curation.checking import check_text
from nordic_partnerships._curation.digests import add_digests
from nordic_partnerships._curation.folder import PUBLISHED
from nordic_partnerships._curation.publishing import release_folder
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening.codec import write_records
from nordic_partnerships.kinds import Cause

DAY = PartialDate(2020, 6, 15)
BY_PAGE = (Citation(source="page"),)
LATER = PartialDate(2020, 6, 16)


@pytest.fixture
def house(tmp_path, small):
    """A data folder with collections to cut, and a changelog."""
    (tmp_path / "next").mkdir()
    write(tmp_path, small)
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n### Data\n\n- Something.\n\n### Code\n")
    return tmp_path


def write(house, records):
    records = tuple(records)
    for name, kind in COLLECTIONS.items():
        (house / "next" / f"{name}.json").write_bytes(write_records(each for each in records if type(each) is kind))


def cut(house, version, *, reference_date=DAY, created=DAY, changelog=True):
    return release_folder(
        version,
        reference_date=reference_date,
        created=created,
        folder=house / "next",
        data=house,
        changelog=house / "CHANGELOG.md" if changelog else None,
    )


def renamed(small, version="2020.7.0", record="ice"):
    """The small dataset with another name for one record, and the reason for it."""
    yield from (attrs.evolve(each, name="Eis") if each.id == record else each for each in small)
    yield Revision(id=f"revision--{record}", release=version, record=record, cause=Cause.CORRECTION)


def tree(house):
    return {str(path.relative_to(house)): path.read_bytes() for path in house.rglob("*") if path.is_file()}


def test_a_release_can_be_loaded_and_is_what_was_cut(house, small):
    outcome = cut(house, "2020.6.0")
    release = outcome.release
    dataset = nordic.open_dataset(house / "2020.6.0", sha256=release.digest)
    assert outcome.cut
    assert tuple(dataset) == tuple(small)
    assert dataset.release == release
    assert (release.version, release.reference_date, release.created) == ("2020.6.0", DAY, DAY)
    assert dict(release.counts)["organizations"] == 4
    assert not (house / "2020.6.0" / "tombstones.json").exists()


def test_the_same_data_gives_the_same_digest(house, tmp_path):
    first = cut(house, "2020.6.0").release
    other = tmp_path / "elsewhere"
    other.mkdir()
    again = release_folder("2020.6.0", reference_date=DAY, created=DAY, folder=house / "next", data=other)
    assert first.digest == again.release.digest


def test_cutting_twice_changes_nothing(house):
    first = cut(house, "2020.6.0")
    before = tree(house)
    second = cut(house, "2020.6.0", created=PartialDate(2021, 1, 1))
    assert second == attrs.evolve(first, cut=False, noted=False)
    assert tree(house) == before


def test_a_published_release_is_never_changed(house, small):
    cut(house, "2020.6.0")
    write(house, [each if each.id != "ice" else attrs.evolve(each, name="Eis") for each in small])
    before = tree(house)
    with pytest.raises(DataError, match=r"2020\.6\.0: is published and never changes"):
        cut(house, "2020.6.0")
    with pytest.raises(DataError, match="is published"):
        cut(house, "2020.6.0", reference_date=LATER, created=LATER)
    assert tree(house) == before


def test_the_changelog_gets_a_section_by_name(house, small):
    first = cut(house, "2020.6.0").release
    write(house, renamed(small))
    second = cut(house, "2020.7.0").release
    assert (
        (house / "CHANGELOG.md").read_text()
        == f"""# Changelog

## Unreleased

### Data

- 2020.7.0, as of 2020-06-15 (sha256 `{second.digest}`): 2 changes
  since 2020.6.0
  - Added revisions: 1
  - Renamed themes: Eis (was Ice; correction)
- 2020.6.0, as of 2020-06-15 (sha256 `{first.digest}`): 4
  organizations, 2 networks, 4 memberships, 2 partnerships, 2 agreements, 2 initiatives, 2 events, 2 indicators, 2
  statements, 2 themes, 1 sources
- Something.

### Code
"""
    )


def test_a_long_list_of_names_is_wrapped_under_its_item(house, small):
    cut(house, "2020.6.0")
    added = [Theme(id=f"t{number}", name=f"Theme {number} of many", citations=BY_PAGE) for number in range(20)]
    write(house, [*small, *added])
    cut(house, "2020.7.0")
    lines = (house / "CHANGELOG.md").read_text().splitlines()
    start = next(number for number, line in enumerate(lines) if "Added themes: Theme 0 of many" in line)
    assert lines[start].startswith("  - Added themes: ")
    assert re.match("    [a-zT]", lines[start + 1])
    assert max(map(len, lines)) <= 120


def test_a_lost_section_is_written_when_the_release_is_cut_again(house):
    changelog = (house / "CHANGELOG.md").read_text()
    cut(house, "2020.6.0", changelog=False)
    assert (house / "CHANGELOG.md").read_text() == changelog
    assert cut(house, "2020.6.0").cut is False
    assert "- 2020.6.0, as of" in (house / "CHANGELOG.md").read_text()


def test_a_changelog_without_a_place_for_it_stops_the_release(house):
    (house / "CHANGELOG.md").write_text("# Changelog\n")
    with pytest.raises(DataError, match="has no heading '### Data'"):
        cut(house, "2020.6.0")
    assert not (house / "2020.6.0").exists()


def test_nothing_may_vanish_without_a_tombstone(house, small):
    cut(house, "2020.6.0")
    left = [each for each in small if each.id not in ("some-day", "alliance-aim")]
    write(house, left)
    before = tree(house)
    with pytest.raises(DataError) as raised:
        cut(house, "2020.7.0")
    assert [str(each) for each in raised.value.problems] == [
        "events.json some-day: was in 2020.6.0 and is gone: leave a tombstone with its id in tombstones.json",
        "statements.json alliance-aim: was in 2020.6.0 and is gone: leave a tombstone with its id in tombstones.json",
    ]
    assert tree(house) == before
    stones = [Tombstone(id=each, reason="an error", retired=DAY) for each in ("some-day", "alliance-aim")]
    write(house, [*left, *stones])
    assert cut(house, "2020.7.0").cut


def test_a_broken_rule_stops_the_release(house, small):
    write(house, [each for each in small if each.id != "page"])
    with pytest.raises(DataError, match="there is no record 'page'"):
        cut(house, "2020.6.0")
    assert not (house / "2020.6.0").exists()


@pytest.mark.parametrize("wrong", [PartialDate(2020), PartialDate(2020, 6), PartialDate(2020, 6, 16)])
def test_the_reference_date_is_a_day_that_has_been(house, wrong):
    with pytest.raises(InvalidValueError, match="the reference date must be a day no later than 2020-06-15"):
        cut(house, "2020.6.0", reference_date=wrong)


@pytest.mark.parametrize("version", ["2020", "2020.13.0", "2020.06.0", "v2020.6.0", "2020.6.0/..", "", "2020.6.00"])
def test_a_version_has_year_month_and_serial(house, version):
    with pytest.raises(InvalidValueError, match="not a version"):
        cut(house, version)


def test_versions_go_up(house):
    cut(house, "2020.10.0")
    with pytest.raises(InvalidValueError, match=r"2020\.9\.5 does not come after 2020\.10\.0"):
        cut(house, "2020.9.5")


def test_the_descriptor_names_every_file(house):
    cut(house, "2020.6.0")
    folder = house / "2020.6.0"
    descriptor = json.loads((folder / "datapackage.json").read_text())
    assert {each["path"] for each in descriptor["resources"]} == {each.name for each in folder.iterdir()} - {
        "datapackage.json"
    }
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (descriptor["version"], descriptor["referenceDate"], descriptor["created"]) == (
        "2020.6.0",
        "2020-06-15",
        "2020-06-15T00:00:00Z",
    )


def test_a_second_run_says_what_it_did(house):
    assert str(cut(house, "2020.6.0", changelog=False)).endswith("\nno changelog was written")
    assert str(cut(house, "2020.6.0")).endswith("\nwrote its section of CHANGELOG.md")
    third = str(cut(house, "2020.6.0"))
    assert third.startswith("there already, with the same content: 2020.6.0, as of 2020-06-15")
    assert third.endswith("\nCHANGELOG.md has its section already")


def test_a_collection_that_was_emptied_since_is_a_difference(house, small):
    cut(house, "2020.6.0")
    write(house, [each for each in small if type(each) is not Statement])
    before = tree(house)
    with pytest.raises(DataError) as raised:
        cut(house, "2020.6.0")
    assert [str(each) for each in raised.value.problems] == [
        "2020.6.0: is published and never changes, but now differs: cut a later version, or restore the collections",
        "2020.6.0: removed statements: alliance-aim 'To meet.'",
        "2020.6.0: removed statements: alliance-value 'Trust.'",
    ]
    assert tree(house) == before


def test_another_schema_and_another_reference_date_are_differences(house, monkeypatch):
    cut(house, "2020.6.0")
    with pytest.raises(DataError, match=r"the reference date \(2020-06-15 -> 2020-06-16\)"):
        cut(house, "2020.6.0", reference_date=LATER, created=LATER)
    monkeypatch.setattr(publishing, "json_schema", dict)
    with pytest.raises(DataError, match=r"2020\.6\.0: the file jsonschema\.json"):
        cut(house, "2020.6.0")


def test_of_many_differences_the_first_are_listed(house, small):
    cut(house, "2020.6.0")
    write(house, [attrs.evolve(each, remark="Other.") for each in small])
    with pytest.raises(DataError) as raised:
        cut(house, "2020.6.0")
    assert len(raised.value.problems) == 12
    assert raised.value.problems[-1].message == f"and {len(tuple(small)) - 10} more"


def test_what_is_checked_is_what_is_published(house, small, monkeypatch):
    """An editor saves between the check and the writing."""

    def check_and_edit(text, **how):
        report = check_text(text, **how)
        write(house, [attrs.evolve(each, broader=("nowhere",)) if each.id == "ice" else each for each in small])
        return report

    monkeypatch.setattr(publishing, "check_text", check_and_edit)
    cut(house, "2020.6.0")
    assert tuple(nordic.open_dataset(house / "2020.6.0")) == tuple(small)


def test_a_changelog_that_cannot_be_written_does_not_hide_that_the_release_is_there(house, monkeypatch):
    before = (house / "CHANGELOG.md").read_bytes()

    def fail(_):
        raise DataError([Problem("CHANGELOG.md", "", "", "cannot be written: No space left on device")])

    with monkeypatch.context() as patched:
        patched.setattr(publishing, "write_files", fail)
        with pytest.raises(DataError) as raised:
            cut(house, "2020.6.0")
    (problem,) = raised.value.problems
    assert problem.message.endswith("the release 2020.6.0 is there: run the same again to mention it")
    assert (house / "CHANGELOG.md").read_bytes() == before
    outcome = cut(house, "2020.6.0")
    assert (outcome.cut, outcome.noted) == (False, True)


def test_what_the_operating_system_refuses_is_said_with_the_path(house):
    with pytest.raises(DataError, match=r"nowhere: cannot be read: No such file or directory"):
        release_folder("2020.6.0", reference_date=DAY, created=DAY, folder=house / "next", data=house / "nowhere")
    (house / "CHANGELOG.md").unlink()
    (house / "CHANGELOG.md").mkdir()
    with pytest.raises(DataError, match=r"CHANGELOG\.md: cannot be read: Is a directory"):
        cut(house, "2020.6.0")
    assert not (house / "2020.6.0").exists()


def test_a_file_in_the_place_of_the_release_is_left_alone(house):
    (house / "2020.6.0").write_text("mine")
    with pytest.raises(DataError, match=r"2020\.6\.0: cannot be opened as a folder or a zip"):
        cut(house, "2020.6.0")
    assert (house / "2020.6.0").read_text() == "mine"


EMPTY_LIST = '''"""Digests."""

PUBLISHED: Final = {
}
"""Oldest first."""

FILES: Final = {
}
"""By release."""
'''


def cut_and_list(house, version, created=DAY):
    return release_folder(
        version,
        reference_date=DAY,
        created=created,
        folder=house / "next",
        data=house,
        changelog=house / "CHANGELOG.md",
        published=house / "_published.py",
    )


def listed(folder):
    digests = {path.name: blake2b(path.read_bytes(), digest_size=32).hexdigest() for path in folder.iterdir()}
    return "".join(f'        "{name}": "{digests[name]}",\n' for name in sorted(digests))


def test_each_digest_joins_those_that_were_published(house, small):
    (house / "_published.py").write_text(EMPTY_LIST)
    first = cut_and_list(house, "2020.6.0")
    assert str(first).endswith("\nadded its digest to the published ones")
    write(house, renamed(small))
    second = cut_and_list(house, "2020.7.0")
    lines = f'    "2020.6.0": "{first.release.digest}",\n    "2020.7.0": "{second.release.digest}",\n'
    files = "".join(f'    "{each}": {{\n{listed(house / each)}    }},\n' for each in ("2020.6.0", "2020.7.0"))
    expected = EMPTY_LIST.replace("PUBLISHED: Final = {\n", "PUBLISHED: Final = {\n" + lines)
    expected = expected.replace("FILES: Final = {\n", "FILES: Final = {\n" + files)
    assert (house / "_published.py").read_text() == expected
    again = cut_and_list(house, "2020.7.0")
    assert (again.cut, again.noted, again.listed) == (False, False, False)
    (house / "_published.py").write_text(EMPTY_LIST)
    assert cut_and_list(house, "2020.7.0", created=LATER).listed
    assert listed(house / "2020.7.0") in (house / "_published.py").read_text()


def test_a_version_is_published_with_one_digest(house):
    (house / "_published.py").write_text(EMPTY_LIST)
    cut_and_list(house, "2020.6.0")
    for file in (house / "2020.6.0").iterdir():
        file.unlink()
    (house / "2020.6.0").rmdir()
    before = tree(house)
    with pytest.raises(DataError, match=r"_published\.py: says that 2020\.6\.0 was published with SHA-256 \w{64}: "):
        cut_and_list(house, "2020.6.0", created=LATER)
    assert tree(house) == before


@pytest.mark.parametrize("name", ["PUBLISHED", "FILES"])
def test_a_list_of_digests_without_a_place_for_another_stops_the_release(house, name):
    (house / "_published.py").write_text(EMPTY_LIST.replace(f"{name}: Final", name))
    with pytest.raises(DataError, match=rf"has no lines between '{name}: Final = \{{' and '\}}'"):
        cut_and_list(house, "2020.6.0")
    assert not (house / "2020.6.0").exists()


def test_the_lists_of_digests_of_the_package_have_a_place_for_another():
    text = PUBLISHED.read_text()
    release = nordic.Release(version="2999.1.0", reference_date=DAY, digest="0" * 64)
    with_another = add_digests(text, release, {"b.json": b"", "a.json": b""}, "_published.py")
    assert f'    "2999.1.0": "{"0" * 64}",\n}}\n' in with_another
    digest = blake2b(b"", digest_size=32).hexdigest()
    files = f'        "a.json": "{digest}",\n        "b.json": "{digest}",\n'
    assert f'    "2999.1.0": {{\n{files}    }},\n}}\n' in with_another
    assert len(with_another.splitlines()) == len(text.splitlines()) + 5


def test_a_changelog_in_another_encoding_stops_the_release(house):
    (house / "CHANGELOG.md").write_bytes(b"### Data\n\n\xe4\n")
    with pytest.raises(DataError, match=r"CHANGELOG\.md: is not UTF-8: byte 10"):
        cut(house, "2020.6.0")
    assert not (house / "2020.6.0").exists()


def test_what_changed_says_why(house, small):
    cut(house, "2020.6.0")
    write(house, [attrs.evolve(each, name="Eis") if each.id == "ice" else each for each in small])
    with pytest.raises(DataError, match=r"themes\.json ice: differs from 2020\.6\.0 in name: say why in revisions"):
        cut(house, "2020.7.0")
    for version in ("2020.6.0", "2020.8.0"):
        write(house, renamed(small, version))
        with pytest.raises(DataError, match=rf"revision--ice release: says {version}, but the change comes with 2020"):
            cut(house, "2020.7.0")
    write(house, renamed(small))
    assert cut(house, "2020.7.0").cut


def test_a_retired_record_leads_to_others_of_its_class(house, small):
    cut(house, "2020.6.0")
    stone = Tombstone(id="some-day", reason="an error", retired=DAY, successors=("north",))
    write(house, [*(each for each in small if each.id != "some-day"), stone])
    message = r"events\.json some-day successors\[0\]: 'north' is an organization, but 'some-day' was an event"
    with pytest.raises(DataError, match=message):
        cut(house, "2020.7.0")


def test_an_organization_that_was_a_network_all_along_leads_to_it(house, small):
    extra = attrs.evolve(small.get("south"), id="alliance-office", name="Office of the Alliance")
    write(house, [*small, extra])
    cut(house, "2020.6.0")
    stone = Tombstone(id="alliance-office", reason="the same body", retired=DAY, successors=("alliance",))
    write(house, [*small, stone])
    assert cut(house, "2020.7.0").cut
    after = nordic.open_dataset(house / "2020.7.0")
    with pytest.warns(nordic.RetiredIdWarning):
        assert after.get("alliance-office").id == "alliance"


def test_a_release_that_vanishes_while_it_is_compared_is_a_problem(house, monkeypatch):
    cut(house, "2020.6.0")
    names = Path.iterdir

    def closed(path):
        if path == house / "2020.6.0":
            raise PermissionError(13, "Permission denied")
        return names(path)

    monkeypatch.setattr(Path, "iterdir", closed)
    with pytest.raises(DataError, match=r"2020\.6\.0: cannot be read: Permission denied"):
        cut(house, "2020.6.0")
