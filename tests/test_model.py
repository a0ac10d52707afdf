"""Records are values; networks answer for their size; answers, tables and country codes are what they should be."""

import copy
import pickle
import re
from datetime import date

import attrs
import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nordic_partnerships import (
    Agreement,
    Alternative,
    Citation,
    Event,
    Evidence,
    Explanation,
    Indicator,
    Initiative,
    InvalidTypeError,
    InvalidValueError,
    Location,
    Membership,
    Name,
    Network,
    OfficeHolder,
    Organization,
    PartialDate,
    Partnership,
    Period,
    Record,
    Size,
    Source,
    Statement,
    Theme,
)
from nordic_partnerships._arguments import parse_word
from nordic_partnerships._countries import COUNTRIES
from nordic_partnerships._disputes import disputes_about, evidence_of
from nordic_partnerships._model import CLASSES, COLLECTIONS, shapes, target_classes
from nordic_partnerships._text import table
from nordic_partnerships.kinds import (
    IndicatorMeasure,
    InitiativeKind,
    NetworkKind,
    OrganizationKind,
    PartnershipKind,
    Qualifier,
    SizeMeasure,
    SourceKind,
    StatementKind,
    Unit,
)
from nordic_partnerships.testing import records

every_class = pytest.mark.parametrize("kind", COLLECTIONS.values(), ids=list(COLLECTIONS))
any_record = st.sampled_from(list(COLLECTIONS.values())).flatmap(records)


def dated(text):
    return PartialDate.parse(text)


# -------------------------------------------------------------------- records are values


@every_class
@given(data=st.data())
def test_copies_of_a_record_equal_it_and_hash_alike(kind, data):
    record = data.draw(records(kind))
    pickled = [pickle.loads(pickle.dumps(record, protocol)) for protocol in range(6)]  # noqa: S301
    for other in (copy.copy(record), copy.deepcopy(record), attrs.evolve(record), *pickled):
        assert type(other) is kind
        assert other == record
        assert hash(other) == hash(record)


@every_class
@given(data=st.data())
def test_a_record_cannot_be_changed(kind, data):
    record = data.draw(records(kind))
    for name in attrs.fields_dict(kind):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, name, getattr(record, name))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(record, name)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.other = 1


@given(any_record, st.data())
def test_records_are_equal_only_where_all_their_fields_are(record, data):
    other = data.draw(records(type(record)))
    for name in attrs.fields_dict(type(record)):
        changed = attrs.evolve(record, **{name: getattr(other, name)})
        assert (changed == record) == (getattr(changed, name) == getattr(record, name))


def test_records_of_two_classes_are_never_equal():
    fields = {"id": "a", "name": "x"}
    assert Theme(**fields) != Event(**fields)


@every_class
def test_fields_are_given_by_name(kind):
    with pytest.raises(TypeError):
        kind("a")


# -------------------------------------------------------------------- how records show themselves


@given(any_record)
def test_a_record_shows_itself_on_one_line(record):
    assert len(repr(record).splitlines()) == 1
    assert repr(record).startswith(f"<{type(record).__name__} {record.id}")
    assert str(record) == record.label


LABELLED = [
    (Organization(id="hel", name="Helsinki", kind=OrganizationKind.CITY), "Helsinki"),
    (Network(id="leru", name="LERU", kind=NetworkKind.ASSOCIATION), "LERU"),
    (Membership(id="leru--hel", network="leru", member="hel"), "hel in leru"),
    (Partnership(id="p", name="Both", kind=PartnershipKind.CITY, parties=("a", "b")), "Both"),
    (Agreement(id="g", name="Treaty", partnership="p"), "Treaty"),
    (Initiative(id="i", name="School", kind=InitiativeKind.FORUM), "School"),
    (Event(id="e", name="Meeting"), "Meeting"),
    (Statement(id="s", subject="hel", kind=StatementKind.AIM, text="To meet."), "To meet."),
    (Theme(id="t", name="Ice"), "Ice"),
    (Source(id="o", title="A page", publisher="H", kind=SourceKind.NEWS, accessed=date(2020, 1, 2)), "A page"),
    (Record(id="r"), "r"),
]


