"""Citations are held against documents: character by character, heading by heading."""

from datetime import date as day
from hashlib import sha256
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nordic_partnerships import (
    Alternative,
    Citation,
    DataError,
    Dataset,
    Event,
    Organization,
    PartialDate,
    Problem,
    Release,
    Size,
    Source,
    Theme,
)
from nordic_partnerships._curation.documents import Document, prove, read_documents, uncited
from nordic_partnerships._model import citations_of
from nordic_partnerships._store import MemoryStore
from nordic_partnerships.kinds import OrganizationKind, SizeMeasure, SourceKind

TEXT = """Partners
North works with South for long.They meet yearly. Do they?
\t• Ice School, e.g. in June
• * •

  Väst too!
"""
PAPER = Source(
    id="paper",
    title="A paper",
    publisher="North",
    kind=SourceKind.NEWS,
    document="paper.txt",
    sha256=sha256(TEXT.encode()).hexdigest(),
    accessed=day(2020, 6, 15),
)
DOCUMENT = Document(PAPER, TEXT)


def cite(words, **fields):
    """A citation of the words where they stand in the text."""
    start = TEXT.index(words)
    return Citation(
        **{"source": "paper", "section": "Partners", "span": (start, start + len(words)), "stated": words} | fields
    )


def unchecked(release, records):
    """A dataset of records that ``Dataset.of`` may refuse."""
    return Dataset(MemoryStore.of(release, records))


def citing(small, *citations):
    """The small dataset with the paper, and one more organization, which cites it."""
    east = Organization(id="east", name="East", kind=OrganizationKind.OTHER, citations=citations)
    return unchecked(small.release, [*small, PAPER, east])


def passages(text):
    return [passage.text for passage in Document(PAPER, text).passages()]


# ------------------------------------------------------------ passages


def test_sentences_headings_and_bullets_are_passages_with_lines_and_spans():
    assert [tuple(passage) for passage in DOCUMENT.passages()] == [
        (1, 0, 8, "Partners"),
        (2, 9, 41, "North works with South for long."),
        (2, 41, 58, "They meet yearly."),
        (2, 59, 67, "Do they?"),
        (3, 69, 87, "• Ice School, e.g."),
        (3, 88, 95, "in June"),
        (6, 105, 114, "Väst too!"),
    ]


def test_a_full_stop_ends_a_sentence_before_a_capital_without_space():
    assert passages("They met.Then they left.") == ["They met.", "Then they left."]


def test_a_full_stop_inside_a_number_or_a_name_ends_nothing():
    assert passages("In 27.5 % of cases, see north.example, U.S.A. or 3.Ice") == [
        "In 27.5 % of cases, see north.example, U.S.A.",
        "or 3.Ice",
    ]


def test_marks_and_bullets_without_letters_are_no_passages():
    assert passages("...\n• \n---\n \n?! !") == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_are_counted_whatever_ends_them(end):
    text = f"One{end}{end}Two"
    one, two = Document(PAPER, text).passages()
    assert (one.line, two.line) == (1, 3)
    assert text[two.start : two.end] == "Two"


@given(st.text(st.sampled_from("aZä1.!?• \t\n\r\u2028\N{COMBINING DIAERESIS}😀")))
def test_passages_follow_each_other_and_hold_every_letter(text):
    found = list(Document(PAPER, text).passages())
    assert [text[each.start : each.end] for each in found] == [each.text for each in found]
    assert all(earlier.end <= later.start for earlier, later in pairwise(found))
    held = {place for each in found for place in range(each.start, each.end)}
    assert all(place in held for place, letter in enumerate(text) if letter.isalnum())


# ------------------------------------------------------------ reading


def test_a_document_is_read_from_the_folder(small, tmp_path):
    (tmp_path / "paper.txt").write_bytes(TEXT.encode())
    assert read_documents(citing(small), tmp_path) == (DOCUMENT,)


def test_sources_without_a_document_need_no_folder(small, tmp_path):
    assert read_documents(small, tmp_path / "nowhere") == ()


