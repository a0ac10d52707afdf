"""The command line: ``nordic-partnerships``, or ``python -m nordic_partnerships``.

``parser`` names every command, ``options`` what several of them take; ``questions``, ``releases`` and ``curators`` hold
one function for each command, and ``output`` prints. Here a command is run, and what goes wrong becomes one line on
standard error and an exit code.
"""

import contextlib
import warnings
from collections.abc import Iterator, Sequence
from typing import Final

from ..errors import NordicPartnershipsError, RetiredIdWarning
from .output import OutputError, complain, discard_output, finish_output, prepare_output
from .parser import make_parser

__all__ = ["main"]

_FAILED: Final = 2
_INTERRUPTED: Final = 130
"""What a shell reports for a program that Ctrl-C ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, and return its exit code.

    0: it was followed, or nobody reads its output any more; 1: the data that it checked has problems; 2: it cannot be
    followed, and one line on standard error says why; 130: Ctrl-C.
    """
    try:
        prepare_output()
        with _warnings_as_lines():
            code = _follow(arguments)
        finish_output()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        discard_output()
        return 0
    except OutputError as error:
        discard_output()
        complain(error)
        return _FAILED
    except (NordicPartnershipsError, OSError) as error:
        complain(error)
        return _FAILED
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
