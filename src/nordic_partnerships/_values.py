"""Values: equal if their fields are, and shown with them.

attrs would compile this anew for every class, which costs about a third of what making the class costs.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final

import attrs

from .errors import InvalidValueError

__all__ = ["Value"]

_CONTENTS: Final[dict[type, attrgetter[Any]]] = {}
"""What gives the fields of a value, by its class."""


class Value:
    """Base of attrs classes of which the instances are values."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        equal: bool = _contents(self) == _contents(other)
        return equal

    def __hash__(self) -> int:
        return hash((type(self), _contents(self)))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(type(self)))
        return f"{type(self).__name__}({fields})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), {name: getattr(self, name) for name in _names(type(self))})


def _contents(value: object) -> Any:
    """Return the fields of a value, which are compared."""
    cls = type(value)
    contents = _CONTENTS.get(cls)
    if contents is None:
        contents = _CONTENTS[cls] = attrgetter(*_names(cls))
    return contents(value)


def _names(cls: Any) -> list[str]:
    return [field.name for field in attrs.fields(cls)]


def _restored(cls: Any, fields: dict[str, Any]) -> Any:
    """Return a value that was pickled, perhaps by another version, in which case a field that it lacks has its default.

    Raises:
        InvalidValueError: it has a field that this version does not know, or lacks one without a default.
    """
    needed = {field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    odd = sorted({*(fields.keys() - _names(cls)), *(needed - fields.keys())})
    if odd:
        message = (
            f"this {cls.__name__} was pickled by a version with other fields ({', '.join(odd)}); make the pickle anew"
        )
        raise InvalidValueError(message)
    return cls(**fields)
