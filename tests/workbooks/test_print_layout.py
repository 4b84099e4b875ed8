"""How the sheets are printed."""

import pytest
from openpyxl import Workbook

from resultatplan.library import built_in_plans
from tests.workbooks.small_plan import large_plan, plan_without_history, small_plan
from tests.workbooks.templates import template
from workbooks.coordinates import column_letter
from workbooks.form import PROSE, Column, Layout, Sheet
from workbooks.template.print_layout import page_breaks

A4 = "9"
VISIBLE = [sheet for sheet in Sheet if sheet is not Sheet.HIDDEN]


@pytest.fixture(scope="module")
def book() -> Workbook:
    return template(large_plan())


def test_paper_width_and_headings(book):
    for sheet in VISIBLE:
        setup = book[sheet].page_setup
        assert str(setup.paperSize) == A4
        assert setup.orientation == ("portrait" if sheet in PROSE else "landscape")
        assert book[sheet].print_options.horizontalCentered
        # These have their own scale, so that their breaks hold; the others are one page wide.
        fits = sheet not in (Sheet.REPORT, Sheet.HISTORY)
        assert book[sheet].sheet_properties.pageSetUpPr.fitToPage is fits
        assert (setup.fitToWidth == 1) if fits else (60 <= setup.scale <= 100)
    repeated = [book[sheet].print_title_rows for sheet in (Sheet.REPORT, Sheet.HISTORY)]
    assert repeated == ["$10:$10", "$5:$5"]


def test_the_report_is_two_pages_wide_with_the_criterion_on_both(book):
    sheet, layout = book[Sheet.REPORT], Layout(large_plan())
    (break_,) = sheet.col_breaks.brk
    assert column_letter(break_.id + 1) == layout.report.letter(Column.EXPLANATION)
    assert (sheet.print_title_cols, sheet.page_setup.pageOrder) == ("$A:$C", "overThenDown")


def test_the_footer_says_whose_which_sheet_and_which_page():
    footer = template(small_plan())[Sheet.REPORT].oddFooter
    # A doubled ampersand prints one.
    assert footer.left.text == "Prøver && Målestyrelsen · Resultatplan 2020"
    assert footer.center.text == "&A · skabelon 1.0"
    assert footer.right.text == "Side &P af &N"


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_pages_end_between_goals_after_the_table_of_goals_and_once_in_the_guide(plan):
    book, layout = template(plan), Layout(plan)
    first_rows = {int(layout.report_cell(goal.number, Column.KEY)[1:]) for goal in plan.goals}
    assert {int(row.id) + 1 for row in book[Sheet.REPORT].row_breaks.brk} <= first_rows
    assert all(each.id > layout.goals.last_row for each in book[Sheet.GOALS].row_breaks.brk)
    (guide,) = book[Sheet.GUIDE].row_breaks.brk
    assert book[Sheet.GUIDE].max_row > guide.id


def test_the_history_prints_its_table_and_then_its_charts_where_it_has_any(book):
    table, charts = book[Sheet.HISTORY].print_area.split(",")
    assert table.endswith(f"$A$1:$H${Layout(large_plan()).history.last_row}")
    assert "$J$6:$L$" in charts
    bare = template(plan_without_history())[Sheet.HISTORY]
    assert not bare.print_area
    assert bare.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize(
    ("tops", "blocks", "repeated", "breaks"),
    [
        # A block moves whole to the next page.
        ([0, 40, 60, 80, 100, 120], {1, 2, 4}, 10.0, [3]),
        # One that no page holds is divided.
        (range(0, 240, 20), {1}, 20.0, [4, 7, 10]),
        # Everything fits.
        ([0, 20, 40], {1, 2}, 0.0, []),
    ],
)
def test_pages_break_between_blocks(tops, blocks, repeated, breaks):
    assert page_breaks(tops, blocks, page_height=90.0, repeated=repeated) == breaks
