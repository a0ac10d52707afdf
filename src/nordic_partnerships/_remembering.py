"""Answers that are remembered: those to a question about one record, asked without filters."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

__all__ = ["remembered"]

P = ParamSpec("P")
T = TypeVar("T")


def remembered(
    *subjects: str,
) -> Callable[[Callable[Concatenate[Any, P], T]], Callable[Concatenate[Any, P], T]]:
    """Return what makes a question answer at once what it was asked before, by the id or the name of a record.

    Only what stands on record is a key, so there are no more answers than ids and names.

    Args:
        subjects: the classes of which a question takes a record, by name. The object's ``_resolve`` gives the record
            that a key means, ``_is_on_record`` says whether a text is an id or a name; ``_answers`` keep the answers.
    """

    def decorate(question: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], T]:
        ask_anew: Callable[..., Any] = question

        @wraps(question)
        def ask(self: Any, /, *keys: Any, **filters: Any) -> Any:
            if filters or len(keys) != 1:
                return ask_anew(self, *keys, **filters)
            key = keys[0] if isinstance(keys[0], str) else self._resolve(keys[0], subjects).id
            answer = self._answers.get((question, key))
            if answer is None:
                answer = ask_anew(self, key)
                if self._is_on_record(key, subjects):
                    self._answers[question, key] = answer
            return answer

        return ask

    return decorate
