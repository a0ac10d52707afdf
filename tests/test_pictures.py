"""Pictures carry what answers say: statuses, bounds and captions, in files that need nothing else."""

import json
import re
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from math import asinh, radians, tan

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import EVER, InvalidTypeError, InvalidValueError, MissingLibraryError, Period
from nordic_partnerships.kinds import Status

DATA = nordic.load("2026.11.1")
AALTO, HELSINKI = "Aalto University", "University of Helsinki"


def pictures(dark=False):
    """Yield a picture of every kind, of one fact, of some thirty and of hundreds."""
    for key in ("University of Nairobi", AALTO):
        yield nordic.draw_timeline(DATA.partnerships_of(key), dark=dark)
        yield nordic.draw_map(DATA.partners_of(key), dark=dark)
        yield nordic.draw_history(DATA, key, "partners", dark=dark)
    yield nordic.draw_timeline(DATA.memberships(member=AALTO, as_of="2020"), DATA.agreements_of(AALTO, as_of="2020"))
    yield nordic.draw_timeline(DATA.memberships(as_of="2003"), dark=dark)
    yield nordic.draw_map(DATA.organizations(), dark=dark)
    yield nordic.draw_map(DATA.members_of("LERU"), dark=dark)
    yield nordic.draw_matrix(DATA.memberships(as_of="2003"), dark=dark)
    yield nordic.draw_matrix(DATA.memberships(network="Una Europa"), dark=dark)
    yield nordic.draw_history(DATA, "EUA", "members", dark=dark)


@pytest.mark.parametrize("dark", [False, True])
def test_every_picture_is_drawn_with_its_caption_release_and_date(dark):
    for picture in pictures(dark):
        svg = picture.to_svg()
        assert svg.startswith("<svg")
        assert "release 2026.11.1" in svg
        assert picture.caption[0][:40].split("(")[0].split("'")[0] in svg
        assert "as of" in svg or "on record" in svg
        assert 'src="http' not in svg


def bars(picture):
    return {bar["label"]: bar for bar in picture.spec["data"]["values"]}


def test_a_timeline_has_the_bounds_and_statuses_of_the_answer():
    answer = DATA.memberships(network="UNICA", as_of="2000")
    drawn = bars(nordic.draw_timeline(answer))
    table = list(answer.table())
    assert len(drawn) == len(table)
    for row in table:
        bar = drawn[row["member_name"]]
        assert bar["status"] == row["status"]
        assert bar["undecided"] == (row["status"] == Status.UNKNOWN)
        if row["start_first"] is not None:
            assert bar["from"] == row["start_first"].isoformat()
        if row["end_last"] is not None:
            assert bar["to"] == row["end_last"].isoformat()
        if bar["surely from"] is not None:
            assert (bar["surely from"], bar["surely to"]) == (str(row["start_last"]), str(row["end_first"]))


def test_open_and_unknown_ends_look_different():
    membership = DATA.memberships(network="Una Europa")[0]
    periods = {"a": "../..", "b": "/", "c": "2010/2012", "d": "2010/.."}
    copies = [attrs.evolve(membership, id=f"x-{key}", period=Period.parse(text)) for key, text in periods.items()]
    bodies = [
        attrs.evolve(DATA.organization(membership.member), id=f"u-{copy.id}", name=copy.id, established=None, ror=None)
        for copy in copies
    ]
    plain = attrs.evolve(DATA.network("Una Europa"), id="n", name="N", founded=None)
    copies = [attrs.evolve(copy, network="n", member=f"u-{copy.id}", citations=()) for copy in copies]
    data = nordic.Dataset.of(
        DATA.release,
        [
            *copies,
            attrs.evolve(
                plain,
                **dict.fromkeys(("names", "citations", "sizes", "themes", "part_of", "funders", "founders"), ()),
                roster_source=None,
            ),
            *(attrs.evolve(body, names=(), citations=(), part_of=()) for body in bodies),
        ],
    )
    drawn = bars(nordic.draw_timeline(data.memberships(network="n", as_of=EVER)))
    assert {key: (bar["begins"], bar["ends"]) for key, bar in sorted(drawn.items())} == {
        "x-a": ("◀", "▶"),
        "x-b": ("?", "?"),
        "x-c": (None, None),
        "x-d": (None, "▶"),
    }
    assert drawn["x-a"]["status"] == "not asked"


