"""How alike two folded names are, and which names of many are worth comparing with one.

Comparing a key with every name is what makes fuzzy search slow. Names that share rare groups of three letters with the
key are few; only the best of them are compared.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nlargest
from operator import itemgetter
from typing import Final

__all__ = ["LikeNames", "Likeness"]

_COMPARED: Final = 25
"""How many names are compared with a key letter by letter."""
_READ: Final = 20_000
"""How many entries of the table of letter groups are read for one key, the rarest groups first."""


class Likeness:
    """Compares names with one key."""

    def __init__(self, key: str) -> None:
        """Compare with this folded key."""
        self._length = len(key)
        self._places: dict[str, int] = {}
        for place, letter in enumerate(key):
            self._places[letter] = self._places.get(letter, 0) | 1 << place

    def to(self, name: str) -> float:
        """Return the share of letters that the key and a name have in common, in the same order: from 0 to 1.

        >>> Likeness("helsinky").to("helsinki")
        0.875
        """
        # The longest common subsequence by Hyyrö's bit-parallel method: a letter of the key is a bit, and the bits
        # that are 0 in the end are its letters in common.
        places = self._places.get
        every = open_bits = (1 << self._length) - 1
        for letter in name:
            met = open_bits & places(letter, 0)
            open_bits = (open_bits + met) | (open_bits - met)
        common = self._length - (open_bits & every).bit_count()
        return 2 * common / (self._length + len(name))


class LikeNames:
    """A table of the groups of three letters in some names: it finds the names that are most like a key."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index folded names."""
        self._names: Sequence[str] = list(names)
        self._holders: dict[str, list[int]] = {}
        for number, name in enumerate(self._names):
            for group in _groups(name):
                self._holders.setdefault(group, []).append(number)

    def best(self, key: str) -> list[tuple[float, str]]:
        """Return the names most like a key with their likeness, the most alike first."""
        groups = [holders for group in sorted(_groups(key)) if (holders := self._holders.get(group))]
        groups.sort(key=len)
        shared: Counter[int] = Counter()
        read = 0
        for holders in groups:
            read += len(holders)
            if shared and read > _READ:
                break
            shared.update(holders)
        names, length = self._names, len(key)
        shares = ((count / (length + len(names[number])), -number) for number, count in shared.items())
        likeness = Likeness(key)
        compared = [(likeness.to(names[-number]), names[-number]) for _, number in nlargest(_COMPARED, shares)]
        compared.sort(key=itemgetter(0), reverse=True)
        return compared


def _groups(name: str) -> set[str]:
    """Return the groups of three letters in a folded name; its beginning and its end count as letters."""
    padded = f" {name} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}
