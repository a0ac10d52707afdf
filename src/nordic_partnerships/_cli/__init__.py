"""The command line: ``python -m nordic_partnerships``.

Each command is one function that takes the dataset and the arguments and returns an answer: JSON's own types, and the
same as a table. Bad names, dates and values end with one line on standard error and exit code 2.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from nordic_partnerships import (
    EVER,
    Agreement,
    AsOf,
    Bound,
    Change,
    DataError,
    Dataset,
    Membership,
    NordicPartnershipsError,
    Organization,
    PartialDate,
    Period,
    Record,
    Release,
    Source,
    __version__,
    compare,
    load,
    open_dataset,
    releases,
)

from .._curation.changelog import changelog
from .._curation.checking import check_folder
from .._curation.folder import DATA, NEXT
from .._curation.formatting import format_folder
from .._curation.publishing import release_folder
from .._curation.report import data_report
from .._model import in_words
from .._opening.codec import to_plain
from .._release import VERSION
from .._text import table
from ..kinds import (
    IndicatorMeasure,
    InitiativeKind,
    NetworkKind,
    PartnershipKind,
    Role,
    RosterStatus,
    SizeMeasure,
    StatementKind,
)

__all__ = ["main"]


class Answer(NamedTuple):
    """What a command found: as JSON's own types, as a table, and what to say below the table."""

    plain: Any
    headers: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    note: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 1 where checked data has problems, or 2 where the command cannot be followed."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
        code: int = options.run(options)
        sys.stdout.flush()
    except NordicPartnershipsError as error:
        print(f"nordic_partnerships: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


# ---------------------------------------------------------------- questions


def partners(data: Dataset, options: argparse.Namespace) -> Answer:
    """Organizations that share a partnership with one."""
    found = data.partners_of(options.key, kind=options.kind, theme=options.theme, as_of=_as_of(options))
    rows = [(each.name, each.kind, each.country or "", each.id) for each in found]
    ever = data.partners_of(options.key, kind=options.kind, theme=options.theme, as_of=EVER)
    return Answer(to_plain(found), ("partner", "kind", "country", "id"), rows, _others(found, ever))


def partnerships(data: Dataset, options: argparse.Namespace) -> Answer:
    """Partnerships of an organization."""
    found = data.partnerships_of(options.key, kind=options.kind, theme=options.theme, as_of=_as_of(options))
    rows = [(each.name, each.kind, _when(each.period), each.id) for each in found]
    ever = data.partnerships_of(options.key, kind=options.kind, theme=options.theme, as_of=EVER)
    return Answer(to_plain(found), ("partnership", "kind", "period", "id"), rows, _others(found, ever))


def networks(data: Dataset, options: argparse.Namespace) -> Answer:
    """Networks that an organization or a network belongs to."""
    as_of = _as_of(options)
    found = data.networks_of(options.key, kind=options.kind, role=options.role, as_of=as_of)
    held = _memberships(data.memberships(member=options.key, as_of=_at(data, as_of)), lambda each: each.network)
    rows = [(each.name, each.kind, *_in_words(held[each.id]), each.id) for each in found]
    plain = [{**to_plain(each), "memberships": to_plain(held[each.id])} for each in found]
    ever = data.networks_of(options.key, kind=options.kind, role=options.role, as_of=EVER)
    return Answer(plain, ("network", "kind", "roles", "period", "id"), rows, _others(found, ever))


def members(data: Dataset, options: argparse.Namespace) -> Answer:
    """Members of a network that are on record."""
    as_of = _as_of(options)
    network = data.network(options.key)
    found = data.members_of(network, country=options.country, role=options.role, as_of=as_of)
    held = _memberships(data.memberships(network=network, as_of=_at(data, as_of)), lambda each: each.member)
    rows = [
        (each.name, (each.country or "") if isinstance(each, Organization) else "", *_in_words(held[each.id]), each.id)
        for each in found
    ]
    size = network.size(as_of=data.release.reference_date if as_of is None else as_of)
    note = f"stated size: {size or 'unknown'}"
    if network.roster is RosterStatus.PARTIAL:
        note = f"the members on record are not all; {note}"
    others = _others(found, data.members_of(network, country=options.country, role=options.role, as_of=EVER))
    plain = [{**to_plain(each), "memberships": to_plain(held[each.id])} for each in found]
    return Answer(plain, ("member", "country", "roles", "period", "id"), rows, f"{others}\n{note}".strip())


def sizes(data: Dataset, options: argparse.Namespace) -> Answer:
    """Networks by size, largest first."""
    found = data.networks_by_size(
        measure=options.measure,
        at_least=options.at_least,
        at_most=options.at_most,
        kind=options.kind,
        as_of=_as_of(options),
    )
    plain = [{"network": each.id, "name": each.name, "size": to_plain(size)} for each, size in found]
    rows = [(each.name, size, size.as_of or "undated", each.id) for each, size in found]
    return Answer(plain, ("network", "size", "as of", "id"), rows)


def agreements(data: Dataset, options: argparse.Namespace) -> Answer:
    """Agreements of an organization or a partnership, oldest first."""
    found = data.agreements_of(options.key, as_of=_as_of(options))
    rows = [(each.name, each.signed or "", _when(each.period), each.term or "", each.id) for each in found]
    others = _others(found, data.agreements_of(options.key, as_of=EVER))
    return Answer(to_plain(found), ("agreement", "signed", "period", "years", "id"), rows, others)


def initiatives(data: Dataset, options: argparse.Namespace) -> Answer:
    """Joint undertakings of an organization, a network or a partnership."""
    found = data.initiatives_of(options.key, kind=options.kind, as_of=_as_of(options))
    rows = [(each.name, each.kind, _when(each.period), each.id) for each in found]
    others = _others(found, data.initiatives_of(options.key, kind=options.kind, as_of=EVER))
    return Answer(to_plain(found), ("initiative", "kind", "period", "id"), rows, others)


def statements(data: Dataset, options: argparse.Namespace) -> Answer:
    """What is said of a record: aims, activities, values, methods, results."""
    found = data.statements_of(options.key, kind=options.kind)
    return Answer(to_plain(found), ("kind", "statement", "id"), [(each.kind, each.text, each.id) for each in found])


def indicators(data: Dataset, options: argparse.Namespace) -> Answer:
    """Figures and rankings about a record."""
    found = data.indicators_of(options.key, measure=options.measure)
    rows = [(each.measure, each.group or "", each.figure, each.as_of or "undated", each.id) for each in found]
    return Answer(to_plain(found), ("measure", "group", "value", "as of", "id"), rows)


def timeline(data: Dataset, options: argparse.Namespace) -> Answer:
    """Everything dated about a record, in order."""
    found = data.timeline_of(options.key)
    plain = [{"date": str(each.date), "what": each.what, "record": each.record.id} for each in found]
    rows = [(each.date, each.what, each.record, each.record.id) for each in found]
    return Answer(plain, ("date", "what", "record", "id"), rows)


def show(data: Dataset, options: argparse.Namespace) -> Answer:
    """One record, every field that holds something."""
    found = data.get(options.key)
    plain = to_plain(found)
    rows = [(name, in_words(getattr(found, name))) for name in plain if name not in ("citations", "alternatives")]
    hint = "" if isinstance(found, Source) else f"why to believe it: explain {found.id}"
    return Answer(plain, ("field", "value"), rows, hint)


def find(data: Dataset, options: argparse.Namespace) -> Answer:
    """Records that a text may mean, best first."""
    found = data.find(options.key, limit=options.limit)
    what = [type(each.record).__name__.lower() for each in found]
    plain = [
        {"id": each.record.id, "what": one, "name": each.name, "score": round(each.score, 3)}
        for one, each in zip(what, found, strict=True)
    ]
    rows = [
        (each.name, each.record.label, one, f"{each.score:.2f}", each.record.id)
        for one, each in zip(what, found, strict=True)
    ]
    return Answer(plain, ("found", "name", "what", "score", "id"), rows)


def explain(data: Dataset, options: argparse.Namespace) -> Answer:
    """Why a record is believed: documents or pages, where in them, as of when, and competing claims."""
    found = data.explain(options.key)
    plain = {
        "record": found.record.id,
        "evidence": [{"citation": to_plain(each.citation), "source": to_plain(each.source)} for each in found.evidence],
        "alternatives": to_plain(found.alternatives),
    }
    return Answer(plain, (), (), str(found))


# ---------------------------------------------------------------- curators' commands


def compare_releases(options: argparse.Namespace) -> int:
    """What changed from one release to another."""
    found = compare(_opened(options.before), _opened(options.after))
    if options.changelog:
        print(changelog(found) or "nothing changed")
    elif options.json:
        plain = {
            "before": _plain_release(found.before),
            "after": _plain_release(found.after),
            "changes": [_plain_change(change) for change in found],
        }
        print(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(str, found)) or "nothing changed")
    return 0