def test_a_timeline_has_room_for_what_is_known():
    """The university is centuries old, and nobody says since when the city is a partner: a sign stands in for them."""
    answer = DATA.partnerships_of(HELSINKI)
    picture = nordic.draw_timeline(answer)
    row = next(row for row in answer.table() if row["name"] == "University of Helsinki and City of Helsinki")
    assert row["start"] is None
    assert row["start_first"] == date(1640, 1, 1)
    bar = bars(picture)[row["name"]]
    assert bar["begins"] == "?"
    assert bar["from"] > "2000"
    assert bar["from"] == min(other["from"] for other in bars(picture).values())
    for other in answer.table():
        if other["start"] is not None:
            assert bars(picture)[other["name"]]["from"] == other["start_first"].isoformat()


def test_the_bars_of_a_timeline_begin_one_after_the_other_and_long_names_are_cut():
    answer = DATA.memberships(as_of="2003")
    drawn = nordic.draw_timeline(answer).spec["data"]["values"]
    assert [bar["from"] for bar in drawn] == sorted(bar["from"] for bar in drawn)
    assert all(len(bar["label"]) <= 90 for bar in drawn)
    assert {bar["called"] for bar in drawn} == {
        f"{row['member_name']} in {row['network_name']}" for row in answer.table()
    }


def test_memberships_are_called_by_what_tells_them_apart():
    ask = DATA.memberships
    assert "Una Europa" in bars(nordic.draw_timeline(ask(member=HELSINKI)))
    assert HELSINKI in bars(nordic.draw_timeline(ask(network="Una Europa")))
    assert f"{HELSINKI} in Una Europa" in bars(nordic.draw_timeline(ask(as_of="2024")))


def test_a_relation_is_one_bar_however_often_it_is_asked_for():
    ask = DATA.memberships
    answers = [ask(network="UNICA", as_of=at) for at in ("1990", "2000", "2024")]
    picture = nordic.draw_timeline(*answers)
    drawn = picture.spec["data"]["values"]
    rows = {row["id"]: row for answer in answers for row in answer.table()}
    assert sorted(bar["called"] for bar in drawn) == sorted(row["member_name"] for row in rows.values())
    statuses = {}
    for answer in answers:
        for row in answer.table():
            statuses.setdefault(row["member_name"], []).append(row["status"])
    assert {len(set(seen)) for seen in statuses.values()} == {1, 2}
    for bar in drawn:
        seen = statuses[bar["called"]]
        assert bar["status"] == "; ".join(dict.fromkeys(seen))
        assert bar["undecided"] == (set(seen) == {"unknown"})
    assert [line["day"] for line in picture.spec["layer"][-1]["data"]["values"]] == [
        "1990-12-31",
        "2000-12-31",
        "2024-12-31",
    ]


def test_relations_that_are_called_the_same_are_numbered():
    one, other = DATA.memberships(network="LERU", member=HELSINKI)[0], DATA.network("LERU")
    namesake = attrs.evolve(DATA.organization(AALTO), name=HELSINKI, names=())
    copy = attrs.evolve(one, id="x-leru", member="aalto-university", citations=())
    answer = DATA.extended_with([namesake, copy], replace=True).memberships(network=other)
    drawn = nordic.draw_timeline(answer, answer).spec["data"]["values"]
    assert {bar["label"] for bar in drawn if bar["called"] == HELSINKI} == {HELSINKI, f"{HELSINKI} (2)"}
    assert len(drawn) == len(answer)


