"""What reaches the terminal: text, tables and JSON on standard output, and complaints on standard error."""

import io
import sys
from collections.abc import Sequence
from typing import Any, Final

from .._release import Release
from .._text import table
from ..errors import DataError, NordicPartnershipsError

__all__ = [
    "PROGRAM",
    "complain",
    "plain_release",
    "prepare_output",
    "print_answer",
    "print_json",
    "print_notes",
    "print_table",
    "print_text",
]

PROGRAM: Final = "nordic-partnerships"


def prepare_output() -> None:
    """Let a terminal that lacks a letter show its code instead of ending with an error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def print_text(text: str) -> None:
    """Print one line of text, or several."""
    print(text)


def print_table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under their headers, or say that there are none."""
    if rows:
        print_text(table(headers, rows))
    else:
        print_text("none on record")


def print_notes(notes: Sequence[str]) -> None:
    """Print what there is to say below a table, a line each."""
    if notes:
        print_text("")
    for note in notes:
        print_text(note)


def print_json(plain: Any) -> None:
    """Print JSON's own types as JSON."""
    import json

    print_text(json.dumps(plain, ensure_ascii=False, indent=2))


def print_answer(release: Release, plain: Any) -> None:
    """Print the answer to a question as JSON, with the release that it was asked of."""
    print_json({"release": plain_release(release), "answer": plain})


def plain_release(release: Release) -> dict[str, Any]:
    """Return what tells a release from others, as JSON's own types."""
    return {
        "version": release.version,
        "referenceDate": str(release.reference_date),
        "sha256": release.digest,
    }


def complain(error: NordicPartnershipsError | str) -> None:
    """Say on standard error what went wrong: in one line, unless several things are wrong with data."""
    if isinstance(error, DataError) and len(error.problems) == 1:
        error = str(error.problems[0])
    print(f"{PROGRAM}: {error}", file=sys.stderr)
