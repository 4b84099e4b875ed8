"""Historik: targets and results by year as the plan prints them, and a chart per criterion."""

from __future__ import annotations

from resultatplan.plan import Criterion, HistoryEntry
from texts import workbook as say
from workbooks.blueprint.cells import (
    Aspect,
    CellSpec,
    CellValue,
    ChartSpec,
    Look,
    SheetSpec,
    header_cells,
    shortened,
)
from workbooks.blueprint.measure import height_of
from workbooks.blueprint.units import cell_number, number_format
from workbooks.form import HistoryColumn, Layout, Sheet

_WIDTHS = (8, 50, 7, 11, 11, 10, 11, 58)
_LEAST_POINTS = 2
_TITLE_LENGTH = 46
_PLAIN_UNITS = ("pct.", "antal")


def history_sheet(layout: Layout) -> SheetSpec:
    """The sheet Historik with `tblHistorik`; charts stand to the right of the table."""
    plan = layout.plan
    cells = {
        "A1": CellSpec(Look.TITLE, value=say.HISTORY_TITLE),
        "A2": CellSpec(Look.SUBTITLE, value=f"{plan.institution} · {plan.ministry}"),
        "A3": CellSpec(Look.NOTE, value=say.HISTORY_LEAD),
        **header_cells(layout.history),
    }
    heights: dict[int, float] = {1: 24.0, layout.history.header_row: 38.0}
    charts: list[ChartSpec] = []
    row = 0
    for criterion in plan.criteria:
        first = row
        for entry in criterion.history:
            cells.update(_row(layout, row, criterion, entry))
            heights[layout.history.first_row + row] = max(
                height_of(criterion.text, _WIDTHS[1]), height_of(_note(entry), _WIDTHS[7])
            )
            row += 1
        chart = _chart(layout, criterion, first, row)
        if chart is not None:
            charts.append(chart)
    return SheetSpec(
        Sheet.HISTORY,
        cells,
        widths=_WIDTHS,
        table=layout.history,
        heights=heights,
        freeze=layout.history.cell(HistoryColumn.YEAR, 0),
        repeat_rows=f"{layout.history.header_row}:{layout.history.header_row}",
        charts=tuple(charts),
    )


def _row(
    layout: Layout, row: int, criterion: Criterion, entry: HistoryEntry
) -> dict[str, CellSpec]:
    unit = entry.unit or criterion.unit
    format_ = number_format(unit)
    if entry.provisional and entry.result is None:
        format_ = f"[{format_}]".replace("[", r"\[").replace("]", r"\]")
    values: dict[HistoryColumn, tuple[CellValue, Look, str | None]] = {
        HistoryColumn.KEY: (criterion.key, Look.LOCKED_CENTRED, None),
        HistoryColumn.TEXT: (criterion.text, Look.LOCKED, None),
        HistoryColumn.YEAR: (entry.year, Look.LOCKED_CENTRED, "0"),
        HistoryColumn.TARGET: (cell_number(entry.target, unit), Look.LOCKED_CENTRED, format_),
        HistoryColumn.RESULT: (
            cell_number(entry.result, unit),
            Look.LOCKED_CENTRED,
            number_format(unit),
        ),
        HistoryColumn.UNIT: (unit, Look.LOCKED_CENTRED, None),
        HistoryColumn.PROVISIONAL: (
            say.PROVISIONAL_YES if entry.provisional else None,
            Look.LOCKED_CENTRED,
            None,
        ),
        HistoryColumn.NOTE: (_note(entry) or None, Look.LOCKED, None),
    }
    return {
        layout.history.cell(column, row): CellSpec(
            look, Aspect.HISTORY, value, number_format=format_, key=criterion.key, column=column
        )
        for column, (value, look, format_) in values.items()
    }


def _note(entry: HistoryEntry) -> str:
    return entry.note or ""


def _chart(layout: Layout, criterion: Criterion, first: int, end: int) -> ChartSpec | None:
    if not criterion.kind.is_numeric:
        return None
    start = _start_of_last_unit(criterion)
    figures = [entry for entry in criterion.history[start:] if _has_figure(entry)]
    if len(figures) < _LEAST_POINTS:
        return None
    return ChartSpec(
        title=_chart_title(criterion),
        kind=criterion.kind,
        first_row=layout.history.first_row + first + start,
        last_row=layout.history.first_row + end - 1,
        number_format=number_format(criterion.unit),
    )


def _chart_title(criterion: Criterion) -> str:
    """The key and the beginning of the text, and the unit where the axis does not show it."""
    unit = criterion.unit
    tail = "" if unit in _PLAIN_UNITS else say.CHART_TITLE_UNIT.format(unit=unit)
    title = say.CHART_TITLE.format(key=criterion.key, text=criterion.text)
    return shortened(title, _TITLE_LENGTH - len(tail)) + tail


def _has_figure(entry: HistoryEntry) -> bool:
    return entry.target is not None or entry.result is not None


def _start_of_last_unit(criterion: Criterion) -> int:
    """Where the criterion's own unit begins for good: one axis cannot carry two units."""
    others = [
        index
        for index, entry in enumerate(criterion.history)
        if entry.unit not in (None, criterion.unit)
    ]
    return others[-1] + 1 if others else 0
