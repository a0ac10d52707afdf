"""Opening somebody's folder or zip: its bytes are proven, then read, then the structure of the records is checked."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from .._model import FILES, Record, collection_of
from .._release import Release
from .._structure import structural_problems
from .._text import printable
from ..errors import DataError, Problem
from .codec import read_collections
from .containers import open_container
from .descriptor import wrong_count
from .limits import ProblemLog
from .proving import read_proven_files
from .working import is_working_folder, read_collection_files, working_release

__all__ = ["open_release"]


def open_release(path: Path, digest: str | None) -> tuple[Release, tuple[Record, ...]]:
    """Return which release is at a path, and its records; all of it is opened, or none.

    Args:
        path: a folder or a zip with a descriptor, or a working folder of collections.
        digest: the SHA-256 that the descriptor must have, or None for any, and for a working folder.

    Raises:
        ReleaseMismatchError: the descriptor has another digest.
        DataError: the release cannot be used; the error lists everything that is wrong with it.
    """
    place = printable(str(path))
    release: Release | None = None
    with open_container(path) as container:
        sizes = container.sizes()
        if digest is None and is_working_folder(container, sizes):
            files = read_collection_files(container, sizes, place)
        else:
            release, files = read_proven_files(container, sizes, place, digest)
    records = read_collections(files.get)
    if release is None:
        release = working_release(records)
    _raise_by_file([*_count_problems(release, records), *structural_problems(records)])
    return release, records


def _count_problems(release: Release, records: Iterable[Record]) -> list[Problem]:
    """Return where a descriptor counts other records than there are, for the collections of these records."""
    counts = Counter(collection_of(type(record)) for record in records)
    return [
        Problem(f"{name}.json", "", "", wrong_count(count, counts[name]))
        for name, count in release.counts
        if counts[name] != count
    ]


def _raise_by_file(problems: Iterable[Problem]) -> None:
    """Raise DataError if there are problems, with the first ones of each file."""
    logs = {file: ProblemLog(file) for file in FILES}
    for problem in problems:
        logs[problem.file].add(problem)
    everything = [problem for log in logs.values() for problem in log.listed]
    if everything:
        raise DataError(everything)
