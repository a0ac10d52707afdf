"""Names are found whatever their case, accents, punctuation and spacing, and no two records are mixed up."""

import random
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nordic_partnerships import Membership, Network, Organization
from nordic_partnerships._names.candidates import Candidates
from nordic_partnerships._names.folding import fold, fold_all, fold_words
from nordic_partnerships._names.index import NameIndex
from nordic_partnerships._names.likeness import LikeNames, Likeness
from nordic_partnerships._names.naming import Naming
from nordic_partnerships._store import MemoryTable
from nordic_partnerships.kinds import NameKind

any_text = st.text(st.characters(exclude_categories=()))
pairs_of_names = st.lists(st.tuples(any_text | st.text("ab", max_size=4), st.sampled_from("xyz")), max_size=6)


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


def plain_fold(text):
    """Fold in the plainest way: each letter is normalized, stripped of case and looked up."""
    letters = str.maketrans(
        {"ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ŧ": "t", "ŋ": "n", "\u0131": "i"}
    )
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(letters)
    decomposed = unicodedata.normalize("NFKD", lowered).casefold().translate(letters)
    return "".join(letter for letter in decomposed if letter.isalnum())


def test_folding_is_the_plain_fold_for_every_character():
    differing = [hex(code) for code in range(sys.maxunicode + 1) if fold(chr(code)) != plain_fold(chr(code))]
    assert differing == []


def test_folding_is_the_plain_fold_for_random_texts():
    rng = random.Random(2)  # noqa: S311
    letters = [chr(code) for code in range(32, 0x11000)] + [chr(code) for code in range(32, 0x250)] * 60
    texts = ["".join(rng.choices(letters, k=rng.randint(1, 10))) for _ in range(60_000)]
    assert [text for text in texts if fold(text) != plain_fold(text)] == []
    assert sum(not text.isascii() for text in texts) > 30_000


@given(any_text)
def test_the_words_of_a_text_joined_are_the_folded_text(text):
    assert "".join(fold_words(text)) == fold(text)


@pytest.mark.parametrize("text", ["St. John's", "ST JOHN\N{RIGHT SINGLE QUOTATION MARK}S", "St\nJohn's'"])
def test_an_apostrophe_does_not_part_a_word(text):
    assert fold_words(text) == ["st", "johns"]


# -------------------------------------------------------------------- the index


@given(st.lists(any_text | st.just("two\nlines")))
def test_many_texts_are_folded_as_each_is(texts):
    assert fold_all(texts) == [fold(text) for text in texts]


def index_of(*pairs, record_class=Organization):
    namings = [Naming(text, record_class, record_id, {}) for text, record_id in pairs]
    return NameIndex(namings, frozenset({record_class}))


def bearers(index, text):
    return [naming.record_id for naming in index.bearers.get(fold(text), ())]


def rank(index, text, classes=(Organization,)):
    return [(score, naming.text, naming.record_id) for score, _, naming, _ in Candidates(index).rank(text, classes)]


def everyone(_):
    return True


def index():
    return index_of(
        ("Helsinki", "city"),
        ("University of Helsinki", "uh"),
        ("Helsingin yliopisto", "uh"),
        ("HELSINKI!", "uh"),
        ("Aalto", "aalto"),
        ("Åalto", "aalto"),
        ("...", "dots"),
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Helsinki", ["city", "uh"]),
        ("hel sin-ki", ["city", "uh"]),
        ("university OF helsinki", ["uh"]),
        ("aalto", ["aalto", "aalto"]),
        ("Hels", []),
        ("Helsinky", []),
        ("", []),
        ("...", []),
    ],
)
def test_a_name_has_all_that_bear_it_in_the_order_given(text, ids):
    assert bearers(index(), text) == ids


def test_an_empty_index_finds_nothing():
    assert bearers(NameIndex(), "a") == []
    assert rank(NameIndex(), "a") == []


def test_one_look_up_finds_bearers_of_every_class():
    network = Naming("HELSINKI", Network, "network", {})
    larger = index().extended([network], frozenset({Network}))
    assert [naming.record_class for naming in larger.bearers["helsinki"]] == [Organization, Organization, Network]
    assert larger.classes == {Organization, Network}


