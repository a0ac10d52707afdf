"""The command line, as a user runs it."""

import csv
import io
import json
import os
import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from pkgutil import resolve_name

import pytest

import nordic_partnerships as nordic
from nordic_partnerships._cli import main

ROOT = Path(__file__).parent.parent

# The first release, so that the answers stay what they are.
first = nordic.load("2026.11.0")

QUESTIONS = {
    "partners": ("Aalto University", first.partners_of),
    "partnerships": ("Aalto University", first.partnerships_of),
    "networks": ("University of Helsinki", first.networks_of),
    "members": ("Una Europa", first.members_of),
    "agreements": ("City of Espoo", first.agreements_of),
    "initiatives": ("Stockholm University", first.initiatives_of),
    "statements": ("UNICA", first.statements_of),
    "indicators": ("Aalto University", first.indicators_of),
}

ASKING = [*QUESTIONS, "sizes", "size", "status", "timeline", "show", "find", "explain", "disputes"]
COMMANDS = [*ASKING, "match", "compare", "releases", "export", "cite", "data"]
TASKS = ["format", "check", "release", "report"]


def run(capsys, *arguments):
    """Run a command, a question of the first release unless told otherwise; return its code and what it printed."""
    pinned = ()
    if arguments and arguments[0] in ASKING and "--release" not in arguments:
        pinned = ("--release", first.release.version)
    code = main([*arguments, *pinned])
    return code, *capsys.readouterr()


def answer(out):
    """Return what a command printed as JSON, which also says of what release it is."""
    printed = json.loads(out)
    release = first.release
    assert printed["release"] == {
        "version": release.version,
        "referenceDate": str(release.reference_date),
        "sha256": release.digest,
    }
    return printed["answer"]


@pytest.mark.parametrize("command", QUESTIONS)
def test_a_question_prints_what_the_function_returns(capsys, command):
    key, ask = QUESTIONS[command]
    code, out, err = run(capsys, command, key, "--format", "json")
    assert (code, err) == (0, "")
    assert [record["id"] for record in answer(out)] == [record.id for record in ask(key)]
    assert ask(key)
    code, out, _ = run(capsys, command, key)
    assert (code, len(out.splitlines()) > len(ask(key))) == (0, True)


def test_tables_are_aligned(capsys):
    _, out, _ = run(capsys, "partners", "University of Helsinki", "--as-of", "2015")
    assert out.splitlines() == [
        "partner               kind        country  status     last attested    id",
        "Peking University     university  CN       in force   no dated source  peking-university",
        "Stockholm University  university  SE       in force   no dated source  stockholm-university",
        "Aalto University      university  FI       undecided  no dated source  aalto-university",
        "City of Espoo         city        FI       undecided  no dated source  city-of-espoo",
        "City of Helsinki      city        FI       undecided  no dated source  city-of-helsinki",
        "City of Vantaa        city        FI       undecided  no dated source  city-of-vantaa",
        "",
        "2 in force, 4 undecided (as of 2015, release 2026.11.0)",
        "3 more on record at other dates: --as-of ever",
    ]


def test_as_of_changes_the_answer(capsys):
    _, out, _ = run(capsys, "agreements", "City of Espoo", "--as-of", "2018", "--format", "json")
    assert [agreement["period"] for agreement in answer(out)] == ["2017/2020"]
    _, out, _ = run(capsys, "agreements", "City of Espoo", "--as-of", "ever", "--format", "json")
    assert len(answer(out)) == 4


def test_agreements_say_their_years_in_words(capsys):
    _, out, _ = run(capsys, "agreements", "City of Espoo", "--as-of", "ever")
    assert "since 2017 until 2020" in out
    assert "unknown" in out


def test_a_member_may_be_a_network_and_an_end_unknown(capsys):
    _, out, _ = run(capsys, "members", "EIT", "--release", "2026.11.1", "--as-of", "ever")
    (line,) = [line for line in out.splitlines() if line.endswith("  eit-digital")]
    assert line.startswith("EIT Digital   ")
    assert ", end unknown" in out


def test_members_say_that_there_are_more(capsys):
    _, out, _ = run(capsys, "members", "Una Europa", "--as-of", "2026-11")
    assert out.endswith("there may be more members than are on record; stated size: 11 partners (undated)\n")
    assert "start unknown" in out


