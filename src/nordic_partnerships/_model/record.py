"""What every record shares: its id, its evidence, how it shows itself; and what records of one subject share."""

from typing import Any

import attrs

from .._building import BUILDING
from .._dates import PartialDate, Period
from .._values import Value
from .parts import Alternative, Citation, Name
from .plain import to_plain

__all__ = ["Dated", "Named", "Record", "in_words", "names_of"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Record(Value):
    """Base of every record. Records are values: frozen, equal if their fields are, hashable, safe to pickle and copy.

    Attributes:
        id: unique among all records of a release and never reused: lower-case ASCII words joined by hyphens.
        citations: why the record is believed.
        alternatives: competing claims that were not chosen.
        remark: what a reader should know.
    """

    id: str
    citations: tuple[Citation, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    remark: str | None = None

    @property
    def label(self) -> str:
        """What to call the record in a line of text: its name, or its id if it has none."""
        return self.id

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types, in the order of the data format; fields that hold nothing are left out.

        >>> import nordic_partnerships as nordic
        >>> nordic.Theme(id="ice", name="Ice", broader=("climate",)).to_dict()
        {'id': 'ice', 'name': 'Ice', 'broader': ['climate']}
        """
        plain: dict[str, Any] = to_plain(self)
        return plain

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        name = "" if self.label == self.id else f" {self.label!r}"
        return f"<{type(self).__name__} {self.id}{name}>"

    def _repr_html_(self) -> str:
        with BUILDING:
            from .showing import in_html

        return in_html(self, self._in_words)

    def _in_words(self, value: Any) -> str:
        """Return one value of a field as a notebook shows it."""
        return in_words(value)


class Named:
    """A record with a name, and perhaps further ones."""

    __slots__ = ()

    name: str
    names: tuple[Name, ...] = ()

    @property
    def label(self) -> str:
        """The name."""
        return self.name


class Dated:
    """A record that lasts from one time to another."""

    __slots__ = ()

    period: Period
    ended_by: PartialDate | None


def names_of(record: Record) -> tuple[Name, ...]:
    """Return the further names of a record; none if records of its class have no names."""
    return record.names if isinstance(record, Named) else ()


def in_words(value: Any) -> str:
    """Return the value of a field as a person would write it."""
    if isinstance(value, tuple):
        return ", ".join(map(in_words, value))
    return str(value)
