"""The reference: every public name, grouped by what one wants to do. A test holds the groups against the package."""

import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Final

from sphinx.pycode import ModuleAnalyzer

import nordic_partnerships
from nordic_partnerships import kinds, testing

__all__ = ["GROUPS", "documented", "public_names", "write_reference"]

_PACKAGE: Final = "nordic_partnerships"
_MADE: Final = "__init__, __new__"
"""How a class is made is not shown: its attributes are listed, and most are made by the library."""

_OF_BODIES: Final = ("Organization", "Network", "Partnership", "Initiative", "Role", "Roster", "Status", "Basis")

GROUPS: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "look-up": (
        "Look something up",
        "From what people write to one record, or to a list of candidates.",
        ("get", "organization", "network", "find", "resolve_many", "Match", "Resolution"),
    ),
    "partnerships": (
        "Ask about partnerships",
        "Who works with whom, under which agreements, on what.",
        ("partners_of", "partnerships_of", "agreements_of", "initiatives_of", "themes_of"),
    ),
    "networks": (
        "Ask about networks",
        "Who belongs to which network, and how large it is.",
        ("networks_of", "members_of", "networks_by_size", "size_of", "SizedNetwork"),
    ),
    "facts": (
        "Ask for facts",
        "What is said, counted and held.",
        ("statements_of", "indicators_of", "events_of"),
    ),
    "time": (
        "Ask about time",
        "Whether something was in force, and everything dated. A date is as precise as its source.",
        (
            "status_of",
            "timeline_of",
            "counts_by_year",
            "Moment",
            "EVER",
            "Ever",
            "AsOf",
            "PartialDate",
            "Period",
            "Bound",
        ),
    ),
    "why": (
        "Ask why",
        "Sources, and what they disagree about.",
        ("explain", "disputes_of", "Explanation", "Evidence", "Attested", "Dispute"),
    ),
    "everything": (
        "Get everything on record",
        "Collections, with filters.",
        ("records", "organizations", "networks", "partnerships", "memberships", "Answer"),
    ),
    "tables": (
        "Take answers elsewhere",
        "Tables, frames, files, graphs and pictures (install the extras ``frames``, ``graph`` and ``plots``).",
        (
            *("Table", "Column", "to_networkx"),
            *("draw_timeline", "draw_history", "draw_matrix", "draw_map", "Picture"),
        ),
    ),
    "releases": (
        "Open, pin, compare and cite releases",
        "Which data answers, and what changed.",
        (
            "load",
            "open_dataset",
            "releases",
            "compare",
            "Dataset",
            "Release",
            "Comparison",
            "Change",
            "FieldChange",
            "Reference",
            "__version__",
        ),
    ),
    "records": (
        "Read a record",
        "The classes of the records. Each is frozen, and equal if its fields are.",
        (
            "Record",
            "Organization",
            "Network",
            "Membership",
            "Partnership",
            "Agreement",
            "Initiative",
        ),
    ),
    "further-records": (
        "Read what is known about it",
        "The records of facts, of sources, and of what became of other records.",
        (
            "Event",
            "Indicator",
            "Statement",
            "Theme",
            "Source",
            "Tombstone",
            "Revision",
        ),
    ),
    "parts": (
        "Read a part of a record",
        "What records are made of.",
        (
            "Citation",
            "Alternative",
            "Name",
            "Size",
            "Location",
            "OfficeHolder",
        ),
    ),
    "errors": (
        "Handle errors",
        "One family: whatever the library raises is a NordicPartnershipsError.",
        (
            "NordicPartnershipsError",
            "InvalidValueError",
            "InvalidDateError",
            "InvalidTypeError",
            "UnknownNameError",
            "AmbiguousNameError",
            "RetiredIdError",
            "RetiredIdWarning",
            "UnknownReleaseError",
            "ReleaseMismatchError",
            "MissingLibraryError",
            "DataError",
            "Problem",
        ),
    ),
    "kinds": (
        "Know the closed lists",
        "The words for bodies and for what ties them.",
        tuple(f"kinds.{name}" for name in kinds.__all__ if name.startswith(_OF_BODIES)),
    ),
    "further-kinds": (
        "Know the further closed lists",
        "The words for names, figures, sources, and what changed.",
        tuple(f"kinds.{name}" for name in kinds.__all__ if not name.startswith(_OF_BODIES)),
    ),
    "testing": (
        "Test with made-up data",
        "Hypothesis strategies (install ``nordic-partnerships[testing]``).",
        tuple(f"testing.{name}" for name in testing.__all__),
    ),
}


