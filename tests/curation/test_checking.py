"""A folder is checked with everything that is wrong at once: its text, its records and its citations."""

from datetime import date
from hashlib import sha256

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import Citation, Dataset, Organization, PartialDate, Problem, Revision, Source
from nordic_partnerships._curation.checking import check_folder
from nordic_partnerships._curation.descriptor import write_descriptor
from nordic_partnerships._curation.formatting import format_folder
from nordic_partnerships._opening.codec import write_records
from nordic_partnerships._writing import write_folder
from nordic_partnerships.kinds import Cause, OrganizationKind, SourceKind

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
    messages = {
        year: [
            problem.message
            for problem in check_folder(folder, reference_date=PartialDate(year)).problems
            if problem.record == "partners"
        ]
        for year in (2013, 2014)
    }
    assert messages == {2013: ["the source states 1, but 0 are on record: say why in a remark"], 2014: []}


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


def test_a_source_that_nothing_cites_is_a_problem(small, tmp_path):
    folder = write(tmp_path / "data", [*small, PAPER])
    message = "nothing cites this source: cite it where it speaks, or take it out"
    assert check(folder).problems == (Problem("sources.json", "paper", "", message),)


def test_a_source_that_something_is_said_about_is_of_use(small, tmp_path):
    aim = attrs.evolve(small.get("alliance-aim"), subject="paper")
    records = [*(each for each in small if each.id != "alliance-aim"), PAPER, aim]
    assert check(write(tmp_path / "data", records)).problems == ()


def test_a_file_with_a_mistyped_name_is_a_problem(folder):
    (folder / "memberhips.json").write_bytes(b"[]\n")
    message = "is not the file of a collection: is its name mistyped?"
    assert check(folder).problems == (Problem("memberhips.json", "", "", message),)


def test_a_folder_among_releases_is_held_against_the_newest(small, tmp_path):
    folder = write(tmp_path / "next", small)
    for version in ("2020.6.0", "2020.10.0", "2020.9.0"):
        files = write_release(tmp_path / version, version, folder)
        assert nordic.open_dataset(tmp_path / version).release.version == version, files
    write(tmp_path / "other", small)
    for name in ("next", "other"):
        spoil(tmp_path / name, "themes.json", replace('"Ice"', '"Eis"'))
    report = check_folder(folder, reference_date=TODAY, data=tmp_path)
    message = "differs from 2020.10.0 in name: say why in revisions.json"
    assert report.problems == (Problem("themes.json", "ice", "", message),)
    assert check_folder(tmp_path / "other", reference_date=TODAY).problems == ()
    (tmp_path / "next" / "revisions.json").write_bytes(write_records([reason("2020.10.0")]))
    (problem,) = check_folder(folder, reference_date=TODAY, data=tmp_path).problems
    assert problem.message == "says 2020.10.0, but the change comes after 2020.10.0"
    (tmp_path / "next" / "revisions.json").write_bytes(write_records([reason("2020.11.0")]))
    assert check_folder(folder, reference_date=TODAY, data=tmp_path).problems == ()


def test_a_revision_with_no_version_is_one_problem(small, tmp_path):
    folder = write(tmp_path / "next", [*small, reason("soon")])
    write_release(tmp_path / "2020.6.0", "2020.6.0", write(tmp_path / "before", small))
    (problem,) = check_folder(folder, reference_date=TODAY, data=tmp_path).problems
    assert problem.message.startswith("'soon' is not a version")


def reason(release):
    return Revision(id="reason", release=release, record="ice", cause=Cause.CORRECTION)


def write_release(place, version, folder):
    """Write a release of the collections in a folder, checked or not."""
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    files["datapackage.json"] = write_descriptor(version, TODAY, TODAY, files)
    assert write_folder(place, files)
    return sorted(files)


def test_an_id_that_nobody_has_names_the_one_that_was_meant(folder):
    spoil(folder, "organizations.json", replace('"North University"', '"University of Jyväskylä"'))
    spoil(folder, "partnerships.json", replace('"south"', '"University of Jyvaskyla"'))
    spoil(folder, "events.json", replace('"alliance"', '"aliance"'))
    format_folder(folder)
    assert [problem.message for problem in check(folder).problems] == [
        "there is no record 'University of Jyvaskyla'; did you mean 'north'?",
        "there is no record 'aliance'; did you mean 'alliance'?",
    ]


def test_the_one_that_is_spelt_most_like_it_was_meant_and_nothing_that_is_spelt_otherwise(folder):
    spoil(folder, "partnerships.json", replace('"south"', '"North Universty"'))
    spoil(folder, "events.json", replace('"alliance"', '"Alianz"'))
    messages = [problem.message for problem in check(folder).problems]
    assert "there is no record 'North Universty'; did you mean 'north'?" in messages
    assert "there is no record 'Alianz'" in messages


def test_a_name_of_two_records_is_suggested_as_either_and_a_record_of_another_class_is_not(folder):
    spoil(folder, "partnerships.json", replace('"south"', '"Norden"'))
    spoil(folder, "themes.json", replace('"climate"\n', '"Alliance"\n'))
    messages = [problem.message for problem in check(folder).problems]
    assert "there is no record 'Norden'; did you mean 'norden-city' or 'north'?" in messages
    assert "there is no record 'Alliance'" in messages
