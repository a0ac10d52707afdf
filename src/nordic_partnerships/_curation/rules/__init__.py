"""The rules that a dataset keeps, one small named function each.

A rule takes a dataset and yields a problem for each thing that breaks it. ``check`` runs them all. Rules look at one
record's place among the others; that a record is well formed by itself is the codec's affair.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING, Final

import attrs

from ..._countries import COUNTRIES
from ..._dates import Bound, PartialDate, Period
from ..._model import (
    NAMED,
    Agreement,
    Dated,
    Event,
    Indicator,
    Location,
    Membership,
    Named,
    Network,
    Organization,
    Partnership,
    Record,
    Revision,
    Sized,
    Source,
    Theme,
    Tombstone,
    citations_of,
    file_of,
    leaves,
)
from ..._names.folding import fold
from ..._structure import structural_problems
from ...errors import Problem
from ...kinds import (
    IndicatorMeasure,
    InitiativeKind,
    NetworkKind,
    PartnershipKind,
    RosterStatus,
    SizeMeasure,
)
from ..boxes import BOXES

if TYPE_CHECKING:
    from ..._dataset import Dataset

__all__ = ["RULES", "check"]

_WORDS_STATED: Final = 100


def check(dataset: "Dataset") -> list[Problem]:
    """Return everything in a dataset that breaks a rule, in the order of the rules.

    The rules about single ids come first; where one of them is broken the others are not run, since they follow ids.
    """
    problems = structural_problems(dataset)
    return problems or [problem for rule in _RULES for problem in rule(dataset)]


# -------------------------------------------------------------------- evidence


def records_are_cited(dataset: "Dataset") -> Iterator[Problem]:
    """Every record has a citation, and so has every figure; sources and what curators did need none."""
    for record in dataset:
        if not record.citations and not isinstance(record, Source | Tombstone | Revision):
            yield _problem(record, "citations", "there is none")
        for index, size in enumerate(record.sizes if isinstance(record, Sized) else ()):
            if not size.citations:
                yield _problem(record, f"sizes[{index}].citations", "there is none")


def citations_name_fields(dataset: "Dataset") -> Iterator[Problem]:
    """What a citation supports, and what an alternative competes for, are fields of the record."""
    for record in dataset:
        fields = {field.name for field in attrs.fields(type(record))}
        named = [(f"{path}.supports", name) for path, each in citations_of(record) for name in each.supports]
        named += [(f"alternatives[{index}].field", each.field) for index, each in enumerate(record.alternatives)]
        for path, name in named:
            if name not in fields:
                yield _problem(record, path, f"there is no field {name!r}")


def quotations_are_short(dataset: "Dataset") -> Iterator[Problem]:
    """What is quoted as stated is a few words, not a sentence."""
    for record in dataset:
        sizes = [
            (f"sizes[{index}].stated", size.stated)
            for index, size in enumerate(record.sizes if isinstance(record, Sized) else ())
        ]
        cited = [(f"{path}.stated", each.stated) for path, each in citations_of(record)]
        for path, stated in sizes + cited:
            if stated is not None and len(stated) > _WORDS_STATED:
                yield _problem(record, path, f"{len(stated)} characters are quoted, of {_WORDS_STATED} at the most")


def documents_have_digests(dataset: "Dataset") -> Iterator[Problem]:
    """A source that names a document gives its SHA-256, and only such a source does."""
    for source in dataset.records(Source):
        if (source.document is None) != (source.sha256 is None):
            yield _problem(source, "sha256", "a document and its SHA-256 go together")
        elif source.sha256 is not None and re.fullmatch("[0-9a-f]{64}", source.sha256) is None:
            yield _problem(source, "sha256", "is not a SHA-256 in lower-case hexadecimal")


# -------------------------------------------------------------------- time


def periods_are_ordered(dataset: "Dataset") -> Iterator[Problem]:
    """What is known to be over ended no later than that, and an agreement is signed before its period is over."""
    for record in dataset:
        period, ended_by = getattr(record, "period", None), getattr(record, "ended_by", None)
        if not isinstance(period, Period):
            continue
        for field, bound in (("start", period.start), ("end", period.end)):
            if isinstance(bound, PartialDate) and ended_by is not None and bound.first > ended_by.last:
                yield _problem(record, "ended_by", f"comes before the {field} of the period {period}")
        signed = getattr(record, "signed", None)
        if signed is not None and isinstance(period.end, PartialDate) and signed.first > period.end.last:
            yield _problem(record, "signed", f"comes after the end of the period {period}")


def renewals_are_in_order(dataset: "Dataset") -> Iterator[Problem]:
    """An agreement renews one of the same partnership that begins before it, and no chain of renewals is a circle."""
    agreements = {agreement.id: agreement for agreement in dataset.records(Agreement)}
    for agreement in agreements.values():
        if agreement.renews is None:
            continue
        renewed = agreements[agreement.renews]
        if renewed.partnership != agreement.partnership:
            yield _problem(agreement, "renews", f"{renewed.id!r} belongs to another partnership")
        begins, began = (_begin(each) for each in (agreement, renewed))
        if begins is not None and began is not None and began.first > begins.last:
            yield _problem(agreement, "renews", f"{renewed.id!r} begins after it")
        yield from _circle(agreement, "renews", lambda each: [agreements[each].renews])


def parts_are_not_circular(dataset: "Dataset") -> Iterator[Problem]:
    """Nothing is a part, a successor, a narrower theme or a follow-up of itself, by whatever detour."""
    records = {record.id: record for record in dataset}

    def held(field: str) -> Callable[[str], list[str | None]]:
        def follow(each: str) -> list[str | None]:
            value = getattr(records[each], field, None)
            return list(value) if isinstance(value, tuple) else [value]

        return follow

    for record in records.values():
        for field in ("part_of", "successor", "successors", "broader", "builds_on"):
            yield from _circle(record, field, held(field))


def members_belong_once_at_a_time(dataset: "Dataset") -> Iterator[Problem]:
    """Of two memberships of one member in one network the earlier has an end, which may lie before the later begins."""
    groups: dict[tuple[str, str], list[Membership]] = {}
    for membership in dataset.records(Membership):
        groups.setdefault((membership.network, membership.member), []).append(membership)
    for group in groups.values():
        for earlier, later in combinations(sorted(group, key=lambda each: (_start_key(each.period), each.id)), 2):
            ends = [each for each in (earlier.period.end, earlier.ended_by) if isinstance(each, PartialDate)]
            starts = later.period.start
            if not ends or not isinstance(starts, PartialDate) or min(each.first for each in ends) > starts.last:
                yield _problem(later, "period", f"{later.period} may overlap {earlier.period} of {earlier.id!r}")


def members_are_not_themselves(dataset: "Dataset") -> Iterator[Problem]:
    """A network is not a member of itself, and the parties of a partnership are two or more, each named once."""
    for membership in dataset.records(Membership):
        if membership.member == membership.network:
            yield _problem(membership, "member", "is the network itself")
    for partnership in dataset.records(Partnership):
        if len(partnership.parties) < 2 or len(set(partnership.parties)) < len(partnership.parties):
            yield _problem(partnership, "parties", "are not two or more, each named once")


def members_fit_the_founding(dataset: "Dataset") -> Iterator[Problem]:
    """Nobody joined a network before it was founded; nor before being founded, but for a remark or a predecessor."""
    networks = {network.id: network for network in dataset.records(Network)}
    organizations = {organization.id: organization for organization in dataset.records(Organization)}
    succeeded = {organization.successor for organization in organizations.values()}
    for membership in dataset.records(Membership):
        start = membership.period.start
        if not isinstance(start, PartialDate):
            continue
        founded = networks[membership.network].founded
        if founded is not None and start.last < founded.first:
            yield _problem(membership, "period", f"{start} is before the network was founded, {founded}")
        member = organizations.get(membership.member)
        established = None if member is None else member.established
        explained = membership.remark is not None or membership.member in succeeded
        if established is not None and start.last < established.first and not explained:
            yield _problem(membership, "period", f"{start} is before the member was established, {established}")


def successors_come_later(dataset: "Dataset") -> Iterator[Problem]:
    """A successor was not established before the organization that it follows, unless a remark says why."""
    organizations = {organization.id: organization for organization in dataset.records(Organization)}
    for organization in organizations.values():
        if organization.successor is None or organization.established is None or organization.remark is not None:
            continue
        established = organizations[organization.successor].established
        if established is not None and established.last < organization.established.first:
            yield _problem(organization, "successor", f"{organization.successor!r} is older: {established}")


def predecessors_are_members_no_more(dataset: "Dataset") -> Iterator[Problem]:
    """The membership of an organization that has a successor does not go on."""
    succeeded = {
        organization.id for organization in dataset.records(Organization) if organization.successor is not None
    }
    for membership in dataset.records(Membership):
        if membership.member in succeeded and membership.period.end is Bound.OPEN and membership.ended_by is None:
            yield _problem(membership, "period", "goes on, though the member has a successor")


# -------------------------------------------------------------------- names and codes


def texts_are_normal(dataset: "Dataset") -> Iterator[Problem]:
    """Texts are in Unicode's form NFC, not empty, and without space at their ends."""
    for record in dataset:
        for path, _, text in leaves(record):
            if not isinstance(text, str) or isinstance(text, Enum):
                continue
            if not unicodedata.is_normalized("NFC", text):
                yield _problem(record, path, "is not in Unicode form NFC")
            if not text or text != text.strip():
                yield _problem(record, path, f"{text!r} is empty, or has space at its ends")


