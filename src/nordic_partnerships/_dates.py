"""Dates as precise as their source, and periods whose ends may be unknown or open.

A date is a year, a month or a day, and never pretends to more. A period is one EDTF (ISO 8601-2) interval, in
which an end that is *open* (``..``: it goes on) differs from one that is *unknown* (nothing written). Whether a
period is in force at a date has three answers, because "since 2014" does not say which day of 2014.
"""

import re
from datetime import date, timedelta
from enum import Enum, StrEnum
from typing import Final, Self

import attrs

from .errors import InvalidDateError, InvalidTypeError
from .kinds import Status

__all__ = ["EVER", "AsOf", "Bound", "Ever", "PartialDate", "Period", "parse_as_of", "parse_date"]

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY: Final = timedelta(days=1)


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


@attrs.frozen(repr=False)
class PartialDate:
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
        if not all(isinstance(part, int | None) for part in (self.year, self.month, self.day)):
            raise InvalidTypeError("PartialDate takes whole numbers; PartialDate.parse takes a text")
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
            raise InvalidTypeError(f"a date is read from a text, not from {type(text).__name__}")
        match = _DATE.fullmatch(text)
        if match is None:
            raise InvalidDateError(f"not a date: {text!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
        return cls(*(int(part) for part in match.groups() if part is not None))

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

    def __str__(self) -> str:
        return "-".join(
            [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)],
        )

    def __repr__(self) -> str:
        return f"PartialDate.parse({str(self)!r})"


AsOf = PartialDate | date | str | Ever
"""What an ``as_of`` may be: a day, a month, a year (``date``, ``"2018-05-01"``, ``"2018-05"``, ``"2018"``), or EVER."""


def parse_as_of(value: AsOf) -> PartialDate | Ever:
    """Return the date that an ``as_of`` means, or EVER; raise InvalidDateError or InvalidTypeError otherwise."""
    return value if isinstance(value, Ever) else parse_date(value)


def parse_date(value: PartialDate | date | str) -> PartialDate:
    """Return a date given as such, as a day or as text; raise InvalidDateError or InvalidTypeError otherwise."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate(value.year, value.month, value.day)
    if isinstance(value, str):
        return PartialDate.parse(value)
    raise InvalidTypeError(f"as_of takes a date, a text such as '2018' or EVER, not {type(value).__name__}")


@attrs.frozen(repr=False)
class Period:
    """A stretch of time, from ``start`` to ``end``; each is a date, open or unknown.

    >>> Period.parse("2014/..").status(PartialDate.parse("2018"))
    <Status.IN_FORCE: 'in force'>
    >>> Period.parse("2014/..").status(PartialDate.parse("2014-05-01"))
    <Status.UNKNOWN: 'unknown'>
    """

    start: PartialDate | Bound = Bound.UNKNOWN
    end: PartialDate | Bound = Bound.UNKNOWN

    def __attrs_post_init__(self) -> None:
        if not all(isinstance(bound, PartialDate | Bound) for bound in (self.start, self.end)):
            raise InvalidTypeError("Period takes dates and bounds; Period.parse takes a text")
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
            raise InvalidTypeError(f"a period is read from a text, not from {type(text).__name__}")
        start, slash, end = text.partition("/")
        if not slash:
            moment = PartialDate.parse(text)
            return cls(moment, moment)
        return cls(_parse_bound(start), _parse_bound(end))

    def status(
        self,
        at: PartialDate | date | str,
        *,
        attested: PartialDate | None = None,
        ended_by: PartialDate | None = None,
        before: PartialDate | None = None,
    ) -> Status:
        """Say whether the period holds at some time in ``at``.

        The answer is *in force* only if every reading of the dates says so, *not in force* only if none does.

        Args:
            at: the day, month or year asked about.
            attested: the first date on which a source attests it; it speaks where the start is unknown, and before
                it the answer is unknown.
            ended_by: a date by which it is known to be over, whatever the end: its last day lies before that date.
            before: the start of what replaced it: its last day lies before that too.

        """
        at = parse_date(at)
        ends = [(self.end.first, self.end.last)] if isinstance(self.end, PartialDate) else []
        limits = [limit for limit in (ended_by, before) if limit is not None]
        ends += [(_day_before(limit.first), _day_before(limit.last)) for limit in limits]
        if any(last < at.first for _, last in ends):
            return Status.NOT_IN_FORCE
        if isinstance(self.start, PartialDate) and self.start.first > at.last:
            return Status.NOT_IN_FORCE
        begin = attested if self.start is Bound.UNKNOWN else self.start
        if not isinstance(begin, PartialDate):
            begun = begin is Bound.OPEN
        else:
            # It begins no later than it ends, and ends no earlier than it begins.
            begun = min(begin.last, *(last for _, last in ends), date.max) <= at.last
            if begin is self.start:
                ends = [(max(first, begin.first), last) for first, last in ends]
        if begun and all(first >= at.first for first, _ in ends):
            return Status.IN_FORCE
        return Status.UNKNOWN

    def __str__(self) -> str:
        if isinstance(self.start, PartialDate) and self.start == self.end:
            return str(self.start)
        return f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"


def _day_before(day: date) -> date:
    return day - _DAY if day > date.min else day


def _parse_bound(text: str) -> PartialDate | Bound:
    return Bound(text) if text in ("", "..") else PartialDate.parse(text)
