"""Who shares which networks: members against networks."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from .._answers import Answer
from .._dates import Ever
from ..kinds import Status
from .picture import NOTHING, ON_RECORD, Colours, Picture, answers_of, colours, finished, said

__all__ = ["draw_matrix"]

_KEY_OF_STATUS: Final = "Solid: in force. Pale: presumed so. Hollow: undecided."
_ADVICE: Final = 'memberships(member="Aalto University")'


def draw_matrix(*answers: Answer[Any], dark: bool = False) -> Picture:
    """Return a picture of who shares which networks: a row for each member, a column for each network.

    Where there are several members, networks that only one of them is in are left out, and the caption says how many.

    Args:
        answers: of memberships, such as those of two members as of the same time.
        dark: draw it for a dark page.

    >>> import nordic_partnerships as nordic
    >>> ask = nordic.load("2026.11.1").memberships
    >>> both = [ask(member=name, as_of="2024") for name in ("Aalto University", "University of Helsinki")]
    >>> nordic.draw_matrix(*both)
    <Picture memberships of Aalto University and memberships of University of Helsinki>
    """
    drawn, look = answers_of(answers, ["memberships"], _ADVICE), colours(dark)
    rows = list({row["id"]: row for answer in drawn for row in answer.table()}.values())
    members = Counter(network for network, _ in {(row["network"], row["member"]) for row in rows})
    are_several = len({row["member"] for row in rows}) > 1
    kept = [row for row in rows if not are_several or members[row["network"]] > 1]
    caption = [*said(drawn), _KEY_OF_STATUS]
    if any(isinstance(answer.as_of, Ever) for answer in drawn):
        caption = [*said(drawn), "Crossed: on record, whenever it was."]
    alone = len(members) - len({row["network"] for row in kept})
    if alone:
        caption.append(f"Left out: {alone:,} {'network' if alone == 1 else 'networks'} of one member only.")
    if not kept:
        return finished(caption, {}, look, instead="No two of them share a network." if rows else NOTHING)
    return finished(caption, _view(kept, look), look)


def _view(rows: list[dict[str, Any]], look: Colours) -> dict[str, Any]:
    of_member = Counter(row["member_name"] for row in rows)
    of_network = Counter(row["network_name"] for row in rows)
    cells = [
        {
            "member": row["member_name"],
            "network": row["network_name"],
            "status": row["status"] or ON_RECORD,
            "since": row["start"] or "unknown",
        }
        for row in rows
    ]
    step = 20 if len(of_member) <= 60 else 14
    # Lines lead from a cell to its names.
    plain = {"ticks": False, "domain": False, "title": None, "grid": True, "gridWidth": 0.5, "zindex": 0}
    tall = {**plain, "orient": "top", "labelAngle": -60, "labelAlign": "left"}

    def scale(counts: Counter[Any]) -> dict[str, Any]:
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
            "x": {"field": "network", "type": "nominal", "scale": scale(of_network), "axis": tall},
            "y": {"field": "member", "type": "nominal", "scale": scale(of_member), "axis": plain},
            "tooltip": [{"field": name, "type": "nominal"} for name in cells[0]],
        },
        "layer": layers,
    }
