"""Names are found whatever their case, accents, punctuation and spacing, and no two records are mixed up."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nordic_partnerships._names.folding import fold
from nordic_partnerships._names.index import NameIndex

any_text = st.text(st.characters(exclude_categories=()))
indexes = st.lists(st.tuples(any_text | st.text("ab", max_size=4), st.sampled_from("xyz")), max_size=6)


# -------------------------------------------------------------------- folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("å", "a"),
        ("ä", "a"),
        ("ö", "o"),
        ("ø", "o"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("ð", "d"),
        ("đ", "d"),
        ("þ", "th"),
        ("ß", "ss"),
        ("ł", "l"),
        ("ŧ", "t"),
        ("\N{LATIN SMALL LETTER DOTLESS I}", "i"),
        ("Å", "a"),
        ("Ø", "o"),
        ("Æ", "ae"),
        ("Ð", "d"),
        ("Þ", "th"),
        ("ẞ", "ss"),
        ("Ł", "l"),
        ("İ", "i"),
        ("ǿ", "o"),
        ("ǽ", "ae"),
        ("é è ê ë", "eeee"),
        ("a\N{COMBINING RING ABOVE}", "a"),
        ("Háskóli Íslands", "haskoliislands"),
        ("Norges teknisk-naturvitenskapelige", "norgesteknisknaturvitenskapelige"),
        ("UiT - Norgga árktalaš universitehta", "uitnorggaarktalasuniversitehta"),
        ("KTH (Royal)", "kthroyal"),
        ("  a\tb\nc\N{NO-BREAK SPACE}d ", "abcd"),
        ("St. John's & Co.", "stjohnsco"),
        ("Nordic_Five-Tech", "nordicfivetech"),
        ("EU4ALL 2030", "eu4all2030"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER K}\N{FULLWIDTH LATIN CAPITAL LETTER T}\N{FULLWIDTH DIGIT ONE}", "kt1"),
        ("\N{LATIN SMALL LIGATURE FI}nland", "finland"),
        ("北京大学", "北京大学"),
        ("Санкт-Петербург", "санктпетербург"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("", ""),
        ("…! -", ""),
        ("\N{COMBINING ACUTE ACCENT}", ""),
    ],
)
def test_folding_keeps_letters_and_digits_only(text, folded):
    assert fold(text) == folded


@given(any_text)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(any_text)
def test_a_folded_text_has_letters_and_digits_only(text):
    assert fold(text) == "" or fold(text).isalnum()


@given(any_text, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_folding_does_not_see_the_unicode_form(text, form):
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@given(st.text(st.characters(codec="ascii")))
def test_folding_does_not_see_case_or_spacing(text):
    assert fold(text) == fold(text.upper()) == fold(text.lower()) == fold(" ".join(text))


# -------------------------------------------------------------------- the index


def index():
    return NameIndex(
        [
            ("Helsinki", "city"),
            ("University of Helsinki", "uh"),
            ("Helsingin yliopisto", "uh"),
            ("HELSINKI!", "uh"),
            ("Aalto", "aalto"),
            ("Åalto", "aalto"),
            ("...", "dots"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Helsinki", ("city", "uh")),
        ("hel sin-ki", ("city", "uh")),
        ("university OF helsinki", ("uh",)),
        ("aalto", ("aalto",)),
        ("Hels", ()),
        ("Helsinky", ()),
        ("", ()),
        ("...", ()),
    ],
)
def test_a_name_has_the_ids_of_all_that_bear_it_in_the_order_given(text, ids):
    assert index().ids(text) == ids


def test_an_empty_index_finds_nothing():
    assert NameIndex([]).ids("a") == ()
    assert NameIndex([]).rank("a") == []


def test_the_name_itself_scores_one_for_each_that_bears_it():
    found = [(score, record) for score, _, record in index().rank("HELSINKI") if score == 1]
    assert found == [(1, "city"), (1, "uh")]


def test_ranking_tells_the_beginning_from_the_inside():
    found = {name: score for score, name, _ in index().rank("helsinki")}
    assert found == {"Helsinki": 1, "HELSINKI!": 1, "University of Helsinki": pytest.approx(0.6 + 0.2 * 8 / 20)}
    found = {name: score for score, name, _ in index().rank("helsingin y") if name != "HELSINKI!"}
    assert found == {
        "Helsingin yliopisto": pytest.approx(0.8 + 0.2 * 10 / 18),
        "Helsinki": pytest.approx(0.6 * 14 / 18),
    }


def test_what_merely_resembles_scores_by_likeness_below_point_six():
    assert index().rank("Aaltu") == [(pytest.approx(0.6 * 8 / 10), "Aalto", "aalto")]


def test_what_neither_contains_nor_resembles_is_not_found():
    assert index().rank("Tromsø") == []


def test_a_name_answers_as_it_was_written():
    assert [name for _, name, _ in NameIndex([("Åbo Akademi", "abo")]).rank("abo")] == ["Åbo Akademi"]


def test_two_spellings_of_one_name_answer_once_for_one_record():
    assert index().rank("aalto") == [(1.0, "Aalto", "aalto")]


def test_each_record_answers_in_its_own_spelling():
    assert {(name, record) for _, name, record in index().rank("helsinki")} >= {
        ("Helsinki", "city"),
        ("HELSINKI!", "uh"),
    }


@given(indexes, any_text | st.text("ab", max_size=4))
def test_scores_lie_above_zero_and_reach_one_for_the_name_itself_only(pairs, text):
    made = NameIndex(pairs)
    for score, name, _ in made.rank(text):
        assert 0 < score <= 1
        assert (score == 1) == (fold(name) == fold(text))


@given(indexes, st.text("ab", min_size=1, max_size=4))
def test_scores_keep_their_ranges(pairs, text):
    for score, name, _ in NameIndex(pairs).rank(text):
        key, wanted = fold(name), fold(text)
        if key == wanted:
            assert score == 1
        elif key.startswith(wanted):
            assert 0.8 < score < 1
        elif wanted in key:
            assert 0.6 < score < 0.8
        else:
            assert score < 0.6


@given(indexes, any_text)
def test_ids_are_those_of_the_names_that_fold_alike(pairs, text):
    bearers = [record for name, record in pairs if fold(name) == fold(text) != ""]
    assert NameIndex(pairs).ids(text) == tuple(dict.fromkeys(bearers))


@given(indexes)
def test_every_name_ranks_first_for_itself(pairs):
    made = NameIndex(pairs)
    for name, record in pairs:
        if fold(name):
            assert (1.0, record) in [(score, found) for score, _, found in made.rank(name)]


@given(indexes, st.text("ab", min_size=1, max_size=4))
def test_ranking_keeps_the_order_of_the_index(pairs, text):
    first = list(dict.fromkeys(fold(name) for name, _ in pairs))
    places = [first.index(fold(name)) for _, name, _ in NameIndex(pairs).rank(text)]
    assert places == sorted(places)
