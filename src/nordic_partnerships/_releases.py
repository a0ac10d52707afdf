"""Which releases are bundled, and the datasets that they hold."""

from __future__ import annotations

from typing import Final

from ._arguments import parse_digest
from ._building import Memo
from ._dataset import Dataset
from ._opening.bundled import BundledStore, bundled_release, bundled_versions, prove_bundled
from ._release import Release
from .errors import InvalidTypeError

__all__ = ["default", "load", "releases"]

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
        ReleaseMismatchError: the release has another digest, or not the one that it was published with, which the
            package knows; the error has both.
        DataError: the package is damaged, or this Python lacks lzma, which all releases but the newest need.

    >>> import nordic_partnerships as nordic
    >>> nordic.load("2026.11.0")
    <Dataset 2026.11.0, as of 2026-11-22>
    """
    digest = parse_digest(sha256)
    if version is None:
        version = bundled_versions()[-1]
    if not isinstance(version, str):
        raise InvalidTypeError(f"expected a version as text, got {type(version).__name__}; see also open_dataset")
    bundled_release(version)
    if digest is not None:
        prove_bundled(version, digest)
    return _bundled(version)


def _reopen(version: str, digest: str) -> Dataset:
    """Return a bundled dataset that was pickled as its version and digest."""
    return load(version, sha256=digest)


default: Final = Dataset(BundledStore(_reopen))
"""The newest bundled release; nothing of it is read before the first question."""


def _bundled(version: str) -> Dataset:
    if version == bundled_versions()[-1]:
        return default
    return _OLDER.once(version, lambda: Dataset(BundledStore(_reopen, version)))
