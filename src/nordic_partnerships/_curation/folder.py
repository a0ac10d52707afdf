"""The folder that curators work in: ``data/next`` of a checkout, or any folder with one JSON file per collection."""

from pathlib import Path
from typing import Final

import attrs

from .._model import FILES
from .._opening.descriptor import SCHEMA
from .._release import DESCRIPTOR
from .._writing import os_problem
from ..errors import DataError, Problem

__all__ = ["DATA", "NEXT", "PUBLISHED", "FolderText", "read_folder"]

DATA: Final = Path(__file__).parent.parent / "data"
"""Where the releases are."""

NEXT: Final = DATA / "next"
"""Where curators work: in a checkout, not in an installed package."""

PUBLISHED: Final = DATA.parent / "_published.py"
"""The module that lists the digests of the releases."""


@attrs.frozen
class FolderText:
    """The collections in a folder, each read once: what is checked is what is written.

    Attributes:
        files: the text of each collection that could be read, by file name, in the order of the collections.
        missing: the files that are not there.
        strays: other JSON files, whose name may be mistyped.
        problems: why a collection could not be read.
    """

    files: dict[str, bytes]
    missing: tuple[str, ...]
    strays: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_folder(folder: Path) -> FolderText:
    """Read the collections in a folder; raise DataError if there is no such folder."""
    if not folder.is_dir():
        raise DataError([_no_folder(folder)])
    files: dict[str, bytes] = {}
    missing: list[str] = []
    problems: list[Problem] = []
    for file in FILES:
        path = folder / file
        try:
            if path.is_symlink():
                problems.append(Problem(file, "", "", "is a link: put the file itself in its place"))
            else:
                files[file] = path.read_bytes()
        except FileNotFoundError:
            missing.append(file)
        except OSError as error:
            problems.append(os_problem(Path(file), "cannot be read", error))
    strays = sorted({path.name for path in folder.glob("*.json")} - {*FILES, DESCRIPTOR, SCHEMA})
    return FolderText(files, tuple(missing), tuple(strays), tuple(problems))


def _no_folder(folder: Path) -> Problem:
    if folder == NEXT:
        return Problem("data/next", "", "", "does not exist: name a folder, or work in a checkout")
    return Problem(str(folder), "", "", "is not a folder")
