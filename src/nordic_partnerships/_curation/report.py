"""A report on the data of a release: how much there is, how well it is dated and sourced, and what is open."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from .._dataset import Dataset
from .._dates import PartialDate
from .._model import COLLECTIONS, Dated, Network, Record, Source
from .._text import table
from ..kinds import OrganizationKind, RosterStatus, SourceKind, Status

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
    for name, kind in COLLECTIONS.items():
        records = dataset.records(kind)
        if not records:
            continue
        periods = [each.period for each in records if isinstance(each, Dated)]
        sources = [{citation.source for citation in each.citations} for each in records]
        evident = kind is not Source and any(sources)
        official = [{SourceKind.OFFICIAL_SITE} & {kinds[one] for one in some} for some in sources]
        yield (
            name,
            f"{len(records):,}",
            _share(isinstance(each.start, PartialDate) for each in periods),
            _share(len(some) > 1 for some in sources) if evident else "",
            _share(map(bool, official)) if evident else "",
        )


def _countries(dataset: Dataset) -> Iterable[Sequence[object]]:
    for code, name in _NORDIC.items():
        found = dataset.organizations(country=code)
        ids = {each.id for each in found}
        yield (
            name,
            len(found),
            sum(each.kind is OrganizationKind.UNIVERSITY for each in found),
            sum(each.member in ids for each in dataset.memberships()),
            sum(not ids.isdisjoint(each.parties) for each in dataset.partnerships()),
        )


def _networks(dataset: Dataset) -> Iterable[str]:
    networks = dataset.records(Network)
    complete = sum(each.roster is RosterStatus.COMPLETE for each in networks)
    yield f"{complete} of {len(networks)} have a complete roster at a known date; the others may have more members"
    sized = sum(each.size() is not None for each in networks)
    yield f"{sized} have a stated size, {_dated(networks)} of them at two dates or more"
    conflicts = [count for each in networks if (count := (each.remark or "").count("Conflict: "))]
    yield f"{sum(conflicts)} conflicts between sources are open, in the remarks of {len(conflicts)} networks"
    alternatives = sum(len(record.alternatives) for record in dataset)
    yield f"{alternatives} competing claims stand beside the one that was chosen"
    members = {each.member for each in dataset.memberships()}
    universities = [each for each in dataset.organizations(kind=OrganizationKind.UNIVERSITY) if each.country in _NORDIC]
    outside = [each for each in universities if each.id not in members]
    yield f"{len(outside)} of {len(universities)} Nordic universities are in no network on record: {_names(outside)}"


def _oldest(dataset: Dataset) -> Iterable[Sequence[object]]:
    dates = {source.id: source.as_of for source in dataset.records(Source)}
    newest: list[tuple[date, PartialDate, str]] = []
    for each in dataset.memberships():
        known = [found for citation in each.citations if (found := dates[citation.source]) is not None]
        if known and len(known) == len(each.citations) and dataset.status_of(each) is Status.IN_FORCE:
            last = max(known, key=lambda found: found.last)
            newest.append((last.last, last, each.id))
    return [(key, last) for _, last, key in sorted(newest, key=lambda row: (row[0], row[2]))[:_OLDEST]]


def _dated(networks: Iterable[Network]) -> int:
    """Return how many networks have sizes of two dates or more."""
    return sum(
        len({size.as_of for size in each.sizes if size.as_of and size.measure == "members"}) > 1 for each in networks
    )


def _names(records: Iterable[Record]) -> str:
    return ", ".join(record.label for record in records) or "none"


def _share(found: Iterable[bool]) -> str:
    """Return the share of what is true, in percent; nothing where there is nothing to count."""
    values = list(found)
    return f"{100 * sum(values) / len(values):.0f} %" if values else ""
