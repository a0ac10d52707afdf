"""What the tables and the timeline of a record's page tell, before they are laid out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import nordic_partnerships as nordic
from nordic_partnerships import kinds

from .facts import Facts, Paged, Relation, country_name
from .shapes import STATUS_IN_WORDS, Link, Row, Table, in_words, joined, link_to, unbroken
from .timeline_svg import Bar, Mark

__all__ = ["bars_of", "marks_of", "tables_of"]

_ORDER: Final = (
    kinds.Status.IN_FORCE,
    kinds.Status.PRESUMED,
    kinds.Status.UNKNOWN,
    kinds.Status.NOT_IN_FORCE,
)
"""Which rows of a table come first."""


def tables_of(facts: Facts, record: Paged) -> list[Table]:
    """Return the tables of a record's page, without empty ones."""
    data, ever = facts.data, nordic.EVER
    tables: list[Table] = []
    if isinstance(record, nordic.Network):
        tables.append(_relations(facts, record, "Members", "Member", data.memberships(network=record)))
    if isinstance(record, nordic.Organization | nordic.Network):
        tables.append(_relations(facts, record, "Networks", "Network", data.memberships(member=record)))
    if isinstance(record, nordic.Organization):
        tables.append(_relations(facts, record, "Partnerships", "With", data.partnerships_of(record, as_of=ever)))
    if isinstance(record, nordic.Organization | nordic.Partnership):
        tables.append(
            _relations(facts, record, "Agreements", "Agreement", data.agreements_of(record, as_of=ever), in_order=True)
        )
    if not isinstance(record, nordic.Initiative):
        tables.append(
            _relations(facts, record, "Joint undertakings", "Undertaking", data.initiatives_of(record, as_of=ever))
        )
        tables.append(_events(facts, data.events_of(record)))
    tables += [_statements(facts, data.statements_of(record)), _indicators(facts, data.indicators_of(record))]
    return [table for table in tables if table.rows]


def _relations(
    facts: Facts, page: Paged, title: str, header: str, relations: Iterable[Relation], *, in_order: bool = False
) -> Table:
    """Return a table of relations: what is in force first, each in the order of names unless another order is told."""
    rows = []
    for relation in relations:
        explanation = facts.explanation(relation)
        times = explanation.times_in_words
        status = facts.status(relation)
        cells = (times["since"], times["until"], STATUS_IN_WORDS[status], times["last attested"])
        what = tuple(_whom(facts, page, relation))
        rows.append(Row(relation, what, tuple(_details(facts, page, relation)), cells, explanation.evidence, status))
    if not in_order:
        rows.sort(key=lambda row: (_ORDER.index(row.status or _ORDER[0]), [link.text.casefold() for link in row.what]))
    headers = (header, "Since", "Until", f"Status on {unbroken(facts.today)}", "Last attested")
    return Table(title, title.lower().replace(" ", "-"), headers, tuple(rows))


def _whom(facts: Facts, page: Paged, relation: Relation) -> Iterator[Link]:
    """Yield who or what stands on the other side of a relation."""
    if isinstance(relation, nordic.Membership):
        yield link_to(facts, relation.member if relation.network == page.id else relation.network)
    elif isinstance(relation, nordic.Partnership) and isinstance(page, nordic.Organization):
        others = [party for party in relation.parties if party != page.id]
        yield Link(joined([facts.name(party) for party in others]), f"{relation.id}.html")
    else:
        yield Link(relation.label, f"{relation.id}.html" if facts.has_page(relation.id) else None)


def _details(facts: Facts, page: Paged, relation: Relation) -> Iterator[str]:
    """Yield what else there is to say of a relation in its row."""
    if isinstance(relation, nordic.Membership):
        yield from _of_membership(facts, page, relation)
    elif isinstance(relation, nordic.Agreement):
        yield from _of_agreement(facts, page, relation)
    else:
        yield str(relation.kind)
    if not isinstance(relation, nordic.Membership) and relation.themes:
        yield "on " + ", ".join(facts.name(theme) for theme in relation.themes)
    if isinstance(relation, nordic.Membership | nordic.Partnership) and relation.basis is kinds.Basis.INFERRED:
        yield "inferred by a curator"
    if relation.remark:
        yield relation.remark


def _of_membership(facts: Facts, page: Paged, membership: nordic.Membership) -> Iterator[str]:
    member = facts.records[membership.member]
    if membership.network == page.id and isinstance(member, nordic.Organization):
        yield country_name(member.country)
    roles = ", ".join(role for role in membership.roles if role is not kinds.Role.MEMBER)
    if roles:
        yield roles


