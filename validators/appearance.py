"""RP-316 to RP-319: what is hidden, merged away, or shown as another number than it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from texts import findings as say
from texts.language import Said, phrase, said_quantity
from validators.findings import Finding, Place, finding
from validators.inputs import InputCell
from validators.integrity import criterion_key
from validators.structure import Received
from workbooks.blueprint.specs import Aspect, CellSpec, Look, SheetSpec
from workbooks.form import Sheet, TableLayout, ValueType
from workbooks.reading.cells import Cell
from workbooks.reading.number_formats import Shows, what_it_shows
from workbooks.reading.read_sheet import ReadSheet

_MOST_MERGED = 200
"""Merged places beyond the template's that are looked at one by one in a sheet."""

_FITTING: dict[ValueType, tuple[Shows, ...]] = {
    ValueType.PERCENT: (Shows.PERCENT,),
    ValueType.COUNT: (Shows.NUMBER,),
    ValueType.QUANTITY: (Shows.NUMBER,),
    ValueType.AMOUNT: (Shows.NUMBER,),
    ValueType.DATE: (Shows.DATE, Shows.NUMBER),
}
_ANY = (Shows.NUMBER, Shows.PERCENT, Shows.DATE)


def check_appearance(received: Received, inputs: Sequence[InputCell]) -> list[Finding]:
    """What a reader of the workbook cannot see as it is."""
    findings: list[Finding] = []
    types: dict[str, dict[str, ValueType]] = {}
    for each in inputs:
        if each.finding is None:  # One cell, one finding.
            place = each.place
            types.setdefault(place.sheet or "", {})[place.cell or ""] = each.type
    for spec in received.blueprint.sheets:
        sheet = received.sheets.get(spec.name)
        if sheet is not None:
            if received.has_another_form:
                spec = _with_inputs_alone(spec, sheet, inputs)
            findings += _hidden(spec, sheet)
            findings += _merged(spec, sheet)
            findings += _shown_otherwise(spec, sheet, types.get(sheet.name, {}))
    if not received.has_another_form:
        findings += _resized(received)
    return findings


def _with_inputs_alone(spec: SheetSpec, sheet: ReadSheet, inputs: Sequence[InputCell]) -> SheetSpec:
    """A sheet of another form: of its cells the inputs are known, where they stand."""
    cells = {
        each.place.cell or "": CellSpec(Look.INPUT, Aspect.INPUT, key=each.key)
        for each in inputs
        if each.place.sheet == sheet.name
    }
    return replace(spec, cells=cells)


def _hidden(spec: SheetSpec, sheet: ReadSheet) -> Iterator[Finding]:
    """The sheet itself, or its first hidden row and column with something of the template's."""
    if spec.hidden:
        return
    if sheet.state != "visible":
        yield finding("RP-316", Place(sheet.name, "A1"), what=say.HIDDEN_SHEET)
        return
    looks = sheet.appearance
    if not looks.hidden_rows and not looks.hidden_columns:
        return
    ours = [cell for address, cell in sheet.cells.items() if address in spec.cells]
    by_row = next((cell for cell in ours if cell.row in looks.hidden_rows), None)
    by_column = next((cell for cell in ours if looks.hides_column(cell.column)), None)
    for cell, what in ((by_row, say.HIDDEN_ROW), (by_column, say.HIDDEN_COLUMN)):
        if cell is not None:
            yield finding("RP-316", _place(sheet, spec, cell), what=what)


def _merged(spec: SheetSpec, sheet: ReadSheet) -> Iterator[Finding]:
    """Cells with content, and inputs, that a merged place beyond the template's covers."""
    merged = dict.fromkeys(sheet.appearance.merged)
    others = [each for each in merged if each not in spec.merged_places]
    if not others:
        return
    cells = [
        (cell.row, cell.column, address)
        for address, cell in sheet.cells.items()
        if address in spec.cells
    ]
    bottom = max((row for row, _, _ in cells), default=0)
    right = max((column for _, column, _ in cells), default=0)
    near = [each for each in others if each.first_row <= bottom and each.first_column <= right]
    for row, column, address in cells:
        over = next((each for each in near[:_MOST_MERGED] if each.covers(row, column)), None)
        if over is not None:
            place = Place(sheet.name, address, criterion_key(spec.cells.get(address)))
            yield finding("RP-317", place, found=over.text)
            return


