"""What differs between two datasets, record by record and field by field.

Records are paired by id, and ``compare(a, b).apply_to(a) == b``. A change is about every record that it mentions.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, Self

import attrs

from ._building import BUILDING, Memo
from ._dataset import Dataset
from ._model import COLLECTIONS, Partnership, Record, Revision, Tombstone, collection_of, references, to_plain
from ._release import Release
from ._text import shown
from .errors import DataError, InvalidTypeError, InvalidValueError, Problem, UnknownNameError
from .kinds import Cause, ChangeKind

__all__ = ["Change", "Comparison", "FieldChange", "compare_datasets"]

_EVIDENCE: Final = {"citations", "alternatives"}
_NAMES: Final = {"name", "title"}
_SHOWN: Final = 15
"""How many changes a notebook shows."""
_LONGEST: Final = 60
"""How many characters of a cell it shows."""


@attrs.frozen
class FieldChange:
    """One field of a record, before and after.

    Attributes:
        field: its name.
        before: its value before.
        after: its value after.
    """

    field: str
    before: Any
    after: Any

    def __str__(self) -> str:
        if isinstance(self.before, tuple) or isinstance(self.after, tuple):
            return self.field
        return f"{self.field} ({_or_nothing(self.before)} -> {_or_nothing(self.after)})"


@attrs.frozen(kw_only=True)
class Change:
    """What happened to one record, and why, if the curator said so.

    Attributes:
        kind: added, removed, retired, renamed, changed or source only.
        id: id of the record.
        before: the record before, or None if it was added.
        after: the record after, or None if it was removed.
        cause: why it differs.
        remark: what the curator said of it.
    """

    kind: ChangeKind
    id: str
    before: Record | None = None
    after: Record | None = None
    cause: Cause | None = None
    remark: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise InvalidValueError(f"nothing happened to {self.id!r}: give the record before, after, or both")

    @property
    def record(self) -> Record:
        """The record, as it was last: before it was retired or removed."""
        versions = [version for version in (self.after, self.before) if version is not None]
        return next((version for version in versions if not isinstance(version, Tombstone)), versions[0])

    @property
    def collection(self) -> str:
        """The name of the collection that the record belongs to."""
        return collection_of(type(self.record))

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that differ, in the order of the class; none if a record was added, removed or retired."""
        if self.kind in (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.RETIRED):
            return ()
        return tuple(_differences(self.before, self.after))

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        return {
            "kind": self.kind.value,
            "collection": self.collection,
            "id": self.id,
            "fields": [
                {"field": field.field, "before": to_plain(field.before), "after": to_plain(field.after)}
                for field in self.fields
            ],
            "cause": None if self.cause is None else self.cause.value,
            "remark": self.remark,
        }

    def __str__(self) -> str:
        text = f"{self.kind} {self.collection}: {self.id}"
        if isinstance(self.after, Tombstone):
            instead = f"; see {', '.join(self.after.successors)}" if self.after.successors else ""
            text += f" ({self.after.reason}{instead})"
        elif self.record.label != self.id:
            text += f" {self.record.label!r}"
        if self.fields:
            text += " in " + ", ".join(map(str, self.fields))
        if self.cause is not None:
            text += f", because of: {self.cause}"
        return text + (f" ({self.remark})" if self.remark else "")


class _Mentions:
    """Which changes mention which ids, and which id a key means in one of the two datasets."""

    def __init__(self, before: Dataset, after: Dataset, changes: tuple[Change, ...]) -> None:
        self._before, self._after, self._changes = before, after, changes
        self._memo = Memo()

    def id_of(self, subject: str | Record) -> str:
        """Return the id that a key means: an id means itself, also if only one dataset has it."""
        key = subject.id if isinstance(subject, Record) else subject
        if isinstance(key, str) and key in self._memo.once("ids", self._ids):
            return key
        try:
            return self._after.get(subject).id
        except UnknownNameError as unknown:
            try:
                return self._before.get(subject).id
            except UnknownNameError:
                raise unknown from None

    def about(self, record_id: str) -> set[str]:
        """Return the ids of the records that changed and are, or mention, the record with an id."""
        return self._memo.once("index", self._index).get(record_id, set())

    def _ids(self) -> set[str]:
        both = (*self._before, *self._after)
        return {record.id for record in both if not isinstance(record, Tombstone)}

    def _index(self) -> dict[str, set[str]]:
        parties: dict[str, set[str]] = {}
        for partnership in (*self._before.records(Partnership), *self._after.records(Partnership)):
            parties.setdefault(partnership.id, set()).update(partnership.parties)
        index: dict[str, set[str]] = {}
        for change in self._changes:
            versions = [version for version in (change.before, change.after) if version is not None]
            held = {change.id, *(reference.id for version in versions for reference in references(version))}
            # What is said of a partnership, as an agreement does, names its parties only there.
            for record_id in held.union(*(parties.get(held_id, ()) for held_id in held)):
                index.setdefault(record_id, set()).add(change.id)
        return index


