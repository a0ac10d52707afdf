"""What the records of a release say: the library's answers, each asked once."""

from functools import cached_property
from typing import Any, Final, TypeVar

import pycountry

import nordic_partnerships as nordic
from nordic_partnerships import kinds

__all__ = ["NORDIC", "PAGED", "Facts", "Paged", "Relation", "country_name"]

R = TypeVar("R", bound=nordic.Record)

Paged = nordic.Organization | nordic.Network | nordic.Partnership | nordic.Initiative
"""What has a page of its own. A membership or an agreement is told of on the pages of those whom it ties."""

Relation = nordic.Membership | nordic.Partnership | nordic.Agreement | nordic.Initiative
"""What can be in force."""

PAGED: Final = (nordic.Organization, nordic.Network, nordic.Partnership, nordic.Initiative)

NORDIC: Final = ("DK", "FI", "IS", "NO", "SE", "AX", "FO", "GL")

_COLLECTIONS: Final[tuple[type[nordic.Record], ...]] = (
    nordic.Organization,
    nordic.Network,
    nordic.Membership,
    nordic.Partnership,
    nordic.Agreement,
    nordic.Initiative,
    nordic.Event,
    nordic.Indicator,
    nordic.Statement,
    nordic.Theme,
    nordic.Source,
    nordic.Tombstone,
    nordic.Revision,
)


class Facts:
    """One release, and what its pages ask again and again."""

    def __init__(self, data: nordic.Dataset) -> None:
        """Ask this dataset."""
        self.data = data
        self.version = data.release.version
        self.today = data.release.reference_date
        self._explanations: dict[str, nordic.Explanation] = {}

    @cached_property
    def records(self) -> dict[str, nordic.Record]:
        """Every record by id."""
        return {record.id: record for record in self.data}

    @cached_property
    def plain(self) -> dict[str, dict[str, Any]]:
        """Every record as JSON's own types, by id."""
        return {plain["id"]: plain for cls in _COLLECTIONS for plain in self.data.records(cls).to_dicts()}

    @cached_property
    def holders(self) -> dict[str, list[nordic.Record]]:
        """The records that name an id as what they are part of, what took their place, or what they build on."""
        holders: dict[str, list[nordic.Record]] = {}
        for record in self.records.values():
            held: tuple[str, ...] = ()
            if isinstance(record, nordic.Organization):
                held = (*record.part_of, *record.all_successors)
            elif isinstance(record, nordic.Network):
                held = record.part_of
            elif isinstance(record, nordic.Initiative):
                held = record.builds_on
            for key in held:
                holders.setdefault(key, []).append(record)
        return holders

    def paged(self) -> list[Paged]:
        """Return every record that has a page, by id."""
        return sorted((each for each in self.records.values() if isinstance(each, Paged)), key=lambda each: each.id)

    def has_page(self, key: str) -> bool:
        """Say whether an id has a page: that of its record, or one that points on."""
        return isinstance(self.records.get(key), (*PAGED, nordic.Tombstone))

    def all_of(self, cls: type[R]) -> tuple[R, ...]:
        """Return all records of a class."""
        return self.data.records(cls)

    def name(self, key: str) -> str:
        """Return what to call the record with an id; a relation without a name is called after those whom it ties."""
        record = self.records[key]
        if isinstance(record, nordic.Membership):
            return f"{self.name(record.member)} in {self.name(record.network)}"
        if isinstance(record, nordic.Tombstone):
            return key
        return record.label

    def explanation(self, record: nordic.Record) -> nordic.Explanation:
        """Return why a record is believed."""
        if record.id not in self._explanations:
            self._explanations[record.id] = self.data.explain(record)
        return self._explanations[record.id]

    def status(self, relation: Relation) -> kinds.Status:
        """Return whether a relation is in force on the day that the release is about."""
        return self.data.status_of(relation)


def country_name(code: str | None) -> str:
    """Return the name of a country.

    >>> country_name("FI"), country_name("TW"), country_name(None)
    ('Finland', 'Taiwan', 'several countries')
    """
    if code is None:
        return "several countries"
    country: Any = pycountry.countries.get(alpha_2=code)
    name: str = getattr(country, "common_name", country.name)
    return name
