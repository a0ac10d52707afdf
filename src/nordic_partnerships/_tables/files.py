"""Tables as text: CSV and JSON, and what describes their columns to others."""

from __future__ import annotations

import json
from collections.abc import Callable, Container
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from .._text import shown
from .._writing import new_file
from ..errors import InvalidValueError
from .csv_text import write_rows

if TYPE_CHECKING:
    from .table import Column, Table

__all__ = ["FORMATS", "table_schema", "write_csv", "write_json", "write_table"]

_TYPES: Final = {
    "text": "string",
    "category": "string",
    "integer": "integer",
    "number": "number",
    "date": "date",
    "boolean": "boolean",
}
"""The types of Table Schema."""


def write_csv(file: IO[str], table: Table) -> None:
    """Write a table as CSV."""
    write_rows(file, [[column.name for column in table.columns], *table.rows])


def write_json(file: IO[str], table: Table) -> None:
    """Write a table as a list of JSON objects."""
    json.dump(list(table), file, ensure_ascii=False, indent=2, default=date.isoformat)
    file.write("\n")


FORMATS: Final[dict[str, Callable[[IO[str], Table], None]]] = {"csv": write_csv, "json": write_json}
"""What writes a table, by the ending of the file's name."""


def write_table(table: Table, path: Path, *, overwrite: bool) -> None:
    """Write a table to a file in the format that its name ends in."""
    write = FORMATS.get(path.suffix.removeprefix(".").lower())
    if write is None:
        raise InvalidValueError(f"the name of a table's file ends in .csv or .json, which {shown(path.name)} does not")
    with new_file(path, overwrite=overwrite) as file:
        write(file, table)


def table_schema(table: Table, present: Container[str]) -> dict[str, Any]:
    """Return the Table Schema of a table: its key is the id, or the record and the path in it.

    Args:
        table: the table.
        present: the names of the tables that foreign keys can lead to.
    """
    names = [column.name for column in table.columns]
    return {
        "fields": [
            {"name": column.name, "type": _TYPES[column.type], "description": column.meaning}
            for column in table.columns
        ],
        "primaryKey": ["id"] if "id" in names else ["record", "path"],
        "foreignKeys": [
            _foreign_key(table, column) for column in table.columns if column.table and column.table in present
        ],
    }


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    # To the standard, the empty name is the table itself.
    resource = "" if column.table == table.name else column.table
    return {"fields": [column.name], "reference": {"resource": resource, "fields": ["id"]}}
