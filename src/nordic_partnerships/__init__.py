"""Who works with whom in Nordic higher education: partnerships and networks, dated and sourced, offline.

>>> import nordic_partnerships as nordic
>>> [partner.name for partner in nordic.partners_of("University of Nairobi")]
['University of Helsinki']

The questions are the methods of one :class:`Dataset`, the newest bundled release, which is read when first asked.
"""

from typing import Final

from ._answers import Evidence, Explanation, Match, Moment, Resolution, SizedNetwork
from ._changes import Change, Comparison, FieldChange
from ._dataset import Dataset
from ._dates import EVER, AsOf, Bound, Ever, PartialDate, Period
from ._model import (
    Agreement,
    Alternative,
    Citation,
    Event,
    Indicator,
    Initiative,
    Location,
    Membership,
    Name,
    Network,
    OfficeHolder,
    Organization,
    Partnership,
    Record,
    Revision,
    Size,
    Source,
    Statement,
    Theme,
    Tombstone,
)
from ._release import Reference, Release
from ._releases import compare, default, load, open_dataset, releases
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

__version__ = "1.0.0"

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
statements_of: Final = default.statements_of
indicators_of: Final = default.indicators_of
events_of: Final = default.events_of
status_of: Final = default.status_of
timeline_of: Final = default.timeline_of
explain: Final = default.explain
records: Final = default.records
organizations: Final = default.organizations
networks: Final = default.networks
partnerships: Final = default.partnerships
memberships: Final = default.memberships

__all__ = [
    "EVER",
    "Agreement",
    "Alternative",
    "AmbiguousNameError",
    "AsOf",
    "Bound",
    "Change",
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
    "Initiative",
    "InvalidDateError",
    "InvalidTypeError",
    "InvalidValueError",
    "Location",
    "Match",
    "Membership",
    "Moment",
    "Name",
    "Network",
    "NordicPartnershipsError",
    "OfficeHolder",
    "Organization",
    "PartialDate",
    "Partnership",
    "Period",
    "Problem",
    "Record",
    "Reference",
    "Release",
    "ReleaseMismatchError",
    "Resolution",
    "RetiredIdError",
    "RetiredIdWarning",
    "Revision",
    "Size",
    "SizedNetwork",
    "Source",
    "Statement",
    "Theme",
    "Tombstone",
    "UnknownNameError",
    "UnknownReleaseError",
    "__version__",
    "agreements_of",
    "compare",
    "events_of",
    "explain",
    "find",
    "get",
    "indicators_of",
    "initiatives_of",
    "load",
    "members_of",
    "memberships",
    "network",
    "networks",
    "networks_by_size",
    "networks_of",
    "open_dataset",
    "organization",
    "organizations",
    "partners_of",
    "partnerships",
    "partnerships_of",
    "records",
    "releases",
    "resolve_many",
    "statements_of",
    "status_of",
    "themes_of",
    "timeline_of",
]


def __dir__() -> list[str]:
    return __all__
