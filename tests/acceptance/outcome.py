"""A typed report's way through: typed in LibreOffice, saved by it, judged by the validator."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from resultatplan.evaluation import Evaluation
from resultatplan.exact import HUNDRED, exact
from tests.acceptance.typed_report import PENDING, WITHDRAWN, TypedReport
from tests.hosts.libreoffice import Document, LibreOffice, Value
from tests.validators.reports import judge_file
from tests.workbooks.templates import template_bytes
from validators.verdict import Verdict
from workbooks.form import ATTAINABLE_CELL, SECURED_CELL, Column, GoalColumn, Sheet

STATES = {
    "fulfilled": "opfyldt",
    "not_fulfilled": "ikke opfyldt",
    "pending": PENDING,
    "partial": "delvist opfyldt",
    "withdrawn": WITHDRAWN,
}
"""The contract's words for a state, and the workbook's."""


@dataclass(frozen=True)
class OnSheet:
    """What the spreadsheet program shows in the computed cells."""

    states: Mapping[str, Value]
    measured: Mapping[str, Value]
    goals: Mapping[str, Value]
    secured: Value
    attainable: Value
    invalid: Mapping[str, tuple[str, ...]]
    """By sheet, the cells whose data validation would refuse what was typed."""


@dataclass(frozen=True)
class Outcome:
    """One report as the sheet shows it and as the validator judges the saved file."""

    report: TypedReport
    sheet: OnSheet
    verdict: Verdict
    file: Path

    @property
    def evaluation(self) -> Evaluation:
        """The validator's own computation."""
        assert self.verdict.evaluation is not None
        return self.verdict.evaluation

    @property
    def messages(self) -> list[str]:
        """The findings as an agency reads them."""
        return [f"{each.code} {each.message()}" for each in self.verdict.findings]

    @property
    def judged_states(self) -> dict[str, str]:
        """Each criterion's state by the validator, in the workbook's words."""
        return {
            result.criterion.key: STATES[result.state.value]
            for goal in self.evaluation.goals
            for result in goal.criteria
        }

    @property
    def judged_goals(self) -> dict[str, float | str]:
        """Each goal by the validator: 0 to 100, `udgået` or `afventer`."""
        return {
            goal.goal.number: STATES[goal.state.value]
            if goal.fulfilment is None
            else float(goal.fulfilment)
            for goal in self.evaluation.goals
        }

    def expect_agreement(self) -> None:
        """Sheet, validator and the calculation by hand say the same of everything."""
        hand, judged, sheet = self.report, self.evaluation, self.sheet
        assert sheet.states == self.judged_states == hand.states
        assert sheet.goals == pytest.approx(hand.goals)
        assert self.judged_goals == pytest.approx(hand.goals)
        totals = pytest.approx((hand.secured, hand.attainable))
        assert (sheet.secured, sheet.attainable) == totals
        assert (judged.score.secured, judged.score.attainable) == totals
        assert self.verdict.shown == pytest.approx(hand.secured)
        # What is measured against a basis, to six decimals.
        by_hand = pytest.approx({k: float(value) for k, value in hand.measured.items()}, abs=5e-7)
        assert {key: float(self.shown_measure(key) or 0) for key in hand.measured} == by_hand
        measured = {key: float(judged.criterion(key).measured or 0) for key in hand.measured}
        assert measured == by_hand

    def shown_measure(self, key: str) -> Decimal | None:
        """Målt værdi of a criterion as the sheet shows it, in the plan's units."""
        value = self.sheet.measured[key]
        if not isinstance(value, float):
            return None
        in_percent = self.report.plan.criterion_by_key[key].in_percent
        return exact(value) * HUNDRED if in_percent else exact(value)


def hand_in(calc: LibreOffice, report: TypedReport, folder: Path) -> Outcome:
    """Type the report into its plan's template, save it as an agency does, and judge the file."""
    template = folder / "skabelon.xlsx"
    template.write_bytes(template_bytes(report.plan))
    return fill_in(calc, report, template, folder / "rapport.xlsx")


def fill_in(calc: LibreOffice, report: TypedReport, template: Path, saved: Path) -> Outcome:
    """Type the report into a template that is there, save it, and judge the file."""
    with calc.open(template) as document:
        type_report(document, report)
        sheet = read_sheet(document, report)
        file = document.save_as(saved)
    return Outcome(report, sheet, judge_file(file.name, file.read_bytes()), file)


def type_report(document: Document, report: TypedReport) -> None:
    """Type everything where it belongs; raises `LockedCellError` where a person could not."""
    for sheet, entries in report.typed().items():
        document.type_cells(sheet, entries)


def read_sheet(document: Document, report: TypedReport) -> OnSheet:
    """What the open workbook shows."""
    layout, plan = report.layout, report.plan

    def column(name: Column) -> dict[str, Value]:
        return {
            criterion.key: document.value(Sheet.REPORT, layout.report_cell(criterion.key, name))
            for criterion in plan.criteria
        }

    goals = {
        goal.number: document.value(
            Sheet.GOALS, layout.goal_cell(goal.number, GoalColumn.FULFILMENT)
        )
        for goal in plan.goals
    }
    return OnSheet(
        states=column(Column.STATE),
        measured=column(Column.MEASURED),
        goals=goals,
        secured=document.value(Sheet.GOALS, SECURED_CELL),
        attainable=document.value(Sheet.GOALS, ATTAINABLE_CELL),
        invalid={sheet: document.invalid_cells(sheet) for sheet in (Sheet.MASTER, Sheet.REPORT)},
    )
