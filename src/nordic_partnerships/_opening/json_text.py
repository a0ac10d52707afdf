"""JSON text: read strictly, written canonically, and described in messages."""

import json
from collections import Counter
from typing import Any

from ..errors import DataError, Problem

__all__ = ["describe", "dump_json", "id_of", "load_json", "printable"]


def load_json(file: str, data: bytes) -> Any:
    """Return what a JSON text says; raise DataError for anything but plain, unambiguous UTF-8 JSON."""
    problems: list[Problem] = []

    def read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        plain = dict(pairs)
        if len(plain) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            repeated = sorted(name for name, count in counts.items() if count > 1)
            problems.extend(Problem(file, id_of(plain), printable(name), "is given twice") for name in repeated)
        return plain

    def refuse_constant(text: str) -> None:
        problems.append(Problem(file, "", "", f"{text} is not a number in JSON"))

    try:
        plain = json.loads(data.decode(), object_pairs_hook=read_object, parse_constant=refuse_constant)
    except UnicodeDecodeError as error:
        raise DataError([Problem(file, "", "", f"is not UTF-8: byte {error.start}")]) from None
    except RecursionError:
        raise DataError([Problem(file, "", "", "is nested too deeply")]) from None
    except ValueError as error:
        raise DataError([Problem(file, "", "", f"is not JSON: {error}")]) from None
    if problems:
        raise DataError(problems)
    return plain


def dump_json(plain: Any) -> bytes:
    """Return canonical JSON text of JSON's own types."""
    return (json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


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


def printable(text: str) -> str:
    """Return a text with its lone surrogates escaped, so that any stream can print it."""
    return text.encode(errors="backslashreplace").decode()
