"""The front doors: which releases are bundled, opening one of them or somebody's own, and comparing two."""

import re
from typing import TYPE_CHECKING, Final

from ._building import BUILDING, Memo
from ._dataset import Dataset
from ._opening.bundled import BundledStore, bundled_release, bundled_versions, prove_bundled
from ._release import Release
from ._store import MemoryStore
from ._text import shown
from .errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    from pathlib import Path

    from ._changes import Comparison

__all__ = ["compare", "default", "load", "open_dataset", "releases"]

_OLDER: Final = Memo()


def releases() -> tuple[Release, ...]:
    """Return which releases are bundled, oldest first: version, reference date, created, digest, counts.

    >>> import nordic_partnerships as nordic
    >>> nordic.releases()[0].version
    '2026.11.0'
    """
    return tuple(bundled_release(version) for version in bundled_versions())


def load(version: str | None = None, /, *, sha256: str | None = None) -> Dataset:
    """Return the dataset of a bundled release, by default the newest.

    Args:
        version: a version such as ``"2026.11.0"``.
        sha256: the digest that the release must have. Every byte of it is then checked at once.

    Raises:
        UnknownReleaseError: no such version is bundled; the error lists those that are.
        InvalidValueError: the version or the digest is not written as one.
        ReleaseMismatchError: the release has another digest; the error has both.
        DataError: the package is damaged.

    >>> import nordic_partnerships as nordic
    >>> nordic.load("2026.11.0")
    <Dataset 2026.11.0, as of 2026-11-22>
    """
    digest = _parse_digest(sha256)
    if version is None:
        version = bundled_versions()[-1]
    if not isinstance(version, str):
        raise InvalidTypeError(f"expected a version as text, got {type(version).__name__}; see also open_dataset")
    bundled_release(version)
    if digest is not None:
        prove_bundled(version, digest)
    return _bundled(version)


def open_dataset(path: "str | Path", /, *, sha256: str | None = None) -> Dataset:
    """Return the dataset in a folder or a zip that has the format of a release.

    Every byte is proven before anything is parsed, and all of it is opened, or none. A working folder of collections
    without a descriptor, such as ``data/next`` of a checkout, is opened too, as release "next": it has no digest, and
    answers for the day when one of its sources was last read.

    Args:
        path: the folder or the zip.
        sha256: the digest that the release must have.

    Raises:
        ReleaseMismatchError: the release has another digest; the error has both.
        DataError: the release cannot be used; the error lists everything that is wrong with it.

    >>> import nordic_partnerships as nordic
    >>> nordic.open_dataset("no-such-folder")
    Traceback (most recent call last):
    nordic_partnerships.errors.DataError: 1 problem in the data:
      no-such-folder: cannot be opened as a folder or a zip: No such file or directory
    """
    with BUILDING:
        from pathlib import Path

        from ._opening.opening import open_release

    if not isinstance(path, str | Path):
        raise InvalidTypeError(f"expected the path of a folder or a zip, got {type(path).__name__}")
    release, records = open_release(Path(path), _parse_digest(sha256))
    return Dataset(MemoryStore.of(release, records))


def compare(before: Dataset | str, after: Dataset | str, /) -> "Comparison":
    """Return what changed from one dataset to another, each given as such or by the version of a bundled release.

    >>> import nordic_partnerships as nordic
    >>> len(nordic.compare("2026.11.0", nordic.load("2026.11.0")))
    0
    """
    from ._changes import compare_datasets

    return compare_datasets(_as_dataset(before), _as_dataset(after))


def _as_dataset(data: Dataset | str) -> Dataset:
    if isinstance(data, Dataset):
        return data
    if isinstance(data, str):
        return load(data)
    raise InvalidTypeError(f"expected a dataset or the version of a release, got {type(data).__name__}")


def _parse_digest(text: str | None) -> str | None:
    """Return a digest in lower case."""
    if text is None:
        return None
    if not isinstance(text, str):
        raise InvalidTypeError(f"expected a digest as text as sha256, got {type(text).__name__}")
    if re.fullmatch("[0-9a-f]{64}", text.lower()) is None:
        raise InvalidValueError(f"expected 64 hexadecimal digits as sha256, got {shown(text)}")
    return text.lower()


def _reopen(version: str, digest: str) -> Dataset:
    """Return a bundled dataset that was pickled as its version and digest."""
    return load(version, sha256=digest)


default: Final = Dataset(BundledStore(_reopen))
"""The newest bundled release; nothing of it is read before the first question."""


def _bundled(version: str) -> Dataset:
    if version == bundled_versions()[-1]:
        return default
    return _OLDER.once(version, lambda: Dataset(BundledStore(_reopen, version)))
