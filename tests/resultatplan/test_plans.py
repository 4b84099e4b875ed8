"""The five plan files hold what was agreed: `agreed.toml`, as read in the plans' own texts."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import judge_history
from resultatplan.goals import Criterion, HistoryEntry
from resultatplan.library import BUILT_IN, built_in_plans
from resultatplan.outcome import Counted
from resultatplan.plan import Plan

AGREED: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("agreed.toml").read_text(encoding="utf-8")
)
MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING
PLANS = {plan.id: plan for plan in built_in_plans()}
SOCIAL_2020 = PLANS["socialstyrelsen-2020"]
SOCIAL_2024 = PLANS["social-og-boligstyrelsen-2024"]
STAT_2017 = PLANS["statsforvaltningen-2017"]

each_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)


def lines(plan: Plan, name: str) -> list[str]:
    """The lines of one of the plan's tables in `agreed.toml`."""
    table: str = AGREED[plan.id].get(name, "")
    return table.splitlines()


def printed_years() -> Iterator[tuple[Plan, Criterion, HistoryEntry]]:
    for plan in PLANS.values():
        for criterion in plan.criteria:
            for entry in criterion.history:
                yield plan, criterion, entry


def test_the_five_plans_are_there():
    assert set(PLANS) == set(AGREED) == {file.stem for file in BUILT_IN.iterdir()}


@each_plan
def test_goals_criteria_kinds_rules_sections_and_periods_are_the_agreed_ones(plan):
    year, agreed, reporting = plan.year, AGREED[plan.id], plan.reporting
    goals = [
        f"{goal.number}: {', '.join(f'{each.short} {each.kind}' for each in goal.criteria)}"
        + (f" = {goal.rule}" if goal.rule else "")
        for goal in plan.goals
    ]
    assert goals == lines(plan, "goals")
    sections = [[each.number or "", each.title, len(each.goals)] for each in plan.sections]
    assert sections == agreed["sections"]
    assert plan.id.endswith(f"-{year}")
    assert (plan.valid_from, plan.valid_to) == (date(year, 1, 1), date(year, 12, 31))
    periods = [f"{each.id} {each.name} {each.ends:%m-%d}" for each in reporting.periods]
    assert periods == agreed["periods"]
    assert (reporting.days, reporting.heeds_holidays) == (agreed["days"], agreed["heeds_holidays"])
    assert {each.ends.year for each in reporting.periods} == {year}


@each_plan
def test_deadlines_targets_and_units_are_the_agreed_ones(plan):
    found = []
    for each in plan.criteria:
        if each.kind.is_numeric:
            level = f" / {each.level_unit}" if each.level_unit else ""
            counted = "" if each.counts is Counted.YEAR else f" {each.counts}"
            found.append(f"{each.key:6} {each.target or '-'} {each.unit}{level}{counted}")
        else:
            assert (each.target, each.unit, each.level_unit) == (None, None, None)
        if each.deadline is not None:
            found.append(f"{each.key:6} {each.deadline:%m-%d}")
    assert found == lines(plan, "criteria")
    with_basis = [each for each in plan.criteria if each.kind.needs_basis]
    assert with_basis
    assert all(each.basis_text and each.basis is None for each in with_basis)


def test_assessors_tolerances_and_what_the_plans_say_of_the_bonus():
    assessed = [each for each in SOCIAL_2024.criteria if each.kind is Kind.ASSESSED]
    assert [(each.key, each.assessor) for each in assessed] == [
        ("1.6.a", "Styregruppen for SØM"), ("1.8.a", "Departementet"), ("1.8.b", "Departementet")
    ]  # fmt: skip
    assert [
        (each.size, each.headcount, str(each.base_budget), str(each.follow_up_2), each.unit)
        for each in SOCIAL_2020.tolerances
    ] == [
        ("Små institutioner", "10-49 årsværk", "1", "0.5", "mio. kr."),
        ("Mellemstore institutioner", "50-249 årsværk", "2", "1", "mio. kr."),
        ("Store institutioner", "250+ årsværk", "5", "2.5", "mio. kr."),
        ("Rådene", None, "0.6", "0.3", "mio. kr."),
    ]
    shares = {plan.id: plan.bonus.share_of_bonus for plan in PLANS.values()}
    with_share = {key: share for key, share in shares.items() if share}
    assert with_share == {"raadet-for-socialt-udsatte-2018": "1/3"}
    for plan in (SOCIAL_2020, SOCIAL_2024, STAT_2017):
        assert "uanset opfyldelsesgrad i særlige tilfælde" in plan.bonus.discretion
        assert "helt bortfalder" in plan.bonus.discretion


