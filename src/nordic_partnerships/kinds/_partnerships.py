"""What a partnership is."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["PartnershipKind", "PartnershipKindWord"]


class PartnershipKind(StrEnum):
    """What a partnership is."""

    STRATEGIC = "strategic partnership"
    """Its parties call it strategic."""
    CITY = "city cooperation"
    """With a city or municipality; no agreement is named."""
    REGIONAL = "regional cooperation"
    """With bodies of a region; no agreement is named."""
    COOPERATION = "cooperation agreement"
    """It rests on an agreement to cooperate, however called."""
    MEMORANDUM = "memorandum"
    """It rests on a memorandum of understanding."""
    LETTER_OF_INTENT = "letter of intent"
    """It rests on a letter or declaration of intent."""
    CONSORTIUM = "consortium"
    """The parties run something together, or form one group."""
    NAMED_PARTNER = "named partner"
    """A party names the other as its partner, or their cooperation; no agreement is named."""


PartnershipKindWord: TypeAlias = Literal[
    "strategic partnership",
    "city cooperation",
    "regional cooperation",
    "cooperation agreement",
    "memorandum",
    "letter of intent",
    "consortium",
    "named partner",
]
