"""What is counted by year, and what the edges of a graph are."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["Counted", "CountedWord", "Tie", "TieWord"]


class Counted(StrEnum):
    """What ``counts_by_year`` counts."""

    MEMBERS = "members"
    """The members of a network."""
    NETWORKS = "networks"
    """The networks of an organization or a network."""
    PARTNERS = "partners"
    """The partners of an organization."""


CountedWord: TypeAlias = Literal["members", "networks", "partners"]


class Tie(StrEnum):
    """What the edges of a graph are."""

    MEMBERSHIP = "membership"
    """From each member to its network."""
    PARTNERSHIP = "partnership"
    """Between each two parties of a partnership."""
    CO_MEMBERSHIP = "co-membership"
    """Between two members of a network, weighted by how many networks they share."""


TieWord: TypeAlias = Literal["membership", "partnership", "co-membership"]
