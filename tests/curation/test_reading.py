"""The rules about reading: examples that break them, and near misses; a release and data of others may break them."""

import attrs
import pytest

from nordic_partnerships import Agreement, Network, Partnership, Statement
from nordic_partnerships._curation.checking import rules_for
from nordic_partnerships._curation.folder import DATA, NEXT
from nordic_partnerships._curation.rules import READING, RULES
from nordic_partnerships._curation.rules.reading import (
    a_page_is_one_source,
    ends_rest_on_a_later_page,
    nothing_is_said_twice,
    statements_name_their_subject,
    summaries_say_what_it_is,
    texts_are_no_research_log,
    themes_are_defined,
    themes_are_few,
    themes_are_used,
)
from nordic_partnerships.kinds import PartnershipKind

from .cases.building import (
    BY_PAGE,
    Case,
    claim,
    date,
    edited,
    names,
    problem,
    project,
    revision,
    says,
    size,
    source,
    stone,
    theme,
)

FIFTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
FORTY = " ".join(["word"] * 40)
ASKED = "say in 15 to 40 what it is, who is in it, since when and what for"
NOTE = "is a curator's note: say what a reader must know"
UNUSED = "use a broader theme, or name one that is used as broader"
TOLD = {"summary": FIFTEEN}


def uses(key):
    return Partnership(
        id=f"uses-{key}",
        name="Users",
        kind=PartnershipKind.NAMED_PARTNER,
        parties=("north", "south"),
        themes=(key,),
        summary=FIFTEEN,
        citations=BY_PAGE,
    )


def with_note(what, record_id, changes, field, note):
    """Return the case of a record that has a curator's note in a field."""
    collection = {"north": "organizations", "circle": "networks"}[record_id]
    problems = problem(collection, record_id, field, f"{note!r} {NOTE}")
    return Case(texts_are_no_research_log, what, {record_id: changes}, problems=problems)


def with_remark(what, remark, note):
    """Return the case of a remark that has a curator's note."""
    return with_note(what, "north", {"remark": remark}, "remark", note)


REJECTED = size(20, superseded="31 is used.")
NOTED = size(20, remark="Only a part was seen.")
CLAIMED = claim("city", "Oulu", remark="The document says Oulu.")

BROKEN = (
    with_note("a figure was rejected by a note", "circle", {"sizes": REJECTED}, "sizes[0].superseded", "is used"),
    with_note("a figure has a note", "circle", {"sizes": NOTED}, "sizes[0].remark", "seen"),
    with_note("a claim has a note", "north", {"alternatives": CLAIMED}, "alternatives[0].remark", "The document"),
    with_remark("a source has a number", "Founded in 1950 (S1).", "S1"),
    with_remark("an id in brackets", "Founded in 1950 [north-history].", "[north-history]"),
    with_remark("a conflict", "Conflict: two years are given.", "Conflict:"),
    with_remark("a search that failed", "Its list was not found.", "was not found"),
    with_remark("a choice", "Selected in the call of 2020.", "Selected in"),
    Case(
        texts_are_no_research_log,
        "a statement has a note",
        extra=(says("says", "North: it was seen to grow."),),
        problems=problem("statements", "says", "text", f"'seen' {NOTE}"),
    ),
    Case(
        texts_are_no_research_log,
        "a revision has a note, though sources and tombstones may have one",
        {"page": {"remark": "The document was seen in print."}},
        (stone("old", reason="It was not found again."), attrs.evolve(revision("2020.6.0"), remark="S1 was seen.")),
        problem("revisions", "revision", "remark", f"'S1' {NOTE}"),
    ),
    Case(
        nothing_is_said_twice,
        "the remark is the summary",
        {"alliance": {"summary": "It is large. It is old.", "remark": "It is young. It is old."}},
        problems=problem("networks", "alliance", "remark", "'It is old.' is said already: leave it out"),
    ),
    Case(
        nothing_is_said_twice,
        "a remark repeats itself",
        {"north": {"remark": "It moved! It moved."}},
        problems=problem("organizations", "north", "remark", "'It moved.' is said already: leave it out"),
    ),
    Case(
        statements_name_their_subject,
        "a statement begins with a verb",
        extra=(says("says", "Draws people in."),),
        problems=problem("statements", "says", "text", "does not name its subject, North University"),
    ),
    Case(
        ends_rest_on_a_later_page,
        "the page is older than the end",
        {"page": {"as_of": date("2019-05")}, "alliance--south": {"ended_by": date("2019-06")}},
        problems=problem(
            "memberships",
            "alliance--south",
            "ended_by",
            "no source cited is of 2019-06 or later: cite what tells of it",
        ),
    ),
    Case(
        a_page_is_one_source,
        "a page is two sources, of which one has no date",
        extra=(
            source("first", title="Who We Are", url="https://www.circle.example/about/", as_of=date("2019")),
            source("second", title="Who we are", url="http://circle.example/about"),
        ),
        problems=problem("sources", "second", "url", "is the page of 'first': cite that one, or say what differs"),
    ),
    Case(
        a_page_is_one_source,
        "a state of a page is two sources, and not the first of its states",
        extra=(
            source("first", title="About", url="https://circle.example/about", as_of=date("2019")),
            source("second", title="About", url="https://circle.example/about", as_of=date("2021")),
            source("third", title="About", url="https://circle.example/about", as_of=date("2021")),
        ),
        problems=problem("sources", "third", "url", "is the page of 'second': cite that one, or say what differs"),
    ),
    Case(
        themes_are_used,
        "a theme is used once, its broader one too",
        extra=(theme("snow"), uses("snow"), theme("sleet", "snow")),
        problems=(
            *problem("themes", "sleet", "", f"is used 0 times: {UNUSED}"),
            *problem("themes", "snow", "", f"is used 1 times: {UNUSED}"),
        ),
    ),
    Case(
        themes_are_few,
        "there are 86 themes",
        extra=tuple(theme(f"theme-{number}") for number in range(84)),
        problems=problem("themes", "theme-9", "", "is one of 86 themes, and 85 are enough: merge some"),
    ),
    Case(
        themes_are_defined,
        "a code is a word",
        {"climate": {"summary": "The climate.", "isced_f": "forestry"}},
        problems=(
            *problem("themes", "climate", "isced_f", "'forestry' is not a code of ISCED-F 2013, such as '0821'"),
            *problem("themes", "ice", "summary", "is missing: say in a line what the theme means"),
        ),
    ),
    Case(
        summaries_say_what_it_is,
        "one has no summary, one a short one, one a long one",
        {
            "alliance": {"summary": "An alliance."},
            "circle": {"summary": FORTY + " more"},
            "north--south": {"summary": None},
        },
        problems=(
            *problem("networks", "alliance", "summary", f"has 2 words: {ASKED}"),
            *problem("networks", "circle", "summary", f"has 41 words: {ASKED}"),
            *problem("partnerships", "north--south", "summary", f"is missing: {ASKED}"),
        ),
    ),
)

