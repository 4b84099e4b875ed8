"""Files of another format that carry the name of a workbook."""

import gzip

from tests.hostile.original import original
from tests.hostile.variant import Kinds
from tests.validators.damage import zipped

kinds = Kinds("formats")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le")


@kinds.unreadable("RP-102")
def an_open_document() -> bytes:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": b"<office:document-content/>"})


kinds.unreadable(
    "RP-102",
    an_old_workbook=lambda: OLE,
    a_binary_workbook=lambda: zipped(
        {"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": bytes(100)}
    ),
    a_letter=lambda: zipped(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
    ),
    a_presentation=lambda: zipped(
        {"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}
    ),
    an_archive_with_the_workbook_in_it=lambda: zipped({"rapport.xlsx": original()}),
    an_archive_of_something_else=lambda: zipped({"readme.txt": b"hej"}),
    a_packed_workbook=lambda: gzip.compress(original(), mtime=0),
    a_portable_document=lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    a_web_page=lambda: b"<!DOCTYPE html><html><table><tr><td>60</td></tr></table></html>",
    a_web_page_after_a_byte_order_mark=lambda: b"\xef\xbb\xbf\n<html><table></table></html>",
    a_spreadsheet_of_2003_in_xml=lambda: (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    ),
    comma_separated_values=lambda: "Nøgle;Resultat\n1.1.a;60\n".encode(),
    comma_separated_values_in_utf_16=lambda: "Nøgle;Resultat\n1.1.a;60\n".encode("utf-16"),
    values_that_begin_like_an_archive=lambda: b"PK;Resultat\n1;60\n" + b"2;61\n" * 10,
    a_picture=lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    noise=lambda: bytes(range(255, -1, -1)) * 20,
)

kinds.unreadable("RP-103", a_workbook_with_a_password=lambda: ENCRYPTED)
kinds.unreadable(
    "RP-117",
    a_workbook_encrypted_by_a_label=lambda: ENCRYPTED + "DRMEncryptedTransform".encode("utf-16-le"),
)
