"""Tables as notebooks show them: small, escaped, and light or dark as the page is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from ._text import printable

__all__ = ["cut", "fields_in_html", "left_out", "table_in_html"]

# A notebook moves cells to the right, where words are hard to read, and breaks captions where a narrow table ends.
_STYLE: Final = (
    "<style>.nordic :is(caption,th,td){text-align:left!important;vertical-align:top}"
    ".nordic caption{width:max-content;max-width:60em}.nordic th{white-space:nowrap}</style>"
)
_DATE: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def fields_in_html(caption: str, fields: Iterable[tuple[str, str]]) -> str:
    """Return one thing: a row for each field, with its name and what it holds.

    >>> fields_in_html("Network", [("name", "<LERU>")]).partition("</style>")[2]
    '<table><caption>Network</caption><tr><th>name</th><td>&lt;LERU&gt;</td></tr></table></div>'
    """
    rows = "".join(f"<tr><th>{_text(name)}</th><td>{_text(value)}</td></tr>" for name, value in fields)
    return _framed(f"<table>{_caption(caption)}{rows}</table>")


def table_in_html(
    caption: str, headers: Sequence[str], rows: Iterable[Sequence[str]], notes: Iterable[str] = ()
) -> str:
    """Return rows under headers, and notes below."""
    header = "".join(f"<th>{_text(name)}</th>" for name in headers)
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows)
    below = "".join(f"<p>{_text(note)}</p>" for note in notes)
    head = f"<thead><tr>{header}</tr></thead>"
    return _framed(f"<table>{_caption(caption)}{head}<tbody>{body}</tbody></table>{below}")


def cut(text: str, longest: int) -> str:
    """Return a text, with its end left out if it is longer than so many characters.

    >>> cut("University of Helsinki", 13)
    'University...'
    """
    return text if len(text) <= longest else f"{text[: longest - 3]}..."


def left_out(count: int, most: int) -> list[str]:
    """Return a note on the rows that are not shown, if there are more than are shown.

    >>> left_out(1_015, 15), left_out(15, 15)
    (['... and 1,000 more'], [])
    """
    return [f"... and {count - most:,} more"] if count > most else []


def _framed(html: str) -> str:
    return f'<div class="nordic">{_STYLE}{html}</div>'


def _caption(text: str) -> str:
    return f"<caption>{_text(text)}</caption>"


def _text(text: str) -> str:
    # A browser breaks lines at the hyphens of a date.
    return _DATE.sub(r"<nobr>\g<0></nobr>", escape(printable(text)))