def test_sizes_are_filtered_and_ordered(capsys):
    _, out, _ = run(capsys, "sizes", "--measure", "countries", "--at-least", "36", "--format", "json")
    assert [(line["network"], line["size"]["count"]) for line in answer(out)] == [
        ("iau", 120),
        ("eua", 47),
        ("sar", 30),
    ]
    _, out, _ = run(capsys, "sizes", "--at-most", "11")
    assert [line.split("  ")[0] for line in out.splitlines()[:-2]] == ["network", "Climate University", "Una Europa"]


def test_a_timeline_is_printed_in_order(capsys):
    _, out, _ = run(capsys, "timeline", "University of Nairobi", "--format", "json")
    assert answer(out) == [
        {"date": "1956", "what": "established", "record": "university-of-nairobi"},
        {"date": "2021-03-24", "what": "start", "record": "university-of-helsinki--university-of-nairobi"},
    ]
    code, out, _ = run(capsys, "timeline", "University of Nairobi")
    assert (code, len(out.splitlines())) == (0, 5)
    assert out.endswith("\n\n2 on record (release 2026.11.0)\n")


def test_show_prints_the_fields_and_explain_the_evidence(capsys):
    _, out, _ = run(capsys, "show", "UNICA")
    assert "more than 1,800,000 students" in out
    assert out.endswith("why to believe it: explain unica\n")
    _, out, _ = run(capsys, "show", "UNICA", "--format", "json")
    assert answer(out)["id"] == "unica"
    source = first.records(nordic.Source)[0]
    _, out, _ = run(capsys, "show", source.id)
    assert out.splitlines()[0].split() == ["field", "value"]
    assert "why to believe it" not in out
    _, out, _ = run(capsys, "explain", "UNICA")
    assert "stated as '35 capital cities of Europe'" in out
    _, out, _ = run(capsys, "explain", "UNICA", "--format", "json")
    explained = answer(out)
    assert explained["record"] == "unica"
    assert explained["evidence"][0]["source"]["document"].endswith(".txt")


def test_find_prints_scores(capsys):
    _, out, _ = run(capsys, "find", "una", "--limit", "1", "--format", "json")
    (match,) = answer(out)
    assert match["id"] == "una-europa"
    _, out, _ = run(capsys, "find", "una")
    assert re.search("^Una Europa +Una Europa +network ", out, re.MULTILINE)


def test_find_looks_among_a_class_and_in_countries(capsys):
    _, out, _ = run(capsys, "find", "univ", "--among", "Organization", "--format", "json")
    assert {match["what"] for match in answer(out)} == {"organization"}
    _, out, _ = run(capsys, "find", "university", "--country", "se, FI", "--limit", "100", "--format", "json")
    ids = [match["id"] for match in answer(out)]
    assert {first.organization(key).country for key in ids} == {"SE", "FI"}


def test_members_may_be_of_several_countries_or_of_the_nordic_ones(capsys):
    for country, meant in (("fi,be", {"FI", "BE"}), ("Nordic", "Nordic")):
        _, out, _ = run(capsys, "members", "Una Europa", "--country", country, "--as-of", "ever", "--format", "json")
        ids = [member["id"] for member in answer(out)]
        assert ids == [member.id for member in first.members_of("Una Europa", country=meant, as_of=nordic.EVER)]
        assert ids


def test_what_several_share_is_asked_together(capsys):
    parties = ("KU Leuven", "Aalto University")
    _, out, _ = run(capsys, "partnerships", *parties, "--format", "json")
    assert [record["id"] for record in answer(out)] == [record.id for record in first.partnerships_of(*parties)]
    members = ("University of Helsinki", "University of Edinburgh")
    _, out, _ = run(capsys, "networks", *members)
    assert out.splitlines()[0].split() == ["network", "kind", "status", "last", "attested", "id"]
    _, out, _ = run(capsys, "networks", *members, "--format", "json")
    assert [record["id"] for record in answer(out)] == [record.id for record in first.networks_of(*members)]
    for network in answer(out):
        holders = {membership["member"] for membership in network["memberships"]}
        assert holders == {"university-of-helsinki", "university-of-edinburgh"}


