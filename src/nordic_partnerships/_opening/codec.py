"""Records to JSON and back, strictly. Nothing else imports cattrs.

Reading takes nothing for granted: a text where a list belongs, ``null``, a number in quotes, a misspelt field or a
field given twice is a problem, and all problems of a file are found at once. Writing is canonical: UTF-8, LF, two
spaces, the fields in the order of their class with the evidence last, defaults left out, records sorted by id.
"""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import IterableValidationNote
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from .. import kinds
from .._dates import PartialDate, Period
from .._model import COLLECTIONS, Record
from ..errors import DataError, InvalidDateError, Problem

__all__ = ["dump_json", "load_json", "read_collections", "read_records", "to_plain", "write_records"]

R = TypeVar("R", bound=Record)

_EVIDENCE = ("remark", "alternatives", "citations")
_ENUMERATIONS = [item for item in vars(kinds).values() if isinstance(item, type) and issubclass(item, StrEnum)]


class _WrongError(ValueError):
    """A value that a field cannot hold; the message completes "field: ..."."""


def load_json(file: str, data: bytes) -> Any:
    """Return what a JSON text says; raise DataError for anything but plain, unambiguous UTF-8 JSON."""
    problems: list[Problem] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice = sorted({name for name in names if names.count(name) > 1})
            problems.extend(Problem(file, _place(found), _printable(name), "given twice") for name in twice)
        return found

    def constant(text: str) -> None:
        problems.append(Problem(file, "", "", f"not a number of JSON: {text}"))

    try:
        found = json.loads(data.decode(), object_pairs_hook=unique, parse_constant=constant)
    except UnicodeDecodeError as error:
        raise DataError([Problem(file, "", "", f"not UTF-8: byte {error.start}")]) from None
    except RecursionError:
        raise DataError([Problem(file, "", "", "nested too deeply")]) from None
    except ValueError as error:
        raise DataError([Problem(file, "", "", f"not JSON: {error}")]) from None
    if problems:
        raise DataError(problems)
    return found


def read_records(file: str, data: bytes, kind: type[R]) -> tuple[R, ...]:
    """Return the records of one class that a JSON array holds; raise DataError with everything that is wrong."""
    found = load_json(file, data)
    if not isinstance(found, list):
        raise DataError([Problem(file, "", "", f"a list of records belongs here, not {_name(found)}")])
    structure: Callable[[Any, type[R]], R] = _converter().get_structure_hook(kind)
    records: list[R] = []
    problems: list[Problem] = []
    for index, raw in enumerate(found):
        try:
            records.append(structure(raw, kind))
        except (cattrs.BaseValidationError, _WrongError) as error:
            place = _place(raw) or f"[{index}]"
            problems.extend(Problem(file, place, path, message) for path, message in _leaves(error, ""))
    if problems:
        raise DataError(problems)
    return tuple(records)


def read_collections(read: Callable[[str], bytes | None]) -> tuple[Record, ...]:
    """Return the records of all collections, given how to read a file; raise DataError with all problems."""
    records: list[Record] = []
    problems: list[Problem] = []
    for name, kind in COLLECTIONS.items():
        file = f"{name}.json"
        try:
            data = read(file)
            if data is not None:
                records.extend(read_records(file, data, kind))
        except OSError as error:
            problems.append(Problem(file, "", "", f"cannot be read: {error.strerror}"))
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    return tuple(records)


def to_plain(value: Any) -> Any:
    """Return a record, or anything made of records, as JSON's own types, in the order of the data format."""
    return _converter().unstructure(value)


def write_records(records: Iterable[Record]) -> bytes:
    """Return the canonical text of a collection."""
    return dump_json([to_plain(record) for record in sorted(records, key=lambda record: record.id)])


def dump_json(plain: Any) -> bytes:
    """Return canonical JSON text of JSON's own types."""
    return (json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstruct_collection_overrides={tuple: list})
    for simple, names in ((str, "a text"), (bool, "true or false"), (int, "a whole number"), (float, "a number")):
        converter.register_structure_hook(simple, _simple(simple, names))
    for parsed, parse in ((PartialDate, PartialDate.parse), (Period, Period.parse), (date, _parse_day)):
        converter.register_structure_hook(parsed, _parsed(parse))
        converter.register_unstructure_hook(parsed, str)
    # By class, not by predicate: the hook of str would outrank a predicate, since a StrEnum is a str too.
    for enumeration in _ENUMERATIONS:
        converter.register_structure_hook(enumeration, _enumeration(enumeration))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple(kind, converter))
    converter.register_structure_hook_factory(_is_optional, lambda kind: _optional(kind, converter))
    converter.register_structure_hook_factory(_is_nested, lambda kind: _object(kind, converter))
    converter.register_unstructure_hook_factory(_is_nested, lambda kind: _ordered(kind, converter))
    return converter


