"""What a partnership is."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["PartnershipKind", "PartnershipKindWord"]


class PartnershipKind(StrEnum):
    """What a partnership is."""

    STRATEGIC = "strategic partnership"
    CITY = "city cooperation"
    REGIONAL = "regional cooperation"
    COOPERATION = "cooperation agreement"
    MEMORANDUM = "memorandum"


PartnershipKindWord: TypeAlias = Literal[
    "strategic partnership",
    "city cooperation",
    "regional cooperation",
    "cooperation agreement",
    "memorandum",
]
