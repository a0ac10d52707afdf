"""An index of names: one look-up gives every record of whatever class that bears a name.

Names are found as they are written, in a looser spelling, and in their declared forms. The index never chooses between
two bearers.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final, TypeAlias

from .._model.record import Record
from .folding import fold_all, loosen
from .forms import form_of
from .naming import Naming

__all__ = ["Bearers", "NameIndex"]


Bearers: TypeAlias = dict[str, tuple[Naming, ...]]


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
