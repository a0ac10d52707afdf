"""Libraries that only some uses need: imported when asked for, and named where they are missing."""

from importlib import import_module
from typing import Any

from .errors import MissingLibraryError

__all__ = ["require"]


def require(library: str, extra: str) -> Any:
    """Return a library that one of our extras installs; raise MissingLibraryError if it is not installed."""
    try:
        return import_module(library)
    except ImportError:
        raise MissingLibraryError(library, extra) from None
