"""What a page is made of before it is laid out: links, facts, rows and tables."""

from collections.abc import Sequence
from typing import Final

import attrs

import nordic_partnerships as nordic
from nordic_partnerships import kinds

from .facts import Facts

__all__ = ["STATUS_IN_WORDS", "Fact", "Link", "Row", "Table", "followable", "in_words", "joined", "link_to", "unbroken"]

STATUS_IN_WORDS: Final = {
    kinds.Status.IN_FORCE: "in force",
    kinds.Status.PRESUMED: "presumed in force",
    kinds.Status.UNKNOWN: "undecided",
    kinds.Status.NOT_IN_FORCE: "not in force",
}


@attrs.frozen
class Link:
    """Words, and where they lead, if anywhere; the language that they are in, if it is known."""

    text: str
    href: str | None = None
    language: str | None = None


@attrs.frozen
class Fact:
    """One thing to know of a record: what it is called, and its values."""

    name: str
    values: tuple[Link, ...]


@attrs.frozen
class Row:
    """One line of a table: whom or what it tells of, details, cells, and the evidence for it."""

    record: nordic.Record
    what: tuple[Link, ...]
    details: tuple[str, ...]
    cells: tuple[str, ...]
    evidence: tuple[nordic.Evidence, ...]
    status: kinds.Status | None = None


@attrs.frozen
class Table:
    """Rows under a heading. Tables of relations all have the same columns."""

    title: str
    slug: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


def followable(address: str | None) -> str | None:
    """Return the address of a web page, and nothing in place of any other."""
    return address if (address or "").startswith(("https://", "http://")) else None


def link_to(facts: Facts, key: str) -> Link:
    """Return the name of a record with its address, if it has a page."""
    return Link(facts.name(key), f"{key}.html" if facts.has_page(key) else None)


def unbroken(date: nordic.PartialDate) -> str:
    """Return a date that stays on one line, for a heading."""
    return str(date).replace("-", "\u2011")


def in_words(period: nordic.Period) -> str:
    """Return a period as a person would write it.

    >>> [in_words(nordic.Period.parse(text)) for text in ("1910/1996", "/2016", "2014/..", "2014/", "/")]
    ['1910 to 1996', 'until 2016', 'since 2014', 'from 2014', 'undated']
    """
    start, end = period.start, period.end
    if not isinstance(start, nordic.PartialDate):
        return f"until {end}" if isinstance(end, nordic.PartialDate) else "undated"
    if isinstance(end, nordic.PartialDate):
        return str(start) if start == end else f"{start} to {end}"
    return f"since {start}" if end is nordic.Bound.OPEN else f"from {start}"


def joined(names: Sequence[str]) -> str:
    """Return names in a row.

    >>> joined(["A"]), joined(["A", "B", "C"])
    ('A', 'A, B and C')
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
