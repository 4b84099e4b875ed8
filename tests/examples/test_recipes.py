"""The recipe of the inbox says where each slip is made, and how."""

import pytest
from pydantic import ValidationError

from examples.recipes import Slip, read_inbox, report_of
from resultatplan.library import plan_by_id
from workbooks.blueprint import blueprint_of
from workbooks.form import Field, Layout, Sheet


def test_a_slip_is_made_in_a_criterions_a_goals_or_stamdatas_cell() -> None:
    plan = plan_by_id("benchmarkingenheden-2023")
    assert plan is not None
    layout = Layout(plan)
    slips = [
        Slip(key="3.1.b", column="Resultat", pasted="0,5"),
        Slip(goal="3.1", column="Opfyldelse", typed="100"),
        Slip(field=Field.PERIOD, typed=""),
    ]
    assert [slip.cell(layout) for slip in slips] == [
        (Sheet.REPORT, "I14"),
        (Sheet.GOALS, "E13"),
        (Sheet.MASTER, "B10"),
    ]


@pytest.mark.parametrize(
    "slip",
    [
        {"typed": "60"},
        {"key": "1.1.a", "goal": "1.1", "column": "Resultat", "typed": "60"},
        {"key": "1.1.a", "column": "Resultat"},
        {"key": "1.1.a", "column": "Resultat", "typed": "60", "pasted": "60"},
        {"key": "1.1.a", "column": "Resultat", "shouted": "60"},
    ],
)
def test_a_slip_has_one_place_and_one_way(slip: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Slip.model_validate(slip)


def test_only_whoever_took_the_protection_off_slips_in_locked_cells() -> None:
    locked: dict[str, int] = {}
    for report in map(report_of, read_inbox().reports):
        for slip in report.slips:
            cell = blueprint_of(report.plan).cell(*slip.cell(report.layout))
            assert cell is not None
            if cell.input is None:
                locked[report.name] = locked.get(report.name, 0) + 1
    assert locked == {"Statsforvaltningen 2017-Q4 (til underskrift).xlsx": 2}
