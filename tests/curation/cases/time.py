"""What breaks the rules about time, and what comes near."""

from nordic_partnerships import (
    Period,
)
from nordic_partnerships._curation.rules.time import (
    members_belong_once_at_a_time,
    members_fit_the_founding,
    periods_are_ordered,
    predecessors_are_members_no_more,
    renewals_are_in_order,
    successors_come_later,
)

from .building import Case, date, period, problem, stay, treaty

BROKEN = (
    Case(
        periods_are_ordered,
        "a partnership is over before it starts",
        {"north--south": {"ended_by": date("2013-12-31")}},
        problems=problem(
            "partnerships", "north--south", "ended_by", "2013-12-31 is before the start of the period, 2014/.."
        ),
    ),
    Case(
        periods_are_ordered,
        "a membership is over before it ends",
        {"alliance--south": {"ended_by": date("2011")}},
        problems=problem(
            "memberships", "alliance--south", "ended_by", "2011 is before the end of the period, 2005/2012"
        ),
    ),
    Case(
        periods_are_ordered,
        "an agreement is signed when it is over",
        {"treaty-2": {"period": period("2018/2018"), "signed": date("2019-01-01"), "remark": "For a year."}},
        problems=problem("agreements", "treaty-2", "signed", "2019-01-01 is after the end of the period, 2018"),
    ),
    Case(
        renewals_are_in_order,
        "an agreement renews one of another partnership",
        {"treaty-1": {"partnership": "north--norden-city--west"}},
        problems=problem(
            "agreements", "treaty-2", "renews", "'treaty-1' belongs to another partnership, 'north--norden-city--west'"
        ),
    ),
    Case(
        renewals_are_in_order,
        "an agreement renews one that is signed later",
        {"treaty-1": {"signed": date("2019-01-01")}},
        problems=problem(
            "agreements",
            "treaty-2",
            "renews",
            "'treaty-1' begins later, 2019-01-01, than the agreement that renews it, 2018",
        ),
    ),
    Case(
        renewals_are_in_order,
        "an agreement renews one whose period begins later, though it was signed before",
        {"treaty-1": {"signed": date("2014"), "period": period("2019/..")}},
        problems=problem(
            "agreements", "treaty-2", "renews", "'treaty-1' begins later, 2019, than the agreement that renews it, 2018"
        ),
    ),
    Case(
        members_belong_once_at_a_time,
        "a member joins again before it has left",
        extra=(stay("again", "2011/.."),),
        problems=problem(
            "memberships",
            "again",
            "period",
            "2011/.. may overlap 2005/2012 of 'alliance--south', a membership of the same member in the same network",
        ),
    ),
    Case(
        members_belong_once_at_a_time,
        "a member joins at a date that nobody knows",
        extra=(stay("again", "/2020"),),
        problems=problem(
            "memberships",
            "alliance--south",
            "period",
            "2005/2012 may overlap /2020 of 'again', a membership of the same member in the same network",
        ),
    ),
    Case(
        members_belong_once_at_a_time,
        "the starts of two memberships of one member are unknown",
        {"alliance--south": {"period": period("/2010")}},
        (stay("alliance--south-2", "/2000"),),
        problem(
            "memberships",
            "alliance--south-2",
            "period",
            "/2000 may overlap /2010 of 'alliance--south', a membership of the same member in the same network",
        ),
    ),
    Case(
        members_belong_once_at_a_time,
        "a member that never left joins again",
        extra=(stay("again", "2019/..", member="north"),),
        problems=problem(
            "memberships",
            "again",
            "period",
            "2019/.. may overlap 2000/.. of 'alliance--north', a membership of the same member in the same network",
        ),
    ),
    Case(
        members_belong_once_at_a_time,
        "a member joins twice before it has left, once for a while",
        extra=(stay("again", "2008/.."), stay("brief", "2006/", ended_by=date("2007"))),
        problems=tuple(
            found
            for key, when in (("brief", "2006/"), ("again", "2008/.."))
            for found in problem(
                "memberships",
                key,
                "period",
                f"{when} may overlap 2005/2012 of 'alliance--south', "
                "a membership of the same member in the same network",
            )
        ),
    ),
    *(
        Case(
            members_belong_once_at_a_time,
            f"a member joins again in {again}, and the other time in {once}",
            {"alliance--south": {"period": period(f"{once}/{end}"), "remark": "It left soon."}},
            (stay("rejoins", f"{again}/.."),),
            problem(
                "memberships",
                "rejoins",
                "period",
                f"{again}/.. does not say whether it begins later than {period(f'{once}/{end}')} of 'alliance--south', "
                "a membership of the same member in the same network",
            ),
        )
        for once, end, again in (("2012", "2012-05", "2012-05"), ("2012-05-05", "2012-05-05", "2012-05-05"))
    ),
    Case(
        members_fit_the_founding,
        "a member joined before the network was founded",
        {"alliance--south": {"period": Period.parse("1999/2012")}},
        problems=problem("memberships", "alliance--south", "period", "1999 is before the network was founded, 2000"),
    ),
    Case(
        members_fit_the_founding,
        "a member joined before the founding, and another at a time that nobody knows",
        {"alliance--north": {"period": period("/..")}, "alliance--south": {"period": period("1999/2012")}},
        problems=problem("memberships", "alliance--south", "period", "1999 is before the network was founded, 2000"),
    ),
    Case(
        members_fit_the_founding,
        "a member joined before it was established",
        {"south": {"established": date("2006")}},
        problems=problem(
            "memberships",
            "alliance--south",
            "period",
            "2005 is before the member was established, 2006: say why in a remark",
        ),
    ),
    Case(
        successors_come_later,
        "a successor is older",
        {"west": {"established": date("1950"), "successor": "south"}, "south": {"established": date("1949")}},
        problems=problem(
            "organizations",
            "west",
            "successor",
            "'south' was established in 1949, before the organization that it follows, 1950: say why in a remark",
        ),
    ),
    Case(
        successors_come_later,
        "one of two successors is older",
        {
            "west": {"established": date("1990"), "successors": ("north", "south")},
            "north": {"established": date("1950")},
            "south": {"established": date("2000")},
        },
        problems=problem(
            "organizations",
            "west",
            "successors",
            "'north' was established in 1950, before the organization that it follows, 1990: say why in a remark",
        ),
    ),
    Case(
        predecessors_are_members_no_more,
        "a predecessor's membership goes on",
        {"north": {"successor": "south"}},
        problems=problem(
            "memberships",
            "alliance--north",
            "period",
            "2000/.. goes on, though the member has a successor: write its end",
        )
        + problem(
            "memberships", "circle--north", "period", "/.. goes on, though the member has a successor: write its end"
        ),
    ),
)

