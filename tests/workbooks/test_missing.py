"""What is missing before a report can be sent, counted above the table and marked at the cell."""

import io

import pytest
from openpyxl import load_workbook

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.workbooks.small_plan import small_plan
from tests.workbooks.templates import rules_at, template_bytes
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.missing import COUNT_CELLS
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.template import palette

PLAN = small_plan()
LAYOUT = Layout(PLAN)
LONGEST_FORMULA = 8_192
"""What Excel takes."""


def marks_at(key: str, column: Column) -> list[str]:
    """The formulas that mark a cell in red."""
    rules = rules_at(Sheet.REPORT, LAYOUT.report_cell(key, column), PLAN)
    edges = [(each.formula[0], each.dxf.border.left) for each in rules if each.dxf.border]
    return [
        formula
        for formula, edge in edges
        if edge is not None and edge.color.rgb.endswith(palette.WARNING_EDGE)
    ]


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
        ("1.1.b", Column.STATUS, 'AND(N12<>"",N12<>"Grøn",N12<>"Gul",N12<>"Rød")'),
    ],
)
def test_what_is_missing_or_not_on_the_list_is_marked(key, column, formula):
    assert marks_at(key, column) == [formula]


def test_a_number_out_of_bounds_is_marked_however_it_came_there():
    address = LAYOUT.report_cell("1.2.c", Column.RESULT)

    (formula,) = marks_at("1.2.c", Column.RESULT)

    assert formula.startswith(f'AND({address}<>"",NOT(IF(ISNUMBER({address}),AND({address}>=0,')
    assert f"{address}=INT({address})" in formula


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_the_counts_are_formulas_that_excel_takes(plan: Plan) -> None:
    for address in COUNT_CELLS:
        cell = blueprint_of(plan).cell(Sheet.REPORT, address)
        assert cell is not None and cell.formula is not None
        assert len(cell.formula) < LONGEST_FORMULA


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
