"""*Udvikling*: charts two by two, each with the figures behind it at its side.

The sheet is laid out for A4 in landscape at a fixed scale, so that no chart is cut by the edge of
a page.
"""

from __future__ import annotations

from itertools import islice

from department.links import Links
from department.output import inert
from department.overview.charts import chart_of
from department.overview.figures import Figures, Point, criterion_figures, total_figures
from department.overview.formats import Kind, Tone
from department.overview.showing import ShownAgency
from department.overview.table_sheet import Book, Titles, new_sheet
from texts import overview as say

MOST_CRITERION_CHARTS = 400
"""More would make the workbook heavy to open; the rest are counted and said."""

_HALF = (11.0, 9.0, 9.0, 24.0, 44.0)
_WIDTHS = (*_HALF, 2.0, *_HALF)
_STARTS = (0, len(_HALF) + 1)
_CHART_COLUMN = len(_HALF) - 1
_SCALE = 70
_PAGE_HEIGHT = 690.0
_ROW = 15.0
_HEADING = 22.0
_TOP = 24.0 + _ROW + 40.0
_REPEATED = 24.0
_LEAST_ROWS = 10
_PIXELS_A_ROW = 20
_CHART_WIDTH = 305


class DevelopmentSheet:
    """The sheet as it grows, agency by agency."""

    def __init__(self, book: Book, subtitle: str, links: Links) -> None:
        self._book = book
        self._links = links
        titles = Titles(say.DEVELOPMENT_TITLE(book.lang), subtitle, say.DEVELOPMENT_NOTE(book.lang))
        self._sheet = new_sheet(book, say.SHEET_DEVELOPMENT, titles, _WIDTHS)
        self._sheet.set_print_scale(_SCALE)
        self._sheet.repeat_rows(0)
        self._sheet.freeze_panes(2, 0)
        self._row = 3
        self._used = _TOP
        self._breaks: list[int] = []
        self._drawn = 0
        self._is_full = False

    def add(self, shown: ShownAgency) -> None:
        """The agency's heading and charts, if it has any figures."""
        total = total_figures(shown, self._links, self._book.lang)
        blocks = [*([total] if total else []), *self._criteria(shown)]
        if not blocks:
            return
        heading = f"{shown.plan.institution} {shown.plan.year}"
        pairs = [blocks[at : at + 2] for at in range(0, len(blocks), 2)]
        self._make_room(_HEADING + _rows(pairs[0]) * _ROW)
        self._sheet.set_row(self._row, _HEADING)
        self._sheet.write_string(self._row, 0, inert(heading), self._book.formats.section)
        self._step(1, _HEADING)
        for pair in pairs:
            self._make_room(_rows(pair) * _ROW)
            for start, figures in zip(_STARTS, pair, strict=False):
                self._block(start, figures, _rows(pair))
            self._step(_rows(pair), _rows(pair) * _ROW)

    def finish(self) -> None:
        """Set the pages' ends, and say what is not shown."""
        if self._row == 3:
            note = say.NO_FIGURES_YET(self._book.lang)
            self._sheet.write_string(self._row, 0, note, self._book.formats.subtitle)
        if self._is_full:
            note = say.CHARTS_LEFT_OUT(self._book.lang, count=MOST_CRITERION_CHARTS)
            self._sheet.write_string(self._row, 0, note, self._book.formats.subtitle)
        self._sheet.set_h_pagebreaks(self._breaks)

    def _criteria(self, shown: ShownAgency) -> list[Figures]:
        """The charts of single criteria that there still is room for."""
        if self._is_full:
            return []
        figures = criterion_figures(shown, self._links, self._book.lang)
        drawn = list(islice(figures, MOST_CRITERION_CHARTS - self._drawn))
        self._drawn += len(drawn)
        self._is_full = next(figures, None) is not None
        return drawn

    def _make_room(self, height: float) -> None:
        if self._used + height > _PAGE_HEIGHT:
            self._breaks.append(self._row)
            self._used = _REPEATED

    def _step(self, rows: int, height: float) -> None:
        self._row += rows
        self._used += height

    def _block(self, start: int, figures: Figures, rows: int) -> None:
        formats, lang = self._book.formats, self._book.lang
        row = self._row
        self._sheet.write_string(row, start, inert(figures.caption), formats.caption)
        first = say.PERIOD_COLUMN if figures.is_total else say.YEAR_COLUMN
        for at, text in enumerate((first(lang), *figures.names, say.SOURCE(lang))):
            self._sheet.write_string(row + 1, start + at, text, formats.column)
        for at, point in enumerate(figures.points, start=row + 2):
            self._point(at, start, point, is_total=figures.is_total)
        last = row + 1 + len(figures.points)
        name = say.SHEET_DEVELOPMENT(lang)
        chart = chart_of(self._book.workbook, name, figures, (row + 2, last, start))
        chart.set_size({"width": _CHART_WIDTH, "height": (rows - 1) * _PIXELS_A_ROW - 6})
        place = {
            "description": inert(figures.alternative),
            "object_position": 1,
            "x_offset": 3,
            "y_offset": 2,
        }
        self._sheet.insert_chart(row + 1, start + _CHART_COLUMN, chart, place)

    def _point(self, row: int, start: int, point: Point, *, is_total: bool) -> None:
        formats, sheet = self._book.formats, self._sheet
        centred = formats.cell(Kind.CENTRED, Tone.PLAIN)
        if isinstance(point.when, int):
            sheet.write_number(row, start, point.when, centred)
        else:
            sheet.write_string(row, start, inert(point.when), formats.cell(Kind.SHORT, Tone.PLAIN))
        for at, value in enumerate((point.first, point.second), start=start + 1):
            if value is None:
                sheet.write_blank(row, at, None, centred)
            else:
                whole = Kind.WHOLE if value == int(value) else Kind.FIGURE
                kind = Kind.SCORE if is_total else whole
                sheet.write_number(row, at, value, formats.cell(kind, Tone.PLAIN))
        source = inert(point.source)
        if point.link is None:
            sheet.write_string(row, start + 3, source, formats.cell(Kind.SHORT, Tone.PLAIN))
        else:
            look = formats.cell(Kind.SHORT_LINK, Tone.PLAIN)
            sheet.write_url(row, start + 3, f"external:{point.link}", look, source)


def _rows(pair: list[Figures]) -> int:
    """How many rows a pair of blocks needs: caption, headings, points and a free one."""
    return max(_LEAST_ROWS, *(len(each.points) + 3 for each in pair))
