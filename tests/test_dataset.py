"""Exact answers on the small dataset, and every wrong question."""

import copy
import pickle
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import (
    EVER,
    AmbiguousNameError,
    Dataset,
    InvalidDateError,
    InvalidTypeError,
    InvalidValueError,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Release,
    Theme,
    UnknownNameError,
)
from nordic_partnerships._store import MemoryTable
from nordic_partnerships.kinds import OrganizationKind, PartnershipKind, Qualifier, SizeMeasure, Status


def names(records):
    return [record.id for record in records]


@pytest.mark.parametrize(
    "key",
    [
        "north",
        "North University",
        "  NORTH university ",
        "north-university",
        "pohjola",
        "Old North",
        "https://ror.org/020hwjq30",
        "http://ror.org/020hwjq30/",
        "ror.org/020hwjq30",
        "020hwjq30",
        "Q1",
        "q1",
        "https://www.wikidata.org/wiki/Q1",
    ],
)
def test_an_organization_is_found_by_id_name_and_identifier(small, key):
    assert small.organization(key).id == "north"
    assert small.get(key).id == "north"


def test_accents_do_not_matter(small):
    assert small.organization("vast hogskola").id == "west"


def test_a_name_of_two_records_is_never_guessed(small):
    with pytest.raises(AmbiguousNameError) as raised:
        small.organization("norden")
    assert raised.value.candidates == ("norden-city", "north")


def test_an_unknown_name_comes_with_suggestions(small):
    with pytest.raises(UnknownNameError, match="no network is called 'Alianse'; did you mean 'Alliance'") as raised:
        small.network("Alianse")
    assert raised.value.suggestions == ("Alliance",)


def test_names_that_hold_all_words_of_a_text_are_suggested_first(small):
    with pytest.raises(UnknownNameError, match="did you mean 'Aarhus University'"):
        nordic.load("2026.11.1").organization("Aarhus")
    with pytest.raises(UnknownNameError) as raised:
        small.organization("North")
    assert raised.value.suggestions[0] == "Old North"


def test_ids_are_suggested_for_what_looks_like_the_id_of_a_relation():
    with pytest.raises(UnknownNameError, match="did you mean 'aalto-university--nokia'"):
        nordic.load("2026.11.1").get("aalto-univrsity--nokia")
    with pytest.raises(UnknownNameError) as raised:
        nordic.load("2026.11.1").get("--x--")
    assert raised.value.suggestions == ()


def test_a_name_of_another_class_is_unknown(small):
    with pytest.raises(UnknownNameError):
        small.network("North University")


@pytest.mark.parametrize("key", ["", "   ", "!?", "\u0301"])
def test_a_blank_key_is_an_invalid_value(small, key):
    for ask in (small.get, small.organization, small.partners_of, small.find, small.members_of, small.networks_of):
        with pytest.raises(InvalidValueError, match="a name must contain letters or digits"):
            ask(key)


@pytest.mark.parametrize("key", [None, 3, b"north", ["north"], {"id": "north"}])
def test_a_key_that_is_no_text_is_an_invalid_type(small, key):
    for ask in (small.get, small.organization, small.partners_of, small.find, small.members_of, small.networks_of):
        with pytest.raises(InvalidTypeError, match=r"expected a name or an id \(str\), got"):
            ask(key)


def test_a_record_of_the_wrong_class_is_an_invalid_type(small):
    with pytest.raises(InvalidTypeError, match="expected a network, got <Organization north"):
        small.network(small.organization("north"))
    with pytest.raises(InvalidTypeError, match="expected an organization or a network, got"):
        small.networks_of(small.get("ice", nordic.Theme))


def test_each_look_up_returns_its_class(small):
    assert small.get("North and South", nordic.Partnership).id == "north--south"
    assert small.get("treaty-1", nordic.Agreement).name == "First treaty"
    assert small.get("Ice School", nordic.Initiative).id == "ice-school"
    assert small.get("Meeting", nordic.Event).id == "meeting"
    assert small.get("Ice", nordic.Theme).id == "ice"
    assert small.get("A page", nordic.Source).id == "page"


