"""Filling a template from a data system: VALUES.json in, a filled copy out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resultatplan.criteria import LABELS
from resultatplan.plan import Criterion, Plan
from texts import filling as say
from texts.functions import PERCENT
from texts.language import DANISH, Language, Text
from texts.said import Said, phrase
from texts.said import say as in_words
from workbooks.blueprint.cells import CellValue
from workbooks.blueprint.units import cell_number
from workbooks.form import NO, PARTLY, YES, Column, Field, Layout, Sheet, ValueType, inputs_by_key
from workbooks.template.build import build_template
from workbooks.values import PARTLY_VALUE, REASONS, ResultValues, Values

Inputs = dict[tuple[Sheet, str], CellValue]

COLUMN_OF: dict[str, Column] = {
    "basis": Column.BASIS,
    "result": Column.RESULT,
    "date": Column.DATE,
    "done": Column.DONE,
    "status": Column.STATUS,
    "forecast": Column.FORECAST,
    "explanation": Column.EXPLANATION,
    "action_plan": Column.ACTION_PLAN,
    "provisional": Column.PROVISIONAL,
    "documentation": Column.DOCUMENTATION,
}
"""The column of each field of a criterion's result."""

FIELD_OF: dict[str, Field] = {
    "period": Field.PERIOD,
    "submitted": Field.SUBMITTED,
    "prepared_by": Field.PREPARED_BY,
    "approved_by": Field.APPROVED_BY,
    "significant_deviations": Field.DEVIATIONS,
}
"""The field of Stamdata that each of the report's own fields fills."""

_PERIOD, _RESULTS, _BASIS, _FORECAST = "period", "results", "basis", "forecast"
_ANSWERS = ("done", _FORECAST)
_ANSWER_TYPES: dict[ValueType, tuple[type[object], Text]] = {
    ValueType.DATE: (date, say.NOT_A_DATE),
    ValueType.YES_NO: (bool, say.NOT_YES_OR_NO),
    ValueType.YES_NO_PARTLY: (bool, say.NOT_YES_NO_OR_PARTLY),
}
_NUMBER: tuple[type[object], Text] = (Decimal, say.NOT_A_NUMBER)


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
        mistakes += [_mistake(details, path.name) for details in error.errors()]
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
            period = _period_name(layout.plan, values.period)
            inputs[cell] = period
            if period is None:
                mistakes.append(_unknown_period(layout.plan, values.period))
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
        raise FillError([Mistake(path.name, say.TOO_DEEP)]) from error
    return data, twice


def _mistake(details: ErrorDetails, file: str) -> Mistake:
    return Mistake(_path(details["loc"]) or file, reason_of(details))


def reason_of(details: ErrorDetails) -> Said:
    """Why a value cannot be used, as pydantic tells it."""
    kind = details["type"]
    if kind == "extra_forbidden":
        model = ResultValues if details["loc"][0] == _RESULTS else Values
        return phrase(say.UNKNOWN_FIELD, known=", ".join(model.model_fields))
    if kind in REASONS:
        fields = {name: str(value) for name, value in details.get("ctx", {}).items()}
        return phrase(REASONS[kind], **fields)
    return say.NOT_AN_OBJECT


def _path(location: Iterable[str | int]) -> str:
    """`results."1.1.a".result`: names that are no plain words stand in quotes."""
    parts = (str(part) for part in location)
    return ".".join(part if part.isidentifier() else json.dumps(part) for part in parts)


def _period_name(plan: Plan, wanted: str) -> str | None:
    period = plan.period_by_id(wanted) or plan.period_by_name(wanted)
    return None if period is None else period.name


def _unknown_period(plan: Plan, wanted: str) -> Mistake:
    known = ", ".join(f"{period.id} ({period.name})" for period in plan.reporting.periods)
    return Mistake(_PERIOD, phrase(say.UNKNOWN_PERIOD, value=wanted, known=known))


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
    if name in _ANSWERS:
        wanted, reason = _ANSWER_TYPES.get(type_, _NUMBER)
        if type(value) is not wanted:
            return Mistake(_path([_RESULTS, criterion.key, name]), reason)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return cell_number(value, PERCENT if type_ is ValueType.PERCENT else None)
    return value


def _unused(criterion: Criterion, types: Mapping[Column, ValueType], name: str) -> Mistake:
    path = _path([_RESULTS, criterion.key, name])
    if not types:
        return Mistake(path, say.WITHDRAWN)
    if name == _BASIS and criterion.kind.needs_basis:
        return Mistake(path, say.BASIS_GIVEN)
    used = ", ".join(field for field, column in COLUMN_OF.items() if column in types)
    return Mistake(path, phrase(say.UNUSED_FIELD, kind=LABELS[criterion.kind], used=used))
