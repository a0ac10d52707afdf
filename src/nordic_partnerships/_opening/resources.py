"""The files of a release as its descriptor names them, and the proof that bytes are those of one."""

from hashlib import sha256
from json import loads
from typing import Any, Final, NamedTuple

from .._dates import PartialDate
from .._model.files import COLLECTION_NAMES
from .._release import Release
from ..errors import DataError, Problem

__all__ = ["WINDOWS_LINES", "Descriptor", "Resource", "own_descriptor", "unix_digest"]

WINDOWS_LINES: Final = (
    "has Windows line ends (CRLF), which were not published: "
    "in a checkout run 'git config core.autocrlf false' and check the file out again"
)
"""What is wrong with a file that git, or an editor, has rewritten for Windows."""


class Resource(NamedTuple):
    """One file of a release.

    Attributes:
        path: its name.
        length: how many bytes it has.
        sha256: its SHA-256, in hexadecimal.
        records: how many records it holds; none if it is no collection.
    """

    path: str
    length: int
    sha256: str
    records: int = 0

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

    ``descriptor.read_descriptor`` reads anybody's, and tells what is wrong with one.
    """
    plain = loads(data)
    resources = tuple(_own_resource(resource) for resource in plain["resources"])
    counts = {resource.path: resource.records for resource in resources}
    release = Release(
        version=plain["version"],
        reference_date=PartialDate.parse(plain["referenceDate"]),
        created=PartialDate.parse(plain["created"].partition("T")[0]),
        digest=digest,
        counts=tuple((name, counts.get(f"{name}.json", 0)) for name in COLLECTION_NAMES.values()),
    )
    return Descriptor(release, resources)


def _own_resource(plain: Any) -> Resource:
    return Resource(plain["path"], plain["length"], plain["hash"].removeprefix("sha256:"), plain.get("records", 0))


def unix_digest(data: bytes) -> str:
    """Return the SHA-256 that a text has with Unix line ends."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()
