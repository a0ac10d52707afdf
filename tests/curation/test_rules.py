"""Every rule has examples that break it, near misses that keep it, and is kept by every dataset of the strategies."""

import string
import time

import attrs
import pytest
from hypothesis import given

from nordic_partnerships import (
    Alternative,
    Citation,
    Dataset,
    Indicator,
    Period,
    Release,
    Statement,
    load,
)
from nordic_partnerships._curation.rules import CONSISTENCY, RULES, check
from nordic_partnerships._curation.rules.figures import rosters_agree_with_sizes
from nordic_partnerships._curation.rules.identifiers import identifiers_are_valid
from nordic_partnerships._curation.rules.links import links_are_not_circular
from nordic_partnerships._curation.rules.names import texts_are_normal
from nordic_partnerships._curation.rules.time import members_belong_once_at_a_time
from nordic_partnerships._store import MemoryStore
from nordic_partnerships._structure import STRUCTURE_RULES, ids_are_well_formed
from nordic_partnerships._text import with_article
from nordic_partnerships.kinds import (
    IndicatorMeasure,
    RosterStatus,
    StatementKind,
    Unit,
)
from nordic_partnerships.testing import datasets

from .cases import BROKEN, KEPT
from .cases.building import BY_PAGE, ISNI, date, edited, organization, size, theme
from .cases.structure import DANGLING, MISPLACED


def title(case):
    return f"{case.rule.__name__}: {case.what}"


def test_the_small_dataset_keeps_every_rule(small):
    assert check(small) == []


def test_the_first_release_keeps_every_rule_of_today():
    assert check(load("2026.11.0")) == []


@given(datasets())
def test_every_dataset_of_the_strategies_keeps_every_rule(dataset):
    assert check(dataset, CONSISTENCY) == []


def test_every_rule_has_an_example_that_breaks_it_and_one_that_keeps_it():
    assert {case.rule for case in BROKEN} == {case.rule for case in KEPT} == {*STRUCTURE_RULES, *RULES}
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


def test_only_the_rules_that_are_asked_for_are_checked(small):
    dataset = edited(small, {"west": {"country": "XX"}, "circle": {"sizes": size(-5)}})
    assert [each.record for each in check(dataset, CONSISTENCY)] == ["west"]
    assert [each.record for each in check(dataset)] == ["west", "circle"]


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
    assert [each.record for each in ids_are_well_formed(dataset)] == [key]


@pytest.mark.parametrize(("record", "fields", "path"), DANGLING)
def test_an_id_of_no_record_is_found_wherever_it_stands(small, record, fields, path):
    found = check(edited(small, {record: fields}))
    assert [each[1:] for each in found] == [(record, path, "there is no record 'nowhere'")]


@pytest.mark.parametrize(("record", "fields", "key", "kind"), MISPLACED)
def test_an_id_of_a_record_of_another_class_is_out_of_place(small, record, fields, key, kind):
    (found,) = check(edited(small, {record: fields}))
    assert found.record == record
    assert found.message.startswith(f"{key!r} is {with_article(kind.lower())}, expected ")


def test_every_record_can_be_the_subject_of_a_statement(small):
    aims = [
        Statement(id=f"aim-{number}", subject=each.id, kind=StatementKind.AIM, text="To be.", citations=BY_PAGE)
        for number, each in enumerate(small)
    ]
    assert check(edited(small, extra=aims)) == []


def test_an_empty_quotation_is_no_text(small):
    dataset = edited(small, {"west": {"citations": (Citation(source="page", stated=" "),)}})
    (found,) = texts_are_normal(dataset)
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
    found = members_belong_once_at_a_time(edited(small, extra=extra))
    assert (
        "stay-2",
        "2005-02/.. may overlap 2000/2005-06 of 'stay-0', a membership of the same member in the same network",
    ) in [(each.record, each.message) for each in found]


def test_a_chain_of_thousands_is_walked_once(small):
    chain = [theme(f"t{number}", *([f"t{number - 1}"] if number else [])) for number in range(10_000)]
    dataset = edited(small, extra=chain)
    start = time.process_time()
    assert list(links_are_not_circular(dataset)) == []
    assert time.process_time() - start < 3
    chain[0] = theme("t0", "t2")
    circle = links_are_not_circular(edited(small, extra=chain))
    assert [problem.record for problem in circle] == ["t0", "t1", "t2"]


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
        wanted = [] if counted == 2 else ["the source states 2 members, but 1 are on record: say why in a remark"]
        assert [each.message for each in check(dataset)] == wanted


def test_a_figure_without_a_date_counts_whenever_its_source_was_read(small):
    alliance = {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2019"), "sizes": size(9)}
    dataset = edited(small, {"alliance": alliance, "page": {"accessed": date("2021").first}})
    (found,) = rosters_agree_with_sizes(dataset)
    assert found.message.startswith("the source states 9 members, but 1 are on record")


def accepts(field, text):
    release = Release(version="2020.6.0", reference_date=date("2020"))
    dataset = Dataset(MemoryStore.of(release, [organization("a", "A", **{field: text})]))
    return not [*identifiers_are_valid(dataset)]


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
