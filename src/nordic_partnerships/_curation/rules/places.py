"""Places: countries have codes, and coordinates lie in their country."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from ..._countries import COUNTRIES
from ..._model import Indicator, Location, Network, Organization
from ...errors import Problem
from ..boxes import BOXES
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["countries_are_known", "places_are_on_the_map", "places_lie_in_their_country", "seats_end_with_a_country"]

Box: TypeAlias = tuple[float, float, float, float]
"""South, west, north and east in degrees."""

_WORLD: Final[Box] = (-90.0, -180.0, 90.0, 180.0)


def countries_are_known(dataset: "Dataset") -> Iterator[Problem]:
    """Country codes are those of ISO 3166-1."""
    for organization in dataset.records(Organization):
        if organization.country is not None and organization.country not in COUNTRIES:
            yield problem(organization, "country", _not_a_code(organization.country))
    for indicator in dataset.records(Indicator):
        for code in indicator.ranking:
            if code not in COUNTRIES:
                yield problem(indicator, "ranking", _not_a_code(code))


def places_lie_in_their_country(dataset: "Dataset") -> Iterator[Problem]:
    """Coordinates lie within the bounds of the country, where its bounds are on record."""
    for organization in dataset.records(Organization):
        place, country = organization.location, organization.country
        boxes = BOXES.get(country or "")
        if place is not None and boxes and not any(_is_inside(place, box) for box in boxes):
            yield problem(
                organization,
                "location",
                f"{place} does not lie in {country}: latitude comes first",
            )


def places_are_on_the_map(dataset: "Dataset") -> Iterator[Problem]:
    """Coordinates exist, belong to a country, and are not the point where both are zero."""
    for organization in dataset.records(Organization):
        place = organization.location
        if place is None:
            continue
        if not _is_inside(place, _WORLD):
            yield problem(
                organization, "location", f"{place} is not on the map: latitudes end at 90, longitudes at 180"
            )
        elif organization.country is None:
            yield problem(organization, "location", "a location needs a country: write its code, or leave both out")
        elif not place.latitude and not place.longitude:
            yield problem(organization, "location", f"{place} is a point in the sea: leave out what is not known")


def seats_end_with_a_country(dataset: "Dataset") -> Iterator[Problem]:
    """The seat of a network is a city and a country code after a comma, or the code alone."""
    for network in dataset.records(Network):
        if network.seat is not None and network.seat.rpartition(", ")[2] not in COUNTRIES:
            yield problem(
                network, "seat", f"{network.seat!r} has no country: write city and code, such as 'Leuven, BE'"
            )


def _not_a_code(text: str) -> str:
    return f"{text!r} is not a country code of ISO 3166-1, such as 'FI'"


def _is_inside(place: Location, box: Box) -> bool:
    south, west, north, east = box
    return south <= place.latitude <= north and west <= place.longitude <= east
