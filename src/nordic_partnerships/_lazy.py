"""Names of a package that are imported when somebody asks for one (PEP 562), so that nobody waits for the others.

Each package lists its names twice: for type checkers and editors as imports under ``TYPE_CHECKING``, and as homes for
the interpreter. A test compares the two.
"""

from __future__ import annotations

import sys
from importlib import import_module

from ._building import import_undisturbed

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is when the code runs, without importing typing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

__all__ = ["lazily"]


def lazily(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package.

    Args:
        package: its name.
        homes: the names that each of its modules holds; a module that is public is a name of the package as well.
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def __getattr__(name: str) -> Any:  # noqa: N807
        home = home_of.get(name, name)
        if home not in homes or (home is name and name.startswith("_")):
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_undisturbed(lambda: import_module(f"{package}.{home}"))
        value = module if home == name else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    return __getattr__
