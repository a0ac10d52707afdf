"""Nobody ever sees half of a file, of a folder or of a formatting: whatever fails, and whoever else writes."""

import errno
import os
import stat
from contextlib import suppress
from itertools import count

import pytest

from nordic_partnerships import DataError, PartialDate
from nordic_partnerships._curation.formatting import format_folder
from nordic_partnerships._curation.publishing import release_folder
from nordic_partnerships._writing import Rewrite, write_files, write_folder

from .faults import Calls, Killed, Turns, at_call
from .folders import contents, spoil, write


def disk_full():
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


FILES = {"a.json": b"[1]\n", "b.json": b"[2]\n"}
OTHER_FILES = {"b.json": b"[3]\n", "c.json": b"[4]\n"}
DAY = PartialDate(2020, 6, 15)


def visible(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def every_fault(error, *, for_ever=False):
    """Yield something to let happen at the first call, the second, and so on, until the writer needs no more calls."""
    for number in count(1):
        calls = Calls(at_call(number, error, for_ever=for_ever))
        yield calls
        if calls.count < number:
            return


@pytest.fixture
def folder(small, tmp_path):
    return write(tmp_path / "next", small)


# ------------------------------------------------------------ one writer of files


SPOILT = ("organizations.json", "networks.json", "themes.json")


def spoilt(folder):
    for file in SPOILT:
        spoil(folder, file, lambda data: data.replace(b"  ", b" "))
    return visible(folder)


@pytest.mark.parametrize("error", [disk_full, KeyboardInterrupt], ids=["disk full", "interrupted"])
def test_formatting_is_all_or_none_whatever_call_fails(folder, error):
    after = contents(folder)
    seen = set()
    for calls in every_fault(error):
        before = spoilt(folder)
        with suppress(DataError, KeyboardInterrupt), calls:
            format_folder(folder)
        assert visible(folder) in (before, after)
        seen.add(visible(folder) == after)
        # If a call of the cleaning-up fails, its hidden file stays; an interruption then leaves the others too.
        assert error is KeyboardInterrupt or len(contents(folder)) <= len(before) + 1
        for path in folder.glob(".*"):
            path.unlink()
        format_folder(folder)
        assert contents(folder) == after
    assert seen == {True, False}


@pytest.mark.parametrize("error", [disk_full, Killed], ids=["the disk dies", "killed"])
def test_every_file_is_whole_if_nothing_works_from_some_call_on(folder, error):
    after = contents(folder)
    for calls in every_fault(error, for_ever=True):
        before = spoilt(folder)
        message = ""
        try:
            with calls:
                format_folder(folder)
        except DataError as raised:
            message = str(raised)
        except Killed:
            pass
        for file, data in visible(folder).items():
            assert data in (before[file], after[file])
        if error is disk_full and visible(folder) not in (before, after):
            assert "cannot be put back, its old content is in ." in message
        format_folder(folder)
        assert visible(folder) == after


def test_a_file_that_cannot_be_put_back_is_kept_beside_and_named(folder):
    spoilt(folder)
    before = contents(folder)
    for calls in every_fault(disk_full, for_ever=True):
        if visible(folder) != before:
            break
        with pytest.raises(DataError) as raised, calls:
            format_folder(folder)
    (stuck,) = (problem for problem in raised.value.problems if "put back" in problem.message)
    kept = stuck.message.split("its old content is in ")[1].split(":")[0]
    assert stuck.file == str(folder / "organizations.json")
    assert (folder / kept).read_bytes() == before["organizations.json"]


def test_links_are_never_written_through(folder, tmp_path):
    spoilt(folder)
    secret = tmp_path / "secret"
    secret.write_bytes((folder / "events.json").read_bytes())
    (folder / "events.json").unlink()
    (folder / "events.json").symlink_to(secret)
    (folder / "themes.json.new").symlink_to(secret)
    before = secret.read_bytes()
    with pytest.raises(DataError, match=r"events\.json: is a link: put the file itself in its place"):
        format_folder(folder)
    with pytest.raises(DataError, match=r"events\.json: is a link"):
        write_files({folder / "events.json": Rewrite(before, b"[]\n")})
    (folder / "events.json").unlink()
    assert format_folder(folder) == SPOILT
    assert secret.read_bytes() == before
    assert (folder / "themes.json.new").is_symlink()


def test_a_file_of_somebody_with_the_name_of_a_draft_is_left_alone(folder):
    spoilt(folder)
    (folder / "themes.json.new").write_bytes(b"mine")
    format_folder(folder)
    assert (folder / "themes.json.new").read_bytes() == b"mine"


def test_what_an_editor_saves_meanwhile_is_not_lost(folder):
    path = folder / "themes.json"
    with pytest.raises(DataError, match=r"themes\.json: was changed while this ran: run it again"):
        write_files({path: Rewrite(b"[]\n", b"[0]\n")})
    assert visible(folder) == contents(folder)


def test_a_file_keeps_its_mode(folder):
    spoilt(folder)
    (folder / "themes.json").chmod(0o640)
    format_folder(folder)
    assert stat.S_IMODE((folder / "themes.json").stat().st_mode) == 0o640


# ------------------------------------------------------------ one writer of a folder


@pytest.mark.parametrize("error", [disk_full, KeyboardInterrupt, Killed], ids=["disk full", "interrupted", "killed"])
def test_a_folder_is_complete_or_absent_whatever_call_fails(tmp_path, error):
    place = tmp_path / "2020.6.0"
    seen = set()
    for calls in every_fault(error, for_ever=error is Killed):
        try:
            with calls:
                write_folder(place, FILES)
        except DataError as raised:
            assert str(place) in str(raised)
            assert not place.exists()
        except (KeyboardInterrupt, Killed):
            pass
        seen.add(place.exists())
        assert not place.exists() or contents(place) == FILES
        assert write_folder(place, FILES) is not place.exists() or contents(place) == FILES
        for path in place.iterdir():
            path.unlink()
        place.rmdir()
    assert seen == {True, False}


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    place = tmp_path / "2020.6.0"
    assert write_folder(place, FILES)
    assert not write_folder(place, OTHER_FILES)
    assert contents(place) == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["2020.6.0"]
    (tmp_path / "2020.7.0").write_text("mine")
    assert not write_folder(tmp_path / "2020.7.0", FILES)


def test_what_an_earlier_run_left_behind_is_not_touched(tmp_path):
    left = tmp_path / ".2020.6.0.unfinished"
    left.mkdir()
    (left / "themes.json").write_text("[")
    assert write_folder(tmp_path / "2020.6.0", FILES)
    assert contents(left) == {"themes.json": b"["}


@pytest.mark.parametrize("error", [disk_full, Killed], ids=["disk full", "killed"])
def test_a_release_is_complete_or_absent_whatever_call_fails(folder, tmp_path, error):
    changelog = tmp_path / "CHANGELOG.md"
    for number, calls in enumerate(every_fault(error, for_ever=error is Killed)):
        data = tmp_path / f"data-{number}"
        data.mkdir()
        changelog.write_bytes(b"### Data\n\n")

        def cut(data=data):
            return release_folder(
                "2020.6.0", reference_date=DAY, created=DAY, folder=folder, data=data, changelog=changelog
            )

        message = ""
        try:
            with calls:
                cut()
        except DataError as raised:
            message = str(raised)
        except Killed:
            pass
        there = (data / "2020.6.0").exists()
        if message:
            assert there == ("the release 2020.6.0 is there" in message)
        # Run again, it completes what is missing and says truly what was there.
        outcome = cut()
        assert outcome.cut is not there
        assert changelog.read_text().count("- 2020.6.0, as of") == 1


def test_what_is_moved_into_place_is_on_the_disk_before(folder, tmp_path):
    with Calls(lambda _: None) as calls:
        write_folder(tmp_path / "2020.6.0", FILES)
    assert calls.names[: calls.names.index("rename")] == ["mkdir", "open", "fsync", "open", "fsync", "fsync"]
    spoilt(folder)
    with Calls(lambda _: None) as calls:
        format_folder(folder)
    before = calls.names[: calls.names.index("replace")]
    assert before.count("fsync") == 2 * len(SPOILT)


# ------------------------------------------------------------ two writers at once


def calls_needed(writer):
    with Calls(lambda _: None) as calls:
        writer()
    return calls.count


def test_of_two_writers_of_one_folder_one_writes_it_and_the_other_says_so(tmp_path):
    needed = calls_needed(lambda: write_folder(tmp_path / "first", FILES))
    for first_calls in range(1, needed + 1):
        for second_calls in range(1, needed + 1):
            parent = tmp_path / f"{first_calls}-{second_calls}"
            parent.mkdir()
            place = parent / "2020.6.0"
            answers = Turns(first_calls, second_calls).run(
                lambda place=place: write_folder(place, FILES), lambda place=place: write_folder(place, OTHER_FILES)
            )
            assert sorted(answers) == [False, True]
            assert contents(place) == (FILES if answers[0] else OTHER_FILES)
            assert list(parent.iterdir()) == [place]


def test_of_two_runs_that_cut_one_release_the_slower_finds_the_same_there(folder, tmp_path):
    def cut(data):
        return release_folder("2020.6.0", reference_date=DAY, created=DAY, folder=folder, data=data)

    (tmp_path / "alone").mkdir()
    release = cut(tmp_path / "alone").release
    needed = calls_needed(lambda: cut(tmp_path / "alone"))
    for first_calls in range(needed, needed + 45, 4):
        data = tmp_path / f"data-{first_calls}"
        data.mkdir()
        answers = Turns(first_calls, 10**6).run(lambda data=data: cut(data), lambda data=data: cut(data))
        assert sorted(outcome.cut for outcome in answers) == [False, True]
        assert {outcome.release for outcome in answers} == {release}
        assert tree(data / "2020.6.0") == tree(tmp_path / "alone" / "2020.6.0")


def test_two_formattings_at_once_leave_canonical_text(folder):
    after = contents(folder)
    spoilt(folder)
    needed = calls_needed(lambda: format_folder(folder))
    for first_calls in range(1, needed, 3):
        before = spoilt(folder)
        assert before != after
        answers = Turns(first_calls, 10**6).run(lambda: format_folder(folder), lambda: format_folder(folder))
        assert SPOILT in answers
        assert all(isinstance(answer, tuple | DataError) for answer in answers)
        assert contents(folder) == after
