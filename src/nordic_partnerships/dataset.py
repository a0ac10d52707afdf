"""Dataset: the records of one release, and every question that can be asked of them.

A dataset gets its collections from a store, each on first use, and keeps them; an in-memory store serves records made
by hand. On top lie indexes, built when a query first needs them and never changed: records by id, names by record
class, records by the ids that a field holds. A query resolves its key, takes what an index offers, keeps what is in
force, and answers with a tuple in an order that does not depend on anything but the data.
"""

import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from threading import RLock
from typing import Any, Protocol, Self, TypeVar, cast

import attrs

from .countries import COUNTRIES
from .dates import AsOf, Bound, Ever, PartialDate, Period, Status, parse_as_of
from .errors import (
    AmbiguousNameError,
    DataError,
    InvalidTypeError,
    InvalidValueError,
    NordicPartnershipsError,
    Problem,
    RetiredIdError,
    RetiredIdWarning,
    UnknownNameError,
)
from .lookup import NameIndex, fold
from .model import (
    COLLECTIONS,
    Agreement,
    Citation,
    Event,
    Indicator,
    IndicatorMeasure,
    Initiative,
    InitiativeKind,
    Membership,
    Network,
    NetworkKind,
    Organization,
    OrganizationKind,
    Partnership,
    PartnershipKind,
    Record,
    Role,
    RosterStatus,
    SizeMeasure,
    Source,
    SourceKind,
    Statement,
    StatementKind,
    Theme,
    Tombstone,
    file_of,
    misfits,
    parse_value,
    references,
)
from .reference import cite_release
from .results import Evidence, Explanation, Match, Moment, Reference, Release, Resolution, SizedNetwork

__all__ = ["Dataset", "Store"]

R = TypeVar("R", bound=Record)

_NAMED: tuple[type[Record], ...] = (Organization, Network, Partnership, Agreement, Initiative, Event, Theme)
_LIVING: tuple[type[Record], ...] = tuple(kind for kind in COLLECTIONS.values() if kind is not Tombstone)
_Timed = Membership | Partnership | Agreement | Initiative
_CLAIMS = (Membership, Partnership, Agreement, Initiative, Event, Indicator, Statement)


class Store(Protocol):
    """Where a dataset gets its records from."""

    @property
    def release(self) -> Release:
        """Which data it holds."""
        ...

    def read(self, kind: type[R], /) -> tuple[R, ...]:
        """Return all records of one class, sorted by id."""
        ...


@attrs.frozen
class _Memory:
    """A store of records that are there already."""

    release: Release
    records: Mapping[type[Record], tuple[Any, ...]]

    def read(self, kind: type[R], /) -> tuple[R, ...]:
        return self.records.get(kind, ())


