"""Memberships: who belongs to which network."""

from typing import Final

import attrs

from .._dates import PartialDate, Period
from ..kinds import Basis, Role
from .fields import refers_to
from .record import Dated, Record

__all__ = ["Membership"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Membership(Dated, Record):
    """An organization, or a network, in a network.

    Attributes:
        network: id of the network.
        member: id of the organization or network that belongs to it.
        roles: what the member is or does there.
        period: from when to when.
        ended_by: a date by which it is known to be over, if the end itself is not known.
        basis: stated by a source, or inferred by a curator.
    """

    network: str = attrs.field(metadata=refers_to("Network"))
    member: str = attrs.field(metadata=refers_to("Organization", "Network"))
    roles: tuple[Role, ...] = (Role.MEMBER,)
    period: Period = Period()
    ended_by: PartialDate | None = None
    basis: Basis = Basis.STATED

    @property
    def label(self) -> str:
        """Who belongs to what."""
        return f"{self.member} in {self.network}"

    def has_role(self, role: Role) -> bool:
        """Say whether the member has a role there; a founding member is a member, and so is a suspended one."""
        return role in self.roles or (role is Role.MEMBER and not _FULL_MEMBER.isdisjoint(self.roles))


_FULL_MEMBER: Final = frozenset({Role.FOUNDING_MEMBER, Role.SUSPENDED})
"""What only a member can be."""
