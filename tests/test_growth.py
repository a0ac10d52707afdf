"""No input costs out of all proportion: eight times as much of it takes nowhere near 64 times as long.

What grows in proportion takes about eight times as long, what grows by the square 64 times. The bound lies between
them, so far from both that a busy machine does not matter.
"""

import json
import time

import pytest

from nordic_partnerships import (
    Agreement,
    Alternative,
    Citation,
    DataError,
    Dataset,
    Membership,
    Name,
    Network,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Release,
    Size,
    Source,
    Theme,
    UnknownNameError,
)
from nordic_partnerships import compare as compared
from nordic_partnerships._opening.codec import read_records, write_records
from nordic_partnerships.kinds import NameKind, NetworkKind, OrganizationKind, PartnershipKind, SizeMeasure, SourceKind

TIMES = 8
BOUND = 24

RELEASE = Release(version="1", reference_date=PartialDate(2026, 11, 22))


def dataset(*records):
    return Dataset.of(RELEASE, records)


def body(number, **fields):
    return Organization(id=f"body-{number}", name=f"Body {number}", kind=OrganizationKind.UNIVERSITY, **fields)


def source(key, **fields):
    read = RELEASE.reference_date.first
    return Source(id=key, title="T", publisher="P", kind=SourceKind.NEWS, accessed=read, **fields)


def network(key="hub", **fields):
    return Network(id=key, name=key, kind=NetworkKind.ASSOCIATION, **fields)


def membership(number, of="hub", member=None, period="2000/.."):
    return Membership(id=f"m-{number}", network=of, member=member or f"body-{number}", period=Period.parse(period))


def renewals(count):
    """A chain of agreements, each of which renews the one before."""
    partnership = Partnership(id="p", name="P", kind=PartnershipKind.MEMORANDUM, parties=("body-0", "body-1"))
    yield from (body(0), body(1), partnership)
    for number in range(count):
        before = f"a-{number - 1}" if number else None
        yield Agreement(id=f"a-{number}", name="A", partnership="p", renews=before)


def members(count):
    yield network()
    for number in range(count):
        yield body(number)
        yield membership(number)


def stays(count):
    """One member that came and went."""
    yield from (network(), body(0))
    for number in range(count):
        start = PartialDate(1000 + number)
        yield Membership(id=f"m-{number}", network="hub", member="body-0", period=Period(start, start))


def themes(count):
    """A theme under a theme under a theme, and a partnership on the narrowest."""
    yield from (body(0), body(1))
    parties = ("body-0", "body-1")
    yield Partnership(id="p", name="P", kind=PartnershipKind.MEMORANDUM, parties=parties, themes=(f"t-{count - 1}",))
    for number in range(count):
        broader = (f"t-{number - 1}",) if number else ()
        yield Theme(id=f"t-{number}", name=f"T {number}", broader=broader)


def alliances(count):
    """Networks that are members of one another, in a line."""
    for number in range(count):
        yield network(f"n-{number}")
    for number in range(count - 1):
        yield membership(number, f"n-{number + 1}", f"n-{number}")


def figures(count):
    sizes = (Size(measure=SizeMeasure.MEMBERS, count=number, as_of=PartialDate(1, 1, 1)) for number in range(count))
    yield network(sizes=tuple(sizes))


def attested(count):
    """One relation that many dated sources tell of."""
    for number in range(count):
        yield source(f"s-{number}", as_of=PartialDate(1 + number % 2000))
    yield from (network(), body(0))
    citations = tuple(Citation(source=f"s-{number}") for number in range(count))
    yield Membership(id="m", network="hub", member="body-0", period=Period.parse("/"), citations=citations)


def named(count):
    yield body(0, names=tuple(Name(text=f"Seat {number} North", kind=NameKind.LABEL) for number in range(count)))


def disputed(count):
    def claim(number):
        return Alternative(field="established", value=str(1 + number % 2000), citation=Citation(source="s"))

    yield source("s")
    yield body(0, established=PartialDate(2020, 5), alternatives=tuple(claim(number) for number in range(count)))


def miss(data, text):
    with pytest.raises(UnknownNameError) as caught:
        data.get(text)
    return caught.value.suggestions


def refused(data):
    with pytest.raises(DataError):
        read_records("themes.json", data, Theme)


