"""The collections of a release, and the class that each holds."""

from typing import Final

from .bodies import Membership, Network, Organization
from .cooperation import Agreement, Initiative, Partnership
from .facts import Event, Indicator, Statement, Theme
from .history import Revision, Tombstone
from .record import Record
from .sources import Source

__all__ = ["CLASSES", "COLLECTIONS", "FILES", "LIVING", "NAMED", "collection_of", "file_of"]

COLLECTIONS: Final[dict[str, type[Record]]] = {
    "organizations": Organization,
    "networks": Network,
    "memberships": Membership,
    "partnerships": Partnership,
    "agreements": Agreement,
    "initiatives": Initiative,
    "events": Event,
    "indicators": Indicator,
    "statements": Statement,
    "themes": Theme,
    "sources": Source,
    "tombstones": Tombstone,
    "revisions": Revision,
}
"""The collections of a release, by name: each is one file, and holds records of one class."""

FILES: Final[dict[str, type[Record]]] = {f"{name}.json": cls for name, cls in COLLECTIONS.items()}
"""The same by the name of the file."""

CLASSES: Final[dict[str, type[Record]]] = {cls.__name__: cls for cls in COLLECTIONS.values()}
"""The record classes by name."""

LIVING: Final[tuple[type[Record], ...]] = tuple(cls for cls in COLLECTIONS.values() if cls is not Tombstone)
"""The classes of records that are still there."""

NAMED: Final[tuple[type[Record], ...]] = (Organization, Network, Partnership, Agreement, Initiative, Event, Theme)
"""The classes of records that are found by name, in the order in which ``find`` looks at them."""

_COLLECTION_NAMES: Final = {cls: name for name, cls in COLLECTIONS.items()}


def collection_of(cls: type[Record]) -> str:
    """Return the name of the collection that holds records of a class."""
    return _COLLECTION_NAMES[cls]


def file_of(cls: type[Record]) -> str:
    """Return the name of the file that holds records of a class."""
    return f"{_COLLECTION_NAMES[cls]}.json"
