"""A copy of a release, alone and in the place of those that are bundled."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from nordic_partnerships._building import Memo
from nordic_partnerships._opening import bundled
from nordic_partnerships._published import PUBLISHED


@pytest.fixture
def folder(tmp_path):
    """A copy of release 2026.11.0."""
    with as_file(files("nordic_partnerships.data") / "2026.11.0") as release:
        return Path(shutil.copytree(release, tmp_path / "own"))


@pytest.fixture
def installed(folder, tmp_path, monkeypatch):
    """A copy of release 2026.11.0 that is the only one in the package."""
    monkeypatch.setattr(bundled, "_data", lambda: tmp_path / "data")
    monkeypatch.setattr(bundled, "_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(bundled, "_PROVEN", {})
    monkeypatch.setattr(bundled, "_KEPT", Memo())
    monkeypatch.setattr(bundled, "PUBLISHED", {"2026.11.0": PUBLISHED["2026.11.0"]})
    (tmp_path / "data").mkdir()
    return folder.rename(tmp_path / "data" / "2026.11.0")
