"""The command ``match``: every row comes back with what its name means, and no file is harmed, whoever wrote them."""

import csv
import io
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

from nordic_partnerships import Organization, load
from nordic_partnerships._cli import csv_files, main
from nordic_partnerships._cli.csv_files import defused
from nordic_partnerships._cli.match import ADDED

DATA = load("2026.11.1")
TABLE = """name,country,note
University of Oslo,NO,first
Helsinki,FI,two bodies
NTNU,,by the convention
Univ. of Lund,Sweden,a form
Hogwarts,,nobody
Una Evropa University of Lapland,,like one
...,,no name
Université de Paris,FR,"says ""hello"", twice"
"""


def match(capsys, path, *arguments):
    """Match a table; return the exit code, the rows that were written as dicts, and what was printed."""
    out = path.with_name("matched.csv")
    code = main(["match", str(path), "--column", "name", "--out", str(out), "--release", "2026.11.1", *arguments])
    printed = capsys.readouterr()
    return code, rows_of(out) if code == 0 else None, printed


def rows_of(path, separator=","):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "partners.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def complaint(printed):
    """Return the one line of an error."""
    assert printed.out == ""
    (line,) = printed.err.splitlines()
    return line


# -------------------------------------------------------------------- what is added


def test_every_row_is_kept_and_says_what_its_name_means(capsys, tmp_path):
    code, rows, printed = match(capsys, written(tmp_path, TABLE), "--country-column", "country")
    assert code == 0
    assert list(rows[0]) == [
        "name",
        "country",
        "note",
        "id",
        "ror",
        "matched_name",
        "score",
        "reason",
        "rivals",
        "candidates",
    ]
    assert [[row[name] for name in ("name", "country", "note")] for row in rows] == list(
        csv.reader(io.StringIO(TABLE))
    )[1:]
    oslo = rows[0]
    assert (oslo["id"], oslo["ror"]) == ("university-of-oslo", "https://ror.org/01xtthb56")
    assert (oslo["matched_name"], oslo["score"], oslo["reason"]) == ("University of Oslo", "1.00", "name")
    assert [row["id"] for row in rows] == [
        *("university-of-oslo", "", "norwegian-university-of-science-and-technology", "lund-university"),
        *("", "", "", "universite-paris-cite"),
    ]
    assert [row["reason"] for row in rows] == [
        *("name", "ambiguous name", "acronym", "form of the name", "unknown name", "unknown name"),
        *("no letters or digits", "name that others bear too"),
    ]
    assert rows[1]["candidates"] == "city-of-helsinki; university-of-helsinki"
    assert rows[3]["score"] == "0.90"
    assert rows[4]["candidates"] == ""
    assert "university-of-lapland" in rows[5]["candidates"].split("; ")
    assert printed.err == ""
    assert printed.out.splitlines() == [
        f"read {tmp_path / 'partners.csv'}: utf-8, cells separated by ','",
        f"wrote {tmp_path / 'matched.csv'}: 4 matched, 2 unknown name, 1 ambiguous name, 1 no letters or digits",
    ]


def test_a_body_of_another_country_is_a_candidate_and_the_reason_says_so(capsys, tmp_path):
    table = "name,country\nUniversity of Oslo,SE\nHogwarts,SE\n"
    code, rows, _ = match(capsys, written(tmp_path, table), "--country-column", "country")
    assert code == 0
    told = [(row["id"], row["reason"], row["candidates"]) for row in rows]
    assert told[0] == ("", "not in that country", "university-of-oslo")
    assert told[1][:2] == ("", "unknown name")


def test_it_agrees_with_resolve_many(capsys, tmp_path):
    texts = ["UiB", "Physics, Univ. of Vienna, Austria", "Lund University, Lund; Aarhus University, Aarhus", "AU"]
    path = written(tmp_path, "name\n" + "\n".join(f'"{text}"' for text in texts))
    _, rows, _ = match(capsys, path, "--inside-text")
    for row, answer in zip(rows, DATA.resolve_many(texts, among=Organization, inside_text=True), strict=True):
        assert row["id"] == (answer.record.id if answer.record else "")
        assert not answer.record or row["reason"] == answer.reason
        assert not answer.record or float(row["score"]) == pytest.approx(answer.score, abs=0.005)
    assert rows[2]["candidates"] == "lund-university; aarhus-university"
    assert len(rows[3]["rivals"].split("; ")) > 5
    _, whole, _ = match_again(capsys, path)
    assert [row["id"] for row in whole] == ["university-of-bergen", "", "", rows[3]["id"]]


def match_again(capsys, path, *arguments):
    path.with_name("matched.csv").unlink()
    return match(capsys, path, *arguments)


