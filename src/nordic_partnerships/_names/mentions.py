"""The names that a longer text contains, such as an affiliation: where they stand, and whether they stand alone.

A name is found as the words that make up its form, so "Aarhus Univ." is found as Aarhus University. Words around it may
say that another body is meant: "Medical University of Vienna" is not the University of Vienna.
"""

import re
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from .cleaning import as_read
from .folding import fold, fold_words, words_in
from .forms import LEFT_OUT, MOVED, SHARED, spelled_alike, stem_of
from .index import Bearers, NameIndex
from .naming import Naming

__all__ = ["DIRECTIONS", "JOINING", "NEARBY", "Mention", "MentionFinder", "Text", "Word"]

_CHUNK: Final = re.compile(r"[^\s,;:()\[\]/|\u2013\u2014]+|[,;:()\[\]/|\u2013\u2014]")
_BREAKS: Final = frozenset("-,;:()[]/|\N{EN DASH}\N{EM DASH}")
_SOFT_BREAKS: Final = frozenset("-\N{EN DASH}\N{EM DASH}()")
"""Marks that names of bodies have inside them: "UiT - The Arctic University of Norway"."""

_KINDS: Final = words_in("""
    university institute college school academy polytechnic hogskole amk centre hospital faculty department
""")
"""Words that say what kind of body a name is the name of."""

_OTHER_BEFORE: Final = words_in("""
    catholic medical national american polytechnic federal international city free state methodist british autonomous
    pedagogical technical technological agricultural veterinary ecological pontifical new north south east west
    northern southern eastern western central open lusiada islamic christian baptist chinese normal mid royal san
    saint st first second old greater upper lower arab african european asian it kwansei hebrew women medizinische
    medizinischen technische technischen padagogische padagogischen katholische katholischen freie freien
    tierarztliche tierarztlichen corporate
""")
"""Words before a name that make it another: "Medical University of Vienna"."""

_OTHER_AFTER: Final = words_in("""
    press student students union alumni foundation fund library college alliance association council of for
""")
_UNITS: Final = words_in("""
    department dept dep faculty school centre institute laboratory laboratories lab unit group division section
    program programme clinic hospital office museum library research chair team academy college facility network
    graduate facultad faculdade faculte facolta fakultat dipartimento departamento departement laboratorio
    laboratoire centro avdelning avdelningen institutionen institution institutt institut klinikum zentrum lehrstuhl
    abteilung
""")
"""Words that say that what stands before a name is a part of the body, not of the name."""

_HOSPITALS: Final = words_in("""
    hospital clinic
""")
"""Words after a name that make it another: "Lund University Hospital", "Vienna University of Technology"."""

_OF_A_UNIVERSITY: Final = words_in("""
    hospital clinic medical centre library campus park museum press
""")
"""Words after "university" that make it a word like any other: "Albanova University Center"."""

_ADDRESS: Final = words_in("p po pb box postbox postboks")
"""Words with which an address goes on."""

_OF: Final = words_in("of de di degli do da")

JOINING: Final = words_in("and och og ja und et y")
"""Words that join two bodies."""

_JOINING_SIGNS: Final = frozenset("&+\N{BULLET}\N{MIDDLE DOT}")
"""Signs that join two bodies, and stand for "and" in a name as well."""

DIRECTIONS: Final = words_in("""
    north south east west northern southern eastern western central
""")


NEARBY: Final = 6
"""How many words before or after a name may say what it is a part of."""
_NEXT: Final = 3
"""How many words after a name may make it that of a hospital."""
_MOST_BEFORE: Final = 8
"""How many words of a name may stand before "university"."""


_NUMBER: Final = re.compile(r"\d{1,2}|[IVX]{1,4}")


class Word(NamedTuple):
    """A word of a text: folded, its stem, where it was written, and the number of the part that it stands in."""

    folded: str
    stem: str
    start: int
    end: int
    part: int
    after_soft: bool


class Mention(NamedTuple):
    """A name in a text: its bearers, its words from ``first`` up to ``last``, and whether they are just the name's."""

    namings: tuple[Naming, ...]
    first: int
    last: int
    exact: bool


