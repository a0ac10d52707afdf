"""What is built on first use is built once, whatever threads come, and a forked child never waits for its parent."""

import os
import subprocess
import sys
import threading

import pytest

from nordic_partnerships import Dataset, PartialDate, Release, Theme, _building
from nordic_partnerships._building import Memo
from nordic_partnerships._store import MemoryTable

HERD = """
import threading
from collections import Counter
import nordic_partnerships as nordic
from nordic_partnerships._opening import resources, rows

calls = Counter()

def count(module, name):
    function = getattr(module, name)
    def counted(first, *rest):
        calls[name, first] += 1
        return function(first, *rest)
    setattr(module, name, counted)

count(rows, "cut")
count(resources, "own_descriptor")
barrier = threading.Barrier(64)
answers, datasets = [], []

def ask():
    barrier.wait()
    answers.append(nordic.members_of("LERU"))
    datasets.append(nordic.load("2026.11.0"))

threads = [threading.Thread(target=ask) for _ in range(64)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert len({tuple(map(id, answer)) for answer in answers}) == 1
assert len({id(dataset) for dataset in datasets}) == 1
assert calls and max(calls.values()) == 1, calls
"""

FORK = """
import os, signal, sys, threading, time
import nordic_partnerships as nordic

def ask():
    return len(nordic.members_of("LERU"))

thread = threading.Thread(target=ask)
thread.start()
time.sleep(float(sys.argv[1]))
child = os.fork()
if child == 0:
    signal.alarm(20)
    os._exit(0 if ask() > 20 else 1)
thread.join()
assert os.waitpid(child, 0)[1] == 0
"""


FORK_WHILE_NAMES_ARE_INDEXED = """
import os, signal, threading, time
import nordic_partnerships as nordic
from nordic_partnerships._store import Collections

began, names = threading.Event(), Collections.names

def slowly(collections, cls):
    began.set()
    time.sleep(0.3)
    return names(collections, cls)

Collections.names = slowly
thread = threading.Thread(target=nordic.organization, args=("aalto",))
thread.start()
began.wait()
child = os.fork()
if child == 0:
    signal.alarm(20)
    os._exit(0 if nordic.organization("aalto").id == "aalto-university" else 1)
thread.join()
assert os.waitpid(child, 0)[1] == 0
"""


def run(code, *arguments):
    subprocess.run([sys.executable, "-W", "ignore", "-c", code, *arguments], check=True, timeout=60)


def test_sixty_four_threads_at_first_use_read_everything_once():
    run(HERD)


def test_threads_that_come_at_once_make_a_thing_once():
    memo, barrier, made = Memo(), threading.Barrier(16), []

    def ask():
        barrier.wait()
        memo.once("key", lambda: made.append("made"))

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == ["made"]


def test_what_could_not_be_made_is_tried_again():
    memo = Memo()
    with pytest.raises(ZeroDivisionError):
        memo.once("key", lambda: 1 // 0)
    assert memo.once("key", lambda: 5) == memo.once("key", lambda: 6) == 5


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")


@needs_fork
@pytest.mark.parametrize("delay", ["0", "0.01", "0.03", "0.1", "0.3"])
def test_a_fork_beside_a_thread_that_loads_does_not_hang_the_child(delay):
    run(FORK, delay)


@needs_fork
def test_a_fork_beside_a_thread_that_indexes_names_does_not_hang_the_child():
    run(FORK_WHILE_NAMES_ARE_INDEXED)


class Stuck:
    """A store that is not done reading before it is told to go on."""

    release = Release(version="1", reference_date=PartialDate(2020))
    recipe = None

    def __init__(self):
        self.started, self.go = threading.Event(), threading.Event()

    def has(self, _):
        return False

    def read(self, _):
        self.started.set()
        self.go.wait(20)
        return MemoryTable()


@needs_fork
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_fork_beside_a_thread_that_is_stuck_leaves_the_child_free():
    store = Stuck()
    dataset = Dataset(store)
    thread = threading.Thread(target=dataset.records, args=(Theme,))
    thread.start()
    store.started.wait(5)
    child = os.fork()
    if child == 0:
        import signal

        signal.alarm(5)
        store.go.set()
        os._exit(len(dataset.records(Theme)))
    store.go.set()
    thread.join()
    assert os.waitpid(child, 0)[1] == 0
    assert dataset.records(Theme) == ()


@needs_fork
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_thread_may_fork_while_it_builds():
    memo = Memo()

    def fork():
        child = os.fork()
        if child == 0:
            return "child"
        return os.waitpid(child, 0)[1]

    status = memo.once("key", fork)
    if status == "child":
        os._exit(memo.once("other", lambda: 0))
    assert status == 0
    assert memo.once("other", lambda: 1) == 1


@pytest.fixture
def lock(monkeypatch):
    """A lock that no real fork looks at."""
    monkeypatch.delattr(os, "register_at_fork", raising=False)
    monkeypatch.setattr(_building, "_PATIENCE", 0.01)
    return _building.BuildingLock()


def test_a_child_whose_parent_waited_for_the_lock_frees_it(lock):
    lock._before_fork()
    assert taken_elsewhere(lock)
    lock._after_fork_in_child()
    assert not taken_elsewhere(lock)


def test_a_child_whose_parent_waited_in_vain_has_a_new_lock(lock):
    held, done = threading.Event(), threading.Event()

    def hold():
        with lock:
            held.set()
            done.wait(20)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait(5)
    parents = lock._lock
    lock._before_fork()
    lock._after_fork_in_parent()
    assert taken_elsewhere(lock)
    lock._after_fork_in_child()
    assert not taken_elsewhere(lock)
    lock._lock = parents
    done.set()
    thread.join()


def taken_elsewhere(lock):
    """Say whether another thread finds the lock taken."""
    answers = []

    def ask():
        free = lock._lock.acquire(timeout=0.01)
        answers.append(not free)
        if free:
            lock._lock.release()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    return answers[0]


def test_only_answers_about_ids_and_names_on_record_are_remembered(small):
    answer = small.partners_of("north")
    assert small.partners_of("north") is small.partners_of(small.organization("north")) is answer
    assert small.partners_of("North University") is small.partners_of("North University") == answer
    assert small.partners_of("north university") == answer
    assert {key for _, key in small._answers} == {"north", "North University"}
