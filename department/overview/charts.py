"""*Udvikling*: charts two by two, each with the figures behind it at its side.

The sheet is laid out for A4 in landscape at a fixed scale, so that no chart is cut by the edge of
a page. Series are told apart without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from department.output import inert
from department.overview.sheets import STANDING
from department.record import Summary
from department.spreadsheet import (
    FONT,
    HEADER_ROW,
    Book,
    Item,
    Kind,
    TableSheet,
    Titles,
    new_sheet,
    write_item,
)
from department.standing import Agency
from department.tables import FigureRow, Year, figure_rows
from department.wording import figure_decimals, percent
from resultatplan.criteria import Kind as CriterionKind
from resultatplan.goals import Criterion
from texts import overview as say
from texts import standing as words
from texts.language import DECIMALS, Language, number, quantity
from workbooks.form import Sheet
from workbooks.template import palette

MOST_CRITERION_CHARTS = 400
"""More would make the workbook heavy to open; the rest are counted and said."""

_HALF = (11.0, 22.0, 9.0, 9.0, 9.0, 37.0)
_WIDTHS = (*_HALF, 2.0, *_HALF)
_STARTS = (0, len(_HALF) + 1)
_CHART_COLUMN = len(_HALF) - 1
_CHART_WIDTH = 256
_CAPTION = 92
_FIRST_ROW = 3
_LEAST_ROWS = 10
_PIXELS_A_ROW = 20
_SCALE = 70
_ROW, _HEADING = 15.0, 22.0
_REPEATED = 24.0
_TOP = _REPEATED + _ROW + 40.0
_PAGE_HEIGHT = 690.0

_NAVY, _STEEL = f"#{palette.NAVY}", f"#{palette.STEEL}"
_LETTERS = {"name": FONT, "size": 8, "color": f"#{palette.QUIET}"}
_TITLE = {"name": FONT, "size": 9, "bold": True, "color": _NAVY}
_AXIS = {"num_font": _LETTERS, "line": {"color": _STEEL}}
_GRID = {"major_gridlines": {"visible": True, "line": {"color": f"#{palette.TOTAL_FILL}"}}}
_PERCENT = {"min": 0, "max": 100}
_TOTALS = (words.SECURED, words.EXPECTED_TOTAL, words.ATTAINABLE)
_STANDING_WIDTH, _HIGHEST = 900, 1200
_BARS, _BAR = 120, 28
"""Pixels of the picture of all agencies, without bars, and of each bar."""

Look = dict[str, object]
"""How a series is drawn."""
_EDGE: Look = {"border": {"color": _NAVY}}
_LABELS: Look = {"data_labels": {"value": True, "num_format": "0.00", "font": _LETTERS}}
_HATCHED = {"pattern": "wide_upward_diagonal", "fg_color": _NAVY, "bg_color": "#FFFFFF"}
_COLUMNS: tuple[Look, ...] = (
    {"fill": {"color": _NAVY}, **_EDGE, **_LABELS, "gap": 80},
    {"fill": {"color": _STEEL}, **_EDGE, **_LABELS},
    {"pattern": _HATCHED, **_EDGE, **_LABELS},
)
"""What is secured, expected and attainable."""


def _line(colour: str, marker: str, **line: str) -> Look:
    point = {"type": marker, "size": 5, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": {"color": colour, "width": 1.75, **line}, "marker": point}


_TARGET_LINE, _RESULT_LINE = _line(_STEEL, "square", dash_type="dash"), _line(_NAVY, "circle")


class Figures(NamedTuple):
    """What one chart shows: its words, and the table behind it, a row for each period or year.

    The first two columns say when and where from, each other one is a series.
    """

    caption: str
    title: str
    alternative: str
    headings: tuple[str, ...]
    rows: list[list[Item]]
    is_total: bool

    @property
    def height(self) -> int:
        """How many rows of the sheet it needs: caption, headings, its own and a free one."""
        return max(_LEAST_ROWS, len(self.rows) + 3)


def total_figures(year: Year, book: Book) -> Figures | None:
    """The three totals by period, from the reports that count; None where there is none."""
    lang = book.lang
    reports = [each for each in year.agency.accepted if each.secured is not None]
    if not reports:
        return None
    rows = []
    for each in reports:
        source = _source(each.file, book.links.to(each))
        totals = (each.secured, each.expected, each.attainable)
        told = (Item(total, kind=Kind.SCORE) for total in totals)
        rows.append([Item(each.period_name, kind=Kind.SHORT), source, *told])
    name = {"institution": year.plan.institution, "year": year.plan.year}
    points = "; ".join(_score_point(each.period_name or "", each, lang) for each in reports)
    title = say.SCORE_CHART(lang, **name)
    headings = tuple(each(lang) for each in (words.PERIOD, say.SOURCE, *_TOTALS))
    alternative = say.SCORE_ALT(lang, **name, points=points)
    return Figures(title, title, alternative, headings, rows, is_total=True)


def _source(said: str, link: str | None = None) -> Item:
    return Item(said, link=link, kind=Kind.SHORT_LINK if link else Kind.SHORT)


def add_standing_chart(
    book: Book, standing: TableSheet[Agency], agencies: Sequence[Agency]
) -> None:
    """All agencies in one picture below their table: a bar of what is secured, before what is
    expected and attainable."""
    lang, last = book.lang, standing.next_row - 1
    told = "; ".join(
        _score_point(f"{each.plan.institution} {each.plan.year}", each.latest, lang)
        for each in agencies
        if each.latest is not None and each.latest.secured is not None
    )
    if not told:
        return
    chart = cast("Chart", book.workbook.add_chart({"type": "bar"}))
    sheet = say.SHEET_STANDING(lang)
    for name, look in zip(_TOTALS[::-1], _COLUMNS[::-1], strict=True):
        column = STANDING.at(name)
        series = {
            **look,
            "name": name(lang),
            "categories": [sheet, HEADER_ROW, 0, last, 0],
            "values": [sheet, HEADER_ROW, column, last, column],
            "overlap": 100,
            "gap": 60,
            "data_labels": look["data_labels"] if name is words.SECURED else {},
        }
        chart.add_series(series)
    _dress(chart, say.STANDING_CHART(lang))
    chart.set_x_axis({**_AXIS, **_GRID, **_PERCENT})
    chart.set_y_axis({**_AXIS, "reverse": True, "crossing": "max"})  # Of bars it names the rows.
    height = min(_BARS + _BAR * (last - HEADER_ROW + 1), _HIGHEST)
    chart.set_size({"width": _STANDING_WIDTH, "height": height})
    place = {"description": inert(say.STANDING_ALT(lang, points=told)), "object_position": 2}
    standing.sheet.insert_chart(last + 2, 0, chart, place)


def _score_point(when: str, report: Summary, lang: Language) -> str:
    return say.SCORE_POINT(
        lang,
        period=when,
        secured=percent(report.secured or 0.0, lang),
        expected=_told(report.expected, lang),
        attainable=percent(report.attainable or 0.0, lang),
    )


def criterion_figures(year: Year, book: Book) -> Iterator[Figures]:
    """Targets and results by year of each criterion that is judged on a number."""
    latest = year.to_go_by
    if latest is None:
        return
    for criterion in year.plan.criteria:
        if criterion.kind.is_numeric and criterion.key in latest.criteria:
            rows = [
                row
                for row in figure_rows(year.plan, criterion, latest)
                if row.year == year.plan.year
                or row.unit != criterion.unit
                or (row.target, row.result) != (None, None)
            ]
            if len(rows) > 1 or any(_drawn(row, criterion)[-1] is not None for row in rows):
                yield _criterion_figures(criterion, rows, latest.summary, book)


def _criterion_figures(
    criterion: Criterion, rows: list[FigureRow], report: Summary, book: Book
) -> Figures:
    lang = book.lang
    unit = quantity(0, criterion.unit, lang)[2:]
    ending = say.CHART_UNIT(lang, unit=unit) if unit else ""
    named = {"key": criterion.key, "text": criterion.text}
    caption, room = say.CRITERION_CHART(lang, **named), _CAPTION - len(ending)
    if len(caption) > room:
        caption = caption[: room - 1].rstrip() + "…"
    table, points = [], []
    for row in rows:
        *targets, measured = figures = _drawn(row, criterion)
        said = (_figure(each, targets, is_target=each != measured) for each in figures)
        source = _source_of(row, criterion, report, book)
        table.append([Item(row.year, kind=Kind.CENTRED), source, *said])
        target = say.AND(lang).join(_told(each, lang) for each in targets)
        point = {"year": row.year, "target": target, "result": _told(measured, lang)}
        points.append(say.CRITERION_POINT(lang, **point))
    headings = [words.YEAR, say.SOURCE, say.TARGET, words.RESULT]
    if criterion.kind is CriterionKind.WITHIN:
        headings[2] = say.TOLERANCE
    if criterion.target_to is not None:
        headings.insert(3, say.TARGET_TO)
    alternative = {**named, "institution": report.institution, "points": "; ".join(points)}
    return Figures(
        caption + ending,
        criterion.key + ending,
        say.CRITERION_ALT(lang, **alternative),
        tuple(each(lang) for each in headings),
        table,
        is_total=False,
    )


def _drawn(row: FigureRow, criterion: Criterion) -> tuple[float | None, ...]:
    """Target, or both ends of an interval, and result; those in another unit are not drawn."""
    ends = (row.target,) if criterion.target_to is None else (row.target, row.target_to)
    figures = (*ends, row.measured)
    return figures if row.unit == criterion.unit else (None,) * len(figures)


def _source_of(row: FigureRow, criterion: Criterion, report: Summary, book: Book) -> Item:
    """Where a year's figures come from: the plan, or a cell of the report."""
    lang = book.lang
    if row.unit != criterion.unit:
        return _source(say.OTHER_UNIT(lang, unit=row.unit))
    if row.bearer is None or row.measured is None:
        is_settled = not row.provisional or row.bearer is not None
        return _source((say.SOURCE_PLAN if is_settled else say.SOURCE_PROVISIONAL)(lang))
    cell, is_final = row.bearer.cell, report.final and not row.provisional
    said = say.SOURCE_REPORT if is_final else say.SOURCE_REPORT_PROVISIONAL
    link = book.links.to(report, Sheet.REPORT, cell)
    return _source(said(lang, period=report.period_name, cell=cell), link)


