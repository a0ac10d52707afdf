"""Dataset: the records of one release, and every question that can be asked of them.

A question resolves its key (``_names``), takes the records that an index offers (``_store``), judges whether they
are in force (``_grounds``, ``_validity``), and returns an ``Answer`` in an order that depends only on the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, Literal, Self, TypeVar, overload

from . import _answers as answers
from . import _model as model
from . import _tables as tables
from . import kinds as words
from ._answers.answer import Ground
from ._arguments import parse_count, parse_countries, parse_optional_word, parse_word, require_truth
from ._building import BUILDING
from ._dates import EVER, AsOf, Ever, PartialDate, Span, parse_as_of, parse_since
from ._grounds import Grounds, Limits
from ._model.record import Record, names_of
from ._names.resolver import KeyResolver
from ._release import Release, unproven
from ._remembering import remembered
from ._status import Lasting, Validity
from ._store import Collections, MemoryStore, Store
from ._text import shown
from .errors import InvalidTypeError, InvalidValueError, Problem
from .kinds import Status

__all__ = ["Dataset"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")
D = TypeVar("D", bound="Lasting")


class Dataset:
    """The records of one release, immutable, with look-ups and questions.

    A key is an id, a name in any language, an acronym, a ROR address, a Wikidata item, an ISNI, or a record. Questions
    that take ``as_of`` are answered for the release's reference date unless told otherwise, and count what is in force
    then. Every question may raise:

    * UnknownNameError, AmbiguousNameError, RetiredIdError (all LookupError): no record has the key, or several have;
    * InvalidValueError, InvalidDateError (ValueError): an argument has no such value, such as an unknown kind;
    * InvalidTypeError (TypeError): an argument has another type.
    """

    def __init__(self, store: Store) -> None:
        """Serve the records of a store, which are taken as they are; nothing is read yet."""
        if not hasattr(store, "read"):
            raise InvalidTypeError(f"expected a store, got {shown(store)}; Dataset.of takes records")
        self._collections = Collections(store)
        self._keys = KeyResolver(self._collections)
        self._validity = Validity(self._collections)
        self._grounds = Grounds(self._collections, self._validity)
        self._answers: dict[object, Any] = {}

    @classmethod
    def of(cls, release: Release, records: Iterable[Record]) -> Self:
        """Return a dataset of the given records, of any classes and in any order.

        Args:
            release: its version and reference date are those of the dataset; a digest would prove other records.
            records: the records; they refer only to each other.

        Raises:
            InvalidTypeError: something is not a record, or the release is none.
            DataError: fields of another type, ids given twice, ids that lead nowhere: all problems at once.
        """
        if not isinstance(release, Release):
            raise InvalidTypeError(f"expected a Release, got {shown(release)}")
        with BUILDING:
            from ._combining import require_sound

        return cls(MemoryStore.of(unproven(release), require_sound(records)))

    @property
    def release(self) -> Release:
        """Which data this is: version and reference date."""
        return self._collections.store.release

    # ---------------------------------------------------------------- look up

    @overload
    def get(self, key: str | Record, /) -> Record: ...
    @overload
    def get(self, key: str | R, /, cls: type[R]) -> R: ...
    def get(self, key: str | Record, /, cls: type[Record] = Record) -> Record:
        """Return the record that a key means, of a class if one is given.

        Records that have names are found by name; memberships, statements and indicators only by id, and sources by
        their title if ``cls`` is Source.

        >>> import nordic_partnerships as nordic
        >>> nordic.get("Una Europa")
        <Network una-europa 'Una Europa'>
        >>> nordic.get("LERU", nordic.Network).founded
        PartialDate.parse('2002')
        >>> nordic.get("LERU", nordic.Organization)
        Traceback (most recent call last):
        nordic_partnerships.errors.UnknownNameError: no organization is called 'LERU'; it is the name of a network
        """
        if cls is Record and isinstance(key, model.Tombstone):
            return key
        record: Record = self._keys.resolve(key, _classes(cls))
        return record

    def organization(self, key: str | model.Organization, /) -> model.Organization:
        """Return the organization that a key means.

        >>> import nordic_partnerships as nordic
        >>> nordic.organization("aalto university")
        <Organization aalto-university 'Aalto University'>
        >>> nordic.organization("Helsinki")
        Traceback (most recent call last):
        nordic_partnerships.errors.AmbiguousNameError: 'Helsinki' is the name of several records: city-of-helsinki, \
university-of-helsinki; ask again with one of these ids
        """
        return self._keys.resolve(key, (model.Organization,))

    def network(self, key: str | model.Network, /) -> model.Network:
        """Return the network that a key means.

        >>> import nordic_partnerships as nordic
        >>> nordic.network("LERU")
        <Network leru 'League of European Research Universities'>
        """
        return self._keys.resolve(key, (model.Network,))

    @overload
    def find(
        self, text: str, /, *, country: str | Iterable[str] | None = None, limit: int = 10
    ) -> tuple[answers.Match[Record], ...]: ...
    @overload
    def find(
        self, text: str, /, *, among: type[R], country: str | Iterable[str] | None = None, limit: int = 10
    ) -> tuple[answers.Match[R], ...]: ...
    def find(
        self,
        text: str,
        /,
        *,
        among: type[Record] = Record,
        country: str | Iterable[str] | None = None,
        limit: int = 10,
    ) -> tuple[answers.Match[Any], ...]:
        """Return the records that a text may mean, best first: for people, and for autocomplete.

        Args:
            text: a name, a part of one, or something like one.
            among: the class of records to look at; by default all that have names.
            country: only organizations in this country: a code, several codes, or "Nordic".
            limit: how many at most; at least 1.

        >>> import nordic_partnerships as nordic
        >>> nordic.find("una eur", limit=1)[0].name
        'Una Europa'
        >>> [match.record.id for match in nordic.find("Aarhus", among=nordic.Organization, country="Nordic", limit=3)]
        ['port-of-aarhus', 'aarhus-municipality', 'aarhus-university']

        """
        classes = model.NAMED if among is Record else _classes(among)
        countries = None if country is None else parse_countries(country)
        return self._keys.find(text, classes, countries, parse_count(limit, "limit", least=1))

    @overload
    def resolve_many(
        self, keys: Iterable[object], /, *, country: str | Iterable[str] | None = None, inside_text: bool = False
    ) -> tuple[answers.Resolution[Record], ...]: ...
    @overload
    def resolve_many(
        self,
        keys: Iterable[object],
        /,
        *,
        among: type[R],
        country: str | Iterable[str] | None = None,
        inside_text: bool = False,
    ) -> tuple[answers.Resolution[R], ...]: ...
    def resolve_many(
        self,
        keys: Iterable[object],
        /,
        *,
        among: type[Record] = Record,
        country: str | Iterable[str] | None = None,
        inside_text: bool = False,
    ) -> tuple[answers.Resolution[Any], ...]:
        """Resolve a whole column of keys, each as ``get`` does; an error takes the record's place and is not raised.

        Args:
            keys: the column.
            among: the class of records to look at; by default all.
            country: only organizations in this country: a code, several codes, or "Nordic".
            inside_text: whether a key may be a longer text, such as an affiliation, that contains the name.

        >>> import nordic_partnerships as nordic
        >>> for row in nordic.resolve_many(["LERU", "Helsinki"]):
        ...     print(row.record or row.error)
        League of European Research Universities
        'Helsinki' is the name of several records: city-of-helsinki, university-of-helsinki; ask again with one of \