class Dataset:
    """The records of one release, immutable, with look-ups and queries.

    Keys are ids, names in any language, acronyms, ROR addresses, Wikidata items, or records. Queries that take
    ``as_of`` answer for the release's reference date unless told otherwise, and count what is in force then.
    """

    def __init__(self, store: Store) -> None:
        """Serve the records of a store; nothing is read yet."""
        self._store = store
        self._lock = RLock()
        self._records: dict[type[Record], tuple[Any, ...]] = {}
        self._indexes: dict[object, Any] = {}
        # Answers for the reference date, by query and id: what programs ask over and over.
        self._partners_now: dict[str, tuple[Organization, ...]] = {}
        self._networks_now: dict[str, tuple[Network, ...]] = {}
        self._members_now: dict[str, tuple[Organization | Network, ...]] = {}

    @classmethod
    def of(cls, release: Release, records: Iterable[Record]) -> Self:
        """Return a dataset of the given records, of any classes and in any order."""
        grouped: dict[type[Record], list[Record]] = {}
        for record in records:
            grouped.setdefault(type(record), []).append(record)
        return cls(_Memory(release, {kind: tuple(sorted(some, key=_id)) for kind, some in grouped.items()}))

    @property
    def release(self) -> Release:
        """Which data this is: version and reference date."""
        return self._store.release

    def records(self, kind: type[R]) -> tuple[R, ...]:
        """Return the whole collection of one class, sorted by id."""
        found = self._records.get(kind)
        if found is None:
            if kind not in COLLECTIONS.values():
                raise InvalidTypeError(f"records takes a class of records such as Organization, not {kind!r}")
            with self._lock:
                found = self._records.get(kind)
                if found is None:
                    found = self._records[kind] = self._store.read(kind)
        return found

    def overlay(self, other: Iterable[Record]) -> Self:
        """Return a dataset that holds these records and somebody's own beside them.

        Args:
            other: another dataset, or records; they may point to records here.

        Returns:
            A dataset with this reference date, whose release says what it is made of.

        Raises:
            InvalidTypeError: something is not a record.
            DataError: fields of another type, ids given twice, and ids that lead nowhere, all at once.

        >>> import nordic_partnerships as nordic
        >>> own = nordic.Theme(id="own-theme", name="Our own theme", broader=("sustainability",))
        >>> joined = nordic.load("2026.11.0").overlay([own])
        >>> joined.theme("our own theme").broader, joined.release.version
        (('sustainability',), '2026.11.0+own')
        """
        own = Release(version="own", reference_date=self.release.reference_date)
        release = other.release if isinstance(other, Dataset) else own
        known = {record.id: record for record in self}
        added = _records(other)
        problems = [
            Problem(file_of(type(record)), str(record.id), path, message)
            for record in added
            for path, message in misfits(record)
        ]
        if problems:
            raise DataError(problems)
        times = Counter(record.id for record in added)
        problems = [
            Problem(file_of(type(record)), record.id, "id", f"is also an id of {self.release.version}")
            for record in added
            if record.id in known
        ]
        problems += [
            Problem(file_of(type(record)), record.id, "id", f"is given to {times[record.id]} of the records")
            for record in added
            if times[record.id] > 1
        ]
        known |= {record.id: record for record in added}
        problems += [
            Problem(file_of(type(record)), record.id, path, f"there is no record {key!r} of the right class")
            for record in added
            for path, key, kinds in references(record)
            if not isinstance(known.get(key), kinds)
        ]
        if problems:
            raise DataError(problems)
        joined = Release(
            version=f"{self.release.version}+{release.version}",
            reference_date=self.release.reference_date,
            parts=(*(self.release.parts or (self.release,)), release),
        )
        return self.of(joined, known.values())

    def resting_on(self, *kinds: SourceKind | str) -> Self:
        """Return a dataset of the claims that sources of these kinds support, resting on those sources alone.

        Memberships, partnerships, agreements, initiatives, events, indicators, statements and sizes stay if a source of
        one of the kinds supports them, and lose their other citations. Who there is (organizations, networks, themes)
        stays. A claim about a claim that went goes too.

        >>> import nordic_partnerships as nordic
        >>> len(nordic.load("2026.11.0").resting_on("news").partnerships())
        0
        """
        wanted = {parse_value(SourceKind, kind, "kind of source") for kind in kinds}
        trusted = {source.id for source in self.records(Source) if source.kind in wanted}

        def rest(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
            return tuple(each for each in citations if each.source in trusted)

        kept: dict[str, Record] = {}
        for record in self:
            if isinstance(record, Network):
                sizes = (attrs.evolve(size, citations=rest(size.citations)) for size in record.sizes)
                kept[record.id] = attrs.evolve(record, sizes=tuple(size for size in sizes if size.citations))
            elif not isinstance(record, _CLAIMS):
                kept[record.id] = record
            elif cited := rest(record.citations):
                kept[record.id] = attrs.evolve(record, citations=cited)
        gone = {record.id for record in self} - kept.keys()
        while loose := {key for key, each in kept.items() if any(found in gone for _, found, _ in references(each))}:
            gone |= loose
            kept = {key: each for key, each in kept.items() if key not in loose}
        names = " or ".join(sorted(wanted))
        release = attrs.evolve(
            self.release, version=f"{self.release.version} resting on {names}", digest=None, counts=()
        )
        return self.of(release, kept.values())

    def cite(self) -> Reference:
        """Return how to cite this data: as text, BibTeX and CSL-JSON, with version, reference date and digest.

        >>> import nordic_partnerships as nordic
        >>> nordic.load("2026.11.0").cite().text.split(" (")[0]
        'The nordic-partnerships maintainers'
        """
        return cite_release(self.release)

    def __iter__(self) -> Iterator[Record]:
        """Yield every record, collection by collection."""
        for kind in COLLECTIONS.values():
            yield from self.records(kind)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return self.release == other.release and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.release)

    def __repr__(self) -> str:
        return f"<Dataset {self.release.version}, as of {self.release.reference_date}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).of, (self.release, tuple(self))

    # ---------------------------------------------------------------- one record

    def organization(self, key: str | Organization) -> Organization:
        """Return the organization that a key names.

        Args:
            key: an id, a name in any language, an acronym, a ROR address or a Wikidata item.

        Raises:
            UnknownNameError: no organization is called so; the error suggests names that come near.
            AmbiguousNameError: several are; the error lists their ids.
            InvalidValueError: the key is blank.
            InvalidTypeError: the key is neither a text nor an organization.

        >>> import nordic_partnerships as nordic
        >>> nordic.organization("aalto university")
        <Organization aalto-university 'Aalto University'>
        >>> nordic.organization("Helsinki")
        Traceback (most recent call last):
        nordic_partnerships.errors.AmbiguousNameError: 'Helsinki' is the name of several records: city-of-helsinki, \
university-of-helsinki

        """
        return self._resolve(key, Organization)

    def network(self, key: str | Network) -> Network:
        """Return the network that a key names; errors as for ``organization``.

        >>> import nordic_partnerships as nordic
        >>> nordic.network("LERU")
        <Network leru 'League of European Research Universities'>
        """
        return self._resolve(key, Network)

    def partnership(self, key: str | Partnership) -> Partnership:
        """Return the partnership that a key names; errors as for ``organization``."""
        return self._resolve(key, Partnership)

    def agreement(self, key: str | Agreement) -> Agreement:
        """Return the agreement that a key names; errors as for ``organization``."""
        return self._resolve(key, Agreement)

    def initiative(self, key: str | Initiative) -> Initiative:
        """Return the initiative that a key names; errors as for ``organization``."""
        return self._resolve(key, Initiative)

    def event(self, key: str | Event) -> Event:
        """Return the event that a key names; errors as for ``organization``."""
        return self._resolve(key, Event)

    def theme(self, key: str | Theme) -> Theme:
        """Return the theme that a key names; errors as for ``organization``."""
        return self._resolve(key, Theme)

    def source(self, key: str | Source) -> Source:
        """Return the source that a key names, by id or title; errors as for ``organization``."""
        return self._resolve(key, Source)

    def get(self, key: str | Record) -> Record:
        """Return the record of whatever class that a key names; errors as for ``organization``.

        Names are looked for among what has one to be called by; memberships, statements, indicators and sources are
        found by id (sources by title too, with ``source``).

        >>> import nordic_partnerships as nordic
        >>> nordic.get("Una Europa")
        <Network una-europa 'Una Europa'>
        """
        if isinstance(key, Tombstone):
            return key
        return self._resolve(key, *_LIVING, named=_NAMED)

    def find(self, text: str, limit: int = 10) -> tuple[Match, ...]:
        """Return the records that a text may mean, best first: for people, and for autocomplete.

        Args:
            text: a name, a part of one, or something like one.
            limit: how many at the most; at least 1.

        Raises:
            InvalidValueError: the text is blank, or the limit below 1.
            InvalidTypeError: the text is not a text, or the limit not a whole number.

        >>> import nordic_partnerships as nordic
        >>> nordic.find("una eur", limit=1)[0].name
        'Una Europa'

        """
        _check_text(text)
        if not isinstance(limit, int) or isinstance(limit, bool):
            raise InvalidTypeError(f"limit takes a whole number, not {type(limit).__name__}")
        if limit < 1:
            raise InvalidValueError(f"limit takes a number from 1 up, not {limit}")
        best: dict[str, Match] = {}
        for kind in _NAMED:
            for score, name, record in self._names(kind).rank(text):
                if record not in best or score > best[record].score:
                    best[record] = Match(self._ids(kind)[record], name, score)
        return tuple(sorted(best.values(), key=lambda match: (-match.score, fold(match.name), match.record.id))[:limit])

    def resolve_many(self, keys: Iterable[object]) -> tuple[Resolution, ...]:
        """Resolve a whole column of keys, each as ``get`` does; an error takes the record's place, and is not raised.

        >>> import nordic_partnerships as nordic
        >>> [row.record.id if row.record else str(row.error) for row in nordic.resolve_many(["LERU", "Helsinki"])]
        ['leru', "'Helsinki' is the name of several records: city-of-helsinki, university-of-helsinki"]
        """
        if isinstance(keys, str) or not isinstance(keys, Iterable):
            raise InvalidTypeError(f"keys takes a list of keys, not {type(keys).__name__}")
        return tuple(map(self._resolution, keys))

    # ---------------------------------------------------------------- partnerships

    def partners_of(
        self,
        party: str | Organization,
        *,
        kind: PartnershipKind | str | None = None,
        theme: str | Theme | None = None,
        as_of: AsOf | None = None,
    ) -> tuple[Organization, ...]:
        """Return the organizations that share a partnership with a party, sorted by id.

        Sharing a network is not a partnership: see ``shared_networks``.

        Args:
            party: the organization.
            kind: only partnerships of this kind.
            theme: only partnerships on this theme, or on one that it includes.
            as_of: the date asked about; by default the release's reference date.

        Raises:
            LookupError: the party or theme is unknown or ambiguous (UnknownNameError, AmbiguousNameError).
            ValueError: no such kind or date (InvalidValueError, InvalidDateError).

        >>> import nordic_partnerships as nordic
        >>> [partner.name for partner in nordic.partners_of("University of Helsinki", as_of="2015")]
        ['Beijing Normal University', 'Peking University', 'Stockholm University', 'Tallinn University']

        """
        plain = kind is None and theme is None and as_of is None
        if plain and isinstance(party, str) and party in self._partners_now:
            return self._partners_now[party]
        one = self.organization(party)
        shared = self.partnerships_of(one, kind=kind, theme=theme, as_of=as_of)
        others = {other for partnership in shared for other in partnership.parties} - {one.id}
        answer = tuple(self._ids(Organization)[other] for other in sorted(others))
        if plain:
            self._partners_now[one.id] = answer
        return answer

    def partnerships_of(
        self,
        party: str | Organization,
        *,
        kind: PartnershipKind | str | None = None,
        theme: str | Theme | None = None,
        as_of: AsOf | None = None,
    ) -> tuple[Partnership, ...]:
        """Return the partnerships of a party, sorted by id; arguments and errors as for ``partners_of``."""
        one = self.organization(party)
        wanted = None if kind is None else parse_value(PartnershipKind, kind, "kind of partnership")
        themes = None if theme is None else self._with_narrower(theme)
        at = self._moment(as_of)
        return tuple(
            partnership
            for partnership in self._by(Partnership, "parties").get(one.id, ())
            if (wanted is None or partnership.kind is wanted)
            and (themes is None or not themes.isdisjoint(partnership.themes))
            and self._holds(partnership, at)
        )

    def partnerships_between(self, *parties: str | Organization, as_of: AsOf | None = None) -> tuple[Partnership, ...]:
        """Return the partnerships that all the given parties share, sorted by id.

        >>> import nordic_partnerships as nordic
        >>> nordic.partnerships_between("KU Leuven", "Aalto University")[0].parties
        ('aalto-university', 'ku-leuven', 'university-of-helsinki')
        """
        if not parties:
            raise InvalidValueError("partnerships_between takes one party or more")
        first, *others = (self.organization(party) for party in parties)
        found = self.partnerships_of(first, as_of=as_of)
        return tuple(each for each in found if all(other.id in each.parties for other in others))

    def agreements_of(
        self, party_or_partnership: str | Organization | Partnership, *, as_of: AsOf | None = None
    ) -> tuple[Agreement, ...]:
        """Return the agreements of a partnership, or of all partnerships of a party, oldest first.

        An agreement that another renews is over when that one begins. One without dates stands before the agreement
        that renews it, or after the one that it renews.

        >>> import nordic_partnerships as nordic
        >>> [str(each.period) for each in nordic.agreements_of("City of Espoo", as_of="2018")]
        ['2017/2020']
        """
        subject = self._resolve(party_or_partnership, Organization, Partnership)
        partnerships = (
            (subject,) if isinstance(subject, Partnership) else self._by(Partnership, "parties").get(subject.id, ())
        )
        at = self._moment(as_of)
        found = [
            agreement
            for partnership in partnerships
            for agreement in self._by(Agreement, "partnership").get(partnership.id, ())
            if self._holds(agreement, at)
        ]
        return tuple(sorted(found, key=self._age))

    def initiatives_of(
        self,
        party_or_partnership: str | Organization | Network | Partnership,
        *,
        kind: InitiativeKind | str | None = None,
        as_of: AsOf | None = None,
    ) -> tuple[Initiative, ...]:
        """Return the joint undertakings of an organization, a network or a partnership, sorted by id.

        >>> import nordic_partnerships as nordic
        >>> [each.name for each in nordic.initiatives_of("Stockholm University")]
        ['Arctic Avenue', 'CoastClim']
        """
        subject = self._resolve(party_or_partnership, Organization, Network, Partnership)
        wanted = None if kind is None else parse_value(InitiativeKind, kind, "kind of initiative")
        at = self._moment(as_of)
        return tuple(
            each
            for each in self._by(Initiative, "parties", "partnership", "network").get(subject.id, ())
            if (wanted is None or each.kind is wanted) and self._holds(each, at)
        )

    # ---------------------------------------------------------------- networks

    def networks_of(
        self,
        member: str | Organization | Network,
        *,
        kind: NetworkKind | str | None = None,
        role: Role | str | None = None,
        as_of: AsOf | None = None,
    ) -> tuple[Network, ...]:
        """Return the networks that an organization (or a network) belongs to, sorted by id.

        Args:
            member: the organization or network.
            kind: only networks of this kind.
            role: only where it has this role.
            as_of: the date asked about; by default the release's reference date.

        >>> import nordic_partnerships as nordic
        >>> [each.id for each in nordic.networks_of("University of Helsinki", role="founding member")]
        ['climate-university', 'eit-food', 'leru']

        """
        plain = kind is None and role is None and as_of is None
        if plain and isinstance(member, str) and member in self._networks_now:
            return self._networks_now[member]
        one = self._party(member)
        wanted = None if kind is None else parse_value(NetworkKind, kind, "kind of network")
        memberships = self._memberships("member", one, role, as_of)
        networks = (self._ids(Network)[each] for each in sorted({each.network for each in memberships}))
        answer = tuple(network for network in networks if wanted is None or network.kind is wanted)
        if plain:
            self._networks_now[one.id] = answer
        return answer

    def members_of(
        self,
        network: str | Network,
        *,
        country: str | None = None,
        role: Role | str | None = None,
        as_of: AsOf | None = None,
    ) -> tuple[Organization | Network, ...]:
        """Return the members of a network that are on record, sorted by id.

        Where the network's ``roster`` is partial there may be more: see ``Network.size``.

        Args:
            network: the network.
            country: only members in this country, an ISO 3166-1 alpha-2 code.
            role: only members with this role.
            as_of: the date asked about; by default the release's reference date.

        >>> import nordic_partnerships as nordic
        >>> [each.id for each in nordic.members_of("Una Europa", country="FI")]
        ['university-of-helsinki']

        """
        plain = country is None and role is None and as_of is None
        if plain and isinstance(network, str) and network in self._members_now:
            return self._members_now[network]
        one = self.network(network)
        wanted = None if country is None else _country(country)
        ids = sorted({each.member for each in self._memberships("network", one, role, as_of)})
        members: list[Organization | Network] = [
            self._ids(Organization).get(each) or self._ids(Network)[each] for each in ids
        ]
        answer = tuple(
            member
            for member in members
            if wanted is None or (isinstance(member, Organization) and member.country == wanted)
        )
        if plain:
            self._members_now[one.id] = answer
        return answer

    def memberships_of(
        self, member_or_network: str | Organization | Network, *, as_of: AsOf | None = None
    ) -> tuple[Membership, ...]:
        """Return the memberships of an organization, or in a network, or both where a network is a member, by id."""
        one = self._party(member_or_network)
        at = self._moment(as_of)
        return tuple(
            each for each in self._by(Membership, "member", "network").get(one.id, ()) if self._holds(each, at)
        )

    def shared_networks(self, *members: str | Organization | Network, as_of: AsOf | None = None) -> tuple[Network, ...]:
        """Return the networks that all the given members belong to, sorted by id.

        >>> import nordic_partnerships as nordic
        >>> [each.id for each in nordic.shared_networks("University of Helsinki", "University of Edinburgh")]
        ['leru', 'una-europa']
        """
        if not members:
            raise InvalidValueError("shared_networks takes one member or more")
        first, *others = (self.networks_of(member, as_of=as_of) for member in members)
        shared = {network.id for network in first}.intersection(*({each.id for each in other} for other in others))
        return tuple(network for network in first if network.id in shared)

    def networks_by_size(
        self,
        *,
        measure: SizeMeasure | str = SizeMeasure.MEMBERS,
        at_least: int | None = None,
        at_most: int | None = None,
        kind: NetworkKind | str | None = None,
        as_of: AsOf | None = None,
    ) -> tuple[SizedNetwork, ...]:
        """Return the networks whose size is known, with that size, largest first; equals are sorted by id.

        Args:
            measure: what is counted.
            at_least: only sizes of this count or more.
            at_most: only sizes of this count or less.
            kind: only networks of this kind.
            as_of: the date asked about; by default the release's reference date. See ``Network.size``.

        Raises:
            InvalidValueError: no such measure or kind; a bound is negative, or the two are swapped.
            InvalidTypeError: a bound is not a whole number.

        >>> import nordic_partnerships as nordic
        >>> [(each.network.id, str(each.size)) for each in nordic.networks_by_size(measure="countries", at_least=45)]
        [('iau', 'more than 130 countries'), ('eua', '48 countries'), ('elia', 'more than 45 countries')]

        """
        measure = parse_value(SizeMeasure, measure, "measure")
        low, high = _bound(at_least, "at_least"), _bound(at_most, "at_most")
        if low is not None and high is not None and low > high:
            raise InvalidValueError(f"at_least {low} is more than at_most {high}")
        at = self._moment(as_of)
        sized = [(network, network.size(measure, at)) for network in self.networks(kind=kind)]
        found = [
            SizedNetwork(network, size)
            for network, size in sized
            if size is not None and (low is None or size.count >= low) and (high is None or size.count <= high)
        ]
        return tuple(sorted(found, key=lambda each: (-each.size.count, each.network.id)))

    # ---------------------------------------------------------------- facts

    def statements_of(self, subject: str | Record, *, kind: StatementKind | str | None = None) -> tuple[Statement, ...]:
        """Return what is said of any record (its aims, activities, values, methods, results), sorted by id."""
        one = self.get(subject)
        wanted = None if kind is None else parse_value(StatementKind, kind, "kind of statement")
        found = self._by(Statement, "subject").get(one.id, ())
        return tuple(each for each in found if wanted is None or each.kind is wanted)

    def indicators_of(
        self, subject: str | Record, *, measure: IndicatorMeasure | str | None = None
    ) -> tuple[Indicator, ...]:
        """Return the figures and rankings about any record, sorted by id."""
        one = self.get(subject)
        wanted = None if measure is None else parse_value(IndicatorMeasure, measure, "measure")
        found = self._by(Indicator, "subject").get(one.id, ())
        return tuple(each for each in found if wanted is None or each.measure is wanted)

    def events_of(self, party_or_network: str | Organization | Network | Partnership) -> tuple[Event, ...]:
        """Return the events of an organization, a network or a partnership, oldest first, undated ones last."""
        one = self._resolve(party_or_network, Organization, Network, Partnership)
        found = self._by(Event, "hosts", "parties", "network", "partnership").get(one.id, ())
        return tuple(sorted(found, key=lambda event: (_first_day(event.period.start), event.id)))

    def themes_of(self, party: str | Organization, *, as_of: AsOf | None = None) -> tuple[Theme, ...]:
        """Return the themes of a party's partnerships, agreements and joint undertakings, sorted by id.

        >>> import nordic_partnerships as nordic
        >>> [theme.id for theme in nordic.themes_of("University of Nairobi")]
        ['food-security', 'one-health', 'teacher-education']
        """
        one = self.organization(party)
        at = self._moment(as_of)
        holders: list[Partnership | Agreement | Initiative] = [
            *self.partnerships_of(one, as_of=at),
            *self.agreements_of(one, as_of=at),
            *self.initiatives_of(one, as_of=at),
        ]
        return tuple(
            self._ids(Theme)[each] for each in sorted({theme for holder in holders for theme in holder.themes})
        )

    def timeline(self, key: str | Record) -> tuple[Moment, ...]:
        """Return everything dated about a record, in order; a coarser date stands before the finer ones within it.

        >>> import nordic_partnerships as nordic
        >>> for moment in nordic.timeline("University of Nairobi"):
        ...     print(moment.date, moment.what, moment.record)
        1956 established University of Nairobi
        2021-03-24 start University of Helsinki and University of Nairobi
        """
        one = self.get(key)
        related: dict[str, Record] = {one.id: one}
        for partnership in self._by(Partnership, "parties").get(one.id, ()):
            related[partnership.id] = partnership
        for agreement in [a for each in tuple(related) for a in self._by(Agreement, "partnership").get(each, ())]:
            related[agreement.id] = agreement
        fields = ("parties", "hosts", "partnership", "network", "member", "subject", "initiative")
        for kind in (Membership, Initiative, Event, Indicator):
            for record in self._by(kind, *fields).get(one.id, ()):
                related[record.id] = record
        moments = (moment for record in related.values() for moment in _moments(record))
        return tuple(sorted(moments, key=lambda each: (each.date.first, -each.date.last.toordinal(), each.record.id)))

    def status(
        self, record: str | Membership | Partnership | Agreement | Initiative, as_of: AsOf | None = None
    ) -> Status:
        """Say whether a membership, partnership, agreement or initiative is in force, or whether that is unknown.

        The start counts from its date, or, where that is unknown, from the first date that a source attests it;
        the end from its date or from ``ended_by``. An agreement is over when another that renews it begins, and
        nobody is a member of a network before it was founded. ``EVER`` asks whether it was ever in force: it was.

        >>> import nordic_partnerships as nordic
        >>> nordic.status("university-of-helsinki--university-of-nairobi", "2021-03")
        <Status.IN_FORCE: 'in force'>
        """
        one = self.get(record)
        if not isinstance(one, _Timed):
            raise InvalidTypeError(f"status takes a membership, partnership, agreement or initiative, not {one!r}")
        return self._status(one, self._moment(as_of))

    def explain(self, record: str | Record) -> Explanation:
        """Return why a record is believed: its citations with their sources, those of its figures, and other claims.

        >>> import nordic_partnerships as nordic
        >>> explanation = nordic.explain("university-of-helsinki--stockholm-university")
        >>> explanation.evidence[0].citation.stated
        'strategic partners since 2014'
        """
        one = self.get(record)
        citations = [*one.citations, *(each for size in getattr(one, "sizes", ()) for each in size.citations)]
        if isinstance(one, Source):
            citations.append(Citation(source=one.id))
        sources = self._ids(Source)
        evidence = (Evidence(each, sources[each.source]) for each in citations)
        return Explanation(record=one, evidence=tuple(evidence), alternatives=one.alternatives)

    # ---------------------------------------------------------------- whole collections

    def organizations(
        self, *, kind: OrganizationKind | str | None = None, country: str | None = None
    ) -> tuple[Organization, ...]:
        """Return all organizations, or those of a kind or country (ISO 3166-1 alpha-2), sorted by id."""
        wanted = None if kind is None else parse_value(OrganizationKind, kind, "kind of organization")
        where = None if country is None else _country(country)
        return tuple(
            each
            for each in self.records(Organization)
            if (wanted is None or each.kind is wanted) and (where is None or each.country == where)
        )

    def networks(self, *, kind: NetworkKind | str | None = None) -> tuple[Network, ...]:
        """Return all networks, or those of a kind, sorted by id."""
        wanted = None if kind is None else parse_value(NetworkKind, kind, "kind of network")
        return tuple(each for each in self.records(Network) if wanted is None or each.kind is wanted)

    def memberships(self, *, role: Role | str | None = None) -> tuple[Membership, ...]:
        """Return all memberships ever recorded, or those with a role, sorted by id."""
        wanted = None if role is None else parse_value(Role, role, "role")
        return tuple(each for each in self.records(Membership) if wanted is None or wanted in each.roles)

    def partnerships(self, *, kind: PartnershipKind | str | None = None) -> tuple[Partnership, ...]:
        """Return all partnerships ever recorded, or those of a kind, sorted by id."""
        wanted = None if kind is None else parse_value(PartnershipKind, kind, "kind of partnership")
        return tuple(each for each in self.records(Partnership) if wanted is None or each.kind is wanted)

    def agreements(self) -> tuple[Agreement, ...]:
        """Return all agreements ever recorded, sorted by id."""
        return self.records(Agreement)

    def initiatives(self, *, kind: InitiativeKind | str | None = None) -> tuple[Initiative, ...]:
        """Return all joint undertakings ever recorded, or those of a kind, sorted by id."""
        wanted = None if kind is None else parse_value(InitiativeKind, kind, "kind of initiative")
        return tuple(each for each in self.records(Initiative) if wanted is None or each.kind is wanted)

    def events(self) -> tuple[Event, ...]:
        """Return all events, sorted by id."""
        return self.records(Event)

    def indicators(self, *, measure: IndicatorMeasure | str | None = None) -> tuple[Indicator, ...]:
        """Return all figures and rankings, or those of a measure, sorted by id."""
        wanted = None if measure is None else parse_value(IndicatorMeasure, measure, "measure")
        return tuple(each for each in self.records(Indicator) if wanted is None or each.measure is wanted)

    def statements(self, *, kind: StatementKind | str | None = None) -> tuple[Statement, ...]:
        """Return all statements, or those of a kind, sorted by id."""
        wanted = None if kind is None else parse_value(StatementKind, kind, "kind of statement")
        return tuple(each for each in self.records(Statement) if wanted is None or each.kind is wanted)

    def themes(self) -> tuple[Theme, ...]:
        """Return all themes, sorted by id."""
        return self.records(Theme)

    def sources(self, *, kind: SourceKind | str | None = None) -> tuple[Source, ...]:
        """Return all sources, or those of a kind, sorted by id."""
        wanted = None if kind is None else parse_value(SourceKind, kind, "kind of source")
        return tuple(each for each in self.records(Source) if wanted is None or each.kind is wanted)

    # ---------------------------------------------------------------- how it works inside

    def _cached(self, key: object, build: Callable[[], Any]) -> Any:
        """Return an index, building it on first use; two threads may both build it, to the same end."""
        if key not in self._indexes:
            self._indexes[key] = build()
        return self._indexes[key]

    def _ids(self, kind: type[R]) -> dict[str, R]:
        """Return the records of one class by id."""
        found: dict[str, R] = self._cached(("id", kind), lambda: {each.id: each for each in self.records(kind)})
        return found

    def _names(self, kind: type[Record]) -> NameIndex:
        """Return the index of the names that records of one class bear."""
        found: NameIndex = self._cached(
            ("name", kind),
            lambda: NameIndex((text, each.id) for each in self.records(kind) for text in _names(each)),
        )
        return found

    def _identifiers(self) -> dict[str, str]:
        """Return the ids of organizations by ROR and Wikidata identifier."""
        found: dict[str, str] = self._cached(
            "identifier",
            lambda: {text: each.id for each in self.records(Organization) for text in _identifiers(each)},
        )
        return found

    def _by(self, kind: type[R], *fields: str) -> dict[str, tuple[R, ...]]:
        """Return the records of one class by the ids that any of the fields holds."""
        found: dict[str, tuple[R, ...]] = self._cached(
            (kind, fields), lambda: _group(self.records(kind), tuple(name for name in fields if _has(kind, name)))
        )
        return found

    def _resolve(self, key: object, *kinds: type[R], named: tuple[type[Record], ...] | None = None) -> R:
        """Return the one record of the given classes that a key names, by id, identifier or name, in that order."""
        wanted = " or ".join(kind.__name__.lower() for kind in kinds) if len(kinds) <= 3 else "record"
        if isinstance(key, Record):
            if not isinstance(key, kinds):
                raise InvalidTypeError(f"{_article(kinds)} belongs here, not {key!r}")
            if (known := self._by_id(key.id, kinds)) is None:
                raise UnknownNameError(key.id, wanted)
            return known
        text = _check_text(key)
        if (known := self._by_id(text.strip(), kinds)) is not None:
            return known
        retired = self._ids(Tombstone).get(text.strip())
        if retired is not None and not self._names_elsewhere(retired, kinds):
            return self._successor(retired, *kinds)
        if Organization in kinds and (identified := self._identifiers().get(_bare(text))) is not None:
            return cast("R", self._ids(Organization)[identified])
        return cast("R", self._by_name(text, kinds if named is None else named, wanted))

    def _by_id(self, key: str, kinds: tuple[type[R], ...]) -> R | None:
        """Return the record of one of the classes that has an id."""
        return next((found for kind in kinds if (found := self._ids(kind).get(key)) is not None), None)

    def _by_name(self, text: str, kinds: tuple[type[Any], ...], wanted: str) -> Any:
        """Return the one record of the classes that bears a name; raise AmbiguousNameError or UnknownNameError."""
        found = {each: kind for kind in kinds for each in self._names(kind).ids(text)}
        if len(found) > 1:
            raise AmbiguousNameError(text, tuple(sorted(found)))
        for each, kind in found.items():
            return self._ids(kind)[each]
        matches = (match for kind in kinds for match in self._names(kind).rank(text))
        near = sorted(matches, key=lambda match: -match[0])
        others = [kind.__name__.lower() for kind in _NAMED if kind not in kinds and self._names(kind).ids(text)]
        suggestions = tuple(dict.fromkeys(name for _, name, _ in near))[:3]
        raise UnknownNameError(text, wanted, suggestions, " and ".join(map(_with_article, others)) or None)

    def _names_elsewhere(self, retired: Tombstone, kinds: tuple[type[Record], ...]) -> bool:
        """Say whether what took the place of a retired id is known, and of none of the classes that are wanted."""
        found = [
            each for kind in _LIVING for key in retired.successors if (each := self._ids(kind).get(key)) is not None
        ]
        return bool(found) and not any(isinstance(each, kinds) for each in found)

    def _successor(self, retired: Tombstone, *kinds: type[R]) -> R:
        """Return the one record that took the place of a retired id, with a warning."""
        if len(retired.successors) != 1:
            raise RetiredIdError(retired.id, retired.reason, retired.successors)
        found = self._resolve(retired.successors[0], *kinds)
        message = f"{retired.id!r} was retired ({retired.reason}); {found.id!r} is used instead"
        warnings.warn(message, RetiredIdWarning, stacklevel=4)
        return found

    def _party(self, key: str | Organization | Network) -> Organization | Network:
        return cast("Organization | Network", self._resolve(key, Organization, Network))

    def _resolution(self, key: object) -> Resolution:
        try:
            return Resolution(key, self._resolve(key, *_LIVING, named=_NAMED), None)
        except NordicPartnershipsError as error:
            return Resolution(key, None, error)

    def _moment(self, as_of: AsOf | None) -> PartialDate | Ever:
        """Return the date that a query is about."""
        return self.release.reference_date if as_of is None else parse_as_of(as_of)

    def _holds(self, record: _Timed, at: PartialDate | Ever) -> bool:
        return self._status(record, at) is Status.IN_FORCE

    def _status(self, record: _Timed, at: PartialDate | Ever) -> Status:
        if isinstance(at, Ever):
            return Status.IN_FORCE
        period, before, founded = record.period, None, None
        if isinstance(record, Membership):
            founded = self._ids(Network)[record.network].founded
            if founded is not None and founded.first > at.last:
                return Status.NOT_IN_FORCE
        if isinstance(record, Agreement):
            period = _period(record)
            begins = (_period(each).start for each in self._by(Agreement, "renews").get(record.id, ()))
            before = min((start for start in begins if isinstance(start, PartialDate)), key=_first_day, default=None)
        attested = None if isinstance(period.start, PartialDate) else self._attested(record)
        status = period.status(at, attested=attested, ended_by=record.ended_by, before=before)
        if status is Status.IN_FORCE and founded is not None and founded.last > at.last:
            return Status.UNKNOWN
        return status

    def _attested(self, record: Record) -> PartialDate | None:
        """Return the first date on which a source, or the complete roster that it stands in, attests a record."""
        sources = self._ids(Source)
        dates = [sources[each.source].attested for each in record.citations]
        if isinstance(record, Membership) and record.period.end is Bound.OPEN:
            network = self._ids(Network)[record.network]
            if network.roster is RosterStatus.COMPLETE and network.roster_as_of is not None:
                dates.append(network.roster_as_of)
        return min(dates, key=_first_day, default=None)

    def _memberships(
        self, side: str, one: Organization | Network, role: Role | str | None, as_of: AsOf | None
    ) -> list[Membership]:
        """Return the memberships in force with ``one`` on one side, the member's or the network's."""
        wanted = None if role is None else parse_value(Role, role, "role")
        at = self._moment(as_of)
        return [
            each
            for each in self._by(Membership, side).get(one.id, ())
            if (wanted is None or wanted in each.roles) and self._holds(each, at)
        ]

    def _with_narrower(self, theme: str | Theme) -> set[str]:
        """Return the ids of a theme and of all that it includes."""
        found: set[str] = set()
        todo = [self.theme(theme).id]
        while todo:
            one = todo.pop()
            if one not in found:
                found.add(one)
                todo.extend(each.id for each in self._by(Theme, "broader").get(one, ()))
        return found

    def _age(self, agreement: Agreement) -> tuple[date, int, str]:
        """Return a key that sorts agreements oldest first: by start, and within a chain of renewals by place in it."""
        chain = [agreement]
        while chain[0].renews in self._ids(Agreement) and len(chain) <= len(self._ids(Agreement)):
            chain.insert(0, self._ids(Agreement)[chain[0].renews or ""])
        place = len(chain) - 1
        later = [agreement]
        while (after := self._by(Agreement, "renews").get(later[-1].id)) and len(later) <= len(self._ids(Agreement)):
            later.append(after[0])
        starts = [_period(each).start for each in (*later, *reversed(chain[:-1]))]
        return next((start.first for start in starts if isinstance(start, PartialDate)), date.max), place, agreement.id


