"""What breaks the rules about names, and what comes near."""

import unicodedata

from nordic_partnerships import (
    Citation,
    Name,
    Period,
)
from nordic_partnerships._curation.rules.names import names_are_given_once, names_are_unambiguous, texts_are_normal
from nordic_partnerships.kinds import NameKind

from .building import Case, names, problem

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
)
