"""An index of names: one look-up gives every record of whatever class that bears a name.

The index never chooses between two bearers: the caller reports both.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from .._model import Named, Record, Source
from ..kinds import NameKind
from .folding import fold

__all__ = ["NameIndex", "Naming", "namings_of"]


class Naming(NamedTuple):
    """A name, and the record that bears it."""

    text: str
    kind: NameKind
    record_class: type[Record]
    record_id: str


class NameIndex:
    """Folded names, and who bears each; it is never changed, ``extended`` gives a larger one."""

    def __init__(self, namings: Iterable[Naming] = (), classes: frozenset[type[Record]] = frozenset()) -> None:
        """Index the names that records of these classes bear."""
        self.classes: Final = classes
        self.bearers: Final[dict[str, tuple[Naming, ...]]] = {}
        self._add(namings)

    def extended(self, namings: Iterable[Naming], classes: frozenset[type[Record]]) -> "NameIndex":
        """Return an index that holds the names of records of further classes as well."""
        larger = NameIndex(classes=self.classes | classes)
        larger.bearers.update(self.bearers)
        larger._add(namings)
        return larger

    def _add(self, namings: Iterable[Naming]) -> None:
        bearers = self.bearers
        for naming in namings:
            key = fold(naming.text)
            if key:
                bearers[key] = (*bearers[key], naming) if key in bearers else (naming,)


def namings_of(records: Iterable[Record]) -> Iterator[Naming]:
    """Yield every name that records can be found by."""
    for record in records:
        if isinstance(record, Named):
            yield Naming(record.name, NameKind.LABEL, type(record), record.id)
            for name in record.names:
                yield Naming(name.text, name.kind, type(record), record.id)
        elif isinstance(record, Source):
            yield Naming(record.title, NameKind.LABEL, Source, record.id)
