"""Figures about a network or an event, and what the records share that have some."""

from typing import Any

import attrs

from .._building import BUILDING
from .._dates import PartialDate
from .._text import shown
from .._values import Value
from ..kinds import Basis, Qualifier, SizeMeasure
from .parts import Citation
from .record import Record, in_words

__all__ = ["Size", "Sized", "sizes_of", "with_date"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Size(Value):
    """One figure about a network or an event.

    Attributes:
        measure: what is counted: members, countries, cities, staff, students, participants or other.
        count: the number.
        what: what is counted, as the source calls it: universities, institutions, ...
        qualifier: how the source hedges the number: exactly, about, more than, at least or less than.
        as_of: the date of the figure, or None if the source gives none.
        stated: the figure as printed, a few words at most.
        basis: stated by a source, or counted from a roster.
        superseded: why questions are not answered with this figure, or None if they may be.
        remark: what a reader should know.
        citations: why the figure is believed.
        newer_than: a date that a figure without one is newer than, as other facts show; the remark says which.
    """

    measure: SizeMeasure
    count: int
    what: str | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    as_of: PartialDate | None = None
    stated: str | None = None
    basis: Basis = Basis.STATED
    superseded: str | None = None
    remark: str | None = None
    citations: tuple[Citation, ...] = ()
    newer_than: PartialDate | None = None

    def __str__(self) -> str:
        hedge = "" if self.qualifier is Qualifier.EXACTLY else f"{self.qualifier} "
        # A size made by hand may hold anything until it comes into a dataset, and must still be shown.
        number = f"{self.count:,}" if isinstance(self.count, int) else shown(self.count)
        return f"{hedge}{number} {self.what or self.measure}"

    def __repr__(self) -> str:
        return f"<Size {self.measure}: {with_date(self)}>"

    def _repr_html_(self) -> str:
        with BUILDING:
            from .showing import in_html

        return in_html(self, in_words)


class Sized:
    """A record that figures are known about."""

    __slots__ = ()

    sizes: tuple[Size, ...]

    def _in_words(self, value: Any) -> str:
        return with_date(value) if isinstance(value, Size) else in_words(value)


def with_date(size: Size) -> str:
    """Return a figure and its date in words.

    >>> with_date(Size(measure=SizeMeasure.MEMBERS, count=24))
    '24 members (undated)'
    """
    return f"{size} ({size.as_of or 'undated'})"


def sizes_of(record: Record) -> tuple[Size, ...]:
    """Return the figures about a record; none if records of its class have none."""
    return record.sizes if isinstance(record, Sized) else ()
