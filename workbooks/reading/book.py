"""The workbook as read: its sheets in order, their cells, their tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from workbooks.reading.active import Active, find_active
from workbooks.reading.audit import Limits, limits_in_force
from workbooks.reading.container import Container, Trouble, UnreadableError, open_container
from workbooks.reading.number_formats import NumberFormats, read_number_formats
from workbooks.reading.package import WORKBOOK, check_package
from workbooks.reading.plain_sheets import KEPT_SHEETS, scan_kept
from workbooks.reading.read_sheet import Appearance, Link, ReadSheet, Table
from workbooks.reading.relations import Relation, read_relations
from workbooks.reading.scanning import ScannedSheet
from workbooks.reading.sheets import SheetContent, settle_sheet
from workbooks.reading.strings import read_shared_strings
from workbooks.reading.xml_parts import parse, relation_id


@dataclass(frozen=True)
class Book:
    """A workbook: its sheets in their order. `from_1904` shifts its dates by four years."""

    sheets: tuple[ReadSheet, ...]
    from_1904: bool = False
    active: tuple[Active, ...] = ()
    """What could run or fetch something if a program let it."""
    rule_formats: tuple[str, ...] = ()
    """Number formats that conditional formats put on cells."""

    def sheet(self, name: str) -> ReadSheet | None:
        """The sheet of this name (Excel takes no note of case), or None."""
        folded = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == folded), None)


@dataclass
class _Directory:
    """What `workbook.xml` lists."""

    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    """The name, the state and the relation of each."""
    from_1904: bool = False
    names: list[tuple[str, str]] = field(default_factory=list)
    """Defined names with what they stand for."""


def read_book(data: bytes, limits: Limits | None = None) -> Book:
    """The workbook in a file's bytes. Raises `UnreadableError` and nothing else."""
    limits = limits or limits_in_force()
    container = open_container(data, limits)
    check_package(container)
    directory = _read_directory(container.part(WORKBOOK))
    if len(directory.sheets) > limits.sheets:
        raise UnreadableError(Trouble.TOO_LARGE, f"{len(directory.sheets)} sheets")
    relations = read_relations(container, WORKBOOK)
    styles = _part_of_kind(relations, "styles")
    formats = NumberFormats()
    if styles is not None:
        formats = read_number_formats(container.part(styles), styles)
    shared = _shared_strings(container, relations)
    source = _Source(container, shared, formats, limits, directory.from_1904)
    sheets = []
    for name, state, relation in directory.sheets:
        if relation not in relations or relations[relation].is_external:
            raise UnreadableError(Trouble.PART_MISSING, name)
        sheets.append(_read_sheet(source, name, state, relations[relation]))
        if sum(len(sheet.cells) for sheet in sheets) > limits.cells:
            raise UnreadableError(Trouble.TOO_LARGE, "cells")
    active = find_active(container, sheets, directory.names)
    return Book(tuple(sheets), directory.from_1904, active, formats.of_rules)


_KEPT, _KEPT_BYTES = 64, 16_384
"""Lists and tables kept by their content: most are as the template's program wrote them."""


def _read_directory(data: bytes) -> _Directory:
    return _listed_once(data) if len(data) <= _KEPT_BYTES else _listed(data)


def _listed(data: bytes) -> _Directory:
    directory = _Directory()
    lists = 0
    pieces: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal lists
        if name == "sheets":
            lists += 1
        elif name == "sheet":
            relation = relation_id(attributes)
            if relation is None or "name" not in attributes:
                raise UnreadableError(Trouble.BAD_XML, f"{WORKBOOK}: sheet")
            state = attributes.get("state", "visible")
            directory.sheets.append((attributes["name"], state, relation))
        elif name == "workbookPr":
            directory.from_1904 = _truth(attributes.get("date1904", "0"))
        elif name == "definedName":
            directory.names.append((attributes.get("name", ""), ""))
        pieces.clear()

    def end(name: str) -> None:
        if name == "definedName":
            directory.names[-1] = (directory.names[-1][0], "".join(pieces))

    parse(data, WORKBOOK, start, end, pieces.append)
    names = [name.casefold() for name, _, _ in directory.sheets]
    if lists != 1 or not names or len(set(names)) != len(names):
        raise UnreadableError(Trouble.BAD_XML, f"{WORKBOOK}: sheets")
    return directory


_listed_once = lru_cache(maxsize=_KEPT)(_listed)


def _truth(text: str) -> bool:
    if text not in ("0", "1", "false", "true"):
        raise UnreadableError(Trouble.BAD_XML, f"{WORKBOOK}: {text[:20]}")
    return text in ("1", "true")


def _part_of_kind(relations: Mapping[str, Relation], kind: str) -> str | None:
    """The one part of a kind, None where there is none (`UnreadableError` where there are two)."""
    parts = [each.target for each in relations.values() if each.kind == kind]
    if len(parts) > 1:
        raise UnreadableError(Trouble.UNSAFE, kind)
    return parts[0] if parts else None


def _shared_strings(container: Container, relations: Mapping[str, Relation]) -> tuple[str, ...]:
    part = _part_of_kind(relations, "sharedStrings")
    return () if part is None else read_shared_strings(container.part(part), part)


@dataclass(frozen=True, slots=True)
class _Source:
    """What every sheet is read from."""

    container: Container
    shared: tuple[str, ...]
    formats: NumberFormats
    limits: Limits
    from_1904: bool


def _read_sheet(source: _Source, name: str, state: str, relation: Relation) -> ReadSheet:
    if relation.kind != "worksheet":  # A chart, a dialog, macros: it has no cells.
        return ReadSheet(name, state, SheetContent())
    container, part = source.container, relation.target
    scanned, strings = scan_kept(container.part(part), part, source.limits)
    content = settle_sheet(scanned, strings, source.shared, from_1904=source.from_1904)
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    if scanned.tables or scanned.links:
        relations = read_relations(container, part)
        parts = [relations[each].target for each in scanned.tables if each in relations]
        tables = tuple(_read_table(container.part(each), each) for each in parts)
        links = tuple(
            Link(address, relations[each].target)
            for address, each in scanned.links
            if each in relations and relations[each].is_external
        )
    appearance = _appearance(scanned, source.formats)
    return ReadSheet(name, state, content, tables, appearance, links, scanned.rules)


@lru_cache(maxsize=KEPT_SHEETS)
def _appearance(scanned: ScannedSheet, formats: NumberFormats) -> Appearance:
    return Appearance(
        scanned.merged,
        scanned.hidden_rows,
        scanned.hidden_columns,
        {
            cell.address: formats.by_style[cell.style]
            for cell, value in zip(scanned.cells, scanned.values, strict=True)
            if value is not None and cell.style is not None and cell.kind in _NUMBERS
        },
    )


_NUMBERS = frozenset({"n", "d"})


def _read_table(data: bytes, part: str) -> Table:
    return _table_once(data, part) if len(data) <= _KEPT_BYTES else _table(data, part)


def _table(data: bytes, part: str) -> Table:
    found: dict[str, str] = {}
    columns: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            found.update(attributes)
        elif name == "tableColumn":
            columns.append(attributes.get("name", ""))

    parse(data, part, start)
    return Table(
        found.get("displayName", found.get("name", "")), found.get("ref", ""), tuple(columns)
    )


_table_once = lru_cache(maxsize=_KEPT)(_table)
