"""A copy of a received workbook with comments at its cells and a list of them; nothing else moves.

The copy is made part by part: what is not touched stays byte for byte, so that cached values,
charts and whatever else a library would lose are still there. The comments go into the sheets they
belong to; the list, with a link to each cell, is the last sheet, and the workbook opens on it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from workbooks.coordinates import column_letter
from workbooks.insertion import Span, XmlPart, xml_part
from workbooks.reading.archive import Archive, open_archive
from workbooks.reading.cells import read_address
from workbooks.reading.xml_parts import CONTENT_TYPES, WORKBOOK, Relation, bad_xml, read_relations

_SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AFTER_DRAWING = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
"""What stands after `legacyDrawing` in a sheet, by the standard's order."""
_SELECTED = re.compile(rb'\stabSelected\s*=\s*["\'](?:1|true)["\']')
_ACTIVE = re.compile(rb'\sactiveTab\s*=\s*["\']\d*["\']')
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Note:
    """A comment at a cell (`I12`)."""

    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of the list: its texts, and the sheet and cell that its first column leads to."""

    texts: tuple[str, ...]
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The whole list: its sheet's name, what stands above, the headings with widths, the lines."""

    name: str
    title: str
    lead: str
    headings: tuple[tuple[str, int], ...]
    lines: tuple[ListLine, ...]


def annotated(
    data: bytes, notes: Mapping[str, Sequence[Note]], listing: Listing, author: str
) -> bytes:
    """A copy of the workbook in `data` with `notes`, by sheet name, and the list as a last sheet.

    Notes at sheets that the workbook does not have are left out, as are those at cells where a
    comment of the sender's stands: the list has them all. Raises `UnreadableError` for a file
    that is no readable workbook.
    """
    copy = _Copy(open_archive(data))
    for name, part in copy.sheets().items():
        if notes.get(name):
            copy.add_notes(part, notes[name], author)
    copy.add_list(listing)
    return copy.packed()


