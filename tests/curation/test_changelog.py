"""What the changelog says about a data release."""

import attrs
import pytest

from nordic_partnerships import DataError, Dataset, Organization, PartialDate, Revision, Tombstone, compare
from nordic_partnerships._curation.changelog import add_section, changelog
from nordic_partnerships.kinds import Cause, OrganizationKind

DAY = PartialDate(2020, 6, 15)


def changed(small, records, gone=()):
    """Compare the small dataset with one that has these records in the place of those with the same ids."""
    new = {record.id: record for record in small if record.id not in gone} | {record.id: record for record in records}
    return compare(small, Dataset.of(small.release, new.values()))


def test_what_became_of_a_record_stands_behind_its_name(small):
    records = [
        Tombstone(id="some-day", reason="a duplicate", retired=DAY, successors=("meeting",)),
        Tombstone(id="old-school", reason="an error", retired=DAY),
        attrs.evolve(small.get("ice"), name="Eis"),
        attrs.evolve(small.get("south"), city="Syd", country="NO"),
        Revision(id="reason", release="2020.7.0", record="south", cause=Cause.CORRECTION, remark="It moved."),
    ]
    assert changelog(changed(small, records)).splitlines() == [
        "- Added revisions: 1",
        "- Retired initiatives: Old School (an error)",
        "- Retired events: Some day (a duplicate; see meeting)",
        "- Renamed themes: Eis (was Ice)",
        "- Changed organizations: South University (country, city; correction; It moved)",
    ]


def test_what_has_no_name_is_counted(small):
    assert changelog(changed(small, (), gone=("alliance--south", "circle--north"))) == "- Removed memberships: 2"


@pytest.mark.parametrize(("number", "counted"), [(20, False), (21, True)])
def test_very_many_are_only_counted(small, number, counted):
    added = [Organization(id=f"o{index}", name=f"O{index}", kind=OrganizationKind.OTHER) for index in range(number)]
    line = changelog(changed(small, added))
    assert (line == f"- Added organizations: {number}") == counted
    assert line.count(";") == (0 if counted else number - 1)


@pytest.mark.parametrize(("number", "counted"), [(150, False), (151, True)])
def test_what_is_gone_is_named_also_if_it_is_much(small, number, counted):
    ids = [f"o{index}" for index in range(number)]
    before = Dataset.of(small.release, [Organization(id=each, name=each, kind=OrganizationKind.OTHER) for each in ids])
    after = Dataset.of(small.release, [Tombstone(id=each, reason="An error.", retired=DAY) for each in ids])
    line = changelog(compare(before, after))
    assert line.count("(An error)") == (0 if counted else number)


def test_what_is_only_counted_says_for_which_causes(small):
    before = [Organization(id=f"o{index}", name=f"O{index}", kind=OrganizationKind.OTHER) for index in range(40)]
    after = [attrs.evolve(each, city="X") for each in before]
    causes = [*[Cause.CORRECTION] * 3, *[Cause.BETTER_SOURCE] * 30]
    why = [Revision(id=f"r{at}", release="2020.7.0", record=f"o{at}", cause=cause) for at, cause in enumerate(causes)]
    comparison = compare(Dataset.of(small.release, before), Dataset.of(small.release, [*after, *why]))
    assert "- Changed organizations: 40 (30 for better source, 3 for correction)" in changelog(comparison).splitlines()


def test_a_section_is_added_once_under_the_first_heading():
    text = "# Changelog\n\n## Unreleased\n\n### Data\n\n- Older.\n\n## 1.0\n\n### Data\n\n- Oldest.\n"
    line = "- 2020.6.0, as of 2020-06-15: new"
    added = add_section(text, "2020.6.0", line, "CHANGELOG.md")
    assert added == text.replace("- Older.", f"{line}\n- Older.")
    assert add_section(added, "2020.6.0", line, "CHANGELOG.md") == added


@pytest.mark.parametrize(
    "text", ["# Changelog\n", "# Changelog\n\n## Unreleased\n\n### Code\n\n## 1.0\n\n### Data\n\n- Oldest.\n"]
)
def test_a_changelog_without_a_place_is_refused(text):
    with pytest.raises(DataError, match=r"CHANGELOG\.md: has no heading '### Data' in its first part, under which the"):
        add_section(text, "2020.6.0", "- 2020.6.0", "CHANGELOG.md")