def test_sources_have_no_names_for_get(small):
    assert small.get("page").title == "A page"
    with pytest.raises(UnknownNameError):
        small.get("A page")


def test_find_ranks_the_name_itself_first(small):
    assert [(match.record.id, match.name) for match in small.find("norden")] == [
        ("norden-city", "Norden"),
        ("north", "Norden"),
    ]
    assert [match.record.id for match in small.find("ice")] == ["ice", "ice-school"]
    assert len(small.find("o", limit=2)) == 2


@pytest.mark.parametrize("limit", [0, -1])
def test_find_takes_a_limit_from_one_up(small, limit):
    with pytest.raises(InvalidValueError, match="limit must be at least 1, not"):
        small.find("north", limit=limit)


@pytest.mark.parametrize("limit", ["3", 2.5, True, None])
def test_find_takes_a_whole_number_as_limit(small, limit):
    with pytest.raises(InvalidTypeError, match="expected a whole number as limit, got"):
        small.find("north", limit=limit)


@pytest.mark.parametrize("keys", ["north", b"north", 3, None])
def test_resolve_many_takes_a_list(small, keys):
    with pytest.raises(InvalidTypeError, match="expected an iterable of keys, got"):
        small.resolve_many(keys)


def test_partners_depend_on_the_date(small):
    assert names(small.partners_of("north")) == ["norden-city", "south", "west"]
    assert names(small.partners_of("north", as_of="2014")) == ["south"]
    assert names(small.partners_of("north", as_of="2014-05")) == []
    assert names(small.partners_of("north", as_of=date(2018, 5, 1))) == ["south"]
    assert names(small.partners_of("north", as_of=EVER)) == ["norden-city", "south", "west"]


@pytest.mark.parametrize("three", [("one", "two", "three"), ("three", "two", "one")])
def test_who_closed_is_nobodys_partner_while_others_go_on(three):
    bodies = [Organization(id=key, name=key, kind=OrganizationKind.UNIVERSITY) for key in three]
    closing = [attrs.evolve(body, closed=PartialDate(2018)) if body.id == "three" else body for body in bodies]
    together = Partnership(
        id="together", name="Together", kind=PartnershipKind.CONSORTIUM, parties=three, period=Period.parse("2010/..")
    )
    data = Dataset.of(Release(version="1", reference_date=PartialDate(2020, 6, 15)), [*closing, together])
    assert names(data.partners_of("one", as_of="2018")) == ["three", "two"]
    assert names(data.partners_of("one", as_of="2019")) == names(data.partners_of("one")) == ["two"]
    assert names(data.partners_of("one", as_of=EVER)) == ["three", "two"]
    assert names(data.partners_of("three", as_of="2018")) == ["one", "two"]
    assert names(data.partners_of("three")) == []
    assert names(data.partnerships_of("three")) == ["together"]


def test_partners_are_filtered_by_kind_and_theme(small):
    assert names(small.partners_of("north", kind="strategic partnership")) == ["south"]
    assert names(small.partners_of("north", theme="ice")) == ["south"]
    assert names(small.partners_of("north", theme="climate")) == ["south"]
    assert names(small.partners_of("south", kind="city cooperation")) == []


def test_sharing_a_network_is_no_partnership(small):
    assert names(small.members_of("alliance", as_of="2010")) == ["north", "south"]
    assert names(small.networks_of("north", "south", as_of="2010")) == ["alliance"]
    assert names(small.partners_of("north", as_of="2010")) == []


def test_an_agreement_is_over_when_another_renews_it(small):
    assert names(small.agreements_of("north--south", as_of="2017")) == ["treaty-1"]
    assert names(small.agreements_of("north--south", as_of="2017", certain=True)) == []
    assert names(small.agreements_of("north--south", as_of="2014", certain=True)) == ["treaty-1"]
    assert names(small.agreements_of("north--south", as_of="2018")) == ["treaty-1", "treaty-2"]
    assert names(small.agreements_of("north--south", as_of="2018", certain=True)) == ["treaty-2"]
    assert names(small.agreements_of("north--south", as_of="2019")) == ["treaty-2"]
    assert names(small.agreements_of("south")) == ["treaty-2"]
    assert names(small.agreements_of("south", as_of=EVER)) == ["treaty-1", "treaty-2"]


