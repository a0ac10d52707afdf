"""Each question in words says all that it leaves out; its answer says what it is a list of, and as of when."""

import itertools

import attrs
import pytest

from nordic_partnerships import (
    EVER,
    Agreement,
    Citation,
    Dataset,
    Event,
    Initiative,
    InvalidTypeError,
    InvalidValueError,
    Membership,
    Name,
    Network,
    Organization,
    PartialDate,
    Period,
    RetiredIdWarning,
    Size,
    Source,
    Theme,
    Tombstone,
    UnknownNameError,
)
from nordic_partnerships.kinds import NetworkKind, OrganizationKind, SizeMeasure, Status

NOW = PartialDate(2020, 6, 15)
LIMITS = {"certain": True, "attested_since": "2019"}
LIMITED = "certain, attested since 2019"
ALL_LIMITS = f"{LIMITED}, basis 'stated'"
STATED = {**LIMITS, "basis": "stated"}
OURS = "North University (name Pohjola)"
ALLIANCE = "Alliance (acronym ALL)"


@pytest.mark.parametrize(
    ("ask", "words", "collection", "at", "ids"),
    [
        (
            lambda data: data.partners_of("Pohjola", kind="strategic partnership", theme="ice", **STATED),
            f"partners of {OURS}, kind 'strategic partnership', theme 'Ice', {ALL_LIMITS}",
            *("organizations", NOW, ("south",)),
        ),
        (
            lambda data: data.partnerships_of("Pohjola", "south", kind="strategic partnership", theme="ice", **STATED),
            f"partnerships of {OURS} and South University, kind 'strategic partnership', theme 'Ice', {ALL_LIMITS}",
            *("partnerships", NOW, ("north--south",)),
        ),
        (
            lambda data: data.agreements_of("Pohjola", **LIMITS),
            f"agreements of {OURS}, {LIMITED}",
            *("agreements", NOW, ("treaty-2",)),
        ),
        (
            lambda data: data.agreements_of("north--south", as_of="ever"),
            "agreements of North and South",
            *("agreements", EVER, ("treaty-1", "treaty-2")),
        ),
        (
            lambda data: data.initiatives_of("Pohjola", kind="summer school", **LIMITS),
            f"initiatives of {OURS}, kind 'summer school', {LIMITED}",
            *("initiatives", NOW, ("ice-school",)),
        ),
        (
            lambda data: data.themes_of("Pohjola", **LIMITS),
            f"themes of {OURS}, {LIMITED}",
            *("themes", NOW, ("ice",)),
        ),
        (
            lambda data: data.networks_of("Pohjola", "ALL", kind="association", role="member", indirect=True, **STATED),
            f"networks of {OURS} and {ALLIANCE}, kind 'association', role 'member', indirect, {ALL_LIMITS}",
            *("networks", NOW, ("circle",)),
        ),
        (
            lambda data: data.members_of("ALL", country="FI", role="chair", indirect=True, **STATED),
            f"members of {ALLIANCE}, country FI, role 'chair', indirect, {ALL_LIMITS}",
            *("parties", NOW, ("north",)),
        ),
        (
            lambda data: data.networks_by_size(
                measure="countries", at_least=2, at_most=9, kind="university alliance", newer_than="2001"
            ),
            "networks by size (countries), at least 2, at most 9, kind 'university alliance', newer than 2001",
            *("sized_networks", NOW, ()),
        ),
        (
            lambda data: data.statements_of("ALL", kind="aim"),
            f"statements of {ALLIANCE}, kind 'aim'",
            *("statements", EVER, ("alliance-aim",)),
        ),
        (
            lambda data: data.indicators_of("Pohjola", measure="international share"),
            f"indicators of {OURS}, measure 'international share'",
            *("indicators", EVER, ("north-share",)),
        ),
        (lambda data: data.events_of("ALL"), f"events of {ALLIANCE}", "events", EVER, ("meeting",)),
        (
            lambda data: data.timeline_of("north--south"),
            "timeline of North and South",
            *("moments", EVER, ("north--south", "treaty-1", "ice-school", "treaty-2", "treaty-2")),
        ),
        (lambda data: data.disputes_of("ALL"), f"disputes of {ALLIANCE}", "disputes", EVER, ()),
        (
            lambda data: data.organizations(kind="university", country="FI", certain=True),
            "organizations, kind 'university', country FI, certain",
            *("organizations", EVER, ("north",)),
        ),
        (
            lambda data: data.networks(kind="association", certain=True),
            "networks, kind 'association', certain",
            *("networks", EVER, ("circle",)),
        ),
        (
            lambda data: data.partnerships(kind="strategic partnership", **STATED),
            f"partnerships, kind 'strategic partnership', {ALL_LIMITS}",
            *("partnerships", EVER, ("north--south",)),
        ),
        (
            lambda data: data.memberships(member="Pohjola", network="ALL", role="chair", **STATED),
            f"memberships of {OURS} and {ALLIANCE}, role 'chair', {ALL_LIMITS}",
            *("memberships", EVER, ("alliance--north",)),
        ),
        (lambda data: data.organizations(as_of=2020), "organizations", "organizations", PartialDate(2020), None),
    ],
)
def test_a_question_says_what_it_leaves_out_and_its_answer_what_and_when(small, ask, words, collection, at, ids):
    answer = ask(small)
    assert (answer.question, answer.collection, answer.as_of, answer.release) == (words, collection, at, "2020.6.0")
    assert ids is None or answer.ids == ids


