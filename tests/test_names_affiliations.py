"""Affiliations: the names that a text contains are found, and one is the answer only where it is clearly meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nordic_partnerships import (
    AmbiguousNameError,
    Dataset,
    Name,
    Network,
    Organization,
    PartialDate,
    Release,
    UnknownNameError,
    load,
)
from nordic_partnerships._names import registry
from nordic_partnerships._names.cleaning import as_read
from nordic_partnerships._names.mentions import Text
from nordic_partnerships.kinds import NameKind, NetworkKind, OrganizationKind

RELEASE = Release(version="1", reference_date=PartialDate(2020))


def body(record_id, name, country, city, *, kind=OrganizationKind.UNIVERSITY, acronym=None, alias=None, part_of=()):
    kinds = {NameKind.ACRONYM: acronym, NameKind.ALIAS: alias}
    names = tuple(Name(text=text, kind=name_kind) for name_kind, text in kinds.items() if text)
    return Organization(id=record_id, name=name, kind=kind, country=country, city=city, names=names, part_of=part_of)


BODIES = Dataset.of(
    RELEASE,
    [
        body("oslo", "University of Oslo", "NO", "Oslo", acronym="UiO", alias="Universitetet i Oslo"),
        body("ntnu", "Norwegian University of Science and Technology", "NO", "Trondheim", acronym="NTNU"),
        body("aarhus", "Aarhus University", "DK", "Aarhus", alias="Aarhus Universitet"),
        body("kth", "KTH Royal Institute of Technology", "SE", "Stockholm", acronym="KTH"),
        body("lund", "Lund University", "SE", "Lund"),
        body("turku", "University of Turku", "FI", "Turku"),
        body("uas", "Turku University of Applied Sciences", "FI", "Turku"),
        body("abo", "Åbo Akademi University", "FI", "Turku", alias="Åbo Akademi"),
        body("west", "University West", "SE", "Trollhättan"),
        body("vienna", "University of Vienna", "AT", "Vienna"),
        body("bremen", "University of Bremen", "DE", "Bremen", acronym="UB"),
        body("davis", "University of California, Davis", "US", "Davis"),
        body("uit", "UiT The Arctic University of Norway", "NO", "Tromsø"),
        body("school", "Oslo School of Law", "NO", "Oslo", part_of=("oslo",)),
        body("city", "City of Oslo", "NO", "Oslo", kind=OrganizationKind.CITY, alias="Oslo"),
        body("hospital", "Akershus University Hospital", "NO", "Lørenskog", kind=OrganizationKind.OTHER),
        body("inserm", "Inserm", "FR", "Paris", kind=OrganizationKind.RESEARCH_INSTITUTE),
        body("linkoping", "Linköping University", "SE", "Linköping"),
        body("umea", "Umeå University", "SE", "Umeå"),
        body("defence", "National Defence University", "FI", "Helsinki"),
        body("ministry", "Ministry of Education and Culture", "FI", "Helsinki", kind=OrganizationKind.OTHER),
        body("athens", "National and Kapodistrian University of Athens", "GR", "Athens"),
        body("lyon", "University of Lyon", "FR", "Lyon"),
        body("rennes", "University of Rennes 1", "FR", "Rennes"),
        body("minnesota", "University of Minnesota", "US", "Minneapolis"),
        body("maryland", "University of Maryland, College Park", "US", "College Park", alias="University of Maryland"),
        body("nla", "NLA University College", "NO", "Bergen", kind=OrganizationKind.COLLEGE),
        body("hvl", "Western University of Norway", "NO", "Bergen", alias="Bergen University College"),
        body("molde", "Molde University College", "NO", "Molde", kind=OrganizationKind.COLLEGE),
        body("boras", "University of Borås", "SE", "Borås", alias="Högskolan i Borås"),
        body("lulea", "Luleå tekniska universitet", "SE", "Luleå", alias="Luleå"),
        body("hame", "Häme University of Applied Sciences", "FI", "Hämeenlinna"),
        body("linne", "Linnaeus University", "SE", "Växjö", alias="Linnéuniversitetet"),
        body("aland", "Åland University of Applied Sciences", "AX", "Mariehamn"),
        body("open", "The Open University", "GB", "Milton Keynes"),
        body("aberta", "Universidade Aberta", "PT", "Lisbon", alias="Open University"),
        body("sorbonne", "Sorbonne", "FR", "Paris"),
        body("moulin", "University of Lyon, Jean Moulin", "FR", "Lyon"),
        body("arcada", "Arcada University of Applied Sciences", "FI", "Helsinki", alias="Arcada"),
        body("diaconia", "Diaconia University of Applied Sciences", "FI", "Helsinki", alias="Diaconia"),
        body("savonia", "Savonia University of Applied Sciences", "FI", "Kuopio", acronym="SAVONIAUAS"),
        body("xamk", "South-Eastern Finland University of Applied Sciences", "FI", "Mikkeli", acronym="XAMK"),
        body("crafts", "Norden Arts and Crafts University", "SE", "Lund"),
        body("setur", "University of the Faroe Islands", "FO", "Tórshavn", acronym="SETUR"),
        body("rana", "Rana College", "NO", "Mo i Rana", acronym="HiRa"),
        body("berlin", "Humboldt University of Berlin", "DE", "Berlin", alias="Universität Berlin"),
    ],
)


def read(text, **options):
    (row,) = BODIES.resolve_many([text], among=Organization, inside_text=True, **options)
    return row


CLEAR = {
    "Dept. of Physics, University of Oslo, Oslo, Norway": ("oslo", "University of Oslo"),
    "Physics, Aarhus Univ., Denmark": ("aarhus", "Aarhus Univ"),
    "KTH, Stockholm": ("kth", "KTH"),
    "NTNU Trondheim": ("ntnu", "NTNU"),
    "Faculty of Medicine Lund University Lund Sweden": ("lund", "Lund University"),
    "Department of Media Technology Turku University of Applied Sciences Turku Finland": (
        "uas",
        "Turku University of Applied Sciences",
    ),
    "Inst. of Chemistry, Univ. Turku, Turku": ("turku", "Univ. Turku"),
    "Institutt for fysikk, UNIVERSITETET I OSLO": ("oslo", "UNIVERSITETET I OSLO"),
    "Centre X, Uiversity; The University of Oslo; Norway": ("oslo", "University of Oslo"),
    "Lab, UiT \N{EN DASH} The Arctic University of Norway, Harstad": (
        "uit",
        "UiT \N{EN DASH} The Arctic University of Norway",
    ),
    "Plant Sciences, University of California, Davis, CA, USA": ("davis", "University of California, Davis"),
    "Aarhus University, Herning": ("aarhus", "Aarhus University"),
    "Geology, Åbo Akademi University and Turku Centre for Biotechnology": ("abo", "Åbo Akademi University"),
    "Oslo School of Law, University of Oslo": ("oslo", "University of Oslo"),
    "Akershus University Hospital, University of Oslo": ("oslo", "University of Oslo"),
    "City of Oslo, University of Oslo": ("oslo", "University of Oslo"),
    "Lund University Diabetes Centre, Malmö": ("lund", "Lund University"),
    "Physics, Univ. of Vienna (Austria)": ("vienna", "Univ. of Vienna"),
    "Univ. Bremen, Inserm": ("bremen", "Univ. Bremen"),
    "IFM Biology, Linko\u00a8 ping University, Linko\u00a8 ping, Sweden": ("linkoping", "Linkoping University"),
    "Ecology, Link o\u00a8ping University, Link o\u00a8ping, Sweden": ("linkoping", "Linkoping University"),
    "Radiation Sciences, Umea\u02da University, Sweden": ("umea", "Umea University"),
    "Inst. f\u00f6r fysik, Umea\u02da universitet": ("umea", "Umea universitet"),
    "Dept. of Law, <b>Ume&aring; University</b> &amp; partners, Sweden": ("umea", "Umeå University"),
    "Department of Surgery/Anesthesiology and Intensive Care Ume\u00e5 University, Sweden": ("umea", "Umeå University"),
    "PHYSICS DEPARTMENT\nUNIVERSITY OF OSLO\nN-0316 OSLO\nNORWAY": ("oslo", "UNIVERSITY OF OSLO"),
    "Materials Chemistry, \u00c5ngstr\u00f6m Laboratory, LundUniversity, 751 21 Lund, Sweden": (
        "lund",
        "LundUniversity",
    ),
    "Lund University, Lund, Sweden. E-mail: nobody@kth.se": ("lund", "Lund University"),
    "Faculty of Biology, National and Kapodistrian University of Athens": (
        "athens",
        "National and Kapodistrian University of Athens",
    ),
    "Physics, University of Rennes 1, Rennes, France": ("rennes", "University of Rennes 1"),
    "Law School, University of Minnesota - Minneapolis": ("minnesota", "University of Minnesota"),
    "University of Minnesota - Department of Law": ("minnesota", "University of Minnesota"),
    "Fysikum, Lund University, AlbaNova University Center, Sweden": ("lund", "Lund University"),
    "Faculty of Law NLA Univ. College Bergen Norway": ("nla", "NLA Univ. College"),
    "Physics, Molde Univ. College, Molde, Norway": ("molde", "Molde Univ. College"),
    "Textiles, Hoegskolan i Boras, Sweden": ("boras", "Hoegskolan i Boras"),
    "Physics, Lulea\u02da tekniska universitet, Lulea\u02da, Sweden": ("lulea", "Lulea tekniska universitet"),
    "Faculty of Law Haeme University of Applied Sciences Haemeenlinna Finland": (
        "hame",
        "Haeme University of Applied Sciences",
    ),
    "School of Business, LINNEUNIVERSITETET, Sweden. Email: nobody@example.org": ("linne", "LINNEUNIVERSITETET"),
    "\u00c5land University of Applied Sciences, Mariehamn, Finland.": ("aland", "Åland University of Applied Sciences"),
    "Inst. of Law\nUniv. of Bor\u00e5s\nP.O. Box 1\nBor\u00e5s": ("boras", "Univ. of Borås"),
    "DEPARTMENT OF PHYSICS, UIT - THE ARCTIC UNIVERSITY OF NORWAY, TROMSO": (
        "uit",
        "UIT - THE ARCTIC UNIVERSITY OF NORWAY",
    ),
    "Dept. of Physics & Astronomy, Lund University, Sweden": ("lund", "Lund University"),
    "Mathematics, The Open University, Walton Hall": ("open", "Open University"),
    "Department of Strategy, National Defence University, Helsinki": ("defence", "National Defence University"),
    "Library of Lund University and also at the KTH": ("lund", "Lund University"),
    "Media, Arcada, Helsinki": ("arcada", "Arcada"),
    "Nursing, DIACONIA, Helsinki": ("diaconia", "DIACONIA"),
    "Nature, HiRa, Mo i Rana": ("rana", "HiRa"),
    "Cancer, Inserm, Paris": ("inserm", "Inserm"),
    "Physics, University of Vienna Austria": ("vienna", "University of Vienna"),
    "Physics, University of Lyon": ("lyon", "University of Lyon"),
    "Physics, University of Lyon research unit, Lyon": ("lyon", "University of Lyon"),
    "Physics, University of Lyon, 2 rue Pasteur, Lyon": ("lyon", "University of Lyon"),
    "Law, University of Lyon, Jean Moulin 6, Lyon": ("moulin", "University of Lyon, Jean Moulin"),
    "Physics, University of Minnesota": ("minnesota", "University of Minnesota"),
    "University of Minnesota, Physics": ("minnesota", "University of Minnesota"),
    "University of Minnesota - Applied Physics": ("minnesota", "University of Minnesota"),
    "University of Minnesota (physics)": ("minnesota", "University of Minnesota"),
    "University of Minnesota (Library)": ("minnesota", "University of Minnesota"),
    "Exchange with a partner university, Lund University": ("lund", "Lund University"),
    "Exchange with a partner university in Chicago, Lund University": ("lund", "Lund University"),
    "Exchange with a university of music, Lund University": ("lund", "Lund University"),
    "Guests of a university of, Lund University": ("lund", "Lund University"),
    "Physics, University of Bremen in, Bremen, Germany": ("bremen", "University of Bremen"),
    "Staff of University of Bremen people, Germany": ("bremen", "University of Bremen"),
    "Law, University of Lyon, Jean, Moulin": ("lyon", "University of Lyon"),
    "Physics, KTH, Royal Institute of Technology, Stockholm": ("kth", "KTH"),
    "Design, Norden Arts and Crafts University, Lund": ("crafts", "Norden Arts and Crafts University"),
    "Physics, University of Oslo, UIO, Norway": ("oslo", "University of Oslo"),
    "Physics, KTH, 100 44 Sweden, mail to the front office": ("kth", "KTH"),
    "Law, SETUR, Faroe Islands, mail to the front office": ("setur", "SETUR"),
    "Department of Physics at KTH in Sweden": ("kth", "KTH"),
    "Department of Physics at KTH in Sweden 10044": ("kth", "KTH"),
    "Department of Law at SETUR on Faroe Islands": ("setur", "SETUR"),
    "Physics, Lund - University West": ("west", "University West"),
    "Media, XAMK, Mikkeli": ("xamk", "XAMK"),
    "The Open University, Walton Hall": ("open", "Open University"),
    "Mathematics, Open University, Lisbon, Portugal": ("aberta", "Open University"),
    "Fysikum, Lund University, AlbaNova University Science Learning Center": ("lund", "Lund University"),
    "Haukeland Hospital, and University of Oslo": ("oslo", "University of Oslo"),
    "University of Oslo and, the New Childrens Hospital": ("oslo", "University of Oslo"),
    "Physics, Lund Univ., Lund University": ("lund", "Lund Univ"),
    "Materials Chemistry, LundUniversity": ("lund", "LundUniversity"),
    "Physics, Université Sorbonne, Paris": ("sorbonne", "Sorbonne"),
    "Law, University of Oslo and Oslo School of Law": ("oslo", "University of Oslo"),
    "City of Oslo and University of Oslo": ("oslo", "University of Oslo"),
    "and University of Oslo, Law": ("oslo", "University of Oslo"),
    "Akershus University Hospital Heart Unit": ("hospital", "Akershus University Hospital"),
    "Physics, University of Vienna 2": ("vienna", "University of Vienna"),
    "Physics, University of Vienna - Josefstadt": ("vienna", "University of Vienna"),
    "KTH in Sweden": ("kth", "KTH"),
    "Open University, Lisbon, and the": ("aberta", "Open University"),
    "Guests of a Chicago partner university, Lund University": ("lund", "Lund University"),
    "University of Minnesota Postbox, Minneapolis": ("minnesota", "University of Minnesota"),
    "Physics, University of Bremen Research Unit": ("bremen", "University of Bremen"),
    "Department of Physics at KTH in Sweden 100 44 1": ("kth", "KTH"),
}


@pytest.mark.parametrize("text", CLEAR)
def test_the_name_in_a_text_is_the_answer_with_its_words_as_the_reason(text):
    record_id, words = CLEAR[text]
    row = read(text)
    assert row.record is not None, row
    assert (row.record.id, row.reason) == (record_id, f"inside the text: {words!r}")
    first = row.candidates[0]
    assert (first.record.id, first.name, first.rivals) == (record_id, row.name, row.rivals)
    assert row.score == first.score == pytest.approx(0.6 + 0.2 * len(words) / len(text))


OTHERS = {
    "an acronym alone": "Institute of Physics, KTH",
    "a place alone": "Health Services, Oslo, Norway",
    "an acronym in another country": "KTH, Helsinki, Finland",
    "a foreign acronym beside its country": "Physics, UB, Germany",
    "two universities": "Lund University, Aarhus University",
    "two universities joined": "Department of Law, University of Oslo and Aarhus University",
    "two universities joined by a sign": "Department of Law, University of Oslo & Aarhus University",
    "two universities joined by a plus": "Lund University + Univ. of Oslo",
    "two universities joined by a bullet": "Aarhus University \u2022 Lund University",
    "two universities joined in markup": "Lund University &amp; Aarhus University",
    "a university and an acronym joined": "Joint Centre of Lund University and KTH",
    "a hospital joined": "Department of Surgery, Oslo University Hospital and University of Oslo, Oslo",
    "a hospital": "Heart Unit, Lund University Hospital, Lund",
    "a student union": "Lund University Student Union",
    "another kind": "Medical University of Vienna, Austria",
    "another word": "Jacobs University Bremen, Bremen",
    "a longer name": "Vienna University of Technology",
    "a campus elsewhere": "University of Bremen Bangkok",
    "a campus in another place": "University of Bremen in Bangkok",
    "a medical centre": "University of Vienna Medical Centre",
    "a medical centre of an acronym": "Endocrinology, KTH University Medical Center, Stockholm",
    "a part of a name": "University of West London, London",
    "a hyphen": "University of Vienna-Krems",
    "words over a comma": "Tools for Lund, University Archives",
    "a country that does not fit": "Faculty of Law, University of Bremen, Finland",
    "another university of two words": "Law, Rutgers University and Lund University",
    "another university of a place": "University of Surrey, Aarhus University",
    "another university far away": "1 Zoology, University of Oslo, Norway, 2 Biology, Emory University, Atlanta, USA",
    "a number": "Groupe d'Analyse, University of Lyon 2, Lyon, France",
    "a campus after a dash": "University of Minnesota - Duluth",
    "a campus in brackets": "School of Business, University of Minnesota (Morris)",
    "a form of a name that others bear": "Dept of Med, Univ of Maryland School of Med, Baltimore, MD",
    "an adjective with its ending": "Institut der Freien Universität Berlin, Takustr. 3, Berlin",
    "another nation's": "Indian National Defence University",
    "an office that other countries have": "Ministry of Education and Culture, Yogyakarta",
    "a form over a dash": "Lehrstuhl VI, Lund - Univ. of Technology",
    "a university and an acronym joined by a sign": "Joint Centre of Lund University & KTH",
    "two towns": "Hospitals of Lund and elsewhere, Sweden",
    "words over and": "Hospitals of Bremen and University Hospitals",
    "an acronym joined by three words": "Library of Lund University and also the KTH",
    "a short word in another case": "Media, ARCADA, Helsinki",
    "a long acronym in another case": "Health, Savoniauas, Kuopio",
    "a number behind a single word": "Physics, Sorbonne 4, Paris",
    "a word before a body that is no school": "Unité Inserm, Paris",
    "a word before it in its part of the text": "Cancer, Unité Inserm, Paris",
    "a hospital joined and nothing else": "Hospital and University of Oslo",
    "a hospital without a name joined": "Surgery, Hospital and University of Oslo",
    "a hospital joined behind": "Physics, University of Oslo and the New Childrens Hospital",
    "another university before its library": "Law, Rutgers University in New Brunswick Library, Lund University",
    "a campus after a dash before its state": "University of Minnesota - Duluth, MN",
    "a hospital joined at the end": "University of Oslo, and Hospital",
    "a town and a university": "Mayors of Bremen and University, Germany",
    "another university at the beginning": "Rutgers University, Lund University",
    "a country of four words that does not fit": "Law, University of Bremen in United States of America",
    "a country of five words that does not fit": "Law, Univ. of Bremen, Democratic Republic of the Congo",
    "a city that a university is called by": "Health Services, Luleå, Sweden",
}


@pytest.mark.parametrize("case", OTHERS)
def test_no_record_is_the_answer_where_another_body_or_none_is_meant(case):
    row = read(OTHERS[case])
    assert row.record is None, row
    assert row.error is not None


def test_several_bodies_in_a_text_are_all_candidates():
    row = read("Lund University, Lund; Aarhus University, Aarhus")
    assert [(match.record.id, match.name, match.reason) for match in row.candidates] == [
        ("lund", "Lund University", "inside the text: 'Lund University'"),
        ("aarhus", "Aarhus University", "inside the text: 'Aarhus University'"),
    ]
    assert isinstance(row.error, AmbiguousNameError)
    assert row.error.candidates == ("aarhus", "lund")
    assert row.key == row.error.key == "Lund University, Lund; Aarhus University, Aarhus"


def test_the_most_certain_candidates_come_first():
    rows = [read("KTH; Lund University; Umeå University, Sweden"), read("KTH; Lund University; Umeå University")]
    assert [[match.record.id for match in row.candidates] for row in rows] == [["lund", "umea", "kth"]] * 2


def test_two_bodies_may_stand_side_by_side():
    assert [match.record.id for match in read("KTH University of Oslo").candidates] == ["oslo", "kth"]


def test_what_follows_a_detached_accent_goes_on_with_a_small_letter():
    assert as_read("Linko\u00a8 pING") == "LinkopING"
    assert as_read("Link\u00a8 Ping") == "Link Ping"


def test_what_is_no_entity_of_html_stays_as_it_is():
    assert as_read("Law &copy Sons") == "Law &copy Sons"


def test_a_single_candidate_that_is_not_clear_does_not_make_a_text_ambiguous():
    row = read("Institute of Physics, KTH")
    assert isinstance(row.error, UnknownNameError)
    assert row.key == row.error.key == "Institute of Physics, KTH"
    assert [match.record.id for match in row.candidates] == ["kth"]


def test_the_proper_name_before_a_foreign_name_may_begin_it_and_before_a_nordic_one_may_not():
    assert read("Jacobs University Bremen, Bremen, Germany").candidates == ()
    assert read("Intensive Care Lund University, Lund").record.id == "lund"


def test_a_single_word_names_a_body_without_a_further_s_only():
    assert [match.record.id for match in read("Media, Arcada, Law").candidates] == ["arcada"]
    assert read("Media, Arcadas, Law").candidates == ()


def test_the_last_word_of_a_text_does_not_stand_before_its_first():
    assert read("1 university Rennes").candidates == ()


def test_up_to_eight_words_stand_before_university():
    words = "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota"
    long, longer = f"{words[:-5]} University", f"{words} University"
    data = Dataset.of(RELEASE, [body("eight", long, "SE", "Lund"), body("nine", longer, "SE", "Lund")])
    rows = data.resolve_many([f"Law, {long}", f"Law, {longer}"], among=Organization, inside_text=True)
    assert [row.record and row.record.id for row in rows] == ["eight", None]


def test_a_network_is_found_in_a_text_as_well():
    network = Network(id="five", name="Nordic Five Tech", kind=NetworkKind.UNIVERSITY_ALLIANCE)
    west = Network(id="west", name="Network West", kind=NetworkKind.UNIVERSITY_ALLIANCE)
    acronym = Network(id="n8", name="Eight", kind=NetworkKind.ASSOCIATION, names=(Name(text="NET8"),))
    networks = Dataset.of(RELEASE, [network, west, acronym])
    texts = [
        "A member of Nordic Five Tech since 2006",
        "In Network West London",
        "NET8, Oslo",
        "Nordic Five Tech, Sweden",
        "Nordic Five Tech; Network West",
    ]
    rows = networks.resolve_many(texts, inside_text=True)
    assert [row.record and row.record.id for row in rows] == ["five", None, None, "five", None]


def test_a_network_is_found_after_organizations_alone_were_asked_for():
    network = Network(id="five", name="Nordic Five Tech", kind=NetworkKind.UNIVERSITY_ALLIANCE)
    data = Dataset.of(RELEASE, [network])
    text = "A member of Nordic Five Tech since 2006"
    assert data.resolve_many([text], among=Organization, inside_text=True)[0].record is None
    assert data.resolve_many([text], inside_text=True)[0].record == network


def test_a_name_that_others_in_the_country_bear_is_a_candidate_only():
    alias = body("illinois", "University of Illinois Urbana-Champaign", "US", "Urbana", alias="University of Illinois")
    text = "Physics, University of Illinois, Urbana, United States"
    (row,) = Dataset.of(RELEASE, [alias]).resolve_many([text], among=Organization, inside_text=True)
    assert row.record is None
    assert [match.record.id for match in row.candidates] == ["illinois"]
    assert "University of Illinois Chicago" in row.candidates[0].rivals


@pytest.fixture
def world(monkeypatch):
    """What the world's registry lists; nothing unless a test adds."""
    listed = {}
    monkeypatch.setattr(registry, "_listed", lambda: listed)
    return listed


