"""Hypothesis strategies for records and whole datasets, for our tests and for those of applications.

``records(Organization)`` makes organizations of every shape the data format allows, alone and without regard to what
their fields point to. ``datasets()`` makes small datasets that keep every rule of ``integrity``: ids resolve, names
are ambiguous only where that is declared, memberships do not overlap. Needs the extra ``testing``.
"""

import unicodedata
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Final, TypeVar, get_args, get_origin

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .countries import COUNTRIES
from .dataset import Dataset
from .dates import Bound, PartialDate, Period
from .model import (
    Agreement,
    Citation,
    Event,
    Indicator,
    Initiative,
    Membership,
    Name,
    NameKind,
    Network,
    Organization,
    Partnership,
    Record,
    Size,
    Source,
    Statement,
    Theme,
    Unit,
)
from .results import Release

__all__ = ["datasets", "ids", "partial_dates", "periods", "records", "texts"]

R = TypeVar("R", bound=Record)

_YEARS: Final = (1990, 2030)
_SHARED_NAMES: Final = ("Alpha", "Beta", "Ärlig", "Øst")
_KINDS_OF_SHARED: Final = (NameKind.ALIAS, NameKind.ACRONYM, NameKind.FORMER)


def texts() -> SearchStrategy[str]:
    """Texts as data holds them: not empty, in Unicode form NFC, without space at their ends, with a letter in them."""
    return st.text(min_size=1, max_size=12).map(lambda text: unicodedata.normalize("NFC", f"x{text}x"))


def ids() -> SearchStrategy[str]:
    """Ids: lower-case ASCII words joined by hyphens."""
    return st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)


@st.composite
def partial_dates(draw: DrawFn, first: int = _YEARS[0], last: int = _YEARS[1]) -> PartialDate:
    """Years, months and days, between two years."""
    day = draw(st.dates(date(first, 1, 1), date(last, 12, 31)))
    parts = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:parts])


@st.composite
def periods(draw: DrawFn) -> Period:
    """Periods of which either end may be a date, open or unknown."""
    start = draw(st.one_of(partial_dates(), st.sampled_from(Bound)))
    end = draw(st.one_of(partial_dates(), st.sampled_from(Bound)))
    if isinstance(start, PartialDate) and isinstance(end, PartialDate) and start.first > end.last:
        start, end = end, start
    return Period(start, end)


def records(kind: type[R]) -> SearchStrategy[R]:
    """Records of one class, with every field filled or not; what their fields point to need not exist.

    >>> from hypothesis import find
    >>> from nordic_partnerships import Theme
    >>> find(records(Theme), lambda theme: theme.broader != ()).broader
    ('a',)
    """
    return _objects(kind)


@st.composite
def datasets(draw: DrawFn, size: int = 3) -> Dataset:
    """Datasets that keep every rule, with up to ``size`` records of most classes."""
    made: list[Record] = []

    def several(kind: type[R], least: int, fix: Callable[[R, int], R]) -> list[R]:
        """Draw some records of a class, with ids of their own, the given repairs, and a citation."""
        some: list[R] = []
        for number in range(draw(st.integers(least, size))):
            drawn = draw(_objects(kind, bare=True))
            fixed: R = attrs.evolve(drawn, id=f"{kind.__name__.lower()}-{number}", citations=cited())
            some.append(fix(fixed, number))
        made.extend(some)
        return some

    def cited() -> tuple[Citation, ...]:
        return (Citation(source=draw(st.sampled_from(sources)).id),)

    def some_of(options: list[Any]) -> tuple[str, ...]:
        chosen = draw(st.lists(st.sampled_from(options), max_size=3, unique=True)) if options else []
        return tuple(each.id for each in chosen)

    def one_of(options: list[Any]) -> str | None:
        return draw(st.sampled_from([None, *(each.id for each in options)]))

    def names() -> tuple[Name, ...]:
        chosen = draw(st.lists(st.sampled_from(_SHARED_NAMES), max_size=2, unique=True))
        return tuple(Name(text=text, kind=draw(st.sampled_from(_KINDS_OF_SHARED))) for text in chosen)

    def sized(sizes: tuple[Size, ...]) -> tuple[Size, ...]:
        return tuple(attrs.evolve(size, citations=cited()) for size in sizes)

    sources = [
        attrs.evolve(draw(_objects(Source, bare=True)), id=f"source-{number}", document=None, sha256=None)
        for number in range(draw(st.integers(1, 2)))
    ]
    made.extend(sources)
    themes = several(
        Theme,
        0,
        lambda each, number: attrs.evolve(
            each, name=f"Theme {number}", names=names(), broader=(f"theme-{number - 1}",) if number else ()
        ),
    )
    organizations = several(
        Organization,
        2,
        lambda each, number: attrs.evolve(
            each,
            name=f"Organization {number}",
            names=names(),
            country=draw(st.sampled_from(sorted(COUNTRIES))),
            ror=None,
            wikidata=f"Q{number + 1}",
            isni=None,
            part_of=(),
            successor=None,
        ),
    )
    networks = several(
        Network,
        1,
        lambda each, number: attrs.evolve(
            each,
            name=f"Network {number}",
            names=names(),
            part_of=(f"network-{number - 1}",) if number else (),
            founders=some_of(organizations),
            funders=some_of(organizations),
            themes=some_of(themes),
            sizes=sized(each.sizes),
            remark="a roster may differ from the size",
            roster_as_of=draw(partial_dates()),
        ),
    )
    for network in networks:
        for member in (*organizations, *(other for other in networks if other.id < network.id)):
            made.extend(_stays(draw, network.id, member.id, cited))
    partnerships = several(
        Partnership,
        0,
        lambda each, _: _ended(
            attrs.evolve(
                each,
                name=f"Partnership {each.id}",
                parties=tuple(
                    one.id
                    for one in draw(st.lists(st.sampled_from(organizations), min_size=2, max_size=3, unique=True))
                ),
                themes=some_of(themes),
            )
        ),
    )
    for partnership in partnerships:
        made.extend(_chain(draw, partnership.id, cited))
    initiatives = several(
        Initiative,
        0,
        lambda each, number: _ended(
            attrs.evolve(
                each,
                name=f"Initiative {number}",
                names=names(),
                parties=some_of(organizations),
                partnership=one_of(partnerships),
                network=one_of(networks),
                builds_on=(f"initiative-{number - 1}",) if number else (),
                themes=some_of(themes),
                lead=None,
            )
        ),
    )
    several(
        Event,
        0,
        lambda each, number: attrs.evolve(
            each,
            name=f"Event {number}",
            names=names(),
            hosts=some_of(organizations),
            parties=some_of(organizations),
            network=one_of(networks),
            partnership=one_of(partnerships),
            initiative=one_of(initiatives),
            sizes=sized(each.sizes),
        ),
    )
    several(
        Indicator,
        0,
        lambda each, _: attrs.evolve(
            each,
            subject=draw(st.sampled_from(made)).id,
            value=1.0,
            unit=Unit.COUNT,
            ranking=(),
            remark="a count may differ from the list",
        ),
    )
    several(
        Statement,
        0,
        lambda each, _: attrs.evolve(
            each, subject=draw(st.sampled_from(made)).id, themes=some_of(themes), speaker=None
        ),
    )
    reference_date = draw(st.dates(date(_YEARS[0], 1, 1), date(_YEARS[1], 12, 31)))
    release = Release(
        version="2026.11.0",
        reference_date=PartialDate(reference_date.year, reference_date.month, reference_date.day),
    )
    return Dataset.of(release, draw(st.permutations(made)))


