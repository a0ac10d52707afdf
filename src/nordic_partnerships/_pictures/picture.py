"""Picture: what is drawn, with its caption, and the files that it becomes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

import attrs

from .._answers import Answer
from .._answers.showing import head
from .._arguments import require_truth
from .._optional import require
from .._text import printable, shown
from .._writing import new_bytes, parse_place
from ..errors import InvalidTypeError, InvalidValueError

__all__ = [
    "NOTHING",
    "ON_RECORD",
    "Colours",
    "Picture",
    "answers_of",
    "colours",
    "empty",
    "finished",
    "said",
    "step_of",
    "tooltip",
]

NOTHING: Final = "Nothing on record answers this."
ON_RECORD: Final = "on record"
"""What takes the place of a status where a picture is of all history."""

_EXTRA: Final = "plots"
_LESS_THAN: Final = "\ue000"
"""What stands for "<" on the way into a page: of the private codes of Unicode, which no name keeps."""
_SHARPNESS: Final = 2.0
"""How many pixels of a PNG a unit of the picture has."""
_TITLE: Final = 80
"""How many characters of the question, in bold, stand in a line."""
_LINE: Final = 112
"""How many characters of the rest of a caption do."""
_NAME: Final = 420
"""How wide a name beside a drawing may be; what is longer is cut."""


@attrs.frozen(eq=False, repr=False)
class Picture:
    """A picture with its caption: the question, the release and the date. A notebook shows it.

    Attributes:
        caption: its lines.
        spec: what it is to Vega-Lite, with all its data.

    >>> import nordic_partnerships as nordic
    >>> nordic.draw_history(nordic.load("2026.11.1"), "Una Europa", "members")
    <Picture members of Una Europa by year>
    """

    caption: tuple[str, ...]
    spec: Mapping[str, Any]

    def to_altair(self) -> Any:
        """Return it as a chart of Altair, to be changed further.

        Raises:
            MissingLibraryError: altair is not installed.
        """
        return require("altair", _EXTRA).Chart.from_dict(dict(self.spec))

    def to_svg(self) -> str:
        """Return it as SVG; raise MissingLibraryError if vl-convert is not installed."""
        svg: str = require("vl_convert", _EXTRA).vegalite_to_svg(dict(self.spec))
        return svg

    def write(self, path: str | PathLike[str], /, *, overwrite: bool = False) -> None:
        """Write it to a file, which appears when it is complete: ``.png``, ``.svg``, or ``.html`` that opens offline.

        Args:
            path: the file; its ending says the format.
            overwrite: put it in the place of a file of this name.

        Raises:
            MissingLibraryError: vl-convert is not installed.
            InvalidValueError: the name ends in nothing that is known, or is taken.
            DataError: the file cannot be written.
        """
        place, may_overwrite = parse_place(path), require_truth(overwrite, "overwrite")
        new_bytes(place, self._in_format(place), overwrite=may_overwrite)

    def _in_format(self, place: Path) -> bytes:
        ending, spec = place.suffix.lower(), dict(self.spec)
        if ending == ".svg":
            return self.to_svg().encode()
        if ending == ".png":
            png: bytes = require("vl_convert", _EXTRA).vegalite_to_png(spec, scale=_SHARPNESS)
            return png
        if ending == ".html":
            # It writes the data into a script as it is, which a name with "</script>" would end.
            harmless = json.loads(json.dumps(spec, ensure_ascii=False).replace("<", _LESS_THAN))
            html: str = require("vl_convert", _EXTRA).vegalite_to_html(harmless, bundle=True)
            # Around a dark picture the page is dark, too.
            head_of_page = f"<head><style>body {{ background: {spec['background']} }}</style>"
            return html.replace("<head>", head_of_page, 1).replace(_LESS_THAN, "\\u003c").encode()
        raise InvalidValueError(
            f"the name of a picture's file ends in .png, .svg or .html, which {shown(place.name)} does not"
        )

    def _repr_svg_(self) -> str:
        return self.to_svg()

    def __repr__(self) -> str:
        return f"<Picture {printable(self.caption[0])}>"


@attrs.frozen
class Colours:
    """What is drawn in which colour: told apart by colour-blind readers, and on the ground that it stands on."""

    ground: str
    text: str
    faint: str
    land: str
    grey: str
    marks: tuple[str, ...]


_LIGHT: Final = Colours(
    "#ffffff", "#1f2328", "#c9ced4", "#e6e8eb", "#6e7781", ("#0072b2", "#d55e00", "#007a5a", "#aa4488")
)
_DARK: Final = Colours(
    "#16191d", "#e6e8eb", "#4a5058", "#343a41", "#9aa3ad", ("#56b4e9", "#e69f00", "#2fc49a", "#e58ac0")
)


def colours(dark: bool) -> Colours:
    """Return the colours of a light or a dark picture."""
    return _DARK if require_truth(dark, "dark") else _LIGHT


def answers_of(given: Iterable[Any], collections: Iterable[str], advice: str) -> list[Answer[Any]]:
    """Return the answers to be drawn.

    Raises:
        InvalidTypeError: something is not an answer, or there is none.
        InvalidValueError: an answer holds something else.
    """
    answers = list(given)
    if not answers:
        raise InvalidTypeError(f"expected an answer to draw, such as {advice}")
    for answer in answers:
        if not isinstance(answer, Answer):
            raise InvalidTypeError(f"expected an answer, such as {advice}, got {shown(answer)}")
        if answer.collection not in collections:
            raise InvalidValueError(f"this picture does not show {answer.collection}; draw {advice}")
    return answers


def said(answers: Sequence[Answer[Any]]) -> list[str]:
    """Return the lines of a caption: each question, and how much there is, as of when, in which release."""
    if len(answers) == 1:
        return [answers[0].question, head(answers[0])]
    *others, last = (answer.question for answer in answers)
    return [f"{', '.join(others)} and {last}", *(f"{answer.question}: {head(answer)}" for answer in answers)]


def step_of(rows: int) -> int:
    """Return how high a row is, of so many."""
    return 20 if rows <= 60 else 14


def tooltip(names: Iterable[str]) -> list[dict[str, str]]:
    """Return what stands under the pointer: fields of what is drawn there."""
    return [{"field": name, "type": "nominal"} for name in names]


def empty(caption: Iterable[str], why: str, look: Colours) -> Picture:
    """Return a picture of nothing, which says why there is nothing."""
    mark = {"type": "text", "text": why, "fontSize": 14, "color": look.text}
    return finished(caption, {"width": 480, "height": 60, "data": {"values": [{}]}, "mark": mark}, look)


def finished(caption: Iterable[str], view: Mapping[str, Any], look: Colours) -> Picture:
    """Return a picture.

    Args:
        caption: its lines, the question first.
        view: what is drawn, to Vega-Lite.
        look: its colours.
    """
    lines = tuple(printable(line) for line in caption)
    title = wrap(lines[0], _TITLE) or [""]
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": look.ground,
        "padding": 12,
        "title": {"text": title, "subtitle": [part for line in lines[1:] for part in wrap(line, _LINE)]},
        "config": _config(look),
        **view,
    }
    return Picture(lines, spec)


def _config(look: Colours) -> dict[str, Any]:
    words = {"labelColor": look.text, "titleColor": look.text}
    return {
        "title": {"anchor": "start", "frame": "bounds", "color": look.text, "subtitleColor": look.text, "offset": 12},
        "axis": {
            **words,
            "gridColor": look.faint,
            "domainColor": look.faint,
            "tickColor": look.faint,
            "labelLimit": _NAME,
        },
        "legend": {**words, "labelLimit": _NAME},
        "view": {"stroke": None},
    }
