r"""The records of a collection, made when they are asked for: its canonical text is cut into that of each record.

Records stand two spaces in, sorted by id, and a line feed within a text is written ``\n``. So one is found by halving
the text, without looking at the others; if many are asked for, the text is cut. The cut is exact: a text of JSON whose
pieces are objects each is the list of these objects. Text that is not canonical has no rows: it is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from json import JSONDecoder
from typing import Any, Final, TypeVar, overload

from .._model.record import Named, Record
from .._store import held_ids
from .reader import WRONG, reader_of

__all__ = ["Rows", "cut", "find_text", "has_rows"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")

_HEAD: Final = b'[\n  {\n    "id": "'
_BETWEEN: Final = b'\n  },\n  {\n    "id": "'
_BEFORE_ID: Final = b'\n  {\n    "id": "'
_AFTER: Final = b"\n  }"
_TAIL: Final = b"\n  }\n]\n"
_EVIDENCE: Final = (b'\n    "alternatives": [', b'\n    "citations": [')

_NAME: Final = b'\n    "name": "'
_TITLE: Final = b'\n    "title": "'
_TEXT: Final = b'\n        "text": "'
"""Where a further name of a record begins."""

_HELD: Final = rb'"([^"\\]+)",?\n'
"""A text at the end of its line: ids are among these."""
_SEARCHES: Final = 8
"""How often an id is searched for in the texts of all records, before an index of what they hold is made."""


_HALVINGS: Final = 64
"""How many records are looked for by halving, before the text is cut."""


class Cut:
    """A canonical text, and where in it each record lies."""

    def __init__(self, data: bytes, numbers: dict[str, int], lengths: list[int]) -> None:
        """Keep a text.

        Args:
            data: the text.
            numbers: which record each id has, counted from 0.
            lengths: how long the texts of the records up to each are together, without what stands between them.
        """
        self.data = data
        self.numbers = numbers
        self.lengths = lengths

    def text_of(self, number: int) -> bytes:
        """Return the text of a record, from after the opening quote of its id up to its closing brace."""
        before = len(_HEAD) + number * len(_BETWEEN)
        return self.data[before + (self.lengths[number - 1] if number else 0) : before + self.lengths[number]]


def has_rows(data: bytes) -> bool:
    """Say whether a text begins and ends as a canonical one."""
    return data.startswith(_HEAD) and data.endswith(_TAIL)


def cut(data: bytes) -> Cut | None:
    """Return where the records of a text lie, or None if it is not canonical."""
    if not has_rows(data):
        return None
    pieces = data.split(_BETWEEN)
    pieces[0] = pieces[0][len(_HEAD) :]
    pieces[-1] = pieces[-1][: -len(_TAIL)]
    written_ids = b"\n".join([piece.partition(b'"')[0] for piece in pieces])
    try:
        ids = written_ids.decode().split("\n")
        numbers = dict(zip(ids, range(len(pieces)), strict=True))
    except ValueError:
        return None
    if len(numbers) < len(pieces) or ids != sorted(ids) or b"\\" in written_ids:
        return None
    return Cut(data, numbers, list(accumulate(map(len, pieces))))


def find_text(data: bytes, record_id: str) -> bytes | None:
    """Return the text of a record as a cut would, or None if there is none of that id."""
    wanted = record_id.encode(errors="replace")
    first, end = len(_HEAD) - len(_BEFORE_ID), len(data)
    while first < end:
        begin = data.rfind(_BEFORE_ID, first, (first + end) // 2 + len(_BEFORE_ID)) + len(_BEFORE_ID)
        found = data[begin : data.index(b'"', begin)]
        if found == wanted:
            return data[begin : data.index(_AFTER, begin)]
        if found > wanted:
            end = begin - len(_BEFORE_ID)
        else:
            first = data.find(_BEFORE_ID, begin)
            if first == -1:
                return None
    return None


def _ids_of_records_with(data: bytes, text: bytes) -> list[str]:
    """Return the ids of the records in which a text stands, in order."""
    ids: dict[str, None] = {}
    place = data.find(text)
    while place != -1:
        begin = data.rfind(_BEFORE_ID, 0, place + 1) + len(_BEFORE_ID)
        ids[data[begin : data.index(b'"', begin)].decode()] = None
        place = data.find(text, place + len(text))
    return list(ids)


class Rows(Mapping[str, R]):
    """A table of records that are made when they are asked for, each once."""

    def __init__(self, cls: type[R], data: bytes, count: int, complain: Callable[[], object]) -> None:
        """Make records of a class from a canonical text.

        Args:
            cls: the class.
            data: the text.
            count: how many records it must hold.
            complain: raises what is wrong with the whole text.
        """
        self._cls = cls
        self._data = data
        self._count = count
        self._complain = complain
        self._read = reader_of(cls)
        self._made: dict[str, R] = {}
        self._searches = 0
        self._halvings = 0
        self._known: Cut | None = None

    # ---------------------------------------------------------------- by id

    def by_id(self) -> Mapping[str, R]:
        """Return the records by id."""
        return self

    def __getitem__(self, record_id: str) -> R:
        record = self._made.get(record_id) or self.get(record_id)
        if record is None:
            raise KeyError(record_id)
        return record

    @overload
    def get(self, record_id: str, default: None = None) -> R | None: ...
    @overload
    def get(self, record_id: str, default: R | T) -> R | T: ...
    def get(self, record_id: str, default: R | T | None = None) -> R | T | None:
        """Return the record with an id, if there is one."""
        record = self._made.get(record_id)
        if record is not None:
            return record
        text = self._text_of(record_id)
        return default if text is None else self._make(record_id, text)

    def __contains__(self, record_id: object) -> bool:
        return isinstance(record_id, str) and self._text_of(record_id) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._cut.numbers)

    def __len__(self) -> int:
        return self._count

    @property
    def _cut(self) -> Cut:
        """Where the records lie."""
        if self._known is None:
            found = cut(self._data)
            if found is None or len(found.numbers) != self._count:
                self._complain()
                raise ValueError("a text whose records are wrong as a whole cannot be cut")
            self._known = found
        return self._known

    def _text_of(self, record_id: str) -> bytes | None:
        """Return the text of a record: by halving, unless the text was cut or many records are asked for."""
        known = self._known
        if known is None:
            if self._halvings < _HALVINGS:
                self._halvings += 1
                return find_text(self._data, record_id)
            known = self._cut
        number = known.numbers.get(record_id)
        return None if number is None else known.text_of(number)

    def _make(self, record_id: str, text: bytes) -> R:
        try:
            record: R = self._read(_decode(f'{{"id": "{text.decode()}}}')[0])
        except WRONG:
            self._complain()
            raise
        # Of threads that come at once, all get the record of the first.
        return self._made.setdefault(record_id, record)

    # ---------------------------------------------------------------- all, and by what they hold

    def records(self) -> tuple[R, ...]:
        """Return all of them, sorted by id."""
        return tuple([self[record_id] for record_id in self])

    def holding(self, fields: tuple[str, ...]) -> Mapping[str, tuple[R, ...]]:
        """Return them by the ids that any of these fields holds, each record once under each id."""
        return _Holders(self, fields)

    def mentioning(self, held_id: str) -> list[R]:
        """Return the records in which an id stands as a text: more than those that hold it, never fewer."""
        found = self._search(held_id)
        return found if found is not None else [self[record_id] for record_id in self.mentions.get(held_id, ())]

    @cached_property
    def mentions(self) -> dict[str, list[str]]:
        """The ids of records by the short texts in their facts, of which ids are some."""
        mentions: dict[str, list[str]] = {}
        find_held = re.compile(_HELD).findall
        for record_id, number in self._cut.numbers.items():
            for held in set(find_held(_facts(self._cut.text_of(number)))):
                mentions.setdefault(held.decode(), []).append(record_id)
        return mentions

    def _search(self, text: str) -> list[R] | None:
        """Return the records in which a text stands, or None if so many were searched for that an index is better."""
        if self._searches >= _SEARCHES:
            return None
        self._searches += 1
        return [self[record_id] for record_id in _ids_of_records_with(self._data, f'"{text}"'.encode())]

    # ---------------------------------------------------------------- their names

    def spelling(self, text: str, /) -> list[R] | None:
        """Return at least the records that bear a name spelled so, or None if an index is quicker."""
        is_written_as_it_is = text.isprintable() and '"' not in text and "\\" not in text
        return self._search(text) if is_written_as_it_is else None

    def names(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the names that each can be found by, with its id: its label, or title, and its further names."""
        if issubclass(self._cls, Named):
            label = _NAME
        elif self._cls.__name__ == "Source":
            label = _TITLE
        else:
            return
        for record_id, number in self._cut.numbers.items():
            head, *names = self._cut.text_of(number).split(_TEXT)
            yield record_id, [_text_at(head[head.index(label) + len(label) :]), *map(_text_at, names)]


