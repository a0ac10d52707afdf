"""An answer knows its question: what is in force, presumed and undecided, as of when, from which release."""

import copy
import pickle
import re
from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import (
    EVER,
    Agreement,
    Answer,
    Citation,
    Dataset,
    Event,
    Indicator,
    Initiative,
    InvalidDateError,
    InvalidTypeError,
    InvalidValueError,
    Membership,
    Network,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Release,
    Source,
    Statement,
    Theme,
    Tombstone,
)
from nordic_partnerships.kinds import Basis, NetworkKind, OrganizationKind, Role, RosterStatus, SourceKind, Status
from nordic_partnerships.testing import datasets, partial_dates

IN, PRESUMED, UNKNOWN, OUT = Status.IN_FORCE, Status.PRESUMED, Status.UNKNOWN, Status.NOT_IN_FORCE
OLD = nordic.load("2026.11.1")
NEXT = nordic.open_dataset(Path(nordic.__file__).parent / "data" / "next")


# -------------------------------------------------------------------- against a reading of every relation


def may_be_partners(partnership, pair, at):
    """Of more than two parties, one that had surely closed before is no partner: others go on without it."""
    if at is EVER or len(partnership.parties) == 2:
        return True
    return all(body.closed is None or body.closed.last >= at.first for body in pair)


def readings(data, at, subject):
    """Yield each question about a subject with the relations that each item rests on, found by reading all records.

    The status of a relation is that of ``status_of``, which test_worlds.py compares with all worlds.
    """
    ids = {record.id: record for record in data}
    memberships = data.records(Membership)
    if isinstance(subject, Organization):
        shared = [p for p in data.records(Partnership) if subject.id in p.parties]
        partners = {
            other: [p for p in shared if other in p.parties and may_be_partners(p, (subject, ids[other]), at)]
            for p in shared
            for other in p.parties
        }
        partners.pop(subject.id, None)
        partners = {key: grounds for key, grounds in partners.items() if grounds}
        yield data.partners_of(subject, as_of=at), partners
        yield data.partnerships_of(subject, as_of=at), {p.id: [p] for p in shared}
        held = {p.id for p in shared}
        agreements = [a for a in data.records(Agreement) if a.partnership in held]
        yield data.agreements_of(subject, as_of=at), {a.id: [a] for a in agreements}
        initiatives = [i for i in data.records(Initiative) if subject.id in i.parties]
        yield data.initiatives_of(subject, as_of=at), {i.id: [i] for i in initiatives}
        holders = [*shared, *agreements, *initiatives]
        themes = {theme: [h for h in holders if theme in h.themes] for h in holders for theme in h.themes}
        yield data.themes_of(subject, as_of=at), themes
    if isinstance(subject, Network):
        inside = [m for m in memberships if m.network == subject.id]
        members = {m.member: [other for other in inside if other.member == m.member] for m in inside}
        yield data.members_of(subject, as_of=at), members
        sweden = {key: found for key, found in members.items() if getattr(ids[key], "country", None) == "SE"}
        yield data.members_of(subject, country="SE", as_of=at), sweden
    if isinstance(subject, Organization | Network):
        own = [m for m in memberships if m.member == subject.id]
        networks = {m.network: [other for other in own if other.network == m.network] for m in own}
        yield data.networks_of(subject, as_of=at), networks
        yield data.memberships(member=subject, as_of=at), {m.id: [m] for m in own}


@given(datasets(), st.one_of(partial_dates(), st.just(EVER)))
def test_in_force_presumed_undecided_and_not_in_force_are_those_of_the_relations(data, at):
    for subject in (*data.records(Organization), *data.records(Network)):
        for answer, wanted in readings(data, at, subject):
            best = {}
            for key, relations in wanted.items():
                statuses = {data.status_of(relation, as_of=at) for relation in relations}
                best[key] = next(status for status in (IN, PRESUMED, UNKNOWN, OUT) if status in statuses)
            found = dict(zip(answer.ids, answer.statuses, strict=True))
            found |= {record.id: UNKNOWN for record in answer.undecided}
            assert len(found) == len(answer) + len(answer.undecided)
            assert found == {key: status for key, status in best.items() if status is not OUT}
            for item, status, grounds in answer.standings():
                for (relation,) in grounds:
                    assert relation in wanted[item.id]
                    assert data.status_of(relation, as_of=at) in ((IN, PRESUMED) if status is IN else (status,))
            assert (answer.as_of, answer.release) == (at, data.release.version)


