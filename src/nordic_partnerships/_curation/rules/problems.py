"""What every rule says when something breaks it."""

from ..._model import Record, file_of
from ...errors import Problem

__all__ = ["problem"]


def problem(record: Record, field: str, message: str) -> Problem:
    """Return what is wrong in a field of a record."""
    return Problem(file_of(type(record)), record.id, field, message)