def test_an_index_is_not_changed_when_it_is_extended():
    smaller = index()
    before = dict(smaller.bearers)
    smaller.extended([Naming("Oslo", Network, "oslo", {})], frozenset({Network}))
    assert smaller.bearers == before
    assert smaller.classes == {Organization}


@given(pairs_of_names, any_text)
def test_bearers_are_those_of_the_names_that_fold_alike(pairs, text):
    expected = [record for name, record in pairs if fold(name) == fold(text) != ""]
    assert bearers(index_of(*pairs), text) == expected


# -------------------------------------------------------------------- candidates


def test_the_name_itself_scores_one_for_each_that_bears_it():
    found = [(score, record) for score, _, record in rank(index(), "HELSINKI") if score == 1]
    assert found == [(1, "city"), (1, "uh")]


def test_ranking_tells_the_beginning_from_the_inside():
    found = {name: score for score, name, _ in rank(index(), "helsinki")}
    assert found == {"Helsinki": 1, "HELSINKI!": 1, "University of Helsinki": pytest.approx(0.6 + 0.2 * 8 / 20)}
    found = {name: score for score, name, _ in rank(index(), "helsingin y") if name != "HELSINKI!"}
    assert found == {
        "Helsingin yliopisto": pytest.approx(0.8 + 0.2 * 10 / 18),
        "Helsinki": pytest.approx(0.6 * 14 / 18),
    }


def test_a_name_of_the_same_words_in_another_order_holds_the_text():
    assert rank(index_of(("University of Helsinki", "uh")), "Helsinki University of")[0][0] == pytest.approx(0.8)


def test_what_merely_resembles_scores_by_likeness_below_point_six():
    assert rank(index(), "Aaltu")[0] == (pytest.approx(0.6 * 8 / 10), "Aalto", "aalto")


def test_names_that_share_six_letters_of_ten_resemble_each_other():
    assert rank(index_of(("xabcy", "x")), "zabcw") == [(pytest.approx(0.36), "xabcy", "x")]
    assert rank(index_of(("xabcyy", "x")), "zabcw") == []


def test_what_neither_contains_nor_resembles_is_not_found():
    assert rank(index(), "Tromsø") == []


def test_a_name_answers_as_it_was_written():
    assert rank(index_of(("Åbo Akademi", "abo")), "abo")[0][1] == "Åbo Akademi"


def test_only_records_of_the_classes_asked_for_are_candidates():
    assert rank(index(), "helsinki", (Network,)) == []
    assert Candidates(index()).suggest("helsinky", lambda _: False, 3) == ()


def test_suggestions_name_each_record_once_the_most_alike_first():
    assert Candidates(index()).suggest("Helsinky", everyone, 3) == ("Helsinki", "HELSINKI!")
    assert Candidates(index()).suggest("Universty of Helsinki", everyone, 3) == ("University of Helsinki",)
    assert Candidates(index()).suggest("Universty of Helsinki", everyone, 0) == ()


def test_suggestions_that_hold_the_words_come_first_the_shortest_of_them_before_the_others():
    names = index_of(("A Longer Tech", "a"), ("Tech Z", "z"), ("Tecs", "s"))
    assert Candidates(names).suggest("Tech", everyone, 3) == ("Tech Z", "A Longer Tech", "Tecs")
    assert Candidates(index_of(("Alpha Beta Gamma", "a"))).suggest("Gamma Beta Alpha", everyone, 3) == (
        "Alpha Beta Gamma",
    )
    assert Candidates(names).suggest("...", everyone, 3) == ()


def test_nothing_resembles_a_very_long_text():
    long = "Helsinki" * 25
    assert Candidates(index()).suggest(long[:-1], everyone, 3) == ()
    assert Candidates(index_of((long, "long"))).suggest(long[:-1], everyone, 3) == (long,)
    assert Candidates(index_of((long, "long"))).suggest("x" + long[1:], everyone, 3) == (long,)
    assert Candidates(index_of((long, "long"))).suggest(long + "x", everyone, 3) == ()


