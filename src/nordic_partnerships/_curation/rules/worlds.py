"""Facts that contradict each other: what the status of a relation had to leave out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ..._model import Relation
from ..._status import Validity
from ..._store import Collections, MemoryStore
from ...errors import Problem
from .dates import partnerships_fit_the_founding
from .figures import terms_are_possible
from .problems import problem
from .time import (
    members_belong_once_at_a_time,
    members_fit_the_founding,
    periods_are_ordered,
    renewals_are_in_order,
)

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["facts_agree"]

_MORE_PRECISE: Final = (
    periods_are_ordered,
    renewals_are_in_order,
    members_belong_once_at_a_time,
    members_fit_the_founding,
    partnerships_fit_the_founding,
    terms_are_possible,
)


def facts_agree(dataset: "Dataset") -> Iterator[Problem]:
    """The dates, sources and sides of a relation do not contradict each other, or a remark says why they do."""
    validity = Validity(Collections(MemoryStore.of(dataset.release, dataset)))
    # What a rule of its own tells is not told again.
    told = {found.record for rule in _MORE_PRECISE for found in rule(dataset)}
    for relation in dataset:
        if not isinstance(relation, Relation):
            continue
        left_out = validity.bounds(relation).left_out
        if left_out and relation.remark is None and relation.id not in told:
            yield problem(
                relation,
                "period",
                f"what contradicts the facts before it is left out: {', '.join(left_out)}; correct it, "
                "mark a citation with attests: false, or say why in a remark",
            )
