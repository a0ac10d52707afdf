"""What is known to be missing: institutions without a partner or a network, and rosters that are not complete."""

from collections.abc import Sequence
from typing import Final

from .._dataset import Dataset
from .._model import Network, Organization
from ..kinds import NetworkKind, OrganizationKind, RosterStatus

__all__ = ["NORDIC", "Missing"]

NORDIC: Final = {
    "FI": "Finland",
    "AX": "Åland",
    "SE": "Sweden",
    "NO": "Norway",
    "DK": "Denmark",
    "FO": "Faroe Islands",
    "GL": "Greenland",
    "IS": "Iceland",
}
"""The Nordic countries by code, in the order of the report."""


class Missing:
    """What a dataset lacks, as far as it shows that itself."""

    def __init__(self, dataset: Dataset) -> None:
        """Note who has a partner on record, and who is in a network, at any time."""
        self._dataset = dataset
        self._partners = {party for partnership in dataset.partnerships() for party in partnership.parties}
        self._members = {membership.member for membership in dataset.memberships()}

    def institutions(self, kind: OrganizationKind, country: str = "Nordic") -> list[Organization]:
        """Return the institutions of a kind that exist on the day of the release; what has a successor does not."""
        today = self._dataset.organizations(kind=kind, country=country, as_of=self._dataset.release.reference_date)
        return [organization for organization in today if not organization.all_successors]

    def without_partner(self, organizations: Sequence[Organization]) -> list[Organization]:
        """Return those that are a party of no partnership."""
        return [organization for organization in organizations if organization.id not in self._partners]

    def without_network(self, organizations: Sequence[Organization]) -> list[Organization]:
        """Return those that are a member of no network."""
        return [organization for organization in organizations if organization.id not in self._members]

    def by_country(self) -> dict[str, list[str]]:
        """Return five counts for each Nordic country.

        They are of universities, those without a partner and those without a network, and of universities of applied
        sciences and those without a partner.
        """
        rows: dict[str, list[str]] = {}
        for code, name in NORDIC.items():
            universities = self.institutions(OrganizationKind.UNIVERSITY, code)
            applied = self.institutions(OrganizationKind.UNIVERSITY_OF_APPLIED_SCIENCES, code)
            counted = (
                universities,
                self.without_partner(universities),
                self.without_network(universities),
                applied,
                self.without_partner(applied),
            )
            rows[name] = [str(len(organizations)) for organizations in counted]
        return rows

    def by_kind(self) -> dict[str, list[str]]:
        """Return for each kind of network how many there are, and of how many the roster is not complete."""
        networks = self._dataset.records(Network)
        rows: dict[str, list[str]] = {}
        for kind in NetworkKind:
            of_kind = [network for network in networks if network.kind is kind]
            incomplete = sum(network.roster is not RosterStatus.COMPLETE for network in of_kind)
            rows[kind] = [str(len(of_kind)), str(incomplete)]
        return rows