def _figure(value: float | None, targets: Sequence[float | None], *, is_target: bool) -> Item:
    """A figure with as few decimals as tell a result from its target."""
    if value is None or value == int(value):
        return Item(value, kind=Kind.CENTRED if value is None else Kind.WHOLE)
    decimals = DECIMALS if is_target else figure_decimals(value, *targets)
    return Item(value, kind=Kind.FIGURE, decimals=decimals)


def _told(value: float | None, lang: Language) -> str:
    return say.NO_FIGURE(lang) if value is None else number(value, lang)


def development_of(year: Year, book: Book) -> list[Figures]:
    """An agency's charts: of its totals, and of each criterion that is judged on a number."""
    total = total_figures(year, book)
    return [*([total] if total else []), *criterion_figures(year, book)]


def write_development(
    book: Book, titles: Titles, agencies: Sequence[tuple[str, list[Figures]]]
) -> None:
    """The sheet: each agency's heading and charts, if it has any."""
    sheet = new_sheet(book, say.SHEET_DEVELOPMENT, titles, _WIDTHS)
    sheet.set_print_scale(_SCALE)
    sheet.repeat_rows(0)
    sheet.freeze_panes(2, 0)
    room, left_out = MOST_CRITERION_CHARTS, 0
    row, used, breaks = _FIRST_ROW, _TOP, []
    for name, charts in agencies:
        criteria = [each for each in charts if not each.is_total]
        drawn = [each for each in charts if each.is_total] + criteria[:room]
        left_out += len(criteria[room:])
        room -= len(criteria[:room])
        for at in range(0, len(drawn), len(_STARTS)):
            pair = drawn[at : at + len(_STARTS)]
            rows = max(each.height for each in pair)
            height = rows * _ROW + (_HEADING if at == 0 else 0)
            if used + height > _PAGE_HEIGHT:
                breaks.append(row)
                used = _REPEATED
            used += height
            if at == 0:
                sheet.set_row(row, _HEADING)
                sheet.write_string(row, 0, inert(name), book.look("section"))
                row += 1
            for start, figures in zip(_STARTS, pair, strict=False):
                _draw(book, sheet, (row, start), figures, rows)
            row += rows
    if row == _FIRST_ROW:
        sheet.write_string(row, 0, say.NO_FIGURES_YET(book.lang), book.look("subtitle"))
    if left_out:
        note = say.CHARTS_LEFT_OUT(book.lang, count=MOST_CRITERION_CHARTS)
        sheet.write_string(row, 0, note, book.look("subtitle"))
    sheet.set_h_pagebreaks(breaks)


