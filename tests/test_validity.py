"""What is in force when equals what enumerating worlds says.

The oracle below lists every first and last day that relations can have, throws away the worlds that a fact rules out,
and looks at what is left. It shares nothing with the code but the words for facts.
"""

import itertools
from collections import Counter
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nordic_partnerships import Agreement, Dataset, Organization, PartialDate, Partnership, Release
from nordic_partnerships._bounds import FAR_AHEAD, LONG_AGO, Bounds, bounds_in_common, status_in
from nordic_partnerships._validity import (
    Attestation,
    Days,
    RelationFacts,
    Sequel,
    _end_of_term,
    _first_start_of_term,
    _last_start_of_term,
    bounds_of_group,
)
from nordic_partnerships.kinds import OrganizationKind, PartnershipKind, Status

# Days 1 to 9 bear dates; the days beside them stand for all that lie before and after.
DATED = (1, 9)
EVERY_DAY = range(-3, 14)
REFERENCE = 9
WORDS = {Status.IN_FORCE, Status.PRESUMED, Status.UNKNOWN, Status.NOT_IN_FORCE}


# -------------------------------------------------------------------- the oracle


def worlds_of_one(facts, days):
    """List the (first day, last day) of a relation that its own period allows."""
    for first, last in itertools.combinations_with_replacement(days, 2):
        if facts.start is not None and not facts.start.first <= first <= facts.start.last:
            continue
        if facts.end is not None and not facts.end.first <= last <= facts.end.last:
            continue
        yield first, last


def holds_on_some_day(world, window):
    return any(world[0] <= day <= world[1] for day in range(window[0], window[1] + 1))


def predicates(relations, sequels):
    """List what is known, in the order in which it counts: (name, relation, what a world must be like)."""
    known = []

    def know(name, place, condition):
        known.append((name, place, condition))

    for place, facts in enumerate(relations):
        if facts.ended_by is not None:
            know("ended by", place, lambda w, p=place, f=facts: any(w[p][1] < day for day in span(f.ended_by)))
        if facts.goes_on:
            know("goes on", place, lambda w, p=place, f=facts: w[p][1] >= f.reference_day)
        if facts.signed is not None and (facts.start is None or set(span(facts.signed)) <= set(span(facts.start))):
            know("signing", place, lambda w, p=place, f=facts: w[p][0] in span(f.signed))
    for sequel in sequels:
        most = 99 if sequel.most is None else sequel.most
        name = "sequel" if sequel.most is None else "at once"
        know(
            name,
            sequel.later,
            lambda w, s=sequel, m=most: s.least <= w[s.later][0] - w[s.earlier][1] <= m,
        )
    for curated in (True, False):
        if not curated:
            for place, facts in enumerate(relations):
                for side in facts.begun:
                    know("begun", place, lambda w, p=place, s=side: any(day <= w[p][0] for day in span(s)))
                for side in facts.over:
                    know("over", place, lambda w, p=place, s=side: any(w[p][1] <= day for day in span(s)))
        for place, facts in enumerate(relations):
            for shown in facts.attestations:
                if shown.curated is curated:
                    know("attested", place, lambda w, p=place, a=shown, f=facts: shows(w[p], a, f))
    return known


def shows(world, attestation, facts):
    """Say whether a world is as a source shows it."""
    if attestation.days is not None:
        return holds_on_some_day(world, attestation.days)
    if facts.goes_on:
        return world[0] <= attestation.read <= world[1]
    return world[0] <= attestation.read


def span(days):
    return range(days[0], days[1] + 1)


def surviving_worlds(relations, sequels, days=EVERY_DAY):
    """Return the worlds that are left, and the names of the facts that had to be left out."""
    worlds = list(itertools.product(*(list(worlds_of_one(facts, days)) for facts in relations)))
    left_out = []
    for name, place, condition in predicates(relations, sequels):
        remaining = [world for world in worlds if condition(world)]
        if remaining:
            worlds = remaining
        else:
            left_out.append((name, place))
    return worlds, left_out


def status_by_worlds(worlds, place, window):
    """Return the status from its definition."""
    ones = {world[place] for world in worlds}
    held = [holds_on_some_day(one, window) for one in ones]
    if all(held):
        return Status.IN_FORCE
    if not any(held):
        return Status.NOT_IN_FORCE
    begun_in_all = all(one[0] <= window[1] for one in ones)
    return Status.PRESUMED if begun_in_all else Status.UNKNOWN


