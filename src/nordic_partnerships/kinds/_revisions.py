"""Why a record differs from the release before."""

from enum import StrEnum

__all__ = ["Cause"]


class Cause(StrEnum):
    """Why a record differs from the release before."""

    WORLD_CHANGED = "world changed"
    CORRECTION = "correction"
    BETTER_SOURCE = "better source"
