"""Answers as JSON's own types."""

from collections.abc import Iterable
from typing import Any

from .._dates import Bound, Ever, PartialDate, Span
from .._model import Dated, Record, Relation, collection_of, to_plain
from .._release import Release
from ..kinds import Status
from .answer import Answer
from .attested import Attested

__all__ = ["in_json", "lasting_as_dict", "to_dicts"]


def to_dicts(answer: Answer[Any]) -> list[dict[str, Any]]:
    """Return what is in force, presumed and undecided, each with its status and what it rests on."""
    return [
        {**_item_as_dict(item), **_status(answer, status), **_grounds_as_dict(answer, item, grounds)}
        for item, status, grounds in answer.standings()
    ]


def in_json(
    release: Release, plain: Any, *, as_of: PartialDate | Span | Ever | None = None, question: str | None = None
) -> str:
    """Return the answer to a question as JSON, with the release that it was asked of, and the question and its time."""
    import json

    asked = {} if question is None else {"question": question, "asOf": _time(as_of)}
    return json.dumps({"release": release.to_dict(), **asked, "answer": plain}, ensure_ascii=False, indent=2)


def lasting_as_dict(relation: Dated, attested: Attested) -> dict[str, str | None]:
    """Return since when and until when a relation lasts, and when it was attested first and last."""
    return {
        "since": _bound(relation.period.start),
        "until": _bound(relation.period.end),
        "attestedFirst": None if attested.first is None else str(attested.first),
        "attestedLast": None if attested.last is None else str(attested.last),
    }


def _time(as_of: PartialDate | Span | Ever | None) -> str:
    return as_of.value if isinstance(as_of, Ever) else str(as_of)


def _item_as_dict(item: Any) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(item) if isinstance(item, Record) else item.to_dict()
    return plain


def _status(answer: Answer[Any], status: Status) -> dict[str, Any]:
    # Of what is asked about for all time nobody asked whether it is in force.
    return {} if isinstance(answer.as_of, Ever) else {"status": status.value}


def _grounds_as_dict(answer: Answer[Any], item: Any, grounds: Iterable[Iterable[Relation]]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for relation in {relation.id: relation for ground in grounds for relation in ground}.values():
        lasting = lasting_as_dict(relation, answer.attested(relation))
        if relation is item:
            return lasting
        plain.setdefault(collection_of(type(relation)), []).append({**to_plain(relation), **lasting})
    return plain


def _bound(bound: PartialDate | Bound) -> str | None:
    return None if bound is Bound.UNKNOWN else str(bound)
