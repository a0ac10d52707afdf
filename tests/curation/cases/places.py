"""What breaks the rules about places, and what comes near."""

from nordic_partnerships import (
    Location,
)
from nordic_partnerships._curation.rules.places import countries_are_known, places_lie_in_their_country

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
)

KEPT = (
    Case(
        places_lie_in_their_country,
        "a place in the country, and one in a country without bounds",
        {
            "south": {"location": Location(latitude=59.3, longitude=18.1)},
            "west": {"country": "FJ", "location": Location(latitude=0.0, longitude=0.0)},
        },
    ),
    Case(
        countries_are_known,
        "a country of islands, and none",
        {"west": {"country": "AX"}, "south": {"country": None}},
    ),
)
