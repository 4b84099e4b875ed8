"""Doing to a workbook what people and programs do to it: straight in its XML, so that it is quick.

Formulas are not adjusted when rows and columns move, which a spreadsheet does.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from lxml import etree
from lxml.etree import Element, SubElement, _Element
from openpyxl import Workbook, load_workbook

from workbooks.coordinates import column_letter, column_number, position_of
from workbooks.form import Sheet
from workbooks.reading.cells import date_to_serial

T = TypeVar("T")

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class Formula:
    """A formula, and the value that its cell shows; None where nothing has computed it."""

    text: str
    shown: Plain = None


@dataclass(frozen=True)
class ErrorValue:
    """`#N/A` and its like."""

    text: str


Plain = str | int | float | bool | date | ErrorValue | None
Content = Plain | Formula
At = tuple[str, str]
"""Sheet and address."""
Position = tuple[int, int]
"""Row and column, from 1."""
Place = Callable[[int, int], Position | list[Position] | None]
"""Where the cell of a row and column goes; None deletes it."""


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            # Not with the time of day: the same damage gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, compresslevel=1)
    return stream.getvalue()


def opened(data: bytes) -> Workbook:
    """The workbook in openpyxl, to be changed in whatever way."""
    return load_workbook(io.BytesIO(data))


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_part(sheet: str, sheets: Sequence[str] = tuple(Sheet)) -> str:
    return f"xl/worksheets/sheet{sheets.index(sheet) + 1}.xml"


def in_part(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The file with the text of one part changed; a change that changes nothing fails."""
    parts = parts_of(data)
    before = parts[part].decode("utf-8")
    after = change(before)
    assert after != before, f"nothing to change in {part}"
    return zipped({**parts, part: after.encode("utf-8")})


def in_sheets(data: bytes, change: Callable[[str], str]) -> bytes:
    """The file with the text of every sheet's part changed."""
    sheets = {
        name: change(content.decode()).encode()
        for name, content in parts_of(data).items()
        if name.startswith("xl/worksheets/sheet")
    }
    return zipped({**parts_of(data), **sheets})


def put(data: bytes, cells: Mapping[At, Content], sheets: Sequence[str] = tuple(Sheet)) -> bytes:
    """The file with these cells typed over, whatever they held. `sheets` are its own."""

    def typed(cell: _Element, value: Content) -> None:
        del cell[:]
        if isinstance(value, Formula):
            SubElement(cell, f"{{{MAIN}}}f").text = value.text.removeprefix("=")
            _fill(cell, value.shown)
        else:
            _fill(cell, value)

    return _with_cells(data, cells, typed, sheets)


def with_formats(
    data: bytes, formats: Mapping[At, str], sheets: Sequence[str] = tuple(Sheet)
) -> bytes:
    """The file with other number formats on these cells; they look as they did otherwise."""
    styles = etree.fromstring(parts_of(data)["xl/styles.xml"])
    known, looks = (styles.find(f"{{{MAIN}}}{each}") for each in ("numFmts", "cellXfs"))
    assert known is not None and looks is not None
    codes = {at: (str(number), code) for number, (at, code) in enumerate(formats.items(), 900)}

    def restyled(cell: _Element, content: tuple[str, str]) -> None:
        number, code = content
        SubElement(known, f"{{{MAIN}}}numFmt", numFmtId=number, formatCode=code)
        look = deepcopy(looks[int(cell.get("s", "0"))])
        look.attrib.update({"numFmtId": number, "applyNumberFormat": "1"})
        cell.set("s", str(len(looks)))
        looks.append(look)

    parts = parts_of(_with_cells(data, codes, restyled, sheets))
    return zipped({**parts, "xl/styles.xml": _written(styles)})


def show(data: bytes, cells: Mapping[At, Content]) -> bytes:
    """The file with these formula cells showing other values; the formulas stay."""

    def showing(cell: _Element, value: Content) -> None:
        assert cell.find(f"{{{MAIN}}}f") is not None, f"{cell.get('r')} has no formula"
        assert not isinstance(value, Formula)
        for child in cell.findall(f"{{{MAIN}}}v"):
            cell.remove(child)
        _fill(cell, value)

    return _with_cells(data, cells, showing)


def rearrange(data: bytes, sheet: Sheet, place: Place) -> bytes:
    """The file with a sheet's cells moved."""
    parts = parts_of(data)
    root = etree.fromstring(parts[sheet_part(sheet)])
    moved: dict[Position, _Element] = {}
    for cell in root.iter(f"{{{MAIN}}}c"):
        goes_to = place(*_position(cell.attrib["r"]))
        for position in goes_to if isinstance(goes_to, list) else [goes_to] if goes_to else []:
            moved[position] = copy = deepcopy(cell)
            copy.set("r", f"{column_letter(position[1])}{position[0]}")
    _replace_cells(root, moved)
    return zipped({**parts, sheet_part(sheet): _written(root)})


def without_row(number: int) -> Callable[[int, int], Position | None]:
    return lambda row, column: None if row == number else (row - (row > number), column)


def with_row_inserted(number: int) -> Callable[[int, int], Position | None]:
    return lambda row, column: (row + (row >= number), column)


def with_row_twice(number: int) -> Callable[[int, int], list[Position]]:
    def place(row: int, column: int) -> list[Position]:
        here, below = (row, column), (row + 1, column)
        if row == number:
            return [here, below]
        return [below if row > number else here]

    return place


