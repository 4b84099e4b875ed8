"""Layer 2, the sheets: which is which, also under another name, and in which order."""

from __future__ import annotations

from texts import catalogue as codes
from texts.replies import LIST_SHEET
from texts.said import Said
from validators.findings import Finding, Place, finding
from workbooks.blueprint import Blueprint
from workbooks.form import Sheet
from workbooks.reading.book import Book
from workbooks.reading.locating import longest_rising, recognise
from workbooks.reading.read_sheet import ReadSheet


def find_sheets(book: Book, blueprint: Blueprint) -> tuple[dict[Sheet, ReadSheet], list[Finding]]:
    """The template's sheets as received, renamed ones too, and what is wrong with them."""
    if [sheet.name for sheet in book.sheets] == list(Sheet):
        return dict(zip(Sheet, book.sheets, strict=True)), []
    sheets: dict[Sheet, ReadSheet] = {}
    findings: list[Finding] = []
    for name in Sheet:
        sheet = book.sheet(name)
        if sheet is not None:
            sheets[name] = sheet
    strangers = [sheet for sheet in book.sheets if sheet not in sheets.values()]
    for name in Sheet:
        if name in sheets:
            continue
        renamed = _renamed(name, strangers, blueprint)
        place = Place(name, "A1")
        found: Said | None = None
        if renamed is not None:
            strangers.remove(renamed)
            sheets[name] = renamed
            place, found = Place(renamed.name, "A1"), renamed.name
        findings.append(finding(codes.SHEET_MISSING, place, found=found, expected=name))
    for sheet in strangers:
        if _is_our_list(sheet):
            continue
        findings.append(finding(codes.SHEET_ADDED, Place(sheet.name, "A1"), found=sheet.name))
    findings += _out_of_order(book, sheets)
    return sheets, findings


def _is_our_list(sheet: ReadSheet) -> bool:
    """Whether it is the list of a reply: an agency may mend the annotated copy and send that."""
    title = sheet.cell(1, 1).text or ""
    return any(
        sheet.name == name and title.startswith(f"{name}:")
        for name in (LIST_SHEET.da, LIST_SHEET.en)
    )


def _renamed(name: Sheet, strangers: list[ReadSheet], blueprint: Blueprint) -> ReadSheet | None:
    """The sheet of another name that holds this sheet's table, or its first line."""
    tables = blueprint.layout.tables
    table = next((table for table in tables if table.sheet is name), None)
    if table is not None:
        return next((sheet for sheet in strangers if recognise(sheet, table)), None)
    title = blueprint.sheet(name).cells["A1"].value
    return next((sheet for sheet in strangers if sheet.cell(1, 1).text == title), None)


def _out_of_order(book: Book, sheets: dict[Sheet, ReadSheet]) -> list[Finding]:
    ours = [sheet for sheet in book.sheets if sheet in sheets.values()]
    expected = [sheets[name] for name in Sheet if name in sheets]
    still = longest_rising([ours.index(sheet) for sheet in expected])
    moved = [sheet for index, sheet in enumerate(expected) if index not in still]
    if not moved:
        return []
    found, wanted = (", ".join(sheet.name for sheet in order) for order in (ours, expected))
    return [finding(codes.SHEET_MOVED, Place(moved[0].name, "A1"), found=found, expected=wanted)]
