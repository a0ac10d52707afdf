"""The files of a release as its descriptor names them, and the proof that bytes are those of one."""

from __future__ import annotations

from json import loads
from typing import Final

from .._dates import PartialDate
from .._model.files import COLLECTION_NAMES
from .._release import Release
from ..errors import DataError, Problem

try:
    # All that is needed of hashlib, which prepares a dozen other digests; the standard library's random does the same.
    from _hashlib import openssl_sha256 as sha256
except ImportError:  # pragma: no cover
    from hashlib import sha256

__all__ = ["WINDOWS_LINES", "Descriptor", "Resource", "own_descriptor", "sha256", "unix_digest"]

WINDOWS_LINES: Final = (
    "has Windows line ends (CRLF), which were not published: "
    "in a checkout run 'git config core.autocrlf false' and check the file out again"
)
"""What is wrong with a file that git, or an editor, has rewritten for Windows."""


_BEFORE_RESOURCES: Final = b',\n  "resources": ['
_BEFORE_NAME: Final = b'\n    {\n      "name": '
_BEFORE_DIALECT: Final = b',\n      "dialect": '
_AFTER_RESOURCE: Final = b"\n    }"


class Resource:
    """One file of a release."""

    def __init__(self, path: str, length: int, sha256: str, records: int = 0) -> None:
        """Name a file.

        Args:
            path: its name.
            length: how many bytes it has.
            sha256: its SHA-256, in hexadecimal.
            records: how many records it holds; none if it is no collection.
        """
        self.path = path
        self.length = length
        self.sha256 = sha256
        self.records = records

    def prove(self, data: bytes, place: str) -> None:
        """Raise DataError if bytes are not those of this file; ``place`` is what to call it."""
        if sha256(data).hexdigest() == self.sha256:
            return
        if unix_digest(data) == self.sha256:
            raise DataError([Problem(place, "", "", WINDOWS_LINES)])
        if len(data) != self.length:
            message = f"has {len(data):,} bytes, but {self.length:,} according to the descriptor"
            raise DataError([Problem(place, "", "", message)])
        raise DataError([Problem(place, "", "", "is not the file that the descriptor names")])


class Descriptor:
    """What a descriptor says: which release it is, and which files belong to it."""

    def __init__(self, release: Release, resources: tuple[Resource, ...]) -> None:
        """Say what belongs to a release."""
        self.release = release
        self.resources = resources

    def resource(self, path: str) -> Resource | None:
        """Return the file of that name, if it belongs to the release."""
        for resource in self.resources:
            if resource.path == path:
                return resource
        return None


def own_descriptor(data: bytes, digest: str) -> Descriptor:
    """Return what a descriptor says that was published here, as its digest has proven.

    Nine tenths of its text are schemas, which are not read. ``descriptor.read_descriptor`` reads anybody's, and tells
    what is wrong with one.
    """
    head, _, texts = data.partition(_BEFORE_RESOURCES)
    plain = loads(head + b"}")
    resources = tuple(map(_own_resource, texts.split(_BEFORE_NAME)[1:]))
    counts = {resource.path: resource.records for resource in resources}
    release = Release(
        version=plain["version"],
        reference_date=PartialDate.parse(plain["referenceDate"]),
        created=PartialDate.parse(plain["created"].partition("T")[0]),
        digest=digest,
        counts=tuple((name, counts.get(f"{name}.json", 0)) for name in COLLECTION_NAMES.values()),
    )
    return Descriptor(release, resources)


def _own_resource(text: bytes) -> Resource:
    """Return a file from its text, which begins with its name."""
    facts = text.partition(_BEFORE_DIALECT)[0].partition(_AFTER_RESOURCE)[0]
    plain = loads(b'{"name": ' + facts + b"}")
    return Resource(plain["path"], plain["length"], plain["hash"].removeprefix("sha256:"), plain.get("records", 0))


def unix_digest(data: bytes) -> str:
    """Return the SHA-256 that a text has with Unix line ends."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()
