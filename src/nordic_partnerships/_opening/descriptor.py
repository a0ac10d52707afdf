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
from .codec import load_json

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
        return next((each for each in self.resources if each.path == path), None)


def read_descriptor(data: bytes) -> Descriptor:
    """Return what a descriptor says; raise DataError if it is not one of a release."""
    found: Any = load_json(DESCRIPTOR, data)
    try:
        resources = tuple(
            Resource(_text(each["path"]), _number(each["length"]), _text(each["hash"]).removeprefix("sha256:"))
            for each in found["resources"]
        )
        counts = {each["name"]: _number(each["records"]) for each in found["resources"] if each["name"] in COLLECTIONS}
        release = Release(
            version=_text(found["version"]),
            reference_date=PartialDate.parse(_text(found["referenceDate"])),
            created=PartialDate.parse(_text(found["created"])[:10]),
            digest=sha256(data).hexdigest(),
            counts=tuple((name, counts.get(name, 0)) for name in COLLECTIONS),
        )
    except (KeyError, TypeError, InvalidDateError) as error:
        what = f"{type(error).__name__}: {error}"
        raise DataError([Problem(DESCRIPTOR, "", "", f"does not describe a release: {what}")]) from None
    return Descriptor(release, resources)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text belongs where {value!r} stands")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(f"a number belongs where {value!r} stands")
    return value
