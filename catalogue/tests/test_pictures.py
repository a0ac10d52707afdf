"""A bar is thick where a relation is known to hold, and thin where it is not known."""

from datetime import date

import pytest

from catalogue.sizes_svg import draw_sizes
from catalogue.timeline_svg import Bar, Mark, _known, draw_timeline
from nordic_partnerships import Attested, PartialDate, Period, Size
from nordic_partnerships.kinds import SizeMeasure

TODAY = date(2026, 11, 22)


def bar(period, ended_by=None, first=None, last=None):
    attested = Attested(*(None if text is None else PartialDate.parse(text) for text in (first, last)))
    return Bar("A", "#a", Period.parse(period), ended_by and PartialDate.parse(ended_by), attested, "in force")


@pytest.mark.parametrize(
    ("drawn", "known"),
    [
        (bar("2014/.."), (date(2014, 1, 1), date(2014, 12, 31), TODAY, TODAY)),
        (bar("2014/2020"), (date(2014, 1, 1), date(2014, 12, 31), date(2020, 1, 1), date(2020, 12, 31))),
        (bar("2014-05-01/"), (date(2014, 5, 1), date(2014, 5, 1), date(2014, 5, 1), TODAY)),
        (bar("2014-05-01/", first="2016", last="2018"), (date(2014, 5, 1), date(2014, 5, 1), date(2018, 1, 1), TODAY)),
        (bar("/..", first="2016", last="2016"), (date.min, date(2016, 12, 31), TODAY, TODAY)),
        (bar("/..", first=None), (date.min, TODAY, TODAY, TODAY)),
        (bar("2001/", ended_by="2010"), (date(2001, 1, 1), date(2001, 12, 31), date(2001, 12, 31), date(2010, 12, 31))),
    ],
)
def test_what_is_known_of_a_relation(drawn, known):
    assert _known(drawn, TODAY) == known


def test_what_nothing_dates_is_counted_and_not_drawn():
    timeline = draw_timeline([bar("2014/.."), bar("/..")], [Mark(PartialDate(1640), "founded")], TODAY, "T")
    assert (timeline.undated, timeline.drawn.count("<a "), timeline.is_narrow) == (1, 1, False)
    assert "1640" not in timeline.drawn
    assert draw_timeline([bar("/..")], [], TODAY, "T") is None


def test_many_bars_are_narrow():
    assert draw_timeline([bar("2014/..")] * 61, [], TODAY, "T").is_narrow


def test_sizes_are_drawn_if_two_are_dated():
    sizes = [
        Size(measure=SizeMeasure.MEMBERS, count=count, as_of=PartialDate(year))
        for count, year in ((0, 2001), (9, 2010))
    ]
    assert draw_sizes(sizes, TODAY, "T").count("<circle") == 2
    assert draw_sizes(sizes[:1], TODAY, "T") is None
