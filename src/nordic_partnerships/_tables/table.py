"""Table: what is flat enough for frames and spreadsheets, with the type and the meaning of every column.

It needs no dependency. What turns it into something else is imported when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

import attrs

from .._arguments import require_truth
from .._building import BUILDING
from .._text import shown
from ..errors import InvalidTypeError, InvalidValueError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["Column", "ColumnType", "Table", "Value"]

ColumnType: TypeAlias = Literal["text", "category", "integer", "number", "date", "boolean"]
"""What the values of a column are, where they are not None; a category is a text of which many rows have the same."""

Value: TypeAlias = str | int | float | date | None
"""A value of a table, of which True and False are integers; None is what is unknown, or does not apply."""


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: lower-case words joined by underscores.
        type: what its values are.
        meaning: what they say.
        table: the table whose ids they are, if they are such, and all of one table.
    """

    name: str
    type: ColumnType
    meaning: str
    table: str | None = None


def _as_columns(columns: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(columns)


def _as_rows(rows: Iterable[Sequence[Value]]) -> tuple[tuple[Value, ...], ...]:
    return tuple(map(tuple, rows))


@attrs.frozen(repr=False)
class Table:
    """Rows under columns, each of one type; immutable. Iterating gives each row as a dict.

    Attributes:
        name: what the rows are, such as "memberships", or "memberships_citations" for a list of their own.
        columns: the columns in order, with type and meaning.
        rows: the rows in order, each with its values in the order of the columns.

    >>> import nordic_partnerships as nordic
    >>> table = nordic.load("2026.11.0").memberships(network="Una Europa").table()
    >>> len(table), table.columns[0].name, table["member_name"][0], table["start"][0]
    (2, 'id', 'University of Edinburgh', None)
    >>> next(iter(table))["network_name"]
    'Una Europa'
    """

    name: str
    columns: tuple[Column, ...] = attrs.field(converter=_as_columns)
    rows: tuple[tuple[Value, ...], ...] = attrs.field(converter=_as_rows)

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise InvalidValueError(
                    f"a row of {self.name} has {len(row)} values, and there are {len(self.columns)} columns"
                )

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))

    def __getitem__(self, name: str) -> tuple[Value, ...]:
        """Return the values of a column; raise InvalidValueError if there is none of this name."""
        names = [column.name for column in self.columns]
        if not isinstance(name, str):
            raise InvalidTypeError(f"expected the name of a column, got {shown(name)}; list(table) has the rows")
        if name not in names:
            known = ", ".join(map(repr, names))
            raise InvalidValueError(f"{self.name} has no column {shown(name)}; choose one of: {known}")
        place = names.index(name)
        return tuple([row[place] for row in self.rows])

    def __repr__(self) -> str:
        with BUILDING:
            from .showing import in_lines

        return in_lines(self)

    def _repr_html_(self) -> str:
        with BUILDING:
            from .showing import in_html

        return in_html(self)

    # ---------------------------------------------------------------- frames

    def to_arrow(self) -> Any:
        """Return it as a ``pyarrow.Table``: days as date32, categories as dictionaries, None as null.

        pyarrow makes all frames, and not narwhals, because it is less code: it takes columns of Python's values with a
        type for each, turns them into pandas, and hands them to everything else by Arrow's own protocol. narwhals has
        no columns of its own: it would need one of the others to be installed, and pyarrow for the protocol.

        Raises:
            MissingLibraryError: pyarrow is not installed.

        >>> import nordic_partnerships as nordic
        >>> str(nordic.networks(kind="EU body").table().to_arrow().schema.field("founded_first").type)
        'date32[day]'
        """
        with BUILDING:
            from .frames import to_arrow

        return to_arrow(self)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Hand it to what takes Arrow data: ``polars.DataFrame(table)``, ``pyarrow.table(table)``, DuckDB.

        Altair takes frames of a few kinds only, and no Arrow data as such: ``altair.Chart(table.to_arrow())``.
        """
        stream: object = self.to_arrow().__arrow_c_stream__(requested_schema)
        return stream

    def to_pandas(self) -> pd.DataFrame:
        """Return it as a DataFrame: days as datetime64, categories as such, integers and truths of nullable types.

        Raises:
            MissingLibraryError: pandas or pyarrow is not installed.

        >>> import nordic_partnerships as nordic
        >>> frame = nordic.memberships().table().to_pandas()
        >>> str(frame["start_first"].dtype), str(frame["network_kind"].dtype)
        ('datetime64[ms]', 'category')
        """
        with BUILDING:
            from .frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> pl.DataFrame:
        """Return it as a DataFrame: days as Date, categories as Categorical, None as null.

        Raises:
            MissingLibraryError: polars or pyarrow is not installed.

        >>> import nordic_partnerships as nordic
        >>> nordic.organizations(country="NO").table().to_polars()["country"].to_list()[0]
        'NO'
        """
        with BUILDING:
            from .frames import to_polars

        return to_polars(self)

    # ---------------------------------------------------------------- files

    def write(self, path: str | PathLike[str], /, *, overwrite: bool = False) -> None:
        """Write it to a file, which appears when it is complete: ``.csv`` (RFC 4180, in UTF-8) or ``.json``.

        In CSV an empty cell is None, and a text that a spreadsheet would take for a formula begins with an apostrophe.
        JSON is a list of objects, with null for None and days as text.

        Args:
            path: the file; its ending says the format.
            overwrite: put it in the place of a file of this name.

        Raises:
            InvalidValueError: the name ends in nothing that is known, or is taken.
            DataError: the file cannot be written.
        """
        with BUILDING:
            from .._writing import parse_place
            from .files import write_table

        write_table(self, parse_place(path), overwrite=require_truth(overwrite, "overwrite"))
