"""What breaks the rules about figures, and what comes near."""

from nordic_partnerships._curation.rules.figures import (
    counts_agree_with_lists,
    indicators_say_one_thing,
    rosters_agree_with_sizes,
)
from nordic_partnerships.kinds import IndicatorMeasure, NetworkKind, RosterStatus, Unit

from .building import Case, count, date, network, period, problem, project, size, stay

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
        extra=(count("north", IndicatorMeasure.COMMUNITIES, 1.5),),
        problems=problem(
            "indicators", "count", "value", "the source states 1.5, but 0 are on record: say why in a remark"
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
        "a complete roster has no date",
        {"alliance": {"roster": RosterStatus.COMPLETE}},
        problems=problem(
            "networks", "alliance", "roster_as_of", "is missing: a complete roster says at what date it is complete"
        ),
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
)
