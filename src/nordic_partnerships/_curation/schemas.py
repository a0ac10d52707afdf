"""Schemas of the data, made from the record classes: Table Schemas for the descriptor, JSON Schema for the files."""

from datetime import date
from enum import StrEnum
from typing import Any, Final

import attrs

from .._dates import PartialDate, Period
from .._model import COLLECTIONS, Record, Shape, collection_of, shapes, target_classes
from .._structure import ID

__all__ = ["json_schema", "table_schema"]

_DATE: Final = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_PERIOD: Final = rf"({_DATE}|(\.\.|{_DATE})?/(\.\.|{_DATE})?)"
_JSON_TYPES: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    PartialDate: {"type": "string", "pattern": f"^{_DATE}$"},
    Period: {"type": "string", "pattern": f"^{_PERIOD}$"},
}
_TABLE_TYPES: Final = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    date: "date",
    PartialDate: "string",
    Period: "string",
}
_TABLE_PATTERNS: Final = {PartialDate: _DATE, Period: _PERIOD}


def table_schema(cls: type[Record], present: set[str]) -> dict[str, Any]:
    """Return the Table Schema of a collection, with foreign keys to those collections that are present."""
    schema: dict[str, Any] = {
        "fields": [_table_field(field, shape) for field, shape in shapes(cls)],
        "primaryKey": ["id"],
    }
    foreign_keys: list[dict[str, Any]] = []
    for field, shape in shapes(cls):
        targets = target_classes(field)
        if len(targets) == 1 and not shape.many and collection_of(targets[0]) in present:
            foreign_keys.append(_foreign_key(field.name, cls, targets[0]))
    if foreign_keys:
        schema["foreignKeys"] = foreign_keys
    return schema


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a release: an object with one array per collection.

    ``#/$defs/organizations`` and its like describe one file each.
    """
    definitions: dict[str, Any] = {}
    for name, cls in COLLECTIONS.items():
        definitions[name] = {"type": "array", "items": _json_item(cls, definitions)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Partnerships and networks of Nordic higher education",
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{name}"} for name in COLLECTIONS},
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _table_field(field: "attrs.Attribute[Any]", shape: Shape) -> dict[str, Any]:
    schema: dict[str, Any] = {"name": field.name}
    constraints: dict[str, Any] = {"required": True} if field.default is attrs.NOTHING else {}
    if shape.many:
        schema["type"] = "array"
    elif shape.item in _TABLE_TYPES:
        schema["type"] = _TABLE_TYPES[shape.item]
        if shape.item in _TABLE_PATTERNS:
            constraints["pattern"] = _TABLE_PATTERNS[shape.item]
    elif issubclass(shape.item, StrEnum):
        schema["type"] = "string"
        schema["categories"] = constraints["enum"] = [member.value for member in shape.item]
    else:
        schema["type"] = "object"
    if field.name == "id":
        constraints |= {"unique": True, "pattern": ID}
    if constraints:
        schema["constraints"] = constraints
    return schema


def _foreign_key(field: str, cls: type[Record], target: type[Record]) -> dict[str, Any]:
    # To the standard, the empty name is the table itself.
    resource = "" if target is cls else collection_of(target)
    return {"fields": [field], "reference": {"resource": resource, "fields": ["id"]}}


def _json_value(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field's value, adding those of the objects in it to the definitions."""
    item = _json_item(shape.item, definitions)
    if not shape.many:
        return item
    length = {} if shape.length is None else {"minItems": shape.length, "maxItems": shape.length}
    return {"type": "array", "items": item, **length}


def _json_item(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if cls in _JSON_TYPES:
        return dict(_JSON_TYPES[cls])
    if issubclass(cls, StrEnum):
        return {"enum": [member.value for member in cls]}
    if cls.__name__ not in definitions:
        # Entered before it is filled: an object may hold others of its own class.
        definitions[cls.__name__] = {}
        definitions[cls.__name__] |= _json_object(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _json_object(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {field.name: _json_value(shape, definitions) for field, shape in shapes(cls)}
    if "id" in properties:
        properties["id"] = {"type": "string", "pattern": f"^{ID}$"}
    return {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }
