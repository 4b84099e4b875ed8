"""What stands beside a period's state, and what a total has done since."""

from datetime import date

import pytest

from department.page.agencies import trend
from department.page.webpage import slot_note
from resultatplan.criteria import State
from tests.department.hand_made import QUARTERLY, a_desk, a_finding, a_report


def test_beside_a_state_stands_what_is_to_be_mended_and_when_it_came_or_is_due():
    (waiting, *_) = a_desk([], date(2023, 7, 1)).agencies[0].slots
    (returned, *_) = a_desk([a_report(findings=[a_finding()])]).agencies[0].slots

    assert slot_note(waiting, "da") == "frist om 13 dage (14-07-2023)"
    assert slot_note(returned, "da") == "1 fejl, rettidig"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (2, 3, "forventet +10 point siden 1. kvartal"),
        (3, 2, "forventet −10 point siden 1. kvartal"),
        (3, 3, "forventet uændret siden 1. kvartal"),
    ],
)
def test_the_trend_is_since_the_last_accepted_report(before, after, said):
    numbers = ("1.1", "1.2", "1.3")
    reports = [
        a_report(
            QUARTERLY, period, file=period, states=dict.fromkeys(numbers[:met], State.FULFILLED)
        )
        for period, met in (("Q1", before), ("Q2", after))
    ]
    (agency,) = a_desk(reports, plans=(QUARTERLY,)).agencies
    assert trend(agency, "da")[0] == said
    assert trend(a_desk([a_report()]).agencies[0], "da") == ("ingen tidligere", 0.0)
