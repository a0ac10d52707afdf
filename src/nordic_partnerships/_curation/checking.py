"""Checking a folder of collections: its text, every rule, and its citations against the documents that sources name."""

from pathlib import Path

import attrs

from .._dataset import Dataset
from .._dates import PartialDate
from .._model import COLLECTIONS
from .._opening.codec import read_collections, write_records
from .._release import Release
from .._store import MemoryStore
from ..errors import DataError, Problem
from .documents import Document, Passage, prove, read_documents, uncited
from .folder import NEXT, require_folder
from .rules import check

__all__ = ["Report", "check_folder"]


@attrs.frozen(kw_only=True)
class Report:
    """What a check found.

    Attributes:
        problems: everything that is wrong.
        counts: how many records each collection has, by its name.
        proven: how many citations were proven against documents.
        uncited: for each document the passages that no citation touches.
    """

    problems: tuple[Problem, ...]
    counts: tuple[tuple[str, int], ...] = ()
    proven: int = 0
    uncited: tuple[tuple[Document, tuple[Passage, ...]], ...] = ()


def check_folder(folder: Path = NEXT, *, reference_date: PartialDate, documents: Path | None = None) -> Report:
    """Check the collections in a folder, and their citations against the documents in another.

    Args:
        folder: where the collections are.
        reference_date: the date at which rules look at what is in force.
        documents: where the documents are that the sources name, or None if citations are not to be proven.
    """
    require_folder(folder)
    try:
        records = read_collections(lambda file: (folder / file).read_bytes())
    except DataError as error:
        return Report(problems=error.problems)
    # Not Dataset.of, which refuses what the rules of structure report.
    dataset = Dataset(MemoryStore.of(Release(version="next", reference_date=reference_date), records))
    problems = [
        Problem(f"{name}.json", "", "", "is not in canonical text: run 'data format'")
        for name, cls in COLLECTIONS.items()
        if (folder / f"{name}.json").read_bytes() != write_records(dataset.records(cls))
    ]
    problems += check(dataset)
    held: tuple[Document, ...] = ()
    if documents is not None:
        try:
            held = read_documents(dataset, documents)
        except DataError as error:
            problems += error.problems
    proven, wrong = prove(dataset, held)
    return Report(
        problems=(*problems, *wrong),
        counts=tuple((name, len(dataset.records(cls))) for name, cls in COLLECTIONS.items()),
        proven=proven,
        uncited=tuple((document, uncited(dataset, document)) for document in held),
    )