def _is_nested(kind: Any) -> bool:
    return attrs.has(kind) and kind not in (PartialDate, Period)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_optional(kind: Any) -> bool:
    return isinstance(kind, UnionType) and NoneType in get_args(kind)


def _simple(kind: type[str | bool | int | float], names: str) -> Callable[[Any, Any], Any]:
    takes = (int, float) if kind is float else (kind,)

    def structure(value: Any, _: Any) -> Any:
        # A bool is an int to Python, and infinity a float, but neither is a number of the data.
        if not isinstance(value, takes) or (isinstance(value, bool) and kind is not bool):
            raise _WrongError(f"{names} belongs here, not {_name(value)}")
        if isinstance(value, float) and not math.isfinite(value):
            raise _WrongError("a number of this size cannot be held")
        if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
            raise _WrongError("half a character (a lone surrogate)")
        try:
            return kind(value)
        except OverflowError:
            raise _WrongError("a number of this size cannot be held") from None

    return structure


def _parsed(parse: Callable[[str], Any]) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, str):
            raise _WrongError(f"a date as text belongs here, not {_name(value)}")
        try:
            return parse(value)
        except InvalidDateError as error:
            raise _WrongError(str(error)) from None

    return structure


def _parse_day(text: str) -> date:
    moment = PartialDate.parse(text)
    if moment.day is None:
        raise InvalidDateError(f"not a day: {text!r}; write YYYY-MM-DD")
    return moment.first


def _enumeration(kind: type[StrEnum]) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> StrEnum:
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(repr(member.value) for member in kind)
            raise _WrongError(f"{_name(value)} is not one of {known}") from None

    return structure


def _tuple(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    item, *others = get_args(kind)
    length = None if others == [...] else 1 + len(others)
    items = GenericAlias(list, (item,))
    structure_list = converter.get_structure_hook(items)

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _WrongError(f"a list belongs here, not {_name(value)}")
        if length is not None and len(value) != length:
            raise _WrongError(f"{length} values belong here, not {len(value)}")
        return tuple(structure_list(value, items))

    return structure


def _optional(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """Structure ``X | None`` as X: what is not there is left out, never null."""
    (inner,) = (part for part in get_args(kind) if part is not NoneType)
    hook = converter.get_structure_hook(inner)
    return lambda value, _: hook(value, inner)


def _object(kind: type[Any], converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    hook = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _WrongError(f"an object belongs here, not {_name(value)}")
        return hook(value, kind)

    return structure


def _ordered(kind: type[Any], converter: cattrs.Converter) -> Callable[[Any], dict[str, Any]]:
    hook = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True)
    names = [field.name for field in attrs.fields(kind)]
    order = [name for name in names if name not in _EVIDENCE] + [name for name in _EVIDENCE if name in names]

    def unstructure(value: Any) -> dict[str, Any]:
        plain = hook(value)
        return {name: plain[name] for name in order if name in plain}

    return unstructure


def _leaves(error: BaseException, path: str) -> Iterator[tuple[str, str]]:
    """Yield (field path, message) of each single error in cattrs' tree of them."""
    if isinstance(error, cattrs.ClassValidationError | cattrs.IterableValidationError):
        noted, plain = error.group_exceptions()
        for inner, note in noted:
            step = f"[{note.index}]" if isinstance(note, IterableValidationNote) else f".{note.name}"
            yield from _leaves(inner, path + step)
        for inner in plain:
            yield from _leaves(inner, path)
    elif isinstance(error, cattrs.ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            yield f"{path}.{_printable(name)}".lstrip("."), "no such field"
    elif isinstance(error, KeyError):
        yield path.lstrip("."), "missing"
    else:
        yield path.lstrip("."), str(error)


def _place(raw: Any) -> str:
    """Return the id of a record as read, if it has one."""
    found = raw.get("id") if isinstance(raw, dict) else None
    return _printable(found) if isinstance(found, str) else ""


def _printable(text: str) -> str:
    """Return a text that can be printed, also where it holds half a character."""
    return text.encode(errors="backslashreplace").decode()


def _name(value: Any) -> str:
    """Return a short description of a JSON value."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = _printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= 40 else text[:37] + "..."