def list_releases(options: argparse.Namespace) -> int:
    """Data releases that are bundled."""
    found = releases()
    rows = [(each.version, str(each.reference_date), str(each.created), str(each.digest)) for each in found]
    if options.json:
        print(json.dumps([{**_plain_release(each), "records": dict(each.counts)} for each in found], indent=2))
    else:
        print(table(("release", "as of", "created", "sha256"), rows))
    return 0


def cite_release(options: argparse.Namespace) -> int:
    """How to cite a release."""
    found = _opened(options.release).cite()
    print({"text": found.text, "bibtex": found.bibtex, "csl": found.csl_json}[options.style])
    return 0


def data_format(options: argparse.Namespace) -> int:
    """Put collections into canonical text."""
    changed = format_folder(options.folder)
    print("\n".join(f"rewrote {file}" for file in changed) or "already in canonical text")
    return 0


def data_check(options: argparse.Namespace) -> int:
    """Check collections, and prove their citations against documents."""
    reference_date = PartialDate.parse(options.as_of) if options.as_of else _today()
    report = check_folder(options.folder, reference_date=reference_date, documents=options.documents)
    for name, count in report.counts:
        print(f"{name}: {count} records")
    if options.documents is not None:
        print(f"{report.proven} citations proven")
    for document, passages in report.uncited:
        print(f"{document.source.document}: {len(passages)} passages that no citation touches")
        for passage in passages:
            print(f"  line {passage.line}: {passage.text}")
    if report.problems:
        print(DataError(report.problems), file=sys.stderr)
        return 1
    print("no problems")
    return 0


