"""The public face, name by name: whatever is added or lost shows here first."""

import inspect

import nordic_partnerships as nordic
from nordic_partnerships import Dataset

FACE = [
    "EVER",
    "Agreement",
    "Alternative",
    "AmbiguousNameError",
    "AsOf",
    "Basis",
    "Bound",
    "Cause",
    "Change",
    "ChangeKind",
    "Citation",
    "Comparison",
    "DataError",
    "Dataset",
    "Event",
    "Ever",
    "Evidence",
    "Explanation",
    "FieldChange",
    "Indicator",
    "IndicatorMeasure",
    "Initiative",
    "InitiativeKind",
    "InvalidDateError",
    "InvalidTypeError",
    "InvalidValueError",
    "Location",
    "Match",
    "Membership",
    "Moment",
    "Name",
    "NameKind",
    "Network",
    "NetworkKind",
    "NordicPartnershipsError",
    "OfficeHolder",
    "Organization",
    "OrganizationKind",
    "PartialDate",
    "Partnership",
    "PartnershipKind",
    "Period",
    "Problem",
    "Qualifier",
    "Record",
    "Reference",
    "Release",
    "ReleaseMismatchError",
    "Resolution",
    "RetiredIdError",
    "RetiredIdWarning",
    "Revision",
    "Role",
    "RosterStatus",
    "Size",
    "SizeMeasure",
    "SizedNetwork",
    "Source",
    "SourceKind",
    "Statement",
    "StatementKind",
    "Status",
    "Store",
    "Theme",
    "Tombstone",
    "Unit",
    "UnknownNameError",
    "UnknownReleaseError",
    "__version__",
    "agreement",
    "agreements",
    "agreements_of",
    "apply",
    "cite",
    "compare",
    "event",
    "events",
    "events_of",
    "explain",
    "find",
    "get",
    "indicators",
    "indicators_of",
    "initiative",
    "initiatives",
    "initiatives_of",
    "load",
    "members_of",
    "memberships",
    "memberships_of",
    "network",
    "networks",
    "networks_by_size",
    "networks_of",
    "organization",
    "organizations",
    "partners_of",
    "partnership",
    "partnerships",
    "partnerships_between",
    "partnerships_of",
    "releases",
    "resolve_many",
    "shared_networks",
    "source",
    "sources",
    "statements",
    "statements_of",
    "status",
    "theme",
    "themes",
    "themes_of",
    "timeline",
]

# What a Dataset offers beyond the questions that are also functions of the package.
DATASET_ONLY = {"cite", "of", "overlay", "records", "release", "resting_on"}


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


def test_everything_public_has_a_docstring():
    for name in FACE:
        found = getattr(nordic, name)
        if inspect.isclass(found) or inspect.isroutine(found):
            assert inspect.getdoc(found), name
    for name, found in inspect.getmembers(Dataset):
        assert name.startswith("_") or inspect.getdoc(found), name
