"""The command line: ``nordic-partnerships``, or ``python -m nordic_partnerships``.

``parser`` names every command, ``options`` what several of them take; ``questions``, ``releases`` and ``curators`` hold
one function for each command, and ``output`` prints. Here a command is run, and what goes wrong becomes one line on
standard error and an exit code.
"""

import contextlib
import os
import sys
import warnings
from collections.abc import Iterator, Sequence

from ..errors import NordicPartnershipsError, RetiredIdWarning
from .output import complain, prepare_output
from .parser import make_parser

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 1 if checked data has problems, or 2 if the command cannot be followed."""
    prepare_output()
    try:
        with _warnings_as_lines():
            code = _follow(arguments)
        sys.stdout.flush()
    except NordicPartnershipsError as error:
        complain(error)
        return 2
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _follow(arguments: Sequence[str] | None) -> int:
    """Do what the arguments say; return the exit code."""
    try:
        options = make_parser().parse_args(arguments)
    except SystemExit as end:
        # So argparse ends after --help and --version, and where it cannot make sense of the arguments.
        return int(end.code or 0)
    code: int | None = options.run(options)
    return code or 0


@contextlib.contextmanager
def _warnings_as_lines() -> Iterator[None]:
    """Print each warning once, as a line without the place in the code."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", RetiredIdWarning)
        yield
    for message in dict.fromkeys(str(warning.message) for warning in caught):
        complain(message)
