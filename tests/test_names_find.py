"""What a search finds, in which order, with which reasons and rivals; and what errors tell of what was not found."""

import pytest

from nordic_partnerships import (
    Dataset,
    InvalidTypeError,
    InvalidValueError,
    Name,
    Network,
    Organization,
    PartialDate,
    Release,
    Theme,
    Tombstone,
    UnknownNameError,
)
from nordic_partnerships._names import registry
from nordic_partnerships._names.candidates import ids_like
from nordic_partnerships.kinds import NameKind, NetworkKind, OrganizationKind


def university(record_id, name, country="FI", *, acronym=None, **fields):
    names = (Name(text=acronym, kind=NameKind.ACRONYM),) if acronym else ()
    kind = OrganizationKind.UNIVERSITY
    return Organization(id=record_id, name=name, kind=kind, country=country, names=names, **fields)


def find(records, text, **options):
    data = Dataset.of(Release(version="1", reference_date=PartialDate(2020)), records)
    return data.find(text, among=Organization, **options)


def told(matches):
    return [(match.record.id, match.reason, match.rivals) for match in matches]


@pytest.fixture(autouse=True)
def world(monkeypatch):
    """What the world's registry lists; nothing unless a test adds."""
    listed = {}
    monkeypatch.setattr(registry, "_listed", lambda: listed)
    return listed


# -------------------------------------------------------------------- order


def test_the_best_comes_first_and_of_equals_the_one_whose_name_and_then_whose_id_does():
    records = [
        university("d", "Norden"),
        university("c", "Norden", "SE"),
        university("a", "Norden Tech"),
        university("b", "Norden Arts"),
        university("e", "The Norden"),
    ]
    found = find(records, "Norden")
    assert [(match.record.id, match.name) for match in found] == [
        ("c", "Norden"),
        ("d", "Norden"),
        ("b", "Norden Arts"),
        ("a", "Norden Tech"),
        ("e", "The Norden"),
    ]
    assert {match.reason for match in found[:2]} == {"name that others bear too"}


def test_of_two_names_that_fit_alike_the_first_is_told():
    (match,) = find([university("a", "Norden A", acronym="Norden B")], "Norden")
    assert match.name == "Norden A"


def test_a_network_is_found_after_organizations_alone_were_looked_for():
    network = Network(id="pohjola", name="Pohjola", kind=NetworkKind.ASSOCIATION)
    data = Dataset.of(Release(version="1", reference_date=PartialDate(2020)), [university("a", "Norden"), network])
    assert told(data.find("Pohjola", among=Organization)) == []
    assert told(data.find("Pohjola", among=Network)) == [("pohjola", "name", ())]


def test_a_text_of_ten_thousand_letters_is_read_and_a_longer_one_is_not():
    records = [university("a", "University of Norden")]
    text = "University of Norden ".ljust(10_000, "x")
    assert told(find(records, text)) == [("a", "inside the text: 'University of Norden'", ())]
    assert find(records, f"{text}x") == ()


def test_a_text_that_says_a_word_many_times_is_no_beginning():
    (match,) = find([university("a", "University of Norden")], "Norden " * 9)
    assert (match.score, match.reason) == (pytest.approx(0.8), "contains the text")


def test_a_looser_spelling_is_found_as_what_a_text_contains():
    (match,) = find([university("a", "Åbo Akademi")], "Aabo Akademi")
    assert (match.score, match.reason) == (pytest.approx(0.8), "inside the text: 'Aabo Akademi'")


# -------------------------------------------------------------------- rivals


def test_others_in_the_world_are_told_and_those_of_other_countries_only_if_they_are_asked_for(world):
    kiel = university("kiel", "Kiel University", "DE", acronym="CAU")
    world["cau"] = "CNChina Agricultural University"
    assert told(find([kiel], "CAU")) == [("kiel", "acronym", ("China Agricultural University",))]
    assert told(find([kiel], "CAU", country="DE")) == [("kiel", "acronym", ())]


def test_a_form_of_a_name_has_the_rivals_of_the_form(world):
    washington = university("uw", "University of Washington", "US")
    world["~university washington"] = "SEWashington University"
    form = "form of the name"
    assert told(find([washington], "Washington Univ.")) == [("uw", form, ("Washington University",))]
    assert told(find([washington], "Washington Univ.", country="US")) == [("uw", form, ())]
    inside = "inside the text: 'Washington Univ'"
    assert told(find([washington], "Law, Washington Univ.")) == [("uw", inside, ("Washington University",))]


def test_two_that_bear_a_name_are_rivals_in_its_forms_and_in_a_longer_text():
    twins = [university("a", "University of Twin"), university("b", "University of Twin", "SE")]
    twin = ("University of Twin",)
    assert told(find(twins, "Twin Univ.")) == [("a", "form of the name", twin), ("b", "form of the name", twin)]
    records = [university(place, place, "DK", acronym="AU") for place in ("aalborg", "aarhus")]
    inside = "inside the text: 'AU'"
    assert told(find(records, "Law, AU")) == [("aalborg", inside, ("aarhus",)), ("aarhus", inside, ("aalborg",))]


