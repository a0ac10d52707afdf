"""The small dataset that tests of exact values use, how Hypothesis runs, and that nothing asks for the network."""

import os
import sys

import pytest
from hypothesis import HealthCheck, Phase, seed, settings

from nordic_partnerships import (
    Agreement,
    Bound,
    Citation,
    Dataset,
    Event,
    Indicator,
    Initiative,
    Membership,
    Name,
    Network,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Release,
    Size,
    Source,
    Statement,
    Theme,
)
from nordic_partnerships.kinds import (
    IndicatorMeasure,
    InitiativeKind,
    NameKind,
    NetworkKind,
    OrganizationKind,
    PartnershipKind,
    Role,
    SizeMeasure,
    SourceKind,
    StatementKind,
    Unit,
)

# A loaded machine is no defect of a strategy.
on_any_machine = [HealthCheck.too_slow]
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=20, suppress_health_check=on_any_machine)
settings.register_profile(
    "random", deadline=None, max_examples=100, print_blob=True, suppress_health_check=on_any_machine
)
settings.register_profile(
    "fuzz", deadline=None, max_examples=1000, database=None, print_blob=True, suppress_health_check=list(HealthCheck)
)
# What fails need not be made small where only the failure counts: as in .ci/mutate.py.
settings.register_profile("unshrunk", settings.get_profile("ci"), phases=[Phase.explicit, Phase.generate])
settings.register_profile("long", deadline=None, max_examples=2000, suppress_health_check=on_any_machine)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

