"""The public face, name by name: whatever is added or lost shows here first."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args, get_type_hints

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import Dataset, _answers, _model, kinds

FACE = [
    "EVER",
    "Agreement",
    "Alternative",
    "AmbiguousNameError",
    "Answer",
    "AsOf",
    "Attested",
    "Bound",
    "Change",
    "Citation",
    "Column",
    "Comparison",
    "DataError",
    "Dataset",
    "Dispute",
    "Event",
    "Ever",
    "Evidence",
    "Explanation",
    "FieldChange",
    "Indicator",
    "Initiative",
    "InvalidDateError",
    "InvalidTypeError",
    "InvalidValueError",
    "Location",
    "Match",
    "Membership",
    "MissingLibraryError",
    "Moment",
    "Name",
    "Network",
    "NordicPartnershipsError",
    "OfficeHolder",
    "Organization",
    "PartialDate",
    "Partnership",
    "Period",
    "Picture",
    "Problem",
    "Record",
    "Reference",
    "Release",
    "ReleaseMismatchError",
    "Resolution",
    "RetiredIdError",
    "RetiredIdWarning",
    "Revision",
    "Size",
    "SizedNetwork",
    "Source",
    "Statement",
    "Table",
    "Theme",
    "Tombstone",
    "UnknownNameError",
    "UnknownReleaseError",
    "__version__",
    "agreements_of",
    "compare",
    "counts_by_year",
    "disputes_of",
    "draw_history",
    "draw_map",
    "draw_matrix",
    "draw_timeline",
    "events_of",
    "explain",
    "find",
    "get",
    "indicators_of",
    "initiatives_of",
    "load",
    "members_of",
    "memberships",
    "network",
    "networks",
    "networks_by_size",
    "networks_of",
    "open_dataset",
    "organization",
    "organizations",
    "partners_of",
    "partnerships",
    "partnerships_of",
    "records",
    "releases",
    "resolve_many",
    "size_of",
    "statements_of",
    "status_of",
    "themes_of",
    "timeline_of",
    "to_networkx",
]

# What a Dataset offers beyond the questions that are also functions of the package.
DATASET_ONLY = {"check", "cite", "extended_with", "of", "release", "supported_by", "write"}

RECORD_PARTS = [cls for name in FACE if inspect.isclass(cls := getattr(nordic, name)) and attrs.has(cls)]
RECORD_PARTS = [cls for cls in RECORD_PARTS if cls not in (nordic.PartialDate, nordic.Period)]


def test_the_face_is_this_list():
    assert dir(nordic) == sorted(FACE)
    assert nordic.__all__ == FACE


def test_a_star_import_brings_the_face():
    names = {}
    exec("from nordic_partnerships import *", names)  # noqa: S102
    assert set(FACE) <= set(names)


def test_the_functions_are_the_methods_of_the_default_dataset():
    default = nordic.load()
    methods = {name for name in dir(Dataset) if not name.startswith("_")} - DATASET_ONLY
    assert methods <= set(FACE)
    for name in methods:
        assert getattr(nordic, name).__self__ is default


def test_the_first_parameter_of_a_question_has_no_name_to_call_it_by():
    for name, method in inspect.getmembers(Dataset, inspect.isfunction):
        if name.startswith("_") or name in ("check", "cite", "of"):
            continue
        _, *parameters = inspect.signature(method).parameters.values()
        positional = [p.name for p in parameters if p.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD]
        assert positional in ([], ["cls"], ["measure"], ["counted"]), name


def test_help_on_a_record_class_begins_with_its_fields_and_their_meaning():
    for cls in RECORD_PARTS:
        text = inspect.getdoc(cls)
        meanings = text.split("Attributes:")[1].split("\n\n")[0]
        own = [field.name for field in attrs.fields(cls) if not field.inherited and not field.name.startswith("_")]
        assert re.findall(r"^    (\w+): \S", meanings, re.MULTILINE) == own, cls


def test_words_for_type_checkers_are_those_of_the_closed_list():
    for name in kinds.__all__:
        words = getattr(kinds, name)
        if name.endswith("Word"):
            listed = getattr(kinds, name.removesuffix("Word"))
            assert get_args(words) == tuple(member.value for member in listed)


def test_type_hints_lead_to_classes_at_run_time_too():
    methods = [method for name, method in inspect.getmembers(Dataset, inspect.isfunction) if name != "__init__"]
    functions = [found for name in FACE if inspect.isroutine(found := getattr(nordic, name))]
    for function in (*methods, *functions):
        assert "return" in get_type_hints(function), function
    assert get_type_hints(nordic.partners_of)["return"] == nordic.Answer[nordic.Organization]
    for cls in RECORD_PARTS:
        assert get_type_hints(cls).keys() >= {field.name for field in attrs.fields(cls)}, cls


def test_everything_public_has_a_docstring():
    for name in FACE:
        found = getattr(nordic, name)
        if inspect.isclass(found) or inspect.isroutine(found):
            assert inspect.getdoc(found), name
    for name, found in inspect.getmembers(Dataset):
        assert name.startswith("_") or inspect.getdoc(found), name


@pytest.mark.parametrize("package", [nordic, kinds, _model, _answers])
def test_names_come_from_where_type_checkers_find_them(package):
    tree = ast.parse(Path(package.__file__).read_text())
    (seen,) = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    homes = {node.module: {alias.name for alias in node.names} for node in seen.body}
    assert {home: set(names) for home, names in package._HOMES.items() if names} == homes
    for names in homes.values():
        assert all(getattr(package, name) is not None for name in names)


@pytest.mark.parametrize("package", [nordic, kinds, _model, _answers])
def test_a_name_that_is_not_there_is_none(package):
    for name in ("Univercity", "_questions_", "__wrapped__"):
        with pytest.raises(AttributeError, match=f"module '{package.__name__}' has no attribute '{name}'"):
            getattr(package, name)


def test_public_modules_are_found_without_their_own_import():
    code = "import nordic_partnerships as nordic; nordic.kinds.Status, nordic.errors.DataError"
    subprocess.run([sys.executable, "-c", code], check=True)
