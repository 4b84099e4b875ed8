"""A report as a person types it, beside what it must give: worked out by hand, as plain tables.

What is typed is Danish, as at the keyboard (`82,5%`, `31-12-2020`, `Ja`). What is expected uses
the workbook's own words (`opfyldt`, `afventer`) and the plan's units (82 for 82 pct.). An outcome
is what a spreadsheet program shows of it, and what the validator says of the file that it saved.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Literal

import pytest

from resultatplan.plan import Plan
from tests.acceptance.three_computations import (
    FULFILMENTS,
    STATES,
    TOTALS,
    Figures,
    assert_same,
    computed,
    of_criteria,
    shown_by,
)
from tests.hosts.libreoffice import LibreOffice, Value
from tests.validators.reports import judge_file
from validators.verdict import Verdict
from workbooks.form import REPORT_INPUTS, Column, Field, Layout, Sheet

REPORTS = Path(__file__).with_name("reports")
"""A file of tables for each plan, named by its id: its final report and an interim one."""
MEASURED = "Målt"
PENDING = "afventer"
WITHDRAWN = "udgået"


@dataclass(frozen=True)
class TypedReport:
    """What is typed into which field, and what follows from it by hand."""

    plan: Plan
    fields: Mapping[Field, str]
    rows: Mapping[str, Mapping[Column, str]]
    states: Mapping[str, str]
    """By criterion: what the sheet's column *Opfyldt* says."""
    measured: Mapping[str, Decimal]
    """By criterion, for those whose measured value is computed, in the plan's units."""
    goals: Mapping[str, float | str]
    """By goal: 0 to 100, `udgået` or `afventer`."""
    secured: float
    """In percent: the goals that count, each with 100 / the number of goals."""
    expected: float
    attainable: float

    def typed(self) -> dict[Sheet, dict[str, str]]:
        """Everything that is typed, by sheet and address."""
        layout = Layout(self.plan)
        return {
            Sheet.MASTER: {layout.field_cell(name): text for name, text in self.fields.items()},
            Sheet.REPORT: {
                layout.report_cell(key, column): text
                for key, columns in self.rows.items()
                for column, text in columns.items()
            },
        }


def typed_report(plan: Plan, which: Literal["final", "interim"]) -> TypedReport:
    """A report of a plan from `reports/<plan id>.toml`.

    Its table `rows` names its columns in its first line: input columns, `Målt` and `Opfyldt`.
    The lines of `texts` are key, column and text; those of `goals` are goal, fulfilment and why.
    The totals are `6 af 10`: how many of the plan's goals count; or where goals weigh
    differently, a fraction such as `200/3`.
    """
    report = tomllib.loads((REPORTS / f"{plan.id}.toml").read_text(encoding="utf-8"))[which]
    heading, *lines = table_of(report["rows"])
    by_key = {line[0]: dict(zip(heading, line, strict=True)) for line in lines}
    assert list(by_key) == [criterion.key for criterion in plan.criteria]
    cells: dict[str, dict[Column, str]] = {
        key: {column: line[column] for column in REPORT_INPUTS if line.get(column)}
        for key, line in by_key.items()
    }
    for key, column, text in table_of(report["texts"]):
        cells[key][Column(column)] = text
    by_goal = {goal: _fulfilment(value) for goal, value, _ in table_of(report["goals"])}
    assert list(by_goal) == [goal.number for goal in plan.goals]
    return TypedReport(
        plan,
        {Field(name): text for name, text in table_of(report["fields"])},
        cells,
        states={key: line[Column.STATE] for key, line in by_key.items()},
        measured={
            key: Decimal(line[MEASURED].replace(",", "."))
            for key, line in by_key.items()
            if line.get(MEASURED)
        },
        goals=by_goal,
        secured=share(report["secured"]),
        expected=share(report.get("expected", report["secured"])),
        attainable=share(report["attainable"]),
    )


def share(words: str) -> float:
    """`6 af 10` goals in percent: 6 × 100/10 = 60; a fraction as it is."""
    if "/" in words:
        return float(Fraction(words))
    count, whole = words.split(" af ")
    return float(int(count) * Fraction(100, int(whole)))


def _fulfilment(text: str) -> float | str:
    return text if text in (PENDING, WITHDRAWN) else float(Fraction(text))


def table_of(text: str) -> list[list[str]]:
    """The lines of a table, each its cells between the bars; nothing for an empty text."""
    lines = (line.strip() for line in text.strip().splitlines())
    return [[cell.strip() for cell in line.split("|")] for line in lines if line]


@dataclass(frozen=True)
class Outcome:
    """One report as the spreadsheet program shows it, and as the saved file is judged."""

    report: TypedReport
    shown: Figures
    measured: Sequence[Value]
    """Målt værdi of each criterion; a percentage is 0.82."""
    invalid: Mapping[str, tuple[str, ...]]
    """By sheet, the cells whose data validation would refuse what was typed."""
    verdict: Verdict
    file: Path

    def expect_accepted(self) -> None:
        """Without any finding, and without a cell that the data validation would refuse."""
        assert [f"{each.code} {each.message()}" for each in self.verdict.findings] == []
        assert self.invalid == {Sheet.MASTER: (), Sheet.REPORT: ()}

    def expect_agreement(self) -> None:
        """Sheet, validator and the calculation by hand say the same of everything."""
        hand, judged = self.report, self.verdict.evaluation
        for column, values in computed(judged).items():
            assert_same(column, self.shown[column], values)
        assert_same(STATES, self.shown[STATES], list(hand.states.values()))
        assert_same(FULFILMENTS, self.shown[FULFILMENTS], list(hand.goals.values()))
        assert_same(TOTALS, self.shown[TOTALS], [hand.secured, hand.expected, hand.attainable])
        assert self.verdict.shown == pytest.approx(hand.secured)
        # What is measured against a basis, to six decimals.
        for criterion, shown in zip(hand.plan.criteria, self.measured, strict=True):
            if criterion.key in hand.measured:
                by_hand = pytest.approx(float(hand.measured[criterion.key]), abs=5e-7)
                assert float(str(shown)) * (100 if criterion.in_percent else 1) == by_hand
                assert float(judged.criteria[criterion.key].measured or 0) == by_hand


def fill_in(calc: LibreOffice, report: TypedReport, template: Path, saved: Path) -> Outcome:
    """Type the report into its plan's template, save it as an agency does, and judge the file.

    Raises `LockedCellError` where a person could not type.
    """
    layout = Layout(report.plan)
    with calc.open(template) as document:
        for sheet, entries in report.typed().items():
            document.type_cells(sheet, entries)
        shown = shown_by(document, layout)
        measured = of_criteria(document, layout, Column.MEASURED)
        invalid = {sheet: document.invalid_cells(sheet) for sheet in (Sheet.MASTER, Sheet.REPORT)}
        file = document.save_as(saved)
    verdict = judge_file(file.name, file.read_bytes())
    return Outcome(report, shown, measured, invalid, verdict, file)
