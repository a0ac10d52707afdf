"""Whether a relation holds at a time that somebody asks about."""

from enum import StrEnum

__all__ = ["Status"]


class Status(StrEnum):
    """Whether a relation holds at a time that somebody asks about."""

    IN_FORCE = "in force"
    """It holds at some time in it, however imprecise dates are read."""
    PRESUMED = "presumed in force"
    """It has begun, and nobody says whether it has ended."""
    UNKNOWN = "unknown"
    """It may not have begun."""
    NOT_IN_FORCE = "not in force"
    """It does not hold then, however imprecise dates are read."""
