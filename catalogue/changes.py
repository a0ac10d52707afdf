"""What came with a release: for all of it, and for one body with all that it is tied to."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

import nordic_partnerships as nordic
from nordic_partnerships.kinds import ChangeKind

__all__ = ["Changes", "in_words"]

_LONGEST: Final = 120
"""A field whose values take more characters than this is only named."""


class Changes:
    """The changes that led to a release from the one before; none for the first."""

    def __init__(self, before: nordic.Dataset | None, data: nordic.Dataset) -> None:
        """Compare the two when it is first asked."""
        self._before, self._data = before, data
        self.before = None if before is None else before.release.version

    @cached_property
    def all(self) -> nordic.Comparison:
        """All changes, by collection and id."""
        return nordic.compare(self._data if self._before is None else self._before, self._data)

    @cached_property
    def by_collection(self) -> dict[str, list[nordic.Change]]:
        """The changes in each collection, in the order of the release."""
        collections: dict[str, list[nordic.Change]] = {}
        for change in self.all:
            collections.setdefault(change.collection, []).append(change)
        return collections

    def counts(self) -> Iterator[tuple[str, dict[ChangeKind, int]]]:
        """Yield how many changes of each kind there are in each collection."""
        for collection, changes in self.by_collection.items():
            yield collection, Counter(change.kind for change in changes)

    def about(self, record: nordic.Record) -> list[str]:
        """Return what became of a record, and of what names it, in a few lines."""
        changes = self.all.about(record)
        lines = [f"this record: {in_words(change)}" for change in changes if change.id == record.id]
        # A revision says why another record changed, which stands at that change.
        counts = Counter(
            (change.collection, change.kind)
            for change in changes
            if change.id != record.id and not isinstance(change.record, nordic.Revision)
        )
        return lines + [f"{collection}: {count} {kind}" for (collection, kind), count in counts.items()]


def in_words(change: nordic.Change) -> str:
    """Return what happened to a record, and in which fields, and why."""
    text = str(change.kind)
    if change.fields:
        text += ": " + ", ".join(map(_shortly, change.fields))
    if isinstance(change.after, nordic.Tombstone):
        text += f": {change.after.reason}"
    if change.cause is not None:
        text += f"; because of: {change.cause}"
    return text + (f" ({change.remark})" if change.remark else "")


def _shortly(change: nordic.FieldChange) -> str:
    """Return which field differs, with both values if they are short."""
    text = str(change)
    return text if len(text) <= _LONGEST else change.field
