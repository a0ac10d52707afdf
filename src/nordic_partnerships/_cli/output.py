"""What reaches the terminal: text, tables and JSON on standard output, and complaints on standard error.

Commands print by nothing else, so this is where a stranger's text is made printable and where a stream that cannot be
written is noticed.
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from .._text import printable, shortened, table
from ..errors import DataError, Problem

__all__ = [
    "PROGRAM",
    "OutputError",
    "complain",
    "discard_output",
    "finish_output",
    "prepare_output",
    "print_csv",
    "print_json",
    "print_json_text",
    "print_lines",
    "print_notes",
    "print_problems",
    "print_rows",
    "print_table",
    "print_text",
]

PROGRAM: Final = "nordic-partnerships"


class OutputError(Exception):
    """Standard output cannot be written."""


# ---------------------------------------------------------------- answers


def print_text(line: str) -> None:
    """Print one line of text."""
    _write(printable(line))


def print_lines(text: str) -> None:
    """Print a text of several lines."""
    for line in text.split("\n"):
        print_text(line)


def print_table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under their headers, or say that there are none."""
    _write(table(headers, rows) if rows else "none on record")


def print_csv(rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV, each in one line: what is not printable becomes a visible escape, as everywhere."""
    from .._tables.csv_text import write_rows

    text = io.StringIO(newline="")
    write_rows(text, ([_safe(cell) for cell in row] for row in rows), line_end="\n")
    print_lines(text.getvalue().removesuffix("\n"))


def _safe(cell: object) -> object:
    return cell if cell is None or isinstance(cell, bool | int | float) else printable(str(cell))


def print_rows(form: str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their headers: as CSV if that is the form, else as a table for people."""
    if form == "csv":
        print_csv([headers, *rows])
    else:
        print_table(headers, list(rows))


def print_notes(notes: Sequence[str]) -> None:
    """Print what there is to say below a table, a line each."""
    print_text("")
    for note in notes:
        print_text(note)


def print_json(plain: Any) -> None:
    """Print JSON's own types as JSON."""
    import json

    print_json_text(json.dumps(plain, ensure_ascii=False, indent=2))


def print_json_text(text: str) -> None:
    """Print JSON, with escapes of its own for what is not printable."""
    for line in text.split("\n"):
        _write(line if line.isprintable() else "".join(map(_escaped_in_json, line)))


def _escaped_in_json(character: str) -> str:
    if printable(character) == character:
        return character
    import json

    return json.dumps(character).strip('"')


# ---------------------------------------------------------------- complaints


def complain(error: Exception | str, program: str = PROGRAM) -> None:
    """Say on standard error what went wrong: in one line, unless several things are wrong with data."""
    if isinstance(error, DataError) and len(error.problems) != 1:
        print_problems(error.problems, program)
    elif isinstance(error, DataError):
        (problem,) = error.problems
        _write_error(f"{program}: {_line(problem)}")
    elif isinstance(error, OSError):
        _write_error(f"{program}: {_line(_reason(error))}")
    else:
        _write_error(f"{program}: {_line(error)}")


def print_problems(problems: Sequence[Problem], program: str | None = None) -> None:
    """List on standard error what is wrong with data."""
    count = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    head = f"{count} in the data:"
    _write_error(head if program is None else f"{program}: {head}")
    for problem in problems:
        _write_error(f"  {_line(problem)}")


def _line(said: object) -> str:
    """Return what is said as one printable line that does not quote more than a reader can take in."""
    return printable(shortened(str(said)))


def _reason(error: OSError) -> str:
    """Return what the operating system refused, and for which file."""
    reason = error.strerror or str(error)
    return reason if error.filename is None else f"{error.filename}: {reason}"


# ---------------------------------------------------------------- the streams


def prepare_output() -> None:
    """Let a terminal that lacks a letter show its code; raise OutputError if there is nothing to write to."""
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def finish_output() -> None:
    """Write what is still held back."""
    with _noticing_what_fails():
        sys.stdout.flush()


def discard_output() -> None:
    """Let go of what is still held back, which Python would try to write, and complain about, when it ends."""
    _redirect_to_nowhere(sys.stdout)


def _write(text: str) -> None:
    with _noticing_what_fails():
        sys.stdout.write(f"{text}\n")


def _write_error(text: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        # Nobody is left to tell; the exit code says the rest.
        _redirect_to_nowhere(sys.stderr)


@contextlib.contextmanager
def _noticing_what_fails() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {_reason(error)}") from None


def _redirect_to_nowhere(stream: Any) -> None:
    if stream is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    except io.UnsupportedOperation:
        # A stream of Python's own holds nothing that the operating system could refuse.
        pass
    finally:
        os.close(nowhere)
