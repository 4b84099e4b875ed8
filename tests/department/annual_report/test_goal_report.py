"""The goal report: what it says of each goal, as a Word document and as a workbook, written by
the command."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn

from department.annual_report.goal_report import (
    GoalReport,
    document_bytes,
    goal_report,
    workbook_bytes,
)
from department.standing import Desk
from resultatplan.criteria import State
from tests.department.desks import a_desk, desk_with
from tests.department.judged_files import a_report, put_in
from tests.validators.damage import Content
from tests.validators.reports import BENCHMARK, SOCIAL, Where, report
from workbooks.form import Column, Field

HOSTILE = {
    ("1.1.c", Column.RESULT): 0.5,
    ("1.1.c", Column.STATUS): "Rød",
    ("1.1.c", Column.EXPLANATION): "=1+1 <w:p/> \u202evendt",
    ("1.1.c", Column.ACTION_PLAN): "@SUM(1)",
    Field.DEVIATIONS: "Sygefraværet.",
}


def of_desk(desk: Desk) -> GoalReport:
    """The goal report of the desk's one agency."""
    found = goal_report(desk, desk.agencies[0], "da")
    assert found is not None
    return found


def report_of(changes: Mapping[Where, Content], period: str = "Q4") -> GoalReport:
    return of_desk(desk_with({"rapport.xlsx": report(changes, SOCIAL, period)}))


@pytest.fixture(scope="module")
def final() -> GoalReport:
    return report_of(HOSTILE)


def test_until_then_it_is_made_from_the_latest_accepted_one_and_is_provisional(final):
    found = report_of({}, "Q2")
    returned = desk_with({"k4.xlsx": report({("1.1.a", Column.RESULT): "ca."}, SOCIAL, "Q4")})
    document = opened(found)

    assert found.still_open
    assert found.missed == ()
    assert goal_report(returned, returned.agencies[0], "da") is None
    assert any(each.text.startswith("FORELØBIG. ") for each in document.paragraphs)
    totals = [[row.cells[at].text for at in (1, 3, 5)] for row in document.tables[0].rows[-3:]]
    sums = (
        "0 af 10 mål opfyldt × 100/10 = 0 pct. · 10 mål afventer; forventet 60, opnåelig 100 pct."
    )
    assert totals == [
        ["Sikret målopfyldelse indtil nu", sums, "0"],
        ["Forventet målopfyldelse", "", "60"],
        ["Opnåelig målopfyldelse", "", "100"],
    ]
    assert document.sections[0].header.paragraphs[0].text.endswith("FORELØBIG")
    # Of significant deviations it is told unless there are none.
    assert (found.deviations, final.deviations) == ("", "Sygefraværet.")


def test_no_goal_short_of_its_fulfilment_is_left_out_and_a_missing_explanation_is_told():
    final = a_report(period_id="Q4", received=date(2024, 1, 10))
    states = {State.NOT_FULFILLED: 0.0, State.PARTIAL: 50.0, State.PENDING: 0.0}
    goals = tuple(
        replace(
            goal,
            state=state,
            fulfilment=degree,
            criteria=tuple(replace(each, state=state) for each in goal.criteria),
        )
        for goal, (state, degree) in zip(final.goals, states.items(), strict=True)
    )
    found = of_desk(a_desk([replace(final, goals=goals)]))
    assert [goal.number for goal in found.missed] == ["1.1", "2.1", "3.1"]
    assert all(goal.missed for goal in found.missed)
    text = "\n".join(paragraph.text for paragraph in opened(found).paragraphs)
    assert "Institutionen har ikke givet en forklaring på delmål 1.1.a." in text
    assert "Institutionen har ikke oplyst en handlingsplan for delmål 1.1.a." in text


def test_a_criterion_missed_under_a_goal_that_is_met_is_told_too():
    over = {("2.2.a", Column.RESULT): 10, ("2.2.a", Column.EXPLANATION): "Langtidssygefravær."}

    found = report_of(over)

    assert found.missed == ()
    assert [(goal.number, line.number) for goal, line in found.otherwise_missed] == [
        ("2.2", "2.2.a")
    ]


def opened(made_from: GoalReport) -> DocxDocument:
    return Document(io.BytesIO(document_bytes(made_from)))


