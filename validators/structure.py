"""Layers 1 and 2: a readable workbook? Which plan? Are sheets, tables, columns and rows there?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from resultatplan.plan import Plan
from texts import catalogue as codes
from texts import judging as say
from texts.said import Said, phrase
from validators.active import check_active
from validators.findings import Finding, Place, finding
from validators.misplaced import misplaced
from validators.sheets import find_sheets
from workbooks.blueprint import Blueprint, blueprint_of
from workbooks.blueprint.identity import loose_cells, words_mark
from workbooks.form import HIDDEN_ROWS, Field, Layout, Sheet, TableLayout
from workbooks.reading.archive import Trouble, UnreadableError
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import Cell
from workbooks.reading.locating import (
    LocatedTable,
    locate,
)
from workbooks.reading.read_sheet import ReadSheet

FindVersions = Callable[[str], Sequence[Plan]]
"""Gives the versions of a plan by its id, the newest first; none for an unknown id."""

IDENTITY = TableLayout(Sheet.HIDDEN, Sheet.HIDDEN, ("A", "B"), 0, len(HIDDEN_ROWS))
"""`_rp`: a list without headings."""
GUIDE_MARK, WORDS_MARK = (f"B{HIDDEN_ROWS.index(name) + 1}" for name in ("guide", "words"))
"""Where `_rp` tells the words that the template was made with."""


@dataclass(frozen=True)
class Received:
    """A workbook whose plan is known, its sheets and tables found."""

    blueprint: Blueprint
    book: Book
    sheets: dict[Sheet, ReadSheet]
    tables: dict[str, LocatedTable]
    same_version: bool = True
    """Whether the workbook was made from the very plan that judges it."""

    @property
    def same_guide(self) -> bool:
        """Whether the workbook was made with the guide of today's product."""
        mark = _hidden(self.sheets.get(Sheet.HIDDEN), "guide")
        agreed = self.blueprint.cell(Sheet.HIDDEN, GUIDE_MARK)
        return agreed is not None and mark == agreed.value

    @cached_property
    def has_words_as_issued(self) -> bool:
        """Whether the loose lines are those that the template was made with, whatever the product
        says there today."""
        texts: list[str | None] = []
        for spec in self.blueprint.sheets:
            if spec.name not in (Sheet.GUIDE, Sheet.HIDDEN):
                sheet = self.sheets.get(spec.name)
                cells = {} if sheet is None else sheet.cells
                found = (cells.get(address) for address in loose_cells(spec))
                texts += [None if cell is None or cell.formula else cell.text for cell in found]
        return _hidden(self.sheets.get(Sheet.HIDDEN), "words") == words_mark(texts)

    @property
    def plan(self) -> Plan:
        """The agreed plan."""
        return self.blueprint.plan

    @property
    def layout(self) -> Layout:
        """Where the template has everything."""
        return self.blueprint.layout

    @property
    def renamed(self) -> dict[str, str]:
        """The sheets that have another name than the template's: what each should be called."""
        return {
            sheet.name: name
            for name, sheet in self.sheets.items()
            if sheet.name.casefold() != name.casefold()
        }

    @property
    def is_in_place(self) -> bool:
        """Whether every sheet and every table's cell stands where the template has it."""
        return len(self.sheets) == len(Sheet) and all(
            table.is_in_place for table in self.tables.values()
        )

    def report_cell(self, key: str, column: str) -> Cell | None:
        """A cell of Afrapportering as received, None where it is gone."""
        return self.tables[self.layout.report.name].cell(key, column)

    def field_cell(self, name: Field) -> Cell | None:
        """A field's value on Stamdata as received, None where it is gone."""
        return self.tables[self.layout.master.name].cell(name, self.layout.master.columns[1])

    def goal_cell(self, goal: str, column: str) -> Cell | None:
        """A cell of Målopfyldelse as received, None where it is gone."""
        return self.tables[self.layout.goals.name].cell(goal, column)


@dataclass
class Opened:
    """What opening a file gave: the received report, or None and the findings that say why."""

    received: Received | None = None
    findings: list[Finding] = field(default_factory=list)


def open_report(data: bytes, versions_of: FindVersions, known: tuple[str, ...]) -> Opened:
    """Read a file's bytes as a report of one of the plans; `known` lists their ids."""
    try:
        book = read_book(data)
    except UnreadableError as error:
        return Opened(None, [unreadable(error)])
    opened = identify(book, versions_of, known)
    return Opened(opened.received, [*check_active(book.active), *opened.findings])


def unreadable(error: UnreadableError) -> Finding:
    """The finding for a file that is no readable workbook."""
    if error.trouble is Trouble.EMPTY:
        return finding(codes.EMPTY)
    if error.trouble is Trouble.ENCRYPTED:
        return finding(codes.ENCRYPTED)
    if error.trouble is Trouble.OTHER_FORMAT:
        return finding(codes.OTHER_FORMAT, format=say.FORMATS[error.detail])
    if error.trouble is Trouble.TOO_LARGE:
        return finding(codes.TOO_LARGE, found=error.detail)
    if error.trouble is Trouble.UNSAFE:
        return finding(codes.AMBIGUOUS, found=error.detail)
    texts = {
        Trouble.DAMAGED: say.DAMAGED,
        Trouble.PART_MISSING: say.PART_MISSING,
        Trouble.BAD_XML: say.BAD_XML,
    }
    return finding(codes.UNREADABLE, reason=phrase(texts[error.trouble], detail=error.detail))


