"""The descriptor of a release, ``datapackage.json``: a Data Package v2 that names every file.

Each file stands in it with its length and SHA-256, and a collection with its Table Schema. So the SHA-256 of the
descriptor is a digest of the whole release.
"""

from hashlib import sha256
from typing import Any, Final, NamedTuple

import attrs

from .._dates import PartialDate
from .._model import COLLECTIONS
from .._release import DESCRIPTOR, Release
from ..errors import DataError, InvalidDateError, Problem
from .json_text import load_json

__all__ = ["SCHEMA", "Descriptor", "Resource", "read_descriptor"]

SCHEMA: Final = "jsonschema.json"
"""The file of a release that holds the JSON Schema of the others."""


class Resource(NamedTuple):
    """One file of a release."""

    path: str
    bytes: int
    sha256: str


@attrs.frozen
class Descriptor:
    """What a descriptor says: which release it is, and which files belong to it."""

    release: Release
    resources: tuple[Resource, ...]

    def resource(self, path: str) -> Resource | None:
        """Return the file of that name, if it belongs to the release."""
        for resource in self.resources:
            if resource.path == path:
                return resource
        return None


def read_descriptor(data: bytes) -> Descriptor:
    """Return what a descriptor says; raise DataError if it is not one of a release."""
    plain: Any = load_json(DESCRIPTOR, data)
    try:
        resources = tuple(map(_read_resource, plain["resources"]))
        counts = {resource["name"]: resource.get("records", 0) for resource in plain["resources"]}
        release = Release(
            version=_text(plain["version"]),
            reference_date=PartialDate.parse(_text(plain["referenceDate"])),
            created=PartialDate.parse(_text(plain["created"])[:10]),
            digest=sha256(data).hexdigest(),
            counts=tuple((name, _whole_number(counts.get(name, 0))) for name in COLLECTIONS),
        )
    except (KeyError, TypeError, InvalidDateError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise DataError([Problem(DESCRIPTOR, "", "", f"does not describe a release: {reason}")]) from None
    return Descriptor(release, resources)


def _read_resource(plain: Any) -> Resource:
    return Resource(
        path=_text(plain["path"]),
        bytes=_whole_number(plain["length"]),
        sha256=_text(plain["hash"]).removeprefix("sha256:"),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {value!r}")
    return value


def _whole_number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(f"expected a whole number, got {value!r}")
    return value