def test_a_question_without_limits_leaves_nothing_out(small):
    of_north = ("partners", "partnerships", "agreements", "initiatives", "themes", "networks", "statements")
    for noun in (*of_north, "indicators", "events", "timeline", "disputes"):
        assert getattr(small, f"{noun}_of")("north").question == f"{noun} of North University"
    for noun in ("organizations", "networks", "partnerships", "memberships"):
        assert getattr(small, noun)().question == noun
        assert getattr(small, noun)(as_of="2020").question == noun
    assert small.members_of("alliance").question == "members of Alliance"
    assert small.networks_by_size().question == "networks by size (members)"
    assert small.partnerships(as_of="2020-06").ids == ("north--norden-city--west", "north--south")


def test_what_was_not_yet_there_is_in_no_collection_of_its_time(small):
    assert "alliance" not in small.networks(as_of="1999").ids
    assert small.partnerships(as_of="1999").ids == ()


def test_every_limit_leaves_something_out(small):
    """Of each question: asked with a limit that fits nothing, it is answered with nothing."""
    later = {"attested_since": "2020"}
    for ask, limits in (
        (small.partners_of, (later, {"basis": "inferred"}, {"kind": "memorandum"}, {"as_of": "1990"})),
        (small.partnerships_of, (later, {"basis": "inferred"}, {"kind": "memorandum"}, {"as_of": "1990"})),
        (small.agreements_of, (later, {"as_of": "1990"})),
        (small.initiatives_of, (later, {"kind": "joint project"}, {"as_of": "1989"})),
        (small.themes_of, (later, {"as_of": "1980"})),
        (small.networks_of, (later, {"basis": "inferred"}, {"role": "coordinator"}, {"as_of": "1990"})),
    ):
        assert list(ask("north")) != []
        for limit in limits:
            assert list(ask("north", **limit)) == [], (ask, limit)


@pytest.mark.parametrize(
    ("subject", "counted", "first", "last"),
    [
        ("ALL", "members", (2000, 1, 0, 1, None), (2020, 1, 0, 1, 8)),
        ("Pohjola", "networks", (2000, 1, 0, 2), (2020, 2, 0, 2)),
        ("ALL", "networks", (2019, 1, 0, 1), (2020, 1, 0, 1)),
        ("Pohjola", "partners", (2014, 1, 0, 3), (2020, 1, 2, 3)),
    ],
)
def test_counts_by_year_begin_with_the_first_that_is_known_and_end_with_the_release(
    small, subject, counted, first, last
):
    table = small.counts_by_year(subject, counted)
    rows = [tuple(row.values())[:5] for row in table]
    assert (table.name, rows[0], rows[-1]) == (f"{counted}_by_year", first, last)


def test_an_answer_is_kept_by_an_id_or_a_name_as_it_stands_on_record(small):
    for kept in ("north", "North University", "Pohjola", small.organization("north")):
        assert small.partners_of(kept) is small.partners_of(kept)
    for other in ("NORTH UNIVERSITY", "Q1"):
        assert small.partners_of(other) is not small.partners_of(other)


