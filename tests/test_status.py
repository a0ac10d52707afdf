"""Statuses that a reader of the records would give, on the releases and on small cases."""

from datetime import date

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import (
    Agreement,
    Citation,
    Dataset,
    Event,
    Initiative,
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
)
from nordic_partnerships._bounds import FAR_AHEAD, LONG_AGO, status_in, written_bounds
from nordic_partnerships._groups import Groups
from nordic_partnerships._status import Validity
from nordic_partnerships._store import Collections, MemoryStore
from nordic_partnerships.kinds import (
    NetworkKind,
    OrganizationKind,
    PartnershipKind,
    RosterStatus,
    SourceKind,
    Status,
)

IN, PRESUMED, UNKNOWN, OUT = Status.IN_FORCE, Status.PRESUMED, Status.UNKNOWN, Status.NOT_IN_FORCE
OLD = nordic.load("2026.11.1")
RELATIONS = (Agreement, Initiative, Membership, Partnership)

# Each relation of 2026.11.1 with its status at some dates, and why.
ON_RECORD = {
    # Since 1998 by its own words, though Aalto was established in 2010: the predecessor was the member.
    "cems--aalto-university": {"1997": OUT, "1998": IN, "2005": IN, "2026-11-22": IN, "2030": PRESUMED},
    # "2020", although announcements of the summer of 2020 came before the founding in November.
    "circle-u--university-of-oslo": {"2019": OUT, "2020": IN, "2020-08": OUT, "2021": IN},
    # Left in 2014; nobody says since when, and a page of 2023 tells history.
    "coimbra-group--university-of-oxford": {"1990": UNKNOWN, "2013": UNKNOWN, "2014": IN, "2015": OUT},
    # A member from 2002 until March 2011: later pages list it as a former one.
    "leru--karolinska-institutet": {"2001": OUT, "2005": IN, "2011-02": IN, "2011-03": IN, "2011-04": OUT},
    # Signed in November 2018, last attested in 2022; nobody says that it left.
    "arqus--university-of-bergen": {"2018-11-26": OUT, "2019": IN, "2022": IN, "2024": PRESUMED},
    # Since 2017 by its own words: the university of that name is of 2019, its predecessor joined.
    "eciu--tampere-university": {"2016": OUT, "2018": IN, "2020": IN},
    # Signed in 2012, renewed in 2017: between the two nobody says that it was in force.
    "aalto-university--city-of-espoo-1": {"2011": OUT, "2012": IN, "2014": PRESUMED, "2017": PRESUMED, "2018": OUT},
    # 2017 to 2020, as stated; another began in 2020.
    "aalto-university--city-of-espoo-2": {"2016": OUT, "2017": IN, "2018": IN, "2020": IN, "2021": OUT},
    "aalto-university--city-of-espoo-3": {"2019": OUT, "2020": IN, "2022": IN, "2025": IN, "2026": OUT},
    # Undated, but it renews the one of 2020 to 2025.
    "aalto-university--city-of-espoo-4": {"2018": OUT, "2019": OUT, "2025": UNKNOWN, "2026-11-22": PRESUMED},
    # Five years from a day that nobody tells, until the next one began in 2026: the term decides nothing.
    "aalto-university--city-of-helsinki-1": {"2015": UNKNOWN, "2020": UNKNOWN, "2026": PRESUMED, "2026-11-22": OUT},
    # Signed in December 2015; that one of four parties was merged away does not end it for the three others.
    "four-finnish-multidisciplinary-universities-2015": {"2015-11": OUT, "2016": PRESUMED, "2026-11-22": PRESUMED},
}


@pytest.mark.parametrize("key", ON_RECORD)
def test_a_relation_on_record_has_the_status_that_its_records_say(key):
    assert {at: OLD.status_of(key, as_of=at) for at in ON_RECORD[key]} == ON_RECORD[key]


