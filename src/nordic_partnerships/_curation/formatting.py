"""Putting a folder of collections into canonical text, so that a change of data is a small difference of text."""

import unicodedata
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

from .._model import FILES, Record
from .._opening.codec import read_records, write_records
from .._opening.json_text import dump_json, load_json
from .._writing import Rewrite, write_files
from ..errors import DataError, Problem
from .folder import NEXT, read_folder

__all__ = ["format_folder"]


def format_folder(folder: Path = NEXT) -> tuple[str, ...]:
    """Rewrite the collections in canonical text, all or none; return the names of the files that changed.

    Raises:
        DataError: a file cannot be read as records, or cannot be written; nothing was changed.
    """
    text = read_folder(folder)
    problems = list(text.problems)
    rewrites: dict[Path, Rewrite] = {}
    for file, before in text.files.items():
        try:
            after = _canonical(file, before, FILES[file])
        except RecursionError:
            problems.append(Problem(file, "", "", "is nested too deeply"))
        except DataError as error:
            problems.extend(error.problems)
        else:
            if after != before:
                rewrites[folder / file] = Rewrite(before, after)
    if problems:
        raise DataError(problems)
    write_files(rewrites)
    return tuple(path.name for path in rewrites)


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
