"""A report carried over to another version of its template: the inputs go along, the rest stays.

The received file is read in a worker process and never written to; what comes out is a fresh
template of the other version with the report's inputs in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from resultatplan.exact import HUNDRED, exact
from resultatplan.library import known_ids, versions_of
from resultatplan.plan import Plan
from texts import plans as texts
from texts.findings import CATALOGUE, Severity
from texts.language import Said
from validators.content import settle
from validators.findings import Finding
from validators.inputs import InputCell, Inputs
from validators.integrity import check_integrity, lost_formulas
from validators.migration import LeftBehind, carry
from validators.structure import Received, open_report
from workbooks.form import PARTLY, YES, Column, Field, ValueType, grade_of
from workbooks.reading.cells import serial_to_date
from workbooks.values import (
    COLUMN_OF,
    FIELD_OF,
    PARTLY_VALUE,
    ResultValues,
    Values,
    fill,
    reason_of,
)

Slot = tuple[str | None, Column | Field]
"""Whose input it is: a criterion's key and a column, or a field of Stamdata."""
Typed = Decimal | bool | str | None
"""A value as VALUES.json has it: percent as 82, dates ISO, yes and no as such."""
ValuesData = dict[str, Any]
"""The fields of a VALUES.json and, by key, its `results`."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a received report holds, as a worker process hands it back.

    `plan` is the id and version it was made from, None where the file is no report; `texts` are
    the free texts with their line breaks.
    """

    plan: tuple[str, str] | None
    inputs: tuple[InputCell, ...]
    texts: Mapping[Slot, str]
    findings: tuple[Finding, ...]

    @property
    def can_migrate(self) -> bool:
        """Whether it is known what the report's figures mean."""
        return self.plan is not None and all(each.code != "RP-203" for each in self.findings)


@dataclass(frozen=True, slots=True)
class Migrated:
    """The report in the other version: the file, how many values it took over, what stayed."""

    data: bytes
    count: int
    left_behind: tuple[LeftBehind, ...]


def read_source(name: str, data: bytes) -> Source:
    """Read a received file, whatever its name: what a worker does."""
    del name
    opened = open_report(data, versions_of, known_ids())
    received = opened.received
    if received is None:
        return Source(None, (), {}, tuple(opened.findings))
    findings = (*opened.findings, *check_integrity(received, lost_formulas(received)))
    inputs = tuple(settle(received))
    plan = received.plan
    return Source((plan.id, plan.version), inputs, dict(_texts(received, inputs)), findings)


def _texts(received: Received, inputs: tuple[InputCell, ...]) -> Iterator[tuple[Slot, str]]:
    for each in inputs:
        if each.type is not ValueType.TEXT or not isinstance(each.value, str):
            continue
        name = each.name
        cell = received.input_cell(each.key, name)
        if cell is not None and cell.text is not None:
            yield (each.key, name), cell.text


def migrate(source: Source, before: Plan, after: Plan) -> Migrated:
    """The report's inputs in the template of another version."""
    # Imported here: pandas takes a while, and what does not judge does without.
    from validators.frames import Chunk

    (checked,) = Chunk([Inputs(before, source.inputs)]).inputs
    carried = carry(checked, after)
    left = list(carried.left_behind)
    data: ValuesData = {"results": {}}
    count = 0
    for cell, refusal in put_inputs(data, carried.report.cells, source.texts):
        if refusal is not None:
            left.append(LeftBehind(cell.place, refusal))
            continue
        count += 1
        if cell.note is not None:
            left.append(LeftBehind(cell.place, texts.WAS_FORMULA))
    return Migrated(fill(after, Values.model_validate(data)), count, tuple(left))


_NAMES: dict[Column | Field, str] = {
    **{column: name for name, column in COLUMN_OF.items()},
    **{field: name for name, field in FIELD_OF.items()},
}
"""What VALUES.json calls a column or a field."""


def put_inputs(
    data: ValuesData, cells: Iterable[InputCell], texts: Mapping[Slot, str]
) -> Iterator[tuple[InputCell, Said | None]]:
    """Put the cells' values into the data of a VALUES.json, `texts` with their line breaks.

    Each cell that holds something, and why it cannot be written where it cannot.
    """
    for cell in cells:
        if cell.value is None:
            continue
        name, value = _NAMES[cell.name], _typed(cell, texts.get((cell.key, cell.name)))
        try:
            (Values if cell.key is None else ResultValues).model_validate({name: value})
        except ValidationError as error:
            yield cell, reason_of(error.errors()[0])
            continue
        if cell.key is None:
            data[name] = value
        else:
            data["results"].setdefault(cell.key, {})[name] = value
        yield cell, None


def _typed(cell: InputCell, text: str | None) -> Typed:
    """A cell's value as VALUES.json has it; of a free text the `text` with its line breaks."""
    value = cell.value
    if isinstance(value, float):
        if cell.type is ValueType.DATE:
            day = serial_to_date(value)
            return None if day is None else day.isoformat()
        number = exact(value)
        return number * HUNDRED if cell.type is ValueType.PERCENT else number
    if cell.type.is_answer:
        grade = grade_of(value)
        if grade is not None:
            return Decimal(grade)
        return PARTLY_VALUE if value == PARTLY else value == YES
    return value if text is None else text


def worth_telling(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings about what a fresh template does not have: the errors and the strays."""
    return tuple(each for each in findings if CATALOGUE[each.code].severity is not Severity.INFO)
