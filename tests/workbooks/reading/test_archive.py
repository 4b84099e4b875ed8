"""What a file is when it is no workbook; `tests/hostile` has the damaged ones."""

import pytest

from tests.validators.damage import zipped
from workbooks.reading.archive import Trouble, UnreadableError
from workbooks.reading.book import read_book

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zip_of(*names: str) -> bytes:
    return zipped(dict.fromkeys(names, b"x"))


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
def test_another_format_is_named(data, format_):
    with pytest.raises(UnreadableError) as refused:
        read_book(data)
    assert (refused.value.trouble, refused.value.detail) == (Trouble.OTHER_FORMAT, format_)
