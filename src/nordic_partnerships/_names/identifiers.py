"""Identifiers of organizations: ROR ids, Wikidata items and ISNIs, bare or as addresses, in any case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .._model import Organization

__all__ = ["bare", "index_identifiers"]


def index_identifiers(organizations: Iterable[Organization]) -> dict[str, str]:
    """Return the ids of organizations by every way to write an identifier, bare."""
    return {text: organization.id for organization in organizations for text in _identifiers_of(organization)}


def _identifiers_of(organization: Organization) -> Iterator[str]:
    """Yield every way to write an identifier of an organization, bare."""
    if organization.ror is not None:
        yield bare(organization.ror)
        yield organization.ror.rpartition("/")[2].casefold()
    if organization.wikidata is not None:
        item = organization.wikidata.casefold()
        yield from (item, f"wikidata.org/wiki/{item}", f"wikidata.org/entity/{item}")
    if organization.isni is not None:
        isni = organization.isni.casefold()
        unspaced = isni.replace(" ", "")
        yield from (isni, unspaced, f"isni.org/isni/{unspaced}", f"isni.org/{unspaced}")


def bare(text: str) -> str:
    """Return an address without case and without the parts that people leave out."""
    return text.strip().casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
