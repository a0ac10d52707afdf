"""The descriptor of a release: a Data Package v2 that names every file with its length and SHA-256."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from .codec import dump_json, load_json
from .dates import PartialDate
from .errors import DataError, InvalidDateError, Problem
from .results import Release

__all__ = ["read_descriptor", "write_descriptor"]

_FILE: Final = "datapackage.json"
_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"


def write_descriptor(
    version: str, reference_date: PartialDate, created: PartialDate, files: Mapping[str, bytes]
) -> bytes:
    """Return the descriptor of a release of the given files, by name."""
    resources = [
        {
            "name": file.removesuffix(".json"),
            "path": file,
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            "bytes": len(data),
            "hash": f"sha256:{sha256(data).hexdigest()}",
            "records": len(load_json(file, data)),
        }
        for file, data in files.items()
    ]
    return dump_json(
        {
            "$schema": _PROFILE,
            "name": "nordic-partnerships",
            "title": "Partnerships and networks of Nordic higher education",
            "version": version,
            "created": f"{created}T00:00:00Z",
            "referenceDate": str(reference_date),
            "licenses": [
                {
                    "name": "CC-BY-4.0",
                    "path": "https://creativecommons.org/licenses/by/4.0/",
                    "title": "Creative Commons Attribution 4.0",
                }
            ],
            "resources": resources,
        },
    )


def read_descriptor(data: bytes) -> tuple[Release, dict[str, str]]:
    """Return which release a descriptor describes, and the SHA-256 of each file; raise DataError if it does not say."""
    found: Any = load_json(_FILE, data)
    try:
        resources = [(str(each["path"]), str(each["hash"]), int(each["records"])) for each in found["resources"]]
        release = Release(
            version=str(found["version"]),
            reference_date=PartialDate.parse(found["referenceDate"]),
            created=PartialDate.parse(found["created"][:10]),
            digest=sha256(data).hexdigest(),
            counts=tuple((path.removesuffix(".json"), records) for path, _, records in resources),
        )
    except (KeyError, TypeError, ValueError, InvalidDateError) as error:
        raise DataError(
            [Problem(_FILE, "", "", f"does not describe a release: {type(error).__name__} {error}")]
        ) from None
    return release, {path: digest.removeprefix("sha256:") for path, digest, _ in resources}
