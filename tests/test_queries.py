"""Every query equals a brute-force reference, for any dataset and any date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nordic_partnerships import (
    EVER,
    Agreement,
    AmbiguousNameError,
    Event,
    Indicator,
    Initiative,
    Membership,
    Network,
    NordicPartnershipsError,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Statement,
    Theme,
    Tombstone,
    load,
)
from nordic_partnerships.kinds import PartnershipKind, Role, Status
from nordic_partnerships.testing import datasets, partial_dates

ENDS = ("end", "ended by", "closed", "dissolved")
days = st.dates(date(1988, 1, 1), date(2032, 1, 1))
moments = st.one_of(st.none(), st.just(EVER), partial_dates(), days, st.integers(1988, 2032))


def in_force(dataset, record, as_of):
    """Say whether a record counts: test_worlds.py compares the status itself with all worlds."""
    return dataset.status_of(record, as_of=as_of) in (Status.IN_FORCE, Status.PRESUMED)


@given(datasets(), moments)
def test_certain_answers_leave_out_what_is_presumed(dataset, as_of):
    at = dataset.release.reference_date if as_of is None else as_of
    for membership in dataset.memberships(as_of=at):
        status = dataset.status_of(membership, as_of=at)
        assert status in (Status.IN_FORCE, Status.PRESUMED)
        certain = dataset.memberships(member=membership.member, as_of=at, certain=True)
        assert (membership in certain) == (status is Status.IN_FORCE)
    for party in dataset.records(Organization):
        for ask in (dataset.partnerships_of, dataset.agreements_of, dataset.initiatives_of):
            expected = [r for r in ask(party, as_of=at) if dataset.status_of(r, as_of=at) is Status.IN_FORCE]
            assert list(ask(party, as_of=at, certain=True)) == expected
        assert set(dataset.partners_of(party, as_of=at, certain=True)) <= set(dataset.partners_of(party, as_of=at))
        assert set(dataset.networks_of(party, as_of=at, certain=True)) <= set(dataset.networks_of(party, as_of=at))
        assert set(dataset.themes_of(party, as_of=at, certain=True)) <= set(dataset.themes_of(party, as_of=at))


@given(datasets(), moments)
def test_partners_and_partnerships_are_those_in_force(dataset, as_of):
    for party in dataset.records(Organization):
        shared = [p for p in dataset.records(Partnership) if party.id in p.parties and in_force(dataset, p, as_of)]
        assert list(dataset.partnerships_of(party, as_of=as_of)) == shared
        partners = sorted({other for p in shared for other in p.parties} - {party.id})
        assert [each.id for each in dataset.partners_of(party, as_of=as_of)] == partners
        assert dataset.partners_of(party.id, as_of=as_of) == dataset.partners_of(party, as_of=as_of)
        for kind in PartnershipKind:
            of_kind = [p for p in shared if p.kind is kind]
            assert list(dataset.partnerships_of(party, kind=kind.value, as_of=as_of)) == of_kind


@given(datasets(), moments)
def test_partnership_is_symmetric(dataset, as_of):
    pairs = {(a.id, b.id) for a in dataset.records(Organization) for b in dataset.partners_of(a, as_of=as_of)}
    assert pairs == {(b, a) for a, b in pairs}


@given(datasets(), moments)
def test_a_theme_includes_the_narrower_ones(dataset, as_of):
    narrower = {theme.id: {theme.id} for theme in dataset.records(Theme)}
    for _ in narrower:
        for theme in dataset.records(Theme):
            for broader in theme.broader:
                narrower[broader] |= narrower[theme.id]
    for theme, included in narrower.items():
        for party in dataset.records(Organization):
            shared = dataset.partnerships_of(party, as_of=as_of)
            of_theme = dataset.partnerships_of(party, theme=theme, as_of=as_of)
            assert list(of_theme) == [p for p in shared if included & set(p.themes)]
            assert list(of_theme.undecided) == [p for p in shared.undecided if included & set(p.themes)]


@given(datasets(), moments, st.data())
def test_partnerships_between_are_those_that_all_parties_share(dataset, as_of, data):
    some = data.draw(st.lists(st.sampled_from(dataset.records(Organization)), min_size=1, max_size=3))
    wanted = [
        p
        for p in dataset.records(Partnership)
        if {each.id for each in some} <= set(p.parties) and in_force(dataset, p, as_of)
    ]
    assert list(dataset.partnerships_of(*some, as_of=as_of)) == wanted


@given(datasets(), moments)
def test_agreements_are_those_in_force_and_stand_after_what_they_renew(dataset, as_of):
    for partnership in dataset.records(Partnership):
        found = dataset.agreements_of(partnership, as_of=as_of)
        wanted = {
            each.id
            for each in dataset.records(Agreement)
            if each.partnership == partnership.id and in_force(dataset, each, as_of)
        }
        assert {each.id for each in found} == wanted
        places = {each.id: place for place, each in enumerate(found)}
        assert all(places[each.renews] < places[each.id] for each in found if each.renews in places)
    for party in dataset.records(Organization):
        wanted = {
            each.id
            for partnership in dataset.records(Partnership)
            if party.id in partnership.parties
            for each in dataset.agreements_of(partnership, as_of=as_of)
        }
        assert {each.id for each in dataset.agreements_of(party, as_of=as_of)} == wanted


@given(datasets(), moments)
def test_initiatives_are_those_in_force(dataset, as_of):
    for kind in (Organization, Network, Partnership):
        for subject in dataset.records(kind):
            wanted = [
                each
                for each in dataset.records(Initiative)
                if subject.id in (*each.parties, each.partnership, each.network) and in_force(dataset, each, as_of)
            ]
            assert list(dataset.initiatives_of(subject, as_of=as_of)) == wanted


@given(datasets(), moments)
def test_members_and_networks_are_inverse(dataset, as_of):
    held = [each for each in dataset.records(Membership) if in_force(dataset, each, as_of)]
    at = dataset.release.reference_date if as_of is None else as_of
    pairs = {(each.network, each.member) for each in held}
    assert {
        (network.id, member.id)
        for network in dataset.records(Network)
        for member in dataset.members_of(network, as_of=as_of)
    } == pairs
    assert {
        (network.id, member.id)
        for kind in (Organization, Network)
        for member in dataset.records(kind)
        for network in dataset.networks_of(member, as_of=as_of)
    } == pairs
    for kind in (Organization, Network):
        for one in dataset.records(kind):
            wanted = [each for each in held if one.id in (each.member, each.network)]
            mine = [each for each in wanted if each.member == one.id]
            assert list(dataset.memberships(member=one, as_of=at)) == mine
            if kind is Network:
                inside = [each for each in wanted if each.network == one.id]
                assert list(dataset.memberships(network=one, as_of=at)) == inside


@given(datasets(), moments, st.sampled_from(Role))
def test_members_are_filtered_by_role_and_country(dataset, as_of, role):
    for network in dataset.records(Network):
        at = dataset.release.reference_date if as_of is None else as_of
        roles = {role, *((Role.FOUNDING_MEMBER, Role.SUSPENDED) if role is Role.MEMBER else ())}
        held = [m for m in dataset.memberships(as_of=at) if m.network == network.id and roles & set(m.roles)]
        assert [each.id for each in dataset.members_of(network, role=role, as_of=as_of)] == sorted(
            {each.member for each in held}
        )
        members = dataset.members_of(network, as_of=as_of)
        for country in {each.country for each in members if isinstance(each, Organization)}:
            wanted = [each for each in members if getattr(each, "country", None) == country]
            assert list(dataset.members_of(network, country=country, as_of=as_of)) == wanted


@given(datasets())
def test_facts_are_those_about_the_subject(dataset):
    for record in dataset:
        for query, kind in ((dataset.statements_of, Statement), (dataset.indicators_of, Indicator)):
            assert list(query(record)) == [each for each in dataset.records(kind) if each.subject == record.id]
    for party in dataset.records(Organization):
        wanted = {each.id for each in dataset.records(Event) if party.id in (*each.hosts, *each.parties)}
        assert {each.id for each in dataset.events_of(party)} == wanted


@given(datasets(), moments)
def test_themes_of_a_party_are_those_of_all_it_does(dataset, as_of):
    for party in dataset.records(Organization):
        partnerships = dataset.partnerships_of(party, as_of=as_of)
        agreements = dataset.agreements_of(party, as_of=as_of)
        initiatives = dataset.initiatives_of(party, as_of=as_of)
        wanted = {theme for each in (*partnerships, *agreements, *initiatives) for theme in each.themes}
        assert [each.id for each in dataset.themes_of(party, as_of=as_of)] == sorted(wanted)


@given(datasets())
def test_a_timeline_is_in_order_and_holds_each_dated_fact_once(dataset):
    for record in dataset:
        moments = dataset.timeline_of(record)
        begun = {each.record: each.date.first for each in moments if each.kind in ("start", "founded", "established")}
        days = [
            max(each.date.first, begun.get(each.record, date.min)) if each.kind in ENDS else each.date.first
            for each in moments
        ]
        assert days == sorted(days)
        assert len(set(moments)) == len(moments) or any(len(getattr(each.record, "sizes", ())) > 1 for each in moments)
        period = getattr(record, "period", Period())
        for bound in (period.start, period.end):
            assert not isinstance(bound, PartialDate) or bound in [each.date for each in moments]


@given(datasets(), partial_dates())
def test_what_is_in_force_in_a_day_is_so_in_its_month_and_year(dataset, at):
    for kind in (Membership, Partnership, Agreement, Initiative):
        for record in dataset.records(kind):
            if dataset.status_of(record, as_of=at) is Status.IN_FORCE:
                assert dataset.status_of(record, as_of=PartialDate(at.year)) is Status.IN_FORCE


@given(datasets(), st.text(max_size=20))
def test_any_text_finds_something_or_raises_what_is_documented(dataset, text):
    for look_up in (
        dataset.get,
        dataset.organization,
        dataset.network,
        lambda key: dataset.get(key, Theme),
        dataset.find,
        dataset.partners_of,
    ):
        try:
            look_up(text)
        except (LookupError, ValueError) as error:
            assert isinstance(error, NordicPartnershipsError)


@given(st.text(max_size=30))
def test_any_text_asked_of_the_bundled_data_finds_something_or_raises_what_is_documented(text):
    dataset = load()
    for look_up in (dataset.get, dataset.find):
        try:
            look_up(text)
        except (LookupError, ValueError) as error:
            assert isinstance(error, NordicPartnershipsError)


@pytest.mark.filterwarnings("ignore::nordic_partnerships.RetiredIdWarning")
@given(datasets(), st.data())
def test_a_column_is_answered_as_its_keys_one_at_a_time(dataset, data):
    known = [each.label for each in dataset]
    keys = data.draw(
        st.lists(st.one_of(st.sampled_from(known), st.text(max_size=5), st.none(), st.integers()), max_size=8)
    )
    for key, (asked, record, error, *_) in zip(keys, dataset.resolve_many(keys), strict=True):
        assert asked == key
        try:
            assert dataset.get(key) == record
        except NordicPartnershipsError as raised:
            assert (type(error), str(error)) == (type(raised), str(raised))
        else:
            assert error is None


@given(datasets())
def test_a_record_is_found_by_its_id_and_a_name_leads_to_a_bearer_or_is_ambiguous(dataset):
    for record in dataset:
        assert dataset.get(record) == record
        assert isinstance(record, Tombstone) or dataset.get(record.id) == record
    for kind, look_up in (
        (Organization, dataset.organization),
        (Network, dataset.network),
        (Theme, lambda key: dataset.get(key, Theme)),
    ):
        for record in dataset.records(kind):
            for name in (record.name, *(each.text for each in record.names)):
                bearers = {each.id for each in dataset.records(kind) if name in map(str, (each, *_texts(each)))}
                try:
                    assert look_up(name).id in bearers
                except AmbiguousNameError as error:
                    assert bearers.issuperset(error.candidates)
                    assert len(bearers) > 1 or name != record.name or error.rivals


def _texts(record):
    return [name.text for name in record.names]
