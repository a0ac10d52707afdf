"""What a line of a timeline tells."""

from enum import StrEnum

__all__ = ["MomentKind"]


class MomentKind(StrEnum):
    """What a line of a timeline tells."""

    ESTABLISHED = "established"
    FOUNDED = "founded"
    START = "start"
    SIGNED = "signed"
    SIZE = "size"
    OBSERVED = "observed"
    PUBLISHED = "published"
    END = "end"
    ENDED_BY = "ended by"
    CLOSED = "closed"
    DISSOLVED = "dissolved"
