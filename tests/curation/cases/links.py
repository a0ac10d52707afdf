"""What breaks the rules about links, and what comes near."""

from nordic_partnerships._curation.rules.links import (
    links_are_not_circular,
    members_are_not_themselves,
    parties_are_distinct,
)

from .building import CIRCLE, Case, problem, stone, theme

BROKEN = (
    Case(
        links_are_not_circular,
        "an organization and a network are parts of each other",
        {"alliance": {"part_of": ("circle",)}, "circle": {"part_of": ("alliance",)}},
        problems=problem("networks", "alliance", "part_of", CIRCLE) + problem("networks", "circle", "part_of", CIRCLE),
    ),
    Case(
        links_are_not_circular,
        "an organization is its own successor by a detour",
        {
            "norden-city": {"successor": "south"},
            "south": {"successors": ("north", "west")},
            "west": {"successor": "norden-city"},
        },
        problems=problem("organizations", "norden-city", "successors", CIRCLE)
        + problem("organizations", "south", "successors", CIRCLE)
        + problem("organizations", "west", "successors", CIRCLE),
    ),
    Case(
        links_are_not_circular,
        "a theme includes itself, and another one includes that",
        {"climate": {"broader": ("climate",)}},
        problems=problem("themes", "climate", "broader", CIRCLE),
    ),
    Case(
        links_are_not_circular,
        "two themes include themselves, and one between them is not to blame",
        {"climate": {"broader": ("climate",)}},
        (theme("water", "water", "ice"),),
        problem("themes", "climate", "broader", CIRCLE) + problem("themes", "water", "broader", CIRCLE),
    ),
    Case(
        links_are_not_circular,
        "an initiative builds on itself",
        {"ice-school": {"builds_on": ("old-school", "ice-school")}},
        problems=problem("initiatives", "ice-school", "builds_on", CIRCLE),
    ),
    Case(
        links_are_not_circular,
        "two agreements renew each other",
        {"treaty-1": {"signed": None, "renews": "treaty-2"}},
        problems=problem("agreements", "treaty-1", "renews", CIRCLE)
        + problem("agreements", "treaty-2", "renews", CIRCLE),
    ),
    Case(
        links_are_not_circular,
        "an agreement renews one that renews itself, which is the only culprit",
        {"treaty-1": {"renews": "treaty-1"}},
        problems=problem("agreements", "treaty-1", "renews", CIRCLE),
    ),
    Case(
        links_are_not_circular,
        "two tombstones follow each other, and a university follows one of them too",
        (),
        (stone("gone", successors=("lost", "north")), stone("lost", successors=("gone",))),
        problem("tombstones", "gone", "successors", CIRCLE) + problem("tombstones", "lost", "successors", CIRCLE),
    ),
    Case(
        members_are_not_themselves,
        "a network is a member of itself",
        {"circle--alliance": {"member": "circle"}},
        problems=problem("memberships", "circle--alliance", "member", "a network cannot be a member of itself"),
    ),
    Case(
        parties_are_distinct,
        "a partnership has one party",
        {"north--south": {"parties": ("north",)}},
        problems=problem(
            "partnerships", "north--south", "parties", "a partnership needs at least two distinct parties"
        ),
    ),
)

KEPT = (
    Case(
        links_are_not_circular,
        "a theme in two that are in one",
        {"ice": {"broader": ("climate", "water")}, "climate": {"broader": ("earth",)}},
        (theme("water", "earth"), theme("earth")),
    ),
    Case(
        links_are_not_circular,
        "a part of one is the successor of the other",
        {"north": {"part_of": ("south",)}, "south": {"successor": "north"}},
    ),
    Case(members_are_not_themselves, "a network that is a member of another"),
    Case(
        parties_are_distinct,
        "three parties",
        {"north--south": {"parties": ("north", "south", "west"), "remark": "The west came later."}},
    ),
)
