"""Where a dataset gets its records from, and the indexes over them.

A store serves collections. ``Collections`` asks for each once, on first use, and keeps it; on top lie indexes by id and
by the ids that a field holds, built when a question first needs them and never changed.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from threading import RLock, local
from typing import Any, Final, Protocol, Self, TypeVar

import attrs

from ._model import COLLECTIONS, Record
from ._release import Release
from ._text import shown
from .errors import InvalidTypeError

__all__ = ["BUILDING", "Collections", "Memo", "MemoryStore", "Store", "require_class"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")

_PATIENCE: Final = 2.0
"""How many seconds a fork waits for a thread that builds something, which takes less."""


class _BuildingLock:
    """What is built is built by one thread at a time, and a fork waits for it.

    A child has only the thread that forked. Another's lock, or import, would never be finished there.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._forking = local()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(
                before=self._before_fork,
                after_in_parent=self._after_fork_in_parent,
                after_in_child=self._after_fork_in_child,
            )

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def _before_fork(self) -> None:
        self._forking.holds_lock = self._lock.acquire(timeout=_PATIENCE)

    def _after_fork_in_parent(self) -> None:
        if self._forking.holds_lock:
            self._lock.release()

    def _after_fork_in_child(self) -> None:
        if self._forking.holds_lock:
            self._lock.release()
        else:
            self._lock = RLock()


BUILDING: Final = _BuildingLock()
"""The lock for what is built or imported on first use."""


class Memo:
    """What is made on first use and kept; of threads that come at once, one makes it and the others wait."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._made: dict[object, Any] = {}

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what is kept under a key, making it on first use."""
        if key not in self._made:
            with BUILDING:
                if key not in self._made:
                    self._made[key] = make()
        made: T = self._made[key]
        return made


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

    def read(self, cls: type[R], /) -> tuple[R, ...]:
        """Return all records of one class, sorted by id."""
        ...


@attrs.frozen
class MemoryStore:
    """A store of records that are there already."""

    release: Release
    records: Mapping[type[Record], tuple[Any, ...]]
    recipe: None = None

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

    def read(self, cls: type[R], /) -> tuple[R, ...]:
        """Return all records of one class, sorted by id."""
        return self.records.get(cls, ())


class Collections:
    """The collections of a store and the indexes over them, each made on first use."""

    def __init__(self, store: Store) -> None:
        """Serve the records of a store; nothing is read yet."""
        self.store = store
        self._memo = Memo()

    def records(self, cls: type[R]) -> tuple[R, ...]:
        """Return the whole collection of one class, sorted by id."""
        require_class(cls)
        return self.once(cls, lambda: self.store.read(cls))

    def by_id(self, cls: type[R]) -> dict[str, R]:
        """Return the records of one class by id."""
        return self.once(("id", cls), lambda: {record.id: record for record in self.records(cls)})

    def holding(self, cls: type[R], *fields: str) -> dict[str, tuple[R, ...]]:
        """Return the records of one class by the ids that any of these fields holds, each record once under each id."""
        return self.once((cls, fields), lambda: _group(self.records(cls), fields))

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Return what is kept under a key, making it on first use."""
        return self._memo.once(key, make)


def require_class(cls: object) -> None:
    """Raise InvalidTypeError for anything that is not the class of a collection."""
    if cls not in COLLECTIONS.values():
        raise InvalidTypeError(f"expected a class of records such as Organization, got {shown(cls)}")


def _by_id(record: Record) -> str:
    return record.id


def _group(records: tuple[R, ...], fields: tuple[str, ...]) -> dict[str, tuple[R, ...]]:
    groups: dict[str, dict[str, R]] = {}
    for record in records:
        for field in fields:
            for held_id in _held_ids(getattr(record, field)):
                groups.setdefault(held_id, {})[record.id] = record
    return {held_id: tuple(group.values()) for held_id, group in groups.items()}


def _held_ids(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return the ids that a field holds, which may be none, one or several."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