@attrs.frozen(kw_only=True, repr=False)
class Comparison:
    """The changes from one dataset to another, by collection and id: all of them, or those about some records.

    Attributes:
        before: the release that the changes start from.
        after: the release that they lead to.
        changes: the changes.
        subjects: ids of the records that each change is about; none if these are all changes.
    """

    before: Release
    after: Release
    changes: tuple[Change, ...]
    subjects: tuple[str, ...] = ()
    _mentions: _Mentions = attrs.field(eq=False, alias="mentions")

    def about(self, subject: str | Record, /) -> Self:
        """Return the changes that concern one record: an organization, a network, or any other.

        These are the change of the record itself, and those of the records that mention its id, before or after:
        memberships, partnerships, initiatives, events, figures, whatever names it. What mentions a partnership, as an
        agreement does, concerns its parties, too. They are a part of what changed, so ``apply_to`` refuses them.

        Args:
            subject: an id that either dataset has, also one that was retired between them; or what else ``get`` takes,
                which is looked up in the later dataset, and in the earlier one if it is unknown there.

        Raises:
            UnknownNameError: neither dataset has the record.
            AmbiguousNameError, RetiredIdError, InvalidValueError, InvalidTypeError: as ``get`` does.

        >>> import nordic_partnerships as nordic
        >>> comparison = nordic.compare("2026.11.0", "2026.11.1")
        >>> for change in comparison.about("Una Europa").about("University of Helsinki"):
        ...     print(change)
        changed memberships: una-europa--university-of-helsinki 'university-of-helsinki in una-europa' in citations, \
period (/.. -> 2019-10-04/..), because of: better source
        """
        record_id = self._mentions.id_of(subject)
        concerned = self._mentions.about(record_id)
        changes = tuple(change for change in self.changes if change.id in concerned)
        return attrs.evolve(self, changes=changes, subjects=tuple(dict.fromkeys((*self.subjects, record_id))))

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        return {
            "before": self.before.to_dict(),
            "after": self.after.to_dict(),
            "subjects": list(self.subjects),
            "changes": [change.to_dict() for change in self.changes],
        }

    def apply_to(self, dataset: Dataset, /) -> Dataset:
        """Return a dataset with the changes made; raise DataError if they do not start from it, or do not fit together.

        It has the version and reference date that the changes lead to, and no digest: nothing proves it. Changes about
        some records only make no dataset, and raise InvalidValueError.

        >>> import nordic_partnerships as nordic
        >>> old, new = nordic.load("2026.11.0"), nordic.load("2026.11.1")
        >>> nordic.compare(old, new).apply_to(old) == new
        True
        """
        if not isinstance(dataset, Dataset):
            raise InvalidTypeError(f"expected a dataset, got {shown(dataset)}")
        if self.subjects:
            raise InvalidValueError(f"these are only the changes about {' and '.join(self.subjects)}: apply them all")
        records = {record.id: record for record in dataset}
        problems: list[Problem] = []
        for change in self.changes:
            if records.get(change.id) != change.before:
                problems.append(Problem("", change.id, "", "is not as it was before the change"))
            elif change.after is None:
                del records[change.id]
            else:
                records[change.id] = change.after
        if problems:
            raise DataError(problems)
        return Dataset.of(self.after, records.values())

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __repr__(self) -> str:
        count = len(self.changes)
        return f"<Comparison {self._heading()}, {count:,} {'change' if count == 1 else 'changes'}>"

    def _repr_html_(self) -> str:
        with BUILDING:
            from ._html import cut, left_out, table_in_html

        counts = Counter(change.kind for change in self.changes)
        said = ", ".join(f"{count:,} {kind}" for kind, count in counts.most_common()) or "no changes"
        rows = [
            [
                cut(change.record.label, _LONGEST),
                change.kind,
                change.collection,
                cut(", ".join(field.field for field in change.fields), _LONGEST),
                change.cause or "",
            ]
            for change in self.changes[:_SHOWN]
        ]
        notes = left_out(len(self.changes), _SHOWN)
        headers = ("name", "what", "collection", "fields", "because of")
        return table_in_html(f"{self._heading()}: {said}", headers, rows, notes)

    def _heading(self) -> str:
        about = f", about {' and '.join(self.subjects)}" if self.subjects else ""
        return f"{self.before.version} to {self.after.version}{about}"


def compare_datasets(before: Dataset, after: Dataset) -> Comparison:
    """Return what changed from one dataset to another."""
    old = {record.id: record for record in before}
    new = {record.id: record for record in after}
    reasons = {revision.record: revision for revision in after.records(Revision) if revision.id not in old}
    found = [
        _change(record_id, old.get(record_id), new.get(record_id), reasons.get(record_id))
        for record_id in {**old, **new}
        if old.get(record_id) != new.get(record_id)
    ]
    order = list(COLLECTIONS)
    changes = tuple(sorted(found, key=lambda change: (order.index(change.collection), change.id)))
    mentions = _Mentions(before, after, changes)
    return Comparison(before=before.release, after=after.release, changes=changes, mentions=mentions)


def _change(record_id: str, before: Record | None, after: Record | None, reason: Revision | None) -> Change:
    return Change(
        kind=_kind(before, after),
        id=record_id,
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
    fields = {difference.field for difference in _differences(before, after)}
    if fields <= _EVIDENCE:
        return ChangeKind.SOURCE_ONLY
    return ChangeKind.RENAMED if fields & _NAMES else ChangeKind.CHANGED


def _differences(before: Record | None, after: Record | None) -> Iterator[FieldChange]:
    """Yield the fields whose values differ; if the classes differ too, those of either."""
    names = [field.name for record in (before, after) if record for field in attrs.fields(type(record))]
    for name in dict.fromkeys(names):
        # A record of another class may lack the field.
        values = getattr(before, name, None), getattr(after, name, None)
        if values[0] != values[1]:
            yield FieldChange(name, *values)


def _or_nothing(value: Any) -> Any:
    return "nothing" if value is None else value
