"""Resolving a key: from an id, an identifier or a name to the one record that it means.

In this order, and the first that fits decides: an id, a retired id, an identifier (ROR, Wikidata, ISNI), a name. A name
with two bearers is reported, never chosen between. An acronym is a name like any other.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .. import _answers as answers
from .. import _model as model
from .._building import BUILDING
from .._countries import NORDIC
from .._model.files import are_all_living
from .._model.record import Record, names_of
from .._store import Collections
from .._text import shown, with_article
from ..errors import (
    AmbiguousNameError,
    InvalidTypeError,
    InvalidValueError,
    NordicPartnershipsError,
    RetiredIdError,
    RetiredIdWarning,
    UnknownNameError,
)
from .choosing import choose, reason_for
from .folding import fold
from .naming import Naming, namings_of
from .registry import rivals_of

if TYPE_CHECKING:
    # What only a search needs is imported when somebody searches.
    from .._model import Tombstone
    from .affiliations import Affiliation, Named
    from .candidates import Candidates, Offer, RankedName
    from .choosing import Choice
    from .index import NameIndex
    from .mentions import MentionFinder
    from .steps import NameSteps, Step

__all__ = ["KeyResolver"]

R = TypeVar("R", bound=Record)

_DIGITS: Final = frozenset("0123456789")
_SUGGESTIONS: Final = 3
_BETWEEN_SIDES: Final = "--"
"""What stands in the ids of relations, between those of their sides, and in no name."""
_LONGEST: Final = 10_000
"""A longer text is no name, and is not read."""


class _Found(Generic[R]):
    """A record that a key means: by which name, if by one, why, who else bears the name, and how well it fits."""

    __slots__ = ("name", "reason", "record", "rivals", "score")

    def __init__(
        self, record: R, name: str | None, reason: str, rivals: tuple[str, ...] = (), score: float = 1.0
    ) -> None:
        self.record = record
        self.name = name
        self.reason = reason
        self.rivals = rivals
        self.score = score


class KeyResolver:
    """Finds the records of a dataset by what callers write."""

    def __init__(self, collections: Collections) -> None:
        """Resolve keys to the records of these collections; indexes are made on first use."""
        self._collections = collections
        self._index: NameIndex | None = None
        self._steps: dict[object, NameSteps] = {}
        self._made_candidates: Candidates | None = None
        self._finder: MentionFinder | None = None
        self._tables: dict[tuple[type[Record], ...], tuple[Mapping[str, Any], ...]] = {}

    # ---------------------------------------------------------------- one record

    def resolve(self, key: object, classes: tuple[type[R], ...]) -> R:
        """Return the one record of these classes that a key means.

        Raises:
            InvalidTypeError: the key is neither a text nor a record of these classes.
            InvalidValueError: the text holds no letters or digits.
            UnknownNameError, AmbiguousNameError, RetiredIdError: no record, several, or none any more.
        """
        if isinstance(key, str):
            # The shortest way for what is asked most.
            record = self._by_id(key, classes)
            if record is not None:
                return record
        return self._look_up(key, classes, None).record

    def reason(self, key: object, record: Record) -> str:
        """Return why a key means a record, such as "acronym KTH"; nothing if it is its id or its main name."""
        if not isinstance(key, str) or key.strip().casefold() in (record.id, record.label.casefold()):
            return ""
        if self._collections.tombstone(key.strip()) is not None:
            return f"retired id {key.strip()}"
        resolution = self.resolution(key, (type(record),), None)
        return f"{resolution.reason} {key.strip()}" if resolution.record is record else ""

    def resolution(
        self,
        key: object,
        classes: tuple[type[R], ...],
        countries: frozenset[str] | None,
        *,
        inside_text: bool = False,
    ) -> answers.Resolution[R]:
        """Return what a key means and why, or the error that asking for it alone raises."""
        try:
            found = self._look_up(key, classes, countries)
        except UnknownNameError as error:
            if inside_text and isinstance(key, str):
                return self._inside(key, classes, countries, error)
            return answers.Resolution(key, None, error)
        except AmbiguousNameError as error:
            return answers.Resolution(key, None, error, candidates=self._bearers(error.key, classes, countries))
        except NordicPartnershipsError as error:
            return answers.Resolution(key, None, error)
        except RetiredIdWarning:
            # Where warnings are errors, the warning that would go beside the record takes its place.
            retired = self._collections.by_id(model.Tombstone)[key.id if isinstance(key, Record) else str(key).strip()]
            return answers.Resolution(key, None, RetiredIdError(retired.id, retired.reason, retired.successors))
        return answers.Resolution(key, found.record, None, found.name, found.reason, found.rivals, (), found.score)

    def _look_up(self, key: object, classes: tuple[type[R], ...], countries: frozenset[str] | None) -> _Found[R]:
        """Return the one record of these classes, in these countries, that a key means."""
        if not isinstance(key, str):
            found = _Found(self._known(key, classes), None, "id")
        else:
            text = key.strip()
            record = self._by_id(text, classes) or self._by_retired_id(text, classes)
            if record is not None:
                found = _Found(record, None, "id")
            else:
                identified = self._by_identifier(text, classes)
                if identified is None:
                    return self._by_name(text, key, classes, countries)
                found = _Found(identified, None, "identifier")
        if not _lies_in(found.record, countries):
            raise UnknownNameError(str(key), _wanted(classes, countries))
        return found

    # ---------------------------------------------------------------- several

    def find(
        self, text: str, classes: tuple[type[R], ...], countries: frozenset[str] | None, limit: int
    ) -> tuple[answers.Match[R], ...]:
        """Return the records of these classes, in these countries, that a text may mean, best first."""
        _require_name(text)
        if len(text) > _LONGEST:
            return ()
        best: dict[str, Offer] = {}
        for offer in self._offers(text, classes, countries):
            known = best.get(offer.ranked.naming.record_id)
            if known is None or offer.ranked.score > known.ranked.score:
                best[offer.ranked.naming.record_id] = offer
        matches: list[answers.Match[R]] = []
        for ranked, known_rivals in sorted(best.values(), key=_best_first):
            record = self._record(ranked.naming.record_id, classes)
            if _lies_in(record, countries):
                rivals = known_rivals or self._others(ranked, countries)
                reason = ranked.reason or reason_for(ranked.naming, rivals)
                matches.append(answers.Match(record, ranked.naming.text, ranked.score, reason, rivals))
                if len(matches) == limit:
                    break
        return tuple(matches)

    def _offers(self, text: str, classes: tuple[type[R], ...], countries: frozenset[str] | None) -> Iterator[Offer]:
        """Yield what a text may mean: names like it, names that it contains, and names of which it is a form."""
        with BUILDING:
            from .candidates import Offer, RankedName, score_inside

        for ranked in self._candidates(classes).rank(text, classes):
            yield Offer(ranked)
        for body in self._read(text, classes, countries).named:
            score = score_inside(body.words, text)
            yield Offer(RankedName(score, fold(body.words), body.naming, _inside_reason(body)), body.rivals)
        step = self._named(text.strip(), fold(text), classes, countries)
        if step is not None and step.score < 1:
            for naming in step.choice.namings:
                yield Offer(RankedName(step.score, fold(naming.text), naming, step.reason), step.choice.rivals)

    def _others(self, ranked: RankedName, countries: frozenset[str] | None) -> tuple[str, ...]:
        """Return the names of others that bear the very name that a candidate bears."""
        namings = self._names_of(model.NAMED).bearers.get(ranked.key, ())
        names = [self._record_of(naming).label for naming in namings if naming.record_id != ranked.naming.record_id]
        return tuple(dict.fromkeys([*names, *(rival.name for rival in rivals_of(ranked.key, countries))]))

    def _inside(
        self, text: str, classes: tuple[type[R], ...], countries: frozenset[str] | None, error: UnknownNameError
    ) -> answers.Resolution[R]:
        """Return the record that is meant by a longer text, of those that it names."""
        with BUILDING:
            from .candidates import score_inside

        affiliation = self._read(text, classes, countries)
        candidates = tuple(
            answers.Match(
                self._record(body.record.id, classes),
                body.naming.text,
                score_inside(body.words, text),
                _inside_reason(body),
                body.rivals,
            )
            for body in affiliation.named
        )
        meant = affiliation.meant
        if meant is not None:
            record = self._record(meant.record.id, classes)
            reason = _inside_reason(meant)
            score = candidates[0].score
            return answers.Resolution(text, record, None, meant.naming.text, reason, meant.rivals, candidates, score)
        if len(candidates) > 1:
            ids = tuple(sorted(candidate.record.id for candidate in candidates))
            return answers.Resolution(text, None, AmbiguousNameError(text, ids), candidates=candidates)
        return answers.Resolution(text, None, error, candidates=candidates)

    def _read(self, text: str, classes: tuple[type[R], ...], countries: frozenset[str] | None) -> Affiliation:
        """Return the bodies that a text names."""
        with BUILDING:
            from .affiliations import Affiliation, read_affiliation
            from .mentions import MentionFinder

        bodies = tuple(cls for cls in classes if cls in (model.Organization, model.Network))
        if not bodies or len(text) > _LONGEST:
            return Affiliation(None, ())
        index = self._names_of(bodies)
        finder = self._finder
        if finder is None or finder.index is not index:
            finder = self._finder = MentionFinder(index)
        accepts = self._accepting(bodies, countries)
        return read_affiliation(text, finder, accepts, self._record_of, countries)

    # ---------------------------------------------------------------- the steps

    def _known(self, record: object, classes: tuple[type[R], ...]) -> R:
        """Return the record of this dataset that has the id of a given record."""
        if not isinstance(record, Record):
            raise InvalidTypeError(f"expected a name or an id (str), got {type(record).__name__}")
        if not isinstance(record, classes):
            expected = " or ".join(with_article(cls.__name__.lower()) for cls in classes)
            raise InvalidTypeError(f"expected {expected}, got {shown(record)}")
        known = self._by_id(record.id, classes) or self._by_retired_id(record.id, classes)
        if known is None:
            raise UnknownNameError(record.id, _nouns(classes))
        return known

    def _record(self, record_id: str, classes: tuple[type[R], ...]) -> R:
        """Return the record of these classes with an id that one of them has."""
        return next(record for table in self._tables_of(classes) if (record := table.get(record_id)) is not None)

    def _by_id(self, record_id: str, classes: tuple[type[R], ...]) -> R | None:
        for table in self._tables_of(classes):
            record = table.get(record_id)
            if record is not None:
                return record
        return None

    def _tables_of(self, classes: tuple[type[R], ...]) -> tuple[Mapping[str, R], ...]:
        """Return the records of each of these classes by id."""
        tables = self._tables.get(classes)
        if tables is None:
            tables = self._tables[classes] = tuple(map(self._collections.by_id, classes))
        return tables

    def _by_retired_id(self, record_id: str, classes: tuple[type[R], ...]) -> R | None:
        """Return the one record that took the place of a retired id, with a warning."""
        tombstone = self._collections.tombstone(record_id)
        if tombstone is None or self._leads_elsewhere(tombstone, classes):
            return None
        if len(tombstone.successors) != 1:
            raise RetiredIdError(tombstone.id, tombstone.reason, tombstone.successors)
        successor = self.resolve(tombstone.successors[0], classes)
        with BUILDING:
            from .callers import levels_to_caller

        message = f"{tombstone.id!r} was retired ({tombstone.reason}); {successor.id!r} is used instead"
        warnings.warn(message, RetiredIdWarning, stacklevel=levels_to_caller())
        return successor

    def _leads_elsewhere(self, tombstone: Tombstone, classes: tuple[type[Record], ...]) -> bool:
        """Say whether what took the place of a retired id is known, and is of none of these classes."""
        successors = [record for key in tombstone.successors if (record := self._by_id(key, model.LIVING)) is not None]
        return bool(successors) and not any(isinstance(record, classes) for record in successors)

    def _by_identifier(self, text: str, classes: tuple[type[R], ...]) -> R | None:
        """Return the organization with a ROR id, a Wikidata item or an ISNI, if organizations are asked for."""
        if _DIGITS.isdisjoint(text) or model.Organization not in classes or len(text) > _LONGEST:
            return None  # every identifier has a digit
        with BUILDING:
            from .identifiers import bare, index_identifiers

        identifiers: dict[str, str] = self._collections.once(
            "identifiers", lambda: index_identifiers(self._collections.records(model.Organization))
        )
        record_id = identifiers.get(bare(text))
        return None if record_id is None else self._by_id(record_id, classes)

    def _by_name(
        self, text: str, key: str, classes: tuple[type[R], ...], countries: frozenset[str] | None
    ) -> _Found[R]:
        """Return the one record that bears a name."""
        folded = _require_name(key)
        step = self._spelled(text, folded, classes, countries) or self._named(text, folded, classes, countries)
        if step is None:
            raise UnknownNameError.deferred(
                key, _wanted(classes, countries), lambda: self._hints(text, classes, countries)
            )
        choice, reason, score = step
        if not choice.certain:
            raise AmbiguousNameError(key, choice.ids, choice.rivals)
        naming = choice.namings[0]
        return _Found(self._record(naming.record_id, classes), naming.text, reason, choice.rivals, score)

    def _spelled(
        self, text: str, folded: str, classes: tuple[type[Record], ...], countries: frozenset[str] | None
    ) -> tuple[Choice, str, float] | None:
        """Return what a name comes to that some bear letter for letter, and why, if that is known without an index.

        Nothing that is only spelled alike goes before them. But if it is there, the name that is spelled so answers,
        and without it the first of the record's names that are spelled alike: so these must be the same.
        """
        named = _named(classes)
        if len(text) > _LONGEST or (self._index is not None and self._index.classes.issuperset(named)):
            return None
        accepts = self._accepting(named, countries)
        namings: list[Naming] = []
        for cls in named:
            records = self._collections.spelling(cls, text)
            if records is None:
                return None
            for record in records:
                texts = [record.label, *(name.text for name in names_of(record))]
                of_record = namings_of(cls, [(record.id, texts)], self._collections.by_id(cls))
                alike = [naming for naming in of_record if fold(naming.text) == folded and accepts(naming)]
                if any(naming.text == text for naming in alike):
                    if alike[0].text != text:
                        return None
                    namings += alike
        if not namings:
            return None
        choice = choose(text, namings, rivals_of(folded, countries), self._record_of)
        return choice, reason_for(choice.namings[0], choice.rivals), 1.0

    def _named(
        self, text: str, folded: str, classes: tuple[type[Record], ...], countries: frozenset[str] | None
    ) -> Step | None:
        """Return what a name comes to by the first step that finds bearers, and why."""
        if len(text) > _LONGEST:
            return None
        named = _named(classes)
        steps = self._steps.get((named, countries))
        if steps is None:
            with BUILDING:
                from .steps import NameSteps

            index = self._names_of(named)
            steps = NameSteps(index, self._accepting(named, countries), self._record_of, countries)
            self._steps[named, countries] = steps
        return steps.take(text, folded)

    def _bearers(
        self, key: str, classes: tuple[type[R], ...], countries: frozenset[str] | None
    ) -> tuple[answers.Match[R], ...]:
        """Return the records that an ambiguous name may mean, sorted by id."""
        step = self._named(key.strip(), fold(key), classes, countries)
        assert step is not None  # noqa: S101 - it is ambiguous
        namings = {naming.record_id: naming for naming in reversed(step.choice.namings)}
        matches: list[answers.Match[R]] = []
        for record_id, naming in sorted(namings.items()):
            others = [self._record_of(other).label for other in namings.values() if other is not naming]
            rivals = (*others, *step.choice.rivals)
            reason = step.reason if step.score < 1 else reason_for(naming, rivals)
            matches.append(answers.Match(self._record(record_id, classes), naming.text, step.score, reason, rivals))
        return tuple(matches)

    def _accepting(
        self, classes: tuple[type[Record], ...], countries: frozenset[str] | None
    ) -> Callable[[Naming], bool]:
        """Return what says whether the bearer of a name is of these classes and in these countries."""
        if countries is None:
            return lambda naming: naming.record_class in classes
        return lambda naming: naming.record_class in classes and _lies_in(self._record_of(naming), countries)

    def _record_of(self, naming: Naming) -> Record:
        return self._tables_of((naming.record_class,))[0][naming.record_id]

    def _hints(
        self, text: str, classes: tuple[type[Record], ...], countries: frozenset[str] | None
    ) -> tuple[tuple[str, ...], str | None]:
        """Return names like one that no record of these classes bears, and records of which classes do bear it."""
        if len(text) > _LONGEST:
            return (), None
        bearing = {naming.record_class for naming in self._names_of(model.NAMED).bearers.get(fold(text), ())}
        others = [
            cls
            for cls in model.LIVING
            if cls not in classes and (cls in bearing or text in self._collections.by_id(cls))
        ]
        elsewhere = " and ".join(with_article(cls.__name__.lower()) for cls in others)
        if _BETWEEN_SIDES in text:
            with BUILDING:
                from .candidates import ids_like

            ids = [record_id for cls in classes for record_id in self._collections.by_id(cls)]
            return ids_like(text, ids, _SUGGESTIONS), elsewhere or None
        accepts = self._accepting(_named(classes), countries)
        return self._candidates(_named(classes)).suggest(text, accepts, _SUGGESTIONS), elsewhere or None

    def _names_of(self, classes: tuple[type[Record], ...]) -> NameIndex:
        """Return an index that holds at least the names that records of these classes bear."""
        index = self._index
        if index is None or not index.classes.issuperset(classes):
            with BUILDING:
                from .index import NameIndex

                index = self._index or NameIndex()
                missing = [cls for cls in classes if cls not in index.classes]
                namings = [
                    naming
                    for cls in missing
                    for naming in namings_of(cls, self._collections.names(cls), self._collections.by_id(cls))
                ]
                index = self._index = index.extended(namings, frozenset(missing))
        return index

    def _candidates(self, classes: tuple[type[Record], ...]) -> Candidates:
        """Return the candidates among at least the names that records of these classes bear."""
        with BUILDING:
            from .candidates import Candidates

        index = self._names_of(classes)
        candidates = self._made_candidates
        if candidates is None or candidates.index is not index:
            candidates = self._made_candidates = Candidates(index)
        return candidates


def _best_first(offer: Offer) -> tuple[float, str, str]:
    return -offer.ranked.score, offer.ranked.key, offer.ranked.naming.record_id


def _named(classes: tuple[type[Record], ...]) -> tuple[type[Record], ...]:
    """Return the classes whose names count; sources go by their titles only where sources alone are asked for."""
    return model.NAMED if are_all_living(classes) else classes


def _lies_in(record: Record, countries: frozenset[str] | None) -> bool:
    """Say whether a record is in one of these countries; a network is in none, and fits only if none is asked for."""
    return countries is None or (isinstance(record, model.Organization) and record.country in countries)


def _nouns(classes: tuple[type[Record], ...]) -> str:
    """Return what records of these classes are called."""
    return "record" if are_all_living(classes) else " or ".join(cls.__name__.lower() for cls in classes)


def _wanted(classes: tuple[type[Record], ...], countries: frozenset[str] | None) -> str:
    """Return what was looked for, in words."""
    if countries is None:
        return _nouns(classes)
    where = "the Nordic countries" if countries == NORDIC else ", ".join(sorted(countries))
    return f"{_nouns(classes)} in {where}"


def _require_name(text: str) -> str:
    """Return a text folded, which must leave something of it."""
    if not isinstance(text, str):
        raise InvalidTypeError(f"expected a name or an id (str), got {type(text).__name__}")
    folded = fold(text[:_LONGEST])
    if not folded:
        raise InvalidValueError(f"a name must contain letters or digits, which {shown(text)} does not")
    return folded


def _inside_reason(body: Named) -> str:
    """Return why a body that a text names is a candidate."""
    return f"inside the text: {body.words!r}"
