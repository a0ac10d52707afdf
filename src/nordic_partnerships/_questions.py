"""The questions as functions: the methods of the newest bundled dataset, of which nothing is read yet."""

from typing import Final

from ._releases import default

__all__ = [
    "agreements_of",
    "counts_by_year",
    "disputes_of",
    "events_of",
    "explain",
    "find",
    "get",
    "indicators_of",
    "initiatives_of",
    "members_of",
    "memberships",
    "network",
    "networks",
    "networks_by_size",
    "networks_of",
    "organization",
    "organizations",
    "partners_of",
    "partnerships",
    "partnerships_of",
    "records",
    "resolve_many",
    "size_of",
    "statements_of",
    "status_of",
    "themes_of",
    "timeline_of",
]

get: Final = default.get
organization: Final = default.organization
network: Final = default.network
find: Final = default.find
resolve_many: Final = default.resolve_many
partners_of: Final = default.partners_of
partnerships_of: Final = default.partnerships_of
agreements_of: Final = default.agreements_of
initiatives_of: Final = default.initiatives_of
themes_of: Final = default.themes_of
networks_of: Final = default.networks_of
members_of: Final = default.members_of
networks_by_size: Final = default.networks_by_size
size_of: Final = default.size_of
statements_of: Final = default.statements_of
indicators_of: Final = default.indicators_of
events_of: Final = default.events_of
status_of: Final = default.status_of
timeline_of: Final = default.timeline_of
counts_by_year: Final = default.counts_by_year
explain: Final = default.explain
disputes_of: Final = default.disputes_of
records: Final = default.records
organizations: Final = default.organizations
networks: Final = default.networks
partnerships: Final = default.partnerships
memberships: Final = default.memberships
