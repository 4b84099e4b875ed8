"""A finding: what is wrong with a report, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from resultatplan.exact import exact
from texts import findings as words
from texts.findings import CATALOGUE, Entry, Severity
from texts.language import DANISH, Language, Said, phrase, said_count, said_quantity, say
from workbooks.coordinates import position_of
from workbooks.reading.cells import IN_CELL, Cell, CellType

_TOLERANCE = 1e-9
_TOGETHER = frozenset(
    f"RP-{number}" for number in (209, 210, 211, 212, 308, 309, 310, 311, 312, 315, 318, 848)
)
"""What one act does to many rows: a sort, a paste, a cleared column, another number format."""
_ONE_CHOICE = frozenset({"RP-861", "RP-862"})
"""What one choice elsewhere does to every row, be they ever so few."""
FEW = 5
"""Cells that somebody may have changed one by one."""


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
    more_rows: int = 0
    """The rows below or above of which the same is told by this one."""

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
        if self.more_rows:
            what += say(said_count(self.more_rows, words.ONE_MORE, words.MORE_ROWS), lang)
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
    """Of what is alike the first alone, with how many more rows there are: of more than a few of
    one kind in a column, of what one choice does to it, and of the formulas of a sheet that have
    followed a cell."""
    followed = ("note", words.HAS_FOLLOWED)
    kinds: dict[object, list[Finding]] = {}
    for each in findings:
        column = (each.place.cell or "").rstrip("0123456789")
        where = followed if followed in each.fields else column
        choice = each.found if each.code in _ONE_CHOICE else None
        kind = (each.code, each.place.sheet, where, choice)
        kinds.setdefault(kind if each.code in _TOGETHER | _ONE_CHOICE else each, []).append(each)
    told: list[Finding] = []
    for first, *others in kinds.values():
        is_one = followed in first.fields or first.code in _ONE_CHOICE
        if len(others) >= FEW or (others and is_one):
            rows = {position_of(each.place.cell or "A1")[1] for each in (first, *others)}
            told.append(replace(first, more_rows=len(rows) - 1))
        else:
            told += [first, *others]
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
        return said_quantity(exact(cell.number))
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
