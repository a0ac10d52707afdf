"""How much a release may have of anything, so that no small file costs minutes or gigabytes."""

from typing import Final

import attrs

from ..errors import DataError, Problem

__all__ = ["LARGEST", "MOST_COMPRESSED", "MOST_PROBLEMS", "ProblemLog"]

LARGEST: Final = 64 * 1024 * 1024
"""How many bytes all files of a release may have together."""

MOST_COMPRESSED: Final = 100
"""How many times as long as in the zip a file may be."""

MOST_PROBLEMS: Final = 100
"""How many problems are listed for one file; beyond that they are only counted."""


@attrs.define
class ProblemLog:
    """The problems of one file, or of the files of one place: the first are kept, and the rest are counted."""

    place: str
    kept: list[Problem] = attrs.field(init=False, factory=list)
    more: int = attrs.field(init=False, default=0)

    @property
    def is_full(self) -> bool:
        """Say whether another problem would only be counted."""
        return len(self.kept) >= MOST_PROBLEMS

    def add(self, problem: Problem) -> None:
        """Note a problem."""
        if self.is_full:
            self.more += 1
        else:
            self.kept.append(problem)

    @property
    def listed(self) -> list[Problem]:
        """The problems to report: those that were kept, and one that counts the rest."""
        if not self.more:
            return self.kept
        return [*self.kept, Problem(self.place, "", "", f"and at least {self.more:,} more")]

    def raise_if_any(self) -> None:
        """Raise DataError if there are problems."""
        if self.kept:
            raise DataError(self.listed)
