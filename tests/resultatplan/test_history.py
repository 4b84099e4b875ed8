"""The printed history, judged: golden cases from the plans' own tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from resultatplan.criteria import Kind, State
from resultatplan.evaluation import judge_history
from resultatplan.library import built_in_plans, plan_by_id
from resultatplan.plan import Criterion, HistoryEntry, Plan
from resultatplan.rules import judge_rule

MET, NOT, OPEN = State.FULFILLED, State.NOT_FULFILLED, State.PENDING

SOCIAL_2020 = "socialstyrelsen-2020"
SOCIAL_2024 = "social-og-boligstyrelsen-2024"
STAT_2017 = "statsforvaltningen-2017"
BENCH_2023 = "benchmarkingenheden-2023"

# Every year for which a plan prints both a target and a result; the figures stand beside it.
PRINTED: dict[tuple[str, str, int], State] = {
    (SOCIAL_2020, "1.6.a", 2018): MET,  # 97 of 93
    (SOCIAL_2024, "1.1.a", 2022): NOT,  # 122 of 130
    (SOCIAL_2024, "1.1.a", 2023): NOT,  # 53 of 69
    (SOCIAL_2024, "1.1.b", 2022): MET,  # 96 of 72
    (SOCIAL_2024, "1.1.b", 2023): MET,  # 94 of 73
    (SOCIAL_2024, "1.3.a", 2022): MET,  # 93 of 91
    (SOCIAL_2024, "1.3.a", 2023): MET,  # 94 of 91
    (SOCIAL_2024, "1.3.b", 2022): MET,  # 84 of 82
    (SOCIAL_2024, "1.3.b", 2023): MET,  # 82 of 82: equal is enough
    (SOCIAL_2024, "1.4.a", 2022): MET,  # 100 of 85
    (SOCIAL_2024, "1.4.a", 2023): MET,  # 100 of 85
    (SOCIAL_2024, "1.7.a", 2022): MET,  # 90 of 80
    (SOCIAL_2024, "1.7.a", 2023): MET,  # 82 of 80
    (SOCIAL_2024, "1.7.b", 2022): MET,  # 91 of 80
    (SOCIAL_2024, "1.7.b", 2023): MET,  # 89 of 80
    (SOCIAL_2024, "2.1.a", 2022): MET,  # 3.9 within 5, mio. kr.
    (SOCIAL_2024, "2.1.a", 2023): NOT,  # 2.6 within 2, pct.
    (SOCIAL_2024, "2.1.b", 2022): MET,  # 2.5 within 2.5, mio. kr.: equal is enough
    (SOCIAL_2024, "2.1.b", 2023): NOT,  # 3.4 within 1, pct.
    (SOCIAL_2024, "2.1.c", 2022): NOT,  # -15 within 10
    (SOCIAL_2024, "2.1.c", 2023): MET,  # 4.0 within 10
    (SOCIAL_2024, "2.1.d", 2022): NOT,  # 12.1 within 5
    (SOCIAL_2024, "2.1.d", 2023): MET,  # 2.3 within 5
    (SOCIAL_2024, "2.2.a", 2023): NOT,  # 12.6 days, the state 9.9
    (SOCIAL_2024, "2.2.b", 2023): NOT,  # 14.5 up, 5 down was agreed
    (STAT_2017, "3.1.a", 2015): MET,  # 2 within 2: equal is enough
    (STAT_2017, "3.1.b", 2015): NOT,  # 2 within 1
    (BENCH_2023, "3.1.a", 2020): MET,  # -0.5 within 1.0
    (BENCH_2023, "3.1.a", 2021): MET,  # -0.2 within 1.0
    (BENCH_2023, "3.1.b", 2020): MET,  # 0.2 within 0.5
    (BENCH_2023, "3.1.b", 2021): MET,  # 0.0 within 0.5: a real zero
}


def plan(plan_id: str) -> Plan:
    found = plan_by_id(plan_id)
    assert found is not None, plan_id
    return found


def entry_of(plan_id: str, key: str, year: int) -> tuple[Criterion, HistoryEntry]:
    criterion = plan(plan_id).criterion_by_key[key]
    return criterion, next(entry for entry in criterion.history if entry.year == year)


def judged(plan_id: str, key: str, year: int) -> State:
    return judge_history(*entry_of(plan_id, key, year))


def number(kind: Kind) -> Criterion:
    target = None if kind is Kind.BENCHMARK else Decimal(5)
    return Criterion(key="1.1.a", kind=kind, text="Tal", unit="pct.", target=target)


@pytest.mark.parametrize(
    ("plan_id", "key", "year", "expected"),
    [(*printed, expected) for printed, expected in PRINTED.items()],
)
def test_a_printed_result_is_judged_against_that_years_target(
    plan_id: str, key: str, year: int, expected: State
) -> None:
    assert judged(plan_id, key, year) is expected


def test_the_table_names_every_year_with_both_a_target_and_a_result() -> None:
    with_both = {
        (each.id, criterion.key, entry.year)
        for each in built_in_plans()
        for criterion in each.criteria
        for entry in criterion.history
        if entry.target is not None and entry.result is not None
    }

    assert with_both == set(PRINTED)


def test_every_other_printed_year_is_pending() -> None:
    others = {
        (each.id, criterion.key, entry.year): judge_history(criterion, entry)
        for each in built_in_plans()
        for criterion in each.criteria
        for entry in criterion.history
        if (each.id, criterion.key, entry.year) not in PRINTED
    }

    assert len(others) > 100
    assert set(others.values()) == {OPEN}


@pytest.mark.parametrize(
    ("year", "parts"),
    [(2022, (MET, MET, NOT, NOT)), (2023, (NOT, NOT, MET, MET))],
)
def test_the_2024_budget_goal_needs_one_of_each_pair(
    year: int, parts: tuple[State, State, State, State]
) -> None:
    goal = plan(SOCIAL_2024).goal_by_key["2.1.a"]
    states = {
        criterion.short: judged(SOCIAL_2024, criterion.key, year) for criterion in goal.criteria
    }

    assert tuple(states[short] for short in "abcd") == parts
    assert judge_rule(goal.rule_tree, states) is NOT


def test_the_2024_sick_leave_goal_was_missed_in_2023_on_both_counts() -> None:
    goal = plan(SOCIAL_2024).goal_by_key["2.2.a"]
    states = {
        criterion.short: judged(SOCIAL_2024, criterion.key, 2023) for criterion in goal.criteria
    }

    assert judge_rule(goal.rule_tree, states) is NOT


def test_the_2023_budget_goal_was_met_in_2021() -> None:
    goal = plan(BENCH_2023).goal_by_key["3.1.a"]
    states = {
        criterion.short: judged(BENCH_2023, criterion.key, 2021) for criterion in goal.criteria
    }

    assert judge_rule(goal.rule_tree, states) is MET


def test_measured_is_judged_rather_than_the_result_as_printed() -> None:
    printed_without_sign = HistoryEntry(
        year=2023, target=Decimal(5), result=Decimal("14.5"), measured=Decimal("-14.5")
    )

    assert judge_history(number(Kind.REDUCTION), printed_without_sign) is NOT


def test_a_measured_zero_is_a_figure() -> None:
    unchanged = HistoryEntry(year=2023, target=Decimal(5), result=Decimal(9), measured=Decimal(0))

    assert judge_history(number(Kind.REDUCTION), unchanged) is NOT


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.is_numeric])
@pytest.mark.parametrize(
    "entry",
    [
        HistoryEntry(year=2020, target=Decimal(5)),
        HistoryEntry(year=2020, result=Decimal(5)),
        HistoryEntry(year=2020),
    ],
    ids=["no result", "no target", "neither"],
)
def test_without_target_or_result_it_is_pending(kind: Kind, entry: HistoryEntry) -> None:
    assert judge_history(number(kind), entry) is OPEN


def test_what_is_not_a_number_is_refused() -> None:
    done = Criterion(key="1.2.b", kind=Kind.DONE, text="Gjort")

    with pytest.raises(ValueError, match=r"1\.2\.b: done is not judged on a number"):
        judge_history(done, HistoryEntry(year=2020))
