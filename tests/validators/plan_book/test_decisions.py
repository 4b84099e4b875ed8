"""The list of decisions in a workbook that somebody else has had his hands on."""

from __future__ import annotations

from functools import cache

import pytest

from resultatplan.rollover import roll_over
from tests.validators.plan_book.authored import Typed, all_told, typed
from tests.workbooks.small_plan import small_plan
from validators.plan_book import PlanCheck, check_workbook
from workbooks.plan_book.decision_list import Marked
from workbooks.plan_book.writer import plan_workbook


@cache
def draft() -> bytes:
    rolled = roll_over(small_plan(), small_plan().year + 1)
    return plan_workbook(rolled.plan, Marked(small_plan().year, rolled.decisions))


def checked(cells: dict[str, Typed]) -> PlanCheck:
    return check_workbook(typed(cells, draft()))


def test_a_list_without_its_headings_is_told() -> None:
    check = checked({"Beslutninger!H4": "Besluttet"})
    assert all_told(check) == [("RP-802", "Beslutninger", "A4", None)]


@pytest.mark.parametrize("answer", ["Ja", "ja", " JA "])
def test_ja_settles_a_decision(answer: str) -> None:
    before = all_told(check_workbook(draft()))
    after = all_told(checked({"Beslutninger!H5": answer}))
    assert len(after) == len(before) - 1


@pytest.mark.parametrize("answer", ["Nej", "måske", 1, True, '="Ja"'])
def test_nothing_else_does(answer: Typed) -> None:
    assert all_told(checked({"Beslutninger!H5": answer})) == all_told(check_workbook(draft()))


HOSTILE: dict[str, dict[str, Typed]] = {
    "another sheet": {"Beslutninger!B5": "Regneark"},
    "the guide": {"Beslutninger!B5": "Vejledning"},
    "another field": {"Beslutninger!E5": "Kaffe"},
    "a formula for a field": {"Beslutninger!E5": "=1/0"},
    "a number for a sheet": {"Beslutninger!B5": 7},
    "a cell that is none": {"Beslutninger!C5": "A0"},
    "a very long text": {"Beslutninger!F5": "a" * 30_000},
    "text that steers": {"Beslutninger!F5": "\u202e[bold]{what}\u2066"},
    "a row far below": {"Beslutninger!F9000": "Skal vi?"},
}


@pytest.mark.parametrize("cells", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_is_typed_there_breaks_nothing(cells: dict[str, Typed]) -> None:
    check = checked(cells)
    assert {each.code for each in check.findings} == {"RP-881"}
    assert all(len(each.message()) < 800 for each in check.findings)
