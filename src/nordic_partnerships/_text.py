"""Small things about text: words with their article, and rows as a table."""

from collections.abc import Sequence
from typing import Final

__all__ = ["shown", "table", "with_article"]

_LONGEST_SHOWN: Final = 80


def shown(value: object) -> str:
    """Return a value as messages show it: as Python writes it, but never long.

    >>> shown("Oslo"), len(shown(["Oslo"] * 1000)), shown(10**5000)
    ("'Oslo'", 80, 'a number of thousands of digits')
    """
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


def table(headers: Sequence[str], rows: Sequence[Sequence[object]], *, markdown: bool = False) -> str:
    """Return rows under headers: aligned columns for a terminal, or a table in Markdown.

    >>> print(table(["name", "since"], [["Nordic Five Tech", "2006"], ["LERU", ""]]))
    name              since
    Nordic Five Tech  2006
    LERU
    >>> print(table(["name", "since"], [["LERU", 2002]], markdown=True))
    | name | since |
    | --- | --- |
    | LERU | 2002 |
    """
    lines = [[str(cell) for cell in row] for row in (headers, *rows)]
    if markdown:
        lines.insert(1, ["---"] * len(headers))
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)
