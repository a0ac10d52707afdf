"""What the page of a record tells, before it is laid out: facts, tables, bars, figures. A function for each kind of record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

import nordic_partnerships as nordic
from nordic_partnerships import kinds

from .facts import Facts, Paged, Relation, country_name
from .timeline_svg import Bar, Mark

__all__ = [
    "STATUS_IN_WORDS",
    "Fact",
    "Link",
    "Row",
    "Table",
    "bars_of",
    "facts_of",
    "marks_of",
    "question_about",
    "tables_of",
]

_ORDER: Final = (
    kinds.Status.IN_FORCE,
    kinds.Status.PRESUMED,
    kinds.Status.UNKNOWN,
    kinds.Status.NOT_IN_FORCE,
)
STATUS_IN_WORDS: Final = {
    kinds.Status.IN_FORCE: "in force",
    kinds.Status.PRESUMED: "presumed in force",
    kinds.Status.UNKNOWN: "undecided",
    kinds.Status.NOT_IN_FORCE: "not in force",
}


@attrs.frozen
class Link:
    """Words, and where they lead, if anywhere; the language that they are in, if it is known."""

    text: str
    href: str | None = None
    language: str | None = None


@attrs.frozen
class Fact:
    """One thing to know of a record: what it is called, and its values."""

    name: str
    values: tuple[Link, ...]


@attrs.frozen
class Row:
    """One line of a table: whom or what it tells of, details, cells, and the evidence for it."""

    record: nordic.Record
    what: tuple[Link, ...]
    details: tuple[str, ...]
    cells: tuple[str, ...]
    evidence: tuple[nordic.Evidence, ...]
    status: kinds.Status | None = None


@attrs.frozen
class Table:
    """Rows under a heading. ``is_of_relations`` ones all have the same columns."""

    title: str
    slug: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


# ---------------------------------------------------------------- facts


def facts_of(facts: Facts, record: Paged) -> list[Fact]:
    """Return what there is to know of a record, without what is empty."""
    known = dict(_OWN[type(record)](facts, record))
    return [Fact(name, tuple(values)) for name, values in known.items() if values]


def _organization(facts: Facts, record: nordic.Organization) -> Iterator[tuple[str, list[Link]]]:
    yield "Place", [Link(", ".join(filter(None, [record.city, country_name(record.country)])))]
    yield from _names(record)
    yield "Established", _text(record.established)
    yield "Closed", _text(record.closed)
    yield "Part of", _links(facts, record.part_of)
    yield "Followed by", _links(facts, record.all_successors)
    yield from _holders(facts, record)
    yield "Website", _web(record.website)
    yield "Identifiers", _identifiers(record)
    yield "Themes", [Link(theme.name) for theme in facts.data.themes_of(record, as_of=nordic.EVER)]


def _network(facts: Facts, record: nordic.Network) -> Iterator[tuple[str, list[Link]]]:
    yield "Spans", _text(record.scope)
    yield from _names(record)
    yield "Founded", _text(record.founded)
    yield "Dissolved", _text(record.dissolved)
    yield "Seat", _text(record.seat)
    yield "Size", [Link(text) for text in _answered_sizes(facts, record)]
    roster = "complete" if record.roster is kinds.RosterStatus.COMPLETE else "partial: there may be more members"
    yield "Members on record", [Link(roster + (f", as of {record.roster_as_of}" if record.roster_as_of else ""))]
    yield "Part of", _links(facts, record.part_of)
    yield from _holders(facts, record)
    yield "Founded by", _links(facts, record.founders)
    yield "Funded by", _links(facts, record.funders)
    yield "Website", _web(record.website)
    yield "Themes", _themes(facts, record.themes)


def _partnership(facts: Facts, record: nordic.Partnership) -> Iterator[tuple[str, list[Link]]]:
    yield "Parties", _links(facts, record.parties)
    yield from _lasting(facts, record)
    yield "Basis", [Link(f"{record.basis} by a curator")] if record.basis is kinds.Basis.INFERRED else []
    yield "Themes", _themes(facts, record.themes)


def _initiative(facts: Facts, record: nordic.Initiative) -> Iterator[tuple[str, list[Link]]]:
    yield from _names(record)
    yield "Parties", _links(facts, record.parties)
    yield "Under the partnership", _links(facts, filter(None, [record.partnership]))
    yield "In the network", _links(facts, filter(None, [record.network]))
    yield "Builds on", _links(facts, record.builds_on)
    yield from _holders(facts, record)
    yield from _lasting(facts, record)
    yield "Led by", _text(record.lead)
    yield "Themes", _themes(facts, record.themes)


_OWN: Final = {
    nordic.Organization: _organization,
    nordic.Network: _network,
    nordic.Partnership: _partnership,
    nordic.Initiative: _initiative,
}


def _names(record: nordic.Organization | nordic.Network | nordic.Initiative) -> Iterator[tuple[str, list[Link]]]:
    """Yield the further names: those it bears, its acronyms, and those it bore."""
    called = {
        "Also called": (kinds.NameKind.LABEL, kinds.NameKind.ALIAS),
        "Acronyms": (kinds.NameKind.ACRONYM,),
        "Formerly": (kinds.NameKind.FORMER,),
    }
    for heading, wanted in called.items():
        texts: dict[tuple[str, str | None], Link] = {}
        for name in record.names:
            if name.kind in wanted:
                borne = "" if name.period is None else f" ({name.period})"
                texts.setdefault((name.text, borne), Link(name.text + borne, None, name.language))
        yield heading, list(texts.values())


def _holders(facts: Facts, record: nordic.Record) -> Iterator[tuple[str, list[Link]]]:
    """Yield what names the record from the other side."""
    holders = facts.holders.get(record.id, [])
    parts = [each.id for each in holders if record.id in getattr(each, "part_of", ())]
    before = [each.id for each in holders if record.id in getattr(each, "all_successors", ())]
    built = [each.id for each in holders if record.id in getattr(each, "builds_on", ())]
    yield "Parts", _links(facts, parts)
    yield "Took the place of", _links(facts, before)
    yield "Built on by", _links(facts, built)


def _lasting(facts: Facts, record: Relation) -> Iterator[tuple[str, list[Link]]]:
    """Yield when a relation holds."""
    times = facts.explanation(record).times_in_words
    yield "Since", [Link(times["since"])]
    yield "Until", [Link(times["until"])]
    yield f"Status on {facts.today}", [Link(STATUS_IN_WORDS[facts.status(record)])]
    yield "Last attested", [Link(times["last attested"])]


def _answered_sizes(facts: Facts, record: nordic.Network) -> Iterator[str]:
    """Yield the figure that the library answers with, for each measure."""
    for measure in dict.fromkeys(size.measure for size in record.sizes):
        answer = facts.data.size_of(record, measure)
        if answer is not None:
            yield f"{answer.size} ({answer.size.as_of or 'undated'})"


def _identifiers(record: nordic.Organization) -> list[Link]:
    links = []
    if record.ror:
        links.append(Link("ROR", record.ror))
    if record.wikidata:
        links.append(Link(f"Wikidata {record.wikidata}", f"https://www.wikidata.org/wiki/{record.wikidata}"))
    if record.isni:
        links.append(Link(f"ISNI {record.isni}"))
    return links


def _text(value: object) -> list[Link]:
    return [] if value is None else [Link(str(value))]


def _web(address: str | None) -> list[Link]:
    if not address:
        return []
    return [Link(address, address if address.startswith(("https://", "http://")) else None)]


def _links(facts: Facts, keys: Iterable[str]) -> list[Link]:
    return [_link(facts, key) for key in keys]


def _link(facts: Facts, key: str) -> Link:
    return Link(facts.name(key), f"{key}.html" if facts.has_page(key) else None)


def _themes(facts: Facts, keys: Iterable[str]) -> list[Link]:
    return [Link(facts.name(key)) for key in keys]


# ---------------------------------------------------------------- tables


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
    headers = (header, "Since", "Until", f"Status on {facts.today}", "Last attested")
    return Table(title, title.lower().replace(" ", "-"), headers, tuple(rows))


def _whom(facts: Facts, page: Paged, relation: Relation) -> Iterator[Link]:
    """Yield who or what stands on the other side of a relation."""
    if isinstance(relation, nordic.Membership):
        yield _link(facts, relation.member if relation.network == page.id else relation.network)
    elif isinstance(relation, nordic.Partnership) and isinstance(page, nordic.Organization):
        others = [party for party in relation.parties if party != page.id]
        yield Link(" and ".join(facts.name(party) for party in others), f"{relation.id}.html")
    else:
        yield Link(relation.label, f"{relation.id}.html" if facts.has_page(relation.id) else None)


def _details(facts: Facts, page: Paged, relation: Relation) -> Iterator[str]:
    """Yield what else there is to say of a relation in its row."""
    if isinstance(relation, nordic.Membership):
        member = facts.records[relation.member]
        if relation.network == page.id and isinstance(member, nordic.Organization):
            yield country_name(member.country)
        roles = ", ".join(role for role in relation.roles if role is not kinds.Role.MEMBER)
        if roles:
            yield roles
    if isinstance(relation, nordic.Partnership | nordic.Initiative):
        yield str(relation.kind)
    if isinstance(relation, nordic.Agreement):
        if relation.signed is not None:
            yield f"signed {relation.signed}"
        if relation.term is not None:
            yield f"for {relation.term} years"
        if isinstance(page, nordic.Organization):
            others = [party for party in _parties(facts, relation) if party != page.id]
            yield "with " + " and ".join(facts.name(party) for party in others)
        if relation.signatories:
            yield "signed by " + "; ".join(map(str, relation.signatories))
    if not isinstance(relation, nordic.Membership) and relation.themes:
        yield "on " + ", ".join(facts.name(theme) for theme in relation.themes)
    if isinstance(relation, nordic.Membership | nordic.Partnership) and relation.basis is kinds.Basis.INFERRED:
        yield "inferred by a curator"
    if relation.remark:
        yield relation.remark


def _parties(facts: Facts, agreement: nordic.Agreement) -> tuple[str, ...]:
    partnership = facts.records[agreement.partnership]
    return partnership.parties if isinstance(partnership, nordic.Partnership) else ()


def _events(facts: Facts, events: Iterable[nordic.Event]) -> Table:
    rows = [
        Row(
            event,
            (Link(event.name),),
            tuple(filter(None, [event.summary, *map(str, event.sizes)])),
            (str(event.period), event.place or ""),
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


# ---------------------------------------------------------------- the timeline


def bars_of(facts: Facts, record: Paged, tables: Iterable[Table], addresses: Mapping[str, str]) -> list[Bar]:
    """Return a bar for each relation in the tables, which leads to its row, and for the record itself if it is one."""
    bars = [
        Bar(
            label=", ".join(link.text for link in row.what),
            href=addresses[row.record.id],
            period=row.record.period,
            ended_by=row.record.ended_by,
            attested=facts.explanation(row.record).attested,
            status=STATUS_IN_WORDS[facts.status(row.record)],
        )
        for table in tables
        for row in table.rows
        if isinstance(row.record, Relation)
    ]
    if isinstance(record, Relation):
        attested = facts.explanation(record).attested
        status = STATUS_IN_WORDS[facts.status(record)]
        own = "This partnership" if isinstance(record, nordic.Partnership) else "This undertaking"
        bars.append(Bar(own, "#facts", record.period, record.ended_by, attested, status))
    return bars


def marks_of(record: Paged) -> Sequence[Mark]:
    """Return the days on which a body came to be and ceased to be."""
    if isinstance(record, nordic.Organization):
        dates = {"established": record.established, "closed": record.closed}
    elif isinstance(record, nordic.Network):
        dates = {"founded": record.founded, "dissolved": record.dissolved}
    else:
        return ()
    return tuple(Mark(date, label) for label, date in dates.items() if date is not None)


# ---------------------------------------------------------------- the question that the page answers


def question_about(record: Paged) -> str:
    """Return Python that asks the library for the heart of a page."""
    questions = {
        nordic.Organization: f'nordic.networks_of("{record.id}")\nnordic.partners_of("{record.id}")',
        nordic.Network: f'nordic.members_of("{record.id}")\nprint(nordic.size_of("{record.id}"))',
        nordic.Partnership: f'print(nordic.explain("{record.id}"))',
        nordic.Initiative: f'print(nordic.explain("{record.id}"))',
    }
    return questions[type(record)]
