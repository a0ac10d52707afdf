"""The status of records equals what enumerating worlds says, from the records themselves.

The oracle reads the fields of records, lists every first and last day near a date on record, and throws away what the
definition in docs/data-model.md rules out. It shares no line with the library.
"""

import itertools
from collections import Counter
from datetime import date, timedelta

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from nordic_partnerships import (
    Agreement,
    Bound,
    Citation,
    Dataset,
    Membership,
    Network,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Release,
    Source,
)
from nordic_partnerships.kinds import NetworkKind, OrganizationKind, PartnershipKind, RosterStatus, SourceKind, Status

READ = date(2004, 6, 30)
REFERENCE = PartialDate(2004, 6, 30)
YEARS = (2000, 2004)
DAY = timedelta(days=1)


# -------------------------------------------------------------------- the oracle


def days_of(moment):
    """Return the first and last day that a date can mean, from its text."""
    text = str(moment)
    if len(text) == 4:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if len(text) == 7:
        first = date(int(text[:4]), int(text[5:]), 1)
        return first, (first + timedelta(days=31)).replace(day=1) - DAY
    return date.fromisoformat(text), date.fromisoformat(text)


class Oracle:
    """Lists the worlds of a relation and of those that bear on it."""

    def __init__(self, dataset, relation, asked):
        self.records = {record.id: record for record in dataset}
        self.group = self.bearing_on(relation)
        self.relation = relation
        self.days = self.candidate_days(asked)
        self.left_out = []

    def bearing_on(self, relation):
        others = [record for record in self.records.values() if type(record) is type(relation)]
        if isinstance(relation, Membership):
            same = [m for m in others if (m.member, m.network) == (relation.member, relation.network)]
            return sorted(
                same, key=lambda m: days_of(m.period.start) if known(m.period.start) else (date.min, date.min)
            )
        if isinstance(relation, Agreement):
            return [agreement for agreement in others if agreement.partnership == relation.partnership]
        return [relation]

    def candidate_days(self, asked):
        dates = {READ, *(day for at in asked for day in days_of(at))}
        for record in self.records.values():
            dates |= {day for text in dates_in(record) for day in days_of(text)}
        # Over before a date, and before that the other over: two days lie between the two.
        days = {day + timedelta(days=step) for day in dates for step in (-2, -1, 0, 1, 2)}
        # A term carries a day of one agreement to one of the next: every day may be the first or the last of a term.
        terms = [record.term for record in self.group if isinstance(record, Agreement) and record.term]
        for _ in terms:
            days |= {
                day
                for known_day in days
                for years in terms
                for day in (over(known_day, years), begun(known_day, years))
            }
        return sorted(days | {date(1990, 1, 1), date(1990, 1, 2), date(2030, 1, 1), date(2030, 1, 2)})

    def facts(self):
        """Yield the facts in the order in which they count.

        A fact about one relation is (name, its place, a condition on its (first, last) days). One about two is (name,
        both places, a condition on the last day of the first and the first day of the second).
        """
        for place, record in enumerate(self.group):
            if record.ended_by is not None:
                limit = days_of(record.ended_by)[1]
                yield "ended_by", (place,), lambda stay, day=limit: stay[1] < day
            if record.period.end is Bound.OPEN:
                yield "open", (place,), lambda stay: stay[1] >= READ
            signed = self.signing(record)
            if signed is not None:
                yield "signing", (place,), lambda stay, s=signed: s[0] <= stay[0] <= s[1]
        for earlier, later in itertools.permutations(range(len(self.group)), 2):
            if isinstance(self.relation, Agreement) and self.group[later].renews == self.group[earlier].id:
                yield "renewal", (earlier, later), lambda last, first: last < first
            if isinstance(self.relation, Membership) and later == earlier + 1:
                if known(self.group[later].period.start) and (
                    self.group[later].period.start == self.group[earlier].period.end
                ):
                    gap = DAY if self.group[later].period.start.day is None else timedelta()
                    yield "no gap", (earlier, later), lambda last, first, g=gap: last + g == first
                else:
                    yield "second", (earlier, later), lambda last, first: last < first
        for place, record in enumerate(self.group):
            has_a_first_day = self.signing(record) is not None or known(record.period.start)
            if isinstance(record, Agreement) and record.term and has_a_first_day and not known(record.period.end):
                renewed = any(other.renews == record.id for other in self.group)
                early = renewed or record.ended_by is not None
                yield (
                    "term",
                    (place,),
                    lambda stay, n=record.term, e=early: (
                        stay[1] <= over(stay[0], n) if e else stay[1] == over(stay[0], n)
                    ),
                )
        for curated in (True, False):
            if not curated:
                for place, record in enumerate(self.group):
                    yield from self.lives(place, record)
            for place, record in enumerate(self.group):
                for citation in record.citations:
                    if citation.attests is not False and (citation.attests is True) is curated:
                        yield from self.evidence(place, record, citation)

    def lives(self, place, record):
        if isinstance(record, Agreement):
            return
        sides = [record.network, record.member] if isinstance(record, Membership) else record.parties
        bodies = [self.records[side] for side in sides]
        for body in bodies:
            begun = body.founded if isinstance(body, Network) else body.established
            if begun is not None:
                first = days_of(begun)[0]
                yield "begun", (place,), lambda stay, day=first: stay[0] >= day
        ends = [body.dissolved if isinstance(body, Network) else body.closed for body in bodies]
        last_days = sorted(days_of(end)[1] if end is not None else date.max for end in ends)
        for last in last_days[len(bodies) - 2 :]:
            if last != date.max:
                yield "over", (place,), lambda stay, day=last: stay[1] <= day

    def evidence(self, place, record, citation):
        source = self.records[citation.source]
        dates = [source.as_of]
        if isinstance(record, Membership):
            network = self.records[record.network]
            if network.roster_source == source.id and network.roster is RosterStatus.COMPLETE:
                dates.append(network.roster_as_of)
        for bears in dates:
            if bears is not None:
                first, last = days_of(bears)
                last = max(first, min(last, source.accessed))
                yield "dated", (place,), lambda stay, a=first, b=last: stay[0] <= b and stay[1] >= a
            elif record.period.end is Bound.OPEN:
                yield "undated", (place,), lambda stay, day=source.accessed: stay[0] <= day <= stay[1]
            else:
                yield "undated", (place,), lambda stay, day=source.accessed: stay[0] <= day

    def signing(self, record):
        """Return the days of a signing with which an agreement starts: it has no start, or one that contains them."""
        if not isinstance(record, Agreement) or record.signed is None:
            return None
        signed = days_of(record.signed)
        first, last = days_of(record.period.start) if known(record.period.start) else (date.min, date.max)
        return signed if first <= signed[0] and signed[1] <= last else None

    def worlds(self):
        """Return the (first, last) days that the relation has in some world."""
        assert len(self.group) <= 2
        stays = [self.stays(record) for record in self.group]
        between = []
        for name, places, condition in self.facts():
            remaining = list(stays)
            if len(places) == 1:
                (place,) = places
                remaining[place] = [stay for stay in stays[place] if condition(stay)]
            joint = between + [(places, condition)] * (len(places) == 2)
            remaining = together(remaining, joint)
            if all(remaining):
                stays, between = remaining, joint
            else:
                self.left_out.append(name)
        return set(stays[self.group.index(self.relation)])

    def stays(self, record):
        """Return every (first, last) day that the period of a record allows."""
        begins = first_days(record) if known(record.period.start) else (date.min, date.max)
        ends = days_of(record.period.end) if known(record.period.end) else (date.min, date.max)
        return [
            (first, last)
            for first, last in itertools.combinations_with_replacement(self.days, 2)
            if begins[0] <= first <= begins[1] and ends[0] <= last <= ends[1]
        ]


