"""The list of published digests, a module that the package holds its releases against, and how it grows."""

import ast
from typing import Final

from .._release import Release
from ..errors import DataError, Problem

__all__ = ["add_digest"]

_START: Final = "PUBLISHED: Final = {\n"
_END: Final = "}\n"


def add_digest(text: str, release: Release, file: str) -> str:
    r"""Return the text of the list with a release as its last line; unchanged if it stands there already.

    Raises:
        DataError: the list has no place for it, or says that this version was published with another digest.

    >>> from nordic_partnerships import PartialDate
    >>> release = Release(version="2020.6.0", reference_date=PartialDate(2020, 6, 15), digest="0" * 8)
    >>> print(add_digest("PUBLISHED: Final = {\n}\n", release, "_published.py"))
    PUBLISHED: Final = {
        "2020.6.0": "00000000",
    }
    """
    before, start, rest = text.partition(_START)
    lines, end, after = rest.partition(_END)
    if not start or not end:
        raise DataError([Problem(file, "", "", f"has no lines between {_START.strip()!r} and {_END.strip()!r}")])
    published: dict[str, str] = ast.literal_eval(f"{{{lines}}}")
    known = published.get(release.version)
    if known is None:
        return f'{before}{start}{lines}    "{release.version}": "{release.digest}",\n{end}{after}'
    if known != release.digest:
        message = f"says that {release.version} was published with SHA-256 {known}: restore its folder"
        raise DataError([Problem(file, "", "", message)])
    return text
