"""Whoever fills in the reports: LibreOffice where it can be had, else the workbook's builder."""

from __future__ import annotations

import io
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Protocol

from openpyxl import load_workbook

from examples.keyboard import as_typed, as_value
from examples.recipes import Report
from examples.stamping import stamped
from tests.hosts.libreoffice import Document, LibreOffice
from workbooks.blueprint import Blueprint, blueprint_of
from workbooks.form import Sheet
from workbooks.template.build import build_template
from workbooks.values import Inputs


class Typist(Protocol):
    """Fills in a report's template and gives the saved file."""

    def filled(self, report: Report) -> bytes:
        """The report as an .xlsx file."""


class AtTheKeyboard:
    """Types into LibreOffice as a person does, and lets it compute and save."""

    def __init__(self, office: LibreOffice) -> None:
        self._office = office

    def filled(self, report: Report) -> bytes:
        """The report as LibreOffice saves it."""
        with tempfile.TemporaryDirectory() as folder:
            template = Path(folder, "skabelon.xlsx")
            template.write_bytes(build_template(report.plan))
            with self._office.open(template) as document:
                _type_values(document, report)
                _slip(document, report)
                saved = document.save_as(Path(folder, "rapport.xlsx"))
            return stamped(saved.read_bytes())


class FromData:
    """Fills in without a spreadsheet program: nothing in the workbook is computed.

    A formula among the slips is left out for that reason: its cell keeps its value.
    """

    def filled(self, report: Report) -> bytes:
        """The report as the builder writes it; only a slip in a locked cell is made afterwards."""
        blueprint = blueprint_of(report.plan)
        inputs = dict(report.inputs)
        tampered: Inputs = {}
        for slip in report.slips:
            if slip.is_formula:
                continue
            cell = slip.cell(report.layout)
            value = as_value(slip.typed) if slip.typed is not None else slip.pasted
            (inputs if _is_input(blueprint, *cell) else tampered)[cell] = value
        data = build_template(report.plan, inputs)
        if not tampered:
            return data
        book = load_workbook(io.BytesIO(data))
        for (sheet, address), value in tampered.items():
            book[sheet][address].value = value
        stream = io.BytesIO()
        book.save(stream)
        return stamped(stream.getvalue())


def _type_values(document: Document, report: Report) -> None:
    blueprint = blueprint_of(report.plan)
    typed: defaultdict[Sheet, dict[str, str]] = defaultdict(dict)
    for (sheet, address), value in report.inputs.items():
        cell = blueprint.cell(sheet, address)
        if cell is None or cell.input is None:
            raise ValueError(f"{report.name}: {sheet}!{address} takes no input")
        typed[sheet][address] = as_typed(value, cell.input.type)
    for sheet, entries in typed.items():
        document.type_cells(sheet, entries)


def _slip(document: Document, report: Report) -> None:
    for slip in report.slips:
        sheet, address = slip.cell(report.layout)
        was_locked = bool(document.locked_cells(sheet, [address]))
        if was_locked:
            document.unprotect(sheet)
        if slip.pasted is not None:
            document.write_text(sheet, address, slip.pasted)
        else:
            document.type_into(sheet, address, slip.typed or "")
        if was_locked:
            document.protect(sheet)


def _is_input(blueprint: Blueprint, sheet: Sheet, address: str) -> bool:
    cell = blueprint.cell(sheet, address)
    return cell is not None and cell.input is not None
