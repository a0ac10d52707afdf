"""Hypothesis strategies for records and whole datasets, for our tests and for those of applications.

``records(Organization)`` makes organizations of every shape the data format allows, alone and without regard to what
their fields point to. ``datasets()`` makes small datasets in which ``Dataset.check`` finds nothing: ids lead to
records, names are ambiguous only where that is declared, memberships of one pair do not overlap, and a remark says so
where sources contradict a relation's dates. Needs the extra ``testing``.
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
from ._curation.rules.figures import stated_at
from ._dataset import Dataset
from ._dates import Bound, PartialDate, Period
from ._model import (
    Agreement,
    Alternative,
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
    Size,
    Source,
    Statement,
    Theme,
    Tombstone,
    shapes,
)
from ._release import Release
from ._status import Validity
from ._store import Collections, MemoryStore
from .kinds import (
    Cause,
    IndicatorMeasure,
    InitiativeKind,
    NameKind,
    NetworkKind,
    OrganizationKind,
    PartnershipKind,
    Qualifier,
    Role,
    RosterStatus,
    SizeMeasure,
    SourceKind,
    StatementKind,
    Unit,
)

__all__ = ["datasets", "ids", "partial_dates", "periods", "records", "texts"]

R = TypeVar("R", bound=Record)

_YEARS: Final = (1990, 2030)
_FIRST_DAY: Final = date(_YEARS[0], 1, 1)
_FIRST_READING: Final = date(2000, 1, 1)
_LAST_DAY: Final = date(_YEARS[1], 12, 31)

_FURTHER_NAMES: Final = (
    (),
    (Name(text="Alpha"),),
    (Name(text="Beta", kind=NameKind.ACRONYM),),
    (Name(text="Ärlig", kind=NameKind.FORMER),),
    (Name(text="Alpha", kind=NameKind.ACRONYM), Name(text="Ärlig")),
    (Name(text="Beta", kind=NameKind.FORMER), Name(text="Øst", language="da")),
)
"""Further names of a record: several records may have one, so none of them is a proper name."""

_ROLES: Final = (
    (Role.MEMBER,),
    (Role.FOUNDING_MEMBER,),
    (Role.FOUNDING_MEMBER, Role.CHAIR),
    (Role.ASSOCIATE_MEMBER,),
    (Role.MEMBER, Role.COORDINATOR),
)


def texts() -> SearchStrategy[str]:
    """Texts as data holds them: in Unicode form NFC, without space at their ends, with a letter in them."""
    letters = st.characters(categories=("L", "M", "N", "P", "S", "Zs"))
    return st.text(letters, min_size=1, max_size=12).map(lambda text: unicodedata.normalize("NFC", f"x{text}x"))


def ids() -> SearchStrategy[str]:
    """Ids: lower-case ASCII words joined by hyphens."""
    return st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)


@st.composite
def partial_dates(draw: DrawFn, first: int = _YEARS[0], last: int = _YEARS[1]) -> PartialDate:
    """Years, months and days, between two years."""
    day = draw(st.dates(date(first, 1, 1), date(last, 12, 31)))
    return _shortened(day, draw(st.integers(1, 3)))


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

    >>> from hypothesis import given
    >>> from nordic_partnerships import Theme
    >>> @given(records(Theme))
    ... def test_a_theme_is_shown_by_its_name(theme):
    ...     assert str(theme) == theme.name
    """
    strategy: SearchStrategy[R] = _objects(cls)
    return strategy


@st.composite
def datasets(draw: DrawFn, size: int = 3) -> Dataset:
    """Datasets in which ``Dataset.check`` finds nothing, with up to ``size`` records of most classes.

    Relations have any period, complete or not, or none; a member may belong to a network twice; agreements renew each
    other, some of them undated; networks may be founded while a membership begins; rosters may be complete, and agree
    with the stated size or have a remark why not.
    """
    return _Maker(draw, size).make()


