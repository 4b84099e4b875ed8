"""Filling a template from a data system: the template says which plan, the values say the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from texts import commandline as say
from texts.language import Said, phrase
from validators.findings import Finding
from validators.prefilled import prefill_of
from validators.report import read_report
from validators.structure import Received, identify
from workbooks.blueprint.specs import CellValue
from workbooks.form import Sheet
from workbooks.reading.active import ActiveKind
from workbooks.reading.archive import UnreadableError, open_archive
from workbooks.reading.book import read_book
from workbooks.reading.files import read_file
from workbooks.template.build import build_template
from workbooks.values_file import inputs_of, read_values

_A_HUNDREDTH = ("RP-520", "RP-521")
"""What is told of a percentage that may be a share: 0.82 where 82 was meant."""
_LINKS = (ActiveKind.HYPERLINK, ActiveKind.EXTERNAL_LINK)


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled copy, what of the template does not go with it, and which values to look at."""

    data: bytes
    left_out: tuple[Said, ...]
    doubts: tuple[Finding, ...]


class NotATemplateError(ValueError):
    """The file is not the template of a known plan, as it is now; `findings` where that is why."""

    def __init__(self, template: Path, findings: Sequence[Finding] = ()) -> None:
        super().__init__(str(template))
        self.findings = findings


def fill_template(template: Path, values: Path) -> Filled:
    """A filled copy of the template; what was typed in it already stays unless a value replaces it.

    Raises `NotATemplateError`, `NoFileError` for an unreadable path, `OSError` and `FillError` for
    the values.
    """
    received, left_out = _open(template)
    typed = inputs_of(received.layout, read_values(values))
    inputs = {**existing_inputs(received), **typed}
    filled = build_template(received.plan, inputs, prefill_of(received))
    return Filled(filled, left_out, _doubts(filled))


def _doubts(filled: bytes) -> tuple[Finding, ...]:
    from validators.verdict import judge  # Imports pandas: what is refused does without.

    (verdict,) = judge([read_report("", filled)])
    return tuple(each for each in verdict.findings if each.code in _A_HUNDREDTH)


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


def _open(template: Path) -> tuple[Received, tuple[Said, ...]]:
    """The template, and what it has beside the form: the filled copy is built anew."""
    try:
        data = read_file(template)
        book, parts = read_book(data), open_archive(data).entries
    except UnreadableError as error:
        raise NotATemplateError(template) from error
    opened = identify(book)
    received = opened.received
    if received is None or received.has_another_form:
        raise NotATemplateError(template, opened.findings)
    if not received.same_version or not received.is_in_place:
        raise NotATemplateError(template)
    own = [each.name for each in book.sheets if each not in received.sheets.values()]
    left_out: list[Said] = [phrase(say.OWN_SHEET, name=name) for name in own]
    if any("comments" in name.lower() for name in parts):
        left_out.append(say.COMMENTS)
    if any(each.kind in _LINKS for each in book.active):
        left_out.append(say.LINKS)
    return received, tuple(left_out)
