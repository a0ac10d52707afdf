"""A command is run, and what goes wrong becomes one line on standard error and an exit code."""

import contextlib
import warnings
from collections.abc import Iterator, Sequence
from typing import Final

from ..errors import NordicPartnershipsError, RetiredIdWarning
from .output import OutputError, complain, discard_output, finish_output, prepare_output
from .parser import make_parser

__all__ = ["run"]

_FAILED: Final = 2


def run(arguments: Sequence[str] | None) -> int:
    """Run a command, and return its exit code."""
    try:
        prepare_output()
        with _warnings_as_lines():
            code = _follow(arguments)
        finish_output()
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
