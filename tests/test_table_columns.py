"""docs/tables.md lists every column of every table, with type and meaning: names and types are promised.

Run this file to write the list anew: ``python tests/test_table_columns.py``.
"""

from pathlib import Path

import pytest

import nordic_partnerships as nordic
from nordic_partnerships._answers.tabular import lists_in
from nordic_partnerships._model import COLLECTIONS
from nordic_partnerships._text import table as as_markdown

PAGE = Path(__file__).parent.parent / "docs" / "tables.md"
HEAD = "\n## All columns\n"
DATA = nordic.load("2026.11.0")
NOT_COLLECTIONS = {
    "parties": DATA.members_of("LERU"),
    "sized_networks": DATA.networks_by_size(),
    "moments": DATA.timeline_of("LERU"),
    "disputes": DATA.disputes_of("LERU"),
}
SECTIONS = {
    "names": "Further names",
    "sizes": "Figures",
    "citations": "Citations",
    "alternatives": "Competing claims",
    "signatories": "Signatories",
    "grounds": "What items rest on",
}


def answers():
    yield from (DATA.records(cls) for cls in COLLECTIONS.values())
    yield from NOT_COLLECTIONS.values()


def columns(table):
    return [(f"`{column.name}`", column.type, column.meaning) for column in table.columns]


def section(title, tables, lines):
    """Return a section: the tables that have these columns, and a line for each column."""
    named = ", ".join(f"`{name}`" for name in tables)
    return f"\n### {title}\n\n{named}\n\n{as_markdown(['column', 'type', 'meaning'], lines, markdown=True)}\n"


def listed():
    """Return the list of all columns, as the page has it."""
    parts = []
    alike = {}
    for answer in answers():
        table = answer.table()
        parts.append(section(table.name.replace("_", " ").capitalize(), [table.name], columns(table)))
        for name in lists_in(answer.collection):
            part = answer.table(name)
            title = SECTIONS.get(name, f"The list {name}")
            alike.setdefault((title, tuple(columns(part))), []).append(part.name)
    for counted, subject in (("members", "LERU"), ("networks", "Aalto University"), ("partners", "Aalto University")):
        table = DATA.counts_by_year(subject, counted)
        alike.setdefault(("Counts by year", tuple(columns(table))), []).append(table.name)
    for title in dict.fromkeys(title for title, _ in alike):
        of_title = [(lines, names) for (other, lines), names in alike.items() if other == title]
        for number, (lines, names) in enumerate(of_title, start=1):
            parts.append(section(title if len(of_title) == 1 else f"{title} ({number})", names, list(lines)))
    return "".join(parts)


def test_the_page_lists_every_column():
    assert PAGE.read_text().split(HEAD)[1] == listed()


@pytest.mark.parametrize("answer", list(answers()), ids=lambda answer: answer.collection)
def test_columns_are_the_same_whatever_is_in_the_table(answer):
    """The columns depend on nothing but the table's name."""
    for data in (nordic.load("2026.11.1"), nordic.Dataset.of(DATA.release, [])):
        if answer.collection in COLLECTIONS:
            other = data.records(COLLECTIONS[answer.collection])
            for name in (None, *lists_in(answer.collection)):
                assert other.table(name).columns == answer.table(name).columns


if __name__ == "__main__":
    PAGE.write_text(PAGE.read_text().split(HEAD)[0] + HEAD + listed())