def test_a_founding_year_erases_no_membership_that_is_dated_within_it():
    assert [member.id for member in OLD.members_of("Una Europa", as_of="2018-08")] == [
        "complutense-university-of-madrid",
        "freie-universitat-berlin",
        "jagiellonian-university",
        "ku-leuven",
        "paris-1-pantheon-sorbonne-university",
        "university-of-bologna",
    ]
    assert OLD.status_of("una-europa--ku-leuven", as_of="2018-07-31") is IN


def test_the_members_of_a_council_of_which_no_start_is_known_are_unknown_not_nobody():
    statuses = {OLD.status_of(membership, as_of="2005") for membership in OLD.memberships(network="UNIFI")}
    assert statuses == {UNKNOWN, OUT}
    answer = OLD.members_of("UNIFI", as_of="2005")
    assert (len(answer), len(answer.undecided)) == (0, 10)
    assert answer != ()


# -------------------------------------------------------------------- small cases

READ = date(2026, 11, 22)
RELEASE = Release(version="1", reference_date=PartialDate(2026, 11, 22))


def source(key, as_of=None):
    return Source(
        id=key,
        title="T",
        publisher="P",
        kind=SourceKind.NEWS,
        accessed=READ,
        as_of=None if as_of is None else PartialDate.parse(as_of),
    )


def body(key, **fields):
    return Organization(id=key, name=key, kind=OrganizationKind.UNIVERSITY, **fields)


def agreement(key, text="/", renews=None, **fields):
    return Agreement(id=key, name=key, partnership="p", period=Period.parse(text), renews=renews, **fields)


def dataset(*records):
    partnership = Partnership(id="p", name="P", kind=PartnershipKind.MEMORANDUM, parties=("a", "b"))
    return Dataset.of(RELEASE, [body("a"), body("b"), partnership, *records])


def statuses(data, key, *dates):
    return [data.status_of(key, as_of=at) for at in dates]


def test_a_coarse_date_of_the_year_of_the_release_counts_until_it_was_read():
    network = Network(id="n", name="N", kind=NetworkKind.ASSOCIATION)
    cited = (Citation(source="s"),)
    membership = Membership(id="m", network="n", member="a", period=Period.parse("/.."), citations=cited)
    data = dataset(source("s", "2026"), network, membership)
    assert statuses(data, "m", "2025", "2026-11-22", "2026") == [UNKNOWN, IN, IN]


def test_a_roster_attests_only_those_who_were_taken_from_it():
    network = Network(
        id="n",
        name="N",
        kind=NetworkKind.ASSOCIATION,
        roster=RosterStatus.COMPLETE,
        roster_as_of=PartialDate(2020, 1, 1),
        roster_source="roster",
    )
    listed, later = (
        Membership(id=key, network="n", member=member, period=Period.parse("/.."), citations=(Citation(source=cited),))
        for key, member, cited in (("listed", "a", "roster"), ("joined-later", "b", "other"))
    )
    data = dataset(source("roster"), source("other"), network, listed, later)
    assert statuses(data, "listed", "2019", "2020", "2021") == [UNKNOWN, IN, IN]
    assert statuses(data, "joined-later", "2020", "2021", "2026-11-22") == [UNKNOWN, UNKNOWN, IN]


def test_an_undated_link_does_not_keep_the_first_agreement_of_a_chain_alive():
    data = dataset(agreement("g1", "2010/"), agreement("g2", renews="g1"), agreement("g3", "2020/..", renews="g2"))
    assert [found.id for found in data.agreements_of("p", as_of="2023")] == ["g3"]
    assert [found.id for found in data.agreements_of("p", as_of=nordic.EVER)] == ["g1", "g2", "g3"]
    assert statuses(data, "g2", "2009", "2015", "2021") == [OUT, UNKNOWN, OUT]


def test_an_agreement_ends_with_its_term():
    data = dataset(agreement("t", signed=PartialDate(2012), term=5))
    assert statuses(data, "t", "2011", "2012", "2016", "2017", "2018") == [OUT, IN, IN, PRESUMED, OUT]


