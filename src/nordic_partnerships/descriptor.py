"""The descriptor of a release, ``datapackage.json``: a Data Package v2 that names every file.

Each file stands in it with its length and SHA-256, and a collection with its Table Schema. So the SHA-256 of the
descriptor is a digest of the whole release.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final, NamedTuple

import attrs

from .codec import dump_json, load_json
from .dates import PartialDate
from .errors import DataError, InvalidDateError, Problem
from .model import COLLECTIONS
from .results import DESCRIPTOR, Release
from .schemas import table_schema

__all__ = ["DESCRIPTOR", "SCHEMA", "Descriptor", "Resource", "read_descriptor", "write_descriptor"]

SCHEMA: Final = "jsonschema.json"
"""The file of a release that holds the JSON Schema of the others."""

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENCE: Final = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
_SOURCES: Final = {"title": "The documents and pages that records cite", "path": "sources.json"}


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


def write_descriptor(
    version: str, reference_date: PartialDate, created: PartialDate, files: Mapping[str, bytes]
) -> bytes:
    """Return the descriptor of a release.

    Args:
        version: of the release.
        reference_date: the day that its queries answer for.
        created: the day it was cut.
        files: the bytes of each file, by name.
    """
    present = {file.removesuffix(".json") for file in files}
    resources = [_resource(file, data, present) for file, data in files.items()]
    return dump_json(
        {
            "$schema": _PROFILE,
            "name": "nordic-partnerships",
            "title": "Partnerships and networks of Nordic higher education",
            "version": version,
            "created": f"{created}T00:00:00Z",
            "referenceDate": str(reference_date),
            "licenses": [_LICENCE],
            "contributors": [{"title": "The nordic-partnerships maintainers", "roles": ["creator"]}],
            "sources": [_SOURCES],
            "resources": resources,
        },
    )


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


def _resource(file: str, data: bytes, present: set[str]) -> dict[str, Any]:
    name = file.removesuffix(".json")
    common = {
        "path": file,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        # The standard's word is "bytes", but frictionless compares that with a count it never makes for JSON tables.
        "length": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
    }
    if name not in COLLECTIONS:
        return {"name": name, **common}
    schema = table_schema(COLLECTIONS[name], present)
    keys = [field["name"] for field in schema["fields"]]
    # What is left out of a record is missing in the table; "json" says that to frictionless, the rest to the standard.
    dialect = {"itemType": "object", "itemKeys": keys, "json": {"keyed": True, "keys": keys}}
    return {
        "name": name,
        "type": "table",
        **common,
        "records": len(load_json(file, data)),
        "dialect": dialect,
        "schema": schema,
    }


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text belongs where {value!r} stands")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(f"a number belongs where {value!r} stands")
    return value
