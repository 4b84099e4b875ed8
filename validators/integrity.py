"""RP-301 to RP-315, RP-320: the agreement as agreed, the formulas in place, nothing smuggled in.

Every cell of the template but the inputs is compared with the plan's blueprint, by key and heading
where it stands in a table. What can be seen of the cells is looked at in `appearance`.

A program may have put something in place of most formulas of a sheet, all in one way: Numbers
keeps the values alone, and so does who pastes values; Google wraps what it does not know in a
function of its own; a trip through .xls leaves errors. That is told once (RP-320). The figures are
computed from the inputs anyway: values that stand there are compared with them like a formula's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from texts import findings as say
from texts.language import Said, phrase, said_count, said_day, said_percent, said_quantity
from validators.findings import (
    MANY,
    Finding,
    Place,
    finding,
    quoted,
    same_number,
    same_words,
    shortened,
)
from validators.prefilled import beyond_the_form
from validators.structure import GUIDE_MARK, IDENTITY, WORDS_MARK, Received
from workbooks.blueprint.identity import is_loose
from workbooks.blueprint.specs import Aspect, CellSpec, CellValue, Look, SheetSpec
from workbooks.coordinates import position_of
from workbooks.form import HIDDEN_ROWS, PROSE, Field, Sheet
from workbooks.formula_text import canonical, is_same_elsewhere
from workbooks.reading.book import Book
from workbooks.reading.cells import Cell, CellType, blank_at
from workbooks.reading.locating import LocatedTable
from workbooks.reading.read_sheet import ReadSheet

_WRAPPED = "=IFERROR(__xludf.DUMMYFUNCTION("
_ERRORS = ("=NA()", "=#N/A", "=#NAME?", "=#REF!", "=#VALUE!")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_CODES = {
    Aspect.TARGET: "RP-301",
    Aspect.KIND: "RP-302",
    Aspect.DEADLINE: "RP-303",
    Aspect.RULE: "RP-304",
    Aspect.WEIGHT: "RP-305",
    Aspect.BASIS: "RP-314",
    Aspect.IDENTITY: "RP-306",
    Aspect.KEY: "RP-308",
    Aspect.HEADER: "RP-307",
    Aspect.HISTORY: "RP-315",
    Aspect.TEXT: "RP-309",
}


@dataclass(frozen=True, slots=True)
class Lost:
    """The cells of a sheet that lost their formulas, and to what."""

    cells: tuple[str, ...]
    to: Said


def check_integrity(received: Received, lost: Mapping[Sheet, Lost]) -> list[Finding]:
    """Compare every locked cell and formula with the agreed plan, where the form is today's.

    Formulas that were `lost` together are told once.
    """
    findings: list[Finding] = []
    if received.has_another_form:
        return findings
    beyond = beyond_the_form(received)
    for spec in received.blueprint.sheets:
        sheet = received.sheets.get(spec.name)
        if spec.name in PROSE and not received.same_guide:
            continue  # Another version of the product worded its guide otherwise.
        if sheet is not None:
            known = beyond.get(spec.name, frozenset())
            gone = lost[spec.name].cells if spec.name in lost else ()
            findings += _SheetCheck(received, spec, sheet, known, gone).findings()
    ways: dict[Said, list[Sheet]] = {}
    for name, each in lost.items():
        ways.setdefault(each.to, []).append(name)
    for way, names in ways.items():
        first, *_ = names
        findings.append(
            finding(
                "RP-320",
                Place(received.sheets[first].name, lost[first].cells[0]),
                found=way,
                count=str(sum(len(lost[name].cells) for name in names)),
                sheets=", ".join(received.sheets[name].name for name in names),
            )
        )
    return findings


def lost_formulas(received: Received) -> dict[Sheet, Lost]:
    """The sheets most of whose formulas were lost in one way; none where something stands in
    another place."""
    if not received.is_in_place or received.has_another_form:
        return {}
    found: dict[Sheet, Lost] = {}
    for spec in received.blueprint.sheets:
        cells = received.sheets[spec.name].cells
        ways: dict[Said, list[str]] = {}
        for address in spec.formulas:
            way = _way(cells.get(address))
            if way is not None:
                ways.setdefault(way, []).append(address)
        way, gone = max(ways.items(), key=lambda each: len(each[1]), default=("", []))
        if len(gone) >= MANY and len(gone) * 2 > len(spec.formulas):
            found[spec.name] = Lost(tuple(gone), way)
    return found


def _way(cell: Cell | None) -> Said | None:
    """What stands there instead of a formula; None where a formula of some kind stands."""
    if cell is None or cell.formula is None:
        return say.LOST_TO_VALUES
    if cell.formula.startswith(_WRAPPED):
        return say.LOST_TO_GOOGLE
    is_error = cell.formula.upper().replace(" ", "") in _ERRORS
    return say.LOST_TO_ERRORS if is_error else None


class _SheetCheck:
    """One sheet of the template beside the received one."""

    def __init__(
        self,
        received: Received,
        spec: SheetSpec,
        sheet: ReadSheet,
        known: frozenset[str],
        lost: Collection[str],
    ) -> None:
        self.received = received
        self.spec = spec
        self.sheet = sheet
        self.table = received.tables.get(spec.table.name if spec.table else spec.name)
        self.anomalies = set() if self.table is None else {a.cell for a in self.table.anomalies}
        self.known = known
        self.lost = lost
        """The cells whose formulas went together, which is told once."""

    def findings(self) -> list[Finding]:
        """The changed cells, then what stands outside the form."""
        in_place = self.table is None or self.table.is_in_place
        cells = self.sheet.cells if self.table is None or in_place else self._moved(self.table)
        last_row = 0 if self.table is None else self.table.layout.last_row
        changed: list[Finding] = []
        prose: list[Finding] = []
        for address, agreed in self.spec.locked.items():
            cell = cells.get(address)
            if cell == agreed and (cell is None or not self.received.book.from_1904):
                continue  # In a workbook of the 1904 system the same number is another day.
            if cell is None and not in_place:
                continue  # It is gone, or does not belong to the table: told already.
            spec = self.spec.cells[address]
            cell = cell or blank_at(address)
            if self._is_as_agreed(address, spec, cell) or self._is_told_already(cell, spec):
                continue
            column, row = position_of(address)
            is_prose = self.table is None or (column == 1 and row > last_row)
            (prose if is_prose else changed).append(self._told(spec, cell))
        beyond = self.sheet.cells.keys() - self.spec.cells.keys() - self.known
        stray = [self.sheet.cells[each] for each in beyond]
        stray = [cell for cell in stray if not _is_only_space(cell)]
        if prose:  # Told once: whatever was put in, moved or rewritten from there on.
            changed.append(prose[0])
            stray = [cell for cell in stray if cell.row <= last_row]
        if in_place and stray:  # One finding, however much it is.
            first = min(stray, key=lambda cell: (cell.row, cell.column))
            place = Place(self.sheet.name, first.address)
            count = said_count(len(stray), say.ONE_CELL, say.CELLS)
            changed.append(finding("RP-313", place, found=self._quoted(first), cells=count))
        return changed

    def _moved(self, table: LocatedTable) -> Mapping[str, Cell]:
        """The cells of the table where they stand now, by their addresses in the template."""
        layout = table.layout
        keys = HIDDEN_ROWS if layout is IDENTITY else self.received.blueprint.keys[layout.name]
        cells = {
            layout.cell(column, row): table.cell(key, column)
            for row, key in enumerate(keys)
            for column in layout.columns
        }
        return {address: cell for address, cell in cells.items() if cell is not None}

    def _is_told_already(self, cell: Cell, spec: CellSpec) -> bool:
        """Whether structure has a finding for this very cause: a changed key, another version.

        Words that stand as the template was made are nothing to tell at all.
        """
        address = cell.address
        if address in self.anomalies or address in self.lost:
            return True
        if self.spec.name is Sheet.HIDDEN and address in (GUIDE_MARK, WORDS_MARK):
            return True
        if is_loose(spec) and self.spec.name not in PROSE:
            return self.received.has_words_as_issued
        return spec.column == Field.VERSION and not self.received.same_version

    def _is_as_agreed(self, address: str, spec: CellSpec, cell: Cell) -> bool:
        """Whether a cell holds what it should, as far as programs leave it alone."""
        if spec.formula is not None:
            if cell.formula in (None, spec.formula) or not self.received.is_in_place:
                # Where rows or sheets were moved, the program has shifted the references: told.
                return cell.formula is not None
            return canonical(cell.formula, self.received.renamed) == self.spec.formulas[address]
        if spec.value is None:
            return cell.is_empty or _is_only_space(cell)
        return cell.formula is None and _same_value(spec.value, cell, self.received.book)

    def _told(self, spec: CellSpec, cell: Cell) -> Finding:
        place, found = Place(self.sheet.name, cell.address, criterion_key(spec)), self._quoted(cell)
        if spec.formula is not None:
            agreed = shortened(spec.formula)
            if cell.formula is None:
                return finding("RP-310", place, found=found, expected=agreed)
            stands = canonical(cell.formula, self.received.renamed)
            has_followed = is_same_elsewhere(stands, canonical(spec.formula))
            note = say.HAS_FOLLOWED if has_followed else say.NO_SUGGESTION
            return finding("RP-311", place, found=found, expected=agreed, note=note)
        if spec.aspect is Aspect.UNUSED:
            where: Said = say.GREY_CELL
            if spec.look is Look.GOAL:
                where = phrase(say.ROW_OF_GOAL, goal=spec.key or "")
            return finding("RP-312", place, found=found, where=where)
        what = say.ASPECTS[spec.aspect]
        return finding(_CODES[spec.aspect], place, found=found, expected=_agreed(spec), what=what)

    def _quoted(self, cell: Cell) -> Said:
        return self.received.quoted(self.sheet, cell)


def criterion_key(spec: CellSpec | None) -> str | None:
    """The key of the criterion or goal in whose row a cell stands; None for a field's name."""
    key = None if spec is None else spec.key
    return key if key is not None and key[:1].isdigit() else None


def _agreed(spec: CellSpec) -> Said:
    value = spec.value
    if value is None:
        return say.BLANK
    if isinstance(value, date):
        return said_day(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        is_percent = spec.number_format is not None and "%" in spec.number_format
        return said_percent(value) if is_percent else said_quantity(value)
    return quoted(str(value))


def _same_value(expected: CellValue, cell: Cell, book: Book) -> bool:
    number = cell.number
    if isinstance(expected, str):
        if number is not None:  # Some programs write every text of digits as a number.
            return _DIGITS.fullmatch(expected) is not None and number == float(expected)
        return cell.text is not None and same_words(cell.text, expected)
    if isinstance(expected, bool):
        return cell.type is CellType.BOOLEAN and cell.value is expected
    if number is None or expected is None:
        return False
    if isinstance(expected, date):
        return number % 1 == 0 and book.day(number) == expected
    return same_number(number, expected)


def _is_only_space(cell: Cell) -> bool:
    return cell.formula is None and cell.text is not None and not cell.text.strip()
