"""The lines of the table: what is asked, what it is held against, and what is to be reached."""

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

__all__ = ["COLD", "Line", "Unit", "lines_for", "opening"]


class Unit(Enum):
    """What is measured of a piece of code, and how it is written."""

    INSTRUCTIONS = "instructions of a new process, above an empty one"
    PROCESSOR_TIME = "processor time of a new process, above an empty one"
    PRINTED_TIME = "processor time that the process measures itself"
    PRINTED_MEMORY = "memory that the process has in use"


class Line(NamedTuple):
    """One line of the table.

    Attributes:
        text: what is asked.
        beside: what it is held against, in words.
        unit: what is measured.
        ours: our code.
        theirs: the other code.
        limit: what is to be reached: the ratio of the two, or our figure if ``absolute``, in seconds.
        absolute: whether the limit is a figure and no ratio.
    """

    text: str
    beside: str
    unit: Unit
    ours: str
    theirs: str
    limit: float
    absolute: bool = False


COLD: Final = {
    "import": "import nordic_partnerships",
    "one record class": "from nordic_partnerships import Organization",
    "organization by id": "import nordic_partnerships as nordic; {door}organization('aalto-university')",
    "partners_of by name": "import nordic_partnerships as nordic; {door}partners_of('Aalto University')",
    "networks_of by name": "import nordic_partnerships as nordic; {door}networks_of('Aalto University')",
    "members_of by name": "import nordic_partnerships as nordic; {door}members_of('Una Europa')",
    "networks_by_size": "import nordic_partnerships as nordic; {door}networks_by_size()",
}
"""What a script's first line and first question are, by name; ``door`` is where the question is asked."""

_LOOK_UP: Final = "import pycountry; pycountry.countries.lookup('finland')"
_INSIDE: Final = "from benchmarks.inside import warm, once, resident; "

_GRAPH: Final = """
import networkx
graph = networkx.Graph()
graph.add_edges_from((each.member, each.network) for each in data.records(nordic.Membership))
"""
_NAMES: Final = """
bodies = data.records(nordic.Organization)
names = [text for each in bodies for text in (each.name, *(name.text for name in each.names))]
"""
_KEYS: Final = """
import random
draw = random.Random(1)
bodies = data.organizations()
named = [each for each, found in zip(bodies, data.resolve_many([each.name for each in bodies])) if found.record is each]
hits = [each.name for each in draw.choices(named, k=10_000)]
ids = [each.id for each in draw.choices(bodies, k=10_000)]
misses = ["Xq" + "".join(draw.choices("abcdefghij ", k=14)) for _ in range(10_000)]
"""
_MISS: Final = """
import itertools
numbers = itertools.count()
def miss():
    try:
        data.organization(f"Universty of Helsinky {next(numbers)}")
    except LookupError as error:
        return error
    raise AssertionError
"""
_FUZZY: Final = "from rapidfuzz import process" + _NAMES
_RECORD: Final = "record = data.organization('university-of-helsinki'); import datetime\n"


def opening(release: str | None) -> str:
    """Return code that opens a release, or the newest as ``load()`` gives it."""
    return f"import nordic_partnerships as nordic; data = nordic.load({release!r})\n"


def lines_for(release: str | None) -> Iterator[Line]:
    """Yield the lines of the table for a release, or for the newest, asked by the functions of the package."""
    door = "nordic." if release is None else f"nordic.load({release!r})."
    cold = {name: code.format(door=door) for name, code in COLD.items()}
    count = Unit.INSTRUCTIONS
    yield Line("import", "import attrs", count, cold["import"], "import attrs", 0.1)
    yield Line("import of one record class", "import attrs", count, cold["one record class"], "import attrs", 1.3)
    first = cold["partners_of by name"]
    yield Line("import + `partners_of` by name", "pycountry + look-up", Unit.PROCESSOR_TIME, first, _LOOK_UP, 1.0)
    yield Line("the same", "pycountry + look-up", count, first, _LOOK_UP, 1.35)
    for name in ("networks_of by name", "members_of by name", "networks_by_size"):
        function, _, by_name = name.partition(" ")
        text = f"import + `{function}` {by_name}".rstrip()
        yield Line(text, "pycountry + look-up", count, cold[name], _LOOK_UP, 1.8)
    yield from _warm_lines(opening(release))
    yield from _bulk_lines(opening(release))
    memory = f"{first}; {_INSIDE}print(resident())"
    yield Line(
        "memory of the first answer",
        "pycountry's",
        Unit.PRINTED_MEMORY,
        memory,
        f"{_LOOK_UP}; {_INSIDE}print(resident())",
        1.0,
    )


