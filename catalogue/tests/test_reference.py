"""The handbook leaves nothing out, and the console gives what the README shows."""

from pathlib import Path

import pytest

from catalogue.console import examples_of
from catalogue.reference import documented, public_names
from catalogue.static.session import Session

EXAMPLES = examples_of((Path(__file__).parents[2] / "README.md").read_text())


def test_no_public_name_is_missing_and_none_stands_twice():
    assert set(documented()) == public_names()
    assert len(documented()) == len(set(documented()))


def test_there_are_at_least_six_examples():
    assert len(EXAMPLES) >= 6


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code[:30])
def test_an_example_gives_the_text_that_the_readme_shows(example):
    session = Session()
    session.run("import nordic_partnerships as nordic")
    assert session.run(example.code).split() == example.gives.split()


def test_what_cannot_be_read_is_said():
    assert Session().run("1 +").endswith("SyntaxError: invalid syntax\n")
