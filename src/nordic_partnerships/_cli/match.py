"""The command ``match``: a column of names in a CSV file becomes columns of what each name means, and why."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

from nordic_partnerships import Dataset, InvalidValueError, Organization

from .._arguments import parse_countries
from .._countries import country_names
from ..errors import AmbiguousNameError, RetiredIdError, UnknownNameError
from .csv_files import CsvTable, column_number, new_file, read_csv, write_csv
from .options import open_release
from .output import print_text

__all__ = ["ADDED", "match"]

ADDED: Final = ("id", "ror", "name", "score", "reason", "rivals", "candidates")
"""The columns that are added; one whose name the table has already is called "matched_name" and so on."""

_WHY_NOT: Final = {
    UnknownNameError: "unknown name",
    AmbiguousNameError: "ambiguous name",
    RetiredIdError: "retired id",
    InvalidValueError: "no letters or digits",
}
_ELSEWHERE: Final = "not in that country"
_CANDIDATES: Final = 3
"""How many organizations are offered for a name that none bears."""
_LISTED: Final = 5
"""How many mistakes of one kind a message names."""

T = TypeVar("T")
Meaning = tuple[str, ...]


def match(options: argparse.Namespace) -> None:
    """Write a table again, with what the names in one of its columns mean."""
    data = open_release(options.release)
    table = read_csv(options.table, options.column)
    names = column_number(table.header, options.column, options.table)
    countries = _countries(table, options.country_column, options.table)
    meaning = _meanings(data, inside_text=options.inside_text)
    reasons: Counter[str] = Counter()

    def matched() -> Iterable[Sequence[str]]:
        yield [*table.header, *_added_columns(table.header)]
        for (_, row), country in _with_progress(list(zip(table.rows, countries, strict=True))):
            added = meaning(row[names], country)
            reasons[added[ADDED.index("reason")] if not added[0] else "matched"] += 1
            yield [*row, *added]

    with new_file(options.out, "utf-8-sig" if table.encoding == "utf-8-sig" else "utf-8") as file:
        write_csv(file, table, matched())
    print_text(f"read {options.table}: {table.format_in_words}")
    counts = ", ".join(f"{count:,} {what}" for what, count in sorted(reasons.items(), key=lambda item: -item[1]))
    print_text(f"wrote {options.out}: {counts or 'no rows'}")


def _meanings(data: Dataset, *, inside_text: bool) -> Callable[[str, str | None], Meaning]:
    """Return what says what a name means, in one country or in all; a name that comes again is looked up once."""

    @cache
    def meaning(name: str, country: str | None) -> Meaning:
        (row,) = data.resolve_many([name], among=Organization, country=country, inside_text=inside_text)
        record = row.record
        if record is not None:
            others = [candidate.record.id for candidate in row.candidates if candidate.record.id != record.id]
            score = f"{row.score:.2f}"
            return record.id, record.ror or "", record.name, score, row.reason, _listed(row.rivals), _listed(others)
        reason = _WHY_NOT[type(row.error)]
        candidates, rivals = row.candidates, row.rivals
        if isinstance(row.error, AmbiguousNameError):
            rivals = row.error.rivals
        elif isinstance(row.error, UnknownNameError) and not candidates:
            candidates = data.find(name, among=Organization, country=country, limit=_CANDIDATES)
            anywhere = meaning(name, None) if country is not None else ()
            if anywhere and anywhere[0]:
                return "", "", "", "", _ELSEWHERE, "", anywhere[0]
        return "", "", "", "", reason, _listed(rivals), _listed(candidate.record.id for candidate in candidates)

    return meaning


def _countries(table: CsvTable, column: str | None, path: Path) -> list[str | None]:
    """Return the country code of every row, or None where there is none.

    Raises:
        InvalidValueError: a cell names no country; every one is told.
    """
    if column is None:
        return [None] * len(table.rows)
    place = column_number(table.header, column, path)
    codes: list[str | None] = []
    wrong: dict[str, int] = {}
    for line, row in table.rows:
        written = row[place].strip()
        code = country_names().get(written.casefold(), written.upper()) or None
        codes.append(code)
        if code is not None:
            try:
                parse_countries(code)
            except InvalidValueError:
                wrong.setdefault(written, line)
    if wrong:
        told = [f"{written[:40]!r} (line {line})" for written, line in list(wrong.items())[:_LISTED]]
        more = f" and {len(wrong) - _LISTED} more" if len(wrong) > _LISTED else ""
        message = f"column {column!r} of {path} holds what is no country: {', '.join(told)}{more}"
        raise InvalidValueError(f"{message}; write a code such as 'FI', or nothing")
    return codes


def _added_columns(header: Sequence[str]) -> list[str]:
    """Return what the added columns are called in a table with this header."""
    taken = {name.strip().casefold() for name in header}
    added: list[str] = []
    for name in ADDED:
        while name in taken:
            name = f"matched_{name}"  # noqa: PLW2901
        added.append(name)
    return added


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _with_progress(rows: list[T]) -> Iterable[T]:
    """Return rows that show on a terminal how many were read, if tqdm is installed."""
    if sys.stderr is None or not sys.stderr.isatty():
        return rows
    try:
        from tqdm import tqdm
    except ImportError:
        return rows
    return tqdm(rows, unit="row", file=sys.stderr)