def _warm_lines(start: str) -> Iterator[Line]:
    """Yield the lines about answers of a process that has asked before."""
    neighbors = f"{start}{_GRAPH}{_timed('list(graph.neighbors(`university-of-helsinki`))')}"
    beside = "`list(networkx.Graph.neighbors)`"
    for function in ("partners_of", "networks_of"):
        ours = f"{start}{_timed(f'data.{function}(`university-of-helsinki`)')}"
        yield Line(f"`{function}` by id, warm", beside, Unit.PRINTED_TIME, ours, neighbors, 2)
    for function in ("partners_of", "networks_of"):
        ours = f"{start}{_timed(f'data.{function}(`University of Helsinki`)')}"
        yield Line(f"`{function}` by name, warm", beside, Unit.PRINTED_TIME, ours, neighbors, 10e-6, absolute=True)
    ours = f"{start}{_RECORD}{_timed('data.networks_of(record)')}"
    yield Line("`networks_of` by record, warm", beside, Unit.PRINTED_TIME, ours, neighbors, 10e-6, absolute=True)
    for text, moment in (('"2018"', "`2018`"), ("a date", "datetime.date(2018, 5, 1)"), ("EVER", "nordic.EVER")):
        ours = f"{start}{_RECORD}{_timed(f'data.networks_of(`university-of-helsinki`, as_of={moment})')}"
        asked = f"`networks_of`, 22 relations, `as_of` {text}"
        yield Line(asked, beside, Unit.PRINTED_TIME, ours, neighbors, 20e-6, absolute=True)
    fuzzy = f"{start}{_FUZZY}{_timed('process.extractOne(`Universty of Helsinky`, names)')}"
    beside = "rapidfuzz `extractOne`"
    yield Line(
        "a miss, error made",
        beside,
        Unit.PRINTED_TIME,
        f"{start}{_MISS}{_timed('miss()')}",
        fuzzy,
        50e-6,
        absolute=True,
    )
    ours = f"{start}{_MISS}{_timed('miss().suggestions')}"
    yield Line("its suggestions read", beside, Unit.PRINTED_TIME, ours, fuzzy, 0.01, absolute=True)
    ours = f"{start}{_timed('data.find(`arctic`)')}"
    yield Line("`find`", beside, Unit.PRINTED_TIME, ours, fuzzy, 1)


def _bulk_lines(start: str) -> Iterator[Line]:
    """Yield the lines about columns of names, and about reading everything."""
    for what, keys, limit in (("hits", "hits", 0.1), ("ids", "ids", 0.03), ("misses", "misses", 0.2)):
        ours = f"{start}{_KEYS}{_INSIDE}data.resolve_many({keys}[:10]); print(once(lambda: data.resolve_many({keys})))"
        theirs = (
            f"{start}{_KEYS}{_FUZZY}{_INSIDE}"
            f"print(once(lambda: [process.extractOne(each, names) for each in {keys}[:50]]) * 200)"
        )
        beside = "rapidfuzz `extractOne`, 50 scaled"
        yield Line(f"`resolve_many` of 10,000 {what}", beside, Unit.PRINTED_TIME, ours, theirs, limit, absolute=True)
    files = (
        f"{start}from benchmarks.typed import files, read_strictly, read_typed; texts = files(data.release.version)\n"
    )
    ours = f"{files}{_timed('read_strictly(texts)')}"
    theirs = f"{files}{_timed('read_typed(texts)')}"
    yield Line("strict reading of everything", "msgspec's typed decode", Unit.PRINTED_TIME, ours, theirs, 7)


def _timed(call: str) -> str:
    """Return code that prints how many seconds a call takes; quotes in it are written as backticks."""
    return f"{_INSIDE}print(warm(lambda: {call}))".replace("`", "'")
