"""A name and its bearer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .._model.record import Record, names_of
from ..kinds import NameKind

if TYPE_CHECKING:
    from .._dates import Period

__all__ = ["Naming", "namings_of"]


class Naming:
    """A name, and the record that bears it. The record, made when it is asked for, says what kind of name it is.

    Attributes:
        text: the name.
        record_class: the class of the record.
        record_id: its id.
    """

    __slots__ = ("_place", "_records", "record_class", "record_id", "text")

    def __init__(
        self, text: str, record_class: type[Record], record_id: str, records: Mapping[str, Record], place: int = 0
    ) -> None:
        """Name a record of these by its label or title, at place 0, or by one of its further names."""
        self.text = text
        self.record_class = record_class
        self.record_id = record_id
        self._records = records
        self._place = place

    @property
    def kind(self) -> NameKind:
        """Label (also in another language), alias, acronym or former name."""
        return names_of(self._records[self.record_id])[self._place - 1].kind if self._place else NameKind.LABEL

    @property
    def period(self) -> Period | None:
        """When the name was borne, if a source says so."""
        return names_of(self._records[self.record_id])[self._place - 1].period if self._place else None


def namings_of(
    record_class: type[Record], names: Iterable[tuple[str, list[str]]], records: Mapping[str, Record]
) -> list[Naming]:
    """Return the names of records of a class, given with the id of each."""
    return [
        Naming(text, record_class, record_id, records, place)
        for record_id, texts in names
        for place, text in enumerate(texts)
    ]
