"""Whether a record made by hand holds in each field what the field is for."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import attrs

__all__ = ["misfits"]


def misfits(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (field path, message) for every field of a record, or of a part of it, that holds another type."""
    for field in attrs.fields(type(value)):
        yield from _check(getattr(value, field.name), field.type, f"{path}{field.name}")


def _check(value: Any, kind: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(kind, UnionType):
        kinds = [each for each in get_args(kind) if each is not NoneType]
        if value is None and NoneType in get_args(kind):
            return
        kind = next((each for each in kinds if isinstance(value, get_origin(each) or each)), kinds[0])
    if get_origin(kind) is tuple:
        if not isinstance(value, tuple):
            yield path, f"a tuple belongs here, not {value!r}"
            return
        for index, each in enumerate(value):
            yield from _check(each, get_args(kind)[0], f"{path}[{index}]")
    elif not isinstance(value, (int, float) if kind is float else kind) or isinstance(value, bool):
        yield path, f"a {kind.__name__} belongs here, not {value!r}"
    elif attrs.has(kind):
        yield from misfits(value, f"{path}.")
