"""Every bundled release, and facts that a reader of the documents would look for."""

import json
import re
from hashlib import blake2b, sha256
from importlib.resources import files
from itertools import pairwise

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import EVER
from nordic_partnerships._curation.rules import check
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening.codec import read_records, write_records
from nordic_partnerships._published import FILES, PUBLISHED
from nordic_partnerships._release import VERSION, version_order

DATA = files("nordic_partnerships.data")
RELEASES = [each.version for each in nordic.releases()]

# Rules may be added after a release. What they say of it then, by the messages' first words and how often.
KNOWN_PROBLEMS = {
    "2026.11.0": {},
    "2026.11.1": {
        "what contradicts the facts before it is left out": 53,
        "9 innovation communities, but 10 are on record": 1,
    },
    "2026.11.2": {},
    "2026.11.3": {},
    "2026.11.4": {},
    "2026.11.5": {},
}


@pytest.mark.parametrize("version", RELEASES)
def test_a_release_keeps_every_rule_but_those_that_came_after_it(version):
    problems = check(nordic.load(version))
    known = KNOWN_PROBLEMS[version]
    assert [problem for problem in problems if not any(text in problem.message for text in known)] == []
    assert {text: sum(text in problem.message for problem in problems) for text in known} == known


@pytest.mark.parametrize("version", RELEASES)
@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_collection_is_canonical_text_and_as_described(version, name):
    descriptor = json.loads((DATA / version / "datapackage.json").read_text())
    described = [each for each in descriptor["resources"] if each["name"] == name]
    path = DATA / version / f"{name}.json"
    assert len(described) == path.is_file()
    for resource in described:
        data = path.read_bytes()
        records = read_records(name, data, COLLECTIONS[name])
        assert write_records(records) == data
        assert (resource["length"], resource["records"]) == (len(data), len(records))
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"


def test_a_published_release_never_changes():
    assert {each.version: each.digest for each in nordic.releases()} == PUBLISHED
    assert PUBLISHED["2026.11.0"] == "57f6403b07440d95858fda75cd4e1bbbbc32cd6b33d41dd1a89ac0fed5b82607"
    assert PUBLISHED["2026.11.1"] == "3f8a48d8b3089da0146fd7c989e69831d2d519968a5ab4830eff199e32b33332"
    assert PUBLISHED["2026.11.2"] == "d915797161ce495b9c337bf315c5bb4a41a2e34ea96f85b52b0a797cc0f3dddc"
    assert PUBLISHED["2026.11.3"] == "18698e6fc0d4af9d28b407404ebe8620009a22d2b427678c823dac69c49d72b7"
    assert PUBLISHED["2026.11.4"] == "e393510414a3aa85a2982bc519e5d8b8b84986c071cb7811cd0f57d5b0cf3d61"
    assert PUBLISHED["2026.11.5"] == "6e8be4ceebe14ad49a6f6a8a251bd1c821baab037f5549878363d32f5286538b"


def test_the_published_releases_are_those_that_lie_there_oldest_first():
    folders = [each.name for each in DATA.iterdir() if re.fullmatch(VERSION, each.name)]
    assert list(PUBLISHED) == sorted(folders, key=version_order)


@pytest.mark.parametrize("version", RELEASES)
def test_both_digests_of_a_release_are_those_of_its_files(version):
    lying_there = {path.name: path.read_bytes() for path in (DATA / version).iterdir()}
    assert PUBLISHED[version] == sha256(lying_there["datapackage.json"]).hexdigest()
    assert FILES[version] == {name: blake2b(data, digest_size=32).hexdigest() for name, data in lying_there.items()}


def test_each_release_has_both_digests():
    assert list(FILES) == list(PUBLISHED)


@pytest.mark.parametrize("version", RELEASES)
def test_every_byte_of_a_release_is_proven_by_its_digest(version):
    assert nordic.load(version, sha256=PUBLISHED[version]).release.digest == PUBLISHED[version]


def test_nothing_that_a_release_had_vanishes_from_the_next():
    for before, after in pairwise(RELEASES):
        assert [each for each in nordic.compare(before, after) if each.kind is nordic.kinds.ChangeKind.REMOVED] == []


@pytest.mark.parametrize("version", RELEASES)
def test_every_record_hashes(version):
    dataset = nordic.load(version)
    assert len(set(dataset)) == sum(len(dataset.records(kind)) for kind in COLLECTIONS.values())


first = nordic.load("2026.11.0")


def ids(records):
    return [each.id for each in records]


def test_five_stated_strategic_partners_are_six_universities():
    partners = first.partners_of("University of Helsinki", kind="strategic partnership")
    assert len(partners) == 6
    (indicator,) = first.indicators_of("University of Helsinki", measure="strategic partners")
    assert indicator.value == 5
    assert "counts as one" in indicator.remark


def test_the_trilateral_partnership_is_one_record():
    (partnership,) = first.partnerships_of("KU Leuven", "Aalto University", "University of Helsinki")
    assert (str(partnership.period), len(partnership.parties)) == ("2022-03/..", 3)


