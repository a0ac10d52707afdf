"""Dates are as precise as their source; periods answer with three values; both are checked against every reading."""

import itertools
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nordic_partnerships import EVER, Bound, InvalidDateError, InvalidTypeError, PartialDate, Period
from nordic_partnerships._dates import parse_as_of
from nordic_partnerships.kinds import Status
from nordic_partnerships.testing import partial_dates, periods

YES, NO, UNKNOWN = Status.IN_FORCE, Status.NOT_IN_FORCE, Status.UNKNOWN

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
        (datetime(2018, 5, 1, 23, 59, tzinfo=UTC), PartialDate(2018, 5, 1)),
        ("2018", PartialDate(2018)),
        ("2018-05", PartialDate(2018, 5)),
        ("2018-05-01", PartialDate(2018, 5, 1)),
        (PartialDate(2018), PartialDate(2018)),
        (EVER, EVER),
    ],
)
def test_as_of_takes_a_date_a_text_or_ever(value, meant):
    assert parse_as_of(value) == meant


@pytest.mark.parametrize(
    "value", [2018, None, b"2018", 2018.0, ("2018",), Period(PartialDate(2018), PartialDate(2018))]
)
def test_as_of_takes_no_other_type(value):
    with pytest.raises(InvalidTypeError) as caught:
        parse_as_of(value)
    kind = type(value).__name__
    assert str(caught.value) == f"as_of takes a date, a text such as '2018' or EVER, not {kind}"


@pytest.mark.parametrize("text", [*BAD_DATES, "ever", "EVER", "2014/..", "2014/2018"])
def test_as_of_takes_no_text_but_a_date(text):
    with pytest.raises(InvalidDateError):
        parse_as_of(text)


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


# -------------------------------------------------------------------- status


@pytest.mark.parametrize(
    ("period", "at", "status"),
    [
        ("2014/..", "2013", NO),
        ("2014/..", "2013-12-31", NO),
        ("2014/..", "2014", YES),
        ("2014/..", "2014-05", UNKNOWN),
        ("2014/..", "2014-12-31", YES),
        ("2014/..", "2015-01-01", YES),
        ("2014/..", "9999", YES),
        ("2014-05-07/..", "2014-05-06", NO),
        ("2014-05-07/..", "2014-05-07", YES),
        ("2014-05-07/..", "2014-05", YES),
        ("2017/2020", "2016-12", NO),
        ("2017/2020", "2017", YES),
        ("2017/2020", "2018-05-01", YES),
        ("2017/2020", "2020", YES),
        ("2017/2020", "2020-01-01", YES),
        ("2017/2020", "2020-01-02", UNKNOWN),
        ("2017/2020", "2021-01-01", NO),
        ("2017/2020", "2021", NO),
        ("2018", "2018", YES),
        ("2018", "2018-05", UNKNOWN),
        ("2018", "2017", NO),
        ("2018", "2019", NO),
        ("2023-05-03", "2023-05-02", NO),
        ("2023-05-03", "2023-05-03", YES),
        ("2023-05-03", "2023", YES),
        ("2023-05-03", "2023-05-04", NO),
        ("../2010", "0001", YES),
        ("../2010", "2010", YES),
        ("../2010", "2010-06", UNKNOWN),
        ("../2010", "2011", NO),
        ("../..", "2018", YES),
        ("/2010", "2011", NO),
        ("/2010", "2010", UNKNOWN),
        ("/2010", "2009", UNKNOWN),
        ("/..", "2018", UNKNOWN),
        ("/", "2018", UNKNOWN),
        ("2014/", "2013", NO),
        ("2014/", "2014", YES),
    ],
)
def test_status_says_yes_no_or_unknown(period, at, status):
    assert Period.parse(period).status(PartialDate.parse(at)) is status


@pytest.mark.parametrize(
    ("period", "attested", "at", "status"),
    [
        ("/..", "2018", "2017", UNKNOWN),
        ("/..", "2018", "2018", YES),
        ("/..", "2018", "2018-06", UNKNOWN),
        ("/..", "2018-06-15", "2018-06-14", UNKNOWN),
        ("/..", "2018-06-15", "2018-06", YES),
        ("/..", "2018-06-15", "2025", YES),
        ("/2010", "2005", "2004", UNKNOWN),
        ("/2010", "2005", "2007", YES),
        ("/2010", "2005", "2010-07", UNKNOWN),
        ("/2010", "2005", "2011", NO),
        ("/2010", "2012", "2011", NO),
        ("2014/..", "2005", "2013", NO),
        ("2014/..", "2018", "2015", YES),
        ("../..", "2018", "2015", YES),
    ],
)
def test_what_a_source_attests_stands_for_an_unknown_start_only(period, attested, at, status):
    assert Period.parse(period).status(PartialDate.parse(at), attested=PartialDate.parse(attested)) is status


@pytest.mark.parametrize(
    ("period", "ended_by", "at", "status"),
    [
        ("2014/..", "2018-05-01", "2018-04-30", YES),
        ("2014/..", "2018-05-01", "2018-05-01", NO),
        ("2014/..", "2018-05-01", "2018-05", NO),
        ("2014/..", "2018-05-01", "2018", YES),
        ("2014/..", "2018-01-01", "2018", NO),
        ("2014/..", "2018", "2017", YES),
        ("2014/..", "2018", "2017-12-31", YES),
        ("2014/..", "2018", "2018", UNKNOWN),
        ("2014/..", "2018", "2018-12-31", NO),
        ("2014/..", "2018", "2019", NO),
        ("2014/2020", "2018", "2019", NO),
        ("2014/2016", "2018", "2017", NO),
        ("/..", "2018", "2019", NO),
        ("/..", "2018", "2016", UNKNOWN),
        ("../..", "0001-01-01", "0001-01-02", NO),
    ],
)
def test_what_is_known_to_be_over_is_not_in_force(period, ended_by, at, status):
    assert Period.parse(period).status(PartialDate.parse(at), ended_by=PartialDate.parse(ended_by)) is status


