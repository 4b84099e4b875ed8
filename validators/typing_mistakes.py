"""What a text was probably meant to be, as a number, a date or a choice; and what says nothing.

It is never guessed, but suggested. Danish notation: decimal comma, points between thousands, day
before month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from texts import findings as say
from texts.language import Said, phrase, said_day
from validators.findings import shortened
from workbooks.form import NO, PARTLY, YES
from workbooks.reading.cells import clock

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


def typed_perhaps(day: date) -> Said:
    """What may have been typed where a program took a day."""
    return phrase(say.TYPED_PERHAPS, day=str(day.day), month=str(day.month))


def has_time(serial: float) -> bool:
    """Whether a date's number has a time of day."""
    return abs(serial - round(serial)) > _LESS_THAN_A_SECOND


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