def test_a_circle_of_renewals_is_answered():
    data = dataset(agreement("x", "2010/", renews="y"), agreement("y", "2015/", renews="x"), agreement("z", renews="z"))
    assert len(data.agreements_of("p", as_of=nordic.EVER)) == 3
    assert data.status_of("x", as_of="2012") in Status


def test_an_unknown_end_is_told_apart_from_an_open_one():
    data = dataset(agreement("open", "2014/.."), agreement("unknown", "2014/"))
    assert statuses(data, "open", "2020", "2026-11-22", "2100") == [IN, IN, PRESUMED]
    assert statuses(data, "unknown", "2014", "2020", "2100") == [IN, PRESUMED, PRESUMED]


def test_bodies_exist_from_their_founding_until_they_are_closed():
    network = Network(
        id="n", name="N", kind=NetworkKind.ASSOCIATION, founded=PartialDate(2000), dissolved=PartialDate(2005)
    )
    bodies = [
        body("old", established=PartialDate(1900), closed=PartialDate(2010)),
        body("young", established=PartialDate(2010)),
        body("undated"),
    ]
    data = Dataset.of(RELEASE, [*bodies, network])
    assert [found.id for found in data.organizations(as_of="2009")] == ["old"]
    assert [found.id for found in data.organizations(as_of="2011")] == ["young"]
    assert [found.id for found in data.organizations(as_of="2026-11-22")] == ["undated", "young"]
    assert [found.id for found in data.organizations()] == ["old", "undated", "young"]
    assert data.networks(as_of="2006") == ()
    assert [found.id for found in data.networks(as_of=2001)] == ["n"]


def test_a_status_is_that_of_a_relation_only(small):
    with pytest.raises(InvalidTypeError, match="expected a membership, partnership, agreement or initiative"):
        small.status_of("north")


def test_ever_asks_for_everything_on_record():
    assert OLD.status_of("leru--karolinska-institutet", as_of="ever") is IN
    assert len(OLD.memberships(as_of=nordic.EVER)) == len(OLD.memberships()) == 1189


# -------------------------------------------------------------------- timelines, in true order


def test_an_end_stands_after_its_start_though_it_may_mean_an_earlier_day():
    data = dataset(agreement("g", "2020-03/2020"))
    assert [(str(moment.date), moment.kind) for moment in data.timeline_of("g")] == [
        ("2020-03", "start"),
        ("2020", "end"),
    ]


def test_an_event_of_which_only_the_end_is_known_is_sorted_by_it():
    events = [
        Event(id=key, name=key, parties=("a",), period=Period.parse(text))
        for key, text in (("late", "2015"), ("early", "/2001"), ("never", "/"))
    ]
    assert [event.id for event in dataset(*events).events_of("a")] == ["early", "late", "never"]


# -------------------------------------------------------------------- reduced to some sources


def test_a_roster_that_lost_members_is_partial_and_nothing_rests_on_what_is_left_out():
    official = OLD.supported_by("official site")
    network = official.network("arctic-six")
    assert network.roster is RosterStatus.PARTIAL
    assert network.roster_as_of is None
    contradictions = {problem.record for problem in OLD.check()}
    assert {problem.record for problem in official.check()} <= contradictions
    trusted = {record.id for record in OLD.records(Source) if record.kind is SourceKind.OFFICIAL_SITE}
    for membership in official.memberships():
        assert {citation.source for citation in membership.citations} <= trusted
    for found in official.networks():
        assert {citation.source for size in found.sizes for citation in size.citations} <= trusted
        assert {claim.citation.source for claim in found.alternatives} <= trusted


def test_at_least_one_kind_of_source_is_named():
    with pytest.raises(InvalidValueError, match="supported_by takes one kind of source or more"):
        OLD.supported_by()


# -------------------------------------------------------------------- what written dates settle


