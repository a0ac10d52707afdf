"""What a size counts, and how its source hedges it."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["Qualifier", "SizeMeasure", "SizeMeasureWord"]


class SizeMeasure(StrEnum):
    """What a size counts."""

    MEMBERS = "members"
    COUNTRIES = "countries"
    CITIES = "cities"
    STAFF = "staff"
    STUDENTS = "students"
    PARTICIPANTS = "participants"
    OTHER = "other"


SizeMeasureWord: TypeAlias = Literal[
    "members",
    "countries",
    "cities",
    "staff",
    "students",
    "participants",
    "other",
]


class Qualifier(StrEnum):
    """How a figure's source hedges it."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
