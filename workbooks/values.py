"""What a data system hands over for a report: VALUES.json, read, and put into a template's cells.

Numbers are in the plan's units (percent as 82), dates ISO, yes and no `true` and `false`, and,
where the plan allows it, what is partly met `"partly"` and a grade its number. Null is a blank
cell; what is left out stays as it is in the workbook.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic import Field as ModelField
from pydantic_core import ErrorDetails, PydanticCustomError

from resultatplan.criteria import LABELS
from resultatplan.exact import HUNDRED, exact
from resultatplan.goals import Criterion
from resultatplan.plan import Plan
from texts import handwritten as say
from texts.functions import PERCENT
from texts.language import DANISH, Language, Said, Text, phrase, said_quantity
from texts.language import say as in_words
from workbooks.blueprint.specs import CellValue, cell_number
from workbooks.form import (
    NO,
    PARTLY,
    REPORT_INPUTS,
    STATUSES,
    YES,
    Column,
    Field,
    Layout,
    Sheet,
    ValueType,
    grade_answer,
    inputs_by_key,
    limits_of,
)
from workbooks.template.build import build_template

LONGEST_TEXT = 32_767
"""Characters that a cell can hold."""
Partly = Literal["partly"]
PARTLY_VALUE: Partly = "partly"

COLUMN_OF: dict[str, Column] = {column.name.lower(): column for column in REPORT_INPUTS}
"""The column of each field of a criterion's result: that of `action_plan` is Handlingsplan."""

FIELD_OF: dict[str, Field] = {
    "period": Field.PERIOD,
    "submitted": Field.SUBMITTED,
    "prepared_by": Field.PREPARED_BY,
    "approved_by": Field.APPROVED_BY,
    "contact": Field.CONTACT,
    "significant_deviations": Field.DEVIATIONS,
}
"""The field of Stamdata that each of the report's own fields fills."""

Inputs = dict[tuple[Sheet, str], CellValue]

_LARGEST_NUMBER = Decimal(10) ** 15
_EARLIEST_DATE = date(1900, 3, 1)
"""Before this Excel counts days in its own way, or not at all."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")

_PERIOD, _RESULTS, _BASIS = "period", "results", "basis"
_ANSWERS = ("done", "forecast")
_ANSWER_TYPES: dict[ValueType, tuple[type[object], Text]] = {
    ValueType.DATE: (date, say.NOT_A_DATE),
    ValueType.YES_NO: (bool, say.NOT_YES_OR_NO),
    ValueType.YES_NO_PARTLY: (bool, say.NOT_YES_NO_OR_PARTLY),
    ValueType.GRADE: (bool, say.NOT_YES_NO_OR_GRADE),
}
_NUMBER: tuple[type[object], Text] = (Decimal, say.NOT_A_NUMBER)


def _refusal(reason: Text, **fields: str) -> PydanticCustomError:
    return PydanticCustomError("refused", "refused", {"reason": phrase(reason, **fields)})


def _number(value: object) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise _refusal(say.NOT_A_NUMBER)
    number = Decimal(value)
    if number.copy_abs() >= _LARGEST_NUMBER:
        raise _refusal(say.TOO_LARGE)
    return number


def _date(value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise _refusal(say.NOT_A_DATE) from None
        if day >= _EARLIEST_DATE:
            return day
    raise _refusal(say.NOT_A_DATE)


def _yes_no(value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise _refusal(say.NOT_YES_OR_NO)


def _answer(value: object) -> bool | Partly | Decimal | None:
    if isinstance(value, Decimal):
        return value
    return PARTLY_VALUE if value == PARTLY_VALUE else _yes_no(value)


def _text(value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise _refusal(say.NOT_A_TEXT)
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    bad = ILLEGAL_CHARACTERS_RE.search(text) or _NO_CHARACTERS.search(text)
    if bad is not None:
        raise _refusal(say.BAD_CHARACTER, place=str(bad.start() + 1))
    length = len(text.encode("utf-16-le")) // 2
    if length > LONGEST_TEXT:
        raise _refusal(say.TOO_LONG, length=str(length), greatest=str(LONGEST_TEXT))
    return text if text.strip() else None


def _status(value: object) -> str | None:
    if value is None or value in STATUSES:
        return _text(value)
    raise _refusal(say.NOT_A_STATUS, statuses=", ".join(STATUSES))


def _forecast(value: object) -> Decimal | date | bool | Partly | None:
    if value is None or isinstance(value, bool) or value == PARTLY_VALUE:
        return _answer(value)
    if isinstance(value, Decimal | int):
        return _number(value)
    try:
        return _date(value)
    except PydanticCustomError:
        raise _refusal(say.NOT_A_FORECAST) from None


Number = Annotated[Decimal | None, BeforeValidator(_number)]
Day = Annotated[date | None, BeforeValidator(_date)]
YesNo = Annotated[bool | None, BeforeValidator(_yes_no)]
Answer = Annotated[bool | Partly | Decimal | None, BeforeValidator(_answer)]
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
    contact: FreeText = None
    significant_deviations: FreeText = None
    results: dict[str, ResultValues] = ModelField(default_factory=dict)
    """By the criterion's key."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing in the file that cannot be used: where, and why."""

    path: str
    """`results."1.1.a".result`, or the file's name where the whole file is meant."""
    reason: Said

    def message(self, lang: Language = DANISH) -> str:
        """The mistake as a line for the user."""
        return f"{self.path}: {in_words(self.reason, lang)}"


