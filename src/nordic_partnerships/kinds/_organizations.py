"""What an organization is."""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = ["OrganizationKind", "OrganizationKindWord"]


class OrganizationKind(StrEnum):
    """What an organization is."""

    UNIVERSITY = "university"
    UNIVERSITY_OF_APPLIED_SCIENCES = "university of applied sciences"
    COLLEGE = "college"
    RESEARCH_INSTITUTE = "research institute"
    STUDENT_UNION = "student union"
    COMPANY = "company"
    ASSOCIATION = "association"
    CITY = "city"
    REGION = "region"
    GOVERNMENT_BODY = "government body"
    HOSPITAL = "hospital"
    FUNDING_AGENCY = "funding agency"
    INTERNATIONAL_ORGANIZATION = "international organization"
    OTHER = "other"


OrganizationKindWord: TypeAlias = Literal[
    "university",
    "university of applied sciences",
    "college",
    "research institute",
    "student union",
    "company",
    "association",
    "city",
    "region",
    "government body",
    "hospital",
    "funding agency",
    "international organization",
    "other",
]
