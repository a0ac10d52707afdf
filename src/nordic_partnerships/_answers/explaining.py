"""Why a record is believed, as notebooks show it: its times, and a small table of evidence, and one of other claims."""

from typing import Final

from .._html import cut, fields_in_html, left_out, table_in_html
from .._model.sizes import with_date
from .evidence import Evidence, Explanation

__all__ = ["in_html"]

_MOST: Final = 10
"""How many citations and how many other claims are shown."""
_LONGEST: Final = 100
"""How many characters of a cell are shown."""


def in_html(explanation: Explanation) -> str:
    """Return an explanation as small tables."""
    record = explanation.record
    remark = [] if record.remark is None else [("remark", cut(record.remark, 2 * _LONGEST))]
    tables = [fields_in_html(f"Why {record.label} is believed", [*explanation.times_in_words.items(), *remark])]
    evidence, disputes = explanation.evidence, explanation.disputes
    headers = ("source", "publisher", "as of", "supports", "stated")
    rows = [_row(reason) for reason in evidence[:_MOST]]
    tables.append(table_in_html("Evidence", headers, rows, left_out(len(evidence), _MOST)))
    if disputes:
        claims = [(dispute.field, dispute.chosen, dispute.claim, dispute.reason or "") for dispute in disputes[:_MOST]]
        rows = [[cut(cell, _LONGEST) for cell in claim] for claim in claims]
        fields = ("field", "answered", "claimed instead", "why not chosen")
        tables.append(table_in_html("Other claims", fields, rows, left_out(len(disputes), _MOST)))
    return "".join(tables)


def _row(reason: Evidence) -> list[str]:
    source, citation = reason.source, reason.citation
    supported = with_date(reason.size) if reason.size else ", ".join(citation.supports)
    dated = str(source.as_of) if source.as_of else f"undated, read {source.accessed}"
    return [cut(cell, _LONGEST) for cell in (source.title, source.publisher, dated, supported, citation.stated or "")]
