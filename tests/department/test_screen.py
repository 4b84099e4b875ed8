"""Progress where somebody watches, and long tables as plain lines."""

import io
import time
from collections.abc import Iterator

from rich.markup import escape
from rich.table import Table

from department.screen import plain_lines, watched


class Screen(io.StringIO):
    """Standard error that a person watches."""

    def isatty(self) -> bool:
        return True


def _slowly(count: int) -> Iterator[int]:
    for number in range(count):
        time.sleep(0.05)
        yield number


def test_the_items_come_through_and_are_counted(monkeypatch):
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "100")

    items = list(watched(_slowly(12), 12))

    assert items == list(range(12))
    assert "100%" in screen.getvalue()


def test_nothing_is_shown_where_nobody_watches(capsys):
    assert list(watched(range(3), 3)) == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_columns_stand_under_their_headings_and_what_looks_like_markup_stays():
    table = Table()
    table.add_column("Fil")
    table.add_column("Fejl", justify="right")
    table.add_row("報告.xlsx", "1")
    table.add_row("længere navn.xlsx", "12")
    table.add_row(escape("[red]navn[/red].xlsx"), "[green]0[/green]")

    assert list(plain_lines(table)) == [
        "Fil                   Fejl",
        "────────────────────  ────",
        "報告.xlsx                1",
        "længere navn.xlsx       12",
        "[red]navn[/red].xlsx     0",
    ]
