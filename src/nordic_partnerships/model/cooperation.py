"""How they work together: partnerships, the agreements under them, and joint undertakings."""

import attrs

from ..dates import PartialDate, Period
from .enumerations import InitiativeKind, PartnershipKind
from .evidence import Name, OfficeHolder, Record

__all__ = ["Agreement", "Initiative", "Partnership"]


@attrs.frozen(kw_only=True, repr=False)
class Partnership(Record):
    """A standing relationship of two or more parties, never flattened into pairs."""

    name: str
    kind: PartnershipKind
    parties: tuple[str, ...]
    """Ids of the organizations, two or more."""
    period: Period = Period()
    ended_by: PartialDate | None = None
    """A date by which it is known to be over, where the end itself is not known."""
    themes: tuple[str, ...] = ()
    """Ids of the themes agreed on: what sources call priority areas, spearheads, key areas or main themes."""
    summary: str | None = None

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@attrs.frozen(kw_only=True, repr=False)
class Agreement(Record):
    """A signed document under a partnership."""

    name: str
    partnership: str
    """Id of the partnership."""
    signed: PartialDate | None = None
    period: Period = Period()
    ended_by: PartialDate | None = None
    """A date by which it is known to be over, where the end itself is not known."""
    term: int | None = None
    """Its length in years, where the source states that."""
    signatories: tuple[OfficeHolder, ...] = ()
    themes: tuple[str, ...] = ()
    renews: str | None = None
    """Id of the agreement that it continues; that one is over when this one begins."""
    summary: str | None = None

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@attrs.frozen(kw_only=True, repr=False)
class Initiative(Record):
    """A joint undertaking: a project, programme, school, scheme, professorship, forum or body."""

    name: str
    kind: InitiativeKind
    names: tuple[Name, ...] = ()
    parties: tuple[str, ...] = ()
    """Ids of the organizations (or networks) that run it or sit in it."""
    partnership: str | None = None
    """Id of the partnership that it belongs to."""
    network: str | None = None
    """Id of the network that it belongs to."""
    builds_on: tuple[str, ...] = ()
    """Ids of earlier initiatives."""
    themes: tuple[str, ...] = ()
    period: Period = Period()
    ended_by: PartialDate | None = None
    """A date by which it is known to be over, where the end itself is not known."""
    lead: OfficeHolder | None = None
    summary: str | None = None

    @property
    def label(self) -> str:
        """The name."""
        return self.name
