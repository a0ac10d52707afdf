"""Holding records against the documents that they cite.

A source may name a document by file name and SHA-256, and a citation the characters in it. Whoever has the documents
can prove every citation, and see which passages no citation touches.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

import attrs

from .._dataset import Dataset
from .._model import Citation, Source, citations_of, file_of
from ..errors import DataError, Problem

__all__ = ["Document", "Passage", "prove", "read_documents", "uncited"]

# A sentence ends with its mark and a space, or with a full stop that a capital follows without one.
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+|(?:(?<=\w\w\.)|(?<=\w\)\.))(?=[A-ZÅÄÖÆØ])")


class Passage(NamedTuple):
    """A sentence, heading or bullet of a document: its line, counted from 1, its span and its text."""

    line: int
    start: int
    end: int
    text: str


@attrs.frozen
class Document:
    """A document as read: the source that names it, and its text."""

    source: Source
    text: str

    def passages(self) -> Iterator[Passage]:
        """Yield the sentences, headings and bullets, in order."""
        position = 0
        for number, line in enumerate(self.text.splitlines(keepends=True), 1):
            cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(line)), len(line)]
            for first, last in pairwise(cuts):
                piece = line[first:last]
                if any(letter.isalnum() for letter in piece):
                    start = position + first + len(piece) - len(piece.lstrip())
                    yield Passage(number, start, position + first + len(piece.rstrip()), piece.strip())
            position += len(line)


def read_documents(dataset: Dataset, folder: Path) -> tuple[Document, ...]:
    """Return the documents that the sources name; raise DataError for each that is missing or not the one cited."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for source in dataset.records(Source):
        if source.document is None:
            continue
        try:
            data = (folder / Path(source.document).name).read_bytes()
        except (OSError, ValueError) as error:
            # A name with a NUL in it is a ValueError.
            reason = error.strerror if isinstance(error, OSError) else error
            problems.append(Problem("sources.json", source.id, "document", f"cannot be read: {reason}"))
            continue
        if sha256(data).hexdigest() != source.sha256:
            problems.append(Problem("sources.json", source.id, "sha256", f"{source.document} is another document"))
            continue
        try:
            documents.append(Document(source, data.decode()))
        except UnicodeDecodeError as error:
            problems.append(Problem("sources.json", source.id, "document", f"is not UTF-8 text: byte {error.start}"))
    if problems:
        raise DataError(problems)
    return tuple(documents)


def prove(dataset: Dataset, documents: tuple[Document, ...]) -> tuple[int, list[Problem]]:
    """Return how many citations of the documents were proven, and what is wrong with the others.

    A citation is proven when its span lies within the document, begins and ends on text, contains the words that are
    said to be stated there, and stands below the heading that it names (in brackets: a heading that was lost).
    """
    texts = {document.source.id: document.text for document in documents}
    proven = 0
    problems: list[Problem] = []
    for record in dataset:
        for path, citation in citations_of(record):
            text = texts.get(citation.source)
            if text is None:
                continue
            wrong = _disprove(citation, text)
            if wrong is None:
                proven += 1
            else:
                problems.append(Problem(file_of(type(record)), record.id, path, wrong))
    return proven, problems


def uncited(dataset: Dataset, document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document that no citation touches."""
    spans = [
        citation.span
        for record in dataset
        for _, citation in citations_of(record)
        if citation.source == document.source.id and citation.span is not None
    ]
    return tuple(
        passage
        for passage in document.passages()
        if not any(start < passage.end and passage.start < end for start, end in spans)
    )


def _disprove(citation: Citation, text: str) -> str | None:
    """Return what is wrong with a citation of a document, if anything is."""
    if citation.span is None or citation.stated is None or citation.section is None:
        return "a citation of a document gives section, span and the words stated"
    start, end = citation.span
    if not 0 <= start < end <= len(text):
        return f"span {start}-{end} lies outside the document, which has {len(text)} characters"
    passage = text[start:end]
    if passage != passage.strip():
        return f"span {start}-{end} begins or ends between the words"
    if citation.stated not in passage:
        return f"{citation.stated!r} is not stated in span {start}-{end}"
    lost = citation.section.startswith("[") and citation.section.endswith("]")
    # A heading stands under itself, so the line in which the span ends counts too, but only the whole of it.
    above = text[: end + len(text[end:].partition("\n")[0])]
    if not lost and citation.section not in (line.strip() for line in above.splitlines()):
        return f"no heading {citation.section!r} stands above span {start}-{end}"
    return None
