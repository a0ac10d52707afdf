"""Writing files and folders so that nobody ever sees half of one, whoever else writes at the same time.

What is new is written beside its place, under a name that only this run has, and moved there once it is on the disk.
Nothing is written through a name that is taken, and nothing is removed that this run did not make.
"""

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO, NamedTuple

from ._text import shown
from .errors import DataError, InvalidTypeError, InvalidValueError, Problem

__all__ = ["Rewrite", "new_bytes", "new_file", "os_problem", "parse_place", "write_files", "write_folder"]


class Rewrite(NamedTuple):
    """What a file held when it was read, and what it is to hold."""

    before: bytes
    after: bytes


class _Staged(NamedTuple):
    """A file to be rewritten; beside it its old content, to be put back after an error, and its new content."""

    path: Path
    old: Path
    new: Path


def write_files(rewrites: Mapping[Path, Rewrite]) -> None:
    """Rewrite files, all or none: if one cannot be written, the others get their old content back.

    If the process is killed while the files are moved into place, some hold the new and some the old content, each of
    them whole; running it again completes it.

    Raises:
        DataError: a file cannot be written, or no longer holds what was read; nothing was changed.
    """
    made: list[Path] = []
    try:
        staged = [_stage(path, rewrite, made) for path, rewrite in rewrites.items()]
        _move_into_place(staged, made)
    finally:
        for path in made:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def parse_place(path: str | os.PathLike[str]) -> Path:
    """Return the path of what is to be written; raise InvalidTypeError if it is none."""
    if isinstance(path, bytes) or not isinstance(path, str | os.PathLike):
        raise InvalidTypeError(f"expected a path, got {shown(path)}")
    return Path(path)


@contextmanager
def new_file(path: Path, *, encoding: str = "utf-8", overwrite: bool = False) -> Iterator[IO[str]]:
    """Open a text file that appears under its name when it is complete; after an error nothing is left of it.

    Args:
        path: its name.
        encoding: how its text becomes bytes.
        overwrite: put it in the place of a file that has this name.

    Raises:
        InvalidValueError: there is something of this name, and it is not to be overwritten.
        DataError: it cannot be written.
    """
    with _complete_or_not(path, overwrite) as unfinished, unfinished.open("x", encoding=encoding, newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def new_bytes(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file of bytes, as ``new_file`` does one of text."""
    with _complete_or_not(path, overwrite) as unfinished:
        _write_new(unfinished, data, [])


@contextmanager
def _complete_or_not(path: Path, overwrite: bool) -> Iterator[Path]:
    """Give a name beside a path, and move what is written there to its place."""
    unfinished = _beside(path)
    try:
        if not overwrite:
            _require_new(path)
        yield unfinished
        if not overwrite:
            _require_new(path)
        unfinished.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise DataError([os_problem(path, "cannot be written", error)]) from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def write_folder(place: Path, files: Mapping[str, bytes]) -> bool:
    """Write files into a new folder, which appears under its name as a whole or not at all.

    Returns:
        Whether it was written now: if the place is taken, nothing is changed there.

    Raises:
        DataError: the folder cannot be written; it is not there.
    """
    unfinished = _beside(place)
    try:
        unfinished.mkdir()
    except OSError as error:
        raise DataError([os_problem(place, "cannot be written", error)]) from None
    try:
        for name, data in files.items():
            _write_new(unfinished / name, data, [])
        _sync_folder(unfinished)
        return _move_folder(unfinished, place)
    except OSError as error:
        raise DataError([os_problem(place, "cannot be written", error)]) from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def os_problem(path: Path, what: str, error: OSError) -> Problem:
    """Return what the operating system refused to do with a file."""
    return Problem(str(path), "", "", f"{what}: {error.strerror or error}")


def _beside(path: Path) -> Path:
    """Return a hidden name beside a path that nothing else has."""
    return path.with_name(f".{path.name}.{token_hex(8)}")


def _require_new(path: Path) -> None:
    if os.path.lexists(path):
        raise InvalidValueError(f"{path} exists, and is not overwritten; give another name")


def _stage(path: Path, rewrite: Rewrite, made: list[Path]) -> _Staged:
    """Write the old and the new content of a file beside it, if it still holds the old one."""
    old, new = _beside(path), _beside(path)
    try:
        if path.is_symlink():
            raise DataError([Problem(str(path), "", "", "is a link: put the file itself in its place")])
        if path.read_bytes() != rewrite.before:
            raise DataError([Problem(str(path), "", "", "was changed while this ran: run it again")])
        mode = stat.S_IMODE(path.stat().st_mode)
        for copy, data in ((old, rewrite.before), (new, rewrite.after)):
            _write_new(copy, data, made)
            copy.chmod(mode)
    except OSError as error:
        raise DataError([os_problem(path, "cannot be written", error)]) from None
    return _Staged(path, old, new)


def _move_into_place(staged: list[_Staged], made: list[Path]) -> None:
    """Move the new content of every file to its place; on an error or interruption put back what was moved."""
    begun: list[_Staged] = []
    problems: list[Problem] = []
    try:
        for file in staged:
            begun.append(file)
            file.new.replace(file.path)
    except BaseException as error:
        for file in begun:
            problems += _put_back(file, made)
        if isinstance(error, OSError):
            problems.insert(0, os_problem(begun[-1].path, "cannot be written", error))
        if problems:
            raise DataError(problems) from None
        raise
    for folder in {file.path.parent for file in staged}:
        _sync_folder(folder)


def _put_back(file: _Staged, made: list[Path]) -> list[Problem]:
    """Give a file its old content back if it has the new one; if that fails, keep the old content and say where."""
    if file.new.exists():
        return []
    try:
        file.old.replace(file.path)
    except OSError as error:
        made.remove(file.old)
        return [os_problem(file.path, f"cannot be put back, its old content is in {file.old.name}", error)]
    return []


def _move_folder(unfinished: Path, place: Path) -> bool:
    """Move a folder to its place and say so, or say that the place is taken."""
    try:
        unfinished.rename(place)
    except OSError:
        if os.path.lexists(place):
            return False
        raise
    _sync_folder(place.parent)
    return True


def _write_new(path: Path, data: bytes, made: list[Path]) -> None:
    """Write a file that is not there yet, down to the disk, and note that it was made."""
    with path.open("xb") as file:
        made.append(path)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Write the names in a folder down to the disk, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
