"""Tables as frames: real days, categories, nullable integers, and "NO" is Norway."""

import subprocess
import sys
from datetime import date

import duckdb
import pandas
import polars
import pyarrow
import pytest
from hypothesis import given

import nordic_partnerships as nordic
from nordic_partnerships import Column, MissingLibraryError, Table
from nordic_partnerships.testing import datasets

OLD = nordic.load("2026.11.1")
COLUMNS = (
    Column("name", "text", "its name"),
    Column("country", "category", "where it is"),
    Column("count", "integer", "how many"),
    Column("share", "number", "how much"),
    Column("day", "date", "when"),
    Column("is_it", "boolean", "whether"),
)
FULL, NONE = ("Oslo", "NO", 3, 0.5, date(1582, 1, 1), True), (None,) * 6
THINGS = Table("things", COLUMNS, [FULL, NONE])
EMPTY = Table("things", COLUMNS, [])


@pytest.mark.parametrize("table", [THINGS, EMPTY], ids=["two rows", "no rows"])
def test_arrow_has_a_type_for_each_column(table):
    arrow = table.to_arrow()
    types = ["string", "dictionary<values=string, indices=int32, ordered=0>", "int64", "double", "date32[day]", "bool"]
    assert list(map(str, arrow.schema.types)) == types
    assert arrow.to_pylist() == list(table)
    assert arrow.schema.field("country").metadata == {b"meaning": b"where it is"}
    assert arrow.schema.metadata[b"name"] == b"things"


@pytest.mark.parametrize("table", [THINGS, EMPTY], ids=["two rows", "no rows"])
def test_pandas_has_days_categories_and_nullable_integers(table):
    frame = table.to_pandas()
    kinds = ["string", "category", "Int64", "float64", "datetime64[ms]", "boolean"]
    assert list(map(str, frame.dtypes)) == kinds
    assert len(frame) == len(table)
    if table is THINGS:
        assert list(frame["country"].dropna()) == ["NO"]
        assert frame["day"][0] == pandas.Timestamp("1582-01-01")
        assert frame.isna().sum().tolist() == [1] * 6
        assert frame.sort_values("day", ascending=False)["name"][0] == "Oslo"


@pytest.mark.parametrize("table", [THINGS, EMPTY], ids=["two rows", "no rows"])
def test_polars_has_them_too_and_takes_the_table_as_it_is(table):
    frame = table.to_polars()
    assert frame.dtypes == [
        polars.String, polars.Categorical, polars.Int64, polars.Float64, polars.Date, polars.Boolean
    ]  # fmt: skip
    assert frame.to_dicts() == list(table)
    assert polars.DataFrame(table).equals(frame)


def test_whatever_takes_arrow_data_takes_a_table():
    memberships = OLD.memberships(as_of="2024").table()
    assert pyarrow.table(memberships).equals(memberships.to_arrow())
    query = "select member_country, count(*) from memberships where start_first >= date '2019-01-01' group by 1"
    by_country = dict(duckdb.sql(query).fetchall())
    norwegian = [row for row in memberships if row["member_country"] == "NO" and row["start_first"]]
    assert by_country["NO"] == sum(row["start_first"] >= date(2019, 1, 1) for row in norwegian)


@given(datasets())
def test_frames_hold_what_the_table_holds(data):
    for table in (data.memberships().table(), data.organizations().table(), data.networks().table("sizes")):
        assert table.to_arrow().to_pylist() == list(table)
        assert table.to_polars().to_dicts() == list(table)
        assert len(table.to_pandas()) == len(table)


@pytest.mark.parametrize(
    ("library", "method"), [("pyarrow", "to_arrow"), ("pandas", "to_pandas"), ("polars", "to_polars")]
)
def test_what_is_missing_says_what_to_install(monkeypatch, library, method):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibraryError) as raised:
        getattr(THINGS, method)()
    assert str(raised.value) == f"{library} is not installed; run: pip install 'nordic-partnerships[frames]'"


def test_no_table_is_loaded_by_the_first_answers_and_no_library_by_a_table():
    code = """
import sys
import nordic_partnerships as nordic
answer = nordic.partners_of("Aalto University", as_of="2018")
ours = [name for name in sys.modules if name.startswith("nordic_partnerships._tables.")]
assert not ours, ours
table = answer.table()
repr(table), list(table), table._repr_html_()
loaded = {name.partition(".")[0] for name in sys.modules}
assert not loaded & {"pandas", "polars", "pyarrow", "networkx", "altair", "narwhals", "numpy"}
"""
    subprocess.run([sys.executable, "-c", code], check=True)
