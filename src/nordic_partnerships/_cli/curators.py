"""The commands of curators: ``data format``, ``check``, ``release`` and ``report``.

Only these import the curators' wing, and only when they run.
"""

import argparse
from datetime import date

from nordic_partnerships import PartialDate

from .options import open_release
from .output import print_lines, print_problems, print_text

__all__ = ["check_data", "format_data", "release_data", "report_data"]


def format_data(options: argparse.Namespace) -> None:
    """Put the collections in a folder into canonical text."""
    from .._curation.folder import NEXT
    from .._curation.formatting import format_folder

    rewritten = format_folder(options.folder or NEXT)
    for file in rewritten:
        print_text(f"rewrote {file}")
    if not rewritten:
        print_text("already in canonical text")


def check_data(options: argparse.Namespace) -> int:
    """Check the collections in a folder; return 1, the exit code, if something is wrong with them."""
    from .._curation.checking import check_folder
    from .._curation.folder import NEXT

    reference_date = PartialDate.parse(options.as_of) if options.as_of else _today()
    report = check_folder(options.folder or NEXT, reference_date=reference_date, documents=options.documents)
    for name, count in report.counts:
        print_text(f"{name}: {count} records")
    if options.documents is not None:
        print_text(f"{report.proven} citations proven")
    for document, passages in report.uncited:
        print_text(f"{document.source.document}: {len(passages)} passages that no citation touches")
        for passage in passages:
            print_text(f"  line {passage.line}: {passage.text}")
    if report.problems:
        print_problems(report.problems)
        return 1
    print_text("no problems")
    return 0


def release_data(options: argparse.Namespace) -> None:
    """Freeze the collections in a folder into a release."""
    from .._curation.folder import DATA, NEXT, PUBLISHED
    from .._curation.publishing import release_folder

    folder = (options.folder or NEXT).resolve()
    in_checkout = folder == NEXT.resolve()
    news = DATA.parents[2] / "CHANGELOG.md"
    outcome = release_folder(
        options.version,
        reference_date=PartialDate.parse(options.as_of),
        created=_today(),
        folder=folder,
        data=DATA if in_checkout else folder.parent,
        changelog=news if in_checkout and news.exists() else None,
        published=PUBLISHED if in_checkout else None,
    )
    print_lines(str(outcome))


def report_data(options: argparse.Namespace) -> None:
    """Print a report on the data of a release, as Markdown."""
    from .._curation.report import data_report

    print_lines(data_report(open_release(options.release)).rstrip("\n"))


def _today() -> PartialDate:
    """Return the curator's own day."""
    return PartialDate.parse(date.today().isoformat())  # noqa: DTZ011
