"""Dates are as precise as their source; periods answer with three values; both are checked against every reading."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given

from nordic_partnerships import EVER, Bound, InvalidDateError, InvalidTypeError, PartialDate, Period
from nordic_partnerships._dates import Span, parse_as_of, parse_since
from nordic_partnerships.testing import partial_dates, periods

BAD_DATES = [
    "",
    " ",
    "18",
    "2018-1",
    "2018-13",
    "2018-02-30",
    "2019-02-29",
    "2018-1-01",
    "2018-",
    "2018-01-",
    "20180101",
    "2018-01-01T00:00",
    " 2018",
    "2018 ",
    "2018\n",
    "-2018",
    "02018",
    "0000",
    "٢٠١٨",
    "²018",
    "..",
    "today",
]
ZERO_PARTS = ["2018-00", "2018-00-00", "2018-00-05", "2018-01-00"]

# -------------------------------------------------------------------- dates


@given(partial_dates())
def test_a_date_reads_back_as_it_is_written(moment):
    assert PartialDate.parse(str(moment)) == moment


@pytest.mark.parametrize("text", ["2018", "2018-05", "2018-05-01", "0001", "9999-12-31", "2020-02-29"])
def test_a_date_is_written_as_it_was_read(text):
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", [*BAD_DATES, *ZERO_PARTS])
def test_what_is_not_a_date_is_refused(text):
    with pytest.raises(InvalidDateError):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("18", "not a date: '18'; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2018-02-30", "no such date: '2018-02-30'"),
        ("0000", "no such date: '0000'"),
    ],
)
def test_the_error_says_what_is_wrong_with_a_date(text, message):
    with pytest.raises(InvalidDateError) as caught:
        PartialDate.parse(text)
    assert str(caught.value) == message


def test_a_day_needs_a_month():
    with pytest.raises(InvalidDateError, match=r"^a day needs a month: year 2018, day 5$"):
        PartialDate(2018, day=5)


@pytest.mark.parametrize("parts", [(0,), (-1,), (10_000,), (2018, 13), (2018, -1), (2018, 1, 32), (2018, 1, -1)])
def test_a_date_cannot_be_made_of_numbers_that_no_calendar_has(parts):
    with pytest.raises(InvalidDateError, match="no such date"):
        PartialDate(*parts)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-04", date(2018, 4, 1), date(2018, 4, 30)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2018-05-09", date(2018, 5, 9), date(2018, 5, 9)),
        ("9999", date(9999, 1, 1), date.max),
        ("9999-12", date(9999, 12, 1), date.max),
        ("0001", date.min, date(1, 12, 31)),
    ],
)
def test_a_date_means_the_days_from_its_first_to_its_last(text, first, last):
    assert (PartialDate.parse(text).first, PartialDate.parse(text).last) == (first, last)


@given(partial_dates())
def test_every_day_that_a_date_can_mean_is_written_with_the_date_in_front(moment):
    day, written = moment.first, set()
    while day <= moment.last:
        written.add(day.isoformat().startswith(str(moment)))
        day += timedelta(days=1)
    assert written == {True}
    assert not day.isoformat().startswith(str(moment))
    assert not (moment.first - timedelta(days=1)).isoformat().startswith(str(moment))


def test_a_year_is_not_its_first_day():
    assert PartialDate.parse("2014") != PartialDate.parse("2014-01-01")
    assert PartialDate.parse("2014") != PartialDate.parse("2014-01")


def test_dates_show_what_they_are():
    assert repr(PartialDate(2018, 5)) == "PartialDate.parse('2018-05')"
    assert repr(Period.parse("2014/..")) == "Period.parse('2014/..')"
    assert repr(EVER) == "EVER"


# -------------------------------------------------------------------- as of


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (date(2018, 5, 1), PartialDate(2018, 5, 1)),
        (datetime(2018, 5, 1), PartialDate(2018, 5, 1)),  # noqa: DTZ001
        ("2018", PartialDate(2018)),
        ("2018-05", PartialDate(2018, 5)),
        ("2018-05-01", PartialDate(2018, 5, 1)),
        (2018, PartialDate(2018)),
        (PartialDate(2018), PartialDate(2018)),
        ("2018/2020", Span(PartialDate(2018), PartialDate(2020))),
        ("2018/2018", Span(PartialDate(2018), PartialDate(2018))),
        ("2018-05/2020-01-31", Span(PartialDate(2018, 5), PartialDate(2020, 1, 31))),
        (EVER, EVER),
        ("ever", EVER),
        (" Ever ", EVER),
    ],
)
def test_as_of_takes_a_date_a_year_a_span_or_ever(value, meant):
    assert parse_as_of(value) == meant


@pytest.mark.parametrize(
    "value", [None, b"2018", 2018.0, True, False, ("2018",), Period(PartialDate(2018), PartialDate(2018)), {"2018"}]
)
def test_as_of_takes_no_other_type(value):
    with pytest.raises(InvalidTypeError) as caught:
        parse_as_of(value)
    kind = type(value).__name__
    assert str(caught.value) == f"expected a date, a year, a text such as '2018' or EVER as as_of, got {kind}"


@pytest.mark.parametrize("text", [*BAD_DATES, "2014/2018/2020", "2018/x"])
def test_as_of_takes_no_text_but_a_date_a_span_or_ever(text):
    with pytest.raises(InvalidDateError):
        parse_as_of(text)


@pytest.mark.parametrize(
    ("value", "instead"),
    [
        ("2014/..", "write '2018/2020'"),
        ("2014/", "write '2018/2020'"),
        ("/2014", "write '2018/2020'"),
        ("/", "write '2018/2020'"),
        ("2020/2018", "the span '2020/2018' ends before it starts"),
        ("today", "leave as_of out for the release's own date, or write a day"),
        ("NOW", "leave as_of out for the release's own date, or write a day"),
        ("18", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        (0, "no such date: '0000'"),
        (-5, "no such date"),
        (10_000, "no such date: '10000'"),
        (datetime(2018, 5, 1, 23, 59), "write value.date() in place of datetime.datetime(2018, 5, 1, 23, 59)"),  # noqa: DTZ001
        (datetime(2018, 5, 1, tzinfo=UTC), "write value.date() in place of"),
    ],
)
def test_what_as_of_refuses_it_refuses_with_what_to_write(value, instead):
    with pytest.raises(InvalidDateError) as caught:
        parse_as_of(value)
    assert instead in str(caught.value)


def test_a_span_runs_from_the_first_day_of_one_date_to_the_last_of_the_other():
    span = parse_as_of("2018-02/2020")
    assert (span.first, span.last, str(span)) == (date(2018, 2, 1), date(2020, 12, 31), "2018-02/2020")


# -------------------------------------------------------------------- periods


@given(periods())
def test_a_period_reads_back_as_it_is_written(period):
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2014/..", PartialDate(2014), Bound.OPEN),
        ("2014/", PartialDate(2014), Bound.UNKNOWN),
        ("/2010", Bound.UNKNOWN, PartialDate(2010)),
        ("../2010", Bound.OPEN, PartialDate(2010)),
        ("2017/2020", PartialDate(2017), PartialDate(2020)),
        ("2017-05/2017-05-03", PartialDate(2017, 5), PartialDate(2017, 5, 3)),
        ("/", Bound.UNKNOWN, Bound.UNKNOWN),
        ("../..", Bound.OPEN, Bound.OPEN),
        ("2023-05-03", PartialDate(2023, 5, 3), PartialDate(2023, 5, 3)),
        ("2023", PartialDate(2023), PartialDate(2023)),
    ],
)
def test_a_period_is_an_interval_or_a_date(text, start, end):
    assert Period.parse(text) == Period(start, end)
    assert str(Period(start, end)) == text


def test_a_period_of_which_nothing_is_said_has_unknown_ends():
    assert Period() == Period.parse("/")


@pytest.mark.parametrize("text", ["", "..", "2014/2015/2016", "2014//", "2014/...", "/ ", "2014 / 2015", "2014-13/.."])
def test_what_is_not_a_period_is_refused(text):
    with pytest.raises(InvalidDateError):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2018/2017", "2018-02/2018-01", "2018-02/2018-01-31", "2018-05-02/2018-05-01"])
def test_a_period_does_not_end_before_it_starts(text):
    with pytest.raises(InvalidDateError) as caught:
        Period.parse(text)
    assert str(caught.value) == f"the period {text!r} ends before it starts"


@pytest.mark.parametrize("text", ["2018-05/2018", "2018/2018-05", "2018-05-03/2018-05", "2018-12-31/2018"])
def test_a_period_may_start_within_the_date_it_ends_in(text):
    assert str(Period.parse(text)) == text


# -------------------------------------------------------------------- types


def test_what_is_no_date_at_all_is_an_invalid_type():
    for make in (
        lambda: PartialDate("2018"),
        lambda: PartialDate.parse(2018),
        lambda: Period("2014/.."),
        lambda: Period.parse(None),
        lambda: PartialDate(True),
    ):
        with pytest.raises(InvalidTypeError):
            make()


def test_a_date_shows_how_to_make_it_again():
    for made in (PartialDate(2018, 5), Period.parse("2014/.."), Period(PartialDate(2018), Bound.UNKNOWN)):
        assert eval(repr(made)) == made  # noqa: S307


# -------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: PartialDate.parse(2018), "expected a date as text, got int"),
        (lambda: PartialDate("2018", 5), "expected whole numbers (int) as year, month and day, got str, int; "),
        (lambda: PartialDate(2018, 1.5), "expected whole numbers (int) as year, month and day, got int, float; "),
        (lambda: PartialDate(True), "expected whole numbers (int) as year, month and day, got bool; "),
        (lambda: Period.parse(2018), "expected a period as text, got int"),
        (lambda: Period("2018"), "expected dates or bounds as start and end; Period.parse takes a text"),
        (lambda: parse_as_of([2018]), "expected a date, a year, a text such as '2018' or EVER as as_of, got list"),
        (lambda: parse_since([], "newer_than"), "expected a date, a year, a text such as '2018' or EVER as newer_than"),
        (lambda: parse_since(EVER, "newer_than"), "newer_than takes a date; leave it out to ask for everything"),
        (lambda: parse_since("today", "newer_than"), "'today' is not a date; write a day"),
        (lambda: parse_as_of("today"), "'today' is not a date; leave as_of out for the release's own date, or write"),
        (
            lambda: parse_as_of("2014/.."),
            "a question is about a time with two ends, which '2014/..' has not; write '2018",
        ),
        (lambda: parse_as_of("2014/2018/2020"), "not a date: '2018/2020'; write YYYY, YYYY-MM or YYYY-MM-DD"),
        (lambda: parse_as_of("2020/2018"), "the span '2020/2018' ends before it starts"),
        (lambda: Period.parse("2014/2018/2020"), "not a date: '2018/2020'; write YYYY, YYYY-MM or YYYY-MM-DD"),
        (lambda: Period.parse("2020/2018"), "the period '2020/2018' ends before it starts"),
        (lambda: PartialDate(2018, day=5), "a day needs a month: year 2018, day 5"),
        (lambda: PartialDate(10**5000), "no such date: a number of thousands of digits"),
        (lambda: parse_as_of(datetime(2018, 5, 1, 1)), "as_of takes a day, not a time of it; write value.date() in "),  # noqa: DTZ001
    ],
)
def test_what_is_refused_is_refused_in_these_words(ask, message):
    with pytest.raises((InvalidDateError, InvalidTypeError)) as caught:
        ask()
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("text", ["2018-05-01/2018-05-01", "2018/2018", "2018-05/2018"])
def test_a_span_may_be_as_short_as_its_dates(text):
    assert str(parse_as_of(text)) == text
    assert Period.parse(text).start == parse_as_of(text).start


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2017-12-31", "2018"),
        ("2018", "2018-01"),
        ("2018-01", "2018-01-01"),
        ("2018-01-01", "2018-01-02"),
        ("9998", "9999"),
    ],
)
def test_dates_are_sorted_by_their_first_day_and_coarser_ones_first(earlier, later):
    assert PartialDate.parse(earlier).sort_key < PartialDate.parse(later).sort_key


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("../2010", "0001/2010"),
        ("../2010", "../2011"),
        ("2014/2020", "2015/2016"),
        ("2014/9999-12-31", "2014/.."),
        ("2014/..", "2014/"),
        ("9999-12-31/", "/2010"),
        ("/2010", "/2011"),
        ("/..", "/"),
    ],
)
def test_periods_are_sorted_by_start_and_end_and_what_is_unknown_comes_last(earlier, later):
    assert Period.parse(earlier).sort_key < Period.parse(later).sort_key
