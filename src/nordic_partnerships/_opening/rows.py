r"""The records of a collection, made when they are asked for: its canonical text is cut into that of each record.

Records stand two spaces in, and a line feed within a text is written ``\n``. So the cut is exact: a text of JSON whose
pieces are objects each is the list of these objects. Text that is not canonical has no rows, and is read as a whole.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from json import JSONDecoder
from typing import Any, Final, NoReturn, TypeVar, overload

from .._model.record import Named, Record
from .._store import held_ids
from .reader import WRONG, reader_of

__all__ = ["Rows", "cut"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")

_HEAD: Final = b'[\n  {\n    "id": "'
_BETWEEN: Final = b'\n  },\n  {\n    "id": "'
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


def cut(data: bytes) -> dict[str, bytes] | None:
    """Return the text of each record by id, from after its opening quote on, or None if the text is not canonical."""
    if not (data.startswith(_HEAD) and data.endswith(_TAIL)):
        return None
    pieces = data[len(_HEAD) : -len(_TAIL)].split(_BETWEEN)
    written_ids = b"\n".join([piece.partition(b'"')[0] for piece in pieces])
    try:
        ids = written_ids.decode().split("\n")
        cut_pieces = dict(zip(ids, pieces, strict=True))
    except ValueError:
        return None
    in_order = len(cut_pieces) == len(pieces) and ids == sorted(ids)
    return cut_pieces if in_order and b"\\" not in written_ids else None


class Rows(Mapping[str, R]):
    """A table of records that are made when they are asked for, each once."""

    def __init__(self, cls: type[R], pieces: dict[str, bytes], complain: Callable[[], NoReturn]) -> None:
        """Make records of a class from their texts; ``complain`` tells what is wrong with the whole text."""
        self._cls = cls
        self._pieces = pieces
        self._complain = complain
        self._read = reader_of(cls)
        self._made: dict[str, R] = {}
        self._searches = 0

    # ---------------------------------------------------------------- by id

    def by_id(self) -> Mapping[str, R]:
        """Return the records by id."""
        return self

    def __getitem__(self, record_id: str) -> R:
        record = self._made.get(record_id)
        return self._make(record_id, self._pieces[record_id]) if record is None else record

    @overload
    def get(self, record_id: str, default: None = None) -> R | None: ...
    @overload
    def get(self, record_id: str, default: R | T) -> R | T: ...
    def get(self, record_id: str, default: R | T | None = None) -> R | T | None:
        """Return the record with an id, if there is one."""
        record = self._made.get(record_id)
        if record is not None:
            return record
        piece = self._pieces.get(record_id)
        return default if piece is None else self._make(record_id, piece)

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._pieces

    def __iter__(self) -> Iterator[str]:
        return iter(self._pieces)

    def __len__(self) -> int:
        return len(self._pieces)

    def _make(self, record_id: str, piece: bytes) -> R:
        try:
            record: R = self._read(_decode(f'{{"id": "{piece.decode()}}}'))
        except WRONG:
            self._complain()
        # Of threads that come at once, all get the record of the first.
        return self._made.setdefault(record_id, record)

    # ---------------------------------------------------------------- all, and by what they hold

    def records(self) -> tuple[R, ...]:
        """Return all of them, sorted by id."""
        return tuple([self[record_id] for record_id in self._pieces])

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
        for record_id, piece in self._pieces.items():
            for held in set(find_held(_facts(piece))):
                mentions.setdefault(held.decode(), []).append(record_id)
        return mentions

    def _search(self, text: str) -> list[R] | None:
        """Return the records in which a text stands, or None if so many were searched for that an index is better."""
        if self._searches == _SEARCHES:
            return None
        self._searches += 1
        quoted = f'"{text}"'.encode()
        return [self[record_id] for record_id, piece in self._pieces.items() if quoted in piece]

    # ---------------------------------------------------------------- their names

    def spelling(self, text: str) -> list[R] | None:
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
        for record_id, piece in self._pieces.items():
            head, *names = piece.split(_TEXT)
            yield record_id, [_text_at(head[head.index(label) + len(label) :]), *map(_text_at, names)]


class _Holders(Mapping[str, tuple[R, ...]]):
    """The records of a table by the ids that some fields hold, found when an id is asked for."""

    def __init__(self, rows: Rows[R], fields: tuple[str, ...]) -> None:
        self._rows = rows
        self._fields = fields
        self._found: dict[str, tuple[R, ...]] = {}

    def __getitem__(self, held_id: str) -> tuple[R, ...]:
        holders: tuple[R, ...] = self.get(held_id, ())
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
        return str(_decode('"' + opened.decode().partition("\n")[0].rstrip(",")))
    return quoted.decode()


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) < len(pairs):
        raise ValueError
    return plain


_decode: Final = JSONDecoder(object_pairs_hook=_unambiguous).decode
