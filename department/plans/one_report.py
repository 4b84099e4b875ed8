"""One received report, for a command: read in a worker process, and its inputs carried over to
another version of its template.

The received file is never written to; what comes out is a fresh template of the other version with
the report's inputs in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

import click

from department.inbox import Entry, printable, read_one
from department.output import inert, inert_line
from department.plans.all_plans import tell_broken_plans
from department.workers import outcome_of
from resultatplan.exact import exact
from resultatplan.plan import Plan
from texts import plans as plan_texts
from texts.findings import CATALOGUE, Severity
from texts.language import Language, Said, Text, say
from validators.carried_over import LeftBehind, carry
from validators.findings import Finding, told_together
from validators.inputs import InputCell, Inputs
from validators.report import Report, report_of
from validators.structure import Received, open_report
from workbooks.blueprint.specs import CellValue, cell_number
from workbooks.form import Column, Field, Layout, Sheet, ValueType
from workbooks.reading.cells import serial_to_date
from workbooks.template.build import build_template
from workbooks.values_file import RefusedError, text_in_cell

Slot = tuple[str | None, Column | Field]
"""Whose input it is: a criterion's key and a column, or a field of Stamdata."""


@dataclass(frozen=True, slots=True)
class Source:
    """A received report as a worker process hands it back, `texts` being the free ones with their
    line breaks."""

    report: Report
    texts: Mapping[Slot, str]

    @property
    def can_migrate(self) -> bool:
        """Whether it is a report, and known what its figures mean."""
        is_known = all(each.code != "RP-203" for each in self.report.findings)
        return self.report.plan_id is not None and is_known


@dataclass(frozen=True, slots=True)
class Migrated:
    """The report in the other version: the file, how many values it took over, what stayed."""

    data: bytes
    count: int
    left_behind: tuple[LeftBehind, ...]


def read_in_worker(
    name: str, lang: Language, refusal: Text = plan_texts.REPORT_UNREADABLE
) -> tuple[Source, Entry]:
    """The report in a file, and the file; nothing is opened here.

    Raises `click.ClickException` with the `refusal` where the file cannot be read; why is told on
    standard error.
    """
    entry, source = read_one(name, partial(read_source, printable(name)))
    return _read(source, entry.receipt.file, lang, refusal), entry


def read_by(worker: Executor, name: str, data: bytes, lang: Language) -> Source:
    """The report in a file's bytes, read by a worker; errors as `read_in_worker`."""
    source = outcome_of(worker.submit(read_source, name, data))
    return _read(source, name, lang, plan_texts.REPORT_UNREADABLE)


def _read(source: Source | Finding, file: str, lang: Language, refusal: Text) -> Source:
    if isinstance(source, Finding):
        tell([source], lang)
        raise click.ClickException(refusal(lang, path=inert_line(file)))
    return source


def tell(findings: Iterable[Finding], lang: Language) -> None:
    """Findings on standard error, a line each; of a plan that is of no use also why."""
    for each in findings:
        click.echo(f"  {each.code} {inert(each.message(lang))}", err=True)
        if each.code == "RP-216" and each.found is not None:
            tell_broken_plans(lang, say(each.found, lang))


def read_source(name: str, data: bytes) -> Source:
    """Read a received file by itself: what a worker does."""
    opened = open_report(data)
    report = report_of(name, opened)
    return Source(report, {} if opened.received is None else _texts(opened.received, report))


def _texts(received: Received, report: Report) -> dict[Slot, str]:
    texts = {}
    for each in report.inputs:
        cell = received.input_cell(each.key, each.name)
        is_text = each.type is ValueType.TEXT and isinstance(each.value, str)
        if is_text and cell is not None and cell.text is not None:
            texts[each.key, each.name] = cell.text
    return texts


def migrate(source: Source, before: Plan, after: Plan) -> Migrated:
    """The report's inputs in the template of another version."""
    # Imported here: pandas takes a while, and what does not judge does without.
    from validators.frames import Chunk

    (checked,) = Chunk([Inputs(before, source.report.inputs)]).inputs
    carried = carry(checked, after)
    left = list(carried.left_behind)
    filled: dict[tuple[Sheet, str], CellValue] = {}
    for cell, refusal in put_inputs(filled, Layout(after), carried.report.cells, source.texts):
        if refusal is not None:
            left.append(LeftBehind(cell.place, refusal))
        elif cell.note is not None:
            left.append(LeftBehind(cell.place, plan_texts.WAS_FORMULA))
    return Migrated(build_template(after, filled), len(filled), tuple(left))


def put_inputs(
    filled: dict[tuple[Sheet, str], CellValue],
    layout: Layout,
    cells: Iterable[InputCell],
    texts: Mapping[Slot, str],
) -> Iterator[tuple[InputCell, Said | None]]:
    """Put the cells' values where they stand in a template, `texts` with their line breaks.

    Each cell that holds something, and why it cannot be written where it cannot.
    """
    for cell in cells:
        if cell.value is None:
            continue
        value: CellValue = texts.get((cell.key, cell.name), cell.value)
        if isinstance(value, float):
            is_day = cell.type is ValueType.DATE
            value = serial_to_date(value) if is_day else cell_number(exact(value), None)
        else:
            try:
                value = text_in_cell(value)
            except RefusedError as refused:
                yield cell, refused.reason
                continue
        if value is not None:
            filled[layout.input_cell(cell.key, cell.name)] = value
            yield cell, None


def worth_telling(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings about what a fresh template does not have: the errors and the strays."""
    told = told_together(findings)
    return tuple(each for each in told if CATALOGUE[each.code].severity is not Severity.INFO)
