"""The releases before the newest, as a wheel holds them: how each file differs from that of a later one.

All of it is one text, packed by xz; ``hatch_build.py`` makes it. A file has a line with its release, its name and the
length of what follows: a line with three counts for each edit, how many lines of the later file are kept, how many are
then dropped, and how many stand in their place; a line with two counts for each of these, how many bytes it shares with
the line dropped in the same place, at its start and at its end; and what stands between them in each. What comes out is
proven afterwards, like the bytes of a folder.
"""

from collections.abc import Iterable
from errno import EIO
from itertools import chain, islice, repeat
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

    >>> earlier_file(b"a\nbat\nc\n", [b"1 1 2\n1 1 0 0\ne\nx\n", b"0 1 0\n\n"])
    b'bet\nx\nc\n'
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

    A line is kept or shared at most once, so the result is never longer than the file and its edits together.
    """
    edits, shares, *others, end = script.split(b"\n")
    counts, shared = [int(count) for count in edits.split()], [int(count) for count in shares.split()]
    kept, dropped, added = counts[::3], counts[1::3], counts[2::3]
    fits = sum(kept) + sum(dropped) <= len(later) and sum(added) == len(others) and len(shared) == 2 * len(others)
    if min(counts + shared, default=0) < 0 or not fits or end:
        raise ValueError("the edits do not fit")
    changes = zip(shared[::2], others, shared[1::2], strict=True)
    earlier: list[bytes] = []
    at = 0
    for keep, drop, add in zip(kept, dropped, added, strict=True):
        earlier += later[at : at + keep]
        at += keep + drop
        replaced = chain(later[at - drop : at], repeat(b""))
        earlier += [_changed(line, *change) for line, change in zip(replaced, islice(changes, add), strict=False)]
    return earlier + later[at:]


def _changed(line: bytes, head: int, between: bytes, tail: int) -> bytes:
    """Return a line between whose start and end something else stands; raise ValueError if it is too short."""
    if head + tail > len(line):
        raise ValueError("a line is too short for what is shared of it")
    return line[:head] + between + line[len(line) - tail :]


def _damaged(how: str) -> OSError:
    return OSError(EIO, f"it is damaged ({how})")
