"""A text as a reader sees it: without markup, and with the accents that came apart from their letters dropped."""

import re
from typing import Final

from .folding import fold
from .forms import LEFT_OUT, SHARED, stem_of

__all__ = ["as_read"]

_MARKUP: Final = re.compile(r"<[^<>]{1,60}>")
_ENTITY: Final = re.compile(r"&#?\w{2,10};")
_APART: Final = re.compile(r"(?<=[^\W\d_]) (?=[aouAOU][\u00a8\u02da])|[\u00a8\u02da\u00b4`](?=[^\W\d_])")
"""What stands between the letters of a word where a PDF drew "ö" as "o" and two dots: "Link o¨ping"."""
_APART_BEFORE_SPACE: Final = re.compile(r"(?<=[^\W\d_])[\u00a8\u02da] ?([^\W\d_]*)")


def as_read(text: str) -> str:
    """Return a text without tags and entities, and with words whole that a detached accent divides.

    >>> as_read("<b>G&ouml;teborg</b> &amp; Linko\u00a8 ping, Umea\u02da University")
    ' Göteborg  & Linkoping, Umea University'
    """
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    if "&" in text and _ENTITY.search(text):
        from html import unescape

        text = unescape(text)
    if text.isascii():
        return text
    text = _APART.sub("", text)
    return _APART_BEFORE_SPACE.sub(_joined, text)


def _joined(apart: re.Match[str]) -> str:
    """Return what follows a detached accent: the rest of its word, or a word of its own."""
    rest = apart[1]
    own = not rest[:1].islower() or fold(rest) in LEFT_OUT or stem_of(fold(rest)) in SHARED
    return f" {rest}" if own else rest
