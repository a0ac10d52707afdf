"""The order of agreements, also of those without a date of their own, by their chains of renewals.

An agreement without a date stands where its chain puts it: just before the next dated one that continues it, or else
after the last dated one that it continues. Every chain is walked once.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ._dates import PartialDate
from ._model import Agreement

__all__ = ["in_chain_order", "oldest_first", "renewals_in_chain"]


def oldest_first(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Return the agreements by age: by start, within a chain of renewals by their place in it, then by id.

    >>> from nordic_partnerships import PartialDate
    >>> first = Agreement(id="b", name="First", partnership="p")
    >>> second = Agreement(id="a", name="Second", partnership="p", renews="b", signed=PartialDate(2020))
    >>> [agreement.name for agreement in oldest_first([second, first])]
    ['First', 'Second']
    """
    in_chains = in_chain_order(agreements)
    places: dict[str, int] = {}
    days: dict[str, date | None] = {}
    for agreement in in_chains:
        renewed = agreement.renews or ""
        places[agreement.id] = places.get(renewed, -1) + 1
        days[agreement.id] = _first_day(agreement) or days.get(renewed)
    days_of_renewals: dict[str, date] = {}
    for agreement in reversed(in_chains):
        # What follows says more of an undated agreement than what came before: it was signed by then.
        day = _first_day(agreement) or days_of_renewals.get(agreement.id)
        if day is not None:
            days[agreement.id] = day
            renewed = agreement.renews or ""
            days_of_renewals[renewed] = min(day, days_of_renewals.get(renewed, day))

    def age(agreement: Agreement) -> tuple[date, int, str]:
        return days[agreement.id] or date.max, places[agreement.id], agreement.id

    return tuple(sorted(in_chains, key=age))


def renewals_in_chain(in_chains: Iterable[Agreement]) -> Iterator[tuple[Agreement, Agreement]]:
    """Yield each agreement that is renewed with one that renews it, of agreements in chain order."""
    earlier: dict[str, Agreement] = {}
    for agreement in in_chains:
        earlier[agreement.id] = agreement
        if agreement.renews in earlier and agreement.renews != agreement.id:
            yield earlier[agreement.renews or ""], agreement


def in_chain_order(agreements: Iterable[Agreement]) -> list[Agreement]:
    """Return agreements so that each stands after the one that it renews; a circle is cut where it is entered."""
    by_id = {agreement.id: agreement for agreement in agreements}
    ordered: dict[str, Agreement] = {}
    for agreement in by_id.values():
        chain: dict[str, Agreement] = {}
        link: Agreement | None = agreement
        while link is not None and link.id not in ordered and link.id not in chain:
            chain[link.id] = link
            link = by_id.get(link.renews or "")
        ordered.update(reversed(chain.items()))
    return list(ordered.values())


def _first_day(agreement: Agreement) -> date | None:
    """Return the first day on which an agreement can have begun, if it bears a date: its start, or its signing."""
    start, signed = agreement.period.start, agreement.signed
    if not isinstance(start, PartialDate):
        return signed.first if signed else None
    includes_signing = signed is not None and start.first <= signed.first and signed.last <= start.last
    return signed.first if signed is not None and includes_signing else start.first
