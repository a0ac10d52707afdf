"""The data report, and the filter by kind of source."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import Alternative, Citation, Dataset, InvalidValueError, Membership
from nordic_partnerships._curation.report import data_report
from nordic_partnerships._curation.rules import CONSISTENCY, check
from nordic_partnerships.kinds import RosterStatus, SourceKind
from nordic_partnerships.testing import datasets

ROOT = Path(__file__).parent.parent.parent
BY_HAND = "\n<!-- What follows is written by hand. -->\n"


def test_the_report_in_the_docs_is_that_of_the_newest_release():
    made = "replace the text above the mark by: python -m nordic_partnerships data report"
    generated, _, by_hand = (ROOT / "docs/data-report.md").read_text().partition(BY_HAND)
    assert generated == data_report(nordic.load()), made
    counts = [int(line.split("|")[2]) for line in by_hand.splitlines() if line.endswith("|") and line[-3].isdigit()]
    assert sum(counts) == 218


def test_the_report_counts_what_is_there(small):
    remark = "Conflict: one. Conflict: two."
    claim = Alternative(field="name", value="Ring", citation=Citation(source="page"))
    circle = attrs.evolve(
        small.network("circle"),
        remark=remark,
        alternatives=(claim,),
        roster=RosterStatus.COMPLETE,
        roster_as_of=nordic.PartialDate(2020),
    )
    report = data_report(Dataset.of(small.release, [each if each.id != "circle" else circle for each in small]))
    assert report.startswith("# The data of release 2020.6.0\n\nAs of 2020-06-15.")
    for line in (
        "| organizations | 4 |  | 0 % | 100 % |",
        "| memberships | 4 | 50 % | 0 % | 100 % |",
        "| sources | 1 |  |  |  |",
        "| Finland | 3 | 1 | 2 | 2 |",
        "| Sweden | 1 | 1 | 1 | 1 |",
        "| Greenland | 0 | 0 | 0 | 0 |",
        "- 1 of 2 have a complete roster at a known date; the others may have more members",
        "- 2 have a stated size, 1 of them at two dates or more",
        "- 2 conflicts between sources are open, in the remarks of 1 networks",
        "- 1 competing claims stand beside the one that was chosen",
        "- 0 of 2 Nordic universities are in no network on record: none",
        "| alliance--north | 2019 |",
    ):
        assert line in report.splitlines()
    assert "tombstones" not in report


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
