"""An index of names: one look-up gives every record of whatever class that bears a name.

Names are found as they are written, in a looser spelling, and in their declared forms. The index never chooses between
two bearers.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from .._dates import Period
from .._model import Named, Record, Source
from ..kinds import NameKind
from .folding import fold, loosen
from .forms import form_of

__all__ = ["Bearers", "NameIndex", "Naming", "namings_of"]


class Naming(NamedTuple):
    """A name, and the record that bears it."""

    text: str
    kind: NameKind
    record_class: type[Record]
    record_id: str
    period: Period | None = None


Bearers: TypeAlias = dict[str, tuple[Naming, ...]]


class NameIndex:
    """Folded names, and who bears each; it is never changed, ``extended`` gives a larger one."""

    def __init__(self, namings: Iterable[Naming] = (), classes: frozenset[type[Record]] = frozenset()) -> None:
        """Index the names that records of these classes bear."""
        self.classes: Final = classes
        self.bearers: Final[Bearers] = {}
        _add(self.bearers, namings, _folded)

    def extended(self, namings: Iterable[Naming], classes: frozenset[type[Record]]) -> "NameIndex":
        """Return an index that holds the names of records of further classes as well."""
        larger = NameIndex(classes=self.classes | classes)
        larger.bearers.update(self.bearers)
        _add(larger.bearers, namings, _folded)
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
        _add(bearers, (naming for namings in self.bearers.values() for naming in namings), _form)
        return bearers


def namings_of(records: Iterable[Record]) -> Iterator[Naming]:
    """Yield every name that records can be found by."""
    for record in records:
        if isinstance(record, Named):
            yield Naming(record.name, NameKind.LABEL, type(record), record.id)
            for name in record.names:
                yield Naming(name.text, name.kind, type(record), record.id, name.period)
        elif isinstance(record, Source):
            yield Naming(record.title, NameKind.LABEL, Source, record.id)


def _add(bearers: Bearers, namings: Iterable[Naming], key_of: Callable[[Naming], str]) -> None:
    for naming in namings:
        key = key_of(naming)
        if key:
            bearers[key] = (*bearers[key], naming) if key in bearers else (naming,)


def _folded(naming: Naming) -> str:
    return fold(naming.text)


def _form(naming: Naming) -> str:
    return form_of(naming.text)
