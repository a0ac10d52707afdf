"""Which body an affiliation means, of those that it names.

Names of several words decide. An acronym or a short name decides only beside the place of its bearer; a place never.
A university goes before the city, the hospital or the company named apart from it; two bodies joined by "and", or two
universities, are both candidates and neither is the answer.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

from .._countries import NORDIC, country_names
from .._model import Network, Organization, Record
from ..kinds import OrganizationKind
from .choosing import PLACES, choose, is_acronym, is_place_of
from .folding import fold, fold_words, loosen
from .forms import form_of
from .mentions import DIRECTIONS, JOINING, NEARBY, Mention, MentionFinder, Text
from .naming import Naming
from .registry import Rival, rivals_of, rivals_of_form

__all__ = ["Affiliation", "Named", "read_affiliation"]

_SCHOOLS: Final = frozenset(
    {OrganizationKind.UNIVERSITY, OrganizationKind.UNIVERSITY_OF_APPLIED_SCIENCES, OrganizationKind.COLLEGE}
)
_MOST_BETWEEN: Final = 3
"""How many words may join two bodies: "and the"."""
_LONGEST_COUNTRY: Final = 5
"""How many words a country's name may have, such as "Democratic Republic of the Congo"."""
_LONG_WORD: Final = 8
_PARTS_OF: Final = {"AX": "FI", "FO": "DK", "GL": "DK", "SJ": "NO"}
"""The codes of lands that belong to a country: an address may name either."""
_OF_MANY: Final = frozenset({"IT", "US"})
"""Where universities of one name are told apart by what follows a dash: "University of Minnesota - Duluth"."""
_CERTAIN: Final = 2
_BESIDE_ITS_PLACE: Final = 1
_UNCERTAIN: Final = 0


class Named(NamedTuple):
    """A body that an affiliation names: by which naming and words, how certainly, and who else bears the name."""

    naming: Naming
    record: Record
    words: str
    certainty: int
    rivals: tuple[str, ...]
    first: int
    last: int


class Affiliation(NamedTuple):
    """The bodies that an affiliation names, the most certain first, and the one that it means, if one is clear."""

    meant: Named | None
    named: tuple[Named, ...]


def read_affiliation(
    written: str,
    finder: MentionFinder,
    accepts: Callable[[Naming], bool],
    record_of: Callable[[Naming], Record],
    countries: frozenset[str] | None,
) -> Affiliation:
    """Return which bodies an affiliation names.

    Args:
        written: the affiliation.
        finder: finds names in it.
        accepts: says whether the bearer of a name is asked for.
        record_of: gives the record that bears a name.
        countries: the countries that are asked for, if not all.
    """
    text = Text(written)
    named_countries = _countries_of(text)
    asked = countries or named_countries or None
    named: dict[str, Named] = {}
    mentions = finder.find(text)
    for mention in mentions:
        namings = tuple(
            naming for naming in mention.namings if accepts(naming) and _is_whole(text, mention, naming, record_of)
        )
        if namings:
            for body in _bodies(text, mention, namings, record_of, asked):
                known = named.get(body.record.id)
                if known is None or body.certainty > known.certainty:
                    named[body.record.id] = body
    bodies = sorted(named.values(), key=lambda body: (-body.certainty, body.first))
    if named_countries:
        # What lies in another country than the text names is a candidate at the most.
        bodies = [
            body if _lies_in(body.record, named_countries) else body._replace(certainty=_UNCERTAIN) for body in bodies
        ]
        bodies.sort(key=lambda body: (-body.certainty, body.first))
    meant = _meant(text, bodies)
    if meant is not None and meant.certainty == _CERTAIN and text.holds_another_university(mentions):
        meant = None
    bodies.sort(key=lambda body: body is not meant)
    return Affiliation(meant, tuple(bodies))


