"""The data report, and the filter by kind of source."""

import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import Alternative, Citation, Dataset, InvalidValueError, Membership, PartialDate
from nordic_partnerships._curation.report import data_report
from nordic_partnerships._curation.rules import CONSISTENCY, check
from nordic_partnerships.kinds import OrganizationKind, RosterStatus, SourceKind
from nordic_partnerships.testing import datasets

ROOT = Path(__file__).parent.parent.parent
BY_HAND = "\n<!-- What follows is written by hand. -->\n"


def cells(report, heading, first):
    """Return the cells of the row that begins with the first, by their headers, in the table with the heading."""
    (table,) = [part for part in report.split("\n\n") if part.startswith(f"| {heading} |")]
    headers, _, *rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    (row,) = [row for row in rows if row[0] == first]
    return dict(zip(headers[1:], row[1:], strict=True))


def changed(small, *records):
    """Return the small dataset with these records in the place of those with their ids, or beside them."""
    return Dataset.of(small.release, {each.id: each for each in (*small, *records)}.values())


def citing(record, *sources):
    return attrs.evolve(record, citations=tuple(Citation(source=source) for source in sources))


@pytest.fixture
def dated(small):
    """The small dataset, in which the page of 2019 attests all relations but the membership of South."""
    relations = [each for each in (*small.memberships(), *small.partnerships()) if each.id != "alliance--south"]
    return changed(small, *(citing(each, "page") for each in relations))


def test_the_report_in_the_docs_is_that_of_the_newest_release_beside_the_one_before():
    made = "replace the text above the mark by: python -m nordic_partnerships data report"
    generated, _, by_hand = (ROOT / "docs/data-report.md").read_text().partition(BY_HAND)
    before = nordic.load(nordic.releases()[-2].version)
    assert generated == data_report(nordic.load(), before), made
    goals, _, conflicts = by_hand.partition("## The conflicts of 2026.11.1")
    counts = [int(line.split("|")[2]) for line in conflicts.splitlines() if line.endswith("|") and line[-3].isdigit()]
    assert sum(counts) == 218
    for line in generated.split("## How well")[0].splitlines():
        if (line.startswith("| ") and line.strip("| ")[-1].isdigit()) or line.endswith("% |"):
            what, goal, reached = (cell.strip() for cell in line.strip("|").split("|"))
            last_two = " | ".join(reached.split(" → "))
            assert re.search(rf"^\| {re.escape(what)} \| {goal} .*\| {last_two} \|$", goals, re.MULTILINE), what


def test_the_report_says_what_it_is_about_and_what_stands_beside(small):
    assert data_report(small).startswith("# The data of release 2020.6.0\n\nAs of 2020-06-15. Made by")
    assert "→" not in data_report(small)
    assert "A cell shows what 2026.11.0 had → what is there now" in data_report(small, nordic.load("2026.11.0"))


def test_the_report_counts_what_is_there(small):
    report = data_report(small)
    assert cells(report, "collection", "organizations") == {
        "records": "4",
        "start": "",
        "two publishers": "0 %",
        "official site": "100 %",
    }
    assert cells(report, "collection", "memberships")["start"] == "50 %"
    # One has a start on record, the other begins with its signing; of two events one has a date.
    assert cells(report, "collection", "agreements")["start"] == "100 %"
    assert cells(report, "collection", "events")["start"] == "50 %"
    assert set(cells(report, "collection", "sources").values()) == {"1", ""}
    assert "tombstones" not in report


def test_relations_are_measured_by_country_and_by_kind_of_network(dated):
    report = data_report(dated)
    measures = ("records", "start", "or two dates", "attested", "since 2015", "two publishers")
    for heading, first, figures in (
        # North has been in the alliance since 2000, and is in the circle since nobody knows when.
        ("memberships of", "Finland", ("2", "50 %", "50 %", "100 %", "100 %", "0 %")),
        # What tells of the years of South tells history.
        ("memberships of", "Sweden", ("1", "100 %", "100 %", "0 %", "0 %", "0 %")),
        ("memberships of", "Greenland", ("0", "", "", "", "", "")),
        ("memberships in", "university alliance", ("2", "100 %", "100 %", "50 %", "50 %", "0 %")),
        ("memberships in", "association", ("2", "0 %", "0 %", "100 %", "100 %", "0 %")),
        ("partnerships of", "Finland", ("2", "50 %", "50 %", "100 %", "100 %", "0 %")),
        ("partnerships of", "Sweden", ("1", "100 %", "100 %", "100 %", "100 %", "0 %")),
    ):
        assert cells(report, heading, first) == dict(zip(measures, figures, strict=True))


