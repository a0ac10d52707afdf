"""The releases before the newest, as a wheel holds them: how each file differs from that of a later one.

All of it is one text, packed by xz; ``hatch_build.py`` makes it. A file has a line with its release, its name and the
length of what follows: a line with three counts for each edit, how many lines of the later file are kept, how many are
then dropped, and how many stand in their place; and the lines that do. What comes out is proven afterwards, like the
bytes of a folder.
"""

from collections.abc import Iterable
from errno import EIO
from typing import Final

from ..errors import DataError, Problem
from .limits import LARGEST

__all__ = ["earlier_file", "read_archive"]

_NO_LZMA: Final = (
    "this Python was built without lzma, which is needed to read any release but the newest: "
    "ask the newest, or install a Python with lzma"
)


def read_archive(packed: bytes) -> dict[tuple[str, str], bytes]:
    """Return the edits of each file by release and name.

    Raises:
        DataError: this Python lacks lzma.
        OSError: the archive is damaged, or unpacks to more than any archive of ours.
    """
    try:
        import lzma
    except ImportError:
        raise DataError([Problem("nordic_partnerships/data", "", "", _NO_LZMA)]) from None
    unpacking = lzma.LZMADecompressor(memlimit=LARGEST)
    try:
        text = unpacking.decompress(packed, LARGEST)
    except lzma.LZMAError as error:
        raise _damaged(str(error)) from None
    if not unpacking.eof:
        raise _damaged("it ends too early, or is too large")
    try:
        return _parts(text)
    except ValueError as error:
        raise _damaged(str(error)) from None


def _parts(text: bytes) -> dict[tuple[str, str], bytes]:
    """Return what an archive says of each file, by release and name; raise ValueError for what is no archive."""
    parts: dict[tuple[str, str], bytes] = {}
    start = 0
    while start < len(text):
        end = text.index(b"\n", start) + 1
        version, name, length = text[start:end].decode().split()
        start = end + int(length)
        if not end <= start <= len(text):
            raise ValueError(f"{version}/{name} cannot have {length} bytes")
        parts[version, name] = text[end:start]
    return parts


def earlier_file(later: bytes, edits: Iterable[bytes]) -> bytes:
    r"""Return a file of a release, from that of a later one and the edits that lead back, release by release.

    Raises:
        OSError: the edits do not fit.

    >>> earlier_file(b"a\nb\nc\n", [b"1 1 2\nx\ny\n", b"0 1 0\n"])
    b'x\ny\nc\n'
    """
    lines = later.split(b"\n")
    try:
        for script in edits:
            lines = _edited(lines, script)
    except ValueError as error:
        raise _damaged(str(error)) from None
    return b"\n".join(lines)


def _edited(later: list[bytes], script: bytes) -> list[bytes]:
    """Return the lines of a file before it changed; raise ValueError if the edits do not fit.

    A line is kept at most once, so the result is never longer than the file and its edits together.
    """
    head, *others, end = script.split(b"\n")
    counts = [int(count) for count in head.split()]
    kept, dropped, added = counts[::3], counts[1::3], counts[2::3]
    if min(counts, default=0) < 0 or sum(kept) + sum(dropped) > len(later) or sum(added) != len(others) or end:
        raise ValueError("the edits do not fit")
    earlier: list[bytes] = []
    at, read = 0, 0
    for keep, drop, add in zip(kept, dropped, added, strict=True):
        earlier += later[at : at + keep]
        earlier += others[read : read + add]
        at += keep + drop
        read += add
    return earlier + later[at:]


def _damaged(how: str) -> OSError:
    return OSError(EIO, f"it is damaged ({how})")
