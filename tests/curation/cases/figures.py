"""What breaks the rules about figures, and what comes near."""

from nordic_partnerships._curation.rules.figures import (
    counts_agree_with_lists,
    indicators_are_possible,
    indicators_say_one_thing,
    newer_figures_say_why,
    rosters_agree_with_sizes,
    sizes_are_counts,
    sizes_are_in_order,
    terms_are_possible,
)
from nordic_partnerships.kinds import IndicatorMeasure, NetworkKind, RosterStatus, SizeMeasure, Unit

from .building import Case, count, date, network, period, problem, project, size, stay

_UNDATED = "is missing: a complete roster says at what date it is complete"
_NEWER = "stands with a figure that bears no date, and a remark that says why it is newer"

BROKEN = (
    Case(
        counts_agree_with_lists,
        "a partnership has fewer themes than are stated",
        extra=(count("north--south", IndicatorMeasure.THEMES, 2.0),),
        problems=problem(
            "indicators", "count", "value", "the source states 2, but 1 are on record: say why in a remark"
        ),
    ),
    Case(
        counts_agree_with_lists,
        "a partnership has more joint projects than are stated",
        extra=(
            project("a", partnership="north--south", period=period("2014/..")),
            project("b", partnership="north--south", period=period("2014/..")),
            count("north--south", IndicatorMeasure.JOINT_PROJECTS, 1.0),
        ),
        problems=problem(
            "indicators", "count", "value", "the source states 1, but 2 are on record: say why in a remark"
        ),
    ),
    Case(
        counts_agree_with_lists,
        "a university has fewer strategic partners than are stated",
        extra=(count("north", IndicatorMeasure.STRATEGIC_PARTNERS, 3.0),),
        problems=problem(
            "indicators", "count", "value", "the source states 3, but 1 are on record: say why in a remark"
        ),
    ),
    Case(
        counts_agree_with_lists,
        "a university is in fewer innovation communities than are stated",
        extra=(count("north", IndicatorMeasure.COMMUNITIES, 2.0),),
        problems=problem(
            "indicators", "count", "value", "the source states 2, but 0 are on record: say why in a remark"
        ),
    ),
    Case(
        rosters_agree_with_sizes,
        "a complete roster has fewer members than are stated",
        {"alliance": {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2019-06")}},
        problems=problem(
            "networks",
            "alliance",
            "sizes",
            "the source states 8 universities, but 1 are on record: say why in a remark",
        ),
    ),
    Case(
        rosters_agree_with_sizes,
        "a complete roster surely has more members than are stated",
        {
            "alliance": {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2019"), "sizes": size(1)},
            "alliance--south": {"period": period("2005/")},
        },
        (stay("alliance--west", "2010/..", member="west"),),
        problem(
            "networks",
            "alliance",
            "sizes",
            "the source states 1 members, but 2 to 3 are on record: say why in a remark",
        ),
    ),
    Case(
        rosters_agree_with_sizes,
        "a complete roster has no date",
        {"alliance": {"roster": RosterStatus.COMPLETE}},
        problems=problem("networks", "alliance", "roster_as_of", _UNDATED),
    ),
    Case(
        rosters_agree_with_sizes,
        "two complete rosters have no date",
        {"alliance": {"roster": RosterStatus.COMPLETE}, "circle": {"roster": RosterStatus.COMPLETE}},
        problems=tuple(
            found for key in ("alliance", "circle") for found in problem("networks", key, "roster_as_of", _UNDATED)
        ),
    ),
    Case(
        rosters_agree_with_sizes,
        "the roster of one network is complete and has no date, that of another is partial",
        {"circle": {"roster": RosterStatus.COMPLETE}},
        problems=problem("networks", "circle", "roster_as_of", _UNDATED),
    ),
    Case(
        indicators_say_one_thing,
        "an indicator has neither a value nor a ranking",
        {"north-incoming": {"ranking": ()}},
        problems=problem(
            "indicators", "north-incoming", "value", "an indicator has either a value with a unit or a ranking"
        ),
    ),
    Case(
        indicators_say_one_thing,
        "an indicator has a value and a ranking",
        {"north-share": {"ranking": ("DE",)}},
        problems=problem(
            "indicators", "north-share", "value", "an indicator has either a value with a unit or a ranking"
        ),
    ),
    Case(
        indicators_say_one_thing,
        "a value has no unit",
        {"north-share": {"unit": None}},
        problems=problem(
            "indicators", "north-share", "value", "an indicator has either a value with a unit or a ranking"
        ),
    ),
    Case(
        indicators_say_one_thing,
        "a ranking has a unit",
        {"north-incoming": {"unit": Unit.COUNT}},
        problems=problem(
            "indicators", "north-incoming", "value", "an indicator has either a value with a unit or a ranking"
        ),
    ),
    Case(
        sizes_are_counts,
        "a size of -5",
        {"circle": {"sizes": size(-5)}},
        (),
        problems=problem("networks", "circle", "sizes[0].count", "-5 is not a size: sizes go from 1 to 1,000,000,000"),
    ),
    Case(
        sizes_are_counts,
        "a size of 0",
        {"circle": {"sizes": size(0)}},
        (),
        problems=problem("networks", "circle", "sizes[0].count", "0 is not a size: sizes go from 1 to 1,000,000,000"),
    ),
    Case(
        sizes_are_counts,
        "a size of a trillion",
        {"circle": {"sizes": size(10**18)}},
        (),
        problems=problem(
            "networks",
            "circle",
            "sizes[0].count",
            "1,000,000,000,000,000,000 is not a size: sizes go from 1 to 1,000,000,000",
        ),
    ),
    Case(
        sizes_are_counts,
        "an event of -1",
        {"meeting": {"sizes": size(-1, measure=SizeMeasure.PARTICIPANTS)}},
        (),
        problems=problem("events", "meeting", "sizes[0].count", "-1 is not a size: sizes go from 1 to 1,000,000,000"),
    ),
    Case(
        sizes_are_in_order,
        "an older figure stands last",
        {"circle": {"sizes": (*size(20, as_of=date("2019")), *size(10, as_of=date("2010")))}},
        (),
        problems=problem("networks", "circle", "sizes[1].as_of", "2010 stands after 2019: order the figures by date"),
    ),
    Case(
        sizes_are_in_order,
        "an older figure stands last, and one without a date first",
        {"circle": {"sizes": (*size(5), *size(20, as_of=date("2019")), *size(10, as_of=date("2010")))}},
        (),
        problems=problem("networks", "circle", "sizes[2].as_of", "2010 stands after 2019: order the figures by date"),
    ),
    Case(
        newer_figures_say_why,
        "a newer figure that bears a date, and one without a reason",
        {
            "circle": {
                "sizes": (
                    *size(20, newer_than=date("2010"), remark="The page is newer."),
                    *size(21, newer_than=date("2010")),
                    *size(22, newer_than=date("2010"), as_of=date("2019"), remark="The page is newer."),
                )
            }
        },
        (),
        problems=(
            *problem("networks", "circle", "sizes[1].newer_than", _NEWER),
            *problem("networks", "circle", "sizes[2].newer_than", _NEWER),
        ),
    ),
    Case(
        indicators_are_possible,
        "-27 percent",
        {"north-share": {"value": -27.0}},
        (),
        problems=problem("indicators", "north-share", "value", "-27 percent is not a share: shares go from 0 to 100"),
    ),
    Case(
        indicators_are_possible,
        "270 percent",
        {"north-share": {"value": 270.0}},
        (),
        problems=problem("indicators", "north-share", "value", "270 percent is not a share: shares go from 0 to 100"),
    ),
    Case(
        indicators_are_possible,
        "a count of 3.7",
        (),
        (count("north", IndicatorMeasure.OUTGOING_EXCHANGE, 3.7),),
        problems=problem("indicators", "count", "value", "3.7 is not a count: counts are whole, from 0 up"),
    ),
    Case(
        indicators_are_possible,
        "a count of -3",
        (),
        (count("north", IndicatorMeasure.OUTGOING_EXCHANGE, -3.0),),
        problems=problem("indicators", "count", "value", "-3 is not a count: counts are whole, from 0 up"),
    ),
    Case(
        terms_are_possible,
        "a term of -5 years",
        {"treaty-1": {"term": -5}},
        (),
        problems=problem("agreements", "treaty-1", "term", "-5 years are no term: leave it out if it is not known"),
    ),
    Case(
        terms_are_possible,
        "a term of no years",
        {"treaty-1": {"term": 0}},
        (),
        problems=problem("agreements", "treaty-1", "term", "0 years are no term: leave it out if it is not known"),
    ),
    Case(
        terms_are_possible,
        "two terms of no years",
        {"treaty-1": {"term": 0}, "treaty-2": {"term": 0}},
        (),
        problems=tuple(
            found
            for key in ("treaty-1", "treaty-2")
            for found in problem("agreements", key, "term", "0 years are no term: leave it out if it is not known")
        ),
    ),
    Case(
        terms_are_possible,
        "a term of five years in a period of seven, and another in one that nobody knows",
        {"treaty-1": {"term": 5}, "treaty-2": {"term": 5, "period": period("2018/2025")}},
        (),
        problems=problem("agreements", "treaty-2", "term", "5 years is not the length of the period 2018/2025"),
    ),
    Case(
        terms_are_possible,
        "a term of five years in a period of thirty",
        {"treaty-2": {"term": 5, "period": period("2018/2048")}},
        (),
        problems=problem("agreements", "treaty-2", "term", "5 years is not the length of the period 2018/2048"),
    ),
)

KEPT = (
    Case(
        counts_agree_with_lists,
        "as many themes as are stated",
        extra=(count("north--south", IndicatorMeasure.THEMES, 1.0),),
    ),
    Case(
        counts_agree_with_lists,
        "as many strategic partners as are stated, other partners not counted",
        extra=(count("north", IndicatorMeasure.STRATEGIC_PARTNERS, 1.0),),
    ),
    Case(
        counts_agree_with_lists,
        "as many joint projects as are stated, other undertakings and ended ones not counted",
        {"old-school": {"partnership": "north--south"}},
        (
            project("a", partnership="north--south", period=period("2014/..")),
            count("north--south", IndicatorMeasure.JOINT_PROJECTS, 1.0),
        ),
    ),
    Case(
        counts_agree_with_lists,
        "as many innovation communities as are stated, other networks not counted",
        extra=(
            network("kic", kind=NetworkKind.INNOVATION_COMMUNITY),
            stay("kic--north", "2015/..", network="kic", member="north"),
            count("north", IndicatorMeasure.COMMUNITIES, 1.0),
        ),
    ),
    Case(
        counts_agree_with_lists,
        "a remark says why not",
        extra=(count("north--south", IndicatorMeasure.THEMES, 2.0, remark="One is not named."),),
    ),
    *(
        Case(counts_agree_with_lists, f"{measure} of {subject}", extra=(count(subject, measure, 99.0),))
        for subject, measure in (
            ("north", IndicatorMeasure.JOINT_PROJECTS),
            ("alliance", IndicatorMeasure.STRATEGIC_PARTNERS),
            ("alliance", IndicatorMeasure.COMMUNITIES),
            ("north", IndicatorMeasure.OUTGOING_EXCHANGE),
        )
    ),
    Case(
        rosters_agree_with_sizes,
        "a complete roster of one, at the date of its figure",
        {
            "alliance": {
                "roster": RosterStatus.COMPLETE,
                "roster_as_of": date("2019-05"),
                "sizes": (*size(1, as_of=date("2019-05")), *size(9, as_of=date("2019-06"))),
            }
        },
    ),
    Case(
        rosters_agree_with_sizes,
        "a complete roster at a date before that of the figure",
        {
            "alliance": {
                "roster": RosterStatus.COMPLETE,
                "roster_as_of": date("2010"),
                "sizes": size(9, as_of=date("2019")),
            }
        },
    ),
    *(
        Case(
            rosters_agree_with_sizes,
            f"{count} of a complete roster of two or three",
            {
                "alliance": {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2019"), "sizes": size(count)},
                "alliance--south": {"period": period("2005/")},
            },
            (stay("alliance--west", "2010/..", member="west"),),
        )
        for count in (2, 3)
    ),
    Case(
        rosters_agree_with_sizes,
        "a complete roster of a network whose size nobody states",
        {"alliance": {"roster": RosterStatus.COMPLETE, "roster_as_of": date("2019"), "sizes": ()}},
    ),
    Case(
        rosters_agree_with_sizes,
        "a remark on the figure says why not",
        {
            "circle": {
                "roster": RosterStatus.COMPLETE,
                "roster_as_of": date("2019"),
                "sizes": size(20, remark="With guests."),
            }
        },
    ),
    Case(
        indicators_say_one_thing,
        "a value of zero",
        {"north-share": {"value": 0.0, "unit": Unit.PERCENT}},
    ),
    Case(
        newer_figures_say_why,
        "a figure without a date, and why it is newer",
        {"circle": {"sizes": size(20, newer_than=date("2010"), remark="The page is newer.")}},
        (),
    ),
    Case(
        sizes_are_counts,
        "one, and a billion",
        {"circle": {"sizes": (*size(1), *size(10**9, measure=SizeMeasure.STUDENTS))}},
        (),
    ),
    Case(
        sizes_are_in_order,
        "two sources at one date, an undated figure, and another measure",
        {
            "circle": {
                "sizes": (
                    *size(20, as_of=date("2019")),
                    *size(19, as_of=date("2019-05")),
                    *size(5),
                    *size(3, measure=SizeMeasure.COUNTRIES, as_of=date("2010")),
                )
            }
        },
        (),
    ),
    Case(
        sizes_are_in_order,
        "two figures of one day",
        {"circle": {"sizes": (*size(20, as_of=date("2019-05-05")), *size(19, as_of=date("2019-05-05")))}},
        (),
    ),
    Case(
        terms_are_possible,
        "a term of one year, and one of a period that goes on",
        {"treaty-1": {"term": 1, "period": period("2016/2017")}, "treaty-2": {"term": 5, "period": period("2018/..")}},
        (),
    ),
    Case(
        indicators_are_possible,
        "all, none, and a whole number",
        {"north-share": {"value": 100.0}},
        (count("north", IndicatorMeasure.OUTGOING_EXCHANGE, 0.0),),
    ),
    Case(
        terms_are_possible,
        "a term that ends in its last year, and one without a period",
        {"treaty-1": {"term": 5}, "treaty-2": {"term": 5, "period": period("2018/2022")}},
        (),
    ),
)