def with_row_moved(origin: int, goal: int) -> Callable[[int, int], Position]:
    return lambda row, column: (_moved(row, origin, goal), column)


def without_column(letter: str) -> Callable[[int, int], Position | None]:
    number = column_number(letter)
    return lambda row, column: None if column == number else (row, column - (column > number))


def with_column_inserted(letter: str) -> Callable[[int, int], Position]:
    number = column_number(letter)
    return lambda row, column: (row, column + (column >= number))


def with_column_moved(origin: str, goal: str) -> Callable[[int, int], Position]:
    first, last = column_number(origin), column_number(goal)
    return lambda row, column: (row, _moved(column, first, last))


def without_sheet(data: bytes, sheet: Sheet) -> bytes:
    return in_part(data, WORKBOOK, lambda text: re.sub(_sheet_entry(sheet), "", text))


def with_sheet_renamed(data: bytes, sheet: Sheet, name: str) -> bytes:
    """The file with a sheet renamed, and the formulas that name it following, as in a program."""
    doubled = name.replace("'", "''")
    quoted = name if name.isalnum() else f"'{doubled}'"
    renamed = in_part(
        data, WORKBOOK, lambda text: text.replace(f'name="{sheet}"', f'name="{name}"')
    )
    return in_sheets(renamed, lambda text: re.sub(rf"\b{sheet}!", f"{quoted}!", text))


def with_sheet_moved(data: bytes, sheet: Sheet, before: Sheet) -> bytes:
    def moved(text: str) -> str:
        entry = re.search(_sheet_entry(sheet), text)
        other = re.search(_sheet_entry(before), text)
        assert entry is not None and other is not None
        rest = text.replace(entry[0], "")
        return rest.replace(other[0], entry[0] + other[0])

    return in_part(data, WORKBOOK, moved)


def with_sheet_added(data: bytes, name: str) -> bytes:
    """The file with one more sheet, a copy of Historik under another name."""

    def added(text: str) -> str:
        entry = re.search(_sheet_entry(Sheet.HISTORY), text)
        assert entry is not None
        copy = entry[0].replace(f'name="{Sheet.HISTORY}"', f'name="{name}"')
        copy = copy.replace('sheetId="5"', 'sheetId="9"')
        return text.replace("</sheets>", f"{copy}</sheets>")

    return in_part(data, WORKBOOK, added)


def _sheet_entry(sheet: Sheet) -> str:
    return rf'<sheet [^>]*name="{sheet}"[^>]*>(?:</sheet>)?'


def _moved(number: int, origin: int, goal: int) -> int:
    """Where line `number` ends up when line `origin` is cut out and inserted as line `goal`."""
    if number == origin:
        return goal
    closed = number - (number > origin)
    return closed + (closed >= goal)


def _with_cells(
    data: bytes,
    cells: Mapping[At, T],
    change: Callable[[_Element, T], None],
    sheets: Sequence[str] = tuple(Sheet),
) -> bytes:
    parts = parts_of(data)
    for sheet in dict.fromkeys(sheet for sheet, _ in cells):
        part = sheet_part(sheet, sheets)
        root = etree.fromstring(parts[part])
        present = {_position(cell.attrib["r"]): cell for cell in root.iter(f"{{{MAIN}}}c")}
        for (name, address), value in cells.items():
            if name == sheet:
                position = _position(address)
                cell = present.setdefault(position, Element(f"{{{MAIN}}}c", r=address))
                change(cell, value)
        _replace_cells(root, present)
        parts[part] = _written(root)
    return zipped(parts)


def _written(root: _Element) -> bytes:
    """A part's XML, with the prefixes that are wanted in it told at its beginning."""
    etree.cleanup_namespaces(root, top_nsmap={None: MAIN, "r": OFFICE})
    return etree.tostring(root, encoding="utf-8")


def _fill(cell: _Element, value: Plain) -> None:
    cell.attrib.pop("t", None)
    if value is None:
        return
    if isinstance(value, str) and cell.find(f"{{{MAIN}}}f") is None:
        cell.set("t", "inlineStr")
        SubElement(SubElement(cell, f"{{{MAIN}}}is"), f"{{{MAIN}}}t").text = value
        return
    kind, text = _encoded(value)
    if kind is not None:
        cell.set("t", kind)
    SubElement(cell, f"{{{MAIN}}}v").text = text


def _encoded(value: Plain) -> tuple[str | None, str]:
    if isinstance(value, ErrorValue):
        return "e", value.text
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, datetime):
        seconds = value.hour * 3600 + value.minute * 60 + value.second
        return None, repr(date_to_serial(value) + seconds / 86_400)
    if isinstance(value, date):
        return None, str(date_to_serial(value))
    if isinstance(value, str):
        return "str", value
    return None, repr(value)


def _position(address: str) -> Position:
    column, row = position_of(address)
    return row, column


def _replace_cells(root: _Element, cells: Mapping[Position, _Element]) -> None:
    data = root.find(f"{{{MAIN}}}sheetData")
    assert data is not None
    del data[:]
    rows: dict[int, _Element] = {}
    for (number, _), cell in sorted(cells.items(), key=lambda item: item[0]):
        if number not in rows:
            rows[number] = SubElement(data, f"{{{MAIN}}}row", r=str(number))
        rows[number].append(cell)