def together(stays, between):
    """Return the stays of each of two relations that some stay of the other goes with, under conditions on both."""
    for (earlier, later), condition in between:
        lasts, firsts = {last for _, last in stays[earlier]}, {first for first, _ in stays[later]}
        pairs = [(last, first) for last in lasts for first in firsts if condition(last, first)]
        lasts, firsts = {last for last, _ in pairs}, {first for _, first in pairs}
        stays = list(stays)
        stays[earlier] = [stay for stay in stays[earlier] if stay[1] in lasts]
        stays[later] = [stay for stay in stays[later] if stay[0] in firsts]
    return stays


def first_days(relation):
    """Return the days on which a relation can begin, as written; one without a start comes first."""
    start = relation.period.start
    return days_of(start) if known(start) else (date.min, date.min)


def known(bound):
    return isinstance(bound, PartialDate)


def dates_in(record):
    fields = ("established", "closed", "founded", "dissolved", "signed", "as_of", "roster_as_of", "ended_by")
    for field in fields:
        if getattr(record, field, None) is not None:
            yield getattr(record, field)
    if hasattr(record, "period"):
        yield from (bound for bound in (record.period.start, record.period.end) if known(bound))


def over(first, years):
    """Return the last day of a term, from the calendar."""
    try:
        return first.replace(year=first.year + years) - DAY
    except ValueError:
        return date(first.year + years, 2, 28)


