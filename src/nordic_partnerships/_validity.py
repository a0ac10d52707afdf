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

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ._bounds import FAR_AHEAD, LONG_AGO, Bounds
from ._narrowing import Fact, LeftOut, Limit, NotBefore, Ranges

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
    ranges = Ranges(2 * len(relations), LONG_AGO, FAR_AHEAD)
    left_out: list[LeftOut] = []
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


def _limit(day: int, lowest: int = LONG_AGO, highest: int = FAR_AHEAD) -> Limit:
    return day, lowest, highest


def _start(place: int) -> int:
    """Return the number of the first day of a relation."""
    return 2 * place


def _end(place: int) -> int:
    """Return the number of the last day of a relation."""
    return 2 * place + 1


def _in_order_of_precedence(relations: Sequence[RelationFacts], sequels: Sequence[Sequel]) -> Iterable[list[Fact]]:
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


def _its_period(place: int, relation: RelationFacts) -> Fact:
    limits = [_limit(_start(place), *relation.start)] if relation.start else []
    limits += [_limit(_end(place), *relation.end)] if relation.end else []
    return Fact(place, "its period", tuple(limits), (_days_before(_start(place), _end(place), 0),))


def _its_end(place: int, relation: RelationFacts) -> Iterable[Fact]:
    if relation.ended_by is not None:
        yield Fact(place, "ended_by", (_limit(_end(place), highest=relation.ended_by.last - 1),))
    if relation.goes_on:
        limit = _limit(_end(place), lowest=relation.reference_day)
        yield Fact(place, "that it goes on", (limit,))


def _its_signing(place: int, relation: RelationFacts) -> Iterable[Fact]:
    """Yield that an agreement starts when it was signed, if that says more than its written start."""
    start, signed = relation.start, relation.signed
    if signed is not None and (start is None or (start.first <= signed.first and signed.last <= start.last)):
        yield Fact(place, "its signing", (_limit(_start(place), *signed),))


def _follows(sequel: Sequel) -> Fact:
    order = [_days_before(_end(sequel.earlier), _start(sequel.later), sequel.least)]
    if sequel.most is not None:
        order.append(_days_before(_start(sequel.later), _end(sequel.earlier), -sequel.most))
    return Fact(sequel.later, sequel.what, order=tuple(order))


def _term_that_counts(relation: RelationFacts) -> int | None:
    """Return the years of a term that tells when a relation ends: it has a day to count from, and no written end."""
    # A start that is open is no such day, and less than a year is no term.
    written = relation.start is not None and relation.start.first > LONG_AGO
    has_first_day = written or (relation.start is None and relation.signed is not None)
    counts = has_first_day and relation.end is None and relation.term is not None and relation.term > 0
    return relation.term if counts else None


def _lasts_its_term(place: int, years: int, *, cut_short: bool) -> Fact:
    """Return that a relation ends with its term, or no later if something is known to have ended it."""
    start, end = _start(place), _end(place)
    no_later = NotBefore(end, start, lambda day: _first_start_of_term(day, years), lambda day: _end_of_term(day, years))
    no_earlier = NotBefore(
        start, end, lambda day: _end_of_term(day, years), lambda day: _last_start_of_term(day, years)
    )
    return Fact(place, f"its term of {years} years", order=(no_later,) if cut_short else (no_later, no_earlier))


def _lives_of_sides(place: int, relation: RelationFacts) -> Iterable[Fact]:
    for side in relation.begun:
        yield Fact(place, "that a side began to exist later", (_limit(_start(place), lowest=side.first),))
    for side in relation.over:
        yield Fact(place, "that a side ceased to exist earlier", (_limit(_end(place), highest=side.last),))


def _attestations(place: int, relation: RelationFacts, *, curated: bool) -> Iterable[Fact]:
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
        yield Fact(place, attestation.fact, tuple(limits))


def _days_before(day: int, other: int, least: int) -> NotBefore:
    """Return that one day lies at least so many days before another."""
    return NotBefore(day, other, lambda moved: moved + least, lambda moved: moved - least)


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
