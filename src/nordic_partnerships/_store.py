"""Where a dataset gets its records from, and the indexes over them.

A store serves tables, one for each class of records. ``Collections`` asks for each once, on first use, and keeps it. A
table knows its records by id, by the ids that a field holds, and their names; it makes what it is asked for, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar

from . import _model as model
from ._building import Memo
from ._model.files import COLLECTION_NAMES, require_class
from ._model.record import Named, Record
from ._release import Release

__all__ = ["Collections", "MemoryStore", "MemoryTable", "Store", "Table", "held_ids"]

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)
T = TypeVar("T")


if TYPE_CHECKING:

    class Table(Protocol[R_co]):
        """The records of one class."""

        def records(self) -> tuple[R_co, ...]:
            """Return all of them, sorted by id."""
            ...

        def by_id(self) -> Mapping[str, R_co]:
            """Return them by id."""
            ...

        def holding(self, fields: tuple[str, ...]) -> Mapping[str, tuple[R_co, ...]]:
            """Return them by the ids that any of these fields holds, each record once under each id."""
            ...

        def names(self) -> Iterable[tuple[str, list[str]]]:
            """Return the names that each can be found by, with its id: its label, or title, and its further names."""
            ...

        def spelling(self, text: str, /) -> Sequence[R_co] | None:
            """Return at least the records that bear a name spelled so, or None if an index is quicker."""
            ...

    class Store(Protocol):
        """Where a dataset gets its records from."""

        @property
        def release(self) -> Release:
            """Which data it holds."""
            ...

        @property
        def recipe(self) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
            """How to get the dataset again elsewhere without its records, or None if only they make it."""
            ...

        def has(self, collection: str, /) -> bool:
            """Say whether there is any record in a collection, such as "tombstones"."""
            ...

        def read(self, cls: type[R], /) -> Table[R]:
            """Return the records of one class."""
            ...

else:
    # Protocols are for type checkers; making one takes as long as making a record class.
    Store = Table = Any


class MemoryTable(Generic[R]):
    """A table of records that are there already."""

    def __init__(self, records: tuple[R, ...] = ()) -> None:
        """Serve records that are sorted by id."""
        self._records = records

    def records(self) -> tuple[R, ...]:
        """Return all of them, sorted by id."""
        return self._records

    def by_id(self) -> Mapping[str, R]:
        """Return them by id."""
        return {record.id: record for record in self._records}

    def holding(self, fields: tuple[str, ...]) -> Mapping[str, tuple[R, ...]]:
        """Return them by the ids that any of these fields holds, each record once under each id."""
        groups: dict[str, dict[str, R]] = {}
        for record in self._records:
            for held_id in held_ids(record, fields):
                groups.setdefault(held_id, {})[record.id] = record
        return {held_id: tuple(group.values()) for held_id, group in groups.items()}

    def names(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the names that each can be found by, with its id: its label, or title, and its further names."""
        for record in self._records:
            if isinstance(record, Named):
                yield record.id, [record.name, *(name.text for name in record.names)]
            elif COLLECTION_NAMES[type(record).__name__] == "sources":
                yield record.id, [record.label]

    def spelling(self, _: str, /) -> None:
        """Return None: all names have to be looked at."""


class MemoryStore:
    """A store of records that are there already."""

    recipe: None = None

    def __init__(self, release: Release, records: Mapping[type[Record], tuple[Any, ...]]) -> None:
        """Serve the records of each class, sorted by id."""
        self.release = release
        self._records = records

    @classmethod
    def of(cls, release: Release, records: Iterable[Record]) -> Self:
        """Return a store of records of any classes, in any order."""
        grouped: dict[type[Record], list[Record]] = {}
        for record in records:
            grouped.setdefault(type(record), []).append(record)
        return cls(
            release,
            {record_class: tuple(sorted(group, key=_by_id)) for record_class, group in grouped.items()},
        )

    def has(self, collection: str, /) -> bool:
        """Say whether there is any record in a collection."""
        return any(COLLECTION_NAMES.get(cls.__name__) == collection for cls in self._records)

    def read(self, cls: type[R], /) -> MemoryTable[R]:
        """Return the records of one class."""
        return MemoryTable(self._records.get(cls, ()))


class Collections:
    """The tables of a store and what is asked of them, each made on first use."""

    def __init__(self, store: Store) -> None:
        """Serve the records of a store; nothing is read yet."""
        self.store = store
        self._memo = Memo()

    def records(self, cls: type[R]) -> tuple[R, ...]:
        """Return the whole collection of one class, sorted by id."""
        require_class(cls)
        return self.once(("records", cls), lambda: self._table(cls).records())

    def by_id(self, cls: type[R]) -> Mapping[str, R]:
        """Return the records of one class by id."""
        return self.once(("id", cls), lambda: self._table(cls).by_id())

    def holding(self, cls: type[R], *fields: str) -> Mapping[str, tuple[R, ...]]:
        """Return the records of one class by the ids that any of these fields holds, each record once under each id."""
        return self.once((cls, fields), lambda: self._table(cls).holding(fields))

    def names(self, cls: type[Record]) -> Iterable[tuple[str, list[str]]]:
        """Return the names that each record of one class can be found by, with its id."""
        return self._table(cls).names()

    def spelling(self, cls: type[R], text: str) -> Sequence[R] | None:
        """Return at least the records of one class that bear a name spelled so, or None if an index is quicker."""
        return self._table(cls).spelling(text)

    def tombstone(self, record_id: str) -> model.Tombstone | None:
        """Return what is left of a retired id. Most data has no tombstones."""
        if not self.once("tombstones", lambda: self.store.has("tombstones")):
            return None
        return self.by_id(model.Tombstone).get(record_id)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what is kept under a key, making it on first use."""
        return self._memo.once(key, make)

    def _table(self, cls: type[R]) -> Table[R]:
        return self.once(cls, lambda: self.store.read(cls))


def held_ids(record: Record, fields: Iterable[str]) -> Iterator[str]:
    """Yield the ids that some fields of a record hold: each field none, one or several."""
    for field in fields:
        held: str | tuple[str, ...] | None = getattr(record, field)
        if isinstance(held, tuple):
            yield from held
        elif held is not None:
            yield held


def _by_id(record: Record) -> str:
    return record.id