def begun(last, years):
    """Return the first day of a term that ends on a day."""
    following = last + DAY
    try:
        return following.replace(year=following.year - years)
    except ValueError:
        return date(following.year - years, 3, 1)


def status_by_worlds(worlds, at):
    first, last = days_of(at)
    held = [start <= last and end >= first for start, end in worlds]
    if all(held):
        return Status.IN_FORCE
    if not any(held):
        return Status.NOT_IN_FORCE
    return Status.PRESUMED if all(start <= last for start, _ in worlds) else Status.UNKNOWN


# -------------------------------------------------------------------- small datasets

maybe = st.booleans()


@st.composite
def dates(draw):
    year = draw(st.integers(*YEARS))
    return draw(st.sampled_from([PartialDate(year), PartialDate(year), PartialDate(year, 3), PartialDate(year, 3, 9)]))


@st.composite
def periods(draw):
    start = draw(st.none() | dates())
    end = draw(st.sampled_from([Bound.OPEN, Bound.UNKNOWN]) | dates())
    if start is not None and known(end) and start.first > end.last:
        start, end = end, start
    return Period(start or Bound.UNKNOWN, end)


@st.composite
def citations(draw):
    sources = draw(st.lists(st.sampled_from(["undated", "dated", "coarse"]), max_size=2, unique=True))
    return tuple(Citation(source=key, attests=draw(st.sampled_from([None, None, True, False]))) for key in sources)


@st.composite
def sources(draw):
    common = {"title": "T", "publisher": "P", "kind": SourceKind.NEWS, "accessed": READ}
    yield_dates = {"undated": None, "dated": draw(dates()), "coarse": PartialDate(2004)}
    return [Source(id=key, as_of=as_of, **common) for key, as_of in yield_dates.items()]


def organization(key, **fields):
    return Organization(id=key, name=key, kind=OrganizationKind.UNIVERSITY, **fields)


@st.composite
def lives(draw, names=("established", "closed")):
    begun, ended = draw(st.none() | dates()), draw(st.none() | st.none() | dates())
    if begun is not None and ended is not None and begun.first > ended.last:
        begun, ended = ended, begun
    return dict(zip(names, (begun, ended), strict=True))


@st.composite
def with_memberships(draw):
    """One member in one network, once or twice; a complete roster; sides that begin and cease to exist."""
    roster = {"roster": RosterStatus.COMPLETE, "roster_as_of": draw(dates()), "roster_source": "undated"}
    network = Network(
        id="network",
        name="N",
        kind=NetworkKind.ASSOCIATION,
        **draw(lives(("founded", "dissolved"))),
        **(roster if draw(maybe) else {}),
    )
    count = draw(st.integers(1, 2))
    memberships = [
        Membership(
            id=f"membership-{number}",
            network="network",
            member="one",
            period=draw(periods()),
            ended_by=draw(st.none() | st.none() | dates()),
            citations=draw(citations()),
        )
        for number in range(count)
    ]
    if count == 2:
        earlier, later = memberships
        start = later.period.start
        ends_at_once = (
            draw(maybe)
            and known(start)
            and (not known(earlier.period.start) or earlier.period.start.first <= start.first)
        )
        if ends_at_once:
            memberships[0] = attrs.evolve(earlier, period=Period(earlier.period.start, start))
        # Two whose written starts do not say which is the earlier are refused by `check`.
        starts = [days_of(m.period.start) if known(m.period.start) else (date.min, date.min) for m in memberships]
        first, second = sorted(starts)
        if first[1] >= second[0]:
            memberships.pop()
    return [*draw(sources()), organization("one", **draw(lives())), network, *memberships]


