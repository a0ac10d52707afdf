"""What is known about them: events, figures, statements, and the vocabulary of themes."""

import attrs

from ..dates import PartialDate, Period
from .bodies import Size
from .enumerations import IndicatorMeasure, Qualifier, StatementKind, Unit
from .evidence import Name, OfficeHolder, Record

__all__ = ["Event", "Indicator", "Statement", "Theme"]


@attrs.frozen(kw_only=True, repr=False)
class Event(Record):
    """A dated happening."""

    name: str
    names: tuple[Name, ...] = ()
    period: Period = Period()
    place: str | None = None
    hosts: tuple[str, ...] = ()
    """Ids of the organizations whose guests the others are."""
    parties: tuple[str, ...] = ()
    """Ids of the organizations that organize it or take part."""
    network: str | None = None
    partnership: str | None = None
    initiative: str | None = None
    """Id of the undertaking that it belongs to."""
    sizes: tuple[Size, ...] = ()
    summary: str | None = None

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@attrs.frozen(kw_only=True, repr=False)
class Indicator(Record):
    """One statistical observation, or a ranking, about any record."""

    subject: str
    """Id of the record that it is about."""
    measure: IndicatorMeasure
    group: str | None = None
    """The part of the subject that was observed, such as professors; none: the whole."""
    value: float | None = None
    unit: Unit | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    ranking: tuple[str, ...] = ()
    """Instead of a value: ISO 3166-1 codes of countries, the first place first."""
    as_of: PartialDate | None = None
    """The date of the observation; none: the source gives none."""

    @property
    def label(self) -> str:
        """What was observed, of whom and when."""
        what = f"{self.measure}, {self.group}" if self.group else str(self.measure)
        return f"{self.subject}: {what}: {self.figure} ({self.as_of or 'undated'})"

    @property
    def figure(self) -> str:
        """The value with its qualifier and unit, or the ranking, in words.

        >>> import nordic_partnerships as nordic
        >>> nordic.load().get("aalto-international-professors-2022").figure
        '27 percent'
        """
        if self.value is None:
            return ", ".join(self.ranking)
        value = float(self.value)  # whoever builds a record by hand may write 27
        number = f"{int(value):,}" if value.is_integer() else f"{value:,}"
        hedge = None if self.qualifier is Qualifier.EXACTLY else self.qualifier
        unit = None if self.unit is Unit.COUNT else self.unit
        return " ".join(part for part in (hedge, number, unit) if part)


@attrs.frozen(kw_only=True, repr=False)
class Statement(Record):
    """One thing that a body says of itself or of a joint undertaking, in our words."""

    subject: str
    """Id of the record that it is about."""
    kind: StatementKind
    text: str
    themes: tuple[str, ...] = ()
    speaker: OfficeHolder | None = None
    """Who said it, where the source quotes somebody in office."""

    @property
    def label(self) -> str:
        """The text."""
        return self.text


@attrs.frozen(kw_only=True, repr=False)
class Theme(Record):
    """A term of the controlled vocabulary that partnerships, agreements and undertakings share."""

    name: str
    names: tuple[Name, ...] = ()
    broader: tuple[str, ...] = ()
    """Ids of the themes that include it."""

    @property
    def label(self) -> str:
        """The name."""
        return self.name
