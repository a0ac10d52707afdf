"""Every case of every rule: what breaks it, and what comes near to breaking it."""

from . import evidence, figures, identifiers, links, names, places, structure, time, worlds

_SUBJECTS = (structure, evidence, time, worlds, links, names, places, identifiers, figures)

BROKEN = tuple(case for subject in _SUBJECTS for case in subject.BROKEN)
KEPT = tuple(case for subject in _SUBJECTS for case in subject.KEPT)
