"""The sources of one page, numbered in the order in which the page first names them, with the words that each says."""

from collections.abc import Iterable, Iterator

import attrs

from nordic_partnerships import Evidence, Source

from .shapes import followable

__all__ = ["Numbered", "Sources"]


@attrs.define
class Numbered:
    """A source with its number, and the words in it that carry facts of the page."""

    number: int
    source: Source
    words: list[str] = attrs.field(factory=list)

    @property
    def page(self) -> str | None:
        """The publisher's own address, if it can be followed."""
        return followable(self.source.url)

    @property
    def kept_copy(self) -> str | None:
        """The address of a kept copy, if it can be followed."""
        return followable(self.source.archived)


class Sources:
    """What a page rests on."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_id: dict[str, Numbered] = {}

    def numbers(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """Return the numbers of the sources of some evidence, and keep their words."""
        numbers = []
        for reason in evidence:
            numbered = self._by_id.setdefault(reason.source.id, Numbered(len(self._by_id) + 1, reason.source))
            words = _words(reason)
            if words and words not in numbered.words:
                numbered.words.append(words)
            numbers.append(numbered.number)
        return tuple(sorted(set(numbers)))

    def __iter__(self) -> Iterator[Numbered]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)


def _words(reason: Evidence) -> str:
    """Return what a citation quotes and where, or nothing."""
    citation = reason.citation
    parts = []
    if citation.stated is not None:
        parts.append(f"“{citation.stated}”")
    if citation.section is not None:
        parts.append(f"in {citation.section}")
    if citation.span is not None:
        parts.append("characters {} to {}".format(*citation.span))
    if citation.attests is False:
        parts.append("tells of another time")
    return ", ".join(parts)