def _shown_otherwise(
    spec: SheetSpec, sheet: ReadSheet, types: Mapping[str, ValueType]
) -> Iterator[Finding]:
    """Numbers whose format hides them, adds digits, or fits another sort of value.

    Of a conditional format the first such number is told: when it applies is not computed.
    """
    for cell, code in _misfits(spec, sheet, types, sheet.appearance.formats):
        yield _shown_as(spec, sheet, cell, code[:60])
    by_rules: dict[str, Cell] = {}
    for area, code in sheet.appearance.rule_formats:
        inside = {
            address: code
            for address, cell in sheet.cells.items()
            if code not in by_rules and area.has(cell.row, cell.column)
        }
        first = next(_misfits(spec, sheet, types, inside), None)
        if first is not None:
            by_rules[code] = first[0]
    for code, cell in by_rules.items():
        yield _shown_as(spec, sheet, cell, phrase(say.BY_RULE, format=code[:60]))


def _shown_as(spec: SheetSpec, sheet: ReadSheet, cell: Cell, code: Said) -> Finding:
    value = said_quantity(cell.number or 0)
    return finding("RP-318", _place(sheet, spec, cell), found=code, value=value)


def _misfits(
    spec: SheetSpec, sheet: ReadSheet, types: Mapping[str, ValueType], formats: Mapping[str, str]
) -> Iterator[tuple[Cell, str]]:
    """The cells that are shown as something else by these formats, each with its own."""
    for address, code in formats.items():
        cell, agreed, typed = sheet.cells.get(address), spec.cells.get(address), types.get(address)
        number = None if cell is None else cell.number
        if cell is None or number is None or (agreed is None and typed is None):
            continue
        shown = what_it_shows(code, number)
        if shown in (_ANY if typed is None else _FITTING.get(typed, _ANY)):
            continue
        if agreed is not None and agreed.number_format is not None:
            taken = None if agreed.input is None else agreed.input.type
            if agreed.number_format == code and typed is taken:
                continue  # The template shows the cell so, and the same input stands there.
            if taken is None and what_it_shows(agreed.number_format, number) is shown:
                continue  # The template itself shows so little of a number that it computes.
        yield cell, code


def _resized(received: Received) -> Iterator[Finding]:
    """Tables that stand in place, but that the workbook takes for another range; all that a
    program left out are told together."""
    resized: dict[str | None, list[TableLayout]] = {}
    for table in received.tables.values():
        if table.sheet is None or not table.is_in_place or table.layout.name == Sheet.HIDDEN:
            continue
        layout = table.layout
        ranges = {each.name: each.ref for each in table.sheet.tables}
        found = ranges.get(layout.name)
        # A sheet that was copied has the table under a name of its own, or not at all.
        copied = (ref for name, ref in ranges.items() if name not in received.tables)
        is_copy = table.sheet.name in received.renamed or layout.ref in copied
        if found != layout.ref and not (found is None and is_copy):
            resized.setdefault(found, []).append(layout)
    for found, layouts in resized.items():
        yield finding(
            "RP-319",
            Place(received.sheets[Sheet(layouts[0].sheet)].name, f"A{layouts[0].header_row}"),
            found=found or say.NO_TABLE,
            expected=", ".join(each.ref for each in layouts),
            table=", ".join(each.name for each in layouts),
        )


def _place(sheet: ReadSheet, spec: SheetSpec, cell: Cell) -> Place:
    return Place(sheet.name, cell.address, criterion_key(spec.cells.get(cell.address)))
