"""The command line: ``nordic-partnerships``, or ``python -m nordic_partnerships``.

``parser`` names every command, ``options`` what several of them take; ``questions``, ``releases`` and ``curators`` hold
one function for each command, and ``output`` prints; ``running`` puts them together. All of it is imported only when a
command is run, so that Ctrl-C ends it as quietly while it starts as later.
"""

from collections.abc import Sequence
from typing import Final

__all__ = ["main"]

_INTERRUPTED: Final = 130
"""What a shell reports for a program that Ctrl-C ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, and return its exit code.

    0: it was followed, or nobody reads its output any more; 1: the data that it checked has problems; 2: it cannot be
    followed, and one line on standard error says why; 130: Ctrl-C.
    """
    try:
        from .running import run

        return run(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
