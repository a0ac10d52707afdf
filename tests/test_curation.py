"""Curators' folders are put into canonical text, all or nothing, and checked with everything that is wrong at once."""

import json
import unicodedata
from datetime import date
from hashlib import sha256

import attrs
import pytest

from nordic_partnerships import Citation, DataError, Dataset, Organization, PartialDate, Problem, Source, curation
from nordic_partnerships._curation.folder import check_folder, format_folder
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening.codec import write_records
from nordic_partnerships.kinds import OrganizationKind, SourceKind

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


def write(folder, records):
    """Write the records to the folder as curators keep them."""
    folder.mkdir()
    records = tuple(records)
    for name, kind in COLLECTIONS.items():
        (folder / f"{name}.json").write_bytes(write_records(each for each in records if type(each) is kind))
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def spoil(folder, file, change):
    (folder / file).write_bytes(change((folder / file).read_bytes()))


def replace(old, new):
    def change(data):
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    return change


def dumped(change=lambda records: records, **how):
    """A change of the records as JSON's own types, written in another manner than the canonical one."""

    def rewrite(data):
        return json.dumps(change(json.loads(data)), **{"ensure_ascii": False, "indent": 2} | how).encode()

    return rewrite


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


# ------------------------------------------------------------ format

SPOILT = {
    "records in another order": dumped(lambda records: records[::-1]),
    "fields in another order": dumped(lambda records: [dict(reversed(each.items())) for each in records]),
    "fields sorted by name": dumped(sort_keys=True),
    "no spacing": dumped(indent=None, separators=(",", ":")),
    "four spaces": dumped(indent=4),
    "tabs": dumped(indent="\t"),
    "letters escaped": dumped(ensure_ascii=True),
    "defaults written out": dumped(lambda records: [each | {"alternatives": [], "part_of": []} for each in records]),
    "no line feed at the end": bytes.strip,
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "CRLF": replace("\n", "\r\n"),
    "CR": replace("\n", "\r"),
    "decomposed letters": lambda data: unicodedata.normalize("NFD", data.decode()).encode(),
    "all of it": lambda data: (
        b"\xef\xbb\xbf" + unicodedata.normalize("NFD", dumped(lambda some: some[::-1])(data).decode()).encode("utf-8")
    ),
}


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
    assert Problem("events.json", "[0]", "id", "a text belongs here, not 7") in caught.value.problems
    assert contents(folder) == before


def test_what_is_no_folder_is_neither_formatted_nor_checked(folder):
    for path in (folder / "nowhere", folder / "themes.json"):
        for command in (format_folder, check):
            with pytest.raises(DataError) as caught:
                command(path)
            assert caught.value.problems == (Problem(str(path), "", "", "is not a folder"),)


# ------------------------------------------------------------ check


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
    assert check(folder).problems == (Problem("organizations.json", "west", "name", "is not in Unicode form NFC"),)


def test_a_byte_order_mark_is_a_problem(folder):
    spoil(folder, "themes.json", SPOILT["a byte order mark"])
    (found,) = check(folder).problems
    assert found.file == "themes.json"
    assert found.message.startswith("not JSON: Unexpected UTF-8 BOM")


def test_files_that_are_missing_or_unreadable_are_reported_at_once(folder):
    (folder / "networks.json").unlink()
    (folder / "themes.json").write_bytes(b"{}")
    report = check(folder)
    assert report.problems == (
        Problem("networks.json", "", "", "cannot be read: No such file or directory"),
        Problem("themes.json", "", "", "a list of records belongs here, not an object"),
    )
    assert (report.counts, report.proven, report.uncited) == ((), 0, ())


def test_a_broken_rule_is_a_problem(folder):
    spoil(folder, "organizations.json", replace('"SE"', '"XX"'))
    problem = Problem("organizations.json", "south", "country", "'XX' is not a code of ISO 3166-1")
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
    assert found.message == "states 1, while 0 are on record, with no remark"


def test_texts_rules_and_citations_are_checked_at_once(small, papers, tmp_path):
    folder = write(tmp_path / "data", [*small, PAPER, east(PROVEN, UNPROVEN, country="XX")])
    spoil(folder, "themes.json", bytes.strip)
    report = check(folder, papers)
    assert report.problems == (
        Problem("themes.json", "", "", NOT_CANONICAL),
        Problem("organizations.json", "east", "country", "'XX' is not a code of ISO 3166-1"),
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


def test_formatting_twice_changes_nothing_even_where_letters_are_escaped(folder):
    themes = folder / "themes.json"
    themes.write_bytes(themes.read_bytes().replace(b'"Ice"', b'"Ja\\u0308a\\n\\u0303"'))
    assert format_folder(folder) == ("themes.json",)
    assert "Jäa\\n\u0303" in themes.read_text("utf-8")
    assert format_folder(folder) == ()


def test_what_cannot_be_read_or_written_is_a_problem(folder):
    (folder / "themes.json").unlink()
    (folder / "themes.json").mkdir()
    with pytest.raises(DataError, match=r"themes\.json: cannot be read: Is a directory"):
        format_folder(folder)
    (folder / "themes.json").rmdir()
    events = folder / "events.json"
    events.write_bytes(events.read_bytes().replace(b"  ", b" "))
    (folder / "events.json.new").mkdir()
    with pytest.raises(DataError, match="cannot be written: Is a directory"):
        format_folder(folder)


def test_a_missing_document_does_not_hide_other_problems(folder, tmp_path):
    sources = folder / "sources.json"
    text = sources.read_text("utf-8").replace('"accessed"', '"document": "x.txt",\n    "sha256": "00",\n    "accessed"')
    sources.write_text(text, "utf-8")
    format_folder(folder)
    report = check_folder(folder, reference_date=PartialDate(2020, 6, 15), documents=tmp_path)
    assert [(each.record, each.field) for each in report.problems] == [("page", "sha256"), ("page", "document")]
    assert dict(report.counts)["sources"] == 1


def test_what_was_written_beside_is_taken_away_again(folder):
    for name in ("events", "themes"):
        path = folder / f"{name}.json"
        path.write_bytes(path.read_bytes().replace(b"  ", b" "))
    (folder / "themes.json.new").mkdir()
    with pytest.raises(DataError, match="cannot be written"):
        format_folder(folder)
    assert not (folder / "events.json.new").exists()


def test_depth_has_an_end(folder, monkeypatch):
    def too_deep(_):
        raise RecursionError

    monkeypatch.setattr(curation, "_normal", too_deep)
    with pytest.raises(DataError, match=r"themes\.json: nested too deeply"):
        format_folder(folder)


def test_an_installed_package_has_no_folder_of_curators(tmp_path, monkeypatch):
    monkeypatch.setattr(curation, "NEXT", tmp_path / "next")
    with pytest.raises(DataError, match="data/next: is not here: name a folder, or work in a checkout"):
        format_folder(tmp_path / "next")
