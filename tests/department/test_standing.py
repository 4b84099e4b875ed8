"""What each received file counts for, and how each plan and period stands on a day."""

from __future__ import annotations

from datetime import date

import pytest

from department.record import Summary
from department.standing import Role, Slot, SlotState, order_of_arrival, roles_in
from tests.department.hand_made import sent, unopened


def half_year(*files: Summary, today: date = date(2023, 7, 20)) -> Slot:
    """The slot of the first half-year, due on 14 July 2023."""
    return unopened(*files, today=today).agencies[0].slots[0]


def roles(slot: Slot) -> list[Role]:
    return [each.role for each in slot.receipts]


def test_the_only_accepted_file_counts():
    slot = half_year(sent("a"))
    assert roles(slot) == [Role.CURRENT]
    assert slot.state is SlotState.ACCEPTED
    assert slot.accepted is not None


def test_a_later_accepted_file_supersedes_the_earlier():
    slot = half_year(sent("a"), sent("b", days=1))
    assert roles(slot) == [Role.SUPERSEDED, Role.CURRENT]
    assert slot.receipts[1].before == sent("a")


def test_a_later_file_with_errors_does_not_supersede():
    slot = half_year(sent("a"), sent("b", accepted=False, days=1))
    assert roles(slot) == [Role.CURRENT, Role.RETURNED]
    assert slot.state is SlotState.ACCEPTED
    assert slot.latest == sent("b", accepted=False, days=1)
    assert slot.shown == sent("a")


def test_corrected_twice():
    first = sent("a", accepted=False)
    second = sent("b", accepted=False, days=1)
    slot = half_year(first, second, sent("c", days=2))
    assert roles(slot) == [Role.RETURNED, Role.RETURNED, Role.CURRENT]
    assert [each.before for each in slot.receipts] == [None, first, second]


def test_the_same_bytes_twice_count_once():
    slot = half_year(sent("a", digest="d"), sent("kopi af a", digest="d", days=1))
    assert roles(slot) == [Role.CURRENT, Role.DUPLICATE]
    assert slot.latest == sent("a", digest="d")
    assert slot.receipts[1].before is None


def test_an_old_file_sent_again_does_not_count_again():
    old, new = sent("a", digest="1"), sent("b", digest="2", days=1)
    slot = half_year(old, new, sent("a igen", digest="1", days=2))
    assert roles(slot) == [Role.SUPERSEDED, Role.CURRENT, Role.DUPLICATE]
    assert slot.accepted == new


def test_only_refused_files_are_returned():
    slot = half_year(sent("a", accepted=False))
    assert slot.state is SlotState.RETURNED
    assert slot.accepted is None
    assert slot.shown == sent("a", accepted=False)


@pytest.mark.parametrize(
    ("today", "state", "late", "left"),
    [
        (date(2023, 7, 1), SlotState.WAITING, 0, 13),
        (date(2023, 7, 14), SlotState.WAITING, 0, 0),
        (date(2023, 7, 15), SlotState.MISSING, 1, 0),
        (date(2023, 8, 14), SlotState.MISSING, 31, 0),
    ],
)
def test_without_a_file_the_day_decides(today, state, late, left):
    slot = half_year(today=today)
    assert (slot.state, slot.days_late, slot.days_left) == (state, late, left)


@pytest.mark.parametrize(("days", "late"), [(0, 0), (4, 0), (5, 1), (9, 5)])
def test_late_is_counted_from_the_deadline_to_the_first_file(days, late):
    slot = half_year(sent("a", days=days), sent("b", days=60), today=date(2023, 12, 1))
    assert slot.days_late == late


def test_the_day_stated_counts_before_the_day_the_file_came():
    slot = half_year(sent("a", days=30, submitted=date(2023, 7, 13)))
    assert slot.days_late == 0
    unstated = half_year(sent("a", days=30, submitted=None))
    assert unstated.days_late == 26


def test_files_without_a_period_and_files_of_no_plan_stand_apart():
    unplaced = sent("uden periode", period_id=None, period_name=None)
    stray = sent("brev", plan_id=None, period_id=None)
    unknown = sent("anden plan", plan_id="en-plan-der-er-slettet")
    desk = unopened(unplaced, stray, unknown)
    assert desk.agencies[0].unplaced == (unplaced,)
    assert desk.strays == (stray, unknown)
    assert roles_in(desk) == {}


def test_the_roles_are_found_by_name_and_digest():
    desk = unopened(sent("a"), sent("b", days=1))
    assert roles_in(desk) == {("a", "a"): Role.SUPERSEDED, ("b", "b"): Role.CURRENT}


def test_the_latest_report_is_that_of_the_latest_period():
    year = sent("helår", days=180, period_id="Q4", period_name="helår")
    agency = unopened(year, sent("halvår", days=190)).agencies[0]
    assert agency.latest == year
    assert agency.accepted == (sent("halvår", days=190), year)


def test_the_order_of_arrival_is_by_day_stated_then_time_then_name():
    files = [
        sent("c", days=2, submitted=date(2023, 7, 10)),
        sent("b", days=1, submitted=date(2023, 7, 11)),
        sent("a", days=1, submitted=date(2023, 7, 11)),
    ]
    assert [each.file for each in sorted(files, key=order_of_arrival)] == ["c", "a", "b"]