@pytest.mark.parametrize(("record", "label"), LABELLED)
def test_a_record_is_called_by_its_label(record, label):
    assert record.label == str(record) == label


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"value": 27.0, "unit": Unit.PERCENT}, "hel: themes: 27 percent (undated)"),
        ({"value": 27.5, "unit": Unit.PERCENT, "group": "staff"}, "hel: themes, staff: 27.5 percent (undated)"),
        ({"value": 0.0, "as_of": PartialDate(2018, 5)}, "hel: themes: 0 (2018-05)"),
        ({"ranking": ("DE", "NO")}, "hel: themes: DE, NO (undated)"),
        ({"value": 1_234_567.0, "unit": Unit.COUNT}, "hel: themes: 1,234,567 (undated)"),
    ],
)
def test_an_indicator_is_called_by_what_was_observed(fields, label):
    assert Indicator(id="a", subject="hel", measure=IndicatorMeasure.THEMES, **fields).label == label


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (Theme(id="ice", name="Ice"), "<Theme ice 'Ice'>"),
        (Theme(id="ice", name="Two\nlines"), r"<Theme ice 'Two\nlines'>"),
        (Theme(id="ice", name="ice"), "<Theme ice>"),
        (Record(id="r"), "<Record r>"),
        (Membership(id="n--m", network="n", member="m"), "<Membership n--m 'm in n'>"),
    ],
)
def test_a_record_shows_its_class_its_id_and_its_label(record, shown):
    assert repr(record) == shown


def test_notebooks_show_the_fields_that_hold_something():
    agreement = Agreement(
        id="g",
        name="A & <script>alert('B')</script>",
        partnership="p",
        signatories=(OfficeHolder(name="N. N.", office="<b>Rector"), OfficeHolder(name="M", office="Mayor")),
        term=0,
        themes=("ice", "snow"),
        citations=(Citation(source="page"),),
        remark="1 > 0",
    )
    table = agreement._repr_html_().partition("</style>")[2]
    assert table == (
        "<table><caption>Agreement</caption>"
        "<tr><th>name</th><td>A &amp; &lt;script&gt;alert(&#x27;B&#x27;)&lt;/script&gt;</td></tr>"
        "<tr><th>id</th><td>g</td></tr>"
        "<tr><th>partnership</th><td>p</td></tr>"
        "<tr><th>term</th><td>0</td></tr>"
        "<tr><th>signatories</th><td>N. N., &lt;b&gt;Rector, M, Mayor</td></tr>"
        "<tr><th>themes</th><td>ice, snow</td></tr>"
        "<tr><th>remark</th><td>1 &gt; 0</td></tr>"
        "</table></div>"
    )


def test_a_notebook_is_spared_long_remarks_and_lists():
    names = tuple(Name(text=f"N{number}") for number in range(12))
    html = Network(id="n", name="N", kind=NetworkKind.EU_BODY, names=names, remark="x" * 999)._repr_html_()
    assert "N9, ... and 2 more<" in html
    assert f"<tr><th>remark</th><td>{'x' * 197}...</td></tr></table>" in html


def test_figures_and_citations_are_small_tables():
    size = Size(measure=SizeMeasure.CITIES, count=1300, what="<towns>")
    assert "<tr><th>what</th><td>&lt;towns&gt;</td></tr>" in size._repr_html_()
    citation = Citation(source="page", span=(3, 4), stated="<i>")
    assert "<tr><th>span</th><td>3, 4</td></tr><tr><th>stated</th><td>&lt;i&gt;</td></tr>" in citation._repr_html_()


def test_notebooks_show_names_and_sizes_as_text():
    sizes = (Size(measure=SizeMeasure.CITIES, count=1300, qualifier=Qualifier.ABOUT),)
    html = Network(
        id="n", name="N", kind=NetworkKind.EU_BODY, names=(Name(text="<i>"), Name(text="M")), sizes=sizes
    )._repr_html_()
    assert "<tr><th>names</th><td>&lt;i&gt;, M</td></tr>" in html
    assert "<tr><th>sizes</th><td>about 1,300 cities (undated)</td></tr>" in html
    assert "<tr><th>kind</th><td>EU body</td></tr>" in html


