"""The descriptor of a release, ``datapackage.json``: a Data Package v2 that names every file.

Each file stands in it with its length and SHA-256, and a collection with its Table Schema. So the SHA-256 of the
descriptor is a digest of the whole release. What is proven is the content of files; what the descriptor says beyond
that, its names and numbers, is held against what they must be.
"""

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Final, TypeVar

import attrs

from .._dates import PartialDate
from .._model import COLLECTIONS, FILES
from .._release import DESCRIPTOR, VERSION, Release
from ..errors import DataError, InvalidValueError, Problem
from .json_text import describe, load_json
from .limits import ProblemLog
from .resources import Descriptor, Resource

__all__ = ["SCHEMA", "read_descriptor", "wrong_count"]

T = TypeVar("T")

SCHEMA: Final = "jsonschema.json"
"""The file of a release that holds the JSON Schema of the others."""

_FILES: Final = {SCHEMA, *FILES}
"""The files that a release may have, beside its descriptor."""

_HASH: Final = re.compile(r"sha256:([0-9a-f]{64})")
_EARLIEST: Final = PartialDate(1)
_LATEST: Final = PartialDate(9999)


@attrs.frozen
class _Fields:
    """The fields of an object in the descriptor, and where it stands. What is wrong with them is reported together."""

    plain: Mapping[str, Any]
    place: str
    problems: ProblemLog

    def read(self, name: str, parse: Callable[[Any], T], otherwise: T) -> T:
        """Return what a field says, or something else after noting what is wrong with it."""
        if name not in self.plain:
            self.note(name, "is missing")
            return otherwise
        try:
            return parse(self.plain[name])
        except InvalidValueError as error:
            self.note(name, str(error))
            return otherwise

    def note(self, name: str, message: str) -> None:
        """Note what is wrong with a field."""
        self.problems.add(Problem(DESCRIPTOR, self.place, name, message))


def read_descriptor(data: bytes) -> Descriptor:
    """Return what a descriptor says; raise DataError with everything in it that cannot be of a release."""
    plain = load_json(DESCRIPTOR, data)
    if not isinstance(plain, dict):
        raise DataError([Problem(DESCRIPTOR, "", "", f"expected an object, got {describe(plain)}")])
    problems = ProblemLog(DESCRIPTOR)
    fields = _Fields(plain, "", problems)
    version = fields.read("version", _parse_version, "")
    reference_date = fields.read("referenceDate", _parse_day, _EARLIEST)
    created = fields.read("created", _parse_moment, _LATEST)
    if reference_date.first > created.first:
        fields.note("referenceDate", f"{reference_date} is later than the day of creation, {created}")
    resources: dict[str, Resource] = {}
    plain_resources: list[Any] = fields.read("resources", _parse_list, [])
    for index, plain_resource in enumerate(plain_resources):
        resource = _read_resource(plain_resource, index, problems)
        if resource is None:
            continue
        if resource.path in resources:
            problems.add(Problem(DESCRIPTOR, f"resources[{index}]", "path", f"{resource.path!r} is listed twice"))
        resources[resource.path] = resource
    problems.raise_if_any()
    counts = {path.removesuffix(".json"): resource.records for path, resource in resources.items()}
    release = Release(
        version=version,
        reference_date=reference_date,
        created=created,
        digest=sha256(data).hexdigest(),
        counts=tuple((name, counts.get(name, 0)) for name in COLLECTIONS),
    )
    return Descriptor(release, tuple(resources.values()))


def wrong_count(announced: int, actual: int) -> str:
    """Return what is wrong with a collection that has other than the records that the descriptor announces."""
    return f"has {announced:,} records according to the descriptor, but in fact {actual:,}"


def _read_resource(plain: Any, index: int, problems: ProblemLog) -> Resource | None:
    """Return a file, or None after noting that it is none."""
    place = f"resources[{index}]"
    if not isinstance(plain, dict):
        problems.add(Problem(DESCRIPTOR, place, "", f"expected an object, got {describe(plain)}"))
        return None
    fields = _Fields(plain, place, problems)
    path = fields.read("path", _parse_path, place)
    if path in _FILES and plain.get("name") != path.removesuffix(".json"):
        fields.note("name", f"expected {path.removesuffix('.json')!r} for {path}, got {describe(plain.get('name'))}")
    return Resource(
        path=path,
        length=fields.read("length", _parse_count, 0),
        sha256=fields.read("hash", _parse_hash, ""),
        records=0 if path == SCHEMA else fields.read("records", _parse_count, 0),
    )


def _parse_version(value: Any) -> str:
    if not isinstance(value, str) or re.fullmatch(VERSION, value) is None:
        raise InvalidValueError(f"expected a version such as '2026.11.0', got {describe(value)}")
    return value


def _parse_day(value: Any) -> PartialDate:
    if not isinstance(value, str):
        raise InvalidValueError(f"expected a day as text, got {describe(value)}")
    moment = PartialDate.parse(value)
    if moment.day is None:
        raise InvalidValueError(f"expected a day such as '2026-11-22', got {value!r}")
    return moment


def _parse_moment(value: Any) -> PartialDate:
    """Return the day of a date and time such as ``2026-11-22T00:00:00Z``."""
    return _parse_day(value.partition("T")[0] if isinstance(value, str) else value)


def _parse_list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise InvalidValueError(f"expected a list, got {describe(value)}")
    return value


def _parse_path(value: Any) -> str:
    if not isinstance(value, str) or value not in _FILES:
        raise InvalidValueError(f"expected the file of a collection, such as 'themes.json', got {describe(value)}")
    return value


def _parse_count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise InvalidValueError(f"expected a whole number, got {describe(value)}")
    return value


def _parse_hash(value: Any) -> str:
    match = _HASH.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise InvalidValueError(f"expected 'sha256:' and 64 hexadecimal digits, got {describe(value)}")
    return match[1]