def test_a_retired_id_is_told_each_time_also_if_its_successor_has_it_as_a_name(small):
    north = small.organization("north")
    named = attrs.evolve(north, names=(*north.names, Name(text="far-north")))
    gone = Tombstone(id="far-north", reason="moved", retired=PartialDate(2019), successors=("north",))
    data = small.extended_with([gone, named], replace=True)
    for _ in range(2):
        with pytest.warns(RetiredIdWarning):
            data.partners_of("far-north")


def test_a_theme_is_looked_for_among_themes(small):
    data = small.extended_with([Network(id="ice-network", name="Ice", kind=NetworkKind.ASSOCIATION)])
    answer = data.partners_of("north", theme="Ice")
    assert (answer.question, answer.ids) == ("partners of North University, theme 'Ice'", ("south",))


def test_events_are_in_the_order_of_their_start_or_end_and_undated_ones_last(small):
    more = [
        Event(id=f"party-{number}", name="Party", period=Period.parse(period), hosts=("north",))
        for number, period in enumerate(("2018", "/2017", "2015/2019", "/"))
    ]
    data = small.extended_with(more)
    assert data.events_of("north").ids == ("party-2", "meeting", "party-1", "party-0", "party-3", "some-day")


def test_a_timeline_holds_the_events_in_which_a_body_takes_part(small):
    ball = Event(id="ball", name="Ball", period=Period.parse("2017"), parties=("south",), hosts=("north",))
    for body in ("north", "south"):
        assert "ball" in small.extended_with([ball]).timeline_of(body).ids


@pytest.mark.parametrize(
    ("link", "subject"),
    [("network", "alliance"), ("partnership", "north--south"), ("initiative", "ice-school")],
)
def test_a_timeline_holds_what_happens_in_what_it_is_of(small, link, subject):
    ball = Event(id="ball", name="Ball", period=Period.parse("2017"), **{link: subject})
    data = small.extended_with([ball])
    assert "ball" in data.timeline_of(subject).ids
    assert link == "initiative" or "ball" in data.events_of(subject).ids


def test_the_timeline_of_a_network_holds_its_undertakings(small):
    school = attrs.evolve(small.get("old-school", Initiative), parties=(), network="alliance")
    assert "old-school" in small.extended_with([school], replace=True).timeline_of("alliance").ids


def timeline(data, subject):
    return [f"{moment.date} {moment.kind} {moment.record.id}" for moment in data.timeline_of(subject)]


def with_agreements(data, **periods):
    agreements = [
        Agreement(id=key, name=key, partnership="north--norden-city--west", period=Period.parse(period))
        for key, period in periods.items()
    ]
    return timeline(data.extended_with(agreements), "north--norden-city--west")


def test_in_a_timeline_an_end_stands_after_its_start_and_after_all_that_may_begin_alike(small):
    assert with_agreements(small, one="2018-03/2018") == ["2018-03 start one", "2018 end one"]
    assert with_agreements(small, one="2015/2018", two="2018-01-01/..") == [
        "2015 start one",
        "2018-01-01 start two",
        "2018 end one",
    ]


def test_in_a_timeline_a_coarser_date_stands_before_the_finer_ones_within_it(small):
    assert with_agreements(small, one="2018-01-01/..", three="2018-01/..", two="2018/..") == [
        "2018 start two",
        "2018-01 start three",
        "2018-01-01 start one",
    ]


def test_a_body_was_there_before_it_was_gone(small):
    west = attrs.evolve(small.organization("west"), established=PartialDate(2018, 3), closed=PartialDate(2018))
    circle = attrs.evolve(small.network("circle"), founded=PartialDate(2018, 3), dissolved=PartialDate(2018))
    data = small.extended_with([west, circle], replace=True)
    assert timeline(data, "west") == ["2018-03 established west", "2018 closed west"]
    assert timeline(data, "circle") == ["2018-03 founded circle", "2018 dissolved circle"]


def test_a_timeline_tells_by_when_something_had_ended(small):
    stay = attrs.evolve(small.get("circle--alliance", Membership), period=Period(), ended_by=PartialDate(2018))
    data = small.extended_with([stay], replace=True)
    assert timeline(data, "circle--alliance") == ["2018 ended by circle--alliance"]