# -------------------------------------------------------------------- small cases

maybe = st.booleans()


@st.composite
def imprecise(draw, longest=3):
    """Draw the days of a date, as a year of three days, a month of two, or one day."""
    first = draw(st.integers(*DATED))
    length = draw(st.integers(1, longest))
    return Days(first, min(first + length - 1, DATED[1]))


@st.composite
def attestations(draw):
    days = draw(st.none() | imprecise())
    read = REFERENCE if days is None or draw(maybe) else min(REFERENCE, days.last + 1)
    return Attestation(f"source {draw(st.integers(0, 3))}", read, days, draw(maybe))


@st.composite
def relations(draw):
    start = draw(st.none() | imprecise())
    end = draw(st.none() | imprecise())
    if start is not None and end is not None and start.first > end.last:
        start, end = end, start
    return RelationFacts(
        start=start,
        signed=draw(st.none() | st.none() | imprecise()),
        end=end,
        goes_on=end is None and draw(maybe),
        ended_by=draw(st.none() | st.none() | imprecise()),
        reference_day=REFERENCE,
        begun=tuple(draw(st.lists(imprecise(), max_size=2))),
        over=tuple(draw(st.lists(imprecise(), max_size=2))) if draw(maybe) else (),
        attestations=tuple(draw(st.lists(attestations(), max_size=2))),
    )


@st.composite
def groups(draw, most=2):
    members = draw(st.lists(relations(), min_size=1, max_size=most))
    sequels = [
        Sequel(place - 1, place, "sequel", *draw(st.sampled_from([(1, None), (1, None), (1, 1), (0, 0)])))
        for place in range(1, len(members))
    ]
    return members, sequels


windows = st.tuples(st.integers(0, 9), st.integers(0, 2)).map(lambda pair: (pair[0], pair[0] + pair[1]))

SEEN = [
    "cut by a side that began",
    "cut by a side that ended",
    "cut by a sequel",
    "no gap",
    "contradiction",
    "curated source before the lives of the sides",
    "undated source",
    "ended by",
    "begins with its signing",
    "a signing that contradicts",
    "one closing of two contradicts",
    "an open end after the day of the release",
    "two relations",
    *WORDS,
]


def cases_in(members, sequels, left_out, statuses):
    """Name the interesting cases that a group holds."""
    yield from statuses
    if left_out:
        yield "contradiction"
    if len(members) > 1:
        yield "two relations"
    names = {name for name, _ in left_out}
    for facts in members:
        if any(facts.start is None or side.first > facts.start.first for side in facts.begun):
            yield "cut by a side that began"
        if facts.over and "over" not in names:
            yield "cut by a side that ended"
        if facts.ended_by is not None and "ended by" not in names:
            yield "ended by"
        if any(shown.days is None for shown in facts.attestations):
            yield "undated source"
        if facts.signed is not None and facts.start is None:
            yield "a signing that contradicts" if "signing" in names else "begins with its signing"
        if len(facts.over) > 1 and [name for name, _ in left_out].count("over") == 1:
            yield "one closing of two contradicts"
        if facts.begun and any(shown.curated and shown.days for shown in facts.attestations) and "begun" in names:
            yield "curated source before the lives of the sides"
        if facts.goes_on and Status.PRESUMED in statuses:
            yield "an open end after the day of the release"
    for sequel in sequels:
        if sequel.most is not None and "at once" not in names:
            yield "no gap"
        if sequel.most is None and "sequel" not in names:
            yield "cut by a sequel"


def examples(short, long):
    """Return how many examples to look at: the first number, or the second in a long hunt."""
    return long if settings.default.max_examples > 100 else short


def test_bounds_equal_what_all_worlds_say(until_met):
    met = Counter()

    @settings(max_examples=examples(400, 100_000))
    @given(groups(), st.lists(windows, min_size=3, max_size=3))
    def agree(group, asked):
        members, sequels = group
        worlds, left_out = surviving_worlds(members, sequels)
        bounds = bounds_of_group(members, sequels)
        assert [len(found.left_out) for found in bounds] == [
            sum(at == place for _, at in left_out) for place in range(len(members))
        ]
        statuses = set()
        for place, found in enumerate(bounds):
            for window in asked:
                expected = status_by_worlds(worlds, place, window)
                assert status_in(found, *window) is expected, (members, sequels, place, window)
                statuses.add(expected)
        met.update(set(cases_in(members, sequels, left_out, statuses)))

    until_met(agree, met, SEEN)
    print({str(case): met[case] for case in SEEN})


