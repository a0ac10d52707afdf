"""Every bundled release, and facts that a reader of the documents would look for."""

import json
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import EVER
from nordic_partnerships.codec import read_records, write_records
from nordic_partnerships.integrity import check
from nordic_partnerships.model import COLLECTIONS

DATA = files("nordic_partnerships.data")
RELEASES = [each.version for each in nordic.releases()]

# The digest of each published release, for ever.
PUBLISHED = {
    "2026.11.0": "57f6403b07440d95858fda75cd4e1bbbbc32cd6b33d41dd1a89ac0fed5b82607",
    "2026.11.1": "c6bfe0a9ef9b431d16865fac1f646eaf53b5f70e6af41e88c94255d69cdf3660",
}


@pytest.mark.parametrize("version", RELEASES)
def test_a_release_keeps_every_rule(version):
    assert check(nordic.load(version)) == []


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


@pytest.mark.parametrize("version", RELEASES)
def test_every_byte_of_a_release_is_proven_by_its_digest(version):
    assert nordic.load(version, sha256=PUBLISHED[version]).release.digest == PUBLISHED[version]


def test_nothing_that_a_release_had_vanishes_from_the_next():
    for before, after in pairwise(RELEASES):
        assert [each for each in nordic.compare(before, after) if each.kind is nordic.ChangeKind.REMOVED] == []


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
    (partnership,) = first.partnerships_between("KU Leuven", "Aalto University", "University of Helsinki")
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
    (partnership,) = first.partnerships_between("University of Helsinki", partner)
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
    assert str(first.network(network).size(measure)) == size


def test_stated_words_survive():
    (stated,) = [size.stated for size in first.network("SAR").sizes if size.measure == "countries"]
    assert stated == "well over 30 countries"


def test_unstated_years_are_not_invented():
    newest = first.agreement("aalto-university--city-of-espoo-4")
    assert (newest.signed, str(newest.period), newest.term, newest.signatories) == (None, "/", 5, ())
    previous = first.agreement("aalto-university--city-of-helsinki-1")
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
    assert ids(first.agreements_of("City of Espoo", as_of="2020")) == ["aalto-university--city-of-espoo-3"]


def test_signatories_are_office_holders():
    signed = first.agreement("aalto-university--city-of-helsinki-2")
    assert [(each.name, each.office, each.organization) for each in signed.signatories] == [
        ("Daniel Sazonov", "Mayor", "city-of-helsinki"),
        ("Ilkka Niemelä", "President", "aalto-university"),
    ]
    assert (str(signed.signed), str(signed.period)) == ("2026-01", "2026/2030")


def test_names_of_the_wrongly_decoded_document_are_repaired():
    speakers = {each.speaker.name for each in first.statements() if each.speaker}
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
    forum = first.event("Spring Forum 2023")
    assert (str(forum.period), forum.place) == ("2023-05-03/2023-05-05", "Aalto University campus, Otaniemi")
    assert [str(size) for size in forum.sizes] == ["about 450 experts"]
    assert str(first.event("n5t-annual-meeting-2023").period) == "2023-05-23/2023-05-24"


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
    assert first.initiative("Coast Clim").builds_on == ("baltic-bridge",)
    assert "baltic-bridge" not in ids(first.initiatives_of("Stockholm University"))
    assert "baltic-bridge" in ids(first.initiatives_of("Stockholm University", as_of=EVER))


def test_every_citation_of_a_document_gives_section_span_and_words():
    documents = {source.id for source in first.sources() if source.document}
    cited = [each for record in first for each in record.citations if each.source in documents]
    assert len(documents) == 5
    assert all(each.section and each.span and each.stated for each in cited)


def test_no_telephone_number_or_address_is_data():
    text = "".join(path.read_text() for path in (DATA / "2026.11.0").iterdir())
    for fragment in ("+358", "@aalto", "@espoo", "Rautava", "Ferm", "Pajakoski", "Röyskö", "Poutanen", "Raskinen"):
        assert fragment not in text
