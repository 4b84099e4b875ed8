"""A finding: what is wrong with a report, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from texts import findings as words
from texts.findings import CATALOGUE, Entry, Severity
from texts.language import DANISH, Language, Said, phrase, said_quantity, say
from workbooks.coordinates import ranges
from workbooks.reading.cells import IN_CELL, Cell, CellType

_TOLERANCE = 1e-9
MANY = 6
"""Cells that nobody has changed one by one."""
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


def _code(_: Finding) -> object:
    return None


def _found(each: Finding) -> object:
    return each.found


def _demand(each: Finding) -> object:
    return each.expected, each.fields


def _words(each: Finding) -> object:
    return replace(each, place=NOWHERE).message()


_ALIKE: Mapping[str, tuple[int, Callable[[Finding], object]]] = {
    # What stands in another place than its own: that of the next one is another again.
    **dict.fromkeys(("RP-208", "RP-212"), (MANY, _code)),
    # A row, a column or a sheet that is gone or come takes others with it.
    "RP-2": (2, _code),
    # What was agreed of one row, where one and the same thing stands in many instead.
    **dict.fromkeys([f"RP-{number}" for number in (*range(301, 306), 314)], (MANY, _found)),
    # A paste, a cleared column, another number format.
    **dict.fromkeys(("RP-113", "RP-3", "RP-848"), (MANY, _code)),
    # A dash in every blank cell.
    "RP-4": (MANY, _words),
    # A plan's column that was left out, or is written in one's own way.
    **dict.fromkeys(("RP-806", "RP-816", "RP-841", "RP-843", "RP-872"), (MANY, _demand)),
    # One choice elsewhere, that asks every row for something.
    **dict.fromkeys(("RP-861", "RP-862"), (2, _words)),
}
"""What one act does in many places, by how codes begin (the first that fits): how many there are of
it at least, and what is the same of them beside the code and the sheet."""
_FOLLOWED = ("note", words.HAS_FOLLOWED)
"""A formula that has followed a cell, as the others of its sheet have."""
_SHEETS = ("RP-204", "RP-206")
_NAMED = (*_SHEETS, "RP-207", "RP-209")
"""What is told of a sheet, a column or a row that has no cell to point at."""


def told_together(findings: Iterable[Finding]) -> list[Finding]:
    """Of what one act has done the first finding alone, with what else it holds for."""
    kinds: dict[object, tuple[int, list[Finding]]] = {}
    for each in findings:
        rule = next((_ALIKE[code] for code in _ALIKE if each.code.startswith(code)), None)
        least, same = rule or (1, id)
        has_followed = _FOLLOWED in each.fields
        sheet = None if each.code in _SHEETS else each.place.sheet
        kind = (each.code, sheet, same(each), has_followed)
        kinds.setdefault(kind, (2 if has_followed else least, []))[1].append(each)
    told: list[Finding] = []
    for least, (first, *others) in kinds.values():
        if not others or len(others) + 1 < least:
            told += [first, *others]
            continue
        names = [say(each.expected or each.found or "", DANISH) for each in others]
        cells = dict.fromkeys(each.place.cell or "A1" for each in others)
        more = names if first.code in _NAMED else [run for run, _ in ranges(cells)]
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
