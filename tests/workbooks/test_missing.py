"""What is missing before a report can be sent, counted above the table and marked at the cell."""

import io

import pytest
from openpyxl import load_workbook

from tests.workbooks.small_plan import small_plan
from tests.workbooks.templates import rules_at, template_bytes
from workbooks.blueprint.missing import COUNT_CELLS
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.template import palette

PLAN = small_plan()
LAYOUT = Layout(PLAN)


@pytest.mark.parametrize(
    ("key", "column", "formula"),
    [
        (
            "1.1.b",
            Column.EXPLANATION,
            # In an interim report also what is expected not to be met, but for a count under way.
            '((($N11="Gul")+($N11="Rød")+($M11="ikke opfyldt")+ISNUMBER($W11)*($W11<100)*'
            '($D$5<>"")*(1-(($D11="mindst")+($D11="over"))*($T11="løbende optælling")*'
            '($O11="")))>0)*(TRIM($P11)="")',
        ),
        ("1.1.b", Column.ACTION_PLAN, '(($N11="Rød")>0)*(TRIM($Q11)="")'),
        (
            "1.2.c",
            Column.RESULT,
            'AND(I18<>"",NOT(IF(ISNUMBER(I18),AND(I18>=0,I18<=1000000000,I18=INT(I18))',
        ),
        ("1.1.b", Column.STATUS, 'AND(N12<>"",N12<>"Grøn",N12<>"Gul",N12<>"Rød")'),
    ],
)
def test_what_is_missing_not_on_the_list_or_out_of_bounds_is_marked(key, column, formula):
    rules = rules_at(Sheet.REPORT, LAYOUT.report_cell(key, column), PLAN)
    edges = [(each.formula[0], each.dxf.border.left) for each in rules if each.dxf.border]
    (marked,) = [
        formula
        for formula, edge in edges
        if edge is not None and edge.color.rgb.endswith(palette.WARNING_EDGE)
    ]
    assert marked.startswith(formula)


@pytest.mark.libreoffice
def test_the_counts_follow_what_is_typed_and_pasted(calc, tmp_path):
    book = load_workbook(io.BytesIO(template_bytes(PLAN)))
    report = book[Sheet.REPORT]
    wrong = {
        ("1.1.a", Column.RESULT): 82,
        ("1.1.b", Column.RESULT): "ca. 60",
        ("1.2.a", Column.DONE): "måske",
        ("1.1.a", Column.STATUS): "Rød",
        ("1.1.b", Column.STATUS): "Gul",
        ("1.1.b", Column.EXPLANATION): "Forsinket.",
    }
    for (key, column), value in wrong.items():
        report[LAYOUT.report_cell(key, column)] = value
    master = book[Sheet.MASTER]
    master[LAYOUT.field_cell(Field.PERIOD)] = PLAN.reporting.periods[0].name
    master[LAYOUT.field_cell(Field.PREPARED_BY)] = "Anne Jensen"
    file = tmp_path / "rapport.xlsx"
    book.save(file)

    with calc.open(file) as document:
        shown = [document.value(Sheet.REPORT, address) for address in COUNT_CELLS]

    # The day and who approved; none in an interim report; 1.1.a; 1.1.a; 1.1.a, 1.1.b and 1.2.a.
    assert shown == [2, 0, 1, 1, 3]