def _stays(draw: DrawFn, network: str, member: str, cited: Callable[[], tuple[Citation, ...]]) -> list[Membership]:
    """Draw the memberships of one member in one network: none, one of any period, or two that do not overlap."""
    count = draw(st.integers(0, 2))
    stays = [
        attrs.evolve(
            _ended(draw(_objects(Membership, bare=True))),
            id=f"{network}--{member}--{number}",
            network=network,
            member=member,
            citations=cited(),
        )
        for number in range(count)
    ]
    if count == 2:
        first, until, again = sorted(draw(st.lists(st.integers(*_YEARS), min_size=3, max_size=3, unique=True)))
        stays[0] = attrs.evolve(stays[0], period=Period(PartialDate(first), PartialDate(until)), ended_by=None)
        stays[1] = attrs.evolve(stays[1], period=Period(PartialDate(again), Bound.OPEN), ended_by=None)
    return stays


def _chain(draw: DrawFn, partnership: str, cited: Callable[[], tuple[Citation, ...]]) -> list[Agreement]:
    """Draw agreements of one partnership, each renewing the one before."""
    years = sorted(draw(st.lists(st.integers(*_YEARS), max_size=3, unique=True)))
    return [
        attrs.evolve(
            draw(_objects(Agreement, bare=True)),
            id=f"{partnership}--{number}",
            name=f"Agreement {partnership} {number}",
            partnership=partnership,
            period=draw(st.sampled_from([Period(), Period(PartialDate(year), Bound.OPEN)])),
            signed=draw(st.sampled_from([None, PartialDate(year)])),
            ended_by=None,
            renews=f"{partnership}--{number - 1}" if number else None,
            signatories=(),
            themes=(),
            citations=cited(),
        )
        for number, year in enumerate(years)
    ]


def _ended(record: Any) -> Any:
    """Return the record without an ``ended_by`` that its period contradicts."""
    bounds = [bound for bound in (record.period.start, record.period.end) if isinstance(bound, PartialDate)]
    if record.ended_by is not None and any(bound.first > record.ended_by.last for bound in bounds):
        return attrs.evolve(record, ended_by=None)
    return record


@cache
def _objects(kind: type[Any], *, bare: bool = False) -> SearchStrategy[Any]:
    """Return a strategy for an attrs class, by the types of its fields; made once, for making it is slow.

    A bare record is one without evidence, for who gives it some.
    """
    names = [field.name for field in attrs.fields(kind) if not (bare and field.name in ("citations", "alternatives"))]
    fields = {name: _values(getattr(attrs.fields(kind), name).type) for name in names}
    if "id" in fields:
        fields["id"] = ids()
    return st.builds(kind, **fields)


def _values(kind: Any) -> SearchStrategy[Any]:
    """Return a strategy for a type as it stands in a field of a record."""
    parts = get_args(kind)
    if NoneType in parts:
        return st.one_of(st.none(), *(_values(part) for part in parts if part is not NoneType))
    if get_origin(kind) is tuple:
        if parts[1:] == (...,):
            return st.lists(_values(parts[0]), max_size=2).map(tuple)
        return st.tuples(*map(_values, parts))
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    return st.sampled_from(kind) if issubclass(kind, Enum) else st.deferred(lambda: _objects(kind))


_SIMPLE: Final[dict[Any, SearchStrategy[Any]]] = {
    str: ids() | texts(),
    int: st.integers(0, 2_000_000),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    PartialDate: partial_dates(),
    Period: periods(),
}
