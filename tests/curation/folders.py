"""Folders as curators keep them, and how their text is spoilt."""

import json
import unicodedata

from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._opening.codec import write_records


def write(folder, records):
    """Write the records to the folder as curators keep them."""
    folder.mkdir()
    records = tuple(records)
    for name, kind in COLLECTIONS.items():
        (folder / f"{name}.json").write_bytes(write_records(each for each in records if type(each) is kind))
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def spoil(folder, file, change):
    (folder / file).write_bytes(change((folder / file).read_bytes()))


def replace(old, new):
    def change(data):
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    return change


def dumped(change=lambda records: records, **how):
    """A change of the records as JSON's own types, written in another manner than the canonical one."""

    def rewrite(data):
        return json.dumps(change(json.loads(data)), **{"ensure_ascii": False, "indent": 2} | how).encode()

    return rewrite


SPOILT = {
    "records in another order": dumped(lambda records: records[::-1]),
    "fields in another order": dumped(lambda records: [dict(reversed(each.items())) for each in records]),
    "fields sorted by name": dumped(sort_keys=True),
    "no spacing": dumped(indent=None, separators=(",", ":")),
    "four spaces": dumped(indent=4),
    "tabs": dumped(indent="\t"),
    "letters escaped": dumped(ensure_ascii=True),
    "defaults written out": dumped(lambda records: [each | {"alternatives": [], "part_of": []} for each in records]),
    "no line feed at the end": bytes.strip,
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "CRLF": replace("\n", "\r\n"),
    "CR": replace("\n", "\r"),
    "decomposed letters": lambda data: unicodedata.normalize("NFD", data.decode()).encode(),
    "all of it": lambda data: (
        b"\xef\xbb\xbf" + unicodedata.normalize("NFD", dumped(lambda some: some[::-1])(data).decode()).encode("utf-8")
    ),
}
