"""Where partners are, on an outline of the world.

``land.json`` is Natural Earth's land at 1:110 million, which is in the public domain, as world-atlas 2.0.2 packs it in
TopoJSON. Nothing is asked of a map server.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log, pi, radians, tan
from typing import Any, Final

from .._answers import Answer
from ..kinds import Status
from .picture import Colours, Picture, answers_of, colours, finished, said

__all__ = ["draw_map"]

_DRAWN: Final = ("organizations", "parties")
_ADVICE: Final = 'partners_of("Aalto University")'
_WIDTH: Final = 600
_EUROPE: Final = ((-25.0, 35.0), (34.5, 71.5))
"""A rectangle of longitudes and latitudes around Europe, which is drawn by itself where others lie outside."""
_HIGHEST: Final = 640
_NARROWEST: Final = 60
"""How many degrees of longitude the smallest map spans."""
_LABELS: Final = 40
"""How many places at most are named; all are in the HTML, under the pointer."""

Place = dict[str, Any]
Box = tuple[tuple[float, float], tuple[float, float]]


def draw_map(answer: Answer[Any], /, *, dark: bool = False) -> Picture:
    """Return a map of the organizations of an answer: a point for each city, larger where there are several.

    Where some lie in Europe and some beyond, there is a map of the world and one of Europe. Cities are named as far as
    there is room. Organizations without a place on record are counted in the caption.

    Args:
        answer: organizations, such as the partners of one, or the members of a network.
        dark: draw it for a dark page.

    >>> import nordic_partnerships as nordic
    >>> nordic.draw_map(nordic.load("2026.11.1").partners_of("Aalto University"))
    <Picture partners of Aalto University>
    """
    (drawn,), look = answers_of([answer], _DRAWN, _ADVICE), colours(dark)
    bodies = [(item, status) for item, status, _ in drawn.standings() if hasattr(item, "location")]
    placed = [(body, status) for body, status in bodies if body.location is not None]
    places = _places(placed)
    caption = [*said([drawn]), "Solid: in force. Pale: presumed so. Hollow: undecided. Large: several."]
    missing = len(drawn) + len(drawn.undecided) - len(placed)
    if missing:
        caption.append(f"Without a place on record: {missing:,}.")
    if not places:
        return finished(caption, {}, look, is_empty=True)
    inside = [place for place in places if _is_in(place, _EUROPE)]
    if 1 < len(inside) < len(places):
        views = [_view(places, ((-170.0, 180.0), (-56.0, 74.0)), look), _view(inside, _EUROPE, look)]
    else:
        views = [_view(places, _box(places), look)]
    return finished(caption, {"vconcat": views}, look)


def _places(placed: Iterable[tuple[Any, Status]]) -> list[Place]:
    """Return the places, with who is there and the best of their statuses, the fullest last, so that it lies on top."""
    best = (Status.IN_FORCE, Status.PRESUMED, Status.UNKNOWN)
    places: dict[tuple[float, float], Place] = {}
    for body, status in placed:
        at = (float(body.location.latitude), float(body.location.longitude))
        new = {"latitude": at[0], "longitude": at[1], "city": body.city or body.name, "who": [], "status": status}
        place = places.setdefault(at, new)
        place["who"].append(body.name)
        place["status"] = min(place["status"], status, key=best.index)
    return sorted(places.values(), key=lambda place: (-len(place["who"]), place["city"]))


def _is_in(place: Mapping[str, Any], box: Box) -> bool:
    (west, east), (south, north) = box
    is_between: bool = west <= place["longitude"] <= east and south <= place["latitude"] <= north
    return is_between


def _box(places: Iterable[Mapping[str, Any]]) -> Box:
    """Return the rectangle that places lie in, with room around."""
    points = list(places)
    longitudes, latitudes = [point["longitude"] for point in points], [point["latitude"] for point in points]
    middle, span = (min(longitudes) + max(longitudes)) / 2, max(longitudes) - min(longitudes)
    half = max(_NARROWEST, span * 1.3) / 2
    room = max(8.0, (max(latitudes) - min(latitudes)) * 0.15)
    return (middle - half, middle + half), (max(-80.0, min(latitudes) - room), min(82.0, max(latitudes) + room))


def _northing(latitude: float) -> float:
    return log(tan(pi / 4 + radians(latitude) / 2))


def _view(places: list[Place], box: Box, look: Colours) -> dict[str, Any]:
    (west, east), (south, north) = box
    high = _northing(north) - _northing(south)
    scale = min(_WIDTH / radians(east - west), _HIGHEST / high)
    height = round(scale * high)
    middle = (radians((west + east) / 2), (_northing(south) + _northing(north)) / 2)
    centre = {"scale": scale, "translate": [_WIDTH / 2 - scale * middle[0], height / 2 + scale * middle[1]]}

    def spot(place: Place) -> tuple[float, float]:
        x = scale * (radians(place["longitude"]) - middle[0])
        return _WIDTH / 2 + x, height / 2 - scale * (_northing(place["latitude"]) - middle[1])

    points = _named([(place, *spot(place)) for place in places], height)
    shown: dict[Status, dict[str, Any]] = {
        Status.IN_FORCE: {"filled": True, "opacity": 0.9, "stroke": look.ground, "strokeWidth": 0.7},
        Status.PRESUMED: {"filled": True, "opacity": 0.45},
        Status.UNKNOWN: {"filled": False, "opacity": 1, "strokeDash": [2, 2]},
    }
    where = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
    }
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": _land(), "format": {"type": "topojson", "feature": "land"}},
            "mark": {"type": "geoshape", "fill": look.land, "stroke": look.faint, "strokeWidth": 0.5, "clip": True},
        }
    ]
    for status, way in shown.items():
        layers.append(
            {
                "transform": [{"filter": {"field": "status", "equal": status.value}}],
                "mark": {"type": "circle", "color": look.marks[0], "clip": True, **way},
                "encoding": {
                    **where,
                    "size": {"field": "size", "type": "quantitative", "scale": None},
                    "tooltip": [{"field": name, "type": "nominal"} for name in ("city", "who", "status")],
                },
            }
        )
    for align, shift in (("left", 8), ("right", -8)):
        text = {"type": "text", "align": align, "dx": shift, "fontSize": 10, "color": look.text, "clip": True}
        layers.append(
            {
                "transform": [{"filter": {"field": "side", "equal": align}}],
                "mark": {**text, "stroke": None},
                "encoding": {**where, "text": {"field": "label"}},
            }
        )
    return {
        "width": _WIDTH,
        "height": height,
        "view": {"stroke": look.faint},
        # Without an extent of its own a map takes over the scale of the one beside it.
        "projection": {"type": "mercator", "clipExtent": [[0, 0], [_WIDTH, height]], **centre},
        "data": {"values": points},
        "layer": layers,
    }


def _named(spots: Sequence[tuple[Place, float, float]], height: float) -> list[dict[str, Any]]:
    """Return the points, each with its label where it meets no other, the fullest places first."""
    taken: list[tuple[float, float, float, float]] = []
    points = []
    for place, x, y in spots:
        count = len(place["who"])
        label = place["city"] if count == 1 else f"{place['city']} ({count:,})"
        long = 5.6 * len(label)
        side = None
        for align, left in (("left", x + 6), ("right", x - 6 - long)):
            room = (left, y - 6, left + long, y + 6)
            is_within = left >= 0 and left + long <= _WIDTH and 6 <= y <= height - 6
            is_free = is_within and not any(_meet(room, other) for other in taken)
            # A name may cover a smaller place, which is still under the pointer in the HTML.
            hides = any(
                other is not place and len(other["who"]) >= count and _meet(room, (a - 4, b - 4, a + 4, b + 4))
                for other, a, b in spots
            )
            if side is None and is_free and not hides and len(taken) < _LABELS:
                side = align
                taken.append(room)
        points.append(
            {
                "latitude": place["latitude"],
                "longitude": place["longitude"],
                "city": place["city"],
                "label": label,
                "side": side,
                "who": "; ".join(place["who"]),
                "status": place["status"].value,
                "size": min(400, 45 + 25 * (count - 1)),
            }
        )
    return points[::-1]


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@cache
def _land() -> Any:
    return json.loads(files(__name__.rpartition(".")[0]).joinpath("land.json").read_text(encoding="utf-8"))
