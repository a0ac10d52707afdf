"""What a process measures of itself: how long a call takes, warm, and how much memory is in use."""

import timeit
from collections.abc import Callable
from time import process_time

__all__ = ["once", "resident", "warm"]


def warm(call: Callable[[], object], *, least: float = 0.05, rounds: int = 5) -> float:
    """Return how many seconds of processor time a call takes after the first: the least of some rounds."""
    timer = timeit.Timer(call, timer=process_time)
    timer.timeit(1)
    number = 1
    while (took := timer.timeit(number)) < least:
        number = max(number * 2, int(number * least / max(took, 1e-6)) + 1)
    return min([took, *timer.repeat(rounds - 1, number)]) / number


def once(call: Callable[[], object]) -> float:
    """Return how many seconds of processor time a single call takes."""
    start = process_time()
    call()
    return process_time() - start


def resident() -> float:
    """Return how many MiB of memory the process has in use, as Linux counts them."""
    with open("/proc/self/statm") as figures:  # noqa: PTH123
        return int(figures.read().split()[1]) * 4096 / 2**20
