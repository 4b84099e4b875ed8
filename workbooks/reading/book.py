"""The workbook as read: its sheets in order, their cells, their tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from workbooks.reading.active import Active, ActiveKind, find_active
from workbooks.reading.archive import Trouble, UnreadableError, limits_in_force, open_archive
from workbooks.reading.cells import DAYS_FROM_1900_TO_1904, serial_to_date
from workbooks.reading.number_formats import NumberFormats, number_formats
from workbooks.reading.read_sheet import ReadSheet, Source, read_sheet, shared_strings
from workbooks.reading.xml_parts import (
    WORKBOOK,
    Relation,
    bad_xml,
    check_package,
    read_part,
    read_relations,
    relation_id,
)


@dataclass(frozen=True)
class Book:
    """A workbook: its sheets in their order. `from_1904` shifts its dates by four years."""

    sheets: tuple[ReadSheet, ...]
    from_1904: bool = False
    active: tuple[Active, ...] = ()
    """What could run or fetch something if a program let it."""

    def serial(self, number: float) -> float:
        """A date's number in this workbook as the 1900 system has it."""
        return number + DAYS_FROM_1900_TO_1904 if self.from_1904 else number

    def day(self, number: float) -> date | None:
        """The day of a date's number in this workbook, None where it is none."""
        return serial_to_date(self.serial(number))

    def sheet(self, name: str) -> ReadSheet | None:
        """The sheet of this name (Excel takes no note of case), or None."""
        folded = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == folded), None)


def read_book(data: bytes) -> Book:
    """The workbook in a file's bytes. Raises `UnreadableError` and nothing else."""
    limits, archive = limits_in_force(), open_archive(data)
    relations = read_relations(archive)
    check_package(archive, relations)
    listed = read_part(archive, WORKBOOK, _listed)
    if len(listed.sheets) > limits.sheets:
        raise UnreadableError(Trouble.TOO_LARGE, "sheets")
    leads_to = relations.get(WORKBOOK, {})
    styles, strings = (_part_of_kind(leads_to, kind) for kind in ("styles", "sharedStrings"))
    source = Source(
        archive,
        relations,
        () if strings is None else read_part(archive, strings, shared_strings),
        NumberFormats() if styles is None else read_part(archive, styles, number_formats),
        listed.from_1904,
    )
    sheets: list[ReadSheet] = []
    parts: dict[str, str] = {}
    for name, state, relation_name in listed.sheets:
        relation = leads_to.get(relation_name)
        if relation is None or relation.is_external:
            raise UnreadableError(Trouble.PART_MISSING, name)
        parts[relation.target] = name
        if relation.kind == "worksheet":
            sheets.append(read_sheet(source, name, state, relation.target))
        else:  # A chart, a dialog, macros: it has no cells.
            sheets.append(ReadSheet(name, state))
        if sum(len(sheet.cells) for sheet in sheets) > limits.cells:
            raise UnreadableError(Trouble.TOO_LARGE, "cells")
    in_sheets = [each for sheet in sheets for each in sheet.active]
    on_cells = {each.name for each in in_sheets if each.kind is ActiveKind.HYPERLINK}
    active = (*find_active(archive, relations, listed.names, on_cells, parts), *in_sheets)
    return Book(tuple(sheets), source.from_1904, active)


@dataclass(frozen=True, slots=True)
class _Listed:
    """What `workbook.xml` lists."""

    sheets: tuple[tuple[str, str, str], ...]
    """The name, the state and the relation of each."""
    from_1904: bool
    names: tuple[tuple[str, str], ...]
    """Defined names with what they stand for."""


def _listed(root: Element, _: str) -> _Listed:
    systems = [each.get("date1904", "0") for each in root.iter("workbookPr")]
    for system in systems:
        if system not in ("0", "1", "false", "true"):
            raise bad_xml(WORKBOOK, system[:20])
    sheets: list[tuple[str, str, str]] = []
    for sheet in root.iter("sheet"):
        name, relation = sheet.get("name"), relation_id(sheet)
        if name is None or relation is None:
            raise bad_xml(WORKBOOK, "sheet")
        sheets.append((name, sheet.get("state", "visible"), relation))
    names = {name.casefold() for name, _, _ in sheets}
    if len(list(root.iter("sheets"))) != 1 or not names or len(names) != len(sheets):
        raise bad_xml(WORKBOOK, "sheets")
    defined = root.iter("definedName")
    return _Listed(
        tuple(sheets),
        "1" in systems or "true" in systems,
        tuple((each.get("name", ""), "".join(each.itertext())) for each in defined),
    )


def _part_of_kind(relations: Mapping[str, Relation], kind: str) -> str | None:
    """The one part of a kind, None where there is none (`UnreadableError` where there are two)."""
    parts = [each.target for each in relations.values() if each.kind == kind]
    if len(parts) > 1:
        raise UnreadableError(Trouble.UNSAFE, kind)
    return parts[0] if parts else None
