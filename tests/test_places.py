"""Where the library must run: in a process started in any usual way, without a home, a network or a right to write."""

import multiprocessing
import os
import socket
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

import pytest

import nordic_partnerships as nordic

JOURNEY = """
import sys
import nordic_partnerships as nordic
older = nordic.load("2026.11.0")
print(nordic.partners_of("Aalto University").ids, older.partners_of("KU Leuven", as_of="2024").ids)
print(nordic.resolve_many(["Dept. of Physics, Univ. of Oslo, Norway"], inside_text=True)[0].record.id)
print(len(nordic.explain("unica").evidence))
print(older.check(), older.release.digest)
from nordic_partnerships._cli import main
sys.exit(main(["members", "LERU", "--as-of", "2018"]))
"""

NOTHING_IS_WRITTEN = (
    """
import os, sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def refuse(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
        raise PermissionError(f"{arguments[0]} is opened for writing")
    if event in {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod"}:
        raise PermissionError(event)

sys.addaudithook(refuse)
"""
    + JOURNEY
)


def run(*options, code=JOURNEY, **environment):
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "SYSTEMROOT")}
    done = subprocess.run(
        [sys.executable, *options, "-c", code], capture_output=True, check=False, env={**kept, **environment}
    )
    assert done.stderr.decode() == ""
    assert done.returncode == 0
    return done.stdout


@pytest.mark.parametrize(
    "options",
    [["-X", "dev", "-W", "error"], ["-O"], ["-OO"], ["-B", "-s"], ["-X", "utf8=0"]],
    ids=" ".join,
)
def test_every_way_to_start_python_gives_the_same(options):
    printed = run(*options)
    assert printed == run()
    assert b"Lund University" in printed
    assert b"university-of-oslo" in printed


def test_an_isolated_process_that_makes_errors_of_warnings_gives_the_same():
    # -I ignores PYTHONPATH, so the folder of the package is named here.
    place = os.path.dirname(os.path.dirname(nordic.__file__))  # noqa: PTH120
    code = f"import sys; sys.path.insert(0, {place!r})\n{JOURNEY}"
    assert run("-I", "-X", "dev", "-W", "error", code=code) == run()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_of_any_encoding_and_no_locale_gets_the_answer(encoding):
    assert b"Lund University" in run(PYTHONIOENCODING=encoding, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")


def test_no_home_and_no_right_to_write_anywhere_are_needed():
    assert run("-B", code=NOTHING_IS_WRITTEN) == run()


def ask(_):
    data = nordic.load()
    return data.release.digest, nordic.members_of("LERU").ids, data.partners_of("Aalto University").statuses


def test_spawned_processes_give_one_and_the_same_answer_at_first_use():
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as pool:
        answers = list(pool.map(ask, range(8)))
    assert answers == [ask(0)] * 8


@pytest.mark.parametrize("reach", [socket.create_connection, lambda place: socket.getaddrinfo(*place)])
def test_no_test_reaches_a_network(reach):
    with pytest.raises(AssertionError, match="asks for the network"):
        reach(("127.0.0.1", 9))
