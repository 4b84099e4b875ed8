"""Each cell of an authoring workbook as a value of its type, or a finding at the cell.

Nothing is guessed: a text that looks like a number is a finding with a suggestion. Two ways of
writing are understood because plans print them so, and marked: `[83]` and `+/- 5`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from resultatplan.exact import HUNDRED, exact
from texts import catalogue_plans as codes
from texts import judging
from texts import plan_checking as say
from texts.said import Day, Quantity, Said, phrase
from validators.choices import meant_choice
from validators.findings import Finding, Place, finding
from validators.typing_mistakes import (
    quotable_text,
    read_date_text,
    read_number_text,
    visible_text,
)
from workbooks.authoring.choices import MEANINGS
from workbooks.authoring.entries import Column, Entry, ListName, PlanField, Typed
from workbooks.authoring.guards import LIMITS
from workbooks.authoring.reading import TypedCell
from workbooks.form import NO, YES
from workbooks.reading.cells import DAYS_FROM_1900_TO_1904, CellType, serial_to_date

Value = str | Decimal | int | date | bool | None

_PROVISIONAL = re.compile(r"^\[\s*([^\[\]]*?)\s*\]$")
_PLUS_MINUS = re.compile(r"^(?:\+\s*/?\s*[-\u2212\u2013]|±)\s*")
_ENDS_IN_PERCENT = re.compile(r"\s*(?:%|pct\.?)$", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LESS_THAN_A_SECOND = 1e-6
_LARGEST = Decimal(10) ** 15
_ALIKE = 0.75
_LONGEST_CHOICE = 100


@dataclass(frozen=True, slots=True)
class Settled:
    """One cell, settled. `is_wrong`: it holds something, but no value of its type."""

    place: Place
    value: Value = None
    is_wrong: bool = False
    typed: str | None = None
    """A number as it was typed, where it was understood from text: `[83]`, `+/- 5`."""
    provisional: bool = False
    to_either_side: bool = False
    in_percent: bool = False
    """Whether a number was typed as a percentage: 82 % is 82."""

    @property
    def is_missing(self) -> bool:
        """Whether nothing was typed."""
        return self.value is None and not self.is_wrong

    @property
    def text(self) -> str | None:
        """The text, the key or the choice's meaning; None for anything else."""
        return self.value if isinstance(self.value, str) else None

    @property
    def number(self) -> Decimal | None:
        """The quantity, in the plan's units (percent as 82)."""
        return self.value if isinstance(self.value, Decimal) else None

    @property
    def whole(self) -> int | None:
        """The whole number."""
        is_whole = isinstance(self.value, int) and not isinstance(self.value, bool)
        return self.value if is_whole and isinstance(self.value, int) else None

    @property
    def day(self) -> date | None:
        """The date."""
        return self.value if isinstance(self.value, date) else None

    @property
    def yes(self) -> bool:
        """Whether it is Ja."""
        return self.value is True