def test_an_attested_stretch_ends_when_it_is_known_to_be_over():
    known = {"attested": PartialDate(2015), "ended_by": PartialDate(2018)}
    answers = [Period.parse("/..").status(PartialDate(year), **known) for year in (2014, 2015, 2017, 2018, 2019)]
    assert answers == [UNKNOWN, YES, YES, UNKNOWN, NO]


_TEXTS = ("2019", "2019-12", "2019-12-31", "2020", "2020-01", "2020-01-01", "2020-01-31", "2020-02", "2020-02-29")
_DATES = tuple(PartialDate.parse(text) for text in (*_TEXTS, "2020-12", "2020-12-31", "2021", "2021-01-01"))


def _days(moment):
    """Return every day that a date can mean, told by the way it is written."""
    days = (date(2018, 12, 31) + timedelta(days=number) for number in range(3 * 366 + 2))
    return [day for day in days if day.isoformat().startswith(str(moment))]


_DAYS = {moment: _days(moment) for moment in _DATES} | {Bound.OPEN: None}


@cache
def _by_every_reading():
    """Return each period of the dates above, each date asked about, the answer, and that of every reading."""
    cases = []
    for start, end in itertools.product(_DAYS, _DAYS):
        starts = _DAYS[start] or [date.min]
        ends = _DAYS[end] or [date.max]
        readings = [(first, last) for first in starts for last in ends if first <= last]
        for at in _DATES if readings else ():
            low, high = _DAYS[at][0], _DAYS[at][-1]
            some = any(first <= high and last >= low for first, last in readings)
            every = all(first <= high and last >= low for first, last in readings)
            true = YES if every else UNKNOWN if some else NO
            cases.append((f"{start}/{end} at {at}", Period(start, end).status(at), true))
    return cases


def test_status_never_says_more_than_every_reading_of_the_dates_does():
    wrong = [(case, said, true) for case, said, true in _by_every_reading() if said not in (UNKNOWN, true)]
    assert wrong == []


def test_status_is_unknown_only_where_two_readings_differ():
    wrong = [(case, said, true) for case, said, true in _by_every_reading() if said is UNKNOWN is not true]
    assert wrong == []


def test_two_dates_make_a_period_if_and_only_if_some_reading_of_them_does():
    for start, end in itertools.product(_DATES, _DATES):
        readable = any(first <= last for first in _DAYS[start] for last in _DAYS[end])
        try:
            Period(start, end)
        except InvalidDateError:
            assert not readable, (start, end)
        else:
            assert readable, (start, end)


known = st.fixed_dictionaries({"attested": st.none() | partial_dates(), "ended_by": st.none() | partial_dates()})


@given(periods(), st.dates(date(1989, 1, 1), date(2031, 12, 31)), known)
def test_what_is_in_force_on_a_day_is_in_force_in_its_month_and_year(period, day, known):
    on_day, in_month, in_year = (
        period.status(PartialDate(*(day.year, day.month, day.day)[:parts]), **known) for parts in (3, 2, 1)
    )
    assert on_day is not YES or in_month is YES
    assert in_month is not YES or in_year is YES
    assert in_year is not NO or in_month is NO
    assert in_month is not NO or on_day is NO


@given(periods(), partial_dates(), known)
def test_what_is_over_stays_over(period, at, known):
    if isinstance(period.start, PartialDate) and period.start.first > at.last:
        return
    if period.status(at, **known) is NO:
        assert period.status(PartialDate(at.year + 1), **known) is NO


@given(periods(), partial_dates(), partial_dates())
def test_attesting_never_turns_a_yes_or_a_no(period, at, attested):
    before, after = period.status(at), period.status(at, attested=attested)
    assert before in (UNKNOWN, after)
    assert NO not in {before, after} or before is after


@given(periods(), partial_dates())
def test_a_period_with_an_unknown_end_is_never_over_by_itself(period, at):
    if period.end is Bound.UNKNOWN and not (isinstance(period.start, PartialDate) and period.start.first > at.last):
        assert period.status(at) is not NO


def test_what_is_no_date_at_all_is_an_invalid_type():
    for make in (
        lambda: PartialDate("2018"),
        lambda: PartialDate.parse(2018),
        lambda: Period("2014/.."),
        lambda: Period.parse(None),
        lambda: Period().status(2018),
    ):
        with pytest.raises(InvalidTypeError):
            make()


def test_a_date_shows_how_to_make_it_again():
    for made in (PartialDate(2018, 5), Period.parse("2014/.."), Period(PartialDate(2018), Bound.UNKNOWN)):
        assert eval(repr(made)) == made  # noqa: S307


def test_two_limits_both_hold():
    period = Period.parse("2010/..")
    limits = {"ended_by": PartialDate(2018), "before": PartialDate(2018, 5, 1)}
    assert period.status("2017", **limits) is Status.IN_FORCE
    assert period.status("2018-03", **limits) is Status.UNKNOWN
    assert period.status("2018-06", **limits) is Status.NOT_IN_FORCE
