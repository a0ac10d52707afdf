"""Tables as people read them: at most a screenful, and how much more there is.

Only the columns that tell most are shown: names in place of ids, dates as written in place of the days that they can
mean, and the status in any case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from .._html import cut, table_in_html
from .._text import printable, table, width

if TYPE_CHECKING:
    from .table import Table, Value

__all__ = ["in_html", "in_lines"]

_ROWS: Final = 15
"""How many rows are shown."""
_COLUMNS: Final = 10
"""How many columns a notebook shows, and how many names of others are listed."""
_WIDTH: Final = 108
"""How wide lines are at most."""
_LONGEST: Final = 30
"""How many characters of a cell are shown in lines."""
_LONGEST_IN_HTML: Final = 60
"""How many characters of a cell a notebook shows."""
_GAP: Final = 2


def in_lines(shown: Table) -> str:
    """Return a table as aligned lines, with as many columns as fit."""
    rows = shown.rows[:_ROWS]
    telling = _telling(shown)
    widths = {place: _width_of(shown, place, rows) for place in telling}
    room = _WIDTH - sum(widths[place] + _GAP for place in telling if shown.columns[place].name == "status")
    places: list[int] = []
    for place in telling:
        if shown.columns[place].name == "status":
            places.append(place)
        elif room >= widths[place]:
            room -= widths[place] + _GAP
            places.append(place)
        else:
            room = 0
    names = [shown.columns[place].name for place in places]
    lines = table(names, [[_cell(row[place]) for place in places] for row in rows]).split("\n")
    return "\n".join([_head(shown), *(f"  {line}" for line in lines), *(f"  {note}" for note in _notes(shown, names))])


def in_html(shown: Table) -> str:
    """Return a table as the one that notebooks show."""
    places = _telling(shown)
    beyond = [place for place in places[_COLUMNS:] if shown.columns[place].name == "status"]
    places = [*places[: _COLUMNS - len(beyond)], *beyond]
    names = [shown.columns[place].name for place in places]
    rows = [[_cell(row[place], _LONGEST_IN_HTML) for place in places] for row in shown.rows[:_ROWS]]
    return table_in_html(_head(shown), names, rows, _notes(shown, names))


def _head(shown: Table) -> str:
    count = len(shown)
    return f"{shown.name}: {count:,} {'row' if count == 1 else 'rows'}, {len(shown.columns)} columns"


def _telling(shown: Table) -> list[int]:
    """Return the places of the columns that tell most and are not empty in all rows that are shown."""
    names = {column.name for column in shown.columns}
    has_named_sides = "name" not in names and any(name.endswith("_name") for name in names)

    def tells(name: str) -> bool:
        if f"{name}_name" in names or (name == "id" and has_named_sides):
            return False
        whole, _, part = name.rpartition("_")
        return not (part in ("first", "last", "kind") and (whole in names))

    rows = shown.rows[:_ROWS]
    return [
        place
        for place, column in enumerate(shown.columns)
        if tells(column.name) and (not rows or any(row[place] is not None for row in rows))
    ]


def _width_of(shown: Table, place: int, rows: Sequence[Sequence[Value]]) -> int:
    return max(width(shown.columns[place].name), *(width(_cell(row[place])) for row in rows), 0)


def _notes(shown: Table, names: Sequence[str]) -> Iterator[str]:
    """Yield what of a table is not shown."""
    if len(shown) > _ROWS:
        yield f"... and {len(shown) - _ROWS:,} more rows"
    others = [column.name for column in shown.columns if column.name not in names]
    if others:
        yield f"not shown: {', '.join(others[:_COLUMNS])}{', ...' if len(others) > _COLUMNS else ''}"


def _cell(value: Value, longest: int = _LONGEST) -> str:
    return "" if value is None else cut(printable(str(value)), longest)
