"""What breaks the rules about identifiers, and what comes near."""

from nordic_partnerships._curation.rules.identifiers import identifiers_are_valid

from .building import ISNI, ROR, Case, problem

BROKEN = (
    Case(
        identifiers_are_valid,
        "a ROR id fails its check digits",
        {"west": {"ror": "https://ror.org/020hwjq31"}},
        problems=problem(
            "organizations",
            "west",
            "ror",
            "'https://ror.org/020hwjq31' is mistyped: write it in full, such as 'https://ror.org/040af2s02'",
        ),
    ),
    Case(
        identifiers_are_valid,
        "two organizations have one ROR id",
        {"west": {"ror": "https://ror.org/020hwjq30"}},
        problems=problem("organizations", "west", "ror", "'https://ror.org/020hwjq30' is given to 'north' too"),
    ),
    Case(
        identifiers_are_valid,
        "an ISNI fails its check digit",
        {"west": {"isni": "0000 0001 0838 941X"}},
        problems=problem(
            "organizations",
            "west",
            "isni",
            "'0000 0001 0838 941X' is mistyped: write it in full, such as '0000 0001 0838 9418'",
        ),
    ),
    Case(
        identifiers_are_valid,
        "three organizations have one ISNI",
        {"north": {"isni": ISNI}, "south": {"isni": ISNI}, "west": {"isni": ISNI}},
        problems=problem("organizations", "south", "isni", "'0000 0001 0838 9418' is given to 'north' too")
        + problem("organizations", "west", "isni", "'0000 0001 0838 9418' is given to 'south' too"),
    ),
    Case(
        identifiers_are_valid,
        "a Wikidata item begins with a zero",
        {"west": {"wikidata": "Q01"}},
        problems=problem("organizations", "west", "wikidata", "'Q01' is mistyped: write it in full, such as 'Q28695'"),
    ),
    Case(
        identifiers_are_valid,
        "a Wikidata item has a small q",
        {"west": {"wikidata": "q1"}},
        problems=problem("organizations", "west", "wikidata", "'q1' is mistyped: write it in full, such as 'Q28695'"),
    ),
    Case(
        identifiers_are_valid,
        "two organizations have one Wikidata item",
        {"west": {"wikidata": "Q1"}},
        problems=problem("organizations", "west", "wikidata", "'Q1' is given to 'north' too"),
    ),
    Case(
        identifiers_are_valid,
        "a Wikidata item has sixty digits",
        {"west": {"wikidata": "Q" + "1" * 60}},
        (),
        problems=problem(
            "organizations",
            "west",
            "wikidata",
            f"'Q{'1' * 60}' is mistyped: write it in full, such as 'Q28695'",
        ),
    ),
)

KEPT = (
    Case(
        identifiers_are_valid,
        "identifiers of two universities",
        {"west": {"ror": ROR, "isni": ISNI, "wikidata": "Q28695"}, "south": {"wikidata": "Q10"}},
    ),
)
