"""Plain text tables for the command line."""

from collections.abc import Sequence

__all__ = ["table"]


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under headers, the columns aligned, without spaces at the ends of lines.

    >>> print(table(["name", "since"], [["Nordic Five Tech", "2006"], ["LERU", ""]]))
    name              since
    Nordic Five Tech  2006
    LERU
    """
    lines = [headers, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headers))]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)
