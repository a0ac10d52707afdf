"""What a field of a record may hold: the shape of its type, and the classes whose ids it holds.

This is the one walk over field types. The codec, the schemas, the check of records made by hand and the Hypothesis
strategies all ask here what a field takes.
"""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import Any, Final, get_args, get_origin

import attrs

__all__ = ["ANY_SUBJECT", "REFERS_TO", "Shape", "refers_to", "shape_of", "shapes"]

REFERS_TO: Final = "refers_to"
"""The key in a field's metadata that names the classes whose ids it holds."""

ANY_SUBJECT: Final = (
    "Organization",
    "Network",
    "Partnership",
    "Agreement",
    "Initiative",
    "Event",
    "Theme",
    "Membership",
    "Indicator",
    "Statement",
    "Source",
)
"""The classes of records that something can be said about."""


def refers_to(*classes: str) -> dict[str, tuple[str, ...]]:
    """Return the metadata of a field that holds ids of records of these classes, given by name."""
    return {REFERS_TO: classes}


class Shape:
    """The type of a field, taken apart."""

    __slots__ = ("item", "length", "many", "optional")

    def __init__(self, item: Any, optional: bool = False, many: bool = False, length: int | None = None) -> None:
        """Take a type apart.

        Args:
            item: the class of the value, or of each value in a tuple.
            optional: None is allowed.
            many: the value is a tuple.
            length: how many values a tuple has, or None if any number.
        """
        self.item = item
        self.optional = optional
        self.many = many
        self.length = length


def shape_of(annotation: Any) -> Shape:
    """Take the annotation of a field apart.

    >>> shape = shape_of(tuple[int, int] | None)
    >>> shape.item, shape.optional, shape.many, shape.length
    (<class 'int'>, True, True, 2)
    """
    if isinstance(annotation, type):
        return Shape(annotation)
    choices = get_args(annotation) if NoneType in get_args(annotation) else (annotation,)
    (inner,) = (choice for choice in choices if choice is not NoneType)
    optional = len(choices) > 1
    if get_origin(inner) is not tuple:
        return Shape(inner, optional)
    item, *rest = get_args(inner)
    length = None if rest == [...] else 1 + len(rest)
    return Shape(item, optional, many=True, length=length)


def shapes(cls: Any) -> tuple[tuple[attrs.Attribute[Any], Shape], ...]:
    """Return the fields of a class in order, each with its shape."""
    return _shapes(cls)


@cache
def _shapes(cls: Any) -> tuple[tuple[attrs.Attribute[Any], Shape], ...]:
    return tuple((field, shape_of(field.type)) for field in attrs.fields(cls))
