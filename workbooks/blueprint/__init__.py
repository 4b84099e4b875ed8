"""What every cell of a plan's workbook holds, as plain data.

The builder renders it, and the validator compares a received workbook with it: so the template
and the check of the template can never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from resultatplan.plan import Plan
from workbooks.blueprint.goals_sheet import goals_sheet
from workbooks.blueprint.guide_sheet import checking_page, codes_sheet, guide_sheet
from workbooks.blueprint.history_sheet import history_sheet
from workbooks.blueprint.identity import hidden_sheet, master_sheet
from workbooks.blueprint.report_sheet import report_sheet
from workbooks.blueprint.specs import CellSpec, SheetSpec
from workbooks.form import Field, Layout, Sheet


@dataclass(frozen=True)
class Blueprint:
    """The whole workbook of one plan."""

    plan: Plan
    layout: Layout
    sheets: tuple[SheetSpec, ...]

    def sheet(self, name: Sheet) -> SheetSpec:
        """The specification of one sheet."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[Sheet, SheetSpec]:
        return {sheet.name: sheet for sheet in self.sheets}

    def cell(self, sheet: Sheet, address: str) -> CellSpec | None:
        """The specification of one cell, None where the workbook is to be empty."""
        return self.sheet(sheet).cells.get(address)

    @cached_property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The names of each table's rows, top to bottom, by the table's name: their keys, and
        where a row has none, as a goal's on Afrapportering, the goal's number."""
        plan, layout = self.plan, self.layout
        history = tuple(
            f"{criterion.key} {entry.year}"
            for criterion in plan.criteria
            for entry in criterion.history
        )
        return {
            layout.master.name: tuple(Field),
            layout.report.name: layout.report_rows,
            layout.goals.name: layout.goal_rows,
            layout.history.name: history,
        }


def blueprint_of(plan: Plan) -> Blueprint:
    """The blueprint of a plan's workbook (kept, since a batch asks for it once per file)."""
    known_by = plan.fingerprint, checking_page()
    if known_by not in _KEPT:
        if len(_KEPT) == _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        _KEPT[known_by] = _blueprint(plan)
    return _KEPT[known_by]


def _blueprint(plan: Plan) -> Blueprint:
    layout = Layout(plan)
    sheets = (
        guide_sheet(layout),
        master_sheet(layout),
        report_sheet(layout),
        goals_sheet(layout),
        history_sheet(layout),
        codes_sheet(),
    )
    return Blueprint(plan, layout, (*sheets, hidden_sheet(layout, sheets)))


_MOST_KEPT = 64
_KEPT: dict[tuple[str, str], Blueprint] = {}
"""By the fingerprint of the plan, and the checking page that the guide names."""
