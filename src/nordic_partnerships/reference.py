"""How to cite a release."""

import re
from typing import Any

from .results import Reference, Release

__all__ = ["cite_release"]

_AUTHOR = "The nordic-partnerships maintainers"
_TITLE = "nordic-partnerships: partnerships and networks of Nordic higher education"


def cite_release(release: Release) -> Reference:
    """Return a reference to a release, in which its version, reference date and digest stand."""
    import json

    created = release.created
    year = str(created.year) if created else "n.d."
    note = f"as of {release.reference_date}" + (f", sha256 {release.digest}" if release.digest else "")
    if release.parts:
        note += ", made of " + " and ".join(str(part) for part in release.parts)
    key = "nordic-partnerships-" + re.sub(r"[^A-Za-z0-9.]+", "-", release.version)
    bibtex = [
        f"@misc{{{key},",
        f"  author = {{{{{_AUTHOR}}}}},",
        f"  title = {{{{{_TITLE}}}}},",
        f"  version = {{{release.version}}},",
        *([f"  year = {{{year}}},"] if created else []),
        f"  note = {{Data set, {note}}}",
        "}",
    ]
    csl: dict[str, Any] = {
        "id": key,
        "type": "dataset",
        "author": [{"literal": _AUTHOR}],
        "title": _TITLE,
        "version": release.version,
        "note": note,
    }
    if created:
        csl["issued"] = {"date-parts": [[part for part in (created.year, created.month, created.day) if part]]}
    return Reference(
        text=f"{_AUTHOR} ({year}). {_TITLE} (version {release.version}; {note}) [Data set].",
        bibtex="\n".join(bibtex),
        csl_json=json.dumps(csl, ensure_ascii=False, indent=2),
    )
