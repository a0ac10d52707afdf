"""Which fields hold ids, and of what: the links between records."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from .bodies import Membership, Network, Organization
from .cooperation import Agreement, Initiative, Partnership
from .evidence import Citation, Record, Source
from .facts import Event, Indicator, Statement, Theme
from .history import Tombstone

__all__ = ["REFERENCES", "citations", "leaves", "references"]

_BODIES: Final = (Organization, Network)
_FACTS: Final = (Partnership, Agreement, Initiative, Event, Theme, Membership, Indicator, Statement, Source)

REFERENCES: Final[dict[str, tuple[type[Record], ...]]] = {
    "network": (Network,),
    "member": _BODIES,
    "partnership": (Partnership,),
    "parties": (Organization,),
    "hosts": (Organization,),
    "founders": _BODIES,
    "funders": _BODIES,
    "organization": (Organization,),
    "part_of": (Network,),
    "themes": (Theme,),
    "broader": (Theme,),
    "renews": (Agreement,),
    "builds_on": (Initiative,),
    "initiative": (Initiative,),
    "successor": (Organization,),
    "source": (Source,),
    "subject": (*_BODIES, *_FACTS),
    "record": (*_BODIES, *_FACTS, Tombstone),
    "successors": (*_BODIES, *_FACTS, Tombstone),
}
"""The fields that hold ids, and the classes of the records that they may point to."""

_WIDER: Final[dict[tuple[type[Record], str], tuple[type[Record], ...]]] = {
    (Initiative, "parties"): _BODIES,
    (Organization, "part_of"): _BODIES,
}
"""Fields that may point to more in one class than in the others."""


def references(record: Record) -> Iterator[tuple[str, str, tuple[type[Record], ...]]]:
    """Yield (field path, id, classes it may be of) for every id that a record or a part of it holds."""
    for path, field, value in leaves(record):
        if field in REFERENCES and value is not None:
            yield path, value, _WIDER.get((type(record), field), REFERENCES[field])


def citations(record: Record) -> Iterator[tuple[str, Citation]]:
    """Yield (field path, citation) of a record, those of its figures and of competing claims among them."""
    for index, citation in enumerate(record.citations):
        yield f"citations[{index}]", citation
    for index, alternative in enumerate(record.alternatives):
        yield f"alternatives[{index}].citation", alternative.citation
    for place, size in enumerate(getattr(record, "sizes", ())):
        for index, citation in enumerate(size.citations):
            yield f"sizes[{place}].citations[{index}]", citation


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield (field path, field name, value) of every single value that a record or a part of it holds."""
    for field in attrs.fields(type(value)):
        found = getattr(value, field.name)
        here = f"{path}{field.name}"
        for index, each in enumerate(found if isinstance(found, tuple) else (found,)):
            place = f"{here}[{index}]" if isinstance(found, tuple) else here
            if attrs.has(type(each)):
                yield from leaves(each, f"{place}.")
            else:
                yield place, field.name, each
