"""The closed lists of values that records use. ``data/README.md`` defines each value; a test keeps the two in step."""

from enum import StrEnum

__all__ = [
    "Basis",
    "Cause",
    "IndicatorMeasure",
    "InitiativeKind",
    "NameKind",
    "NetworkKind",
    "OrganizationKind",
    "PartnershipKind",
    "Qualifier",
    "Role",
    "RosterStatus",
    "SizeMeasure",
    "SourceKind",
    "StatementKind",
    "Unit",
]


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
    FUNDING_AGENCY = "funding agency"
    INTERNATIONAL_ORGANIZATION = "international organization"
    OTHER = "other"


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


class SizeMeasure(StrEnum):
    """What a size counts."""

    MEMBERS = "members"
    COUNTRIES = "countries"
    CITIES = "cities"
    STAFF = "staff"
    STUDENTS = "students"
    PARTICIPANTS = "participants"
    OTHER = "other"


class Qualifier(StrEnum):
    """How a figure's source hedges it."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"


class Basis(StrEnum):
    """Where a size comes from."""

    STATED = "stated"
    COUNTED = "counted"


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


class PartnershipKind(StrEnum):
    """What a partnership is."""

    STRATEGIC = "strategic partnership"
    CITY = "city cooperation"
    REGIONAL = "regional cooperation"
    COOPERATION = "cooperation agreement"
    MEMORANDUM = "memorandum"


class InitiativeKind(StrEnum):
    """What a joint undertaking is."""

    JOINT_PROJECT = "joint project"
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


class IndicatorMeasure(StrEnum):
    """What an indicator observes."""

    INTERNATIONAL_SHARE = "international share"
    INCOMING_EXCHANGE = "incoming exchange"
    OUTGOING_EXCHANGE = "outgoing exchange"
    STRATEGIC_PARTNERS = "strategic partners"
    COMMUNITIES = "innovation communities"
    THEMES = "themes"
    JOINT_PROJECTS = "joint projects"


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


class Cause(StrEnum):
    """Why a record differs from the release before."""

    WORLD_CHANGED = "world changed"
    CORRECTION = "correction"
    BETTER_SOURCE = "better source"


class SourceKind(StrEnum):
    """Who speaks in a source."""

    OFFICIAL_SITE = "official site"
    MEMBER_SITE = "member's site"
    NEWS = "news"
    ENCYCLOPEDIA = "encyclopedia"
    DATASET = "dataset"
