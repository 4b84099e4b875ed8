"""The overview as a whole: its sheets, their print set-up, and what cannot happen in it."""

import io
import re
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from department.overview.workbook import write_overview
from department.record import ReportRecord, Summary
from department.standing import Desk
from tests.department.desks import desk_with
from tests.department.overview.sheets import overview, rows
from tests.validators.damage import parts_of
from tests.validators.reports import BENCHMARK, SOCIAL, report
from workbooks.form import Column, Field


@pytest.fixture(scope="module")
def desk() -> Desk:
    missed = {("1.1.c", Column.RESULT): 0.5, ("1.1.c", Column.EXPLANATION): "Færre forløb."}
    files = {"k2.xlsx": report({}, SOCIAL, "Q2"), "k4.xlsx": report(missed, SOCIAL, "Q4")}
    return desk_with(files, SOCIAL, BENCHMARK)


def test_the_same_desk_gives_the_same_bytes(desk):
    assert write_overview(desk, source="ind") == write_overview(desk, source="ind")


def test_each_sheet_is_printable_with_its_headings_on_every_page(desk):
    for sheet in overview(desk):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows, sheet.title
        assert sheet.freeze_panes, sheet.title
        if sheet.title != "Udvikling":
            assert sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.title
            (table,) = sheet.tables.values()
            assert table.autoFilter is not None
            assert table.ref.startswith("A4:")


def test_every_record_is_opened_once_and_only_where_it_is_shown():
    files = {
        "første.xlsx": report({("1.1.a", Column.RESULT): 56}, SOCIAL, "Q4"),
        "anden.xlsx": report({Field.SUBMITTED: date(2021, 1, 15)}, SOCIAL, "Q4"),
        "notat.xlsx": b"navn;tal\n",
    }
    desk, opened = desk_with(files), []

    def opening(summary: Summary) -> ReportRecord:
        opened.append(summary.file)
        return desk.open(summary)

    write_overview(replace(desk, open=opening))

    assert sorted(opened) == ["anden.xlsx", "notat.xlsx"]


def test_every_chart_has_a_text_alternative_with_its_figures(desk):
    parts = parts_of(write_overview(desk))
    charts = [name for name in parts if name.startswith("xl/charts/chart")]

    drawings = (parts[f"xl/drawings/drawing{number}.xml"].decode() for number in (1, 2))
    alternatives = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', "".join(drawings))
    assert len(alternatives) == len(charts) > 10
    assert "Socialstyrelsen 2020: sikret 90, forventet 90, opnåelig 90" in alternatives[0]
    assert any("2. kvartal: sikret 0, forventet 60, opnåelig 100" in each for each in alternatives)
    assert any("2020: måltal 70, resultat 50" in each for each in alternatives)


def test_an_empty_desk_is_an_overview_too():
    book = overview(desk_with({}))

    assert book["Overblik"]["A2"].value == "ind · opgjort pr. 01-02-2021"
    assert book["Udvikling"]["A4"].value.startswith("Der er endnu ingen tal")
    assert [row["Fil"] for row in rows(book, "Modtaget")] == [None]


def test_english_is_said_in_english(desk):
    assert openpyxl.load_workbook(io.BytesIO(write_overview(desk, lang="en"))).sheetnames == [
        "Overview", "Received", "Goals", "Deviations", "Findings", "Assessment", "Development"
    ]  # fmt: skip
