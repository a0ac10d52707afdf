"""The handbook: the pages of docs/ with the reference, the changelog and the data dictionary, made by Sphinx.

The files stay where they are read on their own (in the repository, in an editor). For Sphinx they are laid out in one
folder, and links between them are turned to where they lie there. Every warning is an error.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import nordic_partnerships as nordic

from .reference import write_reference

__all__ = ["build_handbook"]

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent

_PLACES: Final = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "src/nordic_partnerships/data/README.md": "data-dictionary.md",
}
"""Where a file that does not lie in docs/ has its place in the handbook."""

_SHOWN: Final = {"README.md": "index.md"}
"""Files that are not pages, and the page to which a link to them leads."""

_MENDED: Final = {
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
}
"""What Sphinx and furo leave out for those who read with their ears or walk by keyboard."""

_CELL: Final = re.compile(r"<(t[dh])[^>]*><p>((?:(?!</?p\b).)*)</p></\1>", re.DOTALL)
"""A cell of a table with one paragraph in it, which weighs more than its text."""
_SECTION: Final = re.compile(r"^(?=###? )", re.MULTILINE)
"""Where a section of the changelog begins: a version, or what happened in it to data or to code."""
_ALL_COLUMNS: Final = "\n## All columns\n"
"""The heading of what stands on pages of its own, since the page on tables would be too large with it."""


def build_handbook(out: Path, work: Path) -> None:
    """Make the handbook in a folder; raise CalledProcessError if anything is not as it should be."""
    source = lay_out(work)
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "--jobs", "auto"]
    folders = ["-c", str(HERE / "sphinx"), "-d", str(work / "doctrees"), str(source), str(out)]
    subprocess.run([*command, *folders], check=True)  # noqa: S603 - our own arguments
    for page in out.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for found, meant in _MENDED.items():
            text = text.replace(found, meant)
        page.write_text(_CELL.sub(r"<\1>\2</\1>", text), encoding="utf-8")


def lay_out(work: Path) -> Path:
    """Copy all pages into one folder, and return it."""
    source = work / "handbook"
    source.mkdir()
    docs = ROOT / "docs"
    files = {path: "-".join(path.relative_to(docs).parts) for path in sorted(docs.rglob("*")) if path.is_file()}
    files |= {ROOT / place: name for place, name in _PLACES.items()}
    files[HERE / "sphinx" / "index.md"] = "index.md"
    for path, name in files.items():
        if path.suffix == ".md":
            text = _turned(path.read_text(encoding="utf-8"), path.parent, files)
            for part, piece in _in_pieces(name, text):
                (source / part).write_text(piece, encoding="utf-8")
        else:
            (source / name).write_bytes(path.read_bytes())
    write_reference(source / "reference")
    return source


def _in_pieces(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the pages that are made of a file, each with its name: most files are one page."""
    if name == _PLACES["CHANGELOG.md"]:
        head, *sections = _SECTION.split(text)
        head += "What happened to data has [a page of its own](changelog-of-data.md).\n\n"
        yield name, head + "".join(section for section in sections if not section.startswith("### Data"))
        of_data = (section for section in sections if not section.startswith("### Code"))
        yield "changelog-of-data.md", "# Changelog of the data\n\n" + "".join(of_data)
        return
    text, heading, columns = text.partition(_ALL_COLUMNS)
    yield name, text
    if heading:
        tables = columns.split("\n### ")
        rest = 1 + len(nordic.load().release.counts)  # the tables of the collections come first
        yield "columns.md", "\n## ".join(["# Columns of the collections\n", *tables[1:rest]])
        yield "further-columns.md", "\n## ".join(["# Columns of further tables\n", *tables[rest:]])


def _turned(text: str, folder: Path, files: dict[Path, str]) -> str:
    """Return a page whose links lead to where the files lie in the handbook."""

    def turn(link: re.Match[str]) -> str:
        target, fragment = link[1], link[2] or ""
        path = (folder / target).resolve()
        shown = _SHOWN.get(path.relative_to(ROOT).as_posix()) if path.is_relative_to(ROOT) else None
        return f"]({files.get(path, shown or target)}{fragment})"

    return re.sub(r"\]\((?![a-z]+:)([^)#]+)(#[^)]*)?\)", turn, text)
