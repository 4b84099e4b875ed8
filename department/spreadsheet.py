"""Tables written as Excel sheets: title, what it shows, and one table, ready to be printed.

A sheet is declared as a list of columns; whoever writes it adds rows. Whatever a received file said
is written as text: nothing that begins with `= + - @` becomes a formula, and nothing becomes a link
by itself.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from department.links import NO_LINKS, Links
from department.output import inert
from texts import overview as say
from texts.language import Language, Text
from workbooks.blueprint.prose import height_of
from workbooks.template import palette

HEADER_ROW = 4
"""Where every table's headings stand, counted from 1."""

FONT, SIZE = "Calibri", 10
_LONGEST_TEXT = 32_000
_LONGEST_TIP = 250
_MOST_LINKS = 60_000
"""Excel takes 65,530 links in a sheet."""
_A4 = 9

Value = str | int | float | date | None
Properties = dict[str, str | int | bool]
Row = TypeVar("Row")


class Tone(StrEnum):
    """A colour that repeats what the text says; PLAIN for none."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    OPEN = "open"
    INPUT = "input"


class Kind(StrEnum):
    """What is in a cell: decides alignment and number format."""

    TEXT = "text"
    CENTRED = "centred"
    WHOLE = "whole"
    SCORE = "score"
    SHARE = "share"
    AMOUNT = "amount"
    DATE = "date"
    LINK = "link"
    FIGURE = "figure"
    """A figure with decimals, at least one."""
    SHORT = "short"
    """A text on one line."""
    SHORT_LINK = "short link"


_SIGNALS = {
    Tone.GOOD: palette.GREEN,
    Tone.WARN: palette.YELLOW,
    Tone.BAD: palette.RED,
    Tone.OPEN: palette.GREY,
}
_NUMBER_FORMATS = {
    Kind.WHOLE: "0",
    Kind.SCORE: "0.00",
    Kind.SHARE: "0.0 %",
    Kind.AMOUNT: "#,##0.00",
    Kind.DATE: "dd-mm-yyyy",
}
_BASE: Properties = {"font_name": FONT, "font_size": SIZE}
_NAVY = f"#{palette.NAVY}"
_STRONG: Properties = {**_BASE, "bold": True, "font_color": _NAVY}
_LOOKS: dict[str, Properties] = {
    "title": {**_STRONG, "font_size": 16, "valign": "vcenter"},
    "subtitle": {**_BASE, "font_size": 11, "font_color": f"#{palette.QUIET}"},
    "note": {**_BASE, "font_color": f"#{palette.INK}", "valign": "top", "text_wrap": True},
    "heading": {
        **_BASE,
        "bold": True,
        "font_color": f"#{palette.WHITE}",
        "bg_color": _NAVY,
        "valign": "vcenter",
        "text_wrap": True,
        "indent": 1,
    },
    "section": {**_STRONG, "font_size": 13, "valign": "vcenter"},
    "caption": _STRONG,
    "column": {**_STRONG, "bg_color": f"#{palette.TOTAL_FILL}", "align": "center"},
}
"""How what stands outside a table looks."""


class Item(NamedTuple):
    """A cell's value: its tone, the address that it leads to, its kind where not usual, a tip.

    `decimals` are those of a figure, at most.
    """

    value: Value
    tone: Tone = Tone.PLAIN
    link: str | None = None
    kind: Kind | None = None
    tip: str | None = None
    decimals: int = 0


def linked(value: str | None, link: str | None, tip: str | None = None) -> Item:
    """A text that looks like a link where it is one."""
    return Item(value, link=link, kind=Kind.LINK if link and value else None, tip=tip)


class Book:
    """A workbook that is being written: the same bytes for the same rows."""

    def __init__(self, lang: Language, title: str, today: date, links: Links = NO_LINKS) -> None:
        """An empty one, with a title among its properties, made on the day `today`.

        `links` say where received files lie, seen from the folder that it is written to.
        """
        self.lang, self.links = lang, links
        self._buffer = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": FONT, "font_size": 11},
        }
        self.workbook = Workbook(self._buffer, options)
        self.workbook.set_properties({"title": title, "created": datetime.combine(today, time())})
        self.look: Callable[[str], Format] = cache(lambda name: self._format(_LOOKS[name]))
        self.cell: Callable[[Kind, Tone, int], Format] = cache(
            lambda kind, tone, decimals: self._format(_cell_look(kind, tone, decimals))
        )

    def _format(self, properties: Properties) -> Format:
        return self.workbook.add_format(properties)

    def finished(self) -> bytes:
        """The whole file."""
        self.workbook.close()
        return self._buffer.getvalue()


def _cell_look(kind: Kind, tone: Tone, decimals: int) -> Properties:
    is_text = kind in (Kind.TEXT, Kind.LINK, Kind.SHORT, Kind.SHORT_LINK)
    wanted: Properties = {
        **_BASE,
        "font_color": f"#{palette.INK}",
        "valign": "top",
        "align": "left" if is_text else "center",
        "text_wrap": True,
    }
    if is_text:
        wanted["indent"] = 1
    if kind in (Kind.AMOUNT, Kind.SHARE):
        wanted["align"] = "right"
    if kind in _NUMBER_FORMATS:
        wanted["num_format"] = _NUMBER_FORMATS[kind]
    if kind is Kind.FIGURE:
        wanted["num_format"] = f"0.0{'#' * (decimals - 1)}"
    if kind in (Kind.SHORT, Kind.SHORT_LINK):
        wanted.update(text_wrap=False, shrink=True)
    if kind in (Kind.LINK, Kind.SHORT_LINK):
        wanted.update(font_color=f"#{palette.BLUE}", underline=1)
    if tone is Tone.INPUT:
        wanted.update(bg_color=f"#{palette.WHITE}", border=1, border_color=f"#{palette.INPUT_EDGE}")
    else:
        wanted.update(bottom=1, bottom_color=f"#{palette.GRID}")
    if tone in _SIGNALS:
        signal = _SIGNALS[tone]
        wanted.update(bg_color=f"#{signal.fill}", font_color=f"#{signal.ink}")
        wanted.update(left=1, left_color=f"#{palette.WHITE}")
    return wanted


def kind_of(value: Value) -> Kind:
    """The usual kind of a value."""
    if isinstance(value, str) or value is None:
        return Kind.TEXT
    if isinstance(value, date):
        return Kind.DATE
    return Kind.SCORE if isinstance(value, float) else Kind.WHOLE


class Titles(NamedTuple):
    """The three lines above a table."""

    title: str
    subtitle: str
    note: str


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
    sheet.write_string(0, 0, inert(titles.title), book.look("title"))
    sheet.write_string(1, 0, inert(titles.subtitle), book.look("subtitle"))
    sheet.set_row(2, height_of(titles.note, sum(widths)))
    sheet.merge_range(2, 0, 2, len(widths) - 1, "", book.look("note"))
    sheet.write_string(2, 0, inert(titles.note), book.look("note"))
    return sheet


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column: its heading, its width, and what a row says in it, in a book."""

    heading: Text
    width: float
    value: Callable[[Row, Book], Item | Value]


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A sheet with one table, as it is declared: names of both, and the columns."""

    sheet: Text
    name: str
    columns: tuple[Column[Row], ...]

    def at(self, heading: Text) -> int:
        """The number of a column, counted from 0."""
        return [each.heading for each in self.columns].index(heading)


class TableSheet(Generic[Row]):
    """A declared table that grows row by row in a book."""

    def __init__(self, book: Book, table: Table[Row], titles: Titles) -> None:
        self.book = book
        self._table = table
        widths = [each.width for each in table.columns]
        self.sheet = new_sheet(book, table.sheet, titles, widths)
        self.sheet.freeze_panes(HEADER_ROW, 1)
        self.sheet.repeat_rows(HEADER_ROW - 1)
        self.sheet.set_row(HEADER_ROW - 1, 30)
        self.next_row = HEADER_ROW
        """The row that `add` writes next, counted from 0."""
        self._links = 0

    def add(self, row: Row) -> None:
        """Add a row."""
        height = 0.0
        for at, column in enumerate(self._table.columns):
            said = column.value(row, self.book)
            item = said if isinstance(said, Item) else Item(said)
            self._write(at, item)
            if isinstance(item.value, str):
                height = max(height, height_of(item.value, column.width))
        self.sheet.set_row(self.next_row, height or None)
        self.next_row += 1

    def write_formula(self, column: int, formula: str, kind: Kind) -> None:
        """Put a formula of our own into the last row; it shows nothing until it is computed."""
        look = self.book.cell(kind, Tone.PLAIN, 0)
        self.sheet.write_formula(self.next_row - 1, column, formula, look, "")

    def finish(self) -> None:
        """Make the rows a table, with filters."""
        if self.next_row == HEADER_ROW:
            for at in range(len(self._table.columns)):
                self._write(at, Item(None))
            self.next_row += 1
        whole = {"number_stored_as_text": f"A{HEADER_ROW}:XFD{self.next_row}"}
        self.sheet.ignore_errors(whole)
        heading = self.book.look("heading")
        columns = [
            {"header": each.heading(self.book.lang), "header_format": heading}
            for each in self._table.columns
        ]
        options = {
            "name": self._table.name,
            "style": None,
            "banded_rows": False,
            "columns": columns,
        }
        self.sheet.add_table(HEADER_ROW - 1, 0, self.next_row - 1, len(columns) - 1, options)

    def _write(self, column: int, item: Item) -> None:
        if item.link is not None:
            self._links += 1
            item = item if self._links <= _MOST_LINKS else item._replace(link=None)
        write_item(self.book, self.sheet, (self.next_row, column), item)


def write_item(book: Book, sheet: Worksheet, at: tuple[int, int], item: Item) -> None:
    """Write a cell at a row and column counted from 0. A text stays text, whatever it says."""
    value, look = item.value, book.cell(item.kind or kind_of(item.value), item.tone, item.decimals)
    if isinstance(value, str):
        text = inert(value)[:_LONGEST_TEXT]
        if item.link is None:
            sheet.write_string(*at, text, look)
        else:
            tip = None if item.tip is None else inert(item.tip)[:_LONGEST_TIP]
            sheet.write_url(*at, f"external:{item.link}", look, text, tip)
    elif value is None:
        sheet.write_blank(*at, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(*at, datetime.combine(value, time()), look)
    else:
        sheet.write_number(*at, value, look)
