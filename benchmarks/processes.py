"""What a fresh process costs: instructions, processor time and memory, or a figure that it measured and prints."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

__all__ = ["ROOT", "SOURCE", "NoValgrindError", "count_instructions", "printed_figure", "processor_time"]

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "src"
"""Where the package lies that is measured, unless a measurement makes its own."""

_VALGRIND: Final = (
    "valgrind",
    "--tool=cachegrind",
    "--cache-sim=no",
    "--branch-sim=no",
    "--cachegrind-out-file=/dev/null",
)


class NoValgrindError(Exception):
    """Instructions cannot be counted here."""


def count_instructions(code: str) -> int:
    """Return how many instructions a new process needs to run code; what it imports is compiled before."""
    if shutil.which(_VALGRIND[0]) is None:
        raise NoValgrindError("valgrind counts the instructions and is not installed: apt-get install valgrind")
    _run([sys.executable, "-c", code], SOURCE)
    reported = _run([*_VALGRIND, sys.executable, "-c", code], SOURCE).stderr
    found = re.search(r"I\s+refs:\s+([\d,]+)", reported)
    if found is None:
        raise NoValgrindError(f"valgrind gave no count: {reported[-1000:]}")
    return int(found[1].replace(",", ""))


def processor_time(code: str, source: Path = SOURCE) -> float:
    """Return how many seconds of processor time a new process takes to run code."""
    child = subprocess.Popen([sys.executable, "-c", code], env=_environment(source), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"ended with {child.returncode}: {code}")
    return used.ru_utime + used.ru_stime


def printed_figure(code: str, source: Path = SOURCE) -> float:
    """Return the number that a new process prints."""
    return float(_run([sys.executable, "-c", code], source).stdout.split()[-1])


def _run(command: list[str], source: Path) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(command, env=_environment(source), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[-1]}\n{done.stderr[-3000:]}")
    return done


def _environment(source: Path) -> dict[str, str]:
    """Return an environment in which every run does the same: hashes of texts have no seed of their own."""
    kept = {name: os.environ[name] for name in ("HOME", "PATH", "VIRTUAL_ENV") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "PYTHONPATH": f"{source}{os.pathsep}{ROOT}"}
