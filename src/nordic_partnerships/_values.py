"""Values: equal if their fields are, and shown with them.

attrs would compile this anew for every class, which costs about a third of what making the class costs.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final

import attrs

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


def _contents(value: object) -> Any:
    """Return the fields of a value, which are compared."""
    cls = type(value)
    contents = _CONTENTS.get(cls)
    if contents is None:
        contents = _CONTENTS[cls] = attrgetter(*_names(cls))
    return contents(value)


def _names(cls: Any) -> list[str]:
    return [field.name for field in attrs.fields(cls)]
