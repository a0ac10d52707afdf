"""Each question in words says all that it leaves out; its answer says what it is a list of, and as of when."""

import pytest

from nordic_partnerships import EVER, PartialDate

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
