"""Tables in files: written whole, never over something else, and read back by those who read tables."""

import csv
import errno
import json
import os
from datetime import date
from pathlib import Path

import duckdb
import frictionless
import pandas
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import (
    Column,
    DataError,
    Dataset,
    InvalidTypeError,
    InvalidValueError,
    Membership,
    Release,
    Table,
    Theme,
)
from nordic_partnerships._cli import main
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships.kinds import Status
from nordic_partnerships.testing import datasets

OLD = nordic.load("2026.11.1")
FORMATS = ("csv", "json")

AWKWARD = ['say "x", then', "two\nlines\r\nthree", "<script>", "=1+1", " @SUM(A1)", "-12.5", "NO", "NA", "東京, 大学"]
COLUMNS = (
    Column("id", "text", "its id"),
    Column("name", "text", "its name"),
    Column("kind", "category", "its kind"),
    Column("count", "integer", "how many"),
    Column("share", "number", "how much"),
    Column("day", "date", "when"),
    Column("is_it", "boolean", "whether"),
)
DAY = date(2014, 5, 1)
THINGS = Table(
    "things",
    COLUMNS,
    [
        *((f"t{number}", name, "k", number, -0.00001, DAY, True) for number, name in enumerate(AWKWARD)),
        ("last", None, None, None, None, None, False),
    ],
)


def defused(name):
    """Return a name as it stands in CSV."""
    return f"'{name}" if name in ("=1+1", " @SUM(A1)") else name


# -------------------------------------------------------------------- one table


def test_csv_is_read_back_by_the_csv_module(tmp_path):
    THINGS.write(tmp_path / "things.csv")
    with (tmp_path / "things.csv").open(newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    assert header == [column.name for column in COLUMNS]
    assert [row[1] for row in rows] == [*map(defused, AWKWARD), ""]
    assert rows[0][2:] == ["k", "0", "-1e-05", "2014-05-01", "true"]
    assert rows[-1] == ["last", "", "", "", "", "", "false"]


def test_json_is_read_back_as_written(tmp_path):
    THINGS.write(str(tmp_path / "things.JSON"))
    rows = json.loads((tmp_path / "things.JSON").read_text(encoding="utf-8"))
    assert [row["name"] for row in rows] == [*AWKWARD, None]
    assert rows[0] == {
        "id": "t0", "name": AWKWARD[0], "kind": "k", "count": 0, "share": -0.00001, "day": "2014-05-01", "is_it": True
    }  # fmt: skip


def test_pandas_polars_and_duckdb_read_csv_back(tmp_path):
    path = tmp_path / "memberships.csv"
    table = OLD.memberships(as_of="2024").table()
    table.write(path)
    by_pandas = pandas.read_csv(path, keep_default_na=False, na_values={"start": [""]}, parse_dates=["start_first"])
    by_polars = polars.read_csv(path, try_parse_dates=True, infer_schema_length=None)
    assert list(by_pandas["member_country"]) == [country or "" for country in table["member_country"]]
    assert by_polars["id"].to_list() == list(table["id"])
    assert by_polars["start_first"].to_list() == list(table["start_first"])
    assert by_polars["end_last"].to_list() == list(table["end_last"])
    memberships = duckdb.read_csv(str(path))
    by_duckdb = duckdb.sql("select id, member_country, start_last from memberships").fetchall()
    assert memberships.columns == [column.name for column in table.columns]
    assert by_duckdb == list(zip(table["id"], table["member_country"], table["start_last"], strict=True))


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_there_is_replaced_only_if_that_is_asked_for(tmp_path, form):
    path = tmp_path / f"things.{form}"
    path.write_text("theirs")
    with pytest.raises(InvalidValueError, match="exists, and is not overwritten; give another name"):
        THINGS.write(path)
    assert path.read_text() == "theirs"
    THINGS.write(path, overwrite=True)
    assert path.read_text() != "theirs"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["things", "things.xlsx", "things.csv.gz", "csv", ".csv"])
def test_a_format_that_is_unknown_is_refused(tmp_path, name):
    with pytest.raises(InvalidValueError, match=r"ends in \.csv or \.json, which '.*' does not"):
        THINGS.write(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_path_or_no_switch_is_refused(tmp_path):
    for path in (1, None, b"things.csv"):
        with pytest.raises(InvalidTypeError, match="expected a path"):
            THINGS.write(path)
    with pytest.raises(InvalidTypeError, match="expected True or False as overwrite"):
        THINGS.write(tmp_path / "things.csv", overwrite="yes")


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path, overwrite, monkeypatch):
    with pytest.raises(DataError, match=r"things\.csv: cannot be written: No such file or directory"):
        THINGS.write(tmp_path / "nowhere" / "things.csv", overwrite=overwrite)
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises((DataError, InvalidValueError), match=r"folder\.csv"):
        THINGS.write(tmp_path / "folder.csv", overwrite=overwrite)

    def read_only(*_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "open", read_only)
    with pytest.raises(DataError, match=r"things\.csv: cannot be written: Read-only file system"):
        THINGS.write(tmp_path / "things.csv", overwrite=overwrite)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.csv"]


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "things.csv"
    path.write_text("theirs")

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match="No space left on device"):
        THINGS.write(path, overwrite=True)
    assert path.read_text() == "theirs"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


# -------------------------------------------------------------------- all tables