KEPT = (
    Case(summaries_say_what_it_is, "15 words and 40", {"alliance": TOLD, "circle": {"summary": FORTY}}),
    Case(
        texts_are_no_research_log,
        "a source may speak of the document that it is, and a tombstone of its record",
        {"page": {"remark": "The document was seen in print."}},
        (stone("old", reason="It was not found again."),),
    ),
    Case(
        texts_are_no_research_log,
        "words that hold such words",
        {
            "north": {
                "names": names("As seen"),
                "remark": "Overseen (SS1, S). It did not found it. Its hall is reused.",
            }
        },
    ),
    Case(nothing_is_said_twice, "a remark of two sentences", {"north": {"remark": "It moved. It grew."}}),
    Case(
        nothing_is_said_twice,
        "half a sentence of the summary",
        {"alliance": {"summary": "It is old.", "remark": "It is old and large."}},
    ),
    Case(
        statements_name_their_subject,
        "by a further name, in other letters, and by a party of a project or of an agreement's partnership",
        extra=(
            says("two", "In the north NORDEN counts."),
            says("three", "South University leads it.", subject="project-x"),
            project("project-x", parties=("south",)),
            says("four", "North and South pay half each.", subject="north--south"),
            Agreement(id="paper", name="The paper", partnership="north--south", citations=BY_PAGE),
            says("five", "South University pays half.", subject="paper"),
        ),
    ),
    Case(
        ends_rest_on_a_later_page,
        "the page is of the same year, or the member has a successor",
        {
            "page": {"as_of": date("2019")},
            "alliance--south": {"ended_by": date("2019-06")},
            "north": {"successor": "south"},
            "alliance--north": {"ended_by": date("2021")},
        },
    ),
    Case(
        a_page_is_one_source,
        "states of a page that differ in title, in date, or by a remark; and one page in two languages",
        extra=(
            source("first", title="About", url="https://circle.example/about", as_of=date("2019")),
            source("second", title="About (later state)", url="https://circle.example/about"),
            source("third", title="About", url="https://circle.example/about", as_of=date("2021")),
            source("fourth", title="About", url="https://circle.example/about", remark="Read in an archived copy."),
            source("fifth", title="About", url="https://circle.example/about?lang=sv"),
            source("sixth", title="About", url="https://circle.example/about", archived="https://kept.example/about"),
        ),
    ),
    Case(
        ends_rest_on_a_later_page,
        "the page is of the same day",
        {"page": {"as_of": date("2019-06-15")}, "alliance--south": {"ended_by": date("2019-06-15")}},
    ),
    Case(themes_are_used, "a theme is used once and narrower than one that is used", extra=()),
)


@pytest.fixture
def small(small):
    """The small dataset in the way of the project's own data, as far as the rules ask for it."""
    named = {record.id: {"text": f"{record.subject}: {record.text}"} for record in small.records(Statement)}
    told = {record.id: TOLD for cls in (Network, Partnership) for record in small.records(cls)}
    return edited(small, named | told, [uses("climate")])


def title(case):
    return f"{case.rule.__name__}: {case.what}"


@pytest.mark.parametrize("case", BROKEN, ids=title)
def test_a_broken_rule_is_reported_with_record_field_and_message(small, case):
    assert tuple(case.rule(edited(small, case.changes, case.extra))) == case.problems


@pytest.mark.parametrize("case", KEPT, ids=title)
def test_what_comes_near_to_breaking_a_rule_keeps_it(small, case):
    assert list(case.rule(edited(small, case.changes, case.extra))) == []


def test_every_rule_has_an_example_that_breaks_it():
    assert {case.rule for case in BROKEN} == set(READING)
    assert not set(READING) & set(RULES)


def test_only_the_project_s_own_data_is_asked_for_them(tmp_path):
    assert rules_for(NEXT) == rules_for(NEXT / ".." / "next") == (*RULES, *READING)
    assert rules_for(DATA / "2026.11.1") == rules_for(tmp_path) == RULES
