"""A typed report's way through: typed in LibreOffice, saved by it, judged by the validator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from resultatplan.evaluation import Evaluation
from tests.acceptance.three_computations import (
    FULFILMENTS,
    STATES,
    TOTALS,
    Figures,
    assert_same,
    computed,
    shown_by,
)
from tests.acceptance.typed_report import TypedReport
from tests.hosts.libreoffice import LibreOffice, Value
from tests.validators.reports import judge_file
from tests.workbooks.templates import template_bytes
from validators.verdict import Verdict
from workbooks.form import Column, Sheet


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

    @property
    def evaluation(self) -> Evaluation:
        """The validator's own computation."""
        return self.verdict.evaluation

    def expect_accepted(self) -> None:
        """Without any finding, and without a cell that the data validation would refuse."""
        assert [f"{each.code} {each.message()}" for each in self.verdict.findings] == []
        assert self.invalid == {Sheet.MASTER: (), Sheet.REPORT: ()}

    def expect_agreement(self) -> None:
        """Sheet, validator and the calculation by hand say the same of everything."""
        hand, judged = self.report, computed(self.evaluation)
        for column, values in judged.items():
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
                assert float(self.evaluation.criterion(criterion.key).measured or 0) == by_hand


def hand_in(calc: LibreOffice, report: TypedReport, folder: Path) -> Outcome:
    """Type the report into its plan's template, save it as an agency does, and judge the file."""
    template = folder / "skabelon.xlsx"
    template.write_bytes(template_bytes(report.plan))
    return fill_in(calc, report, template, folder / "rapport.xlsx")


def fill_in(calc: LibreOffice, report: TypedReport, template: Path, saved: Path) -> Outcome:
    """Type the report into a template that is there, save it, and judge the file.

    Raises `LockedCellError` where a person could not type.
    """
    layout = report.layout
    with calc.open(template) as document:
        for sheet, entries in report.typed().items():
            document.type_cells(sheet, entries)
        shown = shown_by(document, layout)
        cells = layout.report.data_range(Column.MEASURED).replace("$", "")
        measured = [row[0] for row in document.values(Sheet.REPORT, cells)]
        invalid = {sheet: document.invalid_cells(sheet) for sheet in (Sheet.MASTER, Sheet.REPORT)}
        file = document.save_as(saved)
    verdict = judge_file(file.name, file.read_bytes())
    return Outcome(report, shown, measured, invalid, verdict, file)