def names_are_given_once(dataset: "Dataset") -> Iterator[Problem]:
    """A record's further names differ from each other and from its name, and hold letters or digits."""
    for record in dataset:
        seen = {record.label}
        for index, name in enumerate(record.names if isinstance(record, Named) else ()):
            if name.text in seen or not fold(name.text):
                yield _problem(record, f"names[{index}]", f"{name.text!r} is no further name")
            seen.add(name.text)


def names_are_unambiguous(dataset: "Dataset") -> Iterator[Problem]:
    """A name is borne by one record of a class, or declared ambiguous: an alias, acronym or former name of each."""
    for kind in NAMED:
        bearers: dict[str, list[tuple[Record, bool]]] = {}
        for record in dataset.records(kind):
            own = {fold(record.label): True}
            for name in record.names if isinstance(record, Named) else ():
                own[fold(name.text)] = own.get(fold(name.text), False) or name.kind.value == "label"
            for key, proper in own.items():
                bearers.setdefault(key, []).append((record, proper))
        for key, group in bearers.items():
            if len(group) > 1:
                for record, proper in group:
                    if proper:
                        others = ", ".join(each.id for each, _ in group if each is not record)
                        yield _problem(record, "name", f"{key!r} is also a name of {others}")


def countries_are_known(dataset: "Dataset") -> Iterator[Problem]:
    """Country codes are those of ISO 3166-1."""
    for organization in dataset.records(Organization):
        if organization.country is not None and organization.country not in COUNTRIES:
            yield _problem(organization, "country", f"{organization.country!r} is not a code of ISO 3166-1")
    for indicator in dataset.records(Indicator):
        for code in indicator.ranking:
            if code not in COUNTRIES:
                yield _problem(indicator, "ranking", f"{code!r} is not a code of ISO 3166-1")