def documented() -> list[str]:
    """Return every name that the reference has, in its order.

    >>> "partners_of" in documented()
    True
    """
    return [name for _, _, names in GROUPS.values() for name in names]


def public_names() -> set[str]:
    """Return every public name: those of the package, of its closed lists and of the strategies."""
    names = set(nordic_partnerships.__all__)
    names |= {f"kinds.{name}" for name in kinds.__all__}
    return names | {f"testing.{name}" for name in testing.__all__}


def write_reference(folder: Path) -> None:
    """Write a page for each group into a folder, and one that leads to them."""
    folder.mkdir(parents=True)
    listed = "".join(f"   {slug}\n" for slug in GROUPS)
    lead = "Every public name, by what you want to do."
    index = f"{_heading('Reference')}{lead}\n\n.. toctree::\n   :maxdepth: 1\n\n{listed}"
    (folder / "index.rst").write_text(index, encoding="utf-8")
    for slug, (title, lead, names) in GROUPS.items():
        text = f"{_heading(title)}{lead}\n\n" + "\n".join(_entries(names))
        (folder / f"{slug}.rst").write_text(text, encoding="utf-8")


def _heading(title: str) -> str:
    return f"{title}\n{'=' * len(title)}\n\n"


def _entries(names: tuple[str, ...]) -> Iterator[str]:
    """Yield the directive for each name: a class shows its members, a type its meaning."""
    for name in names:
        path = f"{_PACKAGE}.{name}"
        value: object = nordic_partnerships
        for part in name.split("."):
            value = getattr(value, part)
        if value is nordic_partnerships.Dataset:
            # Its questions are also functions, which stand on the other pages.
            functions = [each for each in nordic_partnerships.__all__ if callable(getattr(value, each, None))]
            yield f".. autoclass:: {path}\n   :members:\n   :exclude-members: {_MADE}, {', '.join(functions)}\n"
        elif isinstance(value, type) and issubclass(value, Enum):
            yield f".. autoclass:: {path}\n   :members:\n   :undoc-members:\n   :exclude-members: {_MADE}\n"
        elif isinstance(value, type):
            yield f".. autoclass:: {path}\n   :members:\n   :exclude-members: {_MADE}\n"
        elif callable(value) and not name.endswith("Word"):
            yield f".. autofunction:: {path}{_call(value)}\n"
        else:
            meaning = textwrap.indent("\n".join(_meaning(name)), "   ")
            yield f".. py:data:: {path}\n\n{meaning}\n"


def _meaning(name: str) -> list[str]:
    """Return what a value that is no class and no function means: what stands under it where it is made."""
    if name == "__version__":
        return ["The version of the code."]
    if name.endswith("Word"):
        return [f"The texts of :class:`~{_PACKAGE}.{name.removesuffix('Word')}` as a type."]
    return ModuleAnalyzer.for_module(f"{_PACKAGE}._dates").find_attr_docs()["", name]


def _call(function: Callable[..., object]) -> str:
    """Return how a function is called, without the types of what it takes: the lists of words would hide the names.

    >>> _call(nordic_partnerships.explain)
    '(subject, /) -> Explanation'
    """
    signature = inspect.signature(function)
    plain = [parameter.replace(annotation=inspect.Parameter.empty) for parameter in signature.parameters.values()]
    returned = re.sub(r"\b(?:answers|model|words)\.", "", str(signature.return_annotation))
    returned = returned if isinstance(signature.return_annotation, str) else signature.return_annotation.__name__
    return f"{signature.replace(parameters=plain, return_annotation=inspect.Signature.empty)} -> {returned}"
