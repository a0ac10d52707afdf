"""What breaks the rules about structure, and what comes near."""

import attrs

from nordic_partnerships import (
    Alternative,
    Citation,
    OfficeHolder,
)
from nordic_partnerships._structure import (
    ids_are_resolved,
    ids_are_unique,
    ids_are_well_formed,
    spans_run_forwards,
    values_can_be_written,
)

from .building import Case, organization, problem, size

BROKEN = (
    Case(
        ids_are_well_formed,
        "an id has a capital",
        extra=(organization("West-End", "West End"),),
        problems=problem(
            "organizations", "West-End", "id", "'West-End' is not made of lower-case ASCII words joined by hyphens"
        ),
    ),
    Case(
        ids_are_unique,
        "a theme and an organization have one id",
        extra=(organization("ice", "Ice Institute"),),
        problems=problem("organizations", "ice", "id", "2 records have this id")
        + problem("themes", "ice", "id", "2 records have this id"),
    ),
    Case(
        ids_are_resolved,
        "a member is not on record",
        {"circle--north": {"member": "nowhere"}},
        problems=problem("memberships", "circle--north", "member", "there is no record 'nowhere'"),
    ),
    Case(
        ids_are_resolved,
        "an organization is used as a network",
        {"circle--north": {"network": "south"}},
        problems=problem("memberships", "circle--north", "network", "'south' is an organization, expected a network"),
    ),
    *(
        Case(
            values_can_be_written,
            f"a name has {what}",
            {"circle": {"name": f"Ring{letter}"}},
            problems=problem("networks", "circle", "name", f"contains {kind} (U+{ord(letter):04X})"),
        )
        for what, letter, kind in (
            ("a NUL", "\0", "a control character"),
            ("a line feed", "\n", "a control character"),
            ("a tab", "\t", "a control character"),
            ("an escape", "\x1b", "a control character"),
            ("a C1 control", "\x9b", "a control character"),
            ("half a character", "\ud800", "a lone surrogate"),
        )
    ),
    *(
        Case(
            values_can_be_written,
            f"a share is {value}",
            {"north-share": {"value": value}},
            problems=problem("indicators", "north-share", "value", "is too large for a number"),
        )
        for value in (float("inf"), float("-inf"), float("nan"))
    ),
    Case(
        values_can_be_written,
        "a count has thousands of digits",
        {"circle": {"sizes": size(10**5000)}},
        problems=problem("networks", "circle", "sizes[0].count", "is too large for a number"),
    ),
    *(
        Case(
            spans_run_forwards,
            f"a span is {span}",
            {"circle": {"citations": (Citation(source="page", span=span),)}},
            problems=problem(
                "networks",
                "circle",
                "citations[0].span",
                f"expected a start from 0 on and an end after it, got {span[0]} and {span[1]}",
            ),
        )
        for span in ((9, 3), (3, 3), (-1, 3))
    ),
)

KEPT = (
    Case(ids_are_well_formed, "digits and two hyphens", extra=(organization("4-h--21st", "4-H"),)),
    Case(ids_are_unique, "ids that begin alike", extra=(organization("ic", "IC"), organization("ice-2", "I2"))),
    Case(ids_are_resolved, "a network is a member of a network, and an event is hosted by nobody"),
    Case(values_can_be_written, "letters of any script", {"circle": {"name": "Ring \N{GREEK SMALL LETTER ALPHA}"}}),
    Case(values_can_be_written, "a large count", {"circle": {"sizes": size(10**9)}}),
    Case(
        spans_run_forwards,
        "one character",
        {
            "circle": {"citations": (Citation(source="page", span=(0, 1)),)},
            "page": {"document": "page.txt", "sha256": "0" * 64},
        },
    ),
    Case(
        ids_are_resolved,
        "a network is a party to an undertaking",
        {"ice-school": {"parties": ("alliance", "north")}},
    ),
)

HOLDER = OfficeHolder(name="A Rector", office="Rector", organization="nowhere")
NOWHERE = Citation(source="nowhere")

# A place for each id that a record can hold: the record, its fields, and the field path of the id.
DANGLING = (
    ("alliance--north", {"network": "nowhere"}, "network"),
    ("alliance--north", {"member": "nowhere"}, "member"),
    ("treaty-1", {"partnership": "nowhere"}, "partnership"),
    ("treaty-1", {"themes": ("ice", "nowhere")}, "themes[1]"),
    ("treaty-1", {"signatories": (attrs.evolve(HOLDER, organization=None), HOLDER)}, "signatories[1].organization"),
    ("treaty-1", {"renews": "nowhere"}, "renews"),
    ("north--south", {"parties": ("nowhere", "south")}, "parties[0]"),
    ("alliance", {"founders": ("nowhere",)}, "founders[0]"),
    ("alliance", {"funders": ("nowhere",)}, "funders[0]"),
    ("alliance", {"part_of": ("nowhere",)}, "part_of[0]"),
    ("alliance", {"sizes": size(8, citations=(NOWHERE,))}, "sizes[0].citations[0].source"),
    ("north", {"part_of": ("nowhere",)}, "part_of[0]"),
    ("north", {"successor": "nowhere"}, "successor"),
    ("north", {"citations": (NOWHERE,)}, "citations[0].source"),
    (
        "north",
        {"alternatives": (Alternative(field="name", value="x", citation=NOWHERE),)},
        "alternatives[0].citation.source",
    ),
    ("ice", {"broader": ("nowhere",)}, "broader[0]"),
    ("ice-school", {"builds_on": ("nowhere",)}, "builds_on[0]"),
    ("ice-school", {"network": "nowhere"}, "network"),
    ("ice-school", {"lead": HOLDER}, "lead.organization"),
    ("meeting", {"hosts": ("nowhere",)}, "hosts[0]"),
    ("meeting", {"initiative": "nowhere"}, "initiative"),
    ("north-share", {"subject": "nowhere"}, "subject"),
    ("alliance-aim", {"subject": "nowhere"}, "subject"),
    ("alliance-aim", {"speaker": HOLDER}, "speaker.organization"),
)

# For each field that holds ids, a record of a class that has no place there.
MISPLACED = (
    ("alliance--north", {"network": "north"}, "north", "Organization"),
    ("alliance--north", {"member": "ice"}, "ice", "Theme"),
    ("treaty-1", {"partnership": "alliance"}, "alliance", "Network"),
    ("treaty-1", {"themes": ("north",)}, "north", "Organization"),
    ("treaty-1", {"renews": "north--south"}, "north--south", "Partnership"),
    ("north--south", {"parties": ("north", "meeting")}, "meeting", "Event"),
    ("alliance", {"founders": ("page",)}, "page", "Source"),
    ("alliance", {"funders": ("north-share",)}, "north-share", "Indicator"),
    ("north", {"part_of": ("alliance--north",)}, "alliance--north", "Membership"),
    ("alliance", {"part_of": ("north",)}, "north", "Organization"),
    ("north", {"successor": "alliance"}, "alliance", "Network"),
    ("north", {"citations": (Citation(source="alliance-aim"),)}, "alliance-aim", "Statement"),
    ("ice", {"broader": ("ice-school",)}, "ice-school", "Initiative"),
    ("ice-school", {"builds_on": ("treaty-1",)}, "treaty-1", "Agreement"),
    ("ice-school", {"lead": attrs.evolve(HOLDER, organization="ice")}, "ice", "Theme"),
    ("meeting", {"hosts": ("ice",)}, "ice", "Theme"),
    ("meeting", {"initiative": "north"}, "north", "Organization"),
)
