"""What breaks the rules about relations, and what comes near."""

from nordic_partnerships import OfficeHolder
from nordic_partnerships._curation.rules.relations import (
    lists_name_each_thing_once,
    memberships_have_roles,
    networks_do_not_found_themselves,
    parties_sign,
    partnerships_are_not_recorded_twice,
    partnerships_bear_the_names_of_their_parties,
    revisions_name_releases,
    successors_are_alike,
    undertakings_are_somebodys,
)
from nordic_partnerships.kinds import PartnershipKind, Role

from .building import Case, cited, party, problem, project, revision, stone

BROKEN = (
    Case(
        lists_name_each_thing_once,
        "a partnership names a party twice",
        {"north--south": {"parties": ("north", "south", "north")}},
        (),
        problems=problem("partnerships", "north--south", "parties", "'north' is named twice: name it once"),
    ),
    Case(
        lists_name_each_thing_once,
        "an undertaking names a party twice",
        {"ice-school": {"parties": ("north", "north")}},
        (),
        problems=problem("initiatives", "ice-school", "parties", "'north' is named twice: name it once"),
    ),
    Case(
        lists_name_each_thing_once,
        "a role is named twice",
        {"circle--north": {"roles": (Role.CHAIR, Role.MEMBER, Role.CHAIR)}},
        (),
        problems=problem("memberships", "circle--north", "roles", "'chair' is named twice: name it once"),
    ),
    Case(
        lists_name_each_thing_once,
        "a theme is named twice",
        {"north--south": {"themes": ("ice", "ice")}},
        (),
        problems=problem("partnerships", "north--south", "themes", "'ice' is named twice: name it once"),
    ),
    Case(
        lists_name_each_thing_once,
        "a broader theme is named twice",
        {"ice": {"broader": ("climate", "climate")}},
        (),
        problems=problem("themes", "ice", "broader", "'climate' is named twice: name it once"),
    ),
    Case(
        lists_name_each_thing_once,
        "a founder is named twice",
        {"circle": {"founders": ("north", "north")}},
        (),
        problems=problem("networks", "circle", "founders", "'north' is named twice: name it once"),
    ),
    Case(
        lists_name_each_thing_once,
        "a country is named twice",
        {"north-incoming": {"ranking": ("DE", "NO", "DE")}},
        (),
        problems=problem("indicators", "north-incoming", "ranking", "'DE' is named twice: name it once"),
    ),
    Case(
        lists_name_each_thing_once,
        "a successor is named twice",
        (),
        (stone("gone", successors=("north", "north")),),
        problems=problem("tombstones", "gone", "successors", "'north' is named twice: name it once"),
    ),
    Case(
        lists_name_each_thing_once,
        "a supported field is named twice",
        {"west": {"citations": cited(supports=("name", "name"))}},
        (),
        problems=problem("organizations", "west", "citations[0].supports", "'name' is named twice: name it once"),
    ),
    Case(
        memberships_have_roles,
        "a membership has no roles",
        {"circle--north": {"roles": ()}},
        (),
        problems=problem("memberships", "circle--north", "roles", "is empty: leave it out for a plain member"),
    ),
    Case(
        networks_do_not_found_themselves,
        "a network is founded by itself",
        {"circle": {"founders": ("north", "circle")}},
        (),
        problems=problem("networks", "circle", "founders", "a network cannot found or fund itself"),
    ),
    Case(
        networks_do_not_found_themselves,
        "a network is funded by itself",
        {"circle": {"funders": ("circle",)}},
        (),
        problems=problem("networks", "circle", "funders", "a network cannot found or fund itself"),
    ),
    Case(
        parties_sign,
        "a third organization signs",
        {"treaty-2": {"signatories": (OfficeHolder(name="A Rector", office="Rector", organization="west"),)}},
        (),
        problems=problem(
            "agreements",
            "treaty-2",
            "signatories[0].organization",
            "'west' is not a party of 'north--south': say in a remark why it signed",
        ),
    ),
    Case(
        partnerships_are_not_recorded_twice,
        "two partnerships have the same parties",
        {
            "north--norden-city--west": {
                "name": "South and North again",
                "parties": ("south", "north"),
                "kind": PartnershipKind.STRATEGIC,
            }
        },
        (),
        problems=problem(
            "partnerships",
            "north--south",
            "parties",
            "are those of 'north--norden-city--west' too, of the same kind: add to it, or say in a remark what differs",
        ),
    ),
    Case(
        partnerships_bear_the_names_of_their_parties,
        "the name of a partnership names another party",
        {"north--south": {"name": "North and East"}},
        (),
        problems=problem(
            "partnerships",
            "north--south",
            "name",
            "'North and East' does not name south: write the names of the parties",
        ),
    ),
    Case(
        partnerships_bear_the_names_of_their_parties,
        "the name of a partnership names nobody",
        {"north--south": {"name": "Two universities"}},
        (),
        problems=problem(
            "partnerships",
            "north--south",
            "name",
            "'Two universities' does not name north, south: write the names of the parties",
        ),
    ),
    *(
        Case(
            partnerships_bear_the_names_of_their_parties,
            f"the name of a partnership shares {what} with that of a party",
            {"north--south": {"name": name}, "south": {"name": "University of the South"}},
            (),
            problems=problem(
                "partnerships",
                "north--south",
                "name",
                f"{name!r} does not name south: write the names of the parties",
            ),
        )
        for what, name in (
            ("a word that many share", "North and another university"),
            ("a short word", "North and one of six"),
        )
    ),
    Case(
        revisions_name_releases,
        "a release is a fruit",
        (),
        (revision("banana"),),
        problems=problem(
            "revisions",
            "revision",
            "release",
            "'banana' is not a version: write year, month and serial number, such as 2026.11.0",
        ),
    ),
    Case(
        revisions_name_releases,
        "a release is of 2999",
        (),
        (revision("2999.1.0"),),
        problems=problem("revisions", "revision", "release", "2999.1.0 is a release of a far future"),
    ),
    Case(
        revisions_name_releases,
        "a release is of the year after next",
        (),
        (revision("2022.1.0"),),
        problems=problem("revisions", "revision", "release", "2022.1.0 is a release of a far future"),
    ),
    Case(
        successors_are_alike,
        "an event and an organization follow one record",
        (),
        (stone("gone", successors=("meeting", "north")),),
        problems=problem(
            "tombstones",
            "gone",
            "successors",
            "are an event and an organization: one record is followed by records of one class",
        ),
    ),
    Case(
        undertakings_are_somebodys,
        "an undertaking is nobody's",
        (),
        (project("lonely"),),
        problems=problem(
            "initiatives",
            "lonely",
            "parties",
            "nobody is named who takes part: name the parties, the partnership or the network",
        ),
    ),
    Case(
        undertakings_are_somebodys,
        "an event is nobody's",
        (),
        (party("lonely"),),
        problems=problem(
            "events",
            "lonely",
            "parties",
            "nobody is named who takes part: name hosts, parties, or what the event belongs to",
        ),
    ),
)

