"""Each cell of a plan's workbook as a value of its type, or a finding at the cell.

Nothing is guessed: a text that looks like a number is a finding with a suggestion. Two ways of
writing are understood where plans print them so, and marked: `[83]` and `+/- 5`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from resultatplan.exact import HUNDRED, exact
from texts import findings as say
from texts.language import Day, Quantity, Said, Text, phrase
from validators.findings import Finding, Place, finding
from validators.typing_mistakes import (
    letters_of,
    meant_choice,
    quotable_text,
    read_date_text,
    read_number_text,
    visible_text,
)
from workbooks.form import NO, YES
from workbooks.plan_book.fields import CHOICES, SECTIONS, Field, Type
from workbooks.plan_book.reader import TypedCell
from workbooks.reading.cells import CellType, serial_to_date

Value = str | Decimal | int | date | bool | None

PERCENT = "pct."

_PROVISIONAL = re.compile(r"^\[\s*([^\[\]]*?)\s*\]$")
_PLUS_MINUS = re.compile(r"^(?:\+\s*/?\s*[-\u2212\u2013]|±)\s*")
_ENDS_IN_PERCENT = re.compile(r"\s*(?:%|pct\.?)$", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"[-+\u2212]?\s*\d[\d .,]*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LESS_THAN_A_SECOND = 1e-6
_LARGEST = Decimal(10) ** 15
_ALIKE = 0.75
_PERCENT_WORDS = dict.fromkeys(("%", "procent", "percent"), "pct")
_LONGEST_CHOICE = 100


@dataclass(frozen=True, slots=True)
class Settled:
    """One cell, settled. `is_wrong`: it holds something, but no value of its type."""

    place: Place
    value: Value = None
    """A text or a key; a number, percent as 82; a choice by its meaning; True for Ja."""
    finding: Finding | None = None
    is_wrong: bool = False
    typed: str | None = None
    """A number as it was typed, where it was understood from text: `[83]`, `+/- 5`."""
    marks: str = ""
    """The marks of such a number, `[` and `±`."""
    in_percent: bool = False
    """Whether a number was typed as a percentage: 82 % is 82."""

    @property
    def is_missing(self) -> bool:
        """Whether nothing was typed."""
        return self.value is None and not self.is_wrong


def settle(
    typed: TypedCell, field: Field, key: str | None, sections: Mapping[str, str], shift: int
) -> Settled:
    """One cell as what its field or column takes.

    `key` is that of the cell's row, `sections` are the titles typed on the sheet Plan, `shift` are
    the days from the 1900 system to the workbook's own.
    """
    place, cell = Place(typed.sheet, typed.cell.address, key), typed.cell
    if cell.formula is not None:
        return _wrong("RP-807", place, quotable_text(cell.formula))
    if typed.is_blank:
        return Settled(place)
    if cell.type is CellType.ERROR:
        return _wrong("RP-808", place, str(cell.value))
    match field.type:
        case Type.DATE:
            return _date(typed, place, shift)
        case Type.CHOICE:
            choices = sections if field.choices == SECTIONS else CHOICES[field.choices]
            return _chosen(typed, place, choices)
        case Type.YES_NO:
            return _yes_no(typed, place, field)
        case Type.KEY:
            return _key(typed, place)
        case Type.NUMBER:
            return _number(typed, place, field)
        case Type.WHOLE:
            return _whole(typed, place, field)
        case Type.SUGGESTED:
            return _unit(typed, place, CHOICES[field.choices])
        case _:
            return _text(typed, place)


def _wrong(
    code: str,
    place: Place,
    found: Said,
    expected: Said | None = None,
    suggestion: Said | None = None,
) -> Settled:
    fields = {} if suggestion is None else {"suggestion": suggestion}
    told = finding(code, place, found=found, expected=expected, **fields)
    return Settled(place, finding=told, is_wrong=True)


def _other_type(typed: TypedCell, place: Place, expected: Text) -> Settled:
    return _wrong("RP-814", place, _shown(typed), expected)


def _text(typed: TypedCell, place: Place) -> Settled:
    cell = typed.cell
    if cell.text is not None and _CONTROL.search(cell.text):
        return _wrong("RP-814", place, say.INVISIBLE, say.A_TEXT)
    if cell.text is not None:
        return Settled(place, cell.text.strip())
    if cell.number is not None:
        return Settled(place, f"{cell.number:.15g}")
    return _other_type(typed, place, say.A_TEXT)


def _key(typed: TypedCell, place: Place) -> Settled:
    cell = typed.cell
    if cell.text is not None:
        return Settled(place, visible_text(cell.text))
    if cell.number is not None and cell.number.is_integer() and not typed.is_percent:
        return Settled(place, f"{cell.number:.0f}")
    return _other_type(typed, place, say.A_KEY)


def _number(typed: TypedCell, place: Place, field: Field) -> Settled:
    cell = typed.cell
    if cell.number is not None:
        number = exact(cell.number) * HUNDRED if typed.is_percent else exact(cell.number)
        if abs(number) >= _LARGEST:
            return _wrong("RP-815", place, _shown(typed), say.PLAIN)
        return Settled(place, number, in_percent=typed.is_percent)
    if cell.text is None:
        return _other_type(typed, place, say.A_NUMBER)
    seen = visible_text(cell.text)
    bracketed = _PROVISIONAL.match(seen)
    inner = bracketed[1] if bracketed else seen
    bare = _PLUS_MINUS.sub("", inner)
    marks = ("[" if bracketed else "") + ("±" if bare != inner else "")
    unmarked = _ENDS_IN_PERCENT.sub("", bare)
    value = read_number_text(unmarked if marks else bare).number
    if value is not None and abs(value) >= _LARGEST:
        value = None
    found = quotable_text(cell.text)
    may_be_so = bool(marks) and set(marks) <= set(field.marks)
    if value is None or not may_be_so or not _PLAIN_NUMBER.fullmatch(unmarked):
        meant = say.NO_SUGGESTION if value is None else _meant(Quantity(value))
        return _wrong("RP-811", place, found, suggestion=meant)
    return Settled(place, value, typed=found, marks=marks, in_percent=unmarked != bare)


def _whole(typed: TypedCell, place: Place, field: Field) -> Settled:
    settled, (least, greatest) = _number(typed, place, field), field.limits
    number = settled.value
    if not isinstance(number, Decimal):
        return settled
    if not settled.in_percent and number == int(number) and least <= number <= greatest:
        return Settled(place, int(number))
    expected = phrase(say.WHOLE, least=str(least), greatest=str(greatest))
    return _wrong("RP-815", place, _shown(typed), expected)


def _date(typed: TypedCell, place: Place, shift: int) -> Settled:
    cell = typed.cell
    if cell.text is not None:
        read = read_date_text(cell.text)
        meant = say.NO_SUGGESTION if read.day is None else _meant(Day(read.day))
        return _wrong("RP-812", place, quotable_text(cell.text), suggestion=meant)
    serial = -1.0 if cell.number is None else cell.number + shift
    day = serial_to_date(serial)
    has_time = abs(serial - round(serial)) > _LESS_THAN_A_SECOND
    if day is None or has_time or typed.is_percent:
        return _other_type(typed, place, say.A_DATE)
    return Settled(place, day)


def _unit(typed: TypedCell, place: Place, known: Mapping[str, str]) -> Settled:
    """A unit; what a report is checked by follows from its name, so a known one is spelled so."""
    settled = _text(typed, place)
    text = str(settled.value or "")
    folded = _PERCENT_WORDS.get(letters_of(text) or text, letters_of(text))
    meant = next((each for each in known if letters_of(each) == folded), text)
    return settled if meant == text else _wrong("RP-843", place, text[:40], meant)


def _yes_no(typed: TypedCell, place: Place, field: Field) -> Settled:
    if isinstance(typed.cell.value, bool):
        return Settled(place, typed.cell.value)
    settled = _chosen(typed, place, CHOICES[field.choices])
    return settled if settled.value is None else Settled(place, settled.value == YES)


def _chosen(typed: TypedCell, place: Place, meanings: Mapping[str, str]) -> Settled:
    if typed.cell.text is None:
        return _other_type(typed, place, say.A_CHOICE)
    text, labels = visible_text(typed.cell.text), tuple(meanings)
    folded = {visible_text(label).casefold(): label for label in labels}
    if text.casefold() in folded:
        return Settled(place, meanings[folded[text.casefold()]])
    if labels == (YES, NO):
        meant = meant_choice(text, labels)
    else:
        near = get_close_matches(text.casefold()[:_LONGEST_CHOICE], folded, 1, _ALIKE)
        meant = folded[near[0]] if near else None
    word = phrase(say.DID_YOU_MEAN_WORD, value=meant or "")
    suggestion: Said = say.NO_SUGGESTION if meant is None else word
    expected = quotable_text(", ".join(labels), 300) or "–"
    return _wrong("RP-813", place, quotable_text(text), expected, suggestion)


def _meant(value: Said) -> Said:
    return phrase(say.DID_YOU_MEAN, value=value)


def _shown(typed: TypedCell) -> Said:
    """What the cell holds, as it is quoted."""
    value = typed.cell.value
    if isinstance(value, bool):
        return say.TRUE if value else say.FALSE
    if isinstance(value, float):
        return f"{value * 100:.15g} %" if typed.is_percent else Quantity(exact(value))
    return quotable_text(str(value or ""))
