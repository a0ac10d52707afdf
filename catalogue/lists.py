"""Everything in lists that need no script, and the names for the search box, which does."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

import nordic_partnerships as nordic

from .facts import NORDIC, Facts, Paged, country_name
from .shapes import Link

__all__ = ["Entry", "Listing", "listings", "names_script"]

_TYPES: Final[dict[type[nordic.Record], str]] = {
    nordic.Organization: "organization",
    nordic.Network: "network",
    nordic.Partnership: "partnership",
    nordic.Initiative: "joint undertaking",
}


@attrs.frozen
class Entry:
    """A line of a list: where it leads, and a few words beside it."""

    link: Link
    details: str


@attrs.frozen
class Listing:
    """A list with a heading. ``slug`` names its page."""

    slug: str
    title: str
    entries: tuple[Entry, ...]
    lead: str = ""


def listings(facts: Facts) -> list[Listing]:
    """Return all lists: networks, partnerships, undertakings, countries, and the organizations of each country."""
    countries: dict[str | None, list[nordic.Organization]] = {}
    for organization in facts.all_of(nordic.Organization):
        countries.setdefault(organization.country, []).append(organization)
    ordered = sorted(countries, key=lambda code: (code not in NORDIC, country_name(code)))
    of_countries = [_country(code, countries[code]) for code in ordered]
    return [
        Listing("networks", "Networks", _by_name(_network(facts, each) for each in facts.all_of(nordic.Network))),
        Listing(
            "organizations",
            "Organizations by country",
            tuple(
                Entry(Link(country_name(code), f"list.{listing.slug}.html"), f"{len(listing.entries):,}")
                for code, listing in zip(ordered, of_countries, strict=True)
            ),
            "The Nordic countries come first.",
        ),
        Listing("partnerships", "Partnerships", _of_lasting(facts, facts.all_of(nordic.Partnership))),
        Listing("initiatives", "Joint undertakings", _of_lasting(facts, facts.all_of(nordic.Initiative))),
        *of_countries,
    ]


def _country(code: str | None, organizations: Iterable[nordic.Organization]) -> Listing:
    slug = "organizations-" + (code or "several").lower()
    place = country_name(code)
    title = f"Organizations in {place}" if code else f"Organizations of {place}"
    entries = (
        Entry(Link(each.name, f"{each.id}.html"), ", ".join(filter(None, [each.kind, each.city])))
        for each in organizations
    )
    return Listing(slug, title, _by_name(entries))


def _network(facts: Facts, network: nordic.Network) -> Entry:
    members = facts.data.members_of(network)
    founded = f", since {network.founded}" if network.founded else ""
    return Entry(Link(network.name, f"{network.id}.html"), f"{network.kind}{founded}, {len(members)} members on record")


def _of_lasting(facts: Facts, relations: Sequence[nordic.Partnership | nordic.Initiative]) -> tuple[Entry, ...]:
    return _by_name(
        Entry(Link(each.name, f"{each.id}.html"), f"{each.kind}, {facts.status(each)}") for each in relations
    )


def _by_name(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.link.text.casefold()))


def names_script(facts: Facts) -> str:
    """Return the script that the search box reads: every record that has a page, with all its names and its filters.

    It is a script and no JSON, so that the search also works from a folder that no server serves.
    """
    themes = sorted(facts.all_of(nordic.Theme), key=lambda theme: theme.name.casefold())
    places = {theme.id: place for place, theme in enumerate(themes)}
    rows = [list(_row(facts, record, places)) for record in facts.paged()]
    parts = {
        "themes": [theme.name for theme in themes],
        "countries": {code: country_name(code) for code in sorted({code for row in rows for code in row[4]})},
        "records": rows,
    }
    return "window.NAMES=" + json.dumps(parts, ensure_ascii=False, separators=(",", ":")) + ";\n"


def _row(facts: Facts, record: Paged, themes: dict[str, int]) -> Iterator[Any]:
    """Yield id, label, type, kind, countries, themes, first and last year, and further names."""
    yield record.id
    yield record.label
    yield _TYPES[type(record)]
    yield str(record.kind)
    yield sorted(_countries(facts, record))
    if isinstance(record, nordic.Organization):
        yield [themes[theme.id] for theme in facts.data.themes_of(record, as_of=nordic.EVER)]
    else:
        yield [themes[theme] for theme in record.themes]
    yield from _years(record)
    yield [name.text for name in getattr(record, "names", ())]


def _countries(facts: Facts, record: Paged) -> set[str]:
    """Return where a record is at home: the countries of those whom it ties, or its own."""
    if isinstance(record, nordic.Organization):
        return {record.country} if record.country else set()
    if isinstance(record, nordic.Network):
        parties: Iterable[str] = [each.member for each in facts.data.memberships(network=record)]
    else:
        parties = record.parties
    bodies = (facts.records[party] for party in parties)
    return {body.country for body in bodies if isinstance(body, nordic.Organization) and body.country}


def _years(record: Paged) -> tuple[int | None, int | None]:
    """Return the years between which a record lies by its own dates."""
    if isinstance(record, nordic.Organization):
        return _year(record.established), _year(record.closed)
    if isinstance(record, nordic.Network):
        return _year(record.founded), _year(record.dissolved)
    return _year(record.period.start), _year(record.period.end) or _year(record.ended_by)


def _year(date: nordic.PartialDate | nordic.Bound | None) -> int | None:
    """Return the year of a date, if it is one."""
    return date.year if isinstance(date, nordic.PartialDate) else None
