"""Which data a dataset holds."""

from typing import Final

import attrs

from ._dates import PartialDate
from ._values import Value

__all__ = ["DESCRIPTOR", "VERSION", "Release", "unproven", "version_order"]

DESCRIPTOR: Final = "datapackage.json"
"""The file that makes a folder or zip a release."""

VERSION: Final = r"[0-9]{4}\.(?:[1-9]|1[0-2])\.(?:0|[1-9][0-9]*)"
"""What a version looks like, as a pattern: year, month, and a serial number within the month."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Release(Value):
    """Which data this is.

    Attributes:
        version: calendar version: year, month, serial number within the month.
        reference_date: the day that questions without ``as_of`` are answered for.
        created: the day the release was cut, or None for a dataset that is not a release.
        digest: SHA-256 of the release's descriptor, which holds those of its files, or None if it is not a release.
        counts: how many records each collection has, by its name.
        parts: what an extended or reduced dataset is made of, the base first; empty for any other.
        replaced: the ids of the records of its base that an extended dataset replaced.
    """

    version: str
    reference_date: PartialDate
    created: PartialDate | None = None
    digest: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    parts: tuple["Release", ...] = ()
    replaced: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, str | None]:
        """Return what tells it from others as JSON's own types.

        >>> Release(version="2026.11.9", reference_date=PartialDate(2026, 11, 22)).to_dict()
        {'version': '2026.11.9', 'referenceDate': '2026-11-22', 'sha256': None}
        """
        return {"version": self.version, "referenceDate": str(self.reference_date), "sha256": self.digest}

    def __str__(self) -> str:
        text = f"{self.version}, as of {self.reference_date}"
        if self.digest:
            text += f", sha256 {self.digest}"
        return text + (f", in place of {', '.join(self.replaced)}" if self.replaced else "")


def unproven(release: Release) -> Release:
    """Return what a release says of itself without what nothing proves of other records: digest, creation and counts.

    >>> unproven(Release(version="1", reference_date=PartialDate(2026), digest="0" * 64)).digest is None
    True
    """
    parts = tuple(unproven(part) for part in release.parts)
    return Release(version=release.version, reference_date=release.reference_date, parts=parts)


def version_order(version: str) -> tuple[int, ...]:
    """Return a key that sorts versions, oldest first.

    >>> sorted(["2026.11.10", "2026.2.0", "2026.11.9"], key=version_order)
    ['2026.2.0', '2026.11.9', '2026.11.10']
    """
    return tuple(map(int, version.split(".")))