@given(datasets(), partial_dates(), st.sampled_from([Basis.STATED, Basis.INFERRED]))
def test_what_is_left_out_is_what_the_argument_says(data, at, basis):
    cutoff = at.first
    for relations, ask in (
        (data.records(Membership), data.memberships),
        (data.records(Partnership), data.partnerships),
    ):
        everything = ask(as_of=at)
        certain = ask(as_of=at, certain=True)
        in_force = [r for r, status in zip(everything, everything.statuses, strict=True) if status is IN]
        assert list(certain) == in_force
        assert certain.undecided == everything.undecided
        assert set(certain.statuses) <= {IN}
        assert list(ask(basis=basis)) == [r for r in relations if r.basis is basis]
        attested = {r.id for r in relations if (last := data.explain(r).attested.last) and last.first >= cutoff}
        assert set(ask(attested_since=at).ids) == attested


@given(datasets())
def test_every_question_and_collection_is_an_answer(data):
    for organization in data.records(Organization):
        for ask in (
            *(data.partners_of, data.partnerships_of, data.agreements_of, data.initiatives_of, data.themes_of),
            *(data.networks_of, data.statements_of, data.indicators_of, data.events_of, data.timeline_of),
            data.disputes_of,
        ):
            assert type(ask(organization)) is Answer
    for network in data.records(Network):
        assert type(data.members_of(network)) is Answer
    for answer in (
        *(data.networks_by_size(), data.organizations(), data.networks(), data.partnerships(), data.memberships()),
        *(data.records(cls) for cls in (Theme, Statement, Indicator, Event, Tombstone)),
    ):
        assert type(answer) is Answer
        assert len(answer.ids) == len(answer.statuses) == len(answer)
        repr(answer)
        answer._repr_html_()
        answer.to_dicts()


# -------------------------------------------------------------------- what an answer is


@pytest.fixture(scope="module")
def unifi():
    return OLD.members_of("UNIFI", as_of="2024")


def test_an_answer_is_a_tuple_and_a_slice_of_it_a_plain_one():
    answer = OLD.partners_of("Aalto University")
    assert isinstance(answer, tuple)
    assert type(answer[:]) is type(answer[2:4]) is type(answer + answer) is type(answer * 1) is tuple
    assert answer[0] in answer
    assert hash(answer) == hash(tuple(answer))


def test_an_answer_equals_a_plain_tuple_only_if_nothing_is_undecided(unifi):
    assert unifi != ()
    assert unifi != ()
    assert not unifi == ()  # noqa: SIM201 - both operators are tried
    assert len(unifi.undecided) == 14
    decided = OLD.partners_of("University of Nairobi")
    assert decided == tuple(decided)
    assert tuple(decided) == decided
    assert not decided != tuple(decided)  # noqa: SIM202
    assert decided != list(decided)
    assert unifi == OLD.members_of("UNIFI", as_of="2023")
    assert unifi != OLD.members_of("UNIFI", as_of="1900")


def test_an_answer_says_when_and_of_which_release(unifi):
    assert (unifi.as_of, unifi.release) == (PartialDate(2024), "2026.11.1")
    assert OLD.partners_of("Aalto University").as_of == OLD.release.reference_date
    assert OLD.memberships().as_of is OLD.networks_of("LERU", as_of="ever").as_of is EVER


def test_an_answer_cannot_be_changed(unifi):
    with pytest.raises(AttributeError, match="an answer cannot be changed: undecided"):
        unifi.undecided = ()
    with pytest.raises(AttributeError, match="an answer cannot be changed: as_of"):
        del unifi.as_of


def test_an_answer_is_copied_and_pickled_with_all_it_knows(unifi):
    assert copy.copy(unifi) is copy.deepcopy(unifi) is unifi
    for answer in (unifi, OLD.partners_of("Aalto University"), OLD.networks_by_size(), OLD.timeline_of("LERU")):
        again = pickle.loads(pickle.dumps(answer))  # noqa: S301 - its own bytes
        assert again == answer
        assert (again.question, again.statuses, repr(again)) == (answer.question, answer.statuses, repr(answer))
        assert again.to_dicts() == answer.to_dicts()
        assert pickle.loads(pickle.dumps(again)) == answer  # noqa: S301


