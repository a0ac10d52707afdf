"""How many members, networks or partners there surely and possibly were, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from math import isinf
from typing import Any, Final

from . import _answers as answers
from ._dates import EVER, Ever, PartialDate, Span
from ._model import Network, Size
from ._sizes import meaning_of
from ._tables.table import Column, Table, Value
from .kinds import Counted, SizeMeasure, Status

__all__ = ["counts_by_year"]

_COUNTS: Final = (
    Column("year", "integer", "the year"),
    Column("surely", "integer", "how many are in force at some time in the year, however imprecise dates are read"),
    Column("presumed", "integer", "how many more have begun, and nobody says whether they have ended"),
    Column("possibly", "integer", "how many may be in force in the year: all that are on record and not surely out"),
)
_STATED: Final = (
    Column("stated", "integer", "the size that the network states, by the figure that speaks of the year"),
    Column("stated_qualifier", "category", "how the source hedges it"),
    Column("stated_what", "text", "what is counted, as the source calls it"),
    Column("stated_as_of", "text", "the date of the figure, as written"),
    Column("stated_least", "integer", "the least that it can mean"),
    Column("stated_most", "integer", "the most that it can mean; None if its hedge sets no limit"),
)

Ask = Callable[[PartialDate | Span | Ever], answers.Answer[Any]]
StatedAt = Callable[[PartialDate], answers.SizedNetwork | None]


def counts_by_year(counted: Counted, ask: Ask, last_year: int, stated: tuple[Network, StatedAt] | None = None) -> Table:
    """Return a row for each year from the first of which something is known.

    Args:
        counted: what is counted.
        ask: answers who or what there was at a time.
        last_year: the year with which the table ends.
        stated: the network whose members are counted, and what gives the figure of it that speaks of a time.
    """
    sizes = () if stated is None else stated[0].sizes
    years = range(_first_year(ask(EVER), sizes) or last_year + 1, last_year + 1)
    columns = _COUNTS if stated is None else (*_COUNTS, *_STATED)

    def rows() -> Iterator[tuple[Value, ...]]:
        for year in map(PartialDate, years):
            answer = ask(year)
            statuses = Counter(answer.statuses)
            surely, presumed = statuses[Status.IN_FORCE], statuses[Status.PRESUMED]
            counts = (year.year, surely, presumed, surely + presumed + len(answer.undecided))
            yield counts if stated is None else (*counts, *_stated(stated[1](year)))

    return Table(f"{counted}_by_year", columns, rows())


def _first_year(answer: answers.Answer[Any], sizes: Iterable[Size]) -> int | None:
    """Return the first year by which something had surely begun, or of which a figure speaks."""
    speaking = [size for size in sizes if size.measure is SizeMeasure.MEMBERS and size.superseded is None]
    years = [size.as_of.year for size in speaking if size.as_of is not None]
    for _, _, grounds in answer.standings():
        for ground in grounds:
            for relation in ground:
                begun = answer.bounds(relation).last_start
                if date.min.toordinal() <= begun <= date.max.toordinal():
                    years.append(date.fromordinal(begun).year)
    return min(years, default=None)


def _stated(sized: answers.SizedNetwork | None) -> tuple[Value, ...]:
    if sized is None:
        return (None,) * len(_STATED)
    size, meaning = sized.size, meaning_of(sized.size)
    dated = None if size.as_of is None else str(size.as_of)
    most = None if isinf(meaning.most) else int(meaning.most)
    return size.count, size.qualifier.value, size.what, dated, int(meaning.least), most