def test_the_status_of_a_relation_says_when(capsys):
    key = "university-of-helsinki--university-of-nairobi"
    _, out, _ = run(capsys, "status", key, "--as-of", "2020", "--format", "json")
    times = {"since": "2021-03-24", "until": "..", "attestedFirst": None, "attestedLast": None}
    assert answer(out) == {"record": key, "asOf": "2020", "status": "not in force", **times}
    _, out, _ = run(capsys, "status", key)
    dates = "2021-03-24 +goes on +no dated source +no dated source"
    assert re.fullmatch(rf"University of Helsinki and .* +in force +2026-11-22 +{dates} +{key}", out.splitlines()[1])
    _, out, _ = run(capsys, "status", key, "--as-of", "EVER", "--format", "json")
    assert answer(out)["asOf"] == "ever"


def test_nothing_on_record_says_so(capsys):
    assert run(capsys, "networks", "City of Espoo")[1] == (
        "none on record\n\n0 in force (as of 2026-11-22, release 2026.11.0)\n"
    )


def test_a_release_can_be_named(capsys):
    assert run(capsys, "partners", "KU Leuven", "--release", "2026.11.0")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["partners", "Aalt"], "no organization is called 'Aalt'; did you mean 'Aalto'"),
        (
            ["partners", "Helsinki"],
            "'Helsinki' is the name of several records: city-of-helsinki, university-of-helsinki",
        ),
        (["partners", ""], "a name must contain letters or digits, which '' does not"),
        (["partners", "Aalto", "--as-of", "2018-13"], "no such date: '2018-13'"),
        (
            ["partners", "Aalto", "--kind", "x"],
            "there is no kind of partnership 'x'; choose one of: 'strategic partnership'",
        ),
        (["sizes", "--measure", "weight"], "there is no measure 'weight'; choose one of: 'members'"),
        (["sizes", "--at-least", "2", "--at-most", "1"], "at_least, 2, is more than at_most, 1"),
        (["members", "LERU", "--country", "FI,"], "there is no country ''"),
        (["status", "LERU"], "expected a membership, partnership, agreement or initiative, got <Network leru"),
        (["members", "LERU", "--country", "XX"], "there is no country 'XX'; write an ISO 3166-1 code"),
        (["partners", "Aalto", "--release", "1999.1.0"], "no data release '1999.1.0' is bundled; there are: 2026"),
        (["partners", "Aalto", "--release", "/nowhere"], "no data release '/nowhere' is bundled; there are: 2026.11.0"),
    ],
)
def test_a_bad_request_ends_with_one_line_and_code_2(capsys, arguments, message):
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"nordic-partnerships: {message}")


@pytest.mark.parametrize(
    "arguments", [[], ["foo"], ["partners"], ["sizes", "--at-least", "x"], ["sizes", "--at-least", "-1"], ["data"]]
)
def test_a_command_that_cannot_be_followed_ends_with_one_line_and_code_2(capsys, arguments):
    code = main(arguments)
    out, err = capsys.readouterr()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert re.search(r"; see nordic-partnerships( \w+)? --help\n$", err)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["find", "x" * 10**6], "argument TEXT: a name or an id has at most 1,000 characters, got 1,000,000"),
        (["find", "x", "--limit", "0"], "argument --limit: expected a whole number, at least 1, got '0'"),
        (["data", "check", "a\0b"], "argument FOLDER: expected the path of a file or a folder, got 'a\\x00b'"),
    ],
)
def test_a_value_that_no_option_takes_is_told(capsys, arguments, message):
    assert main(arguments) == 2
    _, err = capsys.readouterr()
    assert message in err


def test_releases_are_listed(capsys):
    code, out, _ = run(capsys, "releases")
    release = nordic.load().release
    assert (code, out.splitlines()[-1].split()) == (
        0,
        [release.version, str(release.reference_date), str(release.created), release.digest],
    )
    _, out, _ = run(capsys, "releases", "--format", "json")
    assert [listed["sha256"] for listed in json.loads(out)] == [bundled.digest for bundled in nordic.releases()]


@pytest.mark.parametrize(
    ("style", "part"), [("text", "[Data set]."), ("bibtex", "@misc{"), ("csl", '"type": "dataset"')]
)
def test_a_citation_names_version_date_and_digest(capsys, style, part):
    _, out, _ = run(capsys, "cite", "2026.11.0", "--style", style)
    assert part in out
    for fact in ("2026.11.0", "2026-11-22", nordic.load("2026.11.0").release.digest):
        assert fact in out


