"""Why a record is believed: its citations, each with its source, and what else is claimed."""

from typing import NamedTuple

import attrs

from .._model.parts import Alternative, Citation
from .._model.record import Record
from .._model.sources import Source

__all__ = ["Evidence", "Explanation"]


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
    """Why a record is believed, and what else is claimed.

    Attributes:
        record: the record.
        evidence: its citations and those of its figures, each with its source.
        alternatives: competing claims that were not chosen.
    """

    record: Record
    evidence: tuple[Evidence, ...]
    alternatives: tuple[Alternative, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in words: the record, its remark, each piece of evidence, and each claim that was not chosen."""
        lines = [repr(self.record)]
        if self.record.remark is not None:
            lines.append(f"  remark: {self.record.remark}")
        lines += [f"  {evidence}" for evidence in self.evidence]
        for alternative in self.alternatives:
            why = alternative.remark or "no remark"
            lines.append(f"  not chosen: {alternative.field} {alternative.value} ({why})")
        return tuple(lines)

    def __str__(self) -> str:
        return "\n".join(self.lines)
