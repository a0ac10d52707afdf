"""The one command: prints the table, and with options the picture and the committed figures."""

import argparse
import sys
from pathlib import Path
from typing import Final

from .answers import compare_answers
from .figures import record_figures
from .growth import growth_table, measure_growth
from .lines import lines_for
from .measuring import measure, table
from .picture import draw
from .processes import ROOT
from .wheel import MIB, measure_wheels, wheel_lines

_PICTURE: Final = ROOT / "docs" / "growth.svg"


def main() -> int:
    """Compare the answers, measure, and print; return 1, the exit code, if the wheel becomes too large."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast the library is.")
    parser.add_argument("--release", default="2026.11.1", help="the release that is measured beside the newest")
    parser.add_argument("--rounds", type=int, default=7, help="how often each line is measured")
    parser.add_argument("--long", action="store_true", help="measure growth up to 100 times the data")
    parser.add_argument("--picture", action="store_true", help=f"draw growth into {_PICTURE.relative_to(ROOT)}")
    parser.add_argument("--record", action="store_true", help="only write the figures that a test compares with")
    options = parser.parse_args()
    if options.record:
        print(f"recorded the figures of Python {record_figures()}")
        return 0
    print_table(options.release, options.rounds)
    curves = measure_growth(options.release, (1, 10, 100) if options.long else (1, 10), min(options.rounds, 3))
    print(*growth_table(curves), sep="\n", end="\n\n")
    if options.picture:
        Path(_PICTURE).write_text(draw(curves))
    wheels = [measure_wheels(known, most) for known, most in wheels_for(options.release)]
    for each in wheels:
        print(*wheel_lines(each), sep="\n")
    return 0 if all(each.is_small for each in wheels) else 1


def print_table(release: str, rounds: int) -> None:
    """Print the table of a release, with the newest beside it if that is another."""
    for sentence in compare_answers(release):
        print(f"- the same: {sentence}")
    print()
    newest = versions()[-1]
    columns = {release: [measure(line, rounds) for line in lines_for(release)]}
    if newest != release:
        columns[f"{newest} (newest)"] = [measure(line, rounds) for line in lines_for(None)]
    print(*table(columns), sep="\n", end="\n\n")


def wheels_for(release: str) -> list[tuple[list[str], int]]:
    """Return the releases of each wheel that is measured, and how large it may become in three years.

    The limit of 1 MiB is for the release that is named, so that only code and archive move the figure. The newest
    release has three times its record, and 2.5 MiB.
    """
    known = versions()
    before = known[: known.index(release) + 1]
    return [(before, MIB)] if before == known else [(before, MIB), (known, 5 * MIB // 2)]


def versions() -> list[str]:
    """Return the versions of the releases, oldest first."""
    from nordic_partnerships import releases

    return [release.version for release in releases()]


if __name__ == "__main__":
    sys.exit(main())
