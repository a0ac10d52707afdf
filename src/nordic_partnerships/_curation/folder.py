"""The folder that curators work in: ``data/next`` of a checkout, or any folder with one JSON file per collection."""

from pathlib import Path
from typing import Final

from ..errors import DataError, Problem

__all__ = ["DATA", "NEXT", "require_folder"]

DATA: Final = Path(__file__).parent.parent / "data"
"""Where the releases are."""

NEXT: Final = DATA / "next"
"""Where curators work: in a checkout, not in an installed package."""


def require_folder(folder: Path) -> None:
    """Raise DataError if there is no such folder."""
    if folder.is_dir():
        return
    if folder == NEXT:
        raise DataError([Problem("data/next", "", "", "does not exist: name a folder, or work in a checkout")])
    raise DataError([Problem(str(folder), "", "", "is not a folder")])
