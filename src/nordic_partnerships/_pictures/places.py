"""Where partners are, on an outline of the world.

``land.json`` is Natural Earth's land at 1:110 million, which is in the public domain, as world-atlas 2.0.2 packs it in
TopoJSON. Nothing is asked of a map server.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import hypot, log, pi, radians, sqrt, tan
from typing import Any, Final

from .._answers import Answer
from .._dates import Ever
from .._text import printable
from ..kinds import Status
from .labels import Label, Spot, labels
from .picture import NOTHING, ON_RECORD, Colours, Picture, answers_of, colours, empty, finished, said, tooltip

__all__ = ["draw_map"]

_DRAWN: Final = ("organizations", "parties")
_ADVICE: Final = 'partners_of("Aalto University")'
_WIDTH: Final = 600
_WORLD: Final = ((-170.0, 180.0), (-56.0, 82.0))
_EUROPE: Final = ((-25.0, 35.0), (34.5, 71.5))
"""A rectangle of longitudes and latitudes around Europe, which is drawn by itself where others lie outside."""
_HIGHEST: Final = 640
_NARROWEST: Final = 60
"""How many degrees of longitude the smallest map spans."""
_BEST_FIRST: Final = (ON_RECORD, Status.IN_FORCE, Status.PRESUMED, Status.UNKNOWN)
Place = dict[str, Any]
Box = tuple[tuple[float, float], tuple[float, float]]


def draw_map(answer: Answer[Any], /, *, dark: bool = False) -> Picture:
    """Return a map of the organizations of an answer: a point for each city, larger where there are several.

    Where several lie in Europe and some beyond, there is a map of the world and one of Europe. Cities are named as far
    as there is room. Organizations without a place on record are counted in the caption.

    Args:
        answer: organizations, such as the partners of one, or the members of a network.
        dark: draw it for a dark page.

    >>> import nordic_partnerships as nordic
    >>> nordic.draw_map(nordic.load("2026.11.1").partners_of("Aalto University"))
    <Picture partners of Aalto University>
    """
    (drawn,), look = answers_of([answer], _DRAWN, _ADVICE), colours(dark)
    bodies = [(item, status) for item, status, _ in drawn.standings() if hasattr(item, "location")]
    # All history says nothing of what is in force.
    forever = isinstance(drawn.as_of, Ever)
    placed = [(body, ON_RECORD if forever else status) for body, status in bodies if body.location is not None]
    places = _places(placed)
    key = "Grey: on record, whenever it was." if forever else "Solid: in force. Pale: presumed so. Hollow: undecided."
    caption = [*said([drawn]), f"{key} Large: several."]
    missing = len(drawn) + len(drawn.undecided) - len(placed)
    if missing:
        caption.append(f"Without a place on record: {missing:,}.")
    if not places:
        return empty(caption, "None of them has a place on record." if missing else NOTHING, look)
    inside = [place for place in places if _is_in(place, _EUROPE)]
    if 1 < len(inside) < len(places):
        views = [_view(places, _WORLD, look, elsewhere=_EUROPE), _view(inside, _EUROPE, look)]
    else:
        views = [_view(places, _box(places), look)]
    return finished(caption, {"vconcat": views}, look)


def _places(placed: Iterable[tuple[Any, str]]) -> list[Place]:
    """Return the cities, with who is there and the best of their statuses, the fullest first."""
    called: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for body, status in placed:
        new: Place = {
            "latitude": float(body.location.latitude),
            "longitude": float(body.location.longitude),
            "city": printable(body.city or body.name),
            "who": [],
            "status": status,
        }
        # Sources place a city here or there in it, and give several cities the same name.
        same = called[body.country, new["city"]]
        place = next((place for place in same if _distance(place, new) < 0.5), None)
        if place is None:
            same.append(place := new)
        place["who"].append(printable(body.name))
        place["status"] = min(place["status"], status, key=_BEST_FIRST.index)
    places = [place for same in called.values() for place in same]
    return sorted(places, key=lambda place: (-len(place["who"]), place["city"]))


def _distance(one: Place, other: Place) -> float:
    """Return how far two places are from each other, in degrees."""
    return hypot(one["latitude"] - other["latitude"], one["longitude"] - other["longitude"])


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


def _view(places: list[Place], box: Box, look: Colours, *, elsewhere: Box | None = None) -> dict[str, Any]:
    """Return a map of places in a box; those in the box that is drawn elsewhere are not named."""
    (west, east), (south, north) = box
    high = _northing(north) - _northing(south)
    scale = min(_WIDTH / radians(east - west), _HIGHEST / high)
    height = round(scale * high)
    middle = (radians((west + east) / 2), (_northing(south) + _northing(north)) / 2)
    centre = {"scale": scale, "translate": [_WIDTH / 2 - scale * middle[0], height / 2 + scale * middle[1]]}

    def spot(place: Place) -> tuple[float, float]:
        x = scale * (radians(place["longitude"]) - middle[0])
        return _WIDTH / 2 + x, height / 2 - scale * (_northing(place["latitude"]) - middle[1])

    spots = [
        Spot(
            *spot(place),
            radius=sqrt(_size(place) / pi),
            bodies=len(place["who"]),
            name=None if elsewhere is not None and _is_in(place, elsewhere) else _name(place),
        )
        for place in places
    ]
    # The fullest lie on top.
    points = [_point(*one) for one in zip(places, labels(spots, _WIDTH, height), strict=True)][::-1]
    colour = look.marks[0]
    shown: dict[str, dict[str, Any]] = {
        ON_RECORD: {"fill": look.grey, "fillOpacity": 0.9, "stroke": look.ground, "strokeWidth": 0.7},
        Status.IN_FORCE: {"fill": colour, "fillOpacity": 0.9, "stroke": look.ground, "strokeWidth": 0.7},
        Status.PRESUMED: {"fill": colour, "fillOpacity": 0.3, "stroke": colour, "strokeWidth": 1.2},
        Status.UNKNOWN: {"fill": None, "stroke": colour, "strokeWidth": 1.2, "strokeDash": [2, 2]},
    }
    where = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
    }
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": json.loads(_land()), "format": {"type": "topojson", "feature": "land"}},
            "mark": {"type": "geoshape", "fill": look.land, "stroke": look.faint, "strokeWidth": 0.5, "clip": True},
        }
    ]
    for status, way in shown.items():
        layers.append(
            {
                "transform": [{"filter": {"field": "status", "equal": str(status)}}],
                "mark": {"type": "circle", "opacity": 1, "clip": True, **way},
                "encoding": {
                    **where,
                    "size": {"field": "size", "type": "quantitative", "scale": None},
                    "tooltip": tooltip(("city", "who", "status")),
                },
            }
        )
    # A name lies on what it covers like on a strip of paper.
    halo = {"fill": look.ground, "stroke": look.ground, "strokeWidth": 3, "strokeJoin": "round", "opacity": 0.75}
    for way in (halo, {"fill": look.text}):
        for align in ("left", "center", "right"):
            text = {"type": "text", "align": align, "baseline": "middle", "fontSize": 10, "clip": True}
            at = {
                axis: {"field": f"label {axis}", "type": "quantitative", "scale": None, "axis": None} for axis in "xy"
            }
            layers.append(
                {
                    "transform": [{"filter": {"field": "side", "equal": align}}],
                    "mark": {**text, **way},
                    "encoding": {**at, "text": {"field": "label"}},
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


def _name(place: Place) -> str:
    count = len(place["who"])
    city: str = place["city"]
    return city if count == 1 else f"{city} ({count:,})"


def _size(place: Place) -> int:
    return min(400, 45 + 25 * (len(place["who"]) - 1))


def _point(place: Place, label: Label | None) -> dict[str, Any]:
    side, x, y = label or (None, None, None)
    return {
        "latitude": place["latitude"],
        "longitude": place["longitude"],
        "city": place["city"],
        "label": _name(place),
        "side": side,
        "label x": x,
        "label y": y,
        "who": "; ".join(place["who"]),
        "status": str(place["status"]),
        "size": _size(place),
    }


@cache
def _land() -> str:
    return files(__name__.rpartition(".")[0]).joinpath("land.json").read_text(encoding="utf-8")
