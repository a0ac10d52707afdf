"""Which figure says how large a network is at a time, by one rule, and what a hedged figure can mean.

The figures are those of one measure, in the order on record.

1. A superseded figure never speaks, nor one that begins after the time asked about: "2019" may speak in July 2019. An
   undated figure does not speak of a time before one of its sources was read.
2. A dated figure goes before an undated one, unless that is known to be newer; of dated ones goes first the one whose
   date begins last, and of those that begin on one day the one with the finer date.
3. Then decides the best of its sources: the network's own site, a member's, a partner's or a public authority's, a
   registry, news, an encyclopedia; then the number of its sources; then the order on record.
4. A figure that rests on encyclopedias alone does not replace one of the network's own site: where one of those would
   speak without it, that one does.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import ceil, floor, inf
from typing import Final

from ._dates import Ever, PartialDate, Span
from ._model import Size, Source
from .kinds import Qualifier, SizeMeasure, SourceKind, Status

__all__ = ["CountRange", "figure_at", "meaning_of"]

_ABOUT: Final = 0.1
"""How far, as a share, a figure may lie from one that a source hedges with "about"."""

_RANKS: Final[Mapping[str, int]] = {
    "official site": 0,
    "member's site": 1,
    "public authority": 1,
    "dataset": 2,
    "news": 3,
    "encyclopedia": 4,
}
"""The kinds of sources, those that know best first; a dataset is a registry."""


def figure_at(
    sizes: Iterable[Size],
    measure: SizeMeasure,
    at: PartialDate | Span | Ever,
    sources: Mapping[str, Source],
) -> Size | None:
    """Return the figure that speaks of a time, or None.

    Args:
        sizes: the figures on record.
        measure: what is counted.
        at: the time asked about.
        sources: the sources by id.
    """
    until = None if isinstance(at, Ever) else at.last
    figures = [
        size for size in sizes if size.measure is measure and size.superseded is None and _speaks(size, until, sources)
    ]
    first = _first_of(figures, sources)
    if first is None or _best_source(first, sources) is not SourceKind.ENCYCLOPEDIA:
        return first
    others = [size for size in figures if _best_source(size, sources) is not SourceKind.ENCYCLOPEDIA]
    instead = _first_of(others, sources)
    is_own = instead is not None and _best_source(instead, sources) is SourceKind.OFFICIAL_SITE
    return instead if is_own else first


def _first_of(figures: Sequence[Size], sources: Mapping[str, Source]) -> Size | None:
    """Return the figure that goes before others: by its date, and of one date by its sources."""
    if not figures:
        return None
    orders = [_date_order(size) for size in figures]
    latest = max(orders)
    tied = [size for size, order in zip(figures, orders, strict=True) if order == latest]
    # Of equals ``min`` takes the first, which is the order on record.
    return tied[0] if len(tied) == 1 else min(tied, key=lambda size: _source_order(size, sources))


def _speaks(size: Size, until: date | None, sources: Mapping[str, Source]) -> bool:
    """Say whether a figure may speak of a time that ends on a day, or of any time."""
    if until is None:
        return True
    if size.as_of is not None:
        return size.as_of.first <= until
    return any(sources[citation.source].accessed <= until for citation in size.citations)


def _best_source(size: Size, sources: Mapping[str, Source]) -> SourceKind | None:
    kinds = [sources[citation.source].kind for citation in size.citations]
    return min(kinds, key=_RANKS.__getitem__, default=None)


def _date_order(size: Size) -> tuple[int, int]:
    """Return a key that sorts the figure whose date counts most last: undated ones first.

    A figure that is newer than a date goes after all that begin by the end of that date.
    """
    if size.as_of is not None:
        return size.as_of.first.toordinal(), -size.as_of.last.toordinal()
    return (0, 0) if size.newer_than is None else (size.newer_than.last.toordinal(), 1)


def _source_order(size: Size, sources: Mapping[str, Source]) -> tuple[int, int]:
    """Return a key that sorts the figure with the best sources first, and then the one with the most."""
    best = _best_source(size, sources)
    return len(_RANKS) if best is None else _RANKS[best], -len({citation.source for citation in size.citations})


class CountRange:
    """The least and the most that a figure can mean."""

    __slots__ = ("least", "most")

    def __init__(self, least: float, most: float) -> None:
        """Keep both."""
        self.least = least
        self.most = most

    def lies_within(self, at_least: float | None, at_most: float | None) -> Status:
        """Return whether a count in the range keeps both bounds: surely, perhaps (unknown), or surely not."""
        low = -inf if at_least is None else at_least
        high = inf if at_most is None else at_most
        if self.most < low or self.least > high:
            return Status.NOT_IN_FORCE
        return Status.IN_FORCE if low <= self.least and self.most <= high else Status.UNKNOWN


def meaning_of(size: Size) -> CountRange:
    """Return the counts that a size can mean, by the hedge of its source."""
    count = size.count
    match size.qualifier:
        case Qualifier.EXACTLY:
            return CountRange(count, count)
        case Qualifier.ABOUT:
            return CountRange(ceil(count * (1 - _ABOUT)), floor(count * (1 + _ABOUT)))
        case Qualifier.MORE_THAN:
            return CountRange(count + 1, inf)
        case Qualifier.AT_LEAST:
            return CountRange(count, inf)
        case Qualifier.LESS_THAN:  # pragma: no branch - there is no other
            return CountRange(0, count - 1)
