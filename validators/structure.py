"""RP-2xx: which plan, version and period; are sheets, tables, columns and rows there?

What stands elsewhere is found by heading and key, and told once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from resultatplan.library import known_ids, versions_of
from resultatplan.plan import Plan
from texts import findings as say
from texts.language import Said, phrase, said_day, said_percent
from texts.letters import LIST_SHEET
from validators.container import check_active, unreadable
from validators.findings import Finding, Place, finding, quoted_cell
from workbooks.blueprint import Blueprint, blueprint_of
from workbooks.blueprint.identity import loose_cells, words_mark
from workbooks.form import (
    EARLIER_LAYOUTS,
    HIDDEN_ROWS,
    LAYOUT_VERSION,
    LAYOUTS_WITHOUT_GOAL_ROWS,
    PROSE,
    Column,
    Field,
    HistoryColumn,
    Layout,
    MasterColumn,
    Sheet,
    TableLayout,
)
from workbooks.formulas import FormulaTooLongError
from workbooks.reading.archive import UnreadableError
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import FIRST_SERIAL, Cell, clock
from workbooks.reading.locating import (
    RENAMED,
    Anomaly,
    Displaced,
    LocatedTable,
    locate,
    out_of_order,
    recognise,
)
from workbooks.reading.number_formats import Shows
from workbooks.reading.read_sheet import ReadSheet

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
    has_another_form: bool = False
    """Whether its template was of an older layout, or of a plan that was another: then only its
    inputs can be read."""

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
            if spec.name not in (*PROSE, Sheet.HIDDEN):
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

    @cached_property
    def renamed(self) -> dict[str, str]:
        """The sheets that have another name than the template's: what each should be called."""
        return {
            sheet.name: name
            for name, sheet in self.sheets.items()
            if sheet.name.casefold() != name.casefold()
        }

    @cached_property
    def is_in_place(self) -> bool:
        """Whether every sheet and every table's cell stands where the template has it."""
        return len(self.sheets) == len(Sheet) and all(
            table.is_in_place for table in self.tables.values()
        )

    def input_table(self, key: str | None) -> LocatedTable:
        """The table that is typed into: Afrapportering for a criterion's key, else Stamdata."""
        layout = self.layout.master if key is None else self.layout.report
        return self.tables[layout.name]

    def input_cell(self, key: str | None, name: str) -> Cell | None:
        """A criterion's cell or a field's value as received, None where it is gone."""
        table = self.input_table(key)
        return table.cell(name, MasterColumn.VALUE) if key is None else table.cell(key, name)

    def quoted(self, sheet: ReadSheet, cell: Cell) -> Said:
        """What a cell holds, as it shows it or as `quoted_cell` says it."""
        shown = self.shown_by_format(sheet, cell) if cell.formula is None else None
        return quoted_cell(cell) if shown is None else shown

    def shown_by_format(self, sheet: ReadSheet, cell: Cell) -> Said | None:
        """The day, the time of day or the percentage that a cell shows of its number; None where
        it shows none of them, or a day that programs do not agree on."""
        number, shows = cell.number, sheet.shows(cell)
        if number is None or shows is not Shows.DATE:
            return said_percent(number) if number is not None and shows is Shows.PERCENT else None
        day = self.book.day(number)
        if day is not None and self.book.serial(number) >= FIRST_SERIAL:
            return said_day(day)
        has_clock = "h" in sheet.appearance.formats[cell.address].lower()
        return clock(number) if 0 <= number < 1 and has_clock else None


@dataclass
class Opened:
    """What opening a file gave: the received report, or None and the findings that say why."""

    received: Received | None
    findings: list[Finding]


def open_report(data: bytes) -> Opened:
    """Read a file's bytes as a report of one of the plans."""
    try:
        book = read_book(data)
    except UnreadableError as error:
        return Opened(None, [unreadable(error)])
    opened = identify(book)
    return Opened(opened.received, [*check_active(book.active), *opened.findings])


def identify(book: Book) -> Opened:
    """Find the workbook's plan in the version it was made from, then its sheets and tables."""
    master, hidden = book.sheet(Sheet.MASTER), book.sheet(Sheet.HIDDEN)
    if master is None and hidden is None:
        return Opened(None, [finding("RP-201", missing=say.NO_IDENTITY)])
    claimed = _claimed_plans(master, hidden)
    if not claimed:
        return Opened(None, [finding("RP-201", missing=say.NO_PLAN_NAMED)])
    plans = [plan for plan_id in claimed for plan in versions_of(plan_id)]
    if not plans:
        known = known_ids()
        unusable = next((plan_id for plan_id in claimed if plan_id in known), None)
        if unusable is not None:
            return Opened(None, [finding("RP-216", found=unusable)])
        return Opened(None, [finding("RP-202", found=claimed[0], known=", ".join(known))])
    plan = _made_from(master, hidden, plans)
    try:
        blueprint = blueprint_of(plan)
    except FormulaTooLongError:
        return Opened(None, [finding("RP-216", found=plan.id)])
    opened = _receive(book, blueprint)
    newest = next(each for each in plans if each.id == plan.id)
    if newest is not plan and opened.received is not None and opened.received.same_version:
        cell = opened.received.input_cell(None, Field.VERSION)
        sheet = opened.received.sheets.get(Sheet.MASTER)
        place = Place(Sheet.MASTER if sheet is None else sheet.name, cell.address if cell else None)
        opened.findings.append(
            finding("RP-215", place, found=plan.version, expected=newest.version)
        )
    return opened