KEPT = (
    Case(
        lists_name_each_thing_once,
        "each once, in two lists",
        {"circle": {"founders": ("north", "south"), "funders": ("north",)}, "meeting": {"parties": ("north",)}},
        (),
    ),
    Case(
        memberships_have_roles, "one role that is not that of a member", {"circle--north": {"roles": (Role.CHAIR,)}}, ()
    ),
    Case(networks_do_not_found_themselves, "a network founds another", {"circle": {"founders": ("alliance",)}}, ()),
    Case(
        parties_sign,
        "a party signs, and somebody of no organization",
        {
            "treaty-2": {
                "signatories": (
                    OfficeHolder(name="A Rector", office="Rector", organization="south"),
                    OfficeHolder(name="A Mayor", office="Mayor"),
                )
            }
        },
        (),
    ),
    Case(
        parties_sign,
        "a remark says why a third signs",
        {
            "treaty-2": {
                "signatories": (OfficeHolder(name="A Rector", office="Rector", organization="west"),),
                "remark": "As a witness.",
            }
        },
        (),
    ),
    Case(
        partnerships_are_not_recorded_twice,
        "of another kind, or with a remark",
        {"north--norden-city--west": {"name": "South and North again", "parties": ("south", "north")}},
        (),
    ),
    Case(
        partnerships_bear_the_names_of_their_parties,
        "a further name, whatever its spelling",
        {"north--south": {"name": "POHJOLA & söuth"}},
        (),
    ),
    Case(
        partnerships_bear_the_names_of_their_parties,
        "a word of four letters",
        {"north--south": {"name": "North and West", "parties": ("north", "west")}, "west": {"name": "West Academy"}},
        (),
    ),
    Case(
        partnerships_bear_the_names_of_their_parties,
        "a remark says why not",
        {"north--south": {"name": "The Two", "remark": "So they call it."}},
        (),
    ),
    Case(revisions_name_releases, "a release of the next year", (), (revision("2021.1.0"),)),
    Case(
        successors_are_alike,
        "two organizations, and another tombstone",
        (),
        (stone("gone", successors=("south", "north", "lost")), stone("lost")),
    ),
    Case(
        undertakings_are_somebodys,
        "one party, a network, or a remark",
        (),
        (project("a", parties=("north",)), project("b", network="circle"), party("c", remark="Nobody is named.")),
    ),
)