def test_a_column_of_the_table_is_never_overwritten(capsys, tmp_path):
    header = ["name", "matched_name", "ID", "score", "name of nobody"]
    _, rows, _ = match(capsys, written(tmp_path, ",".join(header) + "\nKTH,a,b,c,d\n"))
    assert list(rows[0]) == [
        *header,
        *("matched_id", "ror", "matched_matched_name", "matched_score", "reason", "rivals", "candidates"),
    ]
    assert [rows[0][name] for name in header] == ["KTH", "a", "b", "c", "d"]
    assert len(set(map(str.casefold, rows[0]))) == len(header) + len(ADDED)


# -------------------------------------------------------------------- how tables are written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encoding_and_separator_are_detected_and_said(capsys, tmp_path, encoding, separator, line_end):
    lines = [["place, or city", "name"], ["Turku", "Åbo Akademi"], ["Tromsø; Norway", "Universitetet i Tromsø"]]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=line_end).writerows(lines)
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path = written(tmp_path, mark + text.getvalue().encode(encoding))
    code, _, printed = match(capsys, path)
    assert code == 0
    said = {"\t": "tabs"}.get(separator, repr(separator))
    assert f": {encoding.removesuffix('-be')}, cells separated by {said}\n" in printed.out
    out = tmp_path / "matched.csv"
    rows = rows_of(out, separator)
    assert [row["id"] for row in rows] == ["abo-akademi-university", "uit-the-arctic-university-of-norway"]
    assert [row["place, or city"] for row in rows] == ["Turku", "Tromsø; Norway"]
    assert out.read_bytes().startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")
    assert (b"\r\n" in out.read_bytes()) == (line_end == "\r\n")


def test_bytes_that_are_no_windows_text_are_read_as_latin_1(capsys, tmp_path):
    code, rows, printed = match(capsys, written(tmp_path, b"name\n\xc5bo Akademi\n\x81\n"))
    assert code == 0
    assert "latin-1" in printed.out
    assert rows[0]["id"] == "abo-akademi-university"


def test_quotes_line_breaks_and_blank_lines_are_kept_in_their_cells(capsys, tmp_path):
    text = '\nname,note\n"University\nof Oslo","a ""b"", c"\n\n"KTH"\n,\n'
    code, rows, _ = match(capsys, written(tmp_path, text))
    assert code == 0
    assert [(row["name"], row["note"]) for row in rows] == [("University\nof Oslo", 'a "b", c'), ("KTH", ""), ("", "")]
    assert [row["id"] for row in rows] == ["university-of-oslo", "kth-royal-institute-of-technology", ""]


def test_very_long_cells_are_kept_and_end_in_a_miss(capsys, tmp_path):
    before = csv.field_size_limit()
    cells = [
        "University of Oslo " * 60_000,
        "x" * 10**6,
        "\N{ZERO WIDTH SPACE}" * 10**6,
        "\N{HEBREW LETTER ALEF}" * 10**6,
    ]
    path, out = written(tmp_path, "name\n" + "\n".join(cells)), tmp_path / "matched.csv"
    assert main(["match", str(path), "--column", "name", "--inside-text", "--out", str(out)]) == 0
    assert "1 no letters or digits" in capsys.readouterr().out
    with out.open(encoding="utf-8", newline="") as file:
        for cell in ("name", *cells):
            assert file.readline().startswith(f"{cell},")
    assert csv.field_size_limit() == before


def test_a_table_of_nothing_but_names_of_columns_has_no_rows(capsys, tmp_path):
    code, rows, printed = match(capsys, written(tmp_path, "name"))
    assert (code, rows) == (0, [])
    assert printed.out.endswith("matched.csv: no rows\n")
    assert (tmp_path / "matched.csv").read_text() == "name,id,ror,matched_name,score,reason,rivals,candidates\n"


# -------------------------------------------------------------------- hostile cells


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "=1+1",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            '=HYPERLINK("http://x")',
            " =1+1",
            "\t=1",
            "\r=1",
            "\n=1",
            "--1",
        ),
        *("=", "+", "-", "@", "\N{NO-BREAK SPACE}=1"),
    ],
)
def test_a_cell_that_a_spreadsheet_takes_for_a_formula_is_defused(capsys, tmp_path, cell):
    path = written(tmp_path, f'name,"{cell.replace(chr(34), chr(34) * 2)}"\n')
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow([cell, "KTH"])
    code, rows, _ = match(capsys, path)
    assert code == 0
    assert rows == [{**rows[0], "name": f"'{cell}", f"'{cell}": "KTH"}]


