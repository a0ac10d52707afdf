"""What a wheel holds of the data: the newest release as it lies there, and of all older ones how they differ from it.

Only releases in the list of published digests are packed, and of these only the files that their descriptors name, each
proven by its SHA-256. Whatever else lies in the data folder, finished or not, stays out.
"""

import json
import lzma
import runpy
import shutil
import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA: Final = Path("src/nordic_partnerships/data")
PUBLISHED: Final = Path("src/nordic_partnerships/_published.py")
IN_WHEEL: Final = "nordic_partnerships/data"


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Packs the releases into a wheel; an editable installation reads the folders of the checkout."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files of the newest release, and the archive of the others."""
        if version == "editable":
            return
        root = Path(self.root)
        published: dict[str, str] = runpy.run_path(str(root / PUBLISHED))["PUBLISHED"]
        *older, newest = published
        packed = build_data["force_include"]
        releases = {each: read_release(root / DATA / each, published[each]) for each in reversed(published)}
        for name in releases[newest]:
            packed[str(root / DATA / newest / name)] = f"{IN_WHEEL}/{newest}/{name}"
        archived = pack(releases) if older else b""
        self._work = Path(tempfile.mkdtemp())
        if archived:
            archive = self._work / "older.xz"
            archive.write_bytes(archived)
            packed[str(archive)] = f"{IN_WHEEL}/{archive.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the archive from where it was made."""
        if version != "editable":
            shutil.rmtree(self._work)


def read_release(folder: Path, digest: str) -> dict[str, bytes]:
    """Return the files of a release, its descriptor first; raise ValueError if they are not those published."""
    descriptor = (folder / "datapackage.json").read_bytes()
    files = {"datapackage.json": descriptor}
    expected = {"datapackage.json": f"sha256:{digest}"}
    for resource in json.loads(descriptor)["resources"]:
        files[resource["path"]] = (folder / resource["path"]).read_bytes()
        expected[resource["path"]] = resource["hash"]
    for name, data in files.items():
        if f"sha256:{sha256(data).hexdigest()}" != expected[name]:
            raise ValueError(f"{folder / name} is not what was published")
    return files


def pack(releases: dict[str, dict[str, bytes]]) -> bytes:
    """Return the archive of all releases but the first, the newest: how each file differs from that of a later release.

    The same releases give the same bytes. ``_opening/archive.py`` says what they are, and reads them.
    """
    (_, latest), *older = releases.items()
    later = dict(latest)
    parts: list[bytes] = []
    for version, files in older:
        for name, data in files.items():
            script = edits(later.get(name, b""), data)
            parts.append(f"{version} {name} {len(script)}\n".encode() + script)
        later |= files
    # A dictionary of 8 MiB is enough for more than a hundred releases, and little to ask of whoever unpacks it.
    # Text has no alignment, and what follows a letter depends on the letter.
    text = {"id": lzma.FILTER_LZMA2, "preset": 6 | lzma.PRESET_EXTREME, "lc": 4, "lp": 0, "pb": 0}
    return lzma.compress(b"".join(parts), filters=[text])


def edits(later: bytes, earlier: bytes) -> bytes:
    r"""Return the edits that make a file of a release from that of a later one.

    >>> edits(b"a\nbat\nc\n", b"x\nbet\nc\nd\n")
    b'0 2 2 1 0 1\n0 0 1 1 0 0\nx\ne\nd\n'
    """
    later_lines, earlier_lines = later.split(b"\n"), earlier.split(b"\n")
    matcher = SequenceMatcher(None, list(_placed(later_lines)), list(_placed(earlier_lines)), autojunk=False)
    counts: list[int] = []
    shares: list[int] = []
    others: list[bytes] = []
    kept = 0
    for tag, start, stop, first, last in matcher.get_opcodes():
        if tag == "equal":
            kept = stop - start
            continue
        counts += [kept, stop - start, last - first]
        kept = 0
        for added, dropped in zip(earlier_lines[first:last], chain(later_lines[start:stop], repeat(b"")), strict=False):
            head = _shared(dropped, added)
            tail = _shared(dropped[head:][::-1], added[head:][::-1])
            shares += [head, tail]
            others.append(added[head : len(added) - tail])
    return b"\n".join([*(" ".join(map(str, numbers)).encode() for numbers in (counts, shares)), *others, b""])


def _shared(one: bytes, other: bytes) -> int:
    """Return how many bytes two lines share at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (first, second) in pairs if first != second), min(len(one), len(other)))


def _placed(lines: list[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield each line with the id of the record that it stands in, so that only lines of one record are compared."""
    record = b""
    for line in lines:
        if line.startswith(b'    "id": '):
            record = line
        yield record, line
