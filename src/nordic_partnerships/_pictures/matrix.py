"""Who shares which networks: members against networks."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from .._answers import Answer
from .._dates import Ever
from ..kinds import Status
from .picture import Colours, Picture, answers_of, colours, finished, said

__all__ = ["draw_matrix"]

_KEY_OF_STATUS: Final = "Solid: in force. Pale: presumed so. Hollow: undecided."
_ON_RECORD: Final = "on record"
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
    <Picture memberships of Aalto University>
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
    return finished(caption, _view(kept, look), look, is_empty=not kept)


def _view(rows: list[dict[str, Any]], look: Colours) -> dict[str, Any]:
    of_member = Counter(row["member_name"] for row in rows)
    of_network = Counter(row["network_name"] for row in rows)
    cells = [
        {
            "member": row["member_name"],
            "network": row["network_name"],
            "status": row["status"] or _ON_RECORD,
            "since": row["start"] or "unknown",
        }
        for row in rows
    ]
    step = 20 if len(of_member) <= 60 else 14
    plain = {"ticks": False, "domain": False, "title": None}
    tall = {**plain, "orient": "top", "labelAngle": -60, "labelAlign": "left", "labelLimit": 260}

    def scale(counts: Counter[Any]) -> list[Any]:
        return sorted(counts, key=lambda name: (-counts[name], name))

    size = {"width": step - 5, "height": step - 5, "cornerRadius": 2, "color": look.marks[0]}
    shown: dict[str, dict[str, Any]] = {
        Status.IN_FORCE.value: {"type": "rect", "opacity": 1, **size},
        Status.PRESUMED.value: {"type": "rect", "opacity": 0.4, **size},
        Status.UNKNOWN.value: {"type": "rect", "filled": False, "strokeDash": [3, 2], **size},
        _ON_RECORD: {"type": "point", "shape": "cross", "filled": True, "opacity": 1, "color": look.marks[0]},
    }
    layers = [
        {
            "transform": [{"filter": {"field": "status", "equal": status}}],
            "mark": way,
        }
        for status, way in shown.items()
    ]
    return {
        "width": {"step": 20},
        "height": {"step": step},
        "data": {"values": cells},
        "encoding": {
            "x": {"field": "network", "type": "nominal", "sort": scale(of_network), "axis": tall},
            "y": {"field": "member", "type": "nominal", "sort": scale(of_member), "axis": plain},
            "tooltip": [{"field": name, "type": "nominal"} for name in cells[0]] if cells else [],
        },
        "layer": layers,
    }
