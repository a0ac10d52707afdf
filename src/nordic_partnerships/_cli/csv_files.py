"""Tables in CSV files, as people have them: their encoding and separator are detected, and kept in what is written."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, NamedTuple

from .._tables.csv_text import write_rows
from ..errors import DataError, InvalidValueError, Problem

__all__ = ["CsvTable", "column_number", "read_csv", "write_csv"]

_SEPARATORS: Final = ",;\t|"
_SAID: Final = {"\t": "tabs"}
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""The bytes with which some programs begin a file, to say how it is encoded."""
_LONGEST: Final = 2**31 - 1
"""How long a cell may be; the csv module allows 131,072 characters unless told otherwise."""


class CsvTable(NamedTuple):
    """What a CSV file holds, and how it is written.

    Attributes:
        header: the names of its columns.
        rows: its rows, each with the number of the line that it ends on; they have as many cells as the header.
        encoding: "utf-8", "utf-8-sig", "utf-16", "cp1252", ...
        separator: what stands between two cells.
        line_end: what ends a line.
    """

    header: list[str]
    rows: list[tuple[int, list[str]]]
    encoding: str
    separator: str
    line_end: str

    @property
    def format_in_words(self) -> str:
        """How the file is written, in words."""
        return f"{self.encoding}, cells separated by {_SAID.get(self.separator, repr(self.separator))}"


def read_csv(path: Path, column: str) -> CsvTable:
    """Read a table that has a column of this name.

    Raises:
        DataError: it is empty, no text, or no table; all lines that are wrong are named.
        InvalidValueError: it has no such column, or several.
        OSError: it cannot be read.
    """
    text, encoding = _decode(path.read_bytes(), path)
    if not text.strip():
        raise DataError([Problem(str(path), "", "", "is empty")])
    separator = _separator(text, column)
    numbered = _records(text, separator, path)
    header = numbered.pop(0)[1]
    column_number(header, column, path)
    problems = [
        Problem(str(path), "", "", f"line {line} ends a row of {len(row)} cells, and the header has {len(header)}")
        for line, row in numbered
        if len(row) > len(header)
    ]
    if problems:
        raise DataError(problems)
    rows = [(line, row + [""] * (len(header) - len(row))) for line, row in numbered]
    line_end = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
    return CsvTable(header, rows, encoding, separator, line_end)


def column_number(header: Sequence[str], column: str, path: Path) -> int:
    """Return at which place a header has a column; raise InvalidValueError unless it has it once."""
    places = [place for place, name in enumerate(header) if name.strip() == column.strip()]
    if not places:
        columns = ", ".join(repr(name) for name in header)
        raise InvalidValueError(f"{path} has no column {column!r}; its columns are: {columns}")
    if len(places) > 1:
        raise InvalidValueError(f"{path} has {len(places)} columns {column!r}; give each another name")
    return places[0]


def write_csv(file: IO[str], table: CsvTable, rows: Iterable[Sequence[str]]) -> None:
    """Write rows as another table is written; a cell that a spreadsheet would take for a formula is defused."""
    write_rows(file, rows, separator=table.separator, line_end=table.line_end)


def _decode(data: bytes, path: Path) -> tuple[str, str]:
    """Return the text that some bytes hold, and in which encoding."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text, encoding
    message = "is not a text file; save the table as CSV, in UTF-8"
    raise DataError([Problem(str(path), "", "", message)])


def _separator(text: str, column: str) -> str:
    """Return what separates the cells: with it the header has the column that is asked for, and the most others."""

    def fitness(separator: str) -> tuple[bool, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        header = next((row for row in reader if row), [])
        return column.strip() in (name.strip() for name in header), len(header)

    with _any_length():
        return max(_SEPARATORS, key=fitness)


def _records(text: str, separator: str, path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of a table, header and all, each with the line that it ends on; blank lines are none."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        with _any_length():
            return [(reader.line_num, row) for row in reader if row]
    except csv.Error as error:
        raise DataError([Problem(str(path), "", "", f"line {reader.line_num}: {error}")]) from None


@contextmanager
def _any_length() -> Iterator[None]:
    """Let cells be of any length."""
    before = csv.field_size_limit(_LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)
