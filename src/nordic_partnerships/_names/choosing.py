"""Choosing among the bearers of one name, by rules that are written down: the rest is ambiguous.

A name spelled letter for letter goes before one that is only spelled alike; a living body before a closed one; a
present name before a former one. An acronym belongs to the Nordic body that calls itself so: a Nordic bearer goes
before foreign ones, and a foreign bearer alone answers only if the world's registry knows no other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from .. import _model as model
from .._countries import NORDIC
from .._model.record import Record
from ..kinds import NameKind, OrganizationKind
from .folding import fold
from .naming import Naming
from .registry import Rival

__all__ = ["PLACES", "Choice", "choose", "is_acronym", "is_place_of", "reason_for"]

PLACES: Final = frozenset({OrganizationKind.CITY, OrganizationKind.REGION})
_LONGEST_ACRONYM: Final = 8
_SHORTEST_FOREIGN: Final = 3
"""A foreign acronym of fewer letters answers nothing: it is rather a country or a state."""


class Choice:
    """What the bearers of a name come down to: one naming that answers, or those that are left."""

    def __init__(self, namings: tuple[Naming, ...], *, certain: bool, rivals: tuple[str, ...]) -> None:
        """Say which namings are left, whether the first of them answers, and who else bears the name."""
        self.namings = namings
        self.certain = certain
        self.rivals = rivals

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records that are left, sorted."""
        return tuple(sorted({naming.record_id for naming in self.namings}))


def choose(
    text: str, namings: Sequence[Naming], rivals: Sequence[Rival], record_of: Callable[[Naming], Record]
) -> Choice:
    """Return what the bearers of a name come down to.

    Args:
        text: the name as it was written.
        namings: its bearers on record, one or more.
        rivals: its bearers in the world; those that are on record as such do not count.
        record_of: gives the record that bears a name.
    """
    if rivals:
        bearers = [record_of(naming) for naming in namings]
        rivals = [rival for rival in rivals if not any(_is_the_same(rival, record) for record in bearers)]
    if len(namings) == 1 and not rivals:
        certain = _answers_alone(text, namings[0], record_of(namings[0]))
        return Choice((namings[0],), certain=certain, rivals=())
    left = list(namings)
    beaten: list[Naming] = []
    if _several(left):
        left = _preferred(left, [naming for naming in left if naming.text == text])
    if _several(left):
        left = _preferred(left, [naming for naming in left if not _is_closed(record_of(naming))])
        left = _preferred(left, [naming for naming in left if naming.kind is not NameKind.FORMER])
    acronyms = all(map(is_acronym, left))
    if acronyms and _several(left) and any(_is_nordic(record_of(naming)) for naming in left):
        beaten = [naming for naming in left if _is_foreign(record_of(naming))]
        left = [naming for naming in left if naming not in beaten]
    names = tuple(dict.fromkeys([*(record_of(naming).label for naming in beaten), *(rival.name for rival in rivals)]))
    if _several(left):
        return Choice(tuple(left), certain=False, rivals=names)
    record = record_of(left[0])
    alone = not beaten and not any(_contests(text, rival, left[0]) for rival in rivals)
    certain = (alone or not _is_foreign(record)) and _answers_alone(text, left[0], record)
    return Choice((left[0],), certain=certain, rivals=names)


def _is_the_same(rival: Rival, record: Record) -> bool:
    """Say whether a body of the world is one on record: of this name, in this country."""
    return isinstance(record, model.Organization) and (
        record.country == rival.country and fold(record.name) == fold(rival.name)
    )


def _contests(text: str, rival: Rival, naming: Naming) -> bool:
    """Say whether a rival may be meant as well: an acronym spelled letter for letter is not one spelled otherwise."""
    same_letters = text != naming.text or rival.spelling in ("", text) or not is_acronym(naming)
    return same_letters and not rival.closed


def is_acronym(naming: Naming) -> bool:
    """Say whether a name is an acronym: declared so, or an alias of a few letters, several of them capitals."""
    if naming.kind is NameKind.LABEL:
        return False
    text = naming.text
    return naming.kind is NameKind.ACRONYM or (
        len(text) <= _LONGEST_ACRONYM and " " not in text and sum(map(str.isupper, text)) > 1
    )


def is_place_of(naming: Naming, record: Record) -> bool:
    """Say whether what a body is called by is only the city that it is in."""
    return (
        naming.kind is not NameKind.LABEL
        and isinstance(record, model.Organization)
        and record.city is not None
        and record.kind not in PLACES
        and fold(naming.text) == fold(record.city)
    )


def reason_for(naming: Naming, rivals: Sequence[str] = ()) -> str:
    """Return why a name answers: that it is the name, an acronym, a former name, or one that others bear as well."""
    if naming.kind is NameKind.FORMER:
        end = naming.period.end if naming.period else None
        return f"former name until {end}" if end and str(end) != ".." else "former name"
    if is_acronym(naming):
        return "acronym"
    return "name that others bear too" if rivals else "name"


def _several(namings: Sequence[Naming]) -> bool:
    return len({naming.record_id for naming in namings}) > 1


def _preferred(namings: list[Naming], better: list[Naming]) -> list[Naming]:
    return better or namings


def _is_closed(record: Record) -> bool:
    """Say whether a body has ceased to exist; older releases know only what took its place."""
    if isinstance(record, model.Organization):
        return record.closed is not None or bool(record.all_successors)
    return isinstance(record, model.Network) and record.dissolved is not None


def _is_nordic(record: Record) -> bool:
    return isinstance(record, model.Organization) and record.country in NORDIC


def _is_foreign(record: Record) -> bool:
    return isinstance(record, model.Organization) and record.country not in NORDIC


def _answers_alone(text: str, naming: Naming, record: Record) -> bool:
    """Say whether a name that nobody else bears is enough: no mere place, no foreign acronym that may be a word."""
    if naming.kind is NameKind.LABEL:
        return True
    if is_acronym(naming) and _is_foreign(record) and _is_rather_a_word(text, naming):
        return False
    return not is_place_of(naming, record)


def _is_rather_a_word(text: str, naming: Naming) -> bool:
    """Say whether a text that spells an acronym looks like a word or a country: "Uji" for UJI, "US"."""
    letters = fold(text)
    return len(letters) < _SHORTEST_FOREIGN or not (text == naming.text or text.isupper() or text.islower())
