"""What a data system hands over for a report: the file VALUES.json as frozen models.

Numbers are in the plan's units (percent as 82), dates ISO, yes and no `true` and `false`, and what
is partly met, where the plan allows it, `"partly"`. Null is a blank cell; what is left out stays
as it is in the workbook.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from texts import filling as say
from texts.language import Text
from workbooks.form import STATUSES

LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""

_LARGEST_NUMBER = Decimal(10) ** 15
_EARLIEST_DATE = date(1900, 3, 1)
"""Before this Excel counts days in its own way, or not at all."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
Partly = Literal["partly"]
PARTLY_VALUE: Partly = "partly"

_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")

REASONS: dict[str, Text] = {
    "number": say.NOT_A_NUMBER,
    "too_large": say.TOO_LARGE,
    "date": say.NOT_A_DATE,
    "yes_no": say.NOT_YES_OR_NO,
    "text": say.NOT_A_TEXT,
    "bad_character": say.BAD_CHARACTER,
    "too_long": say.TOO_LONG,
    "status": say.NOT_A_STATUS,
    "forecast": say.NOT_A_FORECAST,
}
"""What each kind of refusal below says to the user."""


def _refusal(kind: str, **fields: str | int) -> PydanticCustomError:
    return PydanticCustomError(kind, "{reason}", {"reason": kind, **fields})


def _number(value: object) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise _refusal("number")
    number = Decimal(value)
    if number.copy_abs() >= _LARGEST_NUMBER:
        raise _refusal("too_large")
    return number


def _date(value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise _refusal("date") from None
        if day >= _EARLIEST_DATE:
            return day
    raise _refusal("date")


def _yes_no(value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise _refusal("yes_no")


def _answer(value: object) -> bool | Partly | None:
    return PARTLY_VALUE if value == PARTLY_VALUE else _yes_no(value)


def _text(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise _refusal("text")
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    bad = ILLEGAL_CHARACTERS_RE.search(text) or _NO_CHARACTERS.search(text)
    if bad is not None:
        raise _refusal("bad_character", place=bad.start() + 1)
    length = len(text.encode("utf-16-le")) // 2
    if length > LONGEST_TEXT:
        raise _refusal("too_long", length=length, greatest=LONGEST_TEXT)
    return text if text.strip() else None


def _status(value: object) -> str | None:
    if value is None or value in STATUSES:
        return _text(value)
    raise _refusal("status", statuses=", ".join(STATUSES))


def _forecast(value: object) -> Decimal | date | bool | Partly | None:
    readers: tuple[Callable[[object], Decimal | date | bool | Partly | None], ...]
    readers = (_answer, _date) if isinstance(value, bool | str) else (_number,)
    for reader in readers:
        try:
            return reader(value)
        except PydanticCustomError as error:
            if error.type == "too_large":
                raise
    raise _refusal("forecast")


Number = Annotated[Decimal | None, BeforeValidator(_number)]
Day = Annotated[date | None, BeforeValidator(_date)]
YesNo = Annotated[bool | None, BeforeValidator(_yes_no)]
Answer = Annotated[bool | Partly | None, BeforeValidator(_answer)]
FreeText = Annotated[str | None, BeforeValidator(_text)]
Status = Annotated[str | None, BeforeValidator(_status)]
Forecast = Annotated[Decimal | date | bool | Partly | None, BeforeValidator(_forecast)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ResultValues(_Model):
    """What is reported for one criterion."""

    basis: Number = None
    result: Number = None
    date: Day = None
    done: Answer = None
    status: Status = None
    forecast: Forecast = None
    """A number, a date or an answer, as the row's kind has it."""
    explanation: FreeText = None
    action_plan: FreeText = None
    provisional: YesNo = None
    documentation: FreeText = None


class Values(_Model):
    """A whole report."""

    period: FreeText = None
    """The period's id (`Q4`) or its Danish name."""
    submitted: Day = None
    prepared_by: FreeText = None
    approved_by: FreeText = None
    significant_deviations: FreeText = None
    results: dict[str, ResultValues] = Field(default_factory=dict)
    """By the criterion's key."""
