"""What happened when: a line of a timeline."""

from typing import Any, NamedTuple

from .._dates import PartialDate
from .._model.record import Record
from .._model.sizes import Size
from ..kinds import MomentKind

__all__ = ["Moment"]


class Moment(NamedTuple):
    """One line of a timeline.

    Attributes:
        date: when.
        kind: what happened.
        record: to which record.
        value: the figure, if it is one of a size.
    """

    date: PartialDate
    kind: MomentKind
    record: Record
    value: Size | None = None

    @property
    def what(self) -> str:
        """What happened, in words, with the figure if it is one of a size."""
        return str(self.kind) if self.value is None else f"{self.kind}: {self.value}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        return {"date": str(self.date), "what": self.what, "record": self.record.id}

    def __str__(self) -> str:
        return f"{self.date} {self.what}, {self.record}"
