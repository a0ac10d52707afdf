"""Names of other bodies are not answered, names of ours are, and answers to labelled texts are as good as was measured.

``names_of_others.txt`` samples the names of active bodies of the Research Organization Registry (CC0) that are not on
record and are most like names of ours. docs/names.md tells what all of them gave.
"""

import json
from pathlib import Path

import attrs
import pytest

from nordic_partnerships import Dataset, Name, Organization, load
from nordic_partnerships._countries import NORDIC
from nordic_partnerships._curation.rivals import list_rivals, read_registry, write_rivals
from nordic_partnerships._names import registry, world
from nordic_partnerships._names.forms import form_of
from nordic_partnerships.kinds import NameKind, OrganizationKind

OTHERS = (Path(__file__).parent / "names_of_others.txt").read_text(encoding="utf-8").splitlines()
NEWEST = load("2026.11.1")


@pytest.mark.parametrize("name", OTHERS)
def test_the_name_of_another_body_is_not_answered(name):
    (row,) = NEWEST.resolve_many([name], among=Organization)
    assert row.record is None, row
    (row,) = NEWEST.resolve_many([name], among=Organization, inside_text=True)
    assert row.record is None, row


def test_full_names_of_nordic_bodies_are_answered_because_they_are_the_name():
    nordic = NEWEST.organizations(country="Nordic")
    rows = NEWEST.resolve_many([organization.name for organization in nordic], among=Organization)
    right = [row.reason == "name" and row.record == body for row, body in zip(rows, nordic, strict=True)]
    assert len(right) > 170
    assert sum(right) / len(right) >= 0.99
    labels = {
        name.text: body for body in nordic for name in body.names if name.kind is NameKind.LABEL and " " in name.text
    }
    rows = NEWEST.resolve_many(labels, among=Organization)
    right = [row.reason == "name" and row.record == body for row, body in zip(rows, labels.values(), strict=True)]
    assert len(right) > 150
    assert sum(right) / len(right) >= 0.99


def test_nothing_foreign_is_answered_by_an_acronym_that_the_world_shares():
    shared = list(world.RIVALS)
    acronyms = [key.upper() for key in shared if len(key) < 6 and not key.startswith("~")]
    rows = NEWEST.resolve_many(acronyms, among=Organization)
    assert len(rows) > 100
    for row in rows:
        others = registry.rivals_of(row.key.lower())
        contested = any(rival.spelling == row.key and not rival.closed for rival in others)
        assert row.record is None or row.record.country in NORDIC or not contested, row


# -------------------------------------------------------------------- the list of rivals


def entry(ror, name, *, country="US", status="active", types=("education",), parent=None, acronym=None):
    names = [{"value": name, "types": ["ror_display", "label"]}]
    if acronym:
        names.append({"value": acronym, "types": ["acronym"]})
    return {
        "id": f"https://ror.org/{ror}",
        "status": status,
        "types": list(types),
        "names": names,
        "locations": [{"country_code": country}],
        "relationships": [{"type": "parent", "id": parent}] if parent else [],
    }


def ours():
    ror = "https://ror.org/0ours"
    acronym, alias = Name(text="UoX", kind=NameKind.ACRONYM), Name(text="University of X", kind=NameKind.ALIAS)
    kind = OrganizationKind.UNIVERSITY
    yield Organization(id="x", name="University of X, Main", kind=kind, country="US", ror=ror, names=(acronym, alias))
    yield Organization(id="metso", name="Metso", kind=OrganizationKind.COMPANY, country="FI")


def test_rivals_are_living_or_closed_bodies_that_are_neither_ours_nor_a_part_of_it(tmp_path):
    bodies = [
        entry("0ours", "University of X, Main"),
        entry("0part", "UoX Library", acronym="UOX", parent="https://ror.org/0ours"),
        entry("0gone", "Withdrawn", acronym="UOX", status="withdrawn"),
        entry("0old", "Old|X = Y", acronym="UOX", status="inactive", country="SE"),
        entry("0other", "Xu Open", acronym="UOX", country="CN"),
        entry("0spelt", "Spelt", acronym="Uox", country="CN"),
        entry("0longer", "University of X Springfield"),
        entry("0firm", "University of X Holding", types=["company"]),
        entry("0form", "Main X Univ."),
        entry("0metso", "Metso", country="FI"),
        entry("0metso-cl", "Metso", country="CL"),
    ]
    path = tmp_path / "ror.jsonl"
    path.write_text("\n".join(map(json.dumps, bodies)), encoding="utf-8")
    rivals = list_rivals([ours()], read_registry(path))
    assert rivals == {
        "metso": ["CLMetso=Metso"],
        "universityofx": ["USUniversity of X Springfield"],
        "uox": ["CNSpelt=Uox", "CNXu Open", "seOld X Y"],
    }
    write_rivals(tmp_path / "world.py", rivals)
    scope = {}
    exec((tmp_path / "world.py").read_text(encoding="utf-8"), scope)  # noqa: S102
    assert next(iter(scope["RIVALS"].items())) == ("metso", "CLMetso=Metso")


def test_a_form_that_another_body_has_is_listed_under_the_form():
    rivals = list_rivals([ours()], [entry("0form", "X Univ.")])
    assert rivals == {f"~{form_of('University of X')}": ["USX Univ."]}


def test_a_body_that_came_on_record_later_is_a_rival_before_and_none_afterwards():
    kind, acronym = OrganizationKind.UNIVERSITY, (Name(text="UOX", kind=NameKind.ACRONYM),)
    older = [Organization(id="x", name="University of X", kind=kind, country="US", names=acronym)]
    came = Organization(id="xu", name="Xu Open", kind=kind, country="CN", ror="https://ror.org/0xu")
    bodies = [entry("0xu", "Xu Open", acronym="UOX", country="CN")]
    assert list_rivals([older, [*older, came]], bodies) == {"uox": ["CNXu Open"]}
    assert list_rivals([[*older, came]], bodies) == {}


def test_a_body_that_is_on_record_is_no_rival_of_itself():
    name = "China Agricultural University"
    assert [rival.name for rival in registry.rivals_of("cau") if rival.country == "CN"] == [name]
    acronym = (Name(text="CAU", kind=NameKind.ACRONYM),)
    itself = Organization(id="cau", name=name, kind=OrganizationKind.UNIVERSITY, country="CN", names=acronym)
    for body, is_rival in ((itself, False), (attrs.evolve(itself, country="SE"), True)):
        (row,) = Dataset.of(NEWEST.release, [body]).resolve_many(["CAU"], among=Organization)
        rivals = row.candidates[0].rivals if row.record is None else row.rivals
        assert (name in rivals) == is_rival


def test_the_list_is_in_order_and_every_line_can_be_read():
    keys = list(world.RIVALS)
    assert keys == sorted(set(keys))
    for key in keys:
        for rival in registry._read(key, None):
            assert rival.name
            assert len(rival.country) == 2
            assert rival.spelling == " ".join(rival.spelling.split())
