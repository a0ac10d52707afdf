"""The files of a release as its descriptor names them."""

from __future__ import annotations

from json import loads
from typing import Final

from .._dates import PartialDate
from .._model.files import COLLECTION_NAMES
from .._release import Release

__all__ = ["Descriptor", "Resource", "own_descriptor"]

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
