"""Copies of the package with other data, more of it or more releases: what is measured in them is the code as it is."""

import json
import random
import re
import shutil
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from .processes import SOURCE

__all__ = [
    "Counted",
    "changed_release",
    "copy_of_package",
    "grown_release",
    "publish",
    "read_release",
]

_PACKAGE: Final = "nordic_partnerships"
_COPIED: Final = ("organizations", "networks", "memberships", "partnerships", "sources")
"""The collections that grow; they hold 93 % of the bytes."""

_REFERENCES: Final = ("network", "member", "parties", "source")
"""The fields whose ids lead to copies of the same number."""

_LEFT_OUT: Final = frozenset(
    {"part_of", "founders", "funders", "themes", "successors", "alternatives", "ended_by", "roster_source"}
)
"""The fields that copies lack, so that each copy is a world of its own."""

_WORDED: Final = ("name", "summary", "remark", "text", "title", "stated", "section", "publisher", "what")
"""The fields that may hold any words."""

_CHANGING: Final = (*_WORDED, "accessed", "as_of", "period", "founded", "established", "roster_as_of", "count")
"""The fields that change from release to release."""

_SHARE: Final = 0.05

_VALUE: Final = re.compile(r'\s+"(?P<field>\w+)": [^\[{]')
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIGURE: Final = re.compile(r'(?<=": )[0-9]+(?=,?$)')


class Counted(Enum):
    """Of which lines of the collections a twentieth differs from one release to the next."""

    ALL = "all lines"
    """Also those of brackets and ids, which stay: about each tenth value is another."""
    VALUES = "the lines that hold a value"


def copy_of_package(place: Path) -> Path:
    """Copy the package without its releases into a folder, and return its data folder."""
    skipped = shutil.ignore_patterns("next", "2[0-9][0-9][0-9].*")
    return Path(shutil.copytree(SOURCE / _PACKAGE, place / _PACKAGE, ignore=skipped)) / "data"


def publish(data: Path, releases: dict[str, dict[str, bytes]]) -> None:
    """Write releases, given by version as their files, into a copy of the package, and list their digests."""
    lines = ""
    for version, files in releases.items():
        (data / version).mkdir(parents=True)
        for name, text in files.items():
            (data / version / name).write_bytes(text)
        lines += f'    "{version}": "{sha256(files["datapackage.json"]).hexdigest()}",\n'
    listed = data.parent / "_published.py"
    before, start, rest = listed.read_text().partition("PUBLISHED: Final = {\n")
    listed.write_text(f"{before}{start}{lines}}}\n{rest.partition('}' + chr(10))[2]}")


def read_release(version: str) -> dict[str, bytes]:
    """Return the files of a release of the checkout."""
    return {path.name: path.read_bytes() for path in (SOURCE / _PACKAGE / "data" / version).iterdir()}


def grown_release(version: str, times: int) -> dict[str, bytes]:
    """Return the files of a release that holds everything so many times, under ids and names of its own."""
    files = read_release(version)
    for collection in _COPIED:
        file = f"{collection}.json"
        records = json.loads(files[file])
        assert _canonical(records) == files[file], file
        copies = [_copy(record, number) for number in range(1, times) for record in records]
        files[file] = _canonical(sorted(records + copies, key=lambda record: record["id"]))
    return _described(files, version)


def changed_release(files: dict[str, bytes], version: str, counted: Counted, seed: int) -> dict[str, bytes]:
    """Return the files of a release in which a twentieth of the lines differs from the one before, drawn by a seed.

    A day becomes another day, a figure another figure, a word another word, as many as there are of each.
    """
    draw = random.Random(seed)  # noqa: S311
    texts = {name: text.decode().split("\n") for name, text in files.items() if name not in _UNCHANGED}
    lines = [(name, number) for name, text in texts.items() for number in range(len(text))]
    found = {place: _VALUE.match(texts[place[0]][place[1]]) for place in lines}
    values = {place: match for place, match in found.items() if match}
    places = [place for place, match in values.items() if match["field"] in _CHANGING]
    words = sorted({word for place in places for word in texts[place[0]][place[1]].split()[1:] if word.isalpha()})
    count = round(_SHARE * len(lines if counted is Counted.ALL else values))
    for name, number in draw.sample(places, count):
        line = texts[name][number]
        if (day := _DAY.search(line)) is not None:
            texts[name][number] = (
                line[: day.start()] + f"{version[:4]}-{draw.randint(1, 12):02}-" + line[day.end() - 2 :]
            )
        elif (figure := _FIGURE.search(line)) is not None:
            texts[name][number] = (
                line[: figure.start()] + str(draw.randint(1, 2 * int(figure[0]))) + line[figure.end() :]
            )
        else:
            start, colon, value = line.partition('": "')
            first, space, rest = value.partition(" ")
            texts[name][number] = f"{start}{colon}{draw.choice(words)} {rest if space else first}"
    return _described({**files, **{name: "\n".join(lines).encode() for name, lines in texts.items()}}, version)


_UNCHANGED: Final = frozenset({"datapackage.json", "jsonschema.json"})


def _copy(record: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a record with ids and names of its own; evidence leads to the copied sources."""

    def moved(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {key: moved(each, key) for key, each in value.items() if key not in _LEFT_OUT}
        if isinstance(value, list):
            return [moved(each, field) for each in value]
        if field in _REFERENCES or field == "id":
            return f"{value}-c{number}"
        return f"{value} c{number}" if field in ("name", "text", "title") else value

    return {key: moved(value, key) for key, value in record.items() if key not in _LEFT_OUT}


def _described(files: dict[str, bytes], version: str) -> dict[str, bytes]:
    """Return files with a descriptor that is true of them."""
    descriptor = json.loads(files["datapackage.json"])
    descriptor["version"] = version
    for resource in descriptor["resources"]:
        data = files[resource["path"]]
        resource["length"] = len(data)
        resource["hash"] = f"sha256:{sha256(data).hexdigest()}"
        if resource["path"] != "jsonschema.json":
            resource["records"] = data.count(b'\n  {\n    "id": "')
    return {**files, "datapackage.json": _canonical(descriptor)}


def _canonical(plain: Any) -> bytes:
    """Return JSON as releases are written."""
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()
