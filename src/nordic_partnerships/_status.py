"""The status of the records of a dataset: what their own dates settle, and else what everything around them says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce
from typing import TYPE_CHECKING, Final, TypeAlias

from . import _answers as answers
from ._bounds import Bounds, bounds_in_common, status_in, written_bounds
from ._building import BUILDING
from ._dates import Bound, Ever, PartialDate, Span
from ._model.record import Dated
from ._store import Collections
from .kinds import Status

if TYPE_CHECKING:
    from ._groups import Groups
    from ._model import Party, Relation

__all__ = ["Lasting", "Validity"]

Lasting: TypeAlias = "Relation | Party"
"""What can be in force or exist at a time."""


_SETTLED: Final = (Status.IN_FORCE, Status.NOT_IN_FORCE)
"""What narrower bounds would say too."""


class Validity:
    """The bounds and the status of the records of a dataset, each computed once."""

    def __init__(self, collections: Collections) -> None:
        """Judge the records of these collections; nothing is read yet."""
        self._collections = collections
        self._written: dict[str, Bounds] = {}
        self._bounds: dict[str, Bounds] = {}

    def status(self, record: Lasting, at: PartialDate | Span | Ever) -> Status:
        """Return whether a record is in force, or exists, at some time in ``at``."""
        return self.judge(at)(record)

    def judge(self, at: PartialDate | Span | Ever) -> Callable[[Lasting], Status]:
        """Return what says of many records whether they are in force, or exist, at some time in ``at``."""
        if isinstance(at, Ever):
            return lambda _: Status.IN_FORCE
        first, last = at.first.toordinal(), at.last.toordinal()
        known, written = self._bounds.get, self._written.get

        def status(record: Lasting) -> Status:
            bounds = known(record.id)
            if bounds is None:
                status = status_in(written(record.id) or self._written_bounds(record), first, last)
                if status in _SETTLED:
                    return status
                bounds = self.bounds(record)
            return status_in(bounds, first, last)

        return status

    def status_together(self, relations: Sequence[Relation], at: PartialDate | Span | Ever) -> Status:
        """Return whether relations of different pairs are in force together: at one and the same time in ``at``."""
        if len(relations) == 1:
            return self.status(relations[0], at)
        if isinstance(at, Ever):
            return Status.IN_FORCE
        return status_in(self.bounds_together(relations), at.first.toordinal(), at.last.toordinal())

    def bounds_together(self, relations: Iterable[Relation]) -> Bounds:
        """Return the bounds of the time at which relations of different pairs are all in force."""
        return reduce(bounds_in_common, map(self.bounds, relations))

    def attested(self, relation: Relation) -> answers.Attested:
        """Return when dated sources have attested a relation first and last.

        The reading of a page is no date. A source that contradicts what is better known attests nothing.
        """
        left_out = self.bounds(relation).left_out
        dates = [
            date
            for attestation, date in self._groups.readings(relation)
            if date is not None and attestation.fact not in left_out
        ]
        if not dates:
            return answers.Attested(None, None)
        return answers.Attested(
            min(dates, key=lambda date: (date.last, -date.first.toordinal())),
            max(dates, key=lambda date: (date.first, -date.last.toordinal())),
        )

    def bounds(self, record: Lasting) -> Bounds:
        """Return the days on which a record can begin and end."""
        bounds = self._bounds.get(record.id)
        if bounds is None:
            self._bounds.update(self._groups.bounds_around(record))
            bounds = self._bounds[record.id]
        return bounds

    def _written_bounds(self, record: Lasting) -> Bounds:
        """Return the bounds that a record's own dates give."""
        if isinstance(record, Dated):
            goes_on_until = None if record.ended_by else self._reference_day
            bounds = written_bounds(record.period.start, record.period.end, goes_on_until)
        else:
            begun, over = record.lifetime
            bounds = written_bounds(begun or Bound.UNKNOWN, over or Bound.OPEN, self._reference_day)
        self._written[record.id] = bounds
        return bounds

    @cached_property
    def _reference_day(self) -> int:
        return self._collections.store.release.reference_date.first.toordinal()

    @cached_property
    def _groups(self) -> Groups:
        with BUILDING:
            from ._groups import Groups

        return Groups(self._collections)
