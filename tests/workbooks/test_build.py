"""The template as a file: every cell as the blueprint has it, the same bytes every time."""

import io
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from openpyxl import Workbook, load_workbook

from resultatplan.library import built_in_plans
from tests.validators.damage import parts_of
from tests.workbooks.small_plan import large_plan, plan_without_history, small_plan
from tests.workbooks.templates import template, template_bytes
from workbooks.blueprint import blueprint_of
from workbooks.blueprint.specs import CellSpec, CellValue
from workbooks.form import Column, Field, Layout, Sheet
from workbooks.template import palette
from workbooks.template.build import build_template, template_name

TEMPLATES = Path(__file__).parents[2] / "workbooks" / "templates"
LAYOUT = Layout(small_plan())
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = (
    "sheetProtection",
    "mergeCells",
    "conditionalFormatting",
    "dataValidations",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "ignoredErrors",
    "drawing",
    "tableParts",
)
"""The schema's order of what follows the cells of a sheet."""


def test_the_guide_names_the_checking_page_where_the_department_has_one(monkeypatch):
    said = [cell.value for cell in blueprint_of(small_plan()).sheet(Sheet.GUIDE).cells.values()]
    assert not any("træk filen ind på" in str(each) for each in said)
    monkeypatch.setenv("RP_CHECKER", "https://intranet.example/kontrol/")
    said = [cell.value for cell in blueprint_of(small_plan()).sheet(Sheet.GUIDE).cells.values()]
    assert any("træk filen ind på https://intranet.example/kontrol/:" in str(each) for each in said)


def sheets_of(data: bytes) -> dict[str, bytes]:
    return {n: x for n, x in parts_of(data).items() if n.startswith("xl/worksheets/sheet")}


def filled(inputs: dict[tuple[Sheet, str], CellValue]) -> Workbook:
    return load_workbook(io.BytesIO(build_template(small_plan(), inputs)))


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
    changed = sorted(n for n in kept.keys() | built.keys() if kept.get(n) != built.get(n))
    assert changed == [], "run: rp template --out workbooks/templates"
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


def test_tables_have_their_range_and_headings_and_filters_where_that_helps():
    book = template(small_plan())
    filtered = set()
    for layout in LAYOUT.tables:
        table = book[layout.sheet].tables[layout.name]
        assert table.ref == layout.ref
        assert table.column_names == [str(column) for column in layout.columns]
        if table.autoFilter is not None:
            filtered.add(layout.name)
    assert filtered == {"tblAfrapportering", "tblHistorik"}


def test_sheets_and_structure_are_protected_without_a_password():
    book = template(small_plan())
    assert book.security.lockStructure
    for sheet in book.worksheets:
        protection = sheet.protection
        assert protection.sheet
        assert (protection.password, protection.hashValue) == (None, None)
        # In the file True means "not allowed".
        assert not protection.formatRows
        assert not protection.formatColumns
        assert not protection.selectLockedCells
        assert not protection.selectUnlockedCells
        assert protection.insertRows
        assert protection.deleteColumns


def test_it_opens_on_the_guide_computes_at_once_and_hides_its_identity():
    book = template(small_plan())
    assert book.active is book[Sheet.GUIDE]
    selected = [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected]
    assert selected == [Sheet.GUIDE]
    assert book.calculation.fullCalcOnLoad
    hidden = {sheet.title: sheet.sheet_state for sheet in book if sheet.sheet_state != "visible"}
    assert hidden == {Sheet.HIDDEN: "veryHidden"}
    bare = template(plan_without_history())
    assert bare[Sheet.HISTORY].sheet_state == "veryHidden"
    panes = [book[sheet].freeze_panes for sheet in (Sheet.REPORT, Sheet.GOALS, Sheet.HISTORY)]
    assert panes == ["D11", None, "C6"]


def test_properties_and_names_are_the_plans():
    book = template(small_plan())
    assert book.properties.creator == "Prøveministeriet"
    assert book.properties.language == "da-DK"
    assert book.properties.title == "Afrapportering på resultatplan 2020 · Prøver & Målestyrelsen"
    names = {name: defined.attr_text for name, defined in book.defined_names.items()}
    assert names["Sikret_maalopfyldelse"] == "'Målopfyldelse'!$C$5"
    assert names["Opnaaelig_maalopfyldelse"] == "'Målopfyldelse'!$C$7"


def test_a_goal_begins_with_a_thin_row_of_its_own_that_takes_nothing():
    sheet = template(small_plan())[Sheet.REPORT]
    for goal in small_plan().goals:
        row = sheet[int(LAYOUT.report_cell(goal.number, Column.KEY)[1:])]
        key, number, title, *others = row
        assert (key.value, number.value) == (None, goal.number)
        assert title.value.startswith(goal.title)
        assert not title.alignment.wrap_text
        assert {cell.value for cell in others} == {None}
        assert {cell.fill.start_color.rgb for cell in row} == {f"00{palette.TOTAL_FILL}"}
        assert all(cell.protection.locked for cell in row)
        assert sheet.row_dimensions[key.row].height == 19