class Settler:
    """Settles cells, and keeps the findings about them."""

    def __init__(self, *, from_1904: bool) -> None:
        self.findings: list[Finding] = []
        self._shift = DAYS_FROM_1900_TO_1904 if from_1904 else 0
        self._by_type: Mapping[Typed, Callable[[TypedCell, Place, Entry], Settled]] = {
            Typed.LINE: self._text,
            Typed.TEXT: self._text,
            Typed.SUGGESTED: self._text,
            Typed.KEY: self._key,
            Typed.NUMBER: self._number,
            Typed.WHOLE: self._whole,
            Typed.DATE: self._date,
            Typed.CHOICE: self._choice,
            Typed.YES_NO: self._yes_no,
        }

    def settle(
        self, typed: TypedCell, entry: Entry, sections: Mapping[str, str], key: str | None = None
    ) -> Settled:
        """One cell as what its field or column takes.

        `sections` are the titles typed on the sheet Plan, `key` that of the cell's row.
        """
        place = Place(typed.sheet, typed.cell.address, key)
        cell = typed.cell
        if cell.formula is not None:
            return self._wrong(codes.FORMULA, place, found=quotable_text(cell.formula))
        if typed.is_blank:
            return Settled(place)
        if cell.type is CellType.ERROR:
            return self._wrong(codes.ERROR_IN_CELL, place, found=str(cell.value))
        if entry.choices is ListName.SECTIONS:
            return self._chosen(typed, place, sections)
        return self._by_type[entry.type](typed, place, entry)

    def _wrong(
        self,
        code: str,
        place: Place,
        *,
        found: Said | None = None,
        expected: Said | None = None,
        **fields: Said,
    ) -> Settled:
        self.findings.append(finding(code, place, found=found, expected=expected, **fields))
        return Settled(place, is_wrong=True)

    def _other_type(self, typed: TypedCell, place: Place, expected: Said) -> Settled:
        return self._wrong(codes.WRONG_TYPE, place, found=_shown(typed), expected=expected)

    def _text(self, typed: TypedCell, place: Place, entry: Entry) -> Settled:
        del entry
        cell = typed.cell
        if cell.text is not None and _CONTROL.search(cell.text):
            return self._wrong(
                codes.WRONG_TYPE, place, found=judging.INVISIBLE, expected=say.A_TEXT
            )
        if cell.text is not None:
            return Settled(place, cell.text.strip())
        if cell.number is not None:
            return Settled(place, f"{cell.number:.15g}")
        return self._other_type(typed, place, say.A_TEXT)

    def _key(self, typed: TypedCell, place: Place, entry: Entry) -> Settled:
        del entry
        cell = typed.cell
        if cell.text is not None:
            return Settled(place, visible_text(cell.text))
        if cell.number is not None and cell.number.is_integer() and not typed.is_percent:
            return Settled(place, f"{cell.number:.0f}")
        return self._other_type(typed, place, say.A_KEY)

    def _number(self, typed: TypedCell, place: Place, entry: Entry) -> Settled:
        del entry
        cell = typed.cell
        if cell.number is not None:
            number = exact(cell.number) * HUNDRED if typed.is_percent else exact(cell.number)
            if abs(number) >= _LARGEST:
                return self._wrong(
                    codes.OUT_OF_BOUNDS, place, found=_shown(typed), expected=say.PLAIN
                )
            return Settled(place, number, in_percent=typed.is_percent)
        if cell.text is None:
            return self._other_type(typed, place, say.A_NUMBER)
        return self._number_text(cell.text, place)

    def _number_text(self, text: str, place: Place) -> Settled:
        seen = visible_text(text)
        bracketed = _PROVISIONAL.match(seen)
        inner = bracketed[1] if bracketed else seen
        bare = _PLUS_MINUS.sub("", inner)
        marked = bracketed is not None or bare != inner
        read = read_number_text(_ENDS_IN_PERCENT.sub("", bare) if marked else bare)
        number = read.number
        if number is not None and abs(number) >= _LARGEST:
            number = None
        if number is None or not marked or not _is_plain(bare):
            suggestion = _no_suggestion() if number is None else _meant(Quantity(number))
            return self._wrong(
                codes.TEXT_FOR_NUMBER, place, found=quotable_text(text), suggestion=suggestion
            )
        return Settled(
            place,
            number,
            typed=quotable_text(text),
            provisional=bracketed is not None,
            to_either_side=bare != inner,
            in_percent=_ENDS_IN_PERCENT.search(bare) is not None,
        )

    def _whole(self, typed: TypedCell, place: Place, entry: Entry) -> Settled:
        settled = self._number(typed, place, entry)
        number = settled.number
        if number is None:
            return settled
        least, greatest = LIMITS[entry.name]
        plain = settled.typed is None and not settled.in_percent
        if plain and number == int(number) and least <= number <= greatest:
            return Settled(place, int(number))
        expected = phrase(say.WHOLE, least=str(least), greatest=str(greatest))
        found = _shown(typed)
        return self._wrong(codes.OUT_OF_BOUNDS, place, found=found, expected=expected)

    def _date(self, typed: TypedCell, place: Place, entry: Entry) -> Settled:
        del entry
        cell = typed.cell
        if cell.number is not None:
            serial = cell.number + self._shift
            day = serial_to_date(serial)
            has_time = abs(serial - round(serial)) > _LESS_THAN_A_SECOND
            if day is None or has_time or typed.is_percent:
                return self._other_type(typed, place, say.A_DATE)
            return Settled(place, day)
        if cell.text is None:
            return self._other_type(typed, place, say.A_DATE)
        read = read_date_text(cell.text)
        suggestion = _no_suggestion() if read.day is None else _meant(Day(read.day))
        return self._wrong(
            codes.TEXT_FOR_DATE, place, found=quotable_text(cell.text), suggestion=suggestion
        )

    def _choice(self, typed: TypedCell, place: Place, entry: Entry) -> Settled:
        if entry.choices is None:
            raise ValueError(f"{entry.name} has no list")
        return self._chosen(typed, place, MEANINGS[entry.choices])

    def _yes_no(self, typed: TypedCell, place: Place, entry: Entry) -> Settled:
        if isinstance(typed.cell.value, bool):
            return Settled(place, typed.cell.value)
        settled = self._choice(typed, place, entry)
        return settled if settled.text is None else Settled(place, settled.text == YES)

    def _chosen(self, typed: TypedCell, place: Place, meanings: Mapping[str, str]) -> Settled:
        if typed.cell.text is None:
            return self._other_type(typed, place, say.A_CHOICE)
        text = visible_text(typed.cell.text)
        folded = {visible_text(label).casefold(): label for label in meanings}
        if text.casefold() in folded:
            return Settled(place, meanings[folded[text.casefold()]])
        labels = tuple(meanings)
        meant = _meant_choice(text, labels)
        suggestion: Said = _no_suggestion()
        if meant is not None:
            suggestion = phrase(judging.DID_YOU_MEAN_WORD, value=meant)
        return self._wrong(
            codes.UNKNOWN_CHOICE,
            place,
            found=quotable_text(text),
            expected=quotable_text(", ".join(labels), 300) or "–",
            suggestion=suggestion,
        )


def entry_of(entries: tuple[Entry, ...], name: PlanField | Column) -> Entry:
    """What is typed in the field or column of this name."""
    return next(entry for entry in entries if entry.name == name)


def _meant_choice(text: str, labels: tuple[str, ...]) -> str | None:
    """The choice that a text is nearly spelled as, or says in English."""
    if labels == (YES, NO):
        return meant_choice(text, labels)
    folded = {label.casefold(): label for label in labels}
    near = get_close_matches(text.casefold()[:_LONGEST_CHOICE], folded, 1, _ALIKE)
    return folded[near[0]] if near else None


def _is_plain(text: str) -> bool:
    """Whether a text is nothing but a number, with a percent sign at most."""
    return re.fullmatch(r"[-+\u2212]?\s*\d[\d .,]*", _ENDS_IN_PERCENT.sub("", text)) is not None


def _no_suggestion() -> Said:
    return judging.NO_SUGGESTION


def _meant(value: Said) -> Said:
    return phrase(say.DID_YOU_MEAN_PLAIN, value=value)


def _shown(typed: TypedCell) -> Said:
    """What the cell holds, as it is quoted."""
    value = typed.cell.value
    if isinstance(value, bool):
        return judging.TRUE if value else judging.FALSE
    if isinstance(value, float):
        return f"{value * 100:.15g} %" if typed.is_percent else Quantity(exact(value))
    return quotable_text(str(value or ""))
