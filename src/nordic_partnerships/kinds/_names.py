"""What a further name of a record is."""

from enum import StrEnum

__all__ = ["NameKind"]


class NameKind(StrEnum):
    """What a further name of a record is."""

    LABEL = "label"
    ALIAS = "alias"
    ACRONYM = "acronym"
    FORMER = "former"