@pytest.mark.parametrize("version", ["2026.11.0", "2026.11.1"])
def test_what_written_dates_settle_holds_whatever_else_is_known(version):
    data = nordic.load(version)
    reference_day = data.release.reference_date.first.toordinal()
    moments = [PartialDate(year) for year in range(1950, 2032)] + [PartialDate(2020, month) for month in range(1, 13)]
    settled = 0
    for relation in (each for cls in RELATIONS for each in data.records(cls)):
        written = written_bounds(
            relation.period.start, relation.period.end, None if relation.ended_by else reference_day
        )
        bounds = data._validity.bounds(relation)
        for first, last in ((at.first.toordinal(), at.last.toordinal()) for at in moments):
            by_dates = status_in(written, first, last)
            if by_dates in (Status.IN_FORCE, Status.NOT_IN_FORCE):
                settled += 1
                assert by_dates is status_in(bounds, first, last), relation.id
    assert settled > 900


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2014-05-01/2014-05-03", (735354, 735354, 735356, 735356)),
        ("../2014-05-03", (LONG_AGO, LONG_AGO, 735356, 735356)),
        ("/..", (LONG_AGO, FAR_AHEAD, 740000, FAR_AHEAD)),
        ("2014-05-01/", (735354, 735354, 735354, FAR_AHEAD)),
    ],
)
def test_the_days_that_a_period_gives(period, days):
    dates = Period.parse(period)
    bounds = written_bounds(dates.start, dates.end, 740000)
    assert (bounds.first_start, bounds.last_start, bounds.first_end, bounds.last_end) == days


class WithoutSources(MemoryStore):
    """A store whose sources must not be read."""

    def read(self, cls, /):
        """Return the records of a class other than sources."""
        assert cls is not Source
        return super().read(cls)


def status_without_sources(record, at):
    """Return the status of the only record of a dataset whose sources must not be read."""
    release = Release(version="1", reference_date=PartialDate(2026, 11, 22))
    return Validity(Collections(WithoutSources.of(release, [record]))).status(record, PartialDate.parse(at))


@pytest.mark.parametrize(
    ("period", "ended_by", "at", "status"),
    [
        ("2010/2020", None, "2015", IN),
        ("2010/2020", None, "2021", OUT),
        ("2010/2020", None, "2009", OUT),
        ("2010/..", None, "2026-11-22", IN),
        ("../2020", None, "2015", IN),
        ("/2020", None, "2021", OUT),
        ("2010/", None, "2009", OUT),
        ("2010/..", "2020", "2009", OUT),
    ],
)
def test_what_written_dates_of_a_relation_settle_needs_no_source(period, ended_by, at, status):
    partnership = Partnership(
        id="partnership",
        name="Partnership",
        kind=PartnershipKind.MEMORANDUM,
        parties=("one", "other"),
        period=Period.parse(period),
        ended_by=ended_by and PartialDate.parse(ended_by),
        citations=(Citation(source="page"),),
    )
    assert status_without_sources(partnership, at) is status


@pytest.mark.parametrize(
    ("begun", "over", "at", "status"),
    [
        ("2010", None, "2009", OUT),
        ("2010", None, "2015", IN),
        ("2010", "2020", "2021", OUT),
        (None, "2020", "2021", OUT),
    ],
)
def test_what_written_dates_of_a_network_settle_needs_no_source(begun, over, at, status):
    network = Network(
        id="network",
        name="Network",
        kind=NetworkKind.ASSOCIATION,
        founded=begun and PartialDate.parse(begun),
        dissolved=over and PartialDate.parse(over),
        citations=(Citation(source="page"),),
    )
    assert status_without_sources(network, at) is status


def test_what_was_narrowed_once_is_kept(monkeypatch):
    narrowed = []
    around = Groups.bounds_around
    monkeypatch.setattr(Groups, "bounds_around", lambda self, one: narrowed.append(one.id) or around(self, one))
    partnership = Partnership(
        id="p", name="P", kind=PartnershipKind.MEMORANDUM, parties=(), period=Period.parse("2010/")
    )
    release = Release(version="1", reference_date=PartialDate(2026, 11, 22))
    validity = Validity(Collections(MemoryStore.of(release, [partnership])))
    assert validity.bounds(partnership) is validity.bounds(partnership)
    assert narrowed == ["p"]