@pytest.mark.parametrize(("version", "form"), [("2026.11.0", "json"), ("2026.11.1", "csv")])
def test_frictionless_finds_nothing_wrong_with_a_release(tmp_path, version, form):
    data = nordic.load(version)
    data.write(tmp_path / "tables", format=form)
    report = frictionless.validate(str(tmp_path / "tables" / "datapackage.json"))
    assert report.flatten(["name", "fieldName", "note"]) == []
    package = frictionless.Package(str(tmp_path / "tables" / "datapackage.json"))
    for resource in package.resources:
        collection = COLLECTIONS.get(resource.name)
        if collection is not None:
            assert [row["id"] for row in resource.read_rows()] == [record.id for record in data.records(collection)]


def test_the_descriptor_says_which_data_it_is(tmp_path):
    OLD.write(str(tmp_path / "tables"))
    descriptor = json.loads((tmp_path / "tables" / "datapackage.json").read_text())
    assert descriptor["version"] == OLD.release.version
    assert descriptor["release"] == OLD.release.to_dict()
    assert descriptor["release"]["sha256"] == OLD.release.digest
    assert [licence["name"] for licence in descriptor["licenses"]] == ["CC-BY-4.0"]
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {
        "datapackage.json",
        *(resource["path"] for resource in descriptor["resources"]),
    }
    (memberships,) = [resource for resource in descriptor["resources"] if resource["name"] == "memberships"]
    keys = {key["fields"][0]: key["reference"]["resource"] for key in memberships["schema"]["foreignKeys"]}
    assert keys == {"network": "networks"}
    described = {field["name"]: field["description"] for field in memberships["schema"]["fields"]}
    assert described["basis"] == "stated by a source, or inferred by a curator"


def test_of_what_others_added_no_licence_is_stated(tmp_path):
    own = OLD.extended_with([Theme(id="own-theme", name="Our own theme")])
    own.write(tmp_path / "own")
    descriptor = json.loads((tmp_path / "own" / "datapackage.json").read_text())
    assert "licenses" not in descriptor
    assert "created" not in descriptor
    assert descriptor["release"] == {"version": "2026.11.1+own", "referenceDate": "2026-11-22", "sha256": None}


def test_duckdb_joins_the_tables(tmp_path):
    OLD.write(tmp_path / "tables")
    memberships = duckdb.read_csv(str(tmp_path / "tables" / "memberships.csv"))
    organizations = duckdb.read_csv(str(tmp_path / "tables" / "organizations.csv"))
    joined = memberships.set_alias("m").join(organizations.set_alias("o"), "o.id = m.member")
    ((count,),) = joined.filter("o.country = 'NO' and m.status = 'in force'").aggregate("count(*)").fetchall()
    norwegian = {organization.id for organization in OLD.organizations(country="NO")}
    at = OLD.release.reference_date
    answer = OLD.memberships(as_of=at, certain=True)
    assert count == sum(membership.member in norwegian for membership in answer)


@settings(max_examples=max(3, settings.default.max_examples // 8))
@given(datasets(), st.sampled_from(FORMATS))
def test_any_dataset_is_written_and_read_back(tmp_path_factory, data, form):
    folder = tmp_path_factory.mktemp("made") / "tables"
    data.write(folder, format=form)
    assert frictionless.validate(str(folder / "datapackage.json")).flatten(["name", "fieldName", "note"]) == []
    frames = {path.stem: path for path in folder.iterdir()}
    for name, cls in COLLECTIONS.items():
        records = data.records(cls)
        if records or form == "csv":
            read = pandas.read_csv if form == "csv" else pandas.read_json
            assert list(read(frames[name], dtype=str)["id"]) == [record.id for record in records]
        else:
            assert name not in frames
    if data.records(Membership):
        read = pandas.read_csv if form == "csv" else pandas.read_json
        statuses = list(read(frames["memberships"])["status"])
        assert statuses == [data.status_of(membership) for membership in data.records(Membership)]
        assert set(statuses) <= {str(status) for status in Status}


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path):
    (tmp_path / "notes.txt").write_text("theirs")
    with pytest.raises(InvalidValueError, match="exists, and nothing in it is overwritten; give another name"):
        OLD.write(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    with pytest.raises(InvalidValueError, match="there is no format 'parquet'; choose one of: 'csv', 'json'"):
        OLD.write(tmp_path / "x", format="parquet")
    with pytest.raises(InvalidTypeError, match="expected a path"):
        OLD.write(3)
    with pytest.raises(DataError, match="cannot be written: No such file or directory"):
        OLD.write(tmp_path / "nowhere" / "tables")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_read_only_place_of_a_folder_is_named(tmp_path, monkeypatch):
    def read_only(*_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "mkdir", read_only)
    with pytest.raises(DataError, match="tables: cannot be written: Read-only file system"):
        OLD.write(tmp_path / "tables")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_filled(tmp_path):
    data = Dataset.of(Release(version="1", reference_date=nordic.PartialDate(2020)), [])
    data.write(tmp_path)
    assert (tmp_path / "memberships.csv").read_text().startswith("id,network,network_name")
    assert len((tmp_path / "memberships.csv").read_text().splitlines()) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_writes_what_the_method_writes(tmp_path, capsys, form):
    out = tmp_path / "by-command"
    assert main(["export", str(out), "--format", form, "--release", "2026.11.0"]) == 0
    nordic.load("2026.11.0").write(tmp_path / "by-method", format=form)
    by_command = {path.name: path.read_bytes() for path in out.iterdir()}
    assert by_command == {path.name: path.read_bytes() for path in (tmp_path / "by-method").iterdir()}
    assert capsys.readouterr().out == f"wrote {out}: {len(by_command) - 1} tables and datapackage.json\n"
    assert main(["export", str(out)]) == 2
    assert "nothing in it is overwritten" in capsys.readouterr().err
