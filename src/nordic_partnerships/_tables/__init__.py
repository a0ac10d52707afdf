"""Tables: columns of one type each, for frames, spreadsheets and notebooks; ``_answers`` makes them of answers."""

from .._lazy import lazily

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is when the code runs, without importing typing

if TYPE_CHECKING:
    from .table import Column, Table
else:
    _HOMES = {"table": ("Column", "Table")}
    __getattr__ = lazily(__name__, _HOMES)

__all__ = ["Column", "Table"]
