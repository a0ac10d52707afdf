"""What is built on first use: once, by one thread at a time, and never halfway when the process forks."""

from __future__ import annotations

import os
from _thread import RLock, get_ident  # threading, which offers the same, costs as much as all the rest of the import

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is when the code runs, without importing typing

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    T = TypeVar("T")

__all__ = ["BUILDING", "BuildingLock", "Memo", "import_undisturbed"]

_PATIENCE = 2.0
"""How many seconds a fork waits for a thread that builds something, which takes less."""


class BuildingLock:
    """What is built is built by one thread at a time, and a fork waits for it.

    A child has only the thread that forked. Another's lock, or import, would never be finished there.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._forking: dict[int, bool] = {}
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

    def acquire_soon(self) -> bool:
        """Take the lock unless another thread holds it for long; say whether it was taken."""
        return self._lock.acquire(timeout=_PATIENCE)

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()

    def _before_fork(self) -> None:
        self._forking[get_ident()] = self._lock.acquire(timeout=_PATIENCE)

    def _after_fork_in_parent(self) -> None:
        if self._forking.get(get_ident()):
            self._lock.release()

    def _after_fork_in_child(self) -> None:
        if self._forking.get(get_ident()):
            self._lock.release()
        else:
            self._lock = RLock()


BUILDING = BuildingLock()


def import_undisturbed(load: Callable[[], T]) -> T:
    """Return what an import gives; a fork waits for it, as it does for anything that is built.

    An import may need another that some thread is in the midst of, and that thread the lock: so none waits for ever.
    """
    taken = BUILDING.acquire_soon()
    try:
        return load()
    finally:
        if taken:
            BUILDING.release()


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
