"""How many there were, year by year, as a band between its bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from .. import kinds as words
from .._arguments import parse_word
from .._dataset import Dataset
from .._model import Party
from .._text import shown
from ..errors import InvalidTypeError
from .picture import NOTHING, Colours, Picture, colours, empty, finished, tooltip

__all__ = ["draw_history"]

_STEPS: Final = [digit * 10**zeros for zeros in range(10) for digit in (1, 2, 5)]
"""What may lie between two numbers at the side."""


def draw_history(
    dataset: Dataset, subject: str | Party, /, counted: words.Counted | words.CountedWord, *, dark: bool = False
) -> Picture:
    """Return a picture of ``dataset.counts_by_year(subject, counted)``.

    The number lies in the band, however imprecise dates are read. Where the size that a network states is known, it
    stands beside the band as a point, with a line over all that its hedge can mean.

    Args:
        dataset: what answers.
        subject: a network, if members are counted; an organization, if partners are; either, if networks are.
        counted: "members", "networks" or "partners".
        dark: draw it for a dark page.

    >>> import nordic_partnerships as nordic
    >>> nordic.draw_history(nordic.load("2026.11.1"), "Aalto University", "partners")
    <Picture partners of Aalto University by year>
    """
    if not isinstance(dataset, Dataset):
        raise InvalidTypeError(f"expected a Dataset, got {shown(dataset)}")
    look, release = colours(dark), dataset.release
    rows: list[dict[str, Any]] = list(dataset.counts_by_year(subject, counted))
    what = parse_word(words.Counted, counted, "count")
    question = f"{getattr(dataset, f'{what}_of')(subject).question} by year"
    key = "Solid: surely in force. Pale: perhaps."
    if any(row.get("stated") is not None for row in rows):
        key += " Points: sizes that the network states."
    caption = [question, f"as of {release.reference_date}, release {release.version}", key]
    return finished(caption, _view(rows, what.value, look), look) if rows else empty(caption, NOTHING, look)


def _view(rows: list[dict[str, Any]], counted: str, look: Colours) -> dict[str, Any]:
    # A year lasts until the next one begins.
    last = rows[-1]["year"] + 1
    values = [*rows, {**rows[-1], "year": last}]
    top = max(row[name] for row in rows for name in ("possibly", "stated", "stated_most") if row.get(name) is not None)
    # Its number stands below the middle of a year.
    middles = [year + 0.5 for year in range(rows[0]["year"], last, -(-(last - rows[0]["year"]) // 12))]
    axis = {"title": None, "values": middles, "labelExpr": "floor(datum.value)", "ticks": False, "grid": False}
    scale = {"domain": [rows[0]["year"], last], "nice": False}
    step = next(size for size in _STEPS if top / size <= 8)
    numbers = {"title": counted, "values": list(range(0, top + 1, step)), "format": "d"}

    def y(name: str) -> dict[str, Any]:
        return {"field": name, "type": "quantitative", "scale": {"domain": [0, max(1, top * 1.08)]}, "axis": numbers}

    def band(low: dict[str, Any], high: str, opacity: float) -> dict[str, Any]:
        mark = {"type": "area", "interpolate": "step-after", "color": look.marks[0], "opacity": opacity}
        return {"mark": mark, "encoding": {"y": y(high), "y2": low}}

    layers = [band({"datum": 0}, "surely", 0.95), band({"field": "surely"}, "possibly", 0.35)]
    if "stated" in rows[0]:
        layers += _stated(values, y, top * 1.08, look)
    return {
        "width": 560,
        "height": 260,
        "data": {"values": values},
        "encoding": {"x": {"field": "year", "type": "quantitative", "scale": scale, "axis": axis}},
        "layer": layers,
    }


def _stated(
    values: list[dict[str, Any]], y: Callable[[str], dict[str, Any]], top: float, look: Colours
) -> list[dict[str, Any]]:
    """Return what shows the figures that a network states: a point where each begins to speak, and how long it does."""
    points: list[dict[str, Any]] = []
    before = None
    for value in values[:-1]:
        figure = (value["stated"], value["stated_as_of"])
        if value["stated"] is not None and figure != before:
            # A hedge such as "more than" sets no limit: the line goes on to the edge.
            most = top if value["stated_most"] is None else value["stated_most"]
            points.append({**value, "middle": value["year"] + 0.5, "stated_most": most})
        before = figure
    middle = {"field": "middle", "type": "quantitative"}
    line = {
        "type": "line",
        "interpolate": "step-after",
        "color": look.marks[1],
        "strokeDash": [2, 3],
        "strokeWidth": 1.2,
    }
    point = {"type": "point", "filled": True, "size": 45, "opacity": 1, "color": look.marks[1]}
    return [
        {"mark": line, "encoding": {"y": y("stated")}},
        {
            "data": {"values": points},
            "mark": {"type": "rule", "color": look.marks[1], "strokeWidth": 1.5},
            "encoding": {"x": middle, "y": y("stated_least"), "y2": {"field": "stated_most"}},
        },
        {
            "data": {"values": points},
            "mark": point,
            "encoding": {"x": middle, "y": y("stated"), "tooltip": tooltip(values[0])},
        },
    ]
