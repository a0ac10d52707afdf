"""What breaks the rules about evidence, and what comes near."""

from nordic_partnerships import (
    Alternative,
    Citation,
)
from nordic_partnerships._curation.rules.evidence import (
    citations_name_fields,
    documents_have_digests,
    quotations_are_short,
    records_are_cited,
)
from nordic_partnerships.kinds import SizeMeasure

from .building import BY_PAGE, DIGEST, Case, problem, size

BROKEN = (
    Case(
        records_are_cited,
        "an organization has no citation",
        {"west": {"citations": ()}},
        problems=problem(
            "organizations", "west", "citations", "the record has no citations: name the source that supports it"
        ),
    ),
    Case(
        records_are_cited,
        "a figure of a network has no citation",
        {"circle": {"sizes": (*size(20), *size(3, measure=SizeMeasure.COUNTRIES, citations=()))}},
        problems=problem(
            "networks", "circle", "sizes[1].citations", "the figure has no citations: name the source that states it"
        ),
    ),
    Case(
        records_are_cited,
        "a figure of an event has no citation",
        {"meeting": {"sizes": size(80, measure=SizeMeasure.PARTICIPANTS, citations=())}},
        problems=problem(
            "events", "meeting", "sizes[0].citations", "the figure has no citations: name the source that states it"
        ),
    ),
    Case(
        citations_name_fields,
        "a citation supports a field that there is not",
        {"west": {"citations": (*BY_PAGE, Citation(source="page", supports=("name", "seat")))}},
        problems=problem(
            "organizations",
            "west",
            "citations[1].supports",
            "an organization has no field 'seat'",
        ),
    ),
    Case(
        citations_name_fields,
        "an alternative competes for a field that there is not",
        {"west": {"alternatives": (Alternative(field="colour", value="red", citation=BY_PAGE[0]),)}},
        problems=problem(
            "organizations",
            "west",
            "alternatives[0].field",
            "an organization has no field 'colour'",
        ),
    ),
    Case(
        quotations_are_short,
        "a citation quotes 101 characters",
        {"west": {"citations": (*BY_PAGE, Citation(source="page", stated="x" * 101))}},
        problems=problem(
            "organizations",
            "west",
            "citations[1].stated",
            "the quotation has 101 characters, and 100 are allowed: quote the few words that carry the fact",
        ),
    ),
    Case(
        quotations_are_short,
        "a figure quotes 101 characters",
        {"circle": {"sizes": size(20, stated="x" * 101)}},
        problems=problem(
            "networks",
            "circle",
            "sizes[0].stated",
            "the quotation has 101 characters, and 100 are allowed: quote the few words that carry the fact",
        ),
    ),
    Case(
        documents_have_digests,
        "a document has no digest",
        {"page": {"document": "page.txt"}},
        problems=problem(
            "sources", "page", "sha256", "is missing: a source that names a document gives the document's SHA-256"
        ),
    ),
    Case(
        documents_have_digests,
        "a digest has no document",
        {"page": {"sha256": DIGEST}},
        problems=problem("sources", "page", "document", "is missing: a source that gives a SHA-256 names the document"),
    ),
    Case(
        documents_have_digests,
        "a digest has capitals",
        {"page": {"document": "page.txt", "sha256": DIGEST.upper()}},
        problems=problem("sources", "page", "sha256", "is not a SHA-256: write 64 hexadecimal digits in lower case"),
    ),
    Case(
        documents_have_digests,
        "a digest is too long",
        {"page": {"document": "page.txt", "sha256": DIGEST + "0"}},
        problems=problem("sources", "page", "sha256", "is not a SHA-256: write 64 hexadecimal digits in lower case"),
    ),
)

KEPT = (
    Case(records_are_cited, "a source has no citation", {"page": {"citations": ()}}),
    Case(records_are_cited, "an event without figures", {"meeting": {"sizes": ()}}),
    Case(
        citations_name_fields,
        "fields of a university, its own and those of all records",
        {
            "north": {
                "citations": (Citation(source="page", supports=("name", "ror", "remark")),),
                "alternatives": (Alternative(field="established", value="1640", citation=BY_PAGE[0]),),
            }
        },
    ),
    Case(
        quotations_are_short,
        "100 characters, and one",
        {
            "west": {"citations": (Citation(source="page", stated="x" * 100),)},
            "circle": {"sizes": size(20, stated="2")},
        },
    ),
    Case(
        documents_have_digests,
        "a document with its digest",
        {"page": {"document": "page.txt", "sha256": DIGEST}},
    ),
)