class _Maker:
    """Draws one collection after the other; what a field points to has been drawn before it.

    Texts and citations are drawn once, and each record takes some of them: what questions look at is drawn for each.
    """

    def __init__(self, draw: DrawFn, size: int) -> None:
        self._draw = draw
        self._size = size
        self._today: date = draw(st.dates(date(_YEARS[0] + 20, 1, 1), _LAST_DAY))
        self._version = f"{self._today.year}.{self._today.month}.0"
        self._texts: list[str | None] = [None, *draw(st.lists(texts(), min_size=1, max_size=2))]
        self._records: dict[type[Record], list[Any]] = {}
        self._evidence: list[dict[str, Any]] = []

    def make(self) -> Dataset:
        """Return a dataset."""
        self._make_some(Source, 1, self._source)
        self._evidence = self._draw_evidence()
        self._make_some(Theme, 0, self._theme)
        self._make_some(Organization, 2, self._organization)
        self._make_some(Network, 1, self._network)
        self._make_memberships()
        self._make_some(Partnership, 0, self._partnership)
        self._make_agreements()
        self._make_some(Initiative, 0, self._initiative)
        self._make_some(Event, 0, self._event)
        self._make_some(Indicator, 0, self._indicator)
        self._make_some(Statement, 0, self._statement)
        self._make_some(Tombstone, 0, self._tombstone)
        self._make_some(Revision, 0, self._revision)
        self._make_rosters_agree()
        self._explain_contradictions()
        everything = self._everything()
        return Dataset.of(self._release, everything[::-1] if self._draw(st.booleans()) else everything)

    @property
    def _release(self) -> Release:
        return Release(version=self._version, reference_date=_shortened(self._today, 3))

    def _everything(self) -> list[Record]:
        return [record for collection in self._records.values() for record in collection]

    def _make_some(self, cls: type[Record], least: int, make: Callable[[int], Record]) -> None:
        count = self._draw(st.integers(least, max(least, self._size)))
        self._records[cls] = []
        for number in range(count):
            self._records[cls].append(make(number))

    # ---------------------------------------------------------------- evidence

    def _source(self, number: int) -> Source:
        accessed = self._day(_FIRST_READING, self._today)
        return Source(
            id=f"source-{number}",
            title=f"Source {number}",
            publisher="A publisher",
            kind=self._draw(st.sampled_from(SourceKind)),
            url=f"https://source-{number}.example/",
            as_of=self._draw_date(_FIRST_DAY, accessed) if self._draw(st.booleans()) else None,
            accessed=accessed,
        )

    def _draw_evidence(self) -> list[dict[str, Any]]:
        """Return what records may rest on: each source alone, and one that another source contradicts."""
        attests = self._draw(st.sampled_from((None, None, True, False)))
        citations = [Citation(source=source.id, attests=attests) for source in self._records[Source]]
        stated = self._draw(st.sampled_from(self._texts))
        quoted = attrs.evolve(citations[-1], section="Facts", stated=stated)
        other = Alternative(field="name", value="Another name", citation=citations[0], remark="An older page.")
        return [
            *({"citations": (citation,)} for citation in citations),
            {"citations": (*citations[:-1], quoted), "alternatives": (other,)},
        ]

    def _rests_on(self) -> dict[str, Any]:
        """Draw the citations of a record that has a name, and perhaps an alternative."""
        return self._draw(st.sampled_from(self._evidence))

    def _cites(self) -> dict[str, Any]:
        """Draw the citations of a record that has no name."""
        return {"citations": self._rests_on()["citations"]}

    # ---------------------------------------------------------------- single values

    def _day(self, first: date, last: date) -> date:
        return date.fromordinal(self._draw(st.integers(first.toordinal(), max(first, last).toordinal())))

    def _draw_date(self, first: date = _FIRST_DAY, last: date | None = None) -> PartialDate:
        """Draw a year, a month or a day that contains a day between two, the last by default the reference date."""
        day = self._day(first, self._today if last is None else last)
        return _shortened(day, self._draw(st.integers(1, 3)))

    def _draw_period(self, first: date = _FIRST_DAY) -> Period:
        """Draw a period whose start, if it has one, contains a day from the first one on."""
        has_start, bound = self._draw(st.sampled_from(_PERIODS))
        start = self._draw_date(first) if has_start else Bound.UNKNOWN
        if bound is not None:
            return Period(start, bound)
        return Period(start, self._draw_date(start.first if isinstance(start, PartialDate) else first, _LAST_DAY))

    def _draw_ended_by(self, period: Period) -> PartialDate | None:
        if isinstance(period.end, PartialDate) or self._draw(st.integers(0, 3)):
            return None
        return self._draw_date(period.start.first if isinstance(period.start, PartialDate) else _FIRST_DAY)

    def _ids(self, cls: type[Record], least: int = 0) -> tuple[str, ...]:
        """Draw the ids of some records of a class, all by one number."""
        known = self._known(cls)
        chosen = self._draw(st.integers(0, 2 ** len(known) - 1))
        held = tuple(record_id for place, record_id in enumerate(known) if chosen >> place & 1)
        return held if len(held) >= least else tuple(known[:least])

    def _id(self, cls: type[Record]) -> str | None:
        return self._draw(st.sampled_from([None, *self._known(cls)]))

    def _subject(self) -> str:
        """Draw the id of any record that there is so far, but for revisions, which nothing is said about."""
        subjects = [record_id for cls in self._records if cls is not Revision for record_id in self._known(cls)]
        return self._draw(st.sampled_from(subjects))

    def _known(self, cls: type[Record]) -> list[str]:
        return [record.id for record in self._records[cls]]

    def _text(self) -> str | None:
        return self._draw(st.sampled_from(self._texts))

    def _names(self) -> tuple[Name, ...]:
        return self._draw(st.sampled_from(_FURTHER_NAMES))

    # ---------------------------------------------------------------- records

    def _theme(self, number: int) -> Theme:
        broader = (f"theme-{number - 1}",) if number else ()
        return Theme(
            id=f"theme-{number}", name=f"Theme {number}", names=self._names(), broader=broader, **self._rests_on()
        )

    def _organization(self, number: int) -> Organization:
        return Organization(
            id=f"organization-{number}",
            name=f"Organization {number}",
            kind=self._draw(st.sampled_from(OrganizationKind)),
            names=self._names(),
            country=self._draw(st.sampled_from(_COUNTRY_CODES)),
            established=self._draw_date() if self._draw(st.booleans()) else None,
            wikidata=f"Q{number + 1}",
            summary=self._text(),
            **self._rests_on(),
        )

    def _network(self, number: int) -> Network:
        founded = self._draw_date() if self._draw(st.booleans()) else None
        first = founded.first if founded else _FIRST_DAY
        complete = self._draw(st.booleans())
        return Network(
            id=f"network-{number}",
            name=f"Network {number}",
            kind=self._draw(st.sampled_from(NetworkKind)),
            founded=founded,
            names=self._names(),
            part_of=(f"network-{number - 1}",) if number else (),
            founders=self._ids(Organization),
            themes=self._ids(Theme),
            summary=self._text(),
            sizes=self._sizes(first),
            roster=RosterStatus.COMPLETE if complete else RosterStatus.PARTIAL,
            roster_as_of=self._draw_date(first) if complete else None,
            roster_source=self._id(Source) if complete else None,
            **self._rests_on(),
        )

    def _sizes(self, first: date) -> tuple[Size, ...]:
        """Draw figures in the order of measure and date: members at some dates, countries at none."""
        dates = {self._draw_date(first) for _ in range(self._draw(st.integers(0, 2)))}
        in_order = sorted(dates, key=lambda moment: (moment.first, moment.last))
        members = [self._size_of(SizeMeasure.MEMBERS, moment) for moment in in_order]
        countries = [self._size_of(SizeMeasure.COUNTRIES, None)] if self._draw(st.booleans()) else []
        return (*members, *countries)

    def _size_of(self, measure: SizeMeasure, as_of: PartialDate | None) -> Size:
        qualifier = self._draw(st.sampled_from(Qualifier))
        count = self._draw(st.integers(1, 50))
        return Size(measure=measure, count=count, qualifier=qualifier, as_of=as_of, **self._cites())

    def _make_memberships(self) -> None:
        self._records[Membership] = []
        for network in self._records[Network]:
            earlier = [other for other in self._records[Network] if other.id < network.id]
            for member in (*self._records[Organization], *earlier):
                for number, period in enumerate(self._stays(network)):
                    membership = self._membership(f"{network.id}--{member.id}--{number}", network, member, period)
                    self._records[Membership].append(membership)

    def _stays(self, network: Network) -> list[Period]:
        """Draw when a member belongs to a network: never, at any time, or twice; never before it was founded."""
        first = network.founded.first if network.founded else _FIRST_DAY
        stays = self._draw(st.sampled_from(("none", "once", "from the founding", "twice")))
        if stays == "none":
            return []
        if stays == "from the founding" and network.founded is not None:
            return [Period(PartialDate(network.founded.year), Bound.OPEN)]
        if stays != "twice":
            return [self._draw_period(first)]
        start, end, again = (self._draw_date(first) for _ in range(3))
        start, end, again = sorted((start, end, again), key=lambda moment: moment.first)
        first_stay, second_stay = Period(start, end), Period(again, Bound.OPEN)
        # Two that begin within one written date do not say which is the later.
        return [first_stay, second_stay] if start.last < again.first else [first_stay]

    def _membership(self, record_id: str, network: Network, member: Record, period: Period) -> Membership:
        evidence = self._cites()
        return Membership(
            id=record_id,
            network=network.id,
            member=member.id,
            roles=self._draw(st.sampled_from(_ROLES)),
            period=period,
            ended_by=None if record_id.endswith("--1") else self._draw_ended_by(period),
            remark=_remark_on(period),
            **evidence,
        )

    def _partnership(self, number: int) -> Partnership:
        parties, period = self._ids(Organization, least=2), self._draw_period()
        kind = self._draw(st.sampled_from(PartnershipKind))
        names = [organization.name for organization in self._records[Organization] if organization.id in parties]
        alike = [other for other in self._records[Partnership] if (other.kind, other.parties) == (kind, parties)]
        return Partnership(
            id=f"partnership-{number}",
            name=f"{' and '.join(names)}, {number}",
            kind=kind,
            parties=parties,
            period=period,
            ended_by=self._draw_ended_by(period),
            themes=self._ids(Theme),
            remark="In another field." if alike else _remark_on(period),
            **self._rests_on(),
        )

    def _make_agreements(self) -> None:
        self._records[Agreement] = []
        for partnership in self._records[Partnership]:
            years = {
                self._draw(st.integers(_YEARS[0], self._today.year))
                for _ in range(self._draw(st.sampled_from((0, 1, 3))))
            }
            for number, year in enumerate(sorted(years)):
                self._records[Agreement].append(self._agreement(partnership, number, year))

    def _agreement(self, partnership: Partnership, number: int, year: int) -> Agreement:
        """Draw an agreement that renews the one before it: dated, signed, both or neither."""
        form = self._draw(st.sampled_from(("dated", "undated", "signed", "undated", "dated and signed", "for a term")))
        period = Period(PartialDate(year), Bound.UNKNOWN if form == "for a term" else Bound.OPEN)
        signed = PartialDate(year, 3) if year < self._today.year else PartialDate(year)
        return Agreement(
            id=f"{partnership.id}--{number}",
            name=f"Agreement {number} of {partnership.id}",
            partnership=partnership.id,
            signed=signed if form in ("signed", "dated and signed") else None,
            period=Period() if form in ("undated", "signed") else period,
            term=5 if form == "for a term" else None,
            themes=self._ids(Theme),
            renews=f"{partnership.id}--{number - 1}" if number else None,
            remark="The pages that tell of it are of other years.",
            **self._rests_on(),
        )

    def _initiative(self, number: int) -> Initiative:
        period, evidence, partnership = self._draw_period(), self._rests_on(), self._id(Partnership)
        shared = [other.parties for other in self._records[Partnership] if other.id == partnership]
        parties = shared[0] if shared else self._ids(Organization, least=1)
        return Initiative(
            id=f"initiative-{number}",
            name=f"Initiative {number}",
            kind=self._draw(st.sampled_from(InitiativeKind)),
            names=self._names(),
            parties=parties,
            partnership=partnership,
            network=self._id(Network),
            builds_on=(f"initiative-{number - 1}",) if number else (),
            themes=self._ids(Theme),
            period=period,
            ended_by=self._draw_ended_by(period),
            remark=_remark_on(period),
            **evidence,
        )

    def _event(self, number: int) -> Event:
        parties = self._ids(Organization, least=1)
        hosts = tuple(host for host in self._ids(Organization) if host not in parties)
        return Event(
            id=f"event-{number}",
            name=f"Event {number}",
            names=self._names(),
            period=self._draw(st.sampled_from((Period(), _at(self._draw_date())))),
            hosts=hosts,
            parties=parties,
            network=self._id(Network),
            partnership=self._id(Partnership),
            initiative=self._id(Initiative),
            **self._rests_on(),
        )

    def _indicator(self, number: int) -> Indicator:
        return Indicator(
            id=f"indicator-{number}",
            subject=self._subject(),
            measure=self._draw(st.sampled_from(IndicatorMeasure)),
            value=1.0,
            unit=Unit.COUNT,
            as_of=self._draw_date() if self._draw(st.booleans()) else None,
            remark="A count may differ from the list on record.",
            **self._cites(),
        )

    def _statement(self, number: int) -> Statement:
        return Statement(
            id=f"statement-{number}",
            subject=self._subject(),
            kind=self._draw(st.sampled_from(StatementKind)),
            text=f"Statement {number}.",
            themes=self._ids(Theme),
            **self._cites(),
        )

    def _tombstone(self, number: int) -> Tombstone:
        return Tombstone(
            id=f"tombstone-{number}",
            reason="entered twice",
            retired=self._draw_date(),
            successors=self._ids(Organization),
        )

    def _revision(self, number: int) -> Revision:
        return Revision(
            id=f"revision-{number}",
            release=self._version,
            record=self._id(Tombstone) or self._subject(),
            cause=self._draw(st.sampled_from(Cause)),
            remark=self._text(),
        )

    # ---------------------------------------------------------------- what records say of each other

    def _make_rosters_agree(self) -> None:
        """Let a complete roster agree with the stated size, or a remark say why it does not."""
        dataset = Dataset(MemoryStore.of(self._release, self._everything()))
        for place, network in enumerate(self._records[Network]):
            if network.roster_as_of is None:
                continue
            sized = stated_at(dataset, network, network.roster_as_of)
            counted = len(dataset.members_of(network, as_of=network.roster_as_of))
            if sized is None or sized.size.count == counted:
                continue
            agrees = counted > 0 and self._draw(st.integers(0, 3)) > 0
            told = {"count": counted} if agrees else {"remark": "Some members are not named."}
            sizes = tuple(attrs.evolve(size, **told) if size is sized.size else size for size in network.sizes)
            self._records[Network][place] = attrs.evolve(network, sizes=sizes)

    def _explain_contradictions(self) -> None:
        """Let a remark say so wherever facts about a relation contradict each other."""
        validity = Validity(Collections(MemoryStore.of(self._release, self._everything())))
        for cls in (Membership, Partnership, Agreement, Initiative):
            for place, relation in enumerate(self._records[cls]):
                if relation.remark is None and validity.bounds(relation).left_out:
                    self._records[cls][place] = attrs.evolve(relation, remark="Sources disagree about it.")