# --- The history that each plan prints, and what it says about single figures.


@each_plan
def test_the_history_is_as_printed(plan):
    """The mark of a year stands at its result where there is one."""
    tables = []
    for criterion in plan.criteria:
        targets, results = [], []
        for each in criterion.history:
            target = "-" if each.target is None else str(each.target)
            result = "-" if each.result is None else str(each.result)
            if each.provisional and each.result is None:
                target = f"[{target}]"
            elif each.provisional:
                result = f"{result}~"
                assert (each.note or "").startswith("Foreløbig")
            targets.append(target)
            results.append(result)
        if criterion.history:
            line = f"{criterion.key} {criterion.history[0].year} {' '.join(targets)}"
            tables.append(line if set(results) == {"-"} else f"{line} | {' '.join(results)}")
            years = {each.year: each for each in criterion.history}
            assert list(years) == list(range(min(years), max(years) + 1))
            own = years[plan.year]
            assert (own.target, own.provisional) == (criterion.target, False), criterion.key
    assert tables == lines(plan, "history")


def test_a_printed_result_is_judged_against_that_years_target():
    judged = {
        (plan.id, criterion.key, each.year): judge_history(criterion, each)
        for plan, criterion, each in printed_years()
    }
    expected = {}
    for plan in PLANS.values():
        for line in lines(plan, "judged"):
            key, year, outcome = line.partition("|")[0].split()
            expected[plan.id, key, int(year)] = {"met": MET, "not": NOT}[outcome]
    assert {place: state for place, state in judged.items() if state is not OPEN} == expected
    assert len(judged) - len(expected) > 100


# --- The plans' Danish texts, faithful where a reader depends on them.


@each_plan
def test_titles_headings_and_what_is_measured_are_the_plans_own(plan):
    goals = {goal.number: goal for goal in plan.goals}
    for line in lines(plan, "headings"):
        number, title, heading = (part.strip() for part in line.split("|"))
        assert (goals[number].title, goals[number].heading or "") == (title, heading)
    for line in lines(plan, "words"):
        key, words = line.split(" | ")
        assert words in plan.criterion_by_key[key].text


@each_plan
def test_a_trap_in_the_text_is_noted_where_it_is_met_and_what_is_ours_is_marked(plan):
    notes = {"plan": plan.notes} | {each.number: each.notes for each in plan.goals}
    notes |= {each.key: each.notes for each in plan.criteria}
    for line in lines(plan, "notes"):
        owner, words = line.split(" | ")
        assert [note for note in notes[owner] if words in note], words
    head = (BUILT_IN / f"{plan.id}.toml").read_text(encoding="utf-8").split("\n\n")[0]
    assert "»Læsning:«" in head
    assert "Læsning: " in plan.model_dump_json()


@each_plan
def test_the_plan_says_how_it_is_scored_counted_reported_and_kept(plan):
    assert plan.is_binary
    assert plan.weights == (100 / len(plan.goals),) * len(plan.goals)
    assert "målopfyldelsesgraden er binær" in plan.scoring_text
    assert "såfremt alle delelementer blev realiseret fuldt ud" in plan.scoring_text
    assert f"100/{len(plan.goals)}" in plan.scoring_text
    assert "summen af scoren for alle resultatmål" in plan.scoring_text
    assert plan.stated_goals_text.startswith(f"Der er {len(plan.goals)} mål i ")
    assert f"senest {plan.reporting.days} kalenderdage" in plan.reporting.text
    assert any("genforhandles eller justeres ikke" in note for note in plan.notes)
