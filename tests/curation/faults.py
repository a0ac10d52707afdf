"""What can happen to a writer: a call that fails, a kill, and another writer at the same time."""

import os
import threading
from pathlib import Path

CALLS = (
    (Path, "open"),
    *((os, name) for name in ("mkdir", "chmod", "fsync", "replace", "rename", "unlink", "rmdir")),
)
"""Every call with which the curators' wing touches the disk."""


class Killed(BaseException):
    """What a killed process does from then on: nothing."""


class Calls:
    """Counts the calls that touch the disk, and lets something happen before one of them."""

    def __init__(self, happen):
        """Call ``happen`` with the number of each call before it is made."""
        self._happen = happen
        self._patched = []
        self.names = []

    def __enter__(self):
        for owner, name in CALLS:
            original = getattr(owner, name)
            self._patched.append((owner, name, original))
            setattr(owner, name, self._watched(name, original))
        return self

    def __exit__(self, *_):
        for owner, name, original in self._patched:
            setattr(owner, name, original)

    @property
    def count(self):
        """How many calls were made."""
        return len(self.names)

    def _watched(self, name, original):
        def call(*arguments, **options):
            self.names.append(name)
            self._happen(self.count)
            return original(*arguments, **options)

        return call


def at_call(number, error, *, for_ever=False):
    """Return what makes one call raise what ``error`` makes, or that one and all after it."""

    def happen(count):
        if count == number or (for_ever and count > number):
            raise error()

    return happen


class Turns:
    """Lets two threads touch the disk in a given order: so many calls of one, so many of the other, the rest."""

    def __init__(self, first_calls, second_calls):
        """Let the first thread make its calls, then the second thread make its own, then both what is left."""
        self._left = [first_calls, second_calls]
        self._done = [False, False]
        self._turn = 0
        self._condition = threading.Condition()
        self._numbers = {}

    def happen(self, _):
        """Wait for the turn of the thread that makes a call."""
        me = self._numbers[threading.get_ident()]
        with self._condition:
            assert self._condition.wait_for(lambda: self._turn == me or self._done[1 - me], timeout=20)
            if self._left[me] > 0:
                self._left[me] -= 1
            if self._left[me] == 0 and any(self._left):
                self._pass_on(me)

    def _pass_on(self, me):
        self._turn = 1 - me
        self._condition.notify_all()

    def run(self, *writers):
        """Run two writers, each in a thread, and return what they returned or raised."""
        answers = [None, None]

        def run(me, writer):
            with self._condition:
                self._numbers[threading.get_ident()] = me
            try:
                answers[me] = writer()
            except Exception as error:  # noqa: BLE001
                answers[me] = error
            finally:
                with self._condition:
                    self._done[me] = True
                    self._pass_on(me)

        threads = [threading.Thread(target=run, args=(me, writer)) for me, writer in enumerate(writers)]
        with Calls(self.happen):
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        return answers
