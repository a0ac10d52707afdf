"""Who else in the world bears a name that an organization on record bears: the list that look-ups go by.

``write_rivals`` makes ``_names/world.py`` from a copy of the Research Organization Registry: one JSON object a line, as
in its dumps of schema 2. Only names that bodies on record bear are kept, and of the registry's bodies only those that
are neither withdrawn, nor the body on record, nor a part of it. The list is part of the code, so that an old release of
the data answers as a new one does.
"""

import gzip
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from .._countries import NORDIC
from .._model import Organization
from .._names.folding import fold, fold_words
from .._names.forms import form_of
from .._names.index import NameIndex
from .._names.naming import Naming, namings_of
from .._store import MemoryTable
from ..kinds import NameKind

__all__ = ["list_rivals", "read_registry", "write_rivals"]

_LONGEST: Final = 8
"""How many words of an alias are looked for."""

_LONGEST_SPELT: Final = 8
"""Of how many letters a name is at most whose spelling is kept."""

_HEAD: Final = '''# ruff: noqa: E501, RUF001
"""Names of bodies on record that other bodies of the world bear; made by ``_curation.rivals``, not edited by hand.

By a folded name, or "~" and a form, stand its other bearers, with "|" between them: the country, in small letters if
the body is closed, the name, and "=" and how it spells an acronym that is not in capitals.
Data: Research Organization Registry, CC0.
"""

from typing import Final

RIVALS: Final = {
'''


def read_registry(path: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the bodies of a registry's dump, one JSON object a line, packed by gzip or not."""
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        yield json.loads(line)


def list_rivals(
    releases: Iterable[Iterable[Organization]], registry: Iterable[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Return the other bearers of each name of some organizations, by the folded name, or by "~" and the form.

    The organizations are those of each release and of ``data/next``, since one list serves all. A body that is on
    record in some of them only is a rival in the others; where it is on record, look-ups see that it is the bearer.
    """
    tables = [MemoryTable(tuple(organizations)) for organizations in releases]
    bodies = list(registry)
    indexes = [
        NameIndex(namings_of(Organization, table.names(), table.by_id()), frozenset({Organization})) for table in tables
    ]
    names = {key for index in indexes for key, namings in index.bearers.items() if not all(map(_is_alias, namings))}
    rivals: dict[str, set[str]] = {}
    for table, index in zip(tables, indexes, strict=True):
        for key, entry in _rivals_of(table.by_id(), index, names, bodies):
            rivals.setdefault(key, set()).add(entry)
    return {key: sorted(entries) for key, entries in sorted(rivals.items())}


def _rivals_of(
    by_id: Mapping[str, Organization], index: NameIndex, names: Container[str], bodies: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Yield (key, entry) of each body that bears a name of organizations of one release and is none of them.

    Aliases of ours that are also parts of longer names count, unless they are ``names`` of any release.
    """
    own_rors = {organization.ror for organization in by_id.values()}
    aliases = {
        key: namings
        for key, namings in index.bearers.items()
        if key not in names and not any(by_id[naming.record_id].country in NORDIC for naming in namings)
    }
    for body in bodies:
        if body["status"] == "withdrawn" or body["id"] in own_rors:
            continue
        country = body["locations"][0]["country_code"] if body["locations"] else "  "
        if body["status"] != "active":
            country = country.lower()
        shown = next(name["value"] for name in body["names"] if "ror_display" in name["types"])
        entry = country + " ".join(shown.replace("|", " ").replace("=", " ").split())
        for name in body["names"]:
            for key, namings in (*_bearers(index, name["value"]), *_longer(aliases, body, name["value"])):
                if any(_is_another(body, shown, country, by_id[naming.record_id]) for naming in namings):
                    yield key, _spelled(entry, key, " ".join(name["value"].split()))


def write_rivals(path: Path, rivals: Mapping[str, list[str]]) -> None:
    """Write a list of rivals as the module that look-ups read."""
    lines = [f"    {_quoted(key)}: {_quoted('|'.join(entries))},\n" for key, entries in rivals.items()]
    path.write_text(f"{_HEAD}{''.join(lines)}}}\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return json.dumps(text.replace('"', "'"), ensure_ascii=False)


def _spelled(entry: str, key: str, name: str) -> str:
    """Return an entry with the spelling of a short name that is not written in capitals."""
    return (
        f"{entry}={name}" if len(key) <= _LONGEST_SPELT and name != key.upper() and not set(name) & set("|=") else entry
    )


def _bearers(index: NameIndex, name: str) -> Iterator[tuple[str, tuple[Naming, ...]]]:
    """Yield who of ours bears a name, under the name itself and, if that finds nobody, under its form."""
    folded = fold(name)
    if folded in index.bearers:
        yield folded, index.bearers[folded]
    else:
        form = form_of(name)
        if form in index.forms:
            yield f"~{form}", index.forms[form]


def _longer(
    aliases: Mapping[str, tuple[Naming, ...]], body: Mapping[str, Any], name: str
) -> Iterator[tuple[str, tuple[Naming, ...]]]:
    """Yield the aliases of ours that a longer name of a school holds: "University of Illinois" does not say which."""
    if "education" in body["types"]:
        words = fold_words(name)
        for first in range(len(words)):
            for last in range(first + 2, min(len(words), first + _LONGEST) + 1):
                key = "".join(words[first:last])
                if last - first < len(words) and key in aliases:
                    yield key, aliases[key]


def _is_alias(naming: Naming) -> bool:
    return naming.kind is NameKind.ALIAS and " " in naming.text


def _is_another(body: Mapping[str, Any], shown: str, country: str, organization: Organization) -> bool:
    """Say whether a body of the registry is another than an organization, and no part of it."""
    if organization.ror is None and fold(shown) == fold(organization.name):
        return organization.country not in (None, country)
    relations = body["relationships"]
    return all(relation["id"] != organization.ror or relation["type"] != "parent" for relation in relations)
