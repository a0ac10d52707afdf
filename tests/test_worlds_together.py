"""What holds together, and through alliances, is what all worlds of the relations say: the oracle enumerates them.

Every relation has the worlds that test_worlds.py lists for it. A world of several is one of each; what they have in
common is the days on which all of them are in force. None of these lines is the library's.
"""

import itertools
from collections import Counter
from datetime import date

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from nordic_partnerships import Dataset, Membership, Network, PartialDate, Period, Release
from nordic_partnerships.kinds import NetworkKind, Role, Status

from .test_worlds import READ, REFERENCE, Oracle, citations, days_of, known, lives, organization, periods, sources

IN, PRESUMED, UNKNOWN, OUT = Status.IN_FORCE, Status.PRESUMED, Status.UNKNOWN, Status.NOT_IN_FORCE
BEST_FIRST = (IN, PRESUMED, UNKNOWN, OUT)


class FewDays(Oracle):
    """The oracle with the days next to those on record, which is what a single membership of a pair needs."""

    def candidate_days(self, asked):
        if len(self.group) > 1:
            return super().candidate_days(asked)
        near = {day for day in super().candidate_days([]) if any(abs((day - edge).days) < 2 for edge in self.edges())}
        return sorted(near | {date(1990, 1, 1), date(2030, 1, 2)} | {day for at in asked for day in days_of(at)})

    def edges(self):
        relation = self.relation
        sides = [self.records[relation.network], self.records[relation.member]]
        cited = [self.records[citation.source] for citation in relation.citations]
        moments = [relation.period.start, relation.period.end, relation.ended_by]
        for record in (*sides, *cited):
            names = ("founded", "established", "dissolved", "closed", "as_of")
            moments += [getattr(record, name, None) for name in names]
        return [READ, *(day for moment in moments if known(moment) for day in days_of(moment))]


def status_of_all(worlds_of_each, at):
    """Return the status at a time of what several relations have in common."""
    first, last = days_of(at)
    begun, held = set(), set()
    for stays in itertools.product(*worlds_of_each):
        start, end = max(stay[0] for stay in stays), min(stay[1] for stay in stays)
        begun.add(start <= end and start <= last)
        held.add(start <= end and start <= last and end >= first)
        if begun == held == {True, False}:
            return UNKNOWN
    if held == {True}:
        return IN
    if held == {False}:
        return OUT
    return PRESUMED if begun == {True} else UNKNOWN


def best_of(statuses):
    return min(statuses, key=BEST_FIRST.index, default=OUT)


def answered(answer, key):
    """Return the status that an answer gives to a record."""
    if key in answer.ids:
        return answer.statuses[answer.ids.index(key)]
    return UNKNOWN if key in [record.id for record in answer.undecided] else OUT


years = st.integers(2000, 2004).map(PartialDate)


def network(key, **fields):
    return Network(id=key, name=key, kind=NetworkKind.ASSOCIATION, **fields)


def membership(draw, number, network_id, member):
    return Membership(
        id=f"m{number}", network=network_id, member=member, period=draw(periods()), citations=draw(citations())
    )


@st.composite
def two_in_one_network(draw):
    """Two members of one network, of which the first may have belonged twice."""
    records = [membership(draw, 1, "network", "one"), membership(draw, 2, "network", "two")]
    if draw(st.integers(0, 3)) == 0:
        # The first left before the second time began, by what is written.
        records[0] = Membership(id="m0", network="network", member="one", period=Period.parse("/2001"))
        start = draw(st.sampled_from(["2002/..", "2003/", "2003-03/2004"]))
        records.append(Membership(id="m3", network="network", member="one", period=Period.parse(start)))
    bodies = [organization("one", **draw(lives())), organization("two", **draw(lives()))]
    return [*draw(sources()), *bodies, network("network", **draw(lives(("founded", "dissolved")))), *records]


@st.composite
def through_an_alliance(draw):
    """A member of an alliance that is a member of an umbrella; it may belong to the umbrella itself, too."""
    records = [membership(draw, 1, "alliance", "one"), membership(draw, 2, "umbrella", "alliance")]
    if draw(st.booleans()):
        records.append(membership(draw, 3, "umbrella", "one"))
    networks = [network("alliance", **draw(lives(("founded", "dissolved")))), network("umbrella")]
    return [*draw(sources()), organization("one", **draw(lives())), *networks, *records]


def worlds_of(data, asked):
    """Return the worlds of every membership by its id."""
    return {m.id: FewDays(data, m, asked).worlds() for m in data.records(Membership)}


