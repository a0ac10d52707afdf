"""Who speaks in a source."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["SourceKind", "SourceKindWord"]


class SourceKind(StrEnum):
    """Who speaks in a source."""

    OFFICIAL_SITE = "official site"
    MEMBER_SITE = "member's site"
    PUBLIC_AUTHORITY = "public authority"
    NEWS = "news"
    ENCYCLOPEDIA = "encyclopedia"
    DATASET = "dataset"


SourceKindWord: TypeAlias = Literal[
    "official site",
    "member's site",
    "public authority",
    "news",
    "encyclopedia",
    "dataset",
]
