"""Where the partners of a university are: points on an outline of the world.

The outline is Natural Earth's, from the package world-atlas; nothing is asked of a map server.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from markupsafe import Markup

from nordic_partnerships import Location

__all__ = ["Place", "draw_map", "outline"]

_PAD: Final = 4
_LEAST_WIDTH: Final = 36
"""How many degrees a map shows at least, so that two neighbours do not fill it with nothing around them."""
_SQUEEZE: Final = 1.6
"""How much taller a degree north is drawn than one east: as it is at the latitude of the North Sea."""

_LEAST_ISLAND: Final = 0.4
_LEAST_STEP: Final = 0.25
"""How far apart two points of an outline are at least, in degrees: nearer ones cannot be told apart."""
_ANTARCTIC: Final = 60 * _SQUEEZE


@attrs.frozen
class Place:
    """A point with a name."""

    name: str
    href: str
    location: Location


def draw_map(home: Place, places: Sequence[Place], title: str) -> Markup | None:
    """Return a map of a body with those whom it works with; None if it works with nobody whose place is known."""
    if not places:
        return None
    points = [_point(place.location) for place in (home, *places)]
    left, right = min(x for x, _ in points) - _PAD, max(x for x, _ in points) + _PAD
    top, bottom = min(y for _, y in points) - _PAD, max(y for _, y in points) + _PAD
    width = max(right - left, _LEAST_WIDTH, 2 * (bottom - top))
    height = width / 2
    left, top = (left + right - width) / 2, (top + bottom - height) / 2
    radius = width / 130
    start = points[0]
    parts = [Markup('<image href="../../static/world.svg" x="-180" y="-144" width="360" height="288"/>')]
    for x, y in points[1:]:
        parts.append(Markup('<path d="M{} {}L{} {}" stroke-width="{}"/>').format(*start, x, y, round(radius / 3, 2)))
    for place, (x, y) in [*zip(places, points[1:], strict=True), (home, start)]:
        kind = Markup(' class="h"') if place is home else Markup("")
        parts.append(
            Markup('<a href="{}"><title>{}</title><circle{} cx="{}" cy="{}" r="{}"/></a>').format(
                place.href, place.name, kind, x, y, round(radius * (1.4 if place is home else 1), 2)
            )
        )
    return Markup('<svg class="map" role="group" aria-label="{}" viewBox="{} {} {} {}">{}</svg>').format(
        title, *(round(each, 1) for each in (left, top, width, height)), Markup("").join(parts)
    )


def _point(location: Location) -> tuple[float, float]:
    return round(location.longitude, 1), round(-location.latitude * _SQUEEZE, 1)


def outline(topology: Path) -> str:
    """Return the outline of all land as an SVG file, from a file of world-atlas (TopoJSON)."""
    atlas: dict[str, Any] = json.loads(topology.read_text(encoding="utf-8"))
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = [list(_unpacked(arc, scale, shift)) for arc in atlas["arcs"]]
    rings: list[str] = []
    for geometry in atlas["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                rings += _paths(_points(ring, arcs))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -144 360 288" width="1440" height="1152">'
        "<style>path{fill:#d5dde3}@media(prefers-color-scheme:dark){path{fill:#33424d}}</style>"
        f'<path d="{"".join(rings)}"/></svg>\n'
    )


def _unpacked(arc: Iterable[list[int]], scale: list[float], shift: list[float]) -> Iterator[tuple[float, float]]:
    """Yield the points of an arc, each of which is stored as its distance from the one before."""
    x = y = 0
    for east, north in arc:
        x, y = x + east, y + north
        yield round(x * scale[0] + shift[0], 1), round(-(y * scale[1] + shift[1]) * _SQUEEZE, 1)


def _points(indexes: Iterable[int], arcs: Sequence[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Return the points of a ring of arcs, one after the other; a negative index means that an arc is walked backwards.

    A ring that crosses the edge of the map goes on beyond it, and does not jump to the other side.
    """
    points: list[tuple[float, float]] = []
    turned = 0.0
    for index in indexes:
        for x, y in arcs[index] if index >= 0 else reversed(arcs[~index]):
            point = (round(x + turned, 1), y)
            if points and abs(point[0] - points[-1][0]) > 180:
                turned += 360 if point[0] < points[-1][0] else -360
                point = (round(x + turned, 1), y)
            if not points or max(abs(point[0] - points[-1][0]), abs(y - points[-1][1])) >= _LEAST_STEP:
                points.append(point)
    return points


def _paths(points: Sequence[tuple[float, float]]) -> Iterator[str]:
    """Yield the closed path of a ring, and the part that lies beyond the edge once more on the other side.

    Left out are the smallest islands and Antarctica, which goes round the pole and in which nobody has a partner.
    """
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if max(right - left, bottom - top) < _LEAST_ISLAND or top > _ANTARCTIC:
        return
    beyond = (0, 360) if left < -180 else (0, -360) if right > 180 else (0,)
    for turn in beyond:
        yield "M" + "L".join(f"{x + turn:g} {y:g}" for x, y in points) + "Z"