@given(any_record)
def test_no_text_of_a_record_reaches_a_notebook_as_markup(record):
    attacked = attrs.evolve(record, remark="<script>&</td></table><img src=x onerror='a()'>")
    html = attacked._repr_html_().partition("</style>")[2].removesuffix("</div>")
    tags = re.findall("<[^>]*>", re.sub(r"<nobr>(\d{4}-\d\d(-\d\d)?)</nobr>", r"\1", html))
    assert {tag.replace("/", "") for tag in tags} == {"<table>", "<caption>", "<tr>", "<th>", "<td>"}
    shown = [name for name in attrs.fields_dict(type(record)) if name not in ("citations", "alternatives")]
    assert tags.count("<td>") == sum(getattr(attacked, name) not in (None, (), Period()) for name in shown)


# -------------------------------------------------------------------- sizes


def size(count, as_of=None, measure=SizeMeasure.MEMBERS, **more):
    return Size(measure=measure, count=count, as_of=as_of and dated(as_of), **more)


@pytest.mark.parametrize(
    ("one", "text", "shown"),
    [
        (size(21), "21 members", "<Size members: 21 members (undated)>"),
        (size(0, what="cities", as_of="2018"), "0 cities", "<Size members: 0 cities (2018)>"),
        (
            size(1300, what="universities", qualifier=Qualifier.MORE_THAN),
            "more than 1,300 universities",
            "<Size members: more than 1,300 universities (undated)>",
        ),
        (
            size(2_000_000, measure=SizeMeasure.STUDENTS, qualifier=Qualifier.LESS_THAN),
            "less than 2,000,000 students",
            "<Size students: less than 2,000,000 students (undated)>",
        ),
        (size(5, qualifier=Qualifier.ABOUT), "about 5 members", "<Size members: about 5 members (undated)>"),
        (size(5, qualifier=Qualifier.AT_LEAST), "at least 5 members", "<Size members: at least 5 members (undated)>"),
    ],
)
def test_a_size_is_written_with_its_hedge(one, text, shown):
    assert str(one) == text
    assert repr(one) == shown


# -------------------------------------------------------------------- values, sources


@pytest.mark.parametrize("value", ["city", OrganizationKind.CITY])
def test_a_value_is_named_by_itself_or_its_text(value):
    assert parse_word(OrganizationKind, value, "kind") is OrganizationKind.CITY


def test_a_value_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(InvalidValueError) as caught:
        parse_word(Unit, "kg", "unit of value")
    assert str(caught.value) == "there is no unit of value 'kg'; choose one of: 'percent', 'count'"


@pytest.mark.parametrize("value", [None, 1, b"city", ("city",)])
def test_a_value_is_a_text(value):
    with pytest.raises(InvalidTypeError) as caught:
        parse_word(Unit, value, "unit")
    assert str(caught.value) == f"expected a text as unit, got {type(value).__name__}"


PAGE = Source(id="page", title="A page", publisher="North", kind=SourceKind.OFFICIAL_SITE, accessed=date(2020, 6, 15))


def test_a_source_attests_from_the_date_it_bears_else_from_the_day_it_was_read():
    assert PAGE.attested == dated("2020-06-15")
    assert attrs.evolve(PAGE, as_of=dated("2019")).attested == dated("2019")


# -------------------------------------------------------------------- evidence, explanations


@pytest.mark.parametrize(
    ("citation", "source", "text"),
    [
        ({}, {}, "A page (North, official site), no public address, undated, read 2020-06-15"),
        (
            {},
            {"url": "https://north.example"},
            "A page (North, official site), https://north.example, undated, read 2020-06-15",
        ),
        (
            {},
            {"archived": "https://kept.example/north"},
            (
                "A page (North, official site), no public address, kept copy https://kept.example/north, "
                "undated, read 2020-06-15"
            ),
        ),
        (
            {},
            {"url": "https://north.example", "archived": "https://kept.example/north"},
            (
                "A page (North, official site), https://north.example, kept copy https://kept.example/north, "
                "undated, read 2020-06-15"
            ),
        ),
        (
            {"section": "Us", "span": (0, 9)},
            {"url": "https://north.example", "document": "n.txt", "as_of": PartialDate(2019)},
            "A page (North, official site), n.txt, section 'Us', characters 0-9, as of 2019, read 2020-06-15",
        ),
        (
            {"stated": "since 2014", "supports": ("period", "name")},
            {"document": "n.txt"},
            "A page (North, official site), n.txt, stated as 'since 2014', for period, name, undated, read 2020-06-15",
        ),
    ],
)
def test_evidence_says_where_the_fact_stands(citation, source, text):
    assert str(Evidence(Citation(source="page", **citation), attrs.evolve(PAGE, **source))) == text


