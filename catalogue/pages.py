"""From what a page tells to HTML: its parts, its sources with their numbers, and its templates."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TypeVar

import attrs
import jinja2

import nordic_partnerships as nordic
from nordic_partnerships import kinds

from .about import facts_of, question_about
from .changes import Changes, in_words
from .evidence import Sources
from .facts import Facts, Paged, country_name
from .lists import Listing
from .machines import in_script, record_ld
from .sections import bars_of, marks_of
from .shapes import Table
from .sizes_svg import draw_sizes
from .timeline_svg import draw_timeline
from .world_map import Place, draw_map

__all__ = ["Page", "Pages", "templates"]

_MOST_ROWS: Final = 64
"""How many rows a page takes, of all its tables; what is more stands on further pages, so that no page is large."""
_MOST_LINES: Final = 125
"""The same for rows and sources together."""
_MOST_ENTRIES: Final = 300
_LONG_REMARK: Final = 400

T = TypeVar("T")


@attrs.frozen
class Page:
    """A file of the site: its name within the folder of the release, and its text."""

    name: str
    text: str


def templates() -> jinja2.Environment:
    """Return the templates; whatever they are given is escaped, and a name that they do not know is an error."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"remarks": _remarks, "in_words": in_words}
    return environment


class Pages:
    """The pages of one release."""

    def __init__(self, facts: Facts, changes: Changes, environment: jinja2.Environment, newest: Facts) -> None:
        """Make the pages of this release; ``newest`` is where a reader of an older one is sent."""
        self._facts, self._changes, self._environment, self._newest = facts, changes, environment, newest

    def record(self, record: Paged, tables: Sequence[Table]) -> Iterator[Page]:
        """Yield the page of a record, and those on which its tables go on."""
        facts = self._facts
        own = {reason.source.id for reason in facts.explanation(record).evidence}
        parts = list(_parts(tables, own))
        names = [_numbered(record.id, place) for place in range(len(parts))]
        addresses = {
            row.record.id: f"#{row.record.id}" if place == 0 else f"{names[place]}#{row.record.id}"
            for place, part in enumerate(parts)
            for table in part
            for row in table.rows
        }
        bars = bars_of(facts, record, tables, addresses)
        drawn = draw_timeline(bars, marks_of(record), facts.today.first, f"Timeline of {record.label}")
        for place, part in enumerate(parts):
            sources = Sources()
            rows = [row for table in part for row in table.rows]
            shown: dict[str, Any] = {"own_sources": (), "sizes": (), "disputes": (), "timeline": None, "map": None}
            if place == 0:
                shown |= self._first(record, sources)
                shown["timeline"] = drawn
            numbered = [(table, [(row, sources.numbers(row.evidence)) for row in table.rows]) for table in part]
            yield self._rendered(
                "record.html",
                names[place],
                title=record.label,
                record=record,
                what=_what(record),
                summary=record.summary,
                tables=numbered,
                sources=sources,
                part=place + 1,
                parts=names,
                total={table.slug: len(table.rows) for table in tables},
                ld=in_script(record_ld(facts, record, rows)),
                newest=self._in_newest(record.id),
                is_first=place == 0,
                **shown,
            )

    def _first(self, record: Paged, sources: Sources) -> dict[str, Any]:
        """Return what only the first page of a record shows."""
        facts = self._facts
        explanation = facts.explanation(record)
        own = sources.numbers(reason for reason in explanation.evidence if reason.size is None)
        sizes = [
            (size, _is_answered(facts, record, size), sources.numbers(_of_size(explanation, size)))
            for size in nordic_sizes(record)
        ]
        disputes = [
            (dispute, facts.name(dispute.record.id), sources.numbers(dispute.evidence))
            for dispute in facts.data.disputes_of(record)
        ]
        members = [size for size in nordic_sizes(record) if size.measure is kinds.SizeMeasure.MEMBERS]
        return {
            "facts": facts_of(facts, record),
            "own_sources": own,
            "sizes": sizes,
            "sizes_drawn": draw_sizes(members, facts.today.first, f"Members of {record.label} as stated over time"),
            "disputes": disputes,
            "map": self._map(record),
            "changes": self._changes.about(record),
            "before": self._changes.before,
            "citation": self._citation(record),
            "report": self._report(record),
            "question": question_about(facts, record),
            "long_remark": len(record.remark or "") > _LONG_REMARK,
        }

    def _map(self, record: Paged) -> Any:
        """Return the map of a university with its partners."""
        if not isinstance(record, nordic.Organization) or record.location is None:
            return None
        places = [
            Place(partner.name, f"{partner.id}.html", partner.location)
            for partner in self._facts.data.partners_of(record, as_of=nordic.EVER)
            if partner.location is not None
        ]
        home = Place(record.name, f"{record.id}.html", record.location)
        return draw_map(home, places, f"Where the partners of {record.name} are")

    def _citation(self, record: Paged) -> str:
        reference = self._facts.data.cite().text
        return f"“{record.label}” ({record.id}), in: {reference}"

    def _report(self, record: Paged) -> str:
        return (
            f"Record: {record.id}\nRelease: {self._facts.version} (sha256 {self._facts.data.release.digest})\n"
            "What is wrong:\nWhat is right, and since when:\nWhere that can be read (address and date):\n"
        )

    def _in_newest(self, key: str) -> str | None:
        """Return the address of a record in the newest release, if this is an older one and it is still there."""
        if self._newest.version == self._facts.version or not self._newest.has_page(key):
            return None
        return f"../{self._newest.version}/{key}.html"

    def retired(self, tombstone: nordic.Tombstone) -> Page:
        """Return the page of a retired id, which points on."""
        successors = [(key, self._facts.name(key), self._facts.has_page(key)) for key in tombstone.successors]
        return self._rendered(
            "retired.html", f"{tombstone.id}.html", title=tombstone.id, tombstone=tombstone, successors=successors
        )

    def index(self, ld: dict[str, Any], counts: Iterable[tuple[str, int]], kinds_by_type: dict[str, list[str]]) -> Page:
        """Return the page with the search box."""
        return self._rendered(
            "index.html",
            "index.html",
            title=f"Catalogue of release {self._facts.version}",
            counts=list(counts),
            kinds=kinds_by_type,
            ld=in_script(ld),
            digest=self._facts.data.release.digest,
            newest=self._in_newest("index") or (None if self._is_newest else f"../{self._newest.version}/index.html"),
        )

    @property
    def _is_newest(self) -> bool:
        return self._newest.version == self._facts.version

    def listing(self, listing: Listing) -> Iterator[Page]:
        """Yield the pages of a list."""
        chunks = list(_chunks(listing.entries, _MOST_ENTRIES))
        names = [_numbered(f"list.{listing.slug}", place) for place in range(len(chunks))]
        for place, entries in enumerate(chunks):
            yield self._rendered(
                "list.html",
                names[place],
                title=listing.title,
                listing=listing,
                entries=entries,
                part=place + 1,
                parts=names,
            )

    def changes(self) -> Iterator[Page]:
        """Yield what came with the release: a summary, and a list for each collection."""
        changes = self._changes
        yield self._rendered(
            "changes.html",
            "changes.html",
            title=f"What came with release {self._facts.version}",
            before=changes.before,
            counts=list(changes.counts()),
            kinds=list(kinds.ChangeKind),
            release=self._facts.data.release,
        )
        for collection, of_collection in changes.by_collection.items():
            chunks = list(_chunks(sorted(of_collection, key=_by_kind), _MOST_ENTRIES))
            names = [_numbered(f"changes.{collection}", place) for place in range(len(chunks))]
            for place, chunk in enumerate(chunks):
                yield self._rendered(
                    "changed.html",
                    names[place],
                    title=f"{collection.capitalize()}: what came with release {self._facts.version}",
                    before=changes.before,
                    groups=[(kind, list(map(self._shown, changed))) for kind, changed in groupby(chunk, _kind_of)],
                    part=place + 1,
                    parts=names,
                )

    def _shown(self, change: nordic.Change) -> tuple[nordic.Change, str, bool]:
        """Return a change with what to call its record, which need not be there any more, and whether it has a page."""
        is_there = change.id in self._facts.records and change.kind is not kinds.ChangeKind.RETIRED
        called = self._facts.name(change.id) if is_there else change.record.label
        return change, called, self._facts.has_page(change.id)

    def _rendered(self, template: str, name: str, **shown: Any) -> Page:
        shown = {"version": self._facts.version, "today": self._facts.today, "name": name, **shown}
        return Page(name, self._environment.get_template(template).render(**shown))


