"""How to cite the data that a dataset holds."""

import json
import re
from typing import Any, Final

import attrs

from .._building import BUILDING
from .._release import Release

__all__ = ["Reference", "cite_release"]

_AUTHOR: Final = "The nordic-partnerships maintainers"
_TITLE: Final = "nordic-partnerships: partnerships and networks of Nordic higher education"


@attrs.frozen(kw_only=True)
class Reference:
    """How to cite a release.

    Attributes:
        text: a sentence for a list of references.
        bibtex: an entry for BibTeX.
        csl_json: one item of CSL-JSON, as text.
    """

    text: str
    bibtex: str
    csl_json: str

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        with BUILDING:
            from .._html import fields_in_html

        return fields_in_html("How to cite the data", [("text", self.text), ("bibtex", " ".join(self.bibtex.split()))])


def cite_release(release: Release) -> Reference:
    """Return a reference to a release that holds its version, reference date and digest."""
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
