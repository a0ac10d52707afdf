"""Whose line a warning is about: the nearest one outside this package."""

from inspect import currentframe
from typing import Final

__all__ = ["levels_to_caller"]

_PACKAGE: Final = __file__.rpartition("_names")[0]


def levels_to_caller() -> int:
    """Return the ``stacklevel`` with which a warning that this function's caller gives points out of the package."""
    level = 0
    frame = currentframe()
    while frame is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame = frame.f_back
        level += 1
    return level
