"""Cutting a release: whole or not at all, and never twice."""

import json
from pathlib import Path

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError, InvalidValueError, PartialDate, Tombstone
from nordic_partnerships._curation.publishing import release_folder
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening.codec import write_records

DAY = PartialDate(2020, 6, 15)


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


def tree(house):
    return {str(path.relative_to(house)): path.read_bytes() for path in house.rglob("*") if path.is_file()}


def test_a_release_can_be_loaded_and_is_what_was_cut(house, small):
    release, new = cut(house, "2020.6.0")
    dataset = nordic.open_dataset(house / "2020.6.0", sha256=release.digest)
    assert new
    assert tuple(dataset) == tuple(small)
    assert dataset.release == release
    assert (release.version, release.reference_date, release.created) == ("2020.6.0", DAY, DAY)
    assert dict(release.counts)["organizations"] == 4
    assert not (house / "2020.6.0" / "tombstones.json").exists()


def test_the_same_data_gives_the_same_digest(house, tmp_path):
    first, _ = cut(house, "2020.6.0")
    other = tmp_path / "elsewhere"
    other.mkdir()
    second, _ = release_folder("2020.6.0", reference_date=DAY, created=DAY, folder=house / "next", data=other)
    assert first.digest == second.digest


def test_cutting_twice_changes_nothing(house):
    first, _ = cut(house, "2020.6.0")
    before = tree(house)
    assert cut(house, "2020.6.0", created=PartialDate(2021, 1, 1)) == (first, False)
    assert tree(house) == before


def test_a_published_release_is_never_changed(house, small):
    cut(house, "2020.6.0")
    write(house, [each if each.id != "ice" else attrs.evolve(each, name="Eis") for each in small])
    before = tree(house)
    with pytest.raises(DataError, match=r"2020\.6\.0: is published, and differs from what would be cut"):
        cut(house, "2020.6.0")
    with pytest.raises(DataError, match="is published"):
        cut(house, "2020.6.0", reference_date=PartialDate(2020, 6, 14))
    assert tree(house) == before


def test_the_changelog_gets_a_section_by_name(house, small):
    release, _ = cut(house, "2020.6.0")
    text = (house / "CHANGELOG.md").read_text()
    assert f"### Data\n\n- 2020.6.0, as of 2020-06-15 (sha256 `{release.digest}`): 4 organizations, 2 networks" in text
    write(house, [each if each.id != "ice" else attrs.evolve(each, name="Eis") for each in small])
    cut(house, "2020.7.0")
    text = (house / "CHANGELOG.md").read_text()
    assert "): 1 change since 2020.6.0\n  - Renamed themes: Eis (was Ice)\n- 2020.6.0, as of" in text


def test_a_lost_section_is_written_when_the_release_is_cut_again(house):
    changelog = (house / "CHANGELOG.md").read_text()
    cut(house, "2020.6.0", changelog=False)
    assert (house / "CHANGELOG.md").read_text() == changelog
    assert cut(house, "2020.6.0")[1] is False
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
        "events.json some-day: was in 2020.6.0: a tombstone must stand in its place",
        "statements.json alliance-aim: was in 2020.6.0: a tombstone must stand in its place",
    ]
    assert tree(house) == before
    stones = [Tombstone(id=each, reason="an error", retired=DAY) for each in ("some-day", "alliance-aim")]
    write(house, [*left, *stones])
    assert cut(house, "2020.7.0")[1]


def test_a_broken_rule_stops_the_release(house, small):
    write(house, [each for each in small if each.id != "page"])
    with pytest.raises(DataError, match="there is no record 'page'"):
        cut(house, "2020.6.0")
    assert not (house / "2020.6.0").exists()


@pytest.mark.parametrize("wrong", [PartialDate(2020), PartialDate(2020, 6), PartialDate(2020, 6, 16)])
def test_the_reference_date_is_a_day_that_has_been(house, wrong):
    with pytest.raises(InvalidValueError, match="the reference date is a day"):
        cut(house, "2020.6.0", reference_date=wrong)


@pytest.mark.parametrize("version", ["2020", "2020.13.0", "2020.06.0", "v2020.6.0", "2020.6.0/..", "", "2020.6.00"])
def test_a_version_has_year_month_and_serial(house, version):
    with pytest.raises(InvalidValueError, match="not a version"):
        cut(house, version)


def test_versions_go_up(house):
    cut(house, "2020.10.0")
    with pytest.raises(InvalidValueError, match=r"2020\.9\.5 does not come after 2020\.10\.0"):
        cut(house, "2020.9.5")


def test_an_interruption_leaves_nothing_half_written(house, monkeypatch):
    before = tree(house)
    write_bytes = Path.write_bytes

    def interrupted(path, data):
        if path.name == "partnerships.json":
            raise KeyboardInterrupt
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cut(house, "2020.6.0")
    assert tree(house) == before
    monkeypatch.undo()
    # What a power cut would leave behind does not matter either.
    (house / ".2020.6.0.unfinished").mkdir()
    (house / ".2020.6.0.unfinished" / "themes.json").write_text("[")
    assert cut(house, "2020.6.0")[1]
    assert not (house / ".2020.6.0.unfinished").exists()


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
