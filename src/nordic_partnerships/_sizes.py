"""What a hedged figure can mean: "more than 45" is 46 or more, and "about 45" may lie a tenth to either side."""

from math import ceil, floor, inf
from typing import Final, NamedTuple

from ._model import Size
from .kinds import Qualifier

__all__ = ["CountRange", "meaning_of"]

_ABOUT: Final = 0.1
"""How far, as a share, a figure may lie from one that a source hedges with "about"."""


class CountRange(NamedTuple):
    """The least and the most that a figure can mean."""

    least: float
    most: float

    def may_lie_within(self, at_least: float | None, at_most: float | None) -> bool:
        """Say whether a count in the range can keep both bounds."""
        return (at_least is None or self.most >= at_least) and (at_most is None or self.least <= at_most)


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
