"""What a file is when it is no workbook, and what a damaged workbook is refused for."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.workbooks.reading.written import packed, parts
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


def test_a_byte_that_was_lost_on_the_way() -> None:
    data = bytearray(packed(parts(ROWS)))
    data[data.index(b"xl/worksheets/sheet1.xml") + 60] ^= 0xFF
    assert refused(bytes(data))[0] in (Trouble.DAMAGED, Trouble.UNSAFE, Trouble.BAD_XML)
