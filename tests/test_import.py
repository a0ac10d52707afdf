"""Importing is cheap, quiet and offline: what a fresh interpreter has loaded, read and asked for."""

import runpy
import subprocess
import sys

import pytest

ABSENT = [
    "cattrs",
    "json",
    "importlib_resources",
    "importlib.resources",
    "importlib.metadata",
    "hypothesis",
    "urllib.request",
    "socket",
    "argparse",
    "difflib",
    "html",
    "lzma",
    "zipfile",
    "pickle",
    "nordic_partnerships._curation",
    "nordic_partnerships._cli",
    "nordic_partnerships._opening.containers",
    "nordic_partnerships._opening.proving",
]

IMPORT_ONLY = f"""
import sys, nordic_partnerships
loaded = [name for name in {ABSENT!r} if name in sys.modules]
assert not loaded, loaded
"""

NO_FILE_OF_OURS = """
import sys
opened = []
def watch(event, arguments):
    if event == "open" and "/nordic_partnerships/data/2" in str(arguments[0]):
        opened.append(arguments[0])
    assert not event.startswith("socket."), event
sys.addaudithook(watch)
import nordic_partnerships as nordic
assert not opened, opened
assert nordic.partners_of("Aalto University")
assert opened
assert not [name for name in opened if "statements" in str(name)], opened
assert "socket" not in sys.modules
assert not {"hashlib", "_hashlib"} & sys.modules.keys()
"""


def run(code):
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_loads_none_of_what_the_first_question_needs():
    run(IMPORT_ONLY)


def test_importing_reads_no_data_and_a_question_only_the_collections_it_needs():
    run(NO_FILE_OF_OURS)


def test_sixteen_threads_get_the_same_records():
    run(
        """
from concurrent.futures import ThreadPoolExecutor
import nordic_partnerships as nordic
with ThreadPoolExecutor(16) as pool:
    found = list(pool.map(lambda _: nordic.partners_of("Aalto University"), range(64)))
assert len({id(answer[0]) for answer in found}) == 1
"""
    )


def test_the_package_runs_as_a_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["nordic-partnerships", "status", "leru--lund-university"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("nordic_partnerships", run_name="__main__")
    assert ended.value.code == 0
    assert "in force" in capsys.readouterr().out
