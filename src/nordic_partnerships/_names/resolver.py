"""Resolving a key: from an id, an identifier or a name to the one record that it means.

In this order, and the first that fits decides: an id, a retired id, an identifier (ROR, Wikidata, ISNI), a name. A name
with two bearers is reported, never chosen between. An acronym is a name like any other.
"""

import warnings
from collections.abc import Iterator
from typing import TypeVar

from .._answers import Match
from .._model import LIVING, NAMED, Named, Organization, Record, Source, Tombstone
from .._store import Collections
from .._text import with_article
from ..errors import (
    AmbiguousNameError,
    InvalidTypeError,
    InvalidValueError,
    RetiredIdError,
    RetiredIdWarning,
    UnknownNameError,
)
from .folding import fold
from .index import NameIndex, RankedName

__all__ = ["KeyResolver"]

R = TypeVar("R", bound=Record)

_SUGGESTIONS = 3


class KeyResolver:
    """Finds the records of a dataset by what callers write."""

    def __init__(self, collections: Collections) -> None:
        """Resolve keys to the records of these collections; indexes are made on first use."""
        self._collections = collections

    def resolve(self, key: object, classes: tuple[type[R], ...]) -> R:
        """Return the one record of these classes that a key means.

        Raises:
            InvalidTypeError: the key is neither a text nor a record of these classes.
            InvalidValueError: the text holds no letters or digits.
            UnknownNameError, AmbiguousNameError, RetiredIdError: no record, several, or none any more.
        """
        if isinstance(key, Record):
            return self._known(key, classes)
        text = _require_text(key)
        record = self._by_id(text.strip(), classes)
        if record is not None:
            return record
        tombstone = self._collections.by_id(Tombstone).get(text.strip())
        if tombstone is not None and not self._leads_elsewhere(tombstone, classes):
            return self._successor(tombstone, classes)
        return self._by_identifier(text, classes) or self._by_name(text, classes)

    def find(
        self, text: str, classes: tuple[type[R], ...], countries: frozenset[str] | None, limit: int
    ) -> tuple[Match[R], ...]:
        """Return the records of these classes, in these countries, that a text may mean, best first."""
        _require_text(text)
        best: dict[str, Match[R]] = {}
        for record_class in classes:
            records = self._collections.by_id(record_class)
            for ranked in self._index(record_class).rank(text):
                match = Match(records[ranked.id], ranked.name, ranked.score)
                known = best.get(ranked.id)
                if (known is None or ranked.score > known.score) and _lies_in(match.record, countries):
                    best[ranked.id] = match
        ordered = sorted(best.values(), key=lambda match: (-match.score, fold(match.name), match.record.id))
        return tuple(ordered[:limit])

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
                if _lies_in(candidate := self._known_id(candidate_id, classes), countries)
            ]
            if len(inside) == 1:
                return inside[0]
            raise
        if not _lies_in(record, countries):
            raise UnknownNameError(str(key), f"{_nouns(classes)} in {', '.join(sorted(countries))}")
        return record

    def _known(self, record: Record, classes: tuple[type[R], ...]) -> R:
        """Return the record of this dataset that has the id of a given record."""
        if not isinstance(record, classes):
            expected = " or ".join(with_article(cls.__name__.lower()) for cls in classes)
            raise InvalidTypeError(f"expected {expected}, got {record!r}")
        known = self._by_id(record.id, classes)
        if known is None:
            raise UnknownNameError(record.id, _nouns(classes))
        return known

    def _known_id(self, record_id: str, classes: tuple[type[R], ...]) -> R:
        (record,) = (records[record_id] for cls in classes if record_id in (records := self._collections.by_id(cls)))
        return record

    def _by_id(self, record_id: str, classes: tuple[type[R], ...]) -> R | None:
        for record_class in classes:
            record = self._collections.by_id(record_class).get(record_id)
            if record is not None:
                return record
        return None

    def _by_identifier(self, text: str, classes: tuple[type[R], ...]) -> R | None:
        """Return the organization with a ROR id, a Wikidata item or an ISNI, if organizations are asked for."""
        for record_class in classes:
            if record_class is Organization:
                record_id = self._identifiers().get(_bare(text))
                return None if record_id is None else self._collections.by_id(record_class)[record_id]
        return None

    def _by_name(self, text: str, classes: tuple[type[R], ...]) -> R:
        """Return the one record that bears a name."""
        named = NAMED if classes == LIVING else classes
        bearers = {record_id: cls for cls in named for record_id in self._index(cls).ids(text)}
        if len(bearers) > 1:
            raise AmbiguousNameError(text, tuple(sorted(bearers)))
        for record_id in bearers:
            return self._known_id(record_id, classes)
        raise self._unknown(text, classes, named)

    def _unknown(
        self, text: str, classes: tuple[type[Record], ...], named: tuple[type[Record], ...]
    ) -> UnknownNameError:
        """Return the error for a name that none of these records bears."""
        ranked: list[RankedName] = [near for cls in named for near in self._index(cls).rank(text)]
        ranked.sort(key=lambda near: -near.score)
        suggestions = tuple(dict.fromkeys(near.name for near in ranked))[:_SUGGESTIONS]
        others = [cls for cls in LIVING if cls not in classes and self._is_of(text, cls)]
        elsewhere = " and ".join(with_article(cls.__name__.lower()) for cls in others)
        return UnknownNameError(text, _nouns(classes), suggestions, elsewhere or None)

    def _is_of(self, text: str, record_class: type[Record]) -> bool:
        """Say whether a text is the id, or a name, of a record of a class."""
        if text.strip() in self._collections.by_id(record_class):
            return True
        return record_class in NAMED and bool(self._index(record_class).ids(text))

    def _leads_elsewhere(self, tombstone: Tombstone, classes: tuple[type[Record], ...]) -> bool:
        """Say whether what took the place of a retired id is known, and is of none of these classes."""
        successors = [record for key in tombstone.successors if (record := self._by_id(key, LIVING)) is not None]
        return bool(successors) and not any(isinstance(record, classes) for record in successors)

    def _successor(self, tombstone: Tombstone, classes: tuple[type[R], ...]) -> R:
        """Return the one record that took the place of a retired id, with a warning."""
        if len(tombstone.successors) != 1:
            raise RetiredIdError(tombstone.id, tombstone.reason, tombstone.successors)
        successor = self.resolve(tombstone.successors[0], classes)
        message = f"{tombstone.id!r} was retired ({tombstone.reason}); {successor.id!r} is used instead"
        warnings.warn(message, RetiredIdWarning, stacklevel=4)
        return successor

    def _index(self, record_class: type[Record]) -> NameIndex:
        """Return the index of the names that records of one class bear."""
        index: NameIndex = self._collections.once(
            ("names", record_class),
            lambda: NameIndex(
                (name, record.id) for record in self._collections.records(record_class) for name in _names(record)
            ),
        )
        return index

    def _identifiers(self) -> dict[str, str]:
        """Return the ids of organizations by identifier."""
        index: dict[str, str] = self._collections.once(
            "identifiers",
            lambda: {
                text: organization.id
                for organization in self._collections.records(Organization)
                for text in _identifiers(organization)
            },
        )
        return index


