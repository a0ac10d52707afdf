"""Reading whole collections: strictly, as the library does, and by msgspec into typed structures of the same fields."""

from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import attrs
import msgspec

import nordic_partnerships
from nordic_partnerships._dates import PartialDate, Period
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening.codec import read_records

__all__ = ["files", "read_strictly", "read_typed"]


def files(version: str) -> dict[str, bytes]:
    """Return the text of the collections of a release of the checkout, by name."""
    folder = Path(nordic_partnerships.__file__).parent / "data" / version
    paths = {name: folder / f"{name}.json" for name in COLLECTIONS}
    return {name: path.read_bytes() for name, path in paths.items() if path.exists()}


def read_strictly(texts: dict[str, bytes]) -> dict[str, tuple[Any, ...]]:
    """Return all records, read as the library reads what comes from outside."""
    return {name: read_records(f"{name}.json", text, COLLECTIONS[name]) for name, text in texts.items()}


def read_typed(texts: dict[str, bytes]) -> dict[str, tuple[Any, ...]]:
    """Return all records, read by msgspec: types and unknown fields are checked; dates and listed words stay text."""
    return {name: msgspec.json.decode(text, type=_list_of(name)) for name, text in texts.items()}


@cache
def _list_of(name: str) -> Any:
    return tuple.__class_getitem__((_structure(COLLECTIONS[name]), ...))


def _structure(cls: Any) -> Any:
    """Return msgspec's structure with the fields of a record class."""
    fields: list[Any] = []
    for field in attrs.fields(attrs.resolve_types(cls)):
        kind = _plain_type(field.type)
        fields.append(
            (field.name, kind) if field.default is attrs.NOTHING else (field.name, kind, _plain(field.default))
        )
    return msgspec.defstruct(
        cls.__name__, fields, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
    )


def _plain_type(annotation: Any) -> Any:
    """Return the type by which JSON holds what an annotation of ours says."""
    if isinstance(annotation, UnionType):
        (kind,) = (each for each in get_args(annotation) if each is not NoneType)
        return _plain_type(kind) | None
    if get_origin(annotation) is tuple:
        return tuple.__class_getitem__(
            tuple(each if each is ... else _plain_type(each) for each in get_args(annotation))
        )
    if attrs.has(annotation) and annotation not in (PartialDate, Period):
        return _structure(annotation)
    return annotation if annotation in (str, int, float, bool) else str


def _plain(default: Any) -> Any:
    """Return a default as JSON holds it."""
    if isinstance(default, Enum):
        return str(default.value)
    return str(default) if isinstance(default, Period | PartialDate) else default
