"""What there is to know of a record itself: a function for each kind of record that has a page."""

from collections.abc import Iterable, Iterator

import nordic_partnerships as nordic
from nordic_partnerships import kinds

from .facts import Facts, Paged, Relation, country_name
from .shapes import STATUS_IN_WORDS, Fact, Link, followable, in_words, link_to, unbroken

__all__ = ["facts_of", "question_about"]


def facts_of(facts: Facts, record: Paged) -> list[Fact]:
    """Return what there is to know of a record, without what is empty."""
    if isinstance(record, nordic.Organization):
        known = _organization(facts, record)
    elif isinstance(record, nordic.Network):
        known = _network(facts, record)
    elif isinstance(record, nordic.Partnership):
        known = _partnership(facts, record)
    else:
        known = _initiative(facts, record)
    return [Fact(name, tuple(values)) for name, values in known if values]


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
                borne = "" if name.period is None else f" ({in_words(name.period)})"
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
    yield f"Status on {unbroken(facts.today)}", [Link(STATUS_IN_WORDS[facts.status(record)])]
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
    return [Link(address, followable(address))]


def _links(facts: Facts, keys: Iterable[str]) -> list[Link]:
    return [link_to(facts, key) for key in keys]


def _themes(facts: Facts, keys: Iterable[str]) -> list[Link]:
    return [Link(facts.name(key)) for key in keys]


def question_about(facts: Facts, record: Paged) -> str:
    """Return Python that asks the release of a page for the heart of it."""
    key = f'"{record.id}"'
    questions = [f"print(data.explain({key}))"]
    if isinstance(record, nordic.Organization):
        questions = [f"data.networks_of({key})", f"data.partners_of({key})"]
    elif isinstance(record, nordic.Network):
        questions = [f"data.members_of({key})", f"print(data.size_of({key}))"]
    return "\n".join([f'data = nordic.load("{facts.version}")', *questions])