def places_lie_in_their_country(dataset: "Dataset") -> Iterator[Problem]:
    """Coordinates lie within the bounds of the country, where its bounds are on record."""
    for organization in dataset.records(Organization):
        place, boxes = organization.location, BOXES.get(organization.country or "", ())
        if place is not None and boxes and not any(_inside(place, box) for box in boxes):
            where = f"{place.latitude}, {place.longitude}"
            yield _problem(organization, "location", f"{where} does not lie in {organization.country}")


def identifiers_are_valid(dataset: "Dataset") -> Iterator[Problem]:
    """ROR ids and ISNIs pass their check digits, Wikidata items are well formed, and none is given twice."""
    for field, valid in (("ror", _is_ror), ("isni", _is_isni), ("wikidata", _is_wikidata)):
        seen: dict[str, str] = {}
        for organization in dataset.records(Organization):
            value = getattr(organization, field)
            if value is None:
                continue
            if not valid(value):
                yield _problem(organization, field, f"{value!r} is not a valid identifier")
            if value in seen:
                yield _problem(organization, field, f"{value!r} is that of {seen[value]!r}")
            seen[value] = organization.id


# -------------------------------------------------------------------- figures


def counts_agree_with_lists(dataset: "Dataset") -> Iterator[Problem]:
    """A stated count equals the list on record, or a remark says why not."""
    for indicator in dataset.records(Indicator):
        counted = _counted(dataset, indicator)
        if counted not in (None, indicator.value) and indicator.value is not None and indicator.remark is None:
            yield _problem(
                indicator, "value", f"states {indicator.figure}, while {counted} are on record, with no remark"
            )


def rosters_agree_with_sizes(dataset: "Dataset") -> Iterator[Problem]:
    """A complete roster counts, at its date, the members that the network states for then, or a remark says why not."""
    for network in dataset.records(Network):
        if network.roster is not RosterStatus.COMPLETE:
            continue
        if network.roster_as_of is None:
            yield _problem(network, "roster_as_of", "a complete roster says at what date it is complete")
            continue
        size = network.size(SizeMeasure.MEMBERS, network.roster_as_of)
        counted = len(dataset.members_of(network.id, as_of=network.roster_as_of))
        if size is not None and size.count != counted and size.remark is None:
            yield _problem(network, "sizes", f"states {size}, while {counted} are on record, with no remark")


