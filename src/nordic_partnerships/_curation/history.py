"""From one release to the next: nothing vanishes, and whatever changed says why."""

import re
from pathlib import Path

from .._changes import Change, Comparison, compare_datasets
from .._dataset import Dataset
from .._model import Network, Organization, Record, Revision, Tombstone, file_of
from .._opened import open_dataset
from .._release import VERSION, version_order
from .._text import with_article
from .._writing import os_problem
from ..errors import DataError, Problem
from ..kinds import ChangeKind

__all__ = ["history_problems", "newest_release", "versions_in"]


def versions_in(data: Path) -> list[str]:
    """Return the versions of the releases in a folder, oldest first; raise DataError if it cannot be read."""
    try:
        names = [path.name for path in data.iterdir()]
    except OSError as error:
        raise DataError([os_problem(data, "cannot be read", error)]) from None
    return sorted((name for name in names if re.fullmatch(VERSION, name)), key=version_order)


def newest_release(data: Path, before: str | None = None) -> Dataset | None:
    """Return the newest release in a folder, or the newest before a version; None if there is none."""
    versions = [
        version for version in versions_in(data) if before is None or version_order(version) < version_order(before)
    ]
    return open_dataset(data / versions[-1]) if versions else None


def history_problems(before: Dataset, after: Dataset, version: str | None = None) -> list[Problem]:
    """Return what is wrong in a dataset as the successor of a release.

    Args:
        before: the newest release.
        after: the dataset that is to follow it.
        version: the version that it is to have, or None if that is not known yet.
    """
    comparison = compare_datasets(before, after)
    problems = [
        Problem(f"{change.collection}.json", change.id, field, message)
        for change in comparison
        for field, message in _change_problems(change, after, before.release.version)
    ]
    return problems + _revision_problems(comparison, before.release.version, version)


def _change_problems(change: Change, after: Dataset, version: str) -> list[tuple[str, str]]:
    """Return (field, message) of what is wrong with one change since a version."""
    match change.kind:
        case ChangeKind.REMOVED:
            return [("", f"was in {version} and is gone: leave a tombstone with its id in tombstones.json")]
        case ChangeKind.RETIRED:
            return _successor_problems(change, after)
        case ChangeKind.CHANGED | ChangeKind.RENAMED if change.cause is None and not _is_history(change.record):
            fields = ", ".join(difference.field for difference in change.fields)
            return [("", f"differs from {version} in {fields}: say why in revisions.json")]
        case _:
            return []


def _successor_problems(change: Change, after: Dataset) -> list[tuple[str, str]]:
    """Return what is wrong with the successors of a record that was retired.

    A body may turn out to be of the other kind: an organization that is a network, or the other way round.
    """
    successors = change.after.successors if isinstance(change.after, Tombstone) else ()
    classes = {record.id: type(record) for record in after}
    retired = type(change.record)
    fitting = {retired, Tombstone} | ({Organization, Network} if retired in (Organization, Network) else set())
    return [
        (
            f"successors[{index}]",
            f"{successor!r} is {_class_words(classes[successor])}, but {change.id!r} was {_class_words(retired)}",
        )
        for index, successor in enumerate(successors)
        if classes[successor] not in fitting
    ]


def _revision_problems(comparison: Comparison, newest: str, version: str | None) -> list[Problem]:
    """Return what is wrong with the releases that new revisions name."""
    problems: list[Problem] = []
    for change in comparison:
        revision = change.after
        if change.kind is not ChangeKind.ADDED or not isinstance(revision, Revision):
            continue
        if re.fullmatch(VERSION, revision.release) is None:
            continue
        if version is not None and revision.release != version:
            message = f"says {revision.release}, but the change comes with {version}"
        elif version_order(revision.release) <= version_order(newest):
            message = f"says {revision.release}, but the change comes after {newest}"
        else:
            continue
        problems.append(Problem(file_of(Revision), revision.id, "release", message))
    return problems


def _is_history(record: Record) -> bool:
    """Say whether a record is itself about the history of others."""
    return isinstance(record, Revision | Tombstone)


def _class_words(cls: type[Record]) -> str:
    return with_article(cls.__name__.lower())