@pytest.fixture(scope="module")
def document(final) -> DocxDocument:
    """The final report's in Word."""
    return opened(final)


def test_the_parts_are_called_as_in_an_annual_report_and_the_agencys_words_stand_as_text(document):
    paragraphs = [(each.style.name, each.text) for each in document.paragraphs]
    text = "\n".join(words for _, words in paragraphs)
    assert "Delmål 1.1.c: =1+1 <w:p/> \ufffdvendt" in text
    assert "Delmål 1.1.c: @SUM(1)" in text
    assert [each for each in paragraphs if each[0].startswith(("Title", "Heading"))] == [
        ("Title", "Målrapportering 2020"),
        ("Heading 1", "Målrapportering, 1. del: Skematisk oversigt"),
        ("Heading 1", "Målrapportering, 2. del: Uddybende analyser og vurderinger"),
        ("Heading 2", "Mål 1.1: Systematisk opfølgning på rådgivningsforløb"),
        ("Heading 3", "Afvigelsesforklaring"),
        ("Heading 3", "Handlingsplan"),
        ("Heading 2", "Væsentlige afvigelser, som institutionen har rapporteret dem"),
    ]


def test_the_table_holds_every_goal_and_criterion_and_the_total(final, document):
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert [row[0] for row in rows[1:] if row[0]] == [
        number
        for goal in final.goals
        for number in (goal.number, *(line.number for line in goal.criteria))
    ]
    arithmetic = "9 af 10 mål opfyldt × 100/10 = 90 pct."
    assert rows[-1][1:6] == ["Samlet målopfyldelse", "", arithmetic, "", "90"]


def test_a_reader_finds_language_title_page_numbers_and_table_headings(document):
    assert document.core_properties.language == "da-DK"
    assert document.core_properties.title == "Målrapportering 2020 · Socialstyrelsen"
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}
    fields = [each.text for each in document.sections[0].footer._element.iter(qn("w:instrText"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    for table in document.tables:
        assert list(table.rows[0]._tr.iter(qn("w:tblHeader")))
        assert [each.get(qn("w:val")) for each in table._tbl.iter(qn("w:tblCaption"))] != [""]


def test_cells_and_fingerprint_are_told_where_they_are_asked_for(final):
    for asked in (False, True):
        made = replace(final, with_sources=asked)
        book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(made)))
        headings = [[cell.value for cell in sheet[4]] for sheet in book]
        assert ["Celle" in each for each in headings] == [asked, asked]
        text = "\n".join(paragraph.text for paragraph in opened(made).paragraphs)
        assert ("SHA-256" in text) is asked


def test_the_workbook_has_both_parts_as_tables_and_no_formula(final):
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(final)))

    assert {sheet.title: list(sheet.tables) for sheet in book} == {
        "1. del": ["tblMaalrapportering"],
        "2. del": ["tblAnalyser"],
    }
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    keys = [row[0] for row in book["2. del"].iter_rows(min_row=5, values_only=True)]
    assert keys == ["1.1.c"]


@pytest.fixture
def register(rp, tmp_path):
    inbox = put_in(tmp_path / "ind", {"k2.xlsx": report({}, SOCIAL, "Q2")})
    rp("batch", inbox, "--out", tmp_path / "ud")
    return tmp_path / "ud" / "register"


def test_the_command_writes_both_files_or_says_plainly_why_not(rp, register, tmp_path):
    ran = rp("annual-report", SOCIAL, "--register", register, "--out", tmp_path / "aar")

    assert ran.code == 0
    names = {f"maalrapportering-{SOCIAL}{suffix}" for suffix in (".docx", ".xlsx")}
    assert {path.name for path in (tmp_path / "aar").iterdir()} == names
    assert "Foreløbig" in ran.out
    assert "2. kvartal" in ran.out
    for plan, folder, said in (
        (BENCHMARK, register, f"ingen godkendt rapport for {BENCHMARK}"),
        ("findes-ikke", register, "Planen »findes-ikke« findes ikke"),
        (SOCIAL, tmp_path / "intet", "Fejl: "),
    ):
        ran = rp("annual-report", plan, "--register", folder)
        assert ran.code == 2
        assert said in ran.err
    assert not (tmp_path / "intet").exists()
