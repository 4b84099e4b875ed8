"""The names that hosts look for are those that workbooks have."""

from __future__ import annotations

from resultatplan.library import built_in_plans
from workbooks.form import GoalColumn, Layout, Sheet
from xl_addin import goal_table


def test_the_names_are_the_layouts() -> None:
    layout = Layout(built_in_plans()[0])
    assert layout.goals.name == goal_table.TABLE
    assert Sheet.GOALS.value == goal_table.SHEET
    assert Sheet.HIDDEN.value == goal_table.HIDDEN_SHEET
    assert GoalColumn.FULFILMENT.value == goal_table.FULFILMENT
    assert GoalColumn.WEIGHT.value == goal_table.WEIGHT
