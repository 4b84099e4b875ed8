"""What a file is when it is no workbook, and what a damaged workbook is refused for."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.workbooks.reading.written import MAIN, packed, parts
from workbooks.reading.archive import Trouble, UnreadableError
from workbooks.reading.book import read_book

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'


def refused(data: bytes) -> tuple[Trouble, str]:
    with pytest.raises(UnreadableError) as error:
        read_book(data)
    return error.value.trouble, error.value.detail


def zip_of(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (OLE, "ole"),
        (b"%PDF-1.7\n", "pdf"),
        (b"<!DOCTYPE html><html><table>", "html"),
        (b"\xef\xbb\xbf\r\n<HTML>", "html"),
        (b'<?xml version="1.0"?><Workbook/>', "xml"),
        (b"Mal;Resultat\n1.1.a;60\n", "text"),
        ("Mål;Resultat\n".encode("utf-16"), "text"),
        (bytes(range(256)), "unknown"),
        (zip_of("mimetype", "content.xml"), "open_document"),
        (zip_of("xl/workbook.bin"), "binary_workbook"),
        (zip_of("word/document.xml"), "word"),
        (zip_of("ppt/presentation.xml"), "powerpoint"),
        (zip_of("rapport.xlsx"), "zipped_workbook"),
        (zip_of("billede.png"), "zip"),
    ],
)
def test_another_format_is_named(data: bytes, format_: str) -> None:
    assert refused(data) == (Trouble.OTHER_FORMAT, format_)


def test_an_empty_file() -> None:
    assert refused(b"") == (Trouble.EMPTY, "")


def test_a_workbook_under_a_password() -> None:
    trouble, _ = refused(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert trouble is Trouble.ENCRYPTED


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.99])
def test_a_file_that_was_cut_off(share: float) -> None:
    data = packed(parts(ROWS))
    trouble, _ = refused(data[: int(len(data) * share)])
    assert trouble is Trouble.DAMAGED


def test_a_byte_that_was_lost_on_the_way() -> None:
    data = bytearray(packed(parts(ROWS)))
    data[data.index(b"xl/worksheets/sheet1.xml") + 60] ^= 0xFF
    assert refused(bytes(data))[0] in (Trouble.DAMAGED, Trouble.UNSAFE, Trouble.BAD_XML)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_doctype_is_refused_before_anything_can_be_made_of_it(part: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    written = parts(ROWS, shared="<si><t>Ja</t></si>")
    written[part] = bomb + written[part]
    assert refused(packed(written))[0] is Trouble.BAD_XML


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml"])
def test_a_part_that_is_not_there(part: str) -> None:
    written = parts(ROWS)
    del written[part]
    assert refused(packed(written))[0] in (Trouble.PART_MISSING, Trouble.UNSAFE)


@pytest.mark.parametrize(
    "sheet",
    [
        "ikke xml",
        f'<worksheet xmlns="{MAIN}"><sheetData>',
        f'<worksheet xmlns="{MAIN}">{"<a>" * 200}{"</a>" * 200}<sheetData/></worksheet>',
    ],
)
def test_xml_that_cannot_be_read(sheet: str) -> None:
    written = parts(ROWS)
    written["xl/worksheets/sheet1.xml"] = sheet
    assert refused(packed(written))[0] is Trouble.BAD_XML


@pytest.mark.parametrize(
    "sheets",
    [
        "",
        '<sheet name="A" sheetId="1" r:id="rId1"/><sheet name="a" sheetId="2" r:id="rId1"/>',
        '<sheet sheetId="1" r:id="rId1"/>',
        '<sheet name="A" sheetId="1"/>',
    ],
)
def test_a_list_of_sheets_that_no_program_writes(sheets: str) -> None:
    written = parts(ROWS)
    text = written["xl/workbook.xml"]
    before, _, rest = text.partition("<sheets>")
    written["xl/workbook.xml"] = f"{before}<sheets>{sheets}</sheets></workbook>"
    assert rest
    assert refused(packed(written))[0] is Trouble.BAD_XML
