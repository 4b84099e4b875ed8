"""Complete, acceptable reports for the tests to damage: every target just met, nothing left out."""

from collections.abc import Iterable, Mapping
from functools import cache

from resultatplan.criteria import Kind
from resultatplan.evaluation import Evaluation
from resultatplan.goals import Criterion
from resultatplan.library import plan_by_id
from resultatplan.plan import Period, Plan, deadline_of
from tests.validators.damage import At, Content, put, show
from texts.language import DANISH, say
from validators.figures import Value, goal_values, row_values, total_values
from validators.findings import Finding
from validators.report import read_report
from validators.verdict import Verdict, judge
from workbooks.blueprint.specs import CellValue, cell_number
from workbooks.form import REPEATED_TOTALS, Column, Field, GoalColumn, Layout, Sheet
from workbooks.template.build import build_template

SOCIAL = "socialstyrelsen-2020"
BENCHMARK = "benchmarkingenheden-2023"
HOUSING = "social-og-boligstyrelsen-2024"

NOT_CALCULATED = "RP-601"

Where = Field | tuple[str, Column]
"""A field of Stamdata, or a criterion's cell: `("1.1.b", Column.RESULT)`."""

Told = tuple[str, str | None, str | None, str | None]
"""A finding's code, sheet, cell and key."""


def plan_named(plan_id: str = SOCIAL) -> Plan:
    plan = plan_by_id(plan_id)
    assert plan is not None, plan_id
    return plan


def address(where: Where, plan_id: str = SOCIAL) -> At:
    """Where a value stands in the workbook."""
    layout = Layout(plan_named(plan_id))
    if isinstance(where, Field):
        return Sheet.MASTER, layout.field_cell(where)
    return Sheet.REPORT, layout.report_cell(*where)


def complete_values(plan_id: str = SOCIAL, period_id: str = "Q4") -> dict[Where, CellValue]:
    """What a complete report says. In an interim one, what is due later is not delivered yet."""
    plan = plan_named(plan_id)
    period = plan.period_by_id(period_id)
    assert period is not None, period_id
    values: dict[Where, CellValue] = {
        Field.PERIOD: period.name,
        Field.SUBMITTED: deadline_of(plan, period),
        Field.PREPARED_BY: "Anne Jensen",
        Field.APPROVED_BY: "Bo Mørk",
        Field.DEVIATIONS: "Ingen",
    }
    for criterion in plan.criteria:
        for column, value in _just_met(criterion, period).items():
            values[criterion.key, column] = value
    return values


def _just_met(criterion: Criterion, period: Period) -> dict[Column, CellValue]:
    kind = criterion.kind
    if kind is Kind.DELIVERED_BY:
        assert criterion.deadline is not None
        return {Column.DATE: criterion.deadline} if criterion.deadline <= period.ends else {}
    if not kind.is_numeric:
        return {Column.DONE: "Ja", Column.DOCUMENTATION: "Notat 20-117"}
    if kind in (Kind.AT_LEAST, Kind.AT_MOST):
        return {Column.RESULT: cell_number(criterion.target, criterion.unit)}
    assert criterion.basis is None
    if kind is Kind.REDUCTION:
        assert criterion.target is not None
        return {Column.BASIS: 100, Column.RESULT: float(100 - criterion.target)}
    return {Column.BASIS: 9, Column.RESULT: 9}


@cache
def complete_report(plan_id: str = SOCIAL, period_id: str = "Q4") -> bytes:
    """A complete report, not calculated: as a data system fills it in."""
    values = complete_values(plan_id, period_id)
    inputs = {address(where, plan_id): value for where, value in values.items()}
    return build_template(plan_named(plan_id), inputs)


def report(changes: Mapping[Where, Content], plan_id: str = SOCIAL, period_id: str = "Q4") -> bytes:
    """A complete report with some of its input cells changed; None leaves a cell blank."""
    cells = {address(where, plan_id): value for where, value in changes.items()}
    return put(complete_report(plan_id, period_id), cells)


Figures = dict[str, dict[str, Value | float | None]]
"""By criterion or goal, and by column."""


def figures_shown(evaluation: Evaluation) -> tuple[Figures, Figures]:
    """What the formulas show in each criterion's row, and in each goal's."""
    rows: Figures = {}
    goals: Figures = {}
    for goal in evaluation.goals:
        goals[goal.goal.number] = {**goal_values(goal)}
        if goal.plan.has_total:
            share = goal.weight * float(goal.low) / 100
            goals[goal.goal.number][GoalColumn.CONTRIBUTION] = share
        for result in goal.criteria:
            kind, unit = result.criterion.kind, result.criterion.unit
            shown = rows[result.criterion.key] = {**row_values(result)}
            if result.ruling is None and kind.is_numeric:
                shown[Column.MEASURED] = cell_number(result.measured, unit)
            if result.ruling is None and kind.is_benchmark:
                shown[Column.TARGET] = cell_number(result.target, unit)
    return rows, goals


def calculated(data: bytes) -> bytes:
    """The report as a spreadsheet leaves it: each formula shows what follows from the inputs."""
    verdict = judge_file("rapport.xlsx", data)
    assert verdict.plan is not None and verdict.evaluation is not None
    layout = Layout(verdict.plan)
    rows, goals = figures_shown(verdict.evaluation)
    figures = {
        **{(Sheet.GOALS, layout.goal_cell(number, GoalColumn(column))): value
           for number, values in goals.items() for column, value in values.items()},
        **{(Sheet.REPORT, layout.report_cell(key, Column(column))): value
           for key, values in rows.items() for column, value in values.items()},
    }  # fmt: skip
    totals = total_values(verdict.evaluation)
    for (total, repeated), value in zip(REPEATED_TOTALS.items(), totals, strict=True):
        figures |= {(Sheet.GOALS, total): value, (Sheet.REPORT, repeated): value}
    return show(data, {at: _content(value) for at, value in figures.items()})


def _content(value: Value | float | None) -> str | float:
    if value is None:
        return ""
    return value if isinstance(value, str) else float(value)


def typed_in(data: bytes) -> dict[Where, object]:
    """What a workbook's input cells hold."""
    examined = read_report("rapport.xlsx", data)
    assert examined.plan_id is not None
    cells = [each for each in examined.inputs if each.value is not None]
    return {each.name if each.key is None else (each.key, each.name): each.value for each in cells}


@cache
def calculated_report(plan_id: str = SOCIAL, period_id: str = "Q4") -> bytes:
    """A complete report, calculated."""
    return calculated(complete_report(plan_id, period_id))


def judge_file(file: str, data: bytes) -> Verdict:
    """The verdict on one file alone."""
    return judge([read_report(file, data)])[0]


def judged(data: bytes) -> Verdict:
    return judge_file("rapport.xlsx", data)


def judged_apart(files: Iterable[bytes]) -> list[Verdict]:
    """The verdict on each file as on one alone, in a tenth of the time."""
    return judge([read_report("rapport.xlsx", data) for data in files])


def values_in(finding: Finding) -> tuple[str, str]:
    """What was found and what was expected, in words."""
    return say(finding.found or "", DANISH), say(finding.expected or "", DANISH)


def as_told(finding: Finding) -> Told:
    place = finding.place
    return (finding.code, place.sheet, place.cell, place.key)
