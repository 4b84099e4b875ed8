"""RP-401, 403 to 407, 411, 413, 415: what stands in an input cell is no value of its type.

What a text was probably meant to be, as a number, a date or a choice, is never guessed, but
suggested. Danish notation: decimal comma, points between thousands, day before month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from resultatplan.exact import exact
from resultatplan.goals import FIRST_YEAR, LAST_YEAR
from resultatplan.plan import Plan
from texts import findings as say
from texts.language import DANISH, Said, phrase, said_day, said_percent, said_quantity
from texts.language import say as shown_text
from validators.findings import Finding, Place, finding, quoted_cell, shortened
from validators.inputs import Settled
from validators.structure import Received
from workbooks.form import NO, PARTLY, YES, ValueType, answers_of, date_window, grade_of
from workbooks.reading.cells import IN_CELL, Cell, CellType, clock, serial_to_date
from workbooks.reading.number_formats import Shows, what_it_shows
from workbooks.reading.read_sheet import ReadSheet

_LESS_THAN_A_SECOND = 1e-6


class Mistake(Enum):
    """How a text is not the value it stands for."""

    INVISIBLE = auto()
    PLACEHOLDER = auto()
    INEXACT = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class NumberText:
    """A text where a number belongs, and the number it probably means."""

    mistake: Mistake
    number: Decimal | None = None
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class DateText:
    """A text where a date belongs, and the date it probably means."""

    mistake: Mistake
    day: date | None = None


_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
    r"\u00a0\u00ad\u2007\u200b-\u200f\u202f\u2060\ufeff]"
)
_NO_BREAK = "\u00a0\u2007\u202f"
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
"""What Word and PDF make of a hyphen or a minus."""
_MINUS_LAST = re.compile(r"^(\d[\d.,]*)\s*-$")
"""As accounting systems write what is below 0: `2,5-`."""

_NUMBER = r"[-+]?\s*\d[\d .,]*"
_UNITS = r"(?:%|pct\.?|procent|dage?|uger?|stk\.?|kr\.?|mio\.?(?:\s*kr\.?)?|mia\.?|point|antal)"
_PLAIN = re.compile(rf"^(?P<number>{_NUMBER})\s*(?P<unit>{_UNITS})?\s*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:ca\.?|cirka|omkring|omtrent|knap|godt|over|under|mindst|højst|op til|[~≈<>≤≥]=?)\s*"
    rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNITS})?\s*$",
    re.IGNORECASE,
)
_PLUS_MINUS = re.compile(
    rf"^(?:\+\s*/\s*-|±)\s*(?P<number>{_NUMBER})\s*(?P<unit>{_UNITS})?\s*$", re.IGNORECASE
)
_RANGE = re.compile(rf"^{_NUMBER}\s*{_UNITS}?\s*(?:-|til|/)\s*{_NUMBER}\s*{_UNITS}?\s*$", re.I)

_DANISH = re.compile(r"(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)(?:,\d+)?")
_ENGLISH = re.compile(r"(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)\.\d+")

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun",
            "juli jul", "august aug", "september sep sept", "oktober okt", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ZERO = frozenset({"ingen", "intet", "nul"})
_DAY_FIRST = re.compile(
    r"^(?:den\s+|d\.\s*)?(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4}|\d{2})$"
)
_YEAR_FIRST = re.compile(r"^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})$")
_NAMED = re.compile(r"^(?:den\s+|d\.\s*)?(\d{1,2})\.?\s*([a-zæøå]+)\.?\s*(\d{4})$")
_TIME = re.compile(r"[ t]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?z?$")


def typed_value(
    cell: Cell, value_type: ValueType, place: Place, sheet: ReadSheet, received: Received
) -> Settled | Finding:
    """What stands in a cell: a value of its type, or the finding that says why it is none."""
    if cell.type is CellType.BLANK and cell.formula is not None:
        return _wrong_type(place, say.UNCALCULATED, cell)
    if cell.type is CellType.BLANK or cell.text == "":
        return None
    cell = cell._replace(formula=None)  # What it shows is told, not how that comes.
    if cell.type is CellType.ERROR:
        error = quoted_cell(cell)
        what = error if cell.value == IN_CELL else phrase(say.THE_ERROR, error=error)
        return finding("RP-406", place, found=error, what=what)
    number, code = cell.number, sheet.appearance.formats.get(cell.address)
    shown = received.shown_by_format(sheet, cell)
    if value_type is ValueType.TEXT:
        return _text_in(cell) if shown is None else shown_text(shown, DANISH)
    if value_type is ValueType.DATE:
        return _date_in(cell, place, received)
    is_day = number is not None and code and what_it_shows(code, number) is Shows.DATE
    if not value_type.is_number:
        choices = choices_of(value_type, place.key, received.plan)
        if number is None:
            return _choice(cell, place, choices)
        is_shown_so = shown is not None and is_day
        what = say.A_NUMBER if not is_shown_so else say.A_DATE if number >= 1 else say.A_TIME
        found = received.quoted(sheet, cell)
        share = exact(number)
        meant = [each for each in choices if grade_of(each) in (share, share * 100)]
        if meant and not is_day:
            return not_on_list(place, found, choices, meant[0])
        return finding("RP-413", place, found=found, expected=" / ".join(choices), what=what)
    if number is not None and is_day and number >= 0:
        return _became_a_date(number, shown, place, value_type, received)
    return _number_in(cell, place, value_type)


def choices_of(value_type: ValueType, key: str | None, plan: Plan) -> tuple[str, ...]:
    """The list of a drop-down, of a criterion's row or, without a key, of the periods."""
    if key is None:
        return tuple(period.name for period in plan.reporting.periods)
    return answers_of(plan.criterion_by_key[key], value_type)


