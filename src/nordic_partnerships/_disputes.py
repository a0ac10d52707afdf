"""What sources say otherwise of a record, and which citation supports what."""

from collections.abc import Iterator, Mapping

import attrs

from ._answers import Dispute, Evidence
from ._dates import EVER
from ._model import Citation, Record, Source, in_words, sizes_of, with_date
from ._sizes import figure_at

__all__ = ["disputes_about", "evidence_of"]


def evidence_of(record: Record, sources: Mapping[str, Source]) -> Iterator[Evidence]:
    """Yield the citations of a record and of its figures, each with its source; a source is its own evidence."""
    for citation in record.citations:
        yield Evidence(citation, sources[citation.source])
    for size in sizes_of(record):
        for citation in size.citations:
            yield Evidence(citation, sources[citation.source], size)
    if isinstance(record, Source):
        yield Evidence(Citation(source=record.id), record)


def disputes_about(record: Record, sources: Mapping[str, Source]) -> Iterator[Dispute]:
    """Yield what is claimed otherwise of a record, and its figures that others have replaced."""
    fields = attrs.asdict(record, recurse=False)
    for alternative in record.alternatives:
        chosen = fields.get(alternative.field)
        yield Dispute(
            record=record,
            field=alternative.field,
            chosen="" if chosen is None else in_words(chosen),
            claim=alternative.value,
            reason=alternative.remark,
            evidence=(Evidence(alternative.citation, sources[alternative.citation.source]),),
        )
    for size in sizes_of(record):
        if size.superseded is not None:
            answered = figure_at(sizes_of(record), size.measure, EVER, sources)
            yield Dispute(
                record=record,
                field=size.measure.value,
                chosen="" if answered is None else with_date(answered),
                claim=with_date(size),
                reason=size.superseded,
                evidence=tuple(Evidence(citation, sources[citation.source], size) for citation in size.citations),
                is_superseded=True,
            )
