"""What the cases are made of: the small dataset with some fields changed and further records."""

from typing import Any, NamedTuple

import attrs

from nordic_partnerships import (
    Agreement,
    Alternative,
    Citation,
    Dataset,
    Event,
    Indicator,
    Initiative,
    Membership,
    Name,
    Network,
    Organization,
    PartialDate,
    Period,
    Problem,
    Revision,
    Size,
    Source,
    Statement,
    Theme,
    Tombstone,
)
from nordic_partnerships._store import MemoryStore
from nordic_partnerships.kinds import (
    Cause,
    InitiativeKind,
    NameKind,
    OrganizationKind,
    SizeMeasure,
    SourceKind,
    StatementKind,
    Unit,
)

# It tells history, so that it contradicts no date.
BY_PAGE = (Citation(source="page", attests=False),)
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


def source(key, **fields):
    named = {"title": f"The source {key}", "publisher": "North", "kind": SourceKind.NEWS}
    return Source(**{"id": key, **named, "accessed": date("2020-06-01").first, **fields})


def party(key, **fields):
    """A party of the north and the south that nobody else remembers."""
    return Event(id=key, name=f"The party {key}", citations=BY_PAGE, **fields)


def says(key, text, subject="north", **fields):
    fields = {"kind": StatementKind.AIM, "citations": BY_PAGE} | fields
    return Statement(id=key, subject=subject, text=text, **fields)


def stone(key, **fields):
    fields = {"reason": "It was an error.", "retired": date("2020-01-01")} | fields
    return Tombstone(id=key, **fields)


def revision(release, record="north"):
    return Revision(id="revision", release=release, record=record, cause=Cause.CORRECTION)


def cited(**fields):
    return (Citation(**{"source": "page"} | fields),)


def claim(field, value, **fields):
    return (Alternative(field=field, value=value, citation=Citation(source="page"), **fields),)


def problem(file, record, field, message):
    return (Problem(f"{file}.json", record, field, message),)