def test_a_source_is_its_own_evidence(small):
    page = small.get("page", Source)
    assert [(each.citation.source, each.source) for each in small.explain(page).evidence] == [("page", page)]


def test_a_superseded_figure_is_shown_with_the_one_chosen_and_with_its_citations(small):
    alliance = small.network("alliance")
    old, *others = alliance.sizes
    replaced = attrs.evolve(alliance, sizes=(attrs.evolve(old, superseded="A count of 2019 is known."), *others))
    (dispute,) = small.extended_with([replaced], replace=True).disputes_of("alliance")
    assert (dispute.chosen, dispute.claim) == ("8 universities (2019-05)", "5 universities (2010)")
    (evidence,) = dispute.evidence
    assert (evidence.citation, evidence.source.id) == (old.citations[0], "page")
    assert evidence.size.count == 5


def test_who_belongs_through_another_does_so_while_both_are_in_force(small):
    answer = small.networks_of("south", indirect=True, as_of="2011")
    assert (answer.ids, [network.id for network in answer.undecided]) == (("alliance",), ["circle"])


def test_a_second_stay_leads_on_where_the_first_does_not(small):
    first = small.get("alliance--south")
    second = attrs.evolve(first, id="alliance--south-2", period=Period.parse("2015/.."))
    assert small.networks_of("south", indirect=True).ids == ()
    assert small.extended_with([second]).networks_of("south", indirect=True).ids == ("alliance", "circle")


def test_a_stay_that_is_surely_in_force_leads_on_beside_one_that_may_be(small):
    stay = small.get("alliance--south")
    stays = [
        attrs.evolve(stay, period=Period()),
        attrs.evolve(stay, id="alliance--south-2", period=Period.parse("2015/..")),
    ]
    data = small.extended_with([*stays, member_of("circle", "alliance", "2000/..")], replace=True)
    answer = data.networks_of("south", indirect=True, as_of="2014/2016")
    assert (answer.ids, answer.undecided) == (("alliance", "circle"), ())


def test_a_way_lasts_as_long_as_each_stay_on_it(small):
    stay = small.get("alliance--south")
    stays = [
        attrs.evolve(stay, period=Period.parse("2015/..")),
        attrs.evolve(stay, id="alliance--south-2", period=Period.parse("2005/2012")),
    ]
    beyond = [member_of("circle", "alliance", "2000/.."), network("globe"), member_of("globe", "circle", "2016/..")]
    data = small.extended_with([*stays, *beyond], replace=True)
    assert data.networks_of("south", indirect=True, as_of="2010/2020").ids == ("alliance", "circle", "globe")


def grounds_of(answer, key):
    """Return the ids of the relations that put an item into an answer."""
    (grounds,) = (grounds for item, _, grounds in answer.standings() if item.id == key)
    return [tuple(relation.id for relation in ground) for ground in grounds]


def test_without_a_time_one_way_to_a_network_leads_on(small):
    second = attrs.evolve(small.get("alliance--south"), id="alliance--south-2", period=Period.parse("2015/.."))
    answer = small.extended_with([second]).networks_of("south", indirect=True, as_of=EVER)
    assert grounds_of(answer, "alliance") == [("alliance--south",), ("alliance--south-2",)]
    assert grounds_of(answer, "circle") == [("alliance--south", "circle--alliance")]


def member_of(network, member, period="/.."):
    """Return a membership that a page attests in 2019."""
    return Membership(
        id=f"{network}--{member}",
        network=network,
        member=member,
        period=Period.parse(period),
        citations=(Citation(source="page"),),
    )


def network(key):
    return Network(id=key, name=key, kind=NetworkKind.ASSOCIATION)


def test_a_way_on_days_that_are_no_better_does_not_lead_on(small):
    data = small.extended_with([network("globe"), member_of("globe", "circle")])
    answer = data.networks_of("north", indirect=True)
    assert grounds_of(answer, "circle") == [("circle--north",), ("alliance--north", "circle--alliance")]
    assert grounds_of(answer, "globe") == [("circle--north", "globe--circle")]


