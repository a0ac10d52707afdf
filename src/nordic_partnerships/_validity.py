"""What is in force when: the days on which a relation can begin and end, narrowed by everything that is known.

A *world* gives a relation a first and a last day. Facts rule worlds out: its own dates, its term and renewals, another
membership of the same pair, the lives of its sides, the sources that attest it. Every fact says that one day is not
before another. So the days that are left for the first and for the last day are ranges, found by narrowing until
nothing changes, and the four ends of the two ranges decide every question.

Facts enter in a fixed order. One that contradicts those before it is left out whole and remembered, so there is always
a world. Relations that bear on each other (a chain of renewals, the memberships of one pair) are narrowed together.

This module knows days and nothing of records; ``_groups`` takes the facts from records. Days are ``date.toordinal``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple, TypeAlias

from ._bounds import FAR_AHEAD, LONG_AGO, Bounds

__all__ = ["Attestation", "Days", "RelationFacts", "Sequel", "bounds_of_group"]


class Days(NamedTuple):
    """The days that an imprecise date can mean."""

    first: int
    last: int


class Attestation:
    """What a source shows of a relation."""

    __slots__ = ("curated", "days", "read", "source")

    def __init__(self, source: str, read: int, days: Days | None = None, curated: bool = False) -> None:
        """Take what a source shows.

        Args:
            source: what to call it.
            read: the day on which it was read.
            days: those of the date that it bears, no later than the day on which it was read; None if it bears none.
            curated: a curator has said that it speaks of its own present.
        """
        self.source = source
        self.read = read
        self.days = days
        self.curated = curated

    @property
    def fact(self) -> str:
        """What it is called where it is left out."""
        return f"the source {self.source!r}"


class RelationFacts:
    """Everything that the days of one relation depend on by itself."""

    __slots__ = (
        "attestations",
        "begun",
        "end",
        "ended_by",
        "goes_on",
        "over",
        "reference_day",
        "signed",
        "start",
        "term",
    )

    def __init__(
        self,
        reference_day: int,
        *,
        start: Days | None = None,
        signed: Days | None = None,
        end: Days | None = None,
        goes_on: bool = False,
        ended_by: Days | None = None,
        term: int | None = None,
        begun: tuple[Days, ...] = (),
        over: tuple[Days, ...] = (),
        attestations: tuple[Attestation, ...] = (),
    ) -> None:
        """Take the facts of a relation.

        Args:
            reference_day: the day of the release.
            start: when it began, as written, or None if that is unknown.
            signed: when it was signed, if it begins with that.
            end: when it ended, or None if that is unknown or it goes on.
            goes_on: the record says that it has no end.
            ended_by: a date by which it is known to be over.
            term: its length in years, if it is one that counts from its start.
            begun: when each of its sides began to exist.
            over: when its sides were no longer enough to carry it; the first of them that fits decides.
            attestations: what sources show of it, in the order on record.
        """
        self.reference_day = reference_day
        self.start = start
        self.signed = signed
        self.end = end
        self.goes_on = goes_on
        self.ended_by = ended_by
        self.term = term
        self.begun = begun
        self.over = over
        self.attestations = attestations


class Sequel:
    """Of two relations, by their place in the group, the second begins after the first has ended."""

    __slots__ = ("earlier", "later", "least", "most", "what")

    def __init__(self, earlier: int, later: int, what: str, least: int = 1, most: int | None = None) -> None:
        """Say how they follow each other.

        Args:
            earlier: the first.
            later: the second.
            what: what to call it.
            least: how many days after the last day of the first the second begins at least.
            most: how many days at most, if that is known.
        """
        self.earlier = earlier
        self.later = later
        self.what = what
        self.least = least
        self.most = most


def bounds_of_group(relations: Sequence[RelationFacts], sequels: Sequence[Sequel] = ()) -> tuple[Bounds, ...]:
    """Return the bounds of relations that bear on each other.

    Args:
        relations: their facts.
        sequels: which ends before which begins; the earlier has the lower place, so that they never run in a circle.

    >>> from nordic_partnerships._bounds import status_in
    >>> january, december = date(2014, 1, 1).toordinal(), date(2014, 12, 31).toordinal()
    >>> (bounds,) = bounds_of_group([RelationFacts(start=Days(january, december), goes_on=True, reference_day=740000)])
    >>> status_in(bounds, january, december), status_in(bounds, january, january)
    (<Status.IN_FORCE: 'in force'>, <Status.UNKNOWN: 'unknown'>)
    """
    if any(sequel.earlier >= sequel.later for sequel in sequels):
        raise ValueError("of two relations that follow each other, the earlier has the lower place in the group")
    ranges = _Ranges(len(relations))
    left_out: list[_LeftOut] = []
    for facts in _in_order_of_precedence(relations, sequels):
        left_out += ranges.admit(facts)
    return tuple(
        Bounds(
            first_start=ranges.lowest[_start(place)],
            last_start=ranges.highest[_start(place)],
            first_end=ranges.lowest[_end(place)],
            last_end=ranges.highest[_end(place)],
            left_out=tuple(fact for at, fact in left_out if at == place),
        )
        for place in range(len(relations))
    )


# -------------------------------------------------------------------- facts


_LeftOut: TypeAlias = tuple[int, str]
"""A fact that contradicts those before it: of which relation (by its place in the group), and what it says."""

_Limit: TypeAlias = tuple[int, int, int]
"""A day lies within a range: the day, the lowest and the highest that it can be."""


class _NotBefore:
    """A day, moved by a step, is not after another day. Both ways of moving keep the order of days.

    ``forward`` gives from the first day the earliest that the other can be, ``backward`` from the other day the latest
    that the first can be.
    """

    __slots__ = ("backward", "day", "forward", "other")

    def __init__(self, day: int, other: int, forward: Callable[[int], int], backward: Callable[[int], int]) -> None:
        self.day = day
        self.other = other
        self.forward = forward
        self.backward = backward


class _Fact:
    """Something that is known of a relation, with what it says of the days of a group."""

    __slots__ = ("limits", "order", "relation", "text")

    def __init__(
        self, relation: int, text: str, limits: Sequence[_Limit] = (), order: Sequence[_NotBefore] = ()
    ) -> None:
        self.relation = relation
        self.text = text
        self.limits = limits
        self.order = order


def _limit(day: int, lowest: int = LONG_AGO, highest: int = FAR_AHEAD) -> _Limit:
    return day, lowest, highest


def _start(place: int) -> int:
    """Return the number of the first day of a relation."""
    return 2 * place


def _end(place: int) -> int:
    """Return the number of the last day of a relation."""
    return 2 * place + 1


def _in_order_of_precedence(relations: Sequence[RelationFacts], sequels: Sequence[Sequel]) -> Iterable[list[_Fact]]:
    """Yield the facts of a group; those of each list count for more than those of the lists after it."""
    places = range(len(relations))
    yield [_its_period(place, relations[place]) for place in places]
    yield [fact for place in places for fact in _its_end(place, relations[place])]
    yield [fact for place in places for fact in _its_signing(place, relations[place])]
    followed = {sequel.earlier for sequel in sequels}
    yield [_follows(sequel) for sequel in sequels]
    yield [
        _lasts_its_term(place, years, cut_short=place in followed or relations[place].ended_by is not None)
        for place in places
        if (years := _term_that_counts(relations[place]))
    ]
    yield [fact for place in places for fact in _attestations(place, relations[place], curated=True)]
    yield [fact for place in places for fact in _lives_of_sides(place, relations[place])]
    yield [fact for place in places for fact in _attestations(place, relations[place], curated=False)]


def _its_period(place: int, relation: RelationFacts) -> _Fact:
    limits = [_limit(_start(place), *relation.start)] if relation.start else []
    limits += [_limit(_end(place), *relation.end)] if relation.end else []
    return _Fact(place, "its period", tuple(limits), (_days_before(_start(place), _end(place), 0),))


def _its_end(place: int, relation: RelationFacts) -> Iterable[_Fact]:
    if relation.ended_by is not None:
        yield _Fact(place, "ended_by", (_limit(_end(place), highest=relation.ended_by.last - 1),))
    if relation.goes_on:
        limit = _limit(_end(place), lowest=relation.reference_day)
        yield _Fact(place, "that it goes on", (limit,))


def _its_signing(place: int, relation: RelationFacts) -> Iterable[_Fact]:
    """Yield that an agreement starts when it was signed, if that says more than its written start."""
    start, signed = relation.start, relation.signed
    if signed is not None and (start is None or (start.first <= signed.first and signed.last <= start.last)):
        yield _Fact(place, "its signing", (_limit(_start(place), *signed),))


def _follows(sequel: Sequel) -> _Fact:
    order = [_days_before(_end(sequel.earlier), _start(sequel.later), sequel.least)]
    if sequel.most is not None:
        order.append(_days_before(_start(sequel.later), _end(sequel.earlier), -sequel.most))
    return _Fact(sequel.later, sequel.what, order=tuple(order))


def _term_that_counts(relation: RelationFacts) -> int | None:
    """Return the years of a term that tells when a relation ends: it has a day to count from, and no written end."""
    # A start that is open is no such day, and less than a year is no term.
    written = relation.start is not None and relation.start.first > LONG_AGO
    has_first_day = written or (relation.start is None and relation.signed is not None)
    counts = has_first_day and relation.end is None and relation.term is not None and relation.term > 0
    return relation.term if counts else None


def _lasts_its_term(place: int, years: int, *, cut_short: bool) -> _Fact:
    """Return that a relation ends with its term, or no later if something is known to have ended it."""
    start, end = _start(place), _end(place)
    no_later = _NotBefore(
        end, start, lambda day: _first_start_of_term(day, years), lambda day: _end_of_term(day, years)
    )
    no_earlier = _NotBefore(
        start, end, lambda day: _end_of_term(day, years), lambda day: _last_start_of_term(day, years)
    )
    return _Fact(place, f"its term of {years} years", order=(no_later,) if cut_short else (no_later, no_earlier))


def _lives_of_sides(place: int, relation: RelationFacts) -> Iterable[_Fact]:
    for side in relation.begun:
        yield _Fact(place, "that a side began to exist later", (_limit(_start(place), lowest=side.first),))
    for side in relation.over:
        yield _Fact(place, "that a side ceased to exist earlier", (_limit(_end(place), highest=side.last),))


def _attestations(place: int, relation: RelationFacts, *, curated: bool) -> Iterable[_Fact]:
    for attestation in relation.attestations:
        if attestation.curated is not curated:
            continue
        start, end = _start(place), _end(place)
        if attestation.days is not None:
            # In force on some day of its date: it had begun by the last of them, and had not ended before the first.
            limits = [_limit(start, highest=attestation.days.last), _limit(end, lowest=attestation.days.first)]
        else:
            limits = [_limit(start, highest=attestation.read)]
            if relation.goes_on:
                limits.append(_limit(end, lowest=attestation.read))
        yield _Fact(place, attestation.fact, tuple(limits))


def _days_before(day: int, other: int, least: int) -> _NotBefore:
    """Return that one day lies at least so many days before another."""
    return _NotBefore(day, other, lambda moved: moved + least, lambda moved: moved - least)


# -------------------------------------------------------------------- terms


def _end_of_term(day: int, years: int) -> int:
    """Return the last day of a term that begins on a day: the day before its anniversary."""
    if not date.min.toordinal() <= day <= date.max.toordinal():
        return day
    begun = date.fromordinal(day)
    if begun.year + years > date.max.year:
        return FAR_AHEAD
    if (begun.month, begun.day) == (2, 29):
        # Years later there may be no such day: the anniversary is then the day after the 28th.
        return date(begun.year + years, 2, 28).toordinal()
    return date(begun.year + years, begun.month, begun.day).toordinal() - 1


def _first_start_of_term(end: int, years: int) -> int:
    """Return the first day on which a term can begin that ends on a day or later."""
    day = _near_start(end, years)
    while _end_of_term(day, years) < end:
        day += 1
    while _end_of_term(day - 1, years) >= end:
        day -= 1
    return day


def _last_start_of_term(end: int, years: int) -> int:
    """Return the last day on which a term can begin that ends on a day or earlier."""
    day = _near_start(end, years)
    while _end_of_term(day, years) > end:
        day -= 1
    while _end_of_term(day + 1, years) <= end:
        day += 1
    return day


def _near_start(end: int, years: int) -> int:
    """Return a day near the start of a term that ends on a day."""
    if not date.min.toordinal() <= end <= date.max.toordinal():
        return end
    return max(end + 1 - round(years * 365.2425), date.min.toordinal())


# -------------------------------------------------------------------- narrowing


class _Ranges:
    """The ranges of all days of a group, narrowed by the facts that were admitted."""

    def __init__(self, relations: int) -> None:
        """Let every day be any day."""
        days = 2 * relations
        self.lowest = [LONG_AGO] * days
        self.highest = [FAR_AHEAD] * days
        self._from: list[list[_NotBefore]] = [[] for _ in range(days)]
        self._to: list[list[_NotBefore]] = [[] for _ in range(days)]
        self._before: dict[int, tuple[int, int]] = {}

    def admit(self, facts: Sequence[_Fact]) -> list[_LeftOut]:
        """Narrow the ranges by facts of one rank; return those that contradict what was admitted before them."""
        left_out: list[_LeftOut] = []
        waiting = [facts]
        while waiting:
            batch = waiting.pop()
            # Mostly all of them fit: then they are narrowed together, which is one walk for a long chain.
            if not batch or self._narrow(batch):
                continue
            if len(batch) == 1:
                left_out.append((batch[0].relation, batch[0].text))
            else:
                # The first half enters before the second, so a fact still meets exactly those before it.
                middle = len(batch) // 2
                waiting += [batch[middle:], batch[:middle]]
        return left_out

    def _narrow(self, facts: Sequence[_Fact]) -> bool:
        """Narrow the ranges by facts until nothing changes; if no world is left, put everything back."""
        self._before.clear()
        touched: set[int] = set()
        for fact in facts:
            for order in fact.order:
                self._from[order.day].append(order)
                self._to[order.other].append(order)
                touched |= {order.day, order.other}
            for day, lowest, highest in fact.limits:
                self._set(day, max(self.lowest[day], lowest), min(self.highest[day], highest))
                touched.add(day)
        if self._settle(touched):
            return True
        for day, (lowest, highest) in self._before.items():
            self.lowest[day], self.highest[day] = lowest, highest
        for fact in reversed(facts):
            for order in reversed(fact.order):
                self._from[order.day].pop()
                self._to[order.other].pop()
        return False

    def _set(self, day: int, lowest: int, highest: int) -> None:
        """Give a day a new range; the one before this narrowing is kept, to be put back."""
        self._before.setdefault(day, (self.lowest[day], self.highest[day]))
        self.lowest[day], self.highest[day] = lowest, highest

    def _settle(self, touched: Iterable[int]) -> bool:
        """Carry changes of some days to all that depend on them; return False if a day has no place left.

        Days are numbered in the order of time, as far as it is known. So later starts are carried on from the lowest
        number, and earlier ends from the highest: then every day is mostly visited once.
        """
        raised = sorted(touched)
        lowered = sorted(-day for day in raised)
        while raised or lowered:
            if raised:
                day = heappop(raised)
                for order in self._from[day]:
                    earliest = order.forward(self.lowest[day])
                    if earliest > self.lowest[order.other]:
                        self._set(order.other, earliest, self.highest[order.other])
                        heappush(raised, order.other)
            else:
                day = -heappop(lowered)
                for order in self._to[day]:
                    latest = order.backward(self.highest[day])
                    if latest < self.highest[order.day]:
                        self._set(order.day, self.lowest[order.day], latest)
                        heappush(lowered, -order.day)
            if self.lowest[day] > self.highest[day]:
                return False
        return True