def _records(some: object) -> tuple[Record, ...]:
    """Return records given in an iterable; raise InvalidTypeError for anything else."""
    found: tuple[Any, ...] = tuple(some) if isinstance(some, Iterable) and not isinstance(some, str) else (some,)
    for each in found:
        if not isinstance(each, tuple(COLLECTIONS.values())):
            raise InvalidTypeError(f"records belong here, in a list, not {each!r}")
    return found


def _id(record: Record) -> str:
    return record.id


def _has(kind: type[Record], field: str) -> bool:
    return any(each.name == field for each in attrs.fields(kind))


def _group(records: tuple[R, ...], fields: tuple[str, ...]) -> dict[str, tuple[R, ...]]:
    """Return the records by the ids that their fields hold, each record once under each id."""
    groups: dict[str, list[R]] = {}
    for record in records:
        for key in dict.fromkeys(key for name in fields for key in _keys(getattr(record, name))):
            groups.setdefault(key, []).append(record)
    return {key: tuple(group) for key, group in groups.items()}


def _keys(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value is not None else ()


def _names(record: Record) -> Iterator[str]:
    yield record.label
    for name in getattr(record, "names", ()):
        yield name.text


def _identifiers(organization: Organization) -> Iterator[str]:
    if organization.ror is not None:
        yield _bare(organization.ror)
        yield organization.ror.rpartition("/")[2]
    if organization.wikidata is not None:
        yield organization.wikidata.casefold()
        yield f"wikidata.org/wiki/{organization.wikidata.casefold()}"
        yield f"wikidata.org/entity/{organization.wikidata.casefold()}"
    if organization.isni is not None:
        yield organization.isni.casefold()
        yield organization.isni.replace(" ", "").casefold()


def _bare(text: str) -> str:
    """Return an address without what may be left out of it."""
    return text.strip().casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _article(kinds: tuple[type[Record], ...]) -> str:
    return " or ".join(_with_article(kind.__name__) for kind in kinds)


def _with_article(word: str) -> str:
    return f"{'an' if word[0] in 'AEIOaeio' else 'a'} {word}"


def _check_text(key: object) -> str:
    """Return a key that is a text with something in it; raise InvalidTypeError or InvalidValueError."""
    if not isinstance(key, str):
        raise InvalidTypeError(f"a name or an id belongs here, as text, not {type(key).__name__}")
    if not fold(key):
        raise InvalidValueError(f"a name has letters or digits, which {key!r} has not")
    return key


def _country(code: str) -> str:
    """Return an ISO 3166-1 alpha-2 code, upper case."""
    if not isinstance(code, str):
        raise InvalidTypeError(f"country takes a text, not {type(code).__name__}")
    if code.upper() not in COUNTRIES:
        raise InvalidValueError(f"no such country: {code!r}; write an ISO 3166-1 code such as 'FI'")
    return code.upper()


def _bound(value: int | None, argument: str) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidTypeError(f"{argument} takes a whole number, not {type(value).__name__}")
    if value < 0:
        raise InvalidValueError(f"{argument} takes a number from 0 up, not {value}")
    return value


def _first_day(moment: object) -> date:
    return moment.first if isinstance(moment, PartialDate) else date.max


def _period(agreement: Agreement) -> Period:
    """Return an agreement's period, which begins with the signing where no start is known, or one that includes it."""
    start, signed = agreement.period.start, agreement.signed
    if signed is None or (
        isinstance(start, PartialDate) and not start.first <= signed.first <= signed.last <= start.last
    ):
        return agreement.period
    return attrs.evolve(agreement.period, start=signed)


def _moments(record: Record) -> Iterator[Moment]:
    """Yield what is dated in one record."""
    for field in ("established", "founded", "signed", "as_of"):
        moment = getattr(record, field, None)
        if moment is not None:
            yield Moment(moment, field.replace("_", " "), record)
    period = getattr(record, "period", None)
    if isinstance(period, Period):
        bounds = (("start", period.start), ("end", period.end if period.end != period.start else None))
        for what, bound in bounds:
            if isinstance(bound, PartialDate):
                yield Moment(bound, what, record)
    for size in getattr(record, "sizes", ()):
        if size.as_of is not None:
            yield Moment(size.as_of, f"size: {size}", record)
