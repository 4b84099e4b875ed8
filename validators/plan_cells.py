"""Each cell of a plan's workbook as a value of its type, or a finding at the cell.

Nothing is guessed: a text that looks like a number is a finding with a suggestion, and so is a day
where a spreadsheet made one of what was typed. Three ways of writing are understood where plans
print them so, and marked: `[83]`, `+/- 5` and the fraction `1/12`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from resultatplan.criteria import EARLIER_LABELS, LABELS, Kind
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Step, is_one_line
from resultatplan.rules import ALL_WORDS
from texts import findings as say
from texts.language import Said, phrase, said_day, said_percent, said_quantity
from validators.findings import Finding, Place, finding
from validators.typing_mistakes import (
    day_and_time,
    has_time,
    letters_of,
    meant_choice,
    quotable_text,
    read_date_text,
    read_number_text,
    says_nothing,
    typed_perhaps,
    visible_text,
)
from workbooks.form import NO, YES
from workbooks.plan_book.fields import CHOICES, KINDS, SECTIONS, Field, Type
from workbooks.plan_book.plan_rows import read_grades, read_steps, split_notes
from workbooks.plan_book.reader import TypedCell
from workbooks.reading.cells import CellType, serial_to_date
from workbooks.reading.number_formats import Shows

Value = str | Decimal | int | date | bool | tuple[Step | int | str, ...] | None

_PROVISIONAL = re.compile(r"^\[\s*([^\[\]]*?)\s*\]$")
_PLUS_MINUS = re.compile(r"^(?:\+\s*/?\s*[-\u2212\u2013]|±)\s*")
_ENDS_IN_PERCENT = re.compile(r"\s*(?:%|pct\.?)$", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"[-+\u2212]?\s*\d[\d .,]*")
_FRACTION = re.compile(r"(\d{1,6})\s*/\s*([1-9]\d{0,5})")
_AMOUNT, _UNIT = r"[-+\u2212]?\d[\d.,]*", r"\s*(?:%|[a-zæøå. ]{0,20})"
_INTERVAL = re.compile(
    rf"(?:mellem\s+)?({_AMOUNT}){_UNIT}\s*(?:-|\u2013|til|og)\s*({_AMOUNT}){_UNIT}", re.IGNORECASE
)
_DEMANDS = {
    Kind.AT_MOST: r"højst|maks\.?|op til|<=|≤",
    Kind.AT_LEAST: "mindst|minimum|>=|≥",
    Kind.UNDER: "under|mindre end|færre end|<",
    Kind.OVER: "over|mere end|flere end|>",
}
_DEMAND = re.compile(
    "(?:{})\\s*(?P<amount>{}){}".format(
        "|".join(f"(?P<{kind}>{words})" for kind, words in _DEMANDS.items()), _AMOUNT, _UNIT
    ),
    re.IGNORECASE,
)
"""A text such as `under 6` or `≥ 82 pct.` where a target belongs."""
_SOFT_RETURN = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Line ends within a paragraph, as Word writes them."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LARGEST = Decimal(10) ** 15
_ALIKE = 0.75
_PERCENT_WORDS = dict.fromkeys(("%", "procent", "percent"), "pct")
_LONGEST_CHOICE = 100
_LONGEST_DEMAND = 100


@dataclass(frozen=True, slots=True)
class PlanCell:
    """One cell, settled.

    `is_wrong`: it holds something, but no value of its type, or is blank as a merged area told
    already. A dash and its like are found, but there is nothing.
    """

    place: Place
    value: Value = None
    """A text or a key; a number, percent as 82; a choice by its meaning; True for Ja; steps,
    grades and notes as the plan holds them."""
    finding: Finding | None = None
    is_wrong: bool = False
    typed: str | None = None
    """What was typed, where it was understood from text: `[83]`, `+/- 5`, `1/12`, steps, grades."""
    marks: str = ""
    """The marks of such a number, `[`, `±` and `/`."""
    in_percent: bool = False
    """Whether a number was typed as a percentage: 82 % is 82."""

    @property
    def is_missing(self) -> bool:
        """Whether nothing was typed."""
        return self.value is None and not self.is_wrong

    @property
    def text(self) -> str | None:
        """Its text, key or choice; None for anything else."""
        return self.value if isinstance(self.value, str) else None

    @property
    def number(self) -> Decimal | None:
        """Its number."""
        return self.value if isinstance(self.value, Decimal) else None

    @property
    def day(self) -> date | None:
        """Its date."""
        return self.value if isinstance(self.value, date) else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its steps; none where there are none, or they cannot be read."""
        values = self.value if isinstance(self.value, tuple) else ()
        return tuple(each for each in values if isinstance(each, Step))


