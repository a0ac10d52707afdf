"""Sources and addresses: a page can be opened, a document is named, and nothing was read before it was written."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ..._model import Network, Organization, Source, names_of
from ...errors import Problem
from ..languages import LANGUAGES
from .problems import problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["addresses_lead_to_pages", "documents_are_file_names", "languages_are_known", "sources_were_read_in_time"]

_ADDRESS: Final = re.compile(r"https?://(?P<host>[^\s/?#@:]+\.[^\s/?#@:.]{2,})(:[0-9]+)?([/?#]\S*)?")
_FIRST_YEAR_READ: Final = 2000
"""Nothing on record was read before this year."""


def addresses_lead_to_pages(dataset: "Dataset") -> Iterator[Problem]:
    """An address is that of a web page, in full, without a user's name or a password."""
    for source in dataset.records(Source):
        for field, address in (("url", source.url), ("archived", source.archived)):
            if address is not None and _ADDRESS.fullmatch(address) is None:
                yield problem(source, field, _not_an_address(address))
    bodies: tuple[Organization | Network, ...] = (*dataset.records(Organization), *dataset.records(Network))
    for body in bodies:
        if body.website is not None and _ADDRESS.fullmatch(body.website) is None:
            yield problem(body, "website", _not_an_address(body.website))


def documents_are_file_names(dataset: "Dataset") -> Iterator[Problem]:
    """A document is named by its file name, which leads to no other folder."""
    for source in dataset.records(Source):
        document = source.document
        if document is not None and (re.search(r"[/\\:]", document) or document in (".", "..")):
            yield problem(source, "document", f"{document!r} is not a file name: leave out the folder")


def sources_were_read_in_time(dataset: "Dataset") -> Iterator[Problem]:
    """A source was read after it was written, by the reference date, and not before there was anybody to read it."""
    today = dataset.release.reference_date
    for source in dataset.records(Source):
        if source.accessed > today.last:
            yield problem(source, "accessed", f"{source.accessed} is after the reference date, {today}")
        if source.accessed.year < _FIRST_YEAR_READ:
            yield problem(
                source, "accessed", f"{source.accessed} is before {_FIRST_YEAR_READ}: it is the day of reading"
            )
        if source.as_of is not None and source.as_of.first > source.accessed:
            yield problem(source, "as_of", f"{source.as_of} is after the day on which it was read, {source.accessed}")


def languages_are_known(dataset: "Dataset") -> Iterator[Problem]:
    """Languages are given by their codes of ISO 639-1."""
    for source in dataset.records(Source):
        if source.language is not None and source.language not in LANGUAGES:
            yield problem(source, "language", _not_a_language(source.language))
    for record in dataset:
        for index, name in enumerate(names_of(record)):
            if name.language is not None and name.language not in LANGUAGES:
                yield problem(record, f"names[{index}].language", _not_a_language(name.language))


def _not_an_address(text: str) -> str:
    return f"{text!r} is not the address of a web page: write it in full, such as 'https://www.aalto.fi/en'"


def _not_a_language(text: str) -> str:
    return f"{text!r} is not a language code of ISO 639-1, such as 'fi'"