def test_ids_are_those_of_the_records_or_of_what_the_items_are_about():
    assert OLD.partners_of("University of Nairobi").ids == ("university-of-helsinki",)
    assert OLD.networks_by_size(at_least=800).ids == ("eua",)
    assert OLD.timeline_of("University of Nairobi").ids[0] == "university-of-nairobi"


def test_as_dicts_each_item_has_its_status_and_its_grounds():
    (nairobi,) = OLD.partners_of("University of Nairobi", as_of="2022").to_dicts()
    assert (nairobi["id"], nairobi["status"]) == ("university-of-helsinki", "in force")
    (partnership,) = nairobi["partnerships"]
    assert {key: partnership[key] for key in ("since", "until", "attestedFirst", "attestedLast")} == {
        "since": "2021-03-24",
        "until": "..",
        "attestedFirst": "2021-03-26",
        "attestedLast": "2021-03-26",
    }
    (membership,) = OLD.memberships(member="University of Helsinki", network="LERU", as_of=2020).to_dicts()
    assert membership["since"] == "2002"
    assert "memberships" not in membership
    # Nobody asked for a time.
    assert "status" not in OLD.memberships(member="University of Helsinki", network="LERU").to_dicts()[0]
    assert OLD.timeline_of("University of Nairobi").to_dicts()[0]["what"] == "established"


def test_the_undecided_are_among_the_dicts(unifi):
    assert [item["status"] for item in unifi.to_dicts()] == ["unknown"] * 14


# -------------------------------------------------------------------- the question in words


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda: OLD.partners_of("aalto-university"), "partners of Aalto University"),
        (lambda: OLD.partners_of("Aalto University"), "partners of Aalto University"),
        (lambda: OLD.partners_of(OLD.organization("Aalto University")), "partners of Aalto University"),
        (lambda: OLD.networks_of("KTH"), "networks of KTH Royal Institute of Technology (acronym KTH)"),
        (
            lambda: OLD.partners_of("https://ror.org/020hwjq30", kind="memorandum", certain=True),
            "partners of Aalto University (identifier https://ror.org/020hwjq30), kind 'memorandum', certain",
        ),
        (
            lambda: OLD.networks_of("EIT Food", "KTH", attested_since=2020),
            "networks of EIT Food and KTH Royal Institute of Technology (acronym KTH), attested since 2020",
        ),
        (lambda: OLD.memberships(basis="stated"), "memberships, basis 'stated'"),
        (
            lambda: OLD.members_of("EIT Food", country="Nordic", indirect=True),
            "members of EIT Food, country Nordic, indirect",
        ),
        (
            lambda: OLD.members_of("EIT Food", country=iter(["se", "FI"])),
            "members of EIT Food, country FI or SE",
        ),
        (
            lambda: OLD.networks_by_size(measure="countries", at_least=3, newer_than="2020"),
            "networks by size (countries), at least 3, newer than 2020",
        ),
        (lambda: OLD.records(Theme), "themes"),
        (lambda: OLD.partners_of("City of Espoo", theme="climate"), "partners of City of Espoo, theme 'Climate'"),
    ],
)
def test_a_question_says_whom_it_took_and_what_it_leaves_out(answer, words):
    assert answer().question == words


@pytest.mark.filterwarnings("ignore::nordic_partnerships.RetiredIdWarning")
def test_a_question_by_a_retired_id_says_so(small):
    gone = Tombstone(id="gone", reason="moved", retired=PartialDate(2019), successors=("north",))
    data = small.extended_with([gone])
    assert data.partners_of("gone").question == "partners of North University (retired id gone)"


# -------------------------------------------------------------------- what people see


def test_it_shows_how_many_are_in_force_presumed_and_undecided_in_this_order():
    answer = OLD.partners_of("Aalto University", as_of="2019")
    lines = repr(answer).split("\n")
    counts = Counter(answer.statuses)
    assert lines[0] == (
        f"{counts[IN]} in force, {counts[PRESUMED]} presumed, {len(answer.undecided)} undecided "
        "(as of 2019, release 2026.11.1)"
    )
    order = [re.search("presumed in force|in force|undecided", line)[0] for line in lines[2:]]
    assert order == sorted(order, key=["in force", "presumed in force", "undecided"].index)
    assert len(order) == len(answer) + len(answer.undecided)


