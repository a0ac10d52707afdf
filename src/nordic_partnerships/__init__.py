"""Who works with whom in Nordic higher education: partnerships and networks, dated and sourced, offline.

>>> import nordic_partnerships as nordic
>>> [partner.name for partner in nordic.partners_of("Stockholm University")]
['University of Helsinki']

The functions are the methods of one :class:`Dataset`, the newest bundled release, which is read when first asked.
"""

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
    UnknownNameError,
    UnknownReleaseError,
)
from .model import (
    Agreement,
    Alternative,
    Basis,
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
    Role,
    RosterStatus,
    Size,
    SizeMeasure,
    Source,
    SourceKind,
    Statement,
    StatementKind,
    Theme,
    Unit,
)
from .releases import default, load
from .results import Evidence, Explanation, Match, Moment, Release, Resolution, SizedNetwork

__version__ = "1.0.0"

organization = default.organization
network = default.network
partnership = default.partnership
agreement = default.agreement
initiative = default.initiative
event = default.event
theme = default.theme
source = default.source
get = default.get
find = default.find
resolve_many = default.resolve_many
partners_of = default.partners_of
partnerships_of = default.partnerships_of
partnerships_between = default.partnerships_between
agreements_of = default.agreements_of
initiatives_of = default.initiatives_of
networks_of = default.networks_of
members_of = default.members_of
memberships_of = default.memberships_of
shared_networks = default.shared_networks
networks_by_size = default.networks_by_size
statements_of = default.statements_of
indicators_of = default.indicators_of
events_of = default.events_of
themes_of = default.themes_of
timeline = default.timeline
status = default.status
explain = default.explain
organizations = default.organizations
networks = default.networks
memberships = default.memberships
partnerships = default.partnerships
agreements = default.agreements
initiatives = default.initiatives
events = default.events
indicators = default.indicators
statements = default.statements
themes = default.themes
sources = default.sources

__all__ = [
    "EVER",
    "Agreement",
    "Alternative",
    "AmbiguousNameError",
    "AsOf",
    "Basis",
    "Bound",
    "Citation",
    "DataError",
    "Dataset",
    "Event",
    "Ever",
    "Evidence",
    "Explanation",
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
    "Release",
    "Resolution",
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
    "Unit",
    "UnknownNameError",
    "UnknownReleaseError",
    "__version__",
    "agreement",
    "agreements",
    "agreements_of",
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
