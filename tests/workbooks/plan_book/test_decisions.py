"""A draft in its workbook: the marked cells, the list with its links, and reading it back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from resultatplan.library import built_in_plans, plan_by_id
from resultatplan.plan import Plan
from resultatplan.rollover import NothingLeftError, roll_over
from tests.hosts.libreoffice import LibreOffice
from tests.validators.plan_book.authored import Typed, typed
from tests.workbooks.plan_book.written_plans import plans
from validators.findings import Finding
from validators.plan_book import PlanCheck, check_workbook
from workbooks.plan_book.decision_list import HEADER_ROW, PLACED, Marked
from workbooks.plan_book.fields import DECISIONS, GUIDE_SHEET, PLAN_SHEET
from workbooks.plan_book.writer import plan_workbook
from workbooks.template import palette

PLANS = pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
_SETTLED = PLACED.letter("settled")


def draft_of(plan: Plan) -> bytes:
    rolled = roll_over(plan, plan.year + 1)
    return plan_workbook(rolled.plan, Marked(plan.year, rolled.decisions))


@cache
def housing() -> bytes:
    plan = plan_by_id("social-og-boligstyrelsen-2024")
    assert plan is not None
    return draft_of(plan)


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def all_settled(data: bytes) -> dict[str, Typed]:
    """A Ja for every decision."""
    sheet = opened(data)[DECISIONS.sheet]
    return {
        f"{DECISIONS.sheet}!{_SETTLED}{row}": "Ja"
        for row in range(HEADER_ROW + 1, sheet.max_row + 1)
    }


def open_at(check: PlanCheck) -> set[str]:
    """The cells of the decisions that are missing."""
    return {
        f"{each.place.sheet}!{each.place.cell}" for each in check.findings if each.code == "RP-881"
    }


def others(check: PlanCheck) -> list[Finding]:
    return [each for each in check.findings if each.code != "RP-881"]


@PLANS
def test_each_decision_is_told_at_its_cell_and_nothing_else_is(plan: Plan) -> None:
    rolled = roll_over(plan, plan.year + 1)
    check = check_workbook(plan_workbook(rolled.plan, Marked(plan.year, rolled.decisions)))
    assert others(check) == []
    assert len(check.findings) == len(open_at(check)) == len(rolled.decisions)
    assert not check.is_accepted


@PLANS
def test_a_draft_with_every_decision_settled_is_the_plan(plan: Plan) -> None:
    data = draft_of(plan)
    check = check_workbook(typed(all_settled(data), data))
    assert check.findings == ()
    assert check.plan == roll_over(plan, plan.year + 1).plan


@settings(max_examples=10, deadline=None)
@given(plan=plans())
def test_any_plans_draft_has_nothing_wrong_but_its_decisions(plan: Plan) -> None:
    try:
        check = check_workbook(draft_of(plan))
    except NothingLeftError:
        return
    assert [each.message() for each in others(check) if each.is_error] == []
    assert open_at(check)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Delmål!E6", 92),
        ("Delmål!G9", date(2025, 10, 15)),
        ("Plan!B21", "Der er 14 mål i resultatplanen for 2025."),
        ("Historik!E13", 92.5),
    ],
    ids=["target", "deadline", "text", "result"],
)
def test_a_changed_cell_is_a_decision_taken(cell: str, value: Typed) -> None:
    data = housing()
    before = open_at(check_workbook(data))
    assert cell in before
    assert open_at(check_workbook(typed({cell: value}, data))) == before - {cell}


def test_a_text_is_open_while_one_of_its_passages_stands() -> None:
    data = housing()
    text = str(opened(data)["Mål"]["D6"].value)
    rewritten = text.replace("I 2024 opstilles", "I 2025 opstilles")
    assert rewritten != text
    assert "Mål!D6" in open_at(check_workbook(typed({"Mål!D6": rewritten}, data)))
    without = rewritten
    for year in ("2021", "2022", "2023", "2024"):
        without = without.replace(year, "året")
    assert "Mål!D6" not in open_at(check_workbook(typed({"Mål!D6": without}, data)))


def test_a_goal_that_is_taken_out_takes_its_decisions_along() -> None:
    data = housing()
    gone: Mapping[str, Typed] = {"Delmål!A9": "1.2.a9"}
    before = open_at(check_workbook(data))
    left = open_at(check_workbook(typed(gone, data)))
    assert before - left == {"Delmål!C9", "Delmål!G9", "Delmål!T9"}


def test_another_target_than_the_history_has_is_told() -> None:
    data = housing()
    check = check_workbook(typed({"Delmål!E6": 92}, data))
    (found,) = others(check)
    assert found.code == "RP-882"
    assert found.message().endswith(
        "Historikken siger 91 for planens eget år, men måltallet er 92."
    )


def test_marked_cells_are_yellow_and_say_why() -> None:
    cell = opened(housing())["Delmål"]["E6"]
    assert cell.fill.start_color.rgb.endswith(palette.YELLOW.fill)
    assert cell.comment is not None
    assert cell.comment.text == (
        "Skal besluttes: Måltallet 91 pct. er det, planen for 2024 trykker for 2025. Det skal"
        " bekræftes."
    )


def test_each_line_of_the_list_links_to_its_cell() -> None:
    sheet = opened(housing())[DECISIONS.sheet]
    for row in range(HEADER_ROW + 1, sheet.max_row + 1):
        link = sheet[f"{PLACED.letter('cell')}{row}"]
        name = sheet[f"{PLACED.letter('sheet')}{row}"].value
        assert link.hyperlink is not None
        assert link.hyperlink.location == f"'{name}'!{link.value}"
        assert link.hyperlink.target is None


def test_the_list_is_the_first_thing_that_is_seen() -> None:
    book = opened(housing())
    assert book.sheetnames[:3] == [GUIDE_SHEET, DECISIONS.sheet, PLAN_SHEET]
    assert book.active is book[DECISIONS.sheet]
    assert [each.title for each in book.worksheets if each.sheet_view.tabSelected] == [
        DECISIONS.sheet
    ]


@PLANS
def test_the_same_draft_gives_the_same_bytes(plan: Plan) -> None:
    assert draft_of(plan) == draft_of(plan)


@pytest.mark.libreoffice
def test_decisions_settled_in_libreoffice(calc: LibreOffice, tmp_path: Path) -> None:
    plan = built_in_plans()[0]
    file = tmp_path / "udkast.xlsx"
    file.write_bytes(draft_of(plan))
    rows = range(HEADER_ROW + 1, opened(file.read_bytes())[DECISIONS.sheet].max_row + 1)
    with calc.open(file) as document:
        for row in rows:
            document.type_into(DECISIONS.sheet, f"{_SETTLED}{row}", "Ja")
        saved = document.save_as(tmp_path / "afgjort.xlsx")
    check = check_workbook(saved.read_bytes())
    assert check.findings == ()
    assert check.plan == roll_over(plan, plan.year + 1).plan