def test_three_relations_are_narrowed_together(until_met):
    met = Counter()

    @settings(max_examples=examples(25, 2_000))
    @given(groups(most=3), windows)
    def agree(group, window):
        members, sequels = group
        days = range(-1, 13)  # A day before and a day after every window.
        if len(members) < 3 or sum(facts.start is None and facts.end is None for facts in members) > 1:
            return
        met["three"] += 1
        worlds, _ = surviving_worlds(members, sequels, days)
        for place, found in enumerate(bounds_of_group(members, sequels)):
            assert status_in(found, *window) is status_by_worlds(worlds, place, window)

    until_met(agree, met, ["three"])


def test_the_days_beside_each_bound_say_as_much_as_all_days(until_met):
    """The oracle may look at the first and last day of each date and at those next to them; all days say the same."""
    met = Counter()

    @settings(max_examples=examples(60, 3_000))
    @given(groups(), windows)
    def agree(group, window):
        members, sequels = group
        bounds = {REFERENCE, *window}
        for facts in members:
            dates = [facts.start, facts.signed, facts.end, facts.ended_by, *facts.begun, *facts.over]
            dates += [shown.days for shown in facts.attestations]
            bounds |= {day for days in dates if days is not None for day in days}
        beside = sorted({day + step for day in bounds for step in (-2, -1, 0, 1, 2)} | {-3, 13})
        met["fewer days"] += len(beside) < len(EVERY_DAY)
        all_worlds, _ = surviving_worlds(members, sequels)
        some_worlds, _ = surviving_worlds(members, sequels, beside)
        for place in range(len(members)):
            assert status_by_worlds(some_worlds, place, window) is status_by_worlds(all_worlds, place, window)

    until_met(agree, met, ["fewer days"])


def test_a_finer_question_never_finds_more_than_a_coarser_one(until_met):
    met = Counter()
    rank = [Status.NOT_IN_FORCE, Status.UNKNOWN, Status.PRESUMED, Status.IN_FORCE]

    @given(groups(), windows, st.integers(0, 3), st.integers(0, 3))
    def finds_no_more(group, window, before, after):
        for found in bounds_of_group(*group):
            finer = status_in(found, *window)
            coarser = status_in(found, window[0] - before, window[1] + after)
            assert rank.index(finer) <= rank.index(coarser)
            met["more in the coarser"] += finer is not coarser

    until_met(finds_no_more, met, ["more in the coarser"])


# -------------------------------------------------------------------- terms, on the real calendar


LAST = date.max.toordinal()


def day(text):
    return date.fromisoformat(text).toordinal()