def settle(
    typed: TypedCell, field: Field, key: str | None, sections: Mapping[str, str], shift: int
) -> PlanCell:
    """One cell as what its field or column takes.

    `key` is that of the cell's row, `sections` are the titles typed on the sheet Plan, `shift` are
    the days from the 1900 system to the workbook's own.
    """
    place, cell = Place(typed.sheet, typed.cell.address, key), typed.cell
    if cell.formula is not None:
        return _wrong("RP-807", place, quotable_text(cell.formula))
    if typed.is_blank:
        return PlanCell(place, is_wrong=typed.is_merged_away)
    if cell.type is CellType.ERROR:
        return _wrong("RP-808", place, str(cell.value))
    if typed.shows is Shows.DATE and field.type is not Type.DATE:
        return _made_a_day(typed, place, field, shift)
    match field.type:
        case Type.DATE:
            return _date(typed, place, shift)
        case Type.CHOICE:
            if field.choices == KINDS and cell.text in EARLIER_LABELS:
                return PlanCell(place, EARLIER_LABELS[cell.text].value)
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
        case Type.NAME:
            name = _text(typed, place)
            if not is_one_line(name.text or ""):
                return _wrong("RP-814", place, quotable_text(name.text or ""), say.ONE_LINE)
            return name
        case Type.RULE | Type.STEPS | Type.GRADES | Type.NOTES:
            return _read(_text(typed, place), field.type)
        case _:
            return _text(typed, place)


def _wrong(
    code: str,
    place: Place,
    found: Said,
    expected: Said | None = None,
    suggestion: Said | None = None,
) -> PlanCell:
    fields = {} if suggestion is None else {"suggestion": suggestion}
    told = finding(code, place, found=found, expected=expected, **fields)
    return PlanCell(place, finding=told, is_wrong=suggestion is not say.LEAVE_BLANK)


def _other_type(typed: TypedCell, place: Place, expected: Said) -> PlanCell:
    return _wrong("RP-814", place, _shown(typed), expected)


def _made_a_day(typed: TypedCell, place: Place, field: Field, shift: int) -> PlanCell:
    """What a spreadsheet made a day of: `1-12`, `2.5` or `1/12`."""
    serial = (typed.cell.number or 0) + shift
    day = serial_to_date(serial)
    found: Said = _shown(typed) if day is None else said_day(day)
    if day is not None and serial % 1:
        found = day_and_time(day, serial)
    is_number = field.type in (Type.NUMBER, Type.WHOLE)
    is_choice = field.type in (Type.CHOICE, Type.YES_NO)
    expected = say.A_NUMBER if is_number else say.A_CHOICE if is_choice else say.A_TEXT
    ways: Said = say.NO_SUGGESTION
    if day is not None and field.type is not Type.WHOLE:
        ways = typed_perhaps(day)
    return _wrong("RP-818", place, found, expected, ways)


def _text(typed: TypedCell, place: Place) -> PlanCell:
    cell = typed.cell
    if cell.text is not None:
        text = _SOFT_RETURN.sub("\n", cell.text)
        if _CONTROL.search(text):
            return _wrong("RP-814", place, say.INVISIBLE, say.A_TEXT)
        return PlanCell(place, text.strip())
    if cell.number is not None and typed.shows is Shows.NUMBER:
        return PlanCell(place, f"{cell.number:.15g}")
    return _other_type(typed, place, say.A_TEXT)


