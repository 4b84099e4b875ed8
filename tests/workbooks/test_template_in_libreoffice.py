"""The template in a real spreadsheet program: what it shows, takes, refuses and computes."""

from collections.abc import Iterator

import pytest

from tests.hosts.libreoffice import Document
from tests.workbooks.small_plan import small_plan
from tests.workbooks.templates import template_bytes
from workbooks.blueprint import blueprint_of
from workbooks.form import ATTAINABLE_CELL, SECURED_CELL, Column, Field, GoalColumn, Layout, Sheet
from workbooks.template.build import template_name

pytestmark = pytest.mark.libreoffice
LAYOUT = Layout(small_plan())


@pytest.fixture(scope="module")
def opened(calc, tmp_path_factory) -> Iterator[Document]:
    path = tmp_path_factory.mktemp("template") / template_name(small_plan())
    path.write_bytes(template_bytes(small_plan()))
    with calc.open(path) as document:
        yield document


@pytest.fixture
def document(opened) -> Iterator[Document]:
    """The template, empty again after each test."""
    yield opened
    for sheet in (Sheet.MASTER, Sheet.REPORT):
        cells = blueprint_of(small_plan()).sheet(sheet).cells.items()
        opened.type_cells(sheet, {address: "" for address, cell in cells if cell.input})
    opened.recalculate()


def states_in(document: Document) -> list[object]:
    cells = document.values(Sheet.REPORT, LAYOUT.report.data_range(Column.STATE).replace("$", ""))
    return [state for (state,) in cells]


def figures_in(document: Document) -> list[object]:
    """The fulfilment of each goal, and the two totals."""
    fulfilment = LAYOUT.goals.data_range(GoalColumn.FULFILMENT).replace("$", "")
    goals = [value for (value,) in document.values(Sheet.GOALS, fulfilment)]
    return [
        *goals,
        *(document.value(Sheet.GOALS, cell) for cell in (SECURED_CELL, ATTAINABLE_CELL)),
    ]


def type_row(document: Document, key: str, entries: dict[Column, str]) -> None:
    cells = {LAYOUT.report_cell(key, column): text for column, text in entries.items()}
    document.type_cells(Sheet.REPORT, cells)


def test_an_empty_template_says_in_danish_what_was_agreed_and_waits(document):
    spec = blueprint_of(small_plan()).sheet(Sheet.REPORT)
    for row in small_plan().criteria:
        for column in (Column.KEY, Column.TEXT, Column.KIND):
            address = LAYOUT.report_cell(row.key, column)
            assert document.value(Sheet.REPORT, address) == spec.cells[address].value
    target = LAYOUT.report_cell("1.1.a", Column.TARGET)
    deadline = LAYOUT.report_cell("1.1.c", Column.DEADLINE)
    assert document.shown(Sheet.REPORT, target) == "82,0 %"
    assert document.shown(Sheet.REPORT, deadline) == "30-09-2020"
    assert set(states_in(document)) == {"afventer"}
    assert figures_in(document) == [*["afventer"] * 3, 0, 100]


def test_what_is_typed_is_judged_without_any_functions_installed(document):
    type_row(document, "1.1.a", {Column.RESULT: "81,9"})
    type_row(document, "1.1.b", {Column.RESULT: "30"})
    type_row(document, "1.1.c", {Column.DATE: "30-09-2020"})
    type_row(document, "1.2.a", {Column.DONE: "Ja"})
    type_row(document, "1.2.b", {Column.DONE: "Nej"})
    type_row(document, "2.1.a", {Column.BASIS: "-100", Column.RESULT: "-102"})
    type_row(document, "2.1.b", {Column.BASIS: "8,2", Column.RESULT: "8,3"})
    document.recalculate()
    met, missed, pending = "opfyldt", "ikke opfyldt", "afventer"
    of_each_goal = [missed, met, met], [met, missed, pending], [met, missed, pending]
    assert states_in(document) == [state for states in of_each_goal for state in states]
    third = pytest.approx(100 / 3)
    assert figures_in(document) == [100, 0, pending, third, pytest.approx(200 / 3)]


def test_the_last_report_waits_no_longer_and_the_deadline_follows_the_period(document):
    document.type_into(Sheet.MASTER, LAYOUT.field_cell(Field.PERIOD), "4. kvartal")
    document.recalculate()
    assert figures_in(document) == [0, 0, 0, 0, 0]
    document.type_into(Sheet.MASTER, LAYOUT.field_cell(Field.PERIOD), "1. halvår")
    document.recalculate()
    assert document.shown(Sheet.REPORT, "C6") == "14-07-2020"


def test_what_a_field_can_hold_passes_its_validation(document):
    type_row(document, "1.1.a", {Column.RESULT: "100", Column.STATUS: "Gul"})
    type_row(document, "1.1.a", {Column.EXPLANATION: "- forsinket, jf. 12-2020"})
    type_row(document, "1.1.c", {Column.DATE: "01-10-2020", Column.DONE: "Ja"})
    type_row(document, "2.1.a", {Column.BASIS: "-0,5", Column.RESULT: "0"})
    type_row(document, "2.1.b", {Column.BASIS: "0", Column.RESULT: "8,25"})
    document.type_into(Sheet.MASTER, LAYOUT.field_cell(Field.PERIOD), "4. kvartal")
    assert document.invalid_cells(Sheet.REPORT) == ()
    assert document.invalid_cells(Sheet.MASTER) == ()


def test_a_text_that_looks_like_something_else_stays_text(document):
    address = LAYOUT.report_cell("1.1.a", Column.DOCUMENTATION)
    document.type_into(Sheet.REPORT, address, "12-2020")
    assert document.value(Sheet.REPORT, address) == "12-2020"
