"""What questions are answered with, if that is more than a record; each class is imported when somebody asks for it."""

from .._lazy import lazily

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is when the code runs, without importing typing

if TYPE_CHECKING:
    from .answer import Answer
    from .attested import Attested
    from .citing import Reference, cite_release
    from .evidence import Dispute, Evidence, Explanation
    from .found import Match, Resolution
    from .moments import Moment
    from .sized import SizedNetwork
else:
    _HOMES = {
        "answer": ("Answer",),
        "attested": ("Attested",),
        "citing": ("Reference", "cite_release"),
        "evidence": ("Dispute", "Evidence", "Explanation"),
        "found": ("Match", "Resolution"),
        "moments": ("Moment",),
        "sized": ("SizedNetwork",),
    }
    __getattr__ = lazily(__name__, _HOMES)

__all__ = [
    "Answer",
    "Attested",
    "Dispute",
    "Evidence",
    "Explanation",
    "Match",
    "Moment",
    "Reference",
    "Resolution",
    "SizedNetwork",
    "cite_release",
]
