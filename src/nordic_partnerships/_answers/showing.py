"""Answers as people read them: how many are in force, presumed and undecided, and who they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from .._dates import Ever
from .._html import cut, table_in_html
from .._model import Membership, Relation
from .._text import table
from ..kinds import Role, Status
from .answer import Answer, called, record_of

__all__ = ["head", "in_html", "in_lines", "in_reading_order", "last_attested", "status_in_words"]

_SHOWN: Final = 10
"""How many items of each status are shown; the head has the whole count."""
_LONGEST: Final = 60
"""How many characters of a name are shown."""
_ORDER: Final = (Status.IN_FORCE, Status.PRESUMED, Status.UNKNOWN)
_NO_DATE: Final = "no dated source"


def head(answer: Answer[Any]) -> str:
    """Return how much is in an answer, as of when, and of which release.

    >>> import nordic_partnerships as nordic
    >>> head(nordic.partners_of("University of Nairobi", as_of="2026-11-22"))
    '1 in force (as of 2026-11-22, release 2026.11.5)'
    """
    if isinstance(answer.as_of, Ever):
        return f"{len(answer):,} on record (release {answer.release})"
    counts = Counter(answer.statuses)
    parts = [f"{counts[Status.IN_FORCE]:,} in force"]
    if counts[Status.PRESUMED]:
        parts.append(f"{counts[Status.PRESUMED]:,} presumed")
    if answer.undecided:
        parts.append(f"{len(answer.undecided):,} undecided")
    return f"{', '.join(parts)} (as of {answer.as_of}, release {answer.release}){_roles(answer)}"


def last_attested(answer: Answer[Any], grounds: Sequence[Sequence[Relation]]) -> str:
    """Return when dated sources last attested what an item rests on: of what holds together, the part least lately."""
    dates = []
    for ground in grounds:
        attested = [answer.attested(relation).last for relation in ground]
        known = [date for date in attested if date is not None]
        if known and len(known) == len(attested):
            dates.append(min(known, key=lambda date: date.first))
    return str(max(dates, key=lambda date: date.first)) if dates else _NO_DATE


def in_lines(answer: Answer[Any]) -> str:
    """Return an answer as lines: the head, and a table of some of each status."""
    headers, rows = _table(answer)
    lines = table(headers, rows).split("\n") if rows else []
    return "\n".join([head(answer), *(f"  {line}" for line in lines)])


def in_html(answer: Answer[Any]) -> str:
    """Return an answer as the small table that notebooks show."""
    headers, rows = _table(answer)
    return table_in_html(f"{answer.question}: {head(answer)}", headers, rows)


def in_reading_order(answer: Answer[Any]) -> Iterator[tuple[Status, Any, Sequence[Sequence[Relation]]]]:
    """Yield what is in force, then what is presumed, then what is undecided, each with its status and grounds."""
    for wanted in _ORDER:
        for item, status, grounds in answer.standings():
            if status is wanted:
                yield status, item, grounds


def status_in_words(status: Status) -> str:
    """Return what an item of an answer is said to be."""
    return "undecided" if status is Status.UNKNOWN else str(status)


def _table(answer: Answer[Any]) -> tuple[list[str], list[list[str]]]:
    """Return the headers, and a row for each item that is shown and for those of one status that are not."""
    forever = isinstance(answer.as_of, Ever)
    attested = any(grounds for _, _, grounds in answer.standings())
    headers = ["name", *([] if forever else ["status"]), *(["last attested"] if attested else []), "id"]
    rows: list[list[str]] = []
    for status, standings in groupby(in_reading_order(answer), key=itemgetter(0)):
        words = [] if forever else [status_in_words(status)]
        alike = list(standings)
        for _, item, grounds in alike[:_SHOWN]:
            dated = [last_attested(answer, grounds)] if attested else []
            rows.append([cut(called(item, answer), _LONGEST), *words, *dated, record_of(item).id])
        if len(alike) > _SHOWN:
            more = [f"... and {len(alike) - _SHOWN:,} more", *words]
            rows.append(more + [""] * (len(headers) - len(more)))
    return headers, rows


def _roles(answer: Answer[Any]) -> str:
    """Return how many members of a network are full members, associates and so on, if they are not all alike."""
    roles: Counter[Role] = Counter()
    for item, status, grounds in answer.standings():
        memberships = [ground[0] for ground in grounds if isinstance(ground[0], Membership)]
        if status is not Status.UNKNOWN and any(membership.member == item.id for membership in memberships):
            is_member = any(membership.has_role(Role.MEMBER) for membership in memberships)
            roles[Role.MEMBER if is_member else memberships[0].roles[0]] += 1
    if len(roles) < 2:
        return ""
    return ": " + ", ".join(f"{count:,} {role}{'s' if count > 1 else ''}" for role, count in roles.most_common())
