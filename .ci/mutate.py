"""Change the code in one place at a time, and count how many of the changes a test notices.

    python .ci/mutate.py SUBJECT...      of: dates, names, validity, queries, rules, codec, opening, changes

Works in a clone of what is committed, with mutmut, one process. Prints the rate of each subject and every change that
nobody noticed. docs/trust.md has the figures, and says which of them change nothing.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = "src/nordic_partnerships"


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
            "test_names_misses.py",
            "test_names_rules.py",
            "test_lookup.py",
            "test_public_cases.py",
            "test_history.py",
        ),
    ),
    "validity": Subject(
        ("_validity.py", "_bounds.py", "_status.py"),
        ("test_validity.py", "test_worlds.py", "test_worlds_together.py", "test_status.py"),
    ),
    "queries": Subject(
        ("_dataset.py", "_grounds.py", "_sizes.py", "_timeline.py", "_disputes.py"),
        ("test_queries.py", "test_dataset.py", "test_answers.py", "test_sizes.py", "test_history.py", "test_lookup.py"),
    ),
    "rules": Subject(("_curation/rules/*.py",), ("curation/test_rules.py",)),
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
    return f"""
[tool.mutmut]
source_paths = ["src"]
only_mutate = {files}
also_copy = ["docs", "README.md", "CHANGELOG.md", "benchmarks", "hatch_build.py"]
pytest_add_cli_args = ["-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider"]
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false
# What is made once and kept must be made anew for each change.
process_isolation = "forkserver"
forkserver_warmup = "none"
"""


def mutmut(*arguments: str, place: Path) -> str:
    """Return what mutmut says."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments], cwd=place, capture_output=True, text=True, check=False
    )
    return done.stdout


def main(names: list[str]) -> None:
    """Try the changes of each subject."""
    for name in names:
        with tempfile.TemporaryDirectory() as work:
            place = Path(work, "clone")
            subprocess.run(["git", "clone", "--quiet", str(ROOT), str(place)], check=True)  # noqa: S607
            with (place / "pyproject.toml").open("a") as file:
                file.write(configuration(SUBJECTS[name]))
            said = mutmut("run", "--max-children", "1", place=place)
            fates = re.findall(r"^ *(\S+): (.+)$", mutmut("results", "--all", "true", place=place), re.MULTILINE)
            if not fates:
                sys.exit(f"{name}: mutmut tried nothing\n{said[-2000:]}")
            left = [mutant for mutant, fate in fates if fate not in ("killed", "timeout", "segfault")]
            noticed = len(fates) - len(left)
            for mutant in left:
                sys.stdout.write(f"{mutmut('show', mutant, place=place)}\n")
            sys.stdout.write(f"{name}: {noticed} of {len(fates)} noticed, {noticed / len(fates):.1%}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:] or list(SUBJECTS))
