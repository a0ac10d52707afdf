"""A report on the data of a release beside the one before: how much there is, how well it is known, what is missing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from .._dataset import Dataset
from .._dates import EVER, PartialDate
from .._model import COLLECTIONS, Agreement, Dated, Event, Membership, Network, Partnership, Record, Source
from .._store import held_ids
from .._text import table
from ..kinds import NetworkKind, OrganizationKind, SizeMeasure, SourceKind
from .measures import Measures, share
from .missing import NORDIC, Missing

__all__ = ["data_report"]

_Rows: TypeAlias = dict[str, list[str]]

_NEW: Final = 5
"""An attestation is new if it is of this many years before the year of the release, or later."""

_MEANING: Final = """\
The shares of the records, rounded down:

- *start*: their start is known
- *or two dates*: or dated sources attest them at two dates at least a year apart, whichever days these mean
- *attested*: a dated source shows them in force, and *since* a year: one of that year or later does; one that
  announces, or tells history, does not
- *two publishers*: they have sources of two publishers or more; all pages of one count as one"""


def data_report(dataset: Dataset, before: Dataset | None = None) -> str:
    """Return the report, as Markdown.

    Args:
        dataset: what it is about.
        before: what is shown beside it, if anything is.
    """
    newest = dataset.release
    since = newest.reference_date.year - _NEW
    releases = [Measures(shown, since) for shown in (before, dataset) if shown is not None]
    gaps = [Missing(release.dataset) for release in releases]
    measures = releases[-1].headers

    def beside(headers: Sequence[str], rows_of: Callable[[Measures], _Rows]) -> str:
        return _beside(headers, [rows_of(release) for release in releases])

    sections = [
        f"# The data of release {newest.version}",
        f"As of {newest.reference_date}. Made by `python -m nordic_partnerships data report`.{_how_to_read(before)}",
        "## Goals",
        beside(("what", "goal", "reached"), _goals),
        "## How well relations are known",
        _MEANING,
        beside(
            ("memberships of", *measures),
            lambda release: _by_country(release, release.dataset.memberships(), "member"),
        ),
        beside(
            ("partnerships of", *measures),
            lambda release: _by_country(release, release.dataset.partnerships(), "parties"),
        ),
        beside(("memberships in", *measures), _memberships_by_kind),
        "## What is known to be missing",
        _beside(
            (
                "in",
                "universities",
                "no partner",
                "no network",
                "universities of applied sciences",
                "of these no partner",
            ),
            [gap.by_country() for gap in gaps],
        ),
        "\n".join(f"- {line}" for line in _lacking(gaps[-1])),
        _beside(("kind of network", "networks", "roster not complete"), [gap.by_kind() for gap in gaps]),
        "## Collections",
        beside(("collection", "records", "start", "two publishers", "official site"), _collections),
        beside(("figures and disagreement", "count"), _figures),
    ]
    return "\n\n".join(sections) + "\n"


def _how_to_read(before: Dataset | None) -> str:
    if before is None:
        return ""
    return f"\nA cell shows what {before.release.version} had → what is there now, or one figure if that is the same."


def _beside(headers: Sequence[str], releases: Sequence[_Rows]) -> str:
    """Return a table of the newest rows, with what the release before says in each cell."""
    rows: list[list[str]] = []
    for label, newest in releases[-1].items():
        cells = zip(*(rows_of_one.get(label, [""] * len(newest)) for rows_of_one in releases), strict=True)
        rows.append([label, *map(_change, cells)])
    return table(headers, rows, markdown=True)


def _change(cells: Iterable[str]) -> str:
    """Return what a cell was and is, or once what it was and still is.

    >>> _change(["7", "8"]), _change(["8", "8"]), _change(["", "35 %"])
    ('7 → 8', '8', 'none → 35 %')
    """
    different = list(dict.fromkeys(cells))
    return different[0] if len(different) == 1 else " → ".join(cell or "none" for cell in different)


# ---------------------------------------------------------------- how well relations are known


def _goals(measures: Measures) -> _Rows:
    """Return what is aimed at, and what is reached."""
    dataset = measures.dataset
    nordic = _ids(dataset, "Nordic")
    of_nordic = [membership for membership in dataset.memberships() if membership.member in nordic]
    memberships, start, dated, _, _, independent = measures.row(of_nordic)
    in_force = dataset.partnerships(as_of=dataset.release.reference_date)
    partnerships, _, _, attested, lately, two_publishers = measures.row(in_force)
    return {
        "memberships of Nordic organizations": ["", memberships],
        "memberships with a known start": ["55 %", start],
        "memberships with a known start, or attested at two dates": ["80 %", dated],
        "memberships with two publishers": ["70 %", independent],
        "partnerships in force, or presumed so": ["", partnerships],
        "partnerships that are attested": ["100 %", attested],
        f"partnerships that are attested since {measures.since}": ["75 %", lately],
        "partnerships with two publishers": ["70 %", two_publishers],
    }


def _by_country(measures: Measures, relations: Sequence[Membership | Partnership], field: str) -> _Rows:
    """Return the measures of the relations of each country; ``field`` holds the bodies of a relation."""
    rows: _Rows = {}
    for code, name in NORDIC.items():
        ids = _ids(measures.dataset, code)
        of_country = [relation for relation in relations if not ids.isdisjoint(held_ids(relation, (field,)))]
        rows[name] = measures.row(of_country)
    return rows


def _memberships_by_kind(measures: Measures) -> _Rows:
    kinds = {network.id: network.kind for network in measures.dataset.records(Network)}
    memberships = measures.dataset.memberships()
    return {
        kind: measures.row([membership for membership in memberships if kinds[membership.network] is kind])
        for kind in NetworkKind
    }


def _ids(dataset: Dataset, country: str) -> set[str]:
    return {organization.id for organization in dataset.organizations(country=country)}


# ---------------------------------------------------------------- what is there, and what is missing


def _collections(measures: Measures) -> _Rows:
    kinds = {source.id: source.kind for source in measures.dataset.records(Source)}
    rows: _Rows = {}
    for name, cls in COLLECTIONS.items():
        records = measures.dataset.records(cls)
        if not records:
            continue
        start = share(_has_start(record) for record in records if isinstance(record, Dated | Event))
        cited = [{kinds[citation.source] for citation in record.citations} for record in records]
        two_publishers = official_site = ""
        if cls is not Source and any(cited):
            two_publishers = share(measures.has_two_publishers(record) for record in records)
            official_site = share(SourceKind.OFFICIAL_SITE in kinds_of_record for kinds_of_record in cited)
        rows[name] = [f"{len(records):,}", start, two_publishers, official_site]
    return rows


def _has_start(record: Dated | Event) -> bool:
    """Say whether the start of a record is known; an agreement without one starts when it was signed."""
    signed = record.signed if isinstance(record, Agreement) else None
    return signed is not None or isinstance(record.period.start, PartialDate)


def _lacking(missing: Missing) -> Iterator[str]:
    """Yield which universities of today lack a partner or a network."""
    universities = missing.institutions(OrganizationKind.UNIVERSITY)
    yield f"Universities without a partner on record: {_names(missing.without_partner(universities))}"
    yield f"Universities without a network on record: {_names(missing.without_network(universities))}"


def _figures(measures: Measures) -> _Rows:
    """Return how many networks have figures, and how much sources disagree."""
    networks = measures.dataset.records(Network)
    sized = sum(measures.dataset.size_of(network, as_of=EVER) is not None for network in networks)
    conflicts = sum((network.remark or "").count("Conflict: ") for network in networks)
    alternatives = sum(len(record.alternatives) for record in measures.dataset)
    return {
        "networks with a stated size": [str(sized)],
        "networks with sizes of two dates or more": [str(sum(map(_has_two_sizes, networks)))],
        "conflicts between sources that are open, in remarks": [str(conflicts)],
        "competing claims that stand beside the one that was chosen": [str(alternatives)],
    }


def _has_two_sizes(network: Network) -> bool:
    """Say whether a network has numbers of members of two dates or more."""
    members = [size for size in network.sizes if size.measure is SizeMeasure.MEMBERS]
    return len({size.as_of for size in members if size.as_of is not None}) > 1


def _names(records: Iterable[Record]) -> str:
    return ", ".join(record.label for record in records) or "none"