class _Copy:
    """The parts of the copy as they grow."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._parts = {name: archive.part(name) for name in archive.names}
        self._relations = read_relations(archive, WORKBOOK)

    def sheets(self) -> dict[str, str]:
        """The parts of the worksheets, by the sheets' names."""
        found: dict[str, str] = {}
        for sheet in self._sheet_list().children:
            names = (value for name, value in sheet.attributes.items() if name.endswith(":id"))
            relation = self._relations.get(next(names, ""))
            if relation is not None and relation.kind == "worksheet":
                found[sheet.attributes.get("name", "")] = relation.target
        return found

    def add_notes(self, sheet: str, notes: Sequence[Note], author: str) -> None:
        """Put comments into one sheet."""
        relations = read_relations(self._archive, sheet)
        comments, drawing = (_target(relations, kind) for kind in ("comments", "vmlDrawing"))
        if comments is not None and drawing is not None:
            self._add_to_theirs(comments, drawing, notes, author)
            return
        comments = self._free_name("xl/comments{}.xml")
        self._parts[comments] = _comments_part(notes, author)
        self._declare(comments, _COMMENTS_TYPE)
        self._relate(sheet, comments, "comments")
        drawing = self._free_name("xl/drawings/vmlDrawing{}.vml")
        self._parts[drawing] = _drawing_part(notes)
        types = self._xml(CONTENT_TYPES).root.children
        if "vml" not in [each.attributes.get("Extension", "").lower() for each in types]:
            default = f'<Default Extension="vml" ContentType="{_DRAWING_TYPE}"/>'
            self._insert(CONTENT_TYPES, default, before=("Override",))
        relation = self._relate(sheet, drawing, "vmlDrawing")
        element = f'<legacyDrawing xmlns:r="{_OFFICE}" r:id="{relation}"/>'
        self._insert(sheet, element, before=_AFTER_DRAWING)

    def _add_to_theirs(
        self, comments: str, drawing: str, notes: Sequence[Note], author: str
    ) -> None:
        """Comments beside those that are there; those of an earlier reply are replaced."""
        part = self._xml(comments)
        authors, listed = part.root.child("authors"), part.root.child("commentList")
        if authors is None or listed is None:
            raise bad_xml(comments, "comments")
        if {part.text(each) for each in authors.children} == {author}:
            self._parts[comments] = _comments_part(notes, author)
            self._parts[drawing] = _drawing_part(notes)
            return
        taken = {each.attributes.get("ref") for each in listed.children}
        free = [note for note in notes if note.cell not in taken]
        number = self._append(comments, "authors", f"<author>{_xml(author)}</author>")
        entries = "".join(_comment(note, number) for note in free)
        self._append(comments, "commentList", entries)
        self._insert(drawing, _shapes(free))

    def add_list(self, listing: Listing) -> None:
        """Put the list last, and let the workbook open on it."""
        for sheet in self.sheets().values():
            self._parts[sheet] = _SELECTED.sub(b"", self._parts[sheet])
        part = _list_part(listing, self._add_looks())
        earlier = self.sheets().get(listing.name)
        if earlier is not None:
            self._parts[earlier] = part
            return
        name = self._free_name("xl/worksheets/sheet{}.xml")
        self._parts[name] = part
        self._declare(name, _SHEET_TYPE)
        relation = self._relate(WORKBOOK, name, "worksheet")
        ids = [int(each.attributes.get("sheetId", "0")) for each in self._sheet_list().children]
        self._append(
            WORKBOOK,
            "sheets",
            f'<sheet xmlns:r="{_OFFICE}" name="{_xml(listing.name)}" sheetId="{max(ids) + 1}" '
            f'r:id="{relation}"/>',
        )
        active = f' activeTab="{len(ids)}"'.encode()
        self._parts[WORKBOOK] = _ACTIVE.sub(active, self._parts[WORKBOOK], count=1)

    def packed(self) -> bytes:
        """The copy as a file; the same parts give the same bytes."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in self._parts.items():
                archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def _add_looks(self) -> dict[str, int]:
        """The numbers of the cell formats of the list, put behind those that are there already."""
        numbers = dict.fromkeys(_LOOKS, 0)
        styles = _target(self._relations, "styles")
        if styles is None:
            return numbers
        for name, (font, fill, alignment) in _LOOKS.items():
            font_id = self._append(styles, "fonts", f"<font>{font}</font>")
            fill_id = self._append(styles, "fills", f"<fill>{fill}</fill>") if fill else 0
            numbers[name] = self._append(
                styles,
                "cellXfs",
                f'<xf numFmtId="0" fontId="{font_id}" fillId="{fill_id}" borderId="0" xfId="0" '
                'applyFont="1" applyFill="1" applyAlignment="1">'
                f"<alignment {alignment}/></xf>",
            )
        return numbers

    def _xml(self, part: str) -> XmlPart:
        return xml_part(self._parts[part], part)

    def _insert(self, part: str, element: str, before: Sequence[str] = ()) -> None:
        self._parts[part] = self._xml(part).before(before, element)

    def _append(self, part: str, group: str, element: str) -> int:
        """Put an element last into a group of the part; how many stood there before it."""
        read = self._xml(part)
        span = read.root.child(group)
        if span is None:
            return 0
        self._parts[part] = read.appended(span, element)
        return len(span.children)

    def _sheet_list(self) -> Span:
        sheets = self._xml(WORKBOOK).root.child("sheets")
        if sheets is None:
            raise bad_xml(WORKBOOK, "sheets")
        return sheets

    def _free_name(self, pattern: str) -> str:
        taken = {name.lower() for name in self._parts}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def _declare(self, part: str, content_type: str) -> None:
        override = f'<Override PartName="/{part}" ContentType="{content_type}"/>'
        self._insert(CONTENT_TYPES, override)

    def _relate(self, source: str, target: str, kind: str) -> str:
        """Let one part refer to another; the relation's id."""
        folder, name = posixpath.split(source)
        rels = f"{folder}/_rels/{name}.rels"
        self._parts.setdefault(rels, f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
        taken = {each.attributes.get("Id") for each in self._xml(rels).root.children}
        number = 1
        while f"rIdRp{number}" in taken:
            number += 1
        relation = f"rIdRp{number}"
        element = f'<Relationship Id="{relation}" Type="{_OFFICE}/{kind}" Target="/{target}"/>'
        self._insert(rels, element)
        return relation


def _target(relations: Mapping[str, Relation], kind: str) -> str | None:
    return next((each.target for each in relations.values() if each.kind == kind), None)


def _xml(text: str) -> str:
    """A text as XML content; characters that XML cannot hold are left out."""
    return escape("".join(each for each in text if each >= " " or each in "\n\t"), quote=True)


def _comments_part(notes: Sequence[Note], author: str) -> bytes:
    entries = "".join(_comment(note, 0) for note in notes)
    return (
        f'{_DECLARATION}<comments xmlns="{_SPREADSHEET}"><authors><author>{_xml(author)}</author>'
        f"</authors><commentList>{entries}</commentList></comments>"
    ).encode()


def _comment(note: Note, author: int) -> str:
    """One comment's element, by the author with this number."""
    return (
        f'<comment ref="{note.cell}" authorId="{author}"><text><r>'
        '<rPr><sz val="9"/><rFont val="Calibri"/></rPr>'
        f'<t xml:space="preserve">{_xml(note.text)}</t></r></text></comment>'
    )


_FIRST_SHAPE = 9_001
_LINE, _LINE_CHARACTERS, _WIDTH = 15, 46, 260
"""Pixels of a line, characters that fit in it, pixels of the box of a comment."""


def _drawing_part(notes: Sequence[Note]) -> bytes:
    """A whole drawing with a box for each comment."""
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="9"/></o:shapelayout>'
        '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
        'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
        '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
        f"{_shapes(notes)}</xml>"
    ).encode()


