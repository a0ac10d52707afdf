"""Hypothesis strategies for records and whole datasets, for our tests and for those of applications.

``records(Organization)`` makes organizations of every shape the data format allows, alone and without regard to what
their fields point to. ``datasets()`` makes small datasets whose records agree with each other: ids resolve, names
are ambiguous only where that is declared, memberships do not overlap. Needs the extra ``testing``.
"""

import unicodedata
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ._countries import COUNTRIES
from ._dataset import Dataset
from ._dates import Bound, PartialDate, Period
from ._model import (
    Agreement,
    Citation,
    Event,
    Indicator,
    Initiative,
    Membership,
    Name,
    Network,
    Organization,
    Partnership,
    Record,
    Revision,
    Shape,
    Source,
    Statement,
    Theme,
    Tombstone,
    shapes,
)
from ._release import Release
from .kinds import NameKind, Unit

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


def records(cls: type[R], /) -> SearchStrategy[R]:
    """Records of one class, with every field filled or not; what their fields point to need not exist.

    >>> from hypothesis import find
    >>> from nordic_partnerships import Theme
    >>> find(records(Theme), lambda theme: theme.broader != ()).broader
    ('a',)
    """
    return _objects(cls)


@st.composite
def datasets(draw: DrawFn, size: int = 3) -> Dataset:
    """Datasets that keep every rule of consistency, with up to ``size`` records of most classes."""
    made = _Maker(draw, size).make()
    day = draw(st.dates(date(_YEARS[0], 1, 1), date(_YEARS[1], 12, 31)))
    release = Release(version="2026.11.0", reference_date=PartialDate(day.year, day.month, day.day))
    return Dataset.of(release, draw(st.permutations(made)))


class _Maker:
    """Draws one collection after the other; what a field points to has been drawn before it."""

    def __init__(self, draw: DrawFn, size: int) -> None:
        self._draw = draw
        self._size = size
        self._made: dict[type[Record], list[Any]] = {}

    def make(self) -> list[Record]:
        """Return all records of a dataset."""
        self._some(Source, 1, lambda _: {"document": None, "sha256": None})
        self._some(Theme, 0, self._theme)
        self._some(Organization, 2, self._organization)
        self._some(Network, 1, self._network)
        self._made[Membership] = [
            stay
            for network in self._made[Network]
            for member in (*self._made[Organization], *(each for each in self._made[Network] if each.id < network.id))
            for stay in self._stays(network.id, member.id)
        ]
        self._some(Partnership, 0, self._partnership)
        self._made[Agreement] = [one for each in self._made[Partnership] for one in self._renewals(each.id)]
        self._some(Initiative, 0, self._initiative)
        self._some(Event, 0, self._event)
        self._some(Indicator, 0, self._indicator)
        self._some(Statement, 0, self._statement)
        self._some(Tombstone, 0, self._tombstone)
        self._some(Revision, 0, self._revision)
        return [record for some in self._made.values() for record in some]

    def _some(self, kind: type[Record], least: int, fields: Callable[[int], dict[str, Any]]) -> None:
        """Draw some records of a class, each with an id of its own and the given fields."""
        self._made[kind] = []
        for number in range(self._draw(st.integers(least, self._size))):
            self._made[kind].append(self._one(kind, f"{kind.__name__.lower()}-{number}", **fields(number)))

    def _one(self, kind: type[Record], key: str, **fields: Any) -> Any:
        """Draw one record with the given fields, and a citation, unless it is a source."""
        cited = {} if kind is Source else {"citations": (self._citation(),)}
        record = attrs.evolve(self._draw(_objects(kind, bare=True)), id=key, **cited, **fields)
        sizes = getattr(record, "sizes", ())
        if sizes:
            remark = "a roster may differ from the size"
            cited_sizes = tuple(attrs.evolve(size, citations=(self._citation(),), remark=remark) for size in sizes)
            record = attrs.evolve(record, sizes=cited_sizes)
        return _ended(record)

    def _citation(self) -> Citation:
        return Citation(source=self._draw(st.sampled_from(self._made[Source])).id)

    def _ids(self, kind: type[Record], least: int = 0) -> tuple[str, ...]:
        known = [each.id for each in self._made[kind]]
        if not known:
            return ()
        return tuple(self._draw(st.lists(st.sampled_from(known), min_size=least, max_size=3, unique=True)))

    def _id(self, kind: type[Record]) -> str | None:
        known: list[str] = [each.id for each in self._made[kind]]
        return self._draw(st.sampled_from([None, *known]))

    def _subject(self) -> str:
        key: str = self._draw(st.sampled_from([each.id for some in self._made.values() for each in some]))
        return key

    def _names(self) -> tuple[Name, ...]:
        chosen = self._draw(st.lists(st.sampled_from(_SHARED_NAMES), max_size=2, unique=True))
        return tuple(Name(text=text, kind=self._draw(st.sampled_from(_KINDS_OF_SHARED))) for text in chosen)

    def _theme(self, number: int) -> dict[str, Any]:
        broader = (f"theme-{number - 1}",) if number else ()
        return {"name": f"Theme {number}", "names": self._names(), "broader": broader}

    def _organization(self, number: int) -> dict[str, Any]:
        return {
            "name": f"Organization {number}",
            "names": self._names(),
            "country": self._draw(st.sampled_from(sorted(COUNTRIES))),
            "location": None,
            "ror": None,
            "wikidata": f"Q{number + 1}",
            "isni": None,
            "part_of": (),
            "successor": None,
        }

    def _network(self, number: int) -> dict[str, Any]:
        return {
            "name": f"Network {number}",
            "names": self._names(),
            "part_of": (f"network-{number - 1}",) if number else (),
            "founders": self._ids(Organization),
            "funders": self._ids(Organization),
            "themes": self._ids(Theme),
            "roster_as_of": self._draw(partial_dates()),
            "founded": self._draw(st.none() | partial_dates(_YEARS[0] - 5, _YEARS[0] - 1)),
        }

    def _stays(self, network: str, member: str) -> list[Membership]:
        """Draw the memberships of one member in one network: none, one of any period, or two that do not overlap."""
        count = self._draw(st.integers(0, 2))
        fields: list[dict[str, Any]] = [{}]
        if count == 2:
            years = sorted(self._draw(st.lists(st.integers(*_YEARS), min_size=3, max_size=3, unique=True)))
            first, until, again = map(PartialDate, years)
            fields = [
                {"period": Period(first, until), "ended_by": None},
                {"period": Period(again, Bound.OPEN), "ended_by": None},
            ]
        return [
            self._one(
                Membership,
                f"{network}--{member}--{number}",
                network=network,
                member=member,
                remark="a member may have joined under an older name",
                **each,
            )
            for number, each in enumerate(fields[:count])
        ]

    def _partnership(self, number: int) -> dict[str, Any]:
        parties = self._ids(Organization, least=2)
        return {"name": f"Partnership {number}", "parties": parties, "themes": self._ids(Theme)}

    def _renewals(self, partnership: str) -> list[Agreement]:
        """Draw agreements of one partnership, each renewing the one before."""
        years = sorted(self._draw(st.lists(st.integers(*_YEARS), max_size=3, unique=True)))
        return [
            self._one(
                Agreement,
                f"{partnership}--{number}",
                name=f"Agreement {partnership} {number}",
                partnership=partnership,
                period=self._draw(st.sampled_from([Period(), Period(PartialDate(year), Bound.OPEN)])),
                signed=self._draw(st.sampled_from([None, PartialDate(year), PartialDate(year, 3)])),
                ended_by=None,
                renews=f"{partnership}--{number - 1}" if number else None,
                signatories=(),
                themes=self._ids(Theme),
            )
            for number, year in enumerate(years)
        ]

    def _initiative(self, number: int) -> dict[str, Any]:
        return {
            "name": f"Initiative {number}",
            "names": self._names(),
            "parties": self._ids(Organization),
            "partnership": self._id(Partnership),
            "network": self._id(Network),
            "builds_on": (f"initiative-{number - 1}",) if number else (),
            "themes": self._ids(Theme),
            "lead": None,
        }

    def _event(self, number: int) -> dict[str, Any]:
        return {
            "name": f"Event {number}",
            "names": self._names(),
            "hosts": self._ids(Organization),
            "parties": self._ids(Organization),
            "network": self._id(Network),
            "partnership": self._id(Partnership),
            "initiative": self._id(Initiative),
        }

    def _indicator(self, _: int) -> dict[str, Any]:
        remark = "a count may differ from the list"
        return {"subject": self._subject(), "value": 1.0, "unit": Unit.COUNT, "ranking": (), "remark": remark}

    def _statement(self, _: int) -> dict[str, Any]:
        return {"subject": self._subject(), "themes": self._ids(Theme), "speaker": None}

    def _tombstone(self, _: int) -> dict[str, Any]:
        return {"successors": self._ids(Organization)}

    def _revision(self, _: int) -> dict[str, Any]:
        # A revision is about any record but another revision.
        subjects = [record.id for kind, made in self._made.items() if kind is not Revision for record in made]
        return {"release": "2026.11.0", "record": self._draw(st.sampled_from(subjects))}


