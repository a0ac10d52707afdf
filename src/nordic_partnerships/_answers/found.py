"""What a text means: the answers of ``find`` and of ``resolve_many``."""

from typing import Any, Generic, NamedTuple, TypeVar

from .._model.record import Record
from .._text import shown
from ..errors import NordicPartnershipsError

__all__ = ["Match", "Resolution"]

R = TypeVar("R", bound=Record)


class Match(NamedTuple, Generic[R]):
    """One record that a text may mean.

    Attributes:
        record: the record.
        name: its name that matched.
        score: how well; 1 is the name itself.
        reason: why: "name", "former name until 2003", "acronym", "resembles", ...
        rivals: names of other bodies, on record or not, that bear the same name.
    """

    record: R
    name: str
    score: float
    reason: str = "name"
    rivals: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON's own types."""
        return {
            "id": self.record.id,
            "what": type(self.record).__name__.lower(),
            "name": self.name,
            "score": round(self.score, 3),
            "reason": self.reason,
            "rivals": list(self.rivals),
        }


class Resolution(NamedTuple, Generic[R]):
    """One answer of ``resolve_many``: the record, or the error that asking for it alone raises.

    Attributes:
        key: what was asked for.
        record: the record that it means, or None.
        error: why there is none, or None.
        name: the name of the record that matched, if one did.
        reason: why the record is the answer: "id", "identifier", "name", "former name until 2003", "acronym",
            "form of the name", "inside the text: 'University of Oslo'", ...
        rivals: names of other bodies, on record or not, that bear the same name.
        candidates: the records that the key may mean: all that bear an ambiguous name, or all that a text names, where
            ``inside_text`` is asked for, the most certain first.
        score: how well the name of the record fits, as in a Match; 0 if there is no record.
    """

    key: object
    record: R | None
    error: NordicPartnershipsError | None
    name: str | None = None
    reason: str = ""
    rivals: tuple[str, ...] = ()
    candidates: tuple[Match[R], ...] = ()
    score: float = 0.0

    def __repr__(self) -> str:
        # The key is the caller's: it may be a number that is too long to write.
        others = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields[1:])
        return f"{type(self).__name__}(key={shown(self.key)}, {others})"
