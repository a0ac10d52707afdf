"""Cutting a release: what curators have checked is frozen, with its schemas, its descriptor and its digest.

A release is made beside its place and moved there as a whole, so that it is there or not, never half. Cutting the same
again changes nothing.
"""

from collections.abc import Mapping
from pathlib import Path

from .._changes import compare_datasets
from .._dataset import Dataset
from .._dates import PartialDate
from .._model import COLLECTIONS
from .._opening.codec import dump_json, read_collections
from .._opening.descriptor import SCHEMA, read_descriptor
from .._release import DESCRIPTOR, VERSION, Release, version_order
from .._releases import open_dataset
from ..errors import DataError, InvalidValueError, Problem
from ..kinds import ChangeKind
from .changelog import changelog as changelog_lines
from .checking import check_folder
from .descriptor import write_descriptor
from .folder import DATA, NEXT
from .schemas import json_schema
from .writing import write_files, write_folder

__all__ = ["release_folder"]


def release_folder(
    version: str,
    *,
    reference_date: PartialDate,
    created: PartialDate,
    folder: Path = NEXT,
    data: Path = DATA,
    changelog: Path | None = None,
) -> tuple[Release, bool]:
    """Freeze the collections in a folder into a release: its files, their schemas, descriptor and changelog section.

    Args:
        version: the version of the release, later than those that there are: year, month, serial in the month.
        reference_date: the day that its queries answer for.
        created: the day it is cut.
        folder: where the collections are.
        data: where the releases are.
        changelog: the file that gets a section about it; none: no file does.

    Returns:
        The release, and whether it was cut now; if it was there already, nothing changes.

    Raises:
        InvalidValueError: the version is not one, or not later than those that there are.
        DataError: the collections break a rule, or lack a record that the release before had; nothing was written.
    """
    if VERSION.fullmatch(version) is None:
        raise InvalidValueError(f"not a version: {version!r}; write year, month and serial, such as 2026.11.0")
    if reference_date.day is None or reference_date.first > created.last:
        raise InvalidValueError(
            f"the reference date is a day, no later than that of the cut, {created}; not {reference_date}"
        )
    earlier = sorted((each.name for each in data.iterdir() if VERSION.fullmatch(each.name)), key=version_order)
    if version not in earlier and earlier and version_order(version) < version_order(earlier[-1]):
        raise InvalidValueError(f"{version} does not come after {earlier[-1]}")
    report = check_folder(folder, reference_date=reference_date)
    if report.problems:
        raise DataError(report.problems)
    files = _files(folder)
    if version in earlier:
        release = _unchanged(data / version, files, reference_date)
    else:
        files[DESCRIPTOR] = write_descriptor(version, reference_date, created, files)
        release = read_descriptor(files[DESCRIPTOR]).release
    last = max(
        (each for each in earlier if version_order(each) < version_order(version)), key=version_order, default=None
    )
    section = _section(release, folder, None if last is None else data / last)
    news = None if changelog is None else _with_section(changelog.read_text("utf-8"), version, section)
    if version not in earlier:
        write_folder(data / version, files)
    if changelog is not None and news is not None:
        write_files({changelog: news.encode()})
    return release, version not in earlier


def _files(folder: Path) -> dict[str, bytes]:
    """Return the files of a release, by name: the collections that have records, and their JSON Schema."""
    read = {f"{name}.json": (folder / f"{name}.json").read_bytes() for name in COLLECTIONS}
    return {**{file: text for file, text in read.items() if text != dump_json([])}, SCHEMA: dump_json(json_schema())}


def _unchanged(place: Path, files: Mapping[str, bytes], reference_date: PartialDate) -> Release:
    """Return the release that is there already; raise DataError if it is not what would be cut now."""
    found = open_dataset(place)
    there = {file: (place / file).read_bytes() for file in files if (place / file).exists()}
    if there != files or found.release.reference_date != reference_date:
        raise DataError([Problem(place.name, "", "", "is published, and differs from what would be cut")])
    return found.release


def _section(release: Release, folder: Path, before: Path | None) -> str:
    """Return the release's section of the changelog; raise DataError if a record of the release before vanished."""
    new = Dataset.of(release, read_collections(lambda file: (folder / file).read_bytes()))
    head = f"- {release.version}, as of {release.reference_date} (sha256 `{release.digest}`): "
    if before is None:
        return head + ", ".join(f"{count:,} {name}" for name, count in release.counts if count)
    comparison = compare_datasets(open_dataset(before), new)
    vanished = [each for each in comparison if each.kind is ChangeKind.REMOVED]
    if vanished:
        message = f"was in {before.name}: a tombstone must stand in its place"
        raise DataError(Problem(f"{each.collection}.json", each.id, "", message) for each in vanished)
    lines = changelog_lines(comparison).splitlines()
    return "\n".join(
        [f"{head}{_times(len(comparison), 'change')} since {before.name}", *(f"  {line}" for line in lines)]
    )


def _times(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def _with_section(text: str, version: str, section: str) -> str | None:
    """Return a changelog with the section under its first "Data" heading; none if the version has one already."""
    if f"\n- {version}, as of " in text:
        return None
    before, heading, after = text.partition("### Data\n\n")
    if not heading:
        raise DataError([Problem("changelog", "", "", "has no heading '### Data' for the section")])
    return f"{before}{heading}{section}\n{after}"
