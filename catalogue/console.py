"""The console: the very wheel in Pyodide, served from the site itself, with the examples of the README."""

from pathlib import Path

__all__ = ["build_console"]


def build_console(out: Path) -> None:
    """x"""
