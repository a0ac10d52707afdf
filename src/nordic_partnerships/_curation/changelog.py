"""What the changelog says about a data release."""

from collections import Counter
from textwrap import fill
from typing import Final

from .._changes import Change, Comparison
from .._model import Named, Record, Tombstone
from .._release import Release
from ..errors import DataError, Problem
from ..kinds import ChangeKind

__all__ = ["add_section", "changelog", "section"]

_HEADING: Final = "### Data\n\n"
"""What a release's section stands under."""

_WIDTH: Final = 120
"""How long the lines are."""

_MOST_NAMED: Final = 20
"""Up to this many changes of one kind in one collection are listed by name; beyond it they are only counted."""

_MOST_BREAKING: Final = 150
"""The same for what somebody who used the record before has to know: that it is gone, or has another name."""

_BREAKING: Final = (ChangeKind.REMOVED, ChangeKind.RETIRED, ChangeKind.RENAMED)


def changelog(comparison: Comparison) -> str:
    """Return the lines for the changelog's "Data" section: by kind and collection, by name if records have one."""
    groups: dict[tuple[ChangeKind, str], list[Change]] = {}
    for change in comparison:
        groups.setdefault((change.kind, change.collection), []).append(change)
    lines: list[str] = []
    for listed_kind in ChangeKind:
        for (kind, collection), changes in groups.items():
            if kind is listed_kind:
                lines.append(f"- {kind.capitalize()} {collection}: {_summary(kind, changes)}")
    return "\n".join(lines)


def section(release: Release, comparison: Comparison | None) -> str:
    """Return the section about a release: what changed since the one before; of the first, how much there is."""
    head = f"- {release.version}, as of {release.reference_date} (sha256 `{release.digest}`): "
    if comparison is None:
        return _wrap(head + ", ".join(f"{count:,} {name}" for name, count in release.counts if count))
    changes = "1 change" if len(comparison) == 1 else f"{len(comparison):,} changes"
    lines = [_wrap(f"  {line}") for line in changelog(comparison).splitlines()]
    return "\n".join([_wrap(f"{head}{changes} since {comparison.before.version}"), *lines])


def add_section(text: str, version: str, lines: str, file: str) -> str:
    """Return a changelog with a section under the "Data" heading of its first part; unchanged if it has one already.

    Raises:
        DataError: the first part has no such heading.
    """
    if f"\n- {version}, as of " in text:
        return text
    before, heading, after = text.partition(_HEADING)
    if not heading or before.count("\n## ") > 1:
        message = f"has no heading {_HEADING.strip()!r} in its first part, under which the section goes"
        raise DataError([Problem(file, "", "", message)])
    return f"{before}{heading}{lines}\n{after}"


def _wrap(item: str) -> str:
    """Return an item of a list, wrapped so that a diff shows which line changed."""
    indent = " " * (len(item) - len(item.lstrip()) + len("- "))
    return fill(item, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _summary(kind: ChangeKind, changes: list[Change]) -> str:
    """Return the changes of one kind in one collection in words."""
    has_names = any(_name(change.record) for change in changes)
    most = _MOST_BREAKING if kind in _BREAKING else _MOST_NAMED
    if has_names and kind is not ChangeKind.SOURCE_ONLY and len(changes) <= most:
        return "; ".join(_describe(change) for change in changes)
    causes = Counter(str(change.cause) for change in changes if change.cause is not None)
    counted = ", ".join(f"{number:,} for {cause}" for cause, number in causes.most_common())
    return f"{len(changes):,}" + (f" ({counted})" if counted else "")


def _describe(change: Change) -> str:
    """Return the name of the record that changed, what became of it, and why."""
    details: list[str] = []
    if isinstance(change.after, Tombstone):
        details.append(change.after.reason)
        if change.after.successors:
            details.append("see " + ", ".join(change.after.successors))
    elif change.kind is ChangeKind.RENAMED and change.before is not None:
        details.append(f"was {_name(change.before)}")
    elif change.kind is ChangeKind.CHANGED:
        details.append(", ".join(difference.field for difference in change.fields))
    details += [text for text in (change.cause, change.remark) if text]
    return _name(change.record) + (f" ({'; '.join(text.removesuffix('.') for text in details)})" if details else "")


def _name(record: Record) -> str:
    """Return the record's own name, or nothing if records of its class have none."""
    return record.name if isinstance(record, Named) else ""
