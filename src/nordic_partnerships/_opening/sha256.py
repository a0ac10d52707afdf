"""Holding bytes against the SHA-256 that they must have, and saying what is wrong with those that have another."""

from hashlib import sha256
from typing import Final

from ..errors import DataError, Problem, ReleaseMismatchError
from .resources import Resource

__all__ = ["WINDOWS_LINES", "prove_file", "proven_digest"]

WINDOWS_LINES: Final = (
    "has Windows line ends (CRLF), which were not published: "
    "in a checkout run 'git config core.autocrlf false' and check the file out again"
)
"""What is wrong with a file that git, or an editor, has rewritten for Windows."""


def proven_digest(data: bytes, expected: str | None, *, release: str, place: str) -> str:
    """Return the digest of a descriptor.

    Args:
        data: the descriptor.
        expected: the digest that it must have, or None for any.
        release: what to call the release.
        place: what to call the descriptor.

    Raises:
        ReleaseMismatchError: it has another digest.
        DataError: it would have the expected one, but for Windows line ends.
    """
    digest = sha256(data).hexdigest()
    if expected is None or digest == expected:
        return digest
    if _unix_digest(data) == expected:
        raise DataError([Problem(place, "", "", WINDOWS_LINES)])
    raise ReleaseMismatchError(release, expected, digest)


def prove_file(data: bytes, resource: Resource, place: str) -> None:
    """Raise DataError if bytes are not those of a file that a descriptor names; ``place`` is what to call it."""
    if sha256(data).hexdigest() == resource.sha256:
        return
    if _unix_digest(data) == resource.sha256:
        raise DataError([Problem(place, "", "", WINDOWS_LINES)])
    if len(data) != resource.length:
        message = f"has {len(data):,} bytes, but {resource.length:,} according to the descriptor"
        raise DataError([Problem(place, "", "", message)])
    raise DataError([Problem(place, "", "", "is not the file that the descriptor names")])


def _unix_digest(data: bytes) -> str:
    """Return the SHA-256 that a text has with Unix line ends."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()
