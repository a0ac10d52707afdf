"""What the world's registry of research organizations knows: who else bears a name that a body on record bears.

The list is part of the code, so that old releases answer as new ones do. ``nordic_partnerships._curation.rivals`` makes
it from a copy of ROR.
"""

from functools import cache

from .._building import BUILDING

__all__ = ["Rival", "rivals_of", "rivals_of_form"]


class Rival:
    """A body that is not on record and bears a name that one on record bears."""

    __slots__ = ("closed", "country", "name", "spelling")

    def __init__(self, name: str, country: str, *, closed: bool = False, spelling: str = "") -> None:
        """Describe a body.

        Args:
            name: what it is called.
            country: where it is.
            closed: whether it has ceased to exist.
            spelling: the name that it shares, as it writes it; "" if nobody knows.
        """
        self.name = name
        self.country = country
        self.closed = closed
        self.spelling = spelling


def rivals_of(folded: str, countries: frozenset[str] | None = None) -> tuple[Rival, ...]:
    """Return the bodies of the world, in these countries, that bear a name; it is given folded."""
    return _read(folded, countries)


def rivals_of_form(form: str, countries: frozenset[str] | None = None) -> tuple[Rival, ...]:
    """Return the bodies of the world, in these countries, that have a name of a form, but not the very name."""
    return _read(f"~{form}", countries)


def _read(key: str, countries: frozenset[str] | None) -> tuple[Rival, ...]:
    entries = _listed().get(key)
    if entries is None:
        return ()
    rivals = (_rival(entry, key.upper()) for entry in entries.split("|"))
    return tuple(rival for rival in rivals if countries is None or rival.country in countries)


def _rival(entry: str, spelling: str) -> Rival:
    """Return a rival from its entry: the country, the name, and after "=" the spelling if it is not in capitals."""
    name, _, own_spelling = entry[2:].partition("=")
    return Rival(name, entry[:2].upper(), closed=entry[:2].islower(), spelling=own_spelling or spelling)


@cache
def _listed() -> dict[str, str]:
    """Return what is written of each name that has rivals."""
    with BUILDING:
        from .world import RIVALS

    return RIVALS