def _bodies(
    text: Text,
    mention: Mention,
    namings: tuple[Naming, ...],
    record_of: Callable[[Naming], Record],
    countries: frozenset[str] | None,
) -> Iterator[Named]:
    """Yield the bodies that a mention may mean: one if it is certain."""
    words = text.quoted(mention.first, mention.last)
    rivals = _rivals(words, mention, record_of, countries)
    here = tuple(naming for naming in namings if countries is None or _lies_in(record_of(naming), countries))
    choice = choose(words, here or namings, rivals, record_of)
    for naming in choice.namings:
        record = record_of(naming)
        short = (mention.last - mention.first == 1 and " " not in naming.text) or is_acronym(naming)
        certainty = _UNCERTAIN
        if _is_a_place(naming, record) or _means_another(text, mention, naming, record):
            certainty = _UNCERTAIN
        elif not short and choice.certain and all(rival.closed for rival in rivals):
            certainty = _CERTAIN
        elif (
            (not short or naming.text == words or _is_a_long_word(naming, mention))
            and len(choice.namings) == 1
            and _is_placed(text, record, mention, rivals)
        ):
            certainty = _BESIDE_ITS_PLACE if short else _CERTAIN
        yield Named(naming, record, words, certainty, choice.rivals, mention.first, mention.last)


def _rivals(
    words: str, mention: Mention, record_of: Callable[[Naming], Record], countries: frozenset[str] | None
) -> tuple[Rival, ...]:
    """Return who else bears the name that a mention writes, or the name of which it writes a form."""
    if mention.exact:
        return rivals_of(fold(words), countries)
    rivals = rivals_of_form(form_of(words), countries)
    if any(naming.text == record_of(naming).label for naming in mention.namings):
        return rivals
    names = dict.fromkeys(fold(naming.text) for naming in mention.namings)
    return (*rivals, *(rival for name in names for rival in rivals_of(name, countries)))


def _is_whole(text: Text, mention: Mention, naming: Naming, record_of: Callable[[Naming], Record]) -> bool:
    """Say whether a name does not begin with what stands before it: "Jacobs University Bremen" is one name."""
    if mention.last - mention.first == 1 or not text.begins_before(mention):
        return True
    record = record_of(naming)
    # All Nordic schools are on record: what stands before "Lund University" is a part of it.
    return (
        mention.exact
        and isinstance(record, Organization)
        and record.country in NORDIC
        and record.city is not None
        and not set(fold_words(record.city)).isdisjoint(text.folded(mention))
    )


def _meant(text: Text, bodies: list[Named]) -> Named | None:
    """Return the body that a text means, if it is clear."""
    certain = [body for body in bodies if body.certainty == _CERTAIN]
    if not certain:
        certain = [body for body in bodies if body.certainty == _BESIDE_ITS_PLACE]
    if len(certain) > 1:
        certain = list(_without_parts(certain))
    if len(certain) > 1:
        schools = [body for body in certain if isinstance(body.record, Organization) and body.record.kind in _SCHOOLS]
        if len(schools) == 1 and not any(_joined(text, schools[0], body) for body in certain):
            certain = schools
    if len(certain) != 1 or _beside_a_hospital(text, certain[0]):
        return None
    beside = (body for body in bodies if body.certainty == _UNCERTAIN and not _is_a_place(body.naming, body.record))
    return None if any(_joined(text, certain[0], body) for body in beside) else certain[0]


def _without_parts(bodies: list[Named]) -> Iterator[Named]:
    """Yield the bodies that are no part of another one of them."""
    ids = {body.record.id for body in bodies}
    for body in bodies:
        record = body.record
        if not isinstance(record, Organization | Network) or ids.isdisjoint(record.part_of):
            yield body


def _joined(text: Text, body: Named, other: Named) -> bool:
    """Say whether only "and" stands between two bodies."""
    first, second = sorted((body, other), key=lambda named: named.first)
    between = text.words[first.last : second.first]
    return body is not other and 0 < len(between) <= _MOST_BETWEEN and between[0].folded in JOINING


