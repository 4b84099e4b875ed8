"""Where active content stands: on which sheet, and a picture at which cell."""

import pytest

from tests.hostile.activity import DRAWING, leading_to
from tests.hostile.original import (
    HIDDEN,
    REPORT,
    before_end,
    original,
    text_of,
    together,
    with_relation,
)
from workbooks.reading.active import ActiveKind
from workbooks.reading.book import read_book

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_pasted_picture(data: bytes) -> bytes:
    """A picture pasted from a mail: it lies in the mail still."""
    anchor = (
        f'<x:oneCellAnchor xmlns:x="{_XDR}"><x:from><x:col>2</x:col><x:row>4</x:row></x:from>'
        f'<x:pic xmlns:r="{_REL}"><x:blip r:link="rId60"/></x:pic></x:oneCellAnchor>'
    )
    root = text_of(DRAWING, data).rstrip().rpartition("</")[2].rstrip(">")
    picture = with_relation(DRAWING, 60, "image", "cid:image001.png@01D9", external=True)
    return together(before_end(DRAWING, root, anchor), picture)(data)


CONTROL = leading_to("xl/ctrlProps/c1.xml", "ctrlProp", REPORT)
IMPORT = leading_to("xl/queryTables/q1.xml", "queryTable", HIDDEN)


@pytest.mark.parametrize(
    ("change", "kind", "sheet", "cell"),
    [
        (CONTROL, ActiveKind.EMBEDDED, "Afrapportering", None),
        (IMPORT, ActiveKind.CONNECTION, "_rp", None),
        (with_pasted_picture, ActiveKind.PICTURE, "Historik", "C5"),
        (leading_to("xl/connections.xml", "connections"), ActiveKind.CONNECTION, None, None),
    ],
)
def test_what_is_active_is_told_with_its_place(change, kind, sheet, cell):
    (found,) = (each for each in read_book(change(original())).active if each.kind is kind)
    assert (found.sheet, found.cell) == (sheet, cell)
