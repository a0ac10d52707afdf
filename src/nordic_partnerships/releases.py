"""Data releases: which are bundled, opening one of them, or opening a folder in the same format.

A release is a folder: a descriptor (``datapackage.json``) that names each file with its length and SHA-256, and one
JSON file per collection. Bundled files are read on first use, each checked against the descriptor. Somebody's own
folder is read whole, checked against every rule, and either all of it is loaded or none.
"""

import re
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

from .dataset import Dataset
from .errors import DataError, InvalidTypeError, Problem, UnknownReleaseError
from .model import COLLECTIONS, Record
from .results import Release

__all__ = ["DESCRIPTOR", "RELEASES", "default", "load", "read_collections"]

R = TypeVar("R", bound=Record)

RELEASES: Final = ("2026.11.0",)
"""The bundled releases, oldest first: a literal, so that importing reads nothing."""

DESCRIPTOR: Final = "datapackage.json"

_VERSION: Final = re.compile(r"[0-9]{4}\.[0-9]{1,2}\.[0-9]+")


class _Bundled:
    """The store of a bundled release."""

    def __init__(self, version: str) -> None:
        self._version = version

    @property
    def release(self) -> Release:
        return _bundled_release(self._version)[0]

    def read(self, kind: type[R], /) -> tuple[R, ...]:
        from .codec import read_records

        file = next(f"{name}.json" for name, each in COLLECTIONS.items() if each is kind)
        data = _bundled_bytes(self._version, file)
        if sha256(data).hexdigest() != _bundled_release(self._version)[1].get(file):
            raise DataError([Problem(f"{self._version}/{file}", "", "", "is not the file that the descriptor names")])
        return read_records(file, data, kind)


default: Final = Dataset(_Bundled(RELEASES[-1]))
"""The newest bundled release; nothing of it is read before the first question."""


def load(release_or_path: str | Path | None = None) -> Dataset:
    """Return a dataset: the newest bundled release, one of the bundled releases, or a folder in the same format.

    Args:
        release_or_path: nothing, a version such as ``"2026.11.0"``, or the path of a folder.

    Raises:
        UnknownReleaseError: no such version is bundled; the error lists those that are.
        DataError: the folder cannot be used; the error lists everything that is wrong with it.

    >>> import nordic_partnerships as nordic
    >>> nordic.load("2026.11.0")
    <Dataset 2026.11.0, as of 2026-11-22>

    """
    if release_or_path is None:
        return default
    if isinstance(release_or_path, str):
        if release_or_path in RELEASES:
            return _load_bundled(release_or_path)
        if _VERSION.fullmatch(release_or_path):
            raise UnknownReleaseError(release_or_path, RELEASES)
    elif not isinstance(release_or_path, Path):
        raise InvalidTypeError(f"load takes a version or a path, not {type(release_or_path).__name__}")
    return _load_folder(Path(release_or_path))


def read_collections(read: Callable[[str], bytes]) -> tuple[Record, ...]:
    """Return the records of all collections, given how to read a file; raise DataError with all problems."""
    from .codec import read_records

    records: list[Record] = []
    problems: list[Problem] = []
    for name, kind in COLLECTIONS.items():
        file = f"{name}.json"
        try:
            records.extend(read_records(file, read(file), kind))
        except OSError as error:
            problems.append(Problem(file, "", "", f"cannot be read: {error.strerror}"))
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    return tuple(records)


@cache
def _load_bundled(version: str) -> Dataset:
    return default if version == RELEASES[-1] else Dataset(_Bundled(version))


def _bundled_bytes(version: str, file: str) -> bytes:
    from importlib_resources import files

    return files("nordic_partnerships.data").joinpath(version, file).read_bytes()


@cache
def _bundled_release(version: str) -> tuple[Release, dict[str, str]]:
    """Return which release it is, and the SHA-256 of each of its files."""
    from .descriptor import read_descriptor

    data = _bundled_bytes(version, DESCRIPTOR)
    return read_descriptor(data)


def _load_folder(folder: Path) -> Dataset:
    from .descriptor import read_descriptor
    from .integrity import check

    if not folder.is_dir():
        raise DataError([Problem(str(folder), "", "", "is not a folder")])
    try:
        data = (folder / DESCRIPTOR).read_bytes()
    except OSError as error:
        raise DataError([Problem(DESCRIPTOR, "", "", f"cannot be read: {error.strerror}")]) from None
    release, digests = read_descriptor(data)
    problems: list[Problem] = []

    def read(file: str) -> bytes:
        found = (folder / file).read_bytes()
        if sha256(found).hexdigest() != digests.get(file):
            problems.append(Problem(file, "", "", "is not the file that the descriptor names"))
        return found

    records = read_collections(read)
    dataset = Dataset.of(release, records)
    problems += check(dataset)
    if problems:
        raise DataError(problems)
    return dataset
