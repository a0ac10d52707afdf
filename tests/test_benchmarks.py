"""What the benchmarks make of figures, and of copies of a release; ``python -m benchmarks`` measures."""

import doctest
import json
import sys
import xml.etree.ElementTree as ET
from importlib import import_module
from pathlib import Path

import pytest

import nordic_partnerships as nordic

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import copies, figures, growth, lines, measuring, picture, wheel

FIGURES = json.loads(figures.FIGURES.read_text())


@pytest.mark.parametrize("name", ["figures", "growth", "measuring"])
def test_the_examples_are_true(name):
    assert doctest.testmod(import_module(f"benchmarks.{name}")) == (0, len(doctest_examples(name)))


def doctest_examples(name):
    module = import_module(f"benchmarks.{name}")
    found = doctest.DocTestFinder().find(module)
    return [example for test in found for example in test.examples]


@pytest.mark.parametrize("python", FIGURES)
def test_every_cold_start_has_a_committed_figure(python):
    assert FIGURES[python]["instructions"].keys() == lines.COLD.keys()
    assert FIGURES[python]["release"] == "2026.11.1"


def test_a_tenth_more_is_allowed_and_no_more():
    recorded = {"attrs": "1", "yardstick": 100, "instructions": {"import": 1000}}
    assert figures.compare_figures(recorded, recorded | {"instructions": {"import": 1100}}) == []
    (grown,) = figures.compare_figures(recorded, recorded | {"instructions": {"import": 1120}})
    assert grown.startswith("import: 12% more instructions than recorded")
    # A machine, or a Python, that needs twice as many for everything is no slower library.
    assert figures.compare_figures(recorded, {"attrs": "1", "yardstick": 200, "instructions": {"import": 2000}}) == []


def test_every_line_compiles_for_each_release():
    for release in ("2026.11.1", None):
        asked = list(lines.lines_for(release))
        assert len(asked) == 23
        for line in asked:
            compile(line.ours, "ours", "exec")
            compile(line.theirs, "theirs", "exec")


def test_a_line_is_reached_by_its_ratio_or_by_its_figure():
    line = next(lines.lines_for(None))._replace(limit=2)
    assert measuring.Measured(line, [2.0, 4.0, 9.0], [2.0, 2.0, 3.0]).is_reached
    assert not measuring.Measured(line, [2.0, 5.0, 9.0], [2.0, 2.0, 3.0]).is_reached
    absolute = line._replace(absolute=True)
    assert measuring.Measured(absolute, [2.0, 5.0], [1.0, 1.0]).is_reached
    assert not measuring.Measured(absolute, [3.0, 5.0], [9.0, 9.0]).is_reached


def test_a_copy_has_so_many_times_the_data_and_answers_alike(tmp_path):
    files = copies.grown_release("2026.11.1", 2)
    data = copies.copy_of_package(tmp_path)
    copies.publish(data, {"2026.11.1": files})
    before = nordic.load("2026.11.1")
    after = nordic.open_dataset(data / "2026.11.1")
    assert len(after.organizations()) == 2 * len(before.organizations())
    answer = [each.id for each in before.partners_of("university-of-helsinki", as_of=nordic.EVER)]
    assert [each.id for each in after.partners_of("university-of-helsinki", as_of=nordic.EVER)] == answer
    copied = after.partners_of("university-of-helsinki-c1", as_of=nordic.EVER)
    assert {each.id for each in copied} == {f"{each}-c1" for each in answer}
    assert after.release.digest in (data.parent / "_published.py").read_text()


@pytest.mark.parametrize(("counted", "share"), [(copies.Counted.ALL, 0.05), (copies.Counted.VALUES, 0.025)])
def test_a_simulated_release_differs_in_the_lines_that_are_asked_for(counted, share):
    before = copies.read_release("2026.11.1")
    after = copies.changed_release(before, "2027.2.0", counted, seed=1)
    assert after == copies.changed_release(before, "2027.2.0", counted, seed=1)
    differing = total = 0
    for name in before.keys() - {"datapackage.json"}:
        pairs = list(zip(before[name].splitlines(), after[name].splitlines(), strict=True))
        differing += sum(old != new for old, new in pairs)
        total += len(pairs)
    # Now and then a word is drawn that stood there before. About half of all lines hold a value.
    assert share * 0.95 < differing / total < share * 1.05
    assert len(json.loads(after["sources.json"])) == len(json.loads(before["sources.json"]))


def test_the_picture_shows_every_curve():
    curves = [growth.Curve(f"`curve` {number}", None, {1: 10.0**-number, 10: 10.0**-number}) for number in range(9)]
    drawn = ET.fromstring(picture.draw(curves))  # noqa: S314
    texts = {element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert {f"curve {number}" for number in range(9)} < texts
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}polyline"))) == 9


def test_a_wheel_of_a_mebibyte_is_too_large():
    sizes = {copies.Counted.ALL: (1024 * 1024, 300_000), copies.Counted.VALUES: (800_000, 200_000)}
    wheels = wheel.Wheels("2020.1.0", wheel.MIB, today=500_000, later=sizes, reading={"1": (0.1, 2.0)})
    assert not wheels.is_small
    assert wheels._replace(later=sizes | {copies.Counted.ALL: (1024 * 1024 - 1, 300_000)}).is_small
    assert wheels._replace(most=2 * wheel.MIB).is_small
    today, of_all, of_values, loading = wheel.wheel_lines(wheels)
    assert today == "- The wheel whose newest release is 2020.1.0 has 500,000 bytes."
    assert "5 % of all lines: 1,048,576 bytes, **more than 1 MiB**; the archive has 300,000 of them. 12" in of_all
    assert "5 % of the lines that hold a value: 800,000 bytes, less than 1 MiB; the archive" in of_values
    assert loading == "- Loading 1 from the larger of the two takes 100 ms, with every byte proven 2 s."
