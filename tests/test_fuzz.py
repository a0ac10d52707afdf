"""Whatever comes from outside is answered, or refused by a documented error that can be printed, in bounded time.

Five doors: dates, names, the codec, opening a release, and questions. Inputs are made from what is right, by damaging
it. The short form runs with the suite. The long form, which prints what it counted:

    HYPOTHESIS_PROFILE=fuzz FUZZ_ROUNDS=100 python -m pytest -s -p no:randomly tests/test_fuzz.py
"""

import inspect
import json
import os
import resource
import string
import sys
import unicodedata
import zipfile
from collections import Counter
from hashlib import sha256
from importlib.resources import files
from time import perf_counter

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

import nordic_partnerships as nordic
from nordic_partnerships import (
    AmbiguousNameError,
    DataError,
    InvalidDateError,
    InvalidTypeError,
    InvalidValueError,
    NordicPartnershipsError,
    Organization,
    PartialDate,
    Period,
    ReleaseMismatchError,
    UnknownNameError,
    kinds,
    testing,
)
from nordic_partnerships._model import CLASSES, file_of
from nordic_partnerships._opening.codec import read_records, write_records

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "1"))
LONGEST = 20
"""Seconds that one input may take, on a machine that does other things as well."""
MOST = 256 * 2**20
"""Bytes by which all rounds at one door may grow the process. Hypothesis remembers what it tried in one round."""


def only_shows(character):
    """Say whether a terminal shows a character and does nothing else: to Python no space but one is printable."""
    return character.isprintable() or unicodedata.category(character) == "Zs"


class Tally:
    """How often an input was answered or refused, and how long the longest took."""

    def __init__(self):
        self.counts, self.slowest, self.began = Counter(), 0.0, perf_counter()

    def ask(self, question, *allowed):
        """Ask; return the answer, or None if it was refused by one of these errors, whose text can be printed."""
        start = perf_counter()
        try:
            answer = question()
        except allowed as error:
            answer = None
            self.counts[type(error).__name__] += 1
            # To look for names like an unknown one takes long: now and then is enough.
            told = not isinstance(error, UnknownNameError) or self.counts["UnknownNameError"] % 100 == 1
            message = str(error) if told else "not told"
            assert message
            assert all(map(only_shows, message.replace("\n", ""))), ascii(message)
            assert len(message) < 100_000
        else:
            self.counts["answered"] += 1
        self.slowest = max(self.slowest, perf_counter() - start)
        assert self.slowest < LONGEST
        return answer

    def told(self, door):
        seconds = perf_counter() - self.began
        counts = ", ".join(f"{count:,} {what}" for what, count in self.counts.most_common())
        slowest = f"slowest {self.slowest * 1000:.0f} ms"
        return f"\n{door}: {self.counts.total():,} inputs in {seconds:.0f} s: {counts}; {slowest}"


@pytest.fixture
def run(request):
    """Run a property in as many rounds as are asked for, with other inputs each, and tell what was counted."""

    def rounds(check, tally):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(ROUNDS):
            (seed(number)(check) if ROUNDS > 1 else check)()
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
        sys.stdout.write(f"{tally.told(request.node.name)}; {grown // 2**20} MiB more\n")
        assert grown < MOST
        assert len(tally.counts) > 1

    return rounds


# -------------------------------------------------------------------- damage

JUNK = st.sampled_from(
    [
        *"-/.,:;'\"()[]{}\\%& \t\n0129aAzZ",
        "å",
        "ø",
        "\u0130",
        "ß",
        "\u0301",
        "\u200b",
        "\u202e",
        "٣",
        "東",
        "\0",
        "\ud800",
        "\U0001f600",
    ]
)


@st.composite
def damaged(draw, texts, most=4):
    """Draw a text and change a few of its characters."""
    characters = list(draw(texts))
    for _ in range(draw(st.integers(0, most))):
        place = draw(st.integers(0, len(characters)))
        characters[place : place + draw(st.integers(0, 2))] = draw(st.lists(JUNK, max_size=2))
    return "".join(characters)


AWKWARD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.binary(max_size=4),
    st.text(max_size=8),
    st.sampled_from([10**4_000, "x" * 20_000, [], {}, (), object(), Organization, ...]),
).map(lambda value: value)  # one branch where it is one of several
DATES = st.one_of(
    st.builds(str, testing.partial_dates()),
    st.builds(str, testing.periods()),
    st.sampled_from(["ever", "today", "2018/2020", "2020-02-29", "0001", "9999-12-31", "..", "/"]),
    st.text("0123456789-/.", max_size=22),
)
TIMES = st.one_of(
    DATES, damaged(DATES), AWKWARD, st.dates(), st.datetimes(), testing.partial_dates(), st.integers(-9, 10_009)
)


# -------------------------------------------------------------------- the doors