def indicators_say_one_thing(dataset: "Dataset") -> Iterator[Problem]:
    """An indicator has either a value with its unit or a ranking."""
    for indicator in dataset.records(Indicator):
        if (indicator.value is None) == (not indicator.ranking) or (indicator.value is None) != (
            indicator.unit is None
        ):
            yield _problem(indicator, "value", "an indicator has a value with a unit, or a ranking")


_RULES: Final = (
    records_are_cited,
    citations_name_fields,
    quotations_are_short,
    documents_have_digests,
    periods_are_ordered,
    renewals_are_in_order,
    parts_are_not_circular,
    members_belong_once_at_a_time,
    members_are_not_themselves,
    members_fit_the_founding,
    successors_come_later,
    predecessors_are_members_no_more,
    texts_are_normal,
    names_are_given_once,
    names_are_unambiguous,
    countries_are_known,
    places_lie_in_their_country,
    identifiers_are_valid,
    counts_agree_with_lists,
    rosters_agree_with_sizes,
    indicators_say_one_thing,
)
RULES: Final[tuple[Callable[["Dataset"], Iterator[Problem]], ...]] = _RULES
"""Every rule, in the order that ``check`` runs them."""


def _problem(record: Record, field: str, message: str) -> Problem:
    return Problem(file_of(type(record)), record.id, field, message)


def _begin(agreement: Agreement) -> PartialDate | None:
    return agreement.period.start if isinstance(agreement.period.start, PartialDate) else agreement.signed


def _start_key(period: Period) -> str:
    return str(period.start.first) if isinstance(period.start, PartialDate) else ""


def _circle(record: Record, field: str, follow: Callable[[str], list[str | None]]) -> Iterator[Problem]:
    """Yield a problem if following a field from a record leads back to it."""
    seen: set[str] = set()
    todo = follow(record.id)
    while todo:
        each = todo.pop()
        if each == record.id:
            yield _problem(record, field, "leads back to the record itself")
            return
        if each is not None and each not in seen:
            seen.add(each)
            todo.extend(follow(each))


def _counted(dataset: "Dataset", indicator: Indicator) -> int | None:
    """Return the length of the list that a stated count is about, if it is about one."""
    subject = dataset.get(indicator.subject)
    at = indicator.as_of
    match indicator.measure:
        case IndicatorMeasure.THEMES:
            themes: tuple[str, ...] | None = getattr(subject, "themes", None)
            return None if themes is None else len(themes)
        case IndicatorMeasure.JOINT_PROJECTS if isinstance(subject, Partnership):
            return len(dataset.initiatives_of(subject, kind=InitiativeKind.JOINT_PROJECT, as_of=at))
        case IndicatorMeasure.STRATEGIC_PARTNERS if isinstance(subject, Organization):
            return len(dataset.partners_of(subject, kind=PartnershipKind.STRATEGIC, as_of=at))
        case IndicatorMeasure.COMMUNITIES if isinstance(subject, Organization):
            return len(dataset.networks_of(subject, kind=NetworkKind.INNOVATION_COMMUNITY, as_of=at))
        case _:
            return None


def _inside(place: Location, box: tuple[float, float, float, float]) -> bool:
    south, west, north, east = box
    return south <= place.latitude <= north and west <= place.longitude <= east


def _is_ror(text: str) -> bool:
    """Say whether a ROR address is well formed, and its last two digits check the rest (ISO 7064, mod 97-10)."""
    match = re.fullmatch(r"https://ror\.org/0([0-9a-hjkmnp-tv-z]{6})([0-9]{2})", text)
    if match is None:
        return False
    number = 0
    for letter in match[1]:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(letter)
    return 98 - (number * 100) % 97 == int(match[2])


def _is_isni(text: str) -> bool:
    """Say whether an ISNI is well formed, and its last character checks the rest (ISO 7064, mod 11-2)."""
    if re.fullmatch(r"(?:[0-9]{4} ){3}[0-9]{3}[0-9X]", text) is None:
        return False
    digits, last = text.replace(" ", "")[:15], text[-1]
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == last


def _is_wikidata(text: str) -> bool:
    return re.fullmatch(r"Q[1-9][0-9]*", text) is not None
