"""Forty questions on 2026.11.1, with the counts that a reader of the records gives; they are on file.

The file says how they were counted. ``reading`` is that reader.
"""

import json
from pathlib import Path

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import EVER
from nordic_partnerships.kinds import Status

from . import reading

FILE = Path(__file__).parent / "frozen" / "2026.11.1-forty-questions.json"
ON_FILE = json.loads(FILE.read_text())["questions"]
COUNTS = ("in force", "presumed", "undecided", "not in force")
data = nordic.load("2026.11.1")


def test_there_are_forty_of_all_kinds():
    assert len(ON_FILE) == len({json.dumps(asked) for asked in ON_FILE}) == 40
    assert all(sum(asked[count] > 0 for asked in ON_FILE) >= 10 for count in COUNTS)


def name(asked):
    return f"{asked['question']} {' '.join(asked['of'])} {asked['as_of']}"


@pytest.mark.parametrize("asked", ON_FILE, ids=name)
def test_an_answer_counts_what_a_reader_counts(asked):
    country = {"country": asked["country"]} if "country" in asked else {}
    ask = getattr(data, asked["question"])
    answer = ask(*asked["of"], as_of=asked["as_of"], **country)
    counts = {
        "in force": answer.statuses.count(Status.IN_FORCE),
        "presumed": answer.statuses.count(Status.PRESUMED),
        "undecided": len(answer.undecided),
    }
    everybody = ask(*asked["of"], as_of=EVER, **country)
    counts["not in force"] = len(everybody) - sum(counts.values())
    assert counts == {count: asked[count] for count in COUNTS}


@pytest.mark.parametrize("asked", ON_FILE, ids=name)
def test_the_counts_on_file_are_the_reader_s(asked):
    counts = reading.ask(asked["question"], asked["of"], asked["as_of"], asked.get("country"))
    assert counts == {count: asked[count] for count in COUNTS}
