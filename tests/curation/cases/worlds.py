"""What contradicts itself, and what comes near."""

from nordic_partnerships import Citation
from nordic_partnerships._curation.rules.worlds import facts_agree

from .building import Case, date, period, problem, source

_ATTESTED = (Citation(source="page"),)
_WHAT_TO_DO = "; correct it, mark a citation with attests: false, or say why in a remark"


def _left_out(collection, record, facts):
    return problem(
        collection, record, "period", f"what contradicts the facts before it is left out: {facts}{_WHAT_TO_DO}"
    )


BROKEN = (
    Case(
        facts_agree,
        "a source of 2019 attests a membership that ended in 2012",
        {"alliance--south": {"citations": _ATTESTED}},
        problems=_left_out("memberships", "alliance--south", "the source 'page'"),
    ),
    Case(
        facts_agree,
        "a network is a member before it was founded",
        {"circle--alliance": {"period": period("1990/..")}},
        problems=_left_out("memberships", "circle--alliance", "that a side began to exist later"),
    ),
    Case(
        facts_agree,
        "a partnership is known to be over, and goes on",
        {"north--south": {"ended_by": date("2018")}},
        problems=_left_out("partnerships", "north--south", "that it goes on"),
    ),
    Case(
        facts_agree,
        "a partnership begins after a party was closed, and a source attests it",
        {"south": {"closed": date("2012")}, "north--south": {"period": period("2014/"), "citations": _ATTESTED}},
        problems=_left_out("partnerships", "north--south", "that a side ceased to exist earlier"),
    ),
    Case(
        facts_agree,
        "a partnership is over on the day on which it starts",
        {"north--south": {"period": period("2014-05-05/"), "ended_by": date("2014-05-05")}},
        problems=_left_out("partnerships", "north--south", "ended_by"),
    ),
    Case(
        facts_agree,
        "an agreement is signed on the last day of the year in which its renewal begins",
        {"treaty-1": {"signed": date("2018-12-31")}},
        problems=_left_out("agreements", "treaty-2", "that 'treaty-1' ends before it begins"),
    ),
    Case(
        facts_agree,
        "two sources attest a membership that ended in 2012",
        {"alliance--south": {"citations": (*_ATTESTED, Citation(source="leaf"))}},
        (source("leaf", as_of=date("2019")),),
        _left_out("memberships", "alliance--south", "the source 'page', the source 'leaf'"),
    ),
)

KEPT = (
    Case(
        facts_agree,
        "a remark says why",
        {"alliance--south": {"citations": _ATTESTED, "remark": "The page is not up to date."}},
    ),
    Case(
        facts_agree,
        "the source tells history",
        {"alliance--south": {"citations": (Citation(source="page", attests=False),)}},
    ),
    Case(
        facts_agree,
        "attested in the year of its end",
        {"alliance--south": {"period": period("2005/2019"), "citations": _ATTESTED}},
    ),
    Case(
        facts_agree,
        "over in the year in which a source attests it",
        {"north--south": {"period": period("2014/"), "ended_by": date("2019"), "citations": _ATTESTED}},
    ),
    Case(
        facts_agree,
        "one of three parties was closed",
        {"west": {"closed": date("2012")}, "north--norden-city--west": {"citations": _ATTESTED}},
    ),
)
