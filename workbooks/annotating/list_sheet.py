"""The sheet that lists what is to be mended, with a link to each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbooks.annotating.notes import SPREADSHEET, xml_text
from workbooks.coordinates import column_letter

_HEADER_ROW = 4


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


@dataclass(frozen=True, slots=True)
class ListStyles:
    """The numbers of the cell formats that the list uses."""

    title: int
    heading: int
    text: int
    link: int


def list_part(listing: Listing, styles: ListStyles) -> bytes:
    """The sheet's part."""
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, (_, width) in enumerate(listing.headings, start=1)
    )
    headings = [text for text, _ in listing.headings]
    rows = [
        _row(1, [listing.title], styles.title),
        _row(2, [listing.lead], 0),
        _row(_HEADER_ROW, headings, styles.heading),
        *(
            _row(number, line.texts, styles.text, styles.link if line.cell else None)
            for number, line in _numbered(listing.lines)
        ),
    ]
    last = column_letter(len(headings))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{SPREADSHEET}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{_HEADER_ROW}" topLeftCell="A{_HEADER_ROW + 1}" activePane="bottomLeft" '
        'state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A{_HEADER_ROW}:{last}{_HEADER_ROW + len(listing.lines)}"/>'
        f"{_links(listing.lines)}"
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ).encode()


def _numbered(lines: Sequence[ListLine]) -> enumerate[ListLine]:
    return enumerate(lines, start=_HEADER_ROW + 1)


def _row(number: int, texts: Sequence[str], style: int, first: int | None = None) -> str:
    cells = "".join(
        f'<c r="{column_letter(n)}{number}" s="{first if first is not None and n == 1 else style}" '
        f't="inlineStr"><is><t xml:space="preserve">{xml_text(text)}</t></is></c>'
        for n, text in enumerate(texts, start=1)
    )
    return f'<row r="{number}">{cells}</row>'


def _links(lines: Sequence[ListLine]) -> str:
    links = "".join(
        f'<hyperlink ref="A{number}" location="{xml_text(_location(line.sheet, line.cell))}" '
        f'display="{xml_text(line.texts[0])}"/>'
        for number, line in _numbered(lines)
        if line.sheet and line.cell
    )
    return f"<hyperlinks>{links}</hyperlinks>" if links else ""


def _location(sheet: str, cell: str) -> str:
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{cell}"