def _became_a_date(
    number: float, shown: Said | None, place: Place, value_type: ValueType, received: Received
) -> Finding:
    """The finding about a number that its format shows as a date: `1-2` became 44197, or 55 was
    typed where a date had been."""
    day = serial_to_date(received.book.serial(number))
    found = said_quantity(exact(number)) if shown is None else shown
    what = say.AS_A_DATE if shown is None else say.THE_TIME if number < 1 else say.THE_DATE
    if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
        meant = typed_perhaps(day)
    elif what is say.THE_TIME:
        meant = say.NO_SUGGESTION
    else:
        meant = _number_meant(exact(number), False, value_type)
    return finding("RP-415", place, found=found, what=phrase(what, found=found), suggestion=meant)


def typed_perhaps(day: date) -> Said:
    """What may have been typed where a program took a day."""
    return phrase(say.TYPED_PERHAPS, day=str(day.day), month=str(day.month))


def _text_in(cell: Cell) -> Settled:
    if cell.type is CellType.BOOLEAN:
        return say.TRUE() if cell.value else say.FALSE()
    if cell.number is not None:
        return f"{cell.number:.15g}"
    return visible_text(cell.text or "") or None


def _number_in(cell: Cell, place: Place, value_type: ValueType) -> Settled | Finding:
    if cell.number is not None:
        return cell.number
    if cell.text is None:
        return _wrong_type(place, say.A_BOOLEAN, cell, say.A_NUMBER)
    read = read_number_text(cell.text)
    suggestion = _number_meant(read.number, read.is_percent, value_type)
    code = "RP-403" if read.mistake is Mistake.INEXACT else "RP-401"
    return _mistyped(place, cell.text, read.mistake, code, suggestion)


def _number_meant(number: Decimal | None, is_percent: bool, value_type: ValueType) -> Said:
    if number is None:
        return say.NO_SUGGESTION
    if value_type is not ValueType.PERCENT:
        return phrase(say.DID_YOU_MEAN, value=said_quantity(number))
    # A share under 1 is a percentage already; 1 is 1 %, as when it is typed into the cell.
    share = number if not is_percent and abs(number) < 1 else number / 100
    return phrase(say.DID_YOU_MEAN, value=said_percent(share))


def _date_in(cell: Cell, place: Place, received: Received) -> Settled | Finding:
    """A date as such. One with a time of day is refused; so are, later, days far from the year."""
    first, last = date_window(received.plan)
    if cell.number is not None:
        serial = received.book.serial(cell.number)
        day = serial_to_date(serial)
        if abs(serial - round(serial)) < _LESS_THAN_A_SECOND:
            return float(round(serial))
        if day is None or not first <= day <= last:
            return serial
        meant = phrase(say.DID_YOU_MEAN, value=said_day(day))
        return finding("RP-405", place, found=day_and_time(day, serial), suggestion=meant)
    if cell.text is None:
        return _wrong_type(place, say.A_BOOLEAN, cell, say.A_DATE)
    read = read_date_text(cell.text)
    suggestion: Said = say.NO_SUGGESTION
    if read.day is not None and first <= read.day <= last:
        suggestion = phrase(say.DID_YOU_MEAN, value=said_day(read.day))
    return _mistyped(place, cell.text, read.mistake, "RP-404", suggestion)