def test_a_document_is_sought_in_the_folder_only(small, tmp_path):
    (tmp_path / "paper.txt").write_bytes(TEXT.encode())
    inside = tmp_path / "inside"
    inside.mkdir()
    dataset = unchecked(small.release, [attrs.evolve(PAPER, document="../paper.txt")])
    with pytest.raises(DataError):
        read_documents(dataset, inside)
    (inside / "paper.txt").write_bytes(TEXT.encode())
    assert [each.text for each in read_documents(dataset, inside)] == [TEXT]


def test_documents_that_are_missing_or_others_are_reported_at_once(small, tmp_path):
    sources = [attrs.evolve(PAPER, id=f"paper-{name}", document=f"{name}.txt") for name in ("a", "b", "c")]
    (tmp_path / "a.txt").write_bytes(TEXT.encode().replace(b"\n", b"\r\n"))
    (tmp_path / "b.txt").write_bytes(TEXT.encode())
    with pytest.raises(DataError) as caught:
        read_documents(unchecked(small.release, [*small, *sources]), tmp_path)
    assert caught.value.problems == (
        Problem("sources.json", "paper-a", "sha256", "a.txt is another document"),
        Problem("sources.json", "paper-c", "document", "cannot be read: No such file or directory"),
    )


# ------------------------------------------------------------ proving


def test_citations_of_a_record_are_those_of_its_figures_and_of_competing_claims_too():
    first, second, third, fourth, fifth = (Citation(source=f"source-{number}") for number in range(5))
    members = SizeMeasure.MEMBERS
    record = Event(
        id="meeting",
        name="Meeting",
        citations=(first, second),
        alternatives=(Alternative(field="name", value="Date", citation=third),),
        sizes=(Size(measure=members, count=1, citations=(fourth,)), Size(measure=members, count=2, citations=(fifth,))),
    )
    assert list(citations_of(record)) == [
        ("citations[0]", first),
        ("citations[1]", second),
        ("alternatives[0].citation", third),
        ("sizes[0].citations[0]", fourth),
        ("sizes[1].citations[0]", fifth),
    ]


def test_every_citation_of_a_document_is_proven_and_those_of_pages_are_not_counted(small):
    dataset = citing(small, cite("North works with South"), cite("Väst too!", stated="Väst"), Citation(source="page"))
    assert prove(dataset, (DOCUMENT,)) == (2, [])


def test_a_citation_may_begin_and_end_where_the_document_does(small):
    assert prove(citing(small, cite(TEXT.strip())), (Document(PAPER, TEXT.strip()),)) == (1, [])


def test_nothing_is_proven_without_documents(small):
    assert prove(citing(small, cite("North", span=(5, 1))), ()) == (0, [])


def test_a_heading_that_the_document_lost_is_named_in_brackets(small):
    dataset = citing(small, cite("They meet yearly.", section="[Meetings]"))
    assert prove(dataset, (DOCUMENT,)) == (1, [])


def test_a_heading_may_be_indented_and_stand_far_above(small):
    text = "  Partners  \r\n\r\nOthers\r\nNorth"
    citation = Citation(source="paper", section="Partners", span=(24, 29), stated="North")
    assert prove(citing(small, citation), (Document(PAPER, text),)) == (1, [])


INCOMPLETE = "a citation of a document gives section, span and the words stated"
OUTSIDE = f"lies outside the document, which has {len(TEXT)} characters"


@pytest.mark.parametrize(
    ("citation", "message"),
    [
        (cite("North", section=None), INCOMPLETE),
        (cite("North", span=None), INCOMPLETE),
        (cite("North", stated=None), INCOMPLETE),
        (cite("North", span=(-1, 9)), f"span -1-9 {OUTSIDE}"),
        (cite("North", span=(9, 9)), f"span 9-9 {OUTSIDE}"),
        (cite("North", span=(14, 9)), f"span 14-9 {OUTSIDE}"),
        (cite("too!", span=(110, 116)), f"span 110-116 {OUTSIDE}"),
        (cite("North "), "span 9-15 begins or ends between the words"),
        (cite("\nNorth"), "span 8-14 begins or ends between the words"),
        (cite("North", stated="South"), "'South' is not stated in span 9-14"),
        (cite("North", stated="north"), "'north' is not stated in span 9-14"),
        (cite("North", section="Partner"), "no heading 'Partner' stands above span 9-14"),
        (cite("North", section="Väst too!"), "no heading 'Väst too!' stands above span 9-14"),
        (cite("North", section="[Partners"), "no heading '[Partners' stands above span 9-14"),
        (cite("North", section="Partners]"), "no heading 'Partners]' stands above span 9-14"),
    ],
)
def test_a_citation_that_is_not_proven_is_reported_with_the_reason(small, citation, message):
    dataset = citing(small, cite("They meet yearly."), citation)
    assert prove(dataset, (DOCUMENT,)) == (1, [Problem("organizations.json", "east", "citations[1]", message)])