def test_several_are_together_where_their_worlds_say_so(until_met):
    met = Counter()

    @settings(max_examples=200)
    @given(two_in_one_network(), years)
    def compare(records, at):
        data = Dataset.of(Release(version="1", reference_date=REFERENCE), records)
        worlds = worlds_of(data, [at])
        of_one = [m.id for m in data.records(Membership) if m.member == "one"]
        (of_two,) = [m.id for m in data.records(Membership) if m.member == "two"]
        expected = best_of(status_of_all([worlds[one], worlds[of_two]], at) for one in of_one)
        for pair in (("one", "two"), ("two", "one")):
            assert answered(data.networks_of(*pair, as_of=at), "network") is expected
        alone = [answered(data.networks_of(key, as_of=at), "network") for key in ("one", "two")]
        met[str(expected)] += 1
        met["both in force, and not surely together"] += alone == [IN, IN] and expected is not IN
        met["presumed each, and not surely together"] += {PRESUMED, *alone} <= {IN, PRESUMED} and expected is UNKNOWN
        met["twice"] += len(of_one) > 1

    apart = ["both in force, and not surely together", "presumed each, and not surely together"]
    until_met(compare, met, [*map(str, BEST_FIRST), *apart, "twice"])


def test_through_an_alliance_members_belong_where_all_worlds_of_the_path_say_so(until_met):
    met = Counter()

    @settings(max_examples=200)
    @given(through_an_alliance(), years)
    def compare(records, at):
        data = Dataset.of(Release(version="1", reference_date=REFERENCE), records)
        worlds = worlds_of(data, [at])
        through = status_of_all([worlds["m1"], worlds["m2"]], at)
        directly = status_of_all([worlds["m3"]], at) if "m3" in worlds else OUT
        expected = best_of([through, directly])
        assert answered(data.members_of("umbrella", indirect=True, as_of=at), "one") is expected
        assert answered(data.networks_of("one", indirect=True, as_of=at), "umbrella") is expected
        assert answered(data.members_of("umbrella", as_of=at), "one") is directly
        met[str(expected)] += 1
        met["only through the alliance"] += through is IN and directly is not IN

    until_met(compare, met, [*map(str, BEST_FIRST), "only through the alliance"])


# -------------------------------------------------------------------- small cases by hand


def dataset(*memberships, networks=("a", "b", "c", "top"), bodies=("one", "two"), reference=REFERENCE):
    """Return memberships, each written as (network, member, period), or with roles behind."""
    made = [
        Membership(id=f"m{number}", network=where, member=who, period=Period.parse(period), **more)
        for number, (where, who, period, *rest) in enumerate(memberships)
        for more in (rest or [{}])
    ]
    bodies = [organization(key) for key in bodies]
    return Dataset.of(Release(version="1", reference_date=reference), [*bodies, *map(network, networks), *made])


def test_who_left_before_the_other_came_was_never_there_with_it():
    data = dataset(("a", "one", "1990/1995"), ("a", "two", "2000/.."))
    assert data.networks_of("one", "two", as_of="1990/2004") == ()
    assert data.networks_of("one", "two", as_of="ever").ids == ("a",)
    assert data.networks_of("one", as_of="1990/2004") == data.networks_of("two", as_of="1990/2004")


def test_who_is_asked_for_twice_is_asked_for_once():
    data = dataset(("a", "one", "2000/.."))
    assert data.networks_of("one", "one") == data.networks_of("one")


def test_three_are_together_only_where_all_are():
    data = dataset(
        ("a", "one", "2000/2003"), ("a", "two", "2001/.."), ("a", "three", "2002/.."), bodies=("one", "two", "three")
    )
    all_three = {at: data.networks_of("one", "two", "three", as_of=at) for at in ("2001", "2002", "2003", "2004")}
    assert [len(answer) for answer in all_three.values()] == [0, 1, 1, 0]
    assert data.networks_of("one", "two", "three", as_of="2002-06").undecided[0].id == "a"
    assert data.networks_of("one", "two", "three", as_of="2003-06").statuses == (PRESUMED,)


def test_each_is_counted_once_however_many_alliances_it_belongs_to():
    data = dataset(("a", "one", "2000/.."), ("b", "one", "2001/.."), ("top", "a", "2002/.."), ("top", "b", "2003/.."))
    answer = data.members_of("top", indirect=True)
    assert answer.ids == ("one",)
    assert data.members_of("top").ids == ("a", "b")
    assert data.members_of("top", indirect=True, as_of=2001) == ()
    assert data.networks_of("one", indirect=True).ids == ("a", "b", "top")
    (_, _, grounds) = next(iter(answer.standings()))
    assert sorted([m.network for m in ground] for ground in grounds) == [["a", "top"], ["b", "top"]]


