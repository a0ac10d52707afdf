"""Errors say exactly what is wrong, have the standard bases that are promised, and travel between processes."""

import copy
import pickle

import pytest

from nordic_partnerships import (
    AmbiguousNameError,
    DataError,
    InvalidDateError,
    InvalidTypeError,
    InvalidValueError,
    MissingLibraryError,
    NordicPartnershipsError,
    Problem,
    ReleaseMismatchError,
    RetiredIdError,
    RetiredIdWarning,
    UnknownNameError,
    UnknownReleaseError,
    errors,
)

ONE = Problem("networks.json", "leru", "kind", "missing")
FILE_ONLY = Problem("t.json", "", "", "nested too deeply")
NO_PLACE = Problem("", "", "", "nothing there")

# One of each shape: the error, its message, its bases besides the family's, and its attributes.
CASES = [
    (NordicPartnershipsError("oh"), "oh", (), {}),
    (InvalidValueError("blank"), "blank", (ValueError,), {}),
    (InvalidDateError("no such date: '2018-13'"), "no such date: '2018-13'", (InvalidValueError, ValueError), {}),
    (InvalidTypeError("not int"), "not int", (TypeError,), {}),
    (
        MissingLibraryError("polars", "frames"),
        "polars is not installed; run: pip install 'nordic-partnerships[frames]'",
        (ImportError,),
        {"library": "polars", "extra": "frames"},
    ),
    (
        UnknownNameError("Helsinky"),
        "no record is called 'Helsinky'",
        (LookupError,),
        {"key": "Helsinky", "wanted": "record", "suggestions": (), "elsewhere": None},
    ),
    (
        UnknownNameError("x", "network", ("LERU",)),
        "no network is called 'x'; did you mean 'LERU'?",
        (LookupError,),
        {"key": "x", "wanted": "network", "suggestions": ("LERU",), "elsewhere": None},
    ),
    (
        UnknownNameError("x", suggestions=("A", "B's")),
        "no record is called 'x'; did you mean 'A' or \"B's\"?",
        (LookupError,),
        {"key": "x", "wanted": "record", "suggestions": ("A", "B's"), "elsewhere": None},
    ),
    (
        AmbiguousNameError("Norden", ("a", "b")),
        "'Norden' is the name of several records: a, b; ask again with one of these ids",
        (LookupError,),
        {"key": "Norden", "candidates": ("a", "b"), "rivals": ()},
    ),
    (
        AmbiguousNameError("CAU", ("a",), ("B", "C", "D", "E")),
        "'CAU' may be a, or others in the world (B, C, D, ...); ask again with the id",
        (LookupError,),
        {"key": "CAU", "candidates": ("a",), "rivals": ("B", "C", "D", "E")},
    ),
    (
        AmbiguousNameError("US", ("a",)),
        "'US' may be a, but is no more than an acronym or a place; ask again with the id",
        (LookupError,),
        {"key": "US", "candidates": ("a",), "rivals": ()},
    ),
    (
        UnknownReleaseError("1999.1.0", ("2026.10.0", "2026.11.0")),
        "no data release '1999.1.0' is bundled; there are: 2026.10.0, 2026.11.0",
        (LookupError,),
        {"version": "1999.1.0", "available": ("2026.10.0", "2026.11.0")},
    ),
    (
        DataError([ONE]),
        "1 problem in the data:\n  networks.json leru kind: missing",
        (ValueError,),
        {"problems": (ONE,)},
    ),
    (
        DataError(iter([ONE, FILE_ONLY, NO_PLACE])),
        "3 problems in the data:\n  networks.json leru kind: missing\n  t.json: nested too deeply\n  nothing there",
        (ValueError,),
        {"problems": (ONE, FILE_ONLY, NO_PLACE)},
    ),
    (
        ReleaseMismatchError("2026.11.0", "aa", "bb"),
        "2026.11.0 is not what was pinned: expected SHA-256 aa, found bb",
        (ValueError,),
        {"release": "2026.11.0", "expected": "aa", "found": "bb"},
    ),
    (
        RetiredIdError("old", "merged", ("a", "b")),
        "'old' was retired (merged); use one of a, b",
        (LookupError,),
        {"key": "old", "reason": "merged", "successors": ("a", "b")},
    ),
    (DataError([]), "0 problems in the data:", (ValueError,), {"problems": ()}),
]
STANDARD = (ValueError, TypeError, LookupError, ImportError)


def copies(error):
    yield copy.copy(error)
    yield copy.deepcopy(error)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(error, protocol))  # noqa: S301


@pytest.mark.parametrize(("error", "message"), [case[:2] for case in CASES])
def test_the_message_says_what_is_wrong(error, message):
    assert str(error) == message


@pytest.mark.parametrize(("error", "attributes"), [(case[0], case[3]) for case in CASES])
def test_an_error_holds_what_a_program_needs(error, attributes):
    assert vars(error) == attributes


@pytest.mark.parametrize("error", [case[0] for case in CASES])
def test_copies_of_an_error_equal_it(error):
    for other in copies(error):
        assert type(other) is type(error)
        assert str(other) == str(error)
        assert vars(other) == vars(error)
        assert other.args == error.args


@pytest.mark.parametrize(("error", "bases"), [(case[0], case[2]) for case in CASES])
def test_an_error_belongs_to_the_family_and_to_no_standard_one_but_its_own(error, bases):
    assert isinstance(error, (NordicPartnershipsError, *bases))
    assert all(isinstance(error, base) for base in bases)
    assert [base for base in STANDARD if isinstance(error, base)] == [base for base in bases if base in STANDARD]


def test_every_error_of_the_module_is_tested_here():
    listed = {getattr(errors, name) for name in errors.__all__} - {Problem, RetiredIdWarning}
    assert listed == {type(case[0]) for case in CASES}


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (ONE, "networks.json leru kind: missing"),
        (
            Problem("networks.json", "leru", "", "two records have this id"),
            "networks.json leru: two records have this id",
        ),
        (Problem("", "leru", "name", "blank"), "leru name: blank"),
        (Problem("", "", "name", "blank"), "name: blank"),
        (FILE_ONLY, "t.json: nested too deeply"),
        (NO_PLACE, "nothing there"),
    ],
)
def test_a_problem_is_written_with_its_place_as_far_as_known(problem, text):
    assert str(problem) == text
