"""What a version promises to the next: the public names and their signatures, pickles, and words before anything goes.

``python tests/test_compatibility.py`` writes the list of public names and the pickles anew.
"""

import pickle
import sys
from pathlib import Path

import griffe
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import InvalidValueError, Organization, PartialDate, Theme
from nordic_partnerships.kinds import OrganizationKind

PACKAGE = Path(nordic.__file__).parent
FROZEN = Path(__file__).with_name("frozen")
API = FROZEN / "public-api.txt"
PICKLES = FROZEN / "pickles-of-1.0.0"


def public_api():
    """Yield a line for each public name: what it is, how it is called, what it holds. Nothing is imported for it."""
    package = griffe.load("nordic_partnerships", search_paths=[PACKAGE.parent])
    for module in (package, package["errors"], package["kinds"], package["testing"]):
        for name in sorted(module.exports):
            yield from described(module[name], f"{module.path}.{name}".removeprefix("nordic_partnerships."))


def described(thing, path):
    if thing.is_class:
        bases = ", ".join(str(base) for base in thing.bases)
        yield f"class {path}({bases})"
        for name, member in sorted(thing.all_members.items()):
            if member.is_public and not name.startswith("_"):
                yield from described(member, f"{path}.{name}")
    elif thing.is_function:
        yield path + thing.signature(return_type=True).removeprefix(thing.name)
    else:
        kind = "" if thing.annotation is None else f": {thing.annotation}"
        value = "" if thing.value is None or path == "__version__" else f" = {thing.value}"
        yield f"{path}{kind}{value}"


def pickled_things():
    """Yield what an application may have pickled, by name."""
    data = nordic.load("2026.11.1")
    yield "dataset", data
    yield "function", data.partners_of
    yield "organization", data.organization("University of Helsinki")
    yield "partnership", data.partnerships_of("KU Leuven")[0]
    yield "source", data.records(nordic.Source)[0]
    yield "date", PartialDate(2018, 5)
    yield "period", nordic.Period.parse("2018/..")
    yield "ever", nordic.EVER
    yield "answer", data.partners_of("University of Nairobi")
    yield "error", nordic.UnknownNameError("Olso", "organization", ("Oslo",))


def test_the_public_names_are_those_on_file():
    assert list(public_api()) == API.read_text("utf-8").splitlines(), "see docs/compatibility.md"


@pytest.mark.parametrize(("name", "thing"), list(pickled_things()))
def test_a_pickle_of_the_last_version_is_read(name, thing):
    restored = pickle.loads((PICKLES / f"{name}.pickle").read_bytes())  # noqa: S301
    assert type(restored) is type(thing)
    assert str(restored) == str(thing)
    if name != "error":
        assert restored == thing


def pickled_with(fields):
    """Return the pickle of a theme as a version with these fields would have made it."""
    restore, (cls, _) = Theme(id="ice", name="Ice").__reduce__()

    class Another:
        def __reduce__(self):
            return restore, (cls, fields)

    return pickle.dumps(Another())


def test_a_pickle_without_a_field_that_came_later_has_its_default():
    assert pickle.loads(pickled_with({"id": "ice", "name": "Ice"})) == Theme(id="ice", name="Ice")  # noqa: S301


@pytest.mark.parametrize(
    ("fields", "odd"),
    [
        ({"id": "ice", "name": "Ice", "colour": "blue", "weight": 5}, "colour, weight"),
        ({"id": "ice"}, "name"),
        ({"id": "ice", "nom": "Ice"}, "name, nom"),
    ],
)
def test_a_pickle_with_fields_of_another_version_is_refused_in_words(fields, odd):
    with pytest.raises(InvalidValueError) as raised:
        pickle.loads(pickled_with(fields))  # noqa: S301
    assert str(raised.value) == f"this Theme was pickled by a version with other fields ({odd}); make the pickle anew"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_record_comes_back_from_every_protocol(protocol):
    record = Organization(id="x", name="X", kind=OrganizationKind.OTHER, established=PartialDate(1900))
    assert pickle.loads(pickle.dumps(record, protocol)) == record  # noqa: S301


if __name__ == "__main__":
    API.write_text("".join(f"{line}\n" for line in public_api()), "utf-8")
    PICKLES.mkdir(exist_ok=True)
    for pickled_name, pickled_thing in pickled_things():
        (PICKLES / f"{pickled_name}.pickle").write_bytes(pickle.dumps(pickled_thing))
    sys.stdout.write(f"{API} and {PICKLES} are written\n")