def test_a_history_is_the_table_of_counts():
    picture = nordic.draw_history(DATA, "UNICA", "members")
    rows = list(DATA.counts_by_year("UNICA", "members"))
    assert picture.spec["data"]["values"][:-1] == rows
    assert picture.spec["data"]["values"][-1]["year"] == rows[-1]["year"] + 1
    points = picture.spec["layer"][-1]["data"]["values"]
    assert {(point["stated"], point["stated_as_of"]) for point in points} == {
        (row["stated"], row["stated_as_of"]) for row in rows if row["stated"] is not None
    }


def test_a_history_numbers_whole_things_and_the_middles_of_years():
    picture = nordic.draw_history(DATA, "Finnish section of Scholars at Risk", "members")
    first = picture.spec["layer"][0]["encoding"]["y"]["axis"]
    assert first["values"] == [0, 1]
    middles = picture.spec["encoding"]["x"]["axis"]["values"]
    assert {middle % 1 for middle in middles} == {0.5}
    assert "Points" not in picture.caption[-1]
    assert "Points" in nordic.draw_history(DATA, "UNICA", "members").caption[-1]


@pytest.mark.parametrize(
    ("subject", "counted"),
    [
        ("EIT", "members"),
        ("EUI", "members"),
        ("NOVA", "members"),
        ("NUS", "members"),
        ("European Institute of Innovation and Technology", "partners"),
        (DATA.network("LERU"), "networks"),
        (AALTO, nordic.kinds.Counted.PARTNERS),
        (AALTO, "Partners"),
    ],
)
def test_a_history_answers_whatever_is_counted_and_is_called_like_its_question(subject, counted):
    picture = nordic.draw_history(DATA, subject, counted)
    assert picture.spec["data"]["values"][:-1] == list(DATA.counts_by_year(subject, counted))
    answer = getattr(DATA, f"{counted.lower()}_of")(subject)
    assert picture.caption[0] == f"{answer.question} by year"


def test_a_matrix_has_the_networks_that_several_share():
    both = [DATA.memberships(member=name, as_of="2024") for name in (AALTO, HELSINKI)]
    picture = nordic.draw_matrix(*both)
    cells = picture.spec["data"]["values"]
    assert {cell["member"] for cell in cells} == {AALTO, HELSINKI}
    shared = set.intersection(*({row["network_name"] for row in answer.table()} for answer in both))
    assert {cell["network"] for cell in cells} == shared
    assert re.fullmatch(r"Left out: \d+ networks of one member only\.", picture.caption[-1])
    one = nordic.draw_matrix(both[0])
    assert len(one.spec["data"]["values"]) == len({row["network"] for row in both[0].table()})
    forever = nordic.draw_matrix(*(DATA.memberships(member=name) for name in (AALTO, HELSINKI)))
    assert {cell["status"] for cell in forever.spec["data"]["values"]} == {"on record"}


def test_a_matrix_shows_one_time():
    asked = [DATA.memberships(member=name, as_of=at) for name, at in ((AALTO, "2024"), (HELSINKI, "2010"))]
    with pytest.raises(InvalidValueError, match="a matrix shows one time; ask all answers as of the same"):
        nordic.draw_matrix(*asked)
    with pytest.raises(InvalidValueError, match="as of the same"):
        nordic.draw_matrix(asked[0], DATA.memberships(member=HELSINKI))
    for at in ("2024", EVER):
        picture = nordic.draw_matrix(*(DATA.memberships(member=name, as_of=at) for name in (AALTO, HELSINKI)))
        assert ("Crossed" in picture.caption[-2]) == (at is EVER)


def test_members_and_networks_of_one_name_are_several_rows_and_columns():
    renamed = [
        attrs.evolve(DATA.organization(HELSINKI), name=AALTO, names=()),
        attrs.evolve(DATA.network("UNICA"), name="Una Europa", names=()),
    ]
    data = DATA.extended_with(renamed, replace=True)
    answers = [data.memberships(member=key, as_of="2024") for key in ("university-of-helsinki", "aalto-university")]
    picture = nordic.draw_matrix(*answers)
    cells = picture.spec["data"]["values"]
    assert {cell["member"] for cell in cells} == {f"{AALTO} (aalto-university)", f"{AALTO} (university-of-helsinki)"}
    alone = nordic.draw_matrix(answers[0]).spec["data"]["values"]
    assert {"Una Europa (una-europa)", "Una Europa (unica)"} <= {cell["network"] for cell in alone}
    assert {cell["member"] for cell in alone} == {AALTO}