def test_an_acronym_beside_its_city_is_foreign_and_clear_if_no_living_body_of_its_country_bears_it(world):
    for rival, clear in {"ESBarcelona": True, "deBerlin": True, "DEBerlin": False}.items():
        world["ub"] = rival
        assert (read("Physics, UB, Bremen").record is not None) == clear, rival
    world["kth"] = "SEOther"
    assert read("Physics, KTH, Stockholm").record.id == "kth"


def test_a_name_beside_its_country_is_clear_if_others_bear_it_elsewhere(world):
    world["universitatberlin"] = "ATBerlin"
    text = "Physics, Universität Berlin, Germany; Physics, Graz, Austria"
    assert read(text).record.id == "berlin"
    assert read("Physics, Universität Berlin").record is None
    assert read("Physics, Universität Berlin", country="DE").record.id == "berlin"


def test_rivals_are_those_in_the_country_that_a_text_names(world):
    world["universitatberlin"] = world["~university berlin"] = "ATBerlin|DETechnische Universität Berlin"
    for name in ("Universität Berlin", "Univ. Berlin"):
        assert read(f"Physics, {name}").candidates[0].rivals == ("Berlin", "Technische Universität Berlin")
        assert read(f"Physics, {name}, Germany").candidates[0].rivals == ("Technische Universität Berlin",)


