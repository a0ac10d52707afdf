"""A folder that curators work in, such as ``data/next`` of a checkout: collections that no descriptor proves."""

from collections.abc import Iterable, Mapping

from .._dates import PartialDate
from .._model import FILES, Record, Source
from .._release import DESCRIPTOR, Release
from .._text import printable
from ..errors import DataError, Problem
from .containers import Container, Folder
from .limits import ProblemLog

__all__ = ["is_working_folder", "read_collection_files", "working_release"]


def is_working_folder(container: Container, sizes: Mapping[str, int]) -> bool:
    """Say whether a container is a folder with the file of a collection and without a descriptor."""
    return isinstance(container, Folder) and DESCRIPTOR not in sizes and not FILES.keys().isdisjoint(sizes)


def read_collection_files(container: Container, sizes: Mapping[str, int], place: str) -> dict[str, bytes]:
    """Return the bytes of the collections in a container; raise DataError for another JSON file, which may be mistyped.

    Files of other kinds, such as those that editors leave, are not looked at.
    """
    problems = ProblemLog(place)
    for file in sorted(sizes):
        if file.endswith(".json") and file not in FILES:
            problems.add(Problem(printable(file), "", "", "is not the file of a collection, such as 'themes.json'"))
    problems.raise_if_any()
    return {file: container.read(file, size) for file, size in sizes.items() if file in FILES}


def working_release(records: Iterable[Record]) -> Release:
    """Return the release that stands for a working folder: it answers for the day when a source was last read."""
    days = [record.accessed for record in records if isinstance(record, Source)]
    if not days:
        raise DataError([Problem("sources.json", "", "", "holds no source, so there is no date to answer for")])
    newest = max(days)
    return Release(version="next", reference_date=PartialDate(newest.year, newest.month, newest.day))
