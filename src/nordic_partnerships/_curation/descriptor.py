"""Writing the descriptor of a release: a Data Package v2 that names every file with its length, SHA-256 and schema."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from .._dates import PartialDate
from .._model import COLLECTIONS
from .._opening.json_text import dump_json, load_json
from .._package import LICENCE, package_head
from .schemas import table_schema

__all__ = ["write_descriptor"]

_SOURCES: Final = {"title": "The documents and pages that records cite", "path": "sources.json"}


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
            **package_head(version, reference_date, created),
            "licenses": [LICENCE],
            "contributors": [{"title": "The nordic-partnerships maintainers", "roles": ["creator"]}],
            "sources": [_SOURCES],
            "resources": resources,
        },
    )


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
