"""What breaks the rules about names, and what comes near."""

import unicodedata

from nordic_partnerships import (
    Citation,
    Name,
    OfficeHolder,
    Period,
)
from nordic_partnerships._curation.rules.names import (
    names_are_given_once,
    names_are_names,
    names_are_unambiguous,
    texts_are_normal,
    texts_are_printable,
    texts_are_short,
)
from nordic_partnerships.kinds import NameKind

from .building import ISNI, Case, names, problem

BROKEN = (
    Case(
        texts_are_normal,
        "a name is decomposed",
        {"west": {"name": unicodedata.normalize("NFD", "Väst Högskola")}},
        problems=problem(
            "organizations", "west", "name", "'Väst Högskola' is not in Unicode form NFC: run 'data format'"
        ),
    ),
    Case(
        texts_are_normal,
        "a further name ends with space",
        {"south": {"names": names("Söder", "Syd ")}},
        problems=problem("organizations", "south", "names[1].text", "'Syd ' begins or ends with space"),
    ),
    Case(
        texts_are_normal,
        "a city is empty",
        {"south": {"city": ""}},
        problems=problem("organizations", "south", "city", "'' is empty: leave the field out"),
    ),
    Case(
        texts_are_normal,
        "a heading begins with a wide space",
        {"south": {"citations": (Citation(source="page", section="\N{EM SPACE}Aims"),)}},
        problems=problem("organizations", "south", "citations[0].section", r"'\u2003Aims' begins or ends with space"),
    ),
    Case(
        names_are_given_once,
        "a further name is the name",
        {"south": {"names": names("Söder", "South University")}},
        problems=problem("organizations", "south", "names[1]", "the record has the name 'South University' already"),
    ),
    Case(
        names_are_given_once,
        "a further name is given in two languages",
        {"climate": {"names": (Name(text="Klima", language="da"), Name(text="Klima", language="nb"))}},
        problems=problem("themes", "climate", "names[1]", "the record has the name 'Klima' already"),
    ),
    Case(
        names_are_given_once,
        "a further name is all punctuation",
        {"meeting": {"names": names("...")}},
        problems=problem("events", "meeting", "names[0]", "'...' has no letters or digits"),
    ),
    Case(
        names_are_unambiguous,
        "two organizations have one name but for case and accents",
        {"west": {"name": "NORTH Üniversity"}},
        problems=problem("organizations", "north", "name", "'North University' is also a name of west")
        + problem("organizations", "west", "name", "'NORTH Üniversity' is also a name of north"),
    ),
    Case(
        names_are_unambiguous,
        "the name of one is an alias of two others",
        {
            "south": {"names": names("Alliance of the North", "WEST")},
            "west": {"name": "West"},
            "north": {"names": names("West")},
            "north--norden-city--west": {"remark": "It is named as it was then."},
        },
        problems=problem("organizations", "west", "name", "'West' is also a name of north, south"),
    ),
    Case(
        names_are_unambiguous,
        "a label of one network is an alias of another",
        {"circle": {"names": names("A.L.L.")}, "alliance": {"names": names("ALL", kind=NameKind.LABEL)}},
        problems=problem("networks", "alliance", "name", "'ALL' is also a name of circle"),
    ),
    Case(
        names_are_unambiguous,
        "an alias of one theme is the name of another, which has it as an alias too",
        {"ice": {"names": names("climate")}, "climate": {"names": names("CLIMATE")}},
        problems=problem("themes", "climate", "name", "'Climate' is also a name of ice"),
    ),
    Case(
        texts_are_printable,
        "a name turns the direction of writing",
        {"west": {"names": names("Väst\N{RIGHT-TO-LEFT OVERRIDE}")}},
        (),
        problems=problem(
            "organizations", "west", "names[0].text", "holds characters that cannot be seen (U+202E): take them out"
        ),
    ),
    Case(
        texts_are_printable,
        "a name holds a space without width",
        {"west": {"names": names("Vä\N{ZERO WIDTH SPACE}st")}},
        (),
        problems=problem(
            "organizations", "west", "names[0].text", "holds characters that cannot be seen (U+200B): take them out"
        ),
    ),
    Case(
        texts_are_printable,
        "a name holds private letters and none",
        {"west": {"names": names("V\ue000\ufdd0")}},
        (),
        problems=problem(
            "organizations",
            "west",
            "names[0].text",
            "holds characters that cannot be seen (U+E000, U+FDD0): take them out",
        ),
    ),
    Case(
        texts_are_short,
        "a summary is a book",
        {"west": {"summary": "x" * 301}},
        (),
        problems=problem("organizations", "west", "summary", "has 301 characters, and 300 are allowed"),
    ),
    Case(
        texts_are_short,
        "a further name is a book",
        {"west": {"names": names("x" * 501)}},
        (),
        problems=problem("organizations", "west", "names[0].text", "has 501 characters, and 500 are allowed"),
    ),
    Case(
        texts_are_short,
        "a city is a book",
        {"west": {"city": "x" * 2001}},
        (),
        problems=problem("organizations", "west", "city", "has 2,001 characters, and 2,000 are allowed"),
    ),
    Case(
        names_are_names,
        "a name is all punctuation",
        {"circle": {"name": "???"}},
        (),
        problems=problem("networks", "circle", "name", "'???' has no letters or digits"),
    ),
    Case(
        names_are_names,
        "the name of a theme is all punctuation",
        {"ice": {"name": "???"}},
        (),
        problems=problem("themes", "ice", "name", "'???' has no letters or digits"),
    ),
    Case(
        names_are_names,
        "a name is an item of Wikidata, and another an ISNI",
        {"circle": {"name": "Q1", "names": names(ISNI)}},
        (),
        problems=tuple(
            found
            for field, text in (("name", "Q1"), ("names[0]", ISNI))
            for found in problem(
                "networks", "circle", field, f"{text!r} is an identifier, not a name: write it in its own field"
            )
        ),
    ),
    Case(
        names_are_names,
        "a word of a name is Latin but for one letter",
        {"circle": {"name": "\N{CYRILLIC CAPITAL LETTER ES}ircle"}},
        (),
        problems=problem(
            "networks",
            "circle",
            "name",
            "'\N{CYRILLIC CAPITAL LETTER ES}ircle' mixes Cyrillic and Latin letters: type it anew",
        ),
    ),
    Case(
        names_are_names,
        "a name is the ROR id of another",
        {"west": {"names": names("https://ror.org/020hwjq30")}},
        (),
        problems=problem(
            "organizations",
            "west",
            "names[0]",
            "'https://ror.org/020hwjq30' is an identifier, not a name: write it in its own field",
        ),
    ),
    Case(
        texts_are_normal,
        "a remark is all space",
        {"west": {"remark": "  "}},
        (),
        problems=problem("organizations", "west", "remark", "'  ' is empty: leave the field out"),
    ),
    Case(
        texts_are_normal,
        "an office is empty",
        {"alliance-aim": {"speaker": OfficeHolder(name="A Rector", office="")}},
        (),
        problems=problem("statements", "alliance-aim", "speaker.office", "'' is empty: leave the field out"),
    ),
)

