"""Every rule has examples that break it, near misses that keep it, and is kept by every dataset of the strategies."""

import string
import unicodedata
from typing import Any, NamedTuple

import attrs
import pytest
from hypothesis import given

from nordic_partnerships import (
    Agreement,
    Alternative,
    Citation,
    Dataset,
    Indicator,
    Initiative,
    Location,
    Membership,
    Name,
    Network,
    OfficeHolder,
    Organization,
    PartialDate,
    Period,
    Problem,
    Release,
    Size,
    Statement,
    Theme,
    load,
)
from nordic_partnerships import integrity as rules
from nordic_partnerships._curation.rules import RULES, check
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships.kinds import (
    IndicatorMeasure,
    InitiativeKind,
    NameKind,
    NetworkKind,
    OrganizationKind,
    RosterStatus,
    SizeMeasure,
    StatementKind,
    Unit,
)
from nordic_partnerships.testing import datasets

BY_PAGE = (Citation(source="page"),)
DIGEST = "0123456789abcdef" * 4
ROR = "https://ror.org/040af2s02"
ISNI = "0000 0001 0838 9418"


class Case(NamedTuple):
    """What is done to the small dataset (fields by record id, further records), and what a rule says to it."""

    rule: Any
    what: str
    changes: Any = ()
    extra: tuple[Any, ...] = ()
    problems: tuple[Problem, ...] = ()


def edited(dataset, changes=(), extra=()):
    changes = dict(changes)
    records = [attrs.evolve(record, **changes.pop(record.id, {})) for record in dataset]
    assert not changes
    return Dataset.of(dataset.release, [*records, *extra])


def date(text):
    return PartialDate.parse(text)


def period(text):
    return Period.parse(text)


def organization(key, name, **fields):
    fields = {"kind": OrganizationKind.OTHER, "citations": BY_PAGE} | fields
    return Organization(id=key, name=name, **fields)


def theme(key, *broader):
    return Theme(id=key, name=f"The theme {key}", broader=broader, citations=BY_PAGE)


def network(key, **fields):
    return Network(id=key, name=f"The network {key}", citations=BY_PAGE, **fields)


def stay(key, when, **fields):
    """A further membership of the south in the alliance, where it was from 2005 to 2012."""
    fields = {"network": "alliance", "member": "south", "citations": BY_PAGE} | fields
    return Membership(id=key, period=period(when), **fields)


def treaty(key, renews=None, **fields):
    fields = {"partnership": "north--south", "citations": BY_PAGE} | fields
    return Agreement(id=key, name=f"The {key}", renews=renews, **fields)


def project(key, **fields):
    return Initiative(id=key, name=f"The project {key}", kind=InitiativeKind.JOINT_PROJECT, citations=BY_PAGE, **fields)


def count(subject, measure, value, **fields):
    fields = {"unit": Unit.COUNT, "citations": BY_PAGE} | fields
    return Indicator(id="count", subject=subject, measure=measure, value=value, **fields)


def size(number, **fields):
    fields = {"measure": SizeMeasure.MEMBERS, "citations": BY_PAGE} | fields
    return (Size(count=number, **fields),)


def names(*texts, kind=NameKind.ALIAS):
    return tuple(Name(text=text, kind=kind) for text in texts)


def problem(file, record, field, message):
    return (Problem(f"{file}.json", record, field, message),)