def test_dates(run, small):
    tally = Tally()

    @given(TIMES)
    def check(value):
        for read in (PartialDate.parse, Period.parse):
            date = tally.ask(lambda read=read: read(value), InvalidDateError, InvalidTypeError)
            assert date is None or (read(str(date)), str(date)) == (date, date and str(read(str(date))))
        tally.ask(lambda: small.status_of("alliance--south", as_of=value), InvalidDateError, InvalidTypeError)
        tally.ask(lambda: small.partners_of("north", attested_since=value), InvalidDateError, InvalidTypeError)

    run(check, tally)


@pytest.fixture(scope="module")
def known_names():
    data = nordic.load("2026.11.1")
    return [
        naming for body in data.organizations() for naming in (body.name, body.id, *(name.text for name in body.names))
    ]


def test_names(run, known_names):
    data, tally = nordic.load("2026.11.1"), Tally()
    known = st.sampled_from(known_names)
    frames = [
        "{}",
        "{} AB",
        "The {}",
        "{}, Norway",
        "Dept. of X, {}, 00100 Y",
        "{} and {}",
        "{} ({})",
        "<b>{}</b>",
        "{}\n{}",
    ]
    framed = st.builds(lambda frame, one, other: frame.format(one, other), st.sampled_from(frames), known, known)
    refusals = (UnknownNameError, AmbiguousNameError, InvalidValueError, InvalidTypeError)

    @given(st.one_of(damaged(known), damaged(framed, most=2), st.text(max_size=40), AWKWARD))
    def check(text):
        body = tally.ask(lambda: data.organization(text), *refusals)
        assert body is None or data.get(body.id, Organization) is body
        (row,) = tally.ask(lambda: data.resolve_many([text], among=Organization, inside_text=True)) or (None,)
        assert (row.record is None) == (row.error is not None)
        assert body is None or row.record == body

    run(check, tally)


@st.composite
def plain_records(draw):
    """Draw a class and records of it as plain JSON, some of which hold something else somewhere."""
    cls = draw(st.sampled_from(list(CLASSES.values())))
    plain = json.loads(write_records(draw(st.lists(testing.records(cls), min_size=1, max_size=2))))
    for _ in range(draw(st.integers(0, 3))):
        place = plain
        while isinstance(place, list | dict) and place:
            key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
            if not isinstance(place[key], list | dict) or draw(st.integers(0, 2)) == 0:
                change(draw, place, key)
                break
            place = place[key]
    return cls, plain


def change(draw, place, key):
    how = draw(st.sampled_from(["replace", "replace", "remove", "add", "damage", "nest"]))
    if how == "remove":
        del place[key]
    elif how == "add" and isinstance(place, dict):
        place[draw(damaged(st.sampled_from(sorted(place))))] = draw(PLAIN)
    elif how == "damage" and isinstance(place[key], str):
        place[key] = draw(damaged(st.just(place[key])))
    elif how == "nest":
        place[key] = draw(st.sampled_from([[place[key]], {"id": place[key]}, [place[key], place[key]]]))
    else:
        place[key] = draw(PLAIN)


PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10), DATES),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(string.ascii_lowercase, max_size=6), inner, max_size=2)
    ),
    max_leaves=4,
)


def test_the_codec(run):
    tally = Tally()

    @given(plain_records(), st.integers(0, 30), st.binary(max_size=3))
    def check(drawn, place, junk):
        cls, plain = drawn
        data = json.dumps(plain, ensure_ascii=bool(place % 2)).encode("utf-8", "surrogatepass")
        if place < 10:
            cut = place * len(data) // 10
            data = data[:cut] + junk + data[cut + place % 3 :]
        records = tally.ask(lambda: read_records(file_of(cls), data, cls), DataError)
        if records is not None and b"\\ud" not in data.lower():
            # What was damaged may be an id, and written records are sorted.
            in_order = tuple(sorted(records, key=lambda record: record.id))
            assert read_records(file_of(cls), write_records(records), cls) == in_order

    run(check, tally)


@pytest.fixture(scope="module")
def release():
    folder = files("nordic_partnerships.data") / "2026.11.0"
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir(), key=lambda file: file.name)}


@st.composite
def damages(draw):
    """Draw what happens to a few files: (which, how, where from 0 to 1, with what)."""
    hows = ["cut", "flip", "insert", "swap value", "lose", "rename", "twice", "of another", "empty"]
    one = st.tuples(st.integers(0, 99), st.sampled_from(hows), st.floats(0, 1), st.binary(min_size=1, max_size=4))
    return draw(st.lists(one, max_size=3))


