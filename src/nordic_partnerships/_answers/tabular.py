"""Answers as tables: a row for each item, also the undecided ones, with the status that the answer gives it.

What an item has many of is a table of its own, and so are the relations that items rest on. Nothing is judged here: a
status, a bound and an attestation are those of the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from .._dates import Ever, PartialDate
from .._model import COLLECTIONS, Dated, Network, Organization, Size, collection_of
from .._tables.table import Column, Table, Value
from .._text import shown
from ..errors import InvalidTypeError, InvalidValueError
from .answer import called, record_of
from .layouts import CITATION_CELLS, Cell, Parts, cell, cells_of, date_cells, day_cells, lists_of, named_cells

if TYPE_CHECKING:
    from .._model import Record, Relation
    from .answer import Answer
    from .evidence import Dispute
    from .sized import SizedNetwork

__all__ = ["lists_in", "table_of"]

_RECORD: Final = Column("record", "text", "id of the record")
_PATH: Final = Column("path", "text", "where in the record, such as names[0]: the places of a list count from 0")
_STATUS: Final = Column(
    "status",
    "category",
    "in force, presumed in force, unknown or not in force at the time asked about; None for all time",
)
_GROUNDS: Final = "grounds"


class _Layout(NamedTuple):
    """How the items of an answer lie flat.

    Attributes:
        cells: the columns before the status.
        last: those after it.
        lists: the lists that an item has.
        is_judged: whether the items have a status.
        has_grounds: whether they rest on relations.
    """

    cells: tuple[Cell, ...]
    last: tuple[Cell, ...] = ()
    lists: Mapping[str, Parts] = {}
    is_judged: bool = False
    has_grounds: bool = False


def table_of(answer: Answer[Any], name: str | None) -> Table:
    """Return the table of an answer, or of one of the lists in it.

    Raises:
        InvalidValueError: there is no such list.
    """
    layout = _layout(answer.collection)
    if name is None:
        return _items_table(answer, layout)
    if not isinstance(name, str):
        raise InvalidTypeError(f"expected the name of a list, got {shown(name)}")
    if name == _GROUNDS and layout.has_grounds:
        return _grounds_table(answer)
    if name not in layout.lists:
        known = ", ".join(map(repr, lists_in(answer.collection)))
        raise InvalidValueError(f"{answer.collection} have no list {shown(name)}; choose one of: {known}")
    return _list_table(answer, name, layout.lists[name])


def lists_in(of: str) -> tuple[str, ...]:
    """Return the names of the lists that answers of some kind have."""
    layout = _layout(of)
    return (*layout.lists, *((_GROUNDS,) if layout.has_grounds else ()))


def _items_table(answer: Answer[Any], layout: _Layout) -> Table:
    forever = isinstance(answer.as_of, Ever)

    def rows() -> Iterator[list[Value]]:
        for item, status, _ in answer.standings():
            judged = [None if forever else status.value] if layout.is_judged else []
            yield [*_values(layout.cells, item, answer), *judged, *_values(layout.last, item, answer)]

    status = [_STATUS] if layout.is_judged else []
    return Table(answer.collection, [*_columns(layout.cells), *status, *_columns(layout.last)], rows())


def _list_table(answer: Answer[Any], name: str, parts: Parts) -> Table:
    rows = (
        [record_of(item).id, path, *_values(parts.cells, part, answer)]
        for item, _, _ in answer.standings()
        for path, part in parts.of(item)
    )
    record = _RECORD._replace(table=answer.collection if answer.collection in COLLECTIONS else None)
    return Table(f"{answer.collection}_{name}", [record, _PATH, *_columns(parts.cells)], rows)


def _grounds_table(answer: Answer[Any]) -> Table:
    rows = (
        [record_of(item).id, number, collection_of(type(relation)), *_values(_LASTING_CELLS, relation, answer)]
        for item, _, grounds in answer.standings()
        for number, ground in enumerate(grounds)
        for relation in ground
    )
    columns = [
        _RECORD,
        Column(
            "ground", "integer", "counts the grounds of the record from 0; relations of one ground hold only together"
        ),
        Column("collection", "category", "what the relation is"),
        *_columns(_LASTING_CELLS),
    ]
    return Table(f"{answer.collection}_{_GROUNDS}", columns, rows)


def _columns(cells: Iterable[Cell]) -> list[Column]:
    return [made.column for made in cells]


def _values(cells: Iterable[Cell], item: Any, answer: Answer[Any]) -> list[Value]:
    return [made.value(item, answer) for made in cells]


# ---------------------------------------------------------------- layouts


@cache
def _layout(of: str) -> _Layout:
    if of in COLLECTIONS:
        return _layout_of_collection(of)
    return _LAYOUTS[of]


def _layout_of_collection(of: str) -> _Layout:
    cls: Any = COLLECTIONS[of]
    *cells, remark = cells_of(cls)
    is_relation, is_body = issubclass(cls, Dated), cls in (Organization, Network)
    return _Layout(
        cells=(*cells, *(_ATTESTED_CELLS if is_relation else ())),
        last=(remark,),
        lists=lists_of(cls),
        is_judged=is_relation or is_body,
        has_grounds=is_body or of == "themes",
    )


def _attested(end: str) -> Cell:
    read = attrgetter(end)

    def value(relation: Relation, answer: Answer[Any]) -> Value:
        attested: PartialDate | None = read(answer.attested(relation))
        return None if attested is None else str(attested)

    return Cell(
        Column(f"attested_{end}", "text", f"date of the source, or roster, that shows it in force {end}"), value
    )


def _named(name: str, meaning: str, read: Callable[[Any], Record]) -> Cell:
    """Return the cell of what a record is called."""
    return Cell(Column(name, "text", meaning), lambda item, answer: called(read(item), answer))


_ATTESTED_CELLS: Final = (_attested("first"), _attested("last"))
_LASTING_CELLS: Final = (
    cell("relation", "text", "id of the relation", attrgetter("id")),
    _named("relation_name", "what it is called", lambda relation: relation),
    *day_cells("start", "start", "its start as written", attrgetter("period.start")),
    *day_cells("end", "end", "its end as written", attrgetter("period.end")),
    *_ATTESTED_CELLS,
)


def _of_organization(name: str) -> Any:
    read = attrgetter(name)
    return lambda body: read(body) if isinstance(body, Organization) else None


def _parties() -> _Layout:
    """Return the layout of organizations and networks together, the members of a network."""
    cells = [
        cell("id", "text", "id of the organization or network"),
        cell("collection", "category", "organizations or networks", lambda body: collection_of(type(body))),
        cell("name", "text", "its standard English name"),
        cell("kind", "category", "what it is"),
        cell("country", "category", "an organization's country: an ISO 3166-1 code", _of_organization("country")),
        cell("city", "text", "where an organization is", _of_organization("city")),
        *day_cells("begun", "start", "when it was founded", lambda body: body.lifetime[0]),
        *day_cells("ended", "end", "when it ceased to exist", lambda body: body.lifetime[1]),
        cell("website", "text", "its address"),
        cell("ror", "text", "an organization's ROR id, as an address", _of_organization("ror")),
        cell("wikidata", "text", "an organization's Wikidata item", _of_organization("wikidata")),
    ]
    shared = lists_of(Organization)
    lists = {name: shared[name] for name in ("names", "alternatives", "citations")}
    remark = cell("remark", "text", "what a reader should know")
    return _Layout(tuple(cells), (remark,), lists, is_judged=True, has_grounds=True)


def _sized_networks() -> _Layout:
    """Return the layout of networks with their figures."""
    of_size = [Cell(made.column, _of_size(made)) for made in cells_of(Size)]
    cells = [
        *named_cells("network", ("Network",), "id of the network", attrgetter("network.id")),
        *of_size[:-1],
        cell("age", "integer", "how old the figure is at the end of the time asked about, in whole years"),
    ]
    citations = Parts(
        CITATION_CELLS,
        lambda item: [(f"citations[{place}]", citation) for place, citation in enumerate(item.size.citations)],
    )
    return _Layout(tuple(cells), (of_size[-1],), {"citations": citations}, is_judged=True)


def _of_size(made: Cell) -> Callable[[SizedNetwork, Answer[Any]], Value]:
    return lambda sized, answer: made.value(sized.size, answer)


def _moments() -> _Layout:
    """Return the layout of a timeline."""
    return _Layout(
        (
            *date_cells("date", "when it happened, as written", attrgetter("date")),
            cell("kind", "category", "what happened"),
            cell("what", "text", "what happened, in words, with the figure if it is one of a size"),
            cell("record", "text", "id of the record that it happened to", attrgetter("record.id")),
            _named("record_name", "what that is called", attrgetter("record")),
            cell("count", "integer", "the figure", lambda moment: None if moment.value is None else moment.value.count),
        )
    )


def _disputes() -> _Layout:
    """Return the layout of what sources disagree about."""
    return _Layout(
        (
            cell("record", "text", "id of the record that it is about", attrgetter("record.id")),
            _named("record_name", "what that is called", attrgetter("record")),
            cell("field", "text", "the field that it is about"),
            cell("chosen", "text", "what is answered", lambda dispute: dispute.chosen or None),
            cell("claim", "text", "what is claimed instead"),
            cell("reason", "text", "why it was not chosen"),
            cell("is_superseded", "boolean", "whether it is a figure that another has replaced"),
            cell(
                "sources", "text", "ids of the sources that claim it; several are separated by semicolons", _sources_of
            ),
        )
    )


def _sources_of(dispute: Dispute) -> tuple[str, ...]:
    return tuple(evidence.source.id for evidence in dispute.evidence)


_LAYOUTS: Final = {
    "parties": _parties(),
    "sized_networks": _sized_networks(),
    "moments": _moments(),
    "disputes": _disputes(),
}