def data_release(options: argparse.Namespace) -> int:
    """Freeze collections into a release."""
    checkout = options.folder.resolve() == NEXT.resolve()
    news = DATA.parents[2] / "CHANGELOG.md"
    release, cut = release_folder(
        options.version,
        reference_date=PartialDate.parse(options.as_of),
        created=_today(),
        folder=options.folder,
        data=DATA if checkout else options.folder.resolve().parent,
        changelog=news if checkout and news.exists() else None,
    )
    print(f"{'cut' if cut else 'there already, nothing changed:'} {release}")
    return 0


def report(options: argparse.Namespace) -> int:
    """A report on the data of a release, as Markdown."""
    print(data_report(_opened(options.release)), end="")
    return 0


# ---------------------------------------------------------------- how it works inside

_QUESTIONS: tuple[tuple[Callable[[Dataset, argparse.Namespace], Answer], str, tuple[str, ...]], ...] = (
    (partners, "party", ("kind", "theme", "as-of")),
    (partnerships, "party", ("kind", "theme", "as-of")),
    (networks, "member", ("kind", "role", "as-of")),
    (members, "network", ("country", "role", "as-of")),
    (sizes, "", ("measure", "at-least", "at-most", "kind", "as-of")),
    (agreements, "party or partnership", ("as-of",)),
    (initiatives, "party, network or partnership", ("kind", "as-of")),
    (statements, "subject", ("kind",)),
    (indicators, "subject", ("measure",)),
    (timeline, "record", ()),
    (show, "record", ()),
    (find, "text", ("limit",)),
    (explain, "record", ()),
)