def _parts(tables: Iterable[Table], own: set[str]) -> Iterator[list[Table]]:
    """Yield the tables of each page: as many rows as a page takes with their sources, and the rest on further pages.

    The sources of the record itself are on the first page anyway.
    """
    part: list[Table] = []
    rows, sources = 0, own
    for table in tables:
        part.append(attrs.evolve(table, rows=()))
        for row in table.rows:
            named = sources | {reason.source.id for reason in row.evidence}
            if rows == _MOST_ROWS or rows + len(named) > _MOST_LINES:
                yield [each for each in part if each.rows]
                part, rows, sources = [attrs.evolve(table, rows=())], 0, set()
                named = {reason.source.id for reason in row.evidence}
            part[-1] = attrs.evolve(part[-1], rows=(*part[-1].rows, row))
            rows, sources = rows + 1, named
    yield [each for each in part if each.rows]


def _chunks(items: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    for start in range(0, max(len(items), 1), most):
        yield items[start : start + most]


def _kind_of(change: nordic.Change) -> kinds.ChangeKind:
    return change.kind


def _by_kind(change: nordic.Change) -> tuple[int, str]:
    """Return the place of a change in a list: what changed goes before the many that were added."""
    return -list(kinds.ChangeKind).index(change.kind), change.record.label.casefold()


def _numbered(stem: str, place: int) -> str:
    return f"{stem}.html" if place == 0 else f"{stem}.{place + 1}.html"


def _what(record: Paged) -> str:
    """Return what a record is, in a line under its name."""
    if isinstance(record, nordic.Organization):
        return f"{record.kind}, {country_name(record.country)}"
    return str(record.kind)


def nordic_sizes(record: nordic.Record) -> tuple[nordic.Size, ...]:
    """Return the figures about a record, those of one measure together."""
    return record.sizes if isinstance(record, nordic.Network) else ()


def _of_size(explanation: nordic.Explanation, size: nordic.Size) -> list[nordic.Evidence]:
    return [reason for reason in explanation.evidence if reason.size == size]


def _is_answered(facts: Facts, record: Paged, size: nordic.Size) -> bool:
    """Say whether this is the figure that the library answers with."""
    if not isinstance(record, nordic.Network):
        return False
    answer = facts.data.size_of(record, size.measure)
    return answer is not None and answer.size == size


def _remarks(text: str) -> list[str]:
    """Return a remark in pieces: what curators could not settle begins with the word "Conflict".

    >>> _remarks("A. Conflict: B is dated twice. Conflict: C.")
    ['A.', 'Conflict: B is dated twice.', 'Conflict: C.']
    """
    first, *others = text.split("Conflict: ")
    return [piece.strip() for piece in (first, *(f"Conflict: {other}" for other in others)) if piece.strip()]