def test_a_map_has_every_organization_with_a_place():
    answer = DATA.partners_of(AALTO)
    world, europe = nordic.draw_map(answer).spec["vconcat"]
    names = [name for point in world["data"]["values"] for name in point["who"].split("; ")]
    assert sorted(names) == sorted(partner.name for partner in answer if partner.location)
    assert len(europe["data"]["values"]) < len(world["data"]["values"])
    (alone,) = nordic.draw_map(DATA.partners_of("University of Nairobi")).spec["vconcat"]
    assert alone["height"] <= 640
    labelled = [point for point in world["data"]["values"] if point["side"]]
    assert labelled


def test_a_city_is_one_point_wherever_in_it_sources_put_it():
    world, europe = nordic.draw_map(DATA.organizations()).spec["vconcat"]
    here = [body for body in DATA.organizations() if body.city == "Lisbon" and body.location]
    assert len({(body.location.latitude, body.location.longitude) for body in here}) == 2
    (lisbon,) = (point for point in europe["data"]["values"] if point["city"] == "Lisbon")
    assert sorted(lisbon["who"].split("; ")) == sorted(body.name for body in here)
    assert len({(point["latitude"], point["longitude"]) for point in world["data"]["values"]}) == len(
        world["data"]["values"]
    )


def height_on(view, latitude):
    """Return how far below the upper edge of a map a latitude lies, by Mercator's projection."""
    projection = view["projection"]
    return projection["translate"][1] - projection["scale"] * asinh(tan(radians(latitude)))


def test_the_map_of_the_world_holds_every_organization_with_a_place():
    world, _ = nordic.draw_map(DATA.organizations()).spec["vconcat"]
    assert "Longyearbyen" in {point["city"] for point in world["data"]["values"]}
    for point in world["data"]["values"]:
        x = world["projection"]["translate"][0] + world["projection"]["scale"] * radians(point["longitude"])
        assert 0 < x < world["width"]
        assert 0 < height_on(world, point["latitude"]) < world["height"]


def test_a_map_of_all_history_says_nothing_of_what_is_in_force():
    answer = DATA.partners_of(AALTO, as_of=EVER)
    picture = nordic.draw_map(answer)
    for view in picture.spec["vconcat"]:
        assert {point["status"] for point in view["data"]["values"]} == {"on record"}
    assert "Grey: on record, whenever it was. Large: several." in picture.caption
    assert not any("in force" in line for line in picture.caption)
    at_a_time = nordic.draw_map(DATA.partners_of(AALTO))
    assert "on record" not in {point["status"] for point in at_a_time.spec["vconcat"][0]["data"]["values"]}


def test_to_change_a_map_changes_no_other():
    answer = DATA.partners_of("University of Nairobi")
    changed, kept = (nordic.draw_map(answer).spec["vconcat"][0]["layer"][0]["data"]["values"] for _ in range(2))
    changed["objects"].clear()
    assert kept["objects"]
    assert nordic.draw_map(answer).spec["vconcat"][0]["layer"][0]["data"]["values"] == kept


def test_cities_of_one_name_are_several_points():
    there = attrs.evolve(DATA.organization("KU Leuven"), city="Espoo", country="FI")
    (view,) = nordic.draw_map(DATA.extended_with([there], replace=True).partners_of(AALTO)).spec["vconcat"][1:]
    assert len([point for point in view["data"]["values"] if point["city"] == "Espoo"]) == 2


