"""The releases that are bundled with the package: which there are, and their records, read when asked for.

The newest lies open in a folder. The older ones lie in one archive, or in folders too where there is no archive, as in
a checkout. Wherever it lies, each must be the one that was published, by its digest.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from errno import ENOENT
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from .._building import BUILDING, Memo
from .._model.files import file_of
from .._model.record import Record
from .._published import FILES, PUBLISHED
from .._release import DESCRIPTOR, VERSION, Release
from .._store import MemoryTable, Table
from .._text import shown
from ..errors import DataError, InvalidValueError, Problem, ReleaseMismatchError, UnknownReleaseError

try:
    # hashlib would load OpenSSL, a library of megabytes. The standard library's random goes past it in the same way.
    from _blake2 import blake2b
except ImportError:  # pragma: no cover
    from hashlib import blake2b

if TYPE_CHECKING:
    from importlib_resources.abc import Traversable

    from .resources import Descriptor, Resource

__all__ = ["BundledStore", "bundled_release", "bundled_versions", "own_digest", "prove_bundled"]

R = TypeVar("R", bound=Record)

_DATA: Final = f"{__file__.rpartition('_opening')[0]}data"
"""Where the releases lie, in a folder or in a zip."""

ARCHIVE: Final = "older.xz"
"""What a wheel keeps the releases before the newest in."""

_LOADER: Final[Any] = globals()["__loader__"]
"""What has read this module reads folders of data as well, without what importlib_resources imports."""

_KEPT: Final = Memo()
"""The descriptors that were read, and what was read of the archive."""

_PROVEN: Final[dict[tuple[str, str], bytes]] = {}
"""Files of releases that were proven by a digest, by version and name, until they are read."""


class BundledStore:
    """The store of a bundled release, the newest unless a version is given; nothing is read before it is asked."""

    def __init__(self, reopen: Callable[..., Any], version: str | None = None) -> None:
        """Serve a release; ``reopen`` is the function that returns its dataset for a version and a digest."""
        self._reopen = reopen
        self._version = version

    @property
    def version(self) -> str:
        """The version that it serves."""
        return self._version or bundled_versions()[-1]

    @property
    def release(self) -> Release:
        """Which data it holds."""
        return bundled_release(self.version)

    @property
    def recipe(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """A bundled dataset is pickled as its version and digest: whoever unpickles it has the data, or an error."""
        return self._reopen, (self.version, self.release.digest)

    def has(self, collection: str, /) -> bool:
        """Say whether there is any record in a collection; one without records has no file."""
        return _descriptor(self.version).resource(f"{collection}.json") is not None

    def read(self, cls: type[R], /) -> Table[R]:
        """Return the records of one class."""
        from .rows import Rows, has_rows

        file = file_of(cls)
        resource = _descriptor(self.version).resource(file)
        if resource is None:
            return MemoryTable()
        data = _proven_bytes(self.version, resource)
        read_whole = partial(self._read_whole, cls, resource, data)
        if has_rows(data):
            return Rows(cls, data, resource.records, read_whole)
        return MemoryTable(read_whole())

    def _read_whole(self, cls: type[R], resource: Resource, data: bytes) -> tuple[R, ...]:
        """Return the records of a text that is not canonical, or raise DataError with everything that is wrong."""
        with BUILDING:
            from .codec import read_records

        records = read_records(resource.path, data, cls)
        self._require_count(resource, len(records))
        return records

    def _require_count(self, resource: Resource, counted: int) -> None:
        if counted != resource.records:
            from .descriptor import wrong_count

            message = wrong_count(resource.records, counted)
            raise DataError([Problem(f"{self.version}/{resource.path}", "", "", message)])


def bundled_versions() -> tuple[str, ...]:
    """Return the versions of the bundled releases, oldest first."""
    return tuple(PUBLISHED)


def bundled_release(version: str) -> Release:
    """Return which data a bundled release holds."""
    return _descriptor(version).release


def prove_bundled(version: str, digest: str) -> None:
    """Hold every byte of a bundled release, as it lies there now, against a digest, by SHA-256 alone.

    Raises:
        ReleaseMismatchError: the release has another digest.
        DataError: a file is not the one that was published, or cannot be read.
    """
    with BUILDING:
        from .sha256 import prove_file

    descriptor = _descriptor(version)
    published = _proven_digest(version, _bytes(version, DESCRIPTOR))
    if published != digest:
        raise ReleaseMismatchError(version, digest, published)
    for resource in descriptor.resources:
        data = _bytes(version, resource.path)
        prove_file(data, resource, f"{version}/{resource.path}")
        _PROVEN[version, resource.path] = data


def _descriptor(version: str) -> Descriptor:
    if not isinstance(version, str) or (version not in PUBLISHED and re.fullmatch(VERSION, version) is None):
        hint = "open_dataset opens a folder or a zip"
        raise InvalidValueError(f"expected a version such as '2026.11.0', got {shown(version)}; {hint}")
    if version not in PUBLISHED:
        raise UnknownReleaseError(version, bundled_versions())
    return _KEPT.once(version, lambda: _read_descriptor(version))


def _read_descriptor(version: str) -> Descriptor:
    from .resources import own_descriptor

    data = _bytes(version, DESCRIPTOR)
    digest = PUBLISHED[version] if _is_published(version, DESCRIPTOR, data) else _proven_digest(version, data)
    return own_descriptor(data, digest)


def _proven_digest(version: str, data: bytes) -> str:
    """Return the digest of a descriptor; raise ReleaseMismatchError or DataError if it is not the published one."""
    with BUILDING:
        from .sha256 import proven_digest

    return proven_digest(data, PUBLISHED[version], release=version, place=f"{version}/{DESCRIPTOR}")


def _proven_bytes(version: str, resource: Resource) -> bytes:
    """Return a file of a release, proven; the very bytes, if that was done before."""
    proven = _PROVEN.pop((version, resource.path), None)
    if proven is not None:
        return proven
    data = _bytes(version, resource.path)
    if not _is_published(version, resource.path, data):
        from .sha256 import prove_file

        prove_file(data, resource, f"{version}/{resource.path}")
    return data


def _is_published(version: str, file: str, data: bytes) -> bool:
    """Say whether bytes are a published file; if not, their SHA-256 tells what is wrong with them."""
    return own_digest(data) == FILES.get(version, {}).get(file)


def own_digest(data: bytes) -> str:
    """Return the digest of a file that ``FILES`` lists: its BLAKE2b, of 32 bytes, in hexadecimal."""
    return blake2b(data, digest_size=32).hexdigest()


def _bytes(version: str, file: str) -> bytes:
    """Return a file of a release."""
    try:
        data: bytes = _LOADER.get_data(f"{_DATA}{os.sep}{version}{os.sep}{file}")
    except OSError as error:
        if version == bundled_versions()[-1] or not _has_archive():
            raise _lost(f"data/{version}/{file}", error) from None
        return _archived_bytes(version, file)
    return data


def _has_archive() -> bool:
    try:
        return _data().joinpath(ARCHIVE).is_file()
    except ImportError:
        return False


def _archived_bytes(version: str, file: str) -> bytes:
    """Return a file of a release that lies in the archive, made from that of the newest."""
    with BUILDING:
        from .archive import earlier_file, read_archive

    archive = _data().joinpath(ARCHIVE)
    try:
        edits = _KEPT.once(ARCHIVE, lambda: read_archive(archive.read_bytes()))
        if (version, file) not in edits:
            raise FileNotFoundError(ENOENT, f"it lacks {version}/{file}")
        *older, newest = bundled_versions()
        place = _data().joinpath(newest, file)
        later = place.read_bytes() if place.is_file() else b""
        steps_back = [(step, file) for step in reversed(older[older.index(version) :])]
        return earlier_file(later, [edits[step] for step in steps_back if step in edits])
    except OSError as error:
        raise _lost(f"data/{ARCHIVE}", error) from None


def _data() -> Traversable:
    with BUILDING:
        from importlib_resources import files

    return files("nordic_partnerships.data")


def _lost(place: str, error: Exception) -> DataError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    message = f"cannot be read: {reason}; the package lost its data: install it again"
    return DataError([Problem(f"nordic_partnerships/{place}", "", "", message)])
