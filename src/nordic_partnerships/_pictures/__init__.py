"""Pictures of answers: when things held, how many there were, who shares networks, and where partners are.

They show what an answer says, its statuses and bounds, and judge nothing themselves.
"""

from .._lazy import lazily

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is when the code runs, without importing typing

if TYPE_CHECKING:
    from .history import draw_history
    from .matrix import draw_matrix
    from .picture import Picture
    from .places import draw_map
    from .timeline import draw_timeline
else:
    _HOMES = {
        "history": ("draw_history",),
        "matrix": ("draw_matrix",),
        "picture": ("Picture",),
        "places": ("draw_map",),
        "timeline": ("draw_timeline",),
    }
    __getattr__ = lazily(__name__, _HOMES)

__all__ = ["Picture", "draw_history", "draw_map", "draw_matrix", "draw_timeline"]
