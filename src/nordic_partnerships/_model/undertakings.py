"""What partners do under their partnerships: the agreements they sign, and their joint undertakings."""

import attrs

from .._dates import PartialDate, Period
from ..kinds import InitiativeKind
from .fields import refers_to
from .parts import Name
from .persons import OfficeHolder
from .record import Dated, Named, Record

__all__ = ["Agreement", "Initiative"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Agreement(Named, Dated, Record):
    """A signed document under a partnership.

    Attributes:
        name: what to call it.
        partnership: id of the partnership.
        signed: when it was signed.
        period: from when to when it holds.
        ended_by: a date by which it is known to be over, if the end itself is not known.
        term: its length in years, if the source states that.
        signatories: who signed it.
        themes: ids of its themes.
        renews: id of the agreement that it continues; that one is over when this one begins.
        summary: one line.
    """

    name: str
    partnership: str = attrs.field(metadata=refers_to("Partnership"))
    signed: PartialDate | None = None
    period: Period = Period()
    ended_by: PartialDate | None = None
    term: int | None = None
    signatories: tuple[OfficeHolder, ...] = ()
    themes: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Theme"))
    renews: str | None = attrs.field(default=None, metadata=refers_to("Agreement"))
    summary: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Initiative(Named, Dated, Record):
    """A joint undertaking: a project, programme, school, scheme, professorship, forum or body.

    Attributes:
        name: its name.
        kind: joint project, summer school, professorship, ...
        names: further names.
        parties: ids of the organizations or networks that run it or sit in it.
        partnership: id of the partnership that it belongs to.
        network: id of the network that it belongs to.
        builds_on: ids of earlier initiatives.
        themes: ids of its themes.
        period: from when to when it runs.
        ended_by: a date by which it is known to be over, if the end itself is not known.
        lead: who leads it.
        summary: one line.
    """

    name: str
    kind: InitiativeKind
    names: tuple[Name, ...] = ()
    parties: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization", "Network"))
    partnership: str | None = attrs.field(default=None, metadata=refers_to("Partnership"))
    network: str | None = attrs.field(default=None, metadata=refers_to("Network"))
    builds_on: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Initiative"))
    themes: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Theme"))
    period: Period = Period()
    ended_by: PartialDate | None = None
    lead: OfficeHolder | None = None
    summary: str | None = None
