"""Declared forms: two texts that people write for one name have one form.

"The University of X" and "X University" are forms of "University of X"; "Univ." and "universitet" are forms of
"university"; "AB", "Oy", "AS" and the like say how a body is owned, not what it is called.
"""

from collections.abc import Iterator
from typing import Final

from .folding import fold_words, loosen, spellings_of_words, words_in

__all__ = ["LEFT_OUT", "MOVED", "SHARED", "form_of", "form_of_words", "spelled_alike", "spoken_parts", "stem_of"]

LEFT_OUT: Final = words_in("""
    the of and for in at a an i og och ja und et de di da do del della dell der des den du la le el los las y e
    fur zu zur on pa paa to
""")

_SAME_WORDS: Final = """
    university univ uni universitet universitetet universitat universitaet universite universiteit
    university universidad universidade universita yliopisto
    institute inst institutet institut instituto istituto
    tech technology technol technical technological technische technischen techn
    science sci
    school sch
    college coll
    academy acad akad akademi akademia
    national natl
    international int intl
    centre center ctr
    hospital hosp
    medical med
    agricultural agr agri agric
    applied appl
    polytechnic polytech
    hogskole hogskola hogskolan hogskolen hoyskole hoyskolen hojskole hojskolen hgsk
    amk ammattikorkeakoulu ammattikorkea
    engineering eng engn
    economic econ
"""
"""Each line: words that mean the same, the one that stands for all first."""

_SAME_NATIONS: Final = """
    norwegian norw
    swedish swed
    danish dan
    finnish finn
"""

_STEMS: Final = {
    word: loosen(line.split()[0]) for line in (_SAME_WORDS + _SAME_NATIONS).splitlines() for word in line.split()
}

_LEGAL: Final = words_in("""
    ab oy oyj abp as asa aps ltd limited inc gmbh plc ehf hf llc corp sa spa nv bv stiftelsen stiftelse
""")
_SAID_BESIDE: Final = LEFT_OUT | _LEGAL | {"s"}
"""Words that may stand in a form of a name and not in the name; the "s" is that of A/S."""
MOVED: Final = frozenset({("university",), ("hogskole",), ("university", "college"), ("municipality",)})
"""What may stand before the rest of a name or after it: "University of X" and "X University", "Municipality of X"."""
_SHORTEST: Final = 4
"""A single word of fewer letters is rather an acronym, and has no form."""
SHARED: Final = frozenset(_STEMS[word] for word in _SAME_WORDS.split())
"""Words that many bodies share: a name of nothing else has no form."""


def form_of(text: str) -> str:
    """Return the form of a text, or "" if nothing in it tells one body from another.

    >>> form_of("The University of Oslo") == form_of("Oslo Univ.") == form_of("Oslo universitet")
    True
    >>> form_of("Municipality of Aalborg") == form_of("Aalborg Municipality")
    True
    >>> form_of("KARELIA AMMATTIKORKEAKOULU OY") == form_of("Karelia-ammattikorkeakoulu")
    True
    """
    return form_of_words(fold_words(text))


def form_of_words(words: list[str]) -> str:
    """Return the form of a text from its folded words: the words that tell, in one order and one spelling."""
    if words[-2:] == ["a", "s"]:  # A/S
        words = words[:-2]
    stems = [stem_of(word) for word in words if word not in LEFT_OUT]
    while len(stems) > 1 and stems[-1] in _LEGAL:
        stems.pop()
    while len(stems) > 1 and stems[0] in _LEGAL:
        del stems[0]
    for length in (2, 1):
        kind = tuple(stems[-length:])
        if len(stems) > length and kind in MOVED:
            stems = [*kind, *stems[:-length]]
            break
    if SHARED.issuperset(stems) or (len(stems) == 1 and len(stems[0]) < _SHORTEST):
        return ""
    return " ".join(stems)


def stem_of(word: str) -> str:
    """Return one word for all that mean the same or are spelled alike, without a genitive or plural s."""
    loose = loosen(word)
    if loose in _STEMS:
        return _STEMS[loose]
    if len(word) > 3 and word[-1] == "s":
        return _STEMS.get(word[:-1]) or loosen(word[:-1])
    return loose


def spelled_alike(text: str, name: str) -> bool:
    """Say whether a text of the same form is spelled as a name is: two letters stand for å, and not for a plain a.

    >>> spelled_alike("Aabo Akademi", "Åbo Akademi"), spelled_alike("Alto", "Aalto")
    (True, False)
    """
    written, borne = spellings_of_words(text), spellings_of_words(name)
    if _joined(written) & _joined(borne):
        return True
    known = {_without_s(spelling) for word in borne for spelling in word}
    return all(
        any(spelling in _STEMS or spelling in _SAID_BESIDE or _without_s(spelling) in known for spelling in word)
        for word in written
    )


def _joined(words: list[set[str]]) -> set[str]:
    """Return a text without its spaces, in the shorter and in the longer spelling of every word."""
    return {"".join(min(word, key=len) for word in words), "".join(max(word, key=len) for word in words)}


def _without_s(word: str) -> str:
    return word.removesuffix("s")


def spoken_parts(text: str) -> Iterator[str]:
    """Yield the parts of a text that stand apart: before and in brackets, on both sides of a dash, slash or comma."""
    for mark in "()[]/|;\N{EN DASH}\N{EM DASH}":
        text = text.replace(mark, ",")
    for part in text.replace(" - ", ",").split(","):
        if stripped := part.strip():
            yield stripped
