"""The commands that ask a question of a release: each asks it, and prints the answer as a table or as JSON."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, TypeAlias, TypeVar

from nordic_partnerships import (
    EVER,
    Agreement,
    AsOf,
    Bound,
    Dataset,
    Indicator,
    Initiative,
    Membership,
    Network,
    Organization,
    Partnership,
    Period,
    Record,
    Source,
    Statement,
)

from .._model import in_words
from ..kinds import RosterStatus
from .options import CLASSES, open_release
from .output import print_answer, print_notes, print_table, print_text

__all__ = [
    "agreements",
    "explain",
    "find",
    "indicators",
    "initiatives",
    "members",
    "networks",
    "partners",
    "partnerships",
    "show",
    "sizes",
    "statements",
    "status",
    "timeline",
]

R = TypeVar("R", bound=Record)
Row: TypeAlias = tuple[object, ...]


# ---------------------------------------------------------------- partnerships


def partners(options: argparse.Namespace) -> None:
    """Print the organizations that share a partnership with one."""
    data = open_release(options.release)
    ask = partial(data.partners_of, options.key, kind=options.kind, theme=options.theme)
    _print_in_force(options, data, ask, ("partner", "kind", "country", "id"), _row_of_partner)


def partnerships(options: argparse.Namespace) -> None:
    """Print the partnerships of an organization, or those that several share."""
    data = open_release(options.release)
    ask = partial(data.partnerships_of, *options.keys, kind=options.kind, theme=options.theme)
    _print_in_force(options, data, ask, ("partnership", "kind", "period", "id"), _row_with_period)


def agreements(options: argparse.Namespace) -> None:
    """Print the agreements of an organization or a partnership, oldest first."""
    data = open_release(options.release)
    ask = partial(data.agreements_of, options.key)
    _print_in_force(options, data, ask, ("agreement", "signed", "period", "years", "id"), _row_of_agreement)


def initiatives(options: argparse.Namespace) -> None:
    """Print the joint undertakings of an organization, a network or a partnership."""
    data = open_release(options.release)
    ask = partial(data.initiatives_of, options.key, kind=options.kind)
    _print_in_force(options, data, ask, ("initiative", "kind", "period", "id"), _row_with_period)


def _row_of_partner(partner: Organization) -> Row:
    return partner.name, partner.kind, partner.country or "", partner.id


def _row_with_period(record: Partnership | Initiative) -> Row:
    return record.name, record.kind, _period_in_words(record.period), record.id


def _row_of_agreement(agreement: Agreement) -> Row:
    period = _period_in_words(agreement.period)
    return agreement.name, agreement.signed or "", period, agreement.term or "", agreement.id


# ---------------------------------------------------------------- networks


def networks(options: argparse.Namespace) -> None:
    """Print the networks that a member belongs to, with its roles there, or those that several members share."""
    data = open_release(options.release)
    shared = data.networks_of(*options.keys, kind=options.kind, role=options.role, as_of=options.as_of)
    memberships: dict[str, list[Membership]] = {network.id: [] for network in shared}
    for key in options.keys:
        for membership in data.memberships(member=key, as_of=_date_asked(data, options.as_of)):
            memberships.get(membership.network, []).append(membership)
    if options.json:
        print_answer(data.release, _plain_with_memberships(shared, memberships))
        return
    if len(options.keys) == 1:
        rows = [
            (network.name, network.kind, *_memberships_in_words(memberships[network.id]), network.id)
            for network in shared
        ]
        print_table(("network", "kind", "roles", "period", "id"), rows)
    else:
        print_table(("network", "kind", "id"), [(network.name, network.kind, network.id) for network in shared])
    ever = data.networks_of(*options.keys, kind=options.kind, role=options.role, as_of=EVER)
    print_notes(_more_on_record(shared, ever))


def members(options: argparse.Namespace) -> None:
    """Print the members of a network that are on record, and its stated size."""
    data = open_release(options.release)
    network = data.network(options.key)
    parties = data.members_of(network, country=options.country, role=options.role, as_of=options.as_of)
    as_of = _date_asked(data, options.as_of)
    memberships: dict[str, list[Membership]] = {party.id: [] for party in parties}
    for membership in data.memberships(network=network, as_of=as_of):
        memberships.get(membership.member, []).append(membership)
    if options.json:
        print_answer(data.release, _plain_with_memberships(parties, memberships))
        return
    rows = [
        (party.name, _country_of(party), *_memberships_in_words(memberships[party.id]), party.id) for party in parties
    ]
    print_table(("member", "country", "roles", "period", "id"), rows)
    ever = data.members_of(network, country=options.country, role=options.role, as_of=EVER)
    stated_size = f"stated size: {network.size(as_of=as_of) or 'unknown'}"
    if network.roster is RosterStatus.PARTIAL:
        stated_size = f"the members on record are not all; {stated_size}"
    print_notes([*_more_on_record(parties, ever), stated_size])


def sizes(options: argparse.Namespace) -> None:
    """Print the networks whose size is known, largest first."""
    data = open_release(options.release)
    sized = data.networks_by_size(
        measure=options.measure,
        at_least=options.at_least,
        at_most=options.at_most,
        kind=options.kind,
        as_of=options.as_of,
    )
    if options.json:
        plain = [{"network": network.id, "name": network.name, "size": _plain(size)} for network, size in sized]
        print_answer(data.release, plain)
        return
    rows = [(network.name, size, size.as_of or "undated", network.id) for network, size in sized]
    print_table(("network", "size", "as of", "id"), rows)


# ---------------------------------------------------------------- one record


def statements(options: argparse.Namespace) -> None:
    """Print what is said of a record: aims, activities, values, methods, results."""
    data = open_release(options.release)
    said = data.statements_of(options.key, kind=options.kind)
    _print_records(options, data, said, ("kind", "statement", "id"), _row_of_statement)


def indicators(options: argparse.Namespace) -> None:
    """Print figures and rankings about a record."""
    data = open_release(options.release)
    figures = data.indicators_of(options.key, measure=options.measure)
    _print_records(options, data, figures, ("measure", "group", "value", "as of", "id"), _row_of_indicator)


def _row_of_statement(statement: Statement) -> Row:
    return statement.kind, statement.text, statement.id


def _row_of_indicator(indicator: Indicator) -> Row:
    as_of = indicator.as_of or "undated"
    return indicator.measure, indicator.group or "", indicator.figure, as_of, indicator.id


def status(options: argparse.Namespace) -> None:
    """Print whether a relation is in force."""
    data = open_release(options.release)
    state = data.status_of(options.key, as_of=options.as_of)
    relation = data.get(options.key)
    as_of = _date_asked(data, options.as_of)
    asked = "ever" if as_of is EVER else str(as_of)
    if options.json:
        print_answer(data.release, {"record": relation.id, "asOf": asked, "status": state})
    else:
        print_table(("relation", "status", "as of", "id"), [(relation.label, state, asked, relation.id)])


def timeline(options: argparse.Namespace) -> None:
    """Print everything dated about a record, in order."""
    data = open_release(options.release)
    moments = data.timeline_of(options.key)
    if options.json:
        plain = [{"date": str(moment.date), "what": moment.what, "record": moment.record.id} for moment in moments]
        print_answer(data.release, plain)
        return
    rows = [(moment.date, moment.what, moment.record.label, moment.record.id) for moment in moments]
    print_table(("date", "what", "record", "id"), rows)


def show(options: argparse.Namespace) -> None:
    """Print every field of a record that holds something, except its evidence."""
    data = open_release(options.release)
    record = data.get(options.key)
    fields = _plain(record)
    if options.json:
        print_answer(data.release, fields)
        return
    rows = [(name, in_words(getattr(record, name))) for name in fields if name not in ("citations", "alternatives")]
    print_table(("field", "value"), rows)
    if not isinstance(record, Source):
        print_notes([f"why to believe it: explain {record.id}"])


def explain(options: argparse.Namespace) -> None:
    """Print why a record is believed: documents or pages, where in them, as of when, and competing claims."""
    data = open_release(options.release)
    explanation = data.explain(options.key)
    if options.json:
        evidence = [
            {"citation": _plain(reason.citation), "source": _plain(reason.source)} for reason in explanation.evidence
        ]
        plain = {
            "record": explanation.record.id,
            "evidence": evidence,
            "alternatives": _plain(explanation.alternatives),
        }
        print_answer(data.release, plain)
        return
    for line in explanation.lines:
        print_text(line)


def find(options: argparse.Namespace) -> None:
    """Print the records that a text may mean, best first."""
    data = open_release(options.release)
    among = Record if options.among is None else CLASSES[options.among]
    matches = data.find(options.text, among=among, country=options.country, limit=options.limit)
    if options.json:
        plain = [
            {"id": match.record.id, "what": _noun(match.record), "name": match.name, "score": round(match.score, 3)}
            for match in matches
        ]
        print_answer(data.release, plain)
        return
    rows = [
        (match.name, match.record.label, _noun(match.record), f"{match.score:.2f}", match.record.id)
        for match in matches
    ]
    print_table(("found", "name", "what", "score", "id"), rows)


# ---------------------------------------------------------------- shared by the questions


def _print_in_force(
    options: argparse.Namespace,
    data: Dataset,
    ask: Callable[..., Sequence[R]],
    headers: Sequence[str],
    row_of: Callable[[R], Row],
) -> None:
    """Print what a question answers for its date, and how much more there is at others."""
    answer = ask(as_of=options.as_of)
    _print_records(options, data, answer, headers, row_of)
    if not options.json:
        print_notes(_more_on_record(answer, ask(as_of=EVER)))


def _print_records(
    options: argparse.Namespace,
    data: Dataset,
    records: Sequence[R],
    headers: Sequence[str],
    row_of: Callable[[R], Row],
) -> None:
    """Print records as JSON, or as a table with a row for each."""
    if options.json:
        print_answer(data.release, _plain(records))
    else:
        print_table(headers, [row_of(record) for record in records])


def _plain(value: Any) -> Any:
    """Return records, or what is made of them, as JSON's own types."""
    from .._model import to_plain

    return to_plain(value)