def _mistyped(place: Place, text: str, mistake: Mistake, code: str, suggestion: Said) -> Finding:
    if mistake is Mistake.PLACEHOLDER:
        return finding("RP-407", place, found=quotable_text(text), suggestion=say.NO_SUGGESTION)
    if mistake is Mistake.INVISIBLE:
        return _stray_space(place, text, suggestion)
    return finding(code, place, found=quotable_text(text), suggestion=suggestion)


def _choice(cell: Cell, place: Place, choices: tuple[str, ...]) -> Settled | Finding:
    """A choice as typed; whether it is on the list is the schema's question, once it is text."""
    if cell.type is CellType.BOOLEAN and {YES, NO} <= set(choices):
        return not_on_list(place, quoted_cell(cell), choices, YES if cell.value else NO)
    if cell.text is None:
        return _wrong_type(place, say.A_BOOLEAN, cell, " / ".join(choices))
    text = cell.text
    if has_invisible(text) or (text not in choices and visible_text(text) in (*choices, "")):
        return _stray_space(place, text, _word_meant(meant_choice(text, choices)))
    if meant_choice(text, choices) is None and says_nothing(text):
        listed = phrase(say.CHOOSE, choices=", ".join(choices))
        return finding("RP-407", place, found=quotable_text(text), suggestion=listed)
    return text


def _stray_space(place: Place, text: str, suggestion: Said) -> Finding:
    found = say.INVISIBLE if has_invisible(text) else say.EXTRA_SPACES
    if has_no_break_space(text):
        found = say.NO_BREAK_SPACE
    if not visible_text(text):
        found = say.ONLY_SPACES
    return finding("RP-411", place, found=found, suggestion=suggestion)


def _wrong_type(place: Place, what: Said, cell: Cell, expected: Said = say.A_VALUE) -> Finding:
    return finding("RP-413", place, found=quoted_cell(cell), expected=expected, what=what)


def _word_meant(meant: str | None) -> Said:
    return say.NO_SUGGESTION if meant is None else phrase(say.DID_YOU_MEAN_WORD, value=meant)


def not_on_list(place: Place, found: Said, choices: tuple[str, ...], meant: str | None) -> Finding:
    """The finding about a word that is none of the choices; `meant` is what it spells."""
    expected = ", ".join(choices)
    return finding("RP-410", place, found=found, expected=expected, suggestion=_word_meant(meant))


def read_number_text(text: str) -> NumberText:
    """What a text in a number cell is, and which number it probably means."""
    visible = " ".join(_INVISIBLE.sub(" ", text).translate(_DASHES).split())
    visible = _MINUS_LAST.sub(r"-\1", visible)
    for pattern in (_ABOUT, _PLUS_MINUS):
        match = pattern.match(visible)
        if match:
            return _number_text(Mistake.INEXACT, match)
    match = _PLAIN.match(visible)
    if match:
        return _number_text(Mistake.INVISIBLE if _INVISIBLE.search(text) else Mistake.OTHER, match)
    if letters_of(visible) in _ZERO:
        return NumberText(Mistake.OTHER, Decimal(0))
    if says_nothing(visible):
        return NumberText(Mistake.PLACEHOLDER if visible else Mistake.INVISIBLE)
    return NumberText(Mistake.INEXACT if _RANGE.match(visible) else Mistake.OTHER)


def read_date_text(text: str) -> DateText:
    """What a text in a date cell is, and which date it probably means."""
    visible = " ".join(_INVISIBLE.sub(" ", text).translate(_DASHES).split()).lower()
    if says_nothing(visible):
        return DateText(Mistake.PLACEHOLDER if visible else Mistake.INVISIBLE)
    mistake = Mistake.INVISIBLE if _INVISIBLE.search(text) else Mistake.OTHER
    return DateText(mistake, _day(_TIME.sub("", visible)))


