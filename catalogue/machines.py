"""What machines read: the record as JSON, schema.org in the page, and llms.txt."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from markupsafe import Markup

import nordic_partnerships as nordic
from nordic_partnerships import kinds

from .facts import Facts, Paged, Relation
from .shapes import Row, Table

__all__ = ["as_json", "dataset_ld", "in_script", "llms_text", "record_ld"]

_CONTEXT: Final = {"@vocab": "https://schema.org/"}
"""No address is asked for the meaning of a word: whatever has none of its own is schema.org's."""

_TYPES: Final = {
    kinds.OrganizationKind.UNIVERSITY: "CollegeOrUniversity",
    kinds.OrganizationKind.UNIVERSITY_OF_APPLIED_SCIENCES: "CollegeOrUniversity",
    kinds.OrganizationKind.COLLEGE: "CollegeOrUniversity",
    kinds.OrganizationKind.COMPANY: "Corporation",
    kinds.OrganizationKind.GOVERNMENT_BODY: "GovernmentOrganization",
    kinds.OrganizationKind.RESEARCH_INSTITUTE: "ResearchOrganization",
}
_COUNTED: Final = (kinds.Status.IN_FORCE, kinds.Status.PRESUMED)
"""What an answer counts: a membership that is over, or may not have begun, makes nobody a member."""
_LICENSE: Final = "https://creativecommons.org/licenses/by/4.0/"


