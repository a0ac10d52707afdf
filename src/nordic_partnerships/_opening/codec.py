"""Records to JSON and back, strictly. Nothing else imports cattrs.

Reading takes nothing for granted: a text where a list belongs, ``null``, a number in quotes, a misspelt field or a
field given twice is a problem, and all problems of a file are found at once. Writing is canonical: UTF-8, LF, two
spaces, the fields in the order of their class with the evidence last, defaults left out, records sorted by id.
"""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final, NoReturn, TypeAlias, TypeVar

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, override

from .. import kinds
from .._dates import PartialDate, Period
from .._model import FILES, Record, Shape, shapes, to_plain
from .._text import printable
from ..errors import DataError, InvalidDateError, Problem
from .json_text import describe, dump_json, id_of, load_json
from .limits import MOST_PROBLEMS, ProblemLog
from .reader import WRONG, reader_of

__all__ = ["read_collections", "read_records", "write_records"]

R = TypeVar("R", bound=Record)

_Reader: TypeAlias = Callable[[Any, Any], Any]
"""What cattrs calls to read a value: it takes the value and its type, and returns what the field is to hold."""

_TOO_LARGE: Final = "is too large for a number"


class _WrongValueError(ValueError):
    """A value that a field cannot hold; the message stands after the field."""