BROKEN = (
    Case(
        rules.ids_are_well_formed,
        "an id has a capital",
        extra=(organization("West-End", "West End"),),
        problems=problem(
            "organizations", "West-End", "id", "'West-End' is not made of lower-case ASCII words joined by hyphens"
        ),
    ),
    Case(
        rules.ids_are_unique,
        "a theme and an organization have one id",
        extra=(organization("ice", "Ice Institute"),),
        problems=problem("organizations", "ice", "id", "2 records have this id")
        + problem("themes", "ice", "id", "2 records have this id"),
    ),
    Case(
        rules.ids_are_resolved,
        "a member is not on record",
        {"circle--north": {"member": "nowhere"}},
        problems=problem("memberships", "circle--north", "member", "there is no record 'nowhere'"),
    ),
    Case(
        rules.ids_are_resolved,
        "an organization is used as a network",
        {"circle--north": {"network": "south"}},
        problems=problem(
            "memberships", "circle--north", "network", "'south' is in organizations.json, and has no place here"
        ),
    ),
    Case(
        rules.records_are_cited,
        "an organization has no citation",
        {"west": {"citations": ()}},
        problems=problem("organizations", "west", "citations", "there is none"),
    ),
    Case(
        rules.records_are_cited,
        "a figure of a network has no citation",
        {"circle": {"sizes": (*size(20), *size(3, measure=SizeMeasure.COUNTRIES, citations=()))}},
        problems=problem("networks", "circle", "sizes[1].citations", "there is none"),
    ),
    Case(
        rules.records_are_cited,
        "a figure of an event has no citation",
        {"meeting": {"sizes": size(80, measure=SizeMeasure.PARTICIPANTS, citations=())}},
        problems=problem("events", "meeting", "sizes[0].citations", "there is none"),
    ),
    Case(
        rules.citations_name_fields,
        "a citation supports a field that there is not",
        {"west": {"citations": (*BY_PAGE, Citation(source="page", supports=("name", "seat")))}},
        problems=problem("organizations", "west", "citations[1].supports", "there is no field 'seat'"),
    ),
    Case(
        rules.citations_name_fields,
        "an alternative competes for a field that there is not",
        {"west": {"alternatives": (Alternative(field="colour", value="red", citation=BY_PAGE[0]),)}},
        problems=problem("organizations", "west", "alternatives[0].field", "there is no field 'colour'"),
    ),
    Case(
        rules.quotations_are_short,
        "a citation quotes 101 characters",
        {"west": {"citations": (*BY_PAGE, Citation(source="page", stated="x" * 101))}},
        problems=problem(
            "organizations", "west", "citations[1].stated", "101 characters are quoted, of 100 at the most"
        ),
    ),
    Case(
        rules.quotations_are_short,
        "a figure quotes 101 characters",
        {"circle": {"sizes": size(20, stated="x" * 101)}},
        problems=problem("networks", "circle", "sizes[0].stated", "101 characters are quoted, of 100 at the most"),
    ),
    Case(
        rules.documents_have_digests,
        "a document has no digest",
        {"page": {"document": "page.txt"}},
        problems=problem("sources", "page", "sha256", "a document and its SHA-256 go together"),
    ),
    Case(
        rules.documents_have_digests,
        "a digest has no document",
        {"page": {"sha256": DIGEST}},
        problems=problem("sources", "page", "sha256", "a document and its SHA-256 go together"),
    ),
    Case(
        rules.documents_have_digests,
        "a digest has capitals",
        {"page": {"document": "page.txt", "sha256": DIGEST.upper()}},
        problems=problem("sources", "page", "sha256", "is not a SHA-256 in lower-case hexadecimal"),
    ),
    Case(
        rules.documents_have_digests,
        "a digest is too long",
        {"page": {"document": "page.txt", "sha256": DIGEST + "0"}},
        problems=problem("sources", "page", "sha256", "is not a SHA-256 in lower-case hexadecimal"),
    ),
    Case(
        rules.periods_are_ordered,
        "a partnership is over before it starts",
        {"north--south": {"ended_by": date("2013-12-31")}},
        problems=problem("partnerships", "north--south", "ended_by", "comes before the start of the period 2014/.."),
    ),
    Case(
        rules.periods_are_ordered,
        "a membership is over before it ends",
        {"alliance--south": {"ended_by": date("2011")}},
        problems=problem("memberships", "alliance--south", "ended_by", "comes before the end of the period 2005/2012"),
    ),
    Case(
        rules.periods_are_ordered,
        "an agreement is signed when it is over",
        {"treaty-2": {"signed": date("2023-01-01")}},
        problems=problem("agreements", "treaty-2", "signed", "comes after the end of the period 2018/2022"),
    ),
    Case(
        rules.renewals_are_in_order,
        "an agreement renews one of another partnership",
        {"treaty-1": {"partnership": "north--norden-city--west"}},
        problems=problem("agreements", "treaty-2", "renews", "'treaty-1' belongs to another partnership"),
    ),
    Case(
        rules.renewals_are_in_order,
        "an agreement renews one that is signed later",
        {"treaty-1": {"signed": date("2019-01-01")}},
        problems=problem("agreements", "treaty-2", "renews", "'treaty-1' begins after it"),
    ),
    Case(
        rules.renewals_are_in_order,
        "an agreement renews one whose period begins later, though it was signed before",
        {"treaty-1": {"signed": date("2014"), "period": period("2019/..")}},
        problems=problem("agreements", "treaty-2", "renews", "'treaty-1' begins after it"),
    ),
    Case(
        rules.renewals_are_in_order,
        "two agreements renew each other",
        {"treaty-1": {"signed": None, "renews": "treaty-2"}},
        problems=problem("agreements", "treaty-1", "renews", "leads back to the record itself")
        + problem("agreements", "treaty-2", "renews", "leads back to the record itself"),
    ),
    Case(
        rules.renewals_are_in_order,
        "an agreement renews one that renews itself, which is the only culprit",
        {"treaty-1": {"renews": "treaty-1"}},
        problems=problem("agreements", "treaty-1", "renews", "leads back to the record itself"),
    ),
    Case(
        rules.parts_are_not_circular,
        "an organization and a network are parts of each other",
        {"alliance": {"part_of": ("circle",)}, "circle": {"part_of": ("alliance",)}},
        problems=problem("networks", "alliance", "part_of", "leads back to the record itself")
        + problem("networks", "circle", "part_of", "leads back to the record itself"),
    ),
    Case(
        rules.parts_are_not_circular,
        "an organization is its own successor by a detour",
        {
            "norden-city": {"successor": "south"},
            "south": {"successor": "west"},
            "west": {"successor": "norden-city"},
        },
        problems=problem("organizations", "norden-city", "successor", "leads back to the record itself")
        + problem("organizations", "south", "successor", "leads back to the record itself")
        + problem("organizations", "west", "successor", "leads back to the record itself"),
    ),
    Case(
        rules.parts_are_not_circular,
        "a theme includes itself, and another one includes that",
        {"climate": {"broader": ("climate",)}},
        problems=problem("themes", "climate", "broader", "leads back to the record itself"),
    ),
    Case(
        rules.parts_are_not_circular,
        "an initiative builds on itself",
        {"ice-school": {"builds_on": ("old-school", "ice-school")}},
        problems=problem("initiatives", "ice-school", "builds_on", "leads back to the record itself"),
    ),
    Case(
        rules.members_belong_once_at_a_time,
        "a member joins again before it has left",
        extra=(stay("again", "2011/.."),),
        problems=problem("memberships", "again", "period", "2011/.. may overlap 2005/2012 of 'alliance--south'"),
    ),
    Case(
        rules.members_belong_once_at_a_time,
        "a member joins at a date that nobody knows",
        extra=(stay("again", "/2020"),),
        problems=problem("memberships", "alliance--south", "period", "2005/2012 may overlap /2020 of 'again'"),
    ),
    Case(
        rules.members_belong_once_at_a_time,
        "the starts of two memberships of one member are unknown",
        {"alliance--south": {"period": period("/2010")}},
        (stay("alliance--south-2", "/2000"),),
        problem("memberships", "alliance--south-2", "period", "/2000 may overlap /2010 of 'alliance--south'"),
    ),
    Case(
        rules.members_belong_once_at_a_time,
        "a member that never left joins again",
        extra=(stay("again", "2019/..", member="north"),),
        problems=problem("memberships", "again", "period", "2019/.. may overlap 2000/.. of 'alliance--north'"),
    ),
    Case(
        rules.members_are_not_themselves,
        "a network is a member of itself",
        {"circle--alliance": {"member": "circle"}},
        problems=problem("memberships", "circle--alliance", "member", "is the network itself"),
    ),
    Case(
        rules.members_are_not_themselves,
        "a partnership has one party",
        {"north--south": {"parties": ("north",)}},
        problems=problem("partnerships", "north--south", "parties", "are not two or more, each named once"),
    ),
    Case(
        rules.members_are_not_themselves,
        "a partnership names a party twice",
        {"north--south": {"parties": ("north", "south", "north")}},
        problems=problem("partnerships", "north--south", "parties", "are not two or more, each named once"),
    ),
    Case(
        rules.texts_are_normal,
        "a name is decomposed",
        {"west": {"name": unicodedata.normalize("NFD", "Väst Högskola")}},
        problems=problem("organizations", "west", "name", "is not in Unicode form NFC"),
    ),
    Case(
        rules.texts_are_normal,
        "a further name ends with space",
        {"south": {"names": names("Söder", "Syd ")}},
        problems=problem("organizations", "south", "names[1].text", "'Syd ' is empty, or has space at its ends"),
    ),
    Case(
        rules.texts_are_normal,
        "a city is empty",
        {"south": {"city": ""}},
        problems=problem("organizations", "south", "city", "'' is empty, or has space at its ends"),
    ),
    Case(
        rules.texts_are_normal,
        "a heading begins with a line feed",
        {"south": {"citations": (Citation(source="page", section="\nAims"),)}},
        problems=problem(
            "organizations", "south", "citations[0].section", r"'\nAims' is empty, or has space at its ends"
        ),
    ),
    Case(
        rules.names_are_given_once,
        "a further name is the name",
        {"south": {"names": names("Söder", "South University")}},
        problems=problem("organizations", "south", "names[1]", "'South University' is no further name"),
    ),
    Case(
        rules.names_are_given_once,
        "a further name is given in two languages",
        {"climate": {"names": (Name(text="Klima", language="da"), Name(text="Klima", language="nb"))}},
        problems=problem("themes", "climate", "names[1]", "'Klima' is no further name"),
    ),
    Case(
        rules.names_are_given_once,
        "a further name is all punctuation",
        {"meeting": {"names": names("...")}},
        problems=problem("events", "meeting", "names[0]", "'...' is no further name"),
    ),
    Case(
        rules.names_are_unambiguous,
        "two organizations have one name but for case and accents",
        {"west": {"name": "NORTH Üniversity"}},
        problems=problem("organizations", "north", "name", "'northuniversity' is also a name of west")
        + problem("organizations", "west", "name", "'northuniversity' is also a name of north"),
    ),
    Case(
        rules.names_are_unambiguous,
        "the name of one is an alias of two others",
        {
            "south": {"names": names("Alliance of the North", "WEST")},
            "west": {"name": "West"},
            "north": {"names": names("West")},
        },
        problems=problem("organizations", "west", "name", "'west' is also a name of north, south"),
    ),
    Case(
        rules.names_are_unambiguous,
        "a label of one network is an alias of another",
        {"circle": {"names": names("A.L.L.")}, "alliance": {"names": names("ALL", kind=NameKind.LABEL)}},
        problems=problem("networks", "alliance", "name", "'all' is also a name of circle"),
    ),
    Case(
        rules.names_are_unambiguous,
        "an alias of one theme is the name of another, which has it as an alias too",
        {"ice": {"names": names("climate")}, "climate": {"names": names("CLIMATE")}},
        problems=problem("themes", "climate", "name", "'climate' is also a name of ice"),
    ),
    Case(
        rules.countries_are_known,
        "a country is no code",
        {"west": {"country": "fi"}},
        problems=problem("organizations", "west", "country", "'fi' is not a code of ISO 3166-1"),
    ),
    Case(
        rules.countries_are_known,
        "a ranking has a country that is no code",
        {"north-incoming": {"ranking": ("DE", "UK")}},
        problems=problem("indicators", "north-incoming", "ranking", "'UK' is not a code of ISO 3166-1"),
    ),
    Case(
        rules.identifiers_are_valid,
        "a ROR id fails its check digits",
        {"west": {"ror": "https://ror.org/020hwjq31"}},
        problems=problem("organizations", "west", "ror", "'https://ror.org/020hwjq31' is not a valid identifier"),
    ),
    Case(
        rules.identifiers_are_valid,
        "two organizations have one ROR id",
        {"west": {"ror": "https://ror.org/020hwjq30"}},
        problems=problem("organizations", "west", "ror", "'https://ror.org/020hwjq30' is that of 'north'"),
    ),
    Case(
        rules.identifiers_are_valid,
        "an ISNI fails its check digit",
        {"west": {"isni": "0000 0001 0838 941X"}},
        problems=problem("organizations", "west", "isni", "'0000 0001 0838 941X' is not a valid identifier"),
    ),
    Case(
        rules.identifiers_are_valid,
        "three organizations have one ISNI",
        {"north": {"isni": ISNI}, "south": {"isni": ISNI}, "west": {"isni": ISNI}},
        problems=problem("organizations", "south", "isni", f"{ISNI!r} is that of 'north'")
        + problem("organizations", "west", "isni", f"{ISNI!r} is that of 'south'"),
    ),
    Case(
        rules.identifiers_are_valid,
        "a Wikidata item begins with a zero",
        {"west": {"wikidata": "Q01"}},
        problems=problem("organizations", "west", "wikidata", "'Q01' is not a valid identifier"),
    ),
    Case(
        rules.identifiers_are_valid,
        "a Wikidata item has a small q",
        {"west": {"wikidata": "q1"}},
        problems=problem("organizations", "west", "wikidata", "'q1' is not a valid identifier"),
    ),
    Case(
        rules.identifiers_are_valid,
        "two organizations have one Wikidata item",
        {"west": {"wikidata": "Q1"}},
        problems=problem("organizations", "west", "wikidata", "'Q1' is that of 'north'"),
    ),
    Case(
        rules.counts_agree_with_lists,
        "a partnership has fewer themes than are stated",
        extra=(count("north--south", IndicatorMeasure.THEMES, 2.0),),
        problems=problem("indicators", "count", "value", "states 2, while 1 are on record, with no remark"),
    ),
    Case(
        rules.counts_agree_with_lists,
        "a partnership has more joint projects than are stated",
        extra=(
            project("a", partnership="north--south", period=period("2014/..")),
            project("b", partnership="north--south", period=period("2014/..")),
            count("north--south", IndicatorMeasure.JOINT_PROJECTS, 1.0),
        ),
        problems=problem("indicators", "count", "value", "states 1, while 2 are on record, with no remark"),
    ),
    Case(
        rules.counts_agree_with_lists,
        "a university has fewer strategic partners than are stated",
        extra=(count("north", IndicatorMeasure.STRATEGIC_PARTNERS, 3.0),),
        problems=problem("indicators", "count", "value", "states 3, while 1 are on record, with no remark"),
    ),
    Case(
        rules.counts_agree_with_lists,
        "a university is in fewer innovation communities than are stated",
        extra=(count("north", IndicatorMeasure.COMMUNITIES, 1.5),),
        problems=problem("indicators", "count", "value", "states 1.5, while 0 are on record, with no remark"),
    ),
    Case(
        rules.rosters_agree_with_sizes,
        "a complete roster has fewer members than are stated",
        {"alliance": {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2019-06")}},
        problems=problem(
            "networks", "alliance", "sizes", "states 8 universities, while 1 are on record, with no remark"
        ),
    ),
    Case(
        rules.rosters_agree_with_sizes,
        "a complete roster has no date",
        {"alliance": {"roster": RosterStatus.COMPLETE}},
        problems=problem("networks", "alliance", "roster_as_of", "a complete roster says at what date it is complete"),
    ),
    Case(
        rules.indicators_say_one_thing,
        "an indicator has neither a value nor a ranking",
        {"north-incoming": {"ranking": ()}},
        problems=problem("indicators", "north-incoming", "value", "an indicator has a value with a unit, or a ranking"),
    ),
    Case(
        rules.indicators_say_one_thing,
        "an indicator has a value and a ranking",
        {"north-share": {"ranking": ("DE",)}},
        problems=problem("indicators", "north-share", "value", "an indicator has a value with a unit, or a ranking"),
    ),
    Case(
        rules.indicators_say_one_thing,
        "a value has no unit",
        {"north-share": {"unit": None}},
        problems=problem("indicators", "north-share", "value", "an indicator has a value with a unit, or a ranking"),
    ),
    Case(
        rules.indicators_say_one_thing,
        "a ranking has a unit",
        {"north-incoming": {"unit": Unit.COUNT}},
        problems=problem("indicators", "north-incoming", "value", "an indicator has a value with a unit, or a ranking"),
    ),
    Case(
        rules.members_fit_the_founding,
        "a member joined before the network was founded",
        {"alliance--south": {"period": Period.parse("1999/2012")}},
        problems=problem("memberships", "alliance--south", "period", "1999 is before the network was founded, 2000"),
    ),
    Case(
        rules.members_fit_the_founding,
        "a member joined before it was established",
        {"south": {"established": date("2006")}},
        problems=problem("memberships", "alliance--south", "period", "2005 is before the member was established, 2006"),
    ),
    Case(
        rules.successors_come_later,
        "a successor is older",
        {"west": {"established": date("1950"), "successor": "south"}, "south": {"established": date("1949")}},
        problems=problem("organizations", "west", "successor", "'south' is older: 1949"),
    ),
    Case(
        rules.predecessors_are_members_no_more,
        "a predecessor's membership goes on",
        {"north": {"successor": "south"}},
        problems=problem("memberships", "alliance--north", "period", "goes on, though the member has a successor")
        + problem("memberships", "circle--north", "period", "goes on, though the member has a successor"),
    ),
    Case(
        rules.places_lie_in_their_country,
        "a place lies in another country",
        {"south": {"location": Location(latitude=60.2, longitude=24.9)}},
        problems=problem("organizations", "south", "location", "60.2, 24.9 does not lie in SE"),
    ),
)

KEPT = (
    Case(
        rules.members_fit_the_founding,
        "the year of the founding",
        {"alliance--south": {"period": Period.parse("2000/..")}},
    ),
    Case(
        rules.members_fit_the_founding,
        "a remark says why",
        {"south": {"established": date("2006")}, "alliance--south": {"remark": "Under an older name."}},
    ),
    Case(
        rules.members_fit_the_founding,
        "a predecessor says why",
        {"south": {"established": date("2006")}, "west": {"successor": "south"}},
    ),
    Case(
        rules.members_fit_the_founding,
        "a network as a member",
        {"circle--alliance": {"period": Period.parse("1990/..")}},
    ),
    Case(
        rules.successors_come_later,
        "in the same year, with a remark, or without years",
        {
            "west": {"established": date("1950"), "successor": "south"},
            "south": {"established": date("1950-06"), "successor": "norden-city", "remark": "It was merged."},
        },
    ),
    Case(
        rules.successors_come_later,
        "the successor's year is not known",
        {"west": {"established": date("1950"), "successor": "norden-city"}},
    ),
    Case(
        rules.predecessors_are_members_no_more,
        "it is over, at the latest when the successor was there",
        {
            "north": {"successor": "west"},
            "alliance--north": {"period": Period.parse("2000/2010")},
            "circle--north": {"ended_by": date("2020")},
        },
    ),
    Case(
        rules.places_lie_in_their_country,
        "a place in the country, and one in a country without bounds",
        {
            "south": {"location": Location(latitude=59.3, longitude=18.1)},
            "west": {"country": "FJ", "location": Location(latitude=0.0, longitude=0.0)},
        },
    ),
    Case(rules.ids_are_well_formed, "digits and two hyphens", extra=(organization("4-h--21st", "4-H"),)),
    Case(rules.ids_are_unique, "ids that begin alike", extra=(organization("ic", "IC"), organization("ice-2", "I2"))),
    Case(rules.ids_are_resolved, "a network is a member of a network, and an event is hosted by nobody"),
    Case(
        rules.ids_are_resolved,
        "a network is a party to an undertaking",
        {"ice-school": {"parties": ("alliance", "north")}},
    ),
    Case(rules.records_are_cited, "a source has no citation", {"page": {"citations": ()}}),
    Case(rules.records_are_cited, "an event without figures", {"meeting": {"sizes": ()}}),
    Case(
        rules.citations_name_fields,
        "fields of a university, its own and those of all records",
        {
            "north": {
                "citations": (Citation(source="page", supports=("name", "ror", "remark")),),
                "alternatives": (Alternative(field="established", value="1640", citation=BY_PAGE[0]),),
            }
        },
    ),
    Case(
        rules.quotations_are_short,
        "100 characters, and one",
        {
            "west": {"citations": (Citation(source="page", stated="x" * 100),)},
            "circle": {"sizes": size(20, stated="2")},
        },
    ),
    Case(
        rules.documents_have_digests,
        "a document with its digest",
        {"page": {"document": "page.txt", "sha256": DIGEST}},
    ),
    Case(rules.periods_are_ordered, "over in the year it starts", {"north--south": {"ended_by": date("2014")}}),
    Case(
        rules.periods_are_ordered,
        "dates that are coarser than the ends of the period",
        {
            "north--south": {"period": period("2014-05/.."), "ended_by": date("2014")},
            "treaty-2": {"period": period("2018/2022-03"), "signed": date("2022")},
        },
    ),
    Case(rules.periods_are_ordered, "over in the year it ends", {"alliance--south": {"ended_by": date("2012-01-01")}}),
    Case(
        rules.periods_are_ordered,
        "over, from an unknown start to an unknown end",
        {"north--norden-city--west": {"ended_by": date("1900")}},
    ),
    Case(
        rules.periods_are_ordered,
        "signed before the start or on the last day",
        {"treaty-1": {"period": period("2015/2016")}, "treaty-2": {"signed": date("2022-12-31")}},
    ),
    Case(
        rules.renewals_are_in_order,
        "renewed in spring, begun in that year",
        {"treaty-1": {"signed": date("2018")}, "treaty-2": {"period": period("2018-03/2022")}},
    ),
    Case(rules.renewals_are_in_order, "renewed within a year", {"treaty-1": {"signed": date("2018-12-31")}}),
    Case(
        rules.renewals_are_in_order,
        "a chain of three, two of them undated, and a second renewal of the first",
        {"treaty-1": {"signed": None}},
        (treaty("treaty-3", "treaty-2"), treaty("treaty-4", "treaty-1")),
    ),
    Case(
        rules.parts_are_not_circular,
        "a theme in two that are in one",
        {"ice": {"broader": ("climate", "water")}, "climate": {"broader": ("earth",)}},
        (theme("water", "earth"), theme("earth")),
    ),
    Case(
        rules.parts_are_not_circular,
        "a part of one is the successor of the other",
        {"north": {"part_of": ("south",)}, "south": {"successor": "north"}},
    ),
    Case(rules.members_belong_once_at_a_time, "back in the year of leaving", extra=(stay("again", "2012/.."),)),
    Case(
        rules.members_belong_once_at_a_time,
        "back on the day of leaving",
        {"alliance--south": {"period": period("2005/2012-05-05")}},
        (stay("again", "2012-05-05/.."),),
    ),
    Case(
        rules.members_belong_once_at_a_time,
        "left in May, and back in that year",
        {"alliance--south": {"period": period("2005/2012-05")}},
        (stay("again", "2012/.."),),
    ),
    Case(
        rules.members_belong_once_at_a_time,
        "there for some of a year, and again from March of it",
        {"alliance--south": {"period": period("2005")}},
        (stay("again", "2005-03/.."),),
    ),
    Case(rules.members_belong_once_at_a_time, "there before, since who knows when", extra=(stay("before", "/2005"),)),
    Case(
        rules.members_belong_once_at_a_time,
        "back after it was known to be over",
        {"alliance--north": {"ended_by": date("2010")}},
        (stay("again", "2010-06/..", member="north"),),
    ),
    Case(
        rules.members_belong_once_at_a_time, "two networks at once", extra=(stay("too", "2006/..", network="circle"),)
    ),
    Case(rules.members_are_not_themselves, "three parties", {"north--south": {"parties": ("north", "south", "west")}}),
    Case(rules.texts_are_normal, "composed letters and inner space", {"south": {"city": "Åre  Øst"}}),
    Case(rules.texts_are_normal, "a period of unknown ends", {"meeting": {"period": Period()}}),
    Case(rules.names_are_given_once, "a further name with one letter", {"ice": {"names": names("I.", "ICE")}}),
    Case(
        rules.names_are_unambiguous,
        "an alias, an acronym and a former name are shared",
        {
            "north": {"names": names("NU")},
            "south": {"names": names("N.U.", kind=NameKind.ACRONYM)},
            "west": {"names": names("Nu", kind=NameKind.FORMER)},
        },
    ),
    Case(
        rules.names_are_unambiguous,
        "a theme, a network and a university have one name",
        {"ice": {"name": "North University"}, "circle": {"name": "North University"}},
    ),
    Case(
        rules.countries_are_known,
        "a country of islands, and none",
        {"west": {"country": "AX"}, "south": {"country": None}},
    ),
    Case(
        rules.identifiers_are_valid,
        "identifiers of two universities",
        {"west": {"ror": ROR, "isni": ISNI, "wikidata": "Q28695"}, "south": {"wikidata": "Q10"}},
    ),
    Case(
        rules.counts_agree_with_lists,
        "as many themes as are stated",
        extra=(count("north--south", IndicatorMeasure.THEMES, 1.0),),
    ),
    Case(
        rules.counts_agree_with_lists,
        "as many strategic partners as are stated, other partners not counted",
        extra=(count("north", IndicatorMeasure.STRATEGIC_PARTNERS, 1.0),),
    ),
    Case(
        rules.counts_agree_with_lists,
        "as many joint projects as are stated, other undertakings and ended ones not counted",
        {"old-school": {"partnership": "north--south"}},
        (
            project("a", partnership="north--south", period=period("2014/..")),
            count("north--south", IndicatorMeasure.JOINT_PROJECTS, 1.0),
        ),
    ),
    Case(
        rules.counts_agree_with_lists,
        "as many innovation communities as are stated, other networks not counted",
        extra=(
            network("kic", kind=NetworkKind.INNOVATION_COMMUNITY),
            stay("kic--north", "2015/..", network="kic", member="north"),
            count("north", IndicatorMeasure.COMMUNITIES, 1.0),
        ),
    ),
    Case(
        rules.counts_agree_with_lists,
        "a remark says why not",
        extra=(count("north--south", IndicatorMeasure.THEMES, 2.0, remark="One is not named."),),
    ),
    *(
        Case(rules.counts_agree_with_lists, f"{measure} of {subject}", extra=(count(subject, measure, 99.0),))
        for subject, measure in (
            ("north", IndicatorMeasure.JOINT_PROJECTS),
            ("alliance", IndicatorMeasure.STRATEGIC_PARTNERS),
            ("alliance", IndicatorMeasure.COMMUNITIES),
            ("north", IndicatorMeasure.OUTGOING_EXCHANGE),
        )
    ),
    Case(
        rules.rosters_agree_with_sizes,
        "a complete roster of one, at the date of its figure",
        {
            "alliance": {
                "roster": RosterStatus.COMPLETE,
                "roster_as_of": date("2019-05"),
                "sizes": (*size(1, as_of=date("2019-05")), *size(9, as_of=date("2019-06"))),
            }
        },
    ),
    Case(
        rules.rosters_agree_with_sizes,
        "a complete roster of a network whose size nobody states",
        {"alliance": {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2019"), "sizes": ()}},
    ),
    Case(
        rules.rosters_agree_with_sizes,
        "a remark on the figure says why not",
        {
            "circle": {
                "roster": RosterStatus.COMPLETE,
                "roster_as_of": date("2019"),
                "sizes": size(20, remark="With guests."),
            }
        },
    ),
    Case(
        rules.indicators_say_one_thing,
        "a value of zero",
        {"north-share": {"value": 0.0, "unit": Unit.PERCENT}},
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
    ("north", {"successor": "alliance"}, "alliance", "Network"),
    ("north", {"citations": (Citation(source="alliance-aim"),)}, "alliance-aim", "Statement"),
    ("ice", {"broader": ("ice-school",)}, "ice-school", "Initiative"),
    ("ice-school", {"builds_on": ("treaty-1",)}, "treaty-1", "Agreement"),
    ("ice-school", {"lead": attrs.evolve(HOLDER, organization="ice")}, "ice", "Theme"),
    ("meeting", {"hosts": ("ice",)}, "ice", "Theme"),
    ("meeting", {"initiative": "north"}, "north", "Organization"),
)


def title(case):
    return f"{case.rule.__name__}: {case.what}"


def test_the_small_dataset_keeps_every_rule(small):
    assert check(small) == []


def test_the_bundled_data_keep_every_rule():
    assert check(load()) == []


@given(datasets())
def test_every_dataset_of_the_strategies_keeps_every_rule(dataset):
    assert check(dataset) == []


def test_every_rule_has_an_example_that_breaks_it_and_one_that_keeps_it():
    assert {case.rule for case in BROKEN} == {case.rule for case in KEPT} == set(RULES)
    assert len(set(RULES)) == len(RULES)


@pytest.mark.parametrize("case", BROKEN, ids=title)
def test_a_broken_rule_is_reported_with_file_record_field_and_message(small, case):
    dataset = edited(small, case.changes, case.extra)
    assert tuple(case.rule(dataset)) == case.problems
    assert tuple(check(dataset)) == case.problems


@pytest.mark.parametrize("case", KEPT, ids=title)
def test_what_comes_near_to_breaking_a_rule_keeps_it(small, case):
    assert check(edited(small, case.changes, case.extra)) == []


def test_all_problems_are_reported_at_once_in_the_order_of_the_rules(small):
    dataset = edited(
        small,
        {
            "west": {"country": "XX", "citations": ()},
            "north": {"citations": (Citation(source="page", stated="x" * 101),)},
            "alliance--north": {"ended_by": date("1999")},
        },
    )
    assert [(each.record, each.field) for each in check(dataset)] == [
        ("west", "citations"),
        ("north", "citations[0].stated"),
        ("alliance--north", "ended_by"),
        ("west", "country"),
    ]


def test_rules_that_follow_ids_are_not_run_where_ids_are_broken(small):
    dataset = edited(
        small,
        {"treaty-2": {"renews": "nothing"}, "south": {"country": "XX"}},
        (organization("West", "The West"), organization("meeting", "Meeting")),
    )
    assert [str(each) for each in check(dataset)] == [
        "organizations.json West id: 'West' is not made of lower-case ASCII words joined by hyphens",
        "organizations.json meeting id: 2 records have this id",
        "events.json meeting id: 2 records have this id",
        "agreements.json treaty-2 renews: there is no record 'nothing'",
    ]


MALFORMED = ("", "-a", "a-", "a---b", "a_b", "a b", "väst", "West", "a\n", "\N{ARABIC-INDIC DIGIT ONE}")


@pytest.mark.parametrize("key", MALFORMED)
def test_an_id_is_made_of_lower_case_ascii_words(small, key):
    dataset = edited(small, extra=(organization(key, "Some"),))
    assert [each.record for each in rules.ids_are_well_formed(dataset)] == [key]


@pytest.mark.parametrize(("record", "fields", "path"), DANGLING)
def test_an_id_of_no_record_is_found_wherever_it_stands(small, record, fields, path):
    found = check(edited(small, {record: fields}))
    assert [each[1:] for each in found] == [(record, path, "there is no record 'nowhere'")]


@pytest.mark.parametrize(("record", "fields", "key", "kind"), MISPLACED)
def test_an_id_of_a_record_of_another_class_is_out_of_place(small, record, fields, key, kind):
    (found,) = check(edited(small, {record: fields}))
    file = next(f"{name}.json" for name, each in COLLECTIONS.items() if each.__name__ == kind)
    assert (found.record, found.message) == (record, f"{key!r} is in {file}, and has no place here")


def test_every_record_can_be_the_subject_of_a_statement(small):
    aims = [
        Statement(id=f"aim-{number}", subject=each.id, kind=StatementKind.AIM, text="To be.", citations=BY_PAGE)
        for number, each in enumerate(small)
    ]
    assert check(edited(small, extra=aims)) == []


def test_an_empty_quotation_is_no_text(small):
    dataset = edited(small, {"west": {"citations": (Citation(source="page", stated=" "),)}})
    (found,) = rules.texts_are_normal(dataset)
    assert (found.record, found.field) == ("west", "citations[0].stated")


def test_the_rules_hold_for_the_citations_of_figures_and_of_competing_claims_too(small):
    wrong = Citation(source="page", stated="x" * 101, supports=("colour",))
    claim = Alternative(field="name", value="Ring", citation=wrong)
    dataset = edited(small, {"circle": {"sizes": size(20, citations=(wrong,)), "alternatives": (claim,)}})
    assert [(each.record, each.field) for each in check(dataset)] == [
        ("circle", "alternatives[0].citation.supports"),
        ("circle", "sizes[0].citations[0].supports"),
        ("circle", "alternatives[0].citation.stated"),
        ("circle", "sizes[0].citations[0].stated"),
    ]


def test_the_first_and_the_last_of_three_memberships_may_not_overlap_either(small):
    periods = ("2000/2005-06", "2005/2005", "2005-02/..")
    extra = [
        attrs.evolve(small.get("circle--north"), id=f"stay-{number}", member="south", period=Period.parse(period))
        for number, period in enumerate(periods)
    ]
    found = rules.members_belong_once_at_a_time(edited(small, extra=extra))
    assert ("stay-2", "2005-02/.. may overlap 2000/2005-06 of 'stay-0'") in [
        (each.record, each.message) for each in found
    ]


def test_an_indicator_without_a_value_is_one_problem(small):
    indicator = Indicator(
        id="count", subject="north--south", measure=IndicatorMeasure.THEMES, ranking=("XX",), citations=BY_PAGE
    )
    assert [each.field for each in check(edited(small, extra=[indicator]))] == ["ranking"]


def test_a_network_is_no_party_of_a_partnership_but_may_be_one_of_an_initiative(small):
    (found,) = check(edited(small, {"north--south": {"parties": ("north", "alliance")}}))
    assert (found.record, found.field) == ("north--south", "parties[1]")
    assert check(edited(small, {"ice-school": {"parties": ("north", "alliance")}})) == []


def test_a_subject_that_has_no_themes_is_not_counted(small):
    indicator = attrs.evolve(small.get("north-share"), measure=IndicatorMeasure.THEMES, value=3.0, unit=Unit.COUNT)
    assert check(edited(small, {"north-share": {"measure": indicator.measure, "value": 3.0, "unit": Unit.COUNT}})) == []


def test_who_is_a_member_at_the_date_of_a_roster_is_what_counts(small):
    complete = {"roster": RosterStatus.COMPLETE, "sizes": size(2)}
    for year, counted in (("2004", 1), ("2006", 2), ("2013", 1)):
        dataset = edited(small, {"alliance": {**complete, "roster_as_of": date(year)}})
        wanted = [] if counted == 2 else ["states 2 members, while 1 are on record, with no remark"]
        assert [each.message for each in check(dataset)] == wanted


def accepts(field, text):
    release = Release(version="2020.6.0", reference_date=date("2020"))
    return not [*rules.identifiers_are_valid(Dataset.of(release, [organization("a", "A", **{field: text})]))]


def altered(text):
    """Every text that differs from this one in one character."""
    for place, letter in enumerate(text):
        for other in set(string.printable) - {letter}:
            yield text[:place] + other + text[place + 1 :]


@pytest.mark.parametrize("ror", ["https://ror.org/020hwjq30", "https://ror.org/040af2s02", "https://ror.org/05f0yaq80"])
def test_a_ror_id_with_one_wrong_character_is_invalid(ror):
    assert accepts("ror", ror)
    assert [text for text in altered(ror) if accepts("ror", text)] == []


@pytest.mark.parametrize("isni", [ISNI, "0000 0004 0410 3701", "0000 0001 2281 955X"])
def test_an_isni_with_one_wrong_character_is_invalid(isni):
    assert accepts("isni", isni)
    assert [text for text in altered(isni) if accepts("isni", text)] == []


@pytest.mark.parametrize(
    "ror", ["040af2s02", "https://ror.org/040af2s02/", "https://ror.org/040af2s2", "ror.org/040af2s02"]
)
def test_a_ror_id_is_given_as_a_whole_address(ror):
    assert not accepts("ror", ror)


@pytest.mark.parametrize("isni", ["0000000108389418", "0000 0001 0838 9418 ", "0000-0001-0838-9418", "0000 0001 0838"])
def test_an_isni_is_given_in_groups_of_four(isni):
    assert not accepts("isni", isni)


@pytest.mark.parametrize("item", ["Q", "Q0", "1", "P1", "Q1 ", "Q1a", "https://www.wikidata.org/wiki/Q1"])
def test_a_wikidata_item_is_a_q_and_a_number(item):
    assert accepts("wikidata", "Q1")
    assert not accepts("wikidata", item)
