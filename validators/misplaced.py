"""Layer 2, the tables: what does not stand in its place becomes a finding."""

from __future__ import annotations

from texts import catalogue as codes
from texts import judging as say
from texts.said import Said
from validators.findings import Finding, Place, finding
from workbooks.form import HistoryColumn, Sheet, TableLayout
from workbooks.reading.locating import RENAMED, Anomaly, Displaced

_ANOMALY_CODES = {
    Displaced.TABLE_MISSING: codes.TABLE_MISSING,
    Displaced.TABLE_MOVED: codes.TABLE_MOVED,
    Displaced.HEADER_CHANGED: codes.HEADER_CHANGED,
    Displaced.COLUMN_MISSING: codes.COLUMN_MISSING,
    Displaced.COLUMN_MOVED: codes.COLUMN_MOVED,
    Displaced.KEY_CHANGED: codes.KEY_CHANGED,
    Displaced.ROW_MISSING: codes.ROW_MISSING,
    Displaced.ROW_UNKNOWN: codes.ROW_UNKNOWN,
    Displaced.ROW_TWICE: codes.ROW_TWICE,
    Displaced.ROW_MOVED: codes.ROWS_MOVED,
}


def misplaced(table: TableLayout, sheet: str, anomaly: Anomaly) -> Finding:
    """The finding about one thing of a table that does not stand in its place."""
    fields: dict[str, Said] = {}
    if anomaly.what in (Displaced.TABLE_MISSING, Displaced.TABLE_MOVED):
        fields["table"] = table.name
    elif anomaly.what is Displaced.COLUMN_MOVED:
        position = "".join(filter(str.isalpha, anomaly.expected))
        fields["column"] = _column_at(table, position)
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


def _column_at(table: TableLayout, letter: str) -> str:
    return next((name for name in table.columns if table.letter(name) == letter), letter)
