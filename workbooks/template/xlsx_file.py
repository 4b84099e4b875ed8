"""From openpyxl's workbook to bytes: the same workbook gives the same bytes on every machine.

openpyxl stamps the time of saving into the file, and its XML differs with the parser that is
installed. Here every part is written in canonical form and every time stamp is the plan's.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.etree.ElementTree import canonicalize
from xml.sax.saxutils import quoteattr

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MADE_BY_UNIX = 3
_REGULAR_FILE = 0o100644 << 16
_CORE = "docProps/core.xml"
_DRAWING = "xl/drawings/drawing1.xml"
_CREATED = re.compile(r"<dcterms:created[^>]*>([^<]*)<")
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*<")
_CHART_NAME = re.compile(r'name="Chart (\d+)"')
_NUMBER_CELL = re.compile(r'(?P<cell><c r="(?P<address>[A-Z]+[0-9]+)"[^>]*><v>)[^<]*')
_AFTER_IGNORED_ERRORS = ("<drawing", "<legacyDrawing", "<tableParts", "</worksheet>")
_IGNORED = 'numberStoredAsText="1" formula="1" formulaRange="1" calculatedColumn="1"'
"""The green corners that would stand on keys such as `1.1` and on formulas that differ by row."""


def packed(book: Workbook, chart_texts: tuple[tuple[str, str], ...]) -> bytes:
    """The workbook as an .xlsx file.

    `chart_texts` are the charts' names and descriptions, in order: a screen reader reads them.
    """
    parts = _parts(book)
    for number, sheet in enumerate(book.worksheets, start=1):
        path = f"xl/worksheets/sheet{number}.xml"
        text = _with_exact_numbers(parts[path], _rounded_numbers(sheet))
        parts[path] = _with_ignored_errors(text, sheet.dimensions)
    parts[_CORE] = _with_fixed_times(parts[_CORE])
    if _DRAWING in parts:
        parts[_DRAWING] = _with_chart_texts(parts[_DRAWING], chart_texts)
    return _zipped(parts)


def _parts(book: Workbook) -> dict[str, str]:
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def _zipped(parts: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _MADE_BY_UNIX
            entry.external_attr = _REGULAR_FILE
            archive.writestr(entry, _DECLARATION + canonicalize(text))
    return stream.getvalue()


def _rounded_numbers(sheet: Worksheet) -> dict[str, float]:
    """The numbers, by address, that openpyxl rounds to sixteen digits when it writes them."""
    return {
        cell.coordinate: cell.value
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, float) and float(f"{cell.value:.16g}") != cell.value
    }


def _with_exact_numbers(sheet: str, numbers: Mapping[str, float]) -> str:
    def exact(match: re.Match[str]) -> str:
        number = numbers.get(match["address"])
        return match[0] if number is None else f"{match['cell']}{number!r}"

    return _NUMBER_CELL.sub(exact, sheet) if numbers else sheet


def _with_fixed_times(core: str) -> str:
    created = _CREATED.search(core)
    if created is None:
        raise ValueError("the workbook's properties do not say when it was created")
    return _MODIFIED.sub(rf"\g<1>{created[1]}<", core)


def _with_ignored_errors(sheet: str, cells: str) -> str:
    place = min(index for tag in _AFTER_IGNORED_ERRORS if (index := sheet.find(tag)) >= 0)
    ignored = f'<ignoredErrors><ignoredError sqref="{cells}" {_IGNORED}/></ignoredErrors>'
    return f"{sheet[:place]}{ignored}{sheet[place:]}"


def _with_chart_texts(drawing: str, texts: tuple[tuple[str, str], ...]) -> str:
    def named(match: re.Match[str]) -> str:
        name, description = texts[int(match[1]) - 1]
        return f"name={quoteattr(name)} descr={quoteattr(description)}"

    return _CHART_NAME.sub(named, drawing)
