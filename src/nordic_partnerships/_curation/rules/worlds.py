"""Facts that contradict each other: what the status of a relation had to leave out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..._dates import PartialDate
from ..._model import Agreement, Initiative, Membership, Partnership
from ..._relations import Validity, membership_order
from ..._store import Collections, MemoryStore
from ...errors import Problem
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["facts_agree", "second_memberships_say_which_is_later"]


def facts_agree(dataset: "Dataset") -> Iterator[Problem]:
    """The dates, sources and sides of a relation do not contradict each other, or a remark says why they do."""
    validity = Validity(Collections(MemoryStore.of(dataset.release, dataset)))
    for cls in (Membership, Partnership, Agreement, Initiative):
        for relation in dataset.records(cls):
            left_out = validity.bounds(relation).left_out
            if left_out and relation.remark is None:
                yield problem(
                    relation,
                    "period",
                    f"what contradicts the facts before it is left out: {', '.join(left_out)}; correct it, "
                    "mark a citation with attests: false, or say why in a remark",
                )


def second_memberships_say_which_is_later(dataset: "Dataset") -> Iterator[Problem]:
    """Of two memberships of one pair, the written starts say which one is the later."""
    latest: dict[tuple[str, str], Membership] = {}
    for membership in sorted(dataset.records(Membership), key=membership_order):
        pair = membership.network, membership.member
        earlier = latest.get(pair)
        latest[pair] = membership
        if earlier is None:
            continue
        first, second = earlier.period.start, membership.period.start
        if not isinstance(second, PartialDate) or (isinstance(first, PartialDate) and first.last >= second.first):
            yield problem(
                membership,
                "period",
                f"its start, {second or 'unknown'}, does not say whether it is later than {earlier.id!r}: "
                "the later of two memberships has a start after that of the other",
            )