_OPTIONS: dict[str, dict[str, Any]] = {
    "as-of": {"metavar": "DATE", "help": "a year, month or day, or 'ever' (default: the release's reference date)"},
    "theme": {"help": "only on this theme, or on one that it includes"},
    "country": {"metavar": "CODE", "help": "only in this country, by its ISO 3166-1 code"},
    "at-least": {"type": int, "metavar": "N", "help": "only of this count or more"},
    "at-most": {"type": int, "metavar": "N", "help": "only of this count or less"},
    "limit": {"type": int, "default": 10, "metavar": "N", "help": "how many at the most (default: 10)"},
}


_VALUES: dict[tuple[str, str], type[StrEnum]] = {
    ("partners", "kind"): PartnershipKind,
    ("partnerships", "kind"): PartnershipKind,
    ("networks", "kind"): NetworkKind,
    ("sizes", "kind"): NetworkKind,
    ("initiatives", "kind"): InitiativeKind,
    ("statements", "kind"): StatementKind,
    ("sizes", "measure"): SizeMeasure,
    ("indicators", "measure"): IndicatorMeasure,
    ("", "role"): Role,
}
"""The closed lists that options take values of, by command and option."""


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, and takes options in full only."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"allow_abbrev": False, **options})

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see --help\n")


class _Version(argparse.Action):
    """Prints the versions; the release is read only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print(f"nordic-partnerships {__version__}, data {load().release}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    about = "Who works with whom in Nordic higher education."
    parser = _Parser(prog="python -m nordic_partnerships", description=about)
    parser.add_argument("--version", action=_Version, nargs=0, help="show the versions of code and data, and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for question, key, options in _QUESTIONS:
        command = commands.add_parser(question.__name__, help=_summary(question), description=_summary(question))
        if key:
            command.add_argument("key", metavar=key.split(",")[0].split()[0].upper(), help=f"{key}: a name or an id")
        for name in options:
            command.add_argument(f"--{name}", **_option(question.__name__, name))
        command.add_argument("--release", metavar="VERSION", help="a bundled data release, or the path of a folder")
        command.add_argument("--json", action="store_true", help="print JSON instead of a table")
        command.set_defaults(run=_ask, question=question)
    comparison = _command(commands, "compare", compare_releases)
    comparison.add_argument("before", help="a version or a path")
    comparison.add_argument("after", help="a version or a path")
    comparison.add_argument("--json", action="store_true", help="print JSON")
    comparison.add_argument("--changelog", action="store_true", help="print lines for the changelog's Data section")
    listing = _command(commands, "releases", list_releases)
    listing.add_argument("--json", action="store_true", help="print JSON instead of a table")
    citation = _command(commands, "cite", cite_release)
    citation.add_argument("release", nargs="?", help="a version or a path (default: the newest)")
    citation.add_argument("--style", choices=("text", "bibtex", "csl"), default="text", help="default: text")
    data = commands.add_parser("data", help="what curators do with data", description="What curators do with data.")
    tasks = data.add_subparsers(required=True, metavar="TASK")
    formatting = _command(tasks, "format", data_format)
    checking = _command(tasks, "check", data_check)
    checking.add_argument("--documents", type=Path, metavar="DIR", help="the documents that sources name")
    checking.add_argument("--as-of", metavar="DATE", help="when to look at what is in force (default: today)")
    releasing = _command(tasks, "release", data_release)
    releasing.add_argument("version", help="year, month and serial, such as 2026.11.0")
    releasing.add_argument("--as-of", metavar="DATE", required=True, help="the reference date of the release")
    reporting = _command(tasks, "report", report)
    reporting.add_argument("release", nargs="?", help="a version or a path (default: the newest)")
    for task in (formatting, checking):
        task.add_argument("folder", nargs="?", type=Path, default=NEXT, help="default: data/next of the checkout")
    releasing.add_argument("--folder", type=Path, default=NEXT, help="default: data/next of the checkout")
    return parser


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    """Add a command that a function runs."""
    command: argparse.ArgumentParser = commands.add_parser(name, help=_summary(run), description=_summary(run))
    command.set_defaults(run=run)
    return command


def _option(question: str, name: str) -> dict[str, Any]:
    found = {"default": "members"} if (question, name) == ("sizes", "measure") else {}
    values = _VALUES.get((question, name)) or _VALUES.get(("", name))
    if values is not None:
        found["help"] = "one of: " + ", ".join(values)
    return {**_OPTIONS.get(name, {}), **found}


def _ask(options: argparse.Namespace) -> int:
    data = _opened(options.release)
    answer: Answer = options.question(data, options)
    if options.json:
        plain = {"release": _plain_release(data.release), "answer": answer.plain}
        print(json.dumps(plain, ensure_ascii=False, indent=2))
        return 0
    if answer.rows:
        print(table(answer.headers, [[str(cell) for cell in row] for row in answer.rows]))
    elif answer.headers:
        print("none on record")
    if answer.note:
        print(f"\n{answer.note}" if answer.headers else answer.note)
    return 0


def _opened(release: str | None) -> Dataset:
    """Return the dataset of a version, of a path, or the newest."""
    return load(release) if release is None or VERSION.fullmatch(release) else open_dataset(release)


def _at(data: Dataset, as_of: AsOf | None) -> AsOf:
    return data.release.reference_date if as_of is None else as_of


def _today() -> PartialDate:
    """Return the curator's own day."""
    return PartialDate.parse(date.today().isoformat())  # noqa: DTZ011


