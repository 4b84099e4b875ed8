"""The history tables as the plans print them, and what they say about single figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from resultatplan.library import plan_by_id
from resultatplan.plan import HistoryEntry, Plan

SOCIAL_2020 = "socialstyrelsen-2020"
SOCIAL_2024 = "social-og-boligstyrelsen-2024"
STAT_2017 = "statsforvaltningen-2017"
BENCH_2023 = "benchmarkingenheden-2023"
COUNCIL_2018 = "raadet-for-socialt-udsatte-2018"

# Key, first year, targets | results, year by year: [83] a provisional target, 94~ a preliminary
# result, - nothing printed. Without results the plan prints none.
PRINTED = {
    SOCIAL_2020: """
        1.1.a 2020 55 [55] [55] [55]
        1.1.b 2020 82 [83] [84] [85]
        1.1.c 2020 70 [71] [72] [73]
        1.4.a 2019 90 91 [91] [92] [92]
        1.4.b 2019 80 81 [82] [83] [84]
        1.5.a 2020 85 [85] [85] [85]
        1.6.a 2018 93 97 97 [97] [97] [97] | 97 - - - - -
        1.6.b 2019 180 165 [150] [145] [140]
        2.1.a 2020 5 5 5 5
        2.1.b 2020 2.5 2.5 2.5 2.5
        2.2.a 2020 - - - -
        2.2.b 2020 5 5 5 5
    """,
    SOCIAL_2024: """
        1.1.a 2022 130 69 68 - - - | 122 53 - - - -
        1.1.b 2022 72 73 90 91 92 93 | 96 94 - - - -
        1.1.c 2022 - - 90 90 90 90
        1.1.d 2022 - - 70 70 70 70
        1.3.a 2022 91 91 90 90 90 90 | 93 94~ - - - -
        1.3.b 2022 82 82 83 84 85 86 | 84 82 - - - -
        1.4.a 2022 85 85 85 85 85 85 | 100 100~ - - - -
        1.7.a 2022 80 80 80 80 80 80 | 90 82~ - - - -
        1.7.b 2022 80 80 85 85 85 85 | 91 89~ - - - -
        2.1.a 2022 5 2 2 2 2 2 | 3.9 2.6 - - - -
        2.1.b 2022 2.5 1 1 1 1 1 | 2.5 3.4 - - - -
        2.1.c 2022 10 10 10 10 10 10 | -15 4 - - - -
        2.1.d 2022 5 5 5 5 5 5 | 12.1 2.3 - - - -
        2.2.a 2022 - 9.9 - - - - | 11.4 12.6~ - - - -
        2.2.b 2022 - 5 5 5 5 5 | 24.5 14.5~ - - - -
    """,
    STAT_2017: """
        1.1.a 2015 - 70 75 [75] [80] | 70 - - - -
        1.3.a 2016 - 15 [40] [50]
        1.3.b 2016 - 15 [40] [50]
        1.3.c 2016 - 15 [40] [50]
        1.4.a 2016 - 90 [95] [100]
        2.2.a 2015 - - 10 [10] [10] | 11 - - - -
        2.2.b 2015 - 6 5 [5] [5] | 8 - - - -
        2.2.c 2015 - 12 12 [11] [11] | 13 - - - -
        2.2.d 2015 - 12 12 [10] [10] | 18 - - - -
        2.3.a 2016 75 75 [80] [85]
        2.3.b 2016 75 75 [80] [85]
        2.3.c 2016 70 70 [70] [70]
        3.1.a 2015 2 2 2 2 2 | 2 - - - -
        3.1.b 2015 1 1 1 1 1 | 2 - - - -
        3.2.a 2015 - - 10 [10] [10] | 11.6 - - - -
    """,
    BENCH_2023: """
        3.1.a 2020 1 1 1 1 | -0.5 -0.2 - -
        3.1.b 2020 0.5 0.5 0.5 0.5 | 0.2 0 - -
    """,
    COUNCIL_2018: """
        3.a 2016 2 2 2 2
        3.b 2016 1 1 1 1
    """,
}

each_plan = pytest.mark.parametrize("plan_id", sorted(PRINTED))


def plan(plan_id: str) -> Plan:
    found = plan_by_id(plan_id)
    assert found is not None, plan_id
    return found


def entry(plan_id: str, key: str, year: int) -> HistoryEntry:
    history = plan(plan_id).criterion_by_key[key].history
    return next(each for each in history if each.year == year)


def note(plan_id: str, key: str, year: int) -> str:
    return entry(plan_id, key, year).note or ""


def as_printed(key: str, history: tuple[HistoryEntry, ...]) -> str:
    """One line of PRINTED; the mark of a year stands at its result where there is one."""
    targets, results = [], []
    for each in history:
        at_result = each.provisional and each.result is not None
        at_target = each.provisional and each.result is None
        target = "-" if each.target is None else str(each.target)
        targets.append(f"[{target}]" if at_target else target)
        result = "-" if each.result is None else str(each.result)
        results.append(f"{result}~" if at_result else result)
    line = f"{key} {history[0].year} {' '.join(targets)}"
    return line if set(results) == {"-"} else f"{line} | {' '.join(results)}"


@each_plan
def test_the_tables_are_as_printed(plan_id: str) -> None:
    tables = [
        as_printed(criterion.key, criterion.history)
        for criterion in plan(plan_id).criteria
        if criterion.history
    ]

    assert tables == [line.strip() for line in PRINTED[plan_id].strip().splitlines()]


@each_plan
def test_no_year_of_a_table_is_left_out(plan_id: str) -> None:
    for criterion in plan(plan_id).criteria:
        years = [each.year for each in criterion.history]
        assert years == list(range(years[0], years[-1] + 1)) if years else True, criterion.key


@each_plan
def test_the_plans_own_year_prints_the_agreed_target(plan_id: str) -> None:
    found = plan(plan_id)
    with_table = [criterion for criterion in found.criteria if criterion.history]

    assert with_table
    for criterion in with_table:
        own_year = entry(plan_id, criterion.key, found.year)
        assert (own_year.target, own_year.provisional) == (criterion.target, False), criterion.key


@each_plan
def test_only_the_known_years_have_another_unit(plan_id: str) -> None:
    units = {
        (criterion.key, each.year): each.unit
        for criterion in plan(plan_id).criteria
        for each in criterion.history
        if each.unit
    }

    assert units == {
        SOCIAL_2024: {("2.1.a", 2022): "mio. kr.", ("2.1.b", 2022): "mio. kr."},
        STAT_2017: {("3.2.a", 2015): "dage"},
    }.get(plan_id, {})


@each_plan
def test_every_preliminary_result_says_so(plan_id: str) -> None:
    for criterion in plan(plan_id).criteria:
        for each in criterion.history:
            if each.provisional and each.result is not None:
                assert (each.note or "").startswith("Foreløbig"), (criterion.key, each.year)


@pytest.mark.parametrize("key", ["1.1.a", "2.2.a", "2.2.b", "2.2.c", "2.2.d", "3.2.a"])
def test_2017_prints_the_result_of_2015_in_the_row_of_targets(key: str) -> None:
    assert note(STAT_2017, key, 2015).startswith("ÅR2015*: årets resultat")


@pytest.mark.parametrize("key", ["3.1.a", "3.1.b"])
def test_2017_marks_the_budget_result_of_2015(key: str) -> None:
    assert note(STAT_2017, key, 2015) == "2015*: årets resultat."


@pytest.mark.parametrize(("key", "weeks"), [("a", 10), ("b", 5), ("c", 11), ("d", 10)])
def test_2017_equilibrium_stands_in_a_note(key: str, weeks: int) -> None:
    criterion = plan(STAT_2017).criterion_by_key[f"2.2.{key}"]

    assert criterion.notes == (f"Ligevægt**: {weeks} uger.",)


def test_2024_says_that_2022_was_agreed_in_kroner() -> None:
    for key in ("2.1.a", "2.1.b"):
        assert note(SOCIAL_2024, key, 2022) == "For 2022 er målsætningen angivet i kr."


def test_2024_says_where_the_count_of_courses_was_cut_off() -> None:
    cut_off = entry(SOCIAL_2024, "1.1.a", 2023)

    assert cut_off.note is not None
    assert "afrapportering for 3. kvartal" in cut_off.note


def test_2024_says_that_a_figure_was_restored() -> None:
    assert "læst som 85" in note(SOCIAL_2024, "1.4.a", 2026)


@pytest.mark.parametrize("key", ["2.2.a", "2.2.b"])
def test_2024_leaves_out_the_sick_leave_target_that_cannot_be_read(key: str) -> None:
    assert entry(SOCIAL_2024, key, 2022).target is None
    assert "Måltallet kan ikke læses" in note(SOCIAL_2024, key, 2022)


@pytest.mark.parametrize(("year", "printed"), [(2022, "24.5"), (2023, "14.5")])
def test_2024_judges_the_printed_increases_as_increases(year: int, printed: str) -> None:
    increase = entry(SOCIAL_2024, "2.2.b", year)

    assert (increase.result, increase.measured) == (Decimal(printed), -Decimal(printed))
    assert "kan kun være en stigning" in note(SOCIAL_2024, "2.2.b", year)


def test_nothing_else_is_judged_on_another_figure_than_the_printed_one() -> None:
    measured = {
        (plan_id, criterion.key)
        for plan_id in PRINTED
        for criterion in plan(plan_id).criteria
        for each in criterion.history
        if each.measured is not None
    }

    assert measured == {(SOCIAL_2024, "2.2.b")}


@pytest.mark.parametrize(
    ("plan_id", "years"), [(SOCIAL_2020, range(2020, 2024)), (SOCIAL_2024, range(2024, 2028))]
)
def test_the_state_average_is_no_number_in_the_plan(plan_id: str, years: range) -> None:
    for year in years:
        assert entry(plan_id, "2.2.a", year).target is None
        assert note(plan_id, "2.2.a", year).startswith("Måltal: Statens gennemsnit")


def test_2023_prints_a_real_zero_and_then_nothing() -> None:
    assert entry(BENCH_2023, "3.1.b", 2021).result == Decimal(0)
    assert entry(BENCH_2023, "3.1.b", 2022).result is None
