"""Writing files so that a reader never sees half of one: first beside their place, then moved there."""

import shutil
from collections.abc import Mapping
from pathlib import Path

__all__ = ["write_files", "write_folder"]


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files beside their places first, then move all of them there."""
    beside = {place: place.with_name(f"{place.name}.new") for place in files}
    try:
        for place, data in files.items():
            beside[place].write_bytes(data)
        for place in files:
            beside[place].replace(place)
    finally:
        for path in beside.values():
            if path.is_file():
                path.unlink()


def write_folder(place: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a new folder, which appears under its name as a whole or not at all."""
    unfinished = place.with_name(f".{place.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir()
        for file, data in files.items():
            (unfinished / file).write_bytes(data)
        unfinished.rename(place)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
