"""A plan as it was typed: every field and row settled, before anything is compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from texts import catalogue_plans as codes
from texts.said import Said
from validators.findings import Finding, Place, finding
from validators.plan_check.settling import Settled, Settler
from validators.typing_mistakes import quotable_text, visible_text
from workbooks.authoring.entries import COLUMNS, FIELDS, Column, PlanField, TableName, Typed
from workbooks.authoring.reading import Anomaly, Oddity, TypedPlan, TypedRow

_LONGEST_KEY = 20


@dataclass(frozen=True)
class Draft:
    """One row of a table, settled."""

    place: Place
    """The row's first cell that holds something."""
    cells: Mapping[Column, Settled]

    def __getitem__(self, column: Column) -> Settled:
        """A cell; one whose column is missing holds nothing, and is not asked for."""
        return self.cells.get(column, Settled(self.place, is_wrong=True))


@dataclass
class DraftPlan:
    """All fields and rows, settled, and the findings about single cells."""

    fields: Mapping[PlanField, Settled]
    tables: Mapping[TableName, tuple[Draft, ...]]
    findings: list[Finding] = field(default_factory=list)
    first_cells: Mapping[TableName, str] = field(default_factory=dict)
    """Where the first row of each table begins."""

    def __getitem__(self, name: PlanField) -> Settled:
        """A field; one whose label is missing holds nothing, and is not asked for."""
        return self.fields.get(name, Settled(Place("Plan"), is_wrong=True))

    def rows(self, table: TableName) -> tuple[Draft, ...]:
        """The rows of one table."""
        return self.tables.get(table, ())

    def by_key(self, table: TableName, column: Column) -> dict[str, Draft]:
        """The rows of a table by their key, the first where one stands twice."""
        rows: dict[str, Draft] = {}
        for row in self.rows(table):
            key = row[column].text
            if key is not None:
                rows.setdefault(key, row)
        return rows


def settle_plan(typed: TypedPlan) -> DraftPlan:
    """Every cell settled; a missing one is a finding where every plan needs it."""
    settler = Settler(from_1904=typed.from_1904)
    fields = {
        PlanField(entry.name): settler.settle(typed.fields[PlanField(entry.name)], entry, {})
        for entry in FIELDS
        if entry.name in typed.fields
    }
    sections = _section_titles(typed)
    tables = {
        name: tuple(_settle_row(row, settler, sections) for row in table.rows)
        for name, table in typed.tables.items()
    }
    findings = [*_oddities(typed), *settler.findings]
    findings += _missing_fields(fields)
    for name, rows in tables.items():
        findings += (found for row in rows for found in _missing_cells(name, row))
    first_cells = {name: table.first_cell for name, table in typed.tables.items()}
    return DraftPlan(fields, tables, findings, first_cells)


def _section_titles(typed: TypedPlan) -> dict[str, str]:
    """What the column Afsnit may hold: the titles as typed on the sheet Plan."""
    cells = (row.cells.get(Column.SECTION) for row in typed.rows(TableName.SECTIONS))
    texts = (cell.cell.text for cell in cells if cell is not None)
    return {visible_text(text): text.strip() for text in texts if text is not None and text.strip()}


def _settle_row(row: TypedRow, settler: Settler, sections: Mapping[str, str]) -> Draft:
    on_plan = row.table is TableName.SECTIONS
    key = _key(row)
    cells: dict[Column, Settled] = {}
    first: Place | None = None
    for entry in COLUMNS[row.table]:
        column = Column(entry.name)
        typed = row.cells.get(column)
        if entry.type is Typed.COMPUTED or typed is None:
            continue
        cells[column] = settler.settle(typed, entry, {} if on_plan else sections, key)
        if first is None and not typed.is_blank:
            first = cells[column].place
    return Draft(first or Place(), cells)


def _key(row: TypedRow) -> str | None:
    """The key or number that a row is known by, as typed."""
    typed = row.cells.get(Column.KEY) or row.cells.get(Column.NUMBER)
    text = None if typed is None else typed.cell.text
    return quotable_text(text, _LONGEST_KEY) or None if text is not None else None


def _missing_fields(fields: Mapping[PlanField, Settled]) -> Iterator[Finding]:
    for entry in FIELDS:
        settled = fields.get(PlanField(entry.name))
        if entry.required and settled is not None and settled.is_missing:
            yield finding(codes.NEEDED, settled.place, name=str(entry.name))


def _missing_cells(table: TableName, row: Draft) -> Iterator[Finding]:
    for entry in COLUMNS[table]:
        settled = row.cells.get(Column(entry.name))
        if entry.required and settled is not None and settled.is_missing:
            yield finding(codes.NEEDED, settled.place, name=str(entry.name))


def _oddities(typed: TypedPlan) -> Iterator[Finding]:
    """What is odd about the form itself."""
    for anomaly in typed.anomalies:
        yield _oddity(anomaly)
    for table in typed.tables.values():
        for gap in table.gaps:
            yield finding(codes.GAP, Place(gap.sheet, gap.cell.address))


def _oddity(anomaly: Anomaly) -> Finding:
    place = Place(anomaly.sheet, anomaly.cell)
    words: Said = quotable_text(anomaly.words)
    if anomaly.oddity is Oddity.SHEET_MISSING:
        return finding(codes.NOT_A_PLAN, missing=words)
    if anomaly.oddity is Oddity.NOT_READ:
        return finding(codes.NOT_READ, place, found=words)
    if anomaly.oddity is Oddity.TOO_MANY_ROWS:
        return finding(codes.TOO_MANY_ROWS, place, found=words)
    return finding(codes.HEADING_GONE, place, expected=words)