@st.composite
def with_partnership(draw):
    """A partnership of two or three parties, of which some close."""
    parties = ("one", "two", "three")[: draw(st.integers(2, 3))]
    partnership = Partnership(
        id="partnership",
        name="P",
        kind=PartnershipKind.COOPERATION,
        parties=parties,
        period=draw(periods()),
        ended_by=draw(st.none() | dates()),
        citations=draw(citations()),
    )
    return [*draw(sources()), *(organization(key, **draw(lives())) for key in parties), partnership]


@st.composite
def with_agreements(draw):
    """A chain of two agreements, dated and undated, some with a term."""
    partnership = Partnership(id="p", name="P", kind=PartnershipKind.COOPERATION, parties=("one", "two"))
    agreements = [
        Agreement(
            id=f"agreement-{number}",
            name=f"A{number}",
            partnership="p",
            period=draw(st.just(Period()) | periods()),
            signed=draw(st.none() | dates()),
            term=draw(st.none() | st.integers(1, 3)),
            ended_by=draw(st.none() | st.none() | dates()),
            renews=f"agreement-{number - 1}" if number else None,
            citations=draw(citations()),
        )
        for number in range(draw(st.integers(1, 2)))
    ]
    return [*draw(sources()), organization("one"), organization("two"), partnership, *agreements]


def cases_in(dataset, oracle, statuses):
    """Name the interesting cases that a dataset holds."""
    yield from map(str, statuses)
    yield from (f"left out: {name}" for name in set(oracle.left_out))
    yield f"{len(oracle.group)} together"
    relation = oracle.relation
    if isinstance(relation, Membership):
        network = dataset.get("network", Network)
        if network.founded is not None and known(relation.period.start):
            fits = relation.period.start.first <= network.founded.last and network.founded.first.year == (
                relation.period.start.first.year
            )
            yield from ["founded in the year of joining"] * fits
        if network.roster_source and any(c.source == "undated" and c.attests is not False for c in relation.citations):
            yield "stands in a complete roster"
    if isinstance(relation, Partnership):
        closed = [dataset.get(party, Organization).closed for party in relation.parties]
        yield f"{sum(end is not None for end in closed)} of {len(closed)} parties closed"
    if isinstance(relation, Agreement):
        yield from ["a term"] * bool(relation.term)
        undated = [not known(agreement.period.start) and agreement.signed is None for agreement in oracle.group]
        yield from ["an undated link"] * (any(undated) and len(undated) > 1)
    if any(citation.source == "coarse" for citation in relation.citations):
        yield "a coarse date of the year of the release"


def agree(drawn, short, long, until_met, wanted):
    """Compare the library with the oracle on many datasets; fail if a wanted case was never met."""
    met = Counter()
    times = short if settings.default.max_examples <= 100 else long

    @settings(max_examples=times)
    @given(drawn, st.lists(dates(), min_size=2, max_size=2))
    def compare(records, asked):
        dataset = Dataset.of(Release(version="1", reference_date=REFERENCE), records)
        for relation in dataset:
            if not isinstance(relation, Membership | Partnership | Agreement) or relation.id == "p":
                continue
            oracle = Oracle(dataset, relation, asked)
            worlds = oracle.worlds()
            expected = {str(at): status_by_worlds(worlds, at) for at in asked}
            assert {str(at): dataset.status_of(relation, as_of=at) for at in asked} == expected
            met.update(set(cases_in(dataset, oracle, expected.values())))

    until_met(compare, met, wanted)
    print(dict(sorted(met.items())))


STATUSES = [str(status) for status in Status]


def test_memberships_hold_as_their_worlds_say(until_met):
    wanted = [
        "founded in the year of joining",
        "stands in a complete roster",
        "a coarse date of the year of the release",
        "2 together",
        "left out: dated",
        "left out: begun",
        "left out: over",
        "left out: open",
        *STATUSES,
    ]
    agree(with_memberships(), 150, 6_000, until_met, wanted)


def test_partnerships_hold_as_their_worlds_say(until_met):
    wanted = ["1 of 3 parties closed", "2 of 3 parties closed", "1 of 2 parties closed", "left out: begun", *STATUSES]
    agree(with_partnership(), 120, 6_000, until_met, wanted)


def test_agreements_hold_as_their_worlds_say(until_met):
    wanted = ["a term", "an undated link", "2 together", "left out: renewal", "left out: signing", *STATUSES]
    agree(with_agreements(), 120, 6_000, until_met, wanted)
