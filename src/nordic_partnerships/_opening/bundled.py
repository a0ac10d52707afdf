"""The releases that are bundled with the package: which there are, and their records, read when asked for."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from .._model import Record, file_of
from .._release import DESCRIPTOR, VERSION, Release, version_order
from ..errors import DataError, InvalidValueError, Problem, ReleaseMismatchError, UnknownReleaseError

if TYPE_CHECKING:
    from .descriptor import Descriptor

__all__ = ["BundledStore", "bundled_release", "bundled_versions", "prove_bundled"]

R = TypeVar("R", bound=Record)


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

    def read(self, cls: type[R], /) -> tuple[R, ...]:
        """Return all records of one class; a collection without records has no file."""
        from .codec import read_records

        file = file_of(cls)
        data = _proven_bytes(self.version, file)
        return () if data is None else read_records(file, data, cls)


@cache
def bundled_versions() -> tuple[str, ...]:
    """Return the versions of the bundled releases, oldest first."""
    from importlib_resources import files

    folders = [folder for folder in files("nordic_partnerships.data").iterdir() if VERSION.fullmatch(folder.name)]
    versions = [folder.name for folder in folders if folder.joinpath(DESCRIPTOR).is_file()]
    if not versions:
        raise DataError([Problem("nordic_partnerships/data", "", "", "holds no release: the package lost its data")])
    return tuple(sorted(versions, key=version_order))


def bundled_release(version: str) -> Release:
    """Return which data a bundled release holds."""
    return _descriptor(version).release


def prove_bundled(version: str, digest: str) -> None:
    """Hold every byte of a bundled release against a digest; raise ReleaseMismatchError or DataError."""
    descriptor = _descriptor(version)
    if descriptor.release.digest != digest:
        raise ReleaseMismatchError(version, digest, str(descriptor.release.digest))
    for resource in descriptor.resources:
        _proven_bytes(version, resource.path)


@cache
def _descriptor(version: str) -> "Descriptor":
    from .descriptor import read_descriptor

    if not isinstance(version, str) or VERSION.fullmatch(version) is None:
        raise InvalidValueError(f"expected a version such as '2026.11.0', got {version!r}")
    if version not in bundled_versions():
        raise UnknownReleaseError(version, bundled_versions())
    return read_descriptor(_bytes(version, DESCRIPTOR))


def _proven_bytes(version: str, file: str) -> bytes | None:
    """Return a file of a release, held against the descriptor, or None if the release has no such file."""
    resource = _descriptor(version).resource(file)
    if resource is None:
        return None
    from hashlib import sha256

    data = _bytes(version, file)
    if sha256(data).hexdigest() != resource.sha256:
        raise DataError([Problem(f"{version}/{file}", "", "", "is not the file that the descriptor names")])
    return data


def _bytes(version: str, file: str) -> bytes:
    from importlib_resources import files

    return files("nordic_partnerships.data").joinpath(version, file).read_bytes()
