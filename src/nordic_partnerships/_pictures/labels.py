"""Where names stand on a map: beside their places, and over no other name and no place that is as full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

__all__ = ["Label", "Spot", "labels"]

_MOST: Final = 40
"""How many places at most are named; all are in the HTML, under the pointer."""
_LETTER: Final = 5.6
"""How wide a letter is, more or less."""
_HALF_LINE: Final = 6

_Room = tuple[float, float, float, float]


class Spot(NamedTuple):
    """A circle on a map, of so many bodies, with its name; None if it is named elsewhere."""

    x: float
    y: float
    radius: float
    bodies: int
    name: str | None


class Label(NamedTuple):
    """Where a name stands: its end that touches the place, and which end that is."""

    align: str
    x: float
    y: float


def labels(spots: Sequence[Spot], width: float, height: float) -> list[Label | None]:
    """Return where the name of each spot stands, or None if there is no room; the first of them choose first."""
    taken: list[_Room] = []
    chosen: list[Label | None] = []
    for spot in spots:
        label = None
        if spot.name is not None and len(taken) < _MOST:
            free = [
                (label, room)
                for label, room in _choices(spot, spot.name)
                if room[0] >= 0 and room[2] <= width and room[1] >= 0 and room[3] <= height
                if not any(_meet(room, other) for other in taken)
            ]
            # At best it covers no place at all, at worst smaller ones.
            for least in (0, spot.bodies):
                others = [_circle(other) for other in spots if other is not spot and other.bodies >= least]
                clear = [choice for choice in free if not any(_meet(choice[1], other) for other in others)]
                if clear:
                    label, room = clear[0]
                    taken.append(room)
                    break
        chosen.append(label)
    return chosen


def _choices(spot: Spot, name: str) -> Iterator[tuple[Label, _Room]]:
    """Yield where the name may stand, the best first, and the room that it takes there."""
    long, away = _LETTER * len(name), spot.radius + 4
    for align, x, y, left in (
        ("left", spot.x + away, spot.y, spot.x + away),
        ("right", spot.x - away, spot.y, spot.x - away - long),
        ("center", spot.x, spot.y - away - 4, spot.x - long / 2),
        ("center", spot.x, spot.y + away + 4, spot.x - long / 2),
    ):
        yield Label(align, x, y), (left, y - _HALF_LINE, left + long, y + _HALF_LINE)


def _circle(spot: Spot) -> _Room:
    """Return the room that a spot takes, with a little around."""
    half = spot.radius + 2
    return spot.x - half, spot.y - half, spot.x + half, spot.y + half


def _meet(one: _Room, other: _Room) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
