"""Judged files as they come: a table row each on the screen, in full, or one JSON document.

Files are judged in the order of their periods and told in the order in which they were given.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

import click

from department.output import escaped
from department.screen import console, print_verdict, verdict_cells, verdicts_table
from department.telling.changes_told import ReportWithChangesJson, changes_json, changes_words
from department.telling.plain_table import plain_lines
from department.turns import Judged
from texts.language import Language
from validators.verdict import ReportJson, as_json

_MOST_IN_BOXES = 100
"""Rows of a table with boxes; a longer one is printed as plain lines, ten times as fast."""


Texts = tuple[str, ...]
"""What is told of one file."""


class Reports(Protocol):
    """Takes what is to be told of judged files, one by one."""

    @property
    def tell(self) -> Callable[[Judged], Texts]:
        """Makes it of a judged file, in whichever process that is judged."""
        ...

    def add(self, number: int, told: Texts) -> None:
        """Take what is told of the file of this number."""
        ...


class JsonReports:
    """`{"reports": [ … ]}`; the reports wait on disk."""

    def __init__(self, lang: Language) -> None:
        self.tell = partial(report_as_json, lang=lang)
        self._texts = _Texts()

    def add(self, number: int, told: Texts) -> None:
        """Keep a report's text."""
        self._texts.add(number, *told)

    def finish(self) -> None:
        """Write the document."""
        click.echo('{"reports": [', nl=False)
        for place, text in enumerate(self._texts):
            click.echo("\n" if place == 0 else ",\n", nl=False)
            click.echo(text, nl=False)
        click.echo("\n]}")


def report_as_json(judged: Judged, lang: Language) -> Texts:
    """A file's report as JSON, in one line."""
    report: ReportJson | ReportWithChangesJson = as_json(judged.verdict, lang)
    if judged.changes is not None and judged.before is not None:
        changes = changes_json(judged.changes, judged.before, lang)
        report = {**report, "changes": changes}
    return (escaped(json.dumps(report, ensure_ascii=False)),)


class FullReports:
    """Each report in full; they wait on disk. They are told as this process's screen has it."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._screen = console()
        self._texts = _Texts()

    def tell(self, judged: Judged) -> Texts:
        """The report as it is to be shown."""
        with self._screen.capture() as shown:
            print_verdict(self._screen, judged.verdict, self.lang)
            if judged.changes is not None and judged.before is not None:
                words = changes_words(judged.changes, judged.before, self.lang)
                self._screen.print(f"  {words}", markup=False)
        return (shown.get(),)

    def add(self, number: int, told: Texts) -> None:
        """Keep a report's text."""
        self._texts.add(number, *told)

    def finish(self) -> None:
        """Show them."""
        for text in self._texts:
            click.echo(text, nl=False)


class TableReports:
    """A table on the screen, shown when all verdicts are there."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.tell = partial(report_as_row, lang=lang)
        self._rows: dict[int, Texts] = {}

    def add(self, number: int, told: Texts) -> None:
        """Keep a row."""
        self._rows[number] = told

    def finish(self) -> None:
        """Show the table; what changed has a column where anything did."""
        with_changes = any(row[-1] for row in self._rows.values())
        table = verdicts_table(self.lang, with_changes=with_changes)
        for _, row in sorted(self._rows.items()):
            table.add_row(*(row if with_changes else row[:-1]))
        if len(self._rows) <= _MOST_IN_BOXES:
            console().print(table)
            return
        click.echo("\n".join(plain_lines(table)))


def report_as_row(judged: Judged, lang: Language) -> Texts:
    """A file's row of the table; the last cell says what changed."""
    changes = "" if judged.changes is None else changes_words(judged.changes, None, lang)
    return (*verdict_cells(judged.verdict, lang), changes)


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
