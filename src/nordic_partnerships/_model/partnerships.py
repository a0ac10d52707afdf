"""Partnerships: the standing relationships of two or more parties."""

import attrs

from .._dates import PartialDate, Period
from ..kinds import Basis, PartnershipKind
from .fields import refers_to
from .record import Dated, Named, Record

__all__ = ["Partnership"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Partnership(Named, Dated, Record):
    """A standing relationship of two or more parties, never split into pairs.

    Attributes:
        name: the names of the parties.
        kind: strategic partnership, city cooperation, ...
        parties: ids of the organizations, two or more.
        period: from when to when.
        ended_by: a date by which it is known to be over, if the end itself is not known.
        themes: ids of the themes agreed on, which sources call priority areas, spearheads, key areas or main themes.
        summary: one line.
        basis: stated by a source, or inferred by a curator.
    """

    name: str
    kind: PartnershipKind
    parties: tuple[str, ...] = attrs.field(metadata=refers_to("Organization"))
    period: Period = Period()
    ended_by: PartialDate | None = None
    themes: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Theme"))
    summary: str | None = None
    basis: Basis = Basis.STATED
