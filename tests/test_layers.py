"""A file imports only from lower floors."""

import ast
from pathlib import Path

import pytest

import nordic_partnerships

ROOT = Path(nordic_partnerships.__file__).parent

# From the ground up; what stands on one line does not import each other.
FLOORS = [
    ["errors", "countries", "tables", "data"],
    ["dates", "lookup"],
    ["model"],
    ["results"],
    ["reference", "containers"],
    ["dataset"],
    ["codec", "integrity", "documents", "testing", "changes", "schemas", "report"],
    ["descriptor"],
    ["releases"],
    ["curation"],
    ["publishing"],
    ["__init__"],
    ["__main__"],
]
MODEL_FLOORS = [
    ["enumerations", "values", "checking"],
    ["evidence"],
    ["bodies", "cooperation", "history"],
    ["facts"],
    ["references"],
    ["__init__"],
]


def imported(path, package):
    """Yield the modules of ours that a file imports, wherever in it, as dotted paths below the package."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            for alias in node.names:
                yield ".".join([*base, node.module or alias.name])
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("nordic_partnerships"):
            yield node.module.removeprefix("nordic_partnerships").removeprefix(".") or "__init__"
        elif isinstance(node, ast.Import):
            assert not any(alias.name.startswith("nordic_partnerships") for alias in node.names), path


MODULES = [pytest.param(path, id=str(path.relative_to(ROOT))) for path in sorted(ROOT.rglob("*.py"))]


def floor_of(name, floors):
    (floor,) = [number for number, names in enumerate(floors) if name in names]
    return floor


@pytest.mark.parametrize("path", MODULES)
def test_a_file_imports_only_from_lower_floors(path):
    *package, _ = path.relative_to(ROOT).parts
    own = package[0] if package else path.stem
    for found in imported(path, package):
        top, _, rest = found.partition(".")
        if top != own:
            assert floor_of(top, FLOORS) < floor_of(own, FLOORS), f"{own} imports {found}"
        elif own == "model" and rest:
            assert floor_of(rest.partition(".")[0], MODEL_FLOORS) < floor_of(path.stem, MODEL_FLOORS), found


def test_only_the_codec_imports_cattrs():
    users = {
        path.name
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if (isinstance(node, ast.Import) and any(alias.name.startswith("cattrs") for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cattrs"))
    }
    assert users == {"codec.py"}
