"""Every case of every rule: what breaks it, and what comes near to breaking it."""

from . import (
    claims,
    dates,
    evidence,
    figures,
    identifiers,
    links,
    names,
    places,
    relations,
    sources,
    structure,
    time,
    worlds,
)

_SUBJECTS = (
    structure,
    evidence,
    claims,
    sources,
    time,
    worlds,
    dates,
    links,
    relations,
    names,
    places,
    identifiers,
    figures,
)

BROKEN = tuple(case for subject in _SUBJECTS for case in subject.BROKEN)
KEPT = tuple(case for subject in _SUBJECTS for case in subject.KEPT)
