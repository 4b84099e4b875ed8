"""The five plans hold the agreed goals, criteria, kinds, rules, deadlines and periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from resultatplan.criteria import Kind
from resultatplan.library import built_in_plans, plan_by_id
from resultatplan.plan import Goal, Plan

SOCIAL_2020 = "socialstyrelsen-2020"
SOCIAL_2024 = "social-og-boligstyrelsen-2024"
STAT_2017 = "statsforvaltningen-2017"
BENCH_2023 = "benchmarkingenheden-2023"
COUNCIL_2018 = "raadet-for-socialt-udsatte-2018"

# Plan, goal, its criteria with their kinds in the plan's order, and the rule where one is stated.
AGREED = f"""
{SOCIAL_2020} 1.1: a at_least, b at_least, c at_least
{SOCIAL_2020} 1.2: a delivered_by, b done
{SOCIAL_2020} 1.3: a delivered_by
{SOCIAL_2020} 1.4: a at_least, b at_least
{SOCIAL_2020} 1.5: a at_least
{SOCIAL_2020} 1.6: a at_least, b at_most
{SOCIAL_2020} 1.7: a delivered_by, b done
{SOCIAL_2020} 2.1: a within, b within
{SOCIAL_2020} 2.2: a benchmark, b reduction = a eller b
{SOCIAL_2020} 2.3: a delivered_by, b done
{SOCIAL_2024} 1.1: a at_least, b at_least, c at_least, d at_least
{SOCIAL_2024} 1.2: a1 delivered_by, a2 done, b delivered_by, c delivered_by
{SOCIAL_2024} 1.3: a at_least, b at_least
{SOCIAL_2024} 1.4: a at_least
{SOCIAL_2024} 1.5: a at_least, b1 at_least, b2 at_least, c delivered_by
{SOCIAL_2024} 1.6: a assessed
{SOCIAL_2024} 1.7: a at_least, b at_least
{SOCIAL_2024} 1.8: a assessed, b assessed
{SOCIAL_2024} 1.9: a delivered_by, b1 done, b2 delivered_by, b3 delivered_by
{SOCIAL_2024} 2.1: a within, b within, c within, d within = (a eller b) og (c eller d)
{SOCIAL_2024} 2.2: a benchmark, b reduction = a eller b
{SOCIAL_2024} 2.3: a1 delivered_by, a2 at_least, b done
{SOCIAL_2024} 2.4: a1 done, a2 done
{SOCIAL_2024} 2.5: a delivered_by, b done
{STAT_2017} 1.1: a at_least, b delivered_by, c done, d delivered_by = a og b og (c eller d)
{STAT_2017} 1.2: a delivered_by
{STAT_2017} 1.3: a reduction, b reduction, c reduction, d done
{STAT_2017} 1.4: a at_least, b delivered_by
{STAT_2017} 1.5: a delivered_by
{STAT_2017} 2.1: a delivered_by, b delivered_by, c delivered_by
{STAT_2017} 2.2: a at_most, b at_most, c at_most, d at_most
{STAT_2017} 2.3: a at_least, b at_least, c at_least
{STAT_2017} 2.4: a delivered_by, b done
{STAT_2017} 2.5: a delivered_by, b done, c done
{STAT_2017} 3.1: a within, b within
{STAT_2017} 3.2: a reduction
{BENCH_2023} 1.1: a delivered_by
{BENCH_2023} 2.1: a delivered_by
{BENCH_2023} 3.1: a within, b within = a eller b
{COUNCIL_2018} 1: a delivered_by, b delivered_by, c delivered_by, d1 done, d2 done, d3 done, d4 delivered_by
{COUNCIL_2018} 2: a delivered_by, b1 done, b2 done, b3 done, b4 done, b5 done, b6 done, b7 done, b8 done
{COUNCIL_2018} 3: a within, b within
"""  # noqa: E501

GOALS = {SOCIAL_2020: 10, SOCIAL_2024: 14, STAT_2017: 12, BENCH_2023: 3, COUNCIL_2018: 3}

SECTIONS = {
    SOCIAL_2020: [
        ("1", "Strategiske mål og kernefaglige mål", 7),
        ("2", "Økonomiske mål og administrative mål", 3),
    ],
    SOCIAL_2024: [
        ("3", "Strategiske mål og kernefaglige mål", 9),
        ("4", "Økonomiske og administrative mål", 5),
    ],
    STAT_2017: [
        ("1", "Strategiske mål", 5),
        ("2", "Kernefaglige mål", 5),
        ("3", "Økonomiske mål", 2),
    ],
    BENCH_2023: [
        ("1", "Udvikling og perspektiv", 1),
        ("2", "Ordentlighed", 1),
        ("3", "Sikker drift", 1),
    ],
    COUNCIL_2018: [
        (None, "Faglige udviklingsmål", 1),
        (None, "Administrative mål", 1),
        (None, "Økonomiske mål", 1),
    ],
}

QUARTERS = ["Q1 1. kvartal 03-31", "Q2 2. kvartal 06-30", "Q3 3. kvartal 09-30"]
HALVES = ["Q2 1. halvår 06-30", "Q4 helår 12-31"]

# Days after the period's end, whether holidays count, and the periods with their end.
REPORTING: dict[str, tuple[int, bool, list[str]]] = {
    SOCIAL_2020: (14, False, [*QUARTERS, "Q4 4. kvartal 12-31"]),
    SOCIAL_2024: (
        21,
        True,
        ["Q2 1.–2. kvartal samlet 06-30", "Q3 3. kvartal 09-30", "Q4 4. kvartal 12-31"],
    ),
    STAT_2017: (14, False, [*QUARTERS, "Q4 4. kvartal 12-31"]),
    BENCH_2023: (14, False, HALVES),
    COUNCIL_2018: (14, False, HALVES),
}

# Every agreed day: month and day of the plan's year.
DEADLINES: dict[str, dict[str, str]] = {
    SOCIAL_2020: {"1.2.a": "12-31", "1.3.a": "12-31", "1.7.a": "09-30", "2.3.a": "09-30"},
    SOCIAL_2024: {
        "1.2.a1": "09-30",
        "1.2.b": "09-30",
        "1.2.c": "09-30",
        "1.5.c": "03-31",
        "1.6.a": "12-31",
        "1.9.a": "12-01",
        "1.9.b2": "06-15",
        "1.9.b3": "11-01",
        "2.3.a1": "12-31",
        "2.5.a": "03-31",
    },
    STAT_2017: {
        "1.1.b": "12-31",
        "1.1.d": "12-31",
        "1.2.a": "09-30",
        "1.4.b": "06-01",
        "1.5.a": "04-01",
        "2.1.a": "09-30",
        "2.1.b": "09-30",
        "2.1.c": "12-31",
        "2.4.a": "09-30",
        "2.5.a": "09-30",
    },
    BENCH_2023: {"1.1.a": "12-31", "2.1.a": "06-30"},
    COUNCIL_2018: dict.fromkeys(("1.a", "1.b", "1.c", "1.d4", "2.a"), "12-31"),
}

# Target and unit of every numeric criterion; a reduction or a share is reported in `/ unit`.
TARGETS: dict[str, dict[str, str]] = {
    SOCIAL_2020: {
        "1.1.a": "55 antal",
        "1.1.b": "82 pct.",
        "1.1.c": "70 pct.",
        "1.4.a": "91 pct.",
        "1.4.b": "81 pct.",
        "1.5.a": "85 pct.",
        "1.6.a": "97 pct.",
        "1.6.b": "165 dage",
        "2.1.a": "5 mio. kr.",
        "2.1.b": "2.5 mio. kr.",
        "2.2.a": "None dage",
        "2.2.b": "5 pct. / dage",
    },
    SOCIAL_2024: {
        "1.1.a": "68 antal",
        "1.1.b": "90 pct.",
        "1.1.c": "90 pct.",
        "1.1.d": "70 pct.",
        "1.3.a": "90 pct.",
        "1.3.b": "83 pct.",
        "1.4.a": "85 pct.",
        "1.5.a": "100 pct.",
        "1.5.b1": "90 pct.",
        "1.5.b2": "90 pct.",
        "1.7.a": "80 pct.",
        "1.7.b": "85 pct.",
        "2.1.a": "2 pct. / mio. kr.",
        "2.1.b": "1 pct. / mio. kr.",
        "2.1.c": "10 pct. / mio. kr.",
        "2.1.d": "5 pct. / mio. kr.",
        "2.2.a": "None dage",
        "2.2.b": "5 pct. / dage",
        "2.3.a2": "4 niveau",
    },
    STAT_2017: {
        "1.1.a": "75 pct.",
        **dict.fromkeys(("1.3.a", "1.3.b", "1.3.c"), "15 pct. / antal"),
        "1.4.a": "90 pct.",
        "2.2.a": "10 uger",
        "2.2.b": "5 uger",
        "2.2.c": "12 uger",
        "2.2.d": "12 uger",
        "2.3.a": "75 pct.",
        "2.3.b": "75 pct.",
        "2.3.c": "70 pct.",
        "3.1.a": "2 pct. / mio. kr.",
        "3.1.b": "1 pct. / mio. kr.",
        "3.2.a": "10 pct. / dage",
    },
    BENCH_2023: {"3.1.a": "1 mio. kr.", "3.1.b": "0.5 mio. kr."},
    COUNCIL_2018: {"3.a": "2 pct. / mio. kr.", "3.b": "1 pct. / mio. kr."},
}

each_plan = pytest.mark.parametrize("plan_id", sorted(GOALS))


def plan(plan_id: str) -> Plan:
    found = plan_by_id(plan_id)
    assert found is not None, plan_id
    return found


def as_agreed(plan_id: str, goal: Goal) -> str:
    criteria = ", ".join(f"{each.short} {each.kind}" for each in goal.criteria)
    rule = f" = {goal.rule}" if goal.rule else ""
    return f"{plan_id} {goal.number}: {criteria}{rule}"


def test_the_five_plans_are_there() -> None:
    assert [each.id for each in built_in_plans()] == sorted(GOALS)


@each_plan
def test_goals_criteria_kinds_and_rules_are_the_agreed_ones(plan_id: str) -> None:
    agreed = [line for line in AGREED.splitlines() if line.startswith(f"{plan_id} ")]

    assert len(agreed) == GOALS[plan_id]
    assert [as_agreed(plan_id, goal) for goal in plan(plan_id).goals] == agreed


@each_plan
def test_the_goals_stand_in_the_plans_own_sections(plan_id: str) -> None:
    sections = [(each.number, each.title, len(each.goals)) for each in plan(plan_id).sections]

    assert sections == SECTIONS[plan_id]


@each_plan
def test_the_plan_holds_the_calendar_year_that_its_id_ends_with(plan_id: str) -> None:
    found = plan(plan_id)

    assert plan_id.endswith(f"-{found.year}")
    assert (found.valid_from, found.valid_to) == (
        date(found.year, 1, 1),
        date(found.year, 12, 31),
    )


@each_plan
def test_the_periods_are_the_plans_own(plan_id: str) -> None:
    reporting = plan(plan_id).reporting
    periods = [f"{each.id} {each.name} {each.ends:%m-%d}" for each in reporting.periods]

    assert (reporting.days, reporting.heeds_holidays, periods) == REPORTING[plan_id]
    assert {each.ends.year for each in reporting.periods} == {plan(plan_id).year}


@each_plan
def test_the_deadlines_are_the_agreed_days(plan_id: str) -> None:
    found = plan(plan_id)
    deadlines = {each.key: each.deadline for each in found.criteria if each.deadline}

    assert {key: f"{day:%m-%d}" for key, day in deadlines.items()} == DEADLINES[plan_id]


@each_plan
def test_targets_and_units_are_the_agreed_ones(plan_id: str) -> None:
    targets = {
        each.key: f"{each.target} {each.unit}"
        + (f" / {each.level_unit}" if each.level_unit else "")
        for each in plan(plan_id).criteria
        if each.kind.is_numeric
    }

    assert targets == TARGETS[plan_id]


@each_plan
def test_what_is_not_a_number_has_no_unit(plan_id: str) -> None:
    others = [each for each in plan(plan_id).criteria if not each.kind.is_numeric]

    assert others
    assert [each.key for each in others if each.unit or each.level_unit] == []


@each_plan
def test_every_basis_is_described_and_none_has_a_stated_value(plan_id: str) -> None:
    with_basis = [each for each in plan(plan_id).criteria if each.kind.needs_basis]

    assert with_basis
    assert [each.key for each in with_basis if not each.basis_text] == []
    assert [each.key for each in with_basis if each.basis is not None] == []


def test_the_assessors_are_named() -> None:
    assessors = {
        each.key: each.assessor for each in plan(SOCIAL_2024).criteria if each.kind is Kind.ASSESSED
    }

    assert assessors == {
        "1.6.a": "Styregruppen for SØM",
        "1.8.a": "Departementet",
        "1.8.b": "Departementet",
    }


def test_the_tolerances_follow_the_size_of_the_institution() -> None:
    table = [
        (each.size, each.headcount, each.base_budget, each.follow_up_2, each.unit)
        for each in plan(SOCIAL_2020).tolerances
    ]

    assert table == [
        ("Små institutioner", "10-49 årsværk", Decimal("1"), Decimal("0.5"), "mio. kr."),
        ("Mellemstore institutioner", "50-249 årsværk", Decimal("2"), Decimal("1"), "mio. kr."),
        ("Store institutioner", "250+ årsværk", Decimal("5"), Decimal("2.5"), "mio. kr."),
        ("Rådene", None, Decimal("0.6"), Decimal("0.3"), "mio. kr."),
    ]


def test_the_2020_budget_goal_has_the_tolerances_of_a_large_institution() -> None:
    found = plan(SOCIAL_2020)
    large = next(each for each in found.tolerances if each.size == "Store institutioner")

    assert found.criterion_by_key["2.1.a"].target == large.base_budget
    assert found.criterion_by_key["2.1.b"].target == large.follow_up_2


def test_only_the_council_states_the_totals_share_of_the_bonus() -> None:
    shares = {each.id: each.bonus.share_of_bonus for each in built_in_plans()}

    assert {plan_id: share for plan_id, share in shares.items() if share} == {COUNCIL_2018: "1/3"}


@pytest.mark.parametrize("plan_id", [SOCIAL_2020, SOCIAL_2024, STAT_2017])
def test_the_departementschef_may_let_the_bonus_lapse(plan_id: str) -> None:
    discretion = plan(plan_id).bonus.discretion

    assert discretion is not None
    assert "uanset opfyldelsesgrad i særlige tilfælde" in discretion
    assert "helt bortfalder" in discretion
