"""Change the code in one place at a time, and count how many of the changes a test notices.

    python .ci/mutate.py SUBJECT...      of: dates, names, validity, queries, rules, codec, opening, changes

Works in a clone of what is committed, with mutmut, a process for each core. Prints the rate of each subject and every
change that nobody noticed, and fails if they are too many. docs/trust.md has the figures, and says which of them change
nothing.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = "src/nordic_partnerships"

PRELOADED: Final = "preloaded.txt"
OTHERS: Final = ("pytest", "hypothesis.strategies", "attrs", "cattrs", "importlib_resources", "networkx", "jsonschema")
"""What the tests import of others: it is imported once, and not for each change."""

OPTIONS: Final = ("-pno:randomly", "-pno:xdist", "-pno:cacheprovider", "-Wignore::pytest.PytestAssertRewriteWarning")
UNTRIED: Final = f"{PACKAGE}/_names/callers.py"
ON_FRAMES: Final = (
    "test_history.py::test_the_warning_points_at_the_caller",
    "test_names_misses.py::test_the_warning_points_at_the_line_of_the_caller_whatever_was_called",
)
"""The code that counts the calls above it, and its tests: where changes are tried, calls of mutmut stand between."""

DECORATED: Final = re.compile(r"^    @(remembered\(.*\))\n    def (\w+)", re.MULTILINE)
"""Questions whose answers are kept."""

LEAST: Final = 0.95
"""The share of the changes that the tests must notice."""

FAILED: Final = {1, 2, 3, 255, -11}
"""How pytest ends when a test fails, or a module that the change has broken, or its own start, or the interpreter."""
ENDLESS: Final = {24, 36, 152, -24, -9}
"""How it ends when its time is up."""
PASSED: Final = 0
UNNOTICED: Final = {PASSED, 5, 33}
"""How it ends when all tests pass, or none runs the change."""


class Subject(NamedTuple):
    """Files of the package, and the tests of what they do."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


SUBJECTS: Final = {
    "dates": Subject(("_dates.py",), ("test_dates.py", "test_public_cases.py", "test_model.py", "test_status.py")),
    "names": Subject(
        ("_names/[!w]*.py",),
        (
            "test_names_affiliations.py",
            "test_names_bad_input.py",
            "test_names_decoys.py",
            "test_names_find.py",
            "test_names_misses.py",
            "test_names_rules.py",
            "test_lookup.py",
            "test_public_cases.py",
            "test_history.py",
        ),
    ),
    "validity": Subject(
        ("_validity.py", "_narrowing.py", "_bounds.py", "_status.py"),
        ("test_validity.py", "test_worlds.py", "test_worlds_together.py", "test_status.py", "test_answers.py"),
    ),
    "queries": Subject(
        ("_dataset.py", "_grounds.py", "_sizes.py", "_timeline.py", "_disputes.py"),
        (
            "test_queries.py",
            "test_questions.py",
            "test_dataset.py",
            "test_answers.py",
            "test_sizes.py",
            "test_history.py",
            "test_counts_by_year.py",
            "test_worlds_together.py",
        ),
    ),
    "rules": Subject(
        ("_curation/rules/*.py",), ("curation/test_rules.py", "curation/test_reading.py", "curation/test_checking.py")
    ),
    "codec": Subject(
        ("_opening/codec.py", "_opening/reader.py", "_opening/json_text.py"),
        ("test_codec.py", "opening/test_opening.py"),
    ),
    "opening": Subject(
        (
            "_opening/containers.py",
            "_opening/descriptor.py",
            "_opening/opening.py",
            "_opening/proving.py",
            "_opening/rows.py",
            "_opening/sha256.py",
        ),
        (
            "opening/test_bundled.py",
            "opening/test_containers.py",
            "opening/test_descriptor.py",
            "opening/test_opening.py",
            "opening/test_rows.py",
        ),
    ),
    "changes": Subject(("_changes.py", "_compared.py"), ("test_changes.py",)),
}


