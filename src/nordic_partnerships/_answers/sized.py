"""A network with the figure that says how large it is."""

from typing import Any, NamedTuple, Self

from .._dates import Ever, PartialDate, Span
from .._model.networks import Network
from .._model.plain import to_plain
from .._model.sizes import Size

__all__ = ["SizedNetwork"]


class _NetworkAndSize(NamedTuple):
    network: Network
    size: Size


class SizedNetwork(_NetworkAndSize):
    """How large a network is: one answer of ``networks_by_size``, and that of ``size_of``. A pair.

    Attributes:
        network: the network.
        size: the figure.
        as_of: the time asked about; it is no part of the pair.
    """

    as_of: PartialDate | Span | Ever

    def __new__(cls, network: Network, size: Size, as_of: PartialDate | Span | Ever = Ever.EVER) -> Self:
        """Return the pair, and keep the time."""
        sized = super().__new__(cls, network, size)
        sized.as_of = as_of
        return sized

    @property
    def record(self) -> Network:
        """The network."""
        return self.network

    @property
    def age(self) -> int | None:
        """How old the figure is at the end of the time asked about, in whole years.

        None if the figure bears no date, or no time was asked about.
        """
        dated = self.size.as_of
        if dated is None or isinstance(self.as_of, Ever):
            return None
        asked, since = self.as_of.last, dated.last
        return max(0, asked.year - since.year - ((asked.month, asked.day) < (since.month, since.day)))

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        plain = {"network": self.network.id, "name": self.network.name, "size": to_plain(self.size)}
        return plain if self.age is None else {**plain, "age": self.age}

    def __str__(self) -> str:
        dated = "undated" if self.size.as_of is None else str(self.size.as_of)
        old = "" if not self.age else f", {self.age} {'year' if self.age == 1 else 'years'} old"
        return f"{self.network.name}: {self.size} ({dated}{old})"
