"""The schemas that a release ships: in step with the classes, and true of the data."""

import json
from importlib.resources import files
from pathlib import Path

import dplib
import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

import nordic_partnerships as nordic
from nordic_partnerships._curation.schemas import json_schema, table_schema
from nordic_partnerships._model import COLLECTIONS, to_plain
from nordic_partnerships._opening.descriptor import DESCRIPTOR, SCHEMA
from nordic_partnerships.testing import records

DATA = Path(str(files("nordic_partnerships.data")))
VERSIONS = [each.version for each in nordic.releases()]
PROFILE = json.loads((Path(dplib.__file__).parent / "profiles/2.0/datapackage.json").read_text())


def validator(collection):
    return Draft202012Validator({"$ref": f"#/$defs/{collection}", "$defs": json_schema()["$defs"]})


def test_the_json_schema_is_one():
    Draft202012Validator.check_schema(json_schema())


def test_the_schema_of_the_classes_takes_all_that_the_schema_of_a_release_took():
    """Classes may gain fields after a release, and no field or value is ever taken from them."""
    now = json_schema()["$defs"]
    for version in VERSIONS:
        shipped = json.loads((DATA / version / SCHEMA).read_bytes())["$defs"]
        for name, definition in shipped.items():
            for field, taken in definition.get("properties", {}).items():
                takes = now[name]["properties"][field]
                if "enum" in taken:
                    assert set(taken["enum"]) <= set(takes["enum"]), field
                else:
                    assert takes == taken, field
            assert set(definition.get("required", [])) >= set(now[name].get("required", [])), name


@pytest.mark.parametrize("version", VERSIONS)
def test_a_release_keeps_the_schema_that_it_ships(version):
    schema = json.loads((DATA / version / SCHEMA).read_text())
    release = {
        name: json.loads((DATA / version / f"{name}.json").read_text())
        for name in COLLECTIONS
        if (DATA / version / f"{name}.json").exists()
    }
    Draft202012Validator(schema).validate(release)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_descriptor_keeps_the_published_profile(version):
    descriptor = json.loads((DATA / version / DESCRIPTOR).read_text())
    Draft7Validator(PROFILE).validate(descriptor)


@pytest.mark.parametrize("version", VERSIONS)
def test_frictionless_finds_a_release_valid(version):
    report = Package(str(DATA / version / DESCRIPTOR)).validate()
    assert report.valid, report.flatten(["path", "type", "message"])


@given(st.sampled_from(sorted(COLLECTIONS)), st.data())
def test_every_record_keeps_the_json_schema(name, data):
    record = data.draw(records(COLLECTIONS[name]))
    validator(name).validate([to_plain(record)])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": None}, "None is not of type 'string'"),
        ({"kind": "club"}, "'club' is not one of"),
        ({"colour": "blue"}, "'colour' was unexpected"),
        ({"id": "North"}, "does not match"),
        ({"established": "about 1900"}, "does not match"),
        ({"names": "North"}, "is not of type 'array'"),
    ],
)
def test_the_json_schema_refuses_what_the_codec_refuses(small, change, message):
    plain = to_plain(small.organization("north")) | change
    (error,) = validator("organizations").iter_errors([plain])
    assert message in error.message


def test_a_wrong_table_is_found_by_frictionless(tmp_path):
    for file in (DATA / VERSIONS[-1]).iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    memberships = json.loads((tmp_path / "memberships.json").read_text())
    memberships[0]["network"] = "nowhere"
    memberships[1]["id"] = memberships[2]["id"]
    (tmp_path / "memberships.json").write_text(json.dumps(memberships))
    found = {error for (error,) in Package(str(tmp_path / DESCRIPTOR)).validate().flatten(["type"])}
    assert {"foreign-key", "primary-key"} <= found


def test_foreign_keys_lead_to_collections_that_are_there():
    everything = set(COLLECTIONS)
    keys = {
        (name, *key["fields"], key["reference"]["resource"])
        for name, kind in COLLECTIONS.items()
        for key in table_schema(kind, everything).get("foreignKeys", [])
    }
    assert keys == {
        ("organizations", "successor", ""),
        ("networks", "roster_source", "sources"),
        ("memberships", "network", "networks"),
        ("agreements", "partnership", "partnerships"),
        ("agreements", "renews", ""),
        ("initiatives", "partnership", "partnerships"),
        ("initiatives", "network", "networks"),
        ("events", "network", "networks"),
        ("events", "partnership", "partnerships"),
        ("events", "initiative", "initiatives"),
    }
    assert "foreignKeys" not in table_schema(COLLECTIONS["memberships"], set())
