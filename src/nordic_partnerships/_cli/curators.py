"""The commands of curators: ``data format``, ``check``, ``release`` and ``report``.

Only these import the curators' wing, and only when they run.
"""

import argparse
from datetime import date

from nordic_partnerships import Dataset, PartialDate, load, releases

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
    """Print a report on the data of a release beside another, by default the bundled one before it, as Markdown."""
    from .._curation.report import data_report

    dataset = open_release(options.release)
    beside: str | None = options.before
    before = _bundled_before(dataset.release.version) if beside is None else open_release(beside)
    print_lines(data_report(dataset, before).rstrip("\n"))


def _bundled_before(version: str) -> Dataset | None:
    """Return the bundled release before a version; before one that is not bundled, all of them are."""
    versions = [release.version for release in releases()]
    earlier = versions[: versions.index(version)] if version in versions else versions
    return load(earlier[-1]) if earlier else None


def _today() -> PartialDate:
    """Return the curator's own day."""
    return PartialDate.parse(date.today().isoformat())  # noqa: DTZ011
