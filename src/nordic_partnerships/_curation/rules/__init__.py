"""The rules of good data, one small named function each.

A rule takes a dataset and yields a problem for each thing that breaks it. Rules look at records that are well formed
and whose ids lead somewhere; that much is checked first, as it is when a release is opened. None of these rules is
checked when a release is opened: what good data is may change, and what is published may not.

``CONSISTENCY`` says how records agree with each other and with themselves: questions rely on it, and so do the datasets
of ``testing``. ``PLAUSIBILITY`` says what a careful curator would look at twice: addresses, languages, dates that lie
ahead, lists, lengths. ``READING`` says what a reader of the project's own data may expect, and is asked of that alone.
docs/curation.md names what looks odd and is allowed.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from ..._structure import structural_problems
from ...errors import Problem
from .claims import (
    alternatives_compete,
    citations_support_content,
    nothing_is_said_about_itself,
    spans_lie_in_documents,
    statements_are_made_once,
)
from .dates import (
    agreements_fit_their_partnership,
    dates_are_not_ancient,
    dates_have_been,
    ends_are_near,
    events_end,
    figures_fit_the_founding,
    partnerships_fit_the_founding,
    periods_say_what_was_meant,
    rosters_are_dated_if_complete,
    starts_have_been,
)
from .evidence import citations_name_fields, documents_have_digests, quotations_are_short, records_are_cited
from .figures import (
    counts_agree_with_lists,
    indicators_are_possible,
    indicators_say_one_thing,
    newer_figures_say_why,
    rosters_agree_with_sizes,
    sizes_are_counts,
    sizes_are_in_order,
    terms_are_possible,
)
from .identifiers import identifiers_are_valid
from .links import links_are_not_circular, members_are_not_themselves, parties_are_distinct
from .names import (
    names_are_given_once,
    names_are_names,
    names_are_unambiguous,
    texts_are_normal,
    texts_are_printable,
    texts_are_short,
)
from .places import countries_are_known, places_are_on_the_map, places_lie_in_their_country, seats_end_with_a_country
from .reading import (
    a_page_is_one_source,
    ends_rest_on_a_later_page,
    nothing_is_said_twice,
    statements_name_their_subject,
    summaries_say_what_it_is,
    texts_are_no_research_log,
    themes_are_defined,
    themes_are_few,
    themes_are_used,
)
from .relations import (
    lists_name_each_thing_once,
    memberships_have_roles,
    networks_do_not_found_themselves,
    parties_sign,
    partnerships_are_not_recorded_twice,
    partnerships_bear_the_names_of_their_parties,
    revisions_name_releases,
    successors_are_alike,
    undertakings_are_somebodys,
)
from .sources import addresses_lead_to_pages, documents_are_file_names, languages_are_known, sources_were_read_in_time
from .suggestions import with_suggestions
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

__all__ = ["CONSISTENCY", "PLAUSIBILITY", "READING", "RULES", "Rule", "broken_rules", "broken_structure", "check"]

Rule: TypeAlias = Callable[["Dataset"], Iterator[Problem]]

CONSISTENCY: Final[tuple[Rule, ...]] = (
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
"""How records agree with each other and with themselves."""

PLAUSIBILITY: Final[tuple[Rule, ...]] = (
    addresses_lead_to_pages,
    documents_are_file_names,
    sources_were_read_in_time,
    languages_are_known,
    citations_support_content,
    spans_lie_in_documents,
    alternatives_compete,
    nothing_is_said_about_itself,
    statements_are_made_once,
    dates_have_been,
    starts_have_been,
    ends_are_near,
    dates_are_not_ancient,
    periods_say_what_was_meant,
    events_end,
    rosters_are_dated_if_complete,
    figures_fit_the_founding,
    partnerships_fit_the_founding,
    agreements_fit_their_partnership,
    lists_name_each_thing_once,
    memberships_have_roles,
    networks_do_not_found_themselves,
    parties_sign,
    partnerships_are_not_recorded_twice,
    partnerships_bear_the_names_of_their_parties,
    revisions_name_releases,
    successors_are_alike,
    undertakings_are_somebodys,
    texts_are_printable,
    texts_are_short,
    names_are_names,
    places_are_on_the_map,
    seats_end_with_a_country,
    sizes_are_counts,
    sizes_are_in_order,
    newer_figures_say_why,
    indicators_are_possible,
    terms_are_possible,
)
"""What a careful curator would look at twice."""

READING: Final[tuple[Rule, ...]] = (
    summaries_say_what_it_is,
    texts_are_no_research_log,
    nothing_is_said_twice,
    statements_name_their_subject,
    ends_rest_on_a_later_page,
    a_page_is_one_source,
    themes_are_used,
    themes_are_few,
    themes_are_defined,
)
"""What a reader of the project's own data may expect; published releases may break it, and data of others."""

RULES: Final = (*CONSISTENCY, *PLAUSIBILITY)
"""Every rule that is asked of all data, in the order in which ``check`` runs them."""


def check(dataset: "Dataset", rules: tuple[Rule, ...] = RULES) -> list[Problem]:
    """Return everything in a dataset that breaks a rule, in the order of the rules.

    If ids are broken, only that is reported: the rules follow ids from record to record.
    """
    return broken_structure(dataset) or broken_rules(dataset, rules)


def broken_structure(dataset: "Dataset") -> list[Problem]:
    """Return what is wrong with the structure of a dataset, with the ids that were meant."""
    problems = structural_problems(dataset)
    return with_suggestions(dataset, problems) if problems else []


def broken_rules(dataset: "Dataset", rules: tuple[Rule, ...] = RULES) -> list[Problem]:
    """Return everything in a dataset of sound structure that breaks a rule, in the order of the rules."""
    return [problem for rule in rules for problem in rule(dataset)]