@pytest.mark.parametrize(
    ("first", "second", "leading_on"),
    [
        ("2000/2018", "2000/2018", {"first"}),
        ("2000/2018", "2001/2018", {"first"}),
        ("2001/2018", "2000/2018", {"first", "second"}),
        ("2000/2018", "2000-06/2018", {"first", "second"}),
        ("2000-06/2018", "2000/2018", {"first", "second"}),
        ("2000/2018", "2000/2017", {"first"}),
        ("2000/2017", "2000/2018", {"first", "second"}),
        ("2000/2018", "2000/2018-06", {"first", "second"}),
        ("2000/2018-06", "2000/2018", {"first", "second"}),
    ],
)
def test_a_second_way_leads_on_where_its_days_are_better_in_any_respect(small, first, second, leading_on):
    # Of two networks the one whose id is later is gone on from first.
    ways = {"way-2": ("first", first), "way-1": ("second", second)}
    dated = [
        Membership(id=way, network="middle", member=key, period=Period.parse(on)) for key, (way, on) in ways.items()
    ]
    joined = [member_of(key, "west", "1990/..") for key in ways]
    networks = [network(key) for key in ("middle", "globe", *ways)]
    data = small.extended_with([*networks, *joined, *dated, member_of("globe", "middle", "1990/..")])
    answer = data.networks_of("west", indirect=True, as_of=2010)
    assert {way for _, way, _ in grounds_of(answer, "globe")} == leading_on


def test_two_belong_together_by_each_way_through_networks(small):
    ways = [member_of("left", "circle"), member_of("right", "circle")]
    meeting = [member_of("globe", "left"), member_of("globe", "right")]
    bodies = [member_of("circle", "west"), member_of("globe", "norden-city")]
    data = small.extended_with([*map(network, ("globe", "left", "right")), *ways, *meeting, *bodies])
    answer = data.networks_of("west", "norden-city", indirect=True)
    assert set(grounds_of(answer, "globe")) == {
        ("circle--west", "left--circle", "globe--left", "globe--norden-city"),
        ("circle--west", "right--circle", "globe--right", "globe--norden-city"),
    }


def test_a_third_is_held_against_each_stay_of_the_first(small):
    again = attrs.evolve(member_of("globe", "west", "2010/.."), id="globe--west-2")
    others = [member_of("globe", "norden-city", "1990/.."), member_of("globe", "south", "2009/..")]
    data = small.extended_with([network("globe"), member_of("globe", "west", "2000/2005"), again, *others])
    assert data.networks_of("west", "norden-city", "south", as_of="2003/2012").ids == ("globe",)


def test_many_belong_together_once_through_the_same_networks(small):
    keys = [f"body-{number}" for number in range(12)]
    bodies = [Organization(id=key, name=key, kind=OrganizationKind.COMPANY) for key in keys]
    through = ["left", "middle", "right"]
    belonging = [member_of(*pair, "2000/..") for pair in itertools.product(through, keys)]
    networks = [network("globe"), *map(network, through)]
    data = small.extended_with(
        [*networks, *bodies, *belonging, *(member_of("globe", key, "2000/..") for key in through)]
    )
    answer = data.networks_of(*keys, indirect=True)
    passed = [{key for key in through if f"globe--{key}" in ground} for ground in grounds_of(answer, "globe")]
    some = [set(chosen) for number in (1, 2, 3) for chosen in itertools.combinations(through, number)]
    assert sorted(map(sorted, passed)) == sorted(map(sorted, some))


def test_the_membership_of_whoever_belongs_comes_first_on_a_path(small):
    paths = [("circle--north",), ("alliance--north", "circle--alliance")]
    networks, members = small.networks_of("north", indirect=True), small.members_of("circle", indirect=True)
    for answer, item in ((networks, "circle"), (members, "north")):
        assert grounds_of(answer, item) == paths


def test_a_role_is_that_of_whoever_belongs_and_not_of_the_networks_between(small):
    assert small.networks_of("north", role="chair", indirect=True).ids == ("alliance", "circle")
    assert small.networks_of("north", role="coordinator", indirect=True).ids == ()
    assert small.members_of("circle", role="chair", indirect=True).ids == ("north",)
    assert small.members_of("circle", role="coordinator", indirect=True).ids == ()