def test_readme_s_first_question_shows_everyone_with_status_and_last_attestation():
    answer = OLD.partners_of("Aalto University")
    assert repr(answer).split("\n")[0] == "9 in force, 6 presumed (as of 2026-11-22, release 2026.11.1)"
    assert len(answer) == 15
    rows = {line.split()[-1]: line for line in repr(answer).split("\n")[2:]}
    assert rows.keys() == set(answer.ids)
    assert re.search(r"presumed in force +2018-06 ", rows["nokia"])
    assert re.search(r"in force +2026-01 ", rows["city-of-helsinki"])
    assert re.search(r"in force +no dated source ", rows["city-of-vantaa"])


def test_what_is_long_is_shown_in_part():
    answer = OLD.memberships()
    lines = repr(answer).split("\n")
    assert lines[0] == "1,189 on record (release 2026.11.1)"
    assert (len(lines), lines[-1]) == (13, "  ... and 1,179 more")
    assert re.search(r"\n  \.\.\. and 4 more +undecided$", repr(OLD.members_of("UNIFI", as_of=2024)))
    assert all(len(line) < 200 for line in repr(OLD.networks_by_size()).split("\n"))


def test_nothing_is_said_plainly():
    assert repr(OLD.networks_of("City of Espoo")) == "0 in force (as of 2026-11-22, release 2026.11.1)"
    assert repr(OLD.records(Tombstone)) == "0 on record (release 2026.11.1)"


def test_the_head_counts_members_by_their_roles(small):
    founding = attrs.evolve(
        small.get("circle--north", Membership),
        roles=(Role.ASSOCIATE_MEMBER,),
        id="alliance--west",
        network="alliance",
        member="west",
    )
    data = small.extended_with([founding])
    assert repr(data.members_of("alliance")).split("\n")[0].endswith("): 1 member, 1 associate member")
    assert "associate" not in repr(small.members_of("alliance")).split("\n")[0]


def test_a_notebook_shows_a_small_escaped_table(small):
    hostile = attrs.evolve(small.organization("south"), name="<script>alert(1)</script> " + "x" * 200)
    data = small.extended_with([hostile], replace=True)
    shown = data.partners_of("north", as_of="2019")._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;alert(1)" in shown
    assert len(shown) < 1_500
    assert shown.count("<tr>") == shown.count("</tr>")
    assert "partners of North University: " in shown
    assert "<td>... and 1,179 more</td><td></td><td></td></tr></tbody>" in OLD.memberships()._repr_html_()


def test_a_short_answer_is_quick_to_make_and_what_is_read_is_made_when_read(monkeypatch):
    calls = []
    monkeypatch.setattr(type(OLD._keys), "reason", lambda *_: calls.append(1) or "")
    answer = OLD.partners_of("Aalto University", as_of="2017")
    assert calls == []
    assert answer.question == "partners of Aalto University"
    assert calls == [1]


# -------------------------------------------------------------------- attestation


READ = PartialDate(2026, 11, 22)


def source(key, as_of=None):
    return Source(
        id=key,
        title="T",
        publisher="P",
        kind=SourceKind.NEWS,
        accessed=READ.first,
        as_of=None if as_of is None else PartialDate.parse(as_of),
    )


def attested(period, *cited, **fields):
    """Return when a membership with this period is attested by sources, each (its date, what its citation attests)."""
    sources = [source(f"s{number}", as_of) for number, (as_of, _) in enumerate(cited)]
    citations = tuple(Citation(source=f"s{number}", attests=attests) for number, (_, attests) in enumerate(cited))
    network = Network(id="n", name="N", kind=NetworkKind.ASSOCIATION, **fields)
    body = Organization(id="a", name="A", kind=OrganizationKind.UNIVERSITY)
    membership = Membership(id="m", network="n", member="a", period=Period.parse(period), citations=citations)
    release = Release(version="1", reference_date=READ)
    data = Dataset.of(release, [*sources, network, body, membership])
    first, last = data.explain("m").attested
    return first and str(first), last and str(last)


