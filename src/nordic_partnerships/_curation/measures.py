"""How well memberships and partnerships are dated and sourced: the measures of the data report."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from .._answers import Answer, Attested
from .._dataset import Dataset
from .._dates import PartialDate
from .._model import Membership, Partnership, Record, Source

__all__ = ["Measures", "share"]

_YEAR: Final = 365
"""In days."""

_Measured: TypeAlias = Membership | Partnership


class Measures:
    """What is known of each membership and partnership of a dataset."""

    def __init__(self, dataset: Dataset, since: int) -> None:
        """Measure every relation once.

        Args:
            dataset: whose relations.
            since: the year from which on an attestation is a new one.
        """
        self.dataset = dataset
        self.since = since
        self._publishers = {source.id: source.publisher.casefold() for source in dataset.records(Source)}
        answers: tuple[Answer[Membership] | Answer[Partnership], ...] = (dataset.memberships(), dataset.partnerships())
        self._measured = {
            relation.id: self._measure(relation, answer.attested(relation)) for answer in answers for relation in answer
        }

    @property
    def headers(self) -> tuple[str, ...]:
        """What the columns of a row are called."""
        return "records", "start", "or two dates", "attested", f"since {self.since}", "two publishers"

    def row(self, relations: Sequence[_Measured]) -> list[str]:
        """Return how many relations there are, and the share of them that passes each measure."""
        columns = zip(*(self._measured[relation.id] for relation in relations), strict=True)
        shares = map(share, columns) if relations else [""] * (len(self.headers) - 1)
        return [f"{len(relations):,}", *shares]

    def has_two_publishers(self, record: Record) -> bool:
        """Say whether a record rests on independent sources: two pages of one publisher are one."""
        return len({self._publishers[citation.source] for citation in record.citations}) > 1

    def _measure(self, relation: _Measured, attested: Attested) -> tuple[bool, ...]:
        first, last = attested
        start = isinstance(relation.period.start, PartialDate)
        if first is None or last is None:
            return start, start, False, False, self.has_two_publishers(relation)
        # Whichever days the two dates mean.
        two_dates = (last.first - first.last).days >= _YEAR
        return start, start or two_dates, True, last.year >= self.since, self.has_two_publishers(relation)


def share(answers: Iterable[bool]) -> str:
    """Return the share of the answers that are true, in percent, or nothing if there are none.

    It is rounded down: 100 % are all, and a goal that is shown as reached is reached.

    >>> share([True, True, False]), share([])
    ('66 %', '')
    """
    known = list(answers)
    return f"{100 * sum(known) // len(known)} %" if known else ""
