"""Finding records by what people call them: folding, and an index of names.

A name is folded to what matters: letters and digits, without case, accents, punctuation or spacing. The index maps
folded names to record ids, and never chooses between two ids: that is for the caller to report.
"""

import unicodedata
from collections.abc import Iterable
from typing import Final

__all__ = ["NameIndex", "fold"]

# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS: Final = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "đ": "d",
        "þ": "th",
        "ł": "l",
        "ŧ": "t",
        "ŋ": "n",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)
_CLOSE: Final = 0.6


def fold(text: str) -> str:
    """Return the text's letters and digits without case and accents; å ä ö ø æ ð þ become a a o o ae d th.

    >>> fold("Háskóli Íslands"), fold("Coast Clim") == fold("CoastClim")
    ('haskoliislands', True)
    """
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered).casefold().translate(_LETTERS)
    return "".join(letter for letter in decomposed if letter.isalnum())


class NameIndex:
    """Folded names of some records, and the ids that bear each."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Index pairs of a name and the id of the record that bears it."""
        # By folded name and id the first spelling that the record has.
        self._names: dict[str, dict[str, str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        for text, record in names:
            key = fold(text)
            if key:
                self._names.setdefault(key, {}).setdefault(record, text)

    def ids(self, text: str) -> tuple[str, ...]:
        """Return the ids of the records that bear the name, in the order they were indexed."""
        return tuple(self._names.get(fold(text), ()))

    def rank(self, text: str) -> list[tuple[float, str, str]]:
        """Return (score, name, id) for each name that the text may mean; a score of 1 is the name itself.

        A name that begins with the text scores from 0.8 up, one that has it, or all its words, inside from 0.6 up, and
        one that merely resembles it below 0.6: an application can draw its line there.
        """
        from difflib import SequenceMatcher, get_close_matches

        wanted = fold(text)
        if not wanted:
            return []
        if not self._words:
            self._words = {key: _words(*bearers.values()) for key, bearers in self._names.items()}
        words = _words(text)
        close = set(get_close_matches(wanted, self._names, 10, _CLOSE))
        found: list[tuple[float, str, str]] = []
        for key, bearers in self._names.items():
            share = min(1.0, len(wanted) / len(key))
            if key == wanted:
                score = 1.0
            elif key.startswith(wanted):
                score = 0.8 + 0.2 * share
            elif wanted in key or words <= self._words[key]:
                score = 0.6 + 0.2 * share
            elif key in close:
                score = 0.6 * SequenceMatcher(None, wanted, key).ratio()
            else:
                continue
            found.extend((score, name, record) for record, name in bearers.items())
        return found


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in map(fold, text.split()) if word)
