"""Try the archived releases of a built package: each loads and is pinned, and one that was tampered with is refused.

python .ci/try_archive.py PLACE      PLACE: a folder, or a zip with all that the package needs
"""

import lzma
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent / "src/nordic_partnerships/data"
ARCHIVE = "nordic_partnerships/data/older.xz"

AS_PUBLISHED = f"""
import nordic_partnerships as nordic
assert not nordic.__file__.startswith({str(CHECKOUT.parent)!r}), nordic.__file__
*older, newest = nordic.releases()
assert older
for release in older:
    pinned = nordic.load(release.version, sha256=release.digest)
    assert tuple(pinned) == tuple(nordic.open_dataset({str(CHECKOUT)!r} + "/" + release.version, sha256=release.digest))
    try:
        nordic.load(release.version, sha256=newest.digest)
    except nordic.ReleaseMismatchError:
        continue
    raise SystemExit(f"{{release.version}} takes the digest of another")
print("each loads and is pinned:", *(release.version for release in older))
"""

REFUSED = """
import nordic_partnerships as nordic
from nordic_partnerships._published import PUBLISHED
assert nordic.partners_of("Aalto University")
*older, newest = PUBLISHED
for version in older:
    for ask in (lambda: tuple(nordic.load(version)), lambda: nordic.load(version, sha256=PUBLISHED[version])):
        try:
            ask()
        except (nordic.DataError, nordic.ReleaseMismatchError) as error:
            message = str(error)
            continue
        raise SystemExit(f"{version} was tampered with and is answered from")
print("refused:", message.replace("\\n", " "))
"""

WITHOUT_LZMA = "import sys; sys.modules['lzma'] = None\n" + REFUSED


def run(code: str, place: Path) -> None:
    """Run code in a new process that imports from a place."""
    environment = {**os.environ, "PYTHONPATH": str(place)}
    subprocess.run([sys.executable, "-c", code], check=True, cwd="/", env=environment)


def with_a_line(archive: str) -> str:
    """Begin the organizations of each release with a line more."""
    part = re.compile(r"^(\S+ organizations\.json) (\d+)\n(.*)\n(.*)\n", re.MULTILINE)
    return part.sub(lambda found: f"{found[1]} {int(found[2]) + 12}\n0 0 1 {found[3]}\n0 0 {found[4]}\nx\n", archive)


def without_a_line(archive: str) -> str:
    """Leave out the first line of the organizations of each release."""
    part = re.compile(r"^(\S+ organizations\.json) (\d+)\n(.*)\n", re.MULTILINE)
    return part.sub(lambda found: f"{found[1]} {int(found[2]) + 6}\n0 1 0 {found[3]}\n", archive)


def tampered(packed: bytes, change: Callable[[str], str]) -> bytes:
    """Return an archive that holds something else, packed as before."""
    archive = lzma.decompress(packed).decode()
    changed = change(archive)
    if changed == archive:
        raise SystemExit(f"nothing is there for {change.__name__}")
    return lzma.compress(changed.encode())


def main(place: Path) -> None:
    """Try a package as it is, and copies of it with another archive, which are folders or zips as it is one."""
    run(AS_PUBLISHED, place)
    run(WITHOUT_LZMA, place)
    with tempfile.TemporaryDirectory() as work:
        copy = Path(work, "copy")
        if place.is_dir():
            shutil.copytree(place, copy)
        else:
            shutil.unpack_archive(place, copy)
        archive = (copy / ARCHIVE).read_bytes()
        for number, other in enumerate(
            (
                tampered(archive, with_a_line),
                tampered(archive, without_a_line),
                archive[: len(archive) // 2],
            )
        ):
            (copy / ARCHIVE).write_bytes(other)
            if place.is_dir():
                run(REFUSED, copy)
            else:
                run(REFUSED, Path(shutil.make_archive(str(Path(work, f"app-{number}")), "zip", copy)))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