def ask_once(question, records):
    """A new dataset each time, so that nothing is remembered from the time before."""

    def make(count):
        known = tuple(records(count))
        return lambda: question(dataset(*known))

    return make


def of_text(action, text):
    def make(count):
        made = text(count)
        return lambda: action(made)

    return make


def plain_themes(count, **fields):
    return json.dumps([{"id": f"t-{number}", "name": "T"} | fields for number in range(count)]).encode()


def deep(count):
    return b"[" * count + b"]" * count


GROWING = {
    "renewals of an agreement": (250, ask_once(lambda data: data.agreements_of("body-0"), renewals)),
    "renewals, at a date": (250, ask_once(lambda data: data.agreements_of("p", as_of="2020"), renewals)),
    "members of a network": (250, ask_once(lambda data: data.members_of("hub"), members)),
    "networks of a member": (250, ask_once(lambda data: data.networks_of("body-0"), members)),
    "stays of a member": (250, ask_once(lambda data: data.memberships(as_of="1100"), stays)),
    "bodies at a date": (250, ask_once(lambda data: data.organizations(as_of="2000"), members)),
    "the timeline of a network": (250, ask_once(lambda data: data.timeline_of("hub"), members)),
    "the reasons for a network": (250, ask_once(lambda data: data.explain("hub"), members)),
    "sources of a relation": (250, ask_once(lambda data: data.status_of("m", as_of="1000"), attested)),
    "figures of a network": (500, ask_once(lambda data: data.networks_by_size(at_least=1), figures)),
    "names of a body": (500, ask_once(lambda data: data.get("Seat 7 North"), named)),
    "themes under one another": (250, ask_once(lambda data: data.partners_of("body-0", theme="t-0"), themes)),
    "alliances of alliances": (250, ask_once(lambda data: data.networks_of("n-0"), alliances)),
    "a check of members": (60, ask_once(lambda data: data.check(), members)),
    "a check of stays": (60, ask_once(lambda data: data.check(), stays)),
    "a check of renewals": (60, ask_once(lambda data: data.check(), renewals)),
    "a check of themes": (60, ask_once(lambda data: data.check(), themes)),
    "a check of figures": (250, ask_once(lambda data: data.check(), figures)),
    "a check of names": (60, ask_once(lambda data: data.check(), named)),
    "a check of alternatives": (250, ask_once(lambda data: data.check(), disputed)),
    "a comparison": (60, ask_once(lambda data: compared(data, dataset()), members)),
    "records of one's own": (60, ask_once(lambda data: dataset().extended_with(data), members)),
    "what officials say": (60, ask_once(lambda data: data.supported_by("news"), attested)),
    "letters of a miss": (500, of_text(lambda text: miss(dataset(body(0)), text), lambda count: "x" * count)),
    "words of a miss": (500, of_text(lambda text: miss(dataset(body(0)), text), lambda count: "body " * count)),
    "words of an affiliation": (
        500,
        of_text(lambda text: dataset(body(0)).resolve_many([text], inside_text=True), lambda count: "Body 0, " * count),
    ),
    "rows of a column": (60, of_text(dataset(body(0)).resolve_many, lambda count: [f"Body {n}" for n in range(count)])),
    "bodies beside a miss": (60, ask_once(lambda data: miss(data, "Bdy 7"), members)),
    "records that are read": (60, of_text(lambda data: read_records("themes.json", data, Theme), plain_themes)),
    "records with a problem": (60, of_text(refused, lambda count: plain_themes(count, unknown=1))),
    "one id again and again": (60, of_text(refused, lambda count: plain_themes(count, id="t", unknown=1))),
    "brackets": (4_000, of_text(refused, deep)),
    "digits of a number": (4_000, of_text(refused, lambda count: b"[" + b"1" * count + b"]")),
    "records that are written": (250, of_text(write_records, lambda count: [body(n) for n in range(count)])),
}


def seconds(action):
    """The processor time of an action: the least of three, since what disturbs it only adds."""

    def once():
        begun = time.process_time()
        action()
        return time.process_time() - begun

    return min(once() for _ in range(3))


@pytest.mark.parametrize("case", GROWING)
def test_eight_times_as_much_takes_nowhere_near_64_times_as_long(case):
    count, make = GROWING[case]
    small, large = seconds(make(count)), seconds(make(count * TIMES))
    assert large < small * BOUND, f"{small:.4f} s for {count}, {large:.4f} s for {count * TIMES}"
