"""Plans written as TOML, and files changed in place so that comments survive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.library import BUILT_IN, built_in_plans
from resultatplan.plan import Plan
from resultatplan.plan_file import parse_plan, written_plan
from resultatplan.plan_updating import updated_plan
from tests.acceptance.random_plans import random_plan
from tests.workbooks.plan_book.written_plans import plans
from tests.workbooks.small_plan import TOML, small_plan

PLANS = pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
FILE = Path("plan.toml")

COMMENTED = (
    TOML.replace("[reporting]", "# Fristen er aftalt med institutionen.\n[reporting]")
    .replace("target = 82\n", "target = 82  # hævet fra 81\n")
    .replace(
        '[[sections.goals.criteria]]\nkey = "1.1.b"',
        '# Drøftes igen til næste år.\n[[sections.goals.criteria]]\nkey = "1.1.b"',
    )
    .replace("    { year = 2019,", "    # Trykt forkert i planen.\n    { year = 2019,")
)
COMMENTS = (
    "# Fristen er aftalt med institutionen.",
    "# hævet fra 81",
    "# Drøftes igen til næste år.",
    "# Trykt forkert i planen.",
)


def changed(plan: Plan, change: Callable[[dict[str, Any]], None]) -> Plan:
    data = plan.model_dump()
    change(data)
    return Plan.model_validate(data)


def updated(change: Callable[[dict[str, Any]], None]) -> str:
    """The commented file after a change of the plan; it holds the changed plan."""
    after = changed(small_plan(), change)
    content = updated_plan(COMMENTED.encode(), after)
    assert parse_plan(content, FILE) == after
    return content.decode()


def differing(text: str) -> list[str]:
    before = COMMENTED.split("\n")
    return [line for line in text.split("\n") if line not in before]


def goal(data: dict[str, Any], section: int, index: int) -> dict[str, Any]:
    return data["sections"][section]["goals"][index]


@PLANS
def test_a_written_plan_reads_as_the_plan(plan):
    assert parse_plan(written_plan(plan).encode(), FILE) == plan


@given(plan=plans())
def test_any_plan_reads_as_it_was_written(plan):
    read = parse_plan(written_plan(plan).encode(), FILE)
    assert read == plan
    assert read.fingerprint == plan.fingerprint  # templates built from either fit the other


@given(before=plans(), number=st.integers(0, 100_000))
def test_any_plan_can_take_the_place_of_any_other(before, number):
    after = random_plan(number)
    assert parse_plan(updated_plan(written_plan(before).encode(), after), FILE) == after


@PLANS
def test_an_unchanged_plan_keeps_its_file_byte_for_byte(plan):
    content = (BUILT_IN / f"{plan.id}.toml").read_bytes()
    assert updated_plan(content, plan) == content


def test_the_commented_file_holds_the_plan():
    assert parse_plan(COMMENTED.encode(), FILE) == small_plan()
    assert all(comment in COMMENTED for comment in COMMENTS)


def test_a_new_title_changes_one_line():
    text = updated(lambda data: data.update(title="Ny titel"))
    assert differing(text) == ['title = "Ny titel"']
    assert all(comment in text for comment in COMMENTS)


def test_a_comment_on_a_changed_line_stays_there():
    text = updated(lambda data: goal(data, 0, 0)["criteria"][0].update(target=84))
    assert differing(text) == ["target = 84  # hævet fra 81"]


def test_a_new_year_leaves_the_others_alone():
    def another_year(data: dict[str, Any]) -> None:
        history = goal(data, 0, 0)["criteria"][0]["history"]
        data_of_year = {"year": 2022, "target": 84, "provisional": True}
        goal(data, 0, 0)["criteria"][0]["history"] = [*history, data_of_year]

    text = updated(another_year)
    assert differing(text) == ["    { year = 2022, target = 84, provisional = true },"]
    assert all(comment in text for comment in COMMENTS)


def test_a_new_field_stands_with_the_others():
    text = updated(lambda data: goal(data, 0, 0)["criteria"][0].update(source="Statens BI"))
    assert differing(text) == ['source = "Statens BI"']
    assert text.index("Statens BI") < text.index("# Drøftes igen til næste år.")


def test_a_new_goal_leaves_the_others_alone():
    def another_goal(data: dict[str, Any]) -> None:
        new = {"number": "1.3", "title": "Nyt", "description": "Nyt mål."}
        criterion = {"key": "1.3.a", "kind": "done", "text": "Gjort."}
        goals = data["sections"][0]["goals"]
        data["sections"][0]["goals"] = [*goals, {**new, "criteria": [criterion]}]
        data["stated_goals"] = 4

    text = updated(another_goal)
    assert "stated_goals = 4" in differing(text)
    assert len(differing(text)) == 6
    assert all(comment in text for comment in COMMENTS)


def test_a_goal_that_goes_takes_only_itself():
    def without_one(data: dict[str, Any]) -> None:
        data["sections"][0]["goals"] = data["sections"][0]["goals"][:1]
        data["stated_goals"] = 2

    text = updated(without_one)
    assert differing(text) == ["stated_goals = 2"]
    assert "Undersøgelsen er god." not in text
    assert all(comment in text for comment in COMMENTS)


def test_a_table_that_comes_stands_before_the_sections():
    text = updated(lambda data: data.update(scoring={"partial_credit": 50}))
    assert differing(text) == ["[scoring]", "partial_credit = 50"]
    assert text.index("[scoring]") < text.index("[reporting]")
    assert all(comment in text for comment in COMMENTS)


def test_a_file_that_holds_no_plan_is_written_whole():
    assert updated_plan(b"id = 3", small_plan()).decode() == written_plan(small_plan())
