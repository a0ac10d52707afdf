"""What several commands take: the options that they share, and what may be written as their values."""

import argparse
import os
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Final

from nordic_partnerships import EVER, AsOf, Dataset, Record, Source, load, open_dataset, releases

from .._model import NAMED
from .._release import VERSION
from ..errors import DataError, UnknownReleaseError

__all__ = [
    "CLASSES",
    "add_as_of",
    "add_country",
    "add_json",
    "add_key",
    "add_keys",
    "add_limits",
    "add_newer_than",
    "add_release",
    "add_theme",
    "open_release",
    "parse_key",
    "parse_path",
    "parse_release",
    "whole_number",
    "words",
]

CLASSES: Final[dict[str, type[Record]]] = {cls.__name__.lower(): cls for cls in (*NAMED, Source)}
"""The classes that ``find --among`` takes, by what they are called in a command."""

_LONGEST: Final = 1000
"""How many characters a name may have; the longest on record have about 200."""

_DIGITS: Final = 18
"""How many digits a number may have."""


def add_key(command: argparse.ArgumentParser, what: str, meaning: str) -> None:
    """Add the name or id that a question is about."""
    command.add_argument("key", metavar=what, type=parse_key, help=f"{meaning}: a name or an id")


def add_keys(command: argparse.ArgumentParser, what: str, meaning: str) -> None:
    """Add the names or ids that a question is about."""
    command.add_argument("keys", metavar=what, nargs="+", type=parse_key, help=f"{meaning}: names or ids")


def add_theme(command: argparse.ArgumentParser) -> None:
    """Add the choice of a theme."""
    command.add_argument("--theme", type=parse_key, help="only on this theme, or on one that it includes")


def add_country(command: argparse.ArgumentParser, meaning: str) -> None:
    """Add the choice of countries."""
    codes = "an ISO 3166-1 code, several separated by commas, or Nordic"
    command.add_argument("--country", metavar="CODES", type=_parse_codes, help=f"{meaning}: {codes}")


def add_as_of(command: argparse.ArgumentParser) -> None:
    """Add the date that a question is about."""
    command.add_argument(
        "--as-of",
        metavar="DATE",
        type=_parse_as_of,
        help="a year, a month or a day, or 'ever' for everything on record (default: the release's reference date)",
    )


def add_limits(command: argparse.ArgumentParser, *, basis: bool = False) -> None:
    """Add the choices that leave relations out."""
    command.add_argument("--certain", action="store_true", help="leave out what is only presumed to be in force")
    command.add_argument(
        "--attested-since", metavar="DATE", help="only what a dated source has attested since this year, month or day"
    )
    if basis:
        command.add_argument("--basis", help="only what is 'stated' by a source, or what is 'inferred'")


def add_newer_than(command: argparse.ArgumentParser) -> None:
    """Add the choice of new figures."""
    command.add_argument("--newer-than", metavar="DATE", help="leave out figures that may be older than this date")


def add_release(command: argparse.ArgumentParser) -> None:
    """Add the choice of a release."""
    command.add_argument(
        "--release",
        type=parse_release,
        help="the version of a bundled release, or the path of a folder or zip (default: the newest)",
    )


def add_json(command: argparse.ArgumentParser) -> None:
    """Add the choice of JSON."""
    command.add_argument("--json", action="store_true", help="print JSON instead of text")


def words(values: type[StrEnum]) -> str:
    """Return the words of a closed list, for a command's help."""
    return "one of: " + ", ".join(values)


def open_release(release: str | None) -> Dataset:
    """Return the dataset of a version or a path, or the newest."""
    if release is None or re.fullmatch(VERSION, release):
        return load(release)
    try:
        return open_dataset(release)
    except DataError:
        if Path(release).exists():
            raise
        raise UnknownReleaseError(release, tuple(bundled.version for bundled in releases())) from None


def _parse_as_of(text: str) -> AsOf:
    """Return what a question takes as its date."""
    return EVER if text.casefold() == "ever" else text


def parse_path(text: str) -> Path:
    """Return the path that a text writes."""
    try:
        encoded = os.fsencode(text)
    except UnicodeEncodeError:
        encoded = b""
    if not encoded or b"\0" in encoded:
        raise argparse.ArgumentTypeError(f"expected the path of a file or a folder, got {text!r}")
    return Path(text)


def parse_release(text: str) -> str:
    """Return the version or the path that a text writes."""
    if re.fullmatch(VERSION, text) is None:
        parse_path(text)
    return text


def whole_number(least: int) -> Callable[[str], int]:
    """Return what reads a whole number that is at least ``least``."""

    def read(text: str) -> int:
        if text.isdecimal() and text.isascii() and len(text) <= _DIGITS and int(text) >= least:
            return int(text)
        raise argparse.ArgumentTypeError(f"expected a whole number, at least {least}, got {text!r}")

    return read


def parse_key(text: str) -> str:
    """Return the name or id that a text writes."""
    if len(text) > _LONGEST:
        raise argparse.ArgumentTypeError(f"a name or an id has at most {_LONGEST:,} characters, got {len(text):,}")
    return text


def _parse_codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in text.split(","))