def test_a_release_stands_beside_the_one_before(dated):
    page = dated.get("page", nordic.Source)
    newer = changed(
        dated,
        attrs.evolve(page, id="old", publisher="South", as_of=PartialDate(2016)),
        attrs.evolve(page, id="late", publisher="NORTH", as_of=PartialDate(2018)),
        citing(dated.get("circle--north", Membership), "page", "old"),
        citing(dated.get("circle--alliance", Membership), "page", "late"),
        citing(dated.get("north--norden-city--west", nordic.Partnership), "page", "old"),
    )
    report = data_report(newer, dated)
    # The sources of 2016 and 2019 are of two publishers and more than a year apart, those of 2018 and 2019 neither.
    assert cells(report, "memberships in", "association") == {
        "records": "2",
        "start": "0 %",
        "or two dates": "0 % → 50 %",
        "attested": "100 %",
        "since 2015": "100 %",
        "two publishers": "0 % → 50 %",
    }
    assert cells(report, "what", "memberships of Nordic organizations") == {"goal": "", "reached": "3"}
    assert cells(report, "what", "memberships with a known start") == {"goal": "55 %", "reached": "66 %"}
    dated = cells(report, "what", "memberships with a known start, or attested at two dates")
    assert dated == {"goal": "80 %", "reached": "66 % → 100 %"}
    assert cells(report, "what", "memberships with two publishers") == {"goal": "70 %", "reached": "0 % → 33 %"}
    assert cells(report, "what", "partnerships in force, or presumed so") == {"goal": "", "reached": "2"}
    assert cells(report, "what", "partnerships that are attested") == {"goal": "100 %", "reached": "100 %"}
    assert cells(report, "what", "partnerships that are attested since 2015") == {"goal": "75 %", "reached": "100 %"}
    assert cells(report, "what", "partnerships with two publishers") == {"goal": "70 %", "reached": "0 % → 50 %"}
    assert cells(report, "collection", "sources")["records"] == "1 → 3"


def test_a_collection_that_the_release_before_lacks_had_none(small):
    tombstone = nordic.Tombstone(id="gone", reason="it was not used", retired=PartialDate(2020), successors=("ice",))
    report = data_report(changed(small, tombstone), small)
    assert cells(report, "collection", "tombstones")["records"] == "none → 1"


@pytest.mark.parametrize(
    ("dates", "apart"),
    [
        (("2018-05-01", "2019-05-01"), True),
        (("2018-05-01", "2019-04-30"), False),
        (("2018-05", "2019-05"), False),
        (("2017", "2019"), True),
        (("2016", "2016"), False),
    ],
)
def test_two_dates_are_a_year_apart_if_no_days_that_they_mean_are_nearer(dated, dates, apart):
    page = dated.get("page", nordic.Source)
    sources = [attrs.evolve(page, id=f"of-{n}", as_of=PartialDate.parse(date)) for n, date in enumerate(dates)]
    cited = citing(dated.get("circle--north", Membership), *(source.id for source in sources))
    report = data_report(changed(dated, *sources, cited))
    assert cells(report, "memberships of", "Finland")["or two dates"] == ("100 %" if apart else "50 %")


@pytest.mark.parametrize(("year", "share"), [(2014, "0 %"), (2015, "100 %")])
def test_an_attestation_is_new_from_the_fifth_year_before_that_of_the_release_on(dated, year, share):
    page = attrs.evolve(dated.get("page", nordic.Source), as_of=PartialDate(year))
    row = cells(data_report(changed(dated, page)), "memberships in", "association")
    assert (row["attested"], row["since 2015"]) == ("100 %", share)