def _claimed_plans(master: ReadSheet | None, hidden: ReadSheet | None) -> list[str]:
    """The plan ids that the workbook names on `_rp` and Stamdata."""
    claims = [_hidden(hidden, "plan") or "", *_stated(master, Field.PLAN)]
    return list(dict.fromkeys(claim.strip() for claim in claims if claim.strip()))


def _stated(master: ReadSheet | None, field: Field) -> list[str]:
    """The texts that stand beside a field's name on Stamdata."""
    if master is None:
        return []
    labels = [cell for cell in master.cells.values() if cell.value == field]
    return [master.cell(each.row, each.column + 1).text or "" for each in labels]


def _made_from(master: ReadSheet | None, hidden: ReadSheet | None, plans: Sequence[Plan]) -> Plan:
    """The plan whose fingerprint the workbook bears; else of the version it names; else the
    newest of the plan it names."""
    fingerprint = _hidden(hidden, "fingerprint")
    version = _hidden(hidden, "version") or next(iter(_stated(master, Field.VERSION)), None)
    same = (plan for plan in plans if plan.fingerprint == fingerprint)
    named = (plan for plan in plans if plan.version == version and plan.id == plans[0].id)
    return next(same, None) or next(named, plans[0])


def _hidden(sheet: ReadSheet | None, name: str) -> str | None:
    """A text of the sheet `_rp`, beside its name where that stands first.

    Some programs write a text of digits, as the layout is, as a number.
    """
    if sheet is None:
        return None
    named = (cell for cell in sheet.cells.values() if cell.column == 1 and cell.text == name)
    first = next(named, None)
    return None if first is None else sheet.cell(first.row, 2).word or None


def _receive(book: Book, blueprint: Blueprint) -> Opened:
    """The sheets and tables of a workbook whose plan is known, and what is wrong with them."""
    plan = blueprint.plan
    sheets, findings = _find_sheets(book, blueprint)
    hidden = sheets.get(Sheet.HIDDEN)
    version, fingerprint, layout = (
        _hidden(hidden, name) for name in ("version", "fingerprint", "layout")
    )
    keys = {**blueprint.keys, IDENTITY.name: HIDDEN_ROWS}
    lacks_goal_rows = layout in LAYOUTS_WITHOUT_GOAL_ROWS
    if hidden is None:
        lacks_goal_rows = _has_no_goal_rows(sheets.get(Sheet.REPORT), blueprint)
    is_older = lacks_goal_rows or layout in EARLIER_LAYOUTS
    if lacks_goal_rows:
        keys[blueprint.layout.report.name] = tuple(each.key for each in plan.criteria)
    cells, report = blueprint.sheet(Sheet.REPORT).cells, blueprint.layout.report
    at = {key: blueprint.layout.report_cell(key, Column.TEXT) for key in plan.criterion_by_key}
    said = {key: str(cells[cell].value) for key, cell in at.items()}
    times = Counter(said.values())
    texts = {report.name: {text: key for key, text in said.items() if times[text] == 1}}
    tables = {
        table.name: locate(
            sheets.get(Sheet(table.sheet)), table, keys[table.name], texts.get(table.name, {})
        )
        for table in (*blueprint.layout.tables, IDENTITY)
    }
    same = fingerprint == plan.fingerprint
    if is_older:
        told = [each for each in findings if each.code == "RP-218"]
        if hidden is not None:
            place = Place(hidden.name, f"B{HIDDEN_ROWS.index('layout') + 1}")
            told = [finding("RP-217", place, found=layout, expected=LAYOUT_VERSION)]
        return Opened(Received(blueprint, book, sheets, tables, same, True), told)
    if hidden is not None and not same:
        found: Said = say.VERSION_UNKNOWN
        if version and fingerprint:
            found = phrase(say.VERSION, version=version, fingerprint=fingerprint[:8])
        expected = phrase(say.VERSION, version=plan.version, fingerprint=plan.fingerprint[:8])
        place = Place(hidden.name, f"B{HIDDEN_ROWS.index('fingerprint') + 1}")
        findings.append(finding("RP-203", place, found=found, expected=expected))
        return Opened(Received(blueprint, book, sheets, tables, same, True), findings)
    for table in tables.values():
        name = table.layout.sheet if table.sheet is None else table.sheet.name
        findings += [_misplaced(table.layout, name, each) for each in table.anomalies]
    return Opened(Received(blueprint, book, sheets, tables, same), findings)


