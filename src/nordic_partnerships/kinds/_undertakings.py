"""What a joint undertaking is."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["InitiativeKind", "InitiativeKindWord"]


class InitiativeKind(StrEnum):
    """What a joint undertaking is."""

    JOINT_PROJECT = "joint project"
    FUNDED_PROJECT = "funded project"
    PROGRAMME = "programme"
    CENTRE = "centre"
    SEED_FUND = "seed fund"
    JOINT_POSITIONS = "joint positions"
    DEGREE_PROGRAMME = "degree programme"
    MINOR_STUDIES = "minor studies"
    SUMMER_SCHOOL = "summer school"
    TRAINING_PROGRAMME = "training programme"
    MENTORING_PROGRAMME = "mentoring programme"
    PROFESSORSHIP = "professorship"
    MOBILITY_SCHEME = "mobility scheme"
    FORUM = "forum"
    EVENT_SERIES = "event series"
    BODY = "body"
    FRAMEWORK = "framework"


InitiativeKindWord: TypeAlias = Literal[
    "joint project",
    "funded project",
    "programme",
    "centre",
    "seed fund",
    "joint positions",
    "degree programme",
    "minor studies",
    "summer school",
    "training programme",
    "mentoring programme",
    "professorship",
    "mobility scheme",
    "forum",
    "event series",
    "body",
    "framework",
]
