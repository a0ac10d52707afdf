"""Answers that are remembered: those to a question about one record, asked by its id and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

__all__ = ["remembered"]

P = ParamSpec("P")
T = TypeVar("T")


def remembered(question: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], T]:
    """Return a method that answers a question again at once: there are only as many such answers as ids.

    The object keeps them in ``_answers``, and its ``_is_id`` says whether a key is an id.
    """
    ask_anew: Callable[..., Any] = question

    @wraps(question)
    def ask(self: Any, /, *keys: Any, **filters: Any) -> Any:
        if filters or len(keys) != 1 or type(keys[0]) is not str:
            return ask_anew(self, *keys, **filters)
        asked = question, keys[0]
        answer = self._answers.get(asked)
        if answer is None:
            answer = ask_anew(self, *keys)
            if self._is_id(keys[0]):
                self._answers[asked] = answer
        return answer

    return ask
