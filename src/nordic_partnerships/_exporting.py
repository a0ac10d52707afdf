"""All tables of a dataset in a folder, with a Data Package descriptor that says what they are and what they hold."""

from __future__ import annotations

import io
import json
from collections.abc import Container, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ._answers import Answer
from ._answers.tabular import lists_in
from ._package import LICENCE, package_head
from ._release import DESCRIPTOR, Release
from ._tables.files import FORMATS, table_schema
from ._tables.table import Table
from ._text import shown
from ._writing import write_folder
from .errors import InvalidValueError

__all__ = ["tables_of", "write_tables"]

_MEDIA_TYPES: Final = {"csv": "text/csv", "json": "application/json"}


def tables_of(answers: Iterable[Answer[Any]]) -> list[Table]:
    """Return the tables of some answers, each followed by those of its lists, but for what other answers hold."""
    tables: list[Table] = []
    for answer in answers:
        tables.append(answer.table())
        tables += [answer.table(name) for name in lists_in(answer.collection) if name != "grounds"]
    return tables


def write_tables(folder: Path, form: str, release: Release, tables: Iterable[Table]) -> None:
    """Write tables into a new folder, which appears when it is complete; or into an empty one.

    Raises:
        InvalidValueError: there is no such format, or something of this name.
        DataError: the folder cannot be written.
    """
    if form not in FORMATS:
        known = ", ".join(map(repr, FORMATS))
        raise InvalidValueError(f"there is no format {shown(form)}; choose one of: {known}")
    files: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    # In JSON an empty table says nothing, and frictionless refuses it.
    written = [table for table in tables if len(table) or form == "csv"]
    present = {table.name for table in written}
    for table in written:
        text = io.StringIO(newline="")
        FORMATS[form](text, table)
        name, data = f"{table.name}.{form}", text.getvalue().encode()
        files[name] = data
        resources.append(_resource(table, name, form, data, present))
    files[DESCRIPTOR] = _descriptor(release, resources, form)
    if not write_folder(folder, files):
        raise InvalidValueError(f"{folder} exists, and nothing in it is overwritten; give another name")


def _descriptor(release: Release, resources: list[dict[str, Any]], form: str) -> bytes:
    descriptor = {
        **package_head(release.version, release.reference_date, release.created),
        "release": release.to_dict(),
        # Of records that others have added we cannot say.
        **({} if release.digest is None else {"licenses": [LICENCE]}),
        "contributors": [{"title": "The nordic-partnerships maintainers", "roles": ["creator"]}],
        "sources": [{"title": "The documents and pages that records cite", "path": f"sources.{form}"}],
        "resources": resources,
    }
    return f"{json.dumps(descriptor, ensure_ascii=False, indent=2)}\n".encode()


def _resource(table: Table, path: str, form: str, data: bytes, present: Container[str]) -> dict[str, Any]:
    keys = [column.name for column in table.columns]
    resource: dict[str, Any] = {
        "name": table.name,
        "type": "table",
        "path": path,
        "format": form,
        "mediatype": _MEDIA_TYPES[form],
        "encoding": "utf-8",
        # The standard's word is "bytes", but frictionless compares that with a count it never makes for JSON tables.
        "bytes" if form == "csv" else "length": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": table_schema(table, present),
    }
    if form == "json":
        # "json" says to frictionless what the rest says to the standard.
        resource["dialect"] = {"itemType": "object", "itemKeys": keys, "json": {"keyed": True, "keys": keys}}
    return resource