def test_a_comparison_is_printed_as_text_json_and_changelog(capsys, tmp_path, small):
    from nordic_partnerships import PartialDate
    from nordic_partnerships._curation.publishing import release_folder

    old, new = (tmp_path / version / version for version in ("2020.6.0", "2020.7.0"))
    for path, name in ((old, "Ice"), (new, "Eis")):
        path.parent.mkdir()
        folder = data_folder(tmp_path / f"next-{path.name}", small, name)
        day = PartialDate(2020, 6, 15)
        release_folder(path.name, reference_date=day, created=day, folder=folder, data=path.parent)
    assert run(capsys, "compare", str(old), str(new))[1] == "renamed themes: ice 'Eis' in name (Ice -> Eis)\n"
    assert run(capsys, "compare", str(old), str(new), "--changelog")[1] == "- Renamed themes: Eis (was Ice)\n"
    compared = json.loads(run(capsys, "compare", str(old), str(new), "--format", "json")[1])
    assert [compared[side]["version"] for side in ("before", "after")] == ["2020.6.0", "2020.7.0"]
    assert compared["changes"] == [
        {
            "kind": "renamed",
            "collection": "themes",
            "id": "ice",
            "fields": [{"field": "name", "before": "Ice", "after": "Eis"}],
            "cause": None,
            "remark": None,
        }
    ]
    assert run(capsys, "compare", str(old), str(old))[1] == "nothing changed\n"
    assert run(capsys, "compare", str(old), str(new), "--about", "North University")[1] == "nothing changed\n"
    about = "renamed themes: ice 'Eis' in name (Ice -> Eis)\n"
    assert run(capsys, "compare", str(old), str(new), "--about", "climate")[1] == about
    changelog = run(capsys, "compare", str(old), str(new), "--about", "Eis", "--changelog")[1]
    assert changelog == "- Renamed themes: Eis (was Ice)\n"
    compared = json.loads(run(capsys, "compare", str(old), str(new), "--about", "Ice", "--format", "json")[1])
    assert (compared["subjects"], len(compared["changes"])) == (["ice"], 1)
    code, out, err = run(capsys, "compare", str(old), str(new), "--about", "North Univercity")
    assert (code, out) == (2, "")
    assert "did you mean 'North University'" in err


def data_folder(folder, dataset, ice="Ice"):
    """Write the collections of a dataset, with another name for one theme."""
    from nordic_partnerships._model import COLLECTIONS
    from nordic_partnerships._opening.codec import write_records

    folder.mkdir()
    for name, kind in COLLECTIONS.items():
        text = write_records(dataset.records(kind)).replace(b'"name": "Ice"', f'"name": "{ice}"'.encode())
        (folder / f"{name}.json").write_bytes(text)
    return folder


def test_a_release_is_cut_from_a_folder_once(capsys, tmp_path, small):
    folder = data_folder(tmp_path / "next", small)
    command = ["data", "release", "2020.6.0", "--folder", str(folder), "--as-of", "2020-06-15"]
    code, first, _ = run(capsys, *command)
    assert (code, first.startswith("cut 2020.6.0, as of 2020-06-15, sha256 ")) == (0, True)
    assert nordic.open_dataset(tmp_path / "2020.6.0").release.version == "2020.6.0"
    assert run(capsys, *command)[1] == first.replace("cut ", "there already, with the same content: ")


def help_of(capsys, *command):
    code = main([*command, "--help"])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    return out


def test_help_names_every_command(capsys):
    out = help_of(capsys)
    assert re.findall(r"^    (\w+)", out, re.MULTILINE) == [
        *("partners", "partnerships", "agreements", "initiatives", "networks", "members", "sizes", "size"),
        *("statements", "indicators", "status", "timeline", "show", "explain", "disputes", "find", "match"),
        *("releases", "compare", "export", "cite", "data"),
    ]
    assert set(COMMANDS) == set(re.findall(r"^    (\w+)", out, re.MULTILINE))


@pytest.mark.parametrize("command", [*([name] for name in COMMANDS), *(["data", task] for task in TASKS)], ids=" ".join)
def test_a_command_has_a_help_of_its_own(capsys, command):
    usage, about, *_ = help_of(capsys, *command).split("\n\n")
    assert usage.startswith(f"usage: nordic-partnerships {' '.join(command)} ")
    assert re.fullmatch(r"[A-Z][^.]+\.", about)


