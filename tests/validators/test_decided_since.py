"""A template from before a decision of the department: read as it is, settled by the decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resultatplan.goals import changed
from resultatplan.library import plan_file_name
from resultatplan.plan import Plan
from resultatplan.plan_file import written_plan
from resultatplan.plans_folder import plans_in
from tests.resultatplan.scheme_plans import ruling
from tests.validators.damage import Content
from tests.validators.reports import (
    NOT_CALCULATED,
    Where,
    address,
    calculated_report,
    complete_values,
    judge_file,
    plan_named,
    report,
)
from validators.verdict import Verdict
from workbooks.form import Column, Field
from workbooks.template.build import build_template

DECIDED = date(2020, 9, 15)
IN_TIME, BEFORE = date(2020, 10, 14), date(2020, 9, 14)
OUT, NOT_MET = ruling("1.4", day=DECIDED), ruling("1.4", "not_met", day=DECIDED)
AGAIN = ruling("1.4", day=DECIDED, ruled="reinstated")
BLANK: Mapping[Where, Content] = {("1.4.a", Column.RESULT): None, ("1.4.b", Column.RESULT): None}


@contextmanager
def decided(folder: Path, *rulings: dict[str, Any], at_once: bool = False) -> Iterator[Plan]:
    """A version of the plan of 2020 for each ruling, one after the other; the newest."""
    plan = plan_named()
    for number in range(len(rulings) if at_once else 1, len(rulings) + 1):
        plan = changed(plan_named(), version=f"1.{number}", rulings=rulings[:number])
        (folder / plan_file_name(plan)).write_text(written_plan(plan), encoding="utf-8")
    with plans_in(folder):
        yield plan


def codes(verdict: Verdict) -> list[str]:
    return sorted({each.code for each in verdict.findings} - {NOT_CALCULATED, "RP-215", "RP-701"})


@pytest.mark.parametrize(
    ("rulings", "make", "told", "secured", "weight"),
    [
        # The final report needs no answer to what was decided.
        ([OUT], lambda: report(BLANK), ["RP-707"], 100, 0),
        ([OUT], lambda: report({("1.4.a", Column.RESULT): "ca. 80"}), ["RP-707"], 100, 0),
        ([OUT], lambda: report({("1.4.b", Column.STATUS): "Rød"}), ["RP-707"], 100, 0),
        ([NOT_MET], lambda: report({}), ["RP-707"], 90, 10),
        ([ruling("1.4.a", day=DECIDED)], lambda: report({("1.4.a", Column.RESULT): None}),
         ["RP-707"], 100, 10),
        ([OUT, AGAIN], lambda: report({}), [], 100, 10),
        # What its own formulas show is no mistake.
        ([NOT_MET], calculated_report, ["RP-707"], 90, 10),
        # A report submitted before the decision stays as it was.
        ([OUT], lambda: report({Field.SUBMITTED: IN_TIME}, period_id="Q2"), ["RP-707"], None, 0),
        ([OUT], lambda: report({Field.SUBMITTED: BEFORE}, period_id="Q2"), [], None, 10),
    ],
)  # fmt: skip
def test_what_was_decided_settles_a_report_that_knows_nothing_of_it(
    rulings, make, told, secured, weight, tmp_path: Path
) -> None:
    data = make()
    with decided(tmp_path, *rulings):
        verdict = judge_file("rapport.xlsx", data)
    assert (codes(verdict), verdict.accepted) == (told, True)
    assert verdict.evaluation is not None
    score = verdict.evaluation.score
    if secured is not None:
        assert (score.secured, score.expected, score.attainable) == pytest.approx((secured,) * 3)
    weights = {each.goal.number: each.weight for each in verdict.evaluation.goals}
    assert weights["1.4"] == pytest.approx(weight)


LATER = ruling("1.3", day=date(2020, 12, 1))
AGAIN_FIRST = ruling("1.3", day=DECIDED, ruled="reinstated")


@pytest.mark.parametrize("rulings", [(OUT, LATER), (LATER, OUT), (LATER, AGAIN_FIRST, OUT)])
def test_of_two_decisions_in_one_version_the_one_that_was_taken_holds(
    rulings: tuple[dict[str, Any], ...], tmp_path: Path
) -> None:
    data = report({Field.SUBMITTED: IN_TIME}, period_id="Q3")
    with decided(tmp_path, *rulings, at_once=True):
        verdict = judge_file("rapport.xlsx", data)
    assert verdict.evaluation is not None
    weights = {each.goal.number: each.weight for each in verdict.evaluation.goals}
    assert (weights["1.4"], weights["1.3"]) == (0, pytest.approx(100 / 9))


def test_what_is_reinstated_needs_a_template_that_asks_for_it(tmp_path: Path) -> None:
    values = {
        address(where): value
        for where, value in complete_values().items()
        if not (isinstance(where, tuple) and where[0].startswith("1.4"))
    }
    with decided(tmp_path, OUT) as closed:
        data = build_template(closed, values)
        assert codes(judge_file("rapport.xlsx", data)) == []
    with decided(tmp_path, OUT, AGAIN):
        verdict = judge_file("rapport.xlsx", data)
    assert (codes(verdict), verdict.accepted) == (["RP-708"], False)


def test_where_no_goal_was_left_until_a_later_decision_the_template_counts(tmp_path):
    first, *others = (goal.number for goal in plan_named().goals)
    back = ruling(first, day=date(2020, 12, 1), ruled="reinstated")
    out = [ruling(goal, day=DECIDED) for goal in others]
    with decided(tmp_path, ruling(first, day=DECIDED), back, *out):
        submitted = {Field.SUBMITTED: IN_TIME}
        verdict = judge_file("rapport.xlsx", report(submitted, period_id="Q2"))
    assert verdict.plan is not None and verdict.plan.rulings == ()
    assert "RP-707" not in codes(verdict)
