"""Persons: only those who act in a public office."""

import attrs

from .._values import Value
from .fields import refers_to

__all__ = ["OfficeHolder"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class OfficeHolder(Value):
    """A person who acts in a public office: who signed, spoke or leads. Never a contact person.

    Attributes:
        name: the person's name.
        office: the office, in words.
        organization: id of the organization that the office belongs to.
    """

    name: str
    office: str
    organization: str | None = attrs.field(default=None, metadata=refers_to("Organization"))

    def __str__(self) -> str:
        return f"{self.name}, {self.office}"
