"""A file imports only from lower floors, and a user's question never walks through the curators' wing."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import nordic_partnerships

ROOT = Path(nordic_partnerships.__file__).parent
ARCHITECTURE = Path(__file__).parent.parent / "docs" / "architecture.md"

MODEL_FLOORS = [
    ["fields", "plain", "showing"],
    ["parts", "persons"],
    ["record", "fits"],
    ["sizes"],
    [
        "files",
        "organizations",
        "networks",
        "memberships",
        "partnerships",
        "undertakings",
        "facts",
        "sources",
        "history",
    ],
    ["collections"],
    ["links"],
    ["__init__"],
]


def documented_floors():
    """Return the floors that the table in docs/architecture.md shows, from the ground up."""
    table = ARCHITECTURE.read_text().split("## Floors")[1].split("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("|")][1:]
    floors = []
    for row in rows:
        if row.startswith("|---"):
            floors.append([])
        else:
            floors[-1] += re.findall(r"`([\w.]+)`", row.split("|")[1])
    return floors


FLOORS = documented_floors()


def run_time_nodes(tree):
    """Yield the nodes of a module that run, which those under ``if TYPE_CHECKING`` do not."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield node
            yield from run_time_nodes(node)


def imported(path):
    """Yield the modules of ours that a file imports, wherever in it, as dotted paths below the package."""
    package = list(path.relative_to(ROOT).parts[:-1])
    for node in run_time_nodes(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            if node.module:
                yield ".".join([*base, node.module])
            else:
                for alias in node.names:
                    yield ".".join([*base, alias.name]) if alias.name != "__version__" else "__init__"
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("nordic_partnerships"):
            yield node.module.removeprefix("nordic_partnerships").removeprefix(".") or "__init__"
        elif isinstance(node, ast.Import):
            assert not any(alias.name.startswith("nordic_partnerships") for alias in node.names), path


def room_of(module):
    """Return the room that a module belongs to: the most precise one that the table names."""
    rooms = [room for floor in FLOORS for room in floor if f"{module}.".startswith(f"{room}.")]
    assert rooms, f"docs/architecture.md names no room for {module}"
    return max(rooms, key=len)


def floor_of(room, floors):
    (floor,) = [number for number, rooms in enumerate(floors) if room in rooms]
    return floor


def module_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts if parts[-1] != "__init__" or len(parts) == 1 else parts[:-1])


MODULES = [pytest.param(path, id=str(path.relative_to(ROOT))) for path in sorted(ROOT.rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES)
def test_no_record_is_asked_for_a_field_that_it_may_lack(path):
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    guesses = [
        ast.unparse(call)
        for call in calls
        if ast.unparse(call.func) == "getattr" and len(call.args) > 2 and ast.unparse(call.args[0]) != "os"
    ]
    # Two versions of a record, of which one may be of another class, are compared field by field.
    expected = ["getattr(before, name, None)", "getattr(after, name, None)"] if path == ROOT / "_changes.py" else []
    assert guesses == expected


@pytest.mark.parametrize("path", MODULES)
def test_a_file_imports_only_from_lower_floors(path):
    own = room_of(module_of(path))
    for module in imported(path):
        room = room_of(module)
        # The one door to the curators' wing leads down: the rules know datasets only by their questions.
        if room != own:
            assert floor_of(room, FLOORS) < floor_of(own, FLOORS), f"{own} imports {module}"
        elif own == "_model" and path.parent.name == "_model":
            inner = module.removeprefix("_model").removeprefix(".") or "__init__"
            assert floor_of(inner, MODEL_FLOORS) < floor_of(path.stem, MODEL_FLOORS), module


def test_every_room_is_on_one_floor_and_is_there():
    rooms = [room for floor in FLOORS for room in floor]
    assert len(rooms) == len(set(rooms))
    for room in rooms:
        place = ROOT.joinpath(*room.split("."))
        assert place.is_dir() or place.with_suffix(".py").is_file(), room


def test_no_public_module_hides_behind_a_function():
    modules = {path.stem for path in ROOT.glob("*.py")} | {path.parent.name for path in ROOT.glob("*/__init__.py")}
    public = {name for name in modules if not name.startswith("_")}
    assert public == {"data", "errors", "kinds", "testing"}
    assert not modules & set(nordic_partnerships.__all__)


def test_only_the_codec_imports_cattrs():
    users = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.partition(".")[0] == "cattrs" for name in names):
                users.add(str(path.relative_to(ROOT)))
    assert users == {"_opening/codec.py"}


def test_no_question_imports_the_curators_wing():
    code = """
import sys
import nordic_partnerships as nordic
nordic.partners_of("Aalto University", as_of="2018")
nordic.networks_by_size(at_least=10)
nordic.explain("leru")
nordic.compare("2026.11.0", "2026.11.0")
assert not [name for name in sys.modules if name.startswith("nordic_partnerships._curation")]
nordic.load("2026.11.0").check()
assert "nordic_partnerships._curation.rules" in sys.modules
assert "nordic_partnerships._curation.publishing" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
