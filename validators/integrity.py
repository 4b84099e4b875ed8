"""Layer 3: the agreement as agreed, the formulas in place, nothing smuggled in.

Every cell of the template but the inputs is compared with the plan's blueprint, by key and
heading where it stands in a table.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from resultatplan.exact import exact
from texts import catalogue as codes
from texts import judging as say
from texts.said import CellPercent, Day, Quantity, Said, phrase
from validators.as_agreed import same_number, same_words, stands_as_agreed
from validators.findings import Finding, Place, finding
from validators.formula_text import canonical
from validators.lines import check_lines
from validators.provenance import beyond_the_form
from validators.structure import GUIDE_MARK, IDENTITY, WORDS_MARK, Received
from workbooks.blueprint.identity import is_loose
from workbooks.blueprint.specs import Aspect, CellSpec, CellValue, SheetSpec
from workbooks.coordinates import column_number
from workbooks.form import HIDDEN_ROWS, Field, Sheet
from workbooks.reading.cells import (
    DAYS_FROM_1900_TO_1904,
    Cell,
    CellType,
    blank,
    serial_to_date,
)
from workbooks.reading.locating import LocatedTable
from workbooks.reading.read_sheet import ReadSheet

_MANY = 5

_CODES = {
    Aspect.TARGET: codes.TARGET_CHANGED,
    Aspect.KIND: codes.KIND_CHANGED,
    Aspect.DEADLINE: codes.DEADLINE_CHANGED,
    Aspect.RULE: codes.RULE_CHANGED,
    Aspect.WEIGHT: codes.WEIGHT_CHANGED,
    Aspect.BASIS: codes.BASIS_CHANGED,
    Aspect.IDENTITY: codes.IDENTITY_CHANGED,
    Aspect.KEY: codes.KEY_CHANGED,
    Aspect.HEADER: codes.HEADER_CHANGED,
    Aspect.HISTORY: codes.HISTORY_CHANGED,
    Aspect.TEXT: codes.TEXT_CHANGED,
}


def check_integrity(received: Received) -> list[Finding]:
    """Compare every locked cell and formula with the agreed plan."""
    findings: list[Finding] = []
    beyond = beyond_the_form(received)
    for spec in received.blueprint.sheets:
        sheet = received.sheets.get(spec.name)
        if spec.name is Sheet.GUIDE and not received.same_guide:
            continue  # Another version of the product worded its guide otherwise.
        # The yardstick counts days from 1900.
        is_as_agreed = not received.book.from_1904 and (
            sheet is not None and stands_as_agreed(spec, sheet.cells)
        )
        if sheet is not None and not is_as_agreed:
            known = beyond.get(spec.name, frozenset())
            findings += _SheetCheck(received, spec, sheet, known).findings()
    return findings


class _SheetCheck:
    """One sheet of the template beside the received one."""

    def __init__(
        self, received: Received, spec: SheetSpec, sheet: ReadSheet, known: frozenset[str]
    ) -> None:
        self.received = received
        self.spec = spec
        self.sheet = sheet
        self.table = received.tables.get(spec.table.name if spec.table else spec.name)
        self.seen: set[str] = set(known)

    def findings(self) -> list[Finding]:
        """The changed cells, then what stands outside the form."""
        if self.spec.name is Sheet.HIDDEN and not self.received.same_version:
            return []  # Another version: told already.
        if self.table is None:
            moved = check_lines(self.spec, self.sheet)
            if moved:
                return moved[:1] if len(moved) > _MANY else moved
        findings: list[Finding] = []
        table_cells = self._table_addresses()
        in_place = self.table is None or self.table.is_in_place
        for address, spec in self.spec.cells.items():
            cell = table_cells[address] if address in table_cells else self._at(address)
            if cell is None:
                continue
            self.seen.add(cell.address)
            if address not in table_cells and not in_place:
                continue
            if self._is_told_already(address, spec):
                continue
            found = self._compare(spec, cell)
            if found is not None:
                findings.append(found)
        if self.table is None and len(findings) > _MANY:
            return findings[:1]  # The whole page was moved or rewritten.
        return [*findings, *self._stray(in_place)]

    def _table_addresses(self) -> dict[str, Cell | None]:
        """Where each cell of the table stands in the received sheet, by template address."""
        if self.table is None:
            return {}
        cells: dict[str, Cell | None] = {}
        layout = self.table.layout
        for row, key in enumerate(_row_keys(self.received, self.table)):
            for column in layout.columns:
                cells[layout.cell(column, row)] = self.table.cell(key, column)
        header = {f"{layout.letter(column)}{layout.header_row}" for column in layout.columns}
        for address in header:
            cells[address] = self._at(address) if self.table.is_in_place else None
        return cells

    def _at(self, address: str) -> Cell | None:
        cell = self.sheet.cells.get(address)
        return _blank_at(address) if cell is None else cell

    def _is_told_already(self, address: str, spec: CellSpec) -> bool:
        """Whether structure has a finding for this very cause: a changed key, another version.
        Words that stand as the template was made are nothing to tell at all."""
        if self.table is not None and address in {each.cell for each in self.table.anomalies}:
            return True
        if self.spec.name is Sheet.HIDDEN and address in (GUIDE_MARK, WORDS_MARK):
            return True
        if is_loose(spec) and self.spec.name is not Sheet.GUIDE:
            return self.received.has_words_as_issued
        return spec.column == Field.VERSION and not self.received.same_version

    def _compare(self, spec: CellSpec, cell: Cell) -> Finding | None:
        if spec.aspect is Aspect.INPUT:
            return None
        place = Place(self.sheet.name, cell.address, _criterion_key(spec))
        if spec.formula is not None:
            return self._compare_formula(spec.formula, cell, place)
        if spec.value is None:
            if cell.is_empty or _is_only_space(cell):
                return None
            if spec.aspect is not Aspect.UNUSED:
                return self._changed(spec, cell, place)
            return finding(codes.UNUSED_FILLED, place, found=content(cell))
        if cell.formula is None and _same_value(spec.value, cell, self.received.book.from_1904):
            return None
        return self._changed(spec, cell, place)

    def _changed(self, spec: CellSpec, cell: Cell, place: Place) -> Finding:
        return finding(
            _CODES[spec.aspect],
            place,
            found=_like(spec, cell, self.received.book.from_1904),
            expected=_agreed(spec),
            what=say.ASPECTS[spec.aspect],
        )

    def _compare_formula(self, formula: str, cell: Cell, place: Place) -> Finding | None:
        expected = _short(formula)
        if cell.formula is None:
            return finding(codes.FORMULA_REPLACED, place, found=content(cell), expected=expected)
        # Where rows or sheets were moved, the program has shifted the references: told already.
        if not self.received.is_in_place:
            return None
        if canonical(cell.formula, self.received.renamed) == canonical(formula):
            return None
        return finding(codes.FORMULA_CHANGED, place, found=_short(cell.formula), expected=expected)

    def _stray(self, in_place: bool) -> list[Finding]:
        if not in_place:
            return []
        stray = [
            cell
            for address, cell in self.sheet.cells.items()
            if address not in self.seen and not _is_only_space(cell)
        ]
        if not stray:
            return []
        first = min(stray, key=lambda cell: (cell.row, cell.column))
        place = Place(self.sheet.name, first.address)
        return [finding(codes.STRAY_CONTENT, place, found=content(first), count=str(len(stray)))]


def content(cell: Cell) -> Said:
    """What a cell holds, as a reader would name it."""
    if cell.formula is not None:
        return _short(cell.formula)
    if cell.type is CellType.BLANK:
        return say.BLANK
    if cell.number is not None:
        return Quantity(exact(cell.number))
    if cell.type is CellType.BOOLEAN:
        return say.TRUE if cell.value else say.FALSE
    if cell.type is CellType.ERROR:
        return str(cell.value)
    return phrase(say.QUOTED, text=_short(" ".join(str(cell.value).split())))


def _row_keys(received: Received, table: LocatedTable) -> tuple[str, ...]:
    plan = received.plan
    if table.layout.name == received.layout.report.name:
        return tuple(criterion.key for criterion in plan.criteria)
    if table.layout.name == received.layout.goals.name:
        return tuple(goal.number for goal in plan.goals)
    if table.layout.name == received.layout.master.name:
        return tuple(Field)
    if table.layout is IDENTITY:
        return HIDDEN_ROWS
    return tuple(
        f"{criterion.key} {entry.year}"
        for criterion in plan.criteria
        for entry in criterion.history
    )


def _criterion_key(spec: CellSpec) -> str | None:
    return spec.key if spec.key is None or spec.key[:1].isdigit() else None


def _agreed(spec: CellSpec) -> Said:
    value = spec.value
    if value is None:
        return say.BLANK
    if isinstance(value, date):
        return Day(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(exact(value), spec)
    return phrase(say.QUOTED, text=_short(" ".join(str(value).split())))


def _like(spec: CellSpec, cell: Cell, from_1904: bool) -> Said:
    """The received content, written the way the agreed value is written."""
    number = cell.number
    if cell.formula is not None or number is None:
        return content(cell)
    if isinstance(spec.value, date):
        day = _day(number, from_1904)
        return content(cell) if day is None else Day(day)
    return _number(exact(number), spec)


def _number(value: Decimal, spec: CellSpec) -> Said:
    if spec.number_format is not None and "%" in spec.number_format:
        return CellPercent(value)
    return Quantity(value)


def _same_value(expected: CellValue, cell: Cell, from_1904: bool) -> bool:
    if isinstance(expected, bool):
        return cell.type is CellType.BOOLEAN and cell.value is expected
    if isinstance(expected, date):
        return _same_day(expected, cell, from_1904)
    if isinstance(expected, int | float):
        number = cell.number
        return number is not None and same_number(number, expected)
    text = cell.text
    return text is not None and same_words(text, str(expected))


def _same_day(expected: date, cell: Cell, from_1904: bool) -> bool:
    number = cell.number
    return number is not None and number % 1 == 0 and _day(number, from_1904) == expected


def _day(number: float, from_1904: bool) -> date | None:
    # In a workbook of the 1904 system Excel keeps the day and rewrites its number.
    return serial_to_date(number + (DAYS_FROM_1900_TO_1904 if from_1904 else 0))


def _is_only_space(cell: Cell) -> bool:
    return cell.formula is None and cell.text is not None and not cell.text.strip()


def _short(text: str, length: int = 160) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _blank_at(address: str) -> Cell:
    letters = address.rstrip("0123456789")
    return blank(int(address[len(letters) :]), column_number(letters))
