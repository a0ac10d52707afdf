"""What queries answer with, where that is more than a record."""

from typing import Final, NamedTuple

import attrs

from .dates import PartialDate
from .errors import NordicPartnershipsError
from .model import Alternative, Citation, Network, Record, Size, Source

__all__ = [
    "DESCRIPTOR",
    "Evidence",
    "Explanation",
    "Match",
    "Moment",
    "Reference",
    "Release",
    "Resolution",
    "SizedNetwork",
]


DESCRIPTOR: Final = "datapackage.json"
"""The file that makes a folder or zip a release."""


@attrs.frozen(kw_only=True)
class Release:
    """Which data this is."""

    version: str
    """Calendar version: year, month, serial within the month."""
    reference_date: PartialDate
    """The day that queries without ``as_of`` answer for."""
    created: PartialDate | None = None
    """The day the release was cut; none: it is not a release."""
    digest: str | None = None
    """SHA-256 of the release's descriptor, which holds those of its files; none: it is not a release."""
    counts: tuple[tuple[str, int], ...] = ()
    """How many records each collection has, by its name."""
    parts: tuple["Release", ...] = ()
    """What an overlay is made of, the lowest layer first; none: it is no overlay."""

    def __str__(self) -> str:
        return f"{self.version}, as of {self.reference_date}" + (f", sha256 {self.digest}" if self.digest else "")


@attrs.frozen(kw_only=True)
class Reference:
    """How to cite a release."""

    text: str
    """A sentence for a list of references."""
    bibtex: str
    csl_json: str
    """One item of CSL-JSON, as text."""

    def __str__(self) -> str:
        return self.text


class Match(NamedTuple):
    """One answer of ``find``: the record, the name that matched, and how well (1 is the name itself)."""

    record: Record
    name: str
    score: float


class Resolution(NamedTuple):
    """One answer of ``resolve_many``: the record, or the error that asking for it alone raises."""

    key: object
    record: Record | None
    error: NordicPartnershipsError | None


class SizedNetwork(NamedTuple):
    """One answer of ``networks_by_size``."""

    network: Network
    size: Size


class Moment(NamedTuple):
    """One line of a timeline: when, what happened (founded, start, end, signed, size, ...), and to which record."""

    date: PartialDate
    what: str
    record: Record


class Evidence(NamedTuple):
    """One reason to believe a record: the citation, and the source that it names."""

    citation: Citation
    source: Source

    def __str__(self) -> str:
        where = self.source.document or self.source.url or "no public address"
        parts = [f"{self.source.title} ({self.source.publisher}, {self.source.kind}), {where}"]
        if self.citation.section is not None:
            parts.append(f"section {self.citation.section!r}")
        if self.citation.span is not None:
            parts.append("characters {}-{}".format(*self.citation.span))
        if self.citation.stated is not None:
            parts.append(f"stated as {self.citation.stated!r}")
        if self.citation.supports:
            parts.append("for " + ", ".join(self.citation.supports))
        dated = f"as of {self.source.as_of}" if self.source.as_of else "undated"
        return ", ".join([*parts, f"{dated}, read {self.source.accessed}"])


@attrs.frozen(kw_only=True)
class Explanation:
    """Why a record is believed, and what else is claimed."""

    record: Record
    evidence: tuple[Evidence, ...]
    alternatives: tuple[Alternative, ...]

    def __str__(self) -> str:
        lines = [repr(self.record)]
        if self.record.remark is not None:
            lines.append(f"  remark: {self.record.remark}")
        lines += [f"  {evidence}" for evidence in self.evidence]
        lines += [
            f"  not chosen: {each.field} {each.value} ({each.remark or 'no remark'})" for each in self.alternatives
        ]
        return "\n".join(lines)