def test_members_depend_on_the_date_the_role_and_the_country(small):
    assert names(small.members_of("alliance")) == ["north"]
    assert names(small.members_of("alliance", as_of="2011")) == ["north", "south"]
    assert names(small.members_of("alliance", as_of="1999")) == []
    assert names(small.members_of("alliance", role="chair")) == ["north"]
    assert names(small.members_of("alliance", country="se", as_of="2011")) == ["south"]
    assert names(small.members_of("circle")) == ["alliance", "north"]
    assert names(small.members_of("circle", country="FI")) == ["north"]
    assert names(small.networks_of("alliance")) == ["circle"]
    assert names(small.networks_of("north", kind="association")) == ["circle"]
    at = small.release.reference_date
    assert names(small.memberships(network="alliance", as_of=at)) == ["alliance--north"]
    assert names(small.memberships(network="alliance")) == ["alliance--north", "alliance--south"]
    assert names(small.memberships(member="alliance")) == ["circle--alliance"]
    assert names(small.memberships(member="north", network="alliance")) == ["alliance--north"]
    assert names(small.memberships(member="south", network="circle")) == []


def test_a_membership_of_unknown_start_counts_from_its_first_attestation(small):
    membership = small.get("circle--north")
    assert small.status_of(membership, as_of="2018") is Status.UNKNOWN
    assert small.status_of(membership, as_of="2019") is Status.IN_FORCE
    assert small.status_of(membership, as_of=EVER) is Status.IN_FORCE
    assert small.status_of(membership) is Status.IN_FORCE
    assert names(small.members_of("circle", as_of="2018")) == []


def test_only_what_lasts_has_a_status(small):
    with pytest.raises(InvalidTypeError, match="expected a membership, partnership, agreement or initiative"):
        small.status_of(small.get("ice", nordic.Theme))


def test_sizes_are_those_of_the_date(small):
    def sizes(**options):
        return [(each.network.id, each.size.count) for each in small.networks_by_size(**options)]

    assert sizes() == [("circle", 20), ("alliance", 8)]
    assert sizes(as_of="2012") == [("alliance", 5)]
    assert sizes(as_of="2005") == []
    assert sizes(measure="countries") == [("alliance", 3)]
    assert sizes(at_least=9) == [("circle", 20)]
    assert sizes(at_most=9) == [("alliance", 8)]
    assert sizes(kind="association") == [("circle", 20)]


@pytest.mark.parametrize(
    ("hedge", "at_least", "at_most", "inside"),
    [
        ("exactly", 45, 45, True),
        ("exactly", 46, None, False),
        ("more than", None, 45, False),
        ("more than", 46, None, True),
        ("more than", None, 46, None),
        ("more than", 47, None, None),
        ("at least", None, 45, None),
        ("at least", None, 44, False),
        ("at least", 45, None, True),
        ("less than", 45, None, False),
        ("less than", 44, None, None),
        ("less than", None, 44, True),
        ("less than", 0, None, True),
        ("less than", 1, None, None),
        ("about", 45, None, None),
        ("about", 49, None, None),
        ("about", 50, None, False),
        ("about", 41, 49, True),
        ("about", None, 40, False),
    ],
)
def test_a_figure_that_may_lie_on_either_side_of_a_bound_is_undecided(small, hedge, at_least, at_most, inside):
    cited = (nordic.Citation(source="page"),)
    size = nordic.Size(measure=SizeMeasure.MEMBERS, count=45, qualifier=Qualifier(hedge), citations=cited)
    circle = attrs.evolve(small.network("circle"), sizes=(size,))
    dataset = Dataset.of(small.release, [*(record for record in small if record.id != "circle"), circle])
    answer = dataset.networks_by_size(kind="association", at_least=at_least, at_most=at_most)
    assert (len(answer), len(answer.undecided)) == {True: (1, 0), None: (0, 1), False: (0, 0)}[inside]


