"""How costs grow with the data: the release once, ten and a hundred times, and the exponents between these steps."""

import math
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from .copies import copy_of_package, grown_release, publish
from .lines import opening
from .measuring import written_time
from .processes import printed_figure, processor_time

__all__ = ["Curve", "exponents", "growth_table", "measure_growth"]

_INSIDE: Final = "from benchmarks.inside import warm, once\n"
_MISS: Final = """
def miss(name):
    try:
        data.organization(name)
    except LookupError as error:
        return error
"""


class Curve(NamedTuple):
    """How the cost of one thing grows.

    Attributes:
        text: what is asked.
        limit: the exponent that it should not exceed, or None if none was set.
        times: how many seconds it takes, by how many times the data is there.
    """

    text: str
    limit: float | None
    times: dict[int, float]


_ASKED: Final[dict[str, tuple[str, float | None]]] = {
    "first answer in a new process": ("data.partners_of('Aalto University')", 1.05),
    "reading everything": ("print(once(lambda: tuple(data)))", 1.05),
    "`partners_of` by id, warm": ("print(warm(lambda: data.partners_of('university-of-helsinki')))", 0.1),
    "`partners_of` by name, warm": ("print(warm(lambda: data.partners_of('University of Helsinki')))", 0.1),
    "`networks_of`, `as_of`, warm": (
        "print(warm(lambda: data.networks_of('university-of-helsinki', as_of=2018)))",
        0.1,
    ),
    "a miss, error made": (f"{_MISS}print(warm(lambda: miss('Universty of Helsinky')))", 0.1),
    "its suggestions read": (f"{_MISS}print(warm(lambda: miss('Universty of Helsinky').suggestions))", None),
    "`find`": ("print(warm(lambda: data.find('arctic')))", None),
    "`resolve_many` of 745 names": (
        "names = [each.name for each in data.organizations()[:745]]\nprint(warm(lambda: data.resolve_many(names)))",
        0.1,
    ),
}


def measure_growth(release: str, steps: tuple[int, ...], rounds: int) -> list[Curve]:
    """Measure what is asked in copies of the package with so many times the data; the least of the rounds counts."""
    curves = [Curve(text, limit, {}) for text, (_, limit) in _ASKED.items()]
    with tempfile.TemporaryDirectory() as work:
        for times in steps:
            place = Path(work, f"x{times}")
            publish(copy_of_package(place), {release: grown_release(release, times)})
            for curve in curves:
                code = f"{opening(release)}{_INSIDE}{_ASKED[curve.text][0]}"
                measure = partial(printed_figure, code, place)
                if "print" not in code:
                    measure = partial(processor_time, code, place)
                # What takes longest is measured once: noise is a small part of it.
                curve.times[times] = min(measure() for _ in range(rounds + 1 if times < 100 else 1))
    return curves


def exponents(curve: Curve) -> list[float]:
    """Return how a cost grows from step to step: 1 is as the data does, 0 not at all.

    >>> exponents(Curve("", None, {1: 2.0, 10: 20.0, 100: 20.0}))
    [1.0, 0.0]
    """
    steps = list(curve.times.items())
    return [
        round(math.log(after / before) / math.log(times_after / times_before), 2)
        for (times_before, before), (times_after, after) in pairwise(steps)
    ]


def growth_table(curves: list[Curve]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    steps = [f"x {times}" for times in curves[0].times]
    yield f"| growth | {' | '.join(steps)} | exponents | to reach | reached |"
    yield "|---" * (len(steps) + 4) + "|"
    for curve in curves:
        found = exponents(curve)
        cells = [curve.text, *map(written_time, curve.times.values()), "; ".join(f"{each:.2f}" for each in found)]
        if curve.limit is None:
            cells += ["", ""]
        else:
            cells += [f"{curve.limit:g}", "yes" if max(found) <= curve.limit else "**no**"]
        yield f"| {' | '.join(cells)} |"
