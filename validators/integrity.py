"""RP-301 to RP-315: the agreement as agreed, the formulas in place, nothing smuggled in.

Every cell of the template but the inputs is compared with the plan's blueprint, by key and
heading where it stands in a table; on a sheet without one a line lost, gained or moved is one
finding. What can be seen of the cells is looked at in `appearance`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher

from resultatplan.exact import exact
from texts import findings as say
from texts.language import CellPercent, Day, Quantity, Said
from validators.findings import (
    Finding,
    Place,
    finding,
    quoted,
    quoted_cell,
    same_number,
    same_words,
    shortened,
)
from validators.lost_formulas import Lost, told
from validators.provenance import beyond_the_form
from validators.structure import GUIDE_MARK, IDENTITY, WORDS_MARK, Received
from workbooks.blueprint.identity import is_loose
from workbooks.blueprint.specs import Aspect, CellSpec, CellValue, SheetSpec
from workbooks.form import HIDDEN_ROWS, Field, Sheet
from workbooks.formula_text import canonical
from workbooks.reading.cells import (
    DAYS_FROM_1900_TO_1904,
    Cell,
    CellType,
    blank,
    read_address,
    serial_to_date,
)
from workbooks.reading.read_sheet import ReadSheet

_MANY = 5
_Change = tuple[str, int, int, int, int]
"""What `SequenceMatcher` says: agreed lines first to last became received lines start to end."""

_FURTHEST = 200
"""How many lines further down than the template's last one text can have been pushed."""

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


def check_integrity(received: Received, lost: Mapping[Sheet, Lost]) -> list[Finding]:
    """Compare every locked cell and formula with the agreed plan, where the layout is today's.

    Formulas that were `lost` together are told once.
    """
    findings: list[Finding] = []
    if received.has_older_layout:
        return findings
    beyond = beyond_the_form(received)
    for spec in received.blueprint.sheets:
        sheet = received.sheets.get(spec.name)
        if spec.name is Sheet.GUIDE and not received.same_guide:
            continue  # Another version of the product worded its guide otherwise.
        if sheet is not None:
            known = beyond.get(spec.name, frozenset())
            gone = lost[spec.name].cells if spec.name in lost else ()
            findings += _SheetCheck(received, spec, sheet, known, gone).findings()
    return [*findings, *told(received, lost)]


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
        if self.spec.name is Sheet.HIDDEN and not self.received.same_version:
            return []  # Another version: told already.
        in_place = self.table is None or self.table.is_in_place
        cells = self.sheet.cells if in_place else self._displaced()
        changed: list[tuple[str, CellSpec, Cell | None]] = []
        from_1904 = self.received.book.from_1904
        for address, agreed in self.spec.locked.items():
            cell = cells.get(address)
            if cell == agreed and (cell is None or not from_1904):
                continue  # In a workbook of the 1904 system the same number is another day.
            if cell is None and not in_place:
                continue  # It is gone, or does not belong to the table: told already.
            spec = self.spec.cells[address]
            if cell is None or not self._is_as_agreed(address, spec, cell):
                changed.append((address, spec, cell))
        stray = self._stray() if in_place else []
        if self.table is None and (changed or stray):
            moved = _check_lines(self.spec, self.sheet)
            if moved:
                return moved[:1] if len(moved) > _MANY else moved
        findings = [
            self._told(spec, cell or blank(*read_address(address)))
            for address, spec, cell in changed
            if not self._is_told_already(address, spec)
        ]
        if self.table is None and len(findings) > _MANY:
            return findings[:1]  # The whole page was moved or rewritten.
        return [*findings, *stray]

    def _displaced(self) -> dict[str, Cell]:
        """The cells of the table where they stand now, by their addresses in the template."""
        if self.table is None:
            return {}
        layout = self.table.layout
        keys = HIDDEN_ROWS if layout is IDENTITY else self.received.blueprint.keys[layout.name]
        cells = {
            layout.cell(column, row): self.table.cell(key, column)
            for row, key in enumerate(keys)
            for column in layout.columns
        }
        return {address: cell for address, cell in cells.items() if cell is not None}

    def _is_told_already(self, address: str, spec: CellSpec) -> bool:
        """Whether structure has a finding for this very cause: a changed key, another version.

        Words that stand as the template was made are nothing to tell at all.
        """
        if address in self.anomalies or address in self.lost:
            return True
        if self.spec.name is Sheet.HIDDEN and address in (GUIDE_MARK, WORDS_MARK):
            return True
        if is_loose(spec) and self.spec.name is not Sheet.GUIDE:
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
        return cell.formula is None and _same_value(spec.value, cell, self.received.book.from_1904)

    def _told(self, spec: CellSpec, cell: Cell) -> Finding:
        place = Place(self.sheet.name, cell.address, _criterion_key(spec))
        if spec.formula is not None:
            code = "RP-310" if cell.formula is None else "RP-311"
            return finding(code, place, found=quoted_cell(cell), expected=shortened(spec.formula))
        if spec.aspect is Aspect.UNUSED and spec.value is None:
            return finding("RP-312", place, found=quoted_cell(cell))
        return finding(
            _CODES[spec.aspect],
            place,
            found=_like(spec, cell, self.received.book.from_1904),
            expected=_agreed(spec),
            what=say.ASPECTS[spec.aspect],
        )

    def _stray(self) -> list[Finding]:
        """What stands outside the form; one finding, however much it is."""
        beyond = self.sheet.cells.keys() - self.spec.cells.keys() - self.known
        stray = [self.sheet.cells[each] for each in beyond]
        stray = [cell for cell in stray if not _is_only_space(cell)]
        if not stray:
            return []
        first = min(stray, key=lambda cell: (cell.row, cell.column))
        place = Place(self.sheet.name, first.address)
        return [finding("RP-313", place, found=quoted_cell(first), count=str(len(stray)))]


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
    return quoted(str(value))


