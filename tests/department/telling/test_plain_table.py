"""A long table as plain lines: the columns stand under their headings, markup is gone."""

from __future__ import annotations

import time

from rich.markup import escape
from rich.table import Table

from department.telling.plain_table import plain_lines


def _table() -> Table:
    table = Table()
    table.add_column("Fil")
    table.add_column("Fejl", justify="right")
    return table


def test_columns_stand_under_their_headings() -> None:
    table = _table()
    table.add_row("a.xlsx", "1")
    table.add_row("længere navn.xlsx", "12")

    assert list(plain_lines(table)) == [
        "Fil                Fejl",
        "─────────────────  ────",
        "a.xlsx                1",
        "længere navn.xlsx    12",
    ]


def test_markup_is_gone_and_what_looks_like_it_stays() -> None:
    table = _table()
    table.add_row(escape("[red]navn[/red].xlsx"), "[green]0[/green]")

    assert list(plain_lines(table))[2].split() == ["[red]navn[/red].xlsx", "0"]


def test_wide_letters_take_two_places() -> None:
    table = _table()
    table.add_row("報告.xlsx", "1")
    table.add_row("123456789", "2")

    lines = list(plain_lines(table))

    assert lines[2] == "報告.xlsx     1"
    assert lines[3] == "123456789     2"


def test_a_table_of_thousands_takes_no_time() -> None:
    table = _table()
    for number in range(3_000):
        table.add_row(f"[red]{number}.xlsx[/red]", str(number))
    started = time.process_time()

    assert len(list(plain_lines(table))) == 3_002
    assert time.process_time() - started < 1
