"""Whoever fills in the reports: a person at LibreOffice."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path

from examples.keyboard import as_typed
from examples.recipes import Report
from examples.stamping import stamped
from tests.hosts.libreoffice import Document, LibreOffice
from workbooks.blueprint import blueprint_of
from workbooks.form import Sheet
from workbooks.template.build import build_template


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
