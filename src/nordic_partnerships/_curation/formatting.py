"""Putting a folder of collections into canonical text, so that a change of data is a small difference of text."""

import unicodedata
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

from .._model import COLLECTIONS, Record
from .._opening.codec import dump_json, load_json, read_records, write_records
from ..errors import DataError, Problem
from .folder import NEXT, require_folder
from .writing import write_files

__all__ = ["format_folder"]


def format_folder(folder: Path = NEXT) -> tuple[str, ...]:
    """Rewrite the collections in canonical text, all or none; return the names of the files that changed.

    Raises:
        DataError: a file cannot be read as records, or not be written; nothing was changed.
    """
    require_folder(folder)
    changed: dict[Path, bytes] = {}
    problems: list[Problem] = []
    for name, cls in COLLECTIONS.items():
        path = folder / f"{name}.json"
        try:
            if path.exists():
                text = path.read_bytes()
                canonical = _canonical(path.name, text, cls)
                if canonical != text:
                    changed[path] = canonical
        except OSError as error:
            problems.append(Problem(path.name, "", "", f"cannot be read: {error.strerror}"))
        except RecursionError:
            problems.append(Problem(path.name, "", "", "is nested too deeply"))
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    try:
        write_files(changed)
    except OSError as error:
        raise DataError([Problem(str(folder), "", "", f"cannot be written: {error.strerror}")]) from None
    return tuple(path.name for path in changed)


def _canonical(file: str, text: bytes, cls: type[Record]) -> bytes:
    """Return the canonical text of a file; raise DataError if it does not hold records."""
    plain = load_json(file, text.removeprefix(BOM_UTF8))
    return write_records(read_records(file, dump_json(_normal(plain)), cls))


def _normal(plain: Any) -> Any:
    """Return JSON's own types with every text in Unicode form NFC."""
    if isinstance(plain, str):
        return unicodedata.normalize("NFC", plain)
    if isinstance(plain, list):
        return [_normal(item) for item in plain]
    if isinstance(plain, dict):
        return {key: _normal(value) for key, value in plain.items()}
    return plain