def test_the_report_names_what_is_missing(small):
    north = small.organization("north")
    alone = attrs.evolve(north, id="alone", name="Alone University", names=(), ror=None, wikidata=None)
    gone = attrs.evolve(alone, id="gone", name="Gone University", successors=("north",))
    closed = attrs.evolve(alone, id="closed", name="Closed University", closed=PartialDate(2010))
    applied = attrs.evolve(
        alone, id="applied", name="Applied", kind=OrganizationKind.UNIVERSITY_OF_APPLIED_SCIENCES, country="AX"
    )
    complete = attrs.evolve(
        small.network("circle"), roster=RosterStatus.COMPLETE, roster_as_of=PartialDate(2020), roster_source="page"
    )
    report = data_report(changed(small, alone, gone, closed, applied, complete), small)
    assert list(cells(report, "in", "Finland").values()) == ["1 → 2", "0 → 1", "0 → 1", "0", "0"]
    assert list(cells(report, "in", "Åland").values()) == ["0", "0", "0", "0 → 1", "0 → 1"]
    assert "- Universities without a partner on record: Alone University" in report.splitlines()
    assert "- Universities without a network on record: Alone University" in report.splitlines()
    assert "- Universities without a network on record: none" in data_report(small).splitlines()
    assert list(cells(report, "kind of network", "association").values()) == ["1", "1 → 0"]
    assert list(cells(report, "kind of network", "university alliance").values()) == ["1", "1"]


def test_the_report_counts_figures_and_disagreement(small):
    claim = Alternative(field="name", value="Ring", citation=Citation(source="page"))
    disputed = attrs.evolve(
        small.network("circle"), remark="Conflict: one. Conflict: two.", alternatives=(claim,), sizes=()
    )
    report = data_report(changed(small, disputed), small)
    for what, count in {
        "networks with a stated size": "2 → 1",
        "networks with sizes of two dates or more": "1",
        "conflicts between sources that are open, in remarks": "0 → 2",
        "competing claims that stand beside the one that was chosen": "0 → 1",
    }.items():
        assert cells(report, "figures and disagreement", what) == {"count": count}


def test_a_claim_stays_if_a_source_of_the_kind_supports_it_and_loses_the_others(small):
    news = attrs.evolve(small.get("page", nordic.Source), id="paper", kind=SourceKind.NEWS)
    both = (Citation(source="page"), Citation(source="paper"))
    dataset = Dataset.of(
        small.release,
        [
            *(each for each in small if each.id != "north--south"),
            news,
            attrs.evolve(small.get("north--south", nordic.Partnership), citations=both),
        ],
    )
    rest = dataset.supported_by("news")
    assert [each.id for each in rest.partnerships()] == ["north--south"]
    assert rest.get("north--south", nordic.Partnership).citations == (Citation(source="paper"),)
    assert rest.records(nordic.Agreement) == ()
    assert rest.memberships() == ()
    assert rest.size_of("alliance") is None
    assert rest.organizations() == dataset.organizations()
    assert rest.release.version == "2020.6.0 supported by news"
    assert rest.release.digest is None
    assert dataset.supported_by(SourceKind.OFFICIAL_SITE).records(nordic.Agreement) == dataset.records(nordic.Agreement)


def test_a_claim_about_a_claim_that_went_goes_too(small):
    news = attrs.evolve(small.get("page", nordic.Source), id="paper", kind=SourceKind.NEWS)
    treaties = [attrs.evolve(each, citations=(Citation(source="paper"),)) for each in small.records(nordic.Agreement)]
    dataset = Dataset.of(
        small.release, [*(each for each in small if each.id not in ("treaty-1", "treaty-2")), news, *treaties]
    )
    assert dataset.supported_by("news").records(nordic.Agreement) == ()
    assert len(dataset.supported_by("news", "official site").records(nordic.Agreement)) == 2


@given(datasets(), st.sets(st.sampled_from(SourceKind), min_size=1))
def test_what_rests_on_better_kinds_keeps_every_rule_and_cites_nothing_else(dataset, kinds):
    rest = dataset.supported_by(*kinds)
    assert check(rest, CONSISTENCY) == []
    trusted = {each.id for each in dataset.records(nordic.Source) if each.kind in kinds}
    for membership in rest.records(Membership):
        assert {each.source for each in membership.citations} <= trusted


def test_an_unknown_kind_of_source_is_named(small):
    with pytest.raises(InvalidValueError, match="there is no kind of source 'rumour'"):
        small.supported_by("rumour")
