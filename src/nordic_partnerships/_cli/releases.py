"""The commands about releases: which there are, what differs between two, and how to cite one."""

import argparse

from nordic_partnerships import Change, __version__, compare, load, releases

from .options import open_release
from .output import print_json, print_json_text, print_lines, print_rows, print_text

__all__ = ["cite_release", "compare_releases", "export_release", "list_releases", "print_versions"]


def print_versions() -> None:
    """Print the versions of code and data."""
    print_text(f"nordic-partnerships {__version__}, data {load().release}")


def list_releases(options: argparse.Namespace) -> None:
    """Print the releases that are bundled, oldest first."""
    bundled = releases()
    if options.format == "json":
        print_json([{**release.to_dict(), "records": dict(release.counts)} for release in bundled])
    else:
        rows = [(release.version, release.reference_date, release.created, release.digest) for release in bundled]
        print_rows(options.format, ("release", "as of", "created", "sha256"), rows)


def compare_releases(options: argparse.Namespace) -> None:
    """Print what changed from one release to another."""
    comparison = compare(open_release(options.before), open_release(options.after))
    if options.about is not None:
        comparison = comparison.about(options.about)
    if options.format == "json":
        print_json(comparison.to_dict())
    elif options.format == "csv":
        print_rows(options.format, ("change", "collection", "id", "fields", "cause", "remark"), map(_row, comparison))
    elif not comparison.changes:
        print_text("nothing changed")
    elif options.changelog:
        from .._curation.changelog import changelog

        print_lines(changelog(comparison))
    else:
        for change in comparison:
            print_text(str(change))


def export_release(options: argparse.Namespace) -> None:
    """Write all tables of a release into a new folder."""
    open_release(options.release).write(options.folder, format=options.format)
    print_text(f"wrote {options.folder}: {len(list(options.folder.iterdir())) - 1} tables and datapackage.json")


def cite_release(options: argparse.Namespace) -> None:
    """Print how to cite a release."""
    reference = open_release(options.release).cite()
    match options.style:
        case "bibtex":
            print_lines(reference.bibtex)
        case "csl":
            print_json_text(reference.csl_json)
        case _:
            print_text(reference.text)


def _row(change: Change) -> tuple[object, ...]:
    fields = "; ".join(field.field for field in change.fields)
    return change.kind, change.collection, change.id, fields, change.cause, change.remark
