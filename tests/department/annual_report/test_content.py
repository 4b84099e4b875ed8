"""What the goal report says of each goal."""

from dataclasses import replace

import pytest

from department.annual_report.content import AnnualReport, annual_report, totals
from resultatplan.criteria import State
from tests.department.desks import desk_of_records, desk_with, records_of
from tests.validators.reports import SOCIAL, report
from workbooks.form import Column, Field


def made_from(files: dict[str, bytes]) -> AnnualReport:
    desk = desk_with(files)
    found = annual_report(desk, desk.agencies[0], "da")
    assert found is not None
    return found


def test_until_then_it_is_made_from_the_latest_accepted_one_and_is_provisional():
    found = made_from({"k2.xlsx": report({}, SOCIAL, "Q2")})
    returned = desk_with({"k4.xlsx": report({("1.1.a", Column.RESULT): "ca."}, SOCIAL, "Q4")})

    assert not found.is_final
    assert totals(found, "da") == [
        ("Sikret målopfyldelse indtil nu", 0),
        ("Forventet målopfyldelse", 60),
        ("Opnåelig målopfyldelse", 100),
    ]
    assert found.still_open
    assert found.missed == ()
    assert annual_report(returned, returned.agencies[0], "da") is None


@pytest.mark.parametrize("state", [State.NOT_FULFILLED, State.PARTIAL, State.PENDING])
def test_no_goal_short_of_its_fulfilment_is_left_out(state):
    (record,) = records_of({"k4.xlsx": report({}, SOCIAL, "Q4")})
    goals = tuple(
        replace(goal, state=state, fulfilment=50.0 if state is State.PARTIAL else 0.0)
        for goal in record.goals
    )
    desk = desk_of_records([replace(record, goals=goals)])

    found = annual_report(desk, desk.agencies[0], "da")

    assert found is not None
    assert [goal.number for goal in found.missed] == [goal.number for goal in record.goals]
    assert all(goal.missed for goal in found.missed)


def test_a_criterion_missed_under_a_goal_that_is_met_is_told_too():
    over = {("2.2.a", Column.RESULT): 10, ("2.2.a", Column.EXPLANATION): "Langtidssygefravær."}

    found = made_from({"k4.xlsx": report(over, SOCIAL, "Q4")})

    assert found.missed == ()
    assert [(goal.number, line.number) for goal, line in found.otherwise_missed] == [
        ("2.2", "2.2.a")
    ]


@pytest.mark.parametrize(("typed", "told"), [("Ingen", ""), ("Sygefraværet.", "Sygefraværet.")])
def test_significant_deviations_are_told_unless_there_are_none(typed, told):
    found = made_from({"k4.xlsx": report({Field.DEVIATIONS: typed}, SOCIAL, "Q4")})

    assert found.deviations == told
