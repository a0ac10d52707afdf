"""Dates as precise as their source, periods whose ends may be unknown or open, and the times that questions ask about.

A date is a year, a month or a day, and is never more precise than its source. A period is one EDTF (ISO 8601-2)
interval, in which an end that is *open* (``..``: it goes on) differs from one that is *unknown* (nothing written).
"""

from datetime import date, datetime, time, timedelta
from enum import Enum, StrEnum
from functools import lru_cache
from types import NoneType
from typing import Final, NamedTuple, Self, TypeAlias

import attrs

from ._arguments import whole_number
from ._text import shown
from ._values import Value
from .errors import InvalidDateError, InvalidTypeError

__all__ = ["EVER", "AsOf", "Bound", "Ever", "PartialDate", "Period", "Span", "parse_as_of", "parse_since"]

_DIGITS: Final = ([4], [4, 2], [4, 2, 2])
"""How many digits the parts of a date have."""
_PART: Final = (int, NoneType)
"""What a part of a date may be. This tuple and ``_ENDS`` are made once: a union is made anew each time it is asked."""
_DAY: Final = timedelta(days=1)
_AFTER_EVERY_DATE: Final = (date.max.toordinal() + 1, 0)
_LAST_OF_ALL: Final = (date.max.toordinal() + 2, 0)


class Ever(Enum):
    """The type of :data:`EVER`."""

    EVER = "ever"

    def __repr__(self) -> str:
        return "EVER"


EVER: Final = Ever.EVER
"""As an ``as_of``: all recorded history, whether or not it is in force at any one date."""


class Bound(StrEnum):
    """An end of a period that is not a date."""

    OPEN = ".."
    """There is no end: it goes on (or, at the start, has always been)."""
    UNKNOWN = ""
    """There is one, but the source does not say when."""


@attrs.frozen(eq=False, repr=False)
class PartialDate(Value):
    """A year, a month or a day of the Gregorian calendar, as precise as its source.

    Equality is of date and precision: ``2014`` is not ``2014-01-01``.

    >>> since = PartialDate.parse("2022-03")
    >>> since.first, since.last
    (datetime.date(2022, 3, 1), datetime.date(2022, 3, 31))
    >>> str(since)
    '2022-03'
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        parts = (self.year, self.month, self.day)
        if isinstance(self.year, bool) or not all(isinstance(part, _PART) for part in parts):
            kinds = ", ".join(type(part).__name__ for part in parts if part is not None)
            message = (
                f"expected whole numbers (int) as year, month and day, got {kinds}; PartialDate.parse takes a text"
            )
            raise InvalidTypeError(message)
        if self.month is None and self.day is not None:
            raise InvalidDateError(f"a day needs a month: year {self.year}, day {self.day}")
        try:
            date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except (ValueError, OverflowError):
            raise InvalidDateError(f"no such date: {self._shown}") from None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; anything else raises :class:`InvalidDateError`."""
        if not isinstance(text, str):
            raise InvalidTypeError(f"expected a date as text, got {type(text).__name__}")
        parts = text.split("-")
        if [len(part) for part in parts] not in _DIGITS or not (text.isascii() and all(map(str.isdigit, parts))):
            raise InvalidDateError(f"not a date: {shown(text)}; write YYYY, YYYY-MM or YYYY-MM-DD")
        return cls(*map(int, parts))

    @property
    def _shown(self) -> str:
        try:
            return repr(str(self))
        except ValueError:
            # Python refuses to write a whole number of more than 4,300 digits.
            return "a number of thousands of digits"

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        if self.day is not None:
            return self.first
        if self.month in (None, 12):
            return date(self.year, 12, 31)
        return date(self.year, (self.month or 0) + 1, 1) - _DAY

    @property
    def sort_key(self) -> tuple[int, int]:
        """What dates are sorted by, since they have no ``<``: the first day, and a coarser date before a finer one.

        >>> dates = map(PartialDate.parse, ["2018-01", "2017-12-31", "2018"])
        >>> [str(day) for day in sorted(dates, key=lambda day: day.sort_key)]
        ['2017-12-31', '2018', '2018-01']
        """
        return self.first.toordinal(), -self.last.toordinal()

    def __str__(self) -> str:
        return "-".join(
            [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)],
        )

    def __repr__(self) -> str:
        return f"PartialDate.parse({str(self)!r})"


class Span(NamedTuple):
    """The time from one date to another: from the first day of one to the last day of the other.

    >>> str(Span(PartialDate(2018), PartialDate(2020, 6)))
    '2018/2020-06'
    """

    start: PartialDate
    end: PartialDate

    @property
    def first(self) -> date:
        """Its first day."""
        return self.start.first

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end.last

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


AsOf: TypeAlias = PartialDate | Span | date | int | str | Ever
"""What an ``as_of`` may be.

A day, a month or a year (``date(2018, 5, 1)``, ``"2018-05-01"``, ``"2018-05"``, ``"2018"``, ``2018``), the time from
one to another (``"2018/2020"``), or everything on record (``EVER``, ``"ever"``).
"""


