"""A sheet of the overview: title, what it shows, and one Excel table, ready to be printed.

Whatever a received file said is written as text: nothing that begins with `= + - @` becomes a
formula, and nothing becomes a link by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from department.links import Links
from department.output import inert
from department.overview.formats import Formats, Item, Kind, Value, kind_of
from department.record import Summary
from texts import overview as say
from texts.language import Language, Text

HEADER_ROW = 4
"""Where every table's headings stand, counted from 1."""
LONGEST_TEXT = 32_000
_MANY_LINES = 8
_LINE = 12.75
_LETTERS_PER_WIDTH = 1.08
"""The tables' letters are smaller than those that a column's width is counted in."""
_TALLEST = 405.0
_MOST_LINKS = 60_000
"""Excel takes 65,530 links in a sheet."""
_LONGEST_TIP = 250
_A4 = 9
_NOTE_LINE = 14.0


class Titles(NamedTuple):
    """The three lines above a table."""

    title: str
    subtitle: str
    note: str


@dataclass(frozen=True)
class Book:
    """The workbook that is being written, its formats and its language."""

    workbook: Workbook
    formats: Formats
    lang: Language


Headings = Sequence[tuple[Text, float]]


def new_sheet(book: Book, name: Text, titles: Titles, widths: Sequence[float]) -> Worksheet:
    """A sheet set up for printing (A4, landscape, fit to width) with its lines at the top."""
    sheet: Worksheet = book.workbook.add_worksheet(name(book.lang))
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.3, right=0.3, top=0.5, bottom=0.65)
    sheet.fit_to_pages(1, 0)
    left, right = say.PRINT_LEFT(book.lang), say.PRINT_RIGHT(book.lang)
    sheet.set_footer(f"&L&9{left}&R&9{right}", {"margin": 0.3})
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, inert(titles.title), book.formats.title)
    sheet.write_string(1, 0, inert(titles.subtitle), book.formats.subtitle)
    lines = -(-len(titles.note) // max(int(sum(widths)), 1))
    sheet.set_row(2, _NOTE_LINE * lines + 6)
    sheet.merge_range(2, 0, 2, len(widths) - 1, "", book.formats.note)
    sheet.write_string(2, 0, inert(titles.note), book.formats.note)
    return sheet


class TableSheet:
    """One sheet with one table that grows row by row."""

    def __init__(
        self, book: Book, name: Text, table: str, headings: Headings, titles: Titles
    ) -> None:
        self._formats = book.formats
        self._table = table
        self._headings = [text(book.lang) for text, _ in headings]
        self._widths = [width for _, width in headings]
        self._longest = [_MANY_LINES * width for width in self._widths]
        self.sheet = new_sheet(book, name, titles, self._widths)
        self.sheet.freeze_panes(HEADER_ROW, 1)
        self.sheet.repeat_rows(HEADER_ROW - 1)
        self.sheet.set_row(HEADER_ROW - 1, 30)
        self._next = HEADER_ROW
        self._links = 0

    @property
    def next_row(self) -> int:
        """The row that `add` writes next, counted from 0."""
        return self._next

    def add(self, items: Sequence[Item | Value]) -> None:
        """Add a row, an item per heading."""
        row = self._next
        lines = 0
        for column, (item, longest) in enumerate(zip(items, self._longest, strict=True)):
            if isinstance(item, Item):
                value = item.value
                self._write(row, column, item)
            else:
                value = item
                self._plain(row, column, value, self._formats.usual(value))
            if isinstance(value, str) and len(value) > longest:
                lines = max(lines, _lines(value, self._widths[column]))
        if lines:
            # Other rows get the height of their text from the program that opens them; for long
            # texts that is a line too little on paper.
            self.sheet.set_row(row, min(lines * _LINE + 4, _TALLEST))
        self._next += 1

    def finish(self) -> None:
        """Make the rows a table, with filters."""
        if self._next == HEADER_ROW:
            self.add([None] * len(self._headings))
        whole = {"number_stored_as_text": f"A{HEADER_ROW}:XFD{self._next}"}
        self.sheet.ignore_errors(whole)
        columns = [
            {"header": heading, "header_format": self._formats.heading}
            for heading in self._headings
        ]
        options = {"name": self._table, "style": None, "banded_rows": False, "columns": columns}
        self.sheet.add_table(HEADER_ROW - 1, 0, self._next - 1, len(columns) - 1, options)

    def _write(self, row: int, column: int, item: Item) -> None:
        value = item.value
        look = self._formats.cell(item.kind or kind_of(value), item.tone)
        if item.link is not None and isinstance(value, str) and self._links < _MOST_LINKS:
            self._links += 1
            text = inert(value)[:LONGEST_TEXT]
            tip = None if item.tip is None else inert(item.tip)[:_LONGEST_TIP]
            self.sheet.write_url(row, column, f"external:{item.link}", look, text, tip)
        else:
            self._plain(row, column, value, look)

    def _plain(self, row: int, column: int, value: Value, look: Format) -> None:
        if isinstance(value, str):
            self.sheet.write_string(row, column, inert(value)[:LONGEST_TEXT], look)
        elif value is None:
            self.sheet.write_blank(row, column, None, look)
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, datetime.combine(value, time()), look)
        else:
            self.sheet.write_number(row, column, value, look)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column, about."""
    room = int(width * _LETTERS_PER_WIDTH)
    return sum(max(-(-len(each) // room), 1) for each in text.split("\n"))


def linked(value: str | None, link: str | None, tip: str | None = None) -> Item:
    """A text that looks like a link where it is one."""
    kind = Kind.LINK if link is not None and value else None
    return Item(value, link=link, kind=kind, tip=tip)


def opening(file: Summary | None, links: Links, lang: Language) -> Item:
    """The short link that opens a received file; blank where it is not to be found."""
    address = None if file is None else links.to(file)
    if file is None or address is None:
        return Item(None)
    return linked(say.OPEN(lang), address, say.OPEN_TIP(lang, file=file.file))
