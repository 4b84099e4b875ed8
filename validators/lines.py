"""Layer 3, running text: on a sheet without a table a line lost, gained or moved is one finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from texts import catalogue as codes
from texts import judging as say
from validators.findings import Finding, Place, finding
from workbooks.blueprint.cells import SheetSpec
from workbooks.layout import column_number
from workbooks.reading.book import ReadSheet

_LENGTH = 80


def check_lines(spec: SheetSpec, sheet: ReadSheet) -> list[Finding]:
    """What happened to whole lines; empty where every line stands in its place.

    A text that was changed in its own line is not looked at here.
    """
    expected, found = _agreed_lines(spec), _received_lines(sheet)
    if expected == found:
        return []
    changes = [
        change
        for change in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]
    if all(first - last == start - end for _, first, last, start, end in changes):
        return []
    return list(_shifts(sheet.name, changes, expected, found))


def _shifts(
    sheet: str,
    changes: Sequence[tuple[str, int, int, int, int]],
    expected: Sequence[str],
    found: Sequence[str],
) -> Iterator[Finding]:
    for _, first, last, start, end in changes:
        agreed = next((line for line in expected[first:last] if line), "")
        received = next((line for line in found[start:end] if line), "")
        place = Place(sheet, f"A{start + 1}")
        if agreed and received:
            yield finding(
                codes.TEXT_CHANGED,
                place,
                found=_short(received),
                expected=_short(agreed),
                what=say.ASPECTS["text"],
            )
        elif agreed:
            yield finding(codes.ROW_MISSING, Place(sheet, f"A{first + 1}"), expected=_short(agreed))
        elif received:
            yield finding(codes.ROW_UNKNOWN, place, found=_short(received))
        elif end < len(found):
            belongs = expected[end] if end < len(expected) else ""
            yield finding(
                codes.ROWS_MOVED,
                Place(sheet, f"A{end + 1}"),
                found=_short(found[end]),
                expected=_short(belongs) or say.BLANK,
            )


def _agreed_lines(spec: SheetSpec) -> list[str]:
    cells = {_position(address): str(cell.value or "") for address, cell in spec.cells.items()}
    return _lines(cells)


def _received_lines(sheet: ReadSheet) -> list[str]:
    width = max(column_number(address.rstrip("0123456789")) for address in sheet.cells or ["A1"])
    cells = {
        (cell.row, cell.column): str(cell.value if cell.value is not None else cell.formula)
        for cell in sheet.cells.values()
        if cell.column <= width
    }
    return _lines(cells)


def _lines(cells: dict[tuple[int, int], str]) -> list[str]:
    rows: dict[int, list[str]] = {}
    for (row, _), text in sorted(cells.items()):
        words = " ".join(text.split())
        if words:
            rows.setdefault(row, []).append(words)
    return [" · ".join(rows.get(row, [])) for row in range(1, max(rows, default=0) + 1)]


def _position(address: str) -> tuple[int, int]:
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :]), column_number(letters)


def _short(text: str) -> str:
    return text if len(text) <= _LENGTH else f"{text[: _LENGTH - 1]}…"
