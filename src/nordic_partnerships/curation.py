"""What curators do with a folder of collections: put it into canonical text, and check it.

The folder is ``data/next`` of a checkout, or any folder with one JSON file per collection. Checking reads it strictly,
compares it with its canonical text, runs every rule, and, given the documents that sources name, proves each citation
and finds the passages that none touches.
"""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs

from .codec import read_records, write_records
from .dataset import Dataset
from .dates import PartialDate
from .documents import Document, Passage, prove, read_documents, uncited
from .errors import DataError, Problem
from .integrity import check
from .model import COLLECTIONS
from .releases import read_collections
from .results import Release

__all__ = ["DATA", "NEXT", "Report", "check_folder", "format_folder"]

DATA: Final = Path(__file__).parent / "data"
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
        DataError: a file cannot be read as records; nothing was written.

    """
    _require(folder)
    texts = {file: (folder / file).read_bytes() for name in COLLECTIONS if (folder / (file := f"{name}.json")).exists()}
    canonical = _canonical(texts)
    changed = {file: text for file, text in canonical.items() if text != texts[file]}
    for file, text in changed.items():
        (folder / f"{file}.new").write_bytes(text)
    for file in changed:
        (folder / f"{file}.new").replace(folder / file)
    return tuple(changed)


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
        dataset = Dataset.of(Release(version="next", reference_date=reference_date), records)
        problems = [
            Problem(f"{name}.json", "", "", "is not in canonical text: run 'data format'")
            for name, kind in COLLECTIONS.items()
            if (folder / f"{name}.json").read_bytes() != write_records(dataset.records(kind))
        ]
        problems += check(dataset)
        held = () if documents is None else read_documents(dataset, documents)
    except DataError as error:
        return Report(problems=error.problems)
    proven, wrong = prove(dataset, held)
    return Report(
        problems=(*problems, *wrong),
        counts=tuple((name, len(dataset.records(kind))) for name, kind in COLLECTIONS.items()),
        proven=proven,
        uncited=tuple((document, uncited(dataset, document)) for document in held),
    )


def _canonical(texts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the canonical text of each file; raise DataError with the problems of all of them."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for file, data in texts.items():
        try:
            plain = unicodedata.normalize("NFC", data.decode("utf-8-sig", "surrogateescape")).encode(
                errors="surrogateescape"
            )
            found[file] = write_records(read_records(file, plain, COLLECTIONS[file.removesuffix(".json")]))
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    return found


def _require(folder: Path) -> None:
    if not folder.is_dir():
        raise DataError([Problem(str(folder), "", "", "is not a folder")])
