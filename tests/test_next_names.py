"""The names in the data that is being edited: those that Nordic institutions bear and bore, and nothing else."""

import pytest

from nordic_partnerships import AmbiguousNameError, Dataset, Organization, PartialDate, Release, UnknownNameError, load
from nordic_partnerships._curation.folder import NEXT, read_folder
from nordic_partnerships._opening.codec import read_collections
from nordic_partnerships._store import MemoryStore
from nordic_partnerships.kinds import NameKind, OrganizationKind

SCHOOLS = (OrganizationKind.UNIVERSITY, OrganizationKind.UNIVERSITY_OF_APPLIED_SCIENCES, OrganizationKind.COLLEGE)
LOCAL = {"da", "fi", "fo", "is", "kl", "no", "se", "sv"}


@pytest.fixture(scope="module")
def data():
    release = Release(version="next", reference_date=PartialDate(2026, 11, 22))
    return Dataset(MemoryStore.of(release, read_collections(read_folder(NEXT).files.get)))


@pytest.fixture(scope="module")
def institutions(data):
    on_record = {body.id for body in load("2026.11.1").organizations(country="Nordic") if body.kind in SCHOOLS}
    assert len(on_record) == 133
    return [data.get(record_id, Organization) for record_id in sorted(on_record)]


def texts(body, *kinds):
    return [name.text for name in body.names if name.kind in kinds]


@pytest.mark.parametrize(
    ("acronym", "record_id"),
    [
        *(("UmU", "umea-university"), ("UU", "uppsala-university"), ("LU", "lund-university")),
        *(("SU", "stockholm-university"), ("KU", "university-of-copenhagen"), ("GU", "university-of-gothenburg")),
        *(
            ("LiU", "linkoping-university"),
            ("KTH", "kth-royal-institute-of-technology"),
            ("KI", "karolinska-institutet"),
        ),
        *(("JYU", "university-of-jyvaskyla"), ("UTU", "university-of-turku"), ("TAU", "tampere-university")),
        *(("LTU", "lulea-university-of-technology"), ("ÅAU", "abo-akademi-university"), ("UiO", "university-of-oslo")),
        *(("UiB", "university-of-bergen"), ("UiT", "uit-the-arctic-university-of-norway"), ("AU", "aarhus-university")),
        *(("NTNU", "norwegian-university-of-science-and-technology"), ("SDU", "university-of-southern-denmark")),
        *(("RUC", "roskilde-university"), ("CBS", "copenhagen-business-school"), ("HR", "reykjavik-university")),
        *(("DTU", "technical-university-of-denmark"), ("HÍ", "university-of-iceland")),
    ],
)
def test_an_acronym_is_that_of_the_institution_that_uses_it_of_itself(data, acronym, record_id):
    assert data.organization(acronym).id == record_id


def test_every_institution_has_an_acronym_or_calls_itself_by_a_word(institutions):
    without = {body.id for body in institutions if not texts(body, NameKind.ACRONYM)}
    words = {
        *(
            "Aalto",
            "Arcada",
            "Bifröst",
            "Centria",
            "Haaga-Helia",
            "Hanken",
            "Hólar",
            "Karelia",
            "Konstfack",
            "Kristiania",
        ),
        *("LAB", "Laurea", "Marie Cederschiöld", "Metropolia", "Novia", "Royal Danish Academy", "Savonia", "Oulu"),
        *("Uniarts", "Faroe", "Vaasa", "University West", "VIA"),
    }
    assert len(without) == len(words) == 23
    for word in words:
        assert any(
            word in text for body in institutions if body.id in without for text in (body.name, *texts(body, *NameKind))
        )


def test_acronyms_of_two_institutions_are_declared_ambiguous(data, institutions):
    bearers = {}
    for body in institutions:
        for acronym in texts(body, NameKind.ACRONYM):
            bearers.setdefault(acronym, []).append(body.id)
    shared = {acronym: tuple(sorted(ids)) for acronym, ids in bearers.items() if len(ids) > 1}
    assert shared == {
        "RU": ("reykjavik-university", "roskilde-university"),
        "SH": ("sami-university-of-applied-sciences", "sodertorn-university"),
        "TUNI": ("tampere-university", "tampere-university-of-applied-sciences"),
    }
    for acronym, ids in shared.items():
        with pytest.raises(AmbiguousNameError) as raised:
            data.organization(acronym)
        assert raised.value.candidates == ids