def _shapes(notes: Sequence[Note]) -> str:
    """The boxes alone, hidden until the cell is pointed at."""
    return "".join(_shape(number, note) for number, note in enumerate(notes, _FIRST_SHAPE))


def _shape(number: int, note: Note) -> str:
    row, column = (each - 1 for each in read_address(note.cell))
    lines = note.text.splitlines() or [""]
    height = 24 + _LINE * sum(1 + len(line) // _LINE_CHARACTERS for line in lines)
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


_CALIBRI = '<name val="Calibri"/>'
_WRAPPED = 'vertical="top" wrapText="1"'
_LOOKS = {
    "title": (f'<b/><sz val="14"/>{_CALIBRI}', "", 'vertical="center"'),
    "heading": (
        f'<b/><sz val="10"/><color rgb="FFFFFFFF"/>{_CALIBRI}',
        '<patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/></patternFill>',
        _WRAPPED,
    ),
    "text": (f'<sz val="10"/>{_CALIBRI}', "", _WRAPPED),
    "link": (f'<u/><sz val="10"/><color rgb="FF0B4F9E"/>{_CALIBRI}', "", _WRAPPED),
}
"""The cell formats of the list: font, fill and alignment of each."""
_HEADER_ROW = 4


def _list_part(listing: Listing, looks: Mapping[str, int]) -> bytes:
    """The list's sheet."""
    widths = enumerate((width for _, width in listing.headings), start=1)
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in widths
    )
    lines = list(enumerate(listing.lines, start=_HEADER_ROW + 1))
    text, link = looks["text"], looks["link"]
    rows = [
        _row(1, [listing.title], looks["title"]),
        _row(2, [listing.lead], 0),
        _row(_HEADER_ROW, [heading for heading, _ in listing.headings], looks["heading"]),
        *(_row(row, line.texts, text, link if line.cell else text) for row, line in lines),
    ]
    links = "".join(
        f'<hyperlink ref="A{row}" location="{_xml(_location(line.sheet, line.cell))}" '
        f'display="{_xml(line.texts[0])}"/>'
        for row, line in lines
        if line.sheet and line.cell
    )
    corner = f"{column_letter(len(listing.headings))}{_HEADER_ROW + len(listing.lines)}"
    return (
        f'{_DECLARATION}<worksheet xmlns="{_SPREADSHEET}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{_HEADER_ROW}" topLeftCell="A{_HEADER_ROW + 1}" activePane="bottomLeft" '
        'state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A{_HEADER_ROW}:{corner}"/>'
        f"{f'<hyperlinks>{links}</hyperlinks>' if links else ''}"
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _row(number: int, texts: Sequence[str], style: int, first: int | None = None) -> str:
    styles = [style if first is None else first, *([style] * len(texts))]
    cells = "".join(
        f'<c r="{column_letter(n)}{number}" s="{look}" '
        f't="inlineStr"><is><t xml:space="preserve">{_xml(text)}</t></is></c>'
        for n, (text, look) in enumerate(zip(texts, styles, strict=False), start=1)
    )
    return f'<row r="{number}">{cells}</row>'


def _location(sheet: str, cell: str) -> str:
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"
