"""Every public function, given whatever a caller may hold, answers or raises an error of the family, in words."""

import inspect
from datetime import UTC, datetime
from pathlib import Path

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import NordicPartnershipsError, Organization, PartialDate, Period

FUNCTIONS = [name for name in nordic.__all__ if inspect.isroutine(getattr(nordic, name))]

# An argument that each function can do something with, for the tests of its other arguments.
SENSIBLE = {
    "agreements_of": "Aalto University",
    "compare": "2026.11.0",
    "draw_history": nordic.load("2026.11.0"),
    "draw_map": nordic.load("2026.11.0").organizations(),
    "get": "LERU",
    "initiatives_of": "Una Europa",
    "load": "2026.11.0",
    "members_of": "LERU",
    "open_dataset": "no-such-folder",
    "records": Organization,
    "to_networkx": nordic.load("2026.11.0"),
    "resolve_many": ["LERU"],
    "status_of": "leru--university-of-helsinki",
}

AWKWARD = [
    None,
    True,
    0,
    -1,
    10**5000,
    -(10**5000),
    1.5,
    float("nan"),
    "",
    " ",
    "?",
    "\0",
    "\ud800",
    "\u202eLERU",
    "../../etc/passwd",
    "x" * 10**6,
    "2010-13-45",
    "2018/",
    b"LERU",
    bytearray(b"LERU"),
    [],
    [None],
    ["LERU", None],
    {},
    {"LERU": 1},
    set(),
    object(),
    object,
    len,
    Organization,
    Organization.name,
    PartialDate(2020),
    Period(),
    datetime(2020, 1, 1, tzinfo=UTC),
    Path("no-such-folder"),
    iter([]),
    ...,
]


def ask(name, *arguments, **options):
    """Call a function; whatever it raises is of the family and can be printed."""
    try:
        getattr(nordic, name)(*arguments, **options)
    except NordicPartnershipsError as error:
        message = str(error)
        assert message.encode(), name
        assert len(message) < 1500, message[:1500]
        return "refused"
    return "answered"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_may_be_anything(name):
    parameters = inspect.signature(getattr(nordic, name)).parameters.values()
    by_place = [each for each in parameters if each.kind is not each.KEYWORD_ONLY and each.default is each.empty]
    for parameter in parameters:
        for value in AWKWARD:
            if parameter in by_place:
                ask(name, *[value if each is parameter else SENSIBLE.get(name, "LERU") for each in by_place])
            elif parameter.kind is parameter.KEYWORD_ONLY:
                ask(name, *[SENSIBLE.get(name, "LERU") for _ in by_place], **{parameter.name: value})
            else:
                ask(name, *[SENSIBLE.get(name, "LERU") for _ in by_place], value)


@pytest.mark.parametrize("name", ["explain", "get", "members_of", "network", "organization", "timeline_of"])
def test_a_key_that_is_no_text_and_no_record_is_refused(name):
    refused = [value for value in AWKWARD if not isinstance(value, str)]
    assert {ask(name, value) for value in refused} == {"refused"}


def test_an_answer_about_any_key_can_be_shown():
    for row in nordic.resolve_many(AWKWARD):
        assert repr(row).startswith("Resolution(key=")
        assert str(row).encode("utf-8", "backslashreplace")