def _like(spec: CellSpec, cell: Cell, from_1904: bool) -> Said:
    """The received content, written the way the agreed value is written."""
    number = cell.number
    if cell.formula is not None or number is None:
        return quoted_cell(cell)
    if isinstance(spec.value, date):
        day = _day(number, from_1904)
        return quoted_cell(cell) if day is None else Day(day)
    return _number(exact(number), spec)


def _number(value: Decimal, spec: CellSpec) -> Said:
    if spec.number_format is not None and "%" in spec.number_format:
        return CellPercent(value)
    return Quantity(value)


def _same_value(expected: CellValue, cell: Cell, from_1904: bool) -> bool:
    if isinstance(expected, str):
        if cell.number is not None:  # Some programs write every text of digits as a number.
            return _DIGITS.fullmatch(expected) is not None and cell.number == float(expected)
        return cell.text is not None and same_words(cell.text, expected)
    if isinstance(expected, bool):
        return cell.type is CellType.BOOLEAN and cell.value is expected
    if isinstance(expected, date):
        return _same_day(expected, cell, from_1904)
    number = cell.number
    return number is not None and expected is not None and same_number(number, expected)


def _same_day(expected: date, cell: Cell, from_1904: bool) -> bool:
    number = cell.number
    return number is not None and number % 1 == 0 and _day(number, from_1904) == expected


def _day(number: float, from_1904: bool) -> date | None:
    # In a workbook of the 1904 system Excel keeps the day and rewrites its number.
    return serial_to_date(number + (DAYS_FROM_1900_TO_1904 if from_1904 else 0))


def _is_only_space(cell: Cell) -> bool:
    return cell.formula is None and cell.text is not None and not cell.text.strip()


def _check_lines(spec: SheetSpec, sheet: ReadSheet) -> list[Finding]:
    """What happened to whole lines; empty where every line stands in its place.

    A text that was changed in its own line is not looked at here.
    """
    positions = {read_address(address): cell for address, cell in spec.cells.items()}
    expected = _lines({at: str(cell.value or "") for at, cell in positions.items()})
    width = max(column for _, column in positions)
    found = _lines(
        {
            (cell.row, cell.column): _shown(cell)
            for cell in sheet.cells.values()
            if cell.column <= width and cell.row <= len(expected) + _FURTHEST
        }
    )
    if expected == found:
        return []
    changes = [
        change
        for change in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes()
        if change[0] != "equal" and change[1] < len(expected)
    ]
    if all(first - last == start - end for _, first, last, start, end in changes):
        return []
    moved = _moved(sheet.name, changes, expected, found)
    return [moved] if moved else list(_shifts(sheet.name, changes, expected, found))


def _moved(
    sheet: str, changes: Sequence[_Change], expected: Sequence[str], found: Sequence[str]
) -> Finding | None:
    """Lines that were cut out in one place and put in at another, and nothing else."""
    cut = [expected[first:last] for _, first, last, start, end in changes if start == end]
    put = [change for change in changes if change[1] == change[2]]
    if len(changes) != 2 or len(cut) != 1 or len(put) != 1:
        return None
    _, before, _, start, end = put[0]
    if found[start:end] != cut[0]:
        return None
    place = Place(sheet, f"A{start + 1}")
    return finding("RP-212", place, found=_line(found[start]), expected=_line(expected[before]))


def _shifts(
    sheet: str, changes: Sequence[_Change], expected: Sequence[str], found: Sequence[str]
) -> Iterator[Finding]:
    for _, first, last, start, end in changes:
        agreed = next((line for line in expected[first:last] if line), "")
        received = next((line for line in found[start:end] if line), "")
        place = Place(sheet, f"A{start + 1}")
        if agreed and received:
            yield finding(
                "RP-309",
                place,
                found=_line(received),
                expected=_line(agreed),
                what=say.ASPECTS["text"],
            )
        elif agreed:
            yield finding("RP-209", Place(sheet, f"A{first + 1}"), expected=_line(agreed))
        elif received:
            yield finding("RP-210", place, found=_line(received))
        elif end < len(found):
            belongs = expected[end] if end < len(expected) else ""
            yield finding(
                "RP-212",
                Place(sheet, f"A{end + 1}"),
                found=_line(found[end]),
                expected=_line(belongs) or say.BLANK,
            )


def _shown(cell: Cell) -> str:
    return str(cell.formula if cell.value is None else cell.value)


def _lines(cells: dict[tuple[int, int], str]) -> list[str]:
    rows: dict[int, list[str]] = {}
    for (row, _), text in sorted(cells.items()):
        words = " ".join(text.split())
        if words:
            rows.setdefault(row, []).append(words)
    return [" · ".join(rows.get(row, [])) for row in range(1, max(rows, default=0) + 1)]


def _line(text: str) -> str:
    return shortened(text, 80)
