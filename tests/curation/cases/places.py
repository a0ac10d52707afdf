"""What breaks the rules about places, and what comes near."""

from nordic_partnerships import (
    Location,
)
from nordic_partnerships._curation.rules.places import (
    countries_are_known,
    places_are_on_the_map,
    places_lie_in_their_country,
    seats_end_with_a_country,
)

from .building import Case, problem

BROKEN = (
    Case(
        countries_are_known,
        "a country is no code",
        {"west": {"country": "fi"}},
        problems=problem("organizations", "west", "country", "'fi' is not a country code of ISO 3166-1, such as 'FI'"),
    ),
    Case(
        countries_are_known,
        "a ranking has a country that is no code",
        {"north-incoming": {"ranking": ("DE", "UK")}},
        problems=problem(
            "indicators", "north-incoming", "ranking", "'UK' is not a country code of ISO 3166-1, such as 'FI'"
        ),
    ),
    Case(
        places_lie_in_their_country,
        "a place lies in another country",
        {"south": {"location": Location(latitude=60.2, longitude=24.9)}},
        problems=problem("organizations", "south", "location", "60.2, 24.9 does not lie in SE: latitude comes first"),
    ),
    Case(
        places_are_on_the_map,
        "a latitude of 200",
        {"west": {"country": "FJ", "location": Location(latitude=200.0, longitude=24.9)}},
        (),
        problems=problem(
            "organizations", "west", "location", "200.0, 24.9 is not on the map: latitudes end at 90, longitudes at 180"
        ),
    ),
    Case(
        places_are_on_the_map,
        "a latitude of 200 in no country",
        {"west": {"country": None, "location": Location(latitude=200.0, longitude=24.9)}},
        (),
        problems=problem(
            "organizations", "west", "location", "200.0, 24.9 is not on the map: latitudes end at 90, longitudes at 180"
        ),
    ),
    Case(
        places_are_on_the_map,
        "a place in no country",
        {"west": {"country": None, "location": Location(latitude=60.2, longitude=24.9)}},
        (),
        problems=problem(
            "organizations", "west", "location", "a location needs a country: write its code, or leave both out"
        ),
    ),
    Case(
        places_are_on_the_map,
        "the point where both are zero",
        {"west": {"country": "FJ", "location": Location(latitude=0.0, longitude=0.0)}},
        (),
        problems=problem(
            "organizations", "west", "location", "0.0, 0.0 is a point in the sea: leave out what is not known"
        ),
    ),
    Case(
        seats_end_with_a_country,
        "a seat is nonsense",
        {"circle": {"seat": "somewhere nice"}},
        (),
        problems=problem(
            "networks", "circle", "seat", "'somewhere nice' has no country: write city and code, such as 'Leuven, BE'"
        ),
    ),
    Case(
        seats_end_with_a_country,
        "a seat has the name of a country",
        {"circle": {"seat": "Leuven, Belgium"}},
        (),
        problems=problem(
            "networks", "circle", "seat", "'Leuven, Belgium' has no country: write city and code, such as 'Leuven, BE'"
        ),
    ),
)

KEPT = (
    Case(
        places_lie_in_their_country,
        "a place in the country, and one in a country without bounds",
        {
            "south": {"location": Location(latitude=59.3, longitude=18.1)},
            "west": {"country": "FJ", "location": Location(latitude=-18.1, longitude=178.4)},
        },
    ),
    Case(
        countries_are_known,
        "a country of islands, and none",
        {"west": {"country": "AX"}, "south": {"country": None}},
    ),
    Case(
        places_are_on_the_map,
        "the ends of the map",
        {
            "west": {"country": "FJ", "location": Location(latitude=-90.0, longitude=180.0)},
            "south": {"country": "FJ", "location": Location(latitude=90.0, longitude=-180.0)},
        },
        (),
    ),
    Case(
        places_are_on_the_map,
        "on the equator, and due south of Greenwich",
        {
            "west": {"country": "FJ", "location": Location(latitude=0.0, longitude=178.0)},
            "south": {"country": "FJ", "location": Location(latitude=-18.0, longitude=0.0)},
        },
        (),
    ),
    Case(
        seats_end_with_a_country,
        "a city, a city with a comma, and a country alone",
        {"circle": {"seat": "Lund, Skåne, SE"}, "alliance": {"seat": "BE"}},
        (),
    ),
)
