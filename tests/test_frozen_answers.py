"""What both releases answer is on file, line by line: a change of an answer is a change that somebody reviews.

``python tests/test_frozen_answers.py`` writes the files anew.
"""

from pathlib import Path

import pytest

import nordic_partnerships as nordic
from nordic_partnerships import EVER, Agreement, Initiative, Membership, Network, Organization, Partnership

FROZEN = Path(__file__).parent / "frozen"
VERSIONS = ("2026.11.0", "2026.11.1")
STATUS_DATES = ("2005", "2012-06", "2018", "2022-03-15", "2026-11-22")
ANSWER_DATES = ("2018", "2026-11-22", EVER)


def status_lines(data):
    """Yield the status of every relation at five dates."""
    for kind in (Membership, Partnership, Agreement, Initiative):
        for relation in data.records(kind):
            statuses = ", ".join(data.status_of(relation, as_of=as_of) for as_of in STATUS_DATES)
            yield f"{relation.id}: {statuses}"


def answer_lines(data):
    """Yield the answer of every question about every record that it can be asked of."""
    for as_of in ANSWER_DATES:
        when = "ever" if as_of is EVER else as_of
        for organization in data.records(Organization):
            key = organization.id
            yield line("partners", key, when, data.partners_of(key, as_of=as_of))
            yield line("partnerships", key, when, data.partnerships_of(key, as_of=as_of))
            yield line("agreements", key, when, data.agreements_of(key, as_of=as_of))
            yield line("initiatives", key, when, data.initiatives_of(key, as_of=as_of))
            yield line("themes", key, when, data.themes_of(key, as_of=as_of))
            yield line("networks", key, when, data.networks_of(key, as_of=as_of))
        for network in data.records(Network):
            key = network.id
            yield line("initiatives", key, when, data.initiatives_of(key, as_of=as_of))
            yield line("networks", key, when, data.networks_of(key, as_of=as_of))
            yield line("members", key, when, data.members_of(key, as_of=as_of))
        sized = (f"{network.id}={size}" for network, size in data.networks_by_size(as_of=as_of))
        yield f"sizes @{when}: " + "; ".join(sized)
    for record in (*data.records(Organization), *data.records(Network), *data.records(Partnership)):
        yield line("statements", record.id, "any", data.statements_of(record))
        yield line("indicators", record.id, "any", data.indicators_of(record))
        yield line("events", record.id, "any", data.events_of(record))
        moments = (f"{moment.date} {moment.what} {moment.record.id}" for moment in data.timeline_of(record))
        yield f"timeline {record.id}: " + "; ".join(moments)


def line(question, key, when, answer):
    undecided = " ".join(["; undecided:", *(record.id for record in answer.undecided)] if answer.undecided else [])
    return f"{question} {key} @{when}: " + " ".join(answer.ids) + undecided


def frozen(lines):
    """Return lines as text; what has no answer is left out, so that only answers fill the file."""
    return "".join(f"{text}\n" for text in lines if not text.endswith(": "))


FILES = {"statuses": status_lines, "answers": answer_lines}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", FILES)
def test_answers_are_those_on_file(version, name):
    expected = (FROZEN / f"{version}-{name}.txt").read_text().splitlines()
    assert frozen(FILES[name](nordic.load(version))).splitlines() == expected


if __name__ == "__main__":
    for version in VERSIONS:
        for name, lines in FILES.items():
            (FROZEN / f"{version}-{name}.txt").write_text(frozen(lines(nordic.load(version))))
