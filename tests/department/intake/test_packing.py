"""An examination travels as few bytes and arrives as it was sent."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from department.intake.packing import pack, unpack
from resultatplan.plans_folder import plans_in
from tests.own_plans import EIGHT, EIGHT_FILE
from tests.validators.damage import Formula, put, rearrange, with_column_inserted, without_row
from tests.validators.report_of_eight import calculated_report_of_eight
from tests.validators.reports import calculated_report, report
from validators.report import read_report
from workbooks.form import Column, Sheet

RESULT = ("1.1.b", Column.RESULT)
DAMAGED: dict[str, Callable[[], bytes]] = {
    "as it should be": calculated_report,
    "with blanks": lambda: report({RESULT: None}),
    "with a text for a number": lambda: report({RESULT: "ca. 82"}),
    "with a formula for a number": lambda: put(
        calculated_report(), {(Sheet.REPORT, "I12"): Formula("=0.4+0.42", 0.82)}
    ),
    "with a column moved": lambda: rearrange(
        calculated_report(), Sheet.REPORT, with_column_inserted("H")
    ),
    "with a row gone": lambda: rearrange(calculated_report(), Sheet.REPORT, without_row(12)),
    "that is no workbook": lambda: b"PK\x03\x04",
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_report_arrives_as_it_was_sent(kind: str) -> None:
    examined = read_report("rapport.xlsx", DAMAGED[kind]())

    assert unpack(pack(examined)) == examined


def test_a_report_on_goals_met_in_part_arrives_so_too(tmp_path: Path) -> None:
    shutil.copy(EIGHT_FILE, tmp_path / f"{EIGHT.id}.toml")
    with plans_in(tmp_path):
        examined = read_report("rapport.xlsx", calculated_report_of_eight())
        assert examined.figures is not None and examined.figures.degrees

        assert unpack(pack(examined)) == examined


def test_what_the_plan_says_does_not_travel() -> None:
    examined = read_report("rapport.xlsx", calculated_report())
    assert examined.plan_id is not None

    assert b"Afvigelsesforklaring" not in pack(examined)
    assert len(pack(examined)) < 50 * len(examined.inputs)
