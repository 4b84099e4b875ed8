"""What the plan allows can be reported, whatever its unit; what lies outside is told as such."""

import pytest

from resultatplan.plan_file import written_plan
from resultatplan.plans_folder import plans_in
from tests.department.judged_files import as_json
from tests.validators.reports import judged
from tests.workbooks.small_plan import bounded_plan
from workbooks.form import Column, Layout, Sheet
from workbooks.template.build import build_template


@pytest.mark.parametrize(
    ("key", "value", "code", "message", "explanation"),
    [
        ("1.1.a", -0.6, "RP-402", "−60 % er under −50 %.", "−60 %"),
        ("1.1.a", 75, "RP-402", "7500 % er over 80 %. Mente du 75 %?", "7500 %"),
        ("2.1.a", 901, "RP-409", "901 er over 900 mio. kr., som er det højeste", "901"),
    ],
)  # fmt: skip
def test_a_value_outside_is_told_as_such(key, value, code, message, explanation, tmp_path):
    plan = bounded_plan()
    (tmp_path / f"{plan.id}.toml").write_text(written_plan(plan), encoding="utf-8")
    cell = Layout(plan).report_cell(key, Column.RESULT)
    with plans_in(tmp_path):
        verdict = judged(build_template(plan, {(Sheet.REPORT, cell): value}))

    (found,) = (each for each in verdict.findings if each.code == code)
    criteria = (each for goal in as_json(verdict)["goals"] for each in goal["criteria"])
    (told,) = (each["explanation"] for each in criteria if each["key"] == key)

    assert found.place.key == key
    assert message in found.message()
    assert told.startswith(f"Afventer: der er indberettet {explanation}")
    assert told.endswith(f" i Resultat, og det kan ikke bruges ({code}).")