class FillError(ValueError):
    """A file of values that cannot be used, with everything that is wrong with it."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.messages()))

    def messages(self, lang: Language = DANISH) -> tuple[str, ...]:
        """A line for each mistake."""
        return tuple(mistake.message(lang) for mistake in self.mistakes)


def read_values(path: Path) -> Values:
    """The values in a JSON file.

    Raises `FillError` with every mistake in the file's form, `OSError` when it cannot be read.
    What the plan does not have is found by `inputs_of`.
    """
    data, twice = _parsed(path)
    mistakes = [Mistake(_path([name]), say.TWICE) for name in twice]
    values = Values()
    try:
        values = Values.model_validate(data)
    except ValidationError as error:
        mistakes += [
            Mistake(_path(details["loc"]) or path.name, reason_of(details))
            for details in error.errors()
        ]
    if mistakes:
        raise FillError(mistakes)
    return values


def inputs_of(layout: Layout, values: Values) -> Inputs:
    """The input cells that the values fill, with what the cells hold: 82 percent as 0.82.

    Null is a blank cell; what the values leave out has no entry. Raises `FillError` with every
    key, field and type that the plan does not have.
    """
    inputs: Inputs = {}
    mistakes: list[Mistake] = []
    for name in sorted(values.model_fields_set & FIELD_OF.keys(), key=list(FIELD_OF).index):
        cell = (Sheet.MASTER, layout.field_cell(FIELD_OF[name]))
        inputs[cell] = getattr(values, name)
        if name == _PERIOD and values.period is not None:
            plan, wanted = layout.plan, values.period
            period = plan.period_by_id(wanted) or plan.period_by_name(wanted)
            if period is None:
                known = ", ".join(f"{each.id} ({each.name})" for each in plan.reporting.periods)
                reason = phrase(say.UNKNOWN_PERIOD, value=wanted, known=known)
                mistakes.append(Mistake(_PERIOD, reason))
            else:
                inputs[cell] = period.name
    rows = {row.key: (row, types) for row, types in inputs_by_key(layout.plan)}
    for key, result in values.results.items():
        if key not in rows:
            mistakes.append(_unknown_key(layout.plan, key))
            continue
        for column, outcome in _row_inputs(*rows[key], result):
            if isinstance(outcome, Mistake):
                mistakes.append(outcome)
            else:
                inputs[Sheet.REPORT, layout.report_cell(key, column)] = outcome
    if mistakes:
        raise FillError(mistakes)
    return inputs


def fill(
    plan: Plan, values: Values, existing: Mapping[tuple[Sheet, str], CellValue] | None = None
) -> bytes:
    """A filled copy of the plan's template as an .xlsx file.

    `existing` are the inputs that stand already; the values go before them. Raises `FillError`.
    """
    return build_template(plan, {**(existing or {}), **inputs_of(Layout(plan), values)})


def _parsed(path: Path) -> tuple[object, list[str]]:
    """The file's data, and the names that stand twice in one object."""
    twice: list[str] = []

    def without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        twice.extend(name for name in dict.fromkeys(names) if names.count(name) > 1)
        return dict(pairs)

    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = json.loads(
            text,
            object_pairs_hook=without_repetition,
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=float,
        )
    except UnicodeDecodeError as error:
        raise FillError([Mistake(path.name, say.NOT_UTF8)]) from error
    except json.JSONDecodeError as error:
        reason = phrase(say.NOT_JSON, line=str(error.lineno), column=str(error.colno))
        raise FillError([Mistake(path.name, reason)]) from error
    except RecursionError as error:
        raise FillError([Mistake(path.name, say.NOT_JSON_AT_ALL)]) from error
    return data, twice


