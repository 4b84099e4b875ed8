"""Plans written as TOML, and files changed in place so that comments survive."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resultatplan.library import BUILT_IN, built_in_plans
from resultatplan.plan import Plan
from resultatplan.plan_file import parse_plan, written_plan
from resultatplan.plan_updating import updated_plan
from tests.acceptance.random_plans import random_plan
from tests.own_plans import replaced
from tests.workbooks.plan_book.written_plans import plans
from tests.workbooks.small_plan import TOML

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


@given(before=plans(), number=st.integers(0, 100_000))
def test_any_plan_can_take_the_place_of_any_other_or_of_what_is_none(before: Plan, number: int):
    after, read = random_plan(number), parse_plan(written_plan(before).encode(), FILE)
    assert read == before
    assert read.fingerprint == before.fingerprint  # templates built from either fit the other
    assert parse_plan(updated_plan(written_plan(before).encode(), after), FILE) == after
    assert updated_plan(b"id = 3", after).decode() == written_plan(after)


@pytest.mark.parametrize("plan", built_in_plans(), ids=lambda plan: plan.id)
def test_an_unchanged_plan_keeps_its_file_byte_for_byte(plan: Plan):
    content = (BUILT_IN / f"{plan.id}.toml").read_bytes()
    assert updated_plan(content, plan) == content


SECOND_GOAL = COMMENTED[
    COMMENTED.index('[[sections.goals]]\nnumber = "1.2"') : COMMENTED.index(
        '[[sections]]\ntitle = "Økonomiske mål"'
    )
]
NEW_GOAL = """[[sections.goals]]
number = "1.3"
title = "Nyt"
description = "Nyt mål."

[[sections.goals.criteria]]
key = "1.3.a"
kind = "done"
text = "Gjort."

"""
YEAR_2021 = "    { year = 2021, target = 83, provisional = true },\n"
CHANGES = {
    "a new title": {'title = "Resultatplan"': 'title = "Ny titel"'},
    "another target": {"target = 82  #": "target = 84  #"},
    "another year": {YEAR_2021: f"{YEAR_2021}    {{ year = 2022, target = 84 }},\n"},
    "a new field of a year": {"2018, result = 80.5 }": "2018, target = 80, result = 80.5 }"},
    "a field of a year that goes": {"2019, target = 81, ": "2019, "},
    "a new field": {"]\n\n# Drøftes": ']\nsource = "SBI"\n\n# Drøftes'},
    "a goal that comes": {
        SECOND_GOAL: SECOND_GOAL + NEW_GOAL,
        "stated_goals = 3": "stated_goals = 4",
    },
    "a goal that goes": {SECOND_GOAL: "", "stated_goals = 3": "stated_goals = 2"},
    "a table that comes": {"# Fristen er": "[scoring]\npartial_credit = 50\n\n# Fristen er"},
}
"""What a person would have changed in the commented file."""


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_a_change_is_written_as_a_person_would(changes: dict[str, str]):
    typed = replaced(COMMENTED, changes)
    after = parse_plan(typed.encode(), FILE)
    for encoding in ("utf-8", "utf-8-sig"):  # Notepad marks what it saves.
        assert updated_plan(COMMENTED.encode(encoding), after).decode() == typed
