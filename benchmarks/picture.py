"""A picture of growth, as SVG: both axes are logarithmic, so that a straight line upwards is growth with the data."""

import math
from typing import Final

from .growth import Curve

__all__ = ["draw"]

_WIDTH: Final = 760
_HEIGHT: Final = 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 290, 20, 50
_COLORS: Final = ("#1b6ca8", "#d1495b", "#2e8b57", "#8e5ea2", "#e08e1a", "#4a4a4a", "#00a6a6", "#a0522d", "#6b8e23")
_MARKS: Final = ((1e-7, "0.1 us"), (1e-6, "1 us"), (1e-5, "10 us"), (1e-4, "0.1 ms"), (1e-3, "1 ms"), (1e-2, "10 ms"),
                 (1e-1, "0.1 s"), (1.0, "1 s"), (10.0, "10 s"), (100.0, "100 s"))  # fmt: skip


def draw(curves: list[Curve]) -> str:
    """Return a picture of curves, each named beside its end; the same curves give the same picture."""
    times = [time for curve in curves for time in curve.times.values()]
    steps = list(curves[0].times)
    lowest = max((mark for mark, _ in _MARKS if mark <= min(times)), default=min(times))
    highest = min((mark for mark, _ in _MARKS if mark >= max(times)), default=max(times))

    def across(step: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * math.log(step) / math.log(steps[-1])

    def down(time: float) -> float:
        return _TOP + (_HEIGHT - _TOP - _BOTTOM) * math.log(highest / time) / math.log(highest / lowest)

    right = across(steps[-1])
    parts = [f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>']
    for mark, text in _MARKS:
        if lowest <= mark <= highest:
            parts.append(_line(_LEFT, down(mark), right, down(mark), "#dddddd"))
            parts.append(_text(_LEFT - 8, down(mark) + 4, text, anchor="end"))
    for step in steps:
        parts.append(_line(across(step), _TOP, across(step), _HEIGHT - _BOTTOM, "#dddddd"))
        parts.append(_text(across(step), _HEIGHT - _BOTTOM + 20, f"x {step}", anchor="middle"))
    parts.append(_text((_LEFT + right) / 2, _HEIGHT - 8, "how many times the data is there", anchor="middle"))
    place = -math.inf
    for curve, color in sorted(zip(curves, _COLORS, strict=False), key=lambda each: -list(each[0].times.values())[-1]):
        points = [(across(step), down(time)) for step, time in curve.times.items()]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in points]
        end = points[-1][1] + 4
        place = max(end, place + 16)
        parts.append(_line(right + 4, end - 4, right + 16, place - 4, color))
        parts.append(_text(right + 20, place, curve.text.replace("`", ""), color=color))
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" '
        f'font-family="sans-serif" font-size="13">\n{body}\n</svg>\n'
    )


def _line(x1: float, y1: float, x2: float, y2: float, color: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}"/>'


def _text(x: float, y: float, text: str, *, anchor: str = "start", color: str = "#333333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{color}">{text}</text>'
