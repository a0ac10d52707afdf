"""Proving somebody's folder or zip: every byte is held against the descriptor before anything else is parsed."""

import lzma
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Final

from .._release import DESCRIPTOR, Release
from ..errors import DataError, Problem, ReleaseMismatchError
from .containers import LARGEST, Container, open_container
from .descriptor import Descriptor, Resource, read_descriptor

__all__ = ["read_proven_files"]

_READING_ERRORS: Final = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
"""What reading a damaged, encrypted or vanished file may raise."""


def read_proven_files(path: Path, digest: str | None) -> tuple[Release, dict[str, bytes]]:
    """Return the release at a path and the bytes of its files, every one of them proven.

    Args:
        path: a folder or a zip.
        digest: the SHA-256 that its descriptor must have, or None for any.

    Raises:
        ReleaseMismatchError: the descriptor has another digest.
        DataError: a file is missing, added, changed or cannot be read: all problems at once.
    """
    with open_container(path) as container:
        sizes = container.sizes()
        data = _read(container, DESCRIPTOR, sizes[DESCRIPTOR])
        actual = sha256(data).hexdigest()
        if digest is not None and actual != digest:
            raise ReleaseMismatchError(str(path), digest, actual)
        descriptor = read_descriptor(data)
        problems = _unexpected_files(descriptor, sizes)
        files: dict[str, bytes] = {}
        for resource in descriptor.resources:
            try:
                files[resource.path] = _read_proven(container, resource, sizes)
            except DataError as error:
                problems += error.problems
    if problems:
        raise DataError(problems)
    return descriptor.release, files


def _unexpected_files(descriptor: Descriptor, sizes: dict[str, int]) -> list[Problem]:
    return [
        Problem(file, "", "", "is not in the descriptor")
        for file in sorted(sizes)
        if file != DESCRIPTOR and descriptor.resource(file) is None
    ]


def _read_proven(container: Container, resource: Resource, sizes: dict[str, int]) -> bytes:
    """Return the bytes of one file; raise DataError if they are not those that the descriptor names."""
    file = resource.path
    if file not in sizes:
        raise DataError([Problem(file, "", "", "is in the descriptor but not there")])
    if resource.bytes != sizes[file]:
        message = f"has {sizes[file]:,} bytes, but {resource.bytes:,} according to the descriptor"
        raise DataError([Problem(file, "", "", message)])
    data = _read(container, file, resource.bytes)
    if sha256(data).hexdigest() != resource.sha256:
        raise DataError([Problem(file, "", "", "is not the file that the descriptor names")])
    return data


def _read(container: Container, file: str, size: int) -> bytes:
    """Return a file of a container; raise DataError if it is not as long as it says."""
    try:
        data = container.read(file, min(size, LARGEST))
    except _READING_ERRORS as error:
        raise DataError([Problem(file, "", "", f"cannot be read: {error}")]) from None
    if len(data) != size:
        raise DataError([Problem(file, "", "", f"does not have the {size:,} bytes that it announces")])
    return data
