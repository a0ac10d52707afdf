"""The exceptions of the library: one family, with the standard library's bases where they fit.

``NordicPartnershipsError`` catches everything the library raises on purpose. Look-up errors are also
``LookupError``, bad values also ``ValueError``, wrong types also ``TypeError``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, NamedTuple, Self

from ._text import printable, shortened, shown

__all__ = [
    "AmbiguousNameError",
    "DataError",
    "InvalidDateError",
    "InvalidTypeError",
    "InvalidValueError",
    "MissingLibraryError",
    "NordicPartnershipsError",
    "Problem",
    "ReleaseMismatchError",
    "RetiredIdError",
    "RetiredIdWarning",
    "UnknownNameError",
    "UnknownReleaseError",
]


class NordicPartnershipsError(Exception):
    """Base of every error that the library raises on purpose."""


class InvalidValueError(NordicPartnershipsError, ValueError):
    """An argument has the right type but an invalid value: blank text, an unknown kind, a negative bound."""


class InvalidDateError(InvalidValueError):
    """A text is not a date or a period; the message says what would be.

    >>> from nordic_partnerships import PartialDate
    >>> PartialDate.parse("2018-13")
    Traceback (most recent call last):
    nordic_partnerships.errors.InvalidDateError: no such date: '2018-13'
    """


class InvalidTypeError(NordicPartnershipsError, TypeError):
    """An argument has an unsupported type."""


class MissingLibraryError(NordicPartnershipsError, ImportError):
    """A library that only some uses need is not installed; ``extra`` is what installs it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(library, extra)
        self.library = library
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.library} is not installed; run: pip install 'nordic-partnerships[{self.extra}]'"


class UnknownNameError(NordicPartnershipsError, LookupError):
    """No record bears the name; ``suggestions`` holds names like it, the most alike first.

    If records of another class bear it, ``elsewhere`` says of which. Both are looked for when they are first read.
    """

    def __init__(
        self, key: str, wanted: str = "record", suggestions: tuple[str, ...] = (), elsewhere: str | None = None
    ) -> None:
        super().__init__(key, wanted, suggestions, elsewhere)
        self.key = key
        self.wanted = wanted
        self.suggestions = suggestions
        self.elsewhere = elsewhere

    @classmethod
    def deferred(cls, key: str, wanted: str, hints: Callable[[], tuple[tuple[str, ...], str | None]]) -> Self:
        """Return an error that calls ``hints`` for its suggestions and ``elsewhere`` when one of them is read."""
        error = cls(key, wanted)
        del error.suggestions, error.elsewhere
        error._hints = hints
        return error

    _hints: Callable[[], tuple[tuple[str, ...], str | None]]

    @cached_property
    def suggestions(self) -> tuple[str, ...]:
        """Names like the key, the most alike first."""
        return self._look()[0]

    @cached_property
    def elsewhere(self) -> str | None:
        """The classes of which records bear the name, in words."""
        return self._look()[1]

    def _look(self) -> tuple[tuple[str, ...], str | None]:
        suggestions, elsewhere = self._hints()
        vars(self).update(suggestions=suggestions, elsewhere=elsewhere)
        vars(self).pop("_hints", None)
        super().__init__(self.key, self.wanted, suggestions, elsewhere)
        return suggestions, elsewhere

    def __reduce__(self) -> tuple[Any, ...]:
        arguments = (self.key, self.wanted, self.suggestions, self.elsewhere)
        return type(self), arguments, dict(vars(self))

    def __str__(self) -> str:
        text = f"no {self.wanted} is called {shown(self.key)}"
        if self.elsewhere:
            return f"{text}; it is the name of {self.elsewhere}"
        if self.suggestions:
            text += "; did you mean " + " or ".join(repr(name) for name in self.suggestions) + "?"
        return text


class AmbiguousNameError(NordicPartnershipsError, LookupError):
    """A name does not say which body is meant; ``candidates`` holds the ids of those it may be, sorted.

    Several records bear the name; or a single one, but so do bodies of the world that are not on record, whose names
    are in ``rivals``, or the name is only an acronym or a place. Ask again with an id, or with a country.
    """

    def __init__(self, key: str, candidates: tuple[str, ...], rivals: tuple[str, ...] = ()) -> None:
        super().__init__(key, candidates, rivals)
        self.key = key
        self.candidates = candidates
        self.rivals = rivals

    def __str__(self) -> str:
        candidates = ", ".join(self.candidates)
        if len(self.candidates) > 1:
            return f"{self.key!r} is the name of several records: {candidates}; ask again with one of these ids"
        if self.rivals:
            others = ", ".join(self.rivals[:3]) + (", ..." if len(self.rivals) > 3 else "")
            return f"{self.key!r} may be {candidates}, or others in the world ({others}); ask again with the id"
        return f"{self.key!r} may be {candidates}, but is no more than an acronym or a place; ask again with the id"


class RetiredIdError(NordicPartnershipsError, LookupError):
    """The id was retired, and no single record took its place; ``successors`` holds the ids of those that did."""

    def __init__(self, key: str, reason: str, successors: tuple[str, ...]) -> None:
        super().__init__(key, reason, successors)
        self.key = key
        self.reason = reason
        self.successors = successors

    def __str__(self) -> str:
        instead = f"use one of {', '.join(self.successors)}" if self.successors else "nothing took its place"
        return f"{self.key!r} was retired ({self.reason}); {instead}"


class RetiredIdWarning(UserWarning):
    """An id was retired, and its one successor was used instead; the message names both."""


class UnknownReleaseError(NordicPartnershipsError, LookupError):
    """No such data release is bundled; ``available`` lists those that are, oldest first."""

    def __init__(self, version: str, available: tuple[str, ...]) -> None:
        super().__init__(version, available)
        self.version = version
        self.available = available

    def __str__(self) -> str:
        return f"no data release {self.version!r} is bundled; there are: {', '.join(self.available)}"


class ReleaseMismatchError(NordicPartnershipsError, ValueError):
    """A release is not the one that was pinned: its digest differs from the one expected."""

    def __init__(self, release: str, expected: str, found: str) -> None:
        super().__init__(release, expected, found)
        self.release = release
        self.expected = expected
        self.found = found

    def __str__(self) -> str:
        return f"{self.release} is not what was pinned: expected SHA-256 {self.expected}, found {self.found}"


class Problem(NamedTuple):
    """One thing that is wrong in data. Whatever is not known is an empty text.

    Attributes:
        file: the file.
        record: the record's id, or its place.
        field: the path of the field.
        message: what is wrong.
    """

    file: str
    record: str
    field: str
    message: str

    def __str__(self) -> str:
        # An id may be what is wrong: half a character in it could not be printed.
        where = " ".join(shortened(printable(part)) for part in (self.file, self.record, self.field) if part)
        return f"{where}: {self.message}" if where else self.message


class DataError(NordicPartnershipsError, ValueError):
    """Data cannot be used; ``problems`` lists everything that is wrong with it, not only the first thing."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        head = "1 problem in the data" if count == 1 else f"{count} problems in the data"
        return "\n  ".join([head + ":", *map(str, self.problems)])
