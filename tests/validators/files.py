"""Files that are no workbook, or another workbook than a report."""

from __future__ import annotations

import io
import re

from openpyxl import Workbook

from tests.validators.damage import in_part, parts_of, zipped
from tests.validators.reports import complete_report

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le")


def cut_off() -> bytes:
    """A report that was not sent whole."""
    return complete_report()[:-400]


def with_part(name: str, content: bytes) -> bytes:
    """A report with something more packed into it."""
    return zipped({**parts_of(complete_report()), name: content})


def with_tail() -> bytes:
    """A report with something after its end, where another program could look first."""
    return complete_report() + b"PK and more"


def with_link_to_a_file() -> bytes:
    """A report that takes values from another workbook."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="file:///C:/tal.xlsx" TargetMode="External" Type="http:'
        '//schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"/>'
        "</Relationships>"
    )
    return zipped(
        {
            **parts_of(complete_report()),
            "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations.encode(),
        }
    )


def with_link_in_a_cell() -> bytes:
    """A report with a link to the web in P11 of Afrapportering."""
    link = (
        '<hyperlinks><hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships" ref="P11" r:id="rId99"/></hyperlinks>'
    )
    linked = in_part(
        complete_report(),
        "xl/worksheets/sheet3.xml",
        lambda text: text.replace("<printOptions", f"{link}<printOptions"),
    )
    target = (
        '<Relationship Id="rId99" Target="https://eksempel.dk/bilag" TargetMode="External"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
    )
    return in_part(
        linked,
        "xl/worksheets/_rels/sheet3.xml.rels",
        lambda text: text.replace("</Relationships>", f"{target}</Relationships>"),
    )


def with_hidden_sheet() -> bytes:
    """A report whose sheet Afrapportering is hidden."""
    return in_part(
        complete_report(),
        "xl/workbook.xml",
        lambda text: text.replace('sheetId="3" state="visible"', 'sheetId="3" state="hidden"'),
    )


def with_merged_results() -> bytes:
    """A report where the result in I12 is merged into the one above."""
    return in_part(
        complete_report(),
        "xl/worksheets/sheet3.xml",
        lambda text: text.replace("</mergeCells>", '<mergeCell ref="I11:I12"/></mergeCells>'),
    )


def with_count_as_percentage() -> bytes:
    """A report where the count in I11 has the number format of the percentage in I12."""

    def restyled(text: str) -> str:
        percentage = re.search(r'r="I12" s="(\d+)"', text)
        assert percentage is not None
        return re.sub(r'r="I11" s="\d+"', f'r="I11" s="{percentage[1]}"', text)

    return in_part(complete_report(), "xl/worksheets/sheet3.xml", restyled)


def with_shorter_table() -> bytes:
    """A report whose table tblAfrapportering ends before its last row."""
    return in_part(
        complete_report(), "xl/tables/table2.xml", lambda text: text.replace("A10:S29", "A10:S28")
    )


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
