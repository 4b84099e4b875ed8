"""A finding: what is wrong with a report, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from texts import findings as words
from texts.findings import CATALOGUE, Entry, Severity
from texts.language import DANISH, Language, Said, phrase, said_quantity, say
from workbooks.coordinates import ranges
from workbooks.reading.cells import IN_CELL, Cell, CellType

_TOLERANCE = 1e-9
_OF_CELLS = ("RP-113", "RP-3", "RP-848")
"""What one act does to many cells: a paste, a cleared column, another number format."""
_AGREED = ("RP-301", "RP-302", "RP-303", "RP-304", "RP-305", "RP-314")
"""What was agreed of one row: alike only where one and the same thing stands there instead."""
_OF_SHEETS = ("RP-204", "RP-206")
_BY_NAME = (*_OF_SHEETS, "RP-207", "RP-209")
"""What is told of a sheet, a column or a row that has no cell to point at."""
_OF_A_PLAN = ("RP-806", "RP-816", "RP-841", "RP-843", "RP-872")
"""What is told of a plan's column that was left out, or written in one's own way."""
_ONE_CHOICE = ("RP-861", "RP-862")
"""What one choice elsewhere does to every row, be they ever so few."""
_IN_WORDS = ("RP-4", *_ONE_CHOICE)
"""What is alike only where it is told in the same words, as of a dash in every blank cell."""
FEW = 5
"""Cells that somebody may have changed one by one."""
_LONGEST_LIST = 600
"""Characters of what else a finding holds for."""


class Place(NamedTuple):
    """Where a finding is: sheet, cell (A1) and key, as far as it has them."""

    sheet: str | None = None
    cell: str | None = None
    key: str | None = None

    def __str__(self) -> str:
        """`Afrapportering!I13 (1.1.b)`."""
        where = f"{self.sheet}!{self.cell}" if self.cell else (self.sheet or "")
        return f"{where} ({self.key})" if self.key else where


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about a report; its words come from the catalogue."""

    code: str
    place: Place = NOWHERE
    found: Said | None = None
    expected: Said | None = None
    fields: tuple[tuple[str, Said], ...] = ()
    more: str = ""
    """The other cells, or sheets, columns or rows by name, for which the same holds."""

    @property
    def entry(self) -> Entry:
        """The catalogue's entry."""
        return CATALOGUE[self.code]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.entry.severity

    @property
    def is_error(self) -> bool:
        """Whether it keeps the report from being accepted."""
        return self.severity is Severity.ERROR

    def message(self, lang: Language = DANISH) -> str:
        """Where and what, in one sentence: `Afrapportering!I13 (1.1.b): 8200 % er over 100 %.`"""
        fields = {
            "found": say(self.found or "", lang),
            "expected": say(self.expected or "", lang),
            **{name: say(value, lang) for name, value in self.fields},
        }
        what = self.entry.message(lang, **fields)
        if self.more:
            what += words.THE_SAME(lang, more=shortened(self.more, _LONGEST_LIST))
        where = str(self.place)
        return f"{where}: {what}" if where else what

    def hint(self, lang: Language = DANISH) -> str:
        """What to do about it."""
        return self.entry.hint(lang)


def finding(
    code: str,
    place: Place = NOWHERE,
    *,
    found: Said | None = None,
    expected: Said | None = None,
    **fields: Said,
) -> Finding:
    """A finding with its fields in keyword form."""
    return Finding(code, place, found, expected, tuple(fields.items()))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of them is an error."""
    return any(each.is_error for each in findings)


def told_together(findings: Iterable[Finding]) -> list[Finding]:
    """Of what is alike in a sheet the first alone, with what else it holds for: of cells where it
    is more than a few, or formulas that have followed a cell, of rows, columns and sheets, and of
    what one choice does."""
    followed = ("note", words.HAS_FOLLOWED)
    kinds: dict[object, list[Finding]] = {}
    for each in findings:
        sheet = None if each.code in _OF_SHEETS else each.place.sheet
        said = replace(each, place=NOWHERE).message() if each.code.startswith(_IN_WORDS) else ""
        asked = (each.expected, each.fields) if each.code in _OF_A_PLAN else None
        stands = each.found if each.code in _AGREED else None
        kind = (each.code, sheet, said, asked, stands, followed in each.fields)
        is_alike = each.code.startswith(("RP-2", *_OF_CELLS, *_OF_A_PLAN, *_IN_WORDS))
        kinds.setdefault(kind if is_alike else each, []).append(each)
    told: list[Finding] = []
    for first, *others in kinds.values():
        is_one_act = first.code.startswith(("RP-2", *_ONE_CHOICE)) or followed in first.fields
        if not is_one_act and len(others) < FEW:
            told += [first, *others]
            continue
        names = [say(each.expected or each.found or "", DANISH) for each in others]
        cells = dict.fromkeys(each.place.cell or "A1" for each in others)
        more = names if first.code in _BY_NAME else [run for run, _ in ranges(cells)]
        told.append(replace(first, more=", ".join(more)))
    return told


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then warnings, then information; within each in the order of the layers."""
    return tuple(sorted(findings, key=lambda each: (each.severity.rank, each.code)))


def quoted_cell(cell: Cell) -> Said:
    """What a cell holds, as a reader would name it."""
    if cell.formula is not None:
        return shortened(cell.formula)
    if cell.type is CellType.BLANK:
        return words.BLANK
    if cell.number is not None:
        return said_quantity(cell.number)
    if cell.type is CellType.BOOLEAN:
        return words.TRUE if cell.value else words.FALSE
    if cell.type is CellType.ERROR:
        return words.IN_CELL if cell.value == IN_CELL else str(cell.value)
    return quoted(str(cell.value))


def quoted(text: str) -> Said:
    """A text in quotation marks, on one line."""
    return phrase(words.QUOTED, text=shortened(" ".join(text.split())))


def shortened(text: str, length: int = 160) -> str:
    """A text cut where it is long."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def same_words(found: str, agreed: str) -> bool:
    """The same text but for blanks and line ends, which programs rewrite."""
    return found == agreed or found.split() == agreed.split()


def same_number(found: float, agreed: float) -> bool:
    """The same number but for the last of the 17 digits, which programs round."""
    return abs(found - agreed) <= _TOLERANCE * max(abs(agreed), 1e-3)
