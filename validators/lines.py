"""Layer 3, running text: on a sheet without a table a line lost, gained or moved is one finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from texts import catalogue as codes
from texts import judging as say
from validators.findings import Finding, Place, finding
from workbooks.blueprint.specs import SheetSpec
from workbooks.coordinates import column_number
from workbooks.reading.cells import Cell
from workbooks.reading.read_sheet import ReadSheet

Change = tuple[str, int, int, int, int]
"""What `SequenceMatcher` says: agreed lines first to last became received lines start to end."""

_LENGTH = 80
_FURTHEST = 200
"""How many lines further down than the template's last one text can have been pushed."""


def check_lines(spec: SheetSpec, sheet: ReadSheet) -> list[Finding]:
    """What happened to whole lines; empty where every line stands in its place.

    A text that was changed in its own line is not looked at here.
    """
    positions = {_position(address): cell for address, cell in spec.cells.items()}
    expected = _lines({at: str(cell.value or "") for at, cell in positions.items()})
    width = max(column for _, column in positions)
    found = _lines(
        {
            (cell.row, cell.column): _shown(cell)
            for cell in sheet.cells.values()
            if cell.column <= width and cell.row <= len(expected) + _FURTHEST
        }
    )
    if expected == found:
        return []
    changes = [
        change
        for change in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes()
        if change[0] != "equal" and change[1] < len(expected)
    ]
    if all(first - last == start - end for _, first, last, start, end in changes):
        return []
    moved = _moved(sheet.name, changes, expected, found)
    return [moved] if moved else list(_shifts(sheet.name, changes, expected, found))


def _moved(
    sheet: str, changes: Sequence[Change], expected: Sequence[str], found: Sequence[str]
) -> Finding | None:
    """Lines that were cut out in one place and put in at another, and nothing else."""
    cut = [expected[first:last] for _, first, last, start, end in changes if start == end]
    put = [change for change in changes if change[1] == change[2]]
    if len(changes) != 2 or len(cut) != 1 or len(put) != 1:
        return None
    _, before, _, start, end = put[0]
    if found[start:end] != cut[0]:
        return None
    place = Place(sheet, f"A{start + 1}")
    return finding(
        codes.ROWS_MOVED, place, found=_short(found[start]), expected=_short(expected[before])
    )


def _shifts(
    sheet: str, changes: Sequence[Change], expected: Sequence[str], found: Sequence[str]
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


def _shown(cell: Cell) -> str:
    return str(cell.formula if cell.value is None else cell.value)


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