def test_names_on_a_map_meet_no_other_and_hide_no_place_as_full():
    world, europe = nordic.draw_map(DATA.organizations()).spec["vconcat"]
    inside = {(point["latitude"], point["longitude"]) for point in europe["data"]["values"]}
    named = {(point["latitude"], point["longitude"]) for point in world["data"]["values"] if point["side"]}
    assert named.isdisjoint(inside)
    for view in (world, europe):
        rooms = []
        for point in view["data"]["values"]:
            if point["side"]:
                long = 5.6 * len(point["label"])
                left = point["label x"] - {"left": 0, "center": long / 2, "right": long}[point["side"]]
                rooms.append((left, left + long, point["label y"]))
                assert left >= 0
                assert left + long <= view["width"]
        assert rooms
        for at, (left, right, y) in enumerate(rooms):
            for other_left, other_right, other_y in rooms[:at]:
                assert right <= other_left or other_right <= left or abs(y - other_y) >= 12


def test_an_empty_answer_gives_a_picture_that_says_so():
    for picture in (
        nordic.draw_timeline(DATA.partnerships_of("University of Nairobi", as_of="1990")),
        nordic.draw_map(DATA.partners_of("University of Nairobi", as_of="1990")),
        nordic.draw_matrix(DATA.memberships(member="University of Nairobi")),
        nordic.draw_history(DATA, "University of Nairobi", "networks"),
    ):
        assert "Nothing on record answers this." in picture.to_svg()


def test_what_is_on_record_and_cannot_be_drawn_is_said():
    two = [DATA.memberships(member=name, network=network) for name, network in ((AALTO, "CESAER"), (HELSINKI, "LERU"))]
    assert "No two of them share a network." in nordic.draw_matrix(*two).to_svg()
    nowhere = attrs.evolve(DATA.organization(HELSINKI), location=None)
    moved = DATA.extended_with([nowhere], replace=True)
    svg = nordic.draw_map(moved.partners_of("University of Nairobi")).to_svg()
    assert "None of them has a place on record." in svg
    assert "Without a place on record: 1." in svg


def test_several_answers_are_all_named_first():
    both = [DATA.memberships(member=name, as_of="2024") for name in (AALTO, HELSINKI)]
    caption = nordic.draw_matrix(*both).caption
    assert caption[0] == f"memberships of {AALTO} and memberships of {HELSINKI}"
    assert [line.partition(":")[0] for line in caption[1:3]] == [answer.question for answer in both]


def test_hostile_names_stay_text(tmp_path):
    hostile = attrs.evolve(DATA.organization(HELSINKI), name='"></script><script>alert(1)</script>', names=())
    picture = nordic.draw_map(DATA.extended_with([hostile], replace=True).partners_of(AALTO))
    for name in ("x.svg", "x.html"):
        picture.write(tmp_path / name)
        assert "<script>alert" not in (tmp_path / name).read_text()
    assert r"\u003c/script>\u003cscript>alert(1)" in (tmp_path / "x.html").read_text()


@pytest.mark.parametrize("code", ["\u2028", "\u202e", "\ue000"])
def test_what_a_name_hides_is_shown_and_breaks_no_picture(tmp_path, code):
    name, seen = f"A{code}B", f"A\\u{ord(code):04x}B"
    hostile = [
        attrs.evolve(DATA.organization(HELSINKI), name=name, city=name, names=()),
        attrs.evolve(DATA.network("Una Europa"), name=name, names=()),
    ]
    data = DATA.extended_with(hostile, replace=True)
    memberships = data.memberships(network="una-europa", as_of="2024")
    for number, picture in enumerate(
        [
            nordic.draw_timeline(memberships),
            nordic.draw_matrix(memberships),
            nordic.draw_map(data.partners_of(AALTO)),
            nordic.draw_history(data, "university-of-helsinki", "partners"),
        ]
    ):
        assert code not in json.dumps([picture.caption, picture.spec], ensure_ascii=False)
        assert seen in picture.to_svg()
        picture.write(tmp_path / f"{number}.html")
        assert code not in (tmp_path / f"{number}.html").read_text().rpartition("vega.github.io/schema")[2]


def test_pictures_are_hashed_and_equal_to_themselves_alone():
    one, other = (nordic.draw_history(DATA, "LERU", "members") for _ in range(2))
    assert len({one, other, one}) == 2
    assert one != other


