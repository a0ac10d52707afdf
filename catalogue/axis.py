"""Where a date lies on the line of a picture."""

from datetime import date
from typing import Final

__all__ = ["Axis", "anchored"]

_TICKS: Final = 6
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200)


class Axis:
    """A line from one year to another, as wide as its picture.

    >>> axis = Axis(date(2000, 5, 1), date(2009, 7, 1))
    >>> axis.percent(date(2005, 1, 1)), axis.ticks
    (50.0, (2000, 2002, 2004, 2006, 2008))
    """

    def __init__(self, first: date, last: date) -> None:
        """Let the line begin with the year of one day, and end with the year of another."""
        self.first, self.last = first.year, last.year + 1
        step = next((each for each in _STEPS if (self.last - self.first) / each <= _TICKS), _STEPS[-1])
        self.ticks = tuple(year for year in range(self.first, self.last) if year % step == 0)

    def percent(self, day: date) -> float:
        """Return how far along the line a day lies; days outside it lie at its ends."""
        year = day.year + (day.timetuple().tm_yday - 1) / 366
        return round(min(max(100 * (year - self.first) / (self.last - self.first), 0.0), 100.0), 1)


def anchored(percent: float) -> str:
    """Return which part of a word lies at its place, so that none is cut at the edges."""
    return "start" if percent < 5 else "end" if percent > 95 else "middle"
