"""What a network is, and how much of its membership the records hold."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["NetworkKind", "NetworkKindWord", "RosterStatus"]


class NetworkKind(StrEnum):
    """What a network is."""

    UNIVERSITY_ALLIANCE = "university alliance"
    ASSOCIATION = "association"
    THEMATIC_NETWORK = "thematic network"
    INFORMATION_NETWORK = "mobility or information network"
    INNOVATION_COMMUNITY = "innovation community"
    NATIONAL_NETWORK = "national network"
    EU_BODY = "EU body"
    EU_INITIATIVE = "EU initiative"


NetworkKindWord: TypeAlias = Literal[
    "university alliance",
    "association",
    "thematic network",
    "mobility or information network",
    "innovation community",
    "national network",
    "EU body",
    "EU initiative",
]


class RosterStatus(StrEnum):
    """How much of a network's membership the records hold."""

    COMPLETE = "complete"
    PARTIAL = "partial"
