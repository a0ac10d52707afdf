"""A text as a reader of addresses sees it: without markup and mail addresses, and with whole words.

Accents that came apart from their letters, as in texts taken from a PDF, are dropped.
"""

import re
from typing import Final

from .folding import fold, words_in
from .forms import LEFT_OUT, SHARED, stem_of

__all__ = ["as_read"]

_MARKUP: Final = re.compile(r"<[^<>]{1,60}>")
_MAIL: Final = re.compile(r"(?i:\b(?:electronic address|e-?mail)\b[\s:.]*)?[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}")
_ENTITY: Final = re.compile(r"&#?\w{2,10};")
_APART: Final = re.compile(r"(?<=[^\W\d_]) (?=[aouAOU][\u00a8\u02da])|[\u00a8\u02da\u00b4`](?=[^\W\d_])")
"""What stands between the letters of a word where a PDF drew "ö" as "o" and two dots: "Link o¨ping"."""
_AFTER_A_TOWN: Final = LEFT_OUT | SHARED | words_in("tekniska kommun stad lan")
"""What follows the name of a town that ends with an accent, and is no part of it."""
_APART_BEFORE_SPACE: Final = re.compile(r"(?<=[^\W\d_])[\u00a8\u02da] ?([^\W\d_]*)")


def as_read(text: str) -> str:
    """Return a text without tags, entities and mail addresses, and with words whole that a detached accent divides.

    >>> as_read("<b>G&ouml;teborg</b> &amp; Linko\u00a8 ping, Umea\u02da University")
    ' Göteborg  & Linkoping, Umea University'
    """
    if "@" in text:
        text = _MAIL.sub(",", text)
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
    own = not rest[:1].islower() or not _AFTER_A_TOWN.isdisjoint((fold(rest), stem_of(fold(rest))))
    return f" {rest}" if own else rest