def test_the_reading_of_a_page_is_no_date():
    assert attested("2010/..", (None, None)) == (None, None)
    assert attested("2010/..", (None, None), ("2015", None)) == ("2015", "2015")


def test_the_first_attestation_ends_first_and_the_last_begins_last():
    assert attested("2010/..", ("2015", None), ("2015-03", None), ("2012", None)) == ("2012", "2015-03")
    assert attested("2010/..", ("2015", None), ("2015-12", None)) == ("2015-12", "2015-12")
    # Of dates that begin on one day the finer one says more.
    assert attested("2010/..", ("2015", None), ("2015-01", None)) == ("2015-01", "2015-01")


def test_who_tells_history_or_contradicts_attests_nothing():
    assert attested("2010/..", ("2015", None), ("2018", False)) == ("2015", "2015")
    # It ended in 2014: a page of 2018 that lists it does not make it last longer.
    assert attested("2010/2014", ("2013", None), ("2018", None)) == ("2013", "2013")


def test_the_roster_that_a_membership_stands_in_has_a_date_of_its_own():
    roster = {"roster": RosterStatus.COMPLETE, "roster_as_of": PartialDate(2021), "roster_source": "s0"}
    assert attested("2010/..", (None, None), **roster) == ("2021", "2021")


def test_of_what_holds_together_the_part_least_lately_attested_counts():
    answer = OLD.networks_of("University of Helsinki", "University of Edinburgh")
    assert re.search(r"Una Europa +in force +2019 ", repr(answer))
    parts = [OLD.explain(f"una-europa--university-of-{city}").attested.last for city in ("helsinki", "edinburgh")]
    assert min(str(last) for last in parts) == "2019"


@pytest.mark.parametrize(("since", "count"), [("2021", 1), ("2021-01-01", 1), ("2021-06", 0), ("2022", 0), ("2019", 1)])
def test_a_date_that_begins_before_the_one_asked_about_does_not_count(small, since, count):
    page = attrs.evolve(small.get("page", Source), as_of=PartialDate(2021))
    data = small.extended_with([page], replace=True)
    assert len(data.memberships(network="alliance", member="north", attested_since=since)) == count


def test_what_is_only_presumed_is_no_ground_of_what_is_certain(small):
    open_end = small.get("north--south", Partnership)
    ended = attrs.evolve(open_end, id="old", name="Old", period=Period.parse("2014/"), citations=())
    data = small.extended_with([ended])
    ((_, status, grounds),) = [s for s in data.partners_of("north").standings() if s[0].id == "south"]
    assert (status, [r.id for (r,) in grounds]) == (IN, ["north--south", "old"])
    ((_, status, grounds),) = [s for s in data.partners_of("north", certain=True).standings() if s[0].id == "south"]
    assert (status, [r.id for (r,) in grounds]) == (IN, ["north--south"])


def test_attested_since_leaves_out_what_nobody_has_attested_since():
    everybody = OLD.partners_of("Aalto University")
    lately = OLD.partners_of("Aalto University", attested_since="2020-06")
    assert lately.ids == ("city-of-espoo", "city-of-helsinki", "ku-leuven", "university-of-helsinki")
    assert "nokia" in everybody.ids
    with pytest.raises(InvalidDateError, match="attested_since takes a date"):
        OLD.partners_of("Aalto University", attested_since=EVER)
    with pytest.raises(InvalidTypeError):
        OLD.partners_of("Aalto University", attested_since=20.18)
    with pytest.raises(InvalidValueError, match="there is no basis 'guessed'"):
        OLD.partners_of("Aalto University", basis="guessed")
    with pytest.raises(InvalidValueError, match="only figures are 'counted'"):
        OLD.partners_of("Aalto University", basis="counted")


def test_basis_leaves_inferred_memberships_out():
    everybody, stated = NEXT.members_of("uhr"), NEXT.members_of("uhr", basis="stated")
    inferred = {m.member for m in NEXT.memberships(network="uhr", basis="inferred")}
    assert len(inferred) == 24
    assert set(stated.ids) == set(everybody.ids) - inferred


