"""Filling a template from a data system: the template says which plan, the values say the rest."""

from __future__ import annotations

from pathlib import Path

from resultatplan.library import known_ids, versions_of
from validators.provenance import prefill_of
from validators.structure import Received, identify
from workbooks.blueprint.specs import CellValue
from workbooks.form import Sheet
from workbooks.reading.archive import UnreadableError
from workbooks.reading.book import read_book
from workbooks.reading.files import read_file
from workbooks.template.build import build_template
from workbooks.values import inputs_of, read_values


class NotATemplateError(ValueError):
    """The file is not the template of a known plan, as it is now."""


def fill_template(template: Path, values: Path) -> bytes:
    """A filled copy of the template; what was typed in it already stays unless a value replaces it.

    Raises `NotATemplateError`, `NoFileError` for an unreadable path, `OSError` and `FillError` for
    the values.
    """
    received = _open(template)
    typed = inputs_of(received.layout, read_values(values))
    inputs = {**existing_inputs(received), **typed}
    return build_template(received.plan, inputs, prefill_of(received))


def existing_inputs(received: Received) -> dict[tuple[Sheet, str], CellValue]:
    """The input cells that hold something, as they hold it."""
    existing: dict[tuple[Sheet, str], CellValue] = {}
    for spec in received.blueprint.sheets:
        sheet = received.sheets.get(spec.name)
        for address, cell in spec.cells.items():
            if sheet is None or cell.input is None:
                continue
            found = sheet.cells.get(address)
            if found is not None and found.value is not None:
                existing[spec.name, address] = found.value
    return existing


def _open(template: Path) -> Received:
    try:
        book = read_book(read_file(template))
    except UnreadableError as error:
        raise NotATemplateError(str(template)) from error
    received = identify(book, versions_of, known_ids()).received
    if received is None or not received.same_version or not received.is_in_place:
        raise NotATemplateError(str(template))
    return received
