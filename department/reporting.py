"""Verdicts as they come: a table row each on the screen, or one JSON document."""

from __future__ import annotations

import json
from typing import Protocol

import click
from rich.table import Table

from department.inert import escaped
from department.screen import add_verdict_row, console, print_verdict, verdicts_table
from texts.language import Language
from validators.verdict import Verdict, as_json


class Reports(Protocol):
    """Takes verdicts one by one."""

    def add(self, verdict: Verdict) -> None:
        """Take the next verdict."""
        ...

    def finish(self) -> None:
        """There are no more."""
        ...


class JsonReports:
    """`{"reports": [ … ]}`, written report by report, so that none has to wait in memory."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._is_first = True
        click.echo('{"reports": [', nl=False)

    def add(self, verdict: Verdict) -> None:
        """Write the next report."""
        click.echo("" if self._is_first else ",")
        self._is_first = False
        text = json.dumps(as_json(verdict, self.lang), ensure_ascii=False)
        click.echo(escaped(text), nl=False)

    def finish(self) -> None:
        """Close the document."""
        click.echo("\n]}")


class FullReports:
    """Each report in full, as it comes."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._screen = console()

    def add(self, verdict: Verdict) -> None:
        """Print the report."""
        print_verdict(self._screen, verdict, self.lang)

    def finish(self) -> None:
        """Nothing is left to print."""


class TableReports:
    """A table on the screen, shown when all verdicts are there."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self._table: Table = verdicts_table(lang)

    def add(self, verdict: Verdict) -> None:
        """Add the verdict's row."""
        add_verdict_row(self._table, verdict, self.lang)

    def finish(self) -> None:
        """Show the table."""
        console().print(self._table)
