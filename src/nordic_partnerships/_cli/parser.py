"""Every command: what it is called, what it takes, and the function that runs it."""

import argparse
from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

from ..kinds import (
    IndicatorMeasure,
    InitiativeKind,
    NetworkKind,
    PartnershipKind,
    Role,
    SizeMeasure,
    StatementKind,
)
from . import curators, questions, releases
from .match import match
from .options import (
    CLASSES,
    add_as_of,
    add_country,
    add_format,
    add_key,
    add_keys,
    add_limits,
    add_newer_than,
    add_release,
    add_theme,
    parse_key,
    parse_path,
    parse_release,
    whole_number,
    words,
)
from .output import PROGRAM, complain, print_lines

__all__ = ["make_parser"]


class _Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong, and does not accept abbreviated options."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"allow_abbrev": False, **settings})
        # From Python 3.14 on, help has colours, which are escape sequences.
        self.color = False

    def error(self, message: str) -> NoReturn:
        complain(f"{message}; see {self.prog} --help", self.prog)
        self.exit(2)

    def print_help(self, file: Any = None) -> None:
        del file  # argparse names none
        print_lines(self.format_help().rstrip("\n"))


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001 - argparse has no public name for it


class _Version(argparse.Action):
    """Prints the versions of code and data."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        releases.print_versions()
        parser.exit()


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(
        prog=PROGRAM,
        description="Who works with whom in Nordic higher education: partnerships and networks, dated and sourced.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the versions of code and data, and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_partnership_questions(commands)
    _add_network_questions(commands)
    _add_record_questions(commands)
    _add_release_commands(commands)
    _add_curators_commands(commands)
    return parser


def _add_command(commands: _Commands, name: str, about: str) -> _Parser:
    """Add a command, with one sentence that both lists of help show."""
    return commands.add_parser(name, help=about[0].lower() + about[1:], description=f"{about}.")


def _finish_question(command: _Parser, run: Callable[[argparse.Namespace], None]) -> None:
    """Add what every question takes, and the function that asks it."""
    add_release(command)
    add_format(command)
    command.set_defaults(run=run)


def _add_partnership_questions(commands: _Commands) -> None:
    partners = _add_command(commands, "partners", "List the organizations that share a partnership with one")
    add_key(partners, "PARTY", "the organization")
    partners.add_argument("--kind", help=f"only partnerships of this kind, {words(PartnershipKind)}")
    add_theme(partners)
    add_as_of(partners)
    add_limits(partners, basis=True)
    _finish_question(partners, questions.partners)

    partnerships = _add_command(
        commands, "partnerships", "List the partnerships of an organization, or those that several share"
    )
    add_keys(partnerships, "PARTY", "the organizations")
    partnerships.add_argument("--kind", help=f"only partnerships of this kind, {words(PartnershipKind)}")
    add_theme(partnerships)
    add_as_of(partnerships)
    add_limits(partnerships, basis=True)
    _finish_question(partnerships, questions.partnerships)

    agreements = _add_command(
        commands, "agreements", "List the agreements of an organization or a partnership, oldest first"
    )
    add_key(agreements, "PARTY", "the organization or partnership")
    add_as_of(agreements)
    add_limits(agreements)
    _finish_question(agreements, questions.agreements)

    initiatives = _add_command(
        commands, "initiatives", "List the joint undertakings of an organization, a network or a partnership"
    )
    add_key(initiatives, "SUBJECT", "the organization, network or partnership")
    initiatives.add_argument("--kind", help=f"only undertakings of this kind, {words(InitiativeKind)}")
    add_as_of(initiatives)
    add_limits(initiatives)
    _finish_question(initiatives, questions.initiatives)


def _add_network_questions(commands: _Commands) -> None:
    networks = _add_command(commands, "networks", "List the networks that a member belongs to, or that several share")
    add_keys(networks, "MEMBER", "the organizations or networks")
    networks.add_argument("--kind", help=f"only networks of this kind, {words(NetworkKind)}")
    networks.add_argument("--role", help=f"only where each has this role, {words(Role)}")
    networks.add_argument("--indirect", action="store_true", help="also the networks that these are members of")
    add_as_of(networks)
    add_limits(networks, basis=True)
    _finish_question(networks, questions.networks)

    members = _add_command(commands, "members", "List the members of a network that are on record")
    add_key(members, "NETWORK", "the network")
    add_country(members, "only members in these countries")
    members.add_argument("--role", help=f"only members with this role, {words(Role)}")
    members.add_argument(
        "--indirect", action="store_true", help="organizations, also through networks that are members"
    )
    add_as_of(members)
    add_limits(members, basis=True)
    _finish_question(members, questions.members)

    sizes = _add_command(commands, "sizes", "List the networks whose size is known, largest first")
    sizes.add_argument("--measure", default="members", help=f"what is counted, {words(SizeMeasure)} (default: members)")
    sizes.add_argument("--at-least", metavar="N", type=whole_number(0), help="only networks of this size or more")
    sizes.add_argument("--at-most", metavar="N", type=whole_number(0), help="only networks of this size or less")
    sizes.add_argument("--kind", help=f"only networks of this kind, {words(NetworkKind)}")
    add_as_of(sizes)
    add_newer_than(sizes)
    _finish_question(sizes, questions.sizes)

    size = _add_command(commands, "size", "Say how large a network is, and how old the figure is")
    add_key(size, "NETWORK", "the network")
    size.add_argument("--measure", default="members", help=f"what is counted, {words(SizeMeasure)} (default: members)")
    add_as_of(size)
    add_newer_than(size)
    _finish_question(size, questions.size)


def _add_record_questions(commands: _Commands) -> None:
    statements = _add_command(commands, "statements", "List what is said of a record: its aims, values and results")
    add_key(statements, "RECORD", "the record")
    statements.add_argument("--kind", help=f"only statements of this kind, {words(StatementKind)}")
    _finish_question(statements, questions.statements)

    indicators = _add_command(commands, "indicators", "List figures and rankings about a record")
    add_key(indicators, "RECORD", "the record")
    indicators.add_argument("--measure", help=f"only figures of this measure, {words(IndicatorMeasure)}")
    _finish_question(indicators, questions.indicators)

    status = _add_command(
        commands, "status", "Say whether a membership, partnership, agreement or initiative is in force"
    )
    add_key(status, "RELATION", "the membership, partnership, agreement or initiative")
    add_as_of(status)
    _finish_question(status, questions.status)

    timeline = _add_command(commands, "timeline", "List everything dated about a record, in order")
    add_key(timeline, "RECORD", "the record")
    _finish_question(timeline, questions.timeline)

    show = _add_command(commands, "show", "Show every field of a record that holds something")
    add_key(show, "RECORD", "the record")
    _finish_question(show, questions.show)

    explain = _add_command(commands, "explain", "Show why a record is believed: its sources, and competing claims")
    add_key(explain, "RECORD", "the record")
    _finish_question(explain, questions.explain)

    disputes = _add_command(commands, "disputes", "List what sources disagree about, and what was chosen")
    add_key(disputes, "RECORD", "the record")
    _finish_question(disputes, questions.disputes)

    find = _add_command(commands, "find", "List the records that a text may mean, best first")
    find.add_argument("text", metavar="TEXT", type=parse_key, help="a name, a part of one, or something like one")
    find.add_argument(
        "--among",
        metavar="CLASS",
        type=str.lower,
        choices=CLASSES,
        help=f"only records of this class, one of: {', '.join(CLASSES)}",
    )
    add_country(find, "only organizations in these countries")
    find.add_argument("--limit", type=whole_number(1), default=10, metavar="N", help="list at most N (default: 10)")
    _finish_question(find, questions.find)

    matching = _add_command(commands, "match", "Find the organizations that a column of a CSV file names")
    matching.add_argument("table", metavar="TABLE", type=parse_path, help="a CSV file with a line of column names")
    matching.add_argument("--column", metavar="NAME", required=True, help="the column with the names")
    matching.add_argument(
        "--country-column", metavar="NAME", help="the column with the country of each, if there is one"
    )
    matching.add_argument(
        "--inside-text",
        action="store_true",
        help="the column holds longer texts, such as affiliations, with names in them",
    )
    matching.add_argument("--out", metavar="FILE", type=parse_path, required=True, help="the new file to write")
    add_release(matching)
    matching.set_defaults(run=match)


def _add_release_commands(commands: _Commands) -> None:
    listing = _add_command(commands, "releases", "List the data releases that are bundled")
    add_format(listing)
    listing.set_defaults(run=releases.list_releases)

    comparing = _add_command(commands, "compare", "List what changed from one release to another")
    comparing.add_argument(
        "before", metavar="BEFORE", type=parse_release, help="a version, or the path of a folder or zip"
    )
    comparing.add_argument(
        "after", metavar="AFTER", type=parse_release, help="a version, or the path of a folder or zip"
    )
    comparing.add_argument(
        "--about",
        metavar="NAME",
        type=parse_key,
        help="only what concerns this organization, network or other record: a name or an id",
    )
    comparing.add_argument("--changelog", action="store_true", help="print lines for the changelog's Data section")
    add_format(comparing)
    comparing.set_defaults(run=releases.compare_releases)

    exporting = _add_command(commands, "export", "Write all tables of a release into a new folder, as a Data Package")
    exporting.add_argument("folder", metavar="FOLDER", type=parse_path, help="the new folder")
    add_release(exporting)
    exporting.add_argument("--format", choices=("csv", "json"), default="csv", help="default: csv")
    exporting.set_defaults(run=releases.export_release)

    citing = _add_command(commands, "cite", "Show how to cite a release")
    _add_release_argument(citing)
    citing.add_argument("--style", choices=("text", "bibtex", "csl"), default="text", help="default: text")
    citing.set_defaults(run=releases.cite_release)


def _add_curators_commands(commands: _Commands) -> None:
    data = _add_command(commands, "data", "Check, format and release data, as its curators do")
    tasks = data.add_subparsers(required=True, metavar="TASK")

    formatting = _add_command(tasks, "format", "Put the collections in a folder into canonical text")
    _add_folder_argument(formatting)
    formatting.set_defaults(run=curators.format_data)

    checking = _add_command(tasks, "check", "Check the collections in a folder, and list everything that is wrong")
    _add_folder_argument(checking)
    checking.add_argument(
        "--documents", type=parse_path, metavar="DIR", help="prove the citations against the documents in this folder"
    )
    checking.add_argument("--as-of", metavar="DATE", help="the day at which to look (default: today)")
    checking.set_defaults(run=curators.check_data)

    releasing = _add_command(tasks, "release", "Freeze the collections in a folder into a release")
    releasing.add_argument("version", metavar="VERSION", help="year, month and serial number, such as 2026.11.0")
    releasing.add_argument("--as-of", metavar="DATE", required=True, help="the reference date of the release, a day")
    releasing.add_argument("--folder", type=parse_path, help="default: data/next of the checkout")
    releasing.set_defaults(run=curators.release_data)

    reporting = _add_command(tasks, "report", "Print a report on the data of a release beside another, as Markdown")
    _add_release_argument(reporting)
    reporting.add_argument(
        "before",
        nargs="?",
        metavar="BEFORE",
        type=parse_release,
        help="the release to show beside it, a version or a path (default: the bundled one before it)",
    )
    reporting.set_defaults(run=curators.report_data)


def _add_release_argument(command: argparse.ArgumentParser) -> None:
    """Add the release that a command is about."""
    command.add_argument(
        "release",
        nargs="?",
        metavar="RELEASE",
        type=parse_release,
        help="a version, or the path of a folder or zip (default: the newest)",
    )


def _add_folder_argument(command: argparse.ArgumentParser) -> None:
    """Add the folder that a curator works in."""
    command.add_argument(
        "folder", nargs="?", type=parse_path, metavar="FOLDER", help="default: data/next of the checkout"
    )
