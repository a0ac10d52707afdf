"""The links between records: which ids a record holds, and of what; its citations; its single values."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from .._dates import PartialDate, Period
from .collections import CLASSES
from .fields import REFERS_TO, shapes
from .parts import Citation
from .record import Record
from .sizes import sizes_of

__all__ = ["Leaf", "Reference", "citations_of", "leaves", "references", "target_classes"]


class Leaf(NamedTuple):
    """A single value in a record or in a part of it, with the path and the field that hold it."""

    path: str
    field: "attrs.Attribute[Any]"
    value: Any


class Reference(NamedTuple):
    """An id that a record holds: the path of the field, the id, and the classes that it may lead to."""

    path: str
    id: str
    classes: tuple[type[Record], ...]


def references(record: Record) -> Iterator[Reference]:
    """Yield every id of another record that a record or a part of it holds."""
    for leaf in leaves(record):
        classes = target_classes(leaf.field)
        if classes and leaf.value is not None:
            yield Reference(leaf.path, leaf.value, classes)


def target_classes(field: "attrs.Attribute[Any]") -> tuple[type[Record], ...]:
    """Return the classes of records whose ids a field holds; none for a field that holds no ids."""
    return tuple(CLASSES[name] for name in field.metadata.get(REFERS_TO, ()))


def citations_of(record: Record) -> Iterator[tuple[str, Citation]]:
    """Yield (path, citation) of a record, those of its alternatives and of its figures among them."""
    for index, citation in enumerate(record.citations):
        yield f"citations[{index}]", citation
    for index, alternative in enumerate(record.alternatives):
        yield f"alternatives[{index}].citation", alternative.citation
    for place, size in enumerate(sizes_of(record)):
        for index, citation in enumerate(size.citations):
            yield f"sizes[{place}].citations[{index}]", citation


def leaves(part: Any, prefix: str = "") -> Iterator[Leaf]:
    """Yield every single value that a record, or a part of one, holds."""
    for field, shape in shapes(type(part)):
        held = getattr(part, field.name)
        if shape.many and isinstance(held, tuple):
            places = [(f"{prefix}{field.name}[{index}]", value) for index, value in enumerate(held)]
        else:
            places = [(f"{prefix}{field.name}", held)]
        for path, value in places:
            if attrs.has(type(value)) and not isinstance(value, PartialDate | Period):
                yield from leaves(value, f"{path}.")
            else:
                yield Leaf(path, field, value)