def _of_agreement(facts: Facts, page: Paged, agreement: nordic.Agreement) -> Iterator[str]:
    if agreement.signed is not None:
        yield f"signed {agreement.signed}"
    if agreement.term is not None:
        yield f"for {agreement.term} years"
    if isinstance(page, nordic.Organization):
        others = [party for party in _parties(facts, agreement) if party != page.id]
        yield "with " + joined([facts.name(party) for party in others])
    if agreement.signatories:
        yield "signed by " + "; ".join(map(str, agreement.signatories))


def _parties(facts: Facts, agreement: nordic.Agreement) -> tuple[str, ...]:
    partnership = facts.records[agreement.partnership]
    return partnership.parties if isinstance(partnership, nordic.Partnership) else ()


def _events(facts: Facts, events: Iterable[nordic.Event]) -> Table:
    rows = [
        Row(
            event,
            (Link(event.name),),
            tuple(filter(None, [event.summary, *map(str, event.sizes)])),
            (in_words(event.period), event.place or ""),
            facts.explanation(event).evidence,
        )
        for event in events
    ]
    return Table("Events", "events", ("Event", "When", "Where"), tuple(rows))


def _statements(facts: Facts, statements: Iterable[nordic.Statement]) -> Table:
    rows = [
        Row(
            statement,
            (Link(statement.text),),
            (f"said by {statement.speaker}",) if statement.speaker else (),
            (str(statement.kind),),
            facts.explanation(statement).evidence,
        )
        for statement in statements
    ]
    return Table("What is said of it", "statements", ("Statement, in our words", "Kind"), tuple(rows))


def _indicators(facts: Facts, indicators: Iterable[nordic.Indicator]) -> Table:
    rows = [
        Row(
            indicator,
            (Link(f"{indicator.measure}, {indicator.group}" if indicator.group else str(indicator.measure)),),
            (indicator.remark,) if indicator.remark else (),
            (indicator.figure, str(indicator.as_of or "undated")),
            facts.explanation(indicator).evidence,
        )
        for indicator in indicators
    ]
    return Table("Figures", "figures", ("What", "Figure", "As of"), tuple(rows))


def bars_of(facts: Facts, record: Paged, tables: Iterable[Table], addresses: Mapping[str, str]) -> list[Bar]:
    """Return a bar for each relation in the tables, which leads to its row, and for the record itself if it is one.

    The agreements of an organization lie within its partnerships, and are drawn on their pages.
    """
    bars = [
        Bar(
            label=_in_short(facts, record, row),
            href=addresses[row.record.id],
            period=_drawn_period(row.record),
            ended_by=row.record.ended_by,
            attested=facts.explanation(row.record).attested,
            status=STATUS_IN_WORDS[facts.status(row.record)],
        )
        for table in tables
        for row in table.rows
        if isinstance(row.record, Relation)
        and not (isinstance(row.record, nordic.Agreement) and isinstance(record, nordic.Organization))
    ]
    if isinstance(record, Relation):
        attested = facts.explanation(record).attested
        status = STATUS_IN_WORDS[facts.status(record)]
        own = "This partnership" if isinstance(record, nordic.Partnership) else "This undertaking"
        bars.append(Bar(own, "#facts", record.period, record.ended_by, attested, status))
    return bars


def _in_short(facts: Facts, page: Paged, row: Row) -> str:
    """Return what to call a relation beside its bar; of many parties the first is named."""
    if isinstance(row.record, nordic.Partnership):
        others = [party for party in row.record.parties if party != page.id]
        if len(others) > 2:
            return f"{facts.name(others[0])} and {len(others) - 1} others"
    return ", ".join(link.text for link in row.what)


def _drawn_period(relation: Relation) -> nordic.Period:
    """Return when a relation holds by its own dates; an agreement without a start starts when it was signed."""
    if isinstance(relation, nordic.Agreement) and relation.signed and relation.period.start is nordic.Bound.UNKNOWN:
        return nordic.Period(start=relation.signed, end=relation.period.end)
    return relation.period


def marks_of(record: Paged) -> Sequence[Mark]:
    """Return the days on which a body came to be and ceased to be."""
    if isinstance(record, nordic.Organization):
        dates = {"established": record.established, "closed": record.closed}
    elif isinstance(record, nordic.Network):
        dates = {"founded": record.founded, "dissolved": record.dissolved}
    else:
        return ()
    return tuple(Mark(date, label) for label, date in dates.items() if date is not None)
