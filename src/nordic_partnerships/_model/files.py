"""Which class fills which file of a release, by name: no class is imported for it."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from .._text import shown
from ..errors import InvalidTypeError
from .record import Record

__all__ = ["COLLECTION_NAMES", "are_all_living", "collection_of", "file_of", "require_class"]

R = TypeVar("R", bound=Record)

COLLECTION_NAMES: Final = {
    "Organization": "organizations",
    "Network": "networks",
    "Membership": "memberships",
    "Partnership": "partnerships",
    "Agreement": "agreements",
    "Initiative": "initiatives",
    "Event": "events",
    "Indicator": "indicators",
    "Statement": "statements",
    "Theme": "themes",
    "Source": "sources",
    "Tombstone": "tombstones",
    "Revision": "revisions",
}
"""The collections of a release, by the name of the class that each holds, in their order."""


def require_class(cls: type[R]) -> type[R]:
    """Return a class whose records fill a file; raise InvalidTypeError for anything else."""
    is_ours = isinstance(cls, type) and cls.__module__.rpartition(".")[0] == __package__
    if not is_ours or cls.__name__ not in COLLECTION_NAMES:
        raise InvalidTypeError(f"expected a class of records such as Organization, got {shown(cls)}")
    return cls


def collection_of(cls: type[Record]) -> str:
    """Return the name of the collection that holds records of a class."""
    return COLLECTION_NAMES[cls.__name__]


def file_of(cls: type[Record]) -> str:
    """Return the name of the file that holds records of a class."""
    return f"{COLLECTION_NAMES[cls.__name__]}.json"


def are_all_living(classes: tuple[type[Any], ...]) -> bool:
    """Say whether these classes are all classes of records but tombstones."""
    return len(classes) == len(COLLECTION_NAMES) - 1
