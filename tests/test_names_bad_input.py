"""What is no name ends in a clear error or a miss, in bounded time, and a column of names always comes back whole."""

import math
import time
from decimal import Decimal

import pytest

from nordic_partnerships import InvalidTypeError, InvalidValueError, Organization, UnknownNameError, load

DATA = load("2026.11.1")
SECONDS = 1.0
"""A hundred times what the slowest of these takes."""

NO_TEXTS = (
    None,
    math.nan,
    3,
    3.5,
    True,
    Decimal(1),
    b"Aalto University",
    ["Aalto University"],
    ("KTH",),
    {"KTH": 1},
    object(),
)
NO_LETTERS = (
    "",
    " \t\n",
    "...",
    "\N{ZERO WIDTH SPACE}" * 5,
    "\ud800",
    "-" * 10**6 + "x",
    "\N{COMBINING ACUTE ACCENT}" * 10**6,
)
NO_NAMES = (
    "x" * 10**6,
    "University of Oslo, " * 50_000,
    "\N{HEBREW LETTER ALEF}" * 10**6,
    "\N{LATIN CAPITAL LETTER U BAR}" * 10_000,
    "a " * 5_000,
    "University of " * 700,
    "<b>" * 3_000,
    "&amp;" * 2_000,
    "o\N{DIAERESIS} " * 3_000,
    "\N{RIGHT-TO-LEFT OVERRIDE}olsO fo ytisrevinU",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER WAW}\N{ARABIC LETTER SEEN}",
)
HIDDEN = (
    "\N{RIGHT-TO-LEFT MARK}University of Oslo\N{LEFT-TO-RIGHT MARK}",
    "University\N{ZERO WIDTH SPACE} of\N{ZERO WIDTH JOINER} Oslo",
    "\ufeffUniversity\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}Oslo\r\n",
    "\0University of Oslo",
    "\N{FULLWIDTH LATIN CAPITAL LETTER U}niversity of Oslo",
)


def resolve(cell, **options):
    """Return what a column of one cell comes to, and how long it takes with the suggestions of its error."""
    start = time.process_time()
    (row,) = DATA.resolve_many([cell], among=Organization, **options)
    str(row.error)
    return row, time.process_time() - start


@pytest.mark.parametrize("inside_text", [False, True])
@pytest.mark.parametrize("cell", NO_TEXTS, ids=lambda cell: type(cell).__name__)
def test_a_cell_that_is_no_text_says_what_it_is(cell, inside_text):
    row, _ = resolve(cell, inside_text=inside_text)
    assert row.key is cell
    assert row.record is None
    assert isinstance(row.error, InvalidTypeError)
    assert str(row.error) == f"expected a name or an id (str), got {type(cell).__name__}"


@pytest.mark.parametrize("inside_text", [False, True])
@pytest.mark.parametrize("cell", NO_LETTERS, ids=lambda cell: ascii(cell[:10]))
def test_a_cell_without_letters_is_no_name(cell, inside_text):
    row, seconds = resolve(cell, inside_text=inside_text)
    assert type(row.error) is InvalidValueError
    assert len(str(row.error)) < 200
    assert seconds < SECONDS


@pytest.mark.parametrize("inside_text", [False, True])
@pytest.mark.parametrize("cell", NO_NAMES, ids=lambda cell: ascii(cell[:10]))
def test_a_cell_that_nobody_is_called_by_is_a_miss_in_bounded_time(cell, inside_text):
    row, seconds = resolve(cell, inside_text=inside_text)
    assert row.record is None
    assert type(row.error) is UnknownNameError
    assert len(str(row.error)) < 500
    assert seconds < SECONDS


@pytest.mark.parametrize("cell", HIDDEN, ids=ascii)
def test_what_a_reader_does_not_see_does_not_matter(cell):
    row, _ = resolve(cell)
    assert (row.record.id, row.reason) == ("university-of-oslo", "name")
    row, _ = resolve(f"Department of Law, {cell}, Norway", inside_text=True)
    assert row.record.id == "university-of-oslo"


def test_one_bad_cell_spoils_no_other():
    cells = ["KTH", *NO_TEXTS, *NO_LETTERS, *NO_NAMES, "KTH"]
    rows = DATA.resolve_many(iter(cells), among=Organization, inside_text=True)
    assert len(rows) == len(cells)
    assert {row.record and row.record.id for row in rows} == {"kth-royal-institute-of-technology", None}


@pytest.mark.parametrize("column", ["KTH", b"KTH", None, 5, math.nan], ids=repr)
def test_a_column_is_something_to_go_through(column):
    with pytest.raises(InvalidTypeError, match="expected an iterable of keys, got "):
        DATA.resolve_many(column)


@pytest.mark.parametrize("text", [["Oslo"], b"Oslo", None, 5, math.nan], ids=repr)
def test_one_name_is_one_text(text):
    for ask in (DATA.organization, DATA.find, DATA.network, DATA.get):
        with pytest.raises(InvalidTypeError, match=rf"expected a name or an id \(str\), got {type(text).__name__}"):
            ask(text)


@pytest.mark.parametrize(
    ("country", "error", "message"),
    [
        (
            "Utopia",
            InvalidValueError,
            "there is no country 'Utopia'; write an ISO 3166-1 code such as 'FI', or 'Nordic'",
        ),
        ("", InvalidValueError, "there is no country ''; write an ISO 3166-1 code such as 'FI', or 'Nordic'"),
        ("UK", InvalidValueError, "there is no country 'UK'; write 'GB'"),
        ("Finland", InvalidValueError, "there is no country 'Finland'; write 'FI'"),
        ([], InvalidValueError, "country names no country; leave it out to ask for all"),
        (["SE", None], InvalidTypeError, "expected country codes as country, got NoneType among them"),
        (b"SE", InvalidTypeError, "expected a country code as country, got bytes"),
        (5, InvalidTypeError, "expected a country code as country, got int"),
        ("S" * 10**6, InvalidValueError, f"there is no country '{'S' * 80}'... (1,000,000 characters); write an ISO"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_country_that_there_is_not_is_one_clear_error(country, error, message):
    for ask in (DATA.resolve_many, DATA.find):
        with pytest.raises(error) as raised:
            ask(["KTH"] if ask == DATA.resolve_many else "KTH", country=country)
        assert str(raised.value).startswith(message)


@pytest.mark.parametrize("text", [*NO_NAMES], ids=lambda text: ascii(text[:10]))
def test_a_search_ends_in_bounded_time(text):
    start = time.process_time()
    matches = DATA.find(text, among=Organization)
    assert time.process_time() - start < SECONDS
    assert len(matches) <= 10
