"""What became of records: ids that were retired, and why records differ between releases."""

import attrs

from .._dates import PartialDate
from ..kinds import Cause
from .fields import ANY_SUBJECT, refers_to
from .record import Record

__all__ = ["Revision", "Tombstone"]

_SUBJECT_OR_TOMBSTONE = (*ANY_SUBJECT, "Tombstone")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tombstone(Record):
    """A retired id: its record is gone, the id is never used again, and leads to what took its place.

    A tombstone needs no citations: it records what the curators did.

    Attributes:
        reason: why the id was retired.
        retired: when.
        successors: ids of the records that took its place: none, one or several.
    """

    reason: str
    retired: PartialDate
    successors: tuple[str, ...] = attrs.field(default=(), metadata=refers_to(*_SUBJECT_OR_TOMBSTONE))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Revision(Record):
    """Why a record of one release differs from the release before: the curator's word on one change.

    Like a tombstone it needs no citations. Revisions stay on record in all later releases.

    Attributes:
        release: version of the release that brought the change.
        record: id of the record that was added, changed or retired.
        cause: the world changed, a correction, or a better source.
    """

    release: str
    record: str = attrs.field(metadata=refers_to(*_SUBJECT_OR_TOMBSTONE))
    cause: Cause