def _plain_release(release: Release) -> dict[str, Any]:
    return {
        "version": release.version,
        "referenceDate": str(release.reference_date),
        "sha256": release.digest,
    }


def _plain_change(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "collection": change.collection,
        "id": change.id,
        "fields": [
            {"field": each.field, "before": to_plain(each.before), "after": to_plain(each.after)}
            for each in change.fields
        ],
        "cause": change.cause,
        "remark": change.remark,
    }


def _as_of(options: argparse.Namespace) -> AsOf | None:
    return EVER if options.as_of and options.as_of.casefold() == "ever" else options.as_of


def _memberships(found: Iterable[Membership], side: Callable[[Membership], str]) -> dict[str, list[Membership]]:
    """Return memberships by what stands on one side of them."""
    held: dict[str, list[Membership]] = {}
    for each in found:
        held.setdefault(side(each), []).append(each)
    return held


def _in_words(memberships: list[Membership]) -> tuple[str, str]:
    """Return the roles and the periods of some memberships."""
    roles = dict.fromkeys(role for each in memberships for role in each.roles)
    return ", ".join(roles), ", ".join(_when(each.period) for each in memberships)


def _others(found: Sequence[Record], ever: Sequence[Record]) -> str:
    """Say how many more there are on record at other dates, or at dates that are not known."""
    count = len(ever) - len(found)
    return f"{count} more on record at other or unknown dates: --as-of ever" if count else ""


def _when(period: Period) -> str:
    """Return a period in words."""
    if period == Period():
        return "unknown"
    start = f"since {period.start}" if period.start else "start unknown"
    if period.end is Bound.OPEN:
        return start
    return start + (f" until {period.end}" if period.end else ", end unknown")


def _summary(function: Callable[..., object]) -> str:
    return (function.__doc__ or "").strip()
