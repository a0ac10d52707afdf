"""What a wheel holds of the data: the newest release as it lies there, and all older ones in one archive.

Only releases in the list of published digests are packed, and of these only the files that their descriptors name, each
proven by its SHA-256. Whatever else lies in the data folder, finished or not, stays out.
"""

import io
import json
import lzma
import runpy
import shutil
import tarfile
import tempfile
from hashlib import sha256
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
        for name in read_release(root / DATA / newest, published[newest]):
            packed[str(root / DATA / newest / name)] = f"{IN_WHEEL}/{newest}/{name}"
        self._work = Path(tempfile.mkdtemp())
        if older:
            releases = {each: read_release(root / DATA / each, published[each]) for each in reversed(older)}
            archive = self._work / "older.tar.xz"
            archive.write_bytes(pack(releases))
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
    """Return one solid archive of releases: their descriptors first, then the other files of each; no dates or owners.

    The same releases give the same bytes. Each lies near the next, from which it differs little.
    """
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for are_descriptors in (True, False):
            for version, files in releases.items():
                for name, data in files.items():
                    if (name == "datapackage.json") is are_descriptors:
                        member = tarfile.TarInfo(f"{version}/{name}")
                        member.size = len(data)
                        archive.addfile(member, io.BytesIO(data))
    return lzma.compress(tar.getvalue(), preset=9 | lzma.PRESET_EXTREME)