_PERIODS: Final[tuple[tuple[bool, Bound | None], ...]] = (
    (True, Bound.OPEN),
    (True, Bound.UNKNOWN),
    (True, None),
    (False, Bound.OPEN),
    (False, Bound.UNKNOWN),
    (False, None),
)
"""The forms of a period: whether it has a start, and its end, where None stands for a date."""

_COUNTRY_CODES: Final = ("FI", "SE", "NO", "DE", *sorted(COUNTRIES))


def _shortened(day: date, parts: int) -> PartialDate:
    """Return the year, the month or the day of a day."""
    return PartialDate(*(day.year, day.month, day.day)[:parts])


def _remark_on(period: Period) -> str | None:
    """Return the remark that good data has where a period has one date, which may be meant as a start."""
    return "It lasted no longer." if period.start == period.end and isinstance(period.start, PartialDate) else None


def _at(moment: PartialDate) -> Period:
    return Period(moment, moment)


def _objects(cls: Any) -> SearchStrategy[Any]:
    """Return a strategy for an attrs class, by the types of its fields."""
    return _made_objects(cls)


@cache  # making a strategy is slow
def _made_objects(cls: Any) -> SearchStrategy[Any]:
    strategies = {field.name: _values(shape) for field, shape in shapes(cls)}
    if "id" in strategies:
        strategies["id"] = ids()
    return st.builds(cls, **strategies)


def _values(shape: Shape) -> SearchStrategy[Any]:
    """Return a strategy for what a field holds."""
    item = _items(shape.item)
    if not shape.many:
        return st.none() | item if shape.optional else item
    if shape.length is None:
        values = st.lists(item, max_size=2).map(tuple)
    else:
        # The one tuple of a certain length is a span, which runs forwards.
        values = st.lists(item, min_size=shape.length, max_size=shape.length, unique=True).map(sorted).map(tuple)
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
    bool: st.booleans(),
    int: st.integers(0, 2_000_000),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    PartialDate: partial_dates(),
    Period: periods(),
}
