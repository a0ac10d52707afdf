"""What breaks the rules about claims, and what comes near."""

from nordic_partnerships._curation.rules.claims import (
    alternatives_compete,
    citations_support_content,
    nothing_is_said_about_itself,
    spans_lie_in_documents,
    statements_are_made_once,
)

from .building import DIGEST, Case, cited, claim, problem, says, source

BROKEN = (
    Case(
        citations_support_content,
        "a citation supports the id",
        {"west": {"citations": cited(supports=("id",))}},
        (),
        problems=problem(
            "organizations", "west", "citations[0].supports", "no source supports 'id': name fields with content"
        ),
    ),
    Case(
        citations_support_content,
        "a citation supports the citations",
        {"west": {"citations": cited(supports=("name", "citations"))}},
        (),
        problems=problem(
            "organizations", "west", "citations[0].supports", "no source supports 'citations': name fields with content"
        ),
    ),
    Case(
        spans_lie_in_documents,
        "a span counts characters of a page",
        {"west": {"citations": cited(span=(0, 3))}},
        (),
        problems=problem(
            "organizations",
            "west",
            "citations[0].span",
            "counts characters of a document, but 'page' names none: leave the span out",
        ),
    ),
    Case(
        spans_lie_in_documents,
        "a citation without a span, and a span of a page",
        {"west": {"citations": (*cited(), *cited(span=(0, 3)))}},
        (),
        problems=problem(
            "organizations",
            "west",
            "citations[1].span",
            "counts characters of a document, but 'page' names none: leave the span out",
        ),
    ),
    Case(
        alternatives_compete,
        "a claim competes for the id",
        {"west": {"alternatives": claim("id", "east")}},
        (),
        problems=problem(
            "organizations", "west", "alternatives[0]", "nothing competes for 'id': name a field with content"
        ),
    ),
    Case(
        alternatives_compete,
        "a claim is no value of the field",
        {"alliance": {"alternatives": claim("founded", "long ago")}},
        (),
        problems=problem(
            "networks",
            "alliance",
            "alternatives[0]",
            "'long ago' does not fit the field 'founded': write it as the field is written",
        ),
    ),
    Case(
        alternatives_compete,
        "a claim is no kind",
        {"west": {"alternatives": claim("kind", "castle")}},
        (),
        problems=problem(
            "organizations",
            "west",
            "alternatives[0]",
            "'castle' does not fit the field 'kind': write it as the field is written",
        ),
    ),
    Case(
        alternatives_compete,
        "a claim is what the record says",
        {"alliance": {"alternatives": claim("founded", "2000")}},
        (),
        problems=problem(
            "networks", "alliance", "alternatives[0]", "'2000' is what the record says: it competes with nothing"
        ),
    ),
    Case(
        nothing_is_said_about_itself,
        "a statement is about itself",
        {"alliance-aim": {"subject": "alliance-aim"}},
        (),
        problems=problem(
            "statements", "alliance-aim", "subject", "is the record itself: name the record that it is about"
        ),
    ),
    Case(
        nothing_is_said_about_itself,
        "an indicator is about itself",
        {"north-share": {"subject": "north-share"}},
        (),
        problems=problem(
            "indicators", "north-share", "subject", "is the record itself: name the record that it is about"
        ),
    ),
    Case(
        statements_are_made_once,
        "the same is said twice but for case",
        (),
        (says("aim", "to  meet", "alliance"),),
        problems=problem(
            "statements", "alliance-aim", "text", "is also that of 'aim', about the same record: merge the two"
        ),
    ),
)

KEPT = (
    Case(
        citations_support_content,
        "a citation supports the remark",
        {"west": {"citations": cited(supports=("remark", "name"))}},
        (),
    ),
    Case(
        spans_lie_in_documents,
        "a span of one character, and a citation without a span",
        {"west": {"citations": (*cited(source="paper", span=(0, 1)), *cited(source="paper"))}},
        (source("paper", document="paper.txt", sha256=DIGEST),),
    ),
    Case(
        alternatives_compete,
        "another year, another kind, and another list of themes",
        {
            "alliance": {
                "alternatives": (*claim("founded", "2001-02"), *claim("kind", "association"), *claim("themes", "ice"))
            }
        },
        (),
    ),
    Case(
        alternatives_compete,
        "a period and a number",
        {"treaty-2": {"alternatives": (*claim("period", "2018/2023"), *claim("term", "5"))}},
        (),
    ),
    Case(
        nothing_is_said_about_itself,
        "a statement is about another",
        {"alliance-aim": {"subject": "alliance-value"}},
        (),
    ),
    Case(statements_are_made_once, "the same is said of two", (), (says("aim", "To meet.", "circle"),)),
)
