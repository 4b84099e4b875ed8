"""Files of another format that carry the name of a workbook."""

from __future__ import annotations

import gzip

from tests.hostile.original import original
from tests.hostile.variant import Kinds
from tests.validators.damage import zipped
from tests.validators.files import ENCRYPTED, OLE

kinds = Kinds("formats")


@kinds.unreadable("RP-102")
def an_old_workbook() -> bytes:
    return OLE


@kinds.unreadable("RP-103")
def a_workbook_with_a_password() -> bytes:
    return ENCRYPTED


@kinds.unreadable("RP-102")
def an_open_document() -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": b"<office:document-content/>"})


@kinds.unreadable("RP-102")
def a_binary_workbook() -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": bytes(100)})


@kinds.unreadable("RP-102")
def a_letter() -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})


@kinds.unreadable("RP-102")
def a_presentation() -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"})


@kinds.unreadable("RP-102")
def an_archive_with_the_workbook_in_it() -> bytes:
    return zipped({"rapport.xlsx": original()})


@kinds.unreadable("RP-102")
def an_archive_of_something_else() -> bytes:
    return zipped({"readme.txt": b"hej"})


@kinds.unreadable("RP-102")
def a_packed_workbook() -> bytes:
    return gzip.compress(original(), mtime=0)


@kinds.unreadable("RP-102")
def a_portable_document() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@kinds.unreadable("RP-102")
def a_web_page() -> bytes:
    return b"<!DOCTYPE html><html><table><tr><td>60</td></tr></table></html>"


@kinds.unreadable("RP-102")
def a_web_page_after_a_byte_order_mark() -> bytes:
    return b"\xef\xbb\xbf\n<html><table></table></html>"


@kinds.unreadable("RP-102")
def a_spreadsheet_of_2003_in_xml() -> bytes:
    return b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'


@kinds.unreadable("RP-102")
def comma_separated_values() -> bytes:
    return "Nøgle;Resultat\n1.1.a;60\n".encode()


@kinds.unreadable("RP-102")
def comma_separated_values_in_utf_16() -> bytes:
    return "Nøgle;Resultat\n1.1.a;60\n".encode("utf-16")


@kinds.unreadable("RP-102")
def values_that_begin_like_an_archive() -> bytes:
    return b"PK;Resultat\n1;60\n" + b"2;61\n" * 10


@kinds.unreadable("RP-102")
def a_picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(100)


@kinds.unreadable("RP-102")
def noise() -> bytes:
    return bytes(range(255, -1, -1)) * 20
