"""Cutting a release: what curators have checked is frozen, with its schemas, its descriptor and its digest.

The collections are read once; those bytes are checked, and those bytes are published. A release is made beside its
place and moved there as a whole, so that it is either complete or absent.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Self

import attrs

from .._changes import Comparison, compare_datasets
from .._dataset import Dataset
from .._dates import PartialDate
from .._opened import open_dataset
from .._opening.codec import read_collections
from .._opening.descriptor import SCHEMA, read_descriptor
from .._opening.json_text import dump_json
from .._release import DESCRIPTOR, VERSION, Release, version_order
from .._store import MemoryStore
from .._writing import Rewrite, os_problem, write_files, write_folder
from ..errors import DataError, InvalidValueError, Problem
from .changelog import add_section, section
from .checking import check_text, rules_for
from .descriptor import write_descriptor
from .digests import add_digests
from .folder import DATA, NEXT, FolderText, read_folder
from .history import history_problems, newest_release, versions_in
from .schemas import json_schema

__all__ = ["Outcome", "release_folder"]

_MOST_CHANGES: Final = 10
"""Up to this many differences from a published release are listed; beyond it they are only counted."""


@attrs.frozen(kw_only=True)
class Outcome:
    """What cutting a release came to.

    Attributes:
        release: the release.
        cut: whether it was cut now; otherwise the very same was there already.
        changelog: the changelog, or None if none was given.
        noted: whether the changelog got its section now.
        listed: whether the list of published digests got its line now.
    """

    release: Release
    cut: bool
    changelog: Path | None = None
    noted: bool = False
    listed: bool = False

    def __str__(self) -> str:
        lines = [f"cut {self.release}" if self.cut else f"there already, with the same content: {self.release}"]
        if self.changelog is None:
            lines.append("no changelog was written")
        elif self.noted:
            lines.append(f"wrote its section of {self.changelog.name}")
        else:
            lines.append(f"{self.changelog.name} has its section already")
        if self.listed:
            lines.append("added its digest to the published ones")
        return "\n".join(lines)


def release_folder(
    version: str,
    *,
    reference_date: PartialDate,
    created: PartialDate,
    folder: Path = NEXT,
    data: Path = DATA,
    changelog: Path | None = None,
    published: Path | None = None,
) -> Outcome:
    """Freeze the collections in a folder into a release: its files, their schemas, descriptor and changelog section.

    Args:
        version: the version of the release, later than those that there are: year, month, serial number in the month.
        reference_date: the day that its questions are answered for.
        created: the day it is cut.
        folder: where the collections are.
        data: where the releases are.
        changelog: the file that gets a section about it, or None.
        published: the module that lists the published digests and gets those of the release, or None.

    Raises:
        InvalidValueError: the version is not one, or not later than those that there are.
        DataError: the collections break a rule, lack a record that the release before had, or differ from the release
            of this version that there is already; or a file cannot be read or written. Unless the message says that
            the release is there, it is not.
    """
    earlier = versions_in(data)
    _require_next(version, earlier)
    _require_day(reference_date, created)
    text = read_folder(folder)
    _refuse(check_text(text, reference_date=reference_date, rules=rules_for(folder)).problems)
    files = _release_files(text)
    files[DESCRIPTOR] = write_descriptor(version, reference_date, created, files)
    # These are the very records that the new digest proves, so they may bear it.
    dataset = Dataset(MemoryStore.of(read_descriptor(files[DESCRIPTOR]).release, read_collections(files.get)))
    place = data / version
    release = dataset.release
    if version in earlier:
        release, files = _require_same(place, dataset, files)
    before = newest_release(data, before=version)
    if before is not None:
        _refuse(history_problems(before, dataset, version))
    comparison = None if before is None else compare_datasets(before, dataset)
    mentions = _Mentions.read(changelog, published)
    mentions.rewrites(release, comparison, files)
    cut = version not in earlier and write_folder(place, files)
    if not cut:
        # Whoever cut the same version at the same time may have had other data.
        release, files = _require_same(place, dataset, files)
    written = _write(mentions.rewrites(release, comparison, files), release)
    return Outcome(
        release=release, cut=cut, changelog=changelog, noted=changelog in written, listed=published in written
    )


@attrs.frozen
class _Mentions:
    """The files that mention each release, and what they hold: the changelog, and the list of published digests."""

    changelog: Path | None
    published: Path | None
    texts: dict[Path, str]

    @classmethod
    def read(cls, changelog: Path | None, published: Path | None) -> Self:
        """Read those of the files that are given."""
        texts = {path: _read_text(path) for path in (changelog, published) if path is not None}
        return cls(changelog, published, texts)

    def rewrites(
        self, release: Release, comparison: Comparison | None, files: Mapping[str, bytes]
    ) -> dict[Path, Rewrite]:
        """Return what mentions a release; raise DataError if there is no place for it, or it says something else."""
        after: dict[Path, str] = {}
        if self.changelog is not None:
            lines = section(release, comparison)
            text, file = self.texts[self.changelog], str(self.changelog)
            after[self.changelog] = add_section(text, release.version, lines, file)
        if self.published is not None:
            after[self.published] = add_digests(self.texts[self.published], release, files, str(self.published))
        return {path: Rewrite(self.texts[path].encode(), text.encode()) for path, text in after.items()}


def _require_next(version: str, earlier: list[str]) -> None:
    """Raise InvalidValueError if a version is not one, or is new and not later than the others."""
    if re.fullmatch(VERSION, version) is None:
        raise InvalidValueError(f"not a version: {version!r}; write year, month and serial number, such as 2026.11.0")
    if earlier and version not in earlier and version_order(version) < version_order(earlier[-1]):
        raise InvalidValueError(f"{version} does not come after {earlier[-1]}, the newest release")


def _require_day(reference_date: PartialDate, created: PartialDate) -> None:
    """Raise InvalidValueError if the reference date is not a day that has been."""
    if reference_date.day is None or reference_date.first > created.last:
        raise InvalidValueError(f"the reference date must be a day no later than {created}, not {reference_date}")


def _refuse(problems: Iterable[Problem]) -> None:
    """Raise DataError if there are problems."""
    error = DataError(problems)
    if error.problems:
        raise error


def _release_files(text: FolderText) -> dict[str, bytes]:
    """Return the files of a release, by name: the collections that have records, and their JSON Schema."""
    filled = {file: data for file, data in text.files.items() if data != dump_json([])}
    return {**filled, SCHEMA: dump_json(json_schema())}


def _require_same(place: Path, dataset: Dataset, files: Mapping[str, bytes]) -> tuple[Release, dict[str, bytes]]:
    """Return the release that is there already, and its files; raise DataError if it is not what would be cut now."""
    published = open_dataset(place)
    release, new_release = published.release, dataset.release
    differences = list(map(str, compare_datasets(published, dataset)))
    if release.reference_date != new_release.reference_date:
        differences.append(f"the reference date ({release.reference_date} -> {new_release.reference_date})")
    try:
        present = {path.name: path.read_bytes() for path in place.iterdir()}
    except OSError as error:
        raise DataError([os_problem(place, "cannot be read", error)]) from None
    if not differences:
        # The descriptor has the day on which the release was cut, and so differs from one that is written today.
        names = sorted({*present, *files} - {DESCRIPTOR})
        differences = [f"the file {name}" for name in names if present.get(name) != files.get(name)]
    if differences:
        head = "is published and never changes, but now differs: cut a later version, or restore the collections"
        listed = [Problem(release.version, "", "", text) for text in differences[:_MOST_CHANGES]]
        more = len(differences) - len(listed)
        if more:
            listed.append(Problem(release.version, "", "", f"and {more} more"))
        raise DataError([Problem(release.version, "", "", head), *listed])
    return release, present


def _read_text(path: Path) -> str:
    """Return the text of a file, its line ends as they are; raise DataError if it cannot be read."""
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise DataError([os_problem(path, "cannot be read", error)]) from None
    except UnicodeDecodeError as error:
        raise DataError([Problem(str(path), "", "", f"is not UTF-8: byte {error.start}")]) from None


def _write(rewrites: Mapping[Path, Rewrite], release: Release) -> set[Path]:
    """Write the files that mention a release that is there, all or none; return those that did not before."""
    needed = {path: rewrite for path, rewrite in rewrites.items() if rewrite.before != rewrite.after}
    try:
        write_files(needed)
    except DataError as error:
        again = f"; the release {release.version} is there: run the same again to mention it"
        raise DataError(problem._replace(message=problem.message + again) for problem in error.problems) from None
    return set(needed)
