"""Ranges of days, narrowed by facts: the days that are left for each, over all worlds that the facts allow.

A fact says that a day lies within a range, or that one day is not before another. The ranges are narrowed until nothing
changes. A fact that leaves no world is left out whole. What the days belong to is known to ``_validity``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import heappop, heappush
from typing import TypeAlias

__all__ = ["Fact", "LeftOut", "Limit", "NotBefore", "Ranges"]

LeftOut: TypeAlias = tuple[int, str]
"""A fact that contradicts those before it: of which relation (by its place in the group), and what it says."""

Limit: TypeAlias = tuple[int, int, int]
"""A day lies within a range: the day, the lowest and the highest that it can be."""


class NotBefore:
    """A day, moved by a step, is not after another day. Both ways of moving keep the order of days.

    ``forward`` gives from the first day the earliest that the other can be, ``backward`` from the other day the latest
    that the first can be.
    """

    __slots__ = ("backward", "day", "forward", "other")

    def __init__(self, day: int, other: int, forward: Callable[[int], int], backward: Callable[[int], int]) -> None:
        self.day = day
        self.other = other
        self.forward = forward
        self.backward = backward


class Fact:
    """Something that is known of a relation, with what it says of the days of a group."""

    __slots__ = ("limits", "order", "relation", "text")

    def __init__(self, relation: int, text: str, limits: Sequence[Limit] = (), order: Sequence[NotBefore] = ()) -> None:
        self.relation = relation
        self.text = text
        self.limits = limits
        self.order = order


class Ranges:
    """The ranges of all days of a group, narrowed by the facts that were admitted."""

    def __init__(self, days: int, first: int, last: int) -> None:
        """Let each of some days be any from the first to the last."""
        self.lowest = [first] * days
        self.highest = [last] * days
        self._from: list[list[NotBefore]] = [[] for _ in range(days)]
        self._to: list[list[NotBefore]] = [[] for _ in range(days)]
        self._before: dict[int, tuple[int, int]] = {}

    def admit(self, facts: Sequence[Fact]) -> list[LeftOut]:
        """Narrow the ranges by facts of one rank; return those that contradict what was admitted before them."""
        left_out: list[LeftOut] = []
        waiting = [facts]
        while waiting:
            batch = waiting.pop()
            # Mostly all of them fit: then they are narrowed together, which is one walk for a long chain.
            if not batch or self._narrow(batch):
                continue
            if len(batch) == 1:
                left_out.append((batch[0].relation, batch[0].text))
            else:
                # The first half enters before the second, so a fact still meets exactly those before it.
                middle = len(batch) // 2
                waiting += [batch[middle:], batch[:middle]]
        return left_out

    def _narrow(self, facts: Sequence[Fact]) -> bool:
        """Narrow the ranges by facts until nothing changes; if no world is left, put everything back."""
        self._before.clear()
        touched: set[int] = set()
        for fact in facts:
            for order in fact.order:
                self._from[order.day].append(order)
                self._to[order.other].append(order)
                touched |= {order.day, order.other}
            for day, lowest, highest in fact.limits:
                self._set(day, max(self.lowest[day], lowest), min(self.highest[day], highest))
                touched.add(day)
        if self._settle(touched):
            return True
        for day, (lowest, highest) in self._before.items():
            self.lowest[day], self.highest[day] = lowest, highest
        for fact in reversed(facts):
            for order in reversed(fact.order):
                self._from[order.day].pop()
                self._to[order.other].pop()
        return False

    def _set(self, day: int, lowest: int, highest: int) -> None:
        """Give a day a new range; the one before this narrowing is kept, to be put back."""
        self._before.setdefault(day, (self.lowest[day], self.highest[day]))
        self.lowest[day], self.highest[day] = lowest, highest

    def _settle(self, touched: Iterable[int]) -> bool:
        """Carry changes of some days to all that depend on them; return False if a day has no place left.

        Days are numbered in the order of time, as far as it is known. So later starts are carried on from the lowest
        number, and earlier ends from the highest: then every day is mostly visited once.
        """
        raised = sorted(touched)
        lowered = sorted(-day for day in raised)
        while raised or lowered:
            if raised:
                day = heappop(raised)
                for order in self._from[day]:
                    earliest = order.forward(self.lowest[day])
                    if earliest > self.lowest[order.other]:
                        self._set(order.other, earliest, self.highest[order.other])
                        heappush(raised, order.other)
            else:
                day = -heappop(lowered)
                for order in self._to[day]:
                    latest = order.backward(self.highest[day])
                    if latest < self.highest[order.day]:
                        self._set(order.day, self.lowest[order.day], latest)
                        heappush(lowered, -order.day)
            if self.lowest[day] > self.highest[day]:
                return False
        return True
