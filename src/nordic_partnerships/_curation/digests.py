"""The lists of published digests, a module that the package holds its releases against, and how they grow."""

import ast
from collections.abc import Mapping
from typing import Final

from .._opening.bundled import own_digest
from .._release import Release
from ..errors import DataError, Problem

__all__ = ["add_digests"]

_RELEASES: Final = "PUBLISHED: Final = {\n"
_FILES: Final = "FILES: Final = {\n"
_END: Final = "}\n"


def add_digests(text: str, release: Release, files: Mapping[str, bytes], place: str) -> str:
    r"""Return the text of the lists with a release at their end; unchanged if it stands there already.

    Args:
        text: the module that holds the lists.
        release: the release.
        files: its files by name, its descriptor among them.
        place: what to call the module.

    Raises:
        DataError: a list has no place for it, or says that this version was published with another digest.

    >>> from nordic_partnerships import PartialDate
    >>> release = Release(version="2020.6.0", reference_date=PartialDate(2020, 6, 15), digest="0" * 8)
    >>> print(add_digests("PUBLISHED: Final = {\n}\nFILES: Final = {\n}\n", release, {"themes.json": b""}, "lists.py"))
    PUBLISHED: Final = {
        "2020.6.0": "00000000",
    }
    FILES: Final = {
        "2020.6.0": {
            "themes.json": "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8",
        },
    }
    """
    published: dict[str, str] = ast.literal_eval(f"{{{_entries(text, _RELEASES, place)}}}")
    known = published.get(release.version)
    if known == release.digest:
        return text
    if known is not None:
        message = f"says that {release.version} was published with SHA-256 {known}: restore its folder"
        raise DataError([Problem(place, "", "", message)])
    lines = [f'        "{name}": "{own_digest(data)}",\n' for name, data in sorted(files.items())]
    text = _with_entry(text, _RELEASES, f'    "{release.version}": "{release.digest}",\n', place)
    return _with_entry(text, _FILES, f'    "{release.version}": {{\n{"".join(lines)}    }},\n', place)


def _entries(text: str, start: str, place: str) -> str:
    """Return the lines of a list; raise DataError if there is no such list."""
    _, found, rest = text.partition(start)
    lines, end, _ = rest.partition(_END)
    if not found or not end:
        raise DataError([Problem(place, "", "", f"has no lines between {start.strip()!r} and {_END.strip()!r}")])
    return lines


def _with_entry(text: str, start: str, entry: str, place: str) -> str:
    """Return a text with one more entry at the end of a list."""
    entries = start + _entries(text, start, place)
    return text.replace(entries, entries + entry, 1)
