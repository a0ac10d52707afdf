"""What the five documents of 2026.11.0 say is answered as well by the data that is being edited.

Later sources may say more, and other sources may say otherwise; nothing that 2026.11.0 answered is lost.
"""

import pytest

from nordic_partnerships import (
    EVER,
    Agreement,
    Dataset,
    Indicator,
    Network,
    Organization,
    PartialDate,
    Release,
    Source,
    Statement,
    load,
)
from nordic_partnerships._curation.folder import NEXT, read_folder
from nordic_partnerships._model import citations_of, sizes_of
from nordic_partnerships._opening.codec import read_collections
from nordic_partnerships._store import MemoryStore

first = load("2026.11.0")

# The page names neither the one nor the other: a statement about Aalto University tells of them.
UNNAMED = {"chamber-of-commerce", "ely-centre"}
HELSINKI = "university-of-helsinki"


@pytest.fixture(scope="module")
def data():
    release = Release(version="next", reference_date=PartialDate(2026, 11, 26))
    return Dataset(MemoryStore.of(release, read_collections(read_folder(NEXT).files.get)))


def bodies(cls):
    return [body.id for body in first.records(cls) if body.id not in UNNAMED]


def ids(records):
    return {record.id for record in records}


@pytest.mark.parametrize("body", bodies(Organization))
def test_a_body_has_the_partners_and_the_networks_that_it_had(data, body):
    assert ids(first.partners_of(body)) - UNNAMED <= ids(data.partners_of(body))
    assert ids(first.networks_of(body)) <= ids(data.networks_of(body))


@pytest.mark.parametrize("network", bodies(Network))
def test_a_network_has_the_members_and_the_figures_that_it_had(data, network):
    assert ids(first.members_of(network)) <= ids(data.members_of(network))

    def figures(dataset):
        record = dataset.get(network, Network)
        return {(size.measure, size.count, size.qualifier) for size in sizes_of(record)}

    assert figures(first) <= figures(data)


def test_agreements_keep_their_dates_and_figures_their_values(data):
    for agreement in first.records(Agreement):
        kept = data.get(agreement.id, Agreement)
        assert (kept.period, kept.term) == (agreement.period, agreement.term)
        assert agreement.signed in (None, kept.signed)
        assert set(agreement.themes) == set(kept.themes)
    for indicator in first.records(Indicator):
        kept = data.get(indicator.id, Indicator)
        assert (kept.figure, kept.as_of) == (indicator.figure, indicator.as_of)


def test_every_passage_that_a_statement_rested_on_is_still_told(data):
    def passages(records):
        return {(citation.source, citation.span) for record in records for _, citation in citations_of(record)}

    assert passages(first.records(Statement)) <= passages(data.records(Statement))
    documents = {source.id for source in first.records(Source) if source.document}
    lost = {passage for passage in passages(first) - passages(data) if passage[0] in documents}
    assert lost == set()


def test_four_innovation_communities_of_helsinki_are_told(data):
    communities = data.networks_of(HELSINKI, kind="innovation community", role="member")
    assert set(communities.ids) == {"eit-culture-creativity", "eit-digital", "eit-food", "eit-rawmaterials"}
    (indicator,) = data.indicators_of(HELSINKI, measure="innovation communities")
    assert indicator.value == len(communities)
    assert "left the EIT" in indicator.remark


def test_five_strategic_partners_are_told_from_other_partnerships_called_strategic(data):
    six = ids(first.partners_of(HELSINKI, kind="strategic partnership"))
    called = ids(data.partners_of(HELSINKI, kind="strategic partnership"))
    assert len(six) == 6
    assert six < called
    (indicator,) = data.indicators_of(HELSINKI, measure="strategic partners")
    assert indicator.value == 5
    for other in called - six:
        (name, *_) = data.organization(other).name.split()
        assert name in indicator.remark
        for partnership in data.partnerships_of(HELSINKI, other, as_of=EVER):
            if partnership.kind == "strategic partnership" and len(partnership.parties) == 2:
                assert "five strategic partners" in partnership.remark


def test_priority_areas_are_those_of_each_partnership(data):
    themes = {
        "peking-university": ["Air quality", "Comparative law", "Teaching and learning", "Medicine/Oncology"],
        "university-of-edinburgh": ["Human genomics", "Forestry"],
        "university-of-nairobi": ["One Health", "Food security", "Teacher education"],
        "stockholm-university": [],
    }
    for partner, areas in themes.items():
        (partnership,) = data.partnerships_of(HELSINKI, partner)
        assert [data.get(theme).label for theme in partnership.themes] == areas
