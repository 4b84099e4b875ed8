"""What the schemas are asked about a report, and what their answer makes of it."""

from __future__ import annotations

from tests.validators.reports import SOCIAL, report
from texts import catalogue as codes
from validators.concluding import settled_report
from validators.content import answers
from validators.inquiry import Answer, answered, inquiry_of
from validators.report import read_report
from validators.schemas import SCHEMAS
from validators.settled import SettledReport
from workbooks.form import Column, Field, ValueType


def settled(cells: dict[Field | tuple[str, Column], float | str | None]) -> SettledReport:
    examined = read_report("rapport.xlsx", report(cells, SOCIAL))
    return settled_report(examined)


def test_every_type_but_free_text_has_a_schema() -> None:
    assert set(ValueType) - set(SCHEMAS) == {ValueType.TEXT}


def test_each_filled_in_cell_is_asked_about_once_under_its_type() -> None:
    found = settled({("1.1.a", Column.RESULT): 60})
    asked = {
        number: value_type
        for value_type, each in inquiry_of(found).typed.items()
        for number in each.cells
    }
    filled = {
        number: cell.type
        for number, cell in enumerate(found.cells)
        if cell.value is not None and cell.type is not ValueType.TEXT
    }
    assert asked == filled
    assert len(asked) > 10


def test_a_refused_value_and_a_missing_one_become_findings_in_their_cells() -> None:
    found = settled({("1.1.b", Column.RESULT): 82, Field.PREPARED_BY: None})
    (answer,) = answers([inquiry_of(found)])
    told = {cell.name: cell.finding.code for cell in answered(found, answer).cells if cell.finding}
    assert told == {Column.RESULT: codes.PERCENT_SCALE, Field.PREPARED_BY: codes.REQUIRED}


def test_without_anything_against_it_a_report_is_the_same() -> None:
    found = settled({})
    assert answered(found, Answer()) is found