def _ended(record: Any) -> Any:
    """Return the record without an ``ended_by`` that its period contradicts."""
    ended_by = getattr(record, "ended_by", None)
    if ended_by is None:
        return record
    bounds = [bound for bound in (record.period.start, record.period.end) if isinstance(bound, PartialDate)]
    contradicted = any(bound.first > ended_by.last for bound in bounds)
    return attrs.evolve(record, ended_by=None) if contradicted else record


def _objects(cls: Any, *, bare: bool = False) -> SearchStrategy[Any]:
    return _made_objects(cls, bare)


@cache
def _made_objects(cls: Any, bare: bool) -> SearchStrategy[Any]:
    """Return a strategy for an attrs class, by the types of its fields; made once, for making it is slow.

    A bare record is one without evidence, for who gives it some.
    """
    strategies = {
        field.name: _values(shape)
        for field, shape in shapes(cls)
        if not (bare and field.name in ("citations", "alternatives"))
    }
    if "id" in strategies:
        strategies["id"] = ids()
    return st.builds(cls, **strategies)


def _values(shape: Shape) -> SearchStrategy[Any]:
    """Return a strategy for what a field holds."""
    item = _items(shape.item)
    if not shape.many:
        return st.none() | item if shape.optional else item
    least, most = (0, 2) if shape.length is None else (shape.length, shape.length)
    values = st.lists(item, min_size=least, max_size=most).map(tuple)
    return st.none() | values if shape.optional else values


def _items(cls: Any) -> SearchStrategy[Any]:
    """Return a strategy for the single values of a class."""
    if cls in _SIMPLE:
        return _SIMPLE[cls]
    if issubclass(cls, Enum):
        return st.sampled_from(cls)
    return st.deferred(lambda: _objects(cls))


_SIMPLE: Final[dict[Any, SearchStrategy[Any]]] = {
    str: ids() | texts(),
    int: st.integers(0, 2_000_000),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    PartialDate: partial_dates(),
    Period: periods(),
}
