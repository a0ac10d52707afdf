"""Small things about text: words with their article, and rows as a table."""

from collections.abc import Sequence

__all__ = ["table", "with_article"]


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
