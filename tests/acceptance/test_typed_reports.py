"""Reports of each plan, typed in LibreOffice by a Dane: sheet, validator and hand say the same.

A final report and a half-empty interim one of three plans. Two more are among the examples;
`test_authored_plan` has weights, goals met in part, one withdrawn and a nested rule. And what can
and cannot be typed in a template.
"""

from collections.abc import Iterator

import pytest

from tests.acceptance.typed_report import fill_in, typed_report
from tests.hosts.libreoffice import Document
from tests.validators.reports import HOUSING, SOCIAL, judge_file, plan_named
from tests.workbooks.templates import template_bytes
from workbooks.form import Column, Field, Layout, Sheet

pytestmark = pytest.mark.libreoffice

PLAN = plan_named()
LAYOUT = Layout(PLAN)


@pytest.fixture(scope="module")
def form(calc, tmp_path_factory) -> Iterator[Document]:
    """Socialstyrelsen's template, open: it has input cells of every type."""
    path = tmp_path_factory.mktemp("form") / "skabelon.xlsx"
    path.write_bytes(template_bytes(PLAN))
    with calc.open(path) as document:
        yield document


@pytest.mark.parametrize("plan", [PLAN, plan_named(HOUSING)], ids=lambda plan: plan.id)
def test_a_template_saved_twice_untouched_lacks_only_who_and_when(plan, calc, tmp_path):
    path = tmp_path / "skabelon.xlsx"
    path.write_bytes(template_bytes(plan))
    for saved in (tmp_path / "gemt.xlsx", tmp_path / "gemt igen.xlsx"):
        with calc.open(path) as blank:
            path = blank.save_as(saved)
    verdict = judge_file(path.name, path.read_bytes())
    fields = (Field.PERIOD, Field.SUBMITTED, Field.PREPARED_BY)
    assert [(finding.code, finding.place.cell) for finding in verdict.findings] == [
        ("RP-408", Layout(plan).field_cell(name)) for name in fields
    ]
    assert verdict.plan == plan


REFUSED = [
    ("1.1.a", Column.RESULT, ("55,5", "mange")),
    ("1.1.b", Column.RESULT, ("250 %", "250", "cirka 82", "-5 %")),
    ("1.2.a", Column.DATE, ("ultimo december", "31-12-1920")),
    ("1.2.b", Column.DONE, ("Måske",)),
    ("1.5.a", Column.STATUS, ("Lilla",)),
    ("1.5.a", Column.PROVISIONAL, ("ja, måske",)),
    ("1.5.a", Column.FORECAST, ("god",)),
    ("1.6.b", Column.RESULT, ("-1",)),
    ("2.1.a", Column.BASIS, ("3,3 mio. kr.",)),
    ("2.2.b", Column.BASIS, ("0",)),
]


@pytest.mark.parametrize("turn", range(4))
def test_the_data_validation_refuses_what_the_cells_do_not_take(form, turn):
    entries = {
        LAYOUT.report_cell(key, column): texts[turn]
        for key, column, texts in REFUSED
        if len(texts) > turn
    }
    form.type_cells(Sheet.REPORT, entries)
    assert set(form.invalid_cells(Sheet.REPORT)) == set(entries)
    form.type_cells(Sheet.REPORT, dict.fromkeys(entries, ""))
    assert form.invalid_cells(Sheet.REPORT) == ()


def test_the_deadline_follows_the_period_and_what_was_agreed_is_shown_in_danish(form):
    period = LAYOUT.field_cell(Field.PERIOD)
    form.type_into(Sheet.MASTER, period, "5. kvartal")
    assert form.invalid_cells(Sheet.MASTER) == (period,)
    form.type_into(Sheet.MASTER, period, "3. kvartal")
    assert form.invalid_cells(Sheet.MASTER) == ()
    target = LAYOUT.report_cell("1.1.b", Column.TARGET)
    deadline = LAYOUT.report_cell("1.2.a", Column.DEADLINE)
    shown = [form.shown(Sheet.REPORT, each) for each in ("C6", target, deadline)]
    assert shown == ["14-10-2020", "82,0 %", "31-12-2020"]


def test_a_text_stays_a_text(form):
    note = LAYOUT.report_cell("1.1.a", Column.DOCUMENTATION)
    for text in ("12-2020", "- forsinket, jf. 12-2020"):
        form.type_into(Sheet.REPORT, note, text)
        assert form.value(Sheet.REPORT, note) == text
    assert form.invalid_cells(Sheet.REPORT) == ()


@pytest.mark.parametrize("which", ["final", "interim"])
@pytest.mark.parametrize("plan_id", [SOCIAL, HOUSING, "statsforvaltningen-2017"])
def test_a_typed_report_is_accepted_and_scored_alike(plan_id, which, calc, tmp_path):
    plan, template = plan_named(plan_id), tmp_path / "skabelon.xlsx"
    template.write_bytes(template_bytes(plan))
    outcome = fill_in(calc, typed_report(plan, which), template, tmp_path / "rapport.xlsx")
    outcome.expect_accepted()
    outcome.expect_agreement()
    assert outcome.verdict.is_final is (which == "final")
    weights = [goal.weight for goal in outcome.verdict.evaluation.goals]
    assert weights == pytest.approx(list(plan.weights))
    assert (outcome.report.secured < outcome.report.attainable) is (which == "interim")
