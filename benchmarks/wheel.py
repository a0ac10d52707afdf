"""How large the wheel becomes with the years: three years of quarterly releases that change by 5 %."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from .copies import Counted, changed_release, copy_of_package, publish, read_release
from .lines import opening
from .measuring import written_time
from .processes import ROOT, printed_figure

__all__ = ["MIB", "Wheels", "measure_wheels", "wheel_lines"]

MIB: Final = 1024 * 1024

_QUARTERS: Final = 12


class Wheels(NamedTuple):
    """How large wheels are, in bytes, and how long reading from them takes, in seconds.

    Attributes:
        newest: the newest release in them that there is today.
        most: how large they may become.
        today: the wheel with the releases up to that one.
        later: by what 5 % is counted of: the wheel with the quarterly releases of three years more, and its archive.
        reading: by version, how long the wheel of three years takes to load it, and the same with every byte proven.
    """

    newest: str
    most: int
    today: int
    later: dict[Counted, tuple[int, int]]
    reading: dict[str, tuple[float, float]]

    @property
    def is_small(self) -> bool:
        """Say whether the wheel of three years more is small enough, in whichever way lines are counted."""
        return all(size < self.most for size, _ in self.later.values())


def measure_wheels(versions: list[str], most: int) -> Wheels:
    """Build the wheel with some releases, and with further ones, none to be larger than ``most``; and read from it."""
    releases: dict[str, dict[str, bytes]] = {version: read_release(version) for version in versions}
    later: dict[Counted, tuple[int, int]] = {}
    reading: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as work:
        today = _build(Path(work, "today"), releases)
        for counted in Counted:
            wheel = _build(Path(work, counted.name), _further(releases, counted))
            unpacked = Path(work, f"{counted.name} unpacked")
            shutil.unpack_archive(wheel, unpacked, "zip")
            later[counted] = (wheel.stat().st_size, next(unpacked.rglob("older.xz")).stat().st_size)
        for version in (versions[-1], versions[0]):
            place = Path(work, f"{Counted.ALL.name} unpacked")
            loaded, proven = (min(printed_figure(code, place) for _ in range(3)) for code in _loading(version))
            reading[version] = (loaded, proven)
        return Wheels(versions[-1], most, today=today.stat().st_size, later=later, reading=reading)


def wheel_lines(wheels: Wheels) -> Iterator[str]:
    """Yield what was measured, in sentences of a list."""
    yield f"- The wheel whose newest release is {wheels.newest} has {wheels.today:,} bytes."
    limit = f"{wheels.most / MIB:g} MiB"
    for counted, (size, archive) in wheels.later.items():
        verdict = f"less than {limit}" if size < wheels.most else f"**more than {limit}**"
        further = f"With {_QUARTERS} further releases that differ in 5 % of {counted.value}"
        fit = int((wheels.most - wheels.today) / (size - wheels.today) * _QUARTERS)
        yield f"- {further}: {size:,} bytes, {verdict}; the archive has {archive:,} of them. {fit} such would fit."
    for version, times in wheels.reading.items():
        loaded, proven = map(written_time, times)
        yield f"- Loading {version} from the larger of the two takes {loaded}, with every byte proven {proven}."


def _further(releases: dict[str, dict[str, bytes]], counted: Counted) -> dict[str, dict[str, bytes]]:
    """Return releases and what three years of quarterly ones add to them."""
    version = list(releases)[-1]
    year, month, _ = map(int, version.split("."))
    longer = dict(releases)
    for number in range(1, _QUARTERS + 1):
        quarter = month - 1 + 3 * number
        before, version = version, f"{year + quarter // 12}.{quarter % 12 + 1}.0"
        longer[version] = changed_release(longer[before], version, counted, number)
    return longer


def _loading(version: str) -> tuple[str, str]:
    """Return code that prints how long it takes to load a release, and the same with every byte proven."""
    start = f"from benchmarks.inside import once\n{opening(None)}from nordic_partnerships._published import PUBLISHED\n"
    pinned = f"sha256=PUBLISHED[{version!r}]"
    found, proven = (f"{start}print(once(lambda: nordic.load({version!r}{pin})))" for pin in ("", f", {pinned}"))
    return found, proven


def _build(place: Path, releases: dict[str, dict[str, bytes]]) -> Path:
    """Build the wheel of a copy of the checkout with these releases, and return it."""
    publish(copy_of_package(place / "src"), releases)
    for name in ("pyproject.toml", "hatch_build.py", "README.md"):
        shutil.copy(ROOT / name, place / name)
    shutil.copytree(ROOT / "LICENSES", place / "LICENSES")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    subprocess.run(command, cwd=place, check=True, capture_output=True)
    (wheel,) = (place / "dist").glob("*.whl")
    return wheel
