"""Small workbooks written by hand, so that a test can say exactly what stands in them."""

from collections.abc import Mapping

from tests.validators.damage import zipped
from workbooks.reading.book import Book, read_book
from workbooks.reading.cells import Cell

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PART_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parts(rows: str, *, shared: str | None = None, date1904: bool = False) -> dict[str, str]:
    """The parts of a workbook of one sheet, Ark1; `rows` is what stands in `sheetData`."""
    strings = (
        '<Relationship Id="rId2" Type="{0}/sharedStrings" Target="sharedStrings.xml"/>'
        if shared is not None
        else ""
    )
    written = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{PART_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{PART_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{PART_TYPE}.sharedStrings+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1"'
        f' Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        f'<workbookPr date1904="{int(date1904)}"/>'
        '<sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f"{strings.format(RELATIONS)}</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
    }
    if shared is not None:
        written["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{shared}</sst>'
    return written


def packed(written: Mapping[str, str]) -> bytes:
    return zipped({name: (HEAD + text).encode() for name, text in written.items()})


def book_of(rows: str, *, shared: str | None = None, date1904: bool = False) -> Book:
    return read_book(packed(parts(rows, shared=shared, date1904=date1904)))


def cell_of(cell: str, *, shared: str | None = None) -> Cell:
    """The cell B2, read from its XML."""
    rows = f'<row r="2">{cell}</row>'
    return book_of(rows, shared=shared).sheets[0].cell(2, 2)