def _names(record: Record) -> Iterator[str]:
    """Yield every name that a record can be found by."""
    if isinstance(record, Named):
        yield record.name
        for name in record.names:
            yield name.text
    elif isinstance(record, Source):
        yield record.title


def _identifiers(organization: Organization) -> Iterator[str]:
    """Yield every way to write an identifier of an organization, without what ``_bare`` takes off."""
    if organization.ror is not None:
        yield _bare(organization.ror)
        yield organization.ror.rpartition("/")[2]
    if organization.wikidata is not None:
        item = organization.wikidata.casefold()
        yield from (item, f"wikidata.org/wiki/{item}", f"wikidata.org/entity/{item}")
    if organization.isni is not None:
        yield organization.isni.casefold()
        yield organization.isni.replace(" ", "").casefold()


def _bare(text: str) -> str:
    """Return an address without the parts that people leave out."""
    return text.strip().casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _lies_in(record: Record, countries: frozenset[str] | None) -> bool:
    """Say whether a record is in one of these countries; a network is in none, and fits only if none is asked for."""
    return countries is None or (isinstance(record, Organization) and record.country in countries)


def _nouns(classes: tuple[type[Record], ...]) -> str:
    """Return what records of these classes are called."""
    return "record" if classes == LIVING else " or ".join(cls.__name__.lower() for cls in classes)


def _require_text(key: object) -> str:
    if not isinstance(key, str):
        raise InvalidTypeError(f"expected a name or an id (str), got {type(key).__name__}")
    if not fold(key):
        raise InvalidValueError(f"a name must contain letters or digits, which {key!r} does not")
    return key
