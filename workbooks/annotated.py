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
from itertools import count

from lxml import etree

from workbooks.coordinates import column_letter, position_of
from workbooks.reading.archive import Archive, open_archive
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
_UNFIT = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""
_PARSER = etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True)
_VML = (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)


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
    sheets = copy.sheets()
    copy.add_list(listing)
    for name, part in sheets.items():
        if notes.get(name) and name != listing.name:
            copy.add_notes(part, notes[name], author)
    return copy.packed()


class _Copy:
    """The parts of the copy as they grow; those that something is put into are kept as trees."""

    def __init__(self, archive: Archive) -> None:
        self._parts = {name: archive.part(name) for name in archive.entries}
        self._trees: dict[str, etree._Element] = {}
        self._relations = read_relations(archive)

    def sheets(self) -> dict[str, str]:
        """The parts of the worksheets, by the sheets' names."""
        found: dict[str, str] = {}
        for sheet in self._group(WORKBOOK, "sheets"):
            ids = (id_ for name, id_ in sheet.items() if etree.QName(name).localname == "id")
            relation = self._relations[WORKBOOK].get(str(next(ids, "")))
            if relation is not None and relation.kind == "worksheet":
                found[sheet.get("name", "")] = relation.target
        return found

    def add_list(self, listing: Listing) -> None:
        """Put the list last, and let the workbook open on it; the sheets are still as they came."""
        sheets = self.sheets()
        for sheet in sheets.values():
            self._parts[sheet] = _SELECTED.sub(b"", self._parts[sheet])
        part = _list_part(listing, self._add_looks())
        if listing.name in sheets:
            self._parts[sheets[listing.name]] = part
            return
        name = self._new_part("xl/worksheets/sheet{}.xml", part, _SHEET_TYPE)
        relation = self._relate(WORKBOOK, name, "worksheet")
        listed = self._group(WORKBOOK, "sheets")
        ids = [int(each.get("sheetId", "0")) for each in listed]
        listed.extend(
            _elements(
                listed,
                f'<sheet name="{_xml(listing.name)}" sheetId="{max(ids) + 1}" r:id="{relation}"/>',
            )
        )
        for view in self._root(WORKBOOK).iterfind("{*}bookViews/{*}workbookView[@activeTab]"):
            view.set("activeTab", str(len(ids)))

    def add_notes(self, sheet: str, notes: Sequence[Note], author: str) -> None:
        """Put comments into one sheet, beside the sender's own; an earlier reply's are replaced."""
        relations = self._relations.get(sheet, {})
        comments, drawing = (_target(relations, kind) for kind in ("comments", "vmlDrawing"))
        if comments is None or drawing is None:
            comments, drawing = self._add_comments_to(sheet)
        elif {each.text for each in self._group(comments, "authors")} == {author}:
            for part, nothing in ((comments, _NO_COMMENTS), (drawing, _NO_BOXES)):
                self._parts[part] = nothing
                self._trees.pop(part, None)
        authors, listed = (self._group(comments, name) for name in ("authors", "commentList"))
        taken = {each.get("ref") for each in listed}
        free = [note for note in notes if note.cell not in taken]
        entries = "".join(_comment(note, len(authors)) for note in free)
        authors.extend(_elements(authors, f"<author>{_xml(author)}</author>"))
        listed.extend(_elements(listed, entries))
        boxes = "".join(_box(number, note) for number, note in enumerate(free, _FIRST_SHAPE))
        root = self._root(drawing)
        root.extend(_elements(root, boxes))

    def _add_comments_to(self, sheet: str) -> tuple[str, str]:
        """Give a sheet comments, none as yet: the parts with their texts and with their boxes."""
        comments = self._new_part("xl/comments{}.xml", _NO_COMMENTS, _COMMENTS_TYPE)
        self._relate(sheet, comments, "comments")
        drawing = self._new_part("xl/drawings/vmlDrawing{}.vml", _NO_BOXES)
        types = self._root(CONTENT_TYPES)
        if "vml" not in [each.get("Extension", "").lower() for each in types]:
            default = f'<Default Extension="vml" ContentType="{_DRAWING_TYPE}"/>'
            types[:0] = _elements(types, default)
        relation = self._relate(sheet, drawing, "vmlDrawing")
        root = self._root(sheet)
        names = [etree.QName(each).localname for each in root]
        at = next((n for n, name in enumerate(names) if name in _AFTER_DRAWING), len(names))
        root[at:at] = _elements(root, f'<legacyDrawing r:id="{relation}"/>')
        return comments, drawing

    def packed(self) -> bytes:
        """The copy as a file; the same parts give the same bytes."""
        grown = {
            name: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
            for name, root in self._trees.items()
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, content in (self._parts | grown).items():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def _add_looks(self) -> dict[str, int]:
        """The numbers of the cell formats of the list, put behind those that are there already."""
        styles = _target(self._relations[WORKBOOK], "styles")
        if styles is None:
            return dict.fromkeys(_LOOKS, 0)
        return {
            name: self._add_style(
                styles,
                "cellXfs",
                f'<xf numFmtId="0" fontId="{self._add_style(styles, "fonts", font)}" '
                f'fillId="{self._add_style(styles, "fills", fill) if fill else 0}" borderId="0" '
                'xfId="0" applyFont="1" applyFill="1" applyAlignment="1">'
                f"<alignment {alignment}/></xf>",
            )
            for name, (font, fill, alignment) in _LOOKS.items()
        }

    def _add_style(self, styles: str, group: str, element: str) -> int:
        """Put an element last into a group of the styles; its number there."""
        kept = self._root(styles).find(f"{{*}}{group}")
        if kept is None:
            return 0
        number = len(kept)
        kept.extend(_elements(kept, element))
        kept.set("count", str(len(kept)))
        return number

    def _root(self, part: str) -> etree._Element:
        """The root of a part that something is put into. Raises `UnreadableError`."""
        if part not in self._trees:
            try:
                root = etree.fromstring(self._parts[part], _PARSER)
            except etree.XMLSyntaxError as error:
                raise bad_xml(part, str(error)) from error
            if root.getroottree().docinfo.internalDTD is not None:
                raise bad_xml(part, "DOCTYPE")
            self._trees[part] = root
        return self._trees[part]

    def _group(self, part: str, name: str) -> etree._Element:
        """An element right below the root of a part. Raises `UnreadableError` without it."""
        group = self._root(part).find(f"{{*}}{name}")
        if group is None:
            raise bad_xml(part, name)
        return group

    def _new_part(self, pattern: str, content: bytes, content_type: str | None = None) -> str:
        """Add a part under the first free name, with its type where it has one of its own."""
        taken = {name.lower() for name in self._parts}
        name = next(each for n in count(1) if (each := pattern.format(n)).lower() not in taken)
        self._parts[name] = content
        if content_type is not None:
            types = self._root(CONTENT_TYPES)
            override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
            types.extend(_elements(types, override))
        return name

    def _relate(self, source: str, target: str, kind: str) -> str:
        """Let one part refer to another; the relation's id."""
        folder, name = posixpath.split(source)
        rels = f"{folder}/_rels/{name}.rels"
        self._parts.setdefault(rels, f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
        root = self._root(rels)
        taken = {each.get("Id") for each in root}
        relation = next(each for n in count(1) if (each := f"rIdRp{n}") not in taken)
        element = f'<Relationship Id="{relation}" Type="{_OFFICE}/{kind}" Target="/{target}"/>'
        root.extend(_elements(root, element))
        return relation


def _elements(beside: etree._Element, text: str) -> list[etree._Element]:
    """Elements in the namespace, and under the prefix, of one that they are put into."""
    space = etree.QName(beside).namespace or ""
    return list(etree.fromstring(f'<new xmlns="{space}" xmlns:r="{_OFFICE}"{_VML}>{text}</new>'))


def _target(relations: Mapping[str, Relation], kind: str) -> str | None:
    return next((each.target for each in relations.values() if each.kind == kind), None)


def _xml(text: str) -> str:
    """A text as XML content; characters that XML cannot hold are left out."""
    return escape(_UNFIT.sub("", text), quote=True)


_NO_COMMENTS = (
    f'{_DECLARATION}<comments xmlns="{_SPREADSHEET}"><authors/><commentList/></comments>'
).encode()
_NO_BOXES = (
    f'<xml{_VML}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="9"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
).encode()
"""What comments and their boxes are put into where the sheet has none."""


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


def _box(number: int, note: Note) -> str:
    """A comment's box, hidden until the cell is pointed at."""
    column, row = (each - 1 for each in position_of(note.cell))
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
    "title": (f'<font><b/><sz val="14"/>{_CALIBRI}</font>', "", 'vertical="center"'),
    "heading": (
        f'<font><b/><sz val="10"/><color rgb="FFFFFFFF"/>{_CALIBRI}</font>',
        '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/></patternFill></fill>',
        _WRAPPED,
    ),
    "text": (f'<font><sz val="10"/>{_CALIBRI}</font>', "", _WRAPPED),
    "link": (f'<font><u/><sz val="10"/><color rgb="FF0B4F9E"/>{_CALIBRI}</font>', "", _WRAPPED),
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
    links = ""
    for row, line in lines:
        if line.sheet and line.cell:
            doubled = line.sheet.replace("'", "''")
            place = _xml(f"'{doubled}'!{line.cell}")
            display = _xml(line.texts[0])
            links += f'<hyperlink ref="A{row}" location="{place}" display="{display}"/>'
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
