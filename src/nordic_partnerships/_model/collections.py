"""The collections of a release, the class that each holds, and the classes that go together."""

from typing import Final, TypeAlias

from .facts import Event, Indicator, Statement, Theme
from .files import collection_of, file_of
from .history import Revision, Tombstone
from .memberships import Membership
from .networks import Network
from .organizations import Organization
from .partnerships import Partnership
from .record import Record
from .sources import Source
from .undertakings import Agreement, Initiative

__all__ = ["CLASSES", "COLLECTIONS", "FILES", "LIVING", "NAMED", "Party", "Relation"]

Party: TypeAlias = Organization | Network
"""Who is a member of networks."""

Relation: TypeAlias = Membership | Partnership | Agreement | Initiative
"""What can be in force."""

CLASSES: Final[dict[str, type[Record]]] = {
    cls.__name__: cls
    for cls in (
        Organization,
        Network,
        Membership,
        Partnership,
        Agreement,
        Initiative,
        Event,
        Indicator,
        Statement,
        Theme,
        Source,
        Tombstone,
        Revision,
    )
}
"""The record classes by name."""

COLLECTIONS: Final[dict[str, type[Record]]] = {collection_of(cls): cls for cls in CLASSES.values()}
"""The collections of a release, by name: each is one file, and holds records of one class."""

FILES: Final[dict[str, type[Record]]] = {file_of(cls): cls for cls in CLASSES.values()}
"""The same by the name of the file."""

LIVING: Final[tuple[type[Record], ...]] = tuple(cls for cls in COLLECTIONS.values() if cls is not Tombstone)
"""The classes of records that are still there."""

NAMED: Final[tuple[type[Record], ...]] = (Organization, Network, Partnership, Agreement, Initiative, Event, Theme)
"""The classes of records that are found by name, in the order in which ``find`` looks at them."""
