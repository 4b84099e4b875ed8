"""Comments at cells: the part with their texts, and the drawing that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from workbooks.coordinates import column_number

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_FIRST_SHAPE = 9_001
_LINE, _LINE_CHARACTERS, _WIDTH = 15, 46, 260
"""Pixels of a line, characters that fit in it, pixels of the box."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment at a cell (`I12`)."""

    cell: str
    text: str


def comments_part(notes: Sequence[Note], author: str) -> bytes:
    """A whole comments part."""
    entries = "".join(comment(note, 0) for note in notes)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<comments xmlns="{SPREADSHEET}"><authors><author>{xml_text(author)}</author></authors>'
        f"<commentList>{entries}</commentList></comments>"
    ).encode()


def comment(note: Note, author: int, prefix: str = "") -> str:
    """One comment's element, by the author with this number."""
    p = prefix
    return (
        f'<{p}comment ref="{note.cell}" authorId="{author}"><{p}text><{p}r>'
        f'<{p}rPr><{p}sz val="9"/><{p}rFont val="Calibri"/></{p}rPr>'
        f'<{p}t xml:space="preserve">{xml_text(note.text)}</{p}t></{p}r></{p}text></{p}comment>'
    )


def drawing_part(notes: Sequence[Note]) -> bytes:
    """A whole drawing with a box for each comment."""
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="9"/></o:shapelayout>'
        '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
        'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
        '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
        f"{shapes(notes)}</xml>"
    ).encode()


def shapes(notes: Sequence[Note]) -> str:
    """The boxes alone, hidden until the cell is pointed at."""
    return "".join(_shape(number, note) for number, note in enumerate(notes, _FIRST_SHAPE))


def xml_text(text: str) -> str:
    """A text as XML content; characters that XML cannot hold are left out."""
    return escape("".join(each for each in text if each >= " " or each in "\n\t"), quote=True)


def _shape(number: int, note: Note) -> str:
    letters = note.cell.rstrip("0123456789")
    row, column = int(note.cell[len(letters) :]) - 1, column_number(letters) - 1
    height = 24 + _LINE * sum(
        1 + len(line) // _LINE_CHARACTERS for line in note.text.splitlines() or [""]
    )
    anchor = f"{column + 1}, 12, {max(row - 1, 0)}, 8, {column + 4}, 12, {row + 6}, 8"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
        f'width:{_WIDTH}px;height:{height}px;visibility:hidden" fillcolor="#fff8dc" '
        'o:insetmode="auto"><v:fill color2="#fff8dc"/><v:shadow color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
