"""Names are answered by written rules: what goes before what, what is ambiguous, and why a record is the answer."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nordic_partnerships import (
    AmbiguousNameError,
    Dataset,
    InvalidValueError,
    Name,
    Network,
    Organization,
    PartialDate,
    Period,
    Release,
    UnknownNameError,
    load,
)
from nordic_partnerships._names import steps
from nordic_partnerships._names.folding import fold, fold_words, spellings_of_words
from nordic_partnerships._names.forms import form_of, spelled_alike
from nordic_partnerships._names.registry import Rival, rivals_of
from nordic_partnerships._opening.bundled import BundledStore
from nordic_partnerships.kinds import NameKind, NetworkKind, OrganizationKind

RELEASE = Release(version="1", reference_date=PartialDate(2020))
UNIVERSITY = OrganizationKind.UNIVERSITY


def university(record_id, name, country="FI", *, acronym=None, former=None, alias=None, **fields):
    kinds = {NameKind.ACRONYM: acronym, NameKind.FORMER: former, NameKind.ALIAS: alias}
    names = tuple(Name(text=text, kind=kind) for kind, text in kinds.items() if text)
    return Organization(id=record_id, name=name, kind=UNIVERSITY, country=country, names=names, **fields)


def dataset(*records):
    return Dataset.of(RELEASE, records)


def ask(records, key, **options):
    (row,) = dataset(*records).resolve_many([key], among=Organization, **options)
    return row


@pytest.fixture
def world(monkeypatch):
    """The bodies of the world that bear a name, by the folded name or by "~" and the form; none unless a test adds."""
    known = {}

    def read(key, countries):
        return tuple(rival for rival in known.get(key, ()) if countries is None or rival.country in countries)

    monkeypatch.setattr(steps, "rivals_of", lambda folded, countries=None: read(folded, countries))
    monkeypatch.setattr(steps, "rivals_of_form", lambda form, countries=None: read(f"~{form}", countries))
    return known


# -------------------------------------------------------------------- the order


def test_letter_for_letter_goes_before_spelled_alike(world):
    world["unica"] = (Rival("Ciego de Ávila", "CU", spelling="UNICA"),)
    network = Network(id="capitals", name="UNICA", kind=NetworkKind.ASSOCIATION)
    both = dataset(network, university("cote", "Côte", "FR", acronym="UniCA"))
    assert both.get("UNICA").id == "capitals"
    assert both.get("UniCA").id == "cote"
    with pytest.raises(AmbiguousNameError):
        both.get("unica")


def test_an_id_goes_before_a_name():
    assert dataset(university("unica", "Other"), university("b", "unica")).organization("unica").id == "unica"


def test_a_living_body_goes_before_a_closed_one():
    old = university("old", "Tampereen yliopisto", successor="new")
    assert ask([old, university("new", "Tampereen Yliopisto")], "TAMPEREEN YLIOPISTO").record.id == "new"
    assert ask([old, university("new", "Tampere")], "tampereen yliopisto").record.id == "old"


def test_networks_are_closed_once_they_are_dissolved():
    living = Network(id="n", name="Norden", kind=NetworkKind.ASSOCIATION)
    assert dataset(living, university("a", "Norden", closed=PartialDate(2018))).get("Norden").id == "n"
    gone = attrs.evolve(living, dissolved=PartialDate(2018))
    assert dataset(gone, university("a", "Norden")).get("Norden").id == "a"


def test_a_present_name_goes_before_a_former_one():
    records = [university("a", "Aalto"), university("b", "Bee", former="Aalto")]
    row = ask(records, "Aalto")
    assert (row.record.id, row.reason) == ("a", "name")
    assert ask(records[1:], "Aalto").reason == "former name"


@pytest.mark.parametrize(
    ("period", "reason"),
    [
        ("1974/2003", "former name until 2003"),
        ("1974/", "former name"),
        ("1974/..", "former name"),
        (None, "former name"),
    ],
)
def test_a_former_name_says_until_when(period, reason):
    name = Name(text="Aalto", kind=NameKind.FORMER, period=period and Period.parse(period))
    assert ask([attrs.evolve(university("b", "Bee"), names=(name,))], "Aalto").reason == reason


@pytest.mark.parametrize("fields", [{"closed": PartialDate(2018)}, {"name": "Aalto", "former": "Norden"}])
def test_two_that_are_closed_are_both_left_and_two_that_had_a_name(fields):
    records = [university(**{"record_id": record_id, "name": "Norden", **fields}) for record_id in ("a", "b")]
    assert ask(records, "Norden").error.candidates == ("a", "b")


def test_two_that_are_left_are_both_named():
    records = [university("a", "Norden"), university("b", "Norden")]
    row = ask(records, "norden")
    assert isinstance(row.error, AmbiguousNameError)
    assert row.error.candidates == ("a", "b")
    assert ask([attrs.evolve(records[0], country="NO"), records[1]], "norden", country="NO").record.id == "a"


# -------------------------------------------------------------------- spelling and forms


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Högskolan i Borås", "HOEGSKOLAN I BORAS"),
        ("Universitetet i Tromsø", "Universitetet i Tromsoe"),
        ("Aarhus Universitet", "Århus universitet"),
        ("Universität Tübingen", "Universitaet Tuebingen"),
        ("Malmö University", "Malmoe University"),
    ],
)
def test_aa_ae_oe_and_ue_are_letters_with_a_sign(name, written):
    row = ask([university("a", name)], written)
    assert (row.record.id, row.reason, row.name) == ("a", "name", name)


def test_a_short_text_is_no_loose_spelling():
    with pytest.raises(UnknownNameError):
        dataset(university("a", "ABB")).organization("AABB")
    assert ask([university("a", "Åboa")], "Aaboa").reason == "name"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("University of Oslo", "The University of Oslo"),
        ("University of Oslo", "Oslo University"),
        ("Aalborg Municipality", "Municipality of Aalborg"),
        ("University of Oslo", "Univ. of Oslo"),
        ("University of Oslo", "Univ Oslo"),
        ("Aarhus University", "University of Aarhus"),
        ("Göteborgs universitet", "Göteborg University"),
        ("Göteborgs universitet", "Göteborg universitet"),
        ("Swedish University of Agricultural Sciences", "Swedish Univ. of Agr. Sci."),
        ("Royal Institute of Technology Stockholm", "Royal Inst Technol, Stockholm"),
        ("MF vitenskapelig høyskole", "MF VITENSKAPELIG HOGSKOLE"),
        ("Karelia-ammattikorkeakoulu", "KARELIA AMMATTIKORKEAKOULU OY"),
        ("Turun ammattikorkeakoulu", "Turun AMK"),
        ("VID vitenskapelige høgskole", "VID VITENSKAPELIGE HOGSKOLE AS"),
        ("Háskólinn í Reykjavík", "HASKOLINN I REYKJAVIK EHF"),
        ("Handelshøyskolen BI", "STIFTELSEN HANDELSHOYSKOLEN BI"),
        ("Metso", "Metso Oyj"),
        ("Novo Nordisk", "Novo Nordisk A/S"),
        ("Novo Nordisk Foundation", "Novo Nordisk Foundation A/S"),
        ("Danfoss", "Danfoss A/S"),
        ("Volvo", "AB Volvo"),
        ("Yara", "Yara ASA"),
    ],
)
def test_declared_forms_are_forms_of_the_name(name, written):
    row = ask([university("a", name), university("b", "University of Bergen")], written)
    assert (row.record.id, row.reason, row.name) == ("a", "form of the name", name)


@pytest.mark.parametrize(
    "written",
    [
        "University of Southern Denmark (SDU)",
        "University of Southern Denmark - SDU",
        "SDU University of Southern Denmark",
        "University of Southern Denmark SDU",
        "University of Southern Denmark, Odense, Denmark",
        "University of Southern Denmark / Syddansk Universitet",
        "Univ. of Southern Denmark (Denmark)",
        "University of Southern Denmark / Syddansk Universitet / SDU / Odense",
    ],
)
def test_a_name_beside_its_acronym_its_place_or_itself(written):
    southern = university(
        "sdu", "University of Southern Denmark", "DK", acronym="SDU", alias="Syddansk Universitet", city="Odense"
    )
    row = ask([southern, university("sdu-2", "South", "US", acronym="SDU")], written)
    assert (row.record.id, row.reason, row.score) == ("sdu", "form of the name", 0.9)


def test_a_name_beside_its_acronym_may_have_any_letter():
    assert ask([university("x", "Xenia", acronym="XEN")], "Xenia (XEN)").reason == "form of the name"


def test_a_name_beside_its_short_name_in_two_letters():
    row = ask([university("abo", "Åbo Akademi", alias="Åbo")], "Åbo Akademi (Aabo)")
    assert (row.record.id, row.reason) == ("abo", "form of the name")


@pytest.mark.parametrize(
    "written",
    [
        "University of Oslo (Bergen)",
        "University of Oslo, Sweden",
        "University of Oslo / University of Bergen",
        "Norden, UiB",
        "University of Oslo / Oslo / Norway / University of Oslo / Oslo",
        "Oslo University of Oslo",
        "University of Oslo Oslo",
        "University of Oslo Press",
        "University",
        "Oslo",
    ],
)
def test_what_does_not_fit_the_name_is_no_form_of_it(written):
    records = [university("uio", "University of Oslo", "NO", city="Oslo"), university("uib", "University of Bergen")]
    assert ask(records, written).record is None
    assert ask([attrs.evolve(record, country=None) for record in records], written).record is None


@pytest.mark.parametrize("written", ["Alto", "Alto University", "alto univ.", "Univ. Alto"])
def test_a_plain_letter_is_not_read_as_two(written):
    assert ask([university("aalto-university", "Aalto University", "FI", alias="Aalto")], written).record is None


@pytest.mark.parametrize("written", ["Ålto University", "Univ. Aalto", "AALTO UNIVERSITY"])
def test_two_letters_are_read_as_the_one_they_stand_for(written):
    records = [university("aalto-university", "Aalto University", "FI", alias="Aalto")]
    assert ask(records, written).record.id == "aalto-university"


def test_a_text_in_one_word_is_spelled_as_a_name_in_two():
    assert spelled_alike("AboMalmo", "Åbo Malmö")
    assert spelled_alike("AaboMalmoe", "Åbo Malmö")
    assert not spelled_alike("AltoMalmo", "Aalto Malmö")


@given(st.text())
def test_every_word_has_its_spellings(text):
    spellings = spellings_of_words(text)
    assert [word in spelled for word, spelled in zip(fold_words(text), spellings, strict=True)] == [True] * len(
        spellings
    )


@pytest.mark.parametrize("text", ["", "University", "The University of Technology", "AS", "KTH", "of the"])
def test_words_that_all_share_have_no_form(text):
    assert form_of(text) == ""


def test_a_name_that_says_only_how_a_body_is_owned_is_its_own_form():
    assert form_of("Limited") == "limited"
    assert form_of("Limited Ltd") == "limited"


def test_a_genitive_s_is_left_out_after_three_letters_and_of_words_that_are_shortened():
    assert form_of("Åbos universitet") == form_of("Åbo universitet")
    assert form_of("Ras universitet") != form_of("Ra universitet")
    assert form_of("Nordens högskolas") == form_of("Norden högskola")


def test_a_form_that_others_have_is_not_answered(world):
    washington = university("uw", "University of Washington", "US")
    assert ask([washington], "Washington University").record.id == "uw"
    world["~university washington"] = (Rival("Washington University in St. Louis", "US"),)
    row = ask([washington], "Washington University")
    assert row.error.rivals == ("Washington University in St. Louis",)
    assert "or others in the world (Washington University in St. Louis)" in str(row.error)
    nordic = ask([attrs.evolve(washington, country="SE")], "Washington University")
    assert (nordic.reason, nordic.rivals) == ("form of the name", ("Washington University in St. Louis",))
    world["~university washington"] = (Rival("University of Washington", "US"),)
    itself = ask([washington], "Washington University")
    assert (itself.reason, itself.rivals) == ("form of the name", ())


# -------------------------------------------------------------------- acronyms and rivals


def test_a_nordic_body_goes_before_foreign_ones():
    row = ask([university("a", "Stockholm", "SE", acronym="SU"), university("b", "Stanford", "US", acronym="SU")], "su")
    assert (row.record.id, row.reason) == ("a", "acronym")
    assert row.rivals[0] == "Stanford"


def test_two_nordic_bearers_are_ambiguous():
    records = [university(place, place, "DK", acronym="AU") for place in ("aarhus", "aalborg")]
    assert ask(records, "AU").error.candidates == ("aalborg", "aarhus")


def test_a_foreign_bearer_answers_only_if_the_world_knows_no_other(world):
    kiel = university("kiel", "Kiel University", "DE", acronym="CAU")
    assert ask([kiel], "CAU").reason == "acronym"
    world["cau"] = (Rival("China Agricultural University", "CN"),)
    assert ask([kiel], "CAU").error.rivals == ("China Agricultural University",)
    assert ask([kiel], "CAU", country="DE").record.id == "kiel"
    world["cau"] = (Rival("Closed", "CN", closed=True),)
    assert ask([kiel], "CAU").rivals == ("Closed",)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("acronym", "written"), [("UJI", "Uji"), ("US", "US"), ("US", "U.S.")])
def test_a_foreign_acronym_that_is_rather_a_word_or_a_country_answers_nothing(acronym, written):
    error = ask([university("a", "A", "ES", acronym=acronym)], written).error
    assert isinstance(error, AmbiguousNameError)
    assert "no more than an acronym or a place" in str(error)
    assert ask([university("a", "A", "SE", acronym=acronym)], written).reason == "acronym"


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("written", ["UniCA", "UNICA", "unica"])
def test_a_foreign_acronym_is_one_in_capitals_or_in_small_letters_too(written):
    assert ask([university("a", "A", "ES", acronym="UniCA")], written).reason == "acronym"


def test_a_city_that_others_are_called_by_is_no_name_of_the_university_in_it(world):
    world["lund"] = (Rival("Lund", "GB"),)
    lund = university("lu", "Lund University", "SE", alias="Lund", city="Lund")
    assert ask([lund], "Lund").error.candidates == ("lu",)


def test_a_city_is_no_name_of_the_university_in_it():
    edinburgh = university("uoe", "University of Edinburgh", "GB", alias="Edinburgh", city="Edinburgh")
    assert ask([edinburgh], "Edinburgh").error.candidates == ("uoe",)
    assert ask([edinburgh], "University of Edinburgh").reason == "name"


def test_a_name_that_others_bear_says_so_or_is_not_answered(world):
    world["ministryofeducation"] = (Rival("Ministry of Education", "ID"),)
    finnish, spanish = (university("a", "Ministry of Education", country) for country in ("FI", "ES"))
    assert ask([finnish], "Ministry of Education").reason == "name that others bear too"
    assert isinstance(ask([spanish], "Ministry of Education").error, AmbiguousNameError)
    assert ask([spanish], "Ministry of Education", country="ES").reason == "name"


def test_an_alias_of_a_few_capitals_is_an_acronym():
    for alias, reason in {"UmU": "acronym", "NORDUNET": "acronym", "NORDUNETS": "name", "UmU AB": "name"}.items():
        assert ask([university("a", "A", alias=alias)], alias.lower()).reason == reason
    assert ask([university("a", "A", alias="Laurea")], "Laurea").reason == "name"


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("a", "id"),
        ("Q1", "identifier"),
        ("https://ror.org/020hwjq30", "identifier"),
        ("0000 0001 2345 6789", "identifier"),
    ],
)
def test_ids_and_identifiers_are_reasons_too(key, reason):
    record = university("a", "A", ror="https://ror.org/020hwjq30", wikidata="Q1", isni="0000 0001 2345 6789")
    assert ask([record], key).reason == reason
    assert ask([record], "https://isni.org/isni/0000000123456789").reason == "identifier"
    assert ask([record], key, country="FI").reason == reason
    assert ask([record], key, country="SE").record is None
    assert ask([record], record).reason == "id"


@pytest.mark.parametrize(
    "written",
    [
        "020hwjq30",
        "ror.org/020hwjq30",
        "HTTPS://ROR.ORG/020hwjq30",
        "q1",
        "wikidata.org/entity/Q1",
        "http://www.wikidata.org/wiki/Q1/",
        "www.wikidata.org/wiki/q1",
        "0000000123456789",
        "https://isni.org/0000000123456789",
        " https://isni.org/isni/0000000123456789/ ",
    ],
)
def test_an_identifier_is_read_as_an_address_of_every_kind(written):
    record = university("a", "A", ror="https://ror.org/020hwjq30", wikidata="Q1", isni="0000 0001 2345 6789")
    assert ask([record], written).reason == "identifier"


@pytest.mark.parametrize(("key", "reason"), [("Q1", "identifier"), ("A", "name")])
def test_a_key_is_read_up_to_ten_thousand_letters(key, reason):
    record = university("a-university", "A", wikidata="Q1")
    assert ask([record], key.ljust(10_000, "/")).reason == reason
    assert ask([record], key.ljust(10_001, "/")).record is None


# -------------------------------------------------------------------- find


def test_find_says_why_and_who_else():
    records = [
        university("uio", "University of Oslo", "NO", acronym="UiO"),
        university("other", "Orissa", "IN", acronym="UIO"),
        university("old", "Old", "NO", former="University of Oslo and Akershus"),
    ]
    found = dataset(*records).find("UiO")
    assert [(match.record.id, match.reason, match.rivals) for match in found] == [
        ("other", "acronym", ("University of Oslo",)),
        ("uio", "acronym", ("Orissa",)),
    ]
    reasons = {match.record.id: match.reason for match in dataset(*records).find("University of Oslo")}
    assert reasons == {"uio": "name", "old": "begins with the text"}
    assert dataset(*records).find("Universty of Oslo")[0].reason == "resembles"
    assert dataset(*records).find("Akershus")[0].reason == "contains the text"


def test_find_finds_the_name_that_a_longer_text_contains():
    (match,) = dataset(university("uio", "University of Oslo", "NO")).find(
        "Dept. of Physics, University of Oslo, Norway"
    )
    assert match.reason == "inside the text: 'University of Oslo'"
    assert 0.6 < match.score < 0.8


# -------------------------------------------------------------------- countries in words


@pytest.mark.parametrize(
    ("written", "code"),
    [("UK", "GB"), ("EL", "GR"), ("Finland", "FI"), ("u.k.", "GB"), ("Sverige", "SE"), ("åland", "AX")],
)
def test_a_country_in_words_is_answered_with_its_code(written, code):
    with pytest.raises(InvalidValueError, match=f"write '{code}'"):
        dataset().organizations(country=written)


def test_the_worlds_registry_knows_bearers_of_common_acronyms():
    assert "Stanford University" not in {rival.name for rival in rivals_of("su")}
    assert "China Agricultural University" in {rival.name for rival in rivals_of("cau")}
    assert {rival.spelling for rival in rivals_of("unica")} >= {"UNICA", "ÚNICA"}
    assert {rival.country for rival in rivals_of("au", frozenset({"US"}))} == {"US"}
    assert rivals_of("norwegianuniversityofscienceandtechnology") == ()


@pytest.mark.parametrize("fields", [{"successor": "b"}, {"successors": ("b",)}, {"closed": PartialDate(2018)}])
def test_a_body_is_closed_as_older_or_newer_releases_write_it(fields):
    old, new = university("a", "Tampere", **fields), university("b", "Tampere")
    assert ask([old, new], "Tampere").record == new


@pytest.mark.parametrize("version", ["2026.11.0", "2026.11.1"])
def test_no_name_on_record_leads_to_a_body_that_does_not_bear_it(version):
    data = load(version)
    bearers: dict[str, set[str]] = {}
    for organization in data.organizations(as_of="ever"):
        for text in (organization.name, *(name.text for name in organization.names)):
            bearers.setdefault(text, set()).add(organization.id)
    folded: dict[str, set[str]] = {}
    for text, ids in bearers.items():
        folded.setdefault(fold(text), set()).update(ids)
    rows = data.resolve_many(bearers, among=Organization)
    for row in rows:
        assert row.record is None or row.record.id in folded[fold(row.key)], row
        assert row.record is not None or isinstance(row.error, AmbiguousNameError), row
        if row.record is None:
            assert {candidate.record.id for candidate in row.candidates} == set(row.error.candidates)
            assert {candidate.score for candidate in row.candidates} == {1.0}
            assert all(candidate.rivals for candidate in row.candidates if len(row.candidates) > 1)
        elif len(folded[fold(row.key)]) > 1 and row.record.id not in bearers[row.key]:
            assert row.rivals, row


def test_candidates_of_an_ambiguous_name_have_their_reasons_and_rivals():
    records = [
        university("a", "Alpha University", acronym="AU"),
        university("b", "Beta University", "SE", acronym="AU"),
    ]
    row = ask(records, "AU")
    assert row.score == 0
    assert [(match.record.id, match.name, match.score, match.reason) for match in row.candidates] == [
        ("a", "AU", 1.0, "acronym"),
        ("b", "AU", 1.0, "acronym"),
    ]
    assert row.candidates[0].rivals[0] == "Beta University"
    twins = [university("a", "University of Twin"), university("b", "Twin University")]
    row = ask(twins, "Univ. Twin")
    assert [(match.record.id, match.score, match.reason) for match in row.candidates] == [
        ("a", 0.9, "form of the name"),
        ("b", 0.9, "form of the name"),
    ]


def test_candidates_are_those_in_the_countries_and_each_has_its_own_reason():
    records = [
        university("a", "Abc"),
        university("b", "Beta University", acronym="ABC"),
        university("c", "Abc", "SE"),
    ]
    row = ask(records, "abc", country="FI")
    assert [(match.record.id, match.reason) for match in row.candidates] == [
        ("a", "name that others bear too"),
        ("b", "acronym"),
    ]


def test_the_score_goes_with_the_reason_in_a_column_and_in_a_search():
    data = dataset(university("a", "University of Alpha", acronym="UAL"), university("b", "Beta University"))
    rows = data.resolve_many(["a", "University of Alpha", "UAL", "Univ. of Alpha", "Nobody"], among=Organization)
    assert [(row.reason, row.score) for row in rows] == [
        *(("id", 1.0), ("name", 1.0), ("acronym", 1.0), ("form of the name", 0.9), ("", 0.0)),
    ]
    (match, *_) = data.find("Univ. of Alpha", among=Organization)
    assert (match.record.id, match.score, match.reason) == ("a", 0.9, "form of the name")
    (match, *_) = data.find("Department of Law, Univ. of Alpha", among=Organization)
    assert match.reason == "inside the text: 'Univ. of Alpha'"
    twins = dataset(university("a", "University of Twin"), university("b", "Twin University"))
    assert {(match.record.id, match.score) for match in twins.find("Univ. Twin")} == {("a", 0.9), ("b", 0.9)}


@pytest.mark.parametrize("record_id", ["a", "2030", "4euplus", "a-1--b-2"])
def test_whatever_an_id_is_made_of_it_is_found(record_id):
    data = dataset(university(record_id, "University of Alpha"))
    assert data.organization(record_id).id == data.organization(f" {record_id} ").id == record_id
    (row,) = data.resolve_many([record_id])
    assert (row.record.id, row.reason) == (record_id, "id")


def test_a_name_spelled_letter_for_letter_means_the_same_without_an_index():
    """The short way is taken until an index is there, and only where it cannot differ."""

    def told(answer):
        return answer and ([naming.text for naming in answer[0].namings], answer[0].ids, answer[0].certain, answer[1])

    def fresh():
        return Dataset(BundledStore(None, "2026.11.1"))

    short, long = fresh(), fresh()
    classes = (Organization, Network)
    texts = [text for cls in classes for _, names in long._collections.names(cls) for text in names]
    taken = 0
    for text in [*texts, *(text.upper() for text in texts), "Espoo", "No such body", 'the "X"']:
        for cls in classes:
            short._collections._table(cls)._searches = 0
        answer = short._keys._spelled(text, fold(text), classes, None)
        taken += answer is not None
        assert answer is None or told(answer) == told(long._keys._named(text, fold(text), classes, None))
    assert short._keys._index is None
    assert taken > 2_000


def test_without_an_index_the_countries_count_as_with_one():
    data = Dataset(BundledStore(None, "2026.11.1"))
    ask = {"among": Organization, "country": "DK"}
    (row,) = data.resolve_many(["AAU"], **ask)
    assert (row.record.id, row.rivals) == ("aalborg-university", ())
    (row,) = data.resolve_many(["University of Oslo"], among=Organization)
    assert (row.reason, row.score) == ("name", 1.0)
    assert data._keys._index is None
    assert data.resolve_many(["University of Oslo"], **ask)[0].record is None


def test_akad_is_short_for_akademi():
    assert form_of("\u00c5bo Akad. Univ.") == form_of("\u00c5bo Akademi University")
