"""The notebooks of docs/ run from top to bottom, and every cell that shows something shows a table or a picture."""

import ast
import json
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "docs" / "notebooks").glob("*.ipynb"))


def cells(notebook, kind):
    read = json.loads(notebook.read_text())
    assert read["nbformat"] == 4
    return ["".join(cell["source"]) for cell in read["cells"] if cell["cell_type"] == kind]


def run(cell, names):
    """Run a cell as a notebook does, and return what it shows: the value of its last line, or None."""
    tree = ast.parse(cell)
    *statements, last = tree.body
    exec(compile(ast.Module(statements, []), "<cell>", "exec"), names)  # noqa: S102 - our own notebook
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307
    return exec(compile(ast.Module([last], []), "<cell>", "exec"), names)  # noqa: S102


def test_there_are_three():
    assert [notebook.stem for notebook in NOTEBOOKS] == [
        "alliances-that-overlap",
        "european-universities-in-the-north",
        "helsinki-and-aalto",
    ]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_it_finds(notebook):
    names = {}
    shown = [run(cell, names) for cell in cells(notebook, "code")]
    assert all(shown), "a cell shows nothing, or nothing was found"
    tables = [value._repr_html_() for value in shown if hasattr(value, "_repr_html_")]
    pictures = [value._repr_svg_() for value in shown if hasattr(value, "_repr_svg_")]
    assert tables
    assert pictures
    assert all(html.startswith("<div") for html in tables)
    assert all("release 2026.11.1" in svg and "Nothing on record" not in svg for svg in pictures)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_begins_with_its_question_and_keeps_no_output(notebook):
    assert cells(notebook, "markdown")[0].startswith("# ")
    for cell in json.loads(notebook.read_text())["cells"]:
        assert cell.get("outputs", []) == []