KEPT = (
    Case(
        members_fit_the_founding,
        "the day of the founding, and the day of being established",
        {
            "alliance": {"founded": date("2000-03-01")},
            "alliance--south": {"period": period("2000-03-01/2012")},
            "north": {"established": date("2005-06-01")},
            "alliance--north": {"period": period("2005-06-01/..")},
            "north--south": {"remark": "It is older."},
        },
    ),
    Case(
        successors_come_later,
        "on the same day, and of older ones a remark says why",
        {
            "west": {"established": date("1950-06-01"), "successor": "south"},
            "south": {"established": date("1950-06-01"), "successor": "norden-city", "remark": "It was merged."},
            "norden-city": {"established": date("1900")},
        },
    ),
    Case(
        members_fit_the_founding,
        "the year of the founding",
        {"alliance--south": {"period": Period.parse("2000/..")}},
    ),
    Case(
        members_fit_the_founding,
        "a remark says why",
        {"south": {"established": date("2006")}, "alliance--south": {"remark": "Under an older name."}},
    ),
    Case(
        members_fit_the_founding,
        "a network as a member",
        {"circle--alliance": {"period": Period.parse("2000/..")}},
    ),
    Case(
        successors_come_later,
        "in the same year, with a remark, or without years",
        {
            "west": {"established": date("1950"), "successor": "south"},
            "south": {"established": date("1950-06"), "successor": "norden-city", "remark": "It was merged."},
        },
    ),
    Case(
        successors_come_later,
        "the successor's year is not known",
        {"west": {"established": date("1950"), "successor": "norden-city"}},
    ),
    Case(
        predecessors_are_members_no_more,
        "it is over, at the latest when the successor was there",
        {
            "north": {"successor": "west"},
            "alliance--north": {"period": Period.parse("2000/2010")},
            "circle--north": {"ended_by": date("2020")},
        },
    ),
    Case(
        periods_are_ordered,
        "over in the year it starts",
        {"north--south": {"period": period("2014/"), "ended_by": date("2014")}},
    ),
    Case(
        periods_are_ordered,
        "dates that are coarser than the ends of the period",
        {
            "north--south": {"period": period("2014-05/"), "ended_by": date("2014")},
            "treaty-2": {"period": period("2018/2018-03"), "signed": date("2018")},
        },
    ),
    Case(periods_are_ordered, "over in the year it ends", {"alliance--south": {"ended_by": date("2012")}}),
    Case(
        periods_are_ordered,
        "over, from an unknown start to an unknown end",
        {"north--norden-city--west": {"ended_by": date("1900")}},
    ),
    Case(
        periods_are_ordered,
        "signed before the start or on the last day",
        {
            "treaty-1": {"period": period("2015/2016")},
            "treaty-2": {"period": period("2018/2019"), "signed": date("2019-12-31")},
        },
    ),
    Case(
        renewals_are_in_order,
        "renewed in spring, begun in that year",
        {"treaty-1": {"signed": date("2018")}, "treaty-2": {"period": period("2018-03/2022")}},
    ),
    Case(renewals_are_in_order, "renewed within a year", {"treaty-1": {"signed": date("2018-06-30")}}),
    Case(
        renewals_are_in_order,
        "a chain of three, two of them undated, and a second renewal of the first",
        {"treaty-1": {"signed": None}},
        (treaty("treaty-3", "treaty-2"), treaty("treaty-4", "treaty-1")),
    ),
    Case(members_belong_once_at_a_time, "back in the year of leaving", extra=(stay("again", "2012/.."),)),
    Case(
        members_belong_once_at_a_time,
        "back on the day of leaving",
        {"alliance--south": {"period": period("2005/2012-05-05")}},
        (stay("again", "2012-05-05/.."),),
    ),
    Case(
        members_belong_once_at_a_time,
        "left in May, and back in that year",
        {"alliance--south": {"period": period("2005/2012-05")}},
        (stay("again", "2012/.."),),
    ),
    Case(
        members_belong_once_at_a_time,
        "there for two months of a year, and again from March of it",
        {"alliance--south": {"period": period("2005-01/2005-02")}},
        (stay("again", "2005-03/.."),),
    ),
    Case(members_belong_once_at_a_time, "there before, since who knows when", extra=(stay("before", "/2005"),)),
    Case(
        members_belong_once_at_a_time,
        "back after it was known to be over",
        {"alliance--north": {"period": period("2000/"), "ended_by": date("2010")}},
        (stay("again", "2010-06/..", member="north"),),
    ),
    Case(members_belong_once_at_a_time, "two networks at once", extra=(stay("too", "2006/..", network="circle"),)),
)
