"""How large a network was said to be over time: a point for each dated figure, open where another replaced it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from nordic_partnerships import Size
from nordic_partnerships.kinds import Qualifier

from .axis import Axis, anchored

__all__ = ["draw_sizes"]

_HEIGHT: Final = 150
_HEAD: Final = 34
_SIGNS: Final = {Qualifier.EXACTLY: "", Qualifier.ABOUT: "~", Qualifier.LESS_THAN: "<"}
_OTHER_SIGN: Final = "≥"


def draw_sizes(sizes: Sequence[Size], today: date, title: str) -> Markup | None:
    """Return the picture, or None if fewer than two figures bear a date."""
    dated = sorted(
        ((size.as_of.first, size) for size in sizes if size.as_of is not None),
        key=lambda pair: (pair[0], pair[1].count),
    )
    if len({day for day, _ in dated}) < 2:
        return None
    axis = Axis(dated[0][0], max(today, dated[-1][0]))
    most = max(size.count for _, size in dated) or 1
    parts = []
    for year in axis.ticks:
        x = axis.percent(date(year, 1, 1))
        parts.append(Markup('<line class="g" x1="{0}%" x2="{0}%" y1="16" y2="{1}"/>').format(x, _HEIGHT))
        parts.append(Markup('<text class="y" x="{}%" y="12" text-anchor="{}">{}</text>').format(x, anchored(x), year))
    free_from = -100.0
    for day, size in dated:
        x = axis.percent(day)
        y = _HEIGHT - 8 - round((_HEIGHT - _HEAD - 16) * size.count / most)
        shape = "s" if size.superseded else "p"
        told = f"{size}, {size.as_of}"
        parts.append(
            Markup('<circle class="{}" cx="{}%" cy="{}" r="4"><title>{}</title></circle>').format(shape, x, y, told)
        )
        if x - free_from >= 9:
            sign = _SIGNS.get(size.qualifier, _OTHER_SIGN)
            parts.append(
                Markup('<text class="v" x="{}%" y="{}" text-anchor="{}">{}{}</text>').format(
                    x, y - 8, anchored(x), sign, f"{size.count:,}"
                )
            )
            free_from = x
    return Markup('<svg class="timeline" role="img" aria-label="{}" width="100%" height="{}">{}</svg>').format(
        title, _HEIGHT, Markup("").join(parts)
    )
