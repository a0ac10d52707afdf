"""What happened to a record between two datasets."""

from enum import StrEnum

__all__ = ["ChangeKind"]


class ChangeKind(StrEnum):
    """What happened to a record between two datasets."""

    ADDED = "added"
    """Its id is new."""
    REMOVED = "removed"
    """Its id is gone, without a tombstone; this never happens between releases."""
    RETIRED = "retired"
    """Its id is now that of a tombstone."""
    RENAMED = "renamed"
    """Its name differs, and perhaps other fields."""
    CHANGED = "changed"
    """Other fields differ."""
    SOURCE_ONLY = "source only"
    """Nothing but its citations and alternatives differs."""
