"""The releases before the newest, as a wheel holds them: one solid archive, of which only what is wanted is read.

First come the descriptors, then the releases one after the other, the newest first; ``hatch_build.py`` packs it.
What is read is proven afterwards, like the bytes of a folder.
"""

import errno
import tarfile
from collections.abc import Callable
from io import BytesIO
from typing import Final

from .._release import DESCRIPTOR
from ..errors import DataError, Problem

__all__ = ["read_descriptors", "read_files"]

_NO_LZMA: Final = (
    "this Python was built without lzma, which is needed to read any release but the newest: "
    "ask the newest, or install a Python with lzma"
)


def read_descriptors(archive: bytes) -> dict[str, bytes]:
    """Return the descriptors of the archived releases, by version.

    Raises:
        DataError: this Python lacks lzma.
        OSError: the archive is damaged.
    """
    files = _read_together(archive, lambda path: path.endswith(f"/{DESCRIPTOR}"))
    return {path.partition("/")[0]: data for path, data in files.items()}


def read_files(archive: bytes, version: str) -> dict[str, bytes]:
    """Return the files of an archived release but its descriptor, by name; raise as ``read_descriptors`` does."""
    start = f"{version}/"
    wanted = _read_together(archive, lambda path: path.startswith(start) and path != start + DESCRIPTOR)
    return {path.removeprefix(start): data for path, data in wanted.items()}


def _read_together(archive: bytes, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Return the wanted files of an archive by path; they lie together, so reading ends behind the last of them."""
    try:
        from lzma import LZMAError
    except ImportError:
        raise DataError([Problem("nordic_partnerships/data", "", "", _NO_LZMA)]) from None
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=BytesIO(archive), mode="r:xz") as members:
            for member in members:
                if is_wanted(member.name):
                    file = members.extractfile(member)
                    files[member.name] = b"" if file is None else file.read()
                elif files:
                    break
    except (tarfile.TarError, LZMAError, EOFError) as error:
        raise OSError(errno.EIO, f"it is damaged ({error})") from None
    return files
