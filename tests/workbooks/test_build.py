"""The template as a file: every cell as the blueprint has it, the same bytes every time."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl.xml
import pytest
from openpyxl import load_workbook

from resultatplan.library import built_in_plans
from tests.validators.damage import parts_of
from tests.workbooks.small_plan import changed, large_plan, plan_without_history, small_plan
from tests.workbooks.templates import template, template_bytes
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.specs import CellSpec, CellValue
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.template.build import build_template, template_name

TEMPLATES = Path(__file__).parents[2] / "workbooks" / "templates"
LAYOUT = Layout(small_plan())


def test_the_guide_names_the_checking_page_where_the_department_has_one(monkeypatch):
    said = [cell.value for cell in blueprint_of(small_plan()).sheet(Sheet.GUIDE).cells.values()]
    assert not any("træk filen ind på" in str(each) for each in said)
    monkeypatch.setenv("RP_CHECKER", "https://intranet.example/kontrol/")
    said = [cell.value for cell in blueprint_of(small_plan()).sheet(Sheet.GUIDE).cells.values()]
    assert any("træk filen ind på https://intranet.example/kontrol/:" in str(each) for each in said)


def held(spec: CellSpec) -> object:
    """What openpyxl reads where the blueprint has this cell."""
    if spec.formula is not None:
        return spec.formula
    if isinstance(spec.value, date):
        return datetime(spec.value.year, spec.value.month, spec.value.day)
    return spec.value


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_a_kept_template_is_up_to_date(plan):
    # Part by part: zip programs may pack the same parts differently.
    kept = parts_of((TEMPLATES / template_name(plan)).read_bytes())
    built = parts_of(template_bytes(plan))
    differing = sorted(n for n in kept.keys() | built.keys() if kept.get(n) != built.get(n))
    assert differing == [], "run: rp template --out workbooks/templates"
    assert len(list(TEMPLATES.iterdir())) == len(built_in_plans())


@pytest.mark.parametrize("plan", [small_plan(), plan_without_history(), large_plan()])
def test_a_template_holds_what_the_blueprint_says_and_nothing_else(plan):
    book = template(plan)
    assert book.sheetnames == [sheet.value for sheet in Sheet]
    for sheet in blueprint_of(plan).sheets:
        specs = {address: held(spec) for address, spec in sheet.cells.items()}
        cells = {cell.coordinate: cell for row in book[sheet.name].iter_rows() for cell in row}
        assert {a: cells[a].value for a in specs} == specs
        assert [a for a, cell in cells.items() if cell.value is not None and a not in specs] == []
        unlocked = {a for a, cell in cells.items() if not cell.protection.locked}
        assert unlocked == {a for a, spec in sheet.cells.items() if spec.input is not None}
        formats = {a: spec.number_format or "General" for a, spec in sheet.cells.items()}
        assert {a: cells[a].number_format for a in formats} == formats


def test_sheets_and_structure_are_protected_without_a_password():
    book = template(small_plan())
    assert book.security.lockStructure
    for protection in (sheet.protection for sheet in book.worksheets):
        assert protection.sheet
        assert (protection.password, protection.hashValue) == (None, None)
        # In the file True means "not allowed".
        assert protection.insertRows and protection.deleteColumns
        assert not (protection.formatRows or protection.selectLockedCells)


def test_it_opens_on_the_guide_computes_at_once_and_hides_what_is_not_for_people():
    book, bare = template(small_plan()), template(plan_without_history())
    selected = [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected]
    assert selected == [book.active.title] == [Sheet.GUIDE]
    assert book.calculation.fullCalcOnLoad
    hidden = {sheet.title: sheet.sheet_state for sheet in bare if sheet.sheet_state != "visible"}
    assert hidden == {Sheet.HIDDEN: "veryHidden", Sheet.HISTORY: "veryHidden"}
    assert book[Sheet.HISTORY].sheet_state == "visible"


def test_a_section_that_was_numbered_with_a_full_stop_has_one_all_the_same():
    numbered = template(changed(('number = "1"\n', 'number = "1."\n')))
    goal = numbered[Sheet.REPORT][LAYOUT.report_cell("1.1", Column.TEXT)]
    assert goal.value == "Kvalitet i rådgivningen  ·  1. Faglige mål"


def test_inputs_are_filled_in_a_text_as_text_and_a_long_one_makes_its_row_higher():
    explanation = LAYOUT.report_cell("1.1.a", Column.EXPLANATION)
    inputs: dict[tuple[Sheet, str], CellValue] = {
        (Sheet.MASTER, LAYOUT.field_cell(Field.SUBMITTED)): date(2021, 1, 10),
        (Sheet.REPORT, LAYOUT.report_cell("1.1.a", Column.RESULT)): 0.825,
        (Sheet.REPORT, explanation): "Fordi det tog tid. " * 40,
    }
    texts = ("=1+1", "+/- 5", "-", "@navn", "#N/A", "'citat")
    keys = (criterion.key for criterion in small_plan().criteria)
    for key, text in zip(keys, texts, strict=False):
        inputs[Sheet.REPORT, LAYOUT.report_cell(key, Column.DOCUMENTATION)] = text
    book = load_workbook(io.BytesIO(build_template(small_plan(), inputs)))
    cells = [book[sheet][address] for sheet, address in inputs]
    assert [cell.value for cell in cells] == [datetime(2021, 1, 10), *list(inputs.values())[1:]]
    assert {cell.data_type for cell in cells[2:]} == {"s"}
    row = int(explanation[1:])
    before, after = (
        each[Sheet.REPORT].row_dimensions[row].height for each in (template(small_plan()), book)
    )
    assert after > 2 * before


def test_a_cell_that_takes_no_input_is_refused():
    target = LAYOUT.report_cell("1.1.a", Column.TARGET)
    with pytest.raises(ValueError, match=f"Afrapportering!{target} takes no input"):
        build_template(small_plan(), {(Sheet.REPORT, target): 1})


def test_the_bytes_depend_neither_on_process_xml_parser_nor_time():
    program = (
        "import hashlib, openpyxl.xml\n"
        "from tests.workbooks.small_plan import small_plan\n"
        "from workbooks.template.build import build_template\n"
        "print(openpyxl.xml.LXML, hashlib.sha256(build_template(small_plan())).hexdigest())\n"
    )
    environment = {**os.environ, "OPENPYXL_LXML": "False"}
    printed = subprocess.check_output([sys.executable, "-c", program], env=environment, text=True)
    built = template_bytes(small_plan())
    assert openpyxl.xml.LXML
    assert printed.split() == ["False", hashlib.sha256(built).hexdigest()]
    with zipfile.ZipFile(io.BytesIO(built)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").decode().count("2020-01-01T00:00:00Z") == 2
