"""What a reader finds: texts that stand alone, and a vocabulary that can be learnt.

These rules hold for what is being edited. Published releases may break them, and so may the data of others.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ..._model import (
    Initiative,
    Membership,
    Network,
    Organization,
    Partnership,
    Record,
    Source,
    Statement,
    Theme,
    Tombstone,
    names_of,
    references,
)
from ..._names.folding import fold
from ...errors import Problem
from .names import texts
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = [
    "a_page_is_one_source",
    "ends_rest_on_a_later_page",
    "nothing_is_said_twice",
    "statements_name_their_subject",
    "summaries_say_what_it_is",
    "texts_are_no_research_log",
    "themes_are_defined",
    "themes_are_few",
    "themes_are_used",
]

_WORDS: Final = range(15, 41)
"""How many words a summary has."""
_MOST_THEMES: Final = 85
_USES: Final = 2
"""How many records hold a theme that is worth having."""
_LOG: Final = re.compile(
    r"Selected in\b|\b(?:is|are|was|were) used\b|\bseen\b|\bS\d+\b|\[[^\]]*\]|\bConflict:|\b[Tt]he document\b"
    r"|\b(?:was|were) not found\b"
)
"""What a curator notes for curators."""
_PROSE: Final = frozenset({"summary", "remark", "superseded"})
"""Fields that hold sentences, beside the text of a statement."""
_BARE: Final = re.compile(r"^https?://(?:www\.)?|/$")
"""What two ways of writing an address differ in."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_ISCED_F: Final = re.compile(r"\d{2,4}")


def summaries_say_what_it_is(dataset: "Dataset") -> Iterator[Problem]:
    """Networks and partnerships have a summary of 15 to 40 words, for a reader who knows nothing."""
    described: tuple[Network | Partnership, ...] = (*dataset.records(Network), *dataset.records(Partnership))
    for record in described:
        words = len((record.summary or "").split())
        if words not in _WORDS:
            said = f"has {words} words" if words else "is missing"
            yield problem(
                record, "summary", f"{said}: say in 15 to 40 what it is, who is in it, since when and what for"
            )


def texts_are_no_research_log(dataset: "Dataset") -> Iterator[Problem]:
    """Summaries, remarks and statements are for readers: no notes on how something was found or chosen."""
    for record in dataset:
        if isinstance(record, Source | Tombstone):
            continue
        for path, text in _prose(record):
            noted = _LOG.search(text)
            if noted is not None:
                yield problem(record, path, f"{noted[0]!r} is a curator's note: say what a reader must know")


def nothing_is_said_twice(dataset: "Dataset") -> Iterator[Problem]:
    """A remark repeats no sentence of the summary, and no sentence of its own."""
    for record in dataset:
        told = dict(_prose(record))
        said = {fold(sentence) for sentence in _sentences(told.get("summary"))}
        for sentence in _sentences(record.remark):
            key = fold(sentence)
            if key in said:
                yield problem(record, "remark", f"{sentence!r} is said already: leave it out")
            said.add(key)


def statements_name_their_subject(dataset: "Dataset") -> Iterator[Problem]:
    """A statement stands alone: it names its subject, or who is in it."""
    by_id = {record.id: record for record in dataset}
    for statement in dataset.records(Statement):
        subject = by_id[statement.subject]
        text = fold(statement.text)
        if not any(fold(name) in text for bearer in _bearers(by_id, subject) for name in _names(bearer)):
            yield problem(statement, "text", f"does not name its subject, {subject.label}")


def ends_rest_on_a_later_page(dataset: "Dataset") -> Iterator[Problem]:
    """By when a membership was over is told by a page of that time, unless its member has a successor."""
    sources = {source.id: source for source in dataset.records(Source)}
    succeeded = {organization.id for organization in dataset.records(Organization) if organization.all_successors}
    for membership in dataset.records(Membership):
        ended_by = membership.ended_by
        if ended_by is None or membership.member in succeeded:
            continue
        dates = [sources[citation.source].as_of for citation in membership.citations]
        if not any(date is not None and date.last >= ended_by.first for date in dates):
            yield problem(membership, "ended_by", f"no source cited is of {ended_by} or later: cite what tells of it")


def a_page_is_one_source(dataset: "Dataset") -> Iterator[Problem]:
    """Two sources of one address and title are states of a page: dates differ, or a remark or kept copy tells which."""
    states: dict[tuple[str, str], list[Source]] = {}
    for source in dataset.records(Source):
        if source.url is None or source.remark is not None or source.archived is not None:
            continue
        others = states.setdefault((_BARE.sub("", source.url), fold(source.title)), [])
        same = [other for other in others if None in (source.as_of, other.as_of) or source.as_of == other.as_of]
        if same:
            yield problem(source, "url", f"is the page of {same[0].id!r}: cite that one, or say what differs")
        others.append(source)


def themes_are_used(dataset: "Dataset") -> Iterator[Problem]:
    """A theme is held by two records at least, or is narrower than one that is."""
    uses = dict.fromkeys((theme.id for theme in dataset.records(Theme)), 0)
    for record in dataset:
        if not isinstance(record, Theme):
            for reference in references(record):
                if Theme in reference.classes and reference.id in uses:
                    uses[reference.id] += 1
    for theme in dataset.records(Theme):
        if max(uses[key] for key in (theme.id, *theme.broader)) < _USES:
            yield problem(
                theme, "", f"is used {uses[theme.id]} times: use a broader theme, or name one that is used as broader"
            )


def themes_are_few(dataset: "Dataset") -> Iterator[Problem]:
    """A vocabulary that can be learnt has no more terms than that."""
    themes = dataset.records(Theme)
    for theme in themes[_MOST_THEMES:]:
        yield problem(theme, "", f"is one of {len(themes)} themes, and {_MOST_THEMES} are enough: merge some")


def themes_are_defined(dataset: "Dataset") -> Iterator[Problem]:
    """A theme says in a line what it means; its field of ISCED-F is a code of two to four digits."""
    for theme in dataset.records(Theme):
        if theme.summary is None:
            yield problem(theme, "summary", "is missing: say in a line what the theme means")
        if theme.isced_f is not None and _ISCED_F.fullmatch(theme.isced_f) is None:
            yield problem(theme, "isced_f", f"{theme.isced_f!r} is not a code of ISCED-F 2013, such as '0821'")


def _prose(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of what a record says in sentences."""
    for path, text in texts(record):
        if path == "text" or path.rpartition(".")[2] in _PROSE:
            yield path, text


def _sentences(text: str | None) -> list[str]:
    return _SENTENCE_END.split(text) if text else []


def _bearers(by_id: Mapping[str, Record], subject: Record) -> Iterator[Record]:
    """Yield a record, and the bodies and undertakings that a statement about it may name instead."""
    yield subject
    for reference in references(subject):
        held = by_id[reference.id]
        if isinstance(held, Partnership):
            yield from _bearers(by_id, held)
        elif isinstance(held, Organization | Network | Initiative):
            yield held


def _names(record: Record) -> Iterator[str]:
    yield record.label
    for name in names_of(record):
        yield name.text
