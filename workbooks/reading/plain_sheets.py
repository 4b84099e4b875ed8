"""Sheets in the plain form that spreadsheet programs write, read without a call for every tag.

What stands before and after the cells goes through the pass of `scanning`, once for the same
bytes; the cells are taken by `plain_cells`. Whatever is not in the plain form to the last character
(comments, prefixes, texts in several fonts, hidden rows, any mistake) gives None, and the pass of
`scanning` reads the sheet, or says what is wrong with it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from workbooks.reading.audit import DEFAULT_LIMITS, MEGABYTE, Limits
from workbooks.reading.container import UnreadableError
from workbooks.reading.plain_cells import RowForm, UnusualError, read_plain_cells
from workbooks.reading.scanning import ScannedSheet, Strings, scan_sheet

KEPT_SHEETS = 64
"""Sheets kept by their content: five plans have some twenty that seldom change."""
_KEPT_BYTES = MEGABYTE
"""Larger sheets are no template's, and not kept."""
_OPEN, _CLOSE = b"<sheetData>", b"</sheetData>"
_MOST_FRAMES = 64

_ROOT = re.compile(
    rb'(?:<\?xml version="1\.0" encoding="[Uu][Tt][Ff]-8"(?: standalone="(?:yes|no)")?\?>\s*)?'
    rb"(<worksheet(?: [^<>]*)?>)"
)


@lru_cache(maxsize=_MOST_FRAMES)
def _frame(root: bytes, head: bytes, tail: bytes) -> ScannedSheet:
    """What stands around the cells, read as a sheet without any."""
    if b"<!" in head or b"<!" in tail or b"<?" in tail or b"<?" in head[2:]:
        raise UnusualError
    before, _ = scan_sheet(head + _CLOSE + b"</worksheet>", "", DEFAULT_LIMITS)
    after, _ = scan_sheet(root + _OPEN + tail, "", DEFAULT_LIMITS)
    if before.cells or after.cells:
        raise UnusualError
    return ScannedSheet(
        "",
        (),
        (),
        before.tables + after.tables,
        before.merged + after.merged,
        before.links + after.links,
        (),
        frozenset(),
        before.hidden_columns + after.hidden_columns,
        before.rules + after.rules,
    )


def scan_kept(data: bytes, part: str, limits: Limits) -> tuple[ScannedSheet, Strings]:
    """What `scan_sheet` gives, the quickest way; the same bytes are read once."""
    scan = _scanned_once if len(data) <= _KEPT_BYTES else scan_sheet
    return scan(data, part, limits)


def _scanned(data: bytes, part: str, limits: Limits) -> tuple[ScannedSheet, Strings]:
    return scan_plain_sheet(data, part, limits) or scan_sheet(data, part, limits)


_scanned_once = lru_cache(maxsize=KEPT_SHEETS)(_scanned)


def scan_plain_sheet(data: bytes, part: str, limits: Limits) -> tuple[ScannedSheet, Strings] | None:
    """What `scan_sheet` gives for a sheet in the plain form, None for any other."""
    start, end = data.find(_OPEN) + len(_OPEN), data.rfind(_CLOSE)
    root = _ROOT.match(data)
    if root is None or not len(_OPEN) <= start <= end:
        return None
    try:
        frame = _frame(root[1], data[:start], data[end:])
        rows, values, strings = read_plain_cells(data[start:end].decode(), root[1], limits)
    except (UnusualError, UnreadableError, UnicodeDecodeError):
        return None
    if len(values) > limits.cells:
        return None
    return _sheet(part, frame, tuple(rows), tuple(values)), tuple(map(int, strings))


@lru_cache(maxsize=KEPT_SHEETS)
def _sheet(
    part: str, frame: ScannedSheet, rows: tuple[RowForm, ...], values: tuple[str | None, ...]
) -> ScannedSheet:
    """The sheet with these rows and values: the very same one as long as they are the same."""
    cells = tuple(cell for row in rows for cell in row.cells)
    return replace(frame, part=part, cells=cells, values=values)
