"""What a text was probably meant to be, as a number, a date or a choice: never guessed, suggested.

Danish notation: decimal comma, points between thousands, day before month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from texts import findings as say
from texts.language import Said, phrase, said_day
from workbooks.form import NO, PARTLY, YES


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

_NUMBER = r"[-+\u2212]?\s*\d[\d .,]*"
_UNITS = r"(?:%|pct\.?|procent|dage?|uger?|stk\.?|kr\.?|mio\.?(?:\s*kr\.?)?|mia\.?|point|antal)"
_PLAIN = re.compile(rf"^(?P<number>{_NUMBER})\s*(?P<unit>{_UNITS})?\s*$", re.IGNORECASE)
_ABOUT = re.compile(
    r"^(?:ca\.?|cirka|omkring|omtrent|knap|godt|over|under|mindst|højst|op til|[~≈<>≤≥]=?)\s*"
    rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNITS})?\s*$",
    re.IGNORECASE,
)
_PLUS_MINUS = re.compile(
    rf"^(?:\+\s*/\s*[-\u2212]|±)\s*(?P<number>{_NUMBER})\s*(?P<unit>{_UNITS})?\s*$", re.IGNORECASE
)
_RANGE = re.compile(rf"^{_NUMBER}\s*{_UNITS}?\s*(?:-|–|til|/)\s*{_NUMBER}\s*{_UNITS}?\s*$", re.I)

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
_DAY_FIRST = re.compile(
    r"^(?:den\s+|d\.\s*)?(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4}|\d{2})$"
)
_YEAR_FIRST = re.compile(r"^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})$")
_NAMED = re.compile(r"^(?:den\s+|d\.\s*)?(\d{1,2})\.?\s*([a-zæøå]+)\.?\s*(\d{4})$")
_TIME = re.compile(r"[ t]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$")


def read_number_text(text: str) -> NumberText:
    """What a text in a number cell is, and which number it probably means."""
    visible = " ".join(_INVISIBLE.sub(" ", text).split())
    for pattern in (_ABOUT, _PLUS_MINUS):
        match = pattern.match(visible)
        if match:
            return _number_text(Mistake.INEXACT, match)
    match = _PLAIN.match(visible)
    if match:
        return _number_text(Mistake.INVISIBLE if _INVISIBLE.search(text) else Mistake.OTHER, match)
    if says_nothing(visible):
        return NumberText(Mistake.PLACEHOLDER if visible else Mistake.INVISIBLE)
    return NumberText(Mistake.INEXACT if _RANGE.match(visible) else Mistake.OTHER)


def read_date_text(text: str) -> DateText:
    """What a text in a date cell is, and which date it probably means."""
    visible = " ".join(_INVISIBLE.sub(" ", text).split()).lower()
    if says_nothing(visible):
        return DateText(Mistake.PLACEHOLDER if visible else Mistake.INVISIBLE)
    mistake = Mistake.INVISIBLE if _INVISIBLE.search(text) else Mistake.OTHER
    return DateText(mistake, _day(_TIME.sub("", visible)))


def day_and_time(day: date, serial: float) -> Said:
    """A day and the time of day, of a cell that holds this serial number."""
    minutes = min(round(serial % 1 * 24 * 60), 24 * 60 - 1)
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    return phrase(say.DAY_AND_TIME, day=said_day(day), time=clock)


_OTHER_WORDS = {
    **dict.fromkeys(("yes", "true", "sand"), YES),
    **dict.fromkeys(("no", "false", "falsk"), NO),
    **dict.fromkeys(("partly", "partially", "partial", "delvis"), PARTLY),
}


def meant_choice(text: str, choices: tuple[str, ...]) -> str | None:
    """The choice that a text spells in another case, with other marks, or in English."""
    folded = letters_of(text)
    for choice in choices:
        known = letters_of(choice)
        is_initial = folded == known[0] and known[0].isalpha() and NO in choices
        if is_initial or folded in (known, known.removesuffix("pct")):
            return choice
    meant = _OTHER_WORDS.get(folded)
    return meant if meant in choices else None


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
    seen = visible_text(text)
    return seen if len(seen) <= length else f"{seen[: length - 1]}…"


def _number_text(mistake: Mistake, match: re.Match[str]) -> NumberText:
    unit = (match["unit"] or "").lower()
    # Amounts are typed in mio. kr.: what was written in another unit is another number.
    number = None if unit.startswith(("kr", "mia")) else _number(match["number"])
    return NumberText(mistake, number, unit.startswith(("%", "pct", "procent")))


def _number(text: str) -> Decimal | None:
    """The number in Danish notation, or in English where only that makes sense."""
    digits = text.replace("\u2212", "-").strip()
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