def _read(settled: PlanCell, kind: Type) -> PlanCell:
    """A text by which the plan means something else: no rule where all criteria count, steps, …"""
    text = settled.text
    if text is None or (kind is Type.RULE and text.casefold() not in ALL_WORDS):
        return settled
    if kind is Type.RULE:
        return PlanCell(settled.place)
    if kind is Type.NOTES:
        return PlanCell(settled.place, split_notes(text) or None)
    if kind is Type.GRADES:
        grades = read_grades(text)
        if grades is None:
            return _wrong("RP-870", settled.place, quotable_text(text))
        return PlanCell(settled.place, grades, typed=text)
    pairs = read_steps(text)
    if pairs is None:
        return _wrong("RP-866", settled.place, quotable_text(text))
    steps = tuple(Step.model_construct(at=at, credit=credit) for at, credit in pairs)
    return PlanCell(settled.place, steps, typed=text)


def _key(typed: TypedCell, place: Place) -> PlanCell:
    cell = typed.cell
    if cell.text is not None:
        return PlanCell(place, visible_text(cell.text))
    if cell.number is None or typed.shows is Shows.PERCENT:
        return _other_type(typed, place, say.A_TEXT)
    if cell.number.is_integer():
        return PlanCell(place, f"{cell.number:.0f}")
    number = f"{cell.number:.15g}"
    # What was typed as 1.10 is the number 1.1.
    either = say.KEY_EITHER if len(number.partition(".")[2]) == 1 else say.KEY
    return _other_type(typed, place, phrase(either, number=number))


def _number(typed: TypedCell, place: Place, field: Field) -> PlanCell:
    cell, is_percent = typed.cell, typed.shows is Shows.PERCENT
    if cell.number is not None:
        number = exact(cell.number)
        if is_percent:
            number *= HUNDRED
        if abs(number) >= _LARGEST:
            return _wrong("RP-815", place, _shown(typed), say.PLAIN)
        return PlanCell(place, number, in_percent=is_percent)
    if cell.text is None:
        return _other_type(typed, place, say.A_NUMBER)
    seen = visible_text(cell.text)
    if "/" in field.marks and (fraction := _FRACTION.fullmatch(seen)):
        share = Decimal(fraction[1]) / Decimal(fraction[2])
        return PlanCell(place, share, typed=f"{fraction[1]}/{fraction[2]}", marks="/")
    bracketed = _PROVISIONAL.match(seen)
    inner = bracketed[1] if bracketed else seen
    bare = _PLUS_MINUS.sub("", inner)
    marks = ("[" if bracketed else "") + ("±" if bare != inner else "")
    unmarked = _ENDS_IN_PERCENT.sub("", bare)
    value = read_number_text(unmarked if marks else bare).number
    says_that_none_is = says_nothing(bare) and not field.needed_by
    if value is not None and (abs(value) >= _LARGEST or says_that_none_is):
        value = None  # »ingen« is no 0 where nothing need stand.
    found = quotable_text(cell.text)
    may_be_so = bool(marks) and set(marks) <= set(field.marks)
    if "±" in field.marks and not marks and (told := _demanded(seen, place)) is not None:
        return told
    if value is None or not may_be_so or not _PLAIN_NUMBER.fullmatch(unmarked):
        meant = None if value is None else said_quantity(value)
        return _wrong("RP-811", place, found, suggestion=_suggestion(meant, seen))
    return PlanCell(place, value, typed=found, marks=marks, in_percent=unmarked != bare)


def _demanded(text: str, place: Place) -> PlanCell | None:
    """A text that says what is demanded and not only how much: `under 6`, `10-50 pct.`"""
    found, text = quotable_text(text), text[:_LONGEST_DEMAND]
    interval, demand = _INTERVAL.fullmatch(text), _DEMAND.fullmatch(text)
    if interval is not None:
        least, most = (read_number_text(each).number for each in interval.groups())
        if least is not None and most is not None and least < most:
            ends = phrase(say.INTERVAL, least=said_quantity(least), most=said_quantity(most))
            return _wrong("RP-819", place, found, suggestion=ends)
    number = None if demand is None else read_number_text(demand["amount"]).number
    if demand is not None and number is not None:
        kind = next(LABELS[each] for each in _DEMANDS if demand[each])
        ways = phrase(say.DEMAND, kind=kind, number=said_quantity(number))
        return _wrong("RP-820", place, found, suggestion=ways)
    return None


