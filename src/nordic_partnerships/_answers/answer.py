"""Answer: what a question or a collection gives, with what it does not know.

An answer is a tuple of what is in force or presumed so. Beside it stands what is undecided: on record and matching,
but perhaps not begun. So an empty answer with something undecided does not say "nobody".

What people read (``question``, ``repr``, the table of a notebook) is made when they read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, TypeVar

from .. import _answers as answers
from .. import _model as model
from .. import _tables as tables
from .._building import BUILDING
from .._dates import Ever, PartialDate, Span
from .._model.record import Dated, Record
from ..kinds import Status

if TYPE_CHECKING:
    from .._bounds import Bounds
    from .._release import Release

__all__ = ["Answer", "Ground", "called", "record_of", "release_of"]

T = TypeVar("T")
Ground: TypeAlias = "tuple[model.Relation, ...]"
"""A relation that an item rests on, or several that count only together."""


class Answer(tuple[T, ...]):  # noqa: SLOT001 - a tuple of any length has no room for slots
    """A tuple of what is in force or presumed so, which also knows what is undecided. A slice of it is a plain tuple.

    It equals a plain tuple of the same items only if nothing is undecided.

    Attributes:
        statuses: the status of each item in turn: in force, or presumed. An item that several relations put into the
            answer has the best of their statuses. What needs no relation, such as a collection without a date, is in
            force.
        undecided: what is on record and matches, but may not have begun by the time asked about.
        as_of: the time asked about; ``EVER`` for everything on record.
        collection: what the items are, which is what their table is called: "organizations", "memberships" and so on;
            "parties" for the members of a network, "sized_networks", "moments" or "disputes".

    >>> import nordic_partnerships as nordic
    >>> nordic.load("2026.11.0").partners_of("City of Espoo", as_of="2016")
    1 in force, 3 undecided (as of 2016, release 2026.11.0)
      name                    status     last attested    id
      Aalto University        in force   no dated source  aalto-university
      City of Helsinki        undecided  no dated source  city-of-helsinki
      City of Vantaa          undecided  no dated source  city-of-vantaa
      University of Helsinki  undecided  no dated source  university-of-helsinki
    """

    statuses: tuple[Status, ...]
    undecided: tuple[T, ...]
    as_of: PartialDate | Span | Ever
    collection: str
    _release: Release
    _question: str | Callable[[], str]
    _grounds: tuple[tuple[Ground, ...], ...] | None
    _attested: dict[str, answers.Attested] | Callable[[model.Relation], answers.Attested]
    _bounds: dict[str, Bounds] | Callable[[model.Relation | model.Party], Bounds]
    _records: dict[str, Record] | Callable[[str, Iterable[str]], Record]

    def __new__(cls, items: Iterable[T], /, **known: Any) -> Answer[T]:
        """Return an answer; only questions make some.

        Args:
            items: what is in force or presumed so.
            known: what is known of them: every attribute. ``_grounds`` has, for each item and then for each undecided
                one, the relations that put it there: several grounds, each of one relation, or of several that were
                judged together; None if the items are relations, or rest on none. ``_question``, ``_attested``,
                ``_bounds`` and ``_records`` are what says it, or what is called to find out.
        """
        answer = super().__new__(cls, items)
        answer.__dict__.update(known)
        return answer

    @property
    def release(self) -> str:
        """The version of the release that answered."""
        return self._release.version

    @property
    def question(self) -> str:
        """The question in words, with whom it took the keys for.

        >>> import nordic_partnerships as nordic
        >>> nordic.networks_of("KTH", kind="association").question
        "networks of KTH Royal Institute of Technology (acronym KTH), kind 'association'"
        """
        return self._question if isinstance(self._question, str) else self._question()

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each item, or of the record that it is about.

        >>> import nordic_partnerships as nordic
        >>> nordic.partners_of("University of Nairobi").ids
        ('university-of-helsinki',)
        """
        return tuple(record_of(item).id for item in self)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return what is in force, presumed and undecided as JSON's own types, each with its ``status``.

        A relation says ``since`` and ``until`` when, and when it was ``attestedFirst`` and ``attestedLast``: a date,
        ``".."`` for an end that is open, or None if that is not known. What other items rest on stands in them under
        the name of its collection, such as "memberships".

        >>> import nordic_partnerships as nordic
        >>> (partner,) = nordic.partners_of("University of Nairobi").to_dicts()
        >>> partner["id"], partner["status"], partner["partnerships"][0]["since"]
        ('university-of-helsinki', 'in force', '2021-03-24')
        """
        with BUILDING:
            from .dicts import to_dicts

        return to_dicts(self)

    def to_json(self) -> str:
        """Return as JSON what ``--format json`` prints: the release, the question, its time, and ``to_dicts``.

        >>> import nordic_partnerships as nordic
        >>> import json
        >>> json.loads(nordic.partners_of("University of Nairobi").to_json())["question"]
        'partners of University of Nairobi'
        """
        with BUILDING:
            from .dicts import in_json

        return in_json(self._release, self.to_dicts(), as_of=self.as_of, question=self.question)

    def table(self, part: str | None = None, /) -> tables.Table:
        """Return it as a table: a row for each item, what is presumed and undecided among them, with its status.

        What an item has many of is a table of its own, with a row for each part and the id of its record: "names",
        "sizes", "parties", "themes", "citations", "alternatives" and so on; and "grounds", the relations that an item
        rests on. docs/tables.md has all columns.

        Args:
            part: one of these lists.

        Raises:
            InvalidValueError: the items have no such list; the message names those that they have.

        >>> import nordic_partnerships as nordic
        >>> answer = nordic.load("2026.11.0").partners_of("City of Espoo", as_of="2016")
        >>> answer.table()["name"][:2], answer.table()["status"][:2], answer.table("grounds")["start"][:2]
        (('Aalto University', 'City of Helsinki'), ('in force', 'unknown'), ('2012', None))
        """
        with BUILDING:
            from .tabular import table_of

        return table_of(self, part)

    def standings(self) -> Iterable[tuple[T, Status, tuple[Ground, ...]]]:
        """Yield each item, also the undecided ones, with its status and its grounds: the relations that it rests on."""
        items = (*self, *self.undecided)
        statuses = (*self.statuses, *(Status.UNKNOWN for _ in self.undecided))
        grounds = map(_own_grounds, items) if self._grounds is None else self._grounds
        return zip(items, statuses, grounds, strict=True)

    def attested(self, relation: model.Relation) -> answers.Attested:
        """Return when dated sources have attested a relation that an item rests on."""
        return self._attested[relation.id] if isinstance(self._attested, dict) else self._attested(relation)

    def bounds(self, record: model.Relation | model.Party) -> Bounds:
        """Return the days on which an item, or a relation that it rests on, can begin and end."""
        return self._bounds[record.id] if isinstance(self._bounds, dict) else self._bounds(record)

    def record(self, key: str, classes: Iterable[str]) -> Record:
        """Return the record whose id an item, or a relation that it rests on, holds; it is of one of these classes."""
        return self._records[key] if isinstance(self._records, dict) else self._records(key, classes)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple):
            return NotImplemented
        undecided = other.undecided if isinstance(other, Answer) else ()
        return tuple.__eq__(self, other) and self.undecided == undecided

    def __ne__(self, other: object) -> bool:
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __hash__(self) -> int:
        return tuple.__hash__(self)

    def __repr__(self) -> str:
        with BUILDING:
            from .showing import in_lines

        return in_lines(self)

    def _repr_html_(self) -> str:
        with BUILDING:
            from .showing import in_html

        return in_html(self)

    # An answer is shared by all who ask the same, so nobody changes it, and a copy is the same.

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"an answer cannot be changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"an answer cannot be changed: {name}")

    def __copy__(self) -> Answer[T]:
        return self

    def __deepcopy__(self, _: object) -> Answer[T]:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        with BUILDING:
            from .carrying import carried

        return _unpickled, (type(self), tuple(self), {**self.__dict__, **carried(self)})


def _unpickled(cls: type[Answer[T]], items: tuple[T, ...], known: dict[str, Any]) -> Answer[T]:
    return cls(items, **known)


def _own_grounds(item: Any) -> tuple[Ground, ...]:
    """Return the grounds of an item that rests on nothing else: itself, if it is a relation."""
    relations: tuple[Any, ...] = (item,) if isinstance(item, Dated) else ()
    return (relations,) if relations else ()


def record_of(item: Any) -> Record:
    """Return the record that an item of an answer is, or is about."""
    record: Record = item if isinstance(item, Record) else item.record
    return record


def release_of(answer: Answer[Any]) -> Release:
    """Return the release that answered."""
    return answer._release  # noqa: SLF001 - this is the file that gives it


def called(item: Any, answer: Answer[Any]) -> str:
    """Return what an item, or a relation that one rests on, is called: a membership by the names of its sides."""
    if not isinstance(item, Record):
        return str(item).replace(item.record.label, called(item.record, answer))
    if not isinstance(item, model.Membership):
        return item.label
    member = answer.record(item.member, ("Organization", "Network"))
    return f"{member.label} in {answer.record(item.network, ('Network',)).label}"
