"""Proving the files of a release: every byte is held against the descriptor before anything else is parsed."""

from collections.abc import Mapping

from .._release import DESCRIPTOR, Release
from .._text import printable
from ..errors import DataError, Problem
from .containers import Container
from .descriptor import read_descriptor
from .limits import ProblemLog
from .resources import Resource
from .sha256 import prove_file, proven_digest

__all__ = ["read_proven_files"]


def read_proven_files(
    container: Container, sizes: Mapping[str, int], place: str, digest: str | None
) -> tuple[Release, dict[str, bytes]]:
    """Return the release in a container and the bytes of its files, every one of them proven.

    Args:
        container: a folder or a zip.
        sizes: the names of its files and how long they are.
        place: what to call it.
        digest: the SHA-256 that its descriptor must have, or None for any.

    Raises:
        ReleaseMismatchError: the descriptor has another digest.
        DataError: a file is missing, added, changed or cannot be read: all problems at once.
    """
    if DESCRIPTOR not in sizes:
        raise DataError([Problem(DESCRIPTOR, "", "", "is missing: this is not a release")])
    data = container.read(DESCRIPTOR, sizes[DESCRIPTOR])
    proven_digest(data, digest, release=place, place=DESCRIPTOR)
    descriptor = read_descriptor(data)
    described = {resource.path for resource in descriptor.resources}
    problems = ProblemLog(place)
    for file in sorted(sizes.keys() - described - {DESCRIPTOR}):
        problems.add(Problem(printable(file), "", "", "is not in the descriptor"))
    files: dict[str, bytes] = {}
    for resource in descriptor.resources:
        try:
            files[resource.path] = _read_proven(container, resource, sizes)
        except DataError as error:
            for problem in error.problems:
                problems.add(problem)
    problems.raise_if_any()
    return descriptor.release, files


def _read_proven(container: Container, resource: Resource, sizes: Mapping[str, int]) -> bytes:
    """Return the bytes of one file; raise DataError if they are not those that the descriptor names."""
    if resource.path not in sizes:
        raise DataError([Problem(resource.path, "", "", "is in the descriptor but not there")])
    data = container.read(resource.path, sizes[resource.path])
    prove_file(data, resource, resource.path)
    return data
