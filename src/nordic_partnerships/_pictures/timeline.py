"""When relations held: a bar for each, solid where it surely held and pale where it may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from .._answers import Answer
from .._answers.answer import release_of
from .._dates import Ever
from .._html import cut
from .._tables.table import Value
from .._text import printable
from ..kinds import Status
from .picture import NOTHING, Colours, Picture, answers_of, colours, empty, finished, said, step_of, tooltip

__all__ = ["draw_timeline"]

_DRAWN: Final = ("partnerships", "agreements", "memberships", "initiatives")
_ADVICE: Final = 'partnerships_of("Aalto University")'
_FARTHER: Final = 25
"""How many years before and after all that is known the picture may go on."""
_LONGEST: Final = 90
"""How many characters of a name stand beside a bar. To let the drawing cut names takes twice the time."""
_EPOCH: Final = date(1970, 1, 1)
_DAY: Final = 86_400_000
"""How many milliseconds it has, in which Vega counts time."""
_KEY: Final = "Solid: surely in force. Pale: perhaps. Hollow: undecided. Arrow: goes on. ?: unknown."


def draw_timeline(*answers: Answer[Any], dark: bool = False) -> Picture:
    """Return a picture of when partnerships, agreements, memberships or undertakings held.

    A bar is solid on the days on which a relation surely held and pale on those on which it may have held, by the
    bounds that the answer gives. An arrow says that it goes on, a question mark that nobody says since or until when.
    What is undecided is hollow. A line stands at the time asked about.

    Args:
        answers: one or several. Each kind of relation has a colour. A relation that several of them hold is one bar.
        dark: draw it for a dark page.

    >>> import nordic_partnerships as nordic
    >>> data = nordic.load("2026.11.1")
    >>> nordic.draw_timeline(data.partnerships_of("Aalto University"), data.memberships(member="Aalto University"))
    <Picture partnerships of Aalto University and memberships of Aalto University>
    """
    drawn, look = answers_of(answers, _DRAWN, _ADVICE), colours(dark)
    groups = _relations(drawn)
    rows = [row for group in groups for row in group]
    caption = [*said(drawn), _KEY]
    if not rows:
        return empty(caption, NOTHING, look)
    asked = [answer.as_of for answer in drawn]
    times = [day for at in asked if not isinstance(at, Ever) for day in (at.first, at.last)]
    times += [release_of(answer).reference_date.last for answer in drawn]
    span = _span(rows, times)
    bars = _numbered([bar for group in groups for bar in sorted((_bar(row, *span) for row in group), key=_place)])
    lines = [{"day": day.isoformat()} for day in sorted({at.last for at in asked if not isinstance(at, Ever)})]
    return finished(caption, _view(bars, lines, span, look), look)


def _relations(answers: Iterable[Answer[Any]]) -> list[list[dict[str, Any]]]:
    """Return what is drawn of the relations of each answer; what an earlier one holds has all its statuses there."""
    groups: list[list[dict[str, Any]]] = []
    drawn: dict[tuple[Any, ...], dict[str, Any]] = {}
    for answer in answers:
        groups.append([])
        for row in _rows(answer):
            # Two releases may say different things of one relation.
            key = row["id"], row["start"], row["end"], *row["days"]
            if key not in drawn:
                drawn[key] = {**row, "statuses": []}
                groups[-1].append(drawn[key])
            if row["status"] not in drawn[key]["statuses"]:
                drawn[key]["statuses"].append(row["status"])
    return groups


def _rows(answer: Answer[Any]) -> Iterator[dict[str, Any]]:
    """Yield what is drawn of each relation."""
    rows = list(answer.table())
    sides = _differing(rows)
    for row in rows:
        yield {
            **row,
            "called": printable(_called(row, sides)),
            "what": answer.collection,
            "days": [row[name] for name in ("start_first", "start_last", "end_first", "end_last")],
        }


def _span(rows: Iterable[Mapping[str, Any]], times: Iterable[date]) -> tuple[date, date]:
    """Return the first and the last day of the picture.

    It has room for all that somebody says. What nobody knows may reach back to when a body was founded, centuries ago,
    and fits in only if it is not much farther.
    """
    known: list[date | None] = [*times]
    possible: list[date | None] = []
    for row in rows:
        start_first, start_last, end_first, end_last = row["days"]
        possible += row["days"]
        if row["start"]:
            known += [start_first, start_last]
        if row["end"]:
            known.append(end_last)
        if _is_sure(row):
            known += [start_last, end_first]
    days = [day for day in known if day is not None]
    earliest, latest = min(days).year - _FARTHER, max(days).year + _FARTHER
    days += [day for day in possible if day is not None and earliest <= day.year <= latest]
    # Room on either side for a sign.
    first, last = min(days).toordinal(), max(days).toordinal()
    room = max(183, (last - first) // 20)
    return date.fromordinal(max(1, first - room)), date.fromordinal(min(date.max.toordinal(), last + room))


def _is_sure(row: Mapping[str, Any]) -> bool:
    """Whether there are days on which it surely held."""
    _, start_last, end_first, _ = row["days"]
    return start_last is not None and end_first is not None and bool(start_last <= end_first)


def _place(bar: Mapping[str, Any]) -> tuple[str, str, str]:
    return bar["from"], bar["surely from"] or "~", bar["label"]


def _numbered(bars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell bars apart that are called the same."""
    counts = Counter[str]()
    for bar in bars:
        label = bar["label"]
        counts[label] += 1
        if counts[label] > 1:
            bar["label"] = f"{label} ({counts[label]})"
    return bars


