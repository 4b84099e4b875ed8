"""A draft in its workbook: the marked cells, the list with its links, and reading it back."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings

from resultatplan.library import built_in_plans, plan_by_id
from resultatplan.rollover import NothingLeftError, roll_over
from tests.validators.plan_book.authored import (
    Typed,
    all_told,
    all_yes,
    check_workbook,
    draft_of,
    opened,
    settled,
    typed,
)
from tests.workbooks.plan_book.written_plans import plans
from tests.workbooks.small_plan import small_plan
from validators.findings import Finding
from validators.plan_book import PlanCheck
from workbooks.plan_book.decision_list import HEADER_ROW, PLACED
from workbooks.plan_book.fields import DECISIONS, GUIDE_SHEET, PLAN_SHEET
from workbooks.template import palette

PLANS = pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)


def housing() -> bytes:
    plan = plan_by_id("social-og-boligstyrelsen-2024")
    assert plan is not None
    return draft_of(plan)


def open_at(cells: Mapping[str, Typed] | None = None) -> set[str]:
    """The cells of the decisions that are missing, with these cells of the draft typed over."""
    data = housing() if cells is None else typed(cells, housing())
    return {f"{sheet}!{cell}" for code, sheet, cell, _ in all_told(check_workbook(data))
            if code == "RP-881"}  # fmt: skip


def small_draft(cells: Mapping[str, Typed]) -> PlanCheck:
    return check_workbook(typed(cells, draft_of(small_plan())))


def others(check: PlanCheck) -> list[Finding]:
    return [each for each in check.findings if each.code != "RP-881"]


@PLANS
def test_each_decision_is_told_at_its_cell_and_settled_with_a_ja(plan):
    data = draft_of(plan)
    check = check_workbook(data)
    places = [told[1:3] for told in all_told(check)]
    assert others(check) == []
    assert len(set(places)) == len(places) == len(roll_over(plan, plan.year + 1).decisions)
    assert not check.is_accepted
    taken = check_workbook(settled(data))
    assert (taken.plan, taken.findings) == (roll_over(plan, plan.year + 1).plan, ())


def test_a_changed_cell_is_a_decision_taken():
    changed = {
        "Delmål!E6": 92,
        "Delmål!H9": date(2025, 10, 15),
        "Plan!B21": "Der er 14 mål i resultatplanen for 2025.",
        "Historik!F13": 92.5,
    }
    before = open_at()
    assert changed.keys() <= before
    assert open_at(changed) == before - changed.keys()


def test_a_criterion_that_is_taken_out_takes_its_decisions_along():
    gone = open_at() - open_at({"Delmål!A9": "1.2.a9"})
    assert gone == {"Delmål!C9", "Delmål!H9", "Delmål!W9"}


def test_a_text_is_open_while_one_of_its_passages_stands():
    text = str(opened(housing())["Mål"]["D6"].value)
    rewritten = text.replace("I 2024 opstilles", "I 2025 opstilles")
    assert rewritten != text
    assert "Mål!D6" in open_at({"Mål!D6": rewritten})
    for year in ("2021", "2022", "2023", "2024"):
        rewritten = rewritten.replace(year, "året")
    assert "Mål!D6" not in open_at({"Mål!D6": rewritten})


def test_ja_settles_a_decision_and_nothing_else_does():
    answers = ("Ja", "ja", " JA ", "Nej", "måske", 1, True, '="Ja"')
    typed = {f"Beslutninger!H{row}": answer for row, answer in enumerate(answers, start=5)}
    assert small_draft(typed).findings == small_draft({}).findings[3:]


def test_whatever_is_typed_in_the_list_breaks_nothing():
    rubbish = {
        "B5": "Regneark", "B6": "Vejledning", "B7": 7, "C8": "A0", "E9": "Kaffe", "E10": "=1/0",
        "F11": "a" * 30_000, "F12": "\u202e[bold]{what}\u2066", "F9000": "Skal vi?",
    }  # fmt: skip
    check = small_draft({f"Beslutninger!{at}": value for at, value in rubbish.items()})
    assert {each.code for each in check.findings} == {"RP-881"}
    assert all(len(each.message()) < 800 for each in check.findings)


@settings(max_examples=settings.default.max_examples // 3)
@given(plan=plans())
def test_any_plans_draft_has_nothing_wrong_but_its_decisions(plan):
    try:
        check = check_workbook(draft_of(plan))
    except NothingLeftError:
        return
    assert [each.message() for each in others(check) if each.is_error] == []
    assert len(others(check)) < len(check.findings)


def test_the_list_is_seen_first_leads_to_the_cells_and_these_are_yellow_and_say_why():
    book = opened(housing())
    sheet, cell = book[DECISIONS.sheet], book["Delmål"]["E6"]
    assert book.sheetnames[:3] == [GUIDE_SHEET, DECISIONS.sheet, PLAN_SHEET]
    assert book.active is sheet
    assert [each.title for each in book.worksheets if each.sheet_view.tabSelected] == [sheet.title]
    for row in range(HEADER_ROW + 1, sheet.max_row + 1):
        link = sheet[f"{PLACED.letter('cell')}{row}"]
        name = sheet[f"{PLACED.letter('sheet')}{row}"].value
        assert link.hyperlink.location == f"'{name}'!{link.value}"
    assert cell.fill.start_color.rgb.endswith(palette.YELLOW.fill)
    assert cell.comment.text == (
        "Skal besluttes: Måltallet 91 pct. er det, planen for 2024 trykker for 2025. Det skal"
        " bekræftes."
    )


@pytest.mark.libreoffice
def test_decisions_settled_in_libreoffice(calc, tmp_path):
    plan = built_in_plans()[0]
    file = tmp_path / "udkast.xlsx"
    file.write_bytes(draft_of(plan))
    with calc.open(file) as document:
        for at, answer in all_yes(draft_of(plan)).items():
            document.type_into(DECISIONS.sheet, at.partition("!")[2], answer)
        saved = document.save_as(tmp_path / "afgjort.xlsx")
    check = check_workbook(saved.read_bytes())
    assert (check.findings, check.plan) == ((), roll_over(plan, plan.year + 1).plan)
