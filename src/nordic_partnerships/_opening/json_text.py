"""JSON text: read strictly, written canonically, and described in messages."""

import json
import re
from collections import Counter
from typing import Any, Final

from .._text import printable
from ..errors import DataError, Problem
from .limits import ProblemLog

__all__ = ["describe", "dump_json", "id_of", "load_json"]

_DEEPEST: Final = 100
"""Records are nested less than ten deep."""

_STRING_OR_BRACKET: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')


def load_json(file: str, data: bytes) -> Any:
    """Return what a JSON text says; raise DataError for anything but plain, unambiguous UTF-8 JSON."""
    problems = ProblemLog(file)

    def read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        plain = dict(pairs)
        if len(plain) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            for name in sorted(name for name, count in counts.items() if count > 1):
                problems.add(Problem(file, id_of(plain), printable(name), "is given twice"))
        return plain

    def refuse_constant(text: str) -> None:
        problems.add(Problem(file, "", "", f"{text} is not a number in JSON"))

    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise DataError([Problem(file, "", "", f"is not UTF-8: byte {error.start}")]) from None
    try:
        plain = json.loads(text, object_pairs_hook=read_object, parse_constant=refuse_constant)
    except RecursionError:
        # Whoever calls from deep within a program of their own runs out of stack on good data.
        if not _is_deep(text):
            raise
        raise DataError([Problem(file, "", "", "is nested too deeply")]) from None
    except ValueError as error:
        raise DataError([Problem(file, "", "", f"is not JSON: {error}")]) from None
    problems.raise_if_any()
    return plain


def dump_json(plain: Any) -> bytes:
    """Return canonical JSON text of JSON's own types."""
    return (json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def _is_deep(text: str) -> bool:
    """Say whether arrays and objects in a JSON text are nested deeper than any record."""
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        if match[0] in "[{":
            depth += 1
        elif match[0] in "]}":
            depth -= 1
        if depth > _DEEPEST:
            return True
    return False


def id_of(plain: Any) -> str:
    """Return the id of a record as read, ready to be printed, or an empty text if it has none."""
    if isinstance(plain, dict) and isinstance(plain.get("id"), str):
        return printable(plain["id"])
    return ""


def describe(value: Any) -> str:
    """Return a short description of a JSON value.

    >>> describe([1, 2]), describe("Oslo"), describe(None)
    ('a list', '"Oslo"', 'null')
    """
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= 40 else f"{text[:37]}..."
