"""From openpyxl's workbook to bytes: the same workbook gives the same bytes on every machine.

openpyxl stamps the time of saving into the file, and its XML differs with the parser that is
installed. Here every part is written in canonical form and every time stamp is the plan's. What
openpyxl spells otherwise than Excel, and Microsoft's validator or other programs stumble over, is
spelt as Excel does it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MADE_BY_UNIX = 3
_REGULAR_FILE = 0o100644 << 16
_CORE = "docProps/core.xml"
_STYLES = "xl/styles.xml"
_STRINGS = "xl/sharedStrings.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRINGS_TYPE = (
    f'<Override PartName="/{_STRINGS}" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_STRINGS_RELATION = (
    '<Relationship Id="rIdTexts" Target="sharedStrings.xml" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/>'
)
_DRAWING = "xl/drawings/drawing1.xml"
_CREATED = re.compile(r"<dcterms:created[^>]*>([^<]*)<")
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*<")
_SAID_NUMBER = re.compile(r'(<c [^>]*?) t="n"')
"""What openpyxl says of blanks too, and IronCalc then takes for 0."""
_INLINE = re.compile(r'(<c [^>]*)t="inlineStr"([^>]*)><is>(.*?)</is>', re.DOTALL)
_TARGET = re.compile(r'Target="(/[^"]*)"')
_FONT = re.compile(r"(?<=<font>).*?(?=</font>)", re.DOTALL)
_OF_A_FONT = re.compile(r"<(\w+)[^>]*?/>")
_FONT_ORDER = ("b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "scheme")
_PLAIN_TAG = re.compile(r"<(/?)(?=\w+[ />])")
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
    texts: dict[str, int] = {}
    for number, sheet in enumerate(book.worksheets, start=1):
        path = f"xl/worksheets/sheet{number}.xml"
        text = _with_exact_numbers(parts[path], _rounded_numbers(sheet))
        text = _SAID_NUMBER.sub(r"\1", _with_ignored_errors(text, sheet.dimensions))
        parts[path] = _with_shared_texts(text, texts)
    _add_shared_texts(parts, texts)
    parts[_CORE] = _with_fixed_times(parts[_CORE])
    parts[_STYLES] = _FONT.sub(_in_order, parts[_STYLES])
    if _DRAWING in parts:
        parts[_DRAWING] = _prefixed(_with_chart_texts(parts[_DRAWING], chart_texts))
    for name in parts:
        if name.endswith(".rels"):
            parts[name] = _with_relative_targets(name, parts[name])
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
            archive.writestr(entry, _DECLARATION.encode() + _canonical(text))
    return stream.getvalue()


def _canonical(text: str) -> bytes:
    root = etree.fromstring(text.encode())
    return etree.tostring(root, method="c14n", exclusive=True, with_comments=False)


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


def _with_shared_texts(sheet: str, texts: dict[str, int]) -> str:
    """The sheet with numbers for its texts, as other programs expect them; `texts` grows."""

    def shared(match: re.Match[str]) -> str:
        number = texts.setdefault(match[3], len(texts))
        return f'{match[1]}t="s"{match[2]}><v>{number}</v>'

    return _INLINE.sub(shared, sheet)


def _add_shared_texts(parts: dict[str, str], texts: Mapping[str, int]) -> None:
    listed = "".join(f"<si>{text}</si>" for text in texts)
    parts[_STRINGS] = f'<sst xmlns="{_MAIN}" uniqueCount="{len(texts)}">{listed}</sst>'
    for part, end, entry in (
        (_CONTENT_TYPES, "</Types>", _STRINGS_TYPE),
        (_WORKBOOK_RELATIONS, "</Relationships>", _STRINGS_RELATION),
    ):
        parts[part] = parts[part].replace(end, f"{entry}{end}")


def _in_order(font: re.Match[str]) -> str:
    """What a font is, in the order of the schema."""
    told = sorted(_OF_A_FONT.finditer(font[0]), key=lambda each: _FONT_ORDER.index(each[1]))
    return "".join(each[0] for each in told)


def _prefixed(drawing: str) -> str:
    """The drawing with a prefix on its own elements, which ExcelJS finds them by."""
    return _PLAIN_TAG.sub(r"<\1xdr:", drawing).replace(" xmlns=", " xmlns:xdr=", 1)


def _with_relative_targets(name: str, relations: str) -> str:
    """Relations that lead from their own folder: ExcelJS finds no others."""
    folder = posixpath.join("/", posixpath.dirname(posixpath.dirname(name)))
    return _TARGET.sub(lambda match: f'Target="{posixpath.relpath(match[1], folder)}"', relations)


def _with_chart_texts(drawing: str, texts: tuple[tuple[str, str], ...]) -> str:
    def named(match: re.Match[str]) -> str:
        name, description = texts[int(match[1]) - 1]
        return f"name={quoteattr(name)} descr={quoteattr(description)}"

    return _CHART_NAME.sub(named, drawing)