def day_and_time(day: date, serial: float) -> Said:
    """A day and the time of day, of a cell that holds this serial number."""
    return phrase(say.DAY_AND_TIME, day=said_day(day), time=clock(serial))


_OTHER_WORDS = {
    **dict.fromkeys(("yes", "true", "sand"), YES),
    **dict.fromkeys(("no", "false", "falsk"), NO),
    **dict.fromkeys(("partly", "partially", "partial", "delvis"), PARTLY),
}


def meant_choice(text: str, choices: tuple[str, ...]) -> str | None:
    """The choice that a text spells in another case, with other marks, or in English; or the one
    that it begins with and says more of: `Ja, se notatet`."""
    folded = letters_of(text)
    for choice in choices:
        known = letters_of(choice)
        is_initial = folded == known[0] and known[0].isalpha() and NO in choices
        if is_initial or folded in (known, known.removesuffix("pct")):
            return choice
    meant = _OTHER_WORDS.get(folded)
    if meant in choices:
        return meant
    named = [each for each in choices if re.search(rf"\b{re.escape(each)}(?!\w)", text, re.I)]
    begins = len(named) == 1 and text.casefold().startswith(named[0].casefold())
    return named[0] if begins else None


def letters_of(text: str) -> str:
    """What is left of a word when case, blanks and marks are not heeded."""
    return "".join(filter(str.isalnum, text.casefold()))


_FILLERS = frozenset({"", *map(letters_of, say.FILLERS)})
_REPEATED = re.compile(r"(.)\1+")
_SENTENCE_END = re.compile(r"[.;!?]\s")


def says_nothing(text: str) -> bool:
    """Whether a text only fills its cell: `N/A`, `(tom)`, `xxx`, `ukendt`, marks or blanks."""
    letters = letters_of(text)
    repeated = _REPEATED.fullmatch(letters)
    return (letters if repeated is None else repeated[1] * 2) in _FILLERS


def is_copied(text: str, agreed: str) -> bool:
    """Whether a text is what was agreed, word for word, or a sentence of it."""
    letters = letters_of(text)
    return letters != "" and letters in map(letters_of, (agreed, *_SENTENCE_END.split(agreed)))


def has_invisible(text: str) -> bool:
    """Whether a text holds characters that cannot be seen, a no-break space included."""
    return _INVISIBLE.search(text) is not None


def has_no_break_space(text: str) -> bool:
    """Whether a text holds a no-break space."""
    return any(character in text for character in _NO_BREAK)


def visible_text(text: str) -> str:
    """A text without invisible characters, its blanks single and its ends trimmed."""
    seen = text if text.isprintable() else _INVISIBLE.sub(" ", text)
    return " ".join(seen.split())


def quotable_text(text: str, length: int = 160) -> str:
    """A text as a message quotes it: visible, and cut where it is long."""
    return shortened(visible_text(text), length)


def _number_text(mistake: Mistake, match: re.Match[str]) -> NumberText:
    unit = (match["unit"] or "").lower()
    # Amounts are typed in mio. kr.: what was written in another unit is another number.
    number = None if unit.startswith(("kr", "mia")) else _number(match["number"])
    return NumberText(mistake, number, unit.startswith(("%", "pct", "procent")))


def _number(text: str) -> Decimal | None:
    """The number in Danish notation, or in English where only that makes sense."""
    digits = text.strip()
    sign = "-" if digits.startswith("-") else ""
    digits = digits.lstrip("+- ")
    if _DANISH.fullmatch(digits):
        return Decimal(sign + re.sub(r"[. ]", "", digits).replace(",", "."))
    if _ENGLISH.fullmatch(digits):
        return Decimal(sign + digits.replace(",", ""))
    return None


def _day(text: str) -> date | None:
    match = _DAY_FIRST.match(text)
    if match:
        day, month, year = (int(part) for part in match.groups())
        return _date(year if year > 99 else 2000 + year, month, day)
    match = _YEAR_FIRST.match(text)
    if match:
        year, month, day = (int(part) for part in match.groups())
        return _date(year, month, day)
    match = _NAMED.match(text)
    if match and match[2] in _MONTHS:
        return _date(int(match[3]), _MONTHS[match[2]], int(match[1]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
