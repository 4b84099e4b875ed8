"""The charts: columns of a total, lines of targets and results; told apart without colour too."""

from __future__ import annotations

from typing import cast

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from department.output import inert
from department.overview.figures import Figures
from department.overview.formats import FONT
from workbooks.template import palette

_LETTERS = {"name": FONT, "size": 8, "color": f"#{palette.QUIET}"}
_TITLE = {"name": FONT, "size": 9, "bold": True, "color": f"#{palette.NAVY}"}
_NAVY, _STEEL = f"#{palette.NAVY}", f"#{palette.STEEL}"

Rows = tuple[int, int, int]
"""First and last row of the figures and the first of their three columns, counted from 0."""


def chart_of(book: Workbook, sheet: str, figures: Figures, rows: Rows) -> Chart:
    """The chart of figures that stand in `sheet` at `rows`."""
    first, last, column = rows
    kind = "column" if figures.is_total else "line"
    chart = cast("Chart", book.add_chart({"type": kind}))
    looks = _columns() if figures.is_total else _lines()
    for at, (name, look) in enumerate(zip(figures.names, looks, strict=True), start=1):
        series = {
            "name": name,
            "categories": [sheet, first, column, last, column],
            "values": [sheet, first, column + at, last, column + at],
            **look,
        }
        chart.add_series(series)
    chart.set_title({"name": inert(figures.title)[:90], "name_font": _TITLE, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _LETTERS})
    chart.set_x_axis({"num_font": _LETTERS, "line": {"color": _STEEL}, "label_position": "low"})
    grid = {"visible": True, "line": {"color": f"#{palette.TOTAL_FILL}"}}
    bounds = {"min": 0, "max": 100} if figures.is_total else {}
    chart.set_y_axis(
        {"num_font": _LETTERS, "line": {"color": _STEEL}, "major_gridlines": grid, **bounds}
    )
    chart.set_chartarea({"border": {"color": f"#{palette.GRID}"}})
    chart.show_blanks_as("gap")
    return chart


def _columns() -> tuple[dict[str, object], dict[str, object]]:
    labels = {"value": True, "num_format": "0.#", "font": _LETTERS}
    hatched = {"pattern": "wide_upward_diagonal", "fg_color": _NAVY, "bg_color": "#FFFFFF"}
    edge = {"color": _NAVY}
    return (
        {"fill": {"color": _NAVY}, "border": edge, "data_labels": labels, "gap": 80},
        {"pattern": hatched, "border": edge, "data_labels": labels},
    )


def _lines() -> tuple[dict[str, object], dict[str, object]]:
    return (
        {
            "line": {"color": _STEEL, "width": 1.75, "dash_type": "dash"},
            "marker": _marker("square", _STEEL),
        },
        {"line": {"color": _NAVY, "width": 1.75}, "marker": _marker("circle", _NAVY)},
    )


def _marker(shape: str, colour: str) -> dict[str, object]:
    return {"type": shape, "size": 5, "fill": {"color": colour}, "border": {"color": colour}}
