"""What the command line does to a terminal: a stranger's text is only shown, and what fails ends with one line."""

import errno
import io
import os
import re
import subprocess
import sys
import time
import unicodedata
from enum import Enum
from pathlib import Path

import attrs
import pytest

import nordic_partnerships as nordic
from nordic_partnerships import Alternative, Citation, Dataset, PartialDate, Theme, Tombstone
from nordic_partnerships._cli import main, options
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._store import MemoryStore
from nordic_partnerships._text import printable, table, width

HOSTILE = "\x1b[31m\x1b]0;title\x07\x9b2J\u202e\u2066\n\r\t\x7f\x85\u2028\u200b\ufeff\ud800\U000e0041"
"""Colours, a title, a bell, C1 controls, controls of direction, line breaks, invisible characters, half a character."""


def is_safe(text):
    """Say whether a terminal only shows a text, line by line."""
    return all(
        character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        for character in text
    )


def with_texts(value, suffix):
    """Return a record, or a part of one, with a suffix behind each of its texts."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value + suffix
    if isinstance(value, tuple):
        return tuple(with_texts(item, suffix) for item in value)
    if attrs.has(type(value)) and not isinstance(value, PartialDate | nordic.Period):
        changed = {field.name: with_texts(getattr(value, field.name), suffix) for field in attrs.fields(type(value))}
        return attrs.evolve(value, **changed)
    return value


def with_evidence(record):
    """Return a record of the small dataset with everything that can be said about its evidence."""
    if not record.citations:
        return record
    citation = Citation(source="page", section="Top", stated="said so", supports=("name",))
    alternative = Alternative(field="name", value="Other", citation=citation, remark="seen elsewhere")
    return attrs.evolve(record, citations=(citation,), alternatives=(alternative,), remark="a remark")


def dataset(small, suffix):
    """Return the small dataset with a suffix behind each text, ids and references included."""
    gone = Tombstone(id="gone", retired=PartialDate(2020), reason="moved", successors=("north",))
    records = [with_texts(record, suffix) for record in (*map(with_evidence, small), gone)]
    return Dataset(MemoryStore.of(attrs.evolve(small.release, version=f"2020.6.0{suffix}"), records))


QUESTIONS = [
    ["partners", "north"],
    ["partnerships", "north"],
    ["partnerships", "north", "south"],
    ["agreements", "north"],
    ["initiatives", "north"],
    ["networks", "north"],
    ["networks", "north", "south"],
    ["members", "alliance"],
    ["sizes"],
    ["size", "alliance"],
    ["statements", "alliance"],
    ["indicators", "north"],
    ["status", "alliance--north"],
    ["timeline", "north"],
    ["show", "north"],
    ["show", "page"],
    ["explain", "north"],
    ["explain", "alliance--north"],
    ["disputes", "north"],
    ["find", "North"],
    ["partners", "gone"],
]


def test_every_command_is_tried_with_a_strangers_text(capsys):
    main(["--help"])
    commands = set(re.findall(r"^    (\w+)", capsys.readouterr().out, re.MULTILINE))
    # The list of releases is that of the package itself; what strangers write in tables stands in test_cli_match.
    assert {question[0] for question in QUESTIONS} == commands - {
        *("match", "releases", "compare"),
        *("export", "cite", "data"),
    }


def asked_of(monkeypatch, capsys, data, suffix, question, *more):
    """Ask a question of a dataset, with the suffix behind the keys; return the exit code and what is printed."""
    monkeypatch.setattr(options, "open_dataset", lambda _: data)
    command, *keys = question
    code = main([command, *(key + suffix for key in keys), "--release", "somebody's", *more])
    return code, *capsys.readouterr()


@pytest.mark.parametrize("form", [[], ["--format", "json"], ["--format", "csv"]], ids=["text", "json", "csv"])
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_strangers_text_is_only_shown(monkeypatch, capsys, small, question, form):
    if question[0] == "find":
        # A search is of the same length only if it stops at the best match.
        form = [*form, "--limit", "1"]
    tame = asked_of(monkeypatch, capsys, dataset(small, ""), "", question, *form)
    hostile = asked_of(monkeypatch, capsys, dataset(small, HOSTILE), HOSTILE, question, *form)
    assert tame[0] == hostile[0] == 0
    # In CSV an answer may be a header without rows.
    assert tame[1].count("\n") > ("csv" not in form)
    for said, shown in zip(tame[1:], hostile[1:], strict=True):
        assert is_safe(shown)
        # A line break in a name makes no line of its own.
        assert said.count("\n") == shown.count("\n")
    if "json" in form:
        import json

        assert HOSTILE in json.loads(hostile[1])["release"]["version"]


@pytest.mark.parametrize("form", [[], ["--format", "json"], ["--format", "csv"], ["--changelog"]], ids=" ".join)
def test_changes_in_a_strangers_text_are_only_shown(monkeypatch, capsys, small, form):
    before = dataset(small, "")
    after = Dataset(MemoryStore.of(before.release, [*before, *(with_texts(record, HOSTILE) for record in small)]))
    renamed = Theme(id="ice", name=HOSTILE, broader=("climate",))
    after = Dataset(MemoryStore.of(after.release, [renamed if record.id == "ice" else record for record in after]))
    monkeypatch.setattr(options, "open_dataset", {"before": before, "after": after}.get)
    assert main(["compare", "before", "after", *form]) == 0
    out, err = capsys.readouterr()
    assert (is_safe(out), err) == (True, "")
    assert "x1b" in out or "u001b" in out


@pytest.mark.parametrize(
    "command",
    [["cite", "x"], ["cite", "x", "--style", "bibtex"], ["cite", "x", "--style", "csl"], ["data", "report", "x"]],
    ids=" ".join,
)
def test_a_strangers_release_is_cited_and_reported_safely(monkeypatch, capsys, small, command):
    monkeypatch.setattr(options, "open_dataset", lambda _: dataset(small, HOSTILE))
    assert main(command) == 0
    out, err = capsys.readouterr()
    assert (is_safe(out), err) == (True, "")
    assert "x1b" in out or "u001b" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["partners", f"nobody{HOSTILE}"],
        ["partners", f"norden{HOSTILE}"],
        ["partners", f"nort{HOSTILE}"],
        ["partners", f"alliance{HOSTILE}"],
        ["partners", "north", "--kind", HOSTILE],
        ["partners", "north", "--as-of", HOSTILE],
        ["partners", "north", HOSTILE],
        ["members", "alliance", "--country", HOSTILE],
        ["status", f"north{HOSTILE}"],
        ["find", "north", "--limit", HOSTILE],
        ["find", "north", "--among", HOSTILE],
        [HOSTILE],
    ],
)
def test_a_complaint_about_a_strangers_text_is_one_line(monkeypatch, capsys, small, arguments):
    monkeypatch.setattr(options, "open_dataset", lambda _: dataset(small, HOSTILE))
    release = ["--release", "x"] if len(arguments) > 1 else []
    assert main([*arguments, *release]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), is_safe(err)) == ("", 1, True)


def test_the_names_of_a_strangers_files_are_only_shown(capsys, tmp_path):
    names = ["\x1b[31m.json", "a\nb.json", "\u202egpj.json", os.fsdecode(b"\xff.json")]
    for name in ("datapackage.json", *names):
        (tmp_path / name).symlink_to("nowhere")
    assert main(["sizes", "--release", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), is_safe(err)) == ("", 1 + 1 + len(names), True)
    assert main(["sizes", "--release", str(tmp_path / f"none{HOSTILE}")]) == 2
    _, err = capsys.readouterr()
    assert (err.count("\n"), is_safe(err)) == (1, True)


def test_what_a_check_finds_is_only_shown(capsys, tmp_path):
    from hashlib import sha256

    text = f"A heading {HOSTILE[:-2]}\n\nA sentence.\n".encode()
    (tmp_path / "page.txt").write_bytes(text)
    source = {
        "id": "page",
        "title": f"Page {HOSTILE}",
        "publisher": "Somebody",
        "kind": "news",
        "document": "page.txt",
        "sha256": sha256(text).hexdigest(),
        "accessed": "2026-01-01",
    }
    theme = {"id": f"ice{HOSTILE}", "name": f"Ice {HOSTILE}", "broader": [HOSTILE], "citations": [{"source": "page"}]}
    for name in COLLECTIONS:
        collection = dump_json_with_halves({"sources": [source], "themes": [theme]}.get(name, []))
        (tmp_path / f"{name}.json").write_bytes(collection)
    assert main(["data", "check", str(tmp_path), "--documents", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert is_safe(out + err)
    assert "x1b" in out + err
    code = main(["data", "release", "2020.6.0", "--folder", str(tmp_path), "--as-of", "2020-06-15"])
    assert (code, is_safe(capsys.readouterr().err)) == (2, True)


def dump_json_with_halves(plain):
    import json

    return json.dumps(plain, indent=2).encode()


def test_passages_of_a_document_are_only_shown(monkeypatch, capsys):
    from types import SimpleNamespace

    passage = SimpleNamespace(line=1, text=HOSTILE)
    document = SimpleNamespace(source=SimpleNamespace(document=HOSTILE))
    report = SimpleNamespace(problems=(), counts=(), proven=1, uncited=((document, (passage,)),))
    monkeypatch.setattr("nordic_partnerships._curation.checking.check_folder", lambda *_, **__: report)
    assert main(["data", "check", "x", "--documents", "y"]) == 0
    out = capsys.readouterr().out
    assert (out.count("\n"), is_safe(out)) == (4, True)


def test_a_retired_id_is_told_once_and_without_a_place_in_the_code(monkeypatch, capsys, small):
    code, out, err = asked_of(monkeypatch, capsys, dataset(small, ""), "", ["partners", "gone"])
    shown = ["South", "University", "university", "SE", "in", "force", "2019", "south"]
    assert (code, out.splitlines()[1].split()) == (0, shown)
    assert err == "nordic-partnerships: 'gone' was retired (moved); 'north' is used instead\n"


# ---------------------------------------------------------------- tables


def test_a_table_is_aligned_by_what_a_terminal_shows():
    names = [
        "Århus",
        "A\N{COMBINING RING ABOVE}rhus",
        "東京大学",
        "ﾃｽﾄ",
        "e\N{COMBINING ENCLOSING CIRCLE}",
        "\x1b[2J",
        "\N{FULLWIDTH LATIN CAPITAL LETTER W}",
    ]
    lines = table(["name", "id"], [[name, "x"] for name in names]).splitlines()
    assert {width(line) for line in lines[1:]} == {len("東京大学") * 2 + len("  x")}
    assert is_safe("\n".join(lines))


def test_a_name_without_end_widens_no_other_row():
    first, *others = table(["name", "id"], [["x" * 10**6, "long"], *[["short", "x"]] * 1000]).splitlines()[1:]
    assert first == "x" * 10**6 + "  long"
    assert max(map(len, others)) < 1000


def test_a_cell_breaks_no_row_of_a_table_in_markdown():
    assert table(["a", "b"], [["1|2", "x\ny"]], markdown=True).splitlines()[-1] == r"| 1\|2 | x\ny |"


@pytest.mark.parametrize("text", ["Universität", "東京", "a b\xa0c", "नमस्ते", "A\N{COMBINING RING ABOVE}", ""])
def test_what_is_printable_stays_as_it_is(text):
    assert printable(text) == text


# ---------------------------------------------------------------- streams, files and Ctrl-C

PRINTING = [
    ["partners", "KU Leuven"],
    ["--help"],
    ["members", "--help"],
    ["--version"],
    ["releases"],
    ["cite"],
    ["explain", "unica"],
    ["compare", "2026.11.0", "2026.11.1"],
    ["compare", "2026.11.0", "2026.11.1", "--format", "json"],
    ["data", "report", "2026.11.0"],
]


def in_a_shell(arguments, redirection, **environment):
    """Run a command as a shell does, with a redirection; return its exit code and what it says."""
    script = f'"$0" -m nordic_partnerships "$@" {redirection}'
    command = ["sh", "-c", script, sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


NO_SPACE = f"nordic-partnerships: standard output cannot be written: {os.strerror(errno.ENOSPC)}\n"
CLOSED = "nordic-partnerships: standard output is closed\n"

full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")


@full
@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_full_disk_ends_a_command_with_one_line(monkeypatch, capsys, arguments):
    with Path("/dev/full").open("w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(arguments) == 2
    assert capsys.readouterr().err == NO_SPACE


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_closed_output_ends_a_command_with_one_line(monkeypatch, capsys, arguments):
    monkeypatch.setattr(sys, "stdout", None)
    assert main(arguments) == 2
    assert capsys.readouterr().err == CLOSED


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_reader_that_leaves_ends_a_command_quietly(monkeypatch, capsys, arguments):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(arguments) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "arguments", [["--help"], ["compare", "2026.11.0", "2026.11.1", "--format", "json"]], ids=" ".join
)
def test_python_itself_says_nothing_more_when_it_ends(arguments):
    assert in_a_shell(arguments, ">&-") == (2, "", CLOSED)
    assert in_a_shell(arguments, "| true") == (0, "", "")
    if Path("/dev/full").exists():
        assert in_a_shell(arguments, ">/dev/full") == (2, "", NO_SPACE)


def test_a_stream_of_pythons_own_may_refuse_too(monkeypatch, capsys):
    class Refusing(io.StringIO):
        def write(self, _text):
            raise OSError(errno.EIO, "it is broken")

    monkeypatch.setattr(sys, "stdout", Refusing())
    assert main(["releases"]) == 2
    message = "nordic-partnerships: standard output cannot be written: it is broken\n"
    assert capsys.readouterr().err == message
    monkeypatch.setattr(sys, "stderr", Refusing())
    assert main(["releases"]) == 2
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["releases"]) == 2


@full
@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_an_error_that_cannot_be_told_is_still_an_exit_code(redirection):
    assert in_a_shell(["partners", "nobody"], redirection) == (2, "", "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "arguments", [*PRINTING, ["find", "Åbo 東京"], ["show", "unica", "--format", "json"]], ids=" ".join
)
def test_a_terminal_of_few_letters_gets_every_command(monkeypatch, capsys, arguments, encoding):
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding))
    assert main(arguments) == 0
    assert capsys.readouterr().err == ""
    assert printed.getvalue().decode(encoding)


LONG = "x" * 5000

UNREADABLE = [LONG, f"{__file__}/inside", "no-such-place", "", " ", "~", "-", "x" * 10**6, "\ud800", "a\0b", HOSTILE]


@pytest.mark.parametrize("path", UNREADABLE, ids=range(len(UNREADABLE)))
@pytest.mark.parametrize(
    "command",
    [
        ["sizes", "--release={}"],
        ["compare", "--", "2026.11.0", "{}"],
        ["cite", "--", "{}"],
        ["data", "report", "--", "{}"],
        ["data", "format", "--", "{}"],
        ["data", "check", "--", "{}"],
        ["data", "release", "2020.6.0", "--as-of=2020-06-15", "--folder={}"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_path_that_cannot_be_used_ends_with_one_short_line(capsys, command, path):
    code = main([part.format(path) for part in command])
    out, err = capsys.readouterr()
    assert (code, out, err.count("\n"), is_safe(err)) == (2, "", 1, True)
    assert len(err) < 2000


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "there"), "there: Permission denied"),
        (PermissionError(errno.EACCES, "Permission denied", "a\nb"), r"a\nb: Permission denied"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (OSError("nothing more is known"), "nothing more is known"),
    ],
)
def test_what_the_operating_system_refuses_is_one_line(monkeypatch, capsys, error, line):
    def refuse(_):
        raise error

    monkeypatch.setattr(options, "open_dataset", refuse)
    assert main(["sizes", "--release", "there"]) == 2
    assert capsys.readouterr() == ("", f"nordic-partnerships: {line}\n")


@pytest.mark.parametrize("arguments", [["find", "{}"], ["partners", "{}"], ["partners", "KTH", "--theme", "{}"]])
def test_a_key_without_end_is_refused_at_once(capsys, arguments):
    start = time.perf_counter()
    assert main([part.format("x" * 10**6) for part in arguments]) == 2
    assert time.perf_counter() - start < 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert len(err) < 200


@pytest.mark.parametrize(
    "arguments",
    [
        ["sizes", "--kind", LONG],
        ["sizes", "--as-of", LONG],
        ["sizes", "--at-least", LONG],
        ["sizes", "--at-least", "9" * 5000],
        ["members", "LERU", "--country", LONG],
        ["data", "release", LONG, "--as-of", "2020"],
        ["find", "x", "--among", LONG],
        ["sizes", LONG],
        [LONG],
    ],
)
def test_a_complaint_quotes_no_more_than_a_reader_takes_in(capsys, arguments):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert len(err) < 1200


def test_ctrl_c_ends_a_command_quietly(monkeypatch, capsys):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(options, "load", interrupted)
    assert main(["sizes"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("module", ["running", "parser", "questions"])
def test_the_signal_of_ctrl_c_ends_the_program_quietly_while_it_starts(module):
    code = f"""
import signal, sys
from nordic_partnerships._cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "nordic_partnerships._cli.{module}":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
sys.exit(main(["sizes"]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_the_signal_of_ctrl_c_ends_the_program_quietly():
    code = """
import signal, sys
from nordic_partnerships._cli import main, options
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
options.load = lambda _: signal.raise_signal(signal.SIGINT)
sys.exit(main(["sizes"]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