def test_an_explanation_tells_the_evidence_and_what_was_not_chosen():
    cited = Citation(source="page")
    theme = Theme(id="ice", name="Ice", remark="cold", citations=(cited,))
    theme = attrs.evolve(theme, alternatives=(Alternative(field="name", value="Snow", citation=cited, remark="older"),))
    (by_page,) = evidence_of(theme, {"page": PAGE})
    (dispute,) = disputes_about(theme, {"page": PAGE})
    nameless = dispute._replace(chosen="", claim="Hail", reason=None, evidence=())
    assert str(Explanation(record=theme, evidence=(by_page,), disputes=(dispute, nameless))) == (
        "<Theme ice 'Ice'>\n"
        "  remark: cold\n"
        "  A page (North, official site), no public address, undated, read 2020-06-15\n"
        "  name: Ice was chosen\n"
        "    not chosen: Snow (older)\n"
        "      A page (North, official site), no public address, undated, read 2020-06-15\n"
        "  name: nothing was chosen\n"
        "    not chosen: Hail (no remark)"
    )
    assert str(dispute) == "Ice, name: Ice, not Snow: older"
    assert str(nameless) == "Ice, name: nothing, not Hail"
    bare = Explanation(record=attrs.evolve(theme, remark=None), evidence=())
    assert str(bare) == "<Theme ice 'Ice'>"


# -------------------------------------------------------------------- tables, countries


def test_a_table_aligns_its_columns_and_leaves_no_space_at_the_end_of_a_line():
    rows = [["Nordic Five Tech", "2006", ""], ["LERU", "", "x"], ["", "", ""]]
    assert table(["name", "since", "n"], rows).split("\n") == [
        "name              since  n",
        "Nordic Five Tech  2006",
        "LERU                     x",
        "",
    ]


def test_a_table_without_rows_is_its_headers():
    assert table(("a", "long header"), ()) == "a  long header"


@given(st.lists(st.tuples(*[st.text("ab å", max_size=9)] * 3), max_size=5))
def test_every_cell_of_a_table_begins_where_its_header_does(rows):
    head, *lines = table(("first", "second", "third"), rows).split("\n")
    places = [head.index(word) for word in ("first", "second", "third")]
    for line, row in zip(lines, rows, strict=True):
        assert line == line.rstrip()
        for place, cell in zip(places, row, strict=True):
            assert line.ljust(place + 9)[place:].startswith(cell)


def test_the_country_codes_are_those_of_iso_3166():
    assert {country.alpha_2 for country in pycountry.countries} == COUNTRIES


def test_a_place_prints_as_degrees():
    assert str(Location(latitude=60.2, longitude=24.9)) == "60.2, 24.9"


# -------------------------------------------------------------------- links between records


def fields_of_parts():
    """Yield every field of every record class, and of the parts that records are made of."""
    to_visit, seen = [*COLLECTIONS.values()], set()
    while to_visit:
        cls = to_visit.pop()
        if cls in seen:
            continue
        seen.add(cls)
        for field, shape in shapes(cls):
            yield cls, field, shape
            if attrs.has(shape.item):
                to_visit.append(shape.item)


def test_what_a_field_refers_to_is_a_record_class_and_its_values_are_texts():
    referring = [(field, shape) for _, field, shape in fields_of_parts() if field.metadata]
    assert len(referring) > 30
    for field, shape in referring:
        assert shape.item is str
        assert {cls.__name__ for cls in target_classes(field)} == set(field.metadata["refers_to"])


def test_a_field_named_like_a_collection_or_a_class_refers_to_it():
    named_alike = {*CLASSES, *(name.rstrip("s") for name in COLLECTIONS)}
    for cls, field, shape in fields_of_parts():
        if shape.item is str and field.name.capitalize() in named_alike:
            assert target_classes(field), f"{cls.__name__}.{field.name}"


def test_what_has_no_id_shows_its_fields():
    assert repr(Name(text="A", language="sv")) == (
        "Name(text='A', kind=<NameKind.ALIAS: 'alias'>, language='sv', period=None)"
    )
