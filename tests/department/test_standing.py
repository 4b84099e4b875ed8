"""What each received file counts for, and how each plan and period stands on a day."""

from datetime import date

import pytest

from department.record import Summary
from department.standing import Role, Slot, SlotState
from tests.department.desks import sent, unopened

REFUSED = sent("b", accepted=False, days=1)


def half_year(*files: Summary, today: date = date(2023, 7, 20)) -> Slot:
    """The slot of the first half-year, due on 14 July 2023."""
    return unopened(*files, today=today).agencies[0].slots[0]


@pytest.mark.parametrize(
    ("files", "roles", "state", "shown"),
    [
        ([sent("a")], [Role.CURRENT], SlotState.ACCEPTED, "a"),
        # A later accepted file supersedes the earlier, one with errors does not.
        ([sent("a"), sent("b", days=1)], [Role.SUPERSEDED, Role.CURRENT], SlotState.ACCEPTED, "b"),
        ([sent("a"), REFUSED], [Role.CURRENT, Role.RETURNED], SlotState.ACCEPTED, "a"),
        # Corrected twice.
        ([sent("a", accepted=False), REFUSED, sent("c", days=2)],
         [Role.RETURNED, Role.RETURNED, Role.CURRENT], SlotState.ACCEPTED, "c"),
        # The same bytes count once, also when they come after a newer file.
        ([sent("a", digest="1"), sent("kopi", digest="1", days=1)], [Role.CURRENT, Role.DUPLICATE],
         SlotState.ACCEPTED, "a"),
        ([sent("a", digest="1"), sent("b", days=1), sent("a igen", digest="1", days=2)],
         [Role.SUPERSEDED, Role.CURRENT, Role.DUPLICATE], SlotState.ACCEPTED, "b"),
        ([REFUSED], [Role.RETURNED], SlotState.RETURNED, "b"),
    ],
)  # fmt: skip
def test_what_each_file_of_a_period_counts_for(files, roles, state, shown):
    slot = half_year(*files)
    assert [each.role for each in slot.files] == roles
    assert (slot.state, slot.shown.file) == (state, shown)
    assert (slot.accepted is None) == (state is SlotState.RETURNED)
    counted = [file for file, role in zip(files, roles, strict=True) if role is not Role.DUPLICATE]
    assert slot.latest == counted[-1]
    before = [each.before for each in slot.files if each.role is not Role.DUPLICATE]
    assert before == [None, *counted[:-1]]


NO_PERIOD = {"period_id": None, "period_name": None, "accepted": False}


@pytest.mark.parametrize(
    ("files", "is_settled"),
    [
        ([sent("a", **NO_PERIOD), sent("b", days=1)], True),
        ([sent("b"), sent("a", days=1, **NO_PERIOD)], False),
        ([sent("a", **NO_PERIOD), sent("b", days=1, accepted=False)], False),
        ([sent("a", settled=True, **NO_PERIOD)], True),
    ],
)
def test_a_report_without_a_period_is_settled_once_a_later_one_is_accepted(files, is_settled):
    agency = unopened(*files).agencies[0]
    (row,) = agency.unplaced
    assert (row.role == Role.SETTLED) is is_settled
    assert (row.file in agency.to_answer) is not is_settled


def test_a_file_that_the_desk_settled_is_not_answered_but_an_accepted_one_counts():
    slot = half_year(sent("a", accepted=False, settled=True))
    assert [each.role for each in slot.files] == [Role.SETTLED]
    assert (slot.state, slot.latest) == (SlotState.MISSING, None)
    slot = half_year(sent("a", settled=True), sent("b", accepted=False, settled=True, days=1))
    assert [each.role for each in slot.files] == [Role.CURRENT, Role.SETTLED]
    assert slot.to_mend is None


def test_the_latest_report_is_that_of_the_latest_period():
    year = sent("helår", days=180, period_id="Q4", period_name="helår")
    agency = unopened(year, sent("halvår", days=190)).agencies[0]
    assert agency.latest == year
    assert agency.accepted == (sent("halvår", days=190), year)


LONG_AFTER = 400


@pytest.mark.parametrize(
    ("files", "order"),
    [
        # What arrived last counts, whatever day it states.
        ([sent("rettet", days=8, submitted=date(2023, 7, 9)), sent("første")], "første rettet"),
        # Of one day the day stated decides, then the name.
        (
            [sent("b", submitted=date(2023, 7, 10)), sent("c", submitted=date(2023, 7, 9)),
             sent("a", submitted=date(2023, 7, 10))],
            "c a b",
        ),
        # A file's own time is no earlier than the day stated; a mail's is what it is.
        ([sent("b", submitted=date(2023, 7, 20)), sent("a", days=5)], "a b"),
        ([sent("b", days=5), sent("a", submitted=date(2023, 7, 20), certain=True)], "a b"),
        # Of files read in long afterwards their own times tell nothing, a mail's does.
        (
            [sent("b", days=LONG_AFTER, submitted=date(2023, 7, 12)),
             sent("a", days=LONG_AFTER + 1, submitted=date(2023, 7, 11))],
            "a b",
        ),
        (
            [sent("b", days=LONG_AFTER, submitted=date(2023, 7, 9), certain=True), sent("a")],
            "a b",
        ),
    ],
)  # fmt: skip
def test_files_come_in_the_order_in_which_they_arrived(files, order):
    assert [each.file for each in sorted(files, key=lambda each: each.order)] == order.split()