KEPT = (
    Case(texts_are_normal, "composed letters and inner space", {"south": {"city": "Åre  Øst"}}),
    Case(texts_are_normal, "a period of unknown ends", {"meeting": {"period": Period()}}),
    Case(names_are_given_once, "a further name with one letter", {"ice": {"names": names("I.", "ICE")}}),
    Case(
        names_are_unambiguous,
        "an alias, an acronym and a former name are shared",
        {
            "north": {"names": names("NU")},
            "south": {"names": names("N.U.", kind=NameKind.ACRONYM)},
            "west": {"names": names("Nu", kind=NameKind.FORMER)},
        },
    ),
    Case(
        names_are_unambiguous,
        "a theme, a network and a university have one name",
        {"ice": {"name": "North University"}, "circle": {"name": "North University"}},
    ),
    Case(
        texts_are_printable,
        "letters of other scripts, and marks that can be seen",
        {
            "west": {
                "names": names(
                    "\N{ARABIC LETTER MEEM}\N{ZERO WIDTH NON-JOINER}\N{ARABIC LETTER MEEM}",
                    "大学 (Väst) \N{EN DASH} “W”",
                )
            }
        },
        (),
    ),
    Case(texts_are_short, "a long remark", {"west": {"remark": "x" * 10_000, "summary": "x" * 300}}, ()),
    Case(
        names_are_names,
        "a Latin and a Cyrillic word, and digits",
        {"circle": {"name": "Circle \N{CYRILLIC SMALL LETTER A} 4U2"}},
        (),
    ),
    Case(names_are_names, "letters that have no names, in Tangut", {"circle": {"name": "\U00017000\U00017001"}}, ()),
)
