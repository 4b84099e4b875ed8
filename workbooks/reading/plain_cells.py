"""The rows and cells of a sheet in the plain form that spreadsheet programs write.

They are cut apart, and each piece of markup (a cell but for its value, the tags between two cells)
is read by a strict pattern the first time it is met, and known from then on; so is each row of
such pieces. The next report has the same pieces and other values.

The patterns cover a part of XML that has one meaning; `UnusualError` stands for all else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
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

_CELL = re.compile(
    r"<c ([^<]*(?:<f[^<]*(?:</f>)?)?(?:<(?:v ?/?|is><t[^<>]*)>)?)"
    r"([^<]*)((?:</v>|</t></is>)?(?:</c>)?)"
)
"""A cell: what stands before its value, the value, what stands after it. `_BEFORE` is strict."""
_BEFORE = re.compile(
    r'r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="([0-9]+)")?(?: t="(n|s|str|inlineStr|b|e)")?>'
    r'(?:<f(?: aca="(?:false|true)")?(?: t="shared"(?: ref="[A-Z0-9:]+")? si="([0-9]+)")?'
    r"(?:/>|>([^<>]*)</f>))?"
    r'(<v>|<v ?/>|<is><t(?: xml:space="preserve")?>)?'
)
_BLANK = re.compile(r'r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="[0-9]+")?(?: t="[A-Za-z]+")? ?/>')
_BETWEEN = re.compile(r"(</row>)?(?:<row [^<>]*/>|<row [^<>]*[^<>/]></row>)*(<row [^<>]*[^<>/]>)?")
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


class _Between(NamedTuple):
    """The tags between two cells."""

    closes: bool
    """Whether they end a row."""
    first: int
    """The first row that they begin, 0 for none."""
    last: int
    opens: bool
    """Whether the last row is left open for cells."""
    is_extended: bool
    """Whether an attribute of Excel's own namespace is among them."""


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
    """The cells of a row, whatever their values are. It is the same only as itself."""

    row: int
    cells: tuple[RawCell, ...]
    """Those with content."""
    texts: tuple[tuple[int, str | None], ...]
    """The place in the row of each one's text; or -1 and the value that its markup gives, which is
    nothing for a shared string."""
    strings: tuple[int, ...]
    """The places of those texts that are numbers of shared strings."""
    unsaid: tuple[int, ...]
    """Places where no text may stand."""


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The pieces of markup that were met, by their text."""

    longest: int
    """The most characters of a formula."""
    cells: dict[str, _Piece] = field(default_factory=dict)
    rows: dict[tuple[str, ...], RowForm] = field(default_factory=dict)
    """By the markups of their cells, and then by what closes each."""
    between: dict[str, _Between] = field(default_factory=dict)

    def row(self, key: tuple[str, ...]) -> RowForm:
        """Read the cells of a row and keep the row."""
        count = len(key) // 2
        pieces = [self.cells.get(each) or self.cell(each) for each in key[:count]]
        columns = [piece.cell.column for piece in pieces]
        rows = {piece.cell.row for piece in pieces}
        if len(rows) != 1 or columns != sorted(set(columns)):
            raise UnusualError
        if [piece.closing for piece in pieces] != list(key[count:]):
            raise UnusualError
        cells: list[RawCell] = []
        texts: list[tuple[int, str | None]] = []
        strings: list[int] = []
        for place, piece in enumerate(pieces):
            if piece.takes_text:
                is_string = piece.cell.kind == "s"
                texts.append((-1, "") if is_string else (place, None))
                strings += [place] * is_string
            elif piece.value is not None or piece.cell.formula is not None:
                texts.append((-1, piece.value))
            else:
                continue
            cells.append(piece.cell)
        unsaid = tuple(place for place, piece in enumerate(pieces) if not piece.takes_text)
        form = RowForm(rows.pop(), tuple(cells), tuple(texts), tuple(strings), unsaid)
        if len(self.rows) >= _MOST_ROWS:
            self.rows.clear()
        self.rows[key] = form
        return form

    def cell(self, text: str) -> _Piece:
        """Read a cell's markup and keep it."""
        match = _BEFORE.fullmatch(text) or _BLANK.fullmatch(text)
        if match is None or _NO_CHARACTER.search(text):
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

    def tags(self, text: str) -> _Between:
        """Read the tags between two cells and keep them."""
        match = _BETWEEN.fullmatch(text)
        if match is None or _NO_CHARACTER.search(text):
            raise UnusualError
        rows = [_row_number(each) for each in _ROW.findall(text)]
        if len(rows) != text.count("<row ") or rows != sorted(set(rows)):
            raise UnusualError
        first, last = (rows[0], rows[-1]) if rows else (0, 0)
        between = _Between(
            match[1] is not None, first, last, match[2] is not None, "x14ac:" in text
        )
        if len(self.between) >= _MOST_PIECES:
            self.between.clear()
        self.between[text] = between
        return between


@lru_cache(maxsize=4)
def _pieces(longest: int) -> _Pieces:
    return _Pieces(longest)


def _piece(cell: RawCell, opening: str) -> _Piece:
    """A cell by the tag that opens its value, which may be its own end; it has none without one."""
    is_text, is_inline = opening.startswith("<is>"), cell.kind == "inlineStr"
    if (is_text and cell.formula is not None) or (opening and is_text is not is_inline):
        raise UnusualError
    if is_text:
        return _Piece(cell, "</t></is></c>", True)
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
    *split, rest = _CELL.split(body)
    between, markups, texts, closings = (split[each::4] for each in range(4))
    starts = [number for number, tags in enumerate(between) if tags]
    if markups and starts[:1] != [0]:
        raise UnusualError
    rows: list[RowForm] = []
    values: list[str | None] = []
    strings: list[str] = []
    row, is_open = 0, False
    for start, end in pairwise([*starts, len(markups)]):
        tags = pieces.between.get(between[start]) or pieces.tags(between[start])
        _check_rows(tags, row, is_open, root)
        row, is_open = tags.last, tags.opens
        key = (*markups[start:end], *closings[start:end])
        form = pieces.rows.get(key) or pieces.row(key)
        if not is_open or form.row != row:
            raise UnusualError
        found = texts[start:end]
        rows.append(form)
        values += _values(form, found)
        strings += [found[place] for place in form.strings]
    if rest or is_open:
        tags = pieces.between.get(rest) or pieces.tags(rest)
        _check_rows(tags, row, is_open, root)
        if tags.opens:
            raise UnusualError
    if not _are_numbers(strings):
        raise UnusualError
    return rows, _checked(values, limits), strings


def _are_numbers(texts: list[str]) -> bool:
    digits = "".join(texts)
    is_plain = not digits or (digits.isascii() and digits.isdigit())
    return is_plain and "" not in texts and max(map(len, texts), default=0) < 10


def _values(form: RowForm, texts: Sequence[str]) -> list[str | None]:
    """The values of a row's cells with content, from what stands in every cell of it."""
    if any(texts[place] for place in form.unsaid):
        raise UnusualError
    return [value if place < 0 else texts[place] for place, value in form.texts]


def _check_rows(tags: _Between, row: int, is_open: bool, root: bytes) -> None:
    """Rows end before the next begins, and stand in their order."""
    if tags.closes != is_open or (tags.first and tags.first <= row):
        raise UnusualError
    if tags.is_extended and b' xmlns:x14ac="' not in root:
        raise UnusualError


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
