"""The data dictionary, the changelog and the citation file keep step with the code and the data."""

import re
import shutil
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import kinds
from nordic_partnerships._model import COLLECTIONS

ROOT = Path(__file__).parent.parent
DICTIONARY = (ROOT / "src/nordic_partnerships/data/README.md").read_text()
LISTS = [
    item
    for item in (getattr(kinds, name) for name in kinds.__all__)
    if isinstance(item, type) and issubclass(item, StrEnum)
]
ASKED = (StrEnum, kinds.Status, kinds.ChangeKind, kinds.MomentKind, kinds.Counted, kinds.Tie)
RECORDED = [words for words in LISTS if words not in ASKED]
EVIDENCE = {"id", "remark", "alternatives", "citations"}


@pytest.mark.parametrize("words", RECORDED, ids=lambda words: words.__name__)
def test_every_value_of_a_closed_list_is_defined(words):
    for value in words:
        assert f"| `{value}` | " in DICTIONARY, value


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_field_is_defined_and_no_other(name):
    section = DICTIONARY.split(f"## {name}.json")[1].split("\n## ")[0]
    table = section.split("| field | meaning |")[1].split("\n\n")[0] if "| field |" in section else ""
    documented = set(
        re.findall(r"`(\w+)`", "\n".join(row.split("|")[1] for row in table.splitlines() if row.count("|") > 2))
    )
    fields = {field.name for field in attrs.fields(COLLECTIONS[name])} - EVIDENCE
    assert documented == fields


@pytest.mark.parametrize("nested", ["Citation", "Alternative", "Name", "Size", "OfficeHolder", "Location"])
def test_every_field_of_a_nested_object_is_named(nested):
    for field in attrs.fields(getattr(nordic, nested)):
        assert f"`{field.name}`" in DICTIONARY, field.name


def test_the_changelog_and_the_citation_name_the_versions():
    changelog = (ROOT / "CHANGELOG.md").read_text()
    assert f"## [{nordic.__version__}]" in changelog
    for release in nordic.releases():
        assert f"- {release.version}, as of {release.reference_date} (sha256 `{release.digest}`)" in changelog
    assert f'version: "{nordic.load().release.version}"' in (ROOT / "CITATION.cff").read_text()


def test_data_comes_before_code_in_the_changelog():
    for entry in (ROOT / "CHANGELOG.md").read_text().split("\n## [")[1:]:
        headings = re.findall(r"^### (\w+)", entry, re.MULTILINE)
        assert headings == sorted(headings, key=["Data", "Code"].index)


def test_every_link_in_the_documents_leads_somewhere():
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", path.read_text()):
            assert target.startswith("https://") or (path.parent / target).exists(), f"{path.name}: {target}"


def run_example(*arguments):
    example = ROOT / "docs/pinned_application.py"
    return subprocess.run([sys.executable, example, *arguments], capture_output=True, text=True, check=False)


def test_the_example_application_pins_and_fails_loudly_on_a_tampered_copy(tmp_path):
    copy = shutil.copytree(ROOT / "src/nordic_partnerships/data/2026.11.0", tmp_path / "copy")
    for arguments in ((), (copy,)):
        done = run_example(*arguments)
        answer = "University of Helsinki has 6 strategic partners in release 2026.11.0\n"
        assert (done.returncode, done.stdout, done.stderr) == (0, answer, "")
    partnerships = copy / "partnerships.json"
    partnerships.write_text(partnerships.read_text().replace("2014/..", "2004/.."))
    done = run_example(copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert "partnerships.json: is not the file that the descriptor names" in done.stderr
    descriptor = copy / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace("2026-11-22", "2026-11-23"))
    done = run_example(copy)
    assert (done.returncode, done.stdout) == (1, "")
    assert "is not what was pinned: expected SHA-256" in done.stderr