REACHING = {"socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


def refuse_the_network(event, _):
    """Fail whatever asks for the network, be it this machine: in the whole suite nothing does."""
    if event in REACHING:
        raise AssertionError(f"{event} asks for the network")


sys.addaudithook(refuse_the_network)

BY_PAGE = (Citation(source="page"),)
TELLING_HISTORY = (Citation(source="page", attests=False),)


def date(text):
    return PartialDate.parse(text)


def records():
    """Two universities and a city in Finland, one in Sweden; one alliance; facts before, at and after 2020."""
    day = date("2020-06-15")
    yield Source(
        id="page",
        title="A page",
        publisher="North",
        kind=SourceKind.OFFICIAL_SITE,
        url="https://north.example/page",
        as_of=date("2019"),
        accessed=day.first,
    )
    university = OrganizationKind.UNIVERSITY
    yield Organization(
        id="north",
        name="North University",
        kind=university,
        country="FI",
        names=(
            Name(text="Pohjola", kind=NameKind.LABEL, language="fi"),
            Name(text="Norden"),
            Name(text="Old North", kind=NameKind.FORMER),
        ),
        ror="https://ror.org/020hwjq30",
        wikidata="Q1",
        citations=BY_PAGE,
    )
    yield Organization(id="south", name="South University", kind=university, country="SE", citations=BY_PAGE)
    yield Organization(id="west", name="Väst Högskola", kind=OrganizationKind.COLLEGE, country="FI", citations=BY_PAGE)
    yield Organization(
        id="norden-city",
        name="City of Norden",
        kind=OrganizationKind.CITY,
        country="FI",
        names=(Name(text="Norden"),),
        citations=BY_PAGE,
    )
    members = SizeMeasure.MEMBERS
    yield Network(
        id="alliance",
        name="Alliance",
        kind=NetworkKind.UNIVERSITY_ALLIANCE,
        founded=date("2000"),
        names=(Name(text="ALL", kind=NameKind.ACRONYM),),
        sizes=(
            Size(measure=members, count=5, what="universities", as_of=date("2010"), citations=BY_PAGE),
            Size(measure=members, count=8, what="universities", as_of=date("2019-05"), citations=BY_PAGE),
            Size(measure=SizeMeasure.COUNTRIES, count=3, citations=BY_PAGE),
        ),
        citations=BY_PAGE,
    )
    yield Network(
        id="circle",
        name="Circle",
        kind=NetworkKind.ASSOCIATION,
        sizes=(Size(measure=members, count=20, citations=BY_PAGE),),
        citations=BY_PAGE,
    )
    founding = (Role.FOUNDING_MEMBER, Role.CHAIR)
    yield Membership(
        id="alliance--north",
        network="alliance",
        member="north",
        roles=founding,
        period=Period.parse("2000/.."),
        citations=BY_PAGE,
    )
    yield Membership(
        id="alliance--south",
        network="alliance",
        member="south",
        period=Period.parse("2005/2012"),
        citations=TELLING_HISTORY,
    )
    yield Membership(
        id="circle--north", network="circle", member="north", period=Period.parse("/.."), citations=BY_PAGE
    )
    yield Membership(
        id="circle--alliance", network="circle", member="alliance", period=Period.parse("/.."), citations=BY_PAGE
    )
    yield Theme(id="climate", name="Climate", citations=BY_PAGE)
    yield Theme(id="ice", name="Ice", broader=("climate",), citations=BY_PAGE)
    yield Partnership(
        id="north--south",
        name="North and South",
        kind=PartnershipKind.STRATEGIC,
        parties=("north", "south"),
        period=Period.parse("2014/.."),
        themes=("ice",),
        citations=BY_PAGE,
    )
    yield Partnership(
        id="north--norden-city--west",
        name="North, West and the city",
        remark="It is named as the newspapers call it.",
        kind=PartnershipKind.CITY,
        parties=("norden-city", "north", "west"),
        period=Period(Bound.UNKNOWN, Bound.UNKNOWN),
        citations=BY_PAGE,
    )
    yield Agreement(
        id="treaty-1",
        name="First treaty",
        partnership="north--south",
        signed=date("2014-03-01"),
        themes=("climate",),
        citations=TELLING_HISTORY,
    )
    yield Agreement(
        id="treaty-2",
        name="Second treaty",
        partnership="north--south",
        period=Period.parse("2018/2022"),
        renews="treaty-1",
        citations=BY_PAGE,
    )
    yield Initiative(
        id="ice-school",
        name="Ice School",
        kind=InitiativeKind.SUMMER_SCHOOL,
        parties=("north", "south"),
        partnership="north--south",
        period=Period.parse("2015/.."),
        themes=("ice",),
        citations=BY_PAGE,
    )
    yield Initiative(
        id="old-school",
        name="Old School",
        kind=InitiativeKind.JOINT_PROJECT,
        parties=("north", "south"),
        period=Period.parse("1990/1995"),
        citations=TELLING_HISTORY,
    )
    yield Event(
        id="meeting",
        name="Meeting",
        period=Period.parse("2016-05-03/2016-05-05"),
        hosts=("north",),
        network="alliance",
        citations=BY_PAGE,
    )
    yield Event(id="some-day", name="Some day", parties=("north",), citations=BY_PAGE)
    yield Indicator(
        id="north-share",
        subject="north",
        measure=IndicatorMeasure.INTERNATIONAL_SHARE,
        group="professors",
        value=27.0,
        unit=Unit.PERCENT,
        as_of=date("2018"),
        citations=BY_PAGE,
    )
    yield Indicator(
        id="north-incoming",
        subject="north",
        measure=IndicatorMeasure.INCOMING_EXCHANGE,
        ranking=("DE", "NO"),
        citations=BY_PAGE,
    )
    yield Statement(id="alliance-aim", subject="alliance", kind=StatementKind.AIM, text="To meet.", citations=BY_PAGE)
    yield Statement(id="alliance-value", subject="alliance", kind=StatementKind.VALUE, text="Trust.", citations=BY_PAGE)


@pytest.fixture
def until_met():
    """Run a property until every case that is to be seen was met; fail if ten more rounds did not show it.

    A rare case may be missing from one round of random examples. That is no fault of what is tested.
    """

    def run(check, met, wanted):
        check()
        for number in range(10):
            if all(met[case] for case in wanted):
                break
            seed(number)(check)()
        assert [case for case in wanted if not met[case]] == []

    return run


@pytest.fixture
def small():
    """The dataset of ``records``, as of 15 June 2020."""
    return Dataset.of(Release(version="2020.6.0", reference_date=date("2020-06-15")), records())
