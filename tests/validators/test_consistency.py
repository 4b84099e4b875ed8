"""What follows from cells that do not fit; which findings, stands in `cases/consistency.py`."""

from decimal import Decimal

import pytest

from resultatplan.criteria import State
from resultatplan.plan_file import parse_plan
from tests.own_plans import EIGHT_FILE
from tests.validators.report_of_eight import VALUES
from tests.validators.reports import NOT_CALCULATED, SOCIAL, judged, report, values_in
from validators.report import read_report
from validators.verdict import judge
from workbooks.form import Column, Layout
from workbooks.template.build import build_template
from workbooks.values_file import inputs_of


@pytest.mark.parametrize(
    ("provisional", "state", "reason"),
    [
        (None, State.NOT_FULFILLED, "delmålet ikke er opfyldt"),
        ("Nej", State.NOT_FULFILLED, "delmålet ikke er opfyldt"),
        ("Ja", State.PENDING, "delmålet ikke ventes opfyldt"),
    ],
)
def test_a_measurement_made_once_is_settled_unless_it_is_provisional(provisional, state, reason):
    typed = {("1.4.b", Column.RESULT): 0.8, ("1.4.b", Column.PROVISIONAL): provisional}
    verdict = judged(report(typed, SOCIAL, "Q2"))
    assert verdict.evaluation is not None
    assert verdict.evaluation.criteria["1.4.b"].state is state
    (message,) = (each.message() for each in verdict.findings if each.code != NOT_CALCULATED)
    assert message.startswith("Afrapportering!P22 (1.4.b)")
    assert reason in message


@pytest.mark.parametrize(
    ("result", "told_there"),
    [("0.052", [("RP-520", "0,052 %", "5 %")]), ("0.3", []), ("5.2", [("RP-505", "", "")])],
)
def test_a_ceiling_is_not_kept_by_a_share_of_a_hundredth(result, told_there, monkeypatch):
    """Mistakes in 5.2 per cent of the cases, where the plan has 5 as the most."""
    text = EIGHT_FILE.read_text(encoding="utf-8")
    text = text.replace('unit = "dage"\ntarget = 30', 'unit = "pct."\ntarget = 5')
    plan = parse_plan(text.encode(), EIGHT_FILE)
    monkeypatch.setattr("validators.structure.versions_of", lambda _: (plan,))
    results = {**VALUES["results"], "1.1.b": {"result": Decimal(result)}}
    data = build_template(plan, inputs_of(Layout(plan), {**VALUES, "results": results}))
    (verdict,) = judge([read_report("rapport.xlsx", data)], find_plan=lambda *_: plan)
    found = [each for each in verdict.findings if each.place.key == "1.1.b"]
    assert told_there == [(each.code, *values_in(each)) for each in found]
