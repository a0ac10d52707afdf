"""Who shares which networks: members against networks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from .._answers import Answer
from .._dates import Ever
from .._text import printable
from ..errors import InvalidValueError
from ..kinds import Status
from .picture import NOTHING, ON_RECORD, Colours, Picture, answers_of, colours, empty, finished, said, step_of, tooltip

__all__ = ["draw_matrix"]

_KEY_OF_STATUS: Final = "Solid: in force. Pale: presumed so. Hollow: undecided."
_KEY_OF_HISTORY: Final = "Crossed: on record, whenever it was."
_ADVICE: Final = 'memberships(member="Aalto University")'


def draw_matrix(*answers: Answer[Any], dark: bool = False) -> Picture:
    """Return a picture of who shares which networks: a row for each member, a column for each network.

    Where there are several members, networks that only one of them is in are left out, and the caption says how many.

    Args:
        answers: of memberships as of the same time, such as those of two members.
        dark: draw it for a dark page.

    Raises:
        InvalidValueError: the answers are of different times, or of something else than memberships.

    >>> import nordic_partnerships as nordic
    >>> ask = nordic.load("2026.11.1").memberships
    >>> both = [ask(member=name, as_of="2024") for name in ("Aalto University", "University of Helsinki")]
    >>> nordic.draw_matrix(*both)
    <Picture memberships of Aalto University and memberships of University of Helsinki>
    """
    drawn, look = answers_of(answers, ["memberships"], _ADVICE), colours(dark)
    if len({answer.as_of for answer in drawn}) > 1:
        raise InvalidValueError("a matrix shows one time; ask all answers as of the same")
    rows = list({row["id"]: row for answer in drawn for row in answer.table()}.values())
    members_of_network = Counter(network for network, _ in {(row["network"], row["member"]) for row in rows})
    are_several = len({row["member"] for row in rows}) > 1
    kept = [row for row in rows if not are_several or members_of_network[row["network"]] > 1]
    caption = [*said(drawn), _KEY_OF_HISTORY if isinstance(drawn[0].as_of, Ever) else _KEY_OF_STATUS]
    left_out = len(members_of_network) - len({row["network"] for row in kept})
    if left_out:
        caption.append(f"Left out: {left_out:,} {'network' if left_out == 1 else 'networks'} of one member only.")
    if not kept:
        return empty(caption, "No two of them share a network." if rows else NOTHING, look)
    return finished(caption, _view(kept, look), look)


def _labels(rows: Iterable[Mapping[str, Any]], side: str) -> dict[str, str]:
    """Return what the bodies of one side are called, by id; those of one name with their ids."""
    names = {row[side]: printable(row[f"{side}_name"]) for row in rows}
    bearers = Counter(names.values())
    return {key: name if bearers[name] == 1 else f"{name} ({key})" for key, name in names.items()}


def _view(rows: list[dict[str, Any]], look: Colours) -> dict[str, Any]:
    members, networks = _labels(rows, "member"), _labels(rows, "network")
    cells = [
        {
            "member": members[row["member"]],
            "network": networks[row["network"]],
            "status": row["status"] or ON_RECORD,
            "since": row["start"] or "unknown",
        }
        for row in rows
    ]
    step = step_of(len(members))
    # Lines lead from a cell to its names.
    plain = {"ticks": False, "domain": False, "title": None, "grid": True, "gridWidth": 0.5, "zindex": 0}
    tall = {**plain, "orient": "top", "labelAngle": -60, "labelAlign": "left"}

    def by_count(side: str) -> dict[str, Any]:
        counts = Counter(cell[side] for cell in cells)
        return {"domain": sorted(counts, key=lambda name: (-counts[name], name))}

    colour = look.marks[0]
    cell = {"type": "rect", "width": step - 5, "height": step - 5, "cornerRadius": 2}
    shown: dict[str, dict[str, Any]] = {
        Status.IN_FORCE.value: {**cell, "color": colour, "opacity": 1},
        Status.PRESUMED.value: {**cell, "color": colour, "opacity": 0.4},
        Status.UNKNOWN.value: {**cell, "color": colour, "filled": False, "strokeDash": [3, 2]},
        ON_RECORD: {"type": "point", "shape": "cross", "filled": True, "opacity": 1, "color": colour, "size": 110},
    }
    # First the ground, so that no line shows through what is pale or hollow.
    layers: list[dict[str, Any]] = [{"mark": {**cell, "color": look.ground, "opacity": 1}}]
    for status, way in shown.items():
        layers.append({"transform": [{"filter": {"field": "status", "equal": status}}], "mark": way})
    return {
        "width": {"step": 20},
        "height": {"step": step},
        "data": {"values": cells},
        "encoding": {
            "x": {"field": "network", "type": "nominal", "scale": by_count("network"), "axis": tall},
            "y": {"field": "member", "type": "nominal", "scale": by_count("member"), "axis": plain},
            "tooltip": tooltip(cells[0]),
        },
        "layer": layers,
    }