these ids
        """
        if isinstance(keys, str | bytes) or not isinstance(keys, Iterable):
            raise InvalidTypeError(f"expected an iterable of keys, got {type(keys).__name__}")
        classes = _classes(among)
        countries = None if country is None else parse_countries(country)
        inside = require_truth(inside_text, "inside_text")
        return tuple(self._keys.resolution(key, classes, countries, inside_text=inside) for key in keys)

    # ---------------------------------------------------------------- partnerships

    @remembered("Organization")
    def partners_of(
        self,
        party: str | model.Organization,
        /,
        *,
        kind: words.PartnershipKind | words.PartnershipKindWord | None = None,
        theme: str | model.Theme | None = None,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
        basis: words.Basis | words.BasisWord | None = None,
    ) -> answers.Answer[model.Organization]:
        """Return the organizations that share a partnership with a party, sorted by id.

        Sharing a network is not a partnership: see ``networks_of``. An organization that has closed is nobody's
        partner, though the others may go on together.

        Args:
            party: the organization.
            kind: only partnerships of this kind.
            theme: only partnerships on this theme, or on one that it includes.
            as_of: the time asked about; by default the release's reference date.
            certain: leave out what is only presumed to be in force.
            attested_since: only partnerships that a dated source has attested since this date.
            basis: only partnerships that are "stated" by a source, or only those "inferred" by a curator.

        >>> import nordic_partnerships as nordic
        >>> [partner.name for partner in nordic.partners_of("University of Helsinki", as_of="2015")]
        ['Aalto University', 'Beijing Normal University', 'City of Helsinki', 'Peking University', \
'Stockholm University', 'Tallinn University']

        """
        organization = self.organization(party)
        limits = self._limits(as_of, certain, attested_since, basis)
        partnerships = self._partnerships_of(organization, kind, theme, limits)
        grounds = self._grounds.partners(organization, partnerships, limits)
        question = self._question(
            "partners", [(party, organization)], limits, {"kind": kind, "theme": self._label_of(theme)}
        )
        return self._answer("organizations", question, limits, grounds, self._collections.by_id(model.Organization))

    def partnerships_of(
        self,
        *parties: str | model.Organization,
        kind: words.PartnershipKind | words.PartnershipKindWord | None = None,
        theme: str | model.Theme | None = None,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
        basis: words.Basis | words.BasisWord | None = None,
    ) -> answers.Answer[model.Partnership]:
        """Return the partnerships of a party, or those that several parties share, sorted by id.

        Args:
            parties: one organization or more.
            kind: only partnerships of this kind.
            theme: only partnerships on this theme, or on one that it includes.
            as_of: the time asked about; by default the release's reference date.
            certain: leave out what is only presumed to be in force.
            attested_since: only partnerships that a dated source has attested since this date.
            basis: only partnerships that are "stated" by a source, or only those "inferred" by a curator.

        >>> import nordic_partnerships as nordic
        >>> nordic.partnerships_of("KU Leuven", "Aalto University")[0].parties
        ('aalto-university', 'ku-leuven', 'university-of-helsinki')

        """
        if not parties:
            raise InvalidValueError("partnerships_of takes one party or more")
        organizations = [self.organization(party) for party in parties]
        limits = self._limits(as_of, certain, attested_since, basis)
        ids = {organization.id for organization in organizations}
        shared = [
            partnership
            for partnership in self._partnerships_of(organizations[0], kind, theme, limits)
            if ids.issubset(partnership.parties)
        ]
        subjects = list(zip(parties, organizations, strict=True))
        question = self._question("partnerships", subjects, limits, {"kind": kind, "theme": self._label_of(theme)})
        return self._answer_of_lasting("partnerships", question, limits, shared)

    def agreements_of(
        self,
        party: str | model.Organization | model.Partnership,
        /,
        *,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
    ) -> answers.Answer[model.Agreement]:
        """Return the agreements of a partnership, or of all partnerships of an organization, oldest first.

        An agreement is over when another that renews it begins. One without dates comes before the agreement that
        renews it, or after the one that it renews.

        >>> import nordic_partnerships as nordic
        >>> [str(agreement.period) for agreement in nordic.agreements_of("City of Espoo", as_of="2018")]
        ['2017/2020']
        """
        with BUILDING:
            from ._agreements import oldest_first

        classes: tuple[type[model.Organization | model.Partnership], ...] = (model.Organization, model.Partnership)
        subject = self._keys.resolve(party, classes)
        limits = self._limits(as_of, certain, attested_since)
        partnerships = (
            [subject] if isinstance(subject, model.Partnership) else self._held(model.Partnership, subject, "parties")
        )
        agreements = [
            agreement
            for partnership in partnerships
            for agreement in self._held(model.Agreement, partnership, "partnership")
        ]
        question = self._question("agreements", [(party, subject)], limits)
        counted = self._grounds.counted(oldest_first(agreements), limits)
        return self._answer_of_lasting("agreements", question, limits, counted)

    def initiatives_of(
        self,
        subject: str | model.Party | model.Partnership,
        /,
        *,
        kind: words.InitiativeKind | words.InitiativeKindWord | None = None,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
    ) -> answers.Answer[model.Initiative]:
        """Return the joint undertakings of an organization, a network or a partnership, sorted by id.

        >>> import nordic_partnerships as nordic
        >>> [initiative.name for initiative in nordic.initiatives_of("Stockholm University")]
        ['Arctic Avenue', 'CoastClim', 'INSPIRE']
        """
        record = self._resolve_together(subject)
        limits = self._limits(as_of, certain, attested_since)
        chosen_kind = parse_optional_word(words.InitiativeKind, kind, "kind of initiative")
        initiatives = self._held(model.Initiative, record, "parties", "partnership", "network")
        of_kind = [initiative for initiative in initiatives if chosen_kind in (None, initiative.kind)]
        question = self._question("initiatives", [(subject, record)], limits, {"kind": kind})
        return self._answer_of_lasting("initiatives", question, limits, self._grounds.counted(of_kind, limits))

    def themes_of(
        self,
        party: str | model.Organization,
        /,
        *,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
    ) -> answers.Answer[model.Theme]:
        """Return the themes of a party's partnerships, agreements and joint undertakings, sorted by id.

        >>> import nordic_partnerships as nordic
        >>> [theme.id for theme in nordic.themes_of("University of Nairobi")]
        ['food-security', 'one-health', 'teacher-education']
        """
        organization = self.organization(party)
        limits = self._limits(as_of, certain, attested_since)
        holders: list[model.Partnership | model.Agreement | model.Initiative] = [
            *self.partnerships_of(organization, as_of=EVER),
            *self.agreements_of(organization, as_of=EVER),
            *self.initiatives_of(organization, as_of=EVER),
        ]
        grounds: dict[str, list[Ground]] = {}
        for holder in self._grounds.counted(holders, limits):
            for theme_id in holder.themes:
                grounds.setdefault(theme_id, []).append((holder,))
        question = self._question("themes", [(party, organization)], limits)
        return self._answer("themes", question, limits, grounds, self._collections.by_id(model.Theme))

    # ---------------------------------------------------------------- networks

    @remembered("Organization", "Network")
    def networks_of(
        self,
        *members: str | model.Party,
        kind: words.NetworkKind | words.NetworkKindWord | None = None,
        role: words.Role | words.RoleWord | None = None,
        indirect: bool = False,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
        basis: words.Basis | words.BasisWord | None = None,
    ) -> answers.Answer[model.Network]:
        """Return the networks that a member belongs to, or that several members belong to together, sorted by id.

        Several belong together only where all of them do at one and the same time.

        Args:
            members: one organization or network, or more.
            kind: only networks of this kind.
            role: only where each has this role; a founding or suspended member is a member.
            indirect: also the networks that these networks are members of, and so on.
            as_of: the time asked about; by default the release's reference date.
            certain: leave out what is only presumed to be in force.
            attested_since: only memberships that a dated source has attested since this date.
            basis: only memberships that are "stated" by a source, or only those "inferred" by a curator.

        >>> import nordic_partnerships as nordic
        >>> [network.id for network in nordic.networks_of("University of Oslo", role="founding member")]
        ['circle-u', 'oslo-science-city', 'the-guild']
        >>> [network.id for network in nordic.networks_of("University of Helsinki", "University of Edinburgh")]
        ['leru', 'una-europa']

        """
        if not members:
            raise InvalidValueError("networks_of takes one member or more")
        limits = self._limits(as_of, certain, attested_since, basis)
        chosen_kind = parse_optional_word(words.NetworkKind, kind, "kind of network")
        chosen_role = parse_optional_word(words.Role, role, "role")
        parties = [self._resolve_party(member) for member in members]
        find = self._grounds.paths if require_truth(indirect, "indirect") else self._grounds.memberships
        of_each = [
            find(party, "member", chosen_role, limits) for party in {party.id: party for party in parties}.values()
        ]
        grounds = of_each[0] if len(of_each) == 1 else self._grounds.together(of_each, limits)
        networks = self._collections.by_id(model.Network)
        if chosen_kind is not None:
            grounds = {key: found for key, found in grounds.items() if networks[key].kind is chosen_kind}
        subjects = list(zip(members, parties, strict=True))
        question = self._question("networks", subjects, limits, {"kind": kind, "role": role, "indirect": indirect})
        return self._answer("networks", question, limits, grounds, networks)

    @remembered("Network")
    def members_of(
        self,
        network: str | model.Network,
        /,
        *,
        country: str | Iterable[str] | None = None,
        role: words.Role | words.RoleWord | None = None,
        indirect: bool = False,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
        basis: words.Basis | words.BasisWord | None = None,
    ) -> answers.Answer[model.Party]:
        """Return the members of a network that are on record, sorted by id.

        If the network's ``roster`` is partial, there may be more: see ``size_of``. Everybody with a tie to the network
        is in the answer, associates too, unless a role is asked for; its head counts them.

        Args:
            network: the network.
            country: only members in this country: an ISO 3166-1 alpha-2 code, several codes, or "Nordic".
            role: only members with this role; a founding or suspended member is a member.
            indirect: the organizations that belong to it, also through networks that are its members, each once.
            as_of: the time asked about; by default the release's reference date.
            certain: leave out what is only presumed to be in force.
            attested_since: only memberships that a dated source has attested since this date.
            basis: only memberships that are "stated" by a source, or only those "inferred" by a curator.

        >>> import nordic_partnerships as nordic
        >>> [member.id for member in nordic.members_of("Una Europa", country="Nordic")]
        ['university-of-helsinki']

        """
        record = self.network(network)
        limits = self._limits(as_of, certain, attested_since, basis)
        countries = None if country is None else parse_countries(country)
        chosen_role = parse_optional_word(words.Role, role, "role")
        find = self._grounds.paths if require_truth(indirect, "indirect") else self._grounds.memberships
        grounds = find(record, "network", chosen_role, limits)
        organizations, networks = self._collections.by_id(model.Organization), self._collections.by_id(model.Network)
        members: dict[str, model.Party] = {}
        for member_id in grounds:
            member = organizations.get(member_id) or networks[member_id]
            is_organization = isinstance(member, model.Organization)
            if (is_organization or not indirect) and (countries is None or model.country_of(member) in countries):
                members[member_id] = member
        question = self._question(
            "members", [(network, record)], limits, {"country": countries, "role": role, "indirect": indirect}
        )
        of_members = {member_id: grounds[member_id] for member_id in members}
        return self._answer("parties", question, limits, of_members, members)

    def networks_by_size(
        self,
        *,
        measure: words.SizeMeasure | words.SizeMeasureWord = "members",
        at_least: int | None = None,
        at_most: int | None = None,
        kind: words.NetworkKind | words.NetworkKindWord | None = None,
        as_of: AsOf | None = None,
        newer_than: AsOf | None = None,
    ) -> answers.Answer[answers.SizedNetwork]:
        """Return the networks whose size is known, each with that size, largest first; equals are sorted by id.

        A figure that may lie on either side of a bound is undecided: "about 45" with ``at_least=45``.

        Args:
            measure: what is counted.
            at_least: only sizes of this count or more: "more than 45" is at least 46.
            at_most: only sizes of this count or less: "more than 45" is never at most 45.
            kind: only networks of this kind.
            as_of: the date asked about; by default the release's reference date. See ``size_of``.
            newer_than: leave out figures that may be older than this date.

        >>> import nordic_partnerships as nordic
        >>> [(sized.network.id, str(sized.size)) for sized in nordic.networks_by_size(measure="countries", at_least=46)]
        [('iau', 'about 120 countries'), ('eua', '48 countries'), ('elia', '47 countries')]

        """
        with BUILDING:
            from ._sizes import meaning_of

        counted = parse_word(words.SizeMeasure, measure, "measure")
        chosen_kind = parse_optional_word(words.NetworkKind, kind, "kind of network")
        low = None if at_least is None else parse_count(at_least, "at_least")
        high = None if at_most is None else parse_count(at_most, "at_most")
        if low is not None and high is not None and low > high:
            raise InvalidValueError(f"at_least, {low}, is more than at_most, {high}")
        limits = self._limits(as_of)
        since = None if newer_than is None else parse_since(newer_than, "newer_than")
        judge = self._validity.judge(limits.at)
        standings: list[tuple[answers.SizedNetwork, Status, tuple[Ground, ...]]] = []
        for network in self._collections.records(model.Network):
            if chosen_kind not in (None, network.kind):
                continue
            exists = judge(network)
            sized = self._size(network, exists, counted, limits.at, since)
            if sized is None:
                continue
            status = meaning_of(sized.size).lies_within(low, high)
            if status is Status.IN_FORCE and exists is not Status.IN_FORCE:
                # The figure shows that the network had begun.
                status = Status.PRESUMED
            standings.append((sized, status, ()))
        standings.sort(key=lambda standing: (-standing[0].size.count, standing[0].network.id))
        question = self._question(
            f"networks by size ({counted})",
            [],
            limits,
            {"at_least": low, "at_most": high, "kind": kind, "newer_than": since},
        )
        return self._answer_of_standings("sized_networks", question, limits, standings)

    def size_of(
        self,
        network: str | model.Network,
        /,
        measure: words.SizeMeasure | words.SizeMeasureWord = "members",
        *,
        as_of: AsOf | None = None,
        newer_than: AsOf | None = None,
    ) -> answers.SizedNetwork | None:
        """Return how large a network is, by one rule, with how old the figure is; None if no figure speaks.

        It is the latest dated figure that does not begin after ``as_of``, and only where there is none an undated one.
        A superseded figure never speaks, and an encyclopedia does not replace the network's own site. docs/answers.md
        has the whole rule.

        Args:
            network: the network.
            measure: what is counted.
            as_of: the time asked about; by default the release's reference date. ``EVER`` asks for the latest of all.
            newer_than: None in place of a figure that may be older than this date.

        >>> import nordic_partnerships as nordic
        >>> answer = nordic.size_of("LERU", as_of="2010")
        >>> print(answer.size, answer.size.as_of, answer.age)
        22 universities 2010-01-01 0

        """
        counted = parse_word(words.SizeMeasure, measure, "measure")
        since = None if newer_than is None else parse_since(newer_than, "newer_than")
        record, at = self.network(network), self._time_asked(as_of)
        return self._size(record, self._validity.status(record, at), counted, at, since)

    # ---------------------------------------------------------------- facts

    def statements_of(
        self, subject: str | Record, /, *, kind: words.StatementKind | words.StatementKindWord | None = None
    ) -> answers.Answer[model.Statement]:
        """Return what is said of any record (its aims, activities, values, methods, results), sorted by id.

        >>> import nordic_partnerships as nordic
        >>> len(nordic.statements_of("CoastClim", kind="aim"))
        1
        """
        chosen_kind = parse_optional_word(words.StatementKind, kind, "kind of statement")
        record = self.get(subject)
        statements = self._held(model.Statement, record, "subject")
        of_kind = [statement for statement in statements if chosen_kind in (None, statement.kind)]
        return self._answer_on_record("statements", [(subject, record)], of_kind, {"kind": kind})

    def indicators_of(
        self, subject: str | Record, /, *, measure: words.IndicatorMeasure | words.IndicatorMeasureWord | None = None
    ) -> answers.Answer[model.Indicator]:
        """Return the figures and rankings about any record, sorted by id.

        >>> import nordic_partnerships as nordic
        >>> nordic.indicators_of("Aalto University", measure="incoming exchange")[0].ranking
        ('DE', 'FR', 'ES', 'IT', 'NL')
        """
        chosen_measure = parse_optional_word(words.IndicatorMeasure, measure, "measure")
        record = self.get(subject)
        indicators = self._held(model.Indicator, record, "subject")
        of_measure = [indicator for indicator in indicators if chosen_measure in (None, indicator.measure)]
        return self._answer_on_record("indicators", [(subject, record)], of_measure, {"measure": measure})

    def events_of(self, subject: str | model.Party | model.Partnership, /) -> answers.Answer[model.Event]:
        """Return the events of an organization, a network or a partnership, oldest first, undated ones last.

        >>> import nordic_partnerships as nordic
        >>> [str(event.period) for event in nordic.events_of("LERU")]
        []
        """
        record = self._resolve_together(subject)
        events = self._held(model.Event, record, "hosts", "parties", "network", "partnership")
        return self._answer_on_record("events", [(subject, record)], sorted(events, key=_event_order))

    # ---------------------------------------------------------------- time

    def status_of(
        self,
        relation: str | model.Relation,
        /,
        *,
        as_of: AsOf | None = None,
    ) -> words.Status:
        """Return whether a membership, partnership, agreement or initiative is in force.

        It is *in force* if it holds at some time in ``as_of`` however imprecise dates are read, and *not in force* if
        it never does. If it has begun and nobody says whether it has ended, it is *presumed in force*. Otherwise the
        answer is *unknown*: it may not have begun. With ``EVER`` everything on record is in force. docs/data-model.md
        says how the dates of a record, its sources and its neighbours decide.

        >>> import nordic_partnerships as nordic
        >>> nordic.status_of("university-of-helsinki--university-of-nairobi", as_of="2021-03")
        <Status.IN_FORCE: 'in force'>
        """
        record = self.get(relation)
        if not isinstance(record, model.Relation):
            raise InvalidTypeError(f"expected a membership, partnership, agreement or initiative, got {shown(record)}")
        return self._validity.status(record, self._time_asked(as_of))

    def timeline_of(self, subject: str | Record, /) -> answers.Answer[answers.Moment]:
        """Return everything dated about a record, in order.

        An end stands after its start, and a coarser date before the finer ones within it.

        >>> import nordic_partnerships as nordic
        >>> for moment in nordic.timeline_of("University of Nairobi"):
        ...     print(moment)
        1956 established, University of Nairobi
        2011 signed, First memorandum of University of Helsinki and University of Nairobi, 2011
        2021-03-24 start, University of Helsinki and University of Nairobi
        2021-03-24 signed, Memorandum of University of Helsinki and University of Nairobi, 2021
        """
        with BUILDING:
            from ._timeline import timeline

        record = self.get(subject)
        moments = timeline(record, self._collections)
        return self._answer_on_record("moments", [(subject, record)], moments, noun="timeline")

    def counts_by_year(self, subject: str | model.Party, /, counted: words.Counted | words.CountedWord) -> tables.Table:
        """Return how many members, networks or partners there surely and possibly were, as a table with a row a year.

        It begins with the first year by which one of them had surely begun, and ends with that of the release's
        reference date. However imprecise dates are read, between ``surely`` and ``possibly`` of those on record are in
        force at some time in the year. For members it also has the size that the network states, with its hedge.

        Args:
            subject: a network, if members are counted; an organization, if partners are; either, if networks are.
            counted: "members", "networks" or "partners".

        >>> import nordic_partnerships as nordic
        >>> table = nordic.load("2026.11.1").counts_by_year("Una Europa", "members")
        >>> [(row["year"], row["surely"], row["possibly"], row["stated"]) for row in table][:2]
        [(2018, 7, 7, 6), (2019, 8, 8, 8)]
        """
        with BUILDING:
            from ._yearly import counts_by_year

        what, last_year = parse_word(words.Counted, counted, "count"), self.release.reference_date.year
        if what is words.Counted.MEMBERS:
            network = self._keys.resolve(subject, (model.Network,))
            stated = (network, lambda at: self.size_of(network, as_of=at))
            return counts_by_year(what, lambda at: self.members_of(network, as_of=at), last_year, stated)
        if what is words.Counted.NETWORKS:
            party = self._resolve_party(subject)
            return counts_by_year(what, lambda at: self.networks_of(party, as_of=at), last_year)
        organization = self._keys.resolve(subject, (model.Organization,))
        return counts_by_year(what, lambda at: self.partners_of(organization, as_of=at), last_year)

    # ---------------------------------------------------------------- why

    def explain(self, subject: str | Record, /) -> answers.Explanation:
        """Return why a record is believed: its citations with their sources, those of its figures, and other claims.

        >>> import nordic_partnerships as nordic
        >>> explanation = nordic.explain("university-of-helsinki--university-of-nairobi")
        >>> explanation.evidence[0].citation.stated, str(explanation.attested.last)
        ('forged a strategic partnership on March 24, 2021', '2021-03-26')
        """
        with BUILDING:
            from ._disputes import disputes_about, evidence_of

        record = self.get(subject)
        sources = self._collections.by_id(model.Source)
        return answers.Explanation(
            record=record,
            evidence=tuple(evidence_of(record, sources)),
            disputes=tuple(disputes_about(record, sources)),
            attested=self._validity.attested(record) if isinstance(record, model.Relation) else None,
        )

    def disputes_of(self, subject: str | Record, /) -> answers.Answer[answers.Dispute]:
        """Return what sources disagree about: what is answered, and what else is claimed, and where.

        That is every alternative on record, and every figure that another has replaced: of the record first, and then
        of the memberships, partnerships and other records that have to do with it.

        >>> import nordic_partnerships as nordic
        >>> nordic.disputes_of("University of Nairobi")
        0 on record (release 2026.11.5)
        """
        with BUILDING:
            from ._disputes import disputes_about
            from ._timeline import related_records

        record = self.get(subject)
        sources = self._collections.by_id(model.Source)
        related = related_records(record, self._collections)
        disputes = [dispute for other in related for dispute in disputes_about(other, sources)]
        return self._answer_on_record("disputes", [(subject, record)], disputes)

    # ---------------------------------------------------------------- everything on record

    def records(self, cls: type[R], /) -> answers.Answer[R]:
        """Return everything on record of one class, sorted by id.

        >>> import nordic_partnerships as nordic
        >>> nordic.load("2026.11.0").records(nordic.Theme)[0]
        <Theme academic-freedom 'Academic freedom'>
        """
        records = self._collections.records(cls)
        return self._answer_on_record(model.collection_of(cls), [], records)

    def organizations(
        self,
        *,
        kind: words.OrganizationKind | words.OrganizationKindWord | None = None,
        country: str | Iterable[str] | None = None,
        as_of: AsOf | None = None,
        certain: bool = False,
    ) -> answers.Answer[model.Organization]:
        """Return all organizations on record, or some of them, sorted by id.

        Args:
            kind: only those of this kind.
            country: only those in this country: a code, several codes, or "Nordic".
            as_of: only those that exist then; by default all on record.
            certain: leave out those that are only presumed to exist.

        >>> import nordic_partnerships as nordic
        >>> len(nordic.organizations(kind="university", country="IS"))
        8

        """
        chosen_kind = parse_optional_word(words.OrganizationKind, kind, "kind of organization")
        countries = None if country is None else parse_countries(country)
        organizations = [
            organization
            for organization in self._collections.records(model.Organization)
            if chosen_kind in (None, organization.kind) and (countries is None or organization.country in countries)
        ]
        limits = self._limits(EVER if as_of is None else as_of, certain)
        question = self._question("organizations", [], limits, {"kind": kind, "country": countries})
        return self._answer_of_lasting("organizations", question, limits, organizations)

    def networks(
        self,
        *,
        kind: words.NetworkKind | words.NetworkKindWord | None = None,
        as_of: AsOf | None = None,
        certain: bool = False,
    ) -> answers.Answer[model.Network]:
        """Return all networks on record, or some of them, sorted by id.

        Args:
            kind: only those of this kind.
            as_of: only those that exist then; by default all on record.
            certain: leave out those that are only presumed to exist.

        >>> import nordic_partnerships as nordic
        >>> [network.id for network in nordic.networks(kind="EU initiative")]
        ['european-universities-initiative']

        """
        chosen_kind = parse_optional_word(words.NetworkKind, kind, "kind of network")
        networks = [
            network for network in self._collections.records(model.Network) if chosen_kind in (None, network.kind)
        ]
        limits = self._limits(EVER if as_of is None else as_of, certain)
        question = self._question("networks", [], limits, {"kind": kind})
        return self._answer_of_lasting("networks", question, limits, networks)

    def partnerships(
        self,
        *,
        kind: words.PartnershipKind | words.PartnershipKindWord | None = None,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
        basis: words.Basis | words.BasisWord | None = None,
    ) -> answers.Answer[model.Partnership]:
        """Return all partnerships on record, or some of them, sorted by id.

        Args:
            kind: only those of this kind.
            as_of: only those in force then; by default all on record.
            certain: leave out those that are only presumed to be in force.
            attested_since: only those that a dated source has attested since this date.
            basis: only those that are "stated" by a source, or only those "inferred" by a curator.

        >>> import nordic_partnerships as nordic
        >>> len(nordic.partnerships(kind="strategic partnership"))
        157

        """
        chosen_kind = parse_optional_word(words.PartnershipKind, kind, "kind of partnership")
        partnerships = [
            partnership
            for partnership in self._collections.records(model.Partnership)
            if chosen_kind in (None, partnership.kind)
        ]
        limits = self._limits(EVER if as_of is None else as_of, certain, attested_since, basis)
        question = self._question("partnerships", [], limits, {"kind": kind})
        return self._answer_of_lasting("partnerships", question, limits, self._grounds.counted(partnerships, limits))

    def memberships(
        self,
        *,
        member: str | model.Party | None = None,
        network: str | model.Network | None = None,
        role: words.Role | words.RoleWord | None = None,
        as_of: AsOf | None = None,
        certain: bool = False,
        attested_since: AsOf | None = None,
        basis: words.Basis | words.BasisWord | None = None,
    ) -> answers.Answer[model.Membership]:
        """Return all memberships on record, or some of them, sorted by id.

        Args:
            member: only those of this organization or network.
            network: only those in this network.
            role: only those with this role; a founding or suspended member is a member.
            as_of: only those in force then; by default all on record.
            certain: leave out what is only presumed to be in force.
            attested_since: only those that a dated source has attested since this date.
            basis: only those that are "stated" by a source, or only those "inferred" by a curator.

        >>> import nordic_partnerships as nordic
        >>> [str(m.period) for m in nordic.memberships(member="University of Helsinki", network="LERU")]
        ['2002/..']

        """
        subjects: list[tuple[object, Record]] = []
        memberships: Iterable[model.Membership] = self._collections.records(model.Membership)
        if network is not None:
            joined = self.network(network)
            subjects.append((network, joined))
            memberships = self._held(model.Membership, joined, "network")
        if member is not None:
            party = self._resolve_party(member)
            subjects.insert(0, (member, party))
            memberships = [membership for membership in memberships if membership.member == party.id]
        chosen_role = parse_optional_word(words.Role, role, "role")
        with_role = [
            membership for membership in memberships if chosen_role is None or membership.has_role(chosen_role)
        ]
        limits = self._limits(EVER if as_of is None else as_of, certain, attested_since, basis)
        question = self._question("memberships", subjects, limits, {"role": role})
        return self._answer_of_lasting("memberships", question, limits, self._grounds.counted(with_role, limits))

    # ---------------------------------------------------------------- the dataset itself

    def extended_with(self, records: Iterable[Record], /, *, replace: bool = False) -> Self:
        """Return a dataset that holds these records and somebody's own beside them, or in place of some.

        Args:
            records: another dataset, or records of one's own; they may refer to records here.
            replace: a record with an id that is taken here takes its place; otherwise that is an error.

        Returns:
            A dataset with this reference date. Its ``release.parts`` say what it is made of, and what was replaced.

        Raises:
            InvalidTypeError: something is not a record.
            DataError: fields of another type, ids given twice, ids that lead nowhere: all problems at once.

        >>> import nordic_partnerships as nordic
        >>> own = nordic.Theme(id="own-theme", name="Our own theme", broader=("sustainability",))
        >>> joined = nordic.load("2026.11.0").extended_with([own])
        >>> joined.get("our own theme", nordic.Theme).broader, joined.release.version
        (('sustainability',), '2026.11.0+own')

        A wrong fact is corrected locally like this:

        >>> import attrs
        >>> mended = attrs.evolve(nordic.network("LERU"), seat="Leuven, BE")
        >>> corrected = nordic.load().extended_with([mended], replace=True)
        >>> corrected.network("LERU").seat, corrected.release.parts[1].replaced
        ('Leuven, BE', ('leru',))
        """
        with BUILDING:
            from ._combining import extend, own_release, require_records

        addition = records.release if isinstance(records, Dataset) else own_release(self.release)
        replacing = require_truth(replace, "replace")
        release, joined = extend(self.release, tuple(self), addition, require_records(records), replace=replacing)
        return type(self)(MemoryStore.of(release, joined))

    def supported_by(self, *kinds: words.SourceKind | words.SourceKindWord) -> Self:
        """Return a dataset reduced to the claims that sources of the given kinds support.

        Memberships, partnerships, agreements, initiatives, events, indicators, statements and sizes stay if a source of
        one of the kinds supports them, and lose their other citations. Organizations, networks and themes stay. Claims
        about a dropped record are dropped as well.

        >>> import nordic_partnerships as nordic
        >>> len(nordic.load("2026.11.0").supported_by("news").partnerships())
        0
        """
        with BUILDING:
            from ._combining import reduce_to_sources

        chosen_kinds = frozenset(parse_word(words.SourceKind, kind, "kind of source") for kind in kinds)
        return type(self)(MemoryStore.of(*reduce_to_sources(self.release, tuple(self), chosen_kinds)))

    def write(self, folder: str | PathLike[str], /, *, format: Literal["csv", "json"] = "csv") -> None:  # noqa: A002
        """Write all tables into a new folder, with a Data Package descriptor (version, digest, licence, all columns).

        Each collection is a table, and so is each list in it: "memberships.csv", "memberships_citations.csv". A status
        is that at the reference date. docs/tables.md has all columns.

        Args:
            folder: where; nothing but an empty folder may have this name.
            format: "csv" or "json"; see ``Table.write``.

        Raises:
            InvalidValueError: there is no such format, or something of this name.
            DataError: the folder cannot be written; it is not there.
        """
        with BUILDING:
            from ._exporting import tables_of, write_tables
            from ._writing import parse_place

        on_record = tables_of(map(self._on_record, model.COLLECTIONS.values()))
        write_tables(parse_place(folder), format, self.release, on_record)

    def check(self) -> tuple[Problem, ...]:
        """Return everything in the dataset that breaks a rule of good data; see docs/curation.md for the rules.

        >>> import nordic_partnerships as nordic
        >>> nordic.load("2026.11.0").check()
        ()
        """
        # The rules are the curators'. They know the questions only by name, so nothing leads from them back here.
        with BUILDING:
            from ._curation.rules import check

        return tuple(check(self))

    def cite(self) -> answers.Reference:
        """Return how to cite this data: as text, BibTeX and CSL-JSON, with version, reference date and digest.

        >>> import nordic_partnerships as nordic
        >>> print(nordic.load("2026.11.0").cite().bibtex.splitlines()[0])
        @misc{nordic-partnerships-2026.11.0,
        """
        return answers.cite_release(self.release)

    def __iter__(self) -> Iterator[Record]:
        """Yield every record, collection by collection."""
        for cls in model.COLLECTIONS.values():
            yield from self._collections.records(cls)

    def __eq__(self, other: object) -> bool:
        """Say whether another dataset has this version and reference date, and holds the same records.

        So both answer alike. Whether a digest proves the records is not compared.
        """
        if not isinstance(other, Dataset):
            return NotImplemented
        return self._identity == other._identity and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self._identity)

    def __repr__(self) -> str:
        return f"<Dataset {self.release.version}, as of {self.release.reference_date}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return self._collections.store.recipe or (type(self).of, (self.release, tuple(self)))

    # ---------------------------------------------------------------- shared by the questions

    @property
    def _identity(self) -> tuple[str, PartialDate]:
        return self.release.version, self.release.reference_date

    def _resolve(self, key: object, subjects: tuple[str, ...]) -> Record:
        """Return the record of one of these classes, given by name, that a key means."""
        classes: tuple[type[Record], ...] = tuple(getattr(model, subject) for subject in subjects)
        return self._keys.resolve(key, classes)

    def _is_on_record(self, key: str, subjects: tuple[str, ...]) -> bool:
        """Say whether a key is the id of a record of one of these classes, or a name of it, letter for letter."""
        if self._collections.tombstone(key.strip()) is not None:
            return False
        record = self._resolve(key, subjects)
        return key in (record.id, record.label) or any(key == name.text for name in names_of(record))

    def _time_asked(self, as_of: AsOf | None) -> PartialDate | Span | Ever:
        """Return the time that a question is about."""
        return self.release.reference_date if as_of is None else parse_as_of(as_of)

    def _resolve_party(self, key: str | model.Party) -> model.Party:
        """Return the organization or network that a key means."""
        classes: tuple[type[model.Party], ...] = (model.Organization, model.Network)
        return self._keys.resolve(key, classes)

    def _resolve_together(self, key: str | model.Party | model.Partnership) -> model.Party | model.Partnership:
        """Return the organization, network or partnership that a key means."""
        classes: tuple[type[model.Party | model.Partnership], ...] = (
            model.Organization,
            model.Network,
            model.Partnership,
        )
        return self._keys.resolve(key, classes)

    def _held(self, cls: type[R], record: Record, *fields: str) -> tuple[R, ...]:
        """Return the records of a class that hold a record's id in one of these fields."""
        return self._collections.holding(cls, *fields).get(record.id, ())

    def _limits(
        self,
        as_of: AsOf | None,
        certain: bool = False,
        attested_since: AsOf | None = None,
        basis: words.Basis | words.BasisWord | None = None,
    ) -> Limits:
        """Return which relations count for a question."""
        since = None if attested_since is None else parse_since(attested_since, "attested_since")
        only_certain = require_truth(certain, "certain")
        chosen_basis = parse_optional_word(words.Basis, basis, "basis")
        if chosen_basis is words.Basis.COUNTED:
            raise InvalidValueError("a relation is 'stated' or 'inferred'; only figures are 'counted'")
        return Limits(self._time_asked(as_of), only_certain, since, chosen_basis)

    def _question(
        self,
        noun: str,
        subjects: Iterable[tuple[object, Record]],
        limits: Limits,
        said: Mapping[str, object] | None = None,
    ) -> Callable[[], str]:
        """Return what puts a question in words, when somebody reads them."""

        def in_words() -> str:
            with BUILDING:
                from ._answers.wording import in_words

            counts = {"certain": limits.certain, "attested_since": limits.since, "basis": limits.basis}
            return in_words(noun, subjects, {**(said or {}), **counts}, self._keys.reason)

        return in_words

    def _answer(
        self,
        collection: str,
        question: Callable[[], str],
        limits: Limits,
        grounds: Mapping[str, Sequence[Ground]],
        records: Mapping[str, R],
    ) -> answers.Answer[R]:
        """Return the records that grounds put into an answer, sorted by id."""
        standings = self._grounds.standings(grounds, records, limits)
        return self._answer_of_standings(collection, question, limits, standings)

    def _answer_of_lasting(
        self, collection: str, question: Callable[[], str], limits: Limits, lasting: Iterable[D]
    ) -> answers.Answer[D]:
        """Return the relations or bodies that are in force or exist, in the order given."""
        judge = self._validity.judge(limits.at)
        standings = [(record, judge(record), ()) for record in lasting]
        return self._answer_of_standings(collection, question, limits, standings)

    def _answer_on_record(
        self,
        collection: str,
        subjects: Iterable[tuple[object, Record]],
        items: Iterable[T],
        said: Mapping[str, object] | None = None,
        noun: str | None = None,
    ) -> answers.Answer[T]:
        """Return what is on record, without regard to time, in the order given."""
        limits = Limits(EVER)
        standings = [(item, Status.IN_FORCE, ()) for item in items]
        question = self._question(noun or collection, subjects, limits, said)
        return self._answer_of_standings(collection, question, limits, standings)

    def _answer_of_standings(
        self,
        collection: str,
        question: Callable[[], str],
        limits: Limits,
        standings: Sequence[tuple[T, Status, tuple[Ground, ...]]],
    ) -> answers.Answer[T]:
        """Return an answer of items with their status and grounds, in the order given."""
        counted = (Status.IN_FORCE,) if limits.certain else (Status.IN_FORCE, Status.PRESUMED)
        answered = [standing for standing in standings if standing[1] in counted]
        unknown = Status.UNKNOWN
        undecided = [standing for standing in standings if standing[1] is unknown]
        items, statuses, grounds = zip(*answered, strict=True) if answered else ((), (), ())
        possible, _, possible_grounds = zip(*undecided, strict=True) if undecided else ((), (), ())
        all_grounds = (*grounds, *possible_grounds)
        return answers.Answer(
            items,
            statuses=statuses,
            undecided=possible,
            as_of=limits.at,
            collection=collection,
            _release=self.release,
            _question=question,
            _grounds=all_grounds if any(all_grounds) else None,
            _attested=self._validity.attested,
            _bounds=self._validity.bounds,
            _records=self._record,
        )

    def _on_record(self, cls: type[Record]) -> answers.Answer[Record]:
        """Return everything of a class, also what is not in force, with its status at the reference date."""
        at = self.release.reference_date
        records: tuple[Any, ...] = self._collections.records(cls)
        is_judged = issubclass(cls, model.Dated | model.Organization | model.Network)
        judge = self._validity.judge(at if is_judged else EVER)
        everything = self._answer_on_record(model.collection_of(cls), [], records)
        statuses = tuple(judge(record) for record in records)
        return answers.Answer(records, **{**vars(everything), "as_of": at, "statuses": statuses})

    def _record(self, key: str, classes: Iterable[str]) -> Record:
        """Return the record of one of these classes, given by name, that has an id which another record holds."""
        tables: Iterator[Mapping[str, Record]] = (self._collections.by_id(getattr(model, name)) for name in classes)
        return next(table[key] for table in tables if key in table)

    def _size(
        self,
        network: model.Network,
        exists: Status,
        measure: words.SizeMeasure,
        at: PartialDate | Span | Ever,
        newer_than: PartialDate | Span | None,
    ) -> answers.SizedNetwork | None:
        """Return a network with the figure that speaks of a time, if there is one and the network can exist then."""
        if exists is Status.NOT_IN_FORCE:
            return None
        with BUILDING:
            from ._sizes import figure_at

        size = figure_at(network.sizes, measure, at, self._collections.by_id(model.Source))
        if size is None:
            return None
        dated = size.as_of or size.newer_than
        if newer_than is not None and (dated is None or dated.first < newer_than.first):
            return None
        return answers.SizedNetwork(network, size, at)

    def _label_of(self, theme: str | model.Theme | None) -> str | None:
        """Return what a theme that was asked for is called."""
        return None if theme is None else self.get(theme, model.Theme).label

    def _partnerships_of(
        self,
        organization: model.Organization,
        kind: words.PartnershipKind | words.PartnershipKindWord | None,
        theme: str | model.Theme | None,
        limits: Limits,
    ) -> Iterable[model.Partnership]:
        """Return the partnerships of an organization that count, whenever they were in force."""
        partnerships = self._held(model.Partnership, organization, "parties")
        if kind is not None:
            chosen_kind = parse_word(words.PartnershipKind, kind, "kind of partnership")
            partnerships = tuple(partnership for partnership in partnerships if partnership.kind is chosen_kind)
        if theme is not None:
            themes = self._with_narrower(theme)
            partnerships = tuple(
                partnership for partnership in partnerships if not themes.isdisjoint(partnership.themes)
            )
        return self._grounds.counted(partnerships, limits)

    def _with_narrower(self, theme: str | model.Theme) -> set[str]:
        """Return the ids of a theme and of all that it includes."""
        included: set[str] = set()
        to_visit = [self.get(theme, model.Theme)]
        while to_visit:
            visited = to_visit.pop()
            if visited.id not in included:
                included.add(visited.id)
                to_visit.extend(self._held(model.Theme, visited, "broader"))
        return included


def _classes(cls: type[R]) -> tuple[type[Any], ...]:
    """Return the classes of records that a class argument stands for: all living ones for ``Record``."""
    if cls is Record:
        return model.LIVING
    return (model.require_class(cls),)


def _event_order(event: model.Event) -> tuple[bool, int, str]:
    """Return a key that sorts events by their start, or their end if only that is known, undated ones last."""
    dates = [bound for bound in (event.period.start, event.period.end) if isinstance(bound, PartialDate)]
    return not dates, dates[0].first.toordinal() if dates else 0, event.id