def anniversary(start, years):
    """Return the same day some years later; the 29th of February has its anniversary on the 1st of March."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)


def worlds_of_term(facts, cut_short):
    """List the (first day, last day) of a relation with a term whose start is known."""
    for first in span(facts.start):
        ends = anniversary(date.fromordinal(first), facts.term).toordinal() - 1
        for last in range(first if cut_short else ends, ends + 1):
            if facts.ended_by is None or any(last < limit for limit in span(facts.ended_by)):
                yield first, last


@st.composite
def terms(draw):
    begun = draw(st.dates(date(2011, 12, 1), date(2012, 4, 1)))
    length = draw(st.sampled_from([1, 20]))
    years = draw(st.sampled_from([1, 2, 4]))
    start = Days(begun.toordinal(), begun.toordinal() + length - 1)
    ended_by = None
    if draw(maybe):
        known = start.last + draw(st.integers(1, years * 300))
        ended_by = Days(known, known + draw(st.sampled_from([0, 10])))
    return RelationFacts(start=start, term=years, ended_by=ended_by, reference_day=day("2026-11-22"))


def test_a_term_ends_the_day_before_its_anniversary_unless_something_ended_it(until_met):
    met = Counter()

    @settings(max_examples=examples(40, 1_000))
    @given(terms(), st.integers(-30, 30), st.sampled_from([0, 20]), st.booleans())
    def agree(facts, moved, length, at_its_end):
        around = facts.start.last + (round(facts.term * 365.25) if at_its_end else 0)
        window = (around + moved, around + moved + length)
        worlds = [(world,) for world in worlds_of_term(facts, facts.ended_by is not None)]
        (found,) = bounds_of_group([facts])
        expected = status_by_worlds(worlds, 0, window)
        assert status_in(found, *window) is expected
        met[expected] += 1
        met["cut short"] += facts.ended_by is not None

    until_met(agree, met, [Status.IN_FORCE, Status.NOT_IN_FORCE, "cut short"])


@pytest.mark.parametrize(
    ("begun", "years", "over"),
    [
        ("2020-01-01", 5, "2024-12-31"),
        ("2019-03-01", 1, "2020-02-29"),
        ("2020-02-29", 4, "2024-02-28"),
        ("2020-02-29", 1, "2021-02-28"),
        ("2020-02-28", 1, "2021-02-27"),
        ("0001-01-01", 1, "0001-12-31"),
        ("9998-01-02", 1, "9999-01-01"),
    ],
)
def test_a_term_from_a_day_is_over_on_a_day(begun, years, over):
    (found,) = bounds_of_group(
        [RelationFacts(start=Days(day(begun), day(begun)), term=years, reference_day=day("2026-11-22"))]
    )
    assert (found.first_end, found.last_end) == (day(over), day(over))


@given(st.integers(1, 60), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_the_starts_of_terms_that_end_by_a_day_are_found_from_the_day(years, over):
    end = over.toordinal()
    first, last = _first_start_of_term(end, years), _last_start_of_term(end, years)
    assert _end_of_term(first, years) >= end > _end_of_term(first - 1, years)
    assert _end_of_term(last, years) <= end < _end_of_term(last + 1, years)


def test_a_term_that_nobody_can_mean_is_none():
    for years in (0, -5, 1001, 10**9):
        data = Dataset.of(
            Release(version="1", reference_date=PartialDate(2026, 11, 22)),
            [
                *(Organization(id=key, name=key, kind=OrganizationKind.COMPANY) for key in "ab"),
                Partnership(id="p", name="P", kind=PartnershipKind.MEMORANDUM, parties=("a", "b")),
                Agreement(id="g", name="G", partnership="p", signed=PartialDate(2012), term=years),
            ],
        )
        assert data.status_of("g", as_of=2030) is Status.PRESUMED


def test_a_term_that_ends_after_the_calendar_ends_on_no_day():
    (found,) = bounds_of_group([RelationFacts(start=Days(LAST, LAST), term=1, reference_day=REFERENCE)])
    assert found.last_end == FAR_AHEAD


def test_a_term_that_contradicts_what_goes_on_is_left_out_by_its_name():
    began = day("2012-01-01")
    before = RelationFacts(start=Days(began, began), reference_day=day("2026-11-22"))
    goes_on = RelationFacts(start=Days(began, began), term=5, goes_on=True, reference_day=day("2026-11-22"))
    _, found = bounds_of_group([before, goes_on])
    assert (found.first_end, found.left_out) == (day("2026-11-22"), ("its term of 5 years",))


def test_what_was_ended_after_its_term_may_have_ended_before():
    ended = Days(day("2020-01-01"), day("2020-12-31"))
    start = Days(day("2012-01-01"), day("2012-01-01"))
    (found,) = bounds_of_group([RelationFacts(start=start, term=5, ended_by=ended, reference_day=0)])
    assert (found.first_end, found.last_end, found.left_out) == (start.first, day("2016-12-31"), ())


def test_a_term_says_nothing_without_a_start_or_beside_an_end():
    free = RelationFacts(term=5, reference_day=REFERENCE)
    assert bounds_of_group([free])[0].last_end > day("9999-12-31")
    always = RelationFacts(start=Days(LONG_AGO, LONG_AGO), term=5, reference_day=REFERENCE)
    assert bounds_of_group([always])[0].last_end > day("9999-12-31")
    ended = RelationFacts(start=Days(2, 3), end=Days(5, 6), term=5, reference_day=REFERENCE)
    assert bounds_of_group([ended])[0].last_end == 6


def test_a_term_that_is_renewed_early_is_cut_short():
    first = RelationFacts(start=Days(day("2012-01-01"), day("2012-12-31")), term=5, reference_day=day("2026-11-22"))
    second = RelationFacts(start=Days(day("2014-01-01"), day("2014-12-31")), reference_day=day("2026-11-22"))
    found, _ = bounds_of_group([first, second], [Sequel(0, 1, "renewed")])
    assert status_in(found, day("2015-01-01"), day("2015-12-31")) is Status.NOT_IN_FORCE
    assert status_in(found, day("2013-01-01"), day("2013-12-31")) is Status.PRESUMED
    assert found.left_out == ()
    alone = bounds_of_group([first])[0]
    assert status_in(alone, day("2015-01-01"), day("2015-12-31")) is Status.IN_FORCE


@pytest.mark.parametrize("years", [0, -3, -3_000])
def test_less_than_a_year_is_no_term(years):
    (found,) = bounds_of_group([RelationFacts(start=Days(2, 3), term=years, reference_day=REFERENCE)])
    assert (found.last_start, found.last_end > day("9999-12-31"), found.left_out) == (3, True, ())


@pytest.mark.parametrize("years", [3_000, 10**30])
def test_a_term_longer_than_the_calendar_is_quickly_narrowed(years):
    ended = Days(day("2020-01-01"), day("2020-12-31"))
    facts = RelationFacts(
        start=Days(*map(day, ("2012-01-01", "2012-12-31"))), term=years, ended_by=ended, reference_day=0
    )
    began = perf_counter()
    (found,) = bounds_of_group([facts])
    assert found.last_end == ended.last - 1
    assert perf_counter() - began < 0.2


@pytest.mark.parametrize(("signed", "found"), [((5, 6), (5, 6)), ((7, 8), (7, 8)), ((4, 6), (5, 8)), ((7, 9), (5, 8))])
def test_a_signing_within_the_written_start_says_when_it_began(signed, found):
    (bounds,) = bounds_of_group([RelationFacts(start=Days(5, 8), signed=Days(*signed), reference_day=REFERENCE)])
    assert (bounds.first_start, bounds.last_start) == found


def test_a_signing_after_the_written_end_leaves_the_end_as_written():
    facts = RelationFacts(signed=Days(6, 6), end=Days(3, 4), reference_day=REFERENCE)
    (found,) = bounds_of_group([facts])
    assert (found.last_start, found.first_end, found.last_end, found.left_out) == (4, 3, 4, ("its signing",))


@pytest.mark.parametrize(
    ("facts", "left_out"),
    [
        ({"start": Days(5, 6), "end": Days(2, 3)}, "its period"),
        ({"start": Days(5, 6), "ended_by": Days(2, 3)}, "ended_by"),
        ({"start": Days(5, 6), "ended_by": Days(7, 8), "goes_on": True}, "that it goes on"),
        ({"end": Days(2, 3), "begun": (Days(5, 6),)}, "that a side began to exist later"),
        ({"start": Days(5, 6), "over": (Days(2, 3),)}, "that a side ceased to exist earlier"),
    ],
)
def test_what_contradicts_is_left_out_by_its_name(facts, left_out):
    before = RelationFacts(reference_day=REFERENCE)
    free, found = bounds_of_group([before, RelationFacts(reference_day=REFERENCE, **facts)])
    assert (free.left_out, found.left_out) == ((), (left_out,))


@pytest.mark.parametrize("later", [0, 1])
def test_what_follows_stands_after_what_it_follows(later):
    members = [RelationFacts(reference_day=REFERENCE)] * 2
    with pytest.raises(ValueError, match=r"^of two relations that follow each other, the earlier has the lower place"):
        bounds_of_group(members, [Sequel(1, later, "its renewal")])


def test_what_follows_is_left_out_by_its_name_where_it_contradicts():
    later, earlier = (RelationFacts(start=Days(7, 7), end=Days(8, 8), reference_day=REFERENCE) for _ in "ab")
    _, found = bounds_of_group([later, earlier], [Sequel(0, 1, "its renewal")])
    assert found.left_out == ("its renewal",)


def test_a_source_that_no_curator_has_marked_counts_less_than_the_sides():
    page = Attestation("page", REFERENCE, Days(2, 3))
    facts = RelationFacts(goes_on=True, begun=(Days(5, 6),), attestations=(page,), reference_day=REFERENCE)
    (found,) = bounds_of_group([facts])
    assert (found.first_start, found.left_out) == (5, ("the source 'page'",))


def test_two_relations_may_have_a_single_day_in_common():
    until_the_tenth, from_the_tenth = Bounds(1, 1, 10, 10), Bounds(10, 10, 20, 20)
    found = bounds_in_common(until_the_tenth, from_the_tenth)
    assert (found.first_start, found.last_start, found.first_end, found.last_end) == (10, 10, 10, 10)


# -------------------------------------------------------------------- the examples of docs/data-model.md

PAGE = Path(__file__).parent.parent / "docs/data-model.md"
READ = day("2026-11-22")
PAGE_OF_2018 = (Attestation("page", READ, Days(day("2018-01-01"), day("2018-12-31"))),)


def year(number):
    return Days(day(f"{number}-01-01"), day(f"{number}-12-31"))


RECORDS = {
    "period `2014/2020`": {"start": year(2014), "end": year(2020)},
    "period `2014/..`": {"start": year(2014), "goes_on": True},
    "period `2014/`, a source of 2018": {"start": year(2014), "attestations": PAGE_OF_2018},
    "period `/..`, a source of 2018": {"goes_on": True, "attestations": PAGE_OF_2018},
    "period `/..`, the network founded in 2012": {"goes_on": True, "begun": (year(2012),)},
    "period `1998/..`, the member founded in 2010": {"start": year(1998), "goes_on": True, "begun": (year(2010),)},
    "signed 2012, a term of 5 years": {"signed": year(2012), "term": 5},
}


def examples_on_the_page():
    """Yield what each row of the table of examples says: the record, the time asked, the answer."""
    table = PAGE.read_text(encoding="utf-8").split("### Eleven examples")[1].split("###")[0]
    rows = [line.strip("|").split(" | ") for line in table.splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in row[:3]) for row in rows[2:]]


def window_of(text):
    """Return the first and last day of a time of the table: a year, a month of 31 days, or a day."""
    first, last = {4: ("-01-01", "-12-31"), 7: ("-01", "-31"), 10: ("", "")}[len(text)]
    return day(text + first), day(text + last)


def test_the_page_has_the_examples_that_are_tried_here():
    assert len(examples_on_the_page()) == 11
    assert {record for record, _, _ in examples_on_the_page()} == set(RECORDS)


@pytest.mark.parametrize(("record", "asked", "answer"), examples_on_the_page())
def test_an_example_on_the_page_is_as_it_says(record, asked, answer):
    (found,) = bounds_of_group([RelationFacts(reference_day=READ, **RECORDS[record])])
    assert str(status_in(found, *window_of(asked))) == answer


# -------------------------------------------------------------------- long chains


def test_one_contradiction_in_a_long_chain_costs_little():
    """It used to cost a copy of the whole chain for each link."""
    length = 4_000
    first, last = RelationFacts(start=Days(5, 6), reference_day=9), RelationFacts(start=Days(2, 3), reference_day=9)
    members = [first, *[RelationFacts(reference_day=9)] * (length - 2), last]
    assert narrowed_in(members, seconds=5) == 1


def test_a_long_chain_in_which_every_other_link_contradicts_costs_little():
    members = [RelationFacts(start=Days(2, 3), reference_day=9)] * 4_001
    assert narrowed_in(members, seconds=10) == 2_000


def narrowed_in(members, *, seconds):
    """Narrow a chain, which must take no longer than that; return how many facts contradict."""
    sequels = [Sequel(place, place + 1, "renewed") for place in range(len(members) - 1)]
    began = perf_counter()
    found = bounds_of_group(members, sequels)
    assert perf_counter() - began < seconds
    return sum(len(bounds.left_out) for bounds in found)


def test_relations_that_follow_each_other_in_a_circle_are_refused():
    with pytest.raises(ValueError, match="lower place"):
        bounds_of_group([RelationFacts(reference_day=9)] * 2, [Sequel(0, 1, "renewed"), Sequel(1, 0, "renewed")])


def test_a_long_chain_is_narrowed_in_one_walk():
    length = 4_000
    members = [RelationFacts(attestations=(Attestation("s", 9),), reference_day=9) for _ in range(length)]
    sequels = [Sequel(place, place + 1, "renewed") for place in range(length - 1)]

    found = bounds_of_group(members, sequels)
    assert found[0].last_start == 9 - (length - 1)
    assert found[-1].last_start == 9
