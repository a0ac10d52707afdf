"""A question in words: what is asked, of whom, and which part of it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from .._countries import NORDIC
from .._model.record import Record

__all__ = ["Reason", "in_words"]

Reason: TypeAlias = Callable[[object, Record], str]
"""What says why a key means a record: "acronym KTH", or nothing if it is the record's id or name."""


def in_words(noun: str, subjects: Iterable[tuple[object, Record]], limits: Mapping[str, object], reason: Reason) -> str:
    """Return a question in words.

    Args:
        noun: what is asked for: "partners", "networks", ...
        subjects: the keys that were given, each with the record that it was taken for.
        limits: what leaves something out, by the name of its argument; None and False leave nothing out.
        reason: says why a key means a record.

    >>> in_words("networks", [], {"kind": "association", "as_of": None, "certain": True}, lambda key, record: "")
    "networks, kind 'association', certain"
    """
    names = " and ".join(_with_reason(record.label, reason(key, record)) for key, record in subjects)
    parts = [f"{noun} of {names}" if names else noun]
    for name, value in limits.items():
        if value is not None and value is not False:
            words = name.replace("_", " ")
            parts.append(words if value is True else f"{words} {_shown(value)}")
    return ", ".join(parts)


def _with_reason(label: str, reason: str) -> str:
    return f"{label} ({reason})" if reason else label


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return "Nordic" if value == NORDIC else " or ".join(sorted(value))
    return repr(str(value)) if isinstance(value, str) else str(value)