def _plain_with_memberships(
    parties: Iterable[Record], memberships: dict[str, list[Membership]]
) -> list[dict[str, Any]]:
    return [{**_plain(party), "memberships": _plain(memberships[party.id])} for party in parties]


def _date_asked(data: Dataset, as_of: AsOf | None) -> AsOf:
    """Return the date that a question is about."""
    return data.release.reference_date if as_of is None else as_of


def _country_of(party: Organization | Network) -> str:
    if isinstance(party, Organization):
        return party.country or ""
    return ""


def _noun(record: Record) -> str:
    """Return what a record is: an organization, a network, ..."""
    return type(record).__name__.lower()


def _memberships_in_words(memberships: Iterable[Membership]) -> tuple[str, str]:
    """Return the roles and the periods of some memberships."""
    roles: dict[str, None] = {}
    periods: list[str] = []
    for membership in memberships:
        roles.update(dict.fromkeys(membership.roles))
        periods.append(_period_in_words(membership.period))
    return ", ".join(roles), ", ".join(periods)


def _period_in_words(period: Period) -> str:
    """Return a period in words."""
    if period == Period():
        return "unknown"
    start = f"since {period.start}" if period.start else "start unknown"
    if period.end is Bound.OPEN:
        return start
    if period.end is Bound.UNKNOWN:
        return f"{start}, end unknown"
    return f"{start} until {period.end}"


def _more_on_record(answer: Sequence[Record], ever: Sequence[Record]) -> list[str]:
    """Say how many more there are on record at other dates, or at dates that are not known."""
    count = len(ever) - len(answer)
    return [f"{count} more on record at other or unknown dates: --as-of ever"] if count else []
