"""Copies of a release, and how they are changed: the descriptor goes with the change, so that nothing else is seen."""

import json
import zipfile
from hashlib import sha256

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import DataError


def write(folder, file, data):
    """Change a file, and the descriptor with it."""
    (folder / file).write_bytes(data)

    def describe_anew(descriptor):
        for resource in descriptor["resources"]:
            if resource["path"] == file:
                resource.update(length=len(data), hash=f"sha256:{sha256(data).hexdigest()}")

    describe(folder, describe_anew)


def edit(folder, file, change):
    """Change the records of a file, and the descriptor with them."""
    records = json.loads((folder / file).read_text())
    change(records)
    write(folder, file, json.dumps(records).encode())

    def count_anew(descriptor):
        for resource in descriptor["resources"]:
            if resource["path"] == file:
                resource.update(records=len(records))

    describe(folder, count_anew)


def describe(folder, change):
    """Change the descriptor."""
    descriptor = json.loads((folder / "datapackage.json").read_text())
    change(descriptor)
    (folder / "datapackage.json").write_text(json.dumps(descriptor, indent=2) + "\n")


def problems(path):
    """Return what is wrong with a release, one line for each problem."""
    with pytest.raises(DataError) as raised:
        nordic.open_dataset(path)
    for problem in raised.value.problems:
        assert all(isinstance(part, str) for part in problem)
    return [str(problem) for problem in raised.value.problems]


def digest(folder):
    return sha256((folder / "datapackage.json").read_bytes()).hexdigest()


def zipped(folder, path, names=None):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo((names or {}).get(file.name, file.name))
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)
    return path


def announced(path, name, size):
    """Change what a zip says of the length of a file."""
    data = bytearray(path.read_bytes())
    place = data.rindex(name.encode()) - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    data[place + 24 : place + 28] = size.to_bytes(4, "little")
    path.write_bytes(data)
    return path
