"""A reader of the records of 2026.11.1 who has nothing but the JSON files: no date class, no index, no library.

Days are texts such as "2018-05-01", which sort as they are. Of each relation it notes four of them, the earliest and
the latest first day and the earliest and the latest last day, in the order of docs/data-model.md: what is written, then
the lives of its sides, then its sources one by one; what contradicts the days noted so far is passed over. It reads
memberships and partnerships of which there is one for a pair.
"""

import json
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "src/nordic_partnerships/data/2026.11.1"
NEVER_SO_EARLY, NEVER_SO_LATE = "0000-00-00", "9999-99-99"
STATUSES = ("in force", "presumed", "undecided", "not in force")


class Days(NamedTuple):
    """The days on which something can begin and end."""

    start_from: str = NEVER_SO_EARLY
    start_to: str = NEVER_SO_LATE
    end_from: str = NEVER_SO_EARLY
    end_to: str = NEVER_SO_LATE


def read(collection):
    return {record["id"]: record for record in json.loads((FOLDER / f"{collection}.json").read_text())}


SOURCES, BODIES, NETWORKS = read("sources"), read("organizations"), read("networks")
MEMBERSHIPS, PARTNERSHIPS = read("memberships"), read("partnerships")
REFERENCE = json.loads((FOLDER / "datapackage.json").read_text())["referenceDate"]


def first(text):
    return text + "-01-01"[len(text) - 10 :] if len(text) < 10 else text


def last(text):
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        days = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return f"{text}-{days[month - 1]}"
    return text


def note(days, **more):
    """Return the days with some more known of them, or as they were if that contradicts them."""
    start_from = max(days.start_from, more.get("start_from", NEVER_SO_EARLY))
    end_to = min(days.end_to, more.get("end_to", NEVER_SO_LATE))
    start_to = min(days.start_to, more.get("start_to", NEVER_SO_LATE), end_to)
    end_from = max(days.end_from, more.get("end_from", NEVER_SO_EARLY), start_from)
    possible = start_from <= start_to and end_from <= end_to
    return Days(start_from, start_to, end_from, end_to) if possible else days


def day_before(text):
    return text[:-1] + chr(ord(text[-1]) - 1) + "~"  # sorts just before it, which is all that is asked


def days_of(relation, sides):
    """Return the days of a relation between some bodies."""
    start, _, end = relation.get("period", "/").partition("/")
    end = end if "/" in relation.get("period", "/") else start
    days = Days()
    if start not in ("", ".."):
        days = note(days, start_from=first(start), start_to=last(start))
    if end not in ("", ".."):
        days = note(days, end_from=first(end), end_to=last(end))
    if "ended_by" in relation:
        days = note(days, end_to=day_before(last(relation["ended_by"])))
    if end == "..":
        days = note(days, end_from=REFERENCE)
    for side in sides:
        begun = BODIES.get(side, {}).get("established") or NETWORKS.get(side, {}).get("founded")
        if begun:
            days = note(days, start_from=first(begun))
    for citation in relation["citations"]:
        source = SOURCES[citation["source"]]
        if "as_of" in source:
            seen = min(last(source["as_of"]), source["accessed"])
            days = note(days, start_to=max(seen, first(source["as_of"])), end_from=first(source["as_of"]))
        elif end == "..":
            days = note(days, start_to=source["accessed"], end_from=source["accessed"])
        else:
            days = note(days, start_to=source["accessed"])
    return days


def status(days, at):
    """Return whether something with these days is in force at some time in a year, a month or a day."""
    if days.start_from > last(at) or days.end_to < first(at):
        return "not in force"
    if days.start_to > last(at):
        return "undecided"
    return "in force" if days.end_from >= first(at) else "presumed"


def status_of_both(one, other, at):
    """Return whether both are in force at one and the same time in it."""
    both = Days(
        max(one.start_from, other.start_from),
        max(one.start_to, other.start_to),
        min(one.end_from, other.end_from),
        min(one.end_to, other.end_to),
    )
    if both.start_from > both.end_to:
        return "not in force"
    may_miss_each_other = one.start_to > other.end_from or other.start_to > one.end_from
    found = status(both, at)
    return "undecided" if may_miss_each_other and found != "not in force" else found


def joined(member):
    """Return the networks that a member is on record in, with the days of each membership."""
    own = [membership for membership in MEMBERSHIPS.values() if membership["member"] == member]
    assert len({membership["network"] for membership in own}) == len(own)
    return {membership["network"]: days_of(membership, (membership["network"], member)) for membership in own}


def ask(question, keys, at, country=None):
    """Return how many are in force, presumed, undecided and not in force."""
    if question == "partners_of":
        (party,) = keys
        best = {}
        for partnership in PARTNERSHIPS.values():
            parties = partnership["parties"]
            if party in parties:
                found = status(days_of(partnership, parties), at)
                for other in parties:
                    best.setdefault(other, []).append(found)
        best.pop(party, None)
        found = [min(statuses, key=STATUSES.index) for statuses in best.values()]
    elif question == "partnerships_of":
        shared = [p for p in PARTNERSHIPS.values() if set(keys) <= set(p["parties"])]
        found = [status(days_of(partnership, partnership["parties"]), at) for partnership in shared]
    elif question == "members_of":
        (network,) = keys
        inside = [membership for membership in MEMBERSHIPS.values() if membership["network"] == network]
        inside = [m for m in inside if country is None or BODIES.get(m["member"], {}).get("country") == country]
        found = [status(days_of(m, (network, m["member"])), at) for m in inside]
    elif len(keys) == 1:
        found = [status(days, at) for days in joined(keys[0]).values()]
    else:
        one, other = map(joined, keys)
        found = [status_of_both(one[network], other[network], at) for network in one if network in other]
    return {word: found.count(word) for word in STATUSES}
