"""Resolving a key: from an id, an identifier or a name to the one record that it means.

In this order, and the first that fits decides: an id, a retired id, an identifier (ROR, Wikidata, ISNI), a name. A name
with two bearers is reported, never chosen between. An acronym is a name like any other.
"""

import warnings
from threading import Lock
from typing import Any, Final, TypeVar

from .._answers import Match, Resolution
from .._model import LIVING, NAMED, Organization, Record, Tombstone
from .._store import Collections
from .._text import with_article
from ..errors import (
    AmbiguousNameError,
    InvalidTypeError,
    InvalidValueError,
    NordicPartnershipsError,
    RetiredIdError,
    RetiredIdWarning,
    UnknownNameError,
)
from .callers import levels_to_caller
from .candidates import Candidates, RankedName
from .folding import fold
from .identifiers import bare, index_identifiers, may_identify
from .index import NameIndex, namings_of

__all__ = ["KeyResolver"]

R = TypeVar("R", bound=Record)

_SUGGESTIONS: Final = 3
_LONGEST: Final = 10_000
"""A longer text is no name, and is not read."""


class KeyResolver:
    """Finds the records of a dataset by what callers write."""

    def __init__(self, collections: Collections) -> None:
        """Resolve keys to the records of these collections; indexes are made on first use."""
        self._collections = collections
        self._index = NameIndex()
        self._candidates = Candidates(self._index)
        self._growing = Lock()
        self._tables: dict[tuple[type[Record], ...], tuple[dict[str, Any], ...]] = {}

    # ---------------------------------------------------------------- one record

    def resolve(self, key: object, classes: tuple[type[R], ...]) -> R:
        """Return the one record of these classes that a key means.

        Raises:
            InvalidTypeError: the key is neither a text nor a record of these classes.
            InvalidValueError: the text holds no letters or digits.
            UnknownNameError, AmbiguousNameError, RetiredIdError: no record, several, or none any more.
        """
        if not isinstance(key, str):
            return self._known(key, classes)
        text = key.strip()
        return (
            self._by_id(text, classes)
            or self._by_retired_id(text, classes)
            or self._by_identifier(text, classes)
            or self._by_name(text, key, classes)
        )

    def resolve_in(self, key: object, classes: tuple[type[R], ...], countries: frozenset[str] | None) -> R:
        """Return the one record of these classes, in these countries, that a key means; errors as for ``resolve``."""
        if countries is None:
            return self.resolve(key, classes)
        try:
            record = self.resolve(key, classes)
        except AmbiguousNameError as error:
            inside = [
                candidate
                for candidate_id in error.candidates
                if _lies_in(candidate := self._record(candidate_id, classes), countries)
            ]
            if len(inside) == 1:
                return inside[0]
            raise
        if not _lies_in(record, countries):
            raise UnknownNameError(str(key), f"{_nouns(classes)} in {', '.join(sorted(countries))}")
        return record

    def resolution(self, key: object, classes: tuple[type[R], ...], countries: frozenset[str] | None) -> Resolution[R]:
        """Return what a key means, or the error that asking for it alone raises."""
        try:
            return Resolution(key, self.resolve_in(key, classes, countries), None)
        except NordicPartnershipsError as error:
            return Resolution(key, None, error)
        except RetiredIdWarning:
            # Where warnings are errors, the warning that would go beside the record takes its place.
            retired = self._collections.by_id(Tombstone)[key.id if isinstance(key, Record) else str(key).strip()]
            return Resolution(key, None, RetiredIdError(retired.id, retired.reason, retired.successors))

    # ---------------------------------------------------------------- several

    def find(
        self, text: str, classes: tuple[type[R], ...], countries: frozenset[str] | None, limit: int
    ) -> tuple[Match[R], ...]:
        """Return the records of these classes, in these countries, that a text may mean, best first."""
        _require_name(text)
        if len(text) > _LONGEST:
            return ()
        best: dict[str, RankedName] = {}
        self._names_of(classes)
        for ranked in self._candidates.rank(text, classes):
            known = best.get(ranked.naming.record_id)
            if known is None or ranked.score > known.score:
                best[ranked.naming.record_id] = ranked
        matches: list[Match[R]] = []
        for ranked in sorted(best.values(), key=lambda ranked: (-ranked.score, ranked.key, ranked.naming.record_id)):
            record = self._record(ranked.naming.record_id, classes)
            if _lies_in(record, countries):
                matches.append(Match(record, ranked.naming.text, ranked.score))
                if len(matches) == limit:
                    break
        return tuple(matches)

    # ---------------------------------------------------------------- the steps

    def _known(self, record: object, classes: tuple[type[R], ...]) -> R:
        """Return the record of this dataset that has the id of a given record."""
        if not isinstance(record, Record):
            raise InvalidTypeError(f"expected a name or an id (str), got {type(record).__name__}")
        if not isinstance(record, classes):
            expected = " or ".join(with_article(cls.__name__.lower()) for cls in classes)
            raise InvalidTypeError(f"expected {expected}, got {record!r}")
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

    def _tables_of(self, classes: tuple[type[R], ...]) -> tuple[dict[str, R], ...]:
        """Return the records of each of these classes by id."""
        tables = self._tables.get(classes)
        if tables is None:
            tables = self._tables[classes] = tuple(map(self._collections.by_id, classes))
        return tables

    def _by_retired_id(self, record_id: str, classes: tuple[type[R], ...]) -> R | None:
        """Return the one record that took the place of a retired id, with a warning."""
        tombstone = self._collections.by_id(Tombstone).get(record_id)
        if tombstone is None or self._leads_elsewhere(tombstone, classes):
            return None
        if len(tombstone.successors) != 1:
            raise RetiredIdError(tombstone.id, tombstone.reason, tombstone.successors)
        successor = self.resolve(tombstone.successors[0], classes)
        message = f"{tombstone.id!r} was retired ({tombstone.reason}); {successor.id!r} is used instead"
        warnings.warn(message, RetiredIdWarning, stacklevel=levels_to_caller())
        return successor

    def _leads_elsewhere(self, tombstone: Tombstone, classes: tuple[type[Record], ...]) -> bool:
        """Say whether what took the place of a retired id is known, and is of none of these classes."""
        successors = [record for key in tombstone.successors if (record := self._by_id(key, LIVING)) is not None]
        return bool(successors) and not any(isinstance(record, classes) for record in successors)

    def _by_identifier(self, text: str, classes: tuple[type[R], ...]) -> R | None:
        """Return the organization with a ROR id, a Wikidata item or an ISNI, if organizations are asked for."""
        if Organization not in classes or len(text) > _LONGEST or not may_identify(text):
            return None
        identifiers: dict[str, str] = self._collections.once(
            "identifiers", lambda: index_identifiers(self._collections.records(Organization))
        )
        record_id = identifiers.get(bare(text))
        return None if record_id is None else self._by_id(record_id, classes)

    def _by_name(self, text: str, key: str, classes: tuple[type[R], ...]) -> R:
        """Return the one record that bears a name."""
        bearers = {}
        if len(text) <= _LONGEST:
            named = _named(classes)
            bearers = {
                naming.record_id: naming
                for naming in self._names_of(named).bearers.get(_require_name(key), ())
                if naming.record_class in named
            }
        if len(bearers) > 1:
            raise AmbiguousNameError(key, tuple(sorted(bearers)))
        for record_id in bearers:
            return self._record(record_id, classes)
        raise UnknownNameError.deferred(key, _nouns(classes), lambda: self._hints(text, classes))

    def _hints(self, text: str, classes: tuple[type[Record], ...]) -> tuple[tuple[str, ...], str | None]:
        """Return names like one that no record of these classes bears, and records of which classes do bear it."""
        if len(text) > _LONGEST:
            return (), None
        bearing = {naming.record_class for naming in self._names_of(NAMED).bearers.get(fold(text), ())}
        self._names_of(_named(classes))
        others = [
            cls for cls in LIVING if cls not in classes and (cls in bearing or text in self._collections.by_id(cls))
        ]
        elsewhere = " and ".join(with_article(cls.__name__.lower()) for cls in others)
        return self._candidates.suggest(text, _named(classes), _SUGGESTIONS), elsewhere or None

    def _names_of(self, classes: tuple[type[Record], ...]) -> NameIndex:
        """Return an index that holds at least the names that records of these classes bear."""
        if not self._index.classes.issuperset(classes):
            with self._growing:
                missing = [cls for cls in classes if cls not in self._index.classes]
                namings = [naming for cls in missing for naming in namings_of(self._collections.records(cls))]
                self._index = self._index.extended(namings, frozenset(missing))
                self._candidates = Candidates(self._index)
        return self._index


def _named(classes: tuple[type[Record], ...]) -> tuple[type[Record], ...]:
    """Return the classes whose names count; sources go by their titles only where sources alone are asked for."""
    return NAMED if classes == LIVING else classes


def _lies_in(record: Record, countries: frozenset[str] | None) -> bool:
    """Say whether a record is in one of these countries; a network is in none, and fits only if none is asked for."""
    return countries is None or (isinstance(record, Organization) and record.country in countries)


def _nouns(classes: tuple[type[Record], ...]) -> str:
    """Return what records of these classes are called."""
    return "record" if classes == LIVING else " or ".join(cls.__name__.lower() for cls in classes)


def _require_name(text: str) -> str:
    """Return a text folded, which must leave something of it."""
    if not isinstance(text, str):
        raise InvalidTypeError(f"expected a name or an id (str), got {type(text).__name__}")
    folded = fold(text[:_LONGEST])
    if not folded:
        raise InvalidValueError(f"a name must contain letters or digits, which {text!r} does not")
    return folded
