"""What a plan puts in its workbook: the value of every field, the rows of every table.

Several notes stand in one cell, and steps as text, so that reading gives the same again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from resultatplan.combinations import Combine
from resultatplan.exact import exact, plain
from resultatplan.goals import MOST_GRADES, Goal, Step
from resultatplan.plan import FIRST_VERSION, Plan
from resultatplan.rulings import Effect
from resultatplan.scales import write_number
from texts.language import MINUS
from workbooks.form import NO, YES
from workbooks.plan_book.fields import CHOICES, FIELDS, TABLES, Field, Table, Type, label_of
from workbooks.reading.cells import FIRST_DAY, LONGEST_TEXT, UNWRITABLE

Value = str | int | float | date | None
Row = Mapping[str, Value]

_BETWEEN_NOTES = re.compile(r"\n\s*\n")
_NUMBER = r"[-\u2212]?\d+(?:\.\d{3})*(?:,\d+)?"
_STEP = {
    unit: re.compile(rf"({_NUMBER})\s*(?:\S.*?)??\s*:\s*({_NUMBER})\s*(?:{signs})?")
    for unit, signs in (("pct.", r"%|pct\.?"), ("kr.", r"kr\.?"))
}
"""A step, by the unit of what it counts."""
_LONGEST_STEPS = 2000
_BETWEEN_GRADES = re.compile(r"\s*(?:[;/]|,\s|\bog\b)\s*")
_GRADE = re.compile(r"(\d{1,3})\s*(?:%|pct\.?)?", re.ASCII)


class CannotHoldError(ValueError):
    """A value of the plan that no workbook can hold as it is."""


@dataclass(frozen=True)
class Content:
    """The values of the fields, and the rows of the tables; what is left out is blank.

    `goals` are those of a plan that is there already, by number, whose rules can be said in words.
    """

    fields: Mapping[str, Value]
    tables: Mapping[str, Sequence[Row]]
    goals: Mapping[str, Goal]

    def rows(self, part: str) -> Sequence[Row]:
        """The rows of one table, by what the plan calls it."""
        return self.tables.get(part, ())


def content_of(plan: Plan) -> Content:
    """Everything that the plan holds. Raises `CannotHoldError` for what no cell can hold."""
    titles = [section.title for section in plan.sections]
    if len(set(map(str.casefold, titles))) != len(titles):
        raise CannotHoldError("; ".join(titles))
    fields = {field.name: _cell(field, _at(plan, field.name)) for field in FIELDS}
    tables = {table.part: tuple(_rows(plan, table)) for table in TABLES}
    return Content(fields, tables, {goal.number: goal for goal in plan.goals})


def new_content(year: int) -> Content:
    """What an empty workbook begins with: the settings that most plans have."""
    usual: dict[str, Value] = {
        "year": year,
        "version": FIRST_VERSION,
        "reporting.days": 14,
        "reporting.heeds_holidays": NO,
        "scoring.weighting": label_of("Vægtning", "equal"),
    }
    return Content(usual, {}, {})


def _rows(plan: Plan, table: Table) -> Iterator[Row]:
    for part, known in _parts(plan, table.part):
        row: dict[str, Value] = {}
        for field in table.typed:
            value = known.get(field.name, _at(part, field.name))
            is_usual = value is False or value is Combine.RULE or value is Effect.OUT
            row[field.name] = None if is_usual else _cell(field, value)
        yield row


def _parts(plan: Plan, part: str) -> Iterator[tuple[BaseModel, Mapping[str, object]]]:
    """The parts of the plan that are rows of a table, and what else stands in each row."""
    if part == "notes":
        yield from ((plan, {"note": note}) for note in plan.notes)
    elif part == "goals":
        for section in plan.sections:
            yield from ((goal, {"section": section.title}) for goal in section.goals)
    elif part == "criteria":
        yield from ((criterion, {}) for criterion in plan.criteria)
    elif part == "history":
        for criterion in plan.criteria:
            yield from ((entry, {"key": criterion.key}) for entry in criterion.history)
    else:
        listed = _at(plan, part)
        if isinstance(listed, tuple):
            yield from ((each, {}) for each in listed)


def _at(part: object, path: str) -> object:
    """The value at a place in the plan; None where there is nothing on the way."""
    for name in path.split("."):
        part = getattr(part, name, None)
    return part


def _cell(field: Field, value: object) -> Value:
    """A value of the plan as its cell holds it, percent as 82. Raises `CannotHoldError`."""
    if field.type is Type.NOTES and isinstance(value, tuple):
        notes = "\n\n".join(value)
        if split_notes(notes) != value:
            raise CannotHoldError(notes[:60])
        value = notes
    elif field.type in (Type.STEPS, Type.PAYMENTS) and isinstance(value, tuple):
        # As they are typed: `70: 50 %; 82: 100 %`, and payments `60: 0; 100: 50000`.
        value = "; ".join(
            f"{write_number(each.at)}: {write_number(each.credit)} %"
            if isinstance(each, Step)
            else f"{write_number(each.at)}: {write_number(each.pays)}"
            for each in value
        )
    elif field.type is Type.GRADES and isinstance(value, tuple):
        value = "; ".join(map(str, value))
    elif isinstance(value, bool):
        value = YES if value else NO
    elif field.type is Type.CHOICE and CHOICES[field.choices] and value:
        value = label_of(field.choices, str(value))
    if isinstance(value, Decimal):
        if exact(value) != value:
            raise CannotHoldError(str(value))
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, str):
        length = len(value.encode("utf-16-le", "surrogatepass")) // 2
        if length > LONGEST_TEXT or UNWRITABLE.search(value):
            raise CannotHoldError(value[:60])
        return value or None
    if isinstance(value, date) and value < FIRST_DAY:
        raise CannotHoldError(value.isoformat())
    return value if isinstance(value, int | float | date) else None


def split_notes(text: str) -> tuple[str, ...]:
    """The notes of a cell, an empty line between two."""
    return tuple(note.strip() for note in _BETWEEN_NOTES.split(text) if note.strip())


def read_steps(text: str, unit: str = "pct.") -> tuple[tuple[Decimal, Decimal], ...] | None:
    """Level of each step and what it counts, in a unit; None where the text is not written so.

    A unit may stand after each: `70 pct.: 50 pct.; 82 pct.: 100 pct.`
    """
    if len(text) > _LONGEST_STEPS:
        return None
    steps = []
    for part in text.strip().rstrip(";").split(";"):
        match = _STEP[unit].fullmatch(part.strip())
        if match is None:
            return None
        steps.append((_read(match[1]), _read(match[2])))
    return tuple(steps)


def read_grades(text: str) -> tuple[int, ...] | None:
    """The grades between 0 and 100, rising; None where the text does not list whole percentages.

    `0; 25; 50; 75; 100`, `25 %, 50 % og 75 %` and `0/25/50` are understood.
    """
    listed = _BETWEEN_GRADES.split(text.strip())
    grades = [int(match[1]) for each in listed if (match := _GRADE.fullmatch(each))]
    between = {each for each in grades if each not in (0, 100)}
    if len(grades) < len(listed) or max(grades) > 100 or len(between) > MOST_GRADES:
        return None
    return tuple(sorted(between))


def _read(text: str) -> Decimal:
    return plain(Decimal(text.replace(MINUS, "-").replace(".", "").replace(",", ".")))