def test_more_than_45_countries_is_never_at_most_45():
    at_most = {network.id for network, _ in nordic.networks_by_size(measure="countries", at_most=45)}
    at_least = {network.id for network, _ in nordic.networks_by_size(measure="countries", at_least=46)}
    assert "elia" not in at_most
    assert "elia" in at_least


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"measure": "weight"}, "there is no measure 'weight'; choose one of: 'members'"),
        ({"kind": "club"}, "there is no kind of network 'club'"),
        ({"at_least": -1}, "at_least must be at least 0, not -1"),
        ({"at_most": -5}, "at_most must be at least 0, not -5"),
        ({"at_least": 5, "at_most": 2}, "at_least, 5, is more than at_most, 2"),
        ({"as_of": "2018-13"}, "no such date: '2018-13'"),
        ({"as_of": "2018/2017"}, "the span '2018/2017' ends before it starts"),
        ({"as_of": ""}, "not a date: ''"),
    ],
)
def test_a_wrong_value_is_named(small, options, message):
    with pytest.raises(InvalidValueError, match=message.replace("?", r"\?")):
        small.networks_by_size(**options)


@pytest.mark.parametrize(
    "options",
    [{"measure": 3}, {"kind": 3}, {"at_least": "5"}, {"at_most": 2.5}, {"at_least": True}, {"as_of": 20.18}],
)
def test_a_wrong_type_is_named(small, options):
    with pytest.raises(InvalidTypeError, match=r"expected a .*, got (int|str|float|bool)"):
        small.networks_by_size(**options)


@pytest.mark.parametrize(
    ("country", "error"),
    [
        ("XX", InvalidValueError),
        ("Finland", InvalidValueError),
        ("ß", InvalidValueError),
        ([], InvalidValueError),
        (3, InvalidTypeError),
        (["FI", 3], InvalidTypeError),
    ],
)
def test_a_country_is_a_code(small, country, error):
    with pytest.raises(error, match="country"):
        small.members_of("alliance", country=country)
    with pytest.raises(error, match="country"):
        small.organizations(country=country)


def test_every_closed_list_refuses_what_is_not_on_it(small):
    for ask in (
        lambda: small.partners_of("north", kind="x"),
        lambda: small.partnerships_of("north", kind="x"),
        lambda: small.initiatives_of("north", kind="x"),
        lambda: small.networks_of("north", role="x"),
        lambda: small.networks_of("north", kind="x"),
        lambda: small.members_of("alliance", role="x"),
        lambda: small.statements_of("north", kind="x"),
        lambda: small.indicators_of("north", measure="x"),
        lambda: small.organizations(kind="x"),
        lambda: small.networks(kind="x"),
        lambda: small.memberships(role="x"),
        lambda: small.partnerships(kind="x"),
        lambda: small.supported_by("x"),
        small.partnerships_of,
        small.networks_of,
    ):
        with pytest.raises(InvalidValueError):
            ask()


def test_an_impossible_date_is_refused_by_every_query(small):
    for ask in (
        small.partners_of,
        small.partnerships_of,
        small.agreements_of,
        small.initiatives_of,
        small.networks_of,
        small.themes_of,
        lambda _, as_of: small.members_of("alliance", as_of=as_of),
        lambda key, as_of: small.memberships(member=key, as_of=as_of),
        lambda _, as_of: small.status_of("alliance--north", as_of=as_of),
        lambda _, as_of: small.networks_by_size(as_of=as_of),
    ):
        with pytest.raises(InvalidDateError, match="2018-13"):
            ask("north", as_of="2018-13")