@pytest.mark.parametrize(
    ("partner", "period", "themes"),
    [
        ("Stockholm University", "2014/..", ()),
        (
            "Peking University",
            "2015/..",
            ("air-quality", "comparative-law", "teaching-and-learning", "medicine-oncology"),
        ),
        ("University of Edinburgh", "2019/..", ("human-genomics", "forestry")),
        ("University of Nairobi", "2021-03-24/..", ("one-health", "food-security", "teacher-education")),
    ],
)
def test_lists_of_themes_are_not_crossed(partner, period, themes):
    (partnership,) = first.partnerships_of("University of Helsinki", partner)
    assert (str(partnership.period), partnership.themes) == (period, themes)


@pytest.mark.parametrize(
    ("network", "measure", "size"),
    [
        ("SAR", "members", "more than 200 universities"),
        ("SAR", "countries", "more than 30 countries"),
        ("IAU", "countries", "about 120 countries"),
        ("UNICA", "members", "46 universities"),
        ("UNICA", "cities", "35 capital cities"),
        ("UNICA", "staff", "more than 150,000 staff"),
        ("UNICA", "students", "more than 1,800,000 students"),
        ("LERU", "members", "23 universities"),
        ("LERU", "countries", "10 countries"),
        ("EUA", "countries", "47 European countries"),
        ("Una Europa", "members", "11 partners"),
        ("Climate University", "members", "11 universities"),
        ("European Universities initiative", "members", "41 networks"),
    ],
)
def test_sizes_keep_their_qualifiers(network, measure, size):
    assert str(first.size_of(network, measure).size) == size


def test_stated_words_survive():
    (stated,) = [size.stated for size in first.network("SAR").sizes if size.measure == "countries"]
    assert stated == "well over 30 countries"


def test_unstated_years_are_not_invented():
    newest = first.get("aalto-university--city-of-espoo-4", nordic.Agreement)
    assert (newest.signed, str(newest.period), newest.term, newest.signatories) == (None, "/", 5, ())
    previous = first.get("aalto-university--city-of-helsinki-1", nordic.Agreement)
    assert (previous.signed, str(previous.period), previous.term) == (None, "/", 5)
    undated = [
        each for each in first.indicators_of("Aalto University", measure="international share") if not each.as_of
    ]
    assert {each.value for each in undated} == {44, 26, 40, 72}
    assert all("no year" in each.remark for each in undated)


def test_agreements_stand_in_order():
    assert ids(first.agreements_of("City of Espoo", as_of=EVER)) == [
        f"aalto-university--city-of-espoo-{number}" for number in (1, 2, 3, 4)
    ]
    assert ids(first.agreements_of("City of Helsinki", as_of=EVER)) == [
        "aalto-university--city-of-helsinki-1",
        "aalto-university--city-of-helsinki-2",
    ]
    assert ids(first.agreements_of("City of Espoo", as_of="2021")) == ["aalto-university--city-of-espoo-3"]


def test_signatories_are_office_holders():
    signed = first.get("aalto-university--city-of-helsinki-2", nordic.Agreement)
    assert [(each.name, each.office, each.organization) for each in signed.signatories] == [
        ("Daniel Sazonov", "Mayor", "city-of-helsinki"),
        ("Ilkka Niemelä", "President", "aalto-university"),
    ]
    assert (str(signed.signed), str(signed.period)) == ("2026-01", "2026/2030")


def test_names_of_the_wrongly_decoded_document_are_repaired():
    speakers = {each.speaker.name for each in first.records(nordic.Statement) if each.speaker}
    assert speakers == {"Ilkka Niemelä", "Jukka Mäkelä", "Daniel Sazonov"}
    wrong = set("鈥盲枚淥淭檚色啦")
    for record in first:
        for text in [
            record.label,
            getattr(record, "text", ""),
            getattr(record, "summary", "") or "",
            record.remark or "",
        ]:
            assert not wrong & set(text), record


def test_incoming_and_outgoing_exchange_are_not_crossed():
    def ranking(measure):
        (found,) = first.indicators_of("Aalto University", measure=measure)
        return found.ranking

    assert ranking("incoming exchange") == ("DE", "FR", "ES", "IT", "NL")
    assert ranking("outgoing exchange") == ("SE", "AT", "DE", "FR", "NO")


def test_events_have_dates_places_and_sizes():
    forum = first.get("Spring Forum 2023", nordic.Event)
    assert (str(forum.period), forum.place) == ("2023-05-03/2023-05-05", "Aalto University campus, Otaniemi")
    assert [str(size) for size in forum.sizes] == ["about 450 experts"]
    assert str(first.get("n5t-annual-meeting-2023", nordic.Event).period) == "2023-05-23/2023-05-24"