def test_what_was_asked_before_does_not_change_what_is_answered(small):
    for _ in range(2):
        assert small.networks_of("north", basis="stated").ids == ("alliance", "circle")
        assert small.networks_of("north", basis="inferred").ids == ()
        assert small.networks_of("north", role="chair").ids == ("alliance",)
        assert small.networks_of("north", role="coordinator").ids == ()
        assert small.networks_of("north", attested_since="2020").ids == ()
        assert small.networks_of("north", attested_since="2019").ids == ("alliance", "circle")
        assert small.networks_of("north", "alliance").ids == ("circle",)


def test_who_left_was_a_member_in_the_years_before(small):
    surely = {row["year"]: row["surely"] for row in small.counts_by_year("alliance", "members")}
    assert [surely[year] for year in (2004, 2005, 2012, 2013)] == [1, 2, 2, 1]


def test_a_network_that_nobody_dates_had_begun_when_it_had_a_size(small):
    size = Size(measure=SizeMeasure.MEMBERS, count=5, as_of=PartialDate(2010), citations=(Citation(source="page"),))
    network = Network(id="new", name="New", kind=NetworkKind.ASSOCIATION, sizes=(size,))
    ask = {"kind": "association", "as_of": "2011"}
    data = small.extended_with([network])
    assert data.networks_by_size(at_least=5, **ask).statuses == (Status.PRESUMED,)
    assert data.networks_by_size(at_least=6, **ask).ids == data.networks_by_size(at_most=4, **ask).ids == ()


def test_what_is_counted_is_counted_of_the_class_that_has_it(small):
    for subject, counted in (("north", "members"), ("ice", "networks"), ("alliance", "partners")):
        with pytest.raises(UnknownNameError):
            small.counts_by_year(subject, counted)


def test_a_dataset_is_written_with_the_status_of_what_lasts(small, tmp_path):
    small.write(tmp_path / "csv")
    small.write(tmp_path / "json", format="json")
    assert not (tmp_path / "csv" / "themes.json").exists()
    assert not (tmp_path / "json" / "themes.csv").exists()
    rows = {
        name: (tmp_path / "csv" / f"{name}.csv").read_text(encoding="utf-8") for name in ("memberships", "networks")
    }
    statuses = [line.rsplit(",", 2)[1] for line in rows["memberships"].splitlines()]
    assert statuses == ["status", "in force", "not in force", "in force", "in force"]
    assert "in force" in rows["networks"]
    assert "status" not in (tmp_path / "csv" / "themes.csv").read_text(encoding="utf-8")


def test_a_search_gives_as_many_as_are_asked_for(small):
    assert [len(small.find("n", limit=limit)) for limit in (1, 2)] == [1, 2]
    with pytest.raises(InvalidValueError, match=r"^limit must be at least 1, not 0$"):
        small.find("n", limit=0)
    snow = [Theme(id=f"snow-{number}", name=f"Snow {number}") for number in range(12)]
    assert len(small.extended_with(snow).find("snow")) == 10


def test_a_search_finds_sources_only_where_they_are_asked_for(small):
    assert "page" not in [match.record.id for match in small.find("page")]
    assert [match.record.id for match in small.find("page", among=Source)] == ["page"]


def test_sizes_lie_between_bounds_that_may_be_equal(small):
    assert small.networks_by_size(at_least=8, at_most=8).ids == ("alliance",)
    assert small.networks_by_size(at_least=0).ids == ("circle", "alliance")
    assert small.networks_by_size(newer_than="2019-05").ids == ("alliance",)
    assert small.networks_by_size(newer_than="2019-06").ids == ()
    assert small.size_of("ALL", "countries").size.count == 3
    assert small.size_of("ALL", as_of="2012").size.count == 5
    assert small.size_of("ALL", newer_than="2019-06") is None
    assert small.size_of("ALL", as_of="1999") is None


def test_a_dataset_is_made_of_a_release_and_records_and_nothing_else(small):
    with pytest.raises(InvalidTypeError, match=r"^expected a Release, got '1'$"):
        Dataset.of("1", [])
    with pytest.raises(InvalidTypeError, match=r"^expected a store, got \[\]; Dataset.of takes records$"):
        Dataset([])
    with pytest.raises(InvalidTypeError, match=r"^expected an iterable of keys, got str$"):
        small.resolve_many("north")
    with pytest.raises(InvalidTypeError, match=r"^expected an iterable of keys, got int$"):
        small.resolve_many(3)
    with pytest.raises(InvalidValueError, match=r"^networks_of takes one member or more$"):
        small.networks_of()
    with pytest.raises(InvalidValueError, match=r"^partnerships_of takes one party or more$"):
        small.partnerships_of()