def test_facts_about_a_subject(small):
    assert names(small.statements_of("alliance")) == ["alliance-aim", "alliance-value"]
    assert names(small.statements_of("alliance", kind="value")) == ["alliance-value"]
    assert names(small.indicators_of("north")) == ["north-incoming", "north-share"]
    assert names(small.indicators_of("north", measure="international share")) == ["north-share"]
    assert names(small.events_of("north")) == ["meeting", "some-day"]
    assert names(small.events_of("alliance")) == ["meeting"]
    assert names(small.themes_of("north")) == ["ice"]
    assert names(small.themes_of("north", as_of="2016")) == ["climate", "ice"]
    assert names(small.initiatives_of("north")) == ["ice-school"]
    assert names(small.initiatives_of("north", kind="joint project", as_of="1992")) == ["old-school"]
    assert names(small.partnerships_of("north", "west")) == ["north--norden-city--west"]


def test_a_timeline_holds_what_is_dated(small):
    assert [(str(each.date), each.kind, each.record.id) for each in small.timeline_of("north")] == [
        ("1990", "start", "old-school"),
        ("1995", "end", "old-school"),
        ("2000", "start", "alliance--north"),
        ("2014", "start", "north--south"),
        ("2014-03-01", "signed", "treaty-1"),
        ("2015", "start", "ice-school"),
        ("2016-05-03", "start", "meeting"),
        ("2016-05-05", "end", "meeting"),
        ("2018", "observed", "north-share"),
        ("2018", "start", "treaty-2"),
        ("2022", "end", "treaty-2"),
    ]
    assert [str(each) for each in small.timeline_of("alliance") if each.record.id == "alliance"] == [
        "2000 founded, Alliance",
        "2010 size: 5 universities, Alliance",
        "2019-05 size: 8 universities, Alliance",
    ]


def test_an_explanation_resolves_citations_those_of_sizes_too(small):
    explanation = small.explain("alliance")
    assert [each.source.id for each in explanation.evidence] == ["page"] * 4
    assert explanation.record.id == "alliance"


def test_collections_are_filtered(small):
    assert names(small.organizations(kind="university", country="fi")) == ["north"]
    assert names(small.networks(kind="association")) == ["circle"]
    assert names(small.memberships(role="chair")) == ["alliance--north"]
    assert names(small.partnerships(kind="city cooperation")) == ["north--norden-city--west"]
    assert names(small.records(nordic.Agreement)) == ["treaty-1", "treaty-2"]
    assert names(small.records(nordic.Event)) == ["meeting", "some-day"]
    assert names(small.organizations(country="Nordic")) == ["norden-city", "north", "south", "west"]
    assert names(small.organizations(country=["SE", "dk"])) == ["south"]
    assert names(small.members_of("alliance", country="nordic", as_of="2011")) == ["north", "south"]
    assert names(small.records(nordic.Theme)) == ["climate", "ice"]


def test_a_dataset_is_a_value(small):
    assert repr(small) == "<Dataset 2020.6.0, as of 2020-06-15>"
    for twin in (copy.copy(small), copy.deepcopy(small), pickle.loads(pickle.dumps(small))):  # noqa: S301
        assert twin == small
        assert hash(twin) == hash(small)
        assert twin.partners_of("north") == small.partners_of("north")
    other = Dataset.of(Release(version="2020.6.0", reference_date=PartialDate(2020)), small)
    assert other != small
    assert hash(other) != hash(small)
    assert small != "small"


def test_answers_repeat(small):
    for _ in range(2):
        assert names(small.partners_of("north")) == ["norden-city", "south", "west"]
        assert names(small.networks_of("north")) == ["alliance", "circle"]
        assert names(small.members_of("alliance")) == ["north"]


def test_a_collection_is_asked_for_by_its_class(small):
    for wrong in ("organizations", str, None):
        with pytest.raises(InvalidTypeError, match="expected a class of records such as Organization, got"):
            small.records(wrong)


def test_a_source_explains_itself(small):
    (evidence,) = small.explain(small.get("page", nordic.Source)).evidence
    assert evidence.source.id == "page"


def test_a_record_from_elsewhere_is_known_by_its_id_alone(small):
    stranger = Organization(id="elsewhere", name="North University", kind="university")
    with pytest.raises(UnknownNameError, match="no organization is called 'elsewhere'"):
        small.organization(stranger)


