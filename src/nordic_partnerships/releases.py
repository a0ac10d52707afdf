"""Data releases: which are bundled, opening one of them, or somebody's own folder or zip in the same format.

A release is a descriptor (``datapackage.json``), which names each file with its length and SHA-256, one JSON file per
collection that has records, and their JSON Schema. Its digest is the SHA-256 of the descriptor, so that it covers every
byte. Bundled files are read on first use, each checked against the descriptor. Somebody's own release is checked byte
by byte before anything is parsed, then read whole and checked against every rule: all of it is loaded, or none.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from .changes import Comparison, compare_datasets
from .dataset import Dataset
from .errors import DataError, InvalidTypeError, InvalidValueError, Problem, ReleaseMismatchError, UnknownReleaseError
from .model import COLLECTIONS, Record, file_of
from .results import DESCRIPTOR, Reference, Release

if TYPE_CHECKING:
    from .containers import Container
    from .descriptor import Descriptor

__all__ = ["cite", "compare", "default", "load", "read_collections", "releases"]

R = TypeVar("R", bound=Record)

_VERSION: Final = re.compile(r"[0-9]{4}\.[0-9]{1,2}\.[0-9]+")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class _Bundled:
    """The store of a bundled release, the newest unless a version is given; nothing is read before it is asked."""

    def __init__(self, version: str | None = None) -> None:
        self._version = version

    @property
    def version(self) -> str:
        return self._version or _versions()[-1]

    @property
    def release(self) -> Release:
        return _bundled_descriptor(self.version).release

    def read(self, kind: type[R], /) -> tuple[R, ...]:
        from .codec import read_records

        file = file_of(kind)
        data = self.bytes(file)
        return () if data is None else read_records(file, data, kind)

    def bytes(self, file: str) -> bytes | None:
        """Return a file of the release, checked against the descriptor; none if the release has no such file."""
        resource = _bundled_descriptor(self.version).resource(file)
        if resource is None:
            return None
        from hashlib import sha256

        data = _bundled_bytes(self.version, file)
        if sha256(data).hexdigest() != resource.sha256:
            raise DataError([Problem(f"{self.version}/{file}", "", "", "is not the file that the descriptor names")])
        return data


default: Final = Dataset(_Bundled())
"""The newest bundled release; nothing of it is read before the first question."""


def releases() -> tuple[Release, ...]:
    """Return which releases are bundled, oldest first: version, reference date, created, digest, counts.

    >>> import nordic_partnerships as nordic
    >>> nordic.releases()[0].version
    '2026.11.0'
    """
    return tuple(_bundled_descriptor(version).release for version in _versions())


def load(
    release_or_path: str | Path | None = None, *, sha256: str | None = None, base: Dataset | None = None
) -> Dataset:
    """Return a dataset: the newest bundled release, a bundled release, or a folder or zip in the same format.

    Args:
        release_or_path: nothing, a version such as ``"2026.11.0"``, or the path of a folder or zip.
        sha256: the digest that the release must have. Every byte of it is then checked at once.
        base: a dataset that the records of the folder or zip may point to; they are joined to it, as by ``overlay``.

    Raises:
        UnknownReleaseError: no such version is bundled; the error lists those that are.
        ReleaseMismatchError: the release has another digest; the error has both.
        DataError: the release cannot be used; the error lists everything that is wrong with it.

    >>> import nordic_partnerships as nordic
    >>> nordic.load("2026.11.0")
    <Dataset 2026.11.0, as of 2026-11-22>
    """
    if base is not None and not isinstance(base, Dataset):
        raise InvalidTypeError(f"base takes a dataset, not {type(base).__name__}")
    if not isinstance(sha256, str | None):
        raise InvalidTypeError(f"sha256 takes a text, not {type(sha256).__name__}")
    if sha256 is not None and _DIGEST.fullmatch(sha256.lower()) is None:
        raise InvalidValueError(f"sha256 takes 64 hexadecimal digits, not {sha256!r}")
    if release_or_path is None or (isinstance(release_or_path, str) and _VERSION.fullmatch(release_or_path)):
        if base is not None:
            raise InvalidValueError("base goes with a folder or a zip, not with a bundled release")
        version = release_or_path or _versions()[-1]
        if version not in _versions():
            raise UnknownReleaseError(version, _versions())
        if sha256 is not None:
            _prove_bundled(version, sha256.lower())
        return _load_bundled(version)
    if not isinstance(release_or_path, str | Path):
        raise InvalidTypeError(f"load takes a version or a path, not {type(release_or_path).__name__}")
    if isinstance(release_or_path, str) and not (release_or_path.strip() and Path(release_or_path).exists()):
        raise UnknownReleaseError(release_or_path, _versions())
    return _load_path(Path(release_or_path), None if sha256 is None else sha256.lower(), base)


def cite(release: str | Path | None = None) -> Reference:
    """Return how to cite a release: as text, BibTeX and CSL-JSON, with version, reference date and digest.

    >>> import nordic_partnerships as nordic
    >>> print(nordic.cite("2026.11.0").bibtex.splitlines()[0])
    @misc{nordic-partnerships-2026.11.0,
    """
    return load(release).cite()


def compare(before: Dataset | str | Path, after: Dataset | str | Path) -> Comparison:
    """Return what changed from one dataset to another, each given as such, by its version or by its path.

    >>> import nordic_partnerships as nordic
    >>> len(nordic.compare("2026.11.0", nordic.load("2026.11.0")))
    0
    """
    first, second = (each if isinstance(each, Dataset) else load(each) for each in (before, after))
    return compare_datasets(first, second)


def read_collections(read: Callable[[str], bytes | None]) -> tuple[Record, ...]:
    """Return the records of all collections, given how to read a file; raise DataError with all problems."""
    from .codec import read_records

    records: list[Record] = []
    problems: list[Problem] = []
    for name, kind in COLLECTIONS.items():
        file = f"{name}.json"
        try:
            data = read(file)
            if data is not None:
                records.extend(read_records(file, data, kind))
        except OSError as error:
            problems.append(Problem(file, "", "", f"cannot be read: {error.strerror}"))
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    return tuple(records)


@cache
def _versions() -> tuple[str, ...]:
    """Return the versions of the bundled releases, oldest first."""
    from importlib_resources import files

    folders = [each for each in files("nordic_partnerships.data").iterdir() if _VERSION.fullmatch(each.name)]
    names = [each.name for each in folders if each.joinpath(DESCRIPTOR).is_file()]
    return tuple(sorted(names, key=lambda name: tuple(map(int, name.split(".")))))


@cache
def _load_bundled(version: str) -> Dataset:
    return default if version == _versions()[-1] else Dataset(_Bundled(version))


def _bundled_bytes(version: str, file: str) -> bytes:
    from importlib_resources import files

    return files("nordic_partnerships.data").joinpath(version, file).read_bytes()


@cache
def _bundled_descriptor(version: str) -> "Descriptor":
    from .descriptor import read_descriptor

    return read_descriptor(_bundled_bytes(version, DESCRIPTOR))


def _prove_bundled(version: str, digest: str) -> None:
    """Check every byte of a bundled release against a digest."""
    descriptor = _bundled_descriptor(version)
    if descriptor.release.digest != digest:
        raise ReleaseMismatchError(version, digest, str(descriptor.release.digest))
    store = _Bundled(version)
    for resource in descriptor.resources:
        store.bytes(resource.path)


def _load_path(path: Path, digest: str | None, base: Dataset | None) -> Dataset:
    from .integrity import check

    release, files = _read_files(path, digest)
    dataset = Dataset.of(release, read_collections(files.get))
    if base is not None:
        dataset = base.overlay(dataset)
    problems = check(dataset)
    if problems:
        raise DataError(problems)
    return dataset


def _read_files(path: Path, digest: str | None) -> tuple[Release, dict[str, bytes]]:
    """Return the release that lies at a path and the bytes of its files, every one of them checked."""
    from hashlib import sha256

    from .containers import open_container
    from .descriptor import read_descriptor

    with open_container(path) as container:
        sizes = container.sizes()
        data = _read(container, DESCRIPTOR, sizes[DESCRIPTOR])
        if digest is not None and sha256(data).hexdigest() != digest:
            raise ReleaseMismatchError(str(path), digest, sha256(data).hexdigest())
        descriptor = read_descriptor(data)
        problems = [
            Problem(file, "", "", "is there, and is not in the descriptor")
            for file in sorted(sizes)
            if file != DESCRIPTOR and descriptor.resource(file) is None
        ]
        files: dict[str, bytes] = {}
        for resource in descriptor.resources:
            if resource.path not in sizes:
                problems.append(Problem(resource.path, "", "", "is missing, or is not a name within the release"))
            elif resource.bytes != sizes[resource.path]:
                lengths = f"{resource.bytes} bytes long in the descriptor, and {sizes[resource.path]} in fact"
                problems.append(Problem(resource.path, "", "", f"is {lengths}"))
            else:
                found = _read(container, resource.path, resource.bytes)
                if sha256(found).hexdigest() != resource.sha256:
                    problems.append(Problem(resource.path, "", "", "is not the file that the descriptor names"))
                files[resource.path] = found
    if problems:
        raise DataError(problems)
    return descriptor.release, files


def _read(container: "Container", file: str, size: int) -> bytes:
    """Return a file of a container, which has the size that it says it has."""
    import lzma
    import zipfile
    import zlib

    from .containers import LARGEST

    try:
        data = container.read(file, min(size, LARGEST))
    except (
        OSError,
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise DataError([Problem(file, "", "", f"cannot be read: {error}")]) from None
    if len(data) != size:
        raise DataError([Problem(file, "", "", f"is not {size} bytes long, as it says")])
    return data
