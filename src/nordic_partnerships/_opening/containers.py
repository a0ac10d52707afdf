"""Where the files of a release lie: a folder or a zip, read with care.

A container lists its files and reads one of them, never more than it is told to expect. A name that is absolute,
climbs out or lies in a subfolder, a link, a pipe or a device, and anything larger than ``limits`` allow is refused
before a byte of it is read. Whatever the operating system refuses is a DataError that names the path.
"""

import errno
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Final, Protocol

from .._text import printable
from ..errors import DataError, Problem
from .limits import LARGEST, MOST_COMPRESSED, ProblemLog

__all__ = ["Container", "Folder", "open_container"]

_FAILURES: Final = (
    OSError,
    ValueError,
    OverflowError,
    EOFError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What opening or reading a path may raise that is no path, or leads to something closed, vanished or damaged."""


class Container(Protocol):
    """The files of a release."""

    def sizes(self) -> Mapping[str, int]:
        """Return the names of the files and how long they say they are; raise DataError for what is no plain file."""
        ...

    def read(self, name: str, size: int) -> bytes:
        """Return a file; raise DataError if it cannot be read, or is not as long as it says."""
        ...


@contextmanager
def open_container(path: Path) -> Iterator[Container]:
    """Open a folder or a zip; raise DataError for anything else."""
    with ExitStack() as opened:
        try:
            if stat.S_ISDIR(path.stat().st_mode):
                container: Container = Folder(path)
            else:
                file = opened.enter_context(_open_plain_file(path))
                _require_size(os.fstat(file.fileno()).st_size, printable(str(path)))
                container = _Zip(opened.enter_context(zipfile.ZipFile(file)))
        except DataError:
            raise
        except _FAILURES as error:
            message = f"cannot be opened as a folder or a zip: {_reason(error, 'it is neither')}"
            raise DataError([Problem(printable(str(path)), "", "", message)]) from None
        yield container


class Folder:
    """The files in a folder."""

    def __init__(self, path: Path) -> None:
        """Read files from a folder; nothing is read yet."""
        self._path = path

    def sizes(self) -> dict[str, int]:
        """Return the names of the files and how long they are; raise DataError for what is no plain file."""
        try:
            with os.scandir(self._path) as entries:
                files = {entry.name: entry.stat(follow_symlinks=False) for entry in entries}
        except OSError as error:
            message = f"cannot be read: {_reason(error)}"
            raise DataError([Problem(printable(str(self._path)), "", "", message)]) from None
        problems = ProblemLog(printable(str(self._path)))
        for name in sorted(files):
            mode = files[name].st_mode
            if stat.S_ISLNK(mode):
                problems.add(Problem(printable(name), "", "", "is a link"))
            elif not stat.S_ISREG(mode):
                problems.add(Problem(printable(name), "", "", "is not a plain file"))
        return _checked_sizes({name: file.st_size for name, file in files.items()}, problems)

    def read(self, name: str, size: int) -> bytes:
        """Return a file; raise DataError if it cannot be read, or is no longer as long as it was."""
        try:
            with _open_plain_file(self._path / name, getattr(os, "O_NOFOLLOW", 0)) as file:
                data = file.read(size + 1)
        except _FAILURES as error:
            raise _unreadable(name, error) from None
        return _checked_length(name, data, size)


class _Zip:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def sizes(self) -> dict[str, int]:
        sizes: dict[str, int] = {}
        problems = ProblemLog("")
        for entry in self._archive.infolist():
            message = "is there twice" if entry.filename in sizes else _refusal(entry)
            if message is not None:
                problems.add(Problem(printable(entry.filename), "", "", message))
            sizes[entry.filename] = entry.file_size
        return _checked_sizes(sizes, problems)

    def read(self, name: str, size: int) -> bytes:
        try:
            with self._archive.open(name) as file:
                data = file.read(size + 1)
        except _FAILURES as error:
            raise _unreadable(name, error) from None
        return _checked_length(name, data, size)


def _open_plain_file(path: Path, flags: int = 0) -> IO[bytes]:
    """Open a plain file; raise OSError for anything else, which opening could wait for or never come to an end of."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, "it is not a plain file")
    # The file may be swapped after it was looked at: O_NONBLOCK keeps a pipe from waiting, O_NOFOLLOW refuses a link.
    flags |= os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = os.fdopen(os.open(path, flags), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is not a plain file")
    return file


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    """Return why an entry of a zip cannot be a file of a release, or None if it can."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link"
    if entry.flag_bits & 1:
        return "is encrypted"
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is neither stored nor deflated"
    if entry.file_size > MOST_COMPRESSED * entry.compress_size:
        return f"is more than {MOST_COMPRESSED} times as long as in the zip"
    return _refusal_of_name(entry.filename)


def _refusal_of_name(name: str) -> str | None:
    if name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/"):
        return "has a name that leads out of its folder"
    if "/" in name or "\\" in name:
        return "lies in a folder, not at the top of the zip"
    return None


def _checked_sizes(sizes: dict[str, int], problems: ProblemLog) -> dict[str, int]:
    """Return the sizes of files; raise DataError for problems with them, or if they are too large together."""
    try:
        _require_size(sum(sizes.values()), problems.place)
    except DataError as error:
        raise DataError([*problems.kept, *error.problems]) from None
    problems.raise_if_any()
    return sizes


def _require_size(size: int, place: str) -> None:
    if size > LARGEST:
        message = f"{size:,} bytes are more than a release may have ({LARGEST:,})"
        raise DataError([Problem(place, "", "", message)])


def _checked_length(name: str, data: bytes, size: int) -> bytes:
    if len(data) != size:
        raise DataError([Problem(name, "", "", f"does not have the {size:,} bytes that it announces")])
    return data


def _unreadable(name: str, error: Exception) -> DataError:
    return DataError([Problem(printable(name), "", "", f"cannot be read: {_reason(error)}")])


def _reason(error: Exception, otherwise: str | None = None) -> str:
    """Return why something failed, in the words of the operating system if it was that."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return printable(str(error)) if otherwise is None else otherwise
