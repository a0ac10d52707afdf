"""An index of names: one look-up gives every record of whatever class that bears a name.

Names are found as they are written, in a looser spelling, and in their declared forms. The index never chooses between
two bearers.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from .._model.record import Record, names_of
from ..kinds import NameKind
from .folding import fold_all, loosen
from .forms import form_of

if TYPE_CHECKING:
    from .._dates import Period

__all__ = ["Bearers", "NameIndex", "Naming", "namings_of"]


class Naming:
    """A name, and the record that bears it. The record, made when it is asked for, says what kind of name it is.

    Attributes:
        text: the name.
        record_class: the class of the record.
        record_id: its id.
    """

    __slots__ = ("_place", "_records", "record_class", "record_id", "text")

    def __init__(
        self, text: str, record_class: type[Record], record_id: str, records: Mapping[str, Record], place: int = 0
    ) -> None:
        """Name a record of these by its label or title, at place 0, or by one of its further names."""
        self.text = text
        self.record_class = record_class
        self.record_id = record_id
        self._records = records
        self._place = place

    @property
    def kind(self) -> NameKind:
        """Label (also in another language), alias, acronym or former name."""
        return names_of(self._records[self.record_id])[self._place - 1].kind if self._place else NameKind.LABEL

    @property
    def period(self) -> "Period | None":
        """When the name was borne, if a source says so."""
        return names_of(self._records[self.record_id])[self._place - 1].period if self._place else None


Bearers: TypeAlias = dict[str, tuple[Naming, ...]]


def namings_of(
    record_class: type[Record], names: Iterable[tuple[str, list[str]]], records: Mapping[str, Record]
) -> list[Naming]:
    """Return the names of records of a class, given with the id of each."""
    return [
        Naming(text, record_class, record_id, records, place)
        for record_id, texts in names
        for place, text in enumerate(texts)
    ]


class NameIndex:
    """Folded names, and who bears each; it is never changed, ``extended`` gives a larger one."""

    def __init__(self, namings: Iterable[Naming] = (), classes: frozenset[type[Record]] = frozenset()) -> None:
        """Index the names that records of these classes bear."""
        self.classes: Final = classes
        self.bearers: Final[Bearers] = {}
        _add(self.bearers, namings, fold_all)

    def extended(self, namings: Iterable[Naming], classes: frozenset[type[Record]]) -> "NameIndex":
        """Return an index that holds the names of records of further classes as well."""
        larger = NameIndex(classes=self.classes | classes)
        larger.bearers.update(self.bearers)
        _add(larger.bearers, namings, fold_all)
        return larger

    @cached_property
    def loosely(self) -> Bearers:
        """Who bears a name that is spelled so if å, ä, ö, ø and ü may be two letters."""
        bearers: Bearers = {}
        for folded, namings in self.bearers.items():
            key = loosen(folded)
            bearers[key] = (*bearers[key], *namings) if key in bearers else namings
        return bearers

    @cached_property
    def forms(self) -> Bearers:
        """Who bears a name that has a form."""
        bearers: Bearers = {}
        namings = [naming for namings in self.bearers.values() for naming in namings]
        _add(bearers, namings, lambda texts: map(form_of, texts))
        return bearers


def _add(bearers: Bearers, namings: Iterable[Naming], keys_of: Callable[[list[str]], Iterable[str]]) -> None:
    listed = list(namings)
    for key, naming in zip(keys_of([naming.text for naming in listed]), listed, strict=True):
        if key:
            bearers[key] = (*bearers[key], naming) if key in bearers else (naming,)
