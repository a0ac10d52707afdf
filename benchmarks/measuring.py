"""Measuring the lines of the table: ours and theirs in turns, so that whatever else the machine does meets both."""

from collections.abc import Callable, Iterator
from statistics import median, quantiles
from typing import NamedTuple

from .lines import Line, Unit
from .processes import count_instructions, printed_figure, processor_time

__all__ = ["Measured", "in_turns", "measure", "table", "written_time"]


class Measured(NamedTuple):
    """What was measured of a line, round by round.

    Attributes:
        line: the line.
        ours: our figures: instructions, seconds or MiB.
        theirs: those of the other code.
    """

    line: Line
    ours: list[float]
    theirs: list[float]

    @property
    def ratios(self) -> list[float]:
        """Ours by theirs, for each round."""
        return [ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True)]

    @property
    def is_reached(self) -> bool:
        """Say whether the line is where it should be."""
        return min(self.ours) <= self.line.limit if self.line.absolute else median(self.ratios) <= self.line.limit


def measure(line: Line, rounds: int) -> Measured:
    """Measure a line; instructions are counted once, since they hardly differ from run to run."""
    if line.unit is Unit.INSTRUCTIONS:
        empty = count_instructions("pass")
        return Measured(line, [count_instructions(line.ours) - empty], [count_instructions(line.theirs) - empty])
    if line.unit is Unit.PROCESSOR_TIME:
        starts, ours, theirs = in_turns([processor_time] * 3, ["pass", line.ours, line.theirs], rounds)
        start = min(starts)
        return Measured(line, [each - start for each in ours], [each - start for each in theirs])
    ours, theirs = in_turns([printed_figure] * 2, [line.ours, line.theirs], rounds)
    return Measured(line, ours, theirs)


def in_turns(measures: list[Callable[[str], float]], codes: list[str], rounds: int) -> list[list[float]]:
    """Return the figures of some pieces of code, run in turns; the first turn warms the disk and does not count."""
    turns = [[measure(code) for measure, code in zip(measures, codes, strict=True)] for _ in range(rounds + 1)]
    return [list(figures) for figures in zip(*turns[1:], strict=True)]


def written_ratio(measured: Measured) -> str:
    """Return the ratio of ours to theirs: the median of all rounds, and between what the middle half of them lies."""
    ratios = measured.ratios
    if len(ratios) < 3:
        return _short(median(ratios))
    low, _, high = quantiles(ratios, n=4)
    return f"{_short(median(ratios))} ({_short(low)}-{_short(high)})"


def table(columns: dict[str, list[Measured]]) -> Iterator[str]:
    """Yield the lines of a table in Markdown, with two columns for each release; the limits are for the first."""
    releases = list(columns)
    heads = ["", "beside", "theirs", *(f"ours, {each}" for each in releases), *(f"ratio, {each}" for each in releases)]
    yield f"| {' | '.join([*heads, 'to reach', 'reached'])} |"
    yield "|---" * (len(heads) + 2) + "|"
    for rows in zip(*columns.values(), strict=True):
        line = rows[0].line
        cells = [line.text, line.beside, written(line, min(rows[0].theirs))]
        cells += [written(line, min(row.ours)) for row in rows]
        cells += [written_ratio(row) for row in rows]
        cells.append(written(line, line.limit) if line.absolute else f"x {line.limit:g}")
        cells.append("yes" if rows[0].is_reached else "**no**")
        yield f"| {' | '.join(cells)} |"


def written(line: Line, figure: float) -> str:
    """Return a figure of a line with its unit."""
    if line.unit is Unit.INSTRUCTIONS:
        return f"{figure / 1e6:,.1f} M"
    if line.unit is Unit.PRINTED_MEMORY:
        return f"{figure:.1f} MiB"
    return written_time(figure)


def written_time(seconds: float) -> str:
    """Return a time in the unit that suits it.

    >>> written_time(0.0000007), written_time(0.0123), written_time(2.5)
    ('0.7 us', '12 ms', '2.5 s')
    """
    for unit, factor in (("s", 1.0), ("ms", 1e3)):
        if seconds * factor >= 1:
            return f"{_short(seconds * factor)} {unit}"
    return f"{_short(seconds * 1e6)} us"


def _short(number: float) -> str:
    """Return a number with two figures that count, and no more than whole ones."""
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"
