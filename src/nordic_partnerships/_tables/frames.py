"""Tables as Arrow data, and as the frames of pandas and polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._optional import require

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from .table import Table

__all__ = ["to_arrow", "to_pandas", "to_polars"]

_EXTRA = "frames"


def to_arrow(table: Table) -> Any:
    """Return a ``pyarrow.Table``."""
    pa = require("pyarrow", _EXTRA)
    types = {
        "text": pa.string(),
        "category": pa.dictionary(pa.int32(), pa.string()),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
        "boolean": pa.bool_(),
    }
    schema = pa.schema(
        [pa.field(column.name, types[column.type], metadata={"meaning": column.meaning}) for column in table.columns],
        metadata={"name": table.name},
    )
    arrays = [pa.array(table[column.name], types[column.type]) for column in table.columns]
    return pa.Table.from_arrays(arrays, schema=schema)


def to_pandas(table: Table) -> pd.DataFrame:
    """Return a DataFrame of pandas."""
    pandas, pa = require("pandas", _EXTRA), require("pyarrow", _EXTRA)
    types = {pa.string(): pandas.StringDtype(), pa.int64(): pandas.Int64Dtype(), pa.bool_(): pandas.BooleanDtype()}
    frame: pd.DataFrame = to_arrow(table).to_pandas(types_mapper=types.get, date_as_object=False)
    return frame


def to_polars(table: Table) -> pl.DataFrame:
    """Return a DataFrame of polars."""
    polars = require("polars", _EXTRA)
    frame: pl.DataFrame = polars.from_arrow(to_arrow(table))
    return frame
