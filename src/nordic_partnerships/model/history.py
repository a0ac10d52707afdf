"""What became of records: ids that were retired, and why records differ between releases."""

import attrs

from ..dates import PartialDate
from .enumerations import Cause
from .evidence import Record

__all__ = ["Revision", "Tombstone"]


@attrs.frozen(kw_only=True, repr=False)
class Tombstone(Record):
    """A retired id: its record is gone, the id is never used again, and leads to what took its place.

    A tombstone may do without citations: what it says is what the curators did.
    """

    reason: str
    retired: PartialDate
    successors: tuple[str, ...] = ()
    """Ids of the records that took its place: none, one or several."""


@attrs.frozen(kw_only=True, repr=False)
class Revision(Record):
    """Why a record of one release differs from the release before: the curator's word on one change.

    Like a tombstone it may do without citations. Revisions stay on record in all later releases.
    """

    release: str
    """Version of the release that brought the change."""
    record: str
    """Id of the record that was added, changed or retired."""
    cause: Cause
