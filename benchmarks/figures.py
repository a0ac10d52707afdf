"""The committed counts of instructions of a cold start, and whether today's are still near them.

Counts depend on the version of Python, on how it was built and on the machine. So each is held against a yardstick that
is counted beside it, the import of two modules of the standard library, and the figures name the minor version.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from .lines import COLD
from .processes import count_instructions

__all__ = ["FIGURES", "MOST_GROWTH", "compare_figures", "count_figures", "record_figures", "recorded_figures"]

FIGURES: Final = Path(__file__).parent / "figures.json"

MOST_GROWTH: Final = 1.10
"""How many times the committed figure a count may be."""

_YARDSTICK: Final = "import inspect, json"
_RELEASE: Final = "2026.11.1"


def count_figures() -> dict[str, Any]:
    """Count the instructions of every cold start, above those of an empty process."""
    empty = count_instructions("pass")
    door = f"nordic.load({_RELEASE!r})."
    return {
        "release": _RELEASE,
        "attrs": version("attrs"),
        "yardstick": count_instructions(_YARDSTICK) - empty,
        "instructions": {name: count_instructions(code.format(door=door)) - empty for name, code in COLD.items()},
    }


def recorded_figures() -> dict[str, Any]:
    """Return the committed figures of this minor version of Python; raise LookupError if there are none."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    recorded: dict[str, dict[str, Any]] = json.loads(FIGURES.read_text())
    if python not in recorded:
        raise LookupError(f"{FIGURES.name} has no figures for Python {python}: python -m benchmarks --record")
    return recorded[python]


def compare_figures(recorded: dict[str, Any], counted: dict[str, Any]) -> list[str]:
    """Return which counts grew by more than is allowed since they were recorded, each in a sentence.

    >>> then = {"attrs": "1", "yardstick": 10, "instructions": {"import": 100, "get": 100}}
    >>> now = {"attrs": "1", "yardstick": 20, "instructions": {"import": 219, "get": 221}}
    >>> compare_figures(then, now)
    ['get: 10% more instructions than recorded (0 M, recorded 0 M; attrs 1, recorded with 1)']
    """
    machine = counted["yardstick"] / recorded["yardstick"]
    complaints: list[str] = []
    for name, before in recorded["instructions"].items():
        now = counted["instructions"][name] / machine
        if now > before * MOST_GROWTH:
            versions = f"attrs {counted['attrs']}, recorded with {recorded['attrs']}"
            figures = f"{now / 1e6:,.0f} M, recorded {before / 1e6:,.0f} M"
            complaints.append(f"{name}: {now / before - 1:.0%} more instructions than recorded ({figures}; {versions})")
    return complaints


def record_figures() -> str:
    """Count, and write the figures of this minor version of Python; return its name."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    recorded = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    recorded[python] = count_figures()
    FIGURES.write_text(json.dumps(dict(sorted(recorded.items())), indent=2) + "\n")
    return python
