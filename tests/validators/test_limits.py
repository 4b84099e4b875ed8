"""What the plan allows can be reported, whatever its unit; what lies outside, or is a share of a
hundredth of what the plan has, is told as such."""

from pathlib import Path

import pytest

from resultatplan.plan import Plan
from resultatplan.plan_file import written_plan
from resultatplan.plans_folder import plans_in
from tests.department.judged_files import as_json
from tests.validators.reports import judged, values_in
from tests.workbooks.small_plan import bounded_plan, changed
from validators.verdict import Verdict
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.template.build import build_template


def with_value(
    plan: Plan, key: str, value: float, folder: Path, column: Column = Column.RESULT
) -> Verdict:
    """The verdict on a final report that holds this value alone, in a plan of one's own."""
    (folder / f"{plan.id}.toml").write_text(written_plan(plan), encoding="utf-8")
    layout = Layout(plan)
    period = Sheet.MASTER, layout.field_cell(Field.PERIOD)
    cell = Sheet.REPORT, layout.report_cell(key, column)
    with plans_in(folder):
        return judged(build_template(plan, {period: "4. kvartal", cell: value}))


@pytest.mark.parametrize(
    ("key", "value", "code", "message", "explanation"),
    [
        ("1.1.a", -0.6, "RP-402", "−60 % er under −50 %.", "−60 %"),
        ("1.1.a", 75, "RP-402", "7500 % er over 80 %. Mente du 75 %?", "7500 %"),
        ("2.1.a", 901, "RP-409", "901 er over 900 mio. kr., som er det højeste", "901"),
    ],
)  # fmt: skip
def test_a_value_outside_is_told_as_such(key, value, code, message, explanation, tmp_path):
    verdict = with_value(bounded_plan(), key, value, tmp_path)
    (found,) = (each for each in verdict.findings if each.code == code)
    criteria = (each for goal in as_json(verdict)["goals"] for each in goal["criteria"])
    (told,) = (each["explanation"] for each in criteria if each["key"] == key)

    assert found.place.key == key
    assert message in found.message()
    refused = f"{explanation} i Resultat, og det kan ikke bruges ({code})"
    assert told.startswith(f"Afventer: der er indberettet {refused}")


@pytest.mark.parametrize(
    ("result", "told_there"),
    [
        (0.00052, [("RP-520", "0,052 %", "5 %")]),
        (0.003, []),
        (0.052, [("RP-505", "", "")]),
    ],
)
def test_a_ceiling_is_not_kept_by_a_share_of_a_hundredth(result, told_there, tmp_path):
    """Mistakes in 5.2 per cent of the cases, where the plan has 5 as the most."""
    plan = changed(('unit = "dage"\ntarget = 30', 'unit = "pct."\ntarget = 5'))
    verdict = with_value(plan, "1.1.b", result, tmp_path)
    found = [each for each in verdict.findings if each.place.key == "1.1.b"]
    assert told_there == [(each.code, *values_in(each)) for each in found]


@pytest.mark.parametrize("typed", [0.75, 75])
def test_a_grade_as_a_number_is_told_with_the_answer_it_means(typed, tmp_path):
    assessed = 'key = "1.2.b"\nkind = "assessed"\n'
    plan = changed((assessed, f"{assessed}grades = [25, 50, 75]\n"))
    verdict = with_value(plan, "1.2.b", typed, tmp_path, Column.DONE)
    (found,) = (each for each in verdict.findings if each.place.key == "1.2.b")
    assert found.code == "RP-410"
    assert found.message().endswith(
        "står ikke på listen: Ja, 75 pct., 50 pct., 25 pct., Nej. Mente du »75 pct.«?"
    )