def parse_as_of(value: AsOf, argument: str = "as_of") -> PartialDate | Span | Ever:
    """Return the time that an argument asks about; raise InvalidDateError or InvalidTypeError with what to write."""
    if isinstance(value, PartialDate | Span | Ever):
        return value
    if isinstance(value, str):
        return _parse_as_of_text(value, argument)
    if isinstance(value, datetime):
        return _parse_midnight(value, argument)
    if isinstance(value, date):
        return _parse_day(value)
    year = whole_number(value)
    if year is not None:
        return PartialDate(year)
    kind = type(value).__name__
    hint = "; write value.astype('datetime64[D]').item()" if kind == "datetime64" else ""
    raise InvalidTypeError(f"expected a date, a year, a text such as '2018' or EVER as {argument}, got {kind}{hint}")


def parse_since(value: AsOf, argument: str) -> PartialDate | Span:
    """Return the date that an argument names, since which something is to be; errors as of an ``as_of``."""
    since = parse_as_of(value, argument)
    if isinstance(since, Ever):
        raise InvalidDateError(f"{argument} takes a date; leave it out to ask for everything")
    return since


@lru_cache(maxsize=256)
def _parse_as_of_text(text: str, argument: str) -> PartialDate | Span | Ever:
    if text.strip().casefold() == Ever.EVER.value:
        return Ever.EVER
    if text.strip().casefold() in ("today", "now"):
        instead = "leave as_of out for the release's own date, or " if argument == "as_of" else ""
        raise InvalidDateError(f"{text!r} is not a date; {instead}write a day")
    start, slash, end = text.partition("/")
    if not slash:
        return PartialDate.parse(text)
    if {start, end} & {"", ".."}:
        message = f"a question is about a time with two ends, which {shown(text)} has not; write '2018/2020'"
        raise InvalidDateError(message)
    span = Span(PartialDate.parse(start), PartialDate.parse(end))
    if span.first > span.last:
        raise InvalidDateError(f"the span {str(span)!r} ends before it starts")
    return span


@lru_cache(maxsize=256)
def _parse_day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _parse_midnight(value: datetime, argument: str) -> PartialDate:
    """Return the day of a datetime that stands for a day, as data frames make them."""
    # The missing date of pandas is a datetime to Python, but has no year.
    if not isinstance(value.year, int):
        raise InvalidDateError(f"{argument} is a missing date ({value}); leave {argument} out, or write a day")
    if value.tzinfo is not None or value.time() != time.min:
        raise InvalidDateError(
            f"{argument} takes a day, not a time of it; write value.date() in place of {shown(value)}"
        )
    return _parse_day(value.date())


_ENDS: Final = (PartialDate, Bound)
"""What an end of a period may be."""


@attrs.frozen(eq=False, repr=False)
class Period(Value):
    """A stretch of time, from ``start`` to ``end``; each is a date, open or unknown.

    >>> Period.parse("2014/..").start, Period.parse("2014/..").end is Bound.OPEN
    (PartialDate.parse('2014'), True)
    >>> Period.parse("2014/").end is Bound.UNKNOWN
    True
    """

    start: PartialDate | Bound = Bound.UNKNOWN
    end: PartialDate | Bound = Bound.UNKNOWN

    def __attrs_post_init__(self) -> None:
        if not (isinstance(self.start, _ENDS) and isinstance(self.end, _ENDS)):
            raise InvalidTypeError("expected dates or bounds as start and end; Period.parse takes a text")
        if (
            isinstance(self.start, PartialDate)
            and isinstance(self.end, PartialDate)
            and self.start.first > self.end.last
        ):
            raise InvalidDateError(f"the period {str(self)!r} ends before it starts")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an interval (``2014/..``, ``2014/``, ``/2010``, ``2017/2020``) or a date, which is its own end."""
        if not isinstance(text, str):
            raise InvalidTypeError(f"expected a period as text, got {type(text).__name__}")
        start, slash, end = text.partition("/")
        if not slash:
            moment = PartialDate.parse(text)
            return cls(moment, moment)
        return cls(_parse_bound(start), _parse_bound(end))

    @property
    def sort_key(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """What periods are sorted by: the start, then the end.

        What has always been comes first, an open end after every date, and what is unknown last.

        >>> periods = map(Period.parse, ["/2010", "2014/", "2014/..", "2014/2020", "../2010"])
        >>> [str(period) for period in sorted(periods, key=lambda period: period.sort_key)]
        ['../2010', '2014/2020', '2014/..', '2014/', '/2010']
        """
        always = (0, 0)
        return _bound_key(self.start, always), _bound_key(self.end, _AFTER_EVERY_DATE)

    def __str__(self) -> str:
        if isinstance(self.start, PartialDate) and self.start == self.end:
            return str(self.start)
        return f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"


def _bound_key(bound: PartialDate | Bound, if_open: tuple[int, int]) -> tuple[int, int]:
    if isinstance(bound, PartialDate):
        return bound.sort_key
    return if_open if bound is Bound.OPEN else _LAST_OF_ALL


def _parse_bound(text: str) -> PartialDate | Bound:
    return Bound(text) if text in ("", "..") else PartialDate.parse(text)
