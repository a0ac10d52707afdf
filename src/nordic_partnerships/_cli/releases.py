"""The commands about releases: which there are, what differs between two, and how to cite one."""

import argparse
from typing import Any

from nordic_partnerships import Change, Comparison, __version__, compare, load, releases

from .options import open_release
from .output import plain_release, print_json, print_json_text, print_lines, print_table, print_text

__all__ = ["cite_release", "compare_releases", "list_releases", "print_versions"]


def print_versions() -> None:
    """Print the versions of code and data."""
    print_text(f"nordic-partnerships {__version__}, data {load().release}")


def list_releases(options: argparse.Namespace) -> None:
    """Print the releases that are bundled, oldest first."""
    bundled = releases()
    if options.json:
        print_json([{**plain_release(release), "records": dict(release.counts)} for release in bundled])
    else:
        rows = [(release.version, release.reference_date, release.created, release.digest) for release in bundled]
        print_table(("release", "as of", "created", "sha256"), rows)


def compare_releases(options: argparse.Namespace) -> None:
    """Print what changed from one release to another."""
    comparison = compare(open_release(options.before), open_release(options.after))
    if options.json:
        print_json(_plain_comparison(comparison))
    elif not comparison.changes:
        print_text("nothing changed")
    elif options.changelog:
        from .._curation.changelog import changelog

        print_lines(changelog(comparison))
    else:
        for change in comparison:
            print_text(str(change))


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


def _plain_comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "before": plain_release(comparison.before),
        "after": plain_release(comparison.after),
        "changes": [_plain_change(change) for change in comparison],
    }


def _plain_change(change: Change) -> dict[str, Any]:
    from .._model import to_plain

    return {
        "kind": change.kind,
        "collection": change.collection,
        "id": change.id,
        "fields": [
            {"field": difference.field, "before": to_plain(difference.before), "after": to_plain(difference.after)}
            for difference in change.fields
        ],
        "cause": change.cause,
        "remark": change.remark,
    }