def configuration(subject: Subject) -> str:
    """Return what mutmut reads in pyproject.toml."""
    files = [f"{PACKAGE}/{file}" for file in subject.files]
    tests = [f"tests/{test}" for test in subject.tests]
    options = [*OPTIONS, *(f"--deselect=tests/{test}" for test in ON_FRAMES)]
    return f"""
[tool.mutmut]
source_paths = ["src"]
only_mutate = {files}
do_not_mutate = ["{UNTRIED}"]
also_copy = ["docs", "README.md", "CHANGELOG.md", "benchmarks", "hatch_build.py"]
pytest_add_cli_args = {options}
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false
# By so much longer may the tests take than they did without a change; a change that never ends is soon known by it.
timeout_multiplier = 4.0
# Other work on the machine may slow a change of quick tests: what did not end must not be for want of these seconds.
timeout_constant = 4.0
# What is made once and kept must be made anew for each change: nothing of the package is imported before.
process_isolation = "forkserver"
forkserver_warmup = "import"
preload_modules_file = "{PRELOADED}"
"""


def decorate_behind(file: Path) -> None:
    """Decorate the questions of a class behind it, to the same effect: mutmut leaves what is decorated as it is."""
    text = file.read_text()
    behind = [f"Dataset.{name} = {decorator}(Dataset.{name})\n" for decorator, name in DECORATED.findall(text)]
    file.write_text(DECORATED.sub(r"    def \2", text) + "".join(behind))


def mutmut(*arguments: str, place: Path) -> str:
    """Return what mutmut says."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments],
        cwd=place,
        # Without compiled modules each change takes twice as long.
        env={**os.environ, "HYPOTHESIS_PROFILE": "unshrunk", "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


def widen(place: Path, mutants: list[str]) -> None:
    """Let all tests be tried on these changes.

    Otherwise only those are that call a changed function themselves. What is made once and kept, such as a reader of
    records, is made by the first test that needs it, though all the others need it as well.
    """
    file = place / "mutants/mutmut-stats.json"
    known = json.loads(file.read_text())
    tests = list(known["duration_by_test"])
    known["tests_by_mangled_function_name"] |= {mutant.partition("__mutmut_")[0]: tests for mutant in mutants}
    file.write_text(json.dumps(known))


def ends(place: Path) -> dict[str, int | None]:
    """Return how the tests ended for each change."""
    found: dict[str, int | None] = {}
    for file in place.glob("mutants/**/*.meta"):
        found |= json.loads(file.read_text())["exit_code_by_key"]
    return found


def unnoticed(end_of: dict[str, int | None]) -> list[str]:
    """Return the changes that no test has noticed, by how the tests ended for each."""
    return [mutant for mutant, end in end_of.items() if end in UNNOTICED]


def main(names: list[str]) -> None:
    """Try the changes of each subject."""
    for name in names:
        with tempfile.TemporaryDirectory() as work:
            place = Path(work, "clone")
            subprocess.run(["git", "clone", "--quiet", str(ROOT), str(place)], check=True)  # noqa: S607
            with (place / "pyproject.toml").open("a") as file:
                file.write(configuration(SUBJECTS[name]))
            (place / PRELOADED).write_text("\n".join(OTHERS))
            decorate_behind(place / PACKAGE / "_dataset.py")
            run = ("run", "--max-children", str(os.cpu_count()))
            said = mutmut(*run, place=place)
            end_of = ends(place)
            if again := unnoticed(end_of):
                widen(place, again)
                said = mutmut(*run, *again, place=place)
                # Tests that ran out of time the second time, and passed the first, have noticed nothing.
                end_of = ends(place)
                end_of |= {mutant: PASSED for mutant in again if end_of[mutant] in ENDLESS}
            unexplained = {end for end in end_of.values() if end not in FAILED | ENDLESS | UNNOTICED}
            if not end_of or unexplained:
                sys.exit(f"{name}: of {len(end_of)} changes some ended with {unexplained}\n{said[-2000:]}")
            left = unnoticed(end_of)
            endless = sum(end in ENDLESS for end in end_of.values())
            for mutant in left:
                sys.stdout.write(f"{mutmut('show', mutant, place=place)}\n")
            noticed = len(end_of) - len(left)
            share = noticed / len(end_of)
            found = f"{noticed} of {len(end_of)} noticed, {share:.1%}; {endless} did not end in time"
            sys.stdout.write(f"{name}: {found}\n")
            sys.stdout.flush()
            if share < LEAST:
                sys.exit(f"{name}: less than {LEAST:.0%} are noticed")


if __name__ == "__main__":
    main(sys.argv[1:] or list(SUBJECTS))
