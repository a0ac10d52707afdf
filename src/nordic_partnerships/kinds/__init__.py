"""The closed lists of values that records use, and that ``kind=``, ``role=`` and ``measure=`` take.

Each list is a ``StrEnum``: its members equal their texts. A list that callers pass has a ``...Word`` beside it, the
same texts as a ``Literal``, so that editors complete them and type checkers refuse others. ``data/README.md`` defines
each value; tests keep the three in step.
"""

from .._lazy import lazily

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is when the code runs, without importing typing

if TYPE_CHECKING:
    from ._basis import Basis, BasisWord
    from ._changes import ChangeKind
    from ._facts import IndicatorMeasure, IndicatorMeasureWord, StatementKind, StatementKindWord, Unit
    from ._figures import Qualifier, SizeMeasure, SizeMeasureWord
    from ._memberships import Role, RoleWord
    from ._moments import MomentKind
    from ._names import NameKind
    from ._networks import NetworkKind, NetworkKindWord, RosterStatus
    from ._organizations import OrganizationKind, OrganizationKindWord
    from ._partnerships import PartnershipKind, PartnershipKindWord
    from ._revisions import Cause
    from ._sources import SourceKind, SourceKindWord
    from ._status import Status
    from ._ties import Counted, CountedWord, Tie, TieWord
    from ._undertakings import InitiativeKind, InitiativeKindWord
else:
    _HOMES = {
        "_basis": ("Basis", "BasisWord"),
        "_changes": ("ChangeKind",),
        "_facts": ("IndicatorMeasure", "IndicatorMeasureWord", "StatementKind", "StatementKindWord", "Unit"),
        "_figures": ("Qualifier", "SizeMeasure", "SizeMeasureWord"),
        "_memberships": ("Role", "RoleWord"),
        "_moments": ("MomentKind",),
        "_names": ("NameKind",),
        "_networks": ("NetworkKind", "NetworkKindWord", "RosterStatus"),
        "_organizations": ("OrganizationKind", "OrganizationKindWord"),
        "_partnerships": ("PartnershipKind", "PartnershipKindWord"),
        "_revisions": ("Cause",),
        "_sources": ("SourceKind", "SourceKindWord"),
        "_status": ("Status",),
        "_ties": ("Counted", "CountedWord", "Tie", "TieWord"),
        "_undertakings": ("InitiativeKind", "InitiativeKindWord"),
    }
    __getattr__ = lazily(__name__, _HOMES)

__all__ = [
    "Basis",
    "BasisWord",
    "Cause",
    "ChangeKind",
    "Counted",
    "CountedWord",
    "IndicatorMeasure",
    "IndicatorMeasureWord",
    "InitiativeKind",
    "InitiativeKindWord",
    "MomentKind",
    "NameKind",
    "NetworkKind",
    "NetworkKindWord",
    "OrganizationKind",
    "OrganizationKindWord",
    "PartnershipKind",
    "PartnershipKindWord",
    "Qualifier",
    "Role",
    "RoleWord",
    "RosterStatus",
    "SizeMeasure",
    "SizeMeasureWord",
    "SourceKind",
    "SourceKindWord",
    "StatementKind",
    "StatementKindWord",
    "Status",
    "Tie",
    "TieWord",
    "Unit",
]


def __dir__() -> list[str]:
    return __all__
