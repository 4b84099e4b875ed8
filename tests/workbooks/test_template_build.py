from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from resultatplan.plan import Plan
from tests.workbooks.small_plan import large_plan, plan_without_history, small_plan
from tests.workbooks.templates import template, template_bytes
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.specs import CellSpec, CellValue, Look
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.template.build import build_template, template_name

PLANS = [
    pytest.param(small_plan(), id="small"),
    pytest.param(plan_without_history(), id="no history"),
    pytest.param(large_plan(), id="large"),
]


def filled(inputs: dict[tuple[Sheet, str], CellValue]) -> Workbook:
    return load_workbook(io.BytesIO(build_template(small_plan(), inputs)))


@pytest.fixture(scope="module", params=PLANS)
def built(request: pytest.FixtureRequest) -> tuple[Plan, Workbook]:
    return request.param, template(request.param)


def held(spec: CellSpec) -> object:
    """What openpyxl reads where the blueprint has this cell."""
    if spec.formula is not None:
        return spec.formula
    if isinstance(spec.value, date):
        return datetime(spec.value.year, spec.value.month, spec.value.day)
    return spec.value


def test_the_file_is_named_after_the_plan() -> None:
    assert template_name(small_plan()) == "proevestyrelsen-2020.xlsx"
    later = small_plan().model_copy(update={"version": "1.1"})
    assert template_name(later) == "proevestyrelsen-2020@1.1.xlsx"


def test_sheets_stand_in_the_order_of_the_layout(built: tuple[Plan, Workbook]) -> None:
    assert built[1].sheetnames == [sheet.value for sheet in Sheet]


def test_every_cell_of_the_blueprint_is_there(built: tuple[Plan, Workbook]) -> None:
    plan, book = built
    wrong = [
        (sheet.name, address, cell.value)
        for sheet in blueprint_of(plan).sheets
        for address, spec in sheet.cells.items()
        if (cell := book[sheet.name][address]).value != held(spec)
    ]
    assert wrong == []


def test_nothing_is_there_that_the_blueprint_does_not_have(built: tuple[Plan, Workbook]) -> None:
    plan, book = built
    extra = [
        (sheet.name, cell.coordinate)
        for sheet in blueprint_of(plan).sheets
        for row in book[sheet.name].iter_rows()
        for cell in row
        if cell.value is not None and cell.coordinate not in sheet.cells
    ]
    assert extra == []


def test_only_input_cells_are_unlocked(built: tuple[Plan, Workbook]) -> None:
    plan, book = built
    unlocked = {
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    inputs = {
        (sheet.name.value, address)
        for sheet in blueprint_of(plan).sheets
        for address, spec in sheet.cells.items()
        if spec.input is not None
    }
    assert unlocked == inputs


def test_number_formats_are_those_of_the_blueprint(built: tuple[Plan, Workbook]) -> None:
    plan, book = built
    wrong = [
        (sheet.name, address, cell.number_format)
        for sheet in blueprint_of(plan).sheets
        for address, spec in sheet.cells.items()
        if (cell := book[sheet.name][address]).number_format != (spec.number_format or "General")
    ]
    assert wrong == []


def test_tables_have_their_range_and_headings(built: tuple[Plan, Workbook]) -> None:
    plan, book = built
    for layout in Layout(plan).tables:
        table = book[layout.sheet].tables[layout.name]
        assert table.ref == layout.ref
        assert table.column_names == [str(column) for column in layout.columns]


def test_tables_are_filtered_where_that_helps() -> None:
    book = template(small_plan())
    filtered = {
        name
        for sheet in book.worksheets
        for name in sheet.tables
        if sheet.tables[name].autoFilter is not None
    }
    assert filtered == {"tblAfrapportering", "tblHistorik"}


def test_every_sheet_is_protected_without_a_password(built: tuple[Plan, Workbook]) -> None:
    for sheet in built[1].worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert sheet.protection.hashValue is None


def test_rows_and_columns_may_be_resized_and_cells_chosen() -> None:
    protection = template(small_plan())[Sheet.REPORT].protection
    # In the file True means "not allowed".
    assert not protection.formatRows
    assert not protection.formatColumns
    assert not protection.selectLockedCells
    assert not protection.selectUnlockedCells
    assert protection.insertRows
    assert protection.deleteColumns


def test_the_structure_is_protected() -> None:
    assert template(small_plan()).security.lockStructure


def test_only_the_identity_sheet_is_hidden_and_very_much_so() -> None:
    states = {sheet.title: sheet.sheet_state for sheet in template(small_plan()).worksheets}
    assert states.pop(Sheet.HIDDEN) == "veryHidden"
    assert set(states.values()) == {"visible"}


def test_it_opens_on_the_guide_and_computes_at_once() -> None:
    book = template(small_plan())
    assert book.active is book[Sheet.GUIDE]
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected] == [
        Sheet.GUIDE
    ]
    assert book.calculation.fullCalcOnLoad


