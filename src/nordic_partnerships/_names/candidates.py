"""What a text may mean: names with a score, for ``find`` and for the suggestions of an error."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final, NamedTuple

from .._model import Record
from .folding import fold, fold_words
from .index import NameIndex
from .likeness import LikeNames
from .naming import Naming

__all__ = ["Candidates", "Offer", "RankedName", "ids_like", "score_inside"]

_SAME: Final = 1.0
_BEGINNING: Final = 0.8
_INSIDE: Final = 0.6
_SHARE: Final = 0.2
"""A name that is found whole scores higher, the larger the share of it that the text fills."""
_LEAST_ALIKE: Final = 0.6
_MOST_ALIKE: Final = 10
"""How many names are offered that merely resemble a text."""
_LONGEST: Final = 200
"""A longer text resembles no name."""


class RankedName(NamedTuple):
    """A name that a text may mean: how well it fits, folded, as a bearer writes it, and why unless it is the name."""

    score: float
    key: str
    naming: Naming
    reason: str = ""


class Offer(NamedTuple):
    """A name that a text may mean, and who else is known to bear it, if somebody looked already."""

    ranked: RankedName
    rivals: tuple[str, ...] = ()


class Candidates:
    """The names of an index, as candidates for what a text may mean."""

    def __init__(self, index: NameIndex) -> None:
        """Offer the names of this index."""
        self.index: Final = index
        self._bearers = index.bearers

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """The folded words of every folded name."""
        return {
            key: frozenset(fold_words(" ".join(naming.text for naming in namings)))
            for key, namings in self._bearers.items()
        }

    @cached_property
    def _like_names(self) -> LikeNames:
        return LikeNames(self._bearers)

    def rank(self, text: str, classes: tuple[type[Record], ...]) -> Iterator[RankedName]:
        """Yield each name of records of these classes that a text may mean, with a score; 1 is the name itself.

        A name that begins with the text scores from 0.8 up. One that holds it, or all its words, scores from 0.6 up.
        One that merely resembles it scores below 0.6.
        """
        key = fold(text)
        if not key:
            return
        words = frozenset(fold_words(text))
        whole = self._words
        scores = {name: _score(name, key) for name in self._bearers if key in name or words <= whole[name]}
        for likeness, name in self._alike(key)[:_MOST_ALIKE]:
            scores.setdefault(name, _INSIDE * likeness)
        for name, score in scores.items():
            for naming in self._bearers[name]:
                if naming.record_class in classes:
                    yield RankedName(score, name, naming, _reason(score))

    def suggest(self, text: str, accepts: Callable[[Naming], bool], limit: int) -> tuple[str, ...]:
        """Return accepted names that hold all words of a text, and then those that resemble it, one of each record.

        The shortest of the ones, and the most alike of the others, come first.
        """
        key, words, whole = fold(text), frozenset(fold_words(text)), self._words
        holding = [name for name in self._bearers if words <= whole[name]] if words else []
        holding.sort(key=lambda name: (len(name), name))
        suggestions: dict[str, str] = {}
        for name in (*holding, *(name for _, name in self._alike(key))):
            for naming in self._bearers[name]:
                if accepts(naming):
                    suggestions.setdefault(naming.record_id, naming.text)
        return tuple(dict.fromkeys(suggestions.values()))[:limit]

    def _alike(self, key: str) -> list[tuple[float, str]]:
        """Return the folded names that resemble a folded key, the most alike first."""
        if len(key) > _LONGEST:
            return []
        return [(likeness, name) for likeness, name in self._like_names.best(key) if likeness >= _LEAST_ALIKE]


def ids_like(text: str, ids: Iterable[str], limit: int) -> tuple[str, ...]:
    """Return the ids that resemble a text, the most alike first."""
    return tuple(found for likeness, found in LikeNames(ids).best(text) if likeness >= _LEAST_ALIKE)[:limit]


def _score(name: str, key: str) -> float:
    """Return the score of a name that holds a key, or the words of it."""
    if name == key:
        return _SAME
    share = _SHARE * min(1.0, len(key) / len(name))
    return (_BEGINNING if name.startswith(key) else _INSIDE) + share


def score_inside(words: str, text: str) -> float:
    """Return the score of a name that a longer text contains: from 0.6 up, the more of the text it fills."""
    return _INSIDE + _SHARE * (len(words) / len(text))


def _reason(score: float) -> str:
    """Return why a name is a candidate, if it is not the text itself."""
    if score == _SAME:
        return ""
    if score > _BEGINNING:
        return "begins with the text"
    return "contains the text" if score > _INSIDE else "resembles"
