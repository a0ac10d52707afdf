"""Checking a folder of collections: its text, every rule, and its citations against the documents that sources name."""

from pathlib import Path
from typing import Final

import attrs

from .._dataset import Dataset
from .._dates import PartialDate
from .._model import COLLECTIONS, FILES
from .._opening.codec import read_collections, write_records
from .._release import Release
from .._store import MemoryStore
from ..errors import DataError, Problem
from .documents import Document, Passage, prove, read_documents, uncited
from .folder import DATA, NEXT, FolderText, read_folder
from .history import history_problems, newest_release
from .rules import READING, RULES, Rule, broken_rules, broken_structure
from .rules.evidence import sources_are_cited

__all__ = ["Report", "check_folder", "check_text", "rules_for"]


_STRAY: Final = "is not the file of a collection: is its name mistyped?"
_MISSING: Final = "is missing: a collection without records is a file that holds []"


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


def check_folder(
    folder: Path = NEXT, *, reference_date: PartialDate, documents: Path | None = None, data: Path = DATA
) -> Report:
    """Check the collections in a folder, and their citations against the documents in another.

    Args:
        folder: where the collections are.
        reference_date: the date at which rules look at what is in force.
        documents: where the documents are that the sources name, or None if citations are not to be proven.
        data: where the releases are; if the folder is there too, it is held against the newest of them.

    Raises:
        DataError: there is no such folder, or the newest release cannot be read.
    """
    text = read_folder(folder)
    newest = newest_release(data) if folder.resolve().parent == data.resolve() else None
    return check_text(text, reference_date=reference_date, documents=documents, newest=newest, rules=rules_for(folder))


def rules_for(folder: Path) -> tuple[Rule, ...]:
    """Return the rules for the collections in a folder: those about reading are for the project's own data alone."""
    return (*RULES, *READING) if folder.resolve() == NEXT.resolve() else RULES


def check_text(
    text: FolderText,
    *,
    reference_date: PartialDate,
    documents: Path | None = None,
    newest: Dataset | None = None,
    rules: tuple[Rule, ...] = RULES,
) -> Report:
    """Check the collections that were read from a folder, as ``check_folder`` does."""
    problems = [Problem(file, "", "", _MISSING) for file in text.missing]
    problems += [Problem(file, "", "", _STRAY) for file in text.strays]
    problems += text.problems
    try:
        records = read_collections(text.files.get)
    except DataError as error:
        return Report(problems=(*problems, *error.problems))
    if text.missing or text.problems:
        return Report(problems=tuple(problems))
    # Not Dataset.of, which refuses what the rules of structure report.
    dataset = Dataset(MemoryStore.of(Release(version="next", reference_date=reference_date), records))
    for file, cls in FILES.items():
        if text.files[file] != write_records(dataset.records(cls)):
            problems.append(Problem(file, "", "", "is not in canonical text: run 'data format'"))
    unsound = broken_structure(dataset)
    problems += unsound
    if not unsound:
        problems += [*broken_rules(dataset, rules), *sources_are_cited(dataset)]
        problems += [] if newest is None else history_problems(newest, dataset)
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
