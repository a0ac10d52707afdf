"""What is known about them: events, figures, statements, and the vocabulary of themes."""

import attrs

from .._dates import PartialDate, Period
from ..kinds import IndicatorMeasure, Qualifier, StatementKind, Unit
from .fields import ANY_SUBJECT, refers_to
from .parts import Name
from .persons import OfficeHolder
from .record import Named, Record
from .sizes import Size, Sized

__all__ = ["Event", "Indicator", "Statement", "Theme"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Event(Named, Sized, Record):
    """A dated happening.

    Attributes:
        name: its name.
        names: further names.
        period: a day, several days, or as much as is known.
        place: where it took place.
        hosts: ids of the organizations whose guests the others are.
        parties: ids of the organizations that organize it or take part.
        network: id of the network that it belongs to.
        partnership: id of the partnership that it belongs to.
        initiative: id of the undertaking that it belongs to.
        sizes: figures, such as the number of participants.
        summary: one line.
    """

    name: str
    names: tuple[Name, ...] = ()
    period: Period = Period()
    place: str | None = None
    hosts: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization"))
    parties: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Organization"))
    network: str | None = attrs.field(default=None, metadata=refers_to("Network"))
    partnership: str | None = attrs.field(default=None, metadata=refers_to("Partnership"))
    initiative: str | None = attrs.field(default=None, metadata=refers_to("Initiative"))
    sizes: tuple[Size, ...] = ()
    summary: str | None = None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Indicator(Record):
    """One statistical observation, or a ranking, about any record.

    Attributes:
        subject: id of the record that it is about.
        measure: what is observed.
        group: the part of the subject that was observed, such as professors, or None for the whole.
        value: the number.
        unit: percent or count.
        qualifier: how the source hedges the number.
        ranking: instead of a value: ISO 3166-1 codes of countries, the first place first.
        as_of: the date of the observation, or None if the source gives none.
    """

    subject: str = attrs.field(metadata=refers_to(*ANY_SUBJECT))
    measure: IndicatorMeasure
    group: str | None = None
    value: float | None = None
    unit: Unit | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    ranking: tuple[str, ...] = ()
    as_of: PartialDate | None = None

    @property
    def label(self) -> str:
        """What was observed, of whom and when."""
        what = f"{self.measure}, {self.group}" if self.group else str(self.measure)
        return f"{self.subject}: {what}: {self.figure} ({self.as_of or 'undated'})"

    @property
    def figure(self) -> str:
        """The value with its qualifier and unit, or the ranking, in words.

        >>> import nordic_partnerships as nordic
        >>> nordic.get("aalto-international-professors-2022", nordic.Indicator).figure
        '27 percent'
        """
        if self.value is None:
            return ", ".join(self.ranking)
        value = float(self.value)  # a record made by hand may hold 27
        number = f"{int(value):,}" if value.is_integer() else f"{value:,}"
        hedge = None if self.qualifier is Qualifier.EXACTLY else self.qualifier
        unit = None if self.unit is Unit.COUNT else self.unit
        return " ".join(part for part in (hedge, number, unit) if part)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Statement(Record):
    """One thing that a body says of itself or of a joint undertaking, in our words.

    Attributes:
        subject: id of the record that it is about.
        kind: aim, activity, value, method or result.
        text: what it says.
        themes: ids of its themes.
        speaker: who said it, if the source quotes somebody in office.
    """

    subject: str = attrs.field(metadata=refers_to(*ANY_SUBJECT))
    kind: StatementKind
    text: str
    themes: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Theme"))
    speaker: OfficeHolder | None = None

    @property
    def label(self) -> str:
        """The text."""
        return self.text


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Theme(Named, Record):
    """A term of the controlled vocabulary that partnerships, agreements and undertakings share.

    Attributes:
        name: the term.
        names: further names.
        broader: ids of the themes that include it.
        summary: one line: what it means.
        isced_f: code of the field of ISCED-F 2013 that means the same, such as 0821 for forestry.
    """

    name: str
    names: tuple[Name, ...] = ()
    broader: tuple[str, ...] = attrs.field(default=(), metadata=refers_to("Theme"))
    summary: str | None = None
    isced_f: str | None = None
