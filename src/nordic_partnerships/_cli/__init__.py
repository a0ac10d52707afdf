"""The command line: ``nordic-partnerships``, or ``python -m nordic_partnerships``.

``parser`` names every command, ``options`` what several of them take, ``questions``, ``releases`` and ``curators`` hold
one function for each command, and ``output`` prints. Here a command is run, and what goes wrong becomes one line on
standard error and exit code 2.
"""

import os
import sys
from collections.abc import Sequence

from ..errors import NordicPartnershipsError
from .output import complain, prepare_output
from .parser import make_parser

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 1 if checked data has problems, or 2 if the command cannot be followed."""
    prepare_output()
    try:
        options = make_parser().parse_args(arguments)
        code: int | None = options.run(options)
        sys.stdout.flush()
    except NordicPartnershipsError as error:
        complain(error)
        return 2
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code or 0