def test_alliances_of_alliances_are_gone_through_and_circles_end():
    circle = [("b", "a", "2000/.."), ("c", "b", "2000/.."), ("a", "c", "2000/..")]
    data = dataset(("a", "one", "2000/.."), *circle, ("c", "two", "2001/.."))
    assert data.networks_of("one", indirect=True).ids == ("a", "b", "c")
    assert data.members_of("c", indirect=True).ids == ("one", "two")
    assert data.members_of("c", indirect=True, as_of="ever").ids == ("one", "two")
    # Nobody is led back to where the way began.
    assert [len(grounds) for _, _, grounds in data.networks_of("one", indirect=True).standings()] == [1, 1, 1]


def test_many_circles_of_networks_are_walked_once():
    keys = [f"n{number}" for number in range(14)]
    circles = [(one, other, f"{1990 + place % 9}/") for place, one in enumerate(keys) for other in keys if one != other]
    data = dataset(*circles, ("n0", "one", "1990/.."), networks=keys)
    assert len(data.networks_of("one", indirect=True)) + len(data.networks_of("one", indirect=True).undecided) == 14
    assert data.members_of("n13", indirect=True, as_of="ever").ids == ("one",)


def test_the_role_asked_for_is_that_of_whoever_belongs():
    associate = {"roles": (Role.ASSOCIATE_MEMBER,)}
    data = dataset(("a", "one", "2000/..", associate), ("a", "two", "2000/.."), ("top", "a", "2000/.."))
    assert data.members_of("top", indirect=True, role="member").ids == ("two",)
    assert data.members_of("top", indirect=True, role="associate member").ids == ("one",)
    assert data.networks_of("one", indirect=True, role="associate member").ids == ("a", "top")
    assert data.networks_of("one", indirect=True, role="member") == ()


def test_two_are_together_in_an_umbrella_through_one_alliance_or_through_two():
    through_one = dataset(("a", "one", "2000/.."), ("a", "two", "2001/.."), ("top", "a", "2002/.."))
    assert through_one.networks_of("one", "two", indirect=True).ids == ("a", "top")
    alliances = [("top", "a", "2002/.."), ("top", "b", "2003/..")]
    through_two = dataset(("a", "one", "2000/.."), ("b", "two", "2001/.."), *alliances)
    assert through_two.networks_of("one", "two", indirect=True).ids == ("top",)
    assert through_two.networks_of("one", "two", indirect=True, as_of="2002-06") == ()


def test_two_stays_of_one_alliance_are_not_joined_into_one():
    data = dataset(("a", "one", "2000/.."), ("a", "two", "2000/.."), ("top", "a", "2000/2001"), ("top", "a", "2003/.."))
    assert data.networks_of("one", "two", indirect=True, as_of=2002).ids == ("a",)
    assert data.networks_of("one", "two", indirect=True, as_of=2004).ids == ("a", "top")
    assert data.networks_of("one", "two", indirect=True, as_of="2001/2003").ids == ("a", "top")


def test_what_was_always_so_was_so_before_every_date():
    data = dataset(("a", "one", "../2002"), ("a", "two", "../2001"))
    assert data.networks_of("one", "two", as_of=1990).statuses == (IN,)
    assert data.networks_of("one", as_of=1990).statuses == (IN,)


def test_an_umbrella_counts_the_institutions_of_a_country_once_and_the_undecided_apart():
    """As the European Universities initiative: alliances are members from their award, institutions of alliances."""
    alliances = [("top", "a", "2019-06-26/.."), ("top", "b", "2020-07-09/.."), ("top", "c", "2023-07-03/..")]
    joined = [("a", "one", "2018/.."), ("b", "one", "2021/.."), ("b", "two", "/.."), ("c", "three", "2018/..")]
    bodies = ("one", "two", "three", "elsewhere")
    data = dataset(
        *alliances, *joined, ("a", "elsewhere", "2018/.."), bodies=bodies, reference=PartialDate(2026, 11, 22)
    )
    swedish = [attrs.evolve(data.organization(key), country="SE") for key in bodies[:3]]
    data = data.extended_with(swedish, replace=True)
    answer = data.members_of("top", indirect=True, country="SE", as_of="2022")
    assert (answer.ids, [body.id for body in answer.undecided]) == (("one",), ["two"])
    assert data.members_of("top", indirect=True, as_of="2022").ids == ("elsewhere", "one")
    assert data.members_of("top", indirect=True, country="SE", as_of="2019-05") == ()
    assert data.networks_of("three", indirect=True, as_of="2022").ids == ("c",)


def test_what_is_left_out_on_the_way_is_left_out():
    data = dataset(("a", "one", "2000/.."), ("top", "a", "2000/.."))
    assert data.members_of("top", indirect=True, attested_since=2001) == ()
    assert data.members_of("top", indirect=True, basis="stated").ids == ("one",)