def _whole(typed: TypedCell, place: Place, field: Field) -> PlanCell:
    settled, (least, greatest) = _number(typed, place, field), field.limits
    number = settled.value
    if not isinstance(number, Decimal):
        return settled
    if not settled.in_percent and number == int(number) and least <= number <= greatest:
        return PlanCell(place, int(number))
    expected = phrase(say.WHOLE, least=str(least), greatest=str(greatest))
    return _wrong("RP-815", place, _shown(typed), expected)


def _date(typed: TypedCell, place: Place, shift: int) -> PlanCell:
    cell = typed.cell
    if cell.text is not None:
        read = read_date_text(cell.text)
        meant = None if read.day is None else said_day(read.day)
        found = quotable_text(cell.text)
        return _wrong("RP-812", place, found, suggestion=_suggestion(meant, cell.text))
    serial = -1.0 if cell.number is None else cell.number + shift
    day = serial_to_date(serial)
    if day is None or typed.shows is Shows.PERCENT:
        return _other_type(typed, place, say.A_DATE)
    if has_time(serial):
        return _wrong("RP-814", place, day_and_time(day, serial), say.A_DATE_ALONE)
    return PlanCell(place, day)


def _unit(typed: TypedCell, place: Place, known: Mapping[str, str]) -> PlanCell:
    """A unit; what a report is checked by follows from its name, so a known one is spelled so."""
    settled = _text(typed, place)
    text = str(settled.value or "")
    folded = _PERCENT_WORDS.get(letters_of(text) or text, letters_of(text))
    meant = next((each for each in known if letters_of(each) == folded), text)
    return settled if meant == text else _wrong("RP-843", place, text[:40], meant)


def _yes_no(typed: TypedCell, place: Place, field: Field) -> PlanCell:
    if isinstance(typed.cell.value, bool):
        return PlanCell(place, typed.cell.value)
    settled = _chosen(typed, place, CHOICES[field.choices])
    return settled if settled.value is None else PlanCell(place, settled.value == YES)


def _chosen(typed: TypedCell, place: Place, meanings: Mapping[str, str]) -> PlanCell:
    if typed.cell.text is None:
        return _other_type(typed, place, say.A_CHOICE)
    text, labels = visible_text(typed.cell.text), tuple(meanings)
    folded = {visible_text(label).casefold(): label for label in labels}
    if text.casefold() in folded:
        return PlanCell(place, meanings[folded[text.casefold()]])
    if labels == (YES, NO):
        meant = meant_choice(text, labels)
    else:
        seen = text.casefold()[:_LONGEST_CHOICE]
        # The beginning of a choice, or a choice and more: `reduktion`, `mindst 80 pct.`
        begun = [each for each in folded if f"{each} ".startswith(f"{seen} ")]
        begun += [each for each in folded if seen.startswith(f"{each} ")]
        near = begun if len(begun) == 1 else get_close_matches(seen, folded, 1, _ALIKE)
        meant = folded[near[0]] if near else None
    word = phrase(say.DID_YOU_MEAN_WORD, value=meant or "")
    suggestion: Said = say.NO_SUGGESTION if meant is None else word
    expected = quotable_text(", ".join(labels), 300) or "–"
    return _wrong("RP-813", place, quotable_text(text), expected, suggestion)


def _suggestion(meant: Said | None, text: str) -> Said:
    if meant is not None:
        return phrase(say.DID_YOU_MEAN, value=meant)
    return say.LEAVE_BLANK if says_nothing(text) else say.NO_SUGGESTION


def _shown(typed: TypedCell) -> Said:
    """What the cell holds, as it is quoted."""
    value = typed.cell.value
    if isinstance(value, bool):
        return say.TRUE if value else say.FALSE
    if isinstance(value, float):
        return said_percent(value) if typed.shows is Shows.PERCENT else said_quantity(value)
    return quotable_text(str(value or ""))