class _Holders(Mapping[str, tuple[R, ...]]):
    """The records of a table by the ids that some fields hold, found when an id is asked for."""

    def __init__(self, rows: Rows[R], fields: tuple[str, ...]) -> None:
        self._rows = rows
        self._fields = fields
        self._found: dict[str, tuple[R, ...]] = {}

    def __getitem__(self, held_id: str) -> tuple[R, ...]:
        holders: tuple[R, ...] | None = self.get(held_id)
        if not holders:
            raise KeyError(held_id)
        return holders

    def get(self, held_id: str, default: Any = None) -> Any:
        """Return the records that hold an id, if there are any."""
        holders = self._found.get(held_id)
        if holders is None:
            mentioning = self._rows.mentioning(held_id)
            holders = tuple(record for record in mentioning if held_id in held_ids(record, self._fields))
            self._found[held_id] = holders
        return holders or default

    def __iter__(self) -> Iterator[str]:
        return filter(self.get, self._rows.mentions)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _facts(piece: bytes) -> bytes:
    """Return the text of a record without its evidence, which stands last."""
    for evidence in _EVIDENCE:
        piece = piece.partition(evidence)[0]
    return piece + b"\n"


def _text_at(opened: bytes) -> str:
    """Return the text whose opening quote stands just before some bytes."""
    quoted = opened[: opened.index(b'"')]
    if b"\\" in quoted:
        # The quote that was found may be one that stands within the text.
        return str(_decode('"' + opened.decode())[0])
    return quoted.decode()


_decode: Final = JSONDecoder(object_pairs_hook=tuple).raw_decode
"""Reads the text of a record: objects as tuples of pairs, as a reader takes them."""
