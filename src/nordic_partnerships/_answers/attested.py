"""When dated sources have attested a relation."""

from typing import NamedTuple

from .._dates import PartialDate

__all__ = ["Attested"]


class Attested(NamedTuple):
    """When dated sources have attested a relation first and last; None if none of its sources bears a date.

    Attributes:
        first: the date that ends first.
        last: the date that begins last.
    """

    first: PartialDate | None
    last: PartialDate | None
