"""How records lie flat: columns for what a field holds once, and a table of its own for what it holds many times.

A date is three columns: as written, and the first and last day that it can mean. An id of another record brings the
name of that record. What a column means stands in the docstring of the class.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from inspect import cleandoc
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from .._dates import Bound, PartialDate, Period
from .._model import Citation, Dated, Location, OfficeHolder, Organization, Size, citations_of, country_of
from .._model.fields import REFERS_TO, shapes
from .._model.files import COLLECTION_NAMES
from .._tables.table import Column, ColumnType, Value

if TYPE_CHECKING:
    from .._model import Shape
    from .answer import Answer

__all__ = ["CITATION_CELLS", "Cell", "Parts", "cell", "cells_of", "date_cells", "day_cells", "lists_of", "named_cells"]

_TYPES: Final[dict[Any, ColumnType]] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "boolean",
    date: "date",
}
_CATEGORIES: Final = frozenset({"country", "language"})
"""Fields with texts of which many records have the same."""
_SIDES: Final = {"established": "start", "founded": "start", "closed": "end", "dissolved": "end"}
"""Which fields say when a body began and ceased to exist."""
_ONE_OF: Final = {
    "broader": "theme",
    "builds_on": "initiative",
    "founders": "founder",
    "funders": "funder",
    "hosts": "host",
    "part_of": "whole",
    "parties": "party",
    "successors": "successor",
    "themes": "theme",
}
"""What one of the ids in a field is called."""


class Cell(NamedTuple):
    """A column, and what gives its value for an item of an answer or a part of one."""

    column: Column
    value: Callable[[Any, Answer[Any]], Value]


class Parts(NamedTuple):
    """A list: the columns of its parts, and what gives them with their paths, such as ``names[0]``, for an item."""

    cells: tuple[Cell, ...]
    of: Callable[[Any], Iterable[tuple[str, Any]]]


# ---------------------------------------------------------------- cells


def cell(name: str, kind: ColumnType, meaning: str, read: Callable[[Any], Any] | None = None) -> Cell:
    """Return a cell whose value an item has itself: under this name, or where ``read`` finds it."""
    found = read or attrgetter(name)
    return Cell(Column(name, kind, meaning), lambda item, _: _plain(found(item)))


def date_cells(name: str, meaning: str, read: Callable[[Any], PartialDate | Bound | None]) -> Iterator[Cell]:
    """Yield the cells of a date: as written, and the days that it can mean."""
    yield cell(name, "text", meaning, read)
    for end in ("first", "last"):
        yield cell(f"{name}_{end}", "date", f"the {end} day that {name} can mean", _day_of_date(end, read))


def day_cells(name: str, side: str, meaning: str, read: Callable[[Any], PartialDate | Bound | None]) -> Iterator[Cell]:
    """Yield the cells of a start or an end: as written, and between which days it lies by all that is known.

    Args:
        name: of the column with the date as written.
        side: "start" or "end".
        meaning: of the date.
        read: gives the date.
    """
    yield cell(name, "text", meaning, read)
    for end, word in (("first", "earliest"), ("last", "latest")):
        of_bounds = attrgetter(f"{end}_{side}")
        meaning = f"the {word} day on which it can have {'begun' if side == 'start' else 'ended'}, by all that is known"
        yield Cell(Column(f"{name}_{end}", "date", meaning), _bounded(of_bounds))


def named_cells(
    name: str,
    classes: tuple[str, ...],
    meaning: str,
    read: Callable[[Any], str | None],
) -> Iterator[Cell]:
    """Yield the cells of an id: the id, and what the record is called; of a body also what it is, and where."""
    table = COLLECTION_NAMES[classes[0]] if len(classes) == 1 else None
    yield Cell(Column(name, "text", meaning, table), lambda item, _: read(item))
    yield Cell(Column(f"{name}_name", "text", f"what {name} is called"), _of_record(read, classes, attrgetter("label")))
    if {"Organization", "Network"}.issuperset(classes):
        kind = Column(f"{name}_kind", "category", f"what {name} is")
        yield Cell(kind, _of_record(read, classes, attrgetter("kind")))
        if "Organization" in classes:
            country = Column(f"{name}_country", "category", f"country of {name}: an ISO 3166-1 code")
            yield Cell(country, _of_record(read, classes, country_of))


def _of_record(
    read: Callable[[Any], str | None], classes: tuple[str, ...], value: Callable[[Any], Any]
) -> Callable[[Any, Answer[Any]], Value]:
    """Return what gives a value of the record whose id ``read`` gives."""

    def of_record(item: Any, answer: Answer[Any]) -> Value:
        key = read(item)
        return None if key is None else _plain(value(answer.record(key, classes)))

    return of_record


def _bounded(day: Callable[[Any], int]) -> Callable[[Any, Answer[Any]], Value]:
    return lambda item, answer: _date_of(day(answer.bounds(item)))


def _day_of_date(end: str, read: Callable[[Any], PartialDate | Bound | None]) -> Callable[[Any], date | None]:
    """Return what gives the first or the last day that a date can mean, if it is one."""
    day: Callable[[Any], date] = attrgetter(end)

    def day_of_date(item: Any) -> date | None:
        written = read(item)
        return day(written) if isinstance(written, PartialDate) else None

    return day_of_date


# ---------------------------------------------------------------- classes


@cache
def cells_of(cls: Any) -> tuple[Cell, ...]:
    """Return the columns of a class: those of each field that holds one value, with the remark last."""
    meanings = _meanings(cls)
    fields = sorted(shapes(cls), key=lambda field: field[0].name == "remark")
    return tuple([made for field, shape in fields for made in _cells_of_field(cls, field, shape, meanings[field.name])])


@cache
def lists_of(cls: Any) -> Mapping[str, Parts]:
    """Return the lists of a class of records by name: each field that holds parts or ids, and all citations in it."""
    meanings = _meanings(cls)
    lists: dict[str, Parts] = {}
    for field, shape in shapes(cls):
        if field.name == "citations":
            continue
        if shape.many and REFERS_TO in field.metadata:
            one = _ONE_OF[field.name]
            meaning = f"one of the {meanings[field.name]}"
            cells = tuple(named_cells(one, field.metadata[REFERS_TO], meaning, lambda key: key))
            # Older releases write a single successor in a field of its own.
            held = "all_successors" if cls is Organization and field.name == "successors" else field.name
            lists[field.name] = Parts(cells, _numbered(field.name, held))
        elif shape.many and attrs.has(shape.item):
            lists[field.name] = Parts(cells_of(shape.item), _numbered(field.name, field.name))
    return {**lists, "citations": Parts(CITATION_CELLS, citations_of)}


def _cells_of_field(cls: Any, field: attrs.Attribute[Any], shape: Shape, meaning: str) -> Iterable[Cell]:
    """Return the cells of a field; none if it holds a list of parts or ids, or evidence."""
    name = field.name
    if name == "successor":
        return ()  # it is among the successors
    if name == "citations" and cls is Size:
        sources = "ids of the sources that support it; several are separated by semicolons"
        return [cell("sources", "text", sources, lambda size: tuple(cited.source for cited in size.citations))]
    if shape.many:
        return _cells_of_values(field, shape, meaning)
    if REFERS_TO in field.metadata:
        return named_cells(name, field.metadata[REFERS_TO], meaning, attrgetter(name))
    if shape.item in (PartialDate, Period):
        return _cells_of_dates(cls, name, shape, meaning)
    return _cells_of_value(name, shape, meaning)


def _cells_of_dates(cls: Any, name: str, shape: Shape, meaning: str) -> Iterable[Cell]:
    """Return the cells of a date or a period; of what is judged with the days that are left for it."""
    if shape.item is Period:
        make = day_cells if issubclass(cls, Dated) else _written
        return [made for side in ("start", "end") for made in make(side, side, f"its {side} as written", _side(side))]
    side = _SIDES.get(name)
    read = attrgetter(name)
    return date_cells(name, meaning, read) if side is None else day_cells(name, side, meaning, read)


def _cells_of_value(name: str, shape: Shape, meaning: str) -> Iterable[Cell]:
    """Return the cells of a field that holds one value without a date or an id."""
    if shape.item is Location or shape.item is OfficeHolder:
        prefix = "" if shape.item is Location else f"{name}_"
        return [
            cell(
                f"{prefix}{part.name}",
                _TYPES[of_part.item],
                _meanings(shape.item)[part.name],
                _part_of(name, part.name),
            )
            for part, of_part in shapes(shape.item)
        ]
    if shape.item is Citation:
        return named_cells("source", ("Source",), "id of the source that says so", attrgetter(f"{name}.source"))
    is_category = name in _CATEGORIES or issubclass(shape.item, Enum)
    return [cell(name, "category" if is_category else _TYPES[shape.item], meaning)]


def _cells_of_values(field: attrs.Attribute[Any], shape: Shape, meaning: str) -> Iterable[Cell]:
    """Return the cells of a field that holds several plain values: two numbers, or words in one text."""
    if REFERS_TO in field.metadata or attrs.has(shape.item):
        return ()
    if shape.length is None:
        return [cell(field.name, "text", f"{meaning}; several are separated by semicolons")]
    span: Callable[[Any], tuple[int, int] | None] = attrgetter(field.name)
    return [
        cell(f"{field.name}_start", "integer", meaning, lambda part: (span(part) or (None, None))[0]),
        cell(f"{field.name}_end", "integer", meaning, lambda part: (span(part) or (None, None))[1]),
    ]


def _written(name: str, _: str, meaning: str, read: Callable[[Any], PartialDate | Bound | None]) -> Iterator[Cell]:
    return date_cells(name, meaning, read)


def _side(side: str) -> Callable[[Any], PartialDate | Bound | None]:
    """Return what gives one side of the period of a record or a part of it."""
    read: Callable[[Any], PartialDate | Bound] = attrgetter(side)
    return lambda part: None if part.period is None else read(part.period)


def _part_of(name: str, part: str) -> Callable[[Any], Any]:
    """Return what gives an attribute of a field's value, if it has one."""
    outer, inner = attrgetter(name), attrgetter(part)
    return lambda item: None if outer(item) is None else inner(outer(item))


