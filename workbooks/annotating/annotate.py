"""The annotated copy: comments into the sheets they belong to, and the list as a last sheet."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence

from workbooks.annotating.insertion import Span, xml_part
from workbooks.annotating.list_sheet import Listing, ListStyles, list_part
from workbooks.annotating.list_styles import with_list_styles
from workbooks.annotating.notes import (
    COMMENTS_TYPE,
    DRAWING_TYPE,
    Note,
    comment,
    comments_part,
    drawing_part,
    shapes,
    xml_text,
)
from workbooks.reading.archive import Archive, Trouble, UnreadableError, open_archive
from workbooks.reading.xml_parts import WORKBOOK, Relation, read_relations

_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
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


def annotated(
    data: bytes, notes: Mapping[str, Sequence[Note]], listing: Listing, author: str
) -> bytes:
    """A copy of the workbook in `data` with `notes`, by sheet name, and the list as a last sheet.

    Notes at sheets that the workbook does not have are left out, as are those at cells where a
    comment of the sender's stands: the list has them all. Raises `UnreadableError` for a file
    that is no readable workbook.
    """
    container = open_archive(data)
    parts = {name: container.part(name) for name in container.names}
    copy = _Copy(container, parts)
    for name, part in copy.sheets.items():
        if notes.get(name):
            copy.add_notes(part, notes[name], author)
    copy.add_sheet(listing)
    return copy.packed()


class _Copy:
    """The parts of the copy as they grow."""

    def __init__(self, container: Archive, parts: dict[str, bytes]) -> None:
        self._container = container
        self._parts = parts
        self._relations = read_relations(container, WORKBOOK)

    @property
    def sheets(self) -> dict[str, str]:
        """The parts of the worksheets, by the sheets' names."""
        found: dict[str, str] = {}
        for sheet in self._sheet_list().children:
            relation = self._relations.get(_relation_of(sheet.attributes) or "")
            if relation is not None and relation.kind == "worksheet":
                found[sheet.attributes.get("name", "")] = relation.target
        return found

    def add_notes(self, sheet: str, notes: Sequence[Note], author: str) -> None:
        """Put comments into one sheet."""
        relations = read_relations(self._container, sheet)
        theirs = _target(relations, "comments")
        drawing = _target(relations, "vmlDrawing")
        if theirs is not None and drawing is not None:
            self._add_to_theirs(theirs, drawing, notes, author)
            return
        comments = self._free_name("xl/comments{}.xml")
        self._parts[comments] = comments_part(notes, author)
        self._declare(comments, COMMENTS_TYPE)
        self._relate(sheet, comments, "comments")
        drawing = self._free_name("xl/drawings/vmlDrawing{}.vml")
        self._parts[drawing] = drawing_part(notes)
        self._declare_extension("vml", DRAWING_TYPE)
        relation = self._relate(sheet, drawing, "vmlDrawing")
        part = xml_part(self._parts[sheet], sheet)
        element = f'<{part.prefix}legacyDrawing xmlns:r="{_OFFICE}" r:id="{relation}"/>'
        self._parts[sheet] = part.before(_AFTER_DRAWING, element)

    def add_sheet(self, listing: Listing) -> None:
        """Put the list last, and let the workbook open on it."""
        for sheet in self.sheets.values():
            self._parts[sheet] = _SELECTED.sub(b"", self._parts[sheet])
        earlier = self.sheets.get(listing.name)
        if earlier is not None:
            self._parts[earlier] = list_part(listing, self._list_styles())
            return
        name = self._free_name("xl/worksheets/sheet{}.xml")
        self._parts[name] = list_part(listing, self._list_styles())
        self._declare(name, _SHEET_TYPE)
        relation = self._relate(WORKBOOK, name, "worksheet")
        workbook = xml_part(self._parts[WORKBOOK], WORKBOOK)
        sheets = self._sheet_list()
        ids = [int(each.attributes.get("sheetId", "0")) for each in sheets.children]
        element = (
            f'<{workbook.prefix}sheet xmlns:r="{_OFFICE}" name="{xml_text(listing.name)}" '
            f'sheetId="{max(ids) + 1}" r:id="{relation}"/>'
        )
        data = workbook.appended(sheets, element)
        active = f' activeTab="{len(ids)}"'.encode()
        self._parts[WORKBOOK] = _ACTIVE.sub(active, data, count=1)

    def packed(self) -> bytes:
        """The copy as a file; the same parts give the same bytes."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._parts.items():
                info = zipfile.ZipInfo(name, _STAMP)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, content)
        return stream.getvalue()

    def _sheet_list(self) -> Span:
        sheets = xml_part(self._parts[WORKBOOK], WORKBOOK).root.child("sheets")
        if sheets is None:
            raise UnreadableError(Trouble.BAD_XML, f"{WORKBOOK}: sheets")
        return sheets

    def _without_comment(self, comments: str, notes: Sequence[Note]) -> list[Note]:
        listed = xml_part(self._parts[comments], comments).root.child("commentList")
        taken = {each.attributes.get("ref") for each in listed.children} if listed else set()
        return [note for note in notes if note.cell not in taken]

    def _add_to_theirs(
        self, comments: str, drawing: str, notes: Sequence[Note], author: str
    ) -> None:
        """Comments beside those that are there; those of an earlier reply are replaced."""
        part = xml_part(self._parts[comments], comments)
        authors = part.root.child("authors")
        names = [part.text(each) for each in authors.children] if authors else []
        if set(names) == {author}:
            self._parts[comments] = comments_part(notes, author)
            self._parts[drawing] = drawing_part(notes)
            return
        free = self._without_comment(comments, notes)
        self._add_comments(comments, free, author)
        boxes = xml_part(self._parts[drawing], drawing)
        self._parts[drawing] = boxes.before((), shapes(free))

    def _add_comments(self, comments: str, notes: Sequence[Note], author: str) -> None:
        part = xml_part(self._parts[comments], comments)
        authors, listed = part.root.child("authors"), part.root.child("commentList")
        if authors is None or listed is None:
            raise UnreadableError(Trouble.BAD_XML, comments)
        number = len(authors.children)
        entries = "".join(comment(note, number, part.prefix) for note in notes)
        data = part.appended(listed, entries)
        part = xml_part(data, comments)
        authors = part.root.child("authors") or authors
        name = f"<{part.prefix}author>{xml_text(author)}</{part.prefix}author>"
        self._parts[comments] = part.appended(authors, name)

    def _list_styles(self) -> ListStyles:
        styles = _target(self._relations, "styles")
        if styles is None:
            return ListStyles(0, 0, 0, 0)
        self._parts[styles], added = with_list_styles(self._parts[styles], styles)
        return added

    def _free_name(self, pattern: str) -> str:
        taken = {name.lower() for name in self._parts}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def _declare(self, part: str, content_type: str) -> None:
        types = xml_part(self._parts[_CONTENT_TYPES], _CONTENT_TYPES)
        element = f'<{types.prefix}Override PartName="/{part}" ContentType="{content_type}"/>'
        self._parts[_CONTENT_TYPES] = types.before((), element)

    def _declare_extension(self, extension: str, content_type: str) -> None:
        types = xml_part(self._parts[_CONTENT_TYPES], _CONTENT_TYPES)
        known = [each.attributes.get("Extension", "").lower() for each in types.root.children]
        if extension not in known:
            element = f'<{types.prefix}Default Extension="{extension}" '
            element += f'ContentType="{content_type}"/>'
            self._parts[_CONTENT_TYPES] = types.before(("Override",), element)

    def _relate(self, source: str, target: str, kind: str) -> str:
        """Let one part refer to another; the relation's id."""
        folder, name = posixpath.split(source)
        rels = f"{folder}/_rels/{name}.rels"
        empty = f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()
        part = xml_part(self._parts.get(rels, empty), rels)
        taken = {each.attributes.get("Id") for each in part.root.children}
        number = 1
        while f"rIdRp{number}" in taken:
            number += 1
        relation = f"rIdRp{number}"
        element = (
            f'<{part.prefix}Relationship Id="{relation}" Type="{_OFFICE}/{kind}" '
            f'Target="/{target}"/>'
        )
        self._parts[rels] = (
            part.appended(part.root, element) if part.root.is_empty else part.before((), element)
        )
        return relation


def _target(relations: Mapping[str, Relation], kind: str) -> str | None:
    return next((each.target for each in relations.values() if each.kind == kind), None)


def _relation_of(attributes: Mapping[str, str]) -> str | None:
    """The `r:id` of a sheet, whatever its prefix is."""
    return next((value for name, value in attributes.items() if name.endswith(":id")), None)