def test_properties_name_the_plan_and_the_ministry() -> None:
    properties = template(small_plan()).properties
    assert properties.creator == "Prøveministeriet"
    assert properties.language == "da-DK"
    assert properties.title == "Afrapportering på resultatplan 2020 · Prøver & Målestyrelsen"


def test_the_totals_have_names() -> None:
    names = template(small_plan()).defined_names
    assert names["Sikret_maalopfyldelse"].attr_text == "'Målopfyldelse'!$C$5"
    assert names["Opnaaelig_maalopfyldelse"].attr_text == "'Målopfyldelse'!$C$6"


def test_a_bold_beginning_and_a_grey_end_are_set_in_runs() -> None:
    book = load_workbook(io.BytesIO(template_bytes(small_plan())), rich_text=True)
    address = Layout(small_plan()).report_cell("1.1.a", Column.TEXT)
    first, middle, last = book[Sheet.REPORT][address].value
    assert (first.text, first.font.b) == ("1. FAGLIGE MÅL\n1.1 Kvalitet i rådgivningen\n", True)
    assert (middle.text, middle.font.b) == ("Andel tilfredse borgere", False)
    assert last.text == "\n2019: mål 81 pct., resultat 83 pct."
    assert last.font.sz < middle.font.sz


@pytest.mark.parametrize("text", ["=1+1", "+/- 5", "-", "@navn", "#N/A", "'citat"])
def test_a_text_stays_text_whatever_it_begins_with(text: str) -> None:
    cell = (Sheet.MASTER, Layout(small_plan()).field_cell(Field.PREPARED_BY))
    typed = filled({cell: text})[cell[0]][cell[1]]
    assert typed.value == text
    assert typed.data_type == "s"


def test_inputs_are_filled_in() -> None:
    layout = Layout(small_plan())
    inputs: dict[tuple[Sheet, str], CellValue] = {
        (Sheet.MASTER, layout.field_cell(Field.SUBMITTED)): date(2021, 1, 10),
        (Sheet.REPORT, layout.report_cell("1.1.a", Column.RESULT)): 0.825,
        (Sheet.REPORT, layout.report_cell("1.2.a", Column.DONE)): "Ja",
    }
    book = filled(inputs)
    assert [book[sheet][address].value for sheet, address in inputs] == [
        datetime(2021, 1, 10),
        0.825,
        "Ja",
    ]


def test_a_long_text_makes_its_row_higher() -> None:
    address = Layout(small_plan()).report_cell("1.1.a", Column.EXPLANATION)
    row = int(address[1:])
    plain = template(small_plan())[Sheet.REPORT].row_dimensions[row].height
    long = filled({(Sheet.REPORT, address): "Fordi det tog tid. " * 40})
    assert long[Sheet.REPORT].row_dimensions[row].height > 2 * plain


@pytest.mark.parametrize("column", [Column.TARGET, Column.BASIS, Column.MEASURED])
def test_a_cell_that_takes_no_input_is_refused(column: Column) -> None:
    address = Layout(small_plan()).report_cell("1.1.a", column)
    with pytest.raises(ValueError, match=f"Afrapportering!{address} takes no input"):
        build_template(small_plan(), {(Sheet.REPORT, address): 1})


def test_inputs_stand_out_from_locked_and_unused_cells() -> None:
    plan = small_plan()
    sheet = template(plan)[Sheet.REPORT]
    layout = Layout(plan)
    colour = {
        look: sheet[layout.report_cell("1.1.a", column)].fill.start_color.rgb
        for look, column in (
            (Look.INPUT, Column.RESULT),
            (Look.LOCKED, Column.TARGET),
            (Look.UNUSED, Column.DATE),
        )
    }
    assert colour[Look.INPUT] == "00FFFFFF"
    assert len(set(colour.values())) == 3


def test_headings_stay_in_sight() -> None:
    book = template(small_plan())
    panes = {sheet.title: sheet.freeze_panes for sheet in book.worksheets}
    assert panes[Sheet.REPORT] == "D11"
    assert panes[Sheet.GOALS] == "A11"
    assert panes[Sheet.HISTORY] == "C6"