def test_a_citation_is_proven_against_the_document_that_it_names(small):
    other = Document(attrs.evolve(PAPER, id="other"), "Aims\nTo meet.")
    ours, theirs = cite("North"), Citation(source="other", section="Aims", span=(5, 13), stated="To meet.")
    dataset = unchecked(small.release, [*citing(small, ours, theirs), other.source])
    assert prove(dataset, (other,)) == (1, [])
    assert prove(dataset, (other, DOCUMENT)) == (2, [])


# ------------------------------------------------------------ what is not cited


def test_passages_that_no_citation_touches_are_uncited(small):
    dataset = citing(small, cite("South for long.They meet"), cite("Ice"), Citation(source="page", span=(0, 100)))
    assert [passage.text for passage in uncited(dataset, DOCUMENT)] == ["Partners", "Do they?", "in June", "Väst too!"]


def test_a_citation_that_ends_where_a_passage_begins_does_not_touch_it(small):
    dataset = citing(small, cite("North works with South for long."), cite(" ", span=(58, 59)))
    assert [passage.text for passage in uncited(dataset, DOCUMENT)][:3] == ["Partners", "They meet yearly.", "Do they?"]


def test_a_citation_without_a_span_touches_nothing(small):
    dataset = citing(small, cite("North", span=None))
    assert uncited(dataset, DOCUMENT) == tuple(DOCUMENT.passages())


def test_a_document_that_is_cited_as_a_whole_has_no_uncited_passage(small):
    assert uncited(citing(small, cite(TEXT)), DOCUMENT) == ()


def test_a_document_that_is_no_text_or_has_no_possible_name_is_a_problem(tmp_path):
    (tmp_path / "paper.pdf").write_bytes(b"%PDF\xff")
    paper = Source(
        id="paper",
        title="Paper",
        publisher="Somebody",
        kind=SourceKind.NEWS,
        document="paper.pdf",
        sha256=sha256(b"%PDF\xff").hexdigest(),
        accessed=day(2026, 1, 1),
    )
    nameless = attrs.evolve(paper, id="nameless", document="a\0b")
    dataset = unchecked(Release(version="1", reference_date=PartialDate(2026)), [paper, nameless])
    with pytest.raises(DataError) as raised:
        read_documents(dataset, tmp_path)
    assert [str(each) for each in raised.value.problems] == [
        "sources.json nameless document: cannot be read: embedded null byte",
        "sources.json paper document: is not UTF-8 text: byte 4",
    ]


def test_a_heading_is_a_whole_line():
    text = "Partners are many.\nPartners\nOurs.\n"
    assert not _proven(text, "Partners", 0, 8)
    assert _proven(text, "Partners", 19, 27)
    assert _proven(text, "Partners", 28, 33)


def _proven(text, section, start, end):
    source = Source(id="page", title="Page", publisher="Somebody", kind=SourceKind.NEWS, accessed=day(2026, 1, 1))
    citation = Citation(source="page", section=section, span=(start, end), stated=text[start:end])
    theme = Theme(id="ice", name="Ice", citations=(citation,))
    dataset = unchecked(Release(version="1", reference_date=PartialDate(2026)), [source, theme])
    proven, _ = prove(dataset, (Document(source, text),))
    return proven == 1


@pytest.mark.parametrize("glued", ["since 2014.They met.", "(EU).They met.", "in sinä.They met.", "they met.Åbo too."])
def test_a_full_stop_may_be_glued_to_the_next_sentence(glued):
    source = Source(id="page", title="Page", publisher="Somebody", kind=SourceKind.NEWS, accessed=day(2026, 1, 1))
    assert len(list(Document(source, glued).passages())) == 2