@pytest.mark.parametrize(
    ("key", "is_bold", "beginning", "end"),
    [
        ("1.1", True, "Kvalitet i rådgivningen", "  ·  1. Faglige mål"),
        ("1.1.a", False, "Andel tilfredse borgere\n", "2019: mål 81 pct., resultat 83 pct."),
    ],
)
def test_the_end_of_a_text_is_set_small_and_grey(key, is_bold, beginning, end):
    book = load_workbook(io.BytesIO(template_bytes(small_plan())), rich_text=True)
    first, last = book[Sheet.REPORT][LAYOUT.report_cell(key, Column.TEXT)].value
    assert (first.text, first.font.b) == (beginning, is_bold)
    assert last.text == end
    assert last.font.sz < first.font.sz


def test_a_text_stays_text_whatever_it_begins_with():
    texts = ("=1+1", "+/- 5", "-", "@navn", "#N/A", "'citat")
    keys = (criterion.key for criterion in small_plan().criteria)
    cells = [LAYOUT.report_cell(key, Column.DOCUMENTATION) for key in keys]
    typed = dict(zip(cells, texts, strict=False))
    sheet = filled({(Sheet.REPORT, address): text for address, text in typed.items()})[Sheet.REPORT]
    assert {address: sheet[address].value for address in typed} == typed
    assert {sheet[address].data_type for address in typed} == {"s"}


def test_inputs_are_filled_in_and_a_long_text_makes_its_row_higher():
    explanation = LAYOUT.report_cell("1.1.a", Column.EXPLANATION)
    inputs: dict[tuple[Sheet, str], CellValue] = {
        (Sheet.MASTER, LAYOUT.field_cell(Field.SUBMITTED)): date(2021, 1, 10),
        (Sheet.REPORT, LAYOUT.report_cell("1.1.a", Column.RESULT)): 0.825,
        (Sheet.REPORT, LAYOUT.report_cell("1.2.a", Column.DONE)): "Ja",
        (Sheet.REPORT, explanation): "Fordi det tog tid. " * 40,
    }
    book = filled(inputs)
    values = [book[sheet][address].value for sheet, address in inputs]
    assert values == [datetime(2021, 1, 10), 0.825, "Ja", "Fordi det tog tid. " * 40]
    row = int(explanation[1:])
    before, after = (
        each[Sheet.REPORT].row_dimensions[row].height for each in (template(small_plan()), book)
    )
    assert after > 2 * before


@pytest.mark.parametrize("column", [Column.TARGET, Column.BASIS, Column.MEASURED])
def test_a_cell_that_takes_no_input_is_refused(column):
    address = LAYOUT.report_cell("1.1.a", column)
    with pytest.raises(ValueError, match=f"Afrapportering!{address} takes no input"):
        build_template(small_plan(), {(Sheet.REPORT, address): 1})


def test_the_bytes_depend_neither_on_process_xml_parser_nor_time():
    program = (
        "import hashlib, openpyxl.xml\n"
        "from tests.workbooks.small_plan import small_plan\n"
        "from workbooks.template.build import build_template\n"
        "print(openpyxl.xml.LXML, hashlib.sha256(build_template(small_plan())).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "OPENPYXL_LXML": setting},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for setting in ("True", "False")
    ]
    assert runs[1][0] == "False"
    assert runs[0][1] == runs[1][1]
    with zipfile.ZipFile(io.BytesIO(template_bytes(small_plan()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").decode().count("2020-01-01T00:00:00Z") == 2


def test_the_parts_of_a_sheet_stand_in_the_order_of_the_schema():
    sheets = sheets_of(template_bytes(large_plan()))
    assert len(sheets) == len(Sheet)
    for xml in sheets.values():
        tags = [child.tag.removeprefix(MAIN) for child in fromstring(xml)]
        known = [tag for tag in tags if tag in ORDER]
        assert known == sorted(known, key=ORDER.index)
        # Excel is to leave keys like 1.1 unmarked.
        ignored = fromstring(xml).find(f"{MAIN}ignoredErrors/{MAIN}ignoredError")
        assert ignored is not None
        assert ignored.get("numberStoredAsText") == "1"
        assert (ignored.get("sqref") or "").startswith("A1:")


def test_a_weight_keeps_all_its_digits_and_a_formula_no_value_from_another_time():
    cells = {
        cell.get("r"): cell
        for cell in fromstring(
            sheets_of(template_bytes(small_plan()))["xl/worksheets/sheet4.xml"]
        ).iter(f"{MAIN}c")
    }
    weights = [cells[address].findtext(f"{MAIN}v") for address in ("D11", "D12", "D13")]
    assert weights == ["33.333333333333336"] * 3
    computed = [cell for cell in cells.values() if cell.find(f"{MAIN}f") is not None]
    assert computed
    assert {cell.findtext(f"{MAIN}v") or None for cell in computed} == {None}
