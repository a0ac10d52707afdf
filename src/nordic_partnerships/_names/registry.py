"""What the world's registry of research organizations knows: who else bears a name that a body on record bears.

The list is part of the code, so that old releases answer as new ones do. ``nordic_partnerships._curation.rivals`` makes
it from a copy of ROR.
"""

from functools import cache
from typing import NamedTuple

__all__ = ["Rival", "rivals_of", "rivals_of_form"]


class Rival(NamedTuple):
    """A body that is not on record and bears a name that one on record bears."""

    name: str
    country: str
    closed: bool = False


def rivals_of(folded: str, countries: frozenset[str] | None = None) -> tuple[Rival, ...]:
    """Return the bodies of the world, in these countries, that bear a name; it is given folded."""
    return _read(_lines().get(folded), countries)


def rivals_of_form(form: str, countries: frozenset[str] | None = None) -> tuple[Rival, ...]:
    """Return the bodies of the world, in these countries, that have a name of a form, but not the very name."""
    return _read(_lines().get(f"~{form}"), countries)


def _read(line: str | None, countries: frozenset[str] | None) -> tuple[Rival, ...]:
    if line is None:
        return ()
    rivals = (Rival(entry[2:], entry[:2].upper(), entry[:2].islower()) for entry in line.split("|"))
    return tuple(rival for rival in rivals if countries is None or rival.country in countries)


@cache
def _lines() -> dict[str, str]:
    """Return what is written of each name that has rivals."""
    from .world import RIVALS

    return dict(line.split("\t", 1) for line in RIVALS.splitlines() if line)
