"""*Udvikling*: charts two by two, each with the figures behind it at its side.

The sheet is laid out for A4 in landscape at a fixed scale, so that no chart is cut by the edge of
a page. Series are told apart without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple, cast

from xlsxwriter.chart import Chart

from department.links import Links
from department.output import inert
from department.overview.sheets import STANDING, View
from department.record import ReportRecord, Summary
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

_LETTERS = {"name": FONT, "size": 8, "color": f"#{palette.QUIET}"}
_TITLE = {"name": FONT, "size": 9, "bold": True, "color": f"#{palette.NAVY}"}
_NAVY, _STEEL = f"#{palette.NAVY}", f"#{palette.STEEL}"
_AXIS = {"num_font": _LETTERS, "line": {"color": _STEEL}}
_GRID = {"major_gridlines": {"visible": True, "line": {"color": f"#{palette.TOTAL_FILL}"}}}
_PERCENT = {"min": 0, "max": 100}
_TOTALS = (words.SECURED, words.EXPECTED_TOTAL, words.ATTAINABLE)
_STANDING_WIDTH, _HIGHEST = 900, 1200
_BARS, _BAR = 120, 28
"""Pixels of the picture of all agencies, without bars, and of each bar."""


class Point(NamedTuple):
    """The figures of one period or year, and where they come from."""

    when: str | int
    figures: tuple[float | None, ...]
    source: str
    link: str | None = None


class Figures(NamedTuple):
    """What one chart shows: the names of its series, points, a caption, a text alternative."""

    caption: str
    title: str
    alternative: str
    names: tuple[str, ...]
    points: tuple[Point, ...]
    is_total: bool

    @property
    def rows(self) -> int:
        """How many rows it needs: caption, headings, points and a free one."""
        return max(_LEAST_ROWS, len(self.points) + 3)


def total_figures(year: Year, links: Links, lang: Language) -> Figures | None:
    """The three totals by period, from the reports that count; None where there is none."""
    reports = [each for each in year.agency.accepted if each.secured is not None]
    if not reports:
        return None
    name = {"institution": year.plan.institution, "year": year.plan.year}
    told = "; ".join(_score_point(each.period_name or "", each, lang) for each in reports)
    title = say.SCORE_CHART(lang, **name)
    return Figures(
        title,
        title,
        say.SCORE_ALT(lang, **name, points=told),
        tuple(each(lang) for each in _TOTALS),
        tuple(
            Point(
                each.period_name or "",
                (each.secured, each.expected, each.attainable),
                each.file,
                links.to(each),
            )
            for each in reports
        ),
        is_total=True,
    )


def add_standing_chart(
    book: Book, standing: TableSheet[Agency, View], agencies: Sequence[Agency]
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
    for name, look in zip(_TOTALS[::-1], _columns()[::-1], strict=True):
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


def criterion_figures(year: Year, links: Links, lang: Language) -> Iterator[Figures]:
    """Targets and results by year of each criterion that is judged on a number."""
    latest = year.latest
    if latest is None:
        return
    for criterion in year.plan.criteria:
        if criterion.kind.is_numeric and criterion.key in latest.criteria:
            rows = figure_rows(year.plan, criterion, latest)
            points = tuple(
                _point(row, criterion, latest, links, lang)
                for row in rows
                if row.year == year.plan.year
                or row.unit != criterion.unit
                or (row.target, row.result) != (None, None)
            )
            if any(each.figures[-1] is not None for each in points) or len(points) > 1:
                yield _figures(year.plan.institution, criterion, points, lang)


def _point(
    row: FigureRow, criterion: Criterion, latest: ReportRecord, links: Links, lang: Language
) -> Point:
    if row.unit != criterion.unit:
        # Figures in another unit do not belong on the same axis.
        nothing = (None,) * (2 if criterion.target_to is None else 3)
        return Point(row.year, nothing, say.OTHER_UNIT(lang, unit=row.unit))
    targets = (row.target,) if criterion.target_to is None else (row.target, row.target_to)
    figures = row.year, (*targets, row.measured)
    if row.bearer is None or row.measured is None:
        is_settled = not row.provisional or row.bearer is not None
        return Point(*figures, (say.SOURCE_PLAN if is_settled else say.SOURCE_PROVISIONAL)(lang))
    report, cell = latest.summary, row.bearer.cell
    is_final = report.final and not row.provisional
    source = say.SOURCE_REPORT if is_final else say.SOURCE_REPORT_PROVISIONAL
    told = source(lang, period=report.period_name, cell=cell)
    return Point(*figures, told, links.to(report, Sheet.REPORT, cell))


def _figures(
    institution: str, criterion: Criterion, points: tuple[Point, ...], lang: Language
) -> Figures:
    unit = quantity(0, criterion.unit, lang)[2:]
    ending = say.CHART_UNIT(lang, unit=unit) if unit else ""
    caption = say.CRITERION_CHART(lang, key=criterion.key, text=criterion.text)
    room = _CAPTION - len(ending)
    if len(caption) > room:
        caption = caption[: room - 1].rstrip() + "…"
    told = "; ".join(
        say.CRITERION_POINT(
            lang,
            year=each.when,
            target=say.AND(lang).join(_told(target, lang) for target in each.figures[:-1]),
            result=_told(each.figures[-1], lang),
        )
        for each in points
    )
    target = say.TOLERANCE if criterion.kind is CriterionKind.WITHIN else say.TARGET
    targets = [target(lang)]
    if criterion.target_to is not None:
        targets.append(say.TARGET_TO(lang))
    named = {"institution": institution, "key": criterion.key, "text": criterion.text}
    return Figures(
        caption + ending,
        criterion.key + ending,
        say.CRITERION_ALT(lang, **named, points=told),
        (*targets, words.RESULT(lang)),
        points,
        is_total=False,
    )


def _told(value: float | None, lang: Language) -> str:
    return say.NO_FIGURE(lang) if value is None else number(value, lang)


class DevelopmentSheet:
    """The sheet as it grows, agency by agency."""

    def __init__(self, book: Book, titles: Titles, links: Links) -> None:
        self._book = book
        self._links = links
        self._sheet = new_sheet(book, say.SHEET_DEVELOPMENT, titles, _WIDTHS)
        self._sheet.set_print_scale(_SCALE)
        self._sheet.repeat_rows(0)
        self._sheet.freeze_panes(2, 0)
        self._row = _FIRST_ROW
        self._used = _TOP
        """How much of the page is filled, in points."""
        self._breaks: list[int] = []
        self._drawn = 0
        self._is_full = False

    def add(self, year: Year) -> None:
        """The agency's heading and charts, if it has any figures."""
        total = total_figures(year, self._links, self._book.lang)
        blocks = [*([total] if total else []), *self._criteria(year)]
        for at in range(0, len(blocks), 2):
            pair = blocks[at : at + 2]
            rows = max(each.rows for each in pair)
            height = rows * _ROW + (_HEADING if at == 0 else 0)
            if self._used + height > _PAGE_HEIGHT:
                self._breaks.append(self._row)
                self._used = _REPEATED
            self._used += height
            if at == 0:
                heading = inert(f"{year.plan.institution} {year.plan.year}")
                self._sheet.set_row(self._row, _HEADING)
                self._sheet.write_string(self._row, 0, heading, self._book.look("section"))
                self._row += 1
            for start, figures in zip(_STARTS, pair, strict=False):
                self._block(start, figures, rows)
            self._row += rows

    def finish(self) -> None:
        """Set the pages' ends, and say what is not shown."""
        notes = []
        if self._row == _FIRST_ROW:
            notes.append(say.NO_FIGURES_YET(self._book.lang))
        if self._is_full:
            notes.append(say.CHARTS_LEFT_OUT(self._book.lang, count=MOST_CRITERION_CHARTS))
        for note in notes:
            self._sheet.write_string(self._row, 0, note, self._book.look("subtitle"))
        self._sheet.set_h_pagebreaks(self._breaks)

    def _criteria(self, year: Year) -> list[Figures]:
        """The charts of single criteria that there still is room for."""
        if self._is_full:
            return []
        figures = criterion_figures(year, self._links, self._book.lang)
        drawn = list(islice(figures, MOST_CRITERION_CHARTS - self._drawn))
        self._drawn += len(drawn)
        self._is_full = next(figures, None) is not None
        return drawn

    def _block(self, start: int, figures: Figures, rows: int) -> None:
        lang, row = self._book.lang, self._row
        self._sheet.write_string(row, start, inert(figures.caption), self._book.look("caption"))
        first = words.PERIOD if figures.is_total else words.YEAR
        for at, text in enumerate((first(lang), say.SOURCE(lang), *figures.names)):
            self._sheet.write_string(row + 1, start + at, text, self._book.look("column"))
        for down, point in enumerate(figures.points, start=row + 2):
            for at, item in enumerate(_items(point, is_total=figures.is_total), start=start):
                write_item(self._book, self._sheet, (down, at), item)
        chart = self._chart(figures, (row + 2, row + 1 + len(figures.points), start))
        chart.set_size({"width": _CHART_WIDTH, "height": (rows - 1) * _PIXELS_A_ROW - 6})
        place = {
            "description": inert(figures.alternative),
            "object_position": 1,
            "x_offset": 3,
            "y_offset": 2,
        }
        self._sheet.insert_chart(row + 1, start + _CHART_COLUMN, chart, place)

    def _chart(self, figures: Figures, rows: tuple[int, int, int]) -> Chart:
        """The chart of figures that stand in `rows`: first, last, and the first column."""
        first, last, column = rows
        kind = "column" if figures.is_total else "line"
        chart = cast("Chart", self._book.workbook.add_chart({"type": kind}))
        sheet = say.SHEET_DEVELOPMENT(self._book.lang)
        looks = _columns() if figures.is_total else _lines(len(figures.names))
        for at, (name, look) in enumerate(zip(figures.names, looks, strict=True), start=2):
            series = {
                "name": name,
                "categories": [sheet, first, column, last, column],
                "values": [sheet, first, column + at, last, column + at],
                **look,
            }
            chart.add_series(series)
        _dress(chart, figures.title)
        chart.set_x_axis({**_AXIS, "label_position": "low"})
        chart.set_y_axis({**_AXIS, **_GRID, **(_PERCENT if figures.is_total else {})})
        return chart