class Text:
    """A text in words."""

    def __init__(self, text: str) -> None:
        """Cut a text into words; ``text`` is what a reader sees, without markup and with accents on their letters."""
        text = as_read(text)
        self.text = text
        self.words: list[Word] = []
        part = 0
        soft = False
        for chunk in _CHUNK.finditer(text):
            if chunk[0] in _BREAKS:
                part += 1
                soft = chunk[0] in _SOFT_BREAKS
                continue
            for folded in ["and"] if chunk[0] in _JOINING_SIGNS else fold_words(chunk[0]):
                self.words.append(Word(folded, stem_of(folded), chunk.start(), chunk.end(), part, soft))
                soft = False

    def holds(self, phrase: str, beside: Mention) -> bool:
        """Say whether a phrase stands in the text, word by word, beside a mention."""
        words = [word.folded for word in self.words]
        words[beside.first : beside.last] = [""]
        phrase_words = fold_words(phrase)
        return bool(phrase_words) and f" {' '.join(phrase_words)} " in f" {' '.join(words)} "

    def preference(self, mention: Mention) -> tuple[int, bool, bool, int]:
        """Return what a mention is sorted by: longer, spelled as the name is, in one part of the text, first."""
        divided = self.words[mention.first].part != self.words[mention.last - 1].part
        return mention.first - mention.last, not mention.exact, divided, mention.first

    def following(self, mention: Mention) -> list[Word]:
        """Return the words after a mention in the same part of the text."""
        last = self.words[mention.last - 1]
        return [word for word in self.words[mention.last : mention.last + NEARBY] if word.part == last.part]

    def goes_on_with(self, mention: Mention) -> str | None:
        """Return the proper name that a mention goes on with, if what follows is not a part of the body."""
        following = self.following(mention)
        if not following or not _UNITS.isdisjoint(word.stem for word in following):
            return None
        while following and following[0].folded in LEFT_OUT - JOINING:
            del following[0]
        if following and following[0].folded in _ADDRESS:
            return None
        written = self.text[following[0].start : following[0].end] if following else ""
        return following[0].folded if is_proper(written) else None

    def begins_before(self, mention: Mention) -> bool:
        """Say whether a proper name before a mention may begin its name, as "Jacobs" in "Jacobs University Bremen"."""
        own = self.words[mention.first]
        before = [word for word in self.words[: mention.first] if word.part == own.part]
        if not before or not _UNITS.isdisjoint(word.stem for word in before):
            return False
        # "NTNU Norwegian University" is one body.
        written = self.text[before[-1].start : before[-1].end]
        return is_proper(written) and before[-1].folded not in LEFT_OUT and not (mention.exact and written.isupper())

    def folded(self, mention: Mention) -> list[str]:
        """Return the folded words of a mention."""
        return [word.folded for word in self.words[mention.first : mention.last]]

    def number_of(self, mention: Mention) -> str | None:
        """Return the number behind a mention that tells it from others of its name: "Université Lyon 2"."""
        following = self.following(mention)
        if not following or following[0].part != self.words[mention.first].part:
            return None
        written = self.text[following[0].start : following[0].end]
        return following[0].folded if _NUMBER.fullmatch(written) else None

    def campus_of(self, mention: Mention) -> str | None:
        """Return the single proper name behind a mention and a dash or bracket: "University of Minnesota - Duluth"."""
        after = self.words[mention.last : mention.last + 2]
        if not after or not after[0].after_soft or (len(after) > 1 and after[1].part == after[0].part):
            return None
        is_name = self.text[after[0].start : after[0].end].istitle() and after[0].stem not in _UNITS | _KINDS
        return after[0].folded if is_name else None

    def holds_another_university(self, mentions: list[Mention]) -> bool:
        """Say whether a university is named apart from all mentions: "Rutgers University", "University of Surrey"."""
        mentioned = {place for mention in mentions for place in range(mention.first, mention.last)}
        for place, word in enumerate(self.words):
            if word.stem != "university" or place in mentioned:
                continue
            before = [near for near in self.words[max(0, place - 1) : place] if near.part == word.part]
            after = [near for near in self.words[place + 1 : place + 1 + _NEXT] if near.part == word.part]
            if _OF_A_UNIVERSITY.isdisjoint(near.stem for near in after) and (
                any(self._tells(near) for near in before)
                or (len(after) > 1 and after[0].folded in _OF and self._tells(after[1]))
            ):
                return True
        return False

    def _tells(self, word: Word) -> bool:
        """Say whether a word tells one university from another."""
        return is_proper(self.text[word.start : word.end]) and word.stem not in SHARED and word.folded not in LEFT_OUT

    def quoted(self, first: int, last: int) -> str:
        """Return the words from ``first`` up to ``last`` as they were written."""
        return self.text[self.words[first].start : self.words[last - 1].end].strip(" .,;:")