def damage(contents, which, how, where, junk):
    name = sorted(contents)[which % len(contents)]
    data = contents[name]
    place = int(where * len(data))
    if how == "lose":
        del contents[name]
    elif how == "rename":
        contents[name.upper() if junk[0] % 2 else f"../{name}"] = contents.pop(name)
    elif how == "of another":
        contents[name] = contents[sorted(contents)[(which + 1) % len(contents)]]
    else:
        contents[name] = {
            "cut": data[:place],
            "flip": data[:place] + bytes([(data[place - 1 : place] or b"x")[0] ^ junk[0]]) + data[place + 1 :],
            "insert": data[:place] + junk + data[place:],
            "swap value": data[:place].rpartition(b'": ')[0]
            + b'": '
            + junk
            + b",\n"
            + data[place:].partition(b"\n")[2],
            "twice": data + data,
            "empty": b"",
        }[how]


def resealed(contents):
    """Let the descriptor say what the files are now, so that opening looks further than to the digests."""
    try:
        descriptor = json.loads(contents["datapackage.json"])
        for part in descriptor["resources"]:
            data = contents.get(part["path"], b"")
            part.update(length=len(data), hash=f"sha256:{sha256(data).hexdigest()}")
        contents["datapackage.json"] = json.dumps(descriptor).encode()
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        pass


def test_opening(run, release, tmp_path):
    tally, path = Tally(), tmp_path / "release.zip"
    digest = sha256(release["datapackage.json"]).hexdigest()

    @given(damages(), st.booleans(), st.booleans(), st.none() | st.tuples(st.floats(0, 1), st.binary(max_size=3)))
    def check(what, seal, pin, junk):
        contents = dict(release)
        for each in what:
            if contents:
                damage(contents, *each)
        if seal:
            resealed(contents)
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in contents.items():
                archive.writestr(zipfile.ZipInfo(name), data)
        if junk is not None:
            whole = path.read_bytes()
            place = int(junk[0] * len(whole))
            path.write_bytes(whole[:place] + junk[1] + whole[place + len(junk[1]) :])
        pinned = digest if pin else None
        data = tally.ask(lambda: nordic.open_dataset(path, sha256=pinned), DataError, ReleaseMismatchError)
        if data is not None:
            assert data.release.version
            assert not pin or tuple(data) == tuple(nordic.load("2026.11.0"))
            assert not seal or len(tuple(data)) == sum(count for _, count in data.release.counts)

    run(check, tally)


QUESTIONS = [
    name for name in nordic.__all__ if inspect.isroutine(getattr(nordic, name)) and hasattr(nordic.Dataset, name)
]
CLASSES_OF_RECORDS = list(CLASSES.values())
OPTIONS = {
    "country": st.sampled_from(["FI", "nordic", "SE", "UK", "ß", ("FI", "SE")]),
    "among": st.sampled_from([*CLASSES_OF_RECORDS, Organization]),
    "inside_text": st.booleans(),
    "limit": st.integers(-1, 20),
    "at_least": st.integers(-1, 100),
    "at_most": st.integers(-1, 100),
    "certain": st.booleans(),
    "indirect": st.booleans(),
    **dict.fromkeys(("as_of", "attested_since", "newer_than"), TIMES),
    **{
        name: st.sampled_from([word for words in lists for word in (*words, words[0].value.upper())])
        for name, lists in {
            "kind": [list(kinds.PartnershipKind), list(kinds.NetworkKind), list(kinds.OrganizationKind)],
            "role": [list(kinds.Role)],
            "basis": [list(kinds.Basis)],
            "measure": [list(kinds.SizeMeasure)],
        }.items()
    },
}


@pytest.mark.filterwarnings("ignore::nordic_partnerships.RetiredIdWarning")
def test_questions(run):
    tally = Tally()

    @given(st.data(), testing.datasets())
    def check(draws, data):
        known = [key for record in data for key in (record.id, record.label, record)]
        keys = st.one_of(
            st.sampled_from(known), st.sampled_from(known), damaged(st.sampled_from([str(k) for k in known])), AWKWARD
        )
        for name in draws.draw(st.lists(st.sampled_from(QUESTIONS), min_size=10, max_size=10)):
            parameters = inspect.signature(getattr(nordic, name)).parameters.values()
            first = {"resolve_many": st.lists(keys, max_size=2), "records": st.sampled_from(CLASSES_OF_RECORDS)}
            positional = [
                draws.draw(first.get(name, keys))
                for each in parameters
                if each.kind is not each.KEYWORD_ONLY and each.default is each.empty
            ]
            options = {
                each.name: draws.draw(st.one_of(OPTIONS[each.name], OPTIONS[each.name], AWKWARD))
                for each in parameters
                if each.name in OPTIONS and draws.draw(st.integers(0, 3)) == 0
            }
            answer = tally.ask(
                lambda name=name, p=positional, o=options: getattr(data, name)(*p, **o), NordicPartnershipsError
            )
            assert str(answer).encode("utf-8", "surrogatepass")
            assert repr(answer)
            if isinstance(answer, nordic.Answer):
                assert answer.question
                assert json.dumps(answer.to_dicts())

    run(check, tally)