def reason_of(details: ErrorDetails) -> Said:
    """Why a value cannot be used, as pydantic tells it."""
    if details["type"] == "extra_forbidden":
        model = ResultValues if details["loc"][0] == _RESULTS else Values
        return phrase(say.UNKNOWN_FIELD, known=", ".join(model.model_fields))
    reason: Said = details.get("ctx", {}).get("reason", say.NOT_AN_OBJECT)
    return reason


def _path(location: Iterable[str | int]) -> str:
    """`results."1.1.a".result`: names that are no plain words stand in quotes."""
    parts = (str(part) for part in location)
    return ".".join(part if part.isidentifier() else json.dumps(part) for part in parts)


def _unknown_key(plan: Plan, key: str) -> Mistake:
    nearest = get_close_matches(key, plan.criterion_by_key, n=2)
    reason = phrase(say.UNKNOWN_KEY, plan=plan.id, key=key)
    if nearest:
        keys = ", ".join(nearest)
        reason = phrase(say.UNKNOWN_KEY_NEAR, plan=plan.id, key=key, keys=keys)
    return Mistake(_path([_RESULTS, key]), reason)


def _row_inputs(
    criterion: Criterion, types: Mapping[Column, ValueType], result: ResultValues
) -> Iterator[tuple[Column, CellValue | Mistake]]:
    for name in COLUMN_OF:
        if name not in result.model_fields_set:
            continue
        column, value = COLUMN_OF[name], getattr(result, name)
        if column in types:
            yield column, _cell_value(criterion, name, value, types[column])
        elif value is not None:
            yield column, _unused(criterion, types, name)


def _cell_value(
    criterion: Criterion, name: str, value: Decimal | date | bool | str | None, type_: ValueType
) -> CellValue | Mistake:
    if value is None:
        return None
    if value == PARTLY_VALUE and type_ is ValueType.YES_NO_PARTLY:
        return PARTLY
    if type_ is ValueType.GRADE and isinstance(value, Decimal) and value in criterion.grades:
        return grade_answer(int(value))
    if name in _ANSWERS:
        wanted, reason = _ANSWER_TYPES.get(type_, _NUMBER)
        if type(value) is not wanted:
            grades = ", ".join(map(str, criterion.grades))
            return Mistake(_path([_RESULTS, criterion.key, name]), phrase(reason, grades=grades))
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return _cell_number(criterion, name, value, type_)
    return value


def _cell_number(
    criterion: Criterion, name: str, value: Decimal, type_: ValueType
) -> CellValue | Mistake:
    """A number as its cell holds it, within the criterion's limits."""
    unit = PERCENT if type_ is ValueType.PERCENT else None
    number, limits = cell_number(value, unit) or 0, limits_of(criterion)
    is_whole = not limits.whole or number == int(number)
    if limits.least <= number <= limits.greatest and is_whole:
        return number
    scale = HUNDRED if unit == PERCENT else 1
    least, greatest = (said_quantity(exact(each) * scale, unit) for each in limits[:2])
    text = say.WHOLE_OUTSIDE if limits.whole else say.OUTSIDE
    reason = phrase(text, least=least, greatest=greatest)
    return Mistake(_path([_RESULTS, criterion.key, name]), reason)


def _unused(criterion: Criterion, types: Mapping[Column, ValueType], name: str) -> Mistake:
    path = _path([_RESULTS, criterion.key, name])
    if not types:
        return Mistake(path, say.CLOSED)
    if name == _BASIS and criterion.kind.needs_basis:
        return Mistake(path, say.BASIS_GIVEN)
    used = ", ".join(field for field, column in COLUMN_OF.items() if column in types)
    return Mistake(path, phrase(say.UNUSED_FIELD, kind=LABELS[criterion.kind], used=used))
