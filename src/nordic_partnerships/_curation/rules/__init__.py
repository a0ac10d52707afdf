"""The rules of good data, one small named function each.

A rule takes a dataset and yields a problem for each thing that breaks it. Rules look at records that are well formed
and whose ids lead somewhere; that much is checked first, as it is when a release is opened. Nothing here is checked
when a release is opened: what good data is may change, and what is published may not.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from ..._structure import structural_problems
from ...errors import Problem
from .evidence import citations_name_fields, documents_have_digests, quotations_are_short, records_are_cited
from .figures import counts_agree_with_lists, indicators_say_one_thing, rosters_agree_with_sizes
from .identifiers import identifiers_are_valid
from .links import links_are_not_circular, members_are_not_themselves, parties_are_distinct
from .names import names_are_given_once, names_are_unambiguous, texts_are_normal
from .places import countries_are_known, places_lie_in_their_country
from .time import (
    members_belong_once_at_a_time,
    members_fit_the_founding,
    periods_are_ordered,
    predecessors_are_members_no_more,
    renewals_are_in_order,
    successors_come_later,
)
from .worlds import facts_agree

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["RULES", "Rule", "check"]

Rule: TypeAlias = Callable[["Dataset"], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    records_are_cited,
    citations_name_fields,
    quotations_are_short,
    documents_have_digests,
    periods_are_ordered,
    renewals_are_in_order,
    facts_agree,
    links_are_not_circular,
    members_belong_once_at_a_time,
    members_are_not_themselves,
    parties_are_distinct,
    members_fit_the_founding,
    successors_come_later,
    predecessors_are_members_no_more,
    texts_are_normal,
    names_are_given_once,
    names_are_unambiguous,
    countries_are_known,
    places_lie_in_their_country,
    identifiers_are_valid,
    counts_agree_with_lists,
    rosters_agree_with_sizes,
    indicators_say_one_thing,
)
"""Every rule, in the order in which ``check`` runs them."""


def check(dataset: "Dataset") -> list[Problem]:
    """Return everything in a dataset that breaks a rule, in the order of the rules.

    If ids are broken, only that is reported: the other rules follow ids from record to record.
    """
    problems = structural_problems(dataset)
    if problems:
        return problems
    return [problem for rule in RULES for problem in rule(dataset)]
