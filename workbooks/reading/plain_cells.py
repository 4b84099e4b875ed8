"""The rows and cells of a sheet in the plain form that spreadsheet programs write.

Values are cut out of the markup around them. A row's markup is read by strict patterns the first
time it is met, cell by cell, and known from then on: the next report has the same rows and other
values.

The patterns cover a part of XML that has one meaning; `UnusualError` stands for all else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from workbooks.reading.audit import Limits
from workbooks.reading.scanning import (
    MAX_COLUMN,
    MAX_ROW,
    SHARED,
    RawCell,
    is_yes,
    is_zero,
    position_of,
)

_MOST_PIECES, _MOST_ROWS = 16_384, 2_048

_VALUE = re.compile("<v>([^<]*)</v>")
_NO_VALUE = "<v></v>"
_END_OF_ROW = "</row>"
_TEXT_BEGINS = ("<is><t>", '<is><t xml:space="preserve">')
_TEXT_ENDS = "</t></is>"

_CELL = re.compile(
    r"<c ([^<]*(?:<f[^<]*(?:</f>)?)?(?:<v ?/?>|<is><t[^<>]*><v>)?)"
    r"([^<]*)((?:</v>(?:</t></is>)?)?(?:</c>)?)"
)
"""A cell: what stands before its value, the value, what stands after it. `_BEFORE` is strict."""
_BEFORE = re.compile(
    r'r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="([0-9]+)")?(?: t="(n|s|str|inlineStr|b|e)")?>'
    r'(?:<f(?: aca="(?:false|true)")?(?: t="shared"(?: ref="[A-Z0-9:]+")? si="([0-9]+)")?'
    r"(?:/>|>([^<>]*)</f>))?"
    r'(<v>|<v ?/>|<is><t(?: xml:space="preserve")?><v>)?'
)
_BLANK = re.compile(r'r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="[0-9]+")?(?: t="[A-Za-z]+")? ?/>')
_ROWS = re.compile(r"(?:<row [^<>]*/>)*(<row [^<>]*[^<>/]>)?")
"""Rows without cells, and the beginning of one that may have some."""
_ROW = re.compile(r"<row ([^<>/]*)/?>")
_ATTRIBUTE = re.compile(
    "(r|spans|s|customFormat|ht|hidden|customHeight|outlineLevel|collapsed|thickTop|thickBot|ph|"
    r'x14ac:dyDescent)="([^"<>&\n\t]*)"'
)
"""The attributes that a row has; any other may mean what is not known here, as `xmlns` does."""
_ENTITY = re.compile("&(quot|amp|lt|gt|apos);")
_CHARACTERS = {"quot": '"', "amp": "&", "lt": "<", "gt": ">", "apos": "'"}
_NO_CHARACTER = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML does not allow, and the carriage return, which it rewrites."""


class UnusualError(Exception):
    """Markup that the patterns do not cover."""


class _Piece(NamedTuple):
    """A cell's markup but for its value."""

    cell: RawCell
    closing: str
    """What stands after the value."""
    takes_text: bool
    """Whether the value stands between markup and closing."""
    value: str | None = None
    """The value of a cell that takes no text."""