def _draw(
    book: Book, sheet: Worksheet, corner: tuple[int, int], figures: Figures, height: int
) -> None:
    """Caption and table from a row and column on, and the chart at their side."""
    row, start = corner
    sheet.write_string(row, start, inert(figures.caption), book.look("caption"))
    for at, heading in enumerate(figures.headings, start):
        sheet.write_string(row + 1, at, heading, book.look("column"))
    first, last = row + 2, row + 1 + len(figures.rows)
    for down, items in enumerate(figures.rows, first):
        for at, item in enumerate(items, start):
            write_item(book, sheet, (down, at), item)
    kind = "column" if figures.is_total else "line"
    chart = cast("Chart", book.workbook.add_chart({"type": kind}))
    names = figures.headings[2:]
    looks = _COLUMNS if figures.is_total else (*[_TARGET_LINE] * (len(names) - 1), _RESULT_LINE)
    for at, (name, look) in enumerate(zip(names, looks, strict=True), start + 2):
        years, values = ([sheet.name, first, column, last, column] for column in (start, at))
        chart.add_series({"name": name, "categories": years, "values": values, **look})
    _dress(chart, figures.title)
    chart.set_x_axis({**_AXIS, "label_position": "low"})
    chart.set_y_axis({**_AXIS, **_GRID, **(_PERCENT if figures.is_total else {})})
    chart.set_size({"width": _CHART_WIDTH, "height": (height - 1) * _PIXELS_A_ROW - 6})
    alternative = inert(figures.alternative)
    place = {"description": alternative, "object_position": 1, "x_offset": 3, "y_offset": 2}
    sheet.insert_chart(row + 1, start + _CHART_COLUMN, chart, place)


def _dress(chart: Chart, title: str) -> None:
    """Title, legend and edge in the letters and colours of all."""
    chart.set_title({"name": inert(title)[:90], "name_font": _TITLE, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _LETTERS})
    chart.set_chartarea({"border": {"color": f"#{palette.GRID}"}})
    chart.show_blanks_as("gap")