def test_every_institution_is_found_by_its_names_unless_two_bear_them(data, institutions):
    pairs = [(name, body) for body in institutions for name in (body.name, *texts(body, *NameKind))]
    rows = data.resolve_many([name for name, _ in pairs], among=Organization)
    others = {name for (name, body), row in zip(pairs, rows, strict=True) if row.record != body}
    shared = {"RU", "SH", "TUNI", "FHS", "Försvarshögskolan", "Helsinki", "Turku", "Tampereen yliopisto", "OU", "UMB"}
    assert others == shared


def test_every_institution_has_a_name_in_a_language_of_its_country(institutions):
    without = {
        body.id
        for body in institutions
        if not any(name.language in LOCAL for name in body.names) and body.name != "Lovisenberg Diakonale Høgskole"
    }
    # Both have only an English one: the one by choice, the other is an institution of the United Nations.
    assert without == {"via-university-college", "world-maritime-university"}


def test_every_name_has_a_source(institutions):
    for body in institutions:
        assert any("names" in citation.supports or citation.source.startswith("ror-") for citation in body.citations), (
            body
        )


def test_former_names_carry_their_period_unless_no_source_dates_them(institutions):
    undated = {
        name.text for body in institutions for name in body.names if name.kind is NameKind.FORMER and not name.period
    }
    assert undated == {
        *(
            "Ansgar School of Theology and Mission",
            "Ansgar Teologiske Høgskole",
            "Ansgarskolen",
            "Borås University College",
        ),
        *("Campus Kristiania", "HK", "Halmstad University College", "Oulun seudun ammattikorkeakoulu"),
        *("Red Cross School of Nursing", "Red Cross University College of Nursing", "Samvinnuháskólinn"),
        *("Stockholm University College of Physical Education and Sports", "Sámi University College"),
        *("Södertörn University College", "Tampereen yliopisto", "University College West"),
        "Universitetet i Tromsø \N{EN DASH} Norgga árktalaš universitehta",
        "Universitetet i Tromsø \N{EN DASH} The Arctic University of Norway",
        "University of Tromsø - The Arctic University of Norway",
    }


@pytest.mark.parametrize(
    ("name", "record_id", "reason"),
    [
        ("University of Kuopio", "university-of-eastern-finland", "former name until 2010-01-01"),
        ("Royal Veterinary and Agricultural University", "university-of-copenhagen", "former name until 2007-01-01"),
        ("Hedmark University College", "university-of-inland-norway", "former name until 2017-01-01"),
        ("Helsinki School of Economics", "aalto-university", "former name until 2010-01-01"),
        ("Gotland University", "uppsala-university", "former name until 2013-07-01"),
        ("Tampere University of Technology", "tampere-university", "former name until 2019"),
    ],
)
def test_what_became_part_of_an_institution_leads_to_it_with_the_reason(data, name, record_id, reason):
    (row,) = data.resolve_many([name], among=Organization)
    # It may be on record as itself, closed, with its successor.
    as_itself = row.reason == "name" and record_id in row.record.all_successors
    assert as_itself or (row.record.id, row.reason) == (record_id, reason)


def test_names_are_names_without_remarks_in_brackets(data):
    bracketed = {text for body in data.organizations() for text in (body.name, *texts(body, *NameKind)) if "(" in text}
    assert bracketed == {"European University Viadrina Frankfurt (Oder)", "University of Frankfurt (Oder)"}


def test_a_name_of_another_body_is_not_borne(data):
    with pytest.raises(UnknownNameError):
        data.organization("University of Malaya")
    with pytest.raises(AmbiguousNameError) as raised:
        data.organization("Open University")
    assert raised.value.candidates == ("the-open-university", "universidade-aberta")


def test_cities_and_municipalities_are_found_as_people_type_them(data):
    for town in data.organizations(country="Nordic"):
        if town.kind is OrganizationKind.CITY and town.id != "tervola-municipality":
            place = town.name.removeprefix("City of ").removesuffix(" Municipality")
            for text in (f"City of {place}", f"{place} Municipality", f"Municipality of {place}"):
                assert data.organization(text) is town
    assert data.organization("Municipality of Tervola").name == "Tervola Municipality"


def test_companies_bear_no_legal_form(data):
    for company in data.organizations():
        if company.kind is OrganizationKind.COMPANY:
            assert company.name.split()[-1] not in {"AB", "AS", "ASA", "A/S", "GmbH", "Ltd", "Oy", "Oyj", "plc", "hf"}
