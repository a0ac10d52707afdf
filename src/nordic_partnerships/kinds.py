"""The closed lists of values that records use, and that ``kind=``, ``role=`` and ``measure=`` take.

Each list is a ``StrEnum``: its members equal their texts. A list that callers pass has a ``...Word`` beside it, the
same texts as a ``Literal``, so that editors complete them and type checkers refuse others. ``data/README.md`` defines
each value; tests keep the three in step.
"""

from enum import StrEnum
from typing import Literal, TypeAlias

__all__ = [
    "Basis",
    "Cause",
    "ChangeKind",
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
    "Unit",
]


class Status(StrEnum):
    """Whether a relation holds at a time that somebody asks about."""

    IN_FORCE = "in force"
    """It holds at some time in it, however imprecise dates are read."""
    PRESUMED = "presumed in force"
    """It has begun, and nobody says whether it has ended."""
    UNKNOWN = "unknown"
    """It may not have begun."""
    NOT_IN_FORCE = "not in force"
    """It does not hold then, however imprecise dates are read."""


class MomentKind(StrEnum):
    """What a line of a timeline tells."""

    ESTABLISHED = "established"
    FOUNDED = "founded"
    START = "start"
    SIGNED = "signed"
    SIZE = "size"
    OBSERVED = "observed"
    PUBLISHED = "published"
    END = "end"
    ENDED_BY = "ended by"
    CLOSED = "closed"
    DISSOLVED = "dissolved"


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


class NameKind(StrEnum):
    """What a further name of a record is."""

    LABEL = "label"
    ALIAS = "alias"
    ACRONYM = "acronym"
    FORMER = "former"


class NetworkKind(StrEnum):
    """What a network is."""

    UNIVERSITY_ALLIANCE = "university alliance"
    ASSOCIATION = "association"
    THEMATIC_NETWORK = "thematic network"
    INFORMATION_NETWORK = "mobility or information network"
    INNOVATION_COMMUNITY = "innovation community"
    NATIONAL_NETWORK = "national network"
    EU_BODY = "EU body"
    EU_INITIATIVE = "EU initiative"


NetworkKindWord: TypeAlias = Literal[
    "university alliance",
    "association",
    "thematic network",
    "mobility or information network",
    "innovation community",
    "national network",
    "EU body",
    "EU initiative",
]


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


class Basis(StrEnum):
    """Where a size or a relation comes from."""

    STATED = "stated"
    COUNTED = "counted"
    INFERRED = "inferred"


class RosterStatus(StrEnum):
    """How much of a network's membership the records hold."""

    COMPLETE = "complete"
    PARTIAL = "partial"


class Role(StrEnum):
    """What a member is or does in a network."""

    MEMBER = "member"
    FOUNDING_MEMBER = "founding member"
    ASSOCIATE_MEMBER = "associate member"
    AFFILIATED_PARTNER = "affiliated partner"
    PARTICIPATING_UNIVERSITY = "participating university"
    COORDINATOR = "coordinator"
    CHAIR = "chair"
    SECRETARIAT_HOST = "host of secretariat"
    COORDINATION_UNIT_HOST = "host of coordination unit"
    NATIONAL_BRIDGEHEAD = "national bridgehead"
    NATIONAL_PORTAL_HOST = "national portal host"
    NATIONAL_CONTACT = "national contact"
    SECTION_COORDINATOR = "section coordinator"
    SUSPENDED = "suspended"


RoleWord: TypeAlias = Literal[
    "member",
    "founding member",
    "associate member",
    "affiliated partner",
    "participating university",
    "coordinator",
    "chair",
    "host of secretariat",
    "host of coordination unit",
    "national bridgehead",
    "national portal host",
    "national contact",
    "section coordinator",
    "suspended",
]


class PartnershipKind(StrEnum):
    """What a partnership is."""

    STRATEGIC = "strategic partnership"
    """Its parties call it strategic."""
    CITY = "city cooperation"
    """With a city or municipality; no agreement is named."""
    REGIONAL = "regional cooperation"
    """With bodies of a region; no agreement is named."""
    COOPERATION = "cooperation agreement"
    """It rests on an agreement to cooperate, however called."""
    MEMORANDUM = "memorandum"
    """It rests on a memorandum of understanding."""
    LETTER_OF_INTENT = "letter of intent"
    """It rests on a letter or declaration of intent."""
    CONSORTIUM = "consortium"
    """The parties run something together, or form one group."""
    NAMED_PARTNER = "named partner"
    """A party names the other as its partner, or their cooperation; no agreement is named."""


PartnershipKindWord: TypeAlias = Literal[
    "strategic partnership",
    "city cooperation",
    "regional cooperation",
    "cooperation agreement",
    "memorandum",
    "letter of intent",
    "consortium",
    "named partner",
]


class InitiativeKind(StrEnum):
    """What a joint undertaking is."""

    JOINT_PROJECT = "joint project"
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


class ChangeKind(StrEnum):
    """What happened to a record between two datasets."""

    ADDED = "added"
    """Its id is new."""
    REMOVED = "removed"
    """Its id is gone, without a tombstone; this never happens between releases."""
    RETIRED = "retired"
    """Its id is now that of a tombstone."""
    RENAMED = "renamed"
    """Its name differs, and perhaps other fields."""
    CHANGED = "changed"
    """Other fields differ."""
    SOURCE_ONLY = "source only"
    """Nothing but its citations and alternatives differs."""


class Cause(StrEnum):
    """Why a record differs from the release before."""

    WORLD_CHANGED = "world changed"
    CORRECTION = "correction"
    BETTER_SOURCE = "better source"


class SourceKind(StrEnum):
    """Who speaks in a source."""

    OFFICIAL_SITE = "official site"
    MEMBER_SITE = "member's site"
    PUBLIC_AUTHORITY = "public authority"
    NEWS = "news"
    ENCYCLOPEDIA = "encyclopedia"
    DATASET = "dataset"


SourceKindWord: TypeAlias = Literal[
    "official site",
    "member's site",
    "public authority",
    "news",
    "encyclopedia",
    "dataset",
]