def _dress(chart: Chart, title: str) -> None:
    """Title, legend and edge in the letters and colours of all."""
    chart.set_title({"name": inert(title)[:90], "name_font": _TITLE, "overlay": False})
    chart.set_legend({"position": "bottom", "font": _LETTERS})
    chart.set_chartarea({"border": {"color": f"#{palette.GRID}"}})
    chart.show_blanks_as("gap")


def _items(point: Point, *, is_total: bool) -> Iterator[Item]:
    """The cells of a point."""
    yield Item(point.when, kind=Kind.SHORT if isinstance(point.when, str) else Kind.CENTRED)
    yield Item(point.source, link=point.link, kind=Kind.SHORT_LINK if point.link else Kind.SHORT)
    *targets, measured = point.figures
    for value in point.figures:
        kind, decimals = Kind.CENTRED, 0
        if value is not None and is_total:
            kind = Kind.SCORE
        elif value is not None:
            kind = Kind.WHOLE if value == int(value) else Kind.FIGURE
            decimals = figure_decimals(value, *targets) if value == measured else DECIMALS
        yield Item(value, kind=kind, decimals=decimals)


def _columns() -> tuple[dict[str, object], ...]:
    labels = {"value": True, "num_format": "0.00", "font": _LETTERS}
    hatched = {"pattern": "wide_upward_diagonal", "fg_color": _NAVY, "bg_color": "#FFFFFF"}
    edge = {"color": _NAVY}
    return (
        {"fill": {"color": _NAVY}, "border": edge, "data_labels": labels, "gap": 80},
        {"fill": {"color": _STEEL}, "border": edge, "data_labels": labels},
        {"pattern": hatched, "border": edge, "data_labels": labels},
    )


def _lines(count: int) -> tuple[dict[str, object], ...]:
    def marker(shape: str, colour: str) -> dict[str, object]:
        return {"type": shape, "size": 5, "fill": {"color": colour}, "border": {"color": colour}}

    dashed = {"color": _STEEL, "width": 1.75, "dash_type": "dash"}
    target: dict[str, object] = {"line": dashed, "marker": marker("square", _STEEL)}
    line = {"color": _NAVY, "width": 1.75}
    result: dict[str, object] = {"line": line, "marker": marker("circle", _NAVY)}
    return (*[target] * (count - 1), result)
