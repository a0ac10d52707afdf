"""Where a claim comes from."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["Basis", "BasisWord"]


class Basis(StrEnum):
    """Where a size or a relation comes from."""

    STATED = "stated"
    COUNTED = "counted"
    INFERRED = "inferred"


BasisWord: TypeAlias = Literal[
    "stated",
    "counted",
    "inferred",
]
