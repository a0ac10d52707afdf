"""Rows as CSV: what a spreadsheet would take for a formula is defused."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import IO, Final

__all__ = ["defused", "write_rows"]

_FORMULA: Final = tuple("=+-@")
_NUMBER: Final = re.compile(r"\s*[+-]\d[\d.,]*\s*")


def write_rows(
    file: IO[str], rows: Iterable[Sequence[object]], *, separator: str = ",", line_end: str = "\r\n"
) -> None:
    """Write rows of texts, numbers, days, truths and None, which is an empty cell."""
    # The csv module quotes a cell with a line break only if the same characters end its lines.
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=separator, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        file.write(line.getvalue().removesuffix("\r\n") + line_end)
        line.seek(0)
        line.truncate()


def defused(cell: str) -> str:
    """Return a cell as a spreadsheet shows it: an apostrophe keeps text from being a formula; numbers stay numbers.

    >>> [defused(cell) for cell in ("=1+1", " @SUM(A1)", "-12.5", "Oslo", "+47 22 85 50 50")]
    ["'=1+1", "' @SUM(A1)", '-12.5', 'Oslo', "'+47 22 85 50 50"]
    """
    risky = cell.lstrip().startswith(_FORMULA) and _NUMBER.fullmatch(cell) is None
    return f"'{cell}" if risky else cell


def _cell(value: object) -> object:
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else value