def test_a_founding_member_and_a_suspended_one_are_members(small):
    assert small.members_of("alliance", role="member").ids == ("north",)
    assert small.members_of("alliance", role="founding member").ids == ("north",)
    suspended = attrs.evolve(small.get("alliance--north", Membership), roles=(Role.SUSPENDED,))
    data = small.extended_with([suspended], replace=True)
    assert data.members_of("alliance", role="member").ids == ("north",)
    assert data.memberships(network="alliance", role="chair") == ()


# -------------------------------------------------------------------- disagreement


def test_disputes_are_the_alternatives_and_the_superseded_figures_of_a_record_and_of_its_relations():
    for record in (*NEXT.records(Network), *NEXT.records(Membership)):
        own = [dispute for dispute in NEXT.disputes_of(record) if dispute.record is record]
        claims = [(a.field, a.value, a.remark) for a in record.alternatives]
        old = [(s.measure.value, s.superseded) for s in getattr(record, "sizes", ()) if s.superseded]
        assert [(d.field, d.claim, d.reason) for d in own if not d.is_superseded] == claims
        assert [(d.field, d.reason) for d in own if d.is_superseded] == old
        assert len(own) == len(claims) + len(old)
    related = NEXT.disputes_of("unica")
    assert {type(dispute.record) for dispute in related} == {Network, Membership}
    assert related.ids[0] == "unica"


def test_an_explanation_shows_both_sides_and_which_citation_supports_which_figure():
    lines = str(NEXT.explain("unica")).split("\n")
    place = lines.index("  members: 54 universities (2022-01-31)")
    assert lines[place + 1].startswith(
        "    Wishes & plans for 2022 from the UNICA Working Groups (UNICA, official site)"
    )
    (old,) = [line for line in lines if line.startswith("  members: 46 universities (2024-06-22), superseded: ")]
    assert "Wikipedia, encyclopedia" in lines[lines.index(old) + 1]
    lines = str(NEXT.explain("nuas")).split("\n")
    place = lines.index("    not chosen: 1975 (The statutes say 1975; three other pages say 1976.)")
    assert lines[place - 1] == "  founded: 1976 was chosen"
    assert "NUAS" in lines[place + 1]


def test_an_explanation_of_a_relation_says_since_when_until_when_and_when_it_was_attested():
    lines = str(OLD.explain("leru--karolinska-institutet")).split("\n")
    assert lines[1:3] == ["  since: 2002", "  until: 2011-03"]
    # Its three dated sources tell of later years: they contradict the end, and attest nothing.
    assert lines[3:5] == ["  first attested: no dated source", "  last attested: no dated source"]
    assert OLD.explain("leru--karolinska-institutet").to_dict()["until"] == "2011-03"
    assert "  until: unknown, over by 2026-11-22\n" in str(OLD.explain("arqus--university-of-bergen"))
    assert "  until: goes on\n" in str(OLD.explain("leru--lund-university"))
    assert "since" not in OLD.explain("leru").to_dict()
    assert OLD.explain("leru").attested is None


def test_a_figure_that_nothing_supersedes_it_by_is_answered_with_nothing(small):
    gone = attrs.evolve(small.network("circle").sizes[0], superseded="It was never so.")
    data = small.extended_with([attrs.evolve(small.network("circle"), sizes=(gone,))], replace=True)
    (dispute,) = data.disputes_of("circle")
    assert (dispute.chosen, dispute.claim, dispute.is_superseded) == ("", "20 members (undated)", True)


def test_what_a_stranger_claims_of_a_field_that_is_not_there_is_only_shown(small):
    page = nordic.Alternative(field="__class__", value="x", citation=Citation(source="page"))
    data = small.extended_with([attrs.evolve(small.network("circle"), alternatives=(page,))], replace=True)
    assert [dispute.chosen for dispute in data.disputes_of("circle")] == [""]


def test_each_key_has_its_own_question_and_all_the_same_answer():
    by_key = {key: OLD.networks_of(key) for key in ("kth-royal-institute-of-technology", "KTH", "kth", "KTH")}
    assert {answer.ids for answer in by_key.values()} == {OLD.networks_of(OLD.organization("KTH")).ids}
    assert [answer.question.partition(" (")[2] for answer in by_key.values()] == ["", "acronym KTH)", "acronym kth)"]
    assert OLD.networks_of("KTH") is OLD.networks_of("KTH")
