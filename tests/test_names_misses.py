"""A miss costs little: nothing is looked for that nobody reads, and a text of any length ends soon."""

import copy
import pickle
import time
import warnings

import attrs
import pytest

from nordic_partnerships import (
    Dataset,
    InvalidValueError,
    Network,
    Organization,
    PartialDate,
    RetiredIdError,
    RetiredIdWarning,
    Source,
    Tombstone,
    UnknownNameError,
)
from nordic_partnerships._names.candidates import Candidates
from nordic_partnerships._store import MemoryTable


@pytest.fixture
def unread(monkeypatch):
    """A list of the texts that suggestions were looked for."""
    asked = []
    suggest = Candidates.suggest

    def noting(self, text, accepts, limit):
        asked.append(text)
        return suggest(self, text, accepts, limit)

    monkeypatch.setattr(Candidates, "suggest", noting)
    return asked


def miss(dataset, key="Nort University"):
    with pytest.raises(UnknownNameError) as raised:
        dataset.organization(key)
    return raised.value


def test_suggestions_are_looked_for_when_they_are_read_and_once(small, unread):
    error = miss(small)
    rows = small.resolve_many(["Nort", "Sout"])
    assert unread == []
    assert error.suggestions == ("North University", "South University")
    assert str(error).endswith("did you mean 'North University' or 'South University'?")
    assert error.elsewhere is None
    assert unread == ["Nort University"]
    assert rows[0].error.wanted == "record"


def test_another_class_is_looked_at_when_it_is_asked_about(small):
    read = []

    class Noting:
        release, recipe = small.release, None

        def has(self, _):
            return False

        def read(self, cls):
            read.append(cls)
            return MemoryTable(small.records(cls))

    error = miss(Dataset(Noting()), "Alliance")
    assert Network not in read
    assert error.elsewhere == "a network"
    assert Network in read


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_travels_with_its_suggestions(small, protocol):
    error = miss(small)
    error.add_note("row 3")
    args = ("Nort University", "organization", ("North University", "South University"), None)
    for other in (copy.copy(error), copy.deepcopy(miss(small)), pickle.loads(pickle.dumps(error, protocol))):  # noqa: S301
        assert str(other) == str(error)
        assert other.args == error.args == args
        assert {**vars(other), "__notes__": None} == {**vars(error), "__notes__": None}
    assert pickle.loads(pickle.dumps(error, protocol)).__notes__ == ["row 3"]  # noqa: S301


@pytest.mark.parametrize("letter", ["a", "å", "a b ", "\N{ARABIC LETTER ALEF}", "a\N{ZERO WIDTH SPACE}", "0"])
def test_a_text_of_a_million_letters_is_a_miss_in_no_time(small, letter):
    text = letter * 1_000_000
    miss(small, "warm")
    begun = time.perf_counter()
    error = miss(small, text)
    assert error.suggestions == ()
    assert len(str(error)) < 1000
    assert small.find(text) == ()
    assert small.resolve_many([text], country="FI")[0].record is None
    assert time.perf_counter() - begun < 0.5


def test_a_million_blanks_are_no_name(small):
    with pytest.raises(InvalidValueError):
        small.organization(" " * 1_000_000)


def test_right_to_left_and_zero_width_letters_are_read_as_they_are(small):
    assert small.organization("\N{RIGHT-TO-LEFT MARK}North\N{ZERO WIDTH SPACE} University").id == "north"
    assert miss(small, "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}").suggestions == ()


def test_titles_of_sources_are_names_only_where_sources_alone_are_asked_for(small):
    with pytest.raises(UnknownNameError):
        small.get("A page")
    assert small.get("A page", Source).id == "page"
    with pytest.raises(UnknownNameError) as raised:
        small.get("A pages")
    assert raised.value.suggestions == ()


# -------------------------------------------------------------------- retired ids


@pytest.fixture
def retired(small):
    """The small dataset with an id that was retired: far-north is north now."""
    tombstone = Tombstone(id="far-north", reason="merged", retired=PartialDate(2019), successors=("north",))
    return Dataset.of(small.release, [*small, tombstone])


QUESTIONS = {
    "get": lambda dataset, key: dataset.get(key),
    "organization": lambda dataset, key: dataset.organization(key),
    "partners_of": lambda dataset, key: dataset.partners_of(key),
    "partnerships_of": lambda dataset, key: dataset.partnerships_of("south", key),
    "networks_of": lambda dataset, key: dataset.networks_of(key),
    "memberships": lambda dataset, key: dataset.memberships(member=key),
    "themes_of": lambda dataset, key: dataset.themes_of(key),
    "timeline_of": lambda dataset, key: dataset.timeline_of(key),
    "explain": lambda dataset, key: dataset.explain(key),
    "resolve_many": lambda dataset, key: dataset.resolve_many([key]),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_warning_points_at_the_line_of_the_caller_whatever_was_called(retired, question):
    with pytest.warns(RetiredIdWarning, match="'north' is used instead") as caught:
        QUESTIONS[question](retired, "far-north")
    assert {warning.filename for warning in caught} == {__file__}


def test_a_record_of_an_older_release_follows_its_tombstone(retired, small):
    old = attrs.evolve(small.organization("north"), id="far-north")
    with pytest.warns(RetiredIdWarning, match="'far-north' was retired"):
        assert retired.organization(old).id == "north"
    with pytest.raises(UnknownNameError):
        small.organization(old)


def test_where_warnings_are_errors_the_row_holds_the_error(retired, small):
    old = attrs.evolve(small.organization("north"), id="far-north")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rows = retired.resolve_many([" far-north", old, "north"], among=Organization)
    assert [row.record and row.record.id for row in rows] == [None, None, "north"]
    assert [row.key for row in rows] == [" far-north", old, "north"]
    for row in rows[:2]:
        assert isinstance(row.error, RetiredIdError)
        assert (row.error.key, row.error.reason, row.error.successors) == ("far-north", "merged", ("north",))
