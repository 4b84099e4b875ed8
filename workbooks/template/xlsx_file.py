"""From openpyxl's workbook to bytes: the same workbook gives the same bytes on every machine.

openpyxl stamps the time of saving into the file, and its XML differs with the parser that is
installed. Here every part is written in canonical form and every time stamp is the plan's. What
openpyxl spells otherwise than Excel, and Microsoft's validator or other programs stumble over, is
spelt as Excel does it.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable

from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE_BY_UNIX = 3
_REGULAR_FILE = 0o100644 << 16
_STRINGS = "xl/sharedStrings.xml"
_DRAWING = "xl/drawings/drawing1.xml"
_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MAIN = f"{{{_SPREADSHEET}}}"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FONT_ORDER = ("b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "scheme")
"""What a font is, in the order of the schema."""
_AFTER_IGNORED_ERRORS = ("drawing", "legacyDrawing", "tableParts")
_IGNORED = dict.fromkeys(("numberStoredAsText", "formula", "formulaRange", "calculatedColumn"), "1")


def packed(book: Workbook, chart_texts: Iterable[tuple[str, str]]) -> bytes:
    """The workbook as an .xlsx file.

    `chart_texts` are the charts' names and descriptions, in order: a screen reader reads them.
    """
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    texts: dict[str, int] = {}
    for number, sheet in enumerate(book.worksheets, start=1):
        root = parts[f"xl/worksheets/sheet{number}.xml"]
        _spell_cells(root, sheet, texts)
        _ignore_errors(root, sheet.dimensions)
    _share(parts, texts)
    for font in parts["xl/styles.xml"].iter(f"{_MAIN}font"):
        font[:] = sorted(font, key=lambda each: _FONT_ORDER.index(etree.QName(each).localname))
    properties = {etree.QName(each).localname: each for each in parts["docProps/core.xml"]}
    properties["modified"].text = properties["created"].text
    if _DRAWING in parts:
        parts[_DRAWING] = _drawing(parts[_DRAWING], chart_texts)
    for name, root in parts.items():
        if name.endswith(".rels"):  # Relations lead from their own folder: ExcelJS finds no others.
            folder = posixpath.join("/", posixpath.dirname(posixpath.dirname(name)))
            for each in root:
                target = each.get("Target", "")
                if target.startswith("/"):
                    each.set("Target", posixpath.relpath(target, folder))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, root in parts.items():
            entry = zipfile.ZipInfo(name)  # of 1980, not of today
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _MADE_BY_UNIX
            entry.external_attr = _REGULAR_FILE
            text = etree.tostring(root, method="c14n", exclusive=True, with_comments=False)
            archive.writestr(entry, _DECLARATION + text)
    return stream.getvalue()


def _spell_cells(root: etree._Element, sheet: Worksheet, texts: dict[str, int]) -> None:
    """Numbers keep all their digits, of which openpyxl writes sixteen, and blanks are none, which
    IronCalc takes for 0. Texts go by number, as other programs expect them; `texts` grows."""
    for cell in root.iter(f"{_MAIN}c"):
        kind, value = cell.get("t"), sheet[cell.get("r", "")].value
        if kind == "n":
            del cell.attrib["t"]
            if isinstance(value, float) and float(f"{value:.16g}") != value:
                cell[0].text = repr(value)
        elif kind == "inlineStr":
            text = "".join(etree.tostring(each, encoding="unicode") for each in cell[0])
            cell.set("t", "s")
            cell.remove(cell[0])
            number = texts.setdefault(text, len(texts))
            etree.SubElement(cell, f"{_MAIN}v").text = str(number)


def _ignore_errors(root: etree._Element, cells: str) -> None:
    """No green corners on keys such as `1.1` and on formulas that differ by row."""
    ignored = etree.Element(f"{_MAIN}ignoredErrors")
    etree.SubElement(ignored, f"{_MAIN}ignoredError", {"sqref": cells, **_IGNORED})
    names = [etree.QName(each).localname for each in root]
    after = (number for number, name in enumerate(names) if name in _AFTER_IGNORED_ERRORS)
    root.insert(next(after, len(root)), ignored)


def _share(parts: dict[str, etree._Element], texts: Iterable[str]) -> None:
    """Put the part with the texts in, and name it where the package names its parts."""
    listed = [f"<si>{text}</si>" for text in texts]
    parts[_STRINGS] = etree.fromstring(
        f'<sst xmlns="{_SPREADSHEET}" uniqueCount="{len(listed)}">{"".join(listed)}</sst>'
    )
    types, relations = parts["[Content_Types].xml"], parts["xl/_rels/workbook.xml.rels"]
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f"{{{etree.QName(types).namespace}}}Override"
    etree.SubElement(types, override, PartName=f"/{_STRINGS}", ContentType=kind)
    relation = {"Id": "rIdTexts", "Type": f"{_RELATION}/sharedStrings", "Target": f"/{_STRINGS}"}
    etree.SubElement(relations, f"{{{etree.QName(relations).namespace}}}Relationship", relation)


def _drawing(root: etree._Element, texts: Iterable[tuple[str, str]]) -> etree._Element:
    """The drawing with its charts' names, and a prefix on its own elements, which ExcelJS finds
    them by."""
    charts = root.iter(f"{{{_DRAWN}}}cNvPr")
    for chart, (name, description) in zip(charts, texts, strict=True):
        chart.attrib.update({"name": name, "descr": description})
    prefixed = etree.Element(root.tag, nsmap={"xdr": _DRAWN})
    prefixed.extend(root)
    return prefixed
