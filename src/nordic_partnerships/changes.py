"""What differs between two datasets, record by record and field by field.

Records are paired by id. ``apply`` carries the changes over: ``apply(a, compare(a, b)) == b``.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import attrs

from .dataset import Dataset
from .errors import DataError, InvalidTypeError, Problem
from .model import COLLECTIONS, Cause, Record, Revision, Tombstone, collection_of
from .results import Release

__all__ = ["Change", "ChangeKind", "Comparison", "FieldChange", "apply", "changelog", "compare_datasets"]

_EVIDENCE = {"citations", "alternatives"}
_NAMES = {"name", "title"}
# Of how many changes of one kind in one collection a changelog gives the names.
_MANY = 150


class ChangeKind(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    """Its id is new."""
    REMOVED = "removed"
    """Its id is gone, without a tombstone; this never happens between releases."""
    RETIRED = "retired"
    """Its id is now that of a tombstone."""
    RENAMED = "renamed"
    """Its name differs, perhaps with other fields."""
    CHANGED = "changed"
    """Other fields differ."""
    SOURCE_ONLY = "source only"
    """Nothing but its citations and competing claims differs."""


@attrs.frozen
class FieldChange:
    """One field of a record, before and after."""

    field: str
    before: Any
    after: Any

    def __str__(self) -> str:
        if isinstance(self.before, tuple) or isinstance(self.after, tuple):
            return self.field
        before, after = ("nothing" if each is None else each for each in (self.before, self.after))
        return f"{self.field} ({before} -> {after})"


@attrs.frozen(kw_only=True)
class Change:
    """What happened to one record, and why, where the curator said so."""

    kind: ChangeKind
    id: str
    before: Record | None = None
    after: Record | None = None
    cause: Cause | None = None
    remark: str | None = None

    @property
    def record(self) -> Record:
        """The record, as it was last: before it was retired or removed."""
        living = [each for each in (self.after, self.before) if each is not None and not isinstance(each, Tombstone)]
        return living[0] if living else self.after or self.before or Record(id=self.id)

    @property
    def collection(self) -> str:
        """The name of the collection that the record belongs to."""
        return collection_of(type(self.record))

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that differ, in the order of the class; none where a record was added, removed or retired."""
        if self.kind in (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.RETIRED):
            return ()
        return tuple(_differences(self.before, self.after))

    def __str__(self) -> str:
        what = f"{self.kind} {self.collection}: {self.id}"
        if isinstance(self.after, Tombstone):
            what += f" ({self.after.reason}"
            what += f"; see {', '.join(self.after.successors)})" if self.after.successors else ")"
        elif self.record.label != self.id:
            what += f" {self.record.label!r}"
        if self.fields:
            what += " in " + ", ".join(map(str, self.fields))
        if self.cause is not None:
            what += f", because of: {self.cause}"
        return what + (f" ({self.remark})" if self.remark else "")


@attrs.frozen(kw_only=True, repr=False)
class Comparison:
    """All changes from one dataset to another, by collection and id."""

    before: Release
    after: Release
    changes: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __repr__(self) -> str:
        return f"<Comparison {self.before.version} to {self.after.version}, {len(self.changes)} changes>"


def compare_datasets(before: Dataset, after: Dataset) -> Comparison:
    """Return what changed from one dataset to another."""
    old = {record.id: record for record in before}
    new = {record.id: record for record in after}
    reasons = {each.record: each for each in after.records(Revision) if each.id not in old}
    changes = (
        _change(key, old.get(key), new.get(key), reasons.get(key))
        for key in {**old, **new}
        if old.get(key) != new.get(key)
    )
    order = list(COLLECTIONS)
    ordered = sorted(changes, key=lambda change: (order.index(change.collection), change.id))
    return Comparison(before=before.release, after=after.release, changes=tuple(ordered))


def apply(dataset: Dataset, comparison: Comparison) -> Dataset:
    """Return the dataset with the changes carried over; raise DataError if they do not start from it."""
    if not isinstance(dataset, Dataset):
        raise InvalidTypeError(f"apply takes a dataset, not {type(dataset).__name__}")
    records = {record.id: record for record in dataset}
    problems: list[Problem] = []
    if not isinstance(comparison, Comparison):
        raise InvalidTypeError(f"apply takes what compare returns, not {type(comparison).__name__}")
    for change in comparison:
        if records.get(change.id) != change.before:
            problems.append(Problem("", change.id, "", "is not as it was before the change"))
        elif change.after is None:
            del records[change.id]
        else:
            records[change.id] = change.after
    if problems:
        raise DataError(problems)
    return Dataset.of(comparison.after, records.values())


def _change(key: str, before: Record | None, after: Record | None, reason: Revision | None) -> Change:
    return Change(
        kind=_kind(before, after),
        id=key,
        before=before,
        after=after,
        cause=reason.cause if reason else None,
        remark=reason.remark if reason else None,
    )


def _kind(before: Record | None, after: Record | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    if after is None:
        return ChangeKind.REMOVED
    if isinstance(after, Tombstone) and not isinstance(before, Tombstone):
        return ChangeKind.RETIRED
    if type(before) is not type(after):
        return ChangeKind.CHANGED
    fields = {each.field for each in _differences(before, after)}
    if fields <= _EVIDENCE:
        return ChangeKind.SOURCE_ONLY
    return ChangeKind.RENAMED if fields & _NAMES else ChangeKind.CHANGED


def _differences(before: Record | None, after: Record | None) -> Iterator[FieldChange]:
    """Yield the fields of which the values differ; where the classes differ too, those of either."""
    names = [field.name for record in (before, after) if record for field in attrs.fields(type(record))]
    for name in dict.fromkeys(names):
        values = getattr(before, name, None), getattr(after, name, None)
        if values[0] != values[1]:
            yield FieldChange(name, *values)


def changelog(comparison: Comparison) -> str:
    """Return the lines for the changelog's "Data" section: by kind and collection, by name where records have one."""
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in comparison:
        groups.setdefault((change.kind, change.collection), []).append(change)
    order = list(ChangeKind)
    lines = [
        f"- {kind.capitalize()} {collection}: {_summary(ChangeKind(kind), some)}"
        for (kind, collection), some in sorted(groups.items(), key=lambda group: order.index(ChangeKind(group[0][0])))
    ]
    return "\n".join(lines)


def _summary(kind: ChangeKind, changes: list[Change]) -> str:
    """Return the changes of one kind in one collection in words."""
    named = any(_name(change.record) for change in changes)
    if not named or kind is ChangeKind.SOURCE_ONLY or len(changes) > _MANY:
        return f"{len(changes):,}"
    return "; ".join(_words(change) for change in changes)


def _words(change: Change) -> str:
    """Return the name of the record that changed, what became of it, and why."""
    name = _name(change.record)
    details: list[str] = []
    if isinstance(change.after, Tombstone):
        details.append(change.after.reason)
        if change.after.successors:
            details.append("see " + ", ".join(change.after.successors))
    elif change.kind is ChangeKind.RENAMED and change.before is not None:
        details.append(f"was {_name(change.before)}")
    elif change.kind is ChangeKind.CHANGED:
        details.append(", ".join(each.field for each in change.fields))
    details += [text for text in (change.cause, change.remark) if text]
    return name + (f" ({'; '.join(details)})" if details else "")


def _name(record: Record) -> str:
    """Return the record's own name, if records of its class have one."""
    found: str = getattr(record, "name", "")
    return found
