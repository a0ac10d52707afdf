"""What breaks the rules about dates, and what comes near."""

from nordic_partnerships._curation.rules.dates import (
    agreements_fit_their_partnership,
    dates_are_not_ancient,
    dates_have_been,
    ends_are_near,
    events_end,
    figures_fit_the_founding,
    partnerships_fit_the_founding,
    periods_say_what_was_meant,
    rosters_are_dated_if_complete,
    starts_have_been,
)
from nordic_partnerships.kinds import RosterStatus

from .building import Case, date, period, problem, size, stay, stone

BROKEN = (
    Case(
        dates_have_been,
        "a network is founded in 9999",
        {"circle": {"founded": date("9999")}},
        (),
        problems=problem("networks", "circle", "founded", "9999 is after the reference date, 2020-06-15"),
    ),
    Case(
        dates_have_been,
        "an organization is established next year",
        {"west": {"established": date("2021")}},
        (),
        problems=problem("organizations", "west", "established", "2021 is after the reference date, 2020-06-15"),
    ),
    Case(
        dates_have_been,
        "a roster is complete in a year to come",
        {"circle": {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2021"), "sizes": ()}},
        (),
        problems=problem("networks", "circle", "roster_as_of", "2021 is after the reference date, 2020-06-15"),
    ),
    Case(
        dates_have_been,
        "a figure is of a year to come",
        {"circle": {"sizes": size(20, as_of=date("2021"))}},
        (),
        problems=problem("networks", "circle", "sizes[0].as_of", "2021 is after the reference date, 2020-06-15"),
    ),
    Case(
        dates_have_been,
        "an indicator is of a year to come",
        {"north-share": {"as_of": date("2021")}},
        (),
        problems=problem("indicators", "north-share", "as_of", "2021 is after the reference date, 2020-06-15"),
    ),
    Case(
        dates_have_been,
        "an agreement is signed on the next day",
        {"treaty-2": {"signed": date("2020-06-16"), "remark": "Signed late."}},
        (),
        problems=problem("agreements", "treaty-2", "signed", "2020-06-16 is after the reference date, 2020-06-15"),
    ),
    Case(
        dates_have_been,
        "an id is retired in 2999",
        (),
        (stone("gone", retired=date("2999")),),
        problems=problem("tombstones", "gone", "retired", "2999 is after the reference date, 2020-06-15"),
    ),
    Case(
        dates_have_been,
        "what is over by next year",
        {"north--south": {"ended_by": date("2021")}},
        (),
        problems=problem("partnerships", "north--south", "ended_by", "2021 is after the reference date, 2020-06-15"),
    ),
    Case(
        starts_have_been,
        "a membership starts in 2030",
        (),
        (stay("again", "2030/.."),),
        problems=problem(
            "memberships",
            "again",
            "period",
            "2030/.. starts after the reference date, 2020-06-15: say in a remark who says so",
        ),
    ),
    Case(
        starts_have_been,
        "a partnership is of another millennium",
        {"north--south": {"period": period("3000/..")}, "treaty-2": {"period": period("/")}},
        (),
        problems=problem(
            "partnerships",
            "north--south",
            "period",
            "3000/.. starts after the reference date, 2020-06-15: say in a remark who says so",
        ),
    ),
    Case(
        ends_are_near,
        "a membership ends in 2999",
        {"alliance--north": {"period": period("2000/2999")}},
        (),
        problems=problem(
            "memberships", "alliance--north", "period", "2000/2999 ends more than 30 years after the reference date"
        ),
    ),
    Case(
        dates_are_not_ancient,
        "a network is founded in the year 1",
        {"circle": {"founded": date("0001")}},
        (),
        problems=problem("networks", "circle", "founded", "0001 is before the year 1000: write the year in full"),
    ),
    Case(
        dates_are_not_ancient,
        "an event is in the year 1",
        {"meeting": {"period": period("0001")}},
        (),
        problems=problem("events", "meeting", "period", "0001 is before the year 1000: write the year in full")
        + problem("events", "meeting", "period", "0001 is before the year 1000: write the year in full"),
    ),
    Case(
        periods_say_what_was_meant,
        "a single year is meant as a start",
        {"north--south": {"period": period("2014")}},
        (),
        problems=problem(
            "partnerships",
            "north--south",
            "period",
            "begins and ends in 2014: write '2014/..' if it goes on, or say in a remark that it is so",
        ),
    ),
    Case(
        periods_say_what_was_meant,
        "a single day is meant as a start",
        {"ice-school": {"period": period("2015-05-05")}},
        (),
        problems=problem(
            "initiatives",
            "ice-school",
            "period",
            "begins and ends in 2015-05-05: write '2015-05-05/..' if it goes on, or say in a remark that it is so",
        ),
    ),
    Case(
        periods_say_what_was_meant,
        "a membership has always been",
        {"circle--north": {"period": period("../..")}},
        (),
        problems=problem(
            "memberships", "circle--north", "period", "../.. has no beginning: write '/..' if the start is not known"
        ),
    ),
    Case(
        periods_say_what_was_meant,
        "an event has always been",
        {"meeting": {"period": period("../2016")}},
        (),
        problems=problem(
            "events", "meeting", "period", "../2016 has no beginning: write '/2016' if the start is not known"
        ),
    ),
    Case(
        events_end,
        "an event goes on",
        {"meeting": {"period": period("2016-05-03/..")}},
        (),
        problems=problem(
            "events", "meeting", "period", "2016-05-03/.. goes on for ever: write the day, or '2016-05-03/'"
        ),
    ),
    Case(
        rosters_are_dated_if_complete,
        "a partial roster has a date",
        {"circle": {"roster_as_of": date("2019")}},
        (),
        problems=problem(
            "networks", "circle", "roster_as_of", "is the date of a complete roster, but the roster is partial"
        ),
    ),
    Case(
        figures_fit_the_founding,
        "a network is counted two years before",
        {
            "alliance": {"founded": date("2012"), "sizes": size(5, as_of=date("2010")), "remark": None},
            "alliance--north": {"period": period("2012/..")},
            "alliance--south": {"period": period("2012/2013")},
        },
        (),
        problems=problem(
            "networks", "alliance", "sizes[0].as_of", "2010 is more than a year before the network was founded, 2012"
        ),
    ),
    Case(
        figures_fit_the_founding,
        "the second figure is older, and the first has no date",
        {"alliance": {"sizes": (*size(5), *size(4, as_of=date("1990")))}},
        (),
        problems=problem(
            "networks", "alliance", "sizes[1].as_of", "1990 is more than a year before the network was founded, 2000"
        ),
    ),
    Case(
        partnerships_fit_the_founding,
        "a partnership is older than a party",
        {"south": {"established": date("2015")}, "alliance--south": {"remark": "Under an older name."}},
        (),
        problems=problem(
            "partnerships",
            "north--south",
            "period",
            "2014 is before 'south' was established, 2015: say why in a remark",
        ),
    ),
    Case(
        agreements_fit_their_partnership,
        "an agreement is over before its partnership",
        {"treaty-2": {"period": period("2010/2012"), "renews": None}},
        (),
        problems=problem("agreements", "treaty-2", "period", "2010/2012 is over before the partnership starts, 2014"),
    ),
    Case(
        agreements_fit_their_partnership,
        "an agreement is signed two years after its start",
        {"treaty-2": {"signed": date("2020-01-01")}},
        (),
        problems=problem(
            "agreements", "treaty-2", "signed", "2020-01-01 is long after the start, 2018: say why in a remark"
        ),
    ),
)

KEPT = (
    Case(
        dates_have_been,
        "the year of the reference date",
        {
            "circle": {"founded": date("2020"), "sizes": size(20, as_of=date("2020-06"))},
            "north-share": {"as_of": date("2020-06-15")},
        },
        (stone("gone", retired=date("2020-06-15")),),
    ),
    Case(dates_have_been, "an event lies ahead", {"meeting": {"period": period("2030")}}, ()),
    Case(
        starts_have_been,
        "a remark says who announced it, and a start in that year",
        {
            "ice-school": {"period": period("2021/.."), "remark": "Announced."},
            "circle--north": {"period": period("2020/..")},
        },
        (),
    ),
    Case(
        starts_have_been,
        "a start on the reference date",
        {"circle--north": {"period": period("2020-06-15/..")}},
        (),
    ),
    Case(ends_are_near, "thirty years ahead", {"alliance--north": {"period": period("2000/2050")}}, ()),
    Case(dates_are_not_ancient, "the oldest university", {"west": {"established": date("1088")}}, ()),
    Case(dates_are_not_ancient, "the year 1000", {"west": {"established": date("1000")}}, ()),
    Case(
        periods_say_what_was_meant,
        "a remark says that it was over, and an event has a single day",
        {
            "old-school": {"period": period("1990"), "remark": "It was held once."},
            "meeting": {"period": period("2016-05-03")},
        },
        (),
    ),
    Case(
        events_end,
        "an event of an unknown end, and one of unknown dates",
        {"meeting": {"period": period("2016/")}, "some-day": {"period": period("/")}},
        (),
    ),
    Case(
        rosters_are_dated_if_complete,
        "a complete roster has a date",
        {"circle": {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2019"), "sizes": ()}},
        (),
    ),
    Case(
        figures_fit_the_founding,
        "an alliance is announced in the year before",
        {
            "alliance": {"founded": date("2011-12"), "sizes": size(5, as_of=date("2010"))},
            "alliance--north": {"period": period("2012/..")},
            "alliance--south": {"period": period("2012/2013")},
        },
        (),
    ),
    Case(
        partnerships_fit_the_founding,
        "in the year of a party, and with a remark",
        {
            "south": {"established": date("2014-12")},
            "alliance--south": {"remark": "Under an older name."},
            "west": {"established": date("2019")},
            "north--norden-city--west": {"period": period("2000/.."), "remark": "Begun by a predecessor."},
        },
        (),
    ),
    Case(
        partnerships_fit_the_founding,
        "on the day of a party",
        {
            "south": {"established": date("2014-12-01")},
            "alliance--south": {"remark": "Under an older name."},
            "north--south": {"period": period("2014-12-01/..")},
        },
        (),
    ),
    Case(
        agreements_fit_their_partnership,
        "over on the day on which the partnership starts",
        {
            "north--south": {"period": period("2014-05-05/..")},
            "treaty-1": {"signed": None},
            "treaty-2": {"period": period("2013/2014-05-05"), "renews": None},
        },
        (),
    ),
    Case(
        agreements_fit_their_partnership,
        "over in the year in which the partnership starts, signed in the next",
        {
            "treaty-1": {"signed": None},
            "treaty-2": {"period": period("2013/2014"), "signed": date("2014-12-31"), "renews": None},
        },
        (),
    ),
    Case(
        agreements_fit_their_partnership,
        "signed late, as a remark says",
        {"treaty-2": {"signed": date("2020-01-01"), "remark": "Signed late."}},
        (),
    ),
)
