"""Why a record is believed: its citations, each with its source, and what else is claimed."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from .._building import BUILDING
from .._model import Dated
from .._model.parts import Citation
from .._model.plain import to_plain
from .._model.record import Record
from .._model.sizes import Size, sizes_of, with_date
from .._model.sources import Source
from .attested import Attested
from .dicts import lasting_as_dict

__all__ = ["Dispute", "Evidence", "Explanation"]


class Evidence(NamedTuple):
    """One reason to believe a record, or one of its figures: the citation, and the source that it names.

    Attributes:
        citation: the citation.
        source: the source that it names.
        size: the figure that it supports, or None if it supports the record.
    """

    citation: Citation
    source: Source
    size: Size | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        plain = {"citation": to_plain(self.citation), "source": to_plain(self.source)}
        return plain if self.size is None else {**plain, "size": to_plain(self.size)}

    def __str__(self) -> str:
        parts = [f"{self.source.title} ({self.source.publisher}, {self.source.kind})"]
        parts.append(self.source.document or self.source.url or "no public address")
        if self.source.archived is not None:
            parts.append(f"kept copy {self.source.archived}")
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


class Dispute(NamedTuple):
    """Something that sources disagree about: what is answered, and what else is claimed.

    Attributes:
        record: the record that it is about.
        field: the field, such as "founded"; for a figure its measure, such as "members".
        chosen: what is answered, in words; nothing if there is nothing.
        claim: what is claimed instead, in words.
        reason: why it was not chosen, if somebody has said.
        evidence: where it is claimed.
        is_superseded: it is a figure that another has replaced, and not an alternative.
    """

    record: Record
    field: str
    chosen: str
    claim: str
    reason: str | None
    evidence: tuple[Evidence, ...]
    is_superseded: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        return {
            "record": self.record.id,
            "field": self.field,
            "chosen": self.chosen,
            "claim": self.claim,
            "reason": self.reason,
            "isSuperseded": self.is_superseded,
            "evidence": [evidence.to_dict() for evidence in self.evidence],
        }

    def __str__(self) -> str:
        against = f", not {self.claim}"
        reason = "" if self.reason is None else f": {self.reason}"
        return f"{self.record}, {self.field}: {self.chosen or 'nothing'}{against}{reason}"


@attrs.frozen(kw_only=True)
class Explanation:
    """Why a record is believed, and what else is claimed.

    Attributes:
        record: the record.
        evidence: its citations and those of its figures, each with its source.
        disputes: what sources say otherwise, and figures that others have replaced.
        attested: when dated sources have attested it first and last, if it is a relation.
    """

    record: Record
    evidence: tuple[Evidence, ...]
    disputes: tuple[Dispute, ...] = ()
    attested: Attested | None = None

    @property
    def times(self) -> dict[str, str | None]:
        """Since when and until when a relation lasts, and when it was attested, as JSON's own types; else nothing."""
        if not isinstance(self.record, Dated) or self.attested is None:
            return {}
        return lasting_as_dict(self.record, self.attested)

    @property
    def times_in_words(self) -> dict[str, str]:
        """The same for people."""
        times = self.times
        if not times:
            return {}
        until = "goes on" if times["until"] == ".." else times["until"] or "unknown"
        if isinstance(self.record, Dated) and self.record.ended_by is not None:
            until += f", over by {self.record.ended_by}"
        return {
            "since": times["since"] or "unknown",
            "until": until,
            "first attested": times["attestedFirst"] or "no dated source",
            "last attested": times["attestedLast"] or "no dated source",
        }

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        return {
            "record": self.record.id,
            **self.times,
            "evidence": [evidence.to_dict() for evidence in self.evidence],
            "disputes": [dispute.to_dict() for dispute in self.disputes],
        }

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in words: the record, its time, its remark, each figure with its evidence, and other claims."""
        lines = [repr(self.record)]
        lines += [f"  {what}: {when}" for what, when in self.times_in_words.items()]
        if self.record.remark is not None:
            lines.append(f"  remark: {self.record.remark}")
        lines += [f"  {evidence}" for evidence in self.evidence if evidence.size is None]
        for size in sizes_of(self.record):
            lines += _size_in_lines(size, (evidence for evidence in self.evidence if evidence.size == size))
        for dispute in self.disputes:
            if not dispute.is_superseded:
                lines += _dispute_in_lines(dispute)
        return tuple(lines)

    def __str__(self) -> str:
        return "\n".join(self.lines)

    def _repr_html_(self) -> str:
        with BUILDING:
            from .explaining import in_html

        return in_html(self)


def _size_in_lines(size: Size, evidence: Iterable[Evidence]) -> Iterator[str]:
    """Yield a figure, with why it is not answered if it is superseded, and what supports it."""
    superseded = "" if size.superseded is None else f", superseded: {size.superseded}"
    yield f"  {size.measure}: {with_date(size)}{superseded}"
    for reason in evidence:
        yield f"    {reason}"


def _dispute_in_lines(dispute: Dispute) -> Iterator[str]:
    """Yield both sides of a dispute: what is answered, and what is claimed where."""
    yield f"  {dispute.field}: {dispute.chosen or 'nothing'} was chosen"
    yield f"    not chosen: {dispute.claim} ({dispute.reason or 'no remark'})"
    for reason in dispute.evidence:
        yield f"      {reason}"