@dataclass(frozen=True, slots=True, eq=False)
class RowForm:
    """A row and the empty ones before it, whatever its values. It is the same only as itself."""

    first: int
    """The first of those rows, 0 where there is none."""
    last: int
    is_open: bool
    """Whether the last one is to be ended."""
    is_extended: bool
    """Whether an attribute of Excel's own namespace is among them."""
    cells: tuple[RawCell, ...]
    """Those with content."""
    values: tuple[str | None, ...]
    """Their values as the markup gives them: nothing for a shared string."""
    taken: tuple[tuple[int, int], ...]
    """Which of them take another value instead, and which one of those cut out."""
    strings: tuple[int, ...]
    """Which of those cut out are numbers of shared strings."""

    def with_values(self, found: Sequence[str]) -> list[str | None]:
        """The values of the cells, of those that were cut out of the row."""
        values = list(self.values)
        for place, cut in self.taken:
            values[place] = found[cut]
        return values


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The pieces of markup that were met, by their text."""

    longest: int
    """The most characters of a formula."""
    cells: dict[str, _Piece] = field(default_factory=dict)
    rows: dict[tuple[str, ...], RowForm] = field(default_factory=dict)
    """By what stands around the values."""

    def row(self, markup: tuple[str, ...]) -> RowForm:
        """Read the markup of a row and keep the row."""
        text = _NO_VALUE.join(markup)
        if _NO_CHARACTER.search(text):
            raise UnusualError
        split = _CELL.split(text)
        between, markups, texts, closings = (split[each::4] for each in range(4))
        pieces = [self.cells.get(each) or self.cell(each) for each in markups]
        if any(between[1:]) or any(texts) or [each.closing for each in pieces] != closings:
            raise UnusualError
        first, last, is_open = _rows(between[0])
        columns = [piece.cell.column for piece in pieces]
        is_misplaced = not is_open or {piece.cell.row for piece in pieces} != {last}
        if pieces and (is_misplaced or columns != sorted(set(columns))):
            raise UnusualError
        is_extended = "x14ac:" in between[0]
        form = RowForm(first, last, is_open, is_extended, *_contents(pieces, len(markup) - 1))
        if len(self.rows) >= _MOST_ROWS:
            self.rows.clear()
        self.rows[markup] = form
        return form

    def cell(self, text: str) -> _Piece:
        """Read a cell's markup and keep it."""
        match = _BEFORE.fullmatch(text) or _BLANK.fullmatch(text)
        if match is None:
            raise UnusualError
        address = match[1]
        row, column = position_of(address)
        if not 0 < row <= MAX_ROW or not 0 < column <= MAX_COLUMN:
            raise UnusualError
        if match.re is _BLANK:
            piece = _Piece(RawCell(row, column, address, "n", None, None), "", False)
        else:
            formula = self._formula(match[5] or "", match[4]) if "<f" in text else None
            cell = RawCell(row, column, address, match[3] or "n", formula, match[2])
            piece = _piece(cell, match[6] or "")
        if len(self.cells) >= _MOST_PIECES:
            self.cells.clear()
        self.cells[text] = piece
        return piece

    def _formula(self, code: str, group: str | None) -> str:
        formula = _plain_text(code).strip()
        if len(formula) > self.longest:
            raise UnusualError
        return f"={formula}" if group is None else f"{SHARED}{group}:{formula}"


@lru_cache(maxsize=4)
def _pieces(longest: int) -> _Pieces:
    return _Pieces(longest)


def _piece(cell: RawCell, opening: str) -> _Piece:
    """A cell by the tag that opens its value, which may be its own end; it has none without one."""
    is_text, is_inline = opening.startswith("<is>"), cell.kind == "inlineStr"
    if (is_text and cell.formula is not None) or (opening and is_text is not is_inline):
        raise UnusualError
    if is_text:
        return _Piece(cell, "</v></t></is></c>", True)
    if opening == "<v>":
        return _Piece(cell, "</v></c>", True)
    if opening and cell.kind == "s":
        raise UnusualError
    return _Piece(cell, "</c>", False, "" if opening else None)


def _plain_text(text: str) -> str:
    if "&" not in text:
        return text
    plain = _ENTITY.sub(lambda match: _CHARACTERS[match[1]], text)
    if text.count("&") != len(_ENTITY.findall(text)):
        raise UnusualError
    return plain


def _contents(
    pieces: Sequence[_Piece], cut: int
) -> tuple[
    tuple[RawCell, ...], tuple[str | None, ...], tuple[tuple[int, int], ...], tuple[int, ...]
]:
    """The cells with content as a `RowForm` has them; `cut` values were cut out of the row."""
    cells: list[RawCell] = []
    values: list[str | None] = []
    taken: list[tuple[int, int]] = []
    strings: list[int] = []
    place = 0
    for piece in pieces:
        if piece.takes_text:
            if piece.cell.kind == "s":
                strings.append(place)
            else:
                taken.append((len(values), place))
            values.append("")
            place += 1
        elif piece.value is not None or piece.cell.formula is not None:
            values.append(piece.value)
        else:
            continue
        cells.append(piece.cell)
    if place != cut:
        raise UnusualError
    return tuple(cells), tuple(values), tuple(taken), tuple(strings)


