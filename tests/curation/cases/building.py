"""What the cases are made of: the small dataset with some fields changed and further records."""

from typing import Any, NamedTuple

import attrs

from nordic_partnerships import (
    Agreement,
    Citation,
    Dataset,
    Indicator,
    Initiative,
    Membership,
    Name,
    Network,
    Organization,
    PartialDate,
    Period,
    Problem,
    Size,
    Theme,
)
from nordic_partnerships._store import MemoryStore
from nordic_partnerships.kinds import (
    InitiativeKind,
    NameKind,
    OrganizationKind,
    SizeMeasure,
    Unit,
)

BY_PAGE = (Citation(source="page"),)
DIGEST = "0123456789abcdef" * 4
ROR = "https://ror.org/040af2s02"
ISNI = "0000 0001 0838 9418"
CIRCLE = "leads back to the record itself, directly or indirectly"


class Case(NamedTuple):
    """What is done to the small dataset (fields by record id, further records), and what a rule says to it."""

    rule: Any
    what: str
    changes: Any = ()
    extra: tuple[Any, ...] = ()
    problems: tuple[Problem, ...] = ()


def edited(dataset, changes=(), extra=()):
    changes = dict(changes)
    records = [attrs.evolve(record, **changes.pop(record.id, {})) for record in dataset]
    assert not changes
    return Dataset(MemoryStore.of(dataset.release, [*records, *extra]))


def date(text):
    return PartialDate.parse(text)


def period(text):
    return Period.parse(text)


def organization(key, name, **fields):
    fields = {"kind": OrganizationKind.OTHER, "citations": BY_PAGE} | fields
    return Organization(id=key, name=name, **fields)


def theme(key, *broader):
    return Theme(id=key, name=f"The theme {key}", broader=broader, citations=BY_PAGE)


def network(key, **fields):
    return Network(id=key, name=f"The network {key}", citations=BY_PAGE, **fields)


def stay(key, when, **fields):
    """A further membership of the south in the alliance, where it was from 2005 to 2012."""
    fields = {"network": "alliance", "member": "south", "citations": BY_PAGE} | fields
    return Membership(id=key, period=period(when), **fields)


def treaty(key, renews=None, **fields):
    fields = {"partnership": "north--south", "citations": BY_PAGE} | fields
    return Agreement(id=key, name=f"The {key}", renews=renews, **fields)


def project(key, **fields):
    return Initiative(id=key, name=f"The project {key}", kind=InitiativeKind.JOINT_PROJECT, citations=BY_PAGE, **fields)


def count(subject, measure, value, **fields):
    fields = {"unit": Unit.COUNT, "citations": BY_PAGE} | fields
    return Indicator(id="count", subject=subject, measure=measure, value=value, **fields)


def size(number, **fields):
    fields = {"measure": SizeMeasure.MEMBERS, "citations": BY_PAGE} | fields
    return (Size(count=number, **fields),)


def names(*texts, kind=NameKind.ALIAS):
    return tuple(Name(text=text, kind=kind) for text in texts)


def problem(file, record, field, message):
    return (Problem(f"{file}.json", record, field, message),)
