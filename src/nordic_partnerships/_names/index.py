"""An index of names: the records that bear a name, and those that bear one like it.

The index maps folded names to record ids. It never chooses between two bearers: the caller reports both.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from .folding import fold

__all__ = ["NameIndex", "RankedName"]

_SAME: Final = 1.0
_BEGINNING: Final = 0.8
_INSIDE: Final = 0.6
_SHARE: Final = 0.2
"""A name that is found whole scores higher, the larger the share of it that the text fills."""
_MOST_ALIKE: Final = 10
"""How many names are looked at that merely resemble a text."""


class RankedName(NamedTuple):
    """A name that a text may mean, with the id of its bearer."""

    score: float
    name: str
    id: str


class NameIndex:
    """Folded names of some records, and the ids that bear each."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Index pairs of a name and the id of the record that bears it."""
        # By folded name and id, the first spelling that the record has.
        self._bearers: dict[str, dict[str, str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        for text, record_id in names:
            key = fold(text)
            if key:
                self._bearers.setdefault(key, {}).setdefault(record_id, text)

    def ids(self, text: str) -> tuple[str, ...]:
        """Return the ids of the records that bear a name, in the order in which they were indexed."""
        return tuple(self._bearers.get(fold(text), ()))

    def rank(self, text: str) -> list[RankedName]:
        """Return each name that a text may mean, with a score; 1 is the name itself.

        A name that begins with the text scores from 0.8 up. One that holds it, or all its words, scores from 0.6 up.
        One that merely resembles it scores below 0.6.
        """
        from difflib import SequenceMatcher, get_close_matches

        key = fold(text)
        if not key:
            return []
        if not self._words:
            self._words = {name: _words(*bearers.values()) for name, bearers in self._bearers.items()}
        words = _words(text)
        alike = set(get_close_matches(key, self._bearers, _MOST_ALIKE, _INSIDE))
        ranked: list[RankedName] = []
        for name, bearers in self._bearers.items():
            share = _SHARE * min(1.0, len(key) / len(name))
            if name == key:
                score = _SAME
            elif name.startswith(key):
                score = _BEGINNING + share
            elif key in name or words <= self._words[name]:
                score = _INSIDE + share
            elif name in alike:
                score = _INSIDE * SequenceMatcher(None, key, name).ratio()
            else:
                continue
            ranked.extend(RankedName(score, spelling, record_id) for record_id, spelling in bearers.items())
        return ranked


def _words(*texts: str) -> frozenset[str]:
    """Return the folded words of some texts."""
    folded = (fold(word) for text in texts for word in text.split())
    return frozenset(word for word in folded if word)