def _numbered(name: str, held: str) -> Callable[[Any], Iterable[tuple[str, Any]]]:
    """Return what gives the values of a list that an item holds, each with its path."""
    read = attrgetter(held)
    return lambda item: [(f"{name}[{place}]", part) for place, part in enumerate(read(item))]


def _meanings(cls: Any) -> dict[str, str]:
    """Return what the fields of a class mean, from its docstring and those of its bases."""
    meanings: dict[str, str] = {field.name: "" for field, _ in shapes(cls)}
    for base in reversed(cls.__mro__):
        # Python run with -OO has no docstrings.
        # Only from Python 3.13 on docstrings are without the indentation of the code.
        _, _, attributes = cleandoc(base.__doc__ or "").partition("Attributes:")
        for name, meaning in re.findall(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", attributes, re.MULTILINE):
            meanings[name] = re.sub(r"(?<!\.)\.$|``", "", " ".join(meaning.split()))
    return meanings


# ---------------------------------------------------------------- values


def _plain(value: Any) -> Value:
    """Return what a field holds as a value of a table; None if it holds nothing, or nobody knows."""
    if isinstance(value, tuple):
        return "; ".join(map(str, value)) or None
    if isinstance(value, Enum):
        return value.value or None
    plain: Value = str(value) if isinstance(value, PartialDate) else value
    return plain


def _date_of(day: int) -> date | None:
    """Return the date of a day, or None if it lies before or after all dates: then it is not known."""
    return date.fromordinal(day) if date.min.toordinal() <= day <= date.max.toordinal() else None


def _of_source() -> Iterator[Cell]:
    """Yield the cells of a citation that say what its source is."""
    classes = ("Source",)
    source: Callable[[Any], str] = attrgetter("source")
    of_source: list[tuple[str, ColumnType, str, Callable[[Any], Any]]] = [
        ("publisher", "text", "who published the source", attrgetter("publisher")),
        ("kind", "category", "who speaks in it", attrgetter("kind")),
        ("url", "text", "its address", attrgetter("url")),
        ("archived", "text", "the address of a kept copy", attrgetter("archived")),
        ("as_of", "text", "the date that it bears, as written", attrgetter("as_of")),
        ("as_of_first", "date", "the first day that this can mean", _day_of_date("first", attrgetter("as_of"))),
        ("as_of_last", "date", "the last day that this can mean", _day_of_date("last", attrgetter("as_of"))),
        ("accessed", "date", "the day on which it was read", attrgetter("accessed")),
    ]
    for name, kind, meaning, value in of_source:
        yield Cell(Column(f"source_{name}", kind, meaning), _of_record(source, classes, value))


CITATION_CELLS: Final = (*cells_of(Citation), *_of_source())
"""The columns of a citation, with what its source is."""
