"""What a member is or does in a network."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["Role", "RoleWord"]


class Role(StrEnum):
    """What a member is or does in a network."""

    MEMBER = "member"
    FOUNDING_MEMBER = "founding member"
    ASSOCIATE_MEMBER = "associate member"
    AFFILIATED_PARTNER = "affiliated partner"
    PARTICIPATING_UNIVERSITY = "participating university"
    COORDINATOR = "coordinator"
    CHAIR = "chair"
    SECRETARIAT_HOST = "host of secretariat"
    COORDINATION_UNIT_HOST = "host of coordination unit"
    NATIONAL_BRIDGEHEAD = "national bridgehead"
    NATIONAL_PORTAL_HOST = "national portal host"
    NATIONAL_CONTACT = "national contact"
    SECTION_COORDINATOR = "section coordinator"
    SUSPENDED = "suspended"


RoleWord: TypeAlias = Literal[
    "member",
    "founding member",
    "associate member",
    "affiliated partner",
    "participating university",
    "coordinator",
    "chair",
    "host of secretariat",
    "host of coordination unit",
    "national bridgehead",
    "national portal host",
    "national contact",
    "section coordinator",
    "suspended",
]
