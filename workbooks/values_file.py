"""What a data system hands over for a report: VALUES.json, read, and put into a template's cells.

Numbers are in the plan's units (percent as 82), dates ISO, yes and no `true` and `false`, and,
where the plan allows it, what is partly met `"partly"` and a grade its number. Null is a blank
cell; what is left out stays as it is in the workbook.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

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
    FIELD_TYPES,
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
from workbooks.reading.cells import FIRST_DAY, LONGEST_TEXT, UNWRITABLE

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

T = TypeVar("T")
Values = Mapping[str, object]
"""The object in a VALUES.json: the report's own fields, and its `results` by criterion key."""
Inputs = dict[tuple[Sheet, str], CellValue]

_LARGEST_NUMBER = Decimal(10) ** 15
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

_RESULTS, _BASIS = "results", "basis"
_NO_ANSWER = {
    ValueType.YES_NO: say.NOT_YES_OR_NO,
    ValueType.YES_NO_PARTLY: say.NOT_YES_NO_OR_PARTLY,
    ValueType.GRADE: say.NOT_YES_NO_OR_GRADE,
}


class RefusedError(ValueError):
    """A value that its cell cannot take: why."""

    def __init__(self, reason: Text, **fields: Said) -> None:
        self.reason: Said = phrase(reason, **fields)
        super().__init__(in_words(self.reason, DANISH))


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
    """The object in a JSON file; what stands in it is looked at by `inputs_of`.

    Raises `FillError` where there is none, or a name stands twice in one object, and `OSError` when
    the file cannot be read.
    """
    twice: list[str] = []

    def without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        twice.extend(name for name in dict.fromkeys(names) if names.count(name) > 1)
        return dict(pairs)

    try:
        text = path.read_bytes().decode("utf-8-sig")
        data: object = json.loads(
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
    mistakes = [Mistake(_path(name), say.TWICE) for name in twice]
    if isinstance(data, dict) and not mistakes:
        return data
    raise FillError(mistakes or [Mistake(path.name, say.NOT_AN_OBJECT)])


def inputs_of(layout: Layout, values: Values) -> Inputs:
    """The input cells that the values fill, with what the cells hold: 82 percent as 0.82.

    Null is a blank cell; what the values leave out has no entry. Raises `FillError` with every
    field, key and value that the plan does not have or a cell cannot take.
    """
    inputs: Inputs = {}
    mistakes: list[Mistake] = []
    for name, value in values.items():
        if name == _RESULTS:
            continue
        try:
            field = _known(name, FIELD_OF, (*FIELD_OF, _RESULTS))
            inputs[layout.input_cell(None, field)] = _field_value(layout.plan, field, value)
        except RefusedError as refused:
            mistakes.append(Mistake(_path(name), refused.reason))
    rows = {row.key: (row, types) for row, types in inputs_by_key(layout.plan)}
    for key, result in _object(values.get(_RESULTS, {}), mistakes, _RESULTS):
        if key not in rows:
            mistakes.append(Mistake(_path(_RESULTS, key), _unknown_key(layout.plan, key)))
            continue
        criterion, types = rows[key]
        for name, value in _object(result, mistakes, _RESULTS, key):
            try:
                column = _known(name, COLUMN_OF, COLUMN_OF)
                if column in types:
                    at = layout.input_cell(key, column)
                    inputs[at] = _row_value(criterion, types[column], value)
                elif value is not None:
                    raise _unused(criterion, types, name)
            except RefusedError as refused:
                mistakes.append(Mistake(_path(_RESULTS, key, name), refused.reason))
    if mistakes:
        raise FillError(mistakes)
    return inputs


def text_in_cell(value: object) -> str | None:
    """A text as its cell holds it, blank for blanks alone; `RefusedError` where none can."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise RefusedError(say.NOT_A_TEXT)
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    bad = UNWRITABLE.search(text)
    if bad is not None:
        raise RefusedError(say.BAD_CHARACTER, place=str(bad.start() + 1))
    length = len(text.encode("utf-16-le")) // 2
    if length > LONGEST_TEXT:
        raise RefusedError(say.TOO_LONG, length=str(length), greatest=str(LONGEST_TEXT))
    return text if text.strip() else None


def _object(value: object, mistakes: list[Mistake], *place: str) -> Iterable[tuple[str, object]]:
    """What stands in an object; where it is none, that is a mistake."""
    if isinstance(value, dict):
        return value.items()
    mistakes.append(Mistake(_path(*place), say.NOT_AN_OBJECT))
    return ()


def _known(name: str, fields: Mapping[str, T], known: Iterable[str]) -> T:
    if name not in fields:
        raise RefusedError(say.UNKNOWN_FIELD, known=", ".join(known))
    return fields[name]


def _field_value(plan: Plan, field: Field, value: object) -> CellValue:
    """What a field of Stamdata holds; a period may be named by its id (`Q4`)."""
    if FIELD_TYPES[field] is ValueType.DATE:
        return _date(value)
    text = text_in_cell(value)
    if field is not Field.PERIOD or text is None:
        return text
    period = plan.period_by_id(text) or plan.period_by_name(text)
    if period is None:
        known = ", ".join(f"{each.id} ({each.name})" for each in plan.reporting.periods)
        raise RefusedError(say.UNKNOWN_PERIOD, value=text, known=known)
    return period.name


def _row_value(criterion: Criterion, type_: ValueType, value: object) -> CellValue:
    """What an input of a criterion's row holds."""
    if type_.is_number:
        return _number(criterion, type_, value)
    if type_.is_answer:
        return _answer(criterion, type_, value)
    if type_ is ValueType.DATE:
        return _date(value)
    if type_ is ValueType.STATUS and value not in (None, *STATUSES):
        raise RefusedError(say.NOT_A_STATUS, statuses=", ".join(STATUSES))
    return text_in_cell(value)


def _number(criterion: Criterion, type_: ValueType, value: object) -> CellValue:
    """A number as its cell holds it, within the criterion's limits."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise RefusedError(say.NOT_A_NUMBER)
    typed = Decimal(value)
    if typed.copy_abs() >= _LARGEST_NUMBER:
        raise RefusedError(say.TOO_LARGE)
    unit = PERCENT if type_ is ValueType.PERCENT else None
    number, limits = cell_number(typed, unit) or 0, limits_of(criterion)
    is_whole = not limits.whole or number == int(number)
    if not (limits.least <= number <= limits.greatest and is_whole):
        scale = HUNDRED if unit == PERCENT else 1
        least, greatest = (said_quantity(exact(each) * scale, unit) for each in limits[:2])
        reason = say.WHOLE_OUTSIDE if limits.whole else say.OUTSIDE
        raise RefusedError(reason, least=least, greatest=greatest)
    return number


def _date(value: object) -> CellValue:
    if value is None:
        return None
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise RefusedError(say.NOT_A_DATE) from None
        if day >= FIRST_DAY:
            return day
    raise RefusedError(say.NOT_A_DATE)


def _answer(criterion: Criterion, type_: ValueType, value: object) -> CellValue:
    if value is None:
        return None
    if isinstance(value, bool):
        return YES if value else NO
    if type_ is ValueType.YES_NO_PARTLY and value == "partly":
        return PARTLY
    if type_ is ValueType.GRADE and value in criterion.grades:
        return grade_answer(criterion.grades[criterion.grades.index(value)])
    raise RefusedError(_NO_ANSWER[type_], grades=", ".join(map(str, criterion.grades)))


def _path(*names: str) -> str:
    """`results."1.1.a".result`: names that are no plain words stand in quotes."""
    return ".".join(name if name.isidentifier() else json.dumps(name) for name in names)


def _unknown_key(plan: Plan, key: str) -> Said:
    nearest = get_close_matches(key, plan.criterion_by_key, n=2)
    if not nearest:
        return phrase(say.UNKNOWN_KEY, plan=plan.id, key=key)
    return phrase(say.UNKNOWN_KEY_NEAR, plan=plan.id, key=key, keys=", ".join(nearest))


def _unused(criterion: Criterion, types: Mapping[Column, ValueType], name: str) -> RefusedError:
    """Why a row has no such input."""
    if not types:
        return RefusedError(say.CLOSED)
    if name == _BASIS and criterion.kind.needs_basis:
        return RefusedError(say.BASIS_GIVEN)
    used = ", ".join(field for field, column in COLUMN_OF.items() if column in types)
    return RefusedError(say.UNUSED_FIELD, kind=LABELS[criterion.kind], used=used)
