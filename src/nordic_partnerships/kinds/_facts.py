"""What an indicator observes, and what a statement says."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["IndicatorMeasure", "IndicatorMeasureWord", "StatementKind", "StatementKindWord", "Unit"]


class IndicatorMeasure(StrEnum):
    """What an indicator observes."""

    INTERNATIONAL_SHARE = "international share"
    INCOMING_EXCHANGE = "incoming exchange"
    OUTGOING_EXCHANGE = "outgoing exchange"
    STRATEGIC_PARTNERS = "strategic partners"
    COMMUNITIES = "innovation communities"
    THEMES = "themes"
    JOINT_PROJECTS = "joint projects"


IndicatorMeasureWord: TypeAlias = Literal[
    "international share",
    "incoming exchange",
    "outgoing exchange",
    "strategic partners",
    "innovation communities",
    "themes",
    "joint projects",
]


class Unit(StrEnum):
    """The unit of an indicator's value."""

    PERCENT = "percent"
    COUNT = "count"


class StatementKind(StrEnum):
    """What a statement says."""

    AIM = "aim"
    ACTIVITY = "activity"
    VALUE = "value"
    METHOD = "method"
    RESULT = "result"


StatementKindWord: TypeAlias = Literal[
    "aim",
    "activity",
    "value",
    "method",
    "result",
]
