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
            files = {entry.name: entry.stat(follow_symlinks=False) for entry in entries}
        _require_descriptor(files)
        problems: list[Problem] = []
        for name in sorted(files):
            mode = files[name].st_mode
            if stat.S_ISLNK(mode):
                problems.append(Problem(name, "", "", "is a link"))
            elif not stat.S_ISREG(mode):
                problems.append(Problem(name, "", "", "is not a plain file"))
        return _checked_sizes({name: file.st_size for name, file in files.items()}, problems)

    def read(self, name: str, size: int) -> bytes:
        # O_NOFOLLOW: the file may have been swapped for a link since it was listed.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(self._path / name, flags), "rb") as file:
            return file.read(size + 1)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def sizes(self) -> dict[str, int]:
        entries = self._archive.infolist()
        _require_descriptor(entry.filename for entry in entries)
        sizes: dict[str, int] = {}
        problems: list[Problem] = []
        for entry in entries:
            message = "is there twice" if entry.filename in sizes else _refusal(entry)
            if message is not None:
                problems.append(Problem(entry.filename, "", "", message))
            sizes[entry.filename] = entry.file_size
        return _checked_sizes(sizes, problems)

    def read(self, name: str, size: int) -> bytes:
        with self._archive.open(name) as file:
            return file.read(size + 1)


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    """Return why an entry of a zip cannot be a file of a release, or None if it can."""
    name = entry.filename
    if name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/"):
        return "has a name that leads out of its folder"
    if "/" in name or "\\" in name:
        return "lies in a folder, not at the top of the zip"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link"
    if entry.flag_bits & 1:
        return "is encrypted"
    return None


def _require_descriptor(names: Iterable[str]) -> None:
    if DESCRIPTOR not in names:
        raise DataError([Problem(DESCRIPTOR, "", "", "is missing: this is not a release")])


def _checked_sizes(sizes: dict[str, int], problems: list[Problem]) -> dict[str, int]:
    """Return the sizes of files; raise DataError for problems with them, or if they are too large together."""
    total = sum(sizes.values())
    if total > LARGEST:
        problems.append(Problem("", "", "", f"{total:,} bytes are more than a release may have ({LARGEST:,})"))
    if problems:
        raise DataError(problems)
    return sizes