def test_a_column_is_read_as_texts_only_if_that_is_asked_for(small):
    text = "Physics, North University, Finland"
    assert small.resolve_many([text])[0].record is None
    assert small.resolve_many([text], inside_text=True)[0].record.id == "north"


def test_what_no_source_of_the_kinds_supports_is_left_out(small):
    official, news = small.supported_by("official site", "news"), small.supported_by("news")
    assert official.memberships() == small.memberships()
    assert official.release.version == "2020.6.0 supported by news or official site"
    assert (news.memberships(), news.organizations()) == ((), small.organizations())
    assert news.release.parts == (small.release,)


def test_a_dataset_is_checked_by_the_rules_of_the_curators(small):
    assert small.check() == ()
    circle = attrs.evolve(small.get("ice", Theme), broader=("ice",))
    (problem,) = small.extended_with([circle], replace=True).check()
    assert (problem.file, problem.record, problem.field) == ("themes.json", "ice", "broader")


def test_what_is_not_on_a_list_is_told_with_what_it_is(small):
    for what, ask in (
        ("kind of partnership", lambda: small.partners_of("north", kind="x")),
        ("kind of partnership", lambda: small.partnerships(kind="x")),
        ("kind of initiative", lambda: small.initiatives_of("north", kind="x")),
        ("kind of network", lambda: small.networks_of("north", kind="x")),
        ("kind of network", lambda: small.networks_by_size(kind="x")),
        ("kind of network", lambda: small.networks(kind="x")),
        ("kind of organization", lambda: small.organizations(kind="x")),
        ("kind of statement", lambda: small.statements_of("north", kind="x")),
        ("kind of source", lambda: small.supported_by("x")),
        ("role", lambda: small.networks_of("north", role="x")),
        ("role", lambda: small.members_of("alliance", role="x")),
        ("role", lambda: small.memberships(role="x")),
        ("measure", lambda: small.networks_by_size(measure="x")),
        ("measure", lambda: small.size_of("alliance", "x")),
        ("measure", lambda: small.indicators_of("north", measure="x")),
        ("basis", lambda: small.partners_of("north", basis="x")),
        ("count", lambda: small.counts_by_year("north", "x")),
    ):
        with pytest.raises(InvalidValueError, match=f"^there is no {what} 'x'; choose one of: "):
            ask()


def test_numbers_truths_and_dates_are_told_with_the_name_of_the_argument(small):
    for name, ask in (
        ("inside_text", lambda: small.resolve_many(["north"], inside_text=1)),
        ("indirect", lambda: small.networks_of("north", indirect=1)),
        ("indirect", lambda: small.members_of("alliance", indirect=1)),
        ("certain", lambda: small.partners_of("north", certain=1)),
        ("replace", lambda: small.extended_with([], replace=1)),
    ):
        with pytest.raises(InvalidTypeError, match=f"^expected True or False as {name}, got int$"):
            ask()
    for name, ask in (
        ("newer_than", lambda: small.networks_by_size(newer_than="ever")),
        ("newer_than", lambda: small.size_of("alliance", newer_than="ever")),
        ("attested_since", lambda: small.partners_of("north", attested_since="ever")),
    ):
        with pytest.raises(InvalidValueError, match=f"^{name} takes a date"):
            ask()
    for name, ask in (
        ("at_least", lambda: small.networks_by_size(at_least=-1)),
        ("at_most", lambda: small.networks_by_size(at_most=-1)),
    ):
        with pytest.raises(InvalidValueError, match=f"^{name} must be at least 0, not -1$"):
            ask()
    with pytest.raises(InvalidValueError, match=r"^at_least, 5, is more than at_most, 4$"):
        small.networks_by_size(at_least=5, at_most=4)
    with pytest.raises(InvalidValueError, match=r"^a relation is 'stated' or 'inferred'; only figures are 'counted'$"):
        small.partners_of("north", basis="counted")
    with pytest.raises(InvalidTypeError, match=r"^expected a membership, partnership, agreement or initiative, got <"):
        small.status_of("ice")
