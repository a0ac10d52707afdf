"""Relations: each body is named once, nobody founds itself, and what is done together has somebody who does it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from ..._model import (
    Agreement,
    Event,
    Initiative,
    Membership,
    Network,
    Organization,
    Partnership,
    Record,
    Revision,
    Tombstone,
    citations_of,
    shapes,
    target_classes,
)
from ..._names.folding import fold
from ..._release import VERSION
from ..._text import with_article
from ...errors import Problem
from ...kinds import PartnershipKind
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = [
    "lists_name_each_thing_once",
    "memberships_have_roles",
    "networks_do_not_found_themselves",
    "parties_sign",
    "partnerships_are_not_recorded_twice",
    "partnerships_bear_the_names_of_their_parties",
    "revisions_name_releases",
    "successors_are_alike",
    "undertakings_are_somebodys",
]

_SHORTEST_WORD: Final = 4
_COMMON_WORDS: Final = frozenset(
    {"university", "universitet", "university's", "city", "college", "school", "institute", "technology", "sciences"}
)
"""Words that do not tell one body from another."""


def lists_name_each_thing_once(dataset: "Dataset") -> Iterator[Problem]:
    """A list of ids, roles or countries names each once, and so does what a citation supports."""
    for record in dataset:
        for path, values in _lists(record):
            for value in dict.fromkeys(values):
                if values.count(value) > 1:
                    yield problem(record, path, f"{str(value)!r} is named twice: name it once")


def memberships_have_roles(dataset: "Dataset") -> Iterator[Problem]:
    """A membership has a role, which is that of a member unless something else is known."""
    for membership in dataset.records(Membership):
        if not membership.roles:
            yield problem(membership, "roles", "is empty: leave it out for a plain member")


def networks_do_not_found_themselves(dataset: "Dataset") -> Iterator[Problem]:
    """A network is founded and funded by others."""
    for network in dataset.records(Network):
        for field, bodies in (("founders", network.founders), ("funders", network.funders)):
            if network.id in bodies:
                yield problem(network, field, "a network cannot found or fund itself")


def parties_sign(dataset: "Dataset") -> Iterator[Problem]:
    """An agreement is signed for parties of its partnership, unless a remark says why another signed."""
    partnerships = {partnership.id: partnership for partnership in dataset.records(Partnership)}
    for agreement in dataset.records(Agreement):
        parties = partnerships[agreement.partnership].parties
        for index, signatory in enumerate(agreement.signatories):
            organization = signatory.organization
            if organization is not None and organization not in parties and agreement.remark is None:
                yield problem(
                    agreement,
                    f"signatories[{index}].organization",
                    f"{organization!r} is not a party of {agreement.partnership!r}: say in a remark why it signed",
                )


def partnerships_are_not_recorded_twice(dataset: "Dataset") -> Iterator[Problem]:
    """Two partnerships of one kind have not the same parties, unless a remark tells them apart."""
    recorded: dict[tuple[frozenset[str], PartnershipKind], str] = {}
    for partnership in dataset.records(Partnership):
        first = recorded.setdefault((frozenset(partnership.parties), partnership.kind), partnership.id)
        if first != partnership.id and partnership.remark is None:
            yield problem(
                partnership,
                "parties",
                f"are those of {first!r} too, of the same kind: add to it, or say in a remark what differs",
            )


def partnerships_bear_the_names_of_their_parties(dataset: "Dataset") -> Iterator[Problem]:
    """The name of a partnership names each party, by a name on record or a word of it, unless a remark says why not."""
    organizations = {organization.id: organization for organization in dataset.records(Organization)}
    for partnership in dataset.records(Partnership):
        if partnership.remark is not None:
            continue
        unnamed = [party for party in partnership.parties if not _is_named(organizations[party], partnership.name)]
        if unnamed:
            yield problem(
                partnership,
                "name",
                f"{partnership.name!r} does not name {', '.join(unnamed)}: write the names of the parties",
            )


def revisions_name_releases(dataset: "Dataset") -> Iterator[Problem]:
    """A revision names the version of a release that was cut by next year."""
    latest_year = dataset.release.reference_date.year + 1
    for revision in dataset.records(Revision):
        if re.fullmatch(VERSION, revision.release) is None:
            message = f"{revision.release!r} is not a version: write year, month and serial number, such as 2026.11.0"
            yield problem(revision, "release", message)
        elif int(revision.release.partition(".")[0]) > latest_year:
            yield problem(revision, "release", f"{revision.release} is a release of a far future")


def successors_are_alike(dataset: "Dataset") -> Iterator[Problem]:
    """What took the place of one record is of one class."""
    classes = {record.id: type(record) for record in dataset}
    for tombstone in dataset.records(Tombstone):
        kinds = dict.fromkeys(classes[successor] for successor in tombstone.successors)
        kinds.pop(Tombstone, None)
        if len(kinds) > 1:
            words = " and ".join(with_article(cls.__name__.lower()) for cls in kinds)
            yield problem(tombstone, "successors", f"are {words}: one record is followed by records of one class")


def undertakings_are_somebodys(dataset: "Dataset") -> Iterator[Problem]:
    """An undertaking or an event is somebody's, or a remark says that nobody is named."""
    for initiative in dataset.records(Initiative):
        if not (initiative.parties or initiative.partnership or initiative.network or initiative.remark):
            yield problem(initiative, "parties", f"{_NOBODY}: name the parties, the partnership or the network")
    for event in dataset.records(Event):
        bodies = (event.hosts, event.parties, event.network, event.partnership, event.initiative)
        if not any(bodies) and not event.remark:
            yield problem(event, "parties", f"{_NOBODY}: name hosts, parties, or what the event belongs to")


_NOBODY: Final = "nobody is named who takes part"


def _lists(record: Record) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield (path, values) of every list of ids, roles or codes in a record, and of what its citations support."""
    for field, shape in shapes(type(record)):
        if shape.many and (target_classes(field) or field.name in ("roles", "ranking")):
            yield field.name, getattr(record, field.name)
    for path, citation in citations_of(record):
        yield f"{path}.supports", citation.supports


def _is_named(organization: Organization, text: str) -> bool:
    """Say whether a text holds a name of an organization, or a word of one that tells it from others."""
    folded_text = fold(text)
    names = [organization.name, *(name.text for name in organization.names)]
    words = [word.casefold() for name in names for word in re.split(r"[\s,()-]+", name)]
    telling = [word for word in words if len(word) >= _SHORTEST_WORD and word not in _COMMON_WORDS]
    return any(fold(part) in folded_text for part in (*names, *telling) if fold(part))