def test_roles_are_kept():
    assert ids(first.networks_of("University of Helsinki", role="founding member")) == ["leru"]
    assert ids(first.networks_of("University of Helsinki", role="national bridgehead")) == ["euraxess"]
    assert ids(first.networks_of("University of Helsinki", role="host of coordination unit")) == ["unipid"]
    assert ids(first.networks_of("University of Helsinki", kind="innovation community")) == [
        "eit-culture-creativity",
        "eit-digital",
        "eit-food",
        "eit-rawmaterials",
    ]


def test_a_project_knows_what_it_builds_on_and_that_is_over():
    assert first.get("Coast Clim", nordic.Initiative).builds_on == ("baltic-bridge",)
    assert "baltic-bridge" not in ids(first.initiatives_of("Stockholm University"))
    assert "baltic-bridge" in ids(first.initiatives_of("Stockholm University", as_of=EVER))


def test_every_citation_of_a_document_gives_section_span_and_words():
    documents = {source.id for source in first.records(nordic.Source) if source.document}
    cited = [each for record in first for each in record.citations if each.source in documents]
    assert len(documents) == 5
    assert all(each.section and each.span and each.stated for each in cited)


def test_no_telephone_number_or_address_is_data():
    text = "".join(path.read_text() for path in (DATA / "2026.11.0").iterdir())
    for fragment in ("+358", "@aalto", "@espoo", "Rautava", "Ferm", "Pajakoski", "Röyskö", "Poutanen", "Raskinen"):
        assert fragment not in text


newest = nordic.load("2026.11.1")


@pytest.mark.parametrize(
    ("name", "organization"),
    [
        ("Aalto-yliopisto", "aalto-university"),
        ("TKK", "helsinki-university-of-technology"),
        ("KTH", "kth-royal-institute-of-technology"),
        ("NTNU", "norwegian-university-of-science-and-technology"),
        ("Háskóli Íslands", "university-of-iceland"),
        ("Århus Universitet", "aarhus-university"),
        ("Ilisimatusarfik", "university-of-greenland"),
        ("Fróðskaparsetur Føroya", "university-of-the-faroe-islands"),
        ("Sámi allaskuvla", "sami-university-of-applied-sciences"),
        ("UiT", "uit-the-arctic-university-of-norway"),
    ],
)
def test_names_in_local_languages_acronyms_and_former_names_resolve(name, organization):
    assert newest.organization(name).id == organization


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Helsinki", ("city-of-helsinki", "university-of-helsinki")),
        ("Turku", ("turku-university-of-applied-sciences", "university-of-turku")),
    ],
)
def test_ambiguity_is_declared_and_never_guessed(name, candidates):
    with pytest.raises(nordic.AmbiguousNameError) as raised:
        newest.organization(name)
    assert raised.value.candidates == candidates


def test_sizes_differ_between_2010_and_2024_as_history_did():
    def size(network, year):
        return str(newest.size_of(network, as_of=year).size)

    assert (size("UNICA", "2010"), size("UNICA", "2024")) == ("42 universities", "54 universities")
    assert (size("LERU", "2010"), size("LERU", "2024")) == ("20 universities", "24 universities")
    sizes = {year: [each.network.id for each in newest.networks_by_size(as_of=year)] for year in ("2010", "2024")}
    assert len(sizes["2010"]) < len(sizes["2024"])


def test_both_counts_of_leru_and_all_of_unica_are_on_record():
    counts = {size.count for size in newest.network("LERU").sizes if size.measure == "members"}
    assert {23, 24} <= counts
    counts = {size.count for size in newest.network("UNICA").sizes if size.measure == "members"}
    assert {46, 49, 53, 56} <= counts


def test_predecessors_lead_to_successors():
    assert newest.organization("Helsinki University of Technology").successor == "aalto-university"
    assert newest.organization("University of Tampere").successor == "tampere-university"


def test_initiatives_and_bodies_have_their_parts():
    parts = [each.id for each in newest.networks() if "european-universities-initiative" in each.part_of]
    assert len(parts) == 54
    communities = {each.id for each in newest.networks() if "eit" in each.part_of}
    assert {"eit-food", "eit-rawmaterials", "eit-culture-creativity"} <= communities


def test_documents_and_gathered_pages_meet_in_one_record():
    partnership = newest.get("university-of-helsinki--university-of-nairobi", nordic.Partnership)
    assert len({citation.source for citation in partnership.citations}) > 1
    assert newest.get("FITech FORWARD", nordic.Initiative).period == nordic.Period.parse("2025-04-01/2027-12-31")


def test_what_changed_has_a_cause():
    changed = nordic.compare("2026.11.0", "2026.11.1")
    kinds = (nordic.kinds.ChangeKind.CHANGED, nordic.kinds.ChangeKind.RENAMED)
    assert all(each.cause is nordic.kinds.Cause.BETTER_SOURCE for each in changed if each.kind in kinds)
    assert {each.kind for each in changed} == {
        *kinds,
        nordic.kinds.ChangeKind.ADDED,
        nordic.kinds.ChangeKind.SOURCE_ONLY,
    }


def test_addresses_are_whole_or_absent():
    for source in newest.records(nordic.Source):
        assert source.url is None or source.url.startswith(("http://", "https://")), source
