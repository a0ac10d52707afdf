"""What an answer takes along where its dataset does not go: what its items, and what they rest on, are asked about."""

from typing import Any

from .._model import Dated, Network, Organization, references
from .._model.record import Record
from .answer import Answer, record_of

__all__ = ["carried"]


def carried(answer: Answer[Any]) -> dict[str, Any]:
    """Return what an answer knows by calling its dataset, each under the name of its attribute."""
    standings = list(answer.standings())
    grounds = {relation.id: relation for _, _, grounds in standings for ground in grounds for relation in ground}
    records: dict[str, Record] = {**{record_of(item).id: record_of(item) for item, _, _ in standings}, **grounds}
    lasting = {key: record for key, record in records.items() if isinstance(record, Dated | Organization | Network)}
    mentioned = [reference for record in records.values() for reference in references(record)]
    return {
        "_question": answer.question,
        "_attested": {key: answer.attested(relation) for key, relation in grounds.items()},
        "_bounds": {key: answer.bounds(record) for key, record in lasting.items()},
        "_records": records
        | {
            reference.id: answer.record(reference.id, [cls.__name__ for cls in reference.classes])
            for reference in mentioned
        },
    }