def _called(row: Mapping[str, Value], sides: set[str]) -> str:
    """Return what tells a row from others: of a membership the sides in which they differ."""
    if "member" not in row:
        return str(row["name"])
    return " in ".join(str(row[f"{side}_name"]) for side in ("member", "network") if side in sides)


def _differing(rows: Sequence[Mapping[str, Value]]) -> set[str]:
    """Return the sides in which memberships differ; of a single one the network."""
    sides = {side for side in ("member", "network") if len({row.get(side) for row in rows}) > 1}
    return sides or {"network"}


def _bar(row: Mapping[str, Any], first: date, last: date) -> dict[str, Any]:
    """Return a bar, cut off where the picture ends."""
    start_first, start_last, end_first, end_last = row["days"]
    begins = None if start_first and start_first >= first else "◀" if row["start"] == ".." else "?"
    ends = None if end_last and end_last <= last else "▶" if row["end"] == ".." else "?"
    surely: tuple[str | None, str | None] = (None, None)
    if _is_sure(row):
        surely = start_last.isoformat(), end_first.isoformat()
    return {
        "label": cut(row["called"], _LONGEST),
        "called": row["called"],
        "what": row["what"],
        "from": (first if begins else start_first).isoformat(),
        "to": (last if ends else end_last).isoformat(),
        "surely from": surely[0],
        "surely to": surely[1],
        "begins": begins,
        "ends": ends,
        "start": row["start"] or "unknown",
        "end": row["end"] or "unknown",
        "status": "; ".join(status or "not asked" for status in row["statuses"]),
        "undecided": row["statuses"] == [Status.UNKNOWN],
    }


def _view(bars: list[dict[str, Any]], lines: list[dict[str, str]], span: tuple[date, date], look: Colours) -> Any:
    whats = list(dict.fromkeys(bar["what"] for bar in bars))
    scale = {"type": "utc", "domain": [(day - _EPOCH).days * _DAY for day in span]}
    axis = {"title": None, "orient": "top", "format": "%Y", "tickCount": 8, "grid": True}
    y = {
        "field": "label",
        "type": "nominal",
        "scale": {"domain": [bar["label"] for bar in bars]},
        "title": None,
        "axis": {"ticks": False, "domain": False, "labelLimit": 0},
    }
    legend = {"orient": "top", "title": None, "symbolOpacity": 1} if len(whats) > 1 else None
    colour = {
        "field": "what",
        "type": "nominal",
        "scale": {"domain": whats, "range": list(look.marks[: len(whats)])},
        "legend": legend,
    }

    def x(name: str) -> dict[str, Any]:
        return {"field": name, "type": "temporal", "scale": scale, "axis": axis}

    def sign(name: str, at: str, align: str) -> dict[str, Any]:
        mark = {
            "type": "text",
            "align": align,
            "fontSize": 11,
            "fontWeight": "bold",
            "dx": 3 if align == "left" else -3,
        }
        return {
            "transform": [{"filter": f"datum.{name} != null"}],
            "mark": {**mark, "color": look.text},
            "encoding": {"x": x(at), "text": {"field": name}},
        }

    height = {"band": 0.62}
    bar = {"type": "bar", "height": height}
    return {
        "width": 560,
        "height": {"step": step_of(len(bars))},
        "data": {"values": bars},
        "encoding": {"y": y, "tooltip": tooltip(("called", "what", "start", "end", "status"))},
        "layer": [
            {
                "transform": [{"filter": "!datum.undecided"}],
                "mark": {**bar, "opacity": 0.35},
                "encoding": {"x": x("from"), "x2": {"field": "to"}, "color": colour},
            },
            {
                "transform": [{"filter": "datum.undecided"}],
                "mark": {**bar, "filled": False, "strokeDash": [3, 2], "strokeWidth": 1.2},
                "encoding": {"x": x("from"), "x2": {"field": "to"}, "color": colour},
            },
            {
                "transform": [{"filter": "datum['surely from'] != null && !datum.undecided"}],
                "mark": bar,
                "encoding": {"x": x("surely from"), "x2": {"field": "surely to"}, "color": colour},
            },
            sign("begins", "from", "left"),
            sign("ends", "to", "right"),
            {
                "data": {"values": lines},
                "mark": {"type": "rule", "color": look.text, "strokeDash": [2, 2]},
                "encoding": {"x": x("day"), "y": {"value": 0}, "y2": {"value": "height"}, "tooltip": None},
            },
        ],
    }