def identify(book: Book, versions_of: FindVersions, known: tuple[str, ...]) -> Opened:
    """Find the workbook's plan in the version it was made from, then its sheets and tables."""
    claimed = _claimed_plans(book)
    if claimed is None:
        return Opened(None, [finding(codes.NOT_A_REPORT, missing=say.NO_IDENTITY)])
    if not claimed:
        return Opened(None, [finding(codes.NOT_A_REPORT, missing=say.NO_PLAN_NAMED)])
    plans = [plan for plan_id in claimed for plan in versions_of(plan_id)]
    if not plans:
        unusable = next((plan_id for plan_id in claimed if plan_id in known), None)
        if unusable is not None:
            return Opened(None, [finding(codes.PLAN_UNUSABLE, found=unusable)])
        return Opened(None, [finding(codes.UNKNOWN_PLAN, found=claimed[0], known=", ".join(known))])
    plan = _made_from(book.sheet(Sheet.HIDDEN), plans)
    opened = _receive(book, blueprint_of(plan))
    newest = next(each for each in plans if each.id == plan.id)
    if newest is not plan and opened.received is not None and opened.received.same_version:
        opened.findings.append(_superseded(opened.received, newest))
    return opened


def _made_from(hidden: ReadSheet | None, plans: Sequence[Plan]) -> Plan:
    """The plan whose fingerprint the workbook bears; else of the version it names; else the
    newest of the plan it names."""
    fingerprint, version = _hidden(hidden, "fingerprint"), _hidden(hidden, "version")
    same = (plan for plan in plans if plan.fingerprint == fingerprint)
    named = (plan for plan in plans if plan.version == version and plan.id == plans[0].id)
    return next(same, None) or next(named, plans[0])


def _claimed_plans(book: Book) -> list[str] | None:
    """The plan ids that the workbook names on Stamdata and `_rp`; None without those sheets."""
    master, hidden = book.sheet(Sheet.MASTER), book.sheet(Sheet.HIDDEN)
    if master is None and hidden is None:
        return None
    claims = [_hidden(hidden, "plan")]
    if master is not None:
        labels = [cell for cell in master.cells.values() if cell.value == Field.PLAN]
        claims += [master.cell(label.row, label.column + 1).text for label in labels]
    return list(dict.fromkeys(claim.strip() for claim in claims if claim and claim.strip()))


def _hidden(sheet: ReadSheet | None, name: str) -> str | None:
    """A value of the sheet `_rp`, beside its name."""
    return None if sheet is None else _named_values(sheet).get(name)


def _named_values(sheet: ReadSheet) -> dict[str, str | None]:
    """The texts of column B by those of column A, the first of each."""
    values: dict[str, str | None] = {}
    for cell in sheet.cells.values():
        if cell.column == 1 and cell.text is not None and cell.text not in values:
            beside = sheet.cells.get(f"B{cell.row}")
            values[cell.text] = None if beside is None else beside.text
    return values


def _receive(book: Book, blueprint: Blueprint) -> Opened:
    layout = blueprint.layout
    sheets, findings = find_sheets(book, blueprint)
    tables = {
        table.name: _locate(blueprint, sheets.get(table.sheet), table)
        for table in (*layout.tables, IDENTITY)
    }
    hidden = sheets.get(Sheet.HIDDEN)
    same = _hidden(hidden, "fingerprint") == blueprint.plan.fingerprint
    received = Received(blueprint, book, sheets, tables, same)
    if hidden is not None and not same:
        findings.append(_other_version(hidden, blueprint.plan))
        # What became of its list is the same cause.
        del tables[IDENTITY.name]
    for table in tables.values():
        name = _sheet_name(table)
        findings += [misplaced(table.layout, name, each) for each in table.anomalies]
    return Opened(received, findings)


def _locate(blueprint: Blueprint, sheet: ReadSheet | None, table: TableLayout) -> LocatedTable:
    keys = HIDDEN_ROWS if table is IDENTITY else blueprint.keys[table.name]
    return locate(sheet, table, keys)


def _other_version(hidden: ReadSheet, plan: Plan) -> Finding:
    version, fingerprint = _hidden(hidden, "version"), _hidden(hidden, "fingerprint")
    found: Said = say.VERSION_UNKNOWN
    if version and fingerprint:
        found = phrase(say.VERSION, version=version, fingerprint=fingerprint[:8])
    expected = phrase(say.VERSION, version=plan.version, fingerprint=plan.fingerprint[:8])
    place = Place(hidden.name, f"B{HIDDEN_ROWS.index('fingerprint') + 1}")
    return finding(codes.OTHER_VERSION, place, found=found, expected=expected)


def _superseded(received: Received, newest: Plan) -> Finding:
    cell = received.field_cell(Field.VERSION)
    sheet = received.sheets.get(Sheet.MASTER)
    place = Place(Sheet.MASTER if sheet is None else sheet.name, cell.address if cell else None)
    return finding(codes.SUPERSEDED, place, found=received.plan.version, expected=newest.version)


def _sheet_name(table: LocatedTable) -> str:
    return table.layout.sheet if table.sheet is None else table.sheet.name
