"""What was meant by an id that no record has: the id of a record that bears the name, or one that is spelt like it."""

from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from ..._model import Record, file_of, names_of, references
from ..._names.folding import fold
from ...errors import Problem

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["with_suggestions"]

_ALIKE: Final = 0.75
"""How much two spellings must have in common, as difflib counts."""


def with_suggestions(dataset: "Dataset", problems: Iterable[Problem]) -> list[Problem]:
    """Return problems, those about ids that no record has with the id that was meant, if there is one."""
    unknown = _unknown_ids(dataset)
    bearers_among = cache(partial(_bearers, dataset))
    told: list[Problem] = []
    for problem in problems:
        suggestion = ""
        if problem[:3] in unknown:
            held_id, classes = unknown[problem[:3]]
            suggestion = _suggestion(held_id, bearers_among(classes))
        told.append(problem._replace(message=problem.message + suggestion))
    return told


def _unknown_ids(dataset: "Dataset") -> dict[tuple[str, str, str], tuple[str, tuple[type[Record], ...]]]:
    """Return the ids that no record has, with the classes that they may lead to, by file, record and path."""
    known = {record.id for record in dataset}
    return {
        (file_of(type(record)), record.id, path): (held_id, classes)
        for record in dataset
        for path, held_id, classes in references(record)
        if held_id not in known
    }


def _bearers(dataset: "Dataset", classes: tuple[type[Record], ...]) -> dict[str, dict[str, None]]:
    """Return the ids of the records of some classes by each folded id and name that they bear."""
    bearers: dict[str, dict[str, None]] = {}
    for cls in classes:
        for record in dataset.records(cls):
            for name in (record.id, record.label, *(name.text for name in names_of(record))):
                bearers.setdefault(fold(name), {})[record.id] = None
    return bearers


def _suggestion(text: str, bearers: Mapping[str, Iterable[str]]) -> str:
    """Return the end of a message: which of some records was meant."""
    from difflib import get_close_matches

    key = fold(text)
    matches = [key] if key in bearers else get_close_matches(key, bearers, n=1, cutoff=_ALIKE)
    ids = [record_id for match in matches for record_id in bearers[match]]
    return f"; did you mean {' or '.join(map(repr, ids))}?" if ids else ""
