"""A report on the data of a release: how much there is, how well it is dated and sourced, and what is open."""

from collections.abc import Iterable, Sequence
from typing import Final

from .._dataset import Dataset
from .._dates import EVER, PartialDate
from .._model import COLLECTIONS, Dated, Event, Membership, Network, Record, Source
from .._text import table
from ..kinds import OrganizationKind, RosterStatus, SizeMeasure, SourceKind, Status

__all__ = ["data_report"]

_NORDIC: Final = {
    "FI": "Finland",
    "AX": "Åland",
    "SE": "Sweden",
    "NO": "Norway",
    "DK": "Denmark",
    "FO": "Faroe Islands",
    "GL": "Greenland",
    "IS": "Iceland",
}
_OLDEST: Final = 10
"""How many memberships are listed as resting on the oldest evidence."""


def data_report(dataset: Dataset) -> str:
    """Return the report, as Markdown."""
    release = dataset.release
    sections = [
        f"# The data of release {release.version}",
        f"As of {release.reference_date}. Made by `python -m nordic_partnerships data report`.",
        "## Collections",
        "Shares of a collection's records: with a known start; resting on two sources or more; on an official site.",
        table(
            ("collection", "records", "start known", "two sources", "official site"),
            list(_collections(dataset)),
            markdown=True,
        ),
        "## Nordic countries",
        table(
            ("country", "organizations", "universities", "memberships", "partnerships"),
            list(_countries(dataset)),
            markdown=True,
        ),
        "## Networks",
        "\n".join(f"- {line}" for line in _networks(dataset)),
        "## Oldest evidence",
        "The memberships in force whose newest dated source is oldest:",
        table(("membership", "newest dated source"), list(_oldest(dataset)), markdown=True),
    ]
    return "\n\n".join(sections) + "\n"


def _collections(dataset: Dataset) -> Iterable[Sequence[object]]:
    kinds = {source.id: source.kind for source in dataset.records(Source)}
    for name, cls in COLLECTIONS.items():
        records = dataset.records(cls)
        if not records:
            continue
        starts = [record.period.start for record in records if isinstance(record, Dated | Event)]
        cited = [{citation.source for citation in record.citations} for record in records]
        rests_on_sources = cls is not Source and any(cited)
        two_sources = official_site = ""
        if rests_on_sources:
            two_sources = _share(len(sources) > 1 for sources in cited)
            official_site = _share(
                any(kinds[source] is SourceKind.OFFICIAL_SITE for source in sources) for sources in cited
            )
        start_known = _share(isinstance(start, PartialDate) for start in starts)
        yield name, f"{len(records):,}", start_known, two_sources, official_site


def _countries(dataset: Dataset) -> Iterable[Sequence[object]]:
    for code, name in _NORDIC.items():
        organizations = dataset.organizations(country=code)
        ids = {organization.id for organization in organizations}
        yield (
            name,
            len(organizations),
            sum(organization.kind is OrganizationKind.UNIVERSITY for organization in organizations),
            sum(membership.member in ids for membership in dataset.memberships()),
            sum(not ids.isdisjoint(partnership.parties) for partnership in dataset.partnerships()),
        )


def _networks(dataset: Dataset) -> Iterable[str]:
    networks = dataset.records(Network)
    complete = sum(network.roster is RosterStatus.COMPLETE for network in networks)
    yield f"{complete} of {len(networks)} have a complete roster at a known date; the others may have more members"
    sized = sum(dataset.size_of(network, as_of=EVER) is not None for network in networks)
    yield f"{sized} have a stated size, {_dated(networks)} of them at two dates or more"
    counts = [(network.remark or "").count("Conflict: ") for network in networks]
    conflicts = [count for count in counts if count]
    yield f"{sum(conflicts)} conflicts between sources are open, in the remarks of {len(conflicts)} networks"
    alternatives = sum(len(record.alternatives) for record in dataset)
    yield f"{alternatives} competing claims stand beside the one that was chosen"
    members = {membership.member for membership in dataset.memberships()}
    universities = dataset.organizations(kind=OrganizationKind.UNIVERSITY, country="Nordic")
    outside = [university for university in universities if university.id not in members]
    yield f"{len(outside)} of {len(universities)} Nordic universities are in no network on record: {_names(outside)}"


def _oldest(dataset: Dataset) -> Iterable[Sequence[object]]:
    """Return the memberships in force whose newest source is oldest, if all their sources are dated."""
    dates = {source.id: source.as_of for source in dataset.records(Source)}
    newest: list[tuple[Membership, PartialDate]] = []
    for membership in dataset.memberships():
        cited = [dates[citation.source] for citation in membership.citations]
        known = [as_of for as_of in cited if as_of is not None]
        if known and len(known) == len(cited) and dataset.status_of(membership) is Status.IN_FORCE:
            newest.append((membership, max(known, key=lambda as_of: as_of.last)))
    newest.sort(key=lambda row: (row[1].last, row[0].id))
    return [(membership.id, as_of) for membership, as_of in newest[:_OLDEST]]


def _dated(networks: Iterable[Network]) -> int:
    """Return how many networks have sizes of two dates or more."""
    dates = [
        {size.as_of for size in network.sizes if size.as_of is not None and size.measure is SizeMeasure.MEMBERS}
        for network in networks
    ]
    return sum(len(dates_of_one) > 1 for dates_of_one in dates)


def _names(records: Iterable[Record]) -> str:
    return ", ".join(record.label for record in records) or "none"


def _share(answers: Iterable[bool]) -> str:
    """Return the share of the answers that are true, in percent, or nothing if there are none."""
    known = list(answers)
    return f"{100 * sum(known) / len(known):.0f} %" if known else ""
