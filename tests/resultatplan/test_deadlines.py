"""When each report is due, for every plan and period."""

from datetime import date

import pytest

from resultatplan.library import built_in_plans
from resultatplan.plan import deadline_of, is_working_day, next_working_day

DEADLINES = {
    ("socialstyrelsen-2020", "Q1"): date(2020, 4, 14),
    ("socialstyrelsen-2020", "Q2"): date(2020, 7, 14),
    ("socialstyrelsen-2020", "Q3"): date(2020, 10, 14),
    ("socialstyrelsen-2020", "Q4"): date(2021, 1, 14),
    # 21 days, and a Sunday moves to the Monday.
    ("social-og-boligstyrelsen-2024", "Q2"): date(2024, 7, 22),
    ("social-og-boligstyrelsen-2024", "Q3"): date(2024, 10, 21),
    ("social-og-boligstyrelsen-2024", "Q4"): date(2025, 1, 21),
    # Plain calendar days: Good Friday, a Saturday and a Sunday stay.
    ("statsforvaltningen-2017", "Q1"): date(2017, 4, 14),
    ("statsforvaltningen-2017", "Q2"): date(2017, 7, 14),
    ("statsforvaltningen-2017", "Q3"): date(2017, 10, 14),
    ("statsforvaltningen-2017", "Q4"): date(2018, 1, 14),
    ("benchmarkingenheden-2023", "Q2"): date(2023, 7, 14),
    ("benchmarkingenheden-2023", "Q4"): date(2024, 1, 14),
    ("raadet-for-socialt-udsatte-2018", "Q2"): date(2018, 7, 14),
    ("raadet-for-socialt-udsatte-2018", "Q4"): date(2019, 1, 14),
}


def test_the_deadline_of_each_report_of_every_plan():
    assert {
        (plan.id, period.id): deadline_of(plan, period)
        for plan in built_in_plans()
        for period in plan.reporting.periods
    } == DEADLINES


@pytest.mark.parametrize(
    ("day", "moved_to"),
    [
        (date(2024, 7, 21), date(2024, 7, 22)),  # Sunday
        (date(2024, 3, 28), date(2024, 4, 2)),  # Maundy Thursday to the Tuesday after Easter
        (date(2024, 6, 5), date(2024, 6, 6)),  # Grundlovsdag
        (date(2024, 12, 24), date(2024, 12, 27)),
        (date(2024, 12, 31), date(2025, 1, 2)),
        (date(2023, 5, 5), date(2023, 5, 8)),  # store bededag, for the last time
        (date(2024, 4, 26), date(2024, 4, 26)),  # store bededag is abolished
    ],
)
def test_a_day_off_moves_to_the_next_working_day(day, moved_to):
    assert next_working_day(day) == moved_to
    assert is_working_day(moved_to)
    assert is_working_day(day) == (day == moved_to)
