"""What is wrong in a record made by hand: attrs does not check types, and a caller may have used none."""

from collections.abc import Iterator
from typing import Any

import attrs

from .._text import shown, with_article
from .fields import Shape, shapes

__all__ = ["misfits"]


def misfits(part: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield (path, message) for every field of a record, or of a part of it, that holds a value of another type."""
    for field, shape in shapes(type(part)):
        path, value = f"{prefix}{field.name}", getattr(part, field.name)
        if value is None and shape.optional:
            continue
        if shape.many:
            yield from _misfits_in_tuple(path, value, shape)
        else:
            yield from _misfits_in_value(path, value, shape.item)


def _misfits_in_tuple(path: str, values: Any, shape: Shape) -> Iterator[tuple[str, str]]:
    if not isinstance(values, tuple):
        yield path, f"expected a tuple, got {shown(values)}"
        return
    if shape.length is not None and len(values) != shape.length:
        yield path, f"expected {shape.length} values, got {len(values)}"
    for index, value in enumerate(values):
        yield from _misfits_in_value(f"{path}[{index}]", value, shape.item)


def _misfits_in_value(path: str, value: Any, expected: type[Any]) -> Iterator[tuple[str, str]]:
    # A whole number is a number, but a bool, which is an int to Python, is neither.
    accepted = (int, float) if expected is float else (expected,)
    if not isinstance(value, accepted) or (isinstance(value, bool) and expected is not bool):
        yield path, f"expected {with_article(expected.__name__)}, got {shown(value)}"
    elif attrs.has(expected):
        yield from misfits(value, f"{path}.")
