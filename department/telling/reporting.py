"""Judged files as they come: a table row each on the screen, in full, or one JSON document.

Files are judged in the order of their periods and told in the order in which they were given.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from typing import Protocol

import click

from department.desk.course import Judged
from department.inert import escaped
from department.telling.changes_told import ReportWithChangesJson, changes_json, changes_words
from department.telling.plain_table import plain_lines
from department.telling.screen import console, print_verdict, verdict_cells, verdicts_table
from texts.language import Language
from validators.verdict import ReportJson, as_json

_MOST_IN_BOXES = 100
"""Rows of a table with boxes; a longer one is printed as plain lines, ten times as fast."""


class Reports(Protocol):
    """Takes judged files one by one."""

    def add(self, judged: Judged) -> None:
        """Take the next one."""
        ...

    def finish(self) -> None:
        """There are no more: tell them."""
        ...


class JsonReports:
    """`{"reports": [ … ]}`; the reports wait on disk."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._texts = _Texts()

    def add(self, judged: Judged) -> None:
        """Keep the next report's text."""
        report: ReportJson | ReportWithChangesJson = as_json(judged.verdict, self.lang)
        if judged.changes is not None and judged.before is not None:
            changes = changes_json(judged.changes, judged.before, self.lang)
            report = {**report, "changes": changes}
        self._texts.add(judged.number, escaped(json.dumps(report, ensure_ascii=False)))

    def finish(self) -> None:
        """Write the document."""
        click.echo('{"reports": [', nl=False)
        for place, text in enumerate(self._texts):
            click.echo("\n" if place == 0 else ",\n", nl=False)
            click.echo(text, nl=False)
        click.echo("\n]}")


class FullReports:
    """Each report in full; they wait on disk."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._screen = console()
        self._texts = _Texts()

    def add(self, judged: Judged) -> None:
        """Keep the report as it is to be shown."""
        with self._screen.capture() as shown:
            print_verdict(self._screen, judged.verdict, self.lang)
            if judged.changes is not None and judged.before is not None:
                words = changes_words(judged.changes, judged.before, self.lang)
                self._screen.print(f"  {words}", markup=False)
        self._texts.add(judged.number, shown.get())

    def finish(self) -> None:
        """Show them."""
        for text in self._texts:
            click.echo(text, nl=False)


class TableReports:
    """A table on the screen, shown when all verdicts are there."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._rows: dict[int, tuple[str, ...]] = {}

    def add(self, judged: Judged) -> None:
        """Keep the row."""
        changes = "" if judged.changes is None else changes_words(judged.changes, None, self.lang)
        self._rows[judged.number] = (*verdict_cells(judged.verdict, self.lang), changes)

    def finish(self) -> None:
        """Show the table; what changed has a column where anything did."""
        with_changes = any(row[-1] for row in self._rows.values())
        table = verdicts_table(self.lang, with_changes=with_changes)
        for _, row in sorted(self._rows.items()):
            table.add_row(*(row if with_changes else row[:-1]))
        if len(self._rows) <= _MOST_IN_BOXES:
            console().print(table)
            return
        for line in plain_lines(table):
            click.echo(line)


class _Texts:
    """Texts that wait on disk, read back in the order of their numbers."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 — gone with this object
        self._places: dict[int, tuple[int, int]] = {}

    def add(self, number: int, text: str) -> None:
        """Keep a text."""
        data = text.encode("utf-8", "surrogatepass")
        self._places[number] = (self._file.tell(), len(data))
        self._file.write(data)

    def __iter__(self) -> Iterator[str]:
        for _, (start, length) in sorted(self._places.items()):
            self._file.seek(start)
            yield self._file.read(length).decode("utf-8", "surrogatepass")
