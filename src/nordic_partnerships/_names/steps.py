"""The steps from a name to the record that bears it, the first that fits decides.

A name as it is written; in a looser spelling (aa for å, oe for ö); in a declared form ("Univ. of X", "X University");
or written twice, or beside its acronym or its place ("Name (ABC)", "Name / Navn").
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from .. import _model as model
from .._countries import country_names
from .._model.record import Record
from .choosing import Choice, choose, is_acronym, reason_for
from .folding import fold, fold_words, loosen
from .forms import form_of_words, spelled_alike, spoken_parts
from .index import NameIndex
from .naming import Naming
from .registry import Rival, rivals_of, rivals_of_form

__all__ = ["NameSteps", "Step"]

_FORM: Final = "form of the name"
_FORM_SCORE: Final = 0.9
"""How well a form of a name fits; the name itself has 1, and a name that begins with a text up to 1 as well."""
_MOST_PARTS: Final = 4
_SHORTEST_LOOSE: Final = 5
"""Fewer letters are rather an acronym, in which "aa" is no "å"."""


class Step(NamedTuple):
    """What the bearers of a name come down to, why they bear it, and how well it fits: 1 if it is the name itself."""

    choice: Choice
    reason: str
    score: float = 1.0


class NameSteps:
    """Looks for the bearers of a name among some records."""

    def __init__(
        self,
        index: NameIndex,
        accepts: Callable[[Naming], bool],
        record_of: Callable[[Naming], Record],
        countries: frozenset[str] | None,
    ) -> None:
        """Look in this index, among the bearers that are accepted.

        Args:
            index: the names.
            accepts: says whether the bearer of a name is asked for.
            record_of: gives the record that bears a name.
            countries: the countries in which rivals count, if not all.
        """
        self._index = index
        self._accepts = accepts
        self._record_of = record_of
        self._countries = countries

    def take(self, text: str, folded: str) -> Step | None:
        """Return what the first step that finds bearers comes to, or None if none does."""
        return self._as_written(text, folded) or self._in_a_form(text) or self._in_parts(text)

    def _as_written(self, text: str, folded: str) -> Step | None:
        namings = self._accepted(self._index.bearers.get(folded))
        if not namings and len(folded) >= _SHORTEST_LOOSE:
            folded = loosen(folded)
            namings = self._spelled_alike(text, self._index.loosely.get(folded))
        if not namings:
            return None
        choice = self._choose(text, namings, rivals_of(folded, self._countries))
        return Step(choice, reason_for(choice.namings[0], choice.rivals))

    def _in_a_form(self, text: str) -> Step | None:
        form = form_of_words(fold_words(text))
        alike = self._spelled_alike(text, self._index.forms.get(form))
        namings = [naming for naming in alike if not is_acronym(naming)]
        if not namings:
            return None
        # A form is less than the name: here closed bodies of the world count as living ones do.
        rivals = [Rival(rival.name, rival.country) for rival in rivals_of_form(form, self._countries)]
        return Step(self._choose(text, namings, rivals), _FORM, _FORM_SCORE)

    def _in_parts(self, text: str) -> Step | None:
        """Look for a name beside its acronym, its place, or itself in another language."""
        for parts in self._divisions(text):
            steps = [self._as_written(part, fold(part)) or self._in_a_form(part) for part in parts]
            answers = {
                step.choice.namings[0]: step
                for step in steps
                if step is not None and step.choice.certain and not is_acronym(step.choice.namings[0])
            }
            if len({naming.record_id for naming in answers}) == 1:
                naming, step = next(iter(answers.items()))
                if all(self._belongs(part, naming) for part in parts):
                    return Step(step.choice, _FORM, _FORM_SCORE)
        return None

    def _divisions(self, text: str) -> Iterator[list[str]]:
        """Yield the ways to divide a text into a name and what stands beside it."""
        parts = list(spoken_parts(text))
        if 1 < len(parts) <= _MOST_PARTS:
            yield parts
        elif len(parts) == 1:
            # Without a mark between them, only a single word before or after the name may be its acronym.
            first, _, rest = text.partition(" ")
            if " " in rest and fold(first) in self._index.bearers:
                yield [first, rest]
            rest, _, last = text.rpartition(" ")
            if " " in rest and fold(last) in self._index.bearers:
                yield [rest, last]

    def _belongs(self, part: str, naming: Naming) -> bool:
        """Say whether a part of a text is a name of a record, its acronym, its city or its country."""
        folded = fold(part)
        named = [
            *self._spelled_alike(part, self._index.loosely.get(loosen(folded))),
            *self._spelled_alike(part, self._index.forms.get(form_of_words(fold_words(part)))),
        ]
        if any(other.record_id == naming.record_id for other in named):
            return True
        record = self._record_of(naming)
        return isinstance(record, model.Organization) and (
            (record.city is not None and fold(record.city) == folded)
            or (part.casefold(), record.country) in country_names().items()
        )

    def _accepted(self, namings: Sequence[Naming] | None) -> Sequence[Naming]:
        return tuple(filter(self._accepts, namings)) if namings else ()

    def _spelled_alike(self, text: str, namings: Sequence[Naming] | None) -> Sequence[Naming]:
        return [naming for naming in self._accepted(namings) if spelled_alike(text, naming.text)] if namings else ()

    def _choose(self, text: str, namings: Sequence[Naming], rivals: Sequence[Rival]) -> Choice:
        return choose(text, namings, rivals, self._record_of)