def test_a_name_beside_its_place_goes_before_an_acronym_beside_its_place(world):
    world["universitatberlin"] = "ATBerlin"
    assert read("Universität Berlin, Berlin; KTH, Stockholm").record.id == "berlin"


def test_a_name_of_a_body_without_a_country_may_go_on_with_its_city():
    nowhere = Dataset.of(RELEASE, [body("a", "Norden University", None, "Lund")])
    texts = ["Law, Norden University Lund", "Law, Norden University Malmö"]
    rows = nowhere.resolve_many(texts, among=Organization, inside_text=True)
    assert [row.record and row.record.id for row in rows] == ["a", None]


@pytest.mark.parametrize("end", ["{}", "{} 1", ", {}", ", {}, 1 2 3"])
def test_a_country_of_many_words_is_named_with_or_without_a_comma(end):
    congo = [body("a", "Congo University", "CD", "Goma"), body("b", "Congo University", "CG", "Owando")]
    text = "Law, Congo University " + end.format("Democratic Republic of the Congo")
    (row,) = Dataset.of(RELEASE, congo).resolve_many([text], among=Organization, inside_text=True)
    assert row.record.id == "a"


def test_the_country_that_a_text_names_chooses_between_two_of_one_name():
    twins = [body("a", "Nord University", "NO", "Bodø"), body("b", "Nord University", "SE", "Umeå")]
    texts = ["Physics, Nord University, Sweden", "Physics, Nord University"]
    rows = Dataset.of(RELEASE, twins).resolve_many(texts, among=Organization, inside_text=True)
    assert [row.record and row.record.id for row in rows] == ["b", None]