class MentionFinder:
    """Finds the names of an index in texts."""

    def __init__(self, index: NameIndex) -> None:
        """Find the names of this index."""
        self.index: Final = index
        self._bearers = index.bearers
        self._forms: Bearers = index.forms

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """Every run of words with which a form begins."""
        beginnings: set[str] = set()
        for form in self._forms:
            words = form.split(" ")
            beginnings.update(" ".join(words[:count]) for count in range(1, len(words) + 1))
        return frozenset(beginnings)

    def find(self, text: Text) -> list[Mention]:
        """Return the names in a text that stand alone there, none of them within another, in the order of the text."""
        mentions = [
            mention
            for first in range(len(text.words))
            for mention in (
                *self._from(text.words, first),
                *self._up_to(text.words, first),
                *self._word(text.words, first),
            )
            if mention.exact or any(_is_spelled_alike(text, mention, naming) for naming in mention.namings)
        ]
        mentions.sort(key=text.preference)
        taken: list[Mention] = []
        for mention in mentions:
            if not any(mention.first < other.last and other.first < mention.last for other in taken):
                taken.append(mention)
        alone = [mention for mention in taken if _stands_alone(text, mention)]
        return sorted(alone, key=lambda mention: mention.first)

    def _from(self, words: list[Word], first: int) -> list[Mention]:
        """Return the names that begin with a word."""
        if words[first].folded in LEFT_OUT:
            return []
        mentions: list[Mention] = []
        form = ""
        breaks = 0
        kind_seen = False
        for place in range(first, len(words)):
            word = words[place]
            if place > first and word.part != words[place - 1].part and not word.after_soft:
                breaks += 1
                if breaks > 1 or not kind_seen or word.stem in _KINDS or form in SHARED:
                    break
            kind_seen = kind_seen or word.stem in _KINDS
            if word.folded in JOINING and form in _KINDS:
                break
            if word.folded in LEFT_OUT:
                continue
            form = f"{form} {word.stem}" if form else word.stem
            if form not in self._beginnings:
                break
            if place > first and (namings := self._forms.get(form)):
                mentions.append(self._mention(words, namings, first, place + 1))
        return mentions

    def _up_to(self, words: list[Word], last: int) -> list[Mention]:
        """Return the names that end with a word that may also stand first, such as "university"."""
        mentions: list[Mention] = []
        for moved in MOVED:
            begin = last + 1 - len(moved)
            if begin < 1 or tuple(word.stem for word in words[begin : last + 1]) != moved:
                continue
            rest = ""
            for first in range(begin - 1, max(-1, begin - 1 - _MOST_BEFORE), -1):
                word, after = words[first], words[first + 1]
                divided = word.part != after.part and not after.after_soft
                if divided or (first == begin - 1 and word.folded in JOINING):
                    break
                if word.folded in LEFT_OUT:
                    continue
                rest = f"{word.stem} {rest}".rstrip()
                if namings := self._forms.get(f"{' '.join(moved)} {rest}"):
                    mention = self._mention(words, namings, first, last + 1)
                    if mention.exact or word.part == words[last].part:
                        mentions.append(mention)
        return mentions

    def _word(self, words: list[Word], place: int) -> list[Mention]:
        """Return the name that is a single word."""
        word = words[place]
        namings = self._bearers.get(word.folded)
        return [Mention(namings, place, place + 1, exact=True)] if namings else []

    @staticmethod
    def _mention(words: list[Word], namings: tuple[Naming, ...], first: int, last: int) -> Mention:
        written = "".join(word.folded for word in words[first:last])
        # The article may be what tells two names apart: "The Open University".
        article = first > 0 and words[first - 1].folded == "the"
        spellings = (f"the{written}", written) if article else (written,)
        spelled = (tuple(naming for naming in namings if fold(naming.text) == spelling) for spelling in spellings)
        same = next(filter(None, spelled), ())
        return Mention(same or namings, first, last, exact=bool(same))


def _is_spelled_alike(text: Text, mention: Mention, naming: Naming) -> bool:
    return spelled_alike(text.quoted(mention.first, mention.last), naming.text)


def _stands_alone(text: Text, mention: Mention) -> bool:
    """Say whether no word beside a mention makes it part of another name."""
    words = text.words
    own, last = words[mention.first], words[mention.last - 1]
    before = [word for word in words[: mention.first] if word.part == own.part]
    if before:
        beside = before[-1]
        if beside.start == own.start or beside.folded in _OTHER_BEFORE:
            return False
    following = text.following(mention)
    if not following:
        return True
    after = following[0]
    if after.start == last.start or not _HOSPITALS.isdisjoint(word.stem for word in following[:_NEXT]):
        return False
    if any(word.stem == "medical" and next_word.stem == "centre" for word, next_word in pairwise(following[:_NEXT])):
        return False
    return after.folded not in _OTHER_AFTER


def is_proper(written: str) -> bool:
    """Say whether a word is written as proper names are."""
    return written[:1].isupper()
