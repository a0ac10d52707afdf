"""A network with the figure that says how large it is."""

from typing import NamedTuple

from .._model.networks import Network
from .._model.sizes import Size

__all__ = ["SizedNetwork"]


class SizedNetwork(NamedTuple):
    """One answer of ``networks_by_size``."""

    network: Network
    size: Size