def as_json(facts: Facts, record: Paged, tables: Iterable[Table]) -> str:
    """Return a record with all that its page tells, as JSON: the records as the release has them, and their sources."""
    related: dict[str, list[dict[str, Any]]] = {}
    explanations = [facts.explanation(record)]
    for table in tables:
        for row in table.rows:
            plain = dict(facts.plain[row.record.id])
            if row.status is not None:
                plain["status"] = row.status.value
            related.setdefault(table.slug, []).append(plain)
            explanations.append(facts.explanation(row.record))
    sources = {reason.source.id for explanation in explanations for reason in explanation.evidence}
    sources |= {
        reason.source.id
        for explanation in explanations
        for dispute in explanation.disputes
        for reason in dispute.evidence
    }
    whole = {
        "release": {"version": facts.version, "asOf": str(facts.today), "sha256": facts.data.release.digest},
        "record": facts.plain[record.id],
        **({"status": facts.status(record).value} if isinstance(record, Relation) else {}),
        "related": related,
        "sources": [facts.plain[key] for key in sorted(sources)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def record_ld(facts: Facts, record: Paged, rows: Iterable[Row]) -> dict[str, Any]:
    """Return what a page tells in schema.org's words; a membership is a role with its dates.

    The rows are those of one page: members on a further page stand in that page, under the same ``@id``.
    """
    data: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": _type_of(record),
        "@id": f"{record.id}.html",
        "name": record.label,
        "identifier": record.id,
    }
    if record.summary:
        data["description"] = record.summary
    if not isinstance(record, nordic.Partnership):
        names = [name.text for name in record.names]
        data |= {"alternateName": names} if names else {}
    if isinstance(record, nordic.Organization | nordic.Network):
        begun = record.established if isinstance(record, nordic.Organization) else record.founded
        over = record.closed if isinstance(record, nordic.Organization) else record.dissolved
        data |= {"foundingDate": str(begun)} if begun else {}
        data |= {"dissolutionDate": str(over)} if over else {}
        data |= {"url": record.website} if record.website else {}
    if isinstance(record, nordic.Organization):
        same = [record.ror, record.wikidata and f"https://www.wikidata.org/wiki/{record.wikidata}"]
        data |= {"sameAs": [each for each in same if each]} if any(same) else {}
        if record.city or record.country:
            place = {"addressLocality": record.city, "addressCountry": record.country}
            data["address"] = {"@type": "PostalAddress", **{key: text for key, text in place.items() if text}}
    if isinstance(record, nordic.Partnership | nordic.Initiative):
        data["member"] = [{"@id": f"{party}.html", "name": facts.name(party)} for party in record.parties]
        data |= dict(_dates(record))
    for row in rows:
        if isinstance(row.record, nordic.Membership) and row.status in _COUNTED:
            joined = row.record.network == record.id
            word, other = ("member", row.record.member) if joined else ("memberOf", row.record.network)
            data.setdefault(word, []).append(_role(facts, row.record, word, other))
    return data


def _type_of(record: Paged) -> str:
    if isinstance(record, nordic.Organization):
        return _TYPES.get(record.kind, "Organization")
    return "Organization" if isinstance(record, nordic.Network) else "Project"


def _role(facts: Facts, membership: nordic.Membership, word: str, other: str) -> dict[str, Any]:
    return {
        "@type": "OrganizationRole",
        word: {"@id": f"{other}.html", "name": facts.name(other)},
        "roleName": ", ".join(membership.roles),
        **dict(_dates(membership)),
    }


def _dates(relation: Relation) -> Iterator[tuple[str, str]]:
    if isinstance(relation.period.start, nordic.PartialDate):
        yield "startDate", str(relation.period.start)
    if isinstance(relation.period.end, nordic.PartialDate):
        yield "endDate", str(relation.period.end)


def dataset_ld(facts: Facts) -> dict[str, Any]:
    """Return a release in schema.org's words."""
    release = facts.data.release
    data = {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "@id": "index.html",
        "name": "nordic-partnerships: partnerships and networks of Nordic higher education",
        "description": "Who works with whom in Nordic higher education: partnerships, agreements, networks and their "
        "members, with dates and sources.",
        "version": release.version,
        "license": _LICENSE,
        "creator": {"@type": "Organization", "name": "The nordic-partnerships maintainers"},
        "temporalCoverage": f"../{release.reference_date}",
        "spatialCoverage": "Nordic countries",
        "isAccessibleForFree": True,
    }
    if release.created:
        data["datePublished"] = str(release.created)
    if release.digest:
        data["identifier"] = f"sha256:{release.digest}"
    return data


def in_script(data: dict[str, Any]) -> Markup:
    r"""Return JSON that may stand in a script element, whatever its texts hold.

    >>> print(in_script({"name": "</script><b>&"}))
    {"name":"\u003c/script>\u003cb>\u0026"}
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c"))  # noqa: S704 - escaped for a script


def llms_text(versions: Iterable[str], newest: Facts) -> str:
    """Return what a language model should know to find its way: https://llmstxt.org/."""
    release = newest.data.release
    folder = f"catalogue/{release.version}"
    older = "".join(
        f"- [Release {version}](catalogue/{version}/index.html)\n" for version in versions if version != release.version
    )
    return f"""# nordic-partnerships

> Who works with whom in Nordic higher education: partnerships and their agreements, networks and their members, with
> dates and sources. A Python library with its data inside, and a page for every record. Newest release:
> {release.version}, as of {release.reference_date}. Data is CC-BY-4.0, code is MIT.

A date is as precise as its source. A relation is in force, presumed in force (begun, and nobody says whether it has
ended), undecided (it may not have begun) or not in force. Cite the release by its version, and never tell what is
presumed as certain.
Every page `{folder}/ID.html` has the same as JSON in `{folder}/ID.json`.

## Catalogue

- [Index with search]({folder}/index.html)
- [Networks]({folder}/list.networks.html)
- [Organizations by country]({folder}/list.organizations.html)
- [Partnerships]({folder}/list.partnerships.html)
- [Joint undertakings]({folder}/list.initiatives.html)
- [What came with this release]({folder}/changes.html)
{older}
## Library

- [Tutorial](tutorial.html)
- [Answers](answers.html): what an answer knows and does not know
- [Data model](data-model.html): records, and how time decides
- [Names](names.html): how a name becomes a record
- [Reference](reference/index.html)
"""
