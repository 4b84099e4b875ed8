"""What is missing before a report can be sent, counted above the table and marked at the cell."""

import io

import pytest
from openpyxl import load_workbook

from tests.workbooks.small_plan import changed, small_plan
from tests.workbooks.templates import rules_at, template_bytes
from workbooks.blueprint.missing import COUNT_CELLS
from workbooks.form import NO, YES, Column, Field, Layout, Sheet
from workbooks.template import palette

PLAN = small_plan()
LAYOUT = Layout(PLAN)


@pytest.mark.parametrize(
    ("key", "column", "formula"),
    [
        ("1.1.b", Column.EXPLANATION, '((($N11="Gul")+($N11="Rød")+($M11="ikke opfyldt")+'),
        ("1.1.c", Column.DATE, '($D11="senest")*($J11="")*(($K11="Ja")+'),
        ("2.1.a", Column.BASIS, '(($D11="+/-")+($D11="reduktion på mindst")+'),
        ("1.1.b", Column.ACTION_PLAN, '(($N11="Rød")>0)*(TRIM($Q11)="")'),
        ("1.2.c", Column.RESULT, 'AND(I18<>"",NOT(IF(ISNUMBER(I18),AND(I18>=0,'),
        ("1.1.b", Column.STATUS, 'AND(N12<>"",N12<>"Grøn",N12<>"Gul",N12<>"Rød")'),
    ],
)
def test_what_is_missing_not_on_the_list_or_out_of_bounds_is_marked(key, column, formula):
    rules = rules_at(Sheet.REPORT, LAYOUT.report_cell(key, column), PLAN)
    edges = [(each.formula[0], each.dxf.border.left) for each in rules if each.dxf.border]
    marked = [
        formula
        for formula, edge in edges
        if edge is not None and edge.color.rgb.endswith(palette.WARNING_EDGE)
    ]
    assert any(each.startswith(formula) for each in marked)


PASTED = {
    ("1.1.a", Column.RESULT): 82,
    ("1.1.b", Column.RESULT): "ca. 60",
    ("1.2.a", Column.DONE): "måske",
    ("1.1.a", Column.STATUS): "Rød",
    ("1.1.b", Column.STATUS): "Gul",
    ("1.1.b", Column.EXPLANATION): "Forsinket.",
}
HALF_ANSWERED = {
    ("1.1.c", Column.DONE): YES,
    ("2.1.a", Column.RESULT): 8.1,
    ("2.1.b", Column.BASIS): 11.0,
    ("2.1.c", Column.RESULT): 10.0,
}
ANSWERED = {**HALF_ANSWERED, ("1.1.c", Column.DONE): NO, ("2.1.a", Column.BASIS): 8.0}


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("period", "typed", "counts"),
    [
        # The day; 1.1.c was due; 1.1.a; 1.1.a; 1.1.a, 1.1.b and 1.2.a hold what they do not take.
        pytest.param(0, PASTED, [1, 1, 1, 1, 3], id="pasted values"),
        # The date of 1.1.c and the basis of 2.1.a; that of 2.1.c is agreed.
        pytest.param(0, HALF_ANSWERED, [1, 2, 0, 0, 0], id="half an answer"),
        # Of what was due and was not done, why.
        pytest.param(0, ANSWERED, [1, 0, 1, 0, 0], id="answers"),
        # Who approved the report, too, and each criterion that is pending.
        pytest.param(1, ANSWERED, [2, 6, 1, 0, 0], id="the final report"),
    ],
)
def test_the_counts_follow_what_is_typed_and_pasted(calc, tmp_path, period, typed, counts):
    plan = changed(("deadline = 2020-09-30", "deadline = 2020-06-15"))
    book = load_workbook(io.BytesIO(template_bytes(plan)))
    for (key, column), value in typed.items():
        book[Sheet.REPORT][LAYOUT.report_cell(key, column)] = value
    master = book[Sheet.MASTER]
    master[LAYOUT.field_cell(Field.PERIOD)] = plan.reporting.periods[period].name
    master[LAYOUT.field_cell(Field.PREPARED_BY)] = "Anne Jensen"
    file = tmp_path / "rapport.xlsx"
    book.save(file)

    with calc.open(file) as document:
        assert [document.value(Sheet.REPORT, address) for address in COUNT_CELLS] == counts
