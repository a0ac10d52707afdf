"""Making one dataset of another: extended with somebody's own records, or reduced to what some sources support.

Both are pure: they take records and return a release and its records.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

from ._model import (
    COLLECTIONS,
    Agreement,
    Citation,
    Event,
    Indicator,
    Initiative,
    Membership,
    Network,
    Partnership,
    Record,
    Sized,
    Source,
    Statement,
    citations_of,
    file_of,
    misfits,
    references,
)
from ._release import Release
from ._structure import structural_problems
from ._text import shown, with_article
from .errors import DataError, InvalidTypeError, InvalidValueError, Problem
from .kinds import RosterStatus, SourceKind

__all__ = ["extend", "own_release", "reduce_to_sources", "require_records", "require_sound"]

_CLAIMS: Final = (Membership, Partnership, Agreement, Initiative, Event, Indicator, Statement)
"""The classes of records that stay only if a trusted source supports them."""


def require_records(records: object) -> tuple[Record, ...]:
    """Return records given in an iterable, well typed; raise InvalidTypeError or DataError otherwise."""
    if isinstance(records, str) or not isinstance(records, Iterable):
        raise InvalidTypeError(f"expected an iterable of records, got {shown(records)}")
    given = tuple(records)
    for record in given:
        if type(record) not in COLLECTIONS.values():
            known = [cls.__name__ for cls in COLLECTIONS.values() if isinstance(record, cls)]
            hint = f"; what {type(record).__name__} adds to {known[0]} would be lost" if known else ""
            raise InvalidTypeError(f"expected an iterable of records, got {shown(record)} in it{hint}")
    problems = [
        Problem(file_of(type(record)), str(record.id), path, message)
        for record in given
        for path, message in misfits(record)
    ]
    if problems:
        raise DataError(problems)
    return given


def require_sound(records: object) -> tuple[Record, ...]:
    """Return records given in an iterable, well typed and without a dangling id; raise an error otherwise."""
    given = require_records(records)
    problems = structural_problems(given)
    if problems:
        raise DataError(problems)
    return given


def own_release(base: Release) -> Release:
    """Return the release that stands for records of one's own."""
    return Release(version="own", reference_date=base.reference_date)


def extend(
    base: Release, records: Sequence[Record], addition: Release, added: Sequence[Record], *, replace: bool
) -> tuple[Release, tuple[Record, ...]]:
    """Return the records of a base with others added, or put in place of those with their ids.

    Raises:
        DataError: an id is taken and may not be replaced, a record would change its class, or ids lead nowhere.
    """
    taken = {record.id: record for record in records}
    problems = [
        Problem(file_of(type(record)), record.id, "id", message)
        for record in added
        if record.id in taken and (message := _refusal(taken[record.id], record, base, replace)) is not None
    ]
    added_ids = {record.id for record in added}
    joined = (*(record for record in records if not replace or record.id not in added_ids), *added)
    problems += [problem for problem in structural_problems(joined) if replace or problem.record not in taken]
    if problems:
        raise DataError(problems)
    replaced = tuple(sorted(taken.keys() & added_ids))
    release = Release(
        version=f"{base.version}+{addition.version}",
        reference_date=base.reference_date,
        parts=(*(base.parts or (base,)), attrs.evolve(addition, replaced=replaced)),
    )
    return release, joined


def _refusal(known: Record, record: Record, base: Release, replace: bool) -> str | None:
    """Return why a record may not take the id of a known one, or None if it may."""
    if not replace:
        return f"is also an id of {base.version}; replace=True puts the record in its place"
    if type(record) is not type(known):
        known_class, new_class = (with_article(type(version).__name__.lower()) for version in (known, record))
        return f"is the id of {known_class} in {base.version}, which {new_class} cannot replace"
    return None


def reduce_to_sources(
    base: Release, records: Sequence[Record], kinds: frozenset[SourceKind]
) -> tuple[Release, tuple[Record, ...]]:
    """Return the claims that sources of some kinds support, and everything that is no claim.

    Claims, figures and alternatives lose their citations of other sources, and go if none is left. A claim about a
    claim that went goes too, and so does a source that nothing cites any more. A roster that lost members, or a figure
    that it was held against, is partial.
    """
    if not kinds:
        raise InvalidValueError("supported_by takes one kind of source or more")
    trusted = {record.id for record in records if isinstance(record, Source) and record.kind in kinds}
    kept: dict[str, Record] = {}
    for record in records:
        reduced = _reduce(record, trusted)
        if reduced is not None:
            kept[record.id] = reduced
    cited_before = _cited_sources(records)
    dropped = {record.id for record in records} - kept.keys()
    while dropped:
        dropped = {record.id for record in kept.values() if not _ids_held(record).isdisjoint(dropped)}
        dropped |= (cited_before - _cited_sources(kept.values())) & kept.keys()
        kept = {record_id: record for record_id, record in kept.items() if record_id not in dropped}
    shrunk = {record.network for record in records if isinstance(record, Membership) and record.id not in kept}
    whole = tuple(
        _with_partial_roster(record) if isinstance(record, Network) and record.id in shrunk else record
        for record in kept.values()
    )
    version = f"{base.version} supported by {' or '.join(sorted(kinds))}"
    release = Release(version=version, reference_date=base.reference_date, parts=base.parts or (base,))
    return release, whole


def _reduce(record: Record, trusted: set[str]) -> Record | None:
    """Return a record with what trusted sources support, or None if it is a claim that none of them supports."""
    changes: dict[str, Any] = {
        "alternatives": tuple(claim for claim in record.alternatives if claim.citation.source in trusted)
    }
    if isinstance(record, Sized):
        sizes = (attrs.evolve(size, citations=_supported(size.citations, trusted)) for size in record.sizes)
        changes["sizes"] = tuple(size for size in sizes if size.citations)
    if isinstance(record, _CLAIMS):
        changes["citations"] = _supported(record.citations, trusted)
        if not changes["citations"]:
            return None
    if isinstance(record, Network):
        lost_figures = len(changes["sizes"]) < len(record.sizes)
        lost_source = record.roster_source is not None and record.roster_source not in trusted
        if lost_figures or lost_source:
            record = _with_partial_roster(record)
    return attrs.evolve(record, **changes)


def _with_partial_roster(network: Network) -> Network:
    return attrs.evolve(network, roster=RosterStatus.PARTIAL, roster_as_of=None, roster_source=None)


def _supported(citations: tuple[Citation, ...], trusted: set[str]) -> tuple[Citation, ...]:
    return tuple(citation for citation in citations if citation.source in trusted)


def _cited_sources(records: Iterable[Record]) -> set[str]:
    return {citation.source for record in records for _, citation in citations_of(record)}


def _ids_held(record: Record) -> set[str]:
    return {reference.id for reference in references(record)}