def _has_no_goal_rows(sheet: ReadSheet | None, blueprint: Blueprint) -> bool:
    """Whether Afrapportering is there without the row that each goal begins with."""
    report = blueprint.layout.report
    rows = locate(sheet, report, blueprint.keys[report.name]).rows
    return bool(rows) and not report.keyless & rows.keys()


def _find_sheets(book: Book, blueprint: Blueprint) -> tuple[dict[Sheet, ReadSheet], list[Finding]]:
    """The template's sheets as received, renamed ones too, and what is wrong with them."""
    findings: list[Finding] = []
    named = ((name, book.sheet(name)) for name in Sheet)
    sheets = {name: sheet for name, sheet in named if sheet is not None}
    strangers = [sheet for sheet in book.sheets if sheet not in sheets.values()]
    for name in Sheet:
        if name in sheets:
            continue
        renamed = _renamed(name, strangers, blueprint)
        if renamed is not None:
            strangers.remove(renamed)
            sheets[name] = renamed
            place = Place(renamed.name, "A1")
            findings.append(finding("RP-204", place, found=renamed.name, expected=name))
        else:
            code = "RP-218" if name is Sheet.HIDDEN else "RP-204"
            findings.append(finding(code, Place(name, "A1"), expected=name))
    for sheet in strangers:
        if not _is_our_list(sheet):
            findings.append(finding("RP-206", Place(sheet.name, "A1"), found=sheet.name))
    agreed = [sheets[name].name for name in Sheet if name in sheets]
    received = [sheet.name for sheet in book.sheets if sheet.name in agreed]
    moved = out_of_order({name: received.index(name) for name in agreed})
    ours = {name.casefold() for name in sheets}
    moved = [name for name in moved if name.casefold() in ours]  # A copy is told by its name.
    if moved:
        now, once = ", ".join(received), ", ".join(agreed)
        findings.append(finding("RP-205", Place(moved[0], "A1"), found=now, expected=once))
    return sheets, findings


def _is_our_list(sheet: ReadSheet) -> bool:
    """Whether it is the list of a reply: an agency may mend the annotated copy and send that."""
    title = sheet.cell(1, 1).text or ""
    return any(
        sheet.name == name and title.startswith(f"{name}:")
        for name in (LIST_SHEET.da, LIST_SHEET.en)
    )


def _renamed(name: Sheet, strangers: list[ReadSheet], blueprint: Blueprint) -> ReadSheet | None:
    """The sheet of another name that holds this sheet's table, or its first line."""
    tables = blueprint.layout.tables
    table = next((table for table in tables if table.sheet is name), None)
    if table is not None:
        return next((sheet for sheet in strangers if recognise(sheet, table)), None)
    title = blueprint.sheet(name).cells["A1"].value
    return next((sheet for sheet in strangers if sheet.cell(1, 1).text == title), None)


_ANOMALY_CODES = {
    Displaced.TABLE_MISSING: "RP-214",
    Displaced.TABLE_MOVED: "RP-213",
    Displaced.HEADER_CHANGED: "RP-307",
    Displaced.COLUMN_MISSING: "RP-207",
    Displaced.COLUMN_MOVED: "RP-208",
    Displaced.KEY_CHANGED: "RP-308",
    Displaced.ROW_MISSING: "RP-209",
    Displaced.ROW_UNKNOWN: "RP-210",
    Displaced.ROW_TWICE: "RP-211",
    Displaced.ROW_MOVED: "RP-212",
}


def _misplaced(table: TableLayout, sheet: str, anomaly: Anomaly) -> Finding:
    """The finding about one thing of a table that does not stand in its place."""
    fields: dict[str, Said] = {}
    if anomaly.what in (Displaced.TABLE_MISSING, Displaced.TABLE_MOVED):
        fields["table"] = table.name
    elif anomaly.what is Displaced.COLUMN_MOVED:
        letter = "".join(filter(str.isalpha, anomaly.expected))
        names = (name for name in table.columns if table.letter(name) == letter)
        fields["column"] = next(names, letter)
    elif anomaly.what is Displaced.HEADER_CHANGED:
        fields["what"] = say.ASPECTS["header"]
    elif anomaly.what is Displaced.KEY_CHANGED:
        fields["what"] = say.ASPECTS["key"]
    return finding(
        _ANOMALY_CODES[anomaly.what],
        Place(sheet, anomaly.cell, _row_key(table, anomaly)),
        found=anomaly.found or (say.BLANK if anomaly.what in RENAMED else None),
        expected=anomaly.expected or (say.BLANK if anomaly.what is Displaced.ROW_MOVED else None),
        **fields,
    )


def _row_key(table: TableLayout, anomaly: Anomaly) -> str | None:
    if anomaly.what in (Displaced.ROW_MISSING, Displaced.KEY_CHANGED):
        key = anomaly.expected
    elif anomaly.what in (Displaced.ROW_TWICE, Displaced.ROW_MOVED):
        key = anomaly.found
    else:
        return None
    if table.sheet in (Sheet.MASTER, Sheet.HIDDEN):
        return None
    return key.partition(" ")[0] if HistoryColumn.YEAR in table.columns else key