def test_files_are_png_svg_and_one_page_that_asks_for_nothing(tmp_path):
    picture = nordic.draw_map(DATA.partners_of(AALTO))
    for name in ("a.png", "a.svg", "a.html"):
        picture.write(tmp_path / name)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "a.svg").read_text().startswith("<svg")
    page = (tmp_path / "a.html").read_text()
    assert not re.findall(r"<(?:script|link)[^>]*(?:src|href)=", page)
    with pytest.raises(InvalidValueError, match="exists, and is not overwritten"):
        picture.write(tmp_path / "a.svg")
    picture.write(tmp_path / "a.svg", overwrite=True)
    with pytest.raises(InvalidTypeError, match="expected a path"):
        picture.write(3)
    with pytest.raises(InvalidValueError, match=r"ends in \.png, \.svg or \.html, which 'a\.pdf' does not"):
        picture.write(tmp_path / "a.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.png", "a.svg"]


def test_the_page_around_a_picture_is_as_light_or_dark(tmp_path):
    for dark in (False, True):
        picture = nordic.draw_history(DATA, "LERU", "members", dark=dark)
        picture.write(tmp_path / f"{dark}.html")
        start = (tmp_path / f"{dark}.html").read_text()[:200]
        assert f"<head><style>body {{ background: {picture.spec['background']} }}</style>" in start


def test_the_span_of_a_timeline_is_the_same_in_every_time_zone():
    picture = nordic.draw_timeline(DATA.partnerships_of("University of Nairobi"))
    first, last = picture.spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert [datetime.fromtimestamp(day / 1000, UTC).time() for day in (first, last)] == [time(), time()]
    assert datetime.fromtimestamp(last / 1000, UTC).date() == DATA.release.reference_date.last + timedelta(183)


def test_a_notebook_shows_the_drawing_and_altair_takes_it():
    picture = nordic.draw_history(DATA, "LERU", "members")
    assert picture._repr_svg_() == picture.to_svg()
    assert picture.to_altair().to_dict()["width"] == 560


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        (nordic.draw_timeline, InvalidTypeError, "expected an answer to draw, such as partnerships_of"),
        (lambda: nordic.draw_timeline("Aalto"), InvalidTypeError, "got 'Aalto'"),
        (lambda: nordic.draw_timeline(DATA.partners_of(AALTO)), InvalidValueError, "does not show organizations; draw"),
        (lambda: nordic.draw_map(DATA.memberships()), InvalidValueError, "does not show memberships; draw partners_of"),
        (lambda: nordic.draw_history("2026", AALTO, "partners"), InvalidTypeError, "expected a Dataset, got '2026'"),
        (lambda: nordic.draw_history(DATA, AALTO, "x"), InvalidValueError, "x"),
        (lambda: nordic.draw_map(DATA.partners_of(AALTO), dark="no"), InvalidTypeError, "dark"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(wrong, error, message):
    with pytest.raises(error, match=message):
        wrong()


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_a_missing_library_is_named_with_what_to_install(monkeypatch, tmp_path, library):
    picture = nordic.draw_history(DATA, "LERU", "members")
    monkeypatch.setitem(sys.modules, library, None)
    uses = {"altair": [picture.to_altair]}.get(
        library, [picture.to_svg, lambda: picture.write(tmp_path / "x.png"), lambda: picture.write(tmp_path / "x.html")]
    )
    for use in uses:
        with pytest.raises(MissingLibraryError, match=r"run: pip install 'nordic-partnerships\[plots\]'"):
            use()
    assert not list(tmp_path.iterdir())


def test_drawing_loads_no_library_until_a_file_is_asked_for():
    code = """
import sys
import nordic_partnerships as nordic
nordic.draw_map(nordic.partners_of("Aalto University"))
assert not {"altair", "vl_convert", "pandas"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_time_asked_about_is_a_line():
    picture = nordic.draw_timeline(DATA.partnerships_of(AALTO, as_of="2018"))
    assert picture.spec["layer"][-1]["data"]["values"] == [{"day": date(2018, 12, 31).isoformat()}]