@pytest.mark.parametrize("cell", ["-5", "+47", "-12.5", "-1.234,56", "Oslo", "1=1", "", "'=1", "a@b.no"])
def test_numbers_and_other_cells_are_left_as_they_are(cell):
    assert defused(cell) == cell


@pytest.mark.parametrize("cell", ["\x1b[2J", "\u202eolsO", "\ud7ff\ufeff", "\x07"])
def test_what_a_stranger_wrote_reaches_no_terminal_as_it_is(capsys, tmp_path, cell):
    code, _, printed = match(capsys, written(tmp_path, f"name,{cell}\nKTH,x\n"), "--column", "other")
    assert code == 2
    assert complaint(printed).isprintable()
    path = written(tmp_path, f"name,country\nKTH,{cell}\n")
    code, _, printed = match(capsys, path, "--country-column", "country")
    assert code == 2
    assert complaint(printed).isprintable()


# -------------------------------------------------------------------- one clear error each


WRONG = {
    "empty": (b"", "is empty"),
    "blank": (b" \n \n", "is empty"),
    "only a mark": (b"\xef\xbb\xbf", "is empty"),
    "no such column": (b"Name,city\nKTH,Stockholm\n", "has no column 'name'; its columns are: 'Name', 'city'"),
    "twice": (b"name,city,name \nKTH,Stockholm,KTH\n", "has 2 columns 'name'; give each another name"),
    "too many cells": (b"name,city\nKTH,a\nKTH,a,b\n", "line 3 ends a row of 3 cells, and the header has 2"),
    "a NUL": (b"name,city\nKT\0H,a\n", "is not a text file; save the table as CSV, in UTF-8"),
    "half a letter": (b"\xff\xfen\0a", "is not a text file"),
    "a spreadsheet": (b"PK\x03\x04\x14\0\x06\0\x08\0\xc5", "is not a text file"),
    "an open quote": (b'name\n"KTH\nOslo\n', "line 3: unexpected end of data"),
    "a quote within": (b'name,city\n"K"TH,a\n', "line 2: ',' expected after '\"'"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_table_that_cannot_be_read_is_one_clear_error_and_nothing_is_written(capsys, tmp_path, case):
    content, message = WRONG[case]
    path = written(tmp_path, content)
    code, _, printed = match(capsys, path)
    assert code == 2
    assert complaint(printed).startswith(f"nordic-partnerships: {path}")
    assert message in complaint(printed)
    assert names_in(tmp_path) == [path.name]


def test_every_row_with_too_many_cells_is_named(capsys, tmp_path):
    code, _, printed = match(capsys, written(tmp_path, "name\nKTH,a\nKTH\nKTH,b\n"))
    assert code == 2
    assert printed.err.count("ends a row of 2 cells") == 2


def test_every_country_that_there_is_not_is_named(capsys, tmp_path):
    rows = "".join(f"KTH,{country}\n" for country in ("SE", "se", " Sweden ", "", "UK", "Utopia", "Nowhere", "Utopia"))
    path = written(tmp_path, f"name,country\n{rows}")
    code, _, printed = match(capsys, path, "--country-column", "country")
    assert code == 2
    message = f"column 'country' of {path} holds what is no country: 'Utopia' (line 7), 'Nowhere' (line 8)"
    assert complaint(printed) == f"nordic-partnerships: {message}; write a code such as 'FI', or nothing"
    path.write_text(
        "name,country\n" + "".join(f"KTH,{place}\n" for place in ("X1", "X2", "X3", "X4", "X5", "X6", "X7"))
    )
    _, _, printed = match(capsys, path, "--country-column", "country")
    assert "'X5' (line 6) and 2 more; write" in complaint(printed)
    code, _, printed = match(capsys, path, "--country-column", "land")
    assert "has no column 'land'" in complaint(printed)


def test_a_country_in_words_or_none_narrows_or_does_not(capsys, tmp_path):
    path = written(tmp_path, "name,country\nUIB,ES\nUiB,Norge\nUiB,\nUiB,nordic\n")
    _, rows, _ = match(capsys, path, "--country-column", "country")
    assert [row["id"] for row in rows] == ["university-of-the-balearic-islands", *["university-of-bergen"] * 3]


# -------------------------------------------------------------------- the file that is written


def test_what_exists_is_never_overwritten(capsys, tmp_path):
    path = written(tmp_path, "name\nKTH\n")
    for name in ("there.csv", "dangling.csv", "folder", path.name):
        out = tmp_path / name
        if name == "dangling.csv":
            out.symlink_to(tmp_path / "nowhere")
        elif name == "folder":
            out.mkdir()
        elif name == "there.csv":
            out.write_text("mine")
        before = names_in(tmp_path)
        code, _, printed = match(capsys, path, "--out", str(out))
        assert code == 2
        assert complaint(printed) == f"nordic-partnerships: {out} exists, and is not overwritten; give another name"
        assert names_in(tmp_path) == before
    assert (tmp_path / "there.csv").read_text() == "mine"
    assert path.read_text() == "name\nKTH\n"


def test_what_appears_while_it_runs_is_not_overwritten(capsys, tmp_path, monkeypatch):
    path = written(tmp_path, "name\nKTH\n")
    out = tmp_path / "matched.csv"

    def write_and_lose(file, *_):
        file.write("lost")
        out.write_text("theirs")

    monkeypatch.setattr("nordic_partnerships._cli.match.write_csv", write_and_lose)
    code, _, printed = match(capsys, path)
    assert code == 2
    assert "exists" in complaint(printed)
    assert out.read_text() == "theirs"
    assert names_in(tmp_path) == ["matched.csv", "partners.csv"]


@pytest.mark.parametrize(
    ("out", "reason"), [("nowhere/matched.csv", "No such file or directory"), ("partners.csv/x.csv", "Not a directory")]
)
def test_a_place_that_cannot_be_written_is_named(capsys, tmp_path, out, reason):
    path = written(tmp_path, "name\nKTH\n")
    code, _, printed = match(capsys, path, "--out", str(tmp_path / out))
    assert code == 2
    assert complaint(printed) == f"nordic-partnerships: {tmp_path / out}: {reason}"
    assert names_in(tmp_path) == [path.name]


def test_a_read_only_folder_and_a_full_disk_are_named_and_left_as_they_were(capsys, tmp_path, monkeypatch):
    path = written(tmp_path, "name\nKTH\n")

    real_open = Path.open

    def refuse(self, *_, **__):
        if self.name.startswith("."):
            raise PermissionError(13, "Permission denied", str(self))
        return real_open(self, *_, **__)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        code, _, printed = match(capsys, path)
    assert code == 2
    assert complaint(printed) == f"nordic-partnerships: {tmp_path / 'matched.csv'}: Permission denied"

    def fill(file, *_):
        file.write("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("nordic_partnerships._cli.match.write_csv", fill)
    code, _, printed = match(capsys, path)
    assert code == 2
    assert complaint(printed) == "nordic-partnerships: No space left on device"
    assert names_in(tmp_path) == [path.name]


def test_nothing_is_left_after_ctrl_c(capsys, tmp_path, monkeypatch):
    path = written(tmp_path, "name\nKTH\n")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(csv_files, "defused", interrupt)
    code, _, _ = match(capsys, path)
    assert code == 130
    assert names_in(tmp_path) == [path.name]


def test_a_table_can_come_from_a_pipe_and_a_link(tmp_path):
    (tmp_path / "link.csv").symlink_to(written(tmp_path, "name\nKTH\n"))
    run_match(tmp_path / "link.csv", tmp_path / "one.csv")
    run_match("/dev/stdin", tmp_path / "two.csv", input=b"name\nKTH\n")
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_a_closed_pipe_does_not_harm_the_file(tmp_path):
    path = written(tmp_path, "name\nKTH\n")
    reading, writing = os.pipe()
    os.close(reading)
    run_match(path, tmp_path / "matched.csv", stdout=writing)
    os.close(writing)
    assert rows_of(tmp_path / "matched.csv")[0]["id"] == "kth-royal-institute-of-technology"


def run_match(path, out, **settings):
    command = [sys.executable, "-m", "nordic_partnerships", "match", path, "--column", "name", "--out", out]
    subprocess.run(command, check=True, timeout=60, **settings)


# -------------------------------------------------------------------- progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal_where_tqdm_is_installed(capsys, tmp_path, monkeypatch):
    path = written(tmp_path, "name\nKTH\nUiO\n")
    seen = []

    def tqdm(rows, *, unit, file):
        seen.append((len(rows), unit, file))
        return rows

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    match(capsys, path)
    assert "2/2" in terminal.getvalue()
    said = terminal.getvalue()
    monkeypatch.setitem(sys.modules, "tqdm", types.SimpleNamespace(tqdm=tqdm))
    code, rows, _ = match_again(capsys, path)
    assert (code, len(rows)) == (0, 2)
    assert seen == [(2, "row", terminal)]
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert match_again(capsys, path)[1] == rows
    monkeypatch.setattr(sys, "stderr", None)
    assert match_again(capsys, path)[1] == rows
    assert seen == [(2, "row", terminal)]
    assert terminal.getvalue() == said
