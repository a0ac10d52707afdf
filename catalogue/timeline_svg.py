"""The timeline of a record: a bar for each relation, thick where it is known to hold, thin where that is not known.

All lengths across are shares of the width, so the picture fits a telephone and a wide screen, and its words keep their
size.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import attrs
from markupsafe import Markup

from nordic_partnerships import Attested, Bound, PartialDate, Period

from .axis import Axis, anchored
from .shapes import in_words

__all__ = ["Bar", "Mark", "Timeline", "draw_timeline"]

_ROW: Final = 32
_NARROW_ROW: Final = 6
_MOST_ROWS: Final = 60
"""With more bars than this each is a narrow one, and its name shows when it is pointed at."""
_LONGEST: Final = 46
_YEARS_AHEAD: Final = 5
_HEAD: Final = 26


@attrs.frozen
class Bar:
    """A relation: what to call it, where it leads, when it holds, who attests it, and its status in words."""

    label: str
    href: str
    period: Period
    ended_by: PartialDate | None
    attested: Attested | None
    status: str


@attrs.frozen
class Mark:
    """A day in the life of the record itself, such as its founding."""

    date: PartialDate
    label: str


@attrs.frozen
class Timeline:
    """The picture, how many relations are not in it since nothing dates them, and whether its bars bear no names."""

    drawn: Markup
    undated: int
    is_narrow: bool


def draw_timeline(bars: Sequence[Bar], marks: Iterable[Mark], today: date, title: str) -> Timeline | None:
    """Return the picture, or None if there is nothing to draw."""
    dated = [bar for bar in bars if _days(bar)]
    if not dated:
        return None
    undated = len(bars) - len(dated)
    bars = sorted(dated, key=lambda bar: (_known(bar, today)[1], bar.label))
    days = [today, *(day for bar in bars for day in _days(bar))]
    # Nor does an agreement for half a century leave room for those of today.
    axis = Axis(min(days), min(max(days), date(today.year + _YEARS_AHEAD, 12, 31)))
    # A university may be much older than all its partnerships, and would leave no room for them.
    marks = [mark for mark in marks if mark.date.first.year >= axis.first]
    narrow = len(bars) > _MOST_ROWS
    row = _NARROW_ROW if narrow else _ROW
    height = _HEAD + row * len(bars) + 8
    parts = [_grid(axis, marks, today, height)]
    for place, bar in enumerate(bars):
        parts.append(_drawn(bar, axis, today, _HEAD + row * place, narrow=narrow))
    drawn = Markup('<svg class="timeline" role="group" aria-label="{}" width="100%" height="{}">{}</svg>').format(
        title, height, Markup("").join(parts)
    )
    return Timeline(drawn, undated, narrow)


def _grid(axis: Axis, marks: Iterable[Mark], today: date, height: int) -> Markup:
    """Return the lines of years, of the record's own days, and of the day that the release is about."""
    parts = []
    for year in axis.ticks:
        x = axis.percent(date(year, 1, 1))
        parts.append(Markup('<line class="g" x1="{0}%" x2="{0}%" y1="16" y2="{1}"/>').format(x, height))
        parts.append(Markup('<text class="y" x="{}%" y="12" text-anchor="{}">{}</text>').format(x, anchored(x), year))
    for mark in marks:
        x = axis.percent(mark.date.first)
        parts.append(
            Markup('<line class="m" x1="{0}%" x2="{0}%" y1="16" y2="{1}"><title>{2} {3}</title></line>').format(
                x, height, mark.label, mark.date
            )
        )
    parts.append(Markup('<line class="t" x1="{0}%" x2="{0}%" y1="16" y2="{1}"/>').format(axis.percent(today), height))
    return Markup("").join(parts)


def _drawn(bar: Bar, axis: Axis, today: date, y: int, *, narrow: bool) -> Markup:
    """Return one bar, with its name above it if there is room."""
    first, known_from, known_to, last = _known(bar, today)
    parts = []
    middle = y + (3 if narrow else 22)
    left, right = axis.percent(first), axis.percent(last)
    start, stop = axis.percent(known_from), axis.percent(known_to)
    if left < start or stop < right:
        parts.append(Markup('<line class="d" x1="{0}%" x2="{1}%" y1="{2}" y2="{2}"/>').format(left, right, middle))
    size = 4 if narrow else 8
    if known_from <= known_to:
        width = max(round(stop - start, 1), 0.4)
        parts.append(
            Markup('<rect class="b" x="{}%" y="{}" width="{}%" height="{}"/>').format(
                min(start, 99.6), middle - size // 2, width, size
            )
        )
    told = f"{bar.label}: {in_words(bar.period)}, {bar.status}"
    name = bar.label if len(bar.label) <= _LONGEST else bar.label[: _LONGEST - 1] + "…"
    shapes = Markup("").join(parts)
    if narrow:
        # Hundreds of links in a row would be so many stops for the keyboard, and the table has them all.
        return Markup("<g><title>{}</title>{}</g>").format(told, shapes)
    label = Markup('<text x="0" y="{}">{}</text>').format(y + 13, name)
    return Markup('<a href="{}"><title>{}</title>{}{}</a>').format(bar.href, told, label, shapes)


def _days(bar: Bar) -> list[date]:
    """Return the days that a bar names."""
    dates = [bar.period.start, bar.period.end, bar.ended_by, *(bar.attested or ())]
    return [day for each in dates if isinstance(each, PartialDate) for day in (each.first, each.last)]


def _known(bar: Bar, today: date) -> tuple[date, date, date, date]:
    """Return when a relation can have begun first, is known to have begun, is known to last, and can have ended last.

    Without a start it is known from the first date that attests it on. What is known begins after it ends if no day is
    known.
    """
    start, end = bar.period.start, bar.period.end
    first_seen, last_seen = bar.attested or (None, None)
    first = start.first if isinstance(start, PartialDate) else date.min
    last = bar.ended_by.last if bar.ended_by else today
    if isinstance(end, PartialDate):
        last = end.last
    seen_from = first_seen.last if first_seen else None
    seen_to = last_seen.first if last_seen else None
    if end is Bound.OPEN:
        known_to = last = max(today, seen_to or today)
    elif isinstance(end, PartialDate):
        known_to = end.first
    else:
        known_to = seen_to or (start.last if isinstance(start, PartialDate) else date.min)
    if isinstance(start, PartialDate):
        known_from = start.first if start.first == start.last or start.last > known_to else start.last
    else:
        known_from = seen_from or (today if end is Bound.OPEN else date.max)
    return first, min(known_from, last), min(known_to, last), last