class _WrongItemsError(ValueError):
    """A list that holds wrong values: the (path, message) of each, of the first ones if there are many."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        self.problems = problems


_WRONG: Final = (cattrs.BaseValidationError, _WrongValueError, _WrongItemsError)
"""What reading a wrong value raises. Anything else, such as a lack of memory, is no fault of the data."""


def read_records(file: str, data: bytes, cls: type[R]) -> tuple[R, ...]:
    """Return the records of one class that a JSON array holds; raise DataError with everything that is wrong."""
    with suppress(*WRONG, RecursionError):
        return _read_at_once(data, cls)
    return _read_in_detail(file, load_json(file, data), cls)


def _read_at_once(data: bytes, cls: type[R]) -> tuple[R, ...]:
    """Return the records; raise one of WRONG, or RecursionError, if anything is wrong."""
    records = json.loads(data.decode(), object_pairs_hook=tuple, parse_constant=_refuse)
    if type(records) is not list:
        raise ValueError
    return tuple(map(reader_of(cls), records))


def _refuse(_: str) -> NoReturn:
    raise ValueError


def _read_in_detail(file: str, plain: Any, cls: type[R]) -> tuple[R, ...]:
    """Return the same records, slowly; raise DataError with everything that is wrong."""
    if not isinstance(plain, list):
        raise DataError([Problem(file, "", "", f"expected a list of records, got {describe(plain)}")])
    read_record: Callable[[Any, type[R]], R] = _converter().get_structure_hook(cls)
    records: list[R] = []
    problems = ProblemLog(file)
    for index, plain_record in enumerate(plain):
        try:
            records.append(read_record(plain_record, cls))
        except _WRONG as error:
            place = id_of(plain_record) or f"[{index}]"
            for path, message in _single_problems(error):
                problems.add(Problem(file, place, path.removeprefix("."), message))
            if problems.is_full and index + 1 < len(plain):
                unread = f"reading stopped here; not read: {len(plain) - index - 1:,} of {len(plain):,} records"
                raise DataError([*problems.kept, Problem(file, "", "", unread)]) from None
    problems.raise_if_any()
    return tuple(records)


def read_collections(read: Callable[[str], bytes | None]) -> tuple[Record, ...]:
    """Return the records of all collections, given how to read a file; raise DataError with all problems."""
    records: list[Record] = []
    problems: list[Problem] = []
    for file, cls in FILES.items():
        try:
            data = read(file)
            if data is not None:
                records.extend(read_records(file, data, cls))
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    return tuple(records)


def write_records(records: Iterable[Record]) -> bytes:
    """Return the canonical text of a collection."""
    return dump_json([to_plain(record) for record in sorted(records, key=lambda record: record.id)])


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(bool, _read_truth)
    converter.register_structure_hook(int, _read_whole_number)
    converter.register_structure_hook(float, _read_number)
    for parsed, parse in ((PartialDate, PartialDate.parse), (Period, Period.parse), (date, _parse_day)):
        converter.register_structure_hook(parsed, _reader_of_dates(parse))
    # By class, not by predicate: the hook of str would outrank a predicate, since a StrEnum is a str too.
    for item in (getattr(kinds, name) for name in kinds.__all__):
        if isinstance(item, type) and issubclass(item, StrEnum):
            converter.register_structure_hook(item, _reader_of_words(item))
    converter.register_structure_hook_factory(attrs.has, lambda cls: _reader_of_objects(cls, converter))
    return converter


# -------------------------------------------------------------------- reading single values


def _read_text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise _WrongValueError(f"expected text, got {describe(value)}")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise _WrongValueError("contains a lone surrogate")
    return value


def _read_truth(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError(f"expected true or false, got {describe(value)}")
    return value


def _read_whole_number(value: Any, _: Any) -> int:
    # To Python a bool is an int, but it is not a number of the data.
    if not isinstance(value, int) or isinstance(value, bool):
        raise _WrongValueError(f"expected a whole number, got {describe(value)}")
    return value


def _read_number(value: Any, _: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise _WrongValueError(f"expected a number, got {describe(value)}")
    try:
        number = float(value)
    except OverflowError:
        raise _WrongValueError(_TOO_LARGE) from None
    if not math.isfinite(number):
        raise _WrongValueError(_TOO_LARGE)
    return number


def _reader_of_dates(parse: Callable[[str], Any]) -> _Reader:
    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, str):
            raise _WrongValueError(f"expected a date as text, got {describe(value)}")
        try:
            return parse(value)
        except InvalidDateError as error:
            raise _WrongValueError(str(error)) from None

    return read


def _parse_day(text: str) -> date:
    moment = PartialDate.parse(text)
    if moment.day is None:
        raise InvalidDateError(f"not a day: {text!r}; write YYYY-MM-DD")
    return moment.first


def _reader_of_words(words: type[StrEnum]) -> _Reader:
    def read(value: Any, _: Any) -> StrEnum:
        try:
            return words(value)
        except ValueError:
            known = ", ".join(repr(word.value) for word in words)
            raise _WrongValueError(f"expected one of {known}, got {describe(value)}") from None

    return read


# -------------------------------------------------------------------- reading objects, field by field


def _reader_of_objects(cls: type[Any], converter: cattrs.Converter) -> _Reader:
    readers: dict[str, Any] = {
        field.name: override(struct_hook=_reader_of_field(shape, converter)) for field, shape in shapes(cls)
    }
    read_fields = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **readers)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _WrongValueError(f"expected an object, got {describe(value)}")
        return read_fields(value, cls)

    return read


def _reader_of_field(shape: Shape, converter: cattrs.Converter) -> _Reader:
    """Return a reader of what a field holds. An optional field that holds nothing is left out, never null."""
    if shape.many:
        return _reader_of_tuples(shape, converter)
    read_item: _Reader = converter.get_structure_hook(shape.item)
    return lambda value, _: read_item(value, shape.item)


def _reader_of_tuples(shape: Shape, converter: cattrs.Converter) -> _Reader:
    read_item: _Reader = converter.get_structure_hook(shape.item)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _WrongValueError(f"expected a list, got {describe(value)}")
        if shape.length is not None and len(value) != shape.length:
            raise _WrongValueError(f"expected {shape.length} values, got {len(value)}")
        items: list[Any] = []
        problems: list[tuple[str, str]] = []
        for index, item in enumerate(value):
            try:
                items.append(read_item(item, shape.item))
            except _WRONG as error:
                problems += [(f"[{index}]{path}", message) for path, message in _single_problems(error)]
            if len(problems) > MOST_PROBLEMS:
                break
        if problems:
            raise _WrongItemsError(problems)
        return tuple(items)

    return read


def _single_problems(error: Exception) -> Iterator[tuple[str, str]]:
    """Yield (path, message) of everything that is wrong with a value; raise again what is no fault of the data."""
    if isinstance(error, cattrs.ClassValidationError):
        errors_of_fields, errors_of_all = error.group_exceptions()
        for inner, note in errors_of_fields:
            for path, message in _single_problems(inner):
                yield f".{note.name}{path}", message
        for inner in errors_of_all:
            yield from _single_problems(inner)
    elif isinstance(error, _WrongItemsError):
        yield from error.problems
    elif isinstance(error, cattrs.ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            yield f".{printable(name)}", "there is no such field"
    elif isinstance(error, KeyError):
        yield "", "is missing"
    elif isinstance(error, _WrongValueError):
        yield "", str(error)
    else:
        raise error