def _rows(tags: str) -> tuple[int, int, bool]:
    """The first and the last row that are begun, and whether the last one is left open."""
    match = _ROWS.fullmatch(tags)
    if match is None:
        raise UnusualError
    rows = [_row_number(each) for each in _ROW.findall(tags)]
    if len(rows) != tags.count("<row ") or rows != sorted(set(rows)):
        raise UnusualError
    return (rows[0], rows[-1], match[1] is not None) if rows else (0, 0, False)


def _row_number(attributes: str) -> int:
    """The number of a row that is shown."""
    found = dict(_ATTRIBUTE.findall(attributes))
    if " ".join(f'{name}="{value}"' for name, value in found.items()) != attributes:
        raise UnusualError
    row, column = position_of(f"A{found.get('r', '')}")
    if is_yes(found.get("hidden")) or is_zero(found.get("ht")) or column != 1 or row > MAX_ROW:
        raise UnusualError
    return row


def read_plain_cells(
    body: str, root: bytes, limits: Limits
) -> tuple[list[RowForm], list[str | None], list[str]]:
    """The rows, the raw values of their cells with content, and the numbers of shared strings.

    `root` is the sheet's first tag. Raises `UnusualError` for what is not in the plain form.
    """
    pieces = _pieces(limits.formula)
    *texts, rest = (_with_values_marked(body) if "<is>" in body else body).split(_END_OF_ROW)
    rows: list[RowForm] = []
    values: list[str | None] = []
    strings: list[str] = []
    for text in texts:
        parts = _VALUE.split(text)
        markup, found = tuple(parts[::2]), parts[1::2]
        form = pieces.rows.get(markup) or pieces.row(markup)
        if not form.is_open:
            raise UnusualError
        rows.append(form)
        if form.taken:
            values += form.with_values(found)
            strings += [found[place] for place in form.strings]
        else:
            values += form.values
            strings += found
    if rest:
        rows.append(pieces.row((rest,)))
    _check_rows(rows, root, is_open=rest != "" and rows[-1].is_open)
    if not _are_numbers(strings):
        raise UnusualError
    return rows, _checked(values, limits), strings


def _check_rows(rows: Sequence[RowForm], root: bytes, *, is_open: bool) -> None:
    """Rows stand in their order, and the last one is ended."""
    last = 0
    for form in rows:
        if form.first <= last:
            raise UnusualError
        last = form.last
    is_extended = any(form.is_extended for form in rows)
    if is_open or (is_extended and b' xmlns:x14ac="' not in root):
        raise UnusualError


def _with_values_marked(body: str) -> str:
    """Inline texts marked as values are; what was marked before is then marked twice."""
    for tag in _TEXT_BEGINS:
        body = body.replace(tag, f"{tag}<v>")
    return body.replace(_TEXT_ENDS, f"</v>{_TEXT_ENDS}")


def _are_numbers(texts: list[str]) -> bool:
    digits = "".join(texts)
    is_plain = not digits or (digits.isascii() and digits.isdigit())
    return is_plain and "" not in texts and max(map(len, texts), default=0) < 10


def _checked(values: list[str | None], limits: Limits) -> list[str | None]:
    """The values as XML means them; none is too long or has a character that XML does not allow."""
    text = "".join(filter(None, values))
    if _NO_CHARACTER.search(text) or "]]>" in text:
        raise UnusualError
    if "&" in text:
        values = [value and _plain_text(value) for value in values]
    if len(text) > limits.text and max(map(len, filter(None, values))) > limits.text:
        raise UnusualError
    return values
