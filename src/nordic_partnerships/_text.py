"""Small things about text: words with their article, text that is safe to print, and rows as a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

__all__ = ["printable", "shortened", "shown", "table", "width", "with_article"]

_LONGEST: Final = 1000
_HEAD: Final = 700
_TAIL: Final = 250
_WIDEST: Final = 500
"""How wide a column becomes at most; a cell that is wider moves only its own row, or one name could fill a disk."""
_LONGEST_SHOWN: Final = 80
_LONGEST_NAME: Final = 200
"""How long a text may be that is shown whole: there are names on record that are about as long."""


def shown(value: object) -> str:
    """Return a value as messages show it: as Python writes it, and only the beginning of what is very long.

    >>> shown("Oslo"), shown("x" * 10**6)[78:], shown(10**5000)
    ("'Oslo'", "xxx'... (1,000,000 characters)", 'a number of thousands of digits')
    """
    if isinstance(value, str):
        if len(value) <= _LONGEST_NAME:
            return repr(value)
        return f"{value[:_LONGEST_SHOWN]!r}... ({len(value):,} characters)"
    try:
        text = repr(value)
    except ValueError:
        # Python refuses to write a whole number of more than 4,300 digits.
        return "a number of thousands of digits"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."


def with_article(word: str) -> str:
    """Return a word with its indefinite article.

    >>> with_article("organization"), with_article("network")
    ('an organization', 'a network')
    """
    return f"{'an' if word[:1] in tuple('AEIOaeio') else 'a'} {word}"


def printable(text: str) -> str:
    r"""Return one line of text that a terminal only shows, whoever wrote it.

    Whatever would do more than take its place in the line becomes a visible escape: control characters and escape
    sequences, line breaks, controls of direction, invisible characters, halves of a character, unassigned codes.

    >>> print(printable("Oslo\x1b[2J\nBergen \u202eesrever"))
    Oslo\x1b[2J\nBergen \u202eesrever
    >>> print(printable("Universität Zürich, 東京大学"))
    Universität Zürich, 東京大学
    """
    if text.isprintable():
        return text
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    # To Python no space but the ordinary one is printable; to a terminal each is.
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")


def shortened(text: str) -> str:
    """Return a text without its middle if it is too long for a message.

    >>> shortened("no organization is called 'Aalt'")
    "no organization is called 'Aalt'"
    >>> len(shortened("x" * 10**6))
    955
    """
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_HEAD]} ... {text[-_TAIL:]}"


def width(text: str) -> int:
    """Return how many columns of a terminal a line of text takes: two for a wide letter, none for a combining mark.

    >>> width("Århus"), width("A\N{COMBINING RING ABOVE}rhus"), width("東京")
    (5, 5, 4)
    """
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def table(headers: Sequence[str], rows: Sequence[Sequence[object]], *, markdown: bool = False) -> str:
    """Return rows under headers: aligned columns for a terminal, or a table in Markdown. Every cell is printable.

    >>> print(table(["name", "since"], [["Nordic Five Tech", "2006"], ["LERU", ""]]))
    name              since
    Nordic Five Tech  2006
    LERU
    >>> print(table(["name", "since"], [["LERU", 2002]], markdown=True))
    | name | since |
    | --- | --- |
    | LERU | 2002 |
    """
    lines = [[printable(str(cell)) for cell in row] for row in (headers, *rows)]
    if markdown:
        lines.insert(1, ["---"] * len(headers))
        return "\n".join(_markdown_row(line) for line in lines)
    widths = [min(_WIDEST, max(map(width, column))) for column in zip(*lines, strict=True)]
    return "\n".join(_aligned(line, widths) for line in lines)


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell + " " * (columns - width(cell)) for cell, columns in zip(cells, widths, strict=True)]
    return "  ".join(padded).rstrip()
