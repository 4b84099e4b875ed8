"""Historik: targets and results by year as the plan prints them, and a chart per criterion."""

from __future__ import annotations

from dataclasses import replace

from resultatplan.goals import Criterion, HistoryEntry
from texts import workbook as say
from workbooks.blueprint.prose import height_of
from workbooks.blueprint.specs import (
    Aspect,
    CellSpec,
    ChartSpec,
    Look,
    SheetSpec,
    agreed,
    cell_number,
    header_cells,
    number_format,
    shortened,
    top_lines,
)
from workbooks.form import HistoryColumn, Layout, Sheet, counts_whole

_WIDTHS = {
    HistoryColumn.KEY: 8.0,
    HistoryColumn.TEXT: 50.0,
    HistoryColumn.YEAR: 7.0,
    HistoryColumn.TARGET: 11.0,
    HistoryColumn.TARGET_TO: 11.0,
    HistoryColumn.RESULT: 11.0,
    HistoryColumn.UNIT: 10.0,
    HistoryColumn.PROVISIONAL: 11.0,
    HistoryColumn.NOTE: 58.0,
}
_LEAST_POINTS = 2
_TITLE_LENGTH = 200
_PLAIN_UNITS = ("pct.", "antal")


def history_sheet(layout: Layout) -> SheetSpec:
    """The sheet Historik with `tblHistorik`; charts stand to the right of the table.

    It is not shown where the plan prints no history.
    """
    plan, table = layout.plan, layout.history
    cells = top_lines(
        say.HISTORY_TITLE, f"{plan.institution} · {plan.ministry}", say.HISTORY_LEAD
    ) | header_cells(table)
    heights: dict[int, float] = {1: 24.0, table.header_row: 38.0}
    charts: list[ChartSpec] = []
    row = 0
    for criterion in plan.criteria:
        charts += _charts(criterion, table.first_row + row)
        for entry in criterion.history:
            for column, spec in _row(criterion, entry).items():
                if column in table.columns:
                    named = replace(spec, key=criterion.key, column=column)
                    cells[table.cell(column, row)] = named
            heights[table.first_row + row] = max(
                height_of(criterion.text, _WIDTHS[HistoryColumn.TEXT]),
                height_of(entry.note or "", _WIDTHS[HistoryColumn.NOTE]),
            )
            row += 1
    return SheetSpec(
        Sheet.HISTORY,
        cells,
        widths=tuple(_WIDTHS[HistoryColumn(name)] for name in table.columns),
        table=table,
        heights=heights,
        freeze=table.cell(HistoryColumn.YEAR, 0),
        charts=tuple(charts),
        hidden=row == 0,
    )


def _row(criterion: Criterion, entry: HistoryEntry) -> dict[HistoryColumn, CellSpec]:
    unit = entry.unit or criterion.unit
    figures = [each for each in (entry.target, entry.target_to, entry.result) if each is not None]
    whole = all(each == each.to_integral_value() for each in figures)
    plain = bracketed = number_format(unit, whole=whole)
    if entry.provisional and entry.result is None:
        bracketed = f'"["{plain}"]"'
    provisional = say.PROVISIONAL_YES if entry.provisional else None
    target, target_to = (cell_number(each, unit) for each in (entry.target, entry.target_to))
    return {
        HistoryColumn.KEY: agreed(Aspect.HISTORY, criterion.key),
        HistoryColumn.TEXT: agreed(Aspect.HISTORY, criterion.text, look=Look.LOCKED),
        HistoryColumn.YEAR: agreed(Aspect.HISTORY, entry.year, "0"),
        HistoryColumn.TARGET: agreed(Aspect.HISTORY, target, bracketed),
        HistoryColumn.TARGET_TO: agreed(Aspect.HISTORY, target_to, bracketed),
        HistoryColumn.RESULT: agreed(Aspect.HISTORY, cell_number(entry.result, unit), plain),
        HistoryColumn.UNIT: agreed(Aspect.HISTORY, unit),
        HistoryColumn.PROVISIONAL: agreed(Aspect.HISTORY, provisional),
        HistoryColumn.NOTE: agreed(Aspect.HISTORY, entry.note or None, look=Look.LOCKED),
    }


def _charts(criterion: Criterion, first_row: int) -> list[ChartSpec]:
    """A chart of a numeric criterion whose history shows something in its own unit; or none."""
    history = criterion.history
    start = _start_of_last_unit(criterion)
    figures = [each for each in history[start:] if (each.target, each.result) != (None, None)]
    if not criterion.kind.is_numeric or len(figures) < _LEAST_POINTS:
        return []
    return [
        ChartSpec(
            title=_chart_title(criterion),
            kind=criterion.kind,
            first_row=first_row + start,
            last_row=first_row + len(history) - 1,
            number_format=number_format(criterion.unit, whole=counts_whole(criterion)),
        )
    ]


def _chart_title(criterion: Criterion) -> str:
    """The key and the text, and the unit where the axis does not show it."""
    unit = criterion.unit
    tail = "" if unit in _PLAIN_UNITS else say.CHART_TITLE_UNIT.format(unit=unit)
    title = say.CHART_TITLE.format(key=criterion.key, text=criterion.text)
    return shortened(title, _TITLE_LENGTH - len(tail)) + tail


def _start_of_last_unit(criterion: Criterion) -> int:
    """Where the criterion's own unit begins for good: one axis cannot carry two units."""
    others = [
        index
        for index, entry in enumerate(criterion.history)
        if entry.unit not in (None, criterion.unit)
    ]
    return others[-1] + 1 if others else 0
