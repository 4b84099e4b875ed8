from __future__ import annotations

import pytest
from openpyxl import Workbook

from resultatplan.library import built_in_plans
from resultatplan.plan import Plan
from tests.workbooks.small_plan import large_plan, plan_without_history, small_plan
from tests.workbooks.templates import template
from workbooks.form import Column, Layout, Sheet
from workbooks.template.print_layout import page_breaks

A4, A3 = "9", "8"
VISIBLE = [sheet for sheet in Sheet if sheet is not Sheet.HIDDEN]


@pytest.fixture(scope="module")
def book() -> Workbook:
    return template(large_plan())


def test_only_the_report_needs_a3(book: Workbook) -> None:
    papers = {sheet: str(book[sheet].page_setup.paperSize) for sheet in VISIBLE}
    assert papers == {sheet: A3 if sheet is Sheet.REPORT else A4 for sheet in VISIBLE}


def test_tables_are_printed_across_and_the_guide_upright(book: Workbook) -> None:
    upright = [sheet for sheet in VISIBLE if book[sheet].page_setup.orientation == "portrait"]
    assert upright == [Sheet.GUIDE]


@pytest.mark.parametrize("sheet", [sheet for sheet in VISIBLE if sheet is not Sheet.HISTORY])
def test_a_sheet_is_one_page_wide(book: Workbook, sheet: Sheet) -> None:
    assert book[sheet].sheet_properties.pageSetUpPr.fitToPage
    assert book[sheet].page_setup.fitToWidth == 1


def test_the_history_has_its_own_scale_so_that_its_breaks_hold(book: Workbook) -> None:
    assert not book[Sheet.HISTORY].sheet_properties.pageSetUpPr.fitToPage
    assert 70 <= book[Sheet.HISTORY].page_setup.scale <= 100


def test_headings_are_repeated_on_every_page(book: Workbook) -> None:
    repeated = {sheet: book[sheet].print_title_rows for sheet in VISIBLE}
    assert repeated[Sheet.REPORT] == "$10:$10"
    assert repeated[Sheet.GOALS] == "$10:$10"
    assert repeated[Sheet.HISTORY] == "$5:$5"


def test_the_footer_says_whose_which_sheet_and_which_page() -> None:
    footer = template(small_plan())[Sheet.REPORT].oddFooter
    # A doubled ampersand prints one.
    assert footer.left.text == "Prøver && Målestyrelsen · Resultatplan 2020"
    assert footer.center.text == "&A · skabelon 1.0"
    assert footer.right.text == "Side &P af &N"


def test_pages_are_centred(book: Workbook) -> None:
    assert all(book[sheet].print_options.horizontalCentered for sheet in VISIBLE)


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_no_page_break_divides_a_goal(plan: Plan) -> None:
    layout = Layout(plan)
    first_rows = {
        int(layout.report_cell(goal.criteria[0].key, Column.KEY)[1:]) for goal in plan.goals
    }
    breaks = template(plan)[Sheet.REPORT].row_breaks.brk
    assert {int(row.id) + 1 for row in breaks} <= first_rows


def test_a_long_report_takes_several_pages(book: Workbook) -> None:
    assert len(book[Sheet.REPORT].row_breaks.brk) >= 1


def test_the_history_prints_its_table_and_then_its_charts(book: Workbook) -> None:
    last_row = Layout(large_plan()).history.last_row
    table, charts = book[Sheet.HISTORY].print_area.split(",")
    assert table.endswith(f"$A$1:$H${last_row}")
    assert "$J$6:$L$" in charts


def test_a_history_without_charts_prints_its_table() -> None:
    history = template(plan_without_history())[Sheet.HISTORY]
    assert not history.print_area
    assert history.sheet_properties.pageSetUpPr.fitToPage


def test_a_block_moves_whole_to_the_next_page() -> None:
    tops = [0.0, 40.0, 60.0, 80.0, 100.0, 120.0]
    assert page_breaks(tops, {1, 2, 4}, page_height=90.0, repeated=10.0) == [3]


def test_a_block_that_no_page_holds_is_divided() -> None:
    tops = [float(20 * row) for row in range(12)]
    assert page_breaks(tops, {1}, page_height=100.0, repeated=20.0) == [5, 9]


def test_everything_that_fits_on_one_page_has_no_break() -> None:
    assert page_breaks([0.0, 20.0, 40.0], {1, 2}, page_height=100.0, repeated=0.0) == []
