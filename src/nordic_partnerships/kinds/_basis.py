"""Where a claim comes from."""

from enum import StrEnum

__all__ = ["Basis"]


class Basis(StrEnum):
    """Where a size or a relation comes from."""

    STATED = "stated"
    COUNTED = "counted"
    INFERRED = "inferred"
