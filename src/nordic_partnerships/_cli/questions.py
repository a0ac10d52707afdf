"""The commands that ask a question of a release: each asks it, and prints the answer as a table or as JSON."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias, TypeVar

from nordic_partnerships import (
    EVER,
    Agreement,
    Answer,
    AsOf,
    Bound,
    Dataset,
    Dispute,
    Evidence,
    Explanation,
    Indicator,
    Initiative,
    Membership,
    Moment,
    Network,
    Organization,
    Partnership,
    Period,
    Record,
    SizedNetwork,
    Source,
)

from .._answers.answer import record_of
from .._answers.dicts import in_json
from .._answers.showing import head, in_reading_order, last_attested, status_in_words
from .._model import Relation, country_of, in_words, with_date
from ..kinds import RosterStatus
from .options import CLASSES, open_release
from .output import print_csv, print_json_text, print_notes, print_rows, print_table, print_text

__all__ = [
    "agreements",
    "disputes",
    "explain",
    "find",
    "indicators",
    "initiatives",
    "members",
    "networks",
    "partners",
    "partnerships",
    "show",
    "size",
    "sizes",
    "statements",
    "status",
    "timeline",
]

T = TypeVar("T")
Row: TypeAlias = tuple[object, ...]
Grounds: TypeAlias = Sequence[Sequence[Relation]]


# ---------------------------------------------------------------- partnerships


def partners(options: argparse.Namespace) -> None:
    """Print the organizations that share a partnership with one."""
    data = open_release(options.release)
    ask = partial(data.partners_of, options.key, kind=options.kind, theme=options.theme, basis=options.basis)
    _print_in_force(options, ask, ("partner", "kind", "country"), _row_of_partner)


def partnerships(options: argparse.Namespace) -> None:
    """Print the partnerships of an organization, or those that several share."""
    data = open_release(options.release)
    ask = partial(data.partnerships_of, *options.keys, kind=options.kind, theme=options.theme, basis=options.basis)
    _print_in_force(options, ask, ("partnership", "kind", "period"), _row_with_period)


def agreements(options: argparse.Namespace) -> None:
    """Print the agreements of an organization or a partnership, oldest first."""
    data = open_release(options.release)
    ask = partial(data.agreements_of, options.key)
    _print_in_force(options, ask, ("agreement", "signed", "period", "years"), _row_of_agreement)


def initiatives(options: argparse.Namespace) -> None:
    """Print the joint undertakings of an organization, a network or a partnership."""
    data = open_release(options.release)
    ask = partial(data.initiatives_of, options.key, kind=options.kind)
    _print_in_force(options, ask, ("initiative", "kind", "period"), _row_with_period)


def _row_of_partner(partner: Organization, _: Grounds) -> Row:
    return partner.name, partner.kind, partner.country or ""


def _row_with_period(record: Partnership | Initiative, _: Grounds) -> Row:
    return record.name, record.kind, _period_in_words(record.period)


def _row_of_agreement(agreement: Agreement, _: Grounds) -> Row:
    return agreement.name, agreement.signed or "", _period_in_words(agreement.period), agreement.term or ""


# ---------------------------------------------------------------- networks


def networks(options: argparse.Namespace) -> None:
    """Print the networks that a member belongs to, with its roles there, or those that several members share."""
    data = open_release(options.release)
    ask = partial(
        data.networks_of,
        *options.keys,
        kind=options.kind,
        role=options.role,
        indirect=options.indirect,
        basis=options.basis,
    )
    if len(options.keys) == 1:
        _print_in_force(options, ask, ("network", "kind", "roles", "period"), _row_of_network)
    else:
        _print_in_force(options, ask, ("network", "kind"), lambda network, _: (network.name, network.kind))


def members(options: argparse.Namespace) -> None:
    """Print the members of a network that are on record, and its stated size."""
    data = open_release(options.release)
    network = data.network(options.key)
    ask = partial(
        data.members_of,
        network,
        country=options.country,
        role=options.role,
        indirect=options.indirect,
        basis=options.basis,
    )
    _print_in_force(options, ask, ("member", "country", "roles", "period"), _row_of_member)
    if options.format != "table":
        return
    sized = data.size_of(network, as_of=_date_asked(data, options.as_of))
    stated_size = f"stated size: {'unknown' if sized is None else with_date(sized.size)}"
    if network.roster is RosterStatus.PARTIAL:
        stated_size = f"there may be more members than are on record; {stated_size}"
    print_text(stated_size)


def sizes(options: argparse.Namespace) -> None:
    """Print the networks whose size is known, largest first."""
    data = open_release(options.release)
    sized = data.networks_by_size(
        measure=options.measure,
        at_least=options.at_least,
        at_most=options.at_most,
        kind=options.kind,
        as_of=options.as_of,
        newer_than=options.newer_than,
    )
    _print_answer(options, sized, ("network", "size", "dated", "years old"), _row_of_size)


def _row_of_network(network: Network, grounds: Grounds) -> Row:
    return network.name, network.kind, *_memberships_in_words(grounds)


def _row_of_member(party: Organization | Network, grounds: Grounds) -> Row:
    return party.name, country_of(party) or "", *_memberships_in_words(grounds)


def _row_of_size(sized: SizedNetwork, _: Grounds) -> Row:
    age = "" if sized.age is None else sized.age
    return sized.network.name, sized.size, sized.size.as_of or "undated", age


# ---------------------------------------------------------------- one record


def statements(options: argparse.Namespace) -> None:
    """Print what is said of a record: aims, activities, values, methods, results."""
    data = open_release(options.release)
    said = data.statements_of(options.key, kind=options.kind)
    _print_answer(options, said, ("kind", "statement"), lambda statement, _: (statement.kind, statement.text))


def indicators(options: argparse.Namespace) -> None:
    """Print figures and rankings about a record."""
    data = open_release(options.release)
    figures = data.indicators_of(options.key, measure=options.measure)
    _print_answer(options, figures, ("measure", "group", "value", "as of"), _row_of_indicator)


def disputes(options: argparse.Namespace) -> None:
    """Print what sources disagree about: what was chosen, what is claimed instead, and why it was not chosen."""
    data = open_release(options.release)
    claims = data.disputes_of(options.key)
    _print_answer(options, claims, ("field", "chosen", "not chosen", "why"), _row_of_dispute)


def size(options: argparse.Namespace) -> None:
    """Print how large a network is, and how old the figure is."""
    data = open_release(options.release)
    sized = data.size_of(options.key, options.measure, as_of=options.as_of, newer_than=options.newer_than)
    if options.format == "json":
        _print_json(data, None if sized is None else sized.to_dict())
    else:
        rows = [] if sized is None else [_row_of_size(sized, ())]
        print_rows(options.format, ("network", "size", "dated", "years old"), rows)


def _row_of_indicator(indicator: Indicator, _: Grounds) -> Row:
    return indicator.measure, indicator.group or "", indicator.figure, indicator.as_of or "undated"


def _row_of_dispute(dispute: Dispute, _: Grounds) -> Row:
    return dispute.field, dispute.chosen, dispute.claim, dispute.reason or ""


def status(options: argparse.Namespace) -> None:
    """Print whether a relation is in force, since when and until when, and when it was attested."""
    data = open_release(options.release)
    state = data.status_of(options.key, as_of=options.as_of)
    explanation = data.explain(options.key)
    relation = explanation.record
    as_of = _date_asked(data, options.as_of)
    asked = "ever" if as_of is EVER else str(as_of)
    if options.format == "json":
        _print_json(data, {"record": relation.id, "asOf": asked, "status": state, **explanation.times})
        return
    headers = ("relation", "status", "as of", *explanation.times_in_words, "id")
    row = (relation.label, state, asked, *explanation.times_in_words.values(), relation.id)
    print_rows(options.format, headers, [row])


def timeline(options: argparse.Namespace) -> None:
    """Print everything dated about a record, in order."""
    data = open_release(options.release)
    moments = data.timeline_of(options.key)
    _print_answer(options, moments, ("date", "what", "record"), _row_of_moment)


def _row_of_moment(moment: Moment, _: Grounds) -> Row:
    return moment.date, moment.what, moment.record.label


def show(options: argparse.Namespace) -> None:
    """Print every field of a record that holds something, except its evidence."""
    data = open_release(options.release)
    record = data.get(options.key)
    fields = record.to_dict()
    if options.format == "json":
        _print_json(data, fields)
        return
    rows = [(name, in_words(getattr(record, name))) for name in fields if name not in ("citations", "alternatives")]
    print_rows(options.format, ("field", "value"), rows)
    if options.format == "table" and not isinstance(record, Source):
        print_notes([f"why to believe it: explain {record.id}"])


def explain(options: argparse.Namespace) -> None:
    """Print why a record is believed: documents or pages, where in them, as of when, and competing claims."""
    data = open_release(options.release)
    explanation = data.explain(options.key)
    if options.format == "json":
        _print_json(data, explanation.to_dict())
        return
    if options.format == "csv":
        headers = ("record", "figure", "source", "title", "publisher", "address", "dated", "read", "section", "stated")
        print_rows(options.format, headers, [_row_of_evidence(explanation, reason) for reason in explanation.evidence])
        return
    for line in explanation.lines:
        print_text(line)


def find(options: argparse.Namespace) -> None:
    """Print the records that a text may mean, best first."""
    data = open_release(options.release)
    among = Record if options.among is None else CLASSES[options.among]
    matches = data.find(options.text, among=among, country=options.country, limit=options.limit)
    if options.format == "json":
        _print_json(data, [match.to_dict() for match in matches])
        return
    rows = [
        (match.name, match.record.label, _noun(match.record), f"{match.score:.2f}", match.reason, match.record.id)
        for match in matches
    ]
    print_rows(options.format, ("found", "name", "what", "score", "reason", "id"), rows)


def _row_of_evidence(explanation: Explanation, evidence: Evidence) -> Row:
    citation, source = evidence.citation, evidence.source
    figure = "" if evidence.size is None else evidence.size
    address = source.url or source.document or source.archived
    where = (address, source.as_of, source.accessed, citation.section, citation.stated)
    return explanation.record.id, figure, source.id, source.title, source.publisher, *where


# ---------------------------------------------------------------- shared by the questions


def _print_in_force(
    options: argparse.Namespace,
    ask: Callable[..., Answer[T]],
    headers: Sequence[str],
    row_of: Callable[[T, Grounds], Row],
) -> None:
    """Print what a question answers for its date, and how much more there is at others."""
    answer = ask(as_of=options.as_of, certain=options.certain, attested_since=options.attested_since)
    _print_answer(options, answer, headers, row_of)
    if options.format == "table" and answer.as_of is not EVER:
        more = len(ask(as_of=EVER, attested_since=options.attested_since)) - len(answer) - len(answer.undecided)
        if more:
            presumed = ", or only presumed" if options.certain else ""
            print_text(f"{more} more on record at other dates{presumed}: --as-of ever")


def _print_answer(
    options: argparse.Namespace,
    answer: Answer[T],
    headers: Sequence[str],
    row_of: Callable[[T, Grounds], Row],
) -> None:
    """Print an answer as JSON, as CSV, or as lines: what is in force, presumed and undecided, in this order."""
    if options.format == "json":
        print_json_text(answer.to_json())
        return
    if options.format == "csv":
        table = answer.table()
        print_csv([[column.name for column in table.columns], *table.rows])
        return
    forever = answer.as_of is EVER
    attested = any(grounds for _, _, grounds in answer.standings())
    headers = (*headers, *(() if forever else ("status",)), *(("last attested",) if attested else ()), "id")
    rows: list[Row] = []
    for status, item, grounds in in_reading_order(answer):
        row = row_of(item, grounds)
        row += () if forever else (status_in_words(status),)
        row += (last_attested(answer, grounds),) if attested else ()
        rows.append((*row, record_of(item).id))
    print_table(headers, rows)
    print_notes([head(answer)])


def _print_json(data: Dataset, plain: Any) -> None:
    """Print as JSON what was asked of a release, with that release."""
    print_json_text(in_json(data.release, plain))


def _date_asked(data: Dataset, as_of: AsOf | None) -> AsOf:
    """Return the date that a question is about."""
    return data.release.reference_date if as_of is None else as_of


def _noun(record: Record) -> str:
    """Return what a record is: an organization, a network, ..."""
    return type(record).__name__.lower()


def _memberships_in_words(grounds: Grounds) -> tuple[str, str]:
    """Return the roles and the periods of the memberships that an item rests on; of a path those of its first."""
    own = [ground[0] for ground in grounds if isinstance(ground[0], Membership)]
    roles = dict.fromkeys(role for membership in own for role in membership.roles)
    periods = dict.fromkeys(_period_in_words(membership.period) for membership in own)
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
