"""Schemas of the data, made from the record classes: Table Schemas for the descriptor, JSON Schema for the files."""

from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, Final, get_args, get_origin

import attrs

from .dates import PartialDate, Period
from .model import COLLECTIONS, REFERENCES, Record, collection_of

__all__ = ["json_schema", "table_schema"]

_ID: Final = "^[a-z0-9]+(--?[a-z0-9]+)*$"
_DATE: Final = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_SIMPLE: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    PartialDate: {"type": "string", "pattern": f"^{_DATE}$"},
    Period: {"type": "string", "pattern": rf"^({_DATE}|(\.\.|{_DATE})?/(\.\.|{_DATE})?)$"},
}


def table_schema(kind: type[Record], present: set[str]) -> dict[str, Any]:
    """Return the Table Schema of a collection, with foreign keys to those collections that are present."""
    schema: dict[str, Any] = {
        "fields": [_table_field(field) for field in attrs.fields(kind)],
        "primaryKey": ["id"],
    }
    foreign = [key for field in attrs.fields(kind) if (key := _foreign_key(kind, field, present)) is not None]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a release: an object with one array per collection.

    ``#/$defs/organizations`` and its like describe one file each.
    """
    definitions: dict[str, Any] = {}
    for name, kind in COLLECTIONS.items():
        definitions[name] = {"type": "array", "items": _json_value(kind, definitions)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Partnerships and networks of Nordic higher education",
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{name}"} for name in COLLECTIONS},
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _table_field(field: "attrs.Attribute[Any]") -> dict[str, Any]:
    kind = _inner(field.type)
    found: dict[str, Any] = {"name": field.name}
    constraints: dict[str, Any] = {"required": True} if field.default is attrs.NOTHING else {}
    if get_origin(kind) is tuple:
        found["type"] = "array"
    elif kind is date:
        found["type"] = "date"
    elif kind in _SIMPLE:
        found["type"] = _SIMPLE[kind]["type"]
        if "pattern" in _SIMPLE[kind]:
            constraints["pattern"] = _SIMPLE[kind]["pattern"].strip("^$")
    elif issubclass(kind, StrEnum):
        found["type"] = "string"
        found["categories"] = [member.value for member in kind]
        constraints["enum"] = found["categories"]
    else:
        found["type"] = "object"
    if field.name == "id":
        constraints |= {"unique": True, "pattern": _ID.strip("^$")}
    return found | ({"constraints": constraints} if constraints else {})


def _foreign_key(kind: type[Record], field: "attrs.Attribute[Any]", present: set[str]) -> dict[str, Any] | None:
    """Return the foreign key of a field that holds one id of one class."""
    targets = REFERENCES.get(field.name, ())
    if len(targets) != 1 or _inner(field.type) is not str:
        return None
    resource = collection_of(targets[0])
    if resource not in present:
        return None
    reference = {"resource": "" if targets[0] is kind else resource, "fields": ["id"]}
    return {"fields": [field.name], "reference": reference}


def _json_value(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type, adding those of the objects in it to the definitions."""
    kind = _inner(kind)
    if get_origin(kind) is tuple:
        item, *others = get_args(kind)
        found: dict[str, Any] = {"type": "array", "items": _json_value(item, definitions)}
        length = {} if others == [...] else {"minItems": 1 + len(others), "maxItems": 1 + len(others)}
        return found | length
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] |= _json_object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _json_object(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = attrs.fields(kind)
    properties = {field.name: _json_value(field.type, definitions) for field in fields}
    if "id" in properties:
        properties["id"] = {"type": "string", "pattern": _ID}
    return {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _inner(kind: Any) -> Any:
    """Return X of ``X | None``."""
    parts = [part for part in get_args(kind) if part is not NoneType] if NoneType in get_args(kind) else [kind]
    return parts[0]