def test_a_name_of_another_class_is_told(small):
    with pytest.raises(UnknownNameError, match="no network is called 'North University'; it is the name of an organ"):
        small.network("North University")


def test_in_the_year_of_the_founding_a_membership_may_not_have_begun(small):
    network = attrs.evolve(small.network("alliance"), founded=PartialDate(2014))
    undated = attrs.evolve(small.get("alliance--north"), period=Period.parse("2014/.."))
    dataset = Dataset.of(
        small.release, [*(each for each in small if each.id not in (network.id, undated.id)), network, undated]
    )
    assert dataset.status_of(undated, as_of="2014-05") is Status.UNKNOWN
    assert dataset.status_of(undated, as_of="2014") is Status.IN_FORCE


def test_a_theme_may_lie_in_two_that_lie_in_one(small):
    themes = [
        Theme(id="water", name="Water", broader=("climate",)),
        Theme(id="glacier", name="Glacier", broader=("ice", "water")),
    ]
    partnership = attrs.evolve(small.get("north--south", nordic.Partnership), themes=("glacier",))
    dataset = Dataset.of(small.release, [*(each for each in small if each.id != partnership.id), *themes, partnership])
    assert names(dataset.partners_of("north", theme="climate")) == ["south"]


def test_two_threads_read_a_collection_once():
    started, go = threading.Event(), threading.Event()

    class Slow:
        release = Release(version="1", reference_date=PartialDate(2020))
        recipe = None
        count = 0

        def read(self, _):
            self.count += 1
            started.set()
            go.wait(5)
            return MemoryTable()

    store = Slow()
    dataset = Dataset(store)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(dataset.organizations)
        started.wait(5)
        second = pool.submit(dataset.organizations)
        time.sleep(0.05)
        go.set()
        assert first.result() == second.result() == ()
    assert store.count == 1


def test_a_class_narrows_get_find_and_resolve_many(small):
    assert small.get("ALL", nordic.Network).id == "alliance"
    with pytest.raises(UnknownNameError, match="no organization is called 'ALL'; it is the name of a network"):
        small.get("ALL", Organization)
    with pytest.raises(UnknownNameError, match="no organization is called 'treaty-1'; it is the name of an agreement"):
        small.get("treaty-1", Organization)
    assert [match.record.id for match in small.find("n", among=nordic.Partnership)] == [
        "north--south",
        "north--norden-city--west",
    ]
    rows = small.resolve_many(["Pohjola", "ALL", "ice"], among=Organization)
    assert [row.record and row.record.id for row in rows] == ["north", None, None]


def test_a_country_narrows_find_and_resolve_many(small):
    assert [match.record.id for match in small.find("university", among=Organization, country="SE")] == ["south"]
    assert small.find("alliance", country="FI") == ()
    found, elsewhere, neither = small.resolve_many(["South University", "Pohjola", "Norden"], country="SE")
    assert found.record.id == "south"
    assert str(elsewhere.error) == "no record in SE is called 'Pohjola'"
    assert str(neither.error) == "no record in SE is called 'Norden'"


def test_a_country_settles_a_name_of_two_records(small):
    moved = attrs.evolve(small.organization("norden-city"), country="NO")
    dataset = Dataset.of(small.release, [*(record for record in small if record.id != moved.id), moved])
    (row,) = dataset.resolve_many(["Norden"], among=Organization, country="NO")
    assert row.record is moved


@pytest.mark.parametrize("wrong", ["Organization", str, None, object])
def test_a_class_of_records_is_asked_for(small, wrong):
    for ask in (
        lambda: small.get("north", wrong),
        lambda: small.find("north", among=wrong),
        lambda: small.resolve_many(["north"], among=wrong),
    ):
        with pytest.raises(InvalidTypeError, match="expected a class of records such as Organization, got"):
            ask()


def test_a_value_of_another_closed_list_is_refused(small):
    with pytest.raises(InvalidTypeError, match=r"expected a NetworkKind as kind of network, got OrganizationKind"):
        small.networks(kind=nordic.kinds.OrganizationKind.ASSOCIATION)
