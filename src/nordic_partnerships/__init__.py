"""Who works with whom in Nordic higher education: partnerships and networks, dated and sourced, offline.

>>> import nordic_partnerships as nordic
>>> [partner.name for partner in nordic.partners_of("University of Nairobi")]
['University of Helsinki']

The functions are the methods of one :class:`Dataset`, the newest bundled release, which is read when first asked.
"""

from typing import Final

from .changes import Change, ChangeKind, Comparison, FieldChange, apply
from .dataset import Dataset, Store
from .dates import EVER, AsOf, Bound, Ever, PartialDate, Period, Status
from .errors import (
    AmbiguousNameError,
    DataError,
    InvalidDateError,
    InvalidTypeError,
    InvalidValueError,
    NordicPartnershipsError,
    Problem,
    ReleaseMismatchError,
    RetiredIdError,
    RetiredIdWarning,
    UnknownNameError,
    UnknownReleaseError,
)
from .model import (
    Agreement,
    Alternative,
    Basis,
    Cause,
    Citation,
    Event,
    Indicator,
    IndicatorMeasure,
    Initiative,
    InitiativeKind,
    Location,
    Membership,
    Name,
    NameKind,
    Network,
    NetworkKind,
    OfficeHolder,
    Organization,
    OrganizationKind,
    Partnership,
    PartnershipKind,
    Qualifier,
    Record,
    Revision,
    Role,
    RosterStatus,
    Size,
    SizeMeasure,
    Source,
    SourceKind,
    Statement,
    StatementKind,
    Theme,
    Tombstone,
    Unit,
)
from .releases import cite, compare, default, load, releases
from .results import Evidence, Explanation, Match, Moment, Reference, Release, Resolution, SizedNetwork

__version__ = "1.0.0"

organization: Final = default.organization
network: Final = default.network
partnership: Final = default.partnership
agreement: Final = default.agreement
initiative: Final = default.initiative
event: Final = default.event
theme: Final = default.theme
source: Final = default.source
get: Final = default.get
find: Final = default.find
resolve_many: Final = default.resolve_many
partners_of: Final = default.partners_of
partnerships_of: Final = default.partnerships_of
partnerships_between: Final = default.partnerships_between
agreements_of: Final = default.agreements_of
initiatives_of: Final = default.initiatives_of
networks_of: Final = default.networks_of
members_of: Final = default.members_of
memberships_of: Final = default.memberships_of
shared_networks: Final = default.shared_networks
networks_by_size: Final = default.networks_by_size
statements_of: Final = default.statements_of
indicators_of: Final = default.indicators_of
events_of: Final = default.events_of
themes_of: Final = default.themes_of
timeline: Final = default.timeline
status: Final = default.status
explain: Final = default.explain
organizations: Final = default.organizations
networks: Final = default.networks
memberships: Final = default.memberships
partnerships: Final = default.partnerships
agreements: Final = default.agreements
initiatives: Final = default.initiatives
events: Final = default.events
indicators: Final = default.indicators
statements: Final = default.statements
themes: Final = default.themes
sources: Final = default.sources

__all__ = [
    "EVER",
    "Agreement",
    "Alternative",
    "AmbiguousNameError",
    "AsOf",
    "Basis",
    "Bound",
    "Cause",
    "Change",
    "ChangeKind",
    "Citation",
    "Comparison",
    "DataError",
    "Dataset",
    "Event",
    "Ever",
    "Evidence",
    "Explanation",
    "FieldChange",
    "Indicator",
    "IndicatorMeasure",
    "Initiative",
    "InitiativeKind",
    "InvalidDateError",
    "InvalidTypeError",
    "InvalidValueError",
    "Location",
    "Match",
    "Membership",
    "Moment",
    "Name",
    "NameKind",
    "Network",
    "NetworkKind",
    "NordicPartnershipsError",
    "OfficeHolder",
    "Organization",
    "OrganizationKind",
    "PartialDate",
    "Partnership",
    "PartnershipKind",
    "Period",
    "Problem",
    "Qualifier",
    "Record",
    "Reference",
    "Release",
    "ReleaseMismatchError",
    "Resolution",
    "RetiredIdError",
    "RetiredIdWarning",
    "Revision",
    "Role",
    "RosterStatus",
    "Size",
    "SizeMeasure",
    "SizedNetwork",
    "Source",
    "SourceKind",
    "Statement",
    "StatementKind",
    "Status",
    "Store",
    "Theme",
    "Tombstone",
    "Unit",
    "UnknownNameError",
    "UnknownReleaseError",
    "__version__",
    "agreement",
    "agreements",
    "agreements_of",
    "apply",
    "cite",
    "compare",
    "event",
    "events",
    "events_of",
    "explain",
    "find",
    "get",
    "indicators",
    "indicators_of",
    "initiative",
    "initiatives",
    "initiatives_of",
    "load",
    "members_of",
    "memberships",
    "memberships_of",
    "network",
    "networks",
    "networks_by_size",
    "networks_of",
    "organization",
    "organizations",
    "partners_of",
    "partnership",
    "partnerships",
    "partnerships_between",
    "partnerships_of",
    "releases",
    "resolve_many",
    "shared_networks",
    "source",
    "sources",
    "statements",
    "statements_of",
    "status",
    "theme",
    "themes",
    "themes_of",
    "timeline",
]


def __dir__() -> list[str]:
    return __all__