def _beside_a_hospital(text: Text, body: Named) -> bool:
    """Say whether only "and" joins a body and a hospital: then it is not clear which of the two is meant."""
    words = text.words
    before, after = words[max(0, body.first - NEARBY) : body.first], words[body.last : body.last + NEARBY]
    part = words[body.first].part
    return (
        len(before) > 1 and before[-1].folded in JOINING and before[-2].stem == "hospital" and before[-2].part == part
    ) or (
        len(after) > 1
        and after[0].folded in JOINING
        and any(word.stem == "hospital" and word.part == after[0].part for word in after)
    )


def _is_a_long_word(naming: Naming, mention: Mention) -> bool:
    """Say whether a mention is a single word that is too long for an acronym: its case does not matter."""
    return mention.exact and not is_acronym(naming) and len(naming.text) >= _LONG_WORD


def _is_a_place(naming: Naming, record: Record) -> bool:
    return isinstance(record, Organization) and (record.kind in PLACES or is_place_of(naming, record))


def _means_another(text: Text, mention: Mention, naming: Naming, record: Record) -> bool:
    """Say whether the words around a mention may make it another body's name."""
    goes_on = text.goes_on_with(mention)
    if goes_on is not None and fold_words(naming.text)[-1] in DIRECTIONS:
        return True  # "University of West London" is not University West.
    if not isinstance(record, Organization):
        return False
    if record.kind not in _SCHOOLS:
        return mention.first > 0 and text.words[mention.first - 1].part == text.words[mention.first].part
    if mention.exact and record.country in NORDIC:
        # All Nordic schools are on record: what a Nordic one goes on with is its campus.
        return False
    number = text.number_of(mention) if record.country == "FR" else None
    if number is not None and number not in fold_words(naming.text):
        return True
    campus = text.campus_of(mention) if record.country in _OF_MANY else None
    further = {loosen(word) for word in (goes_on, campus) if word}
    return bool(further) and not further <= _places_of(record)


def _places_of(organization: Organization) -> set[str]:
    """Return the words of the city and the country of an organization."""
    countries = (name for name, code in country_names().items() if code == organization.country)
    return {loosen(word) for place in (organization.city or "", *countries) for word in fold_words(place)}


def _is_placed(text: Text, record: Record, mention: Mention, rivals: Iterable[Rival]) -> bool:
    """Say whether a text names the city or the country of a body beside its name, and no rival may be there."""
    if not isinstance(record, Organization):
        return False
    if record.country not in NORDIC and any(rival.country == record.country and not rival.closed for rival in rivals):
        return False
    if record.city is not None and text.holds(record.city, mention):
        return True
    return (record.country in NORDIC or mention.last - mention.first > 1) and record.country in _countries_of(text)


def _countries_of(text: Text) -> frozenset[str]:
    """Return the countries that a text names: a part of it that is a country's name, or its last words."""
    words = [word for word in text.words if not word.folded.isdigit()]
    parts: dict[int, list[str]] = {}
    for word in words:
        parts.setdefault(word.part, []).append(word.folded)
    tail = [word.folded for word in words[-_LONGEST_COUNTRY:]]
    codes = _country_codes()
    # The longest name is meant: "Northern Ireland" ends with another country's.
    ends = (" ".join(tail[place:]) for place in range(len(tail)))
    phrases = [*(" ".join(part) for part in parts.values()), *[end for end in ends if end in codes][:1]]
    return frozenset(codes[phrase] for phrase in phrases if phrase in codes)


@cache
def _country_codes() -> dict[str, str]:
    """Return country codes by the folded words of their names."""
    return {" ".join(fold_words(name)): code for name, code in country_names().items()}


def _lies_in(record: Record, countries: frozenset[str]) -> bool:
    """Say whether a body lies in one of these countries, or in none that is known."""
    if not isinstance(record, Organization) or record.country is None:
        return True
    return record.country in countries or _PARTS_OF.get(record.country) in countries
