"""Where the files of a release lie: a folder or a zip, read with care.

A container lists its files and reads one of them, never more than it is told to expect. A name that is absolute,
climbs out or lies in a subfolder, a link, and anything larger than ``LARGEST`` is refused before a byte is read.
"""

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from .._release import DESCRIPTOR
from ..errors import DataError, Problem

__all__ = ["LARGEST", "Container", "open_container"]

LARGEST: Final = 512 * 1024 * 1024
"""How many bytes all files of a release may have together."""


class Container(Protocol):
    """The files of a release."""

    def sizes(self) -> dict[str, int]:
        """Return the names of the files and how long they say they are; raise DataError for what is no plain file."""
        ...

    def read(self, name: str, size: int) -> bytes:
        """Return the first ``size`` bytes of a file and one more, if there is one."""
        ...


@contextmanager
def open_container(path: Path) -> Iterator[Container]:
    """Open a folder or a zip; raise DataError for anything else."""
    try:
        archive = None if path.is_dir() else zipfile.ZipFile(path)
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is neither"
        raise DataError([Problem(str(path), "", "", f"cannot be opened as a folder or a zip: {reason}")]) from None
    if archive is None:
        yield _Folder(path)
    else:
        with archive:
            yield _Zip(archive)


class _Folder:
    def __init__(self, path: Path) -> None:
        self._path = path

    def sizes(self) -> dict[str, int]:
        with os.scandir(self._path) as entries:
            found = {entry.name: entry.stat(follow_symlinks=False) for entry in entries}
        _require(found)
        modes = {name: each.st_mode for name, each in found.items()}
        problems = [Problem(name, "", "", "is a link") for name in sorted(modes) if stat.S_ISLNK(modes[name])]
        problems += [
            Problem(name, "", "", "is not a plain file")
            for name, mode in sorted(modes.items())
            if not stat.S_ISREG(mode) and not stat.S_ISLNK(mode)
        ]
        return _checked({name: each.st_size for name, each in found.items()}, problems)

    def read(self, name: str, size: int) -> bytes:
        # Whoever swaps the file for a link between listing and reading is refused here.
        descriptor = os.open(self._path / name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            return file.read(size + 1)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def sizes(self) -> dict[str, int]:
        problems: list[Problem] = []
        found: dict[str, int] = {}
        _require(entry.filename for entry in self._archive.infolist())
        for entry in self._archive.infolist():
            name = entry.filename
            if name in found:
                problems.append(Problem(name, "", "", "is there twice"))
            elif name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/"):
                problems.append(Problem(name, "", "", "has a name that leads out of its folder"))
            elif "/" in name or "\\" in name:
                problems.append(Problem(name, "", "", "lies in a folder, not at the top of the zip"))
            elif stat.S_ISLNK(entry.external_attr >> 16):
                problems.append(Problem(name, "", "", "is a link"))
            elif entry.flag_bits & 1:
                problems.append(Problem(name, "", "", "is encrypted"))
            found[name] = entry.file_size
        return _checked(found, problems)

    def read(self, name: str, size: int) -> bytes:
        with self._archive.open(name) as file:
            return file.read(size + 1)


def _require(names: Iterable[str]) -> None:
    if DESCRIPTOR not in names:
        raise DataError([Problem(DESCRIPTOR, "", "", "is missing: this is not a release")])


def _checked(sizes: dict[str, int], problems: list[Problem]) -> dict[str, int]:
    total = sum(sizes.values())
    if total > LARGEST:
        problems.append(Problem("", "", "", f"{total:,} bytes are more than a release may have, {LARGEST:,}"))
    if problems:
        raise DataError(problems)
    return sizes
