"""A folder is checked with everything that is wrong at once: its text, its records and its citations."""

from datetime import date
from hashlib import sha256

import attrs
import pytest

from nordic_partnerships import Citation, Dataset, Organization, PartialDate, Problem, Source
from nordic_partnerships._curation.checking import check_folder
from nordic_partnerships._curation.formatting import format_folder
from nordic_partnerships.kinds import OrganizationKind, SourceKind

from .folders import SPOILT, dumped, replace, spoil, write

TODAY = PartialDate(2020, 6, 15)


TEXT = "Partners\nEast works with North. They meet."


PAPER = Source(
    id="paper",
    title="A paper",
    publisher="North",
    kind=SourceKind.NEWS,
    document="paper.txt",
    sha256=sha256(TEXT.encode()).hexdigest(),
    accessed=date(2020, 6, 15),
)


PROVEN = Citation(source="paper", section="Partners", span=(9, 31), stated="works with North")


UNPROVEN = attrs.evolve(PROVEN, stated="works with South")


NOT_CANONICAL = "is not in canonical text: run 'data format'"


def east(*citations, **fields):
    return Organization(id="east", name="East", kind=OrganizationKind.OTHER, citations=citations, **fields)


def check(folder, documents=None):
    return check_folder(folder, reference_date=TODAY, documents=documents)


@pytest.fixture
def folder(small, tmp_path):
    """A folder with the small dataset, in canonical text."""
    return write(tmp_path / "data", small)


@pytest.fixture
def papers(tmp_path):
    """A folder with the document that ``PAPER`` names."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "paper.txt").write_bytes(TEXT.encode())
    return tmp_path / "papers"


def test_a_clean_folder_has_no_problems_and_its_records_are_counted(folder):
    report = check(folder)
    assert report.problems == ()
    assert dict(report.counts) == {
        "organizations": 4,
        "networks": 2,
        "memberships": 4,
        "partnerships": 2,
        "agreements": 2,
        "initiatives": 2,
        "events": 2,
        "indicators": 2,
        "statements": 2,
        "themes": 2,
        "sources": 1,
        "tombstones": 0,
        "revisions": 0,
    }
    assert (report.proven, report.uncited) == (0, ())


@pytest.mark.parametrize("how", ["records in another order", "fields sorted by name", "defaults written out", "CRLF"])
def test_text_that_is_not_canonical_is_a_problem(folder, how):
    spoil(folder, "organizations.json", SPOILT[how])
    assert check(folder).problems == (Problem("organizations.json", "", "", NOT_CANONICAL),)


def test_decomposed_letters_break_a_rule(folder):
    spoil(folder, "organizations.json", SPOILT["decomposed letters"])
    (problem,) = check(folder).problems
    assert problem[:3] == ("organizations.json", "west", "name")
    assert problem.message.endswith(" is not in Unicode form NFC: run 'data format'")


def test_a_byte_order_mark_is_a_problem(folder):
    spoil(folder, "themes.json", SPOILT["a byte order mark"])
    (found,) = check(folder).problems
    assert found.file == "themes.json"
    assert found.message.startswith("is not JSON: Unexpected UTF-8 BOM")


def test_files_that_are_missing_or_unreadable_are_reported_at_once(folder):
    (folder / "networks.json").unlink()
    (folder / "themes.json").write_bytes(b"{}")
    report = check(folder)
    assert report.problems == (
        Problem("networks.json", "", "", "is missing: a collection without records is a file that holds []"),
        Problem("themes.json", "", "", "expected a list of records, got an object"),
    )
    assert (report.counts, report.proven, report.uncited) == ((), 0, ())


def test_a_broken_rule_is_a_problem(folder):
    spoil(folder, "organizations.json", replace('"SE"', '"XX"'))
    problem = Problem(
        "organizations.json", "south", "country", "'XX' is not a country code of ISO 3166-1, such as 'FI'"
    )
    assert check(folder).problems == (problem,)


def test_a_count_is_held_against_what_is_in_force_at_the_reference_date(folder):
    indicator = {
        "id": "partners",
        "subject": "north",
        "measure": "strategic partners",
        "value": 1.0,
        "unit": "count",
        "citations": [{"source": "page"}],
    }
    spoil(folder, "indicators.json", dumped(lambda records: [*records, indicator]))
    format_folder(folder)
    assert check_folder(folder, reference_date=PartialDate(2014)).problems == ()
    (found,) = check_folder(folder, reference_date=PartialDate(2013)).problems
    assert found.message == "the source states 1, but 0 are on record: say why in a remark"


def test_texts_rules_and_citations_are_checked_at_once(small, papers, tmp_path):
    folder = write(tmp_path / "data", [*small, PAPER, east(PROVEN, UNPROVEN, country="XX")])
    spoil(folder, "themes.json", bytes.strip)
    report = check(folder, papers)
    assert report.problems == (
        Problem("themes.json", "", "", NOT_CANONICAL),
        Problem("organizations.json", "east", "country", "'XX' is not a country code of ISO 3166-1, such as 'FI'"),
        Problem("organizations.json", "east", "citations[1]", "'works with South' is not stated in span 9-31"),
    )
    assert report.proven == 1
    assert dict(report.counts)["organizations"] == 5


def test_citations_are_proven_and_passages_without_one_are_shown(small, papers, tmp_path):
    folder = write(tmp_path / "data", [*small, PAPER, east(PROVEN, PROVEN)])
    report = check(folder, papers)
    assert (report.problems, report.proven) == ((), 2)
    ((document, passages),) = report.uncited
    assert (document.source, document.text) == (PAPER, TEXT)
    assert [passage.text for passage in passages] == ["Partners", "They meet."]


def test_citations_are_not_proven_without_documents(small, tmp_path):
    folder = write(tmp_path / "data", [*small, PAPER, east(PROVEN, UNPROVEN)])
    report = check(folder)
    assert (report.problems, report.proven, report.uncited) == ((), 0, ())


def test_a_missing_document_is_a_problem(small, tmp_path):
    folder = write(tmp_path / "data", Dataset.of(small.release, [*small, PAPER, east(PROVEN)]))
    assert check(folder, tmp_path).problems == (
        Problem("sources.json", "paper", "document", "cannot be read: No such file or directory"),
    )


def test_a_missing_document_does_not_hide_other_problems(folder, tmp_path):
    sources = folder / "sources.json"
    text = sources.read_text("utf-8").replace('"accessed"', '"document": "x.txt",\n    "sha256": "00",\n    "accessed"')
    sources.write_text(text, "utf-8")
    format_folder(folder)
    report = check_folder(folder, reference_date=PartialDate(2020, 6, 15), documents=tmp_path)
    assert [(each.record, each.field) for each in report.problems] == [("page", "sha256"), ("page", "document")]
    assert dict(report.counts)["sources"] == 1
