"""What questions are answered with, if that is more than a record; each class is imported when somebody asks for it."""

from .._lazy import lazily

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is when the code runs, without importing typing

if TYPE_CHECKING:
    from .citing import Reference, cite_release
    from .evidence import Evidence, Explanation
    from .found import Match, Resolution
    from .moments import Moment
    from .sized import SizedNetwork
else:
    _HOMES = {
        "citing": ("Reference", "cite_release"),
        "evidence": ("Evidence", "Explanation"),
        "found": ("Match", "Resolution"),
        "moments": ("Moment",),
        "sized": ("SizedNetwork",),
    }
    __getattr__ = lazily(__name__, _HOMES)

__all__ = [
    "Evidence",
    "Explanation",
    "Match",
    "Moment",
    "Reference",
    "Resolution",
    "SizedNetwork",
    "cite_release",
]