def test_a_country_narrows_what_a_text_names():
    text = "Lund University and Aarhus University"
    assert read(text, country="SE").record.id == "lund"
    assert read(text, country="NO").record is None


def test_a_text_is_read_only_where_it_is_asked_for():
    text = "Dept. of Physics, University of Oslo, Norway"
    assert BODIES.resolve_many([text])[0].record is None
    assert BODIES.resolve_many([text])[0].candidates == ()
    assert read("University of Oslo").reason == "name"
    assert read("University of Oslo").candidates == ()


def test_long_and_strange_texts_are_read_in_bounded_time():
    assert read("University of Oslo, " * 400).record.id == "oslo"
    assert read("University of Oslo, " * 100_000).record is None
    assert read("\N{RIGHT-TO-LEFT MARK}Physics, University\N{ZERO WIDTH SPACE} of Oslo, Norway").record.id == "oslo"
    (row,) = BODIES.resolve_many([17], inside_text=True)
    assert row.record is None


def test_a_university_in_any_department_is_found_and_never_another_one():
    universities = [
        organization
        for organization in load("2026.11.1").organizations(kind="university", country="Nordic")
        if not organization.successor
    ]
    frames = ["Department of Law, {}", "{}, School of Music", "Institute of X, {}, Campus Y, {country}"]
    texts = {frame.format(body.name, country=body.country): body for body in universities for frame in frames}
    rows = load("2026.11.1").resolve_many(texts, among=Organization, inside_text=True)
    answered = {row.record.id for row in rows if row.record}
    assert [row.key for row in rows if row.record not in (None, texts[row.key])] == []
    assert len(answered) == len(universities)


@given(st.text(max_size=60))
def test_any_text_is_cut_into_words_that_stand_in_it(text):
    words = Text(text).words
    assert all(text[word.start : word.end].strip() for word in words)
    assert [word.part for word in words] == sorted(word.part for word in words)
    assert [word.part for word in Text("a b, c (d) e").words] == [0, 0, 1, 2, 3]
    assert read(f"{text} z").error is not None or read(f"{text} z").record is not None