def test_who_goes_before_whom_is_asked_in_the_countries_that_are_asked_for():
    records = [university("a", "Stockholm", "SE", acronym="SU"), university("b", "Stanford", "US", acronym="SU")]
    assert told(find(records, "Law, SU", country="US")) == [("b", "inside the text: 'SU'", ("Stockholm",))]
    old = university("old", "University of Twin", closed=PartialDate(2019))
    assert told(find([old, university("new", "Twin University", "SE")], "Twin Univ.", country="FI")) == [
        ("old", "form of the name", ())
    ]


# -------------------------------------------------------------------- errors


def test_ids_that_resemble_an_id_are_suggested_from_a_likeness_of_point_six(small):
    with pytest.raises(UnknownNameError) as raised:
        small.get("north--sout")
    assert raised.value.suggestions == ("north--south", "north-share", "north")
    with pytest.raises(UnknownNameError) as raised:
        small.get("alliance--nort")
    assert raised.value.suggestions == ("alliance--north", "alliance--south", "alliance")
    with pytest.raises(UnknownNameError) as raised:
        small.organization("alliance--north")
    assert (raised.value.suggestions, raised.value.elsewhere) == ((), "a membership")
    assert ids_like("a--bc", ["a--de", "x"], 3) == ("a--de",)
    assert ids_like("a--bc", ["a--def"], 3) == ()
    assert ids_like("a--bc", ["a--bd", "a--bc"], 1) == ("a--bc",)


def test_a_record_of_another_class_or_dataset_is_told(small):
    alliance, stranger = small.network("alliance"), university("stranger", "Stranger")
    with pytest.raises(InvalidTypeError, match=r"^expected an organization, got <Network alliance 'Alliance'>$"):
        small.organization(alliance)
    with pytest.raises(InvalidTypeError, match=r"^expected an organization or a network, got <Theme ice 'Ice'>$"):
        small.memberships(member=small.get("ice", Theme))
    with pytest.raises(UnknownNameError) as raised:
        small.organization(stranger)
    assert (raised.value.key, raised.value.wanted) == ("stranger", "organization")


def test_suggestions_are_looked_for_up_to_ten_thousand_letters(small):
    for count, suggested in ((9_995, True), (9_996, False)):
        with pytest.raises(UnknownNameError) as raised:
            small.get("north" + "." * count)
        assert bool(raised.value.suggestions) == suggested


@pytest.mark.parametrize(
    ("country", "wanted"),
    [
        (None, "organization"),
        ("FI", "organization in FI"),
        (["SE", "FI"], "organization in FI, SE"),
        ("Nordic", "organization in the Nordic countries"),
    ],
)
def test_an_error_tells_what_was_looked_for_and_where(small, country, wanted):
    (row,) = small.resolve_many(["Nobody"], among=Organization, country=country)
    assert row.error.wanted == wanted
    (row,) = small.resolve_many(["Nobody"], country=country)
    assert row.error.wanted == wanted.replace("organization", "record")
    (row,) = small.resolve_many(["Q1"], among=Organization, country="DK")
    assert (row.error.key, row.error.wanted) == ("Q1", "organization in DK")


def test_names_like_one_that_is_unknown_are_looked_for_in_the_countries_that_are_asked_for():
    records = [university("a", "Norden"), university("b", "Nordenby", "SE")]
    data = Dataset.of(Release(version="1", reference_date=PartialDate(2020)), records)
    (row,) = data.resolve_many(["Nordenn"], among=Organization, country="SE")
    assert row.error.suggestions == ("Nordenby",)
    (row,) = data.resolve_many(["Nordenn"], among=Organization)
    assert row.error.suggestions == ("Norden", "Nordenby")


def test_an_error_names_both_classes_that_were_looked_at(small):
    with pytest.raises(UnknownNameError) as raised:
        small.memberships(member="Nobody")
    assert raised.value.wanted == "organization or network"
    with pytest.raises(InvalidValueError, match=r"^a name must contain letters or digits, which '!' does not$"):
        small.get("!")


def test_an_error_tells_of_which_other_classes_the_name_is(small):
    data = small.extended_with([Network(id="pohjola", name="Pohjola", kind=NetworkKind.ASSOCIATION)])
    with pytest.raises(UnknownNameError) as raised:
        data.get("Pohjola", Theme)
    assert raised.value.elsewhere == "an organization and a network"


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("alliance", ""),
        (" ALLIANCE ", ""),
        ("all ", "acronym all"),
        ("Circle", ""),
        ("Nobody", ""),
    ],
)
def test_why_a_key_means_a_record_is_told_unless_it_is_its_id_or_name(small, key, reason):
    assert small._keys.reason(key, small.network("alliance")) == reason
    assert small._keys.reason(small.network("alliance"), small.network("alliance")) == ""


def test_a_longer_text_is_no_reason_why_a_key_means_a_record():
    record = university("a", "University of Norden")
    data = Dataset.of(Release(version="1", reference_date=PartialDate(2020)), [record])
    assert data._keys.reason("Law, University of Norden", record) == ""


def test_a_retired_id_is_told_as_why_a_key_means_its_successor(small):
    tombstone = Tombstone(id="far-north", reason="merged", retired=PartialDate(2019), successors=("north",))
    data = Dataset.of(small.release, [*small, tombstone])
    assert data._keys.reason(" far-north", data.organization("north")) == "retired id far-north"
