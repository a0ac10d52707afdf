"""What every Data Package of ours says of itself: a release, and the tables that are made of one."""

from typing import Any, Final

from ._dates import PartialDate

__all__ = ["LICENCE", "package_head"]

_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE: Final = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}


def package_head(version: str, reference_date: PartialDate, created: PartialDate | None) -> dict[str, Any]:
    """Return the head of a descriptor.

    Args:
        version: of the data.
        reference_date: the day that questions answer for.
        created: the day on which the data was released, or None if it was not.
    """
    return {
        "$schema": _PROFILE,
        "name": "nordic-partnerships",
        "title": "Partnerships and networks of Nordic higher education",
        "version": version,
        **({} if created is None else {"created": f"{created}T00:00:00Z"}),
        "referenceDate": str(reference_date),
    }
