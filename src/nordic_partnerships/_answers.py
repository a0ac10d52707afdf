"""What questions are answered with, if that is more than a record."""

from typing import Generic, NamedTuple, TypeVar

import attrs

from ._dates import PartialDate
from ._model import Alternative, Citation, Network, Record, Size, Source
from .errors import NordicPartnershipsError
from .kinds import MomentKind

__all__ = ["Evidence", "Explanation", "Match", "Moment", "Resolution", "SizedNetwork"]

R = TypeVar("R", bound=Record)


class Match(NamedTuple, Generic[R]):
    """One record that a text may mean.

    Attributes:
        record: the record.
        name: its name that matched.
        score: how well; 1 is the name itself.
        reason: why: "name", "former name until 2003", "acronym", "resembles", ...
        rivals: names of other bodies, on record or not, that bear the same name.
    """

    record: R
    name: str
    score: float
    reason: str = "name"
    rivals: tuple[str, ...] = ()


class Resolution(NamedTuple, Generic[R]):
    """One answer of ``resolve_many``: the record, or the error that asking for it alone raises.

    Attributes:
        key: what was asked for.
        record: the record that it means, or None.
        error: why there is none, or None.
        name: the name of the record that matched, if one did.
        reason: why the record is the answer: "id", "identifier", "name", "former name until 2003", "acronym",
            "form of the name", "inside the text: 'University of Oslo'", ...
        rivals: names of other bodies, on record or not, that bear the same name.
        candidates: the records that the key may mean: all that bear an ambiguous name, or all that a text names, where
            ``inside_text`` is asked for, the most certain first.
        score: how well the name of the record fits, as in a Match; 0 if there is no record.
    """

    key: object
    record: R | None
    error: NordicPartnershipsError | None
    name: str | None = None
    reason: str = ""
    rivals: tuple[str, ...] = ()
    candidates: tuple[Match[R], ...] = ()
    score: float = 0.0


class SizedNetwork(NamedTuple):
    """One answer of ``networks_by_size``."""

    network: Network
    size: Size


class Moment(NamedTuple):
    """One line of a timeline: when, what happened, to which record, and the figure if it is one of a size."""

    date: PartialDate
    kind: MomentKind
    record: Record
    value: Size | None = None

    @property
    def what(self) -> str:
        """What happened, in words, with the figure if it is one of a size."""
        return str(self.kind) if self.value is None else f"{self.kind}: {self.value}"

    def __str__(self) -> str:
        return f"{self.date} {self.what}, {self.record}"


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