@given(pairs_of_names, any_text | st.text("ab", max_size=4))
def test_scores_lie_above_zero_and_reach_one_for_the_name_itself_only(pairs, text):
    for score, name, _ in rank(index_of(*pairs), text):
        assert 0 < score <= 1
        assert (score == 1) == (fold(name) == fold(text))


def test_scores_keep_their_ranges():
    seen = {"itself": 0, "beginning": 0, "inside": 0, "alike": 0}

    words = st.text("ab", min_size=1, max_size=5)

    @settings(max_examples=100)
    @given(st.lists(st.tuples(words, st.just("x")), min_size=3, max_size=8), words)
    def check(pairs, text):
        for score, name, _ in rank(index_of(*pairs), text):
            key, wanted = fold(name), fold(text)
            if key == wanted:
                seen["itself"] += 1
                assert score == 1
            elif key.startswith(wanted):
                seen["beginning"] += 1
                assert 0.8 < score < 1
            elif wanted in key:
                seen["inside"] += 1
                assert 0.6 < score < 0.8
            else:
                seen["alike"] += 1
                assert score < 0.6

    check()
    assert all(count >= 3 for count in seen.values()), seen


@given(pairs_of_names)
def test_every_name_ranks_first_for_itself(pairs):
    made = index_of(*pairs)
    for name, record in pairs:
        if fold(name):
            assert (1.0, record) in [(score, found) for score, _, found in rank(made, name)]


# -------------------------------------------------------------------- likeness


def slow_likeness(key, name):
    """The longest common subsequence by the table that textbooks draw."""
    above = [0] * (len(name) + 1)
    for letter in key:
        row = [0]
        for place, other in enumerate(name):
            row.append(above[place] + 1 if letter == other else max(above[place + 1], row[place]))
        above = row
    return 2 * above[-1] / (len(key) + len(name))


def test_likeness_is_that_of_the_textbook():
    seen = set()

    @given(st.text("abc", min_size=1), st.text("abcd", min_size=1))
    def check(key, name):
        seen.add(slow_likeness(key, name))
        assert Likeness(key).to(name) == slow_likeness(key, name)

    check()
    assert len(seen) > 5


def test_few_names_are_compared_with_a_key():
    names = [f"university{number}" for number in range(1000)]
    best = LikeNames(names).best("university77x")
    assert len(best) == 25
    assert best[0][1] in ("university77", "university770")


def test_a_name_is_a_label_unless_it_is_one_of_the_further_names():
    assert Naming("North", Organization, "north", {}).kind is NameKind.LABEL
    assert Naming("North", Organization, "north", {}).period is None


def test_a_membership_has_no_name_to_be_found_by():
    assert list(MemoryTable((Membership(id="m", network="n", member="a"),)).names()) == []


def test_common_groups_of_letters_are_not_read_where_rare_ones_tell():
    names = [f"university{number:05}" for number in range(25_000)] + ["universityquartz"]
    assert LikeNames(names).best("universityquarz")[0][1] == "universityquartz"
    assert len(LikeNames(names).best("universityquarz")) == 1


def test_so_many_entries_are_read_and_no_more():
    for count, found in ((10_000, "zbbbz"), (10_001, "zaaaz")):
        names = [f"{word}{number:05}" for word in ("zbbbz", "zaaaz") for number in range(count)]
        assert LikeNames(names).best("aaabbb")[0][1] == f"{found}00000"


def test_names_that_share_no_group_of_letters_are_not_compared_and_those_that_share_their_end_are():
    assert LikeNames(["abc"]).best("xyz") == []
    assert LikeNames(["xyab"]).best("cab") == [(4 / 7, "xyab")]
    assert LikeNames(["xabcy"]).best("zabcw") == [(0.6, "xabcy")]


def test_of_names_that_are_equally_alike_the_one_given_first_is_first():
    assert LikeNames(["abx", "aby"]).best("abz") == [(2 / 3, "abx"), (2 / 3, "aby")]
