"""What curators do with a folder of collections: put it into canonical text, and check it.

The folder is ``data/next`` of a checkout, or any folder with one JSON file per collection. Checking reads it strictly,
compares it with its canonical text, runs every rule, and, given the documents that sources name, proves each citation
and finds the passages that none touches.
"""

import unicodedata
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from .._dataset import Dataset
from .._dates import PartialDate
from .._model import COLLECTIONS, Record
from .._opening.codec import dump_json, load_json, read_collections, read_records, write_records
from .._release import Release
from ..errors import DataError, Problem
from .documents import Document, Passage, prove, read_documents, uncited
from .rules import check

__all__ = ["DATA", "NEXT", "Report", "check_folder", "format_folder"]

DATA: Final = Path(__file__).parent.parent / "data"
"""Where the releases are."""

NEXT: Final = DATA / "next"
"""Where curators work: in a checkout, not in an installed package."""


@attrs.frozen(kw_only=True)
class Report:
    """What a check found."""

    problems: tuple[Problem, ...]
    counts: tuple[tuple[str, int], ...] = ()
    """How many records each collection has, by its name."""
    proven: int = 0
    """How many citations were proven against documents."""
    uncited: tuple[tuple[Document, tuple[Passage, ...]], ...] = ()
    """For each document the passages that no citation touches."""


def format_folder(folder: Path = NEXT) -> tuple[str, ...]:
    """Rewrite the collections in canonical text, all or none; return the names of the files that changed.

    Raises:
        DataError: a file cannot be read as records, or not be written; nothing was changed.
    """
    _require(folder)
    canonical: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, kind in COLLECTIONS.items():
        file = f"{name}.json"
        try:
            if (folder / file).exists():
                text = (folder / file).read_bytes()
                found = _canonical(file, text, kind)
                canonical |= {file: found} if found != text else {}
        except OSError as error:
            problems.append(Problem(file, "", "", f"cannot be read: {error.strerror}"))
        except RecursionError:
            problems.append(Problem(file, "", "", "nested too deeply"))
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    _rewrite(folder, canonical)
    return tuple(canonical)


def check_folder(folder: Path = NEXT, *, reference_date: PartialDate, documents: Path | None = None) -> Report:
    """Check the collections in a folder, and their citations against the documents in another.

    Args:
        folder: where the collections are.
        reference_date: the date at which rules look at what is in force.
        documents: where the documents are that the sources name; none: citations are not proven.
    """
    _require(folder)
    try:
        records = read_collections(lambda file: (folder / file).read_bytes())
    except DataError as error:
        return Report(problems=error.problems)
    dataset = Dataset.of(Release(version="next", reference_date=reference_date), records)
    problems = [
        Problem(f"{name}.json", "", "", "is not in canonical text: run 'data format'")
        for name, kind in COLLECTIONS.items()
        if (folder / f"{name}.json").read_bytes() != write_records(dataset.records(kind))
    ]
    problems += check(dataset)
    held: tuple[Document, ...] = ()
    try:
        held = () if documents is None else read_documents(dataset, documents)
    except DataError as error:
        problems += error.problems
    proven, wrong = prove(dataset, held)
    return Report(
        problems=(*problems, *wrong),
        counts=tuple((name, len(dataset.records(kind))) for name, kind in COLLECTIONS.items()),
        proven=proven,
        uncited=tuple((document, uncited(dataset, document)) for document in held),
    )


def _canonical(file: str, text: bytes, kind: type[Record]) -> bytes:
    """Return the canonical text of a file; raise DataError if it does not hold records."""
    plain = load_json(file, text.removeprefix(BOM_UTF8))
    return write_records(read_records(file, dump_json(_normal(plain)), kind))


def _normal(plain: Any) -> Any:
    """Return JSON's own types with every text in Unicode form NFC."""
    if isinstance(plain, str):
        return unicodedata.normalize("NFC", plain)
    if isinstance(plain, list):
        return list(map(_normal, plain))
    if isinstance(plain, dict):
        return {key: _normal(value) for key, value in plain.items()}
    return plain


def _rewrite(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files beside their places first, then move all of them there."""
    try:
        for file, text in files.items():
            (folder / f"{file}.new").write_bytes(text)
        for file in files:
            (folder / f"{file}.new").replace(folder / file)
    except OSError as error:
        raise DataError([Problem(str(folder), "", "", f"cannot be written: {error.strerror}")]) from None
    finally:
        for file in files:
            if (folder / f"{file}.new").is_file():
                (folder / f"{file}.new").unlink()


def _require(folder: Path) -> None:
    if folder == NEXT and not folder.is_dir():
        raise DataError([Problem("data/next", "", "", "is not here: name a folder, or work in a checkout")])
    if not folder.is_dir():
        raise DataError([Problem(str(folder), "", "", "is not a folder")])
