"""The records: frozen, slotted attrs classes with nothing mutable in them.

``enumerations`` the closed lists; ``evidence`` what all records share, and sources; ``bodies`` organizations,
networks, memberships; ``cooperation`` partnerships, agreements, initiatives; ``facts`` events, indicators,
statements, themes; ``history`` tombstones and revisions; ``references`` which field points to what; ``values`` reads a
caller's text as a value of a closed list.
"""

from typing import Final

from .bodies import Location, Membership, Network, Organization, Size
from .checking import misfits
from .cooperation import Agreement, Initiative, Partnership
from .enumerations import (
    Basis,
    Cause,
    IndicatorMeasure,
    InitiativeKind,
    NameKind,
    NetworkKind,
    OrganizationKind,
    PartnershipKind,
    Qualifier,
    Role,
    RosterStatus,
    SizeMeasure,
    SourceKind,
    StatementKind,
    Unit,
)
from .evidence import Alternative, Citation, Name, OfficeHolder, Record, Source
from .facts import Event, Indicator, Statement, Theme
from .history import Revision, Tombstone
from .references import REFERENCES, citations, leaves, references
from .values import parse_value

__all__ = [
    "COLLECTIONS",
    "REFERENCES",
    "Agreement",
    "Alternative",
    "Basis",
    "Cause",
    "Citation",
    "Event",
    "Indicator",
    "IndicatorMeasure",
    "Initiative",
    "InitiativeKind",
    "Location",
    "Membership",
    "Name",
    "NameKind",
    "Network",
    "NetworkKind",
    "OfficeHolder",
    "Organization",
    "OrganizationKind",
    "Partnership",
    "PartnershipKind",
    "Qualifier",
    "Record",
    "Revision",
    "Role",
    "RosterStatus",
    "Size",
    "SizeMeasure",
    "Source",
    "SourceKind",
    "Statement",
    "StatementKind",
    "Theme",
    "Tombstone",
    "Unit",
    "citations",
    "collection_of",
    "file_of",
    "leaves",
    "misfits",
    "parse_value",
    "references",
]

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

_NAMES: Final = {kind: name for name, kind in COLLECTIONS.items()}


def collection_of(kind: type[Record]) -> str:
    """Return the name of the collection that holds records of a class."""
    return _NAMES[kind]


def file_of(kind: type[Record]) -> str:
    """Return the name of the file that holds records of a class."""
    return f"{_NAMES[kind]}.json"
