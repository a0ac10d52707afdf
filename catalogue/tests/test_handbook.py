"""What the handbook lays out: the changelog as two pages, together all of it."""

import re

import pytest

from catalogue.handbook import ROOT, lay_out


@pytest.fixture(scope="module")
def handbook(tmp_path_factory):
    return lay_out(tmp_path_factory.mktemp("work"))


def lines_of(path):
    """Return the lines of a page without headings, and without where its links lead."""
    lines = re.sub(r"\]\([^)]*\)", "]", path.read_text(encoding="utf-8")).splitlines()
    return {line for line in lines if line and line[0] != "#"}


def test_the_changelog_is_two_pages_and_nothing_of_it_is_lost(handbook):
    code, data = lines_of(handbook / "changelog.md"), lines_of(handbook / "changelog-of-data.md")
    pointer = {"What happened to data has [a page of its own]."}
    assert code | data == lines_of(ROOT / "CHANGELOG.md") | pointer


def test_each_page_of_the_changelog_has_every_version_and_its_own_sections_alone(handbook):
    for page, own, other in (
        ("changelog.md", "### Code", "### Data"),
        ("changelog-of-data.md", "### Data", "### Code"),
    ):
        text = (handbook / page).read_text(encoding="utf-8")
        assert text.count("\n## [") == text.count(f"\n{own}\n") == 2
        assert other not in text