def test_the_command_is_installed_under_its_name():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert pyproject["project"]["scripts"] == {"nordic-partnerships": "nordic_partnerships._cli:main"}
    assert resolve_name(pyproject["project"]["scripts"]["nordic-partnerships"]) is main


def loaded_by(*arguments):
    """Return the modules that a fresh interpreter has loaded after a command."""
    code = f"""
import contextlib, io, sys
from nordic_partnerships._cli import main
with contextlib.redirect_stdout(io.StringIO()):
    assert main({list(arguments)!r}) == 0
print(*sys.modules, sep=chr(10))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


def test_no_user_loads_the_curators_wing_and_help_loads_next_to_nothing():
    assert not loaded_by("--help") & {"json", "cattrs", "nordic_partnerships._opening.codec"}
    for arguments in (
        ["partners", "Aalto University"],
        ["members", "LERU", "--format", "json"],
        ["compare", "2026.11.0", "2026.11.0"],
        ["cite"],
    ):
        assert not [name for name in loaded_by(*arguments) if name.startswith("nordic_partnerships._curation")]
    assert "nordic_partnerships._curation.report" in loaded_by("data", "report", "2026.11.0")


def test_data_can_be_checked_and_formatted(capsys, tmp_path, small):
    tmp_path = data_folder(tmp_path / "next", small)
    code, out, _ = run(capsys, "data", "check", str(tmp_path))
    assert (code, out.splitlines()[-1]) == (0, "no problems")
    assert "organizations: 4 records" in out
    assert run(capsys, "data", "format", str(tmp_path))[1] == "already in canonical text\n"
    themes = tmp_path / "themes.json"
    themes.write_bytes(themes.read_bytes().replace(b"  ", b"    "))
    code, _, err = run(capsys, "data", "check", str(tmp_path), "--as-of", "2020-06-15")
    assert code == 1
    assert err == "1 problem in the data:\n  themes.json: is not in canonical text: run 'data format'\n"
    assert run(capsys, "data", "format", str(tmp_path))[1] == "rewrote themes.json\n"
    (tmp_path / "documents").mkdir()
    code, out, _ = run(capsys, "data", "check", str(tmp_path), "--documents", str(tmp_path / "documents"))
    assert (code, "0 citations proven" in out) == (0, True)


def test_uncited_passages_are_printed(capsys, tmp_path):
    from hashlib import sha256

    from nordic_partnerships._model import COLLECTIONS
    from nordic_partnerships._opening.json_text import dump_json

    text = "A heading\n\nA sentence. Another one.\n"
    (tmp_path / "page.txt").write_text(text)
    source = {
        "id": "page",
        "title": "Page",
        "publisher": "Somebody",
        "kind": "news",
        "document": "page.txt",
        "sha256": sha256(text.encode()).hexdigest(),
        "accessed": "2026-01-01",
    }
    citation = {"source": "page", "section": "A heading", "span": [11, 22], "stated": "sentence"}
    theme = {"id": "ice", "name": "Ice", "citations": [citation]}
    for name in COLLECTIONS:
        (tmp_path / f"{name}.json").write_bytes(dump_json({"sources": [source], "themes": [theme]}.get(name, [])))
    code, out, err = run(capsys, "data", "check", str(tmp_path), "--documents", str(tmp_path))
    assert (code, err) == (0, "")
    assert out.splitlines()[-5:] == [
        "1 citations proven",
        "page.txt: 2 passages that no citation touches",
        "  line 1: A heading",
        "  line 3: Another one.",
        "no problems",
    ]


def test_it_runs_as_a_module_and_survives_a_reader_that_leaves():
    command = [sys.executable, "-m", "nordic_partnerships", "statements", "Aalto University", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_terminal_without_the_letters_gets_escapes():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "nordic_partnerships", "partners", "Aalto University"]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert rb"Regional Council of H\xe4me" in done.stdout


def test_a_complete_roster_is_not_called_partial(capsys):
    _, out, _ = run(capsys, "members", "una-europa", "--release", "2026.11.1")
    assert out.endswith("\n\n11 in force (as of 2026-11-22, release 2026.11.1)\nstated size: 11 universities (2025)\n")


def test_the_report_of_a_release_is_printed_beside_the_one_before_it_or_one_that_is_named(capsys):
    code, out, _ = run(capsys, "data", "report", "2026.11.0")
    assert (code, out.splitlines()[0], "→" in out) == (0, "# The data of release 2026.11.0", False)
    newest, coming = nordic.releases()[-1].version, str(ROOT / "src/nordic_partnerships/data/next")
    for named, before in (
        (["2026.11.1"], "2026.11.0"),
        (["2026.11.0", "2026.11.1"], "2026.11.1"),
        ([coming], newest),
    ):
        _, out, _ = run(capsys, "data", "report", *named)
        assert out.splitlines()[3].startswith(f"A cell shows what {before} had → what is there now")


def test_output_may_go_to_any_stream(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["partners", "KU Leuven", "--release", "2026.11.0"]) == 0
    assert "aalto-university" in stream.getvalue()


def test_a_reader_that_leaves_is_no_error(monkeypatch):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        assert main(["partners", "KU Leuven"]) == 0


@pytest.mark.filterwarnings("ignore:.*found in sys.modules:RuntimeWarning")
def test_the_module_ends_with_the_exit_code(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["nordic_partnerships", "partners", "Aalt"])
    with pytest.raises(SystemExit) as raised:
        runpy.run_module("nordic_partnerships", run_name="__main__")
    assert raised.value.code == 2
    assert "did you mean 'Aalto'" in capsys.readouterr().err


def test_to_import_the_module_does_nothing(capsys):
    runpy.run_module("nordic_partnerships.__main__", run_name="something else")
    assert capsys.readouterr() == ("", "")


def test_a_version_names_code_and_data(capsys):
    assert main(["--version"]) == 0
    out = capsys.readouterr().out
    assert nordic.__version__ in out
    assert nordic.load().release.version in out


def test_json_says_what_was_asked_and_of_each_item_its_status(capsys):
    _, out, _ = run(capsys, "members", "UNIFI", "--as-of", "2005", "--release", "2026.11.1", "--format", "json")
    printed = json.loads(out)
    assert (printed["question"], printed["asOf"]) == ("members of Council of Rectors of Finnish Universities", "2005")
    assert {item["status"] for item in printed["answer"]} == {"unknown"}
    (membership,) = printed["answer"][0]["memberships"]
    assert {key: membership[key] for key in ("since", "until", "attestedFirst", "attestedLast")} == {
        "since": None,
        "until": "..",
        "attestedFirst": None,
        "attestedLast": None,
    }


def test_what_is_presumed_is_said_to_be_and_when_it_was_last_attested(capsys):
    release = ("--release", "2026.11.1")
    _, out, _ = run(capsys, "partners", "Aalto University", *release)
    (nokia,) = [line for line in out.splitlines() if line.startswith("Nokia")]
    assert nokia.split() == ["Nokia", "company", "FI", "presumed", "in", "force", "2018-06", "nokia"]
    _, out, _ = run(capsys, "partners", "Aalto University", *release, "--certain")
    assert "Nokia" not in out
    assert out.endswith("6 more on record at other dates, or only presumed: --as-of ever\n")
    _, out, _ = run(
        capsys, "partners", "Aalto University", *release, "--attested-since", "2020-06", "--basis", "stated"
    )
    assert [line.rpartition(" ")[2] for line in out.splitlines()[1:-2]] == [
        "city-of-espoo",
        "city-of-helsinki",
        "ku-leuven",
        "university-of-helsinki",
    ]


def test_members_are_counted_through_networks_that_are_members(capsys):
    release = ("--release", "2026.11.1", "--format", "json")
    _, out, _ = run(capsys, "members", "EIT", *release)
    direct = {item["id"] for item in json.loads(out)["answer"]}
    _, out, _ = run(capsys, "members", "EIT", "--indirect", *release)
    indirect = {item["id"] for item in json.loads(out)["answer"]}
    assert "eit-food" in direct
    assert "university-of-helsinki" in indirect - direct


def test_a_size_says_how_old_it_is(capsys):
    release = ("--release", "2026.11.1")
    _, out, _ = run(capsys, "size", "LERU", "--as-of", "2010", *release)
    assert re.search(r"20 universities +2006 +4$", out.splitlines()[1])
    _, out, _ = run(capsys, "size", "LERU", "--as-of", "2010", *release, "--format", "json")
    assert json.loads(out)["answer"]["age"] == 4
    assert run(capsys, "size", "LERU", "--newer-than", "2026", *release)[1] == "none on record\n"
    _, out, _ = run(capsys, "size", "LERU", "--newer-than", "2026", *release, "--format", "json")
    assert json.loads(out)["answer"] is None


def test_disputes_say_what_was_chosen_and_why(capsys):
    _, out, _ = run(capsys, "disputes", "unica", "--release", str(ROOT / "src/nordic_partnerships/data/next"))
    assert re.search(r"members +54 institutions \(2025-01-24\) +46 universities \(2024-06-22\) +The encyclopedia", out)
    _, out, _ = run(
        capsys, "disputes", "unica", "--release", str(ROOT / "src/nordic_partnerships/data/next"), "--format", "json"
    )
    assert json.loads(out)["answer"][0].keys() == {
        *("record", "field", "chosen", "claim", "reason", "isSuperseded", "evidence")
    }


# -------------------------------------------------------------------- formats

ARGUMENTS = {
    **{command: (key,) for command, (key, _) in QUESTIONS.items()},
    "sizes": (),
    "size": ("UNICA",),
    "status": ("university-of-helsinki--university-of-nairobi",),
    "timeline": ("University of Nairobi",),
    "show": ("UNICA",),
    "find": ("una",),
    "explain": ("UNICA",),
    "disputes": ("UNICA",),
}


@pytest.mark.parametrize("command", ASKING)
def test_every_question_is_answered_in_every_format(capsys, command):
    printed = {}
    for form in ("table", "json", "csv"):
        code, out, err = run(capsys, command, *ARGUMENTS[command], "--format", form)
        assert (code, err) == (0, "")
        printed[form] = out
    assert printed["table"] == run(capsys, command, *ARGUMENTS[command])[1]
    answer(printed["json"])
    header, *rows = csv.reader(io.StringIO(printed["csv"]))
    assert header
    assert {len(row) for row in rows} <= {len(header)}
    assert len(rows) > 0 or command == "disputes"


@pytest.mark.parametrize("command", QUESTIONS)
def test_json_and_csv_are_what_python_gives(capsys, command):
    key, ask = QUESTIONS[command]
    assert run(capsys, command, key, "--format", "json")[1] == ask(key).to_json() + "\n"
    _, out, _ = run(capsys, command, key, "--format", "csv")
    table = ask(key).table()
    assert next(csv.reader(io.StringIO(out))) == [column.name for column in table.columns]
    assert [row["id"] for row in csv.DictReader(io.StringIO(out))] == list(table["id"])


def test_what_the_other_commands_print_is_what_python_gives_too(capsys):
    _, out, _ = run(capsys, "show", "UNICA", "--format", "json")
    assert answer(out) == first.network("UNICA").to_dict()
    _, out, _ = run(capsys, "find", "una", "--format", "json")
    assert answer(out) == [match.to_dict() for match in first.find("una")]
    _, out, _ = run(capsys, "explain", "UNICA", "--format", "json")
    assert answer(out) == first.explain("UNICA").to_dict()
    comparison = nordic.compare("2026.11.0", "2026.11.1")
    _, out, _ = run(capsys, "compare", "2026.11.0", "2026.11.1", "--format", "json")
    assert json.loads(out) == comparison.to_dict()
    _, out, _ = run(capsys, "compare", "2026.11.0", "2026.11.1", "--format", "csv")
    assert [row["id"] for row in csv.DictReader(io.StringIO(out))] == [change.id for change in comparison]
    _, out, _ = run(capsys, "releases", "--format", "csv")
    assert [row["sha256"] for row in csv.DictReader(io.StringIO(out))] == [r.digest for r in nordic.releases()]


def test_nothing_known_is_an_empty_table_in_every_format(capsys):
    nothing = ("partners", "University of Nairobi", "--as-of", "1990")
    assert answer(run(capsys, *nothing, "--format", "json")[1]) == []
    assert len(run(capsys, *nothing, "--format", "csv")[1].splitlines()) == 1
    assert "none on record" in run(capsys, *nothing)[1]
    assert run(capsys, "size", "UNICA", "--as-of", "1950", "--format", "csv")[1] == "network,size,dated,years old\n"


def test_an_unknown_format_is_refused(capsys):
    code, out, err = run(capsys, "partners", "KU Leuven", "--format", "xml")
    assert (code, out) == (2, "")
    assert "xml" in err
